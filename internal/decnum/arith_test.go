package decnum

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

// parse makes the number of a text, which must be one.
func parse(t testing.TB, s string) *Number {
	t.Helper()
	n := new(Number)
	if st := n.ParseExact(s); st != 0 {
		t.Fatalf("%q: status %#x", s, st)
	}
	return n
}

// rat is the value of a finite number.
func rat(n *Number) *big.Rat {
	x := new(big.Rat).SetInt(n.Coefficient())
	p := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(max(n.Exp, -n.Exp)), nil))
	if n.Exp < 0 {
		x.Quo(x, p)
	} else {
		x.Mul(x, p)
	}
	if n.Neg {
		x.Neg(x)
	}
	return x
}

// rounded rounds an exact value to prec digits as the definitions of the roundings say.
func rounded(x *big.Rat, prec int64, mode Rounding) (y *big.Rat, inexact bool) {
	if x.Sign() == 0 {
		return x, false
	}
	ten := big.NewRat(10, 1)
	abs := new(big.Rat).Abs(x)
	unit := big.NewRat(1, 1)
	low := new(big.Rat).SetInt(newPow10(prec - 1))
	high := new(big.Rat).SetInt(newPow10(prec))
	for scaled := new(big.Rat).Set(abs); scaled.Cmp(high) >= 0; scaled.Quo(scaled, ten) {
		unit.Mul(unit, ten)
	}
	for scaled := new(big.Rat).Quo(abs, unit); scaled.Cmp(low) < 0; scaled.Mul(scaled, ten) {
		unit.Quo(unit, ten)
	}
	q := new(big.Rat).Quo(abs, unit)
	n := new(big.Int).Quo(q.Num(), q.Denom())
	rest := q.Sub(q, new(big.Rat).SetInt(n))
	cmp := rest.Cmp(big.NewRat(1, 2))
	odd := n.Bit(0) == 1
	last := new(big.Int).Mod(n, big.NewInt(5)).Sign()
	var up bool
	switch mode {
	case RoundUp:
		up = true
	case RoundCeiling:
		up = x.Sign() > 0
	case RoundFloor:
		up = x.Sign() < 0
	case RoundHalfUp:
		up = cmp >= 0
	case RoundHalfDown:
		up = cmp > 0
	case RoundHalfEven:
		up = cmp > 0 || cmp == 0 && odd
	case Round05Up:
		up = last == 0
	}
	inexact = rest.Sign() != 0
	if up && inexact {
		n.Add(n, big.NewInt(1))
	}
	y = unit.Mul(unit, new(big.Rat).SetInt(n))
	if x.Sign() < 0 {
		y.Neg(y)
	}
	return y, inexact
}

// randomNumber makes numbers with up to max digits, among them runs of nines and zeros.
func randomNumber(r *rand.Rand, max int) *Number {
	b := make([]byte, 1+r.IntN(max))
	for i := range b {
		b[i] = byte('0' + r.IntN(10))
	}
	switch fill := r.IntN(6); fill {
	case 0, 1:
		for i := r.IntN(len(b)); i < len(b); i++ {
			b[i] = "09"[fill]
		}
	}
	n := new(Number)
	n.set(r.IntN(2) == 0, coefOfDigits(b), int64(r.IntN(60)-40))
	return n
}

// TestAgainstFractions compares sums, products and quotients with those of fractions.
func TestAgainstFractions(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	ops := []struct {
		name  string
		f     func(c *Context, r, a, b *Number) Status
		exact func(x, y *big.Rat) *big.Rat
	}{
		{"add", (*Context).Add, func(x, y *big.Rat) *big.Rat { return x.Add(x, y) }},
		{"sub", (*Context).Sub, func(x, y *big.Rat) *big.Rat { return x.Sub(x, y) }},
		{"mul", (*Context).Mul, func(x, y *big.Rat) *big.Rat { return x.Mul(x, y) }},
		{"div", (*Context).Div, func(x, y *big.Rat) *big.Rat { return x.Quo(x, y) }},
		{"fma", func(c *Context, r, a, b *Number) Status { return c.FMA(r, a, b, a) }, func(x, y *big.Rat) *big.Rat {
			return new(big.Rat).Add(new(big.Rat).Mul(x, y), x)
		}},
	}
	for range 3000 {
		c := Context{Prec: []int64{1, 2, 5, 9, 19, 28, 28, 36, 37, 38, 39, 60}[r.IntN(12)], Emax: 9999, Emin: -9999, Round: Rounding(r.IntN(8))}
		digits := []int{3, 19, 28, 38, 70}[r.IntN(5)]
		a, b := randomNumber(r, digits), randomNumber(r, digits)
		for _, op := range ops {
			if op.name == "div" && b.IsZero() {
				continue
			}
			var got Number
			s := op.f(&c, &got, a, b)
			want, inexact := rounded(op.exact(rat(a), rat(b)), c.Prec, c.Round)
			if rat(&got).Cmp(want) != 0 || (s&Inexact != 0) != inexact || got.Digits > c.Prec || got.Digits != got.coef.digits() {
				t.Fatalf("%s %v %v, precision %d, rounding %d: %v (status %#x), not %v", op.name, a, b, c.Prec, c.Round, &got, s, want)
			}
		}
	}
}

// TestDivMod checks that quotient and remainder make up the dividend again.
func TestDivMod(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	c := Context{Prec: 60, Emax: 9999, Emin: -9999, Round: RoundHalfEven}
	for range 3000 {
		digits := []int{3, 19, 28, 38, 45}[r.IntN(5)]
		a, b := randomNumber(r, digits), randomNumber(r, digits)
		if b.IsZero() {
			continue
		}
		var q, rest, near Number
		if s := c.DivMod(&q, &rest, a, b); s&DivisionImpossible != 0 {
			continue
		} else if s&^(Rounded|Inexact) != 0 {
			t.Fatalf("divmod %v %v: status %#x", a, b, s)
		} else if s != 0 {
			continue // the remainder does not fit
		}
		sum := new(big.Rat).Mul(rat(&q), rat(b))
		if sum.Add(sum, rat(&rest)).Cmp(rat(a)) != 0 || compareAbs(&rest, b) >= 0 || rest.Neg != a.Neg || q.Neg != (a.Neg != b.Neg) || !q.IsInteger() {
			t.Fatalf("divmod %v %v = %v, %v", a, b, &q, &rest)
		}
		if s := c.RemNear(&near, a, b); s&^(Rounded|Inexact) == 0 && s == 0 {
			twice := new(big.Rat).Mul(rat(&near), big.NewRat(2, 1))
			if twice.Abs(twice).Cmp(new(big.Rat).Abs(rat(b))) > 0 {
				t.Fatalf("remainder_near %v %v = %v", a, b, &near)
			}
		}
	}
}

func TestSqrt(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 1500 {
		c := Context{Prec: []int64{1, 5, 9, 28, 36, 50}[r.IntN(6)], Emax: 9999, Emin: -9999, Round: Rounding(r.IntN(8))}
		a := randomNumber(r, 40)
		a.Neg = false
		if r.IntN(2) == 0 {
			Max.Mul(a, a, a)
		}
		var root Number
		s := c.Sqrt(&root, a)
		if a.IsZero() {
			continue
		}
		// root ± half a unit in the last place encloses the exact root.
		half := rat(&Number{coef: coef{word: word{lo: 5}}, Exp: root.Exp - 1 - (c.Prec - root.Digits), Digits: 1})
		low, high := new(big.Rat).Sub(rat(&root), half), new(big.Rat).Add(rat(&root), half)
		x := rat(a)
		if low.Mul(low, low).Cmp(x) > 0 || high.Mul(high, high).Cmp(x) < 0 || (s&Inexact == 0) != (new(big.Rat).Mul(rat(&root), rat(&root)).Cmp(x) == 0) {
			t.Fatalf("sqrt %v, precision %d: %v (status %#x)", a, c.Prec, &root, s)
		}
	}
}

// TestElementary checks the correct rounding: a result with fewer digits is the rounded one with many more.
func TestElementary(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	ops := []func(c *Context, r, a *Number) Status{(*Context).Exp, (*Context).Ln, (*Context).Log10}
	for i := range 300 {
		c := Context{Prec: []int64{1, 2, 9, 16, 28, 60}[r.IntN(6)], Emax: 99999, Emin: -99999, Round: RoundHalfEven}
		a := randomNumber(r, 20)
		a.Exp = int64(-r.IntN(25))
		op := i % 3
		if op > 0 {
			a.Neg = false
		}
		if a.IsZero() {
			continue
		}
		if op == 0 && a.Adjusted() > 3 {
			a.Exp -= a.Adjusted() - 3
		}
		more := c
		more.Prec += 40
		var x, y Number
		ops[op](&c, &x, a)
		ops[op](&more, &y, a)
		c.Finish(&y)
		if compareNumbers(&x, &y) != 0 {
			t.Fatalf("function %d of %v, precision %d: %v, not %v", op, a, c.Prec, &x, &y)
		}
	}
}

// TestSpecial is a table of corners: the operation, the operands, the result and the conditions.
func TestSpecial(t *testing.T) {
	c := Context{Prec: 5, Emax: 10, Emin: -10, Round: RoundHalfEven}
	one := func(f func(c *Context, r, a *Number) Status) func(c *Context, r, a, b *Number) Status {
		return func(c *Context, r, a, _ *Number) Status { return f(c, r, a) }
	}
	for _, x := range []struct {
		f      func(c *Context, r, a, b *Number) Status
		a, b   string
		want   string
		status Status
	}{
		{(*Context).Add, "Inf", "-Inf", "NaN", InvalidOperation},
		{(*Context).Add, "sNaN7", "NaN8", "NaN7", InvalidOperation},
		{(*Context).Add, "NaN123456", "1", "NaN23456", 0},
		{(*Context).Add, "1E+10", "1E-999", "1.0000E+10", Inexact | Rounded},
		{(*Context).Add, "9.9999E+10", "5E+5", "Infinity", Overflow | Inexact | Rounded},
		{(*Context).Sub, "1.00", "1", "0.00", 0},
		{(*Context).Mul, "0", "-Inf", "NaN", InvalidOperation},
		{(*Context).Mul, "1E-8", "1E-8", "0E-14", Underflow | Subnormal | Inexact | Rounded | Clamped},
		{(*Context).Mul, "1E-7", "1E-6", "1E-13", Subnormal},
		{(*Context).Div, "1", "0", "Infinity", DivisionByZero},
		{(*Context).Div, "0", "0", "NaN", DivisionUndefined},
		{(*Context).Div, "1", "Inf", "0E-14", Clamped},
		{(*Context).Div, "2.400", "2.0", "1.20", 0},
		{(*Context).DivInt, "1E+9", "1E-9", "NaN", DivisionImpossible},
		{(*Context).Rem, "1", "0", "NaN", InvalidOperation},
		{(*Context).Rem, "-7", "2.0", "-1.0", 0},
		{(*Context).RemNear, "7", "2", "-1", 0},
		{(*Context).Pow, "0", "0", "NaN", InvalidOperation},
		{(*Context).Pow, "-8", "0.5", "NaN", InvalidOperation},
		{(*Context).Pow, "2", "10", "1024", 0},
		{(*Context).Pow, "1.00", "3", "1.0000", Rounded},
		{(*Context).Quantize, "12345", "0.1", "NaN", InvalidOperation},
		{(*Context).Quantize, "1.25", "0.1", "1.2", Inexact | Rounded},
		{(*Context).ScaleB, "1", "1000", "NaN", InvalidOperation},
		{(*Context).Shift, "12345", "2", "34500", 0},
		{(*Context).Rotate, "12345", "-2", "45123", 0},
		{(*Context).And, "1100", "101", "100", 0},
		{(*Context).Xor, "1100", "102", "NaN", InvalidOperation},
		{(*Context).MaxOf, "NaN", "3", "3", 0},
		{(*Context).MinOf, "1.0", "1", "1.0", 0},
		{(*Context).NextToward, "1", "2", "1.0001", 0},
		{one((*Context).NextMinus), "Inf", "0", "9.9999E+10", 0},
		{one((*Context).Reduce), "-120.00", "0", "-1.2E+2", 0},
		{one((*Context).Plus), "-0", "0", "0", 0},
		{one((*Context).Sqrt), "-1", "0", "NaN", InvalidOperation},
		{one((*Context).Sqrt), "100", "0", "10", 0},
		{one((*Context).Ln), "0", "0", "-Infinity", 0},
		{one((*Context).LogB), "0", "0", "-Infinity", DivisionByZero},
		{one((*Context).Exp), "0", "0", "1", 0},
		{one((*Context).Exp), "30", "0", "Infinity", Overflow | Inexact | Rounded},
		{one((*Context).Log10), "0.001", "0", "-3", 0},
	} {
		var r Number
		s := x.f(&c, &r, parse(t, x.a), parse(t, x.b))
		if r.String() != x.want || s != x.status {
			t.Errorf("%s, %s: %s with status %#x, not %s with %#x", x.a, x.b, &r, s, x.want, x.status)
		}
	}
}
