// Package decnum computes with decimal numbers as the General Decimal Arithmetic specification (M. Cowlishaw, version 1.70)
// wants it, with the choices of libmpdec where the specification leaves some, since CPython's decimal shows them.
//
// A [Number] is a sign, a coefficient, an exponent and a form (finite, infinite, quiet or signaling NaN). A coefficient below
// 2**128 lies in two words (word.go), where sums, products and quotients of the usual 28 digits take 256-bit intermediate
// results (wide); what is larger is a [big.Int] (coef.go). Numbers are immutable once an operation has filled them.
//
// A [Context] holds precision, range and rounding. Its methods are the operations: they fill a result and return a [Status],
// the conditions that arose; traps are the caller's business. Each operation computes an exact or nearly exact result and
// hands it to finish (round.go), which rounds it and checks the range. The elementary functions (elementary.go) are computed in
// binary fixed point with more and more digits until the rounding is certain.
package decnum

import "math/big"

// Form says what kind of number a Number is.
type Form uint8

// The forms.
const (
	Finite Form = iota
	Infinite
	QuietNaN
	SignalingNaN
)

// Number is a decimal number: (-1)**Neg * coefficient * 10**Exp where it is finite. The coefficient of a NaN is its payload.
type Number struct {
	coef coef
	// Exp is the exponent of the last digit; 0 where the number is not finite.
	Exp int64
	// Digits is the number of digits of the coefficient, 1 for a zero; 0 for a NaN without payload and for infinities.
	Digits int64
	Form   Form
	Neg    bool
}

// Limits of contexts and exponents, those of libmpdec on 64-bit machines.
const (
	MaxPrec  = 999999999999999999
	MaxEmax  = 999999999999999999
	MinEmin  = -999999999999999999
	MinEtiny = MinEmin - (MaxPrec - 1)
)

// MaxDigits is how many digits a coefficient may have: what needs more ends with [MallocError], as CPython's does where
// the memory is short. The figure keeps a number below half a gigabyte.
const MaxDigits = 1_000_000_000

// Status is a set of conditions.
type Status uint32

// The conditions. FloatOperation is Python's own; the arithmetic never sets it.
const (
	Clamped Status = 1 << iota
	ConversionSyntax
	DivisionByZero
	DivisionImpossible
	DivisionUndefined
	fpuError
	Inexact
	InvalidContext
	InvalidOperation
	MallocError
	FloatOperation
	Overflow
	Rounded
	Subnormal
	Underflow
)

// Invalid are the conditions that the signal InvalidOperation stands for; Errors are those that leave no useful result.
const (
	Invalid = ConversionSyntax | DivisionImpossible | DivisionUndefined | fpuError | InvalidContext | InvalidOperation | MallocError
	Errors  = Invalid | DivisionByZero
)

// Rounding is a way of rounding.
type Rounding uint8

// The ways of rounding, in libmpdec's order.
const (
	RoundUp Rounding = iota
	RoundDown
	RoundCeiling
	RoundFloor
	RoundHalfUp
	RoundHalfDown
	RoundHalfEven
	Round05Up
)

// Context is what an operation needs to know.
type Context struct {
	// Prec is the number of digits of results, 1 to MaxPrec.
	Prec int64
	// Emax and Emin bound the adjusted exponent, 0 to MaxEmax and MinEmin to 0.
	Emax, Emin int64
	Round      Rounding
	// Clamp limits exponents to Etop.
	Clamp bool
}

// Max is the context with the largest precision and range.
var Max = Context{Prec: MaxPrec, Emax: MaxEmax, Emin: MinEmin, Round: RoundHalfEven}

// Etiny is the smallest exponent of a subnormal number.
func (c *Context) Etiny() int64 { return c.Emin - (c.Prec - 1) }

// Etop is the largest exponent of a number with Prec digits.
func (c *Context) Etop() int64 { return c.Emax - (c.Prec - 1) }

// IsFinite, IsInfinite, IsNaN, IsSignaling, IsSpecial and IsZero are tests of a number.
func (a *Number) IsFinite() bool    { return a.Form == Finite }
func (a *Number) IsInfinite() bool  { return a.Form == Infinite }
func (a *Number) IsNaN() bool       { return a.Form >= QuietNaN }
func (a *Number) IsSignaling() bool { return a.Form == SignalingNaN }
func (a *Number) IsSpecial() bool   { return a.Form != Finite }
func (a *Number) IsZero() bool      { return a.Form == Finite && a.coef.isZero() }

// Adjusted is the exponent of the first digit.
func (a *Number) Adjusted() int64 { return a.Exp + a.Digits - 1 }

// IsInteger reports whether a finite number has no fraction.
func (a *Number) IsInteger() bool {
	if a.Form != Finite {
		return false
	}
	return a.Exp >= 0 || a.coef.isZero() || a.coef.trailingZeros(a.Digits) >= -a.Exp
}

// isOdd reports whether a number that is an integer is odd.
func (a *Number) isOdd() bool {
	switch {
	case a.Exp > 0 || a.coef.isZero():
		return false
	case a.Exp == 0:
		return a.coef.odd()
	}
	q, _ := a.coef.divPow10(-a.Exp, a.Digits)
	return q.odd()
}

// IsNormal and IsSubnormal are the tests of a context's range.
func (c *Context) IsNormal(a *Number) bool {
	return a.Form == Finite && !a.coef.isZero() && a.Adjusted() >= c.Emin
}

// IsSubnormal reports whether a number is smaller than the context's normal ones.
func (c *Context) IsSubnormal(a *Number) bool {
	return a.Form == Finite && !a.coef.isZero() && a.Adjusted() < c.Emin
}

// set fills a finite number from a coefficient.
func (r *Number) set(neg bool, k coef, exp int64) {
	*r = Number{coef: k, Exp: exp, Digits: k.digits(), Neg: neg}
}

// setSmall fills a finite number with a coefficient of one word.
func (r *Number) setSmall(neg bool, n uint64, exp int64) {
	r.set(neg, coef{word: word{lo: n}}, exp)
}

// SetInfinite makes r an infinity.
func (r *Number) SetInfinite(neg bool) { *r = Number{Form: Infinite, Neg: neg} }

// SetNaN makes r the quiet NaN.
func (r *Number) SetNaN() { *r = Number{Form: QuietNaN} }

// fail makes r the quiet NaN and returns the condition.
func (r *Number) fail(s Status) Status {
	r.SetNaN()
	return s
}

// SetInt64 makes r an integer.
func (r *Number) SetInt64(n int64) {
	if n < 0 {
		r.setSmall(true, uint64(-n), 0)
		return
	}
	r.setSmall(false, uint64(n), 0)
}

// SetBig makes r an integer; n belongs to it from then on.
func (r *Number) SetBig(n *big.Int) {
	neg := n.Sign() < 0
	r.set(neg, coefOf(n.Abs(n)), 0)
}

// Make fills a number from its parts: the digits of the coefficient, or of the payload of a NaN, are a nonnegative number
// that belongs to r from then on.
func (r *Number) Make(neg bool, form Form, n *big.Int, exp int64) {
	r.set(neg, coefOf(n), exp)
	if form != Finite {
		r.Form, r.Exp = form, 0
		if r.coef.isZero() || form == Infinite {
			r.Digits, r.coef = 0, coef{}
		}
	}
}

// Coefficient returns the coefficient or payload, which the caller must not change.
func (a *Number) Coefficient() *big.Int { return a.coef.bigInt() }

// checkNaN makes r the NaN that an operation on a and b (which may be nil) gives; ok is false where neither is one.
func (c *Context) checkNaN(r, a, b *Number) (s Status, ok bool) {
	n := a
	switch {
	case a.Form == SignalingNaN:
		s = InvalidOperation
	case b != nil && b.Form == SignalingNaN:
		n, s = b, InvalidOperation
	case a.Form == QuietNaN:
	case b != nil && b.Form == QuietNaN:
		n = b
	default:
		return 0, false
	}
	*r = *n
	r.Form = QuietNaN
	c.fixNaN(r)
	return s, true
}

// fixNaN shortens a payload to what the context has room for.
func (c *Context) fixNaN(r *Number) {
	room := c.Prec
	if c.Clamp {
		room--
	}
	if r.Digits > room {
		r.coef = r.coef.lowDigits(room)
		r.Digits = r.coef.digits()
		if r.coef.isZero() {
			r.Digits = 0
		}
	}
}
