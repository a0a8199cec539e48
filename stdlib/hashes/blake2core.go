package hashes

import (
	"encoding/binary"
	"hash"
	"math/bits"
)

// blakeWord is a word of BLAKE2b or BLAKE2s.
type blakeWord interface{ uint64 | uint32 }

// blake is the state of BLAKE2b (words of 64 bits) or BLAKE2s (32 bits) after RFC 7693, with the flag of the last node
// that trees need.
type blake[W blakeWord] struct {
	h        [8]W
	count    [2]W // bytes compressed so far
	buf      [128]byte
	used     int
	size     int // of the digest
	lastNode bool
}

// The orders in which the rounds take the words of a block (RFC 7693, section 2.7).
var blakeSigma = [10][16]byte{
	{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
	{14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
	{11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
	{7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
	{9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
	{2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
	{12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
	{13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
	{6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
	{10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
}

// The fractions of the square roots of the first eight primes; BLAKE2s takes their upper halves.
var blakeIV = [8]uint64{
	0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
	0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
}

// wide reports whether the words have 64 bits.
func (b *blake[W]) wide() bool { return ^W(0)>>31>>1 != 0 }

// wordSize is the size of a word in bytes.
func (b *blake[W]) wordSize() int {
	if b.wide() {
		return 8
	}
	return 4
}

func (b *blake[W]) iv(i int) W {
	if b.wide() {
		return W(blakeIV[i])
	}
	return W(blakeIV[i] >> 32)
}

// word reads a little-endian word.
func (b *blake[W]) word(p []byte) W {
	if b.wide() {
		return W(binary.LittleEndian.Uint64(p))
	}
	return W(binary.LittleEndian.Uint32(p))
}

// newBlake starts a hash from its parameter block of eight words.
func newBlake[W blakeWord](params []byte, size int, lastNode bool) *blake[W] {
	b := &blake[W]{size: size, lastNode: lastNode}
	for i := range b.h {
		b.h[i] = b.iv(i) ^ b.word(params[i*b.wordSize():])
	}
	return b
}

func (b *blake[W]) Size() int      { return b.size }
func (b *blake[W]) BlockSize() int { return 16 * b.wordSize() }
func (b *blake[W]) Reset()         {}

// Clone implements [hash.Cloner].
func (b *blake[W]) Clone() (hash.Cloner, error) {
	c := *b
	return &c, nil
}

// Write hashes p. The last block stays in the buffer, since the end is compressed differently.
func (b *blake[W]) Write(p []byte) (int, error) {
	n, size := len(p), b.BlockSize()
	for len(p) > 0 {
		if b.used == size {
			b.compress(size, false)
			b.used = 0
		}
		k := copy(b.buf[b.used:size], p)
		b.used += k
		p = p[k:]
	}
	return n, nil
}

// Sum appends the digest to p and leaves the state as it is.
func (b *blake[W]) Sum(p []byte) []byte {
	c := *b
	clear(c.buf[c.used:])
	c.compress(c.used, true)
	var out [64]byte
	for i, w := range c.h {
		if c.wide() {
			binary.LittleEndian.PutUint64(out[8*i:], uint64(w))
		} else {
			binary.LittleEndian.PutUint32(out[4*i:], uint32(w))
		}
	}
	return append(p, out[:c.size]...)
}

// compress is the function F over the buffer, of whose bytes n are data.
func (b *blake[W]) compress(n int, last bool) {
	b.count[0] += W(n)
	if b.count[0] < W(n) {
		b.count[1]++
	}
	var v, m [16]W
	copy(v[:], b.h[:])
	for i := range 8 {
		v[8+i] = b.iv(i)
	}
	v[12] ^= b.count[0]
	v[13] ^= b.count[1]
	if last {
		v[14] = ^v[14]
		if b.lastNode {
			v[15] = ^v[15]
		}
	}
	for i := range m {
		m[i] = b.word(b.buf[i*b.wordSize():])
	}
	rounds, rot := 10, [4]int{16, 12, 8, 7}
	if b.wide() {
		rounds, rot = 12, [4]int{32, 24, 16, 63}
	}
	for r := range rounds {
		s := &blakeSigma[r%10]
		for i := range 4 {
			mix(&v, i, 4+i, 8+i, 12+i, m[s[2*i]], m[s[2*i+1]], rot)
		}
		for i := range 4 {
			mix(&v, i, 4+(i+1)%4, 8+(i+2)%4, 12+(i+3)%4, m[s[8+2*i]], m[s[9+2*i]], rot)
		}
	}
	for i := range b.h {
		b.h[i] ^= v[i] ^ v[8+i]
	}
}

// mix is the function G.
func mix[W blakeWord](v *[16]W, a, b, c, d int, x, y W, rot [4]int) {
	v[a] += v[b] + x
	v[d] = rotate(v[d]^v[a], rot[0])
	v[c] += v[d]
	v[b] = rotate(v[b]^v[c], rot[1])
	v[a] += v[b] + y
	v[d] = rotate(v[d]^v[a], rot[2])
	v[c] += v[d]
	v[b] = rotate(v[b]^v[c], rot[3])
}

// rotate rotates a word right by n bits.
func rotate[W blakeWord](w W, n int) W {
	if ^W(0)>>31>>1 != 0 {
		return W(bits.RotateLeft64(uint64(w), -n))
	}
	return W(bits.RotateLeft32(uint32(w), -n))
}
