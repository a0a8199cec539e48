package mathmodule

import (
	"math"
	"slices"
	"testing"
)

func TestPartials(t *testing.T) {
	for _, c := range []struct {
		in   []float64
		want float64
	}{
		{nil, 0}, {[]float64{.1, .1, .1, .1, .1, .1, .1, .1, .1, .1}, 1}, {[]float64{1e16, 1, 1e-16}, 10000000000000002},
		{[]float64{1e100, 1, -1e100}, 1}, {[]float64{1e308, -1e308, 5}, 5},
	} {
		var p partials
		for _, x := range c.in {
			p.add(x)
		}
		if got := p.round(); got != c.want {
			t.Errorf("sum of %v is %v, want %v", c.in, got, c.want)
		}
	}
}

func TestNorm(t *testing.T) {
	for _, c := range []struct {
		in   []float64
		want float64
	}{
		{[]float64{3, 4, 12}, 13}, {[]float64{1e308, 1e308}, 1.4142135623730951e308}, {[]float64{5e-324, 0}, 5e-324},
		{[]float64{math.Inf(-1), math.NaN()}, math.Inf(1)}, {nil, 0},
		// Half way between two floats.
		{slices.Repeat([]float64{0x1.0dbbf3d9d4c51p+863}, 9), 0x1.9499edc6bf279p+864},
	} {
		if got := norm(append([]float64(nil), c.in...)); got != c.want {
			t.Errorf("norm of %v is %v, want %v", c.in, got, c.want)
		}
	}
}
