package libm

import (
	"math"
	"testing"
)

// The cost of each function beside that of Go's own.
func BenchmarkFunctions(b *testing.B) {
	theirs := map[string]func(float64) float64{
		"exp": math.Exp, "log": math.Log, "sin": math.Sin, "cos": math.Cos, "tan": math.Tan, "atan": math.Atan, "asin": math.Asin,
		"acos": math.Acos, "log2": math.Log2, "exp2": math.Exp2, "expm1": math.Expm1, "log1p": math.Log1p, "erf": math.Erf,
	}
	var x [256]float64
	for i := range x {
		x[i] = 0.003 + float64(i)/300
	}
	sum := 0.0
	run := func(name string, f func(float64) float64) {
		b.Run(name, func(b *testing.B) {
			for i := range b.N {
				sum += f(x[i&255])
			}
		})
	}
	for _, f := range Functions {
		if f.One != nil && theirs[f.Name] != nil {
			run(f.Name, f.One)
			run(f.Name+"-go", theirs[f.Name])
		}
	}
	two := func(name string, f func(x, y float64) float64) {
		b.Run(name, func(b *testing.B) {
			for i := range b.N {
				sum += f(x[i&255]*7, x[(i+100)&255]*5)
			}
		})
	}
	two("pow", Pow)
	two("pow-go", math.Pow)
	two("atan2", Atan2)
	two("atan2-go", math.Atan2)
}
