package decnum

import "testing"

// The operations at the usual precision, on short operands and on those of 28 digits.
func BenchmarkArithmetic(b *testing.B) {
	c := Context{Prec: 28, Emax: 999999, Emin: -999999, Round: RoundHalfEven}
	for _, operands := range [...]struct{ name, x, y string }{
		{"short", "123.45", "67.891"},
		{"full", "0.3333333333333333333333333333", "0.2857142857142857142857142857"},
		{"apart", "1234567.333333333333333333333", "0.00002857142857142857142857142857"},
	} {
		var x, y, r Number
		x.ParseExact(operands.x)
		y.ParseExact(operands.y)
		for _, op := range [...]struct {
			name string
			f    func(c *Context, r, a, b *Number) Status
		}{
			{"add", (*Context).Add}, {"sub", (*Context).Sub}, {"mul", (*Context).Mul}, {"div", (*Context).Div}, {"divint", (*Context).DivInt},
			{"rem", (*Context).Rem}, {"compare", (*Context).Compare},
			{"quantize", (*Context).Quantize},
			{"fma", func(c *Context, r, a, b *Number) Status { return c.FMA(r, a, b, a) }},
			{"sqrt", func(c *Context, r, a, _ *Number) Status { return c.Sqrt(r, a) }},
			{"exp", func(c *Context, r, a, _ *Number) Status { return c.Exp(r, a) }},
			{"ln", func(c *Context, r, a, _ *Number) Status { return c.Ln(r, a) }},
			{"pow", (*Context).Pow},
		} {
			b.Run(operands.name+"/"+op.name, func(b *testing.B) {
				for b.Loop() {
					op.f(&c, &r, &x, &y)
				}
			})
		}
	}
}
