package libm

import (
	"math"
	"testing"
)

func TestPowSpecial(t *testing.T) {
	inf, nan, tenth := math.Inf(1), math.NaN(), 0.1
	for _, c := range []struct{ x, y, want float64 }{
		{2, 10, 1024}, {3, 2, 9}, {-2, 3, -8}, {-2, 2, 4}, {2, -1, 0.5}, {10, 22, 1e22}, {2, 0.5, math.Sqrt2}, {0, 0, 1},
		{nan, 0, 1}, {1, nan, 1}, {2, nan, nan}, {inf, 2, inf}, {inf, -1, 0}, {-1, inf, 1}, {0.5, inf, 0}, {2, 1024, inf},
		{2, -1074, 5e-324}, {2, -1075, 0}, {-8, 1.0 / 3, nan}, {math.Copysign(0, -1), 3, 0}, {2, 1023, 0x1p1023}, {tenth, 2, tenth * tenth},
		{-1, 3, -1}, {-1, 1e300, 1}, {5e-324, 0.5, 0x1p-537}, {10, 25, 1e25}, {10, 26, 1e26}, {10, 27, 1e27}, {5, 23, 0x1.52d02c7e14af6p+53},
		{3, 33, 5559060566555523}, {0x1.8p-40, 27, 0x0.0000000000378p-1022},
	} {
		if got := Pow(c.x, c.y); got != c.want && !(got != got && c.want != c.want) {
			t.Errorf("Pow(%v, %v) = %v, want %v", c.x, c.y, got, c.want)
		}
	}
}

func TestExpLog(t *testing.T) {
	for _, c := range []struct{ x, exp, log float64 }{
		{1, math.E, 0}, {2, 0x1.d8e64b8d4ddaep+2, math.Ln2}, {10, 0x1.5829dcf950560p+14, math.Ln10},
		{0.5, 0x1.a61298e1e069cp+0, -math.Ln2}, {700, 0x1.d945df4f8ec8ep+1009, 0x1.a344e6741ebabp+2},
	} {
		if got := Log(c.x); got != c.log {
			t.Errorf("Log(%v) = %v, want %v", c.x, got, c.log)
		}
		if got := Exp(c.x); got != c.exp {
			t.Errorf("Exp(%v) = %x, want %x", c.x, got, c.exp)
		}
	}
}

func BenchmarkPow(b *testing.B) {
	x := 1.0
	for b.Loop() {
		x += Pow(1.37, 2.71) * 1e-9
	}
}
