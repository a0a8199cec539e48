package libm

import (
	"math"
	"math/rand/v2"
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

// Powers close to the middle between two floats, where the C library's logarithm is not near enough for the nearest: of CPython.
func TestPowRoundings(t *testing.T) {
	for _, c := range []struct{ x, y, want float64 }{
		{0x1.fef3edfc3857bp-01, 0x1.2caec7d543d5ap+18, 0x1.7da51fadad21fp-910},
		{0x1.ffaf7fa0cf8b5p-01, -0x1.1479f9b278ff4p+20, 0x1.aa9e5389cd2b2p+1003},
		{0x1.0035f5557c53cp+00, -0x1.9341254e82dfdp+19, 0x1.56377238dcd3ap-981},
		{0x1.009f280e6a5a7p+00, 0x1.784517697968bp+17, 0x1.1d9325bd84d6fp+674},
		{0x1.fe8e5ec885b35p-01, 0x1.6242ba8d2e799p+17, 0x1.0219d4ca86b87p-739},
		{0x1.0083f75aa361bp+00, 0x1.16af95c6c0a27p+18, 0x1.262619195a8cfp+828},
		{0x1.19e83950c53a7p+00, -0x1.11ce4b852623bp+12, 0x1.a659e4972ac58p-610},
		{0x1.0037b68d73f0bp+00, 0x1.645ba70982e35p+19, 0x1.a3b34f38c3999p+894},
		{0x1.ff1799d6019p-01, 0x1.80321f2327ed4p+17, 0x1.4c19687375f95p-504},
		{0x1.ff6f5ac7ab3dbp-01, 0x1.10408e99ca95dp+18, 0x1.dde1e89e9c93dp-445},
	} {
		if got := Pow(c.x, c.y); got != c.want {
			t.Errorf("Pow(%x, %x) = %x, want %x", c.x, c.y, got, c.want)
		}
	}
}

// The logarithm in pow is as near as its comment says, in every step of its table.
func TestPowLog(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for i := range uint64(len(powTable)) {
		for range 200 {
			x := math.Float64frombits(firstPowMantissa + i<<45 + r.Uint64N(1<<45))
			got := powLog(x)
			want := bigLog(x)
			rest := bigFloat(0).Sub(want, bigFloat(got.hi))
			off, _ := rest.Sub(rest, bigFloat(got.lo)).Float64()
			if math.Abs(off) > 0x1p-68*math.Abs(got.hi) {
				t.Errorf("log(%x) is off by %g of it", x, off/got.hi)
			}
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
