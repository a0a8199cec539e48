package decnum

import (
	"math"
	"math/big"
	"sync"
)

// The elementary functions round correctly: a result is computed to a few digits more than wanted together with a bound of its
// error, and with twice as many again until both ends of the interval round to the same number (Ziv's strategy). That ends,
// since exp, ln and log10 of decimal numbers are irrational where they are not handled before.
//
// The computation is in binary fixed point: an integer x stands for x / 2**p.

// guardDigits is how many digits more than the precision are tried first.
const guardDigits = 8

// bitsFor returns the number of bits that hold n decimal digits.
func bitsFor(n int64) uint { return uint(float64(n)*math.Log2(10)) + 2 }

// Exp makes r e to the power a, rounded to the nearest.
func (c *Context) Exp(r, a *Number) Status {
	if a.Form != Finite {
		if s, ok := c.checkNaN(r, a, nil); ok {
			return s
		}
		if a.Neg {
			r.set(false, coef{}, 0)
		} else {
			r.SetInfinite(false)
		}
		return 0
	}
	if a.coef.isZero() {
		r.setSmall(false, 1, 0)
		return 0
	}
	nearest := *c
	nearest.Round = RoundHalfEven
	if a.Adjusted() >= 19 {
		// Out of every range.
		if a.Neg {
			r.set(false, coef{}, c.Etiny())
			return Inexact | Rounded | Subnormal | Underflow | Clamped
		}
		r.SetInfinite(false)
		return Overflow | Inexact | Rounded
	}
	var limit Number
	limit.setSmall(false, 9, -c.Prec-4)
	if compareAbs(a, &limit) <= 0 {
		// 1 + a is 1 after rounding; below this limit libmpdec does not see that the exact result may be subnormal either.
		s := nearest.paddedOne(r, false, c.Prec-1)
		return s | Inexact | Rounded | nearest.finish(r)
	}
	if c.Prec > MaxDigits/8 {
		return r.fail(MallocError)
	}
	x := *a
	for guard := int64(guardDigits); ; guard *= 2 {
		k, exp := expDigitsOf(&x, c.Prec+guard)
		if s, ok := nearest.settle(r, false, k, exp, guard); ok {
			return s
		}
	}
}

// settle rounds k * 10**exp, which may be off by two in its last place, unless the error decides about the rounding. k has at
// least guard digits more than the precision.
func (c *Context) settle(r *Number, neg bool, k *big.Int, exp, guard int64) (Status, bool) {
	n := coefOf(k)
	digits := n.digits()
	// Subnormal results keep fewer digits; their last place is Etiny.
	cut := digits - c.Prec
	if etiny := c.Etiny(); exp+cut < etiny {
		cut = etiny - exp
	}
	if cut <= digits+1 {
		low := n.lowDigits(cut)
		d := new(big.Int).Set(low.bigInt())
		unit := bigPow10(cut)
		margin := big.NewInt(2)
		near := func(at *big.Int) bool {
			diff := new(big.Int).Sub(d, at)
			return diff.CmpAbs(margin) <= 0
		}
		if near(new(big.Int)) || near(unit) || near(new(big.Int).Rsh(unit, 1)) {
			return 0, false
		}
	}
	r.set(neg, n, exp)
	return c.finish(r) | Inexact | Rounded, true
}

// expDigitsOf returns e**x as k * 10**exp, k of n digits or one more, with an error of at most two in the last place. |x| is
// below 1e19.
func expDigitsOf(x *Number, n int64) (k *big.Int, exp int64) {
	// x = m*ln(10) + rest, 0 <= rest < ln(10), so that e**x = 10**m * e**rest.
	p := bitsFor(n) + 16
	wide := p + 66 // m has up to 63 bits
	f := fixedOf(x, wide)
	ln10 := ln10Fixed(wide)
	m, rest := new(big.Int).DivMod(f, ln10, new(big.Int))
	rest.Rsh(rest, wide-p)
	y := expFixed(rest, p)
	// y is in [1, 10]: n digits behind its first.
	y.Mul(y, bigPow10(n))
	return y.Rsh(y, p), m.Int64() - n
}

// fixedOf returns a number as a fixed point one, rounded down.
func fixedOf(x *Number, p uint) *big.Int {
	f := new(big.Int).Set(x.coef.bigInt())
	if x.Exp >= 0 {
		f.Mul(f, bigPow10(x.Exp))
		f.Lsh(f, p)
	} else {
		f.Lsh(f, p)
		f.Quo(f, bigPow10(-x.Exp))
	}
	if x.Neg {
		f.Neg(f)
	}
	return f
}

// expFixed returns e**x for 0 <= x < 4 with an error of a few units in the last place: x is halved s times, the series
// summed, and the result squared s times.
func expFixed(x *big.Int, p uint) *big.Int {
	s := uint(math.Sqrt(float64(p))/2) + 4
	w := p + 2*s + 16 // each squaring doubles the relative error
	t := new(big.Int).Lsh(x, w-p)
	t.Rsh(t, s)
	one := new(big.Int).Lsh(big.NewInt(1), w)
	sum := new(big.Int).Add(one, t)
	term := new(big.Int).Set(t)
	d := new(big.Int)
	for i := int64(2); ; i++ {
		term.Mul(term, t)
		term.Rsh(term, w)
		term.Quo(term, d.SetInt64(i))
		if term.Sign() == 0 {
			break
		}
		sum.Add(sum, term)
	}
	for range s {
		sum.Mul(sum, sum)
		sum.Rsh(sum, w)
	}
	return sum.Rsh(sum, w-p)
}

// lnCache keeps ln(10) as it was last computed.
var lnCache struct {
	sync.Mutex
	p uint
	v *big.Int
}

// ln10Fixed returns ln(10), rounded down to an error of one unit.
func ln10Fixed(p uint) *big.Int {
	lnCache.Lock()
	defer lnCache.Unlock()
	if lnCache.v == nil || lnCache.p < p {
		// 46*artanh(1/31) + 34*artanh(1/49) + 20*artanh(1/161)
		w := p + 32
		sum := new(big.Int)
		for _, t := range [...][2]int64{{46, 31}, {34, 49}, {20, 161}} {
			sum.Add(sum, new(big.Int).Mul(big.NewInt(t[0]), artanhInverse(t[1], w)))
		}
		lnCache.p, lnCache.v = p, sum.Rsh(sum, w-p)
	}
	return new(big.Int).Rsh(lnCache.v, lnCache.p-p)
}

// artanhInverse returns artanh(1/n).
func artanhInverse(n int64, p uint) *big.Int {
	power := new(big.Int).Lsh(big.NewInt(1), p)
	power.Quo(power, big.NewInt(n))
	square := big.NewInt(n * n)
	sum := new(big.Int).Set(power)
	term, d := new(big.Int), new(big.Int)
	for i := int64(3); ; i += 2 {
		power.Quo(power, square)
		if power.Sign() == 0 {
			return sum
		}
		sum.Add(sum, term.Quo(power, d.SetInt64(i)))
	}
}

// lnFixed returns ln(x) for 1/4 < x < 16 with an error of a few units: a first value from half as many bits and more (from
// the machine's logarithm at last), and what it lacks from the series of artanh.
func lnFixed(x *big.Int, p uint) *big.Int {
	if p <= 40 {
		f, _ := new(big.Float).SetMantExp(new(big.Float).SetInt(x), -int(p)).Float64()
		y, _ := big.NewFloat(math.Ldexp(math.Log(f), int(p))).Int(nil)
		return y
	}
	const guard = 16
	low := p/3 + 8
	y := lnFixed(new(big.Int).Rsh(x, p-low), low)
	y.Lsh(y, p-low)
	w := p + guard
	y.Lsh(y, guard)
	// ln(x) = y + 2*artanh((x-e)/(x+e)), e = exp(y).
	e := expSigned(y, w)
	xw := new(big.Int).Lsh(x, guard)
	num := new(big.Int).Sub(xw, e)
	num.Lsh(num, w)
	z := num.Quo(num, e.Add(e, xw))
	square := new(big.Int).Mul(z, z)
	square.Rsh(square, w)
	sum, power := new(big.Int).Set(z), z
	term, d := new(big.Int), new(big.Int)
	for i := int64(3); ; i += 2 {
		power.Mul(power, square)
		power.Quo(power, term.Lsh(d.SetInt64(1), w))
		if power.Sign() == 0 {
			break
		}
		sum.Add(sum, term.Quo(power, d.SetInt64(i)))
	}
	y.Add(y, sum.Lsh(sum, 1))
	return y.Rsh(y, guard)
}

// expSigned is expFixed for arguments of both signs.
func expSigned(x *big.Int, p uint) *big.Int {
	if x.Sign() >= 0 {
		return expFixed(x, p)
	}
	const guard = 8
	e := expFixed(new(big.Int).Lsh(new(big.Int).Neg(x), guard), p+guard)
	one := new(big.Int).Lsh(big.NewInt(1), 2*p+guard)
	return one.Quo(one, e)
}

// logarithm returns ln(a), or log10(a), as k * 10**exp with an error of at most two in the last place, k of n digits at least.
// a is positive and not 1.
func logarithm(a *Number, n int64, decimal bool) (k *big.Int, exp int64, neg bool) {
	// a = x * 10**m with 0.1 < x < 10: m is 0 near 1, where the logarithm is small.
	m := a.Adjusted()
	if m == -1 {
		m = 0
	}
	x := *a
	x.Exp -= m
	p := bitsFor(n) + 80
	zeros := int64(0)
	if m == 0 {
		// ln(x) is about x-1, so that as many more digits are needed as that has zeros behind the point.
		var one, d Number
		one.SetInt64(1)
		Max.Sub(&d, &x, &one)
		if zeros = -d.Adjusted() + 1; zeros > 0 {
			p += bitsFor(zeros)
		} else {
			zeros = 0
		}
	}
	// One bit more for the argument of a tenth: 2 <= 10*x < 10 in the range of lnFixed.
	f := fixedOf(&x, p)
	quarter := new(big.Int).Lsh(big.NewInt(1), p-2)
	shift := 0
	for f.Cmp(quarter) <= 0 {
		f.Lsh(f, 1)
		shift++
	}
	y := lnFixed(f, p)
	if shift > 0 {
		two := lnFixed(new(big.Int).Lsh(big.NewInt(1), p+1), p)
		y.Sub(y, two.Mul(two, big.NewInt(int64(shift))))
	}
	if m != 0 {
		ln10 := ln10Fixed(p + 66)
		y.Add(y, new(big.Int).Rsh(new(big.Int).Mul(ln10, big.NewInt(m)), 66))
	}
	if decimal {
		y.Lsh(y, p)
		y.Quo(y, ln10Fixed(p))
	}
	neg = y.Sign() < 0
	y.Abs(y)
	places := n + zeros
	y.Mul(y, bigPow10(places))
	return y.Rsh(y, p), -places, neg
}

// logSpecial handles arguments of logarithms that are no positive numbers.
func (c *Context) logSpecial(r, a *Number) (s Status, ok bool) {
	if a.Form != Finite {
		if s, ok := c.checkNaN(r, a, nil); ok {
			return s, true
		}
		if a.Neg {
			return r.fail(InvalidOperation), true
		}
		r.SetInfinite(false)
		return 0, true
	}
	if a.coef.isZero() {
		r.SetInfinite(true)
		return 0, true
	}
	if a.Neg {
		return r.fail(InvalidOperation), true
	}
	return 0, false
}

func (c *Context) log(r, a *Number, decimal bool) Status {
	nearest := *c
	nearest.Round = RoundHalfEven
	if c.Prec > MaxDigits/8 {
		return r.fail(MallocError)
	}
	x := *a
	for guard := int64(guardDigits); ; guard *= 2 {
		k, exp, neg := logarithm(&x, c.Prec+guard, decimal)
		if s, ok := nearest.settle(r, neg, k, exp, guard); ok {
			return s
		}
	}
}

// Ln makes r the natural logarithm of a, rounded to the nearest.
func (c *Context) Ln(r, a *Number) Status {
	if s, ok := c.logSpecial(r, a); ok {
		return s
	}
	var one Number
	one.SetInt64(1)
	if compareAbs(a, &one) == 0 {
		r.set(false, coef{}, 0)
		return 0
	}
	return c.log(r, a, false)
}

// Log10 makes r the logarithm to the base ten of a, rounded to the nearest. It is exact for powers of ten.
func (c *Context) Log10(r, a *Number) Status {
	if s, ok := c.logSpecial(r, a); ok {
		return s
	}
	if a.coef.trailingZeros(a.Digits) == a.Digits-1 {
		if k, _ := a.coef.divPow10(a.Digits-1, a.Digits); k.word == (word{lo: 1}) {
			r.SetInt64(a.Adjusted())
			nearest := *c
			nearest.Round = RoundHalfEven
			return nearest.finish(r)
		}
	}
	return c.log(r, a, true)
}
