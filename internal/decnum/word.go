package decnum

import (
	"math"
	"math/bits"
)

// word is a number of 128 bits.
type word struct{ hi, lo uint64 }

// wide is a number of 256 bits, the least significant word first.
type wide [4]uint64

// maxWordDigits is the number of digits that every word has room for.
const maxWordDigits = 38

// pow10 are the powers of ten that fit a word.
var pow10 = [maxWordDigits + 1]word{
	{hi: 0x0, lo: 0x1},
	{hi: 0x0, lo: 0xa},
	{hi: 0x0, lo: 0x64},
	{hi: 0x0, lo: 0x3e8},
	{hi: 0x0, lo: 0x2710},
	{hi: 0x0, lo: 0x186a0},
	{hi: 0x0, lo: 0xf4240},
	{hi: 0x0, lo: 0x989680},
	{hi: 0x0, lo: 0x5f5e100},
	{hi: 0x0, lo: 0x3b9aca00},
	{hi: 0x0, lo: 0x2540be400},
	{hi: 0x0, lo: 0x174876e800},
	{hi: 0x0, lo: 0xe8d4a51000},
	{hi: 0x0, lo: 0x9184e72a000},
	{hi: 0x0, lo: 0x5af3107a4000},
	{hi: 0x0, lo: 0x38d7ea4c68000},
	{hi: 0x0, lo: 0x2386f26fc10000},
	{hi: 0x0, lo: 0x16345785d8a0000},
	{hi: 0x0, lo: 0xde0b6b3a7640000},
	{hi: 0x0, lo: 0x8ac7230489e80000},
	{hi: 0x5, lo: 0x6bc75e2d63100000},
	{hi: 0x36, lo: 0x35c9adc5dea00000},
	{hi: 0x21e, lo: 0x19e0c9bab2400000},
	{hi: 0x152d, lo: 0x2c7e14af6800000},
	{hi: 0xd3c2, lo: 0x1bcecceda1000000},
	{hi: 0x84595, lo: 0x161401484a000000},
	{hi: 0x52b7d2, lo: 0xdcc80cd2e4000000},
	{hi: 0x33b2e3c, lo: 0x9fd0803ce8000000},
	{hi: 0x204fce5e, lo: 0x3e25026110000000},
	{hi: 0x1431e0fae, lo: 0x6d7217caa0000000},
	{hi: 0xc9f2c9cd0, lo: 0x4674edea40000000},
	{hi: 0x7e37be2022, lo: 0xc0914b2680000000},
	{hi: 0x4ee2d6d415b, lo: 0x85acef8100000000},
	{hi: 0x314dc6448d93, lo: 0x38c15b0a00000000},
	{hi: 0x1ed09bead87c0, lo: 0x378d8e6400000000},
	{hi: 0x13426172c74d82, lo: 0x2b878fe800000000},
	{hi: 0xc097ce7bc90715, lo: 0xb34b9f1000000000},
	{hi: 0x785ee10d5da46d9, lo: 0xf436a000000000},
	{hi: 0x4b3b4ca85a86c47a, lo: 0x98a224000000000},
}

func (a word) isZero() bool { return a.hi|a.lo == 0 }

func (a word) cmp(b word) int {
	switch {
	case a.hi < b.hi || a.hi == b.hi && a.lo < b.lo:
		return -1
	case a == b:
		return 0
	}
	return 1
}

func (a word) less(b word) bool { return a.hi < b.hi || a.hi == b.hi && a.lo < b.lo }

func (a word) add(b word) (sum word, carry uint64) {
	sum.lo, carry = bits.Add64(a.lo, b.lo, 0)
	sum.hi, carry = bits.Add64(a.hi, b.hi, carry)
	return sum, carry
}

// sub returns a-b, where a >= b.
func (a word) sub(b word) (d word) {
	var borrow uint64
	d.lo, borrow = bits.Sub64(a.lo, b.lo, 0)
	d.hi, _ = bits.Sub64(a.hi, b.hi, borrow)
	return d
}

func (a word) bitLen() int {
	if a.hi != 0 {
		return 64 + bits.Len64(a.hi)
	}
	return bits.Len64(a.lo)
}

// digits is the number of decimal digits, 1 for zero.
func (a word) digits() int64 {
	if a.isZero() {
		return 1
	}
	// 1233/4096 is a little more than log10(2): right, or one too small.
	n := (a.bitLen() * 1233) >> 12
	if n <= maxWordDigits && !a.less(pow10[n]) {
		n++
	}
	return int64(n)
}

// mul returns the product of two words.
func (a word) mul(b word) (p wide) {
	var c uint64
	p[1], p[0] = bits.Mul64(a.lo, b.lo)
	if a.hi|b.hi == 0 {
		return p
	}
	h1, l1 := bits.Mul64(a.lo, b.hi)
	h2, l2 := bits.Mul64(a.hi, b.lo)
	h3, l3 := bits.Mul64(a.hi, b.hi)
	p[1], c = bits.Add64(p[1], l1, 0)
	p[2], c = bits.Add64(h1, l3, c)
	p[3] = h3 + c
	p[1], c = bits.Add64(p[1], l2, 0)
	p[2], c = bits.Add64(p[2], h2, c)
	p[3] += c
	return p
}

// mulSmall returns w*m, which must fit.
func (w wide) mulSmall(m uint64) (p wide) {
	var carry, c uint64
	for i, x := range w {
		h, l := bits.Mul64(x, m)
		p[i], c = bits.Add64(l, carry, 0)
		carry = h + c
	}
	return p
}

func (w wide) isWord() bool { return w[2]|w[3] == 0 }

func (w wide) word() word { return word{w[1], w[0]} }

func (w wide) less(v wide) bool {
	for i := 3; i >= 0; i-- {
		if w[i] != v[i] {
			return w[i] < v[i]
		}
	}
	return false
}

func (w wide) add(v wide) (s wide) {
	var c uint64
	for i := range w {
		s[i], c = bits.Add64(w[i], v[i], c)
	}
	return s
}

// sub returns w-v, where w >= v.
func (w wide) sub(v wide) (d wide) {
	var c uint64
	for i := range w {
		d[i], c = bits.Sub64(w[i], v[i], c)
	}
	return d
}

// maxWideDigits is the number of digits that every wide has room for.
const maxWideDigits = 76

// widePow10 returns 10**n, n <= maxWideDigits.
func widePow10(n int64) wide {
	if n <= maxWordDigits {
		return wide{pow10[n].lo, pow10[n].hi}
	}
	return pow10[maxWordDigits].mul(pow10[n-maxWordDigits])
}

// digits is the number of decimal digits of a wide below 10**maxWideDigits.
func (w wide) digits() int64 {
	if w.isWord() {
		return w.word().digits()
	}
	n := 128 + bits.Len64(w[2])
	if w[3] != 0 {
		n = 192 + bits.Len64(w[3])
	}
	d := int64(n*1233) >> 12
	if d <= maxWideDigits && !w.less(widePow10(d)) {
		d++
	}
	return d
}

// shifted returns a * 10**n, where the result has at most maxWideDigits digits.
func (a word) shifted(n int64) wide {
	first := min(n, maxWordDigits)
	return a.mul(pow10[first]).shifted(n - first)
}

// shifted returns w * 10**n, where the result has at most maxWideDigits digits.
func (w wide) shifted(n int64) wide {
	const most = 19 // digits of a power that fits 64 bits
	for n > 0 {
		step := min(n, most)
		w = w.mulSmall(pow10[step].lo)
		n -= step
	}
	return w
}

// div divides by a word other than zero (Knuth's algorithm D with a divisor of one or two digits in base 2**64).
func (w wide) div(d word) (q wide, r word) {
	if d.hi == 0 {
		var rem uint64
		i := 3
		for i > 0 && w[i] == 0 {
			i--
		}
		for ; i >= 0; i-- {
			q[i], rem = bits.Div64(rem, w[i], d.lo)
		}
		return q, word{0, rem}
	}
	s := uint(bits.LeadingZeros64(d.hi))
	dh, dl := d.hi<<s|d.lo>>(64-s), d.lo<<s
	// rh:rl is the running remainder, always below dh:dl.
	rh, rl := w[3]>>(64-s), w[3]<<s|w[2]>>(64-s)
	next := [3]uint64{w[0] << s, w[1]<<s | w[0]>>(64-s), w[2]<<s | w[1]>>(64-s)}
	for j := 2; j >= 0; j-- {
		if rh == 0 && (rl < dh) {
			// The quotient's digit is 0.
			rh, rl = rl, next[j]
			continue
		}
		var digit, rest uint64
		exact := true
		if rh >= dh {
			digit = ^uint64(0)
			var c uint64
			rest, c = bits.Add64(rl, dh, 0)
			exact = c == 0
		} else {
			digit, rest = bits.Div64(rh, rl, dh)
		}
		ph, pl := bits.Mul64(digit, dl)
		for exact && (ph > rest || ph == rest && pl > next[j]) {
			digit--
			var c uint64
			pl, c = bits.Sub64(pl, dl, 0)
			ph -= c
			rest, c = bits.Add64(rest, dh, 0)
			exact = c == 0
		}
		q[j] = digit
		var c uint64
		rl, c = bits.Sub64(next[j], pl, 0)
		rh = rest - ph - c
	}
	return q, word{rh >> s, rh<<(64-s) | rl>>s}
}

// divWord divides words.
func (a word) div(d word) (q, r word) {
	if d.hi == 0 {
		if a.hi == 0 {
			return word{0, a.lo / d.lo}, word{0, a.lo % d.lo}
		}
		var rem uint64
		q.hi, rem = a.hi/d.lo, a.hi%d.lo
		q.lo, rem = bits.Div64(rem, a.lo, d.lo)
		return q, word{0, rem}
	}
	if a.less(d) {
		return word{}, a
	}
	wq, r := wide{a.lo, a.hi}.div(d)
	return wq.word(), r
}

// sqrt returns the integer part of the square root of a wide below 10**maxWideDigits, and whether it is exact: Newton's
// iteration from above, beginning with the square root of the leading 64 bits.
func (w wide) sqrt() (root word, exact bool) {
	if w.isWord() && w[1] == 0 && w[0] < 1<<52 {
		n := uint64(math.Sqrt(float64(w[0])))
		return word{lo: n}, n*n == w[0]
	}
	top := 3
	for w[top] == 0 {
		top--
	}
	lead := float64(w[top])
	if top > 0 {
		lead += float64(w[top-1]) * 0x1p-64
	}
	// A little too much, so that the iteration falls.
	f := math.Ldexp(math.Sqrt(math.Ldexp(lead, 64*(top%2)))*(1+0x1p-50), 32*(top-top%2)) + 1
	frac, exp := math.Frexp(f)
	m := uint64(math.Ldexp(frac, 53))
	if exp <= 53 {
		root.lo = m>>(53-exp) + 1
	} else {
		shift := uint(exp - 53)
		root = word{hi: m >> (64 - shift), lo: m << shift}
		if shift >= 64 {
			root = word{hi: m << (shift - 64)}
		}
	}
	for {
		q, r := w.div(root)
		if !q.isWord() || !q.word().less(root) {
			return root, r.isZero() && q.isWord() && q.word() == root
		}
		sum, _ := root.add(q.word())
		root = word{hi: sum.hi >> 1, lo: sum.hi<<63 | sum.lo>>1}
	}
}
