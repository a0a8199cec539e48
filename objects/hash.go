package objects

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"unsafe"
)

// Hashing: SipHash-1-3 of str and bytes (Aumasson and Bernstein, "SipHash: a fast short-input PRF"), and the mixing that
// CPython uses for tuples and frozensets, so that sets iterate in the same order under a fixed seed.

// hashKey is the key of the hash function.
var hashKey [2]uint64

// SetHashSeed sets the key of the hash of str and bytes as CPython derives it from PYTHONHASHSEED: from a generator
// seeded with the number, zero meaning the zero key.
func SetHashSeed(seed uint32) {
	hashKey = [2]uint64{}
	if seed == 0 {
		return
	}
	var b [24]byte
	x := seed
	for i := range b {
		x = x*214013 + 2531011
		b[i] = byte(x >> 16)
	}
	hashKey = [2]uint64{binary.LittleEndian.Uint64(b[:]), binary.LittleEndian.Uint64(b[8:])}
}

// SetHashKey sets the key of the hash of str and bytes, from a source of randomness.
func SetHashKey(k0, k1 uint64) { hashKey = [2]uint64{k0, k1} }

// hashBytes is hash() of a bytes object and of the memory of a string.
func hashBytes(b []byte) int64 {
	if len(b) == 0 {
		return 0
	}
	h := int64(sipHash13(hashKey[0], hashKey[1], b))
	if h == -1 {
		return -2
	}
	return h
}

// HashBytes is hash() of a bytes object.
func HashBytes(b []byte) int64 { return hashBytes(b) }

// SipHash is SipHash-1-3 of data under a key, as _imp.source_hash uses it.
func SipHash(k0, k1 uint64, data []byte) uint64 { return sipHash13(k0, k1, data) }

func sipHash13(k0, k1 uint64, p []byte) uint64 {
	v0 := k0 ^ 0x736f6d6570736575
	v1 := k1 ^ 0x646f72616e646f6d
	v2 := k0 ^ 0x6c7967656e657261
	v3 := k1 ^ 0x7465646279746573
	last := uint64(len(p)) << 56
	for len(p) >= 8 {
		m := binary.LittleEndian.Uint64(p)
		v3 ^= m
		v0, v1, v2, v3 = sipRound(v0, v1, v2, v3)
		v0 ^= m
		p = p[8:]
	}
	for i, c := range p {
		last |= uint64(c) << (8 * i)
	}
	v3 ^= last
	v0, v1, v2, v3 = sipRound(v0, v1, v2, v3)
	v0 ^= last
	v2 ^= 0xff
	v0, v1, v2, v3 = sipRound(v0, v1, v2, v3)
	v0, v1, v2, v3 = sipRound(v0, v1, v2, v3)
	v0, v1, v2, v3 = sipRound(v0, v1, v2, v3)
	return v0 ^ v1 ^ v2 ^ v3
}

func sipRound(v0, v1, v2, v3 uint64) (uint64, uint64, uint64, uint64) {
	v0 += v1
	v1 = bits.RotateLeft64(v1, 13) ^ v0
	v0 = bits.RotateLeft64(v0, 32)
	v2 += v3
	v3 = bits.RotateLeft64(v3, 16) ^ v2
	v0 += v3
	v3 = bits.RotateLeft64(v3, 21) ^ v0
	v2 += v1
	v1 = bits.RotateLeft64(v1, 17) ^ v2
	v2 = bits.RotateLeft64(v2, 32)
	return v0, v1, v2, v3
}

// fixHash keeps a hash from being -1, which CPython reserves.
func fixHash(h int64) int64 {
	if h == -1 {
		return -2
	}
	return h
}

// pointerHash is the hash of an address. Objects do not move.
func pointerHash(p unsafe.Pointer) int64 {
	return fixHash(int64(bits.RotateLeft64(uint64(uintptr(p)), -4)))
}

// identityHash is object.__hash__.
func identityHash(v Value) int64 {
	if !v.IsObject() {
		return fixHash(int64(v.Bits()))
	}
	return pointerHash(v.word)
}

// ID is id(v). Objects do not move, so it is the address; inline values use their word.
func ID(v Value) Value {
	if v.IsObject() {
		return Int(int64(uintptr(v.word)))
	}
	return idOfWord(v.Bits())
}

// Address is the address of an object as it is shown in representations.
func Address(v Value) string { return fmt.Sprintf("%#x", v.Bits()) }

// The constants of xxHash, which CPython hashes tuples with.
const (
	xxPrime1 = 11400714785074694791
	xxPrime2 = 14029467366897019727
	xxPrime5 = 2870177450012600261
)

// tupleMix is the state of the hash of a tuple.
type tupleMix uint64

// add mixes in the hash of the next item.
func (m *tupleMix) add(h int64) {
	acc := uint64(*m) + uint64(h)*xxPrime2
	*m = tupleMix(bits.RotateLeft64(acc, 31) * xxPrime1)
}

// sum is the hash of a tuple of n items.
func (m tupleMix) sum(n int) int64 {
	acc := uint64(m) + (uint64(n) ^ (xxPrime5 ^ 3527539))
	if acc == 1<<64-1 {
		return 1546275796
	}
	return int64(acc)
}

// tupleHash is hash() of a tuple.
func tupleHash(t *Thread, v Value) (int64, error) {
	items := As[Tuple](v).Items()
	if err := t.EnterNative(" while hashing an object"); err != nil {
		return 0, err
	}
	mix := tupleMix(xxPrime5)
	for _, x := range items {
		h, err := Hash(t, x)
		if err != nil {
			t.LeaveNative()
			return 0, err
		}
		mix.add(h)
	}
	t.LeaveNative()
	return mix.sum(len(items)), nil
}

// TupleHash is hash() of a tuple whose items have these hashes.
func TupleHash(hashes ...int64) int64 {
	mix := tupleMix(xxPrime5)
	for _, h := range hashes {
		mix.add(h)
	}
	return mix.sum(len(hashes))
}

// shuffleBits spreads the bits of an item's hash, so that the hash of a set is not the same for many nearby sets.
func shuffleBits(h uint64) uint64 { return ((h ^ 89869747) ^ (h << 16)) * 3644798167 }
