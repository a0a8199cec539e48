package objects

import (
	"math/big"
	"math/bits"
	"strconv"
)

// Digits of ints past 64 bits, in both directions, without allocations but for the result.

const (
	// decimalUnit is the greatest power of ten that fits a word, decimalDigits the number of its zeros.
	decimalUnit   = 10_000_000_000_000_000_000
	decimalDigits = 19
	// directWords is the size in words up to which digits are converted here, in time that grows with the square of the
	// size; math/big splits longer numbers.
	directWords = 32
)

// decimalInverse is the reciprocal of decimalUnit by which divisions become multiplications: (2^128-1)/unit - 2^64.
// Möller and Granlund, Improved Division by Invariant Integers, 2011, where the divisor's highest bit is set, as it is here.
var decimalInverse, _ = bits.Div64(^uint64(decimalUnit), ^uint64(0), decimalUnit)

// divideUnit divides hi:lo by decimalUnit, hi being less than it.
func divideUnit(hi, lo uint64) (q, r uint64) {
	q1, q0 := bits.Mul64(decimalInverse, hi)
	q0, carry := bits.Add64(q0, lo, 0)
	q1, _ = bits.Add64(q1, hi, carry)
	q1++
	r = lo - q1*decimalUnit
	if r > q0 {
		q1--
		r += decimalUnit
	}
	if r >= decimalUnit {
		q1++
		r -= decimalUnit
	}
	return q1, r
}

// digitPairs are the numbers from 00 to 99.
const digitPairs = "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748" +
	"4950515253545556575859606162636465666768697071727374757677787980818283848586878889909192939495969798" + "99"

// putDigits writes the decimal digits of u to the end of b, all of b with leading zeros.
func putDigits(b []byte, u uint64) {
	i := len(b)
	for i >= 2 {
		i -= 2
		p := u % 100 * 2
		u /= 100
		b[i], b[i+1] = digitPairs[p], digitPairs[p+1]
	}
	if i == 1 {
		b[0] = '0' + byte(u)
	}
}

// appendWords appends the decimal digits of a number of up to directWords words, the lowest first. The words are changed.
func appendWords(b []byte, words []uint64) []byte {
	var groups [directWords*64/63 + 1]uint64 // of 19 digits each, which are more than 63 bits
	n := 0
	for {
		for len(words) > 0 && words[len(words)-1] == 0 {
			words = words[:len(words)-1]
		}
		if len(words) == 0 {
			break
		}
		var r uint64
		for i := len(words) - 1; i >= 0; i-- {
			words[i], r = divideUnit(r, words[i])
		}
		groups[n] = r
		n++
	}
	if n == 0 {
		return append(b, '0')
	}
	b = strconv.AppendUint(b, groups[n-1], 10)
	for i := n - 2; i >= 0; i-- {
		at := len(b)
		b = append(b, "0000000000000000000"...)
		putDigits(b[at:], groups[i])
	}
	return b
}

// appendDecimal appends an int in decimal; ok is false where it has more than directWords words.
func appendDecimal(b []byte, v Value) (_ []byte, ok bool) {
	if v.IsInline() {
		return strconv.AppendInt(b, v.Inline(), 10), true
	}
	var room [directWords]uint64
	var words []uint64
	neg := false
	if w, ok := wideOf(v); ok {
		neg, room[1], room[0] = w.magnitude()
		if room[1] == 0 {
			if neg {
				b = append(b, '-')
			}
			return strconv.AppendUint(b, room[0], 10), true
		}
		words = room[:2]
	} else {
		n := As[IntObject](v).big
		if len(n.Bits()) > directWords {
			return b, false
		}
		for i, w := range n.Bits() {
			room[i] = uint64(w)
		}
		words, neg = room[:len(n.Bits())], n.Sign() < 0
	}
	if neg {
		b = append(b, '-')
	}
	return appendWords(b, words), true
}

// appendBits appends the digits of the absolute value of an int in base 2, 8 or 16.
func appendBits(b []byte, v Value, base int) []byte {
	const digits = "0123456789abcdef"
	var room [2]uint64
	words := room[:]
	if w, ok := wideOf(v); ok {
		_, room[1], room[0] = w.magnitude()
	} else {
		n := As[IntObject](v).big.Bits()
		words = make([]uint64, len(n))
		for i, w := range n {
			words[i] = uint64(w)
		}
	}
	for len(words) > 0 && words[len(words)-1] == 0 {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return append(b, '0')
	}
	width := uint(bits.TrailingZeros(uint(base)))
	length := uint(len(words)*64 - bits.LeadingZeros64(words[len(words)-1]))
	count := (length + width - 1) / width
	at := len(b)
	b = append(b, make([]byte, count)...)
	out := b[at:]
	mask := uint64(base - 1)
	if 64%width == 0 {
		// No digit lies in two words.
		for _, w := range words {
			for j := uint(0); j < 64 && len(out) > 0; j += width {
				out[len(out)-1] = digits[w&mask]
				out = out[:len(out)-1]
				w >>= width
			}
		}
		return b
	}
	for i := range out {
		// The digit's lowest bit; with three bits a digit may lie in two words.
		bit := (count - 1 - uint(i)) * width
		w, s := bit/64, bit%64
		d := words[w] >> s
		if s > 64-width && int(w)+1 < len(words) {
			d |= words[w+1] << (64 - s)
		}
		out[i] = digits[d&mask]
	}
	return b
}

// basePower is the number of digits of a base that surely fit a word, and the base to that power.
type basePower struct {
	digits int
	power  uint64
}

var basePowers = func() (t [37]basePower) {
	for base := uint64(2); base <= 36; base++ {
		p := basePower{0, 1}
		for hi, lo := bits.Mul64(p.power, base); hi == 0; hi, lo = bits.Mul64(p.power, base) {
			p.digits++
			p.power = lo
		}
		t[base] = p
	}
	return t
}()

// digitWord reads digits, which have been checked, that fit a word.
func digitWord(s string, base int) uint64 {
	var u uint64
	if base <= 10 {
		for i := 0; i < len(s); i++ {
			u = u*uint64(base) + uint64(s[i]-'0')
		}
		return u
	}
	for i := 0; i < len(s); i++ {
		u = u*uint64(base) + uint64(digitValue(s[i]))
	}
	return u
}

// digitNumber reads digits that have been checked into a number, in time that grows with the square of their count.
func digitNumber(z *big.Int, s string, base int) *big.Int {
	p := basePowers[base]
	words := z.Bits()[:0]
	head := len(s) % p.digits
	if head > 0 {
		words = append(words, big.Word(digitWord(s[:head], base)))
	}
	for s = s[head:]; s != ""; s = s[p.digits:] {
		carry := digitWord(s[:p.digits], base)
		for i, w := range words {
			hi, lo := bits.Mul64(uint64(w), p.power)
			var c uint64
			lo, c = bits.Add64(lo, carry, 0)
			words[i], carry = big.Word(lo), hi+c
		}
		if carry != 0 {
			words = append(words, big.Word(carry))
		}
	}
	return z.SetBits(words)
}
