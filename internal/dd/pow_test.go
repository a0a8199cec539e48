package dd

import (
	"bufio"
	"math"
	"math/rand"
	"os"
	"strconv"
	"strings"
	"testing"
)

// testdata/pow.txt holds arguments and results of a C library's pow, written by testdata/pow.py. A library that is good to
// 0.52 ulp differs from the correctly rounded result in few places, by one ulp.
func TestPowAgainstLibrary(t *testing.T) {
	f, err := os.Open("testdata/pow.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	total, differ := 0, 0
	for s := bufio.NewScanner(f); s.Scan(); {
		var v [3]float64
		for i, text := range strings.Fields(s.Text()) {
			if !strings.Contains(text, "p") && text != "inf" {
				t.Fatalf("bad line %q", s.Text())
			}
			if v[i], err = strconv.ParseFloat(text, 64); err != nil {
				t.Fatal(err)
			}
		}
		total++
		got := Pow(v[0], v[1])
		if got == v[2] {
			continue
		}
		differ++
		if math.Abs(got-v[2]) > math.Abs(v[2])*0x1p-52 {
			t.Errorf("Pow(%v, %v) = %v, want %v", v[0], v[1], got, v[2])
		}
	}
	t.Logf("%d of %d differ", differ, total)
	if total < 2900 || differ*100 > total {
		t.Errorf("%d of %d results differ", differ, total)
	}
}

func TestPowSpecial(t *testing.T) {
	inf, nan, tenth := math.Inf(1), math.NaN(), 0.1
	for _, c := range []struct{ x, y, want float64 }{
		{2, 10, 1024}, {3, 2, 9}, {-2, 3, -8}, {-2, 2, 4}, {2, -1, 0.5}, {10, 22, 1e22}, {2, 0.5, math.Sqrt2}, {0, 0, 1},
		{nan, 0, 1}, {1, nan, 1}, {2, nan, nan}, {inf, 2, inf}, {inf, -1, 0}, {-1, inf, 1}, {0.5, inf, 0}, {2, 1024, inf},
		{2, -1074, 5e-324}, {2, -1075, 0}, {-8, 1.0 / 3, nan}, {math.Copysign(0, -1), 3, 0}, {2, 1023, 0x1p1023}, {tenth, 2, tenth * tenth},
		{-1, 3, -1}, {-1, 1e300, 1}, {5e-324, 0.5, 0x1p-537},
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

func TestInverse(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 2000 {
		x := math.Ldexp(1+r.Float64(), r.Intn(600)-300)
		l := log(x)
		m, k := exp(l)
		got := math.Ldexp(m.hi, k)
		if got != x || math.Abs(m.lo) > math.Abs(m.hi)*0x1p-80 {
			t.Fatalf("exp(log(%x)) = %x + %x", x, got, m.lo)
		}
	}
}

func BenchmarkPow(b *testing.B) {
	x := 1.0
	for b.Loop() {
		x += Pow(1.37, 2.71) * 1e-9
	}
}
