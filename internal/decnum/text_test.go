package decnum

import (
	"math"
	"math/big"
	"testing"
)

func TestText(t *testing.T) {
	for _, x := range []struct{ in, scientific, engineering string }{
		{"-00123.4500", "-123.4500", "-123.4500"},
		{"1E+3", "1E+3", "1E+3"},
		{"12e7", "1.2E+8", "120E+6"},
		{"0e5", "0E+5", "0.0E+6"},
		{"0E-8", "0E-8", "0.00E-6"},
		{".5", "0.5", "0.5"},
		{"5.", "5", "5"},
		{"1E-7", "1E-7", "100E-9"},
		{"0.000001", "0.000001", "0.000001"},
		{"-iNf", "-Infinity", "-Infinity"},
		{"nan0012", "NaN12", "NaN12"},
		{"+sNaN", "sNaN", "sNaN"},
		{"1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890"},
		{"340282366920938463463374607431768211456e-3", "340282366920938463463374607431768211.456", "340282366920938463463374607431768211.456"},
		{"10000000000000000000000000000000000000", "10000000000000000000000000000000000000", "10000000000000000000000000000000000000"},
	} {
		n := parse(t, x.in)
		if got := n.String(); got != x.scientific {
			t.Errorf("%s: %s, not %s", x.in, got, x.scientific)
		}
		if got := string(n.Append(nil, 'E', true)); got != x.engineering {
			t.Errorf("%s in engineering notation: %s, not %s", x.in, got, x.engineering)
		}
	}
	for _, s := range []string{"", "+", ".", "e5", "1e", "1e+", "1.2.3", "1_0", " 1", "nanx", "na", "infi", "--1", "1e5.0", "0x1"} {
		if st := new(Number).ParseExact(s); st != ConversionSyntax {
			t.Errorf("%q: status %#x", s, st)
		}
	}
	for _, s := range []string{"1e1000000000000000000", "1e999999999999999999999999", "1e-99999999999999999999", "0e99999999999999999999"} {
		if st := new(Number).ParseExact(s); st != InvalidOperation {
			t.Errorf("%q: status %#x", s, st)
		}
	}
}

func TestFloats(t *testing.T) {
	for f, want := range map[float64]string{
		0.1: "0.1000000000000000055511151231257827021181583404541015625", -2.5: "-2.5", 1e23: "99999999999999991611392",
		math.Inf(-1): "-Infinity", 0: "0", 3: "3",
	} {
		var n Number
		if s := n.SetFloat(f); s != 0 || n.String() != want {
			t.Errorf("%v: %s with status %#x, not %s", f, &n, s, want)
		}
	}
}

// TestHash checks that equal numbers have equal hashes, whatever their exponents: 2**61-1 is the modulus.
func TestHash(t *testing.T) {
	for _, x := range []struct {
		in   string
		want int64
	}{
		{"0", 0}, {"1.000", 1}, {"-1", -2}, {"2305843009213693951", 0}, {"2305843009213693952", 1}, {"1e3", 1000}, {"0.5", 1152921504606846976},
	} {
		n := parse(t, x.in)
		if got := n.Hash(); got != x.want {
			t.Errorf("hash of %s: %d, not %d", x.in, got, x.want)
		}
	}
	long, short := parse(t, "-100000000000000000000000000000000000000000"), parse(t, "-1e41")
	if long.Hash() != short.Hash() {
		t.Errorf("%s and %s have different hashes", long, short)
	}
}

func TestManyDigits(t *testing.T) {
	for _, n := range []int{39, 999, 1000, 1001, 1999, 2000, 2001, 4001, 12_345} {
		d := make([]byte, n)
		for i := range d {
			d[i] = byte('1' + i*i%9)
		}
		want, _ := new(big.Int).SetString(string(d), 10)
		if got := bigOfDigits(d); got.Cmp(want) != 0 {
			t.Errorf("%d digits are read wrongly", n)
		}
	}
}
