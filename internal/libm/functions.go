package libm

import "math"

// Function describes a function for those who compare it with others: its name in Python's module math, or the expression
// of Python that gives it, and the range of arguments where it is commonly used.
type Function struct {
	Name        string
	Python      string
	One         func(x float64) float64
	Two         func(x, y float64) float64
	Low, High   float64
	Low2, High2 float64
}

// Call calls the function; one of a single argument ignores y.
func (f *Function) Call(x, y float64) float64 {
	if f.Two != nil {
		return f.Two(x, y)
	}
	return f.One(x)
}

// Functions lists the functions that round their results.
var Functions = [...]Function{
	{Name: "exp", One: Exp, Low: -30, High: 30},
	{Name: "exp2", One: Exp2, Low: -30, High: 30},
	{Name: "expm1", One: Expm1, Low: -5, High: 5},
	{Name: "log", One: Log, High: 100},
	{Name: "log2", One: Log2, High: 100},
	{Name: "log10", One: Log10, High: 100},
	{Name: "log1p", One: Log1p, Low: -0.9, High: 10},
	{Name: "pow", Two: Pow, High: 20, Low2: -20, High2: 20},
	{Name: "sin", One: Sin, Low: -30, High: 30},
	{Name: "cos", One: Cos, Low: -30, High: 30},
	{Name: "tan", One: Tan, Low: -30, High: 30},
	{Name: "asin", One: Asin, Low: -1, High: 1},
	{Name: "acos", One: Acos, Low: -1, High: 1},
	{Name: "atan", One: Atan, Low: -10, High: 10},
	{Name: "atan2", Two: Atan2, Low: -10, High: 10, Low2: -10, High2: 10},
	{Name: "sinh", One: Sinh, Low: -10, High: 10},
	{Name: "cosh", One: Cosh, Low: -10, High: 10},
	{Name: "tanh", One: Tanh, Low: -5, High: 5},
	{Name: "asinh", One: Asinh, Low: -100, High: 100},
	{Name: "acosh", One: Acosh, Low: 1, High: 100},
	{Name: "atanh", One: Atanh, Low: -1, High: 1},
	{Name: "cbrt", One: Cbrt, Low: -100, High: 100},
	{Name: "erf", One: Erf, Low: -4, High: 4},
	{Name: "erfc", One: Erfc, Low: -4, High: 10},
	{Name: "gamma", One: Gamma, Low: -20, High: 60},
	{Name: "lgamma", One: Lgamma, Low: -20, High: 60},
	{Name: "hypot", Python: "lambda x, y: abs(complex(x, y))", Two: Hypot, Low: -100, High: 100, Low2: -100, High2: 100},
}

// Distance is how many floats lie between a and b, 0 where both are NaN.
func Distance(a, b float64) uint64 {
	if a == b && math.Signbit(a) == math.Signbit(b) || a != a && b != b {
		return 0
	}
	if a != a || b != b {
		return math.MaxUint64
	}
	order := func(f float64) int64 {
		bits := int64(math.Float64bits(f))
		if bits < 0 {
			return math.MinInt64 - bits
		}
		return bits
	}
	d := order(a) - order(b)
	if d < 0 {
		d = -d
	}
	return max(uint64(d), 1)
}
