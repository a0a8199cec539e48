package libm

import (
	"bufio"
	"math"
	"math/big"
	"math/rand"
	"os"
	"strconv"
	"strings"
	"testing"
)

// testdata/samples.txt holds arguments and results of a Python as bit patterns, recorded by mathcheck. They are equal
// but for the functions whose roundings in the C library are not known, which may be off by an ulp.
func TestSamples(t *testing.T) {
	f, err := os.Open("testdata/samples.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	functions := map[string]*Function{}
	for i := range Functions {
		functions[Functions[i].Name] = &Functions[i]
	}
	total, differ := map[string]int{}, map[string]int{}
	for s := bufio.NewScanner(f); s.Scan(); {
		fields := strings.Fields(s.Text())
		fn := functions[fields[0]]
		if fn == nil {
			t.Fatalf("no function %s", fields[0])
		}
		var v [3]float64
		for i := range v {
			bits, err := strconv.ParseUint(fields[i+1], 16, 64)
			if err != nil {
				t.Fatal(err)
			}
			v[i] = math.Float64frombits(bits)
		}
		got := fn.Call(v[0], v[1])
		total[fn.Name]++
		if v[2] != v[2] && got-got != 0 {
			continue // an error
		}
		switch d := Distance(got, v[2]); {
		case d > 1:
			t.Errorf("%s(%x, %x) = %x, want %x", fn.Name, v[0], v[1], got, v[2])
		case d > 0:
			differ[fn.Name]++
		}
	}
	for name := range functions {
		most := 0
		switch name {
		case "asin", "acos", "atan", "atan2":
			most = 2
		}
		if total[name] < 200 || differ[name] > most {
			t.Errorf("%s: %d of %d results differ", name, differ[name], total[name])
		}
	}
}

// The reduction of large angles against one with 1,400 bits.
func TestFarQuarters(t *testing.T) {
	const prec = 1400
	quarter := new(big.Float).SetPrec(prec).Quo(big.NewFloat(1).SetPrec(prec), twoOverPiBig(prec))
	r := rand.New(rand.NewSource(1))
	for range 3000 {
		x := math.Ldexp(1+r.Float64(), r.Intn(1010)+13)
		a, n := farQuarters(x)
		checkReduction(t, quarter, x, a, n, 0x1p-90)
		if x < nearTurns {
			a, n := nearQuarters(x)
			// 27 + 53 bits after the point and those of the quotient.
			checkReduction(t, quarter, x, a, n, 0x1p-60)
		}
	}
}

// checkReduction compares x with n quarter turns and a.
func checkReduction(t *testing.T, quarter *big.Float, x float64, a num, n int, most float64) {
	t.Helper()
	const prec = 1400
	turns := new(big.Float).SetPrec(prec).SetFloat64(x)
	turns.Quo(turns, quarter)
	whole, _ := new(big.Float).Add(turns, big.NewFloat(0.5)).Int(nil)
	if want := int(new(big.Int).And(whole, big.NewInt(3)).Int64()); want != n&3 {
		t.Fatalf("%x: quarter %d, want %d", x, n&3, want)
	}
	rest := turns.Sub(turns, new(big.Float).SetPrec(prec).SetInt(whole))
	rest.Mul(rest, quarter)
	sum := new(big.Float).SetPrec(prec).Add(big.NewFloat(a.hi), big.NewFloat(a.lo))
	d := sum.Sub(sum, rest)
	if e, _ := d.Quo(d, rest).Float64(); math.Abs(e) > most {
		t.Fatalf("%x: the rest is off by %g of it", x, e)
	}
}

func twoOverPiBig(prec uint) *big.Float {
	n := new(big.Int)
	for _, w := range twoOverPi {
		n.Lsh(n, 64).Or(n, new(big.Int).SetUint64(w))
	}
	f := new(big.Float).SetPrec(prec).SetInt(n)
	return f.SetMantExp(f, -64*len(twoOverPi))
}

// Results that are exact or have a sign.
func TestExactResults(t *testing.T) {
	negZero := math.Copysign(0, -1)
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"exp2(10)", Exp2(10), 1024}, {"exp2(-1074)", Exp2(-1074), 5e-324}, {"log2(2^-1074)", Log2(5e-324), -1074},
		{"log10(1e22)", Log10(1e22), 22}, {"cbrt(8)", Cbrt(8), 2}, {"sin(-0)", Sin(negZero), negZero}, {"atan(-0)", Atan(negZero), negZero},
		{"tan(-0)", Tan(negZero), negZero}, {"asin(1)", Asin(1), math.Pi / 2}, {"acos(-1)", Acos(-1), math.Pi}, {"acos(1)", Acos(1), 0},
		{"gamma(23)", Gamma(23), 1.1240007277776077e21}, {"lgamma(2)", Lgamma(2), 0}, {"cosh(0)", Cosh(0), 1}, {"erfc(28)", Erfc(28), 0},
		{"exp(-745.1)", Exp(-745.1), 5e-324}, {"exp(-708.5)", Exp(-708.5), 2.006132305331306e-308}, {"10**23", Pow(10, 23), 1.0000000000000001e+23},
		{"3**34", Pow(3, 34), 1.667718169966657e+16}, {"log(1)", Log(1), 0}, {"tan(0.787)", Tan(0.787), 1.0032088159484203},
		{"atan2(-0, -1)", Atan2(negZero, -1), -math.Pi}, {"hypot(3, 4)", Hypot(3, 4), 5}, {"expm1(-0)", Expm1(negZero), negZero},
	} {
		if Distance(c.got, c.want) != 0 {
			t.Errorf("%s is %v, want %v", c.name, c.got, c.want)
		}
	}
}
