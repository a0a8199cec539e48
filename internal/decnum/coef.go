package decnum

import (
	"math"
	"math/big"
	"math/bits"
	"sync"
)

// coef is a coefficient: a word, or where big is not nil a number of 2**128 and more, which nobody changes.
type coef struct {
	word
	big *big.Int
}

// coefOf makes a coefficient of a nonnegative number, which belongs to it from then on.
func coefOf(n *big.Int) coef {
	if n.BitLen() > 128 {
		return coef{big: n}
	}
	return coef{word: wordOf(n)}
}

// wordOf returns a number below 2**128 as a word.
func wordOf(n *big.Int) (w word) {
	for i, x := range n.Bits() {
		switch {
		case bits.UintSize == 32:
			if i < 2 {
				w.lo |= uint64(x) << (32 * i)
			} else {
				w.hi |= uint64(x) << (32 * (i - 2))
			}
		case i == 0:
			w.lo = uint64(x)
		default:
			w.hi = uint64(x)
		}
	}
	return w
}

// bigOf makes a number of a wide.
func bigOf(w wide) *big.Int {
	n := new(big.Int)
	if bits.UintSize == 64 {
		return n.SetBits([]big.Word{big.Word(w[0]), big.Word(w[1]), big.Word(w[2]), big.Word(w[3])})
	}
	for i := 3; i >= 0; i-- {
		n.Lsh(n, 64)
		n.Or(n, new(big.Int).SetUint64(w[i]))
	}
	return n
}

// bigInt returns the coefficient as a number that the caller must not change.
func (k *coef) bigInt() *big.Int {
	if k.big != nil {
		return k.big
	}
	if k.hi == 0 {
		return new(big.Int).SetUint64(k.lo)
	}
	return bigOf(wide{k.lo, k.hi})
}

func (k *coef) isZero() bool { return k.big == nil && k.hi|k.lo == 0 }

func (k *coef) odd() bool {
	if k.big != nil {
		return k.big.Bit(0) == 1
	}
	return k.lo&1 == 1
}

func (k *coef) digits() int64 {
	if k.big != nil {
		return bigDigits(k.big)
	}
	return k.word.digits()
}

// bigDigits returns the number of decimal digits of a positive number. The logarithm of its leading 64 bits decides unless it
// is too near an integer.
func bigDigits(n *big.Int) int64 {
	bitLen := n.BitLen()
	shift := max(bitLen-64, 0)
	top := new(big.Int).Rsh(n, uint(shift)).Uint64()
	log := (math.Log2(float64(top)) + float64(shift)) * (math.Ln2 / math.Ln10)
	const margin = 1e-5 // far above the error for coefficients of MaxDigits digits
	whole := math.Floor(log)
	if f := log - whole; f > margin && f < 1-margin {
		return int64(whole) + 1
	}
	d := int64(math.Round(log))
	if n.Cmp(bigPow10(d)) >= 0 {
		return d + 1
	}
	return d
}

// powers keeps the small powers of ten that were asked for.
var powers struct {
	sync.Mutex
	p [1024]*big.Int
}

// bigPow10 returns 10**n, which the caller must not change.
func bigPow10(n int64) *big.Int {
	if n >= int64(len(powers.p)) {
		return newPow10(n)
	}
	powers.Lock()
	defer powers.Unlock()
	if powers.p[n] == nil {
		powers.p[n] = newPow10(n)
	}
	return powers.p[n]
}

func newPow10(n int64) *big.Int {
	if n <= maxWordDigits {
		w := pow10[n]
		return bigOf(wide{w.lo, w.hi})
	}
	p := new(big.Int).Exp(big.NewInt(5), big.NewInt(n), nil)
	return p.Lsh(p, uint(n))
}

// mulPow10 returns k * 10**n for a coefficient of the given number of digits; the result must not have more than MaxDigits.
func (k *coef) mulPow10(n, digits int64) coef {
	if n == 0 || k.isZero() {
		return *k
	}
	if k.big == nil && digits+n <= maxWordDigits {
		return coef{word: k.word.mul(pow10[n]).word()}
	}
	return coefOf(new(big.Int).Mul(k.bigInt(), bigPow10(n)))
}

// tail says what was cut off behind a coefficient, as a multiple of the place of its last digit.
type tail uint8

// The tails.
const (
	exact tail = iota
	belowHalf
	half
	aboveHalf
)

// tailOf compares a remainder with half the divisor.
func tailOf(r, d word) tail {
	if r.isZero() {
		return exact
	}
	// 2r against d without overflow.
	switch r.cmp(d.sub(r)) {
	case -1:
		return belowHalf
	case 0:
		return half
	}
	return aboveHalf
}

// under adds what was cut off further behind.
func (t tail) under(low tail) tail {
	if low == exact {
		return t
	}
	switch t {
	case exact:
		return belowHalf
	case half:
		return aboveHalf
	}
	return t
}

// divPow10 cuts n digits off a coefficient of the given number of digits.
func (k *coef) divPow10(n, digits int64) (coef, tail) {
	if n == 0 || k.isZero() {
		return *k, exact
	}
	if n > digits {
		return coef{}, belowHalf
	}
	if k.big == nil && n <= maxWordDigits {
		d := pow10[n]
		q, r := k.word.div(d)
		return coef{word: q}, tailOf(r, d)
	}
	d := bigPow10(n)
	q, r := new(big.Int).QuoRem(k.bigInt(), d, new(big.Int))
	if r.Sign() == 0 {
		return coefOf(q), exact
	}
	switch r.Lsh(r, 1).Cmp(d) {
	case -1:
		return coefOf(q), belowHalf
	case 0:
		return coefOf(q), half
	}
	return coefOf(q), aboveHalf
}

// divWide cuts n digits off a wide, n up to maxWideDigits.
func divWide(w wide, n int64) (wide, tail) {
	if n == 0 {
		return w, exact
	}
	first := min(n, maxWordDigits)
	d := pow10[first]
	q, r := w.div(d)
	t := tailOf(r, d)
	if n > first {
		d = pow10[n-first]
		q, r = q.div(d)
		t = tailOf(r, d).under(t)
	}
	return q, t
}

// lowDigits returns the n digits at the end.
func (k *coef) lowDigits(n int64) coef {
	if k.big == nil {
		if n > maxWordDigits {
			return *k
		}
		_, r := k.word.div(pow10[n])
		return coef{word: r}
	}
	return coefOf(new(big.Int).Rem(k.big, bigPow10(n)))
}

func (k *coef) cmp(m *coef) int {
	switch {
	case k.big == nil && m.big == nil:
		return k.word.cmp(m.word)
	case k.big == nil:
		return -1
	case m.big == nil:
		return 1
	}
	return k.big.Cmp(m.big)
}

func (k *coef) add(m *coef) coef {
	if k.big == nil && m.big == nil {
		if s, carry := k.word.add(m.word); carry == 0 {
			return coef{word: s}
		}
	}
	return coefOf(new(big.Int).Add(k.bigInt(), m.bigInt()))
}

// sub returns k-m, where k >= m.
func (k *coef) sub(m *coef) coef {
	if k.big == nil {
		return coef{word: k.word.sub(m.word)}
	}
	return coefOf(new(big.Int).Sub(k.big, m.bigInt()))
}

func (k *coef) mul(m *coef) coef {
	if k.big == nil && m.big == nil {
		p := k.word.mul(m.word)
		if p.isWord() {
			return coef{word: p.word()}
		}
		return coef{big: bigOf(p)}
	}
	return coefOf(new(big.Int).Mul(k.bigInt(), m.bigInt()))
}

// divMod divides coefficients; m is not zero.
func (k *coef) divMod(m *coef) (q, r coef) {
	if k.big == nil {
		if m.big != nil {
			return coef{}, *k
		}
		q.word, r.word = k.word.div(m.word)
		return q, r
	}
	x, y := new(big.Int).QuoRem(k.big, m.bigInt(), new(big.Int))
	return coefOf(x), coefOf(y)
}

// addOne returns k+1.
func (k *coef) addOne() coef {
	one := coef{word: word{lo: 1}}
	return k.add(&one)
}

// mod returns the remainder by a small number.
func (k *coef) mod(d uint64) uint64 {
	if k.big == nil {
		_, r := bits.Div64(k.hi%d, k.lo, d)
		return r
	}
	return new(big.Int).Rem(k.big, new(big.Int).SetUint64(d)).Uint64()
}

// trailingZeros returns the number of decimal zeros at the end of a coefficient other than zero.
func (k *coef) trailingZeros(digits int64) int64 {
	if k.big == nil {
		n, w := int64(0), k.word
		for {
			if w.lo&1 != 0 {
				return n
			}
			q, r := w.div(word{lo: 10})
			if r.lo != 0 {
				return n
			}
			w = q
			n++
		}
	}
	twos := int64(k.big.TrailingZeroBits())
	if twos == 0 {
		return 0
	}
	// The largest power that divides, by bisection.
	low, high := int64(0), min(twos, digits-1)
	for low < high {
		// Try short steps first: most numbers end in few zeros.
		m := min(low*2+1, (low+high+1)/2)
		if m <= low {
			m = low + 1
		}
		if new(big.Int).Rem(k.big, bigPow10(m)).Sign() == 0 {
			low = m
		} else {
			high = m - 1
		}
	}
	return low
}

// nines is the coefficient 99…9 of n digits.
func nines(n int64) coef {
	if n <= maxWordDigits {
		return coef{word: pow10[n].sub(word{lo: 1})}
	}
	return coefOf(new(big.Int).Sub(bigPow10(n), big.NewInt(1)))
}
