package objects

import (
	"math/big"
	"math/rand"
	"strings"
	"testing"
)

// randomInts returns numbers around the sizes at which the representation changes, of both signs.
func randomInts(r *rand.Rand, n int) []*big.Int {
	sizes := []uint{3, 48, 49, 50, 63, 64, 65, 100, 126, 127, 128, 129, 191, 192, 200, 640, 2048, 2100, 64*longScratch - 1, 64 * longScratch, 64*longScratch + 70}
	var l []*big.Int
	for range n {
		bits := sizes[r.Intn(len(sizes))]
		v := new(big.Int).Lsh(big.NewInt(1), bits)
		if r.Intn(3) > 0 {
			v.Rand(r, v)
		} else {
			v.Add(v, big.NewInt(int64(r.Intn(5)-2)))
		}
		if r.Intn(2) == 0 {
			v.Neg(v)
		}
		l = append(l, v)
	}
	return l
}

// TestLongInts compares the operators, whose results lie in memory of several forms, with math/big.
func TestLongInts(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	as, bs := randomInts(r, 3000), randomInts(r, 3000)
	floor := func(a, b *big.Int) (q, m *big.Int) {
		q, m = new(big.Int).QuoRem(a, b, new(big.Int))
		if m.Sign() != 0 && m.Sign() != b.Sign() {
			q.Sub(q, big.NewInt(1))
			m.Add(m, b)
		}
		return q, m
	}
	ops := map[string]struct {
		f    BinaryFunc
		want func(a, b *big.Int) *big.Int
	}{
		"+":  {intAdd, func(a, b *big.Int) *big.Int { return new(big.Int).Add(a, b) }},
		"-":  {intSub, func(a, b *big.Int) *big.Int { return new(big.Int).Sub(a, b) }},
		"*":  {intMul, func(a, b *big.Int) *big.Int { return new(big.Int).Mul(a, b) }},
		"&":  {intAnd, func(a, b *big.Int) *big.Int { return new(big.Int).And(a, b) }},
		"|":  {intOr, func(a, b *big.Int) *big.Int { return new(big.Int).Or(a, b) }},
		"^":  {intXor, func(a, b *big.Int) *big.Int { return new(big.Int).Xor(a, b) }},
		"//": {intFloorDiv, func(a, b *big.Int) *big.Int { q, _ := floor(a, b); return q }},
		"%":  {intMod, func(a, b *big.Int) *big.Int { _, m := floor(a, b); return m }},
	}
	// Results are read only after many others were made: none may share memory with the work of another.
	type result struct {
		text string
		got  Value
		want *big.Int
	}
	var results []result
	for i, a := range as {
		b := bs[i]
		x, y := BigInt(new(big.Int).Set(a)), BigInt(new(big.Int).Set(b))
		for name, op := range ops {
			if b.Sign() == 0 && (name == "//" || name == "%") {
				continue
			}
			got, err := op.f(nil, x, y)
			if err != nil {
				t.Fatal(err)
			}
			results = append(results, result{a.String() + name + b.String(), got, op.want(a, b)})
		}
		if c := compareInts(x, y); c != a.Cmp(b) {
			t.Errorf("compare %.100s with %.100s: %d", a, b, c)
		}
		f, ok := intToFloat(x)
		want, _ := new(big.Float).SetInt(a).Float64()
		if ok && f != want || ok != (a.BitLen() < 1024) && a.BitLen() != 1024 {
			t.Errorf("float(%.100s): %v, %v", a, f, ok)
		}
	}
	for _, c := range results {
		if BigOf(c.got).Cmp(c.want) != 0 {
			t.Errorf("%.200s is %.100s, want %.100s", c.text, BigOf(c.got), c.want)
		}
		if w := BigInt(new(big.Int).Set(c.want)); w.IsInline() != c.got.IsInline() {
			t.Errorf("%.200s: the result has another form", c.text)
		} else if !w.IsInline() && (As[IntObject](w).big == nil) != (As[IntObject](c.got).big == nil) {
			t.Errorf("%.200s: the result has another form", c.text)
		}
	}
}

// TestIntDigits compares the conversions of digits with math/big's.
func TestIntDigits(t *testing.T) {
	defer func(n int) { IntMaxStrDigits = n }(IntMaxStrDigits)
	IntMaxStrDigits = 0
	r := rand.New(rand.NewSource(2))
	for _, a := range randomInts(r, 2000) {
		v := BigInt(new(big.Int).Set(a))
		if b, ok := appendDecimal(nil, v); ok && string(b) != a.String() {
			t.Errorf("%.100s in decimal: %.100s", a, b)
		} else if ok != (len(a.Bits()) <= directWords) {
			t.Errorf("%.100s in decimal: %t", a, ok)
		}
		for _, base := range []int{2, 8, 16} {
			if b := appendBits(nil, v, base); string(b) != strings.TrimPrefix(a.Text(base), "-") {
				t.Errorf("%.100s in base %d: %.100s", a.Text(base), base, b)
			}
		}
		for _, base := range []int{2, 3, 8, 10, 16, 29, 36} {
			got, ok, err := parseInt(a.Text(base), base)
			if !ok || err != nil || BigOf(got).Cmp(a) != 0 {
				t.Errorf("%.100s in base %d is read differently", a.Text(base), base)
			}
		}
	}
}
