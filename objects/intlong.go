package objects

import (
	"math"
	"math/big"
	"math/bits"
	"unsafe"
)

// Ints past 127 bits: math/big calculates in memory that is kept, and the result is copied to an object that has its words
// behind it. Three allocations (object, big.Int, words) become one that the collector does not look into.

// longInt is the beginning of such an object; the words follow.
type longInt struct {
	IntObject
	n big.Int
}

const longIntWords = unsafe.Sizeof(longInt{}) / 8

// longScratch is the size in words past which a result keeps the memory that it was calculated in, so that a few large numbers
// do not hold on to it, and the copy is not made.
const longScratch = 256

// intWork is where operands of two words look like a big.Int, and where results arise. Nobody keeps what is in it, and no
// Python code runs while it is in use.
//
// Concurrency: without the global lock each thread would have its own.
var intWork struct {
	a, b, c   bigScratch
	r, second big.Int
}

var bigOne = big.NewInt(1)

// bigPair returns two ints as numbers that must not be changed.
func bigPair(a, b Value) (x, y *big.Int) { return bigRef(a, &intWork.a), bigRef(b, &intWork.b) }

// resultInt makes an int of a number in intWork.
func resultInt(v *big.Int) Value {
	words := v.Bits()
	n := len(words)
	switch {
	case n <= 1:
		var lo uint64
		if n == 1 {
			lo = uint64(words[0])
		}
		return fromMagnitude(v.Sign() < 0, 0, lo)
	case n == 2 && words[1]>>(bits.UintSize-1) == 0:
		return fromMagnitude(v.Sign() < 0, uint64(words[1]), uint64(words[0]))
	case n > longScratch:
		r := new(big.Int).SetBits(words)
		if v.Sign() < 0 {
			r.Neg(r)
		}
		v.SetBits(nil)
		return ToValue(&IntObject{Head: Head{&IntType}, big: r})
	}
	p, to := newLong(n)
	copy(to, words)
	if p.n.SetBits(to); v.Sign() < 0 {
		p.n.Neg(&p.n)
	}
	if cap(words) > 2*longScratch {
		v.SetBits(nil)
	}
	return ToValue(p)
}

// newLong makes the object of a number past 127 bits for the caller to fill: the words, then with them the number.
func newLong(n int) (*longInt, []big.Word) {
	p := (*longInt)(newPlain(longIntWords + uintptr(n)))
	p.typ = &IntType
	p.big = &p.n
	return p, unsafe.Slice((*big.Word)(unsafe.Add(unsafe.Pointer(p), unsafe.Sizeof(longInt{}))), n)
}

// longInt2 makes the int of a sign and an absolute value of exactly 128 bits.
func longInt2(neg bool, hi, lo uint64) Value {
	p, words := newLong(2)
	words[0], words[1] = big.Word(lo), big.Word(hi)
	if p.n.SetBits(words); neg {
		p.n.Neg(&p.n)
	}
	return ToValue(p)
}

// lowWords returns the lowest 128 bits of a number in two's complement.
func lowWords(v *big.Int) (hi, lo uint64) {
	words := v.Bits()
	if len(words) > 0 {
		lo = uint64(words[0])
	}
	if len(words) > 1 {
		hi = uint64(words[1])
	}
	if v.Sign() < 0 {
		var borrow uint64
		lo, borrow = bits.Sub64(0, lo, 0)
		hi, _ = bits.Sub64(0, hi, borrow)
	}
	return hi, lo
}

// nearestFloat returns the float nearest to a number of more than 64 bits; ok is false where it is too large.
func nearestFloat(v *big.Int) (f float64, ok bool) {
	n := v.BitLen()
	if n > 1024 {
		return 0, false
	}
	// The highest 64 bits, the last of which also stands for whether there is anything below: the conversion keeps 53 and
	// rounds once.
	words := v.Bits()
	shift := uint(len(words)*64 - n)
	top := uint64(words[len(words)-1])<<shift | uint64(words[len(words)-2])>>(64-shift)
	rest := uint64(words[len(words)-2]) << shift
	for i := 0; rest == 0 && i < len(words)-2; i++ {
		rest = uint64(words[i])
	}
	if rest != 0 {
		top |= 1
	}
	f = math.Ldexp(float64(top), n-64)
	if v.Sign() < 0 {
		f = -f
	}
	return f, !math.IsInf(f, 0)
}
