package libm

import "math"

// Hypot returns the length of the vector (x, y) as C's hypot does: the square root of the sum of squares with Borges'
// correction ("An improved algorithm for hypot(a, b)", 2019), after scaling where a square would leave the range. An
// infinite part makes the length infinite even beside a NaN.
func Hypot(x, y float64) float64 {
	x, y = math.Abs(x), math.Abs(y)
	switch {
	case math.IsInf(x, 0) || math.IsInf(y, 0):
		return math.Inf(1)
	case x != x || y != y:
		return math.NaN()
	case x < y:
		x, y = y, x
	}
	const scale = 0x1p600
	switch {
	case y <= x*0x1p-54:
		return x + y
	case x > 0x1p511:
		return corrected(x/scale, y/scale) * scale
	case y < 0x1p-459:
		return corrected(x*scale, y*scale) / scale
	}
	return corrected(x, y)
}

// corrected is Hypot for x >= y > 0 whose squares are in range: h - (h² - x² - y²)/2h, the numerator expanded so that it
// does not cancel.
func corrected(x, y float64) float64 {
	h := math.Sqrt(float64(x*x) + float64(y*y))
	var e float64
	if h <= 2*y {
		d := h - y
		e = float64(x*(2*d-x)) + float64((d-2*(x-y))*d)
	} else {
		d := h - x
		e = float64(2*d*(x-2*y)) + (float64((4*d-y)*y) + float64(d*d))
	}
	return h - e/(2*h)
}
