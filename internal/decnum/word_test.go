package decnum

import (
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
)

// randomWide makes numbers of all lengths, with runs of zeros and ones among their bits.
func randomWide(r *rand.Rand, words int) (w wide) {
	for i := range words {
		switch r.IntN(4) {
		case 0:
			w[i] = 0
		case 1:
			w[i] = ^uint64(0)
		default:
			w[i] = r.Uint64() >> r.IntN(64)
		}
	}
	return w
}

func TestWordArithmetic(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	limit := newPow10(maxWideDigits)
	for range 50_000 {
		x, y := randomWide(r, 4), randomWide(r, 2)
		bx, by := bigOf(x), bigOf(y)
		if y.isWord() && !y.word().isZero() {
			q, rest := x.div(y.word())
			wantQ, wantR := new(big.Int).QuoRem(bx, by, new(big.Int))
			if bigOf(q).Cmp(wantQ) != 0 || bigOf(wide{rest.lo, rest.hi}).Cmp(wantR) != 0 {
				t.Fatalf("%v / %v = %v, %v", bx, by, q, rest)
			}
		}
		a, b := wide{x[0], x[1]}.word(), y.word()
		if p := a.mul(b); bigOf(p).Cmp(new(big.Int).Mul(bigOf(wide{a.lo, a.hi}), by)) != 0 {
			t.Fatalf("%v * %v = %v", a, b, p)
		}
		if want := len(by.String()); b.digits() != int64(want) {
			t.Fatalf("%v has %d digits, not %d", by, want, b.digits())
		}
		if bx.Cmp(limit) < 0 {
			if want := len(bx.String()); x.digits() != int64(want) {
				t.Fatalf("%v has %d digits, not %d", bx, want, x.digits())
			}
			root, exact := x.sqrt()
			want := new(big.Int).Sqrt(bx)
			if bigOf(wide{root.lo, root.hi}).Cmp(want) != 0 || exact != (new(big.Int).Mul(want, want).Cmp(bx) == 0) {
				t.Fatalf("sqrt(%v) = %v, %v, not %v", bx, root, exact, want)
			}
		}
	}
}

func TestPowersOfTen(t *testing.T) {
	for n := range int64(maxWideDigits + 1) {
		want := new(big.Int).Exp(big.NewInt(10), big.NewInt(n), nil)
		if bigOf(widePow10(n)).Cmp(want) != 0 {
			t.Errorf("10**%d", n)
		}
		if n <= maxWordDigits && (pow10[n].digits() != n+1 || pow10[n].sub(word{lo: 1}).digits() != max(n, 1)) {
			t.Errorf("digits near 10**%d", n)
		}
		if newPow10(n).Cmp(want) != 0 || bigDigits(want) != n+1 {
			t.Errorf("10**%d as a large number", n)
		}
	}
	for _, n := range []int64{100, 1000, 30_000} {
		p := newPow10(n)
		if bigDigits(p) != n+1 || bigDigits(new(big.Int).Sub(p, big.NewInt(1))) != n {
			t.Errorf("digits near 10**%d", n)
		}
	}
}

// TestTails compares what is cut off with the quotient of large numbers.
func TestTails(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	two := big.NewInt(2)
	for range 50_000 {
		w := randomWide(r, 1+r.IntN(4))
		n := int64(r.IntN(maxWideDigits + 1))
		if r.IntN(4) == 0 {
			// Halves and their neighbours.
			w = widePow10(max(n, 1)).mulSmall(1)
			half := new(big.Int).Quo(bigOf(w), two)
			half.Add(half, big.NewInt(int64(r.IntN(3)-1)))
			w = wide{}
			for i, x := range half.Bits() {
				w[i] = uint64(x)
			}
		}
		q, tl := divWide(w, n)
		d := bigOf(widePow10(n))
		wantQ, rest := new(big.Int).QuoRem(bigOf(w), d, new(big.Int))
		want := exact
		if rest.Sign() != 0 {
			want = belowHalf + tail(rest.Mul(rest, two).Cmp(d)+1)
		}
		if bigOf(q).Cmp(wantQ) != 0 || tl != want {
			t.Fatalf("%v cut by %d: %v and tail %d, not %v and %d", bigOf(w), n, bigOf(q), tl, wantQ, want)
		}
		k := coefOf(bigOf(w))
		kq, ktl := k.divPow10(n, k.digits())
		if kq.bigInt().Cmp(wantQ) != 0 || ktl != want {
			t.Fatalf("%v cut by %d as a coefficient: %v and tail %d, not %d", bigOf(w), n, kq.bigInt(), ktl, want)
		}
	}
}

func TestTrailingZeros(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	check := func(n *big.Int) {
		text := n.String()
		want := int64(len(text) - len(strings.TrimRight(text, "0")))
		k := coefOf(n)
		if got := k.trailingZeros(k.digits()); got != want {
			t.Fatalf("%s ends in %d zeros, not %d", text, want, got)
		}
	}
	check(new(big.Int).Lsh(big.NewInt(5), 64))
	for range 5000 {
		n := new(big.Int).Mul(bigOf(randomWide(r, 1+r.IntN(2))), newPow10(int64(r.IntN(60))))
		n.Lsh(n, uint(r.IntN(80)))
		if n.Sign() > 0 {
			check(n)
		}
	}
}
