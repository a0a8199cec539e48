package zlib

import (
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
)

// inflater decompresses DEFLATE (RFC 1951), bare or in the containers of RFC 1950 and 1952. It can stop after any byte of
// input or output: what cannot be decoded yet is decoded again from its beginning once more input is there.
type inflater struct {
	in    []byte // input that has not been used
	acc   uint64 // bits taken from in, the next one lowest
	nbits uint
	step  step
	form  form
	last  bool // the block is the last one
	left  int  // bytes that remain of a stored block
	// lit and dist are the codes of the block.
	lit, dist code
	// out is the output, of which the bytes before given have been given away; they stay as the window.
	out    []byte
	given  int
	length int // rest of a match, distance dist bytes back
	back   int
	sum    uint32
	summed int
	total  uint32
	dict   []byte
}

// step is what comes next.
type step uint8

const (
	stepHeader step = iota
	stepBlock
	stepStored
	stepCodes
	stepTrailer
	stepEnd
)

// form is the container.
type form uint8

const (
	formRaw form = iota
	formZlib
	formGzip
	formAuto
)

// windowSize is how far back a match may reach.
const windowSize = 32768

// failure is a message of zlib about bad data.
type failure string

func (f failure) Error() string { return string(f) }

// code is a Huffman code: a table from the next bits to the symbol, shifted by four, and its length; 0: no code.
type code struct {
	table []uint16
	bits  uint
}

// makeCode makes the code of the given lengths; ok is false where they are over-subscribed or incomplete. An incomplete
// code is allowed where it has one symbol.
func makeCode(lengths []uint8, allowOne bool) (c code, ok bool) {
	var count [16]int
	most := 0
	for _, l := range lengths {
		count[l]++
		most = max(most, int(l))
	}
	if most == 0 {
		return code{make([]uint16, 2), 1}, allowOne
	}
	left := 1
	for l := 1; l <= 15; l++ {
		if left = left<<1 - count[l]; left < 0 {
			return c, false
		}
	}
	if left > 0 && (!allowOne || most != 1) {
		return c, false
	}
	var next [16]int
	count[0] = 0
	for l := 1; l <= most; l++ {
		next[l] = (next[l-1] + count[l-1]) << 1
	}
	c = code{make([]uint16, 1<<most), uint(most)}
	for sym, l := range lengths {
		if l == 0 {
			continue
		}
		// The bits of a code come with the highest first.
		rev, v := 0, next[l]
		next[l]++
		for range l {
			rev = rev<<1 | v&1
			v >>= 1
		}
		for i := rev; i < len(c.table); i += 1 << l {
			c.table[i] = uint16(sym)<<4 | uint16(l)
		}
	}
	return c, true
}

// need makes n bits available.
func (z *inflater) need(n uint) bool {
	for z.nbits < n {
		if len(z.in) == 0 {
			return false
		}
		z.acc |= uint64(z.in[0]) << z.nbits
		z.nbits += 8
		z.in = z.in[1:]
	}
	return true
}

// take returns n bits; ok is false where they are not there.
func (z *inflater) take(n uint) (v int, ok bool) {
	if !z.need(n) {
		return 0, false
	}
	v = int(z.acc & (1<<n - 1))
	z.acc >>= n
	z.nbits -= n
	return v, true
}

// symbol decodes a symbol; -1: more input is needed, -2: no code has these bits.
func (z *inflater) symbol(c *code) int {
	z.need(c.bits)
	e := c.table[z.acc&(1<<c.bits-1)]
	l := uint(e & 15)
	if l > z.nbits || l == 0 && z.nbits < c.bits {
		return -1
	}
	if l == 0 {
		return -2
	}
	z.acc >>= l
	z.nbits -= l
	return int(e >> 4)
}

// bytes takes n whole bytes.
func (z *inflater) bytes(n int) ([]byte, bool) {
	drop := z.nbits % 8
	z.acc >>= drop
	z.nbits -= drop
	b := make([]byte, 0, n)
	for range n {
		v, ok := z.take(8)
		if !ok {
			return nil, false
		}
		b = append(b, byte(v))
	}
	return b, true
}

// mark is a state to return to.
type mark struct {
	in    []byte
	acc   uint64
	nbits uint
}

func (z *inflater) mark() mark   { return mark{z.in, z.acc, z.nbits} }
func (z *inflater) reset(m mark) { z.in, z.acc, z.nbits = m.in, m.acc, m.nbits }

// run decompresses until limit bytes of output wait, the input is used up or the stream ends.
func (z *inflater) run(limit int) error {
	for z.step != stepEnd && len(z.out)-z.given < limit {
		m := z.mark()
		ok, err := z.next(limit)
		if err == errDry {
			return nil
		}
		if err != nil {
			return err
		}
		if !ok {
			z.reset(m)
			return nil
		}
	}
	return nil
}

// next does one step; ok is false where it needs more input, which has to be put back.
func (z *inflater) next(limit int) (ok bool, err error) {
	switch z.step {
	case stepHeader:
		return z.header()
	case stepBlock:
		return z.block()
	case stepStored:
		if z.left == 0 {
			z.endBlock()
			return true, nil
		}
		for z.left > 0 && len(z.out)-z.given < limit {
			v, ok := z.take(8)
			if !ok {
				return true, errDry
			}
			z.out = append(z.out, byte(v))
			z.left--
		}
		return true, nil
	case stepCodes:
		return z.codes(limit)
	}
	return z.trailer()
}

// errDry says that the input is used up in the middle of data, nothing of which has to be put back.
const errDry = failure("")

func (z *inflater) endBlock() {
	z.step = stepBlock
	if z.last {
		z.step = stepTrailer
	}
}

var lengthBase = [29]int{3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258}
var lengthExtra = [29]uint8{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
var distBase = [30]int{1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577}
var codeOrder = [19]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// codes decodes symbols of a compressed block.
func (z *inflater) codes(limit int) (bool, error) {
	for len(z.out)-z.given < limit {
		if z.length > 0 {
			z.out = append(z.out, z.out[len(z.out)-z.back])
			z.length--
			continue
		}
		m := z.mark()
		sym := z.symbol(&z.lit)
		switch {
		case sym == -2 || sym > 285:
			return false, failure("invalid literal/length code")
		case sym < 0:
			z.reset(m)
			return true, errDry
		case sym < 256:
			z.out = append(z.out, byte(sym))
			continue
		case sym == 256:
			z.endBlock()
			return true, nil
		}
		extra, ok := z.take(uint(lengthExtra[sym-257]))
		d := -1
		if ok {
			d = z.symbol(&z.dist)
		}
		if d == -2 || d > 29 {
			return false, failure("invalid distance code")
		}
		far := 0
		if d >= 0 {
			far, ok = z.take(uint(max(0, d/2-1)))
		}
		if d < 0 || !ok {
			z.reset(m)
			return true, errDry
		}
		z.length, z.back = lengthBase[sym-257]+extra, distBase[d]+far
		if z.back > len(z.out) || z.back > windowSize {
			return false, failure("invalid distance too far back")
		}
	}
	return true, nil
}

// block reads the header of a block.
func (z *inflater) block() (bool, error) {
	v, ok := z.take(3)
	if !ok {
		return false, nil
	}
	z.last = v&1 != 0
	switch v >> 1 {
	case 0:
		b, ok := z.bytes(4)
		if !ok {
			return false, nil
		}
		n := binary.LittleEndian.Uint16(b)
		if n != ^binary.LittleEndian.Uint16(b[2:]) {
			return false, failure("invalid stored block lengths")
		}
		z.left, z.step = int(n), stepStored
		return true, nil
	case 1:
		var lengths [288]uint8
		for i := range lengths {
			switch {
			case i < 144 || i >= 280:
				lengths[i] = 8
			case i < 256:
				lengths[i] = 9
			default:
				lengths[i] = 7
			}
		}
		z.lit, _ = makeCode(lengths[:], false)
		var five [32]uint8
		for i := range five {
			five[i] = 5
		}
		z.dist, _ = makeCode(five[:], false)
		z.step = stepCodes
		return true, nil
	case 2:
		return z.dynamic()
	}
	return false, failure("invalid block type")
}

// dynamic reads the codes of a block.
func (z *inflater) dynamic() (bool, error) {
	v, ok := z.take(14)
	if !ok {
		return false, nil
	}
	nlit, ndist, ncode := v&31+257, v>>5&31+1, v>>10+4
	if nlit > 286 || ndist > 30 {
		return false, failure("too many length or distance symbols")
	}
	var lengths [320]uint8
	for _, at := range codeOrder[:ncode] {
		l, ok := z.take(3)
		if !ok {
			return false, nil
		}
		lengths[at] = uint8(l)
	}
	c, ok := makeCode(lengths[:19], false)
	if !ok {
		return false, failure("invalid code lengths set")
	}
	clear(lengths[:])
	for i := 0; i < nlit+ndist; {
		sym := z.symbol(&c)
		if sym == -1 {
			return false, nil
		}
		if sym < 16 {
			lengths[i] = uint8(sym)
			i++
			continue
		}
		prev, base, bits := uint8(0), 3, uint(3)
		switch sym {
		case 16:
			if i == 0 {
				return false, failure("invalid bit length repeat")
			}
			prev, bits = lengths[i-1], 2
		case 18:
			base, bits = 11, 7
		}
		n, ok := z.take(bits)
		if !ok {
			return false, nil
		}
		if i+base+n > nlit+ndist {
			return false, failure("invalid bit length repeat")
		}
		for range base + n {
			lengths[i] = prev
			i++
		}
	}
	if lengths[256] == 0 {
		return false, failure("invalid code -- missing end-of-block")
	}
	if z.lit, ok = makeCode(lengths[:nlit], true); !ok {
		return false, failure("invalid literal/lengths set")
	}
	if z.dist, ok = makeCode(lengths[nlit:nlit+ndist], true); !ok {
		return false, failure("invalid distances set")
	}
	z.step = stepCodes
	return true, nil
}

// header reads the container's header.
func (z *inflater) header() (bool, error) {
	if z.form == formRaw {
		z.step = stepBlock
		return true, nil
	}
	b, ok := z.bytes(2)
	if !ok {
		return false, nil
	}
	if z.form != formZlib && b[0] == 0x1F && b[1] == 0x8B {
		return z.gzipHeader()
	}
	switch {
	case z.form == formGzip || (int(b[0])<<8|int(b[1]))%31 != 0:
		return false, failure("incorrect header check")
	case b[0]&15 != 8:
		return false, failure("unknown compression method")
	case b[0]>>4 > 7:
		return false, failure("invalid window size")
	}
	if b[1]&0x20 != 0 {
		id, ok := z.bytes(4)
		if !ok {
			return false, nil
		}
		if z.dict == nil {
			return false, errNeedDict
		}
		if adler32.Checksum(z.dict) != binary.BigEndian.Uint32(id) {
			return false, errBadDict
		}
		z.preset()
	}
	z.form, z.sum, z.step = formZlib, 1, stepBlock
	return true, nil
}

const (
	errNeedDict = failure("need dictionary")
	errBadDict  = failure("bad dictionary")
)

// preset makes the dictionary the window.
func (z *inflater) preset() {
	z.out = append(z.out[:0:0], z.dict[max(0, len(z.dict)-windowSize):]...)
	z.given, z.summed = len(z.out), len(z.out)
}

func (z *inflater) gzipHeader() (bool, error) {
	b, ok := z.bytes(8)
	if !ok {
		return false, nil
	}
	if b[0] != 8 {
		return false, failure("unknown compression method")
	}
	flags := b[1]
	if flags&0xE0 != 0 {
		return false, failure("unknown header flags set")
	}
	if flags&4 != 0 {
		n, ok := z.bytes(2)
		if !ok {
			return false, nil
		}
		if _, ok = z.bytes(int(binary.LittleEndian.Uint16(n))); !ok {
			return false, nil
		}
	}
	for _, bit := range [...]byte{8, 16} {
		for flags&bit != 0 {
			c, ok := z.take(8)
			if !ok {
				return false, nil
			}
			if c == 0 {
				break
			}
		}
	}
	if flags&2 != 0 {
		if _, ok := z.bytes(2); !ok {
			return false, nil
		}
	}
	z.form, z.sum, z.step = formGzip, 0, stepBlock
	return true, nil
}

// digest brings the checksum up to the output.
func (z *inflater) digest() {
	b := z.out[z.summed:]
	switch z.form {
	case formZlib:
		z.sum = updateAdler(z.sum, b)
	case formGzip:
		z.sum = crc32.Update(z.sum, crc32.IEEETable, b)
	}
	z.total += uint32(len(b))
	z.summed = len(z.out)
}

// trailer checks the container's trailer.
func (z *inflater) trailer() (bool, error) {
	z.digest()
	switch z.form {
	case formZlib:
		b, ok := z.bytes(4)
		if !ok {
			return false, nil
		}
		if binary.BigEndian.Uint32(b) != z.sum {
			return false, failure("incorrect data check")
		}
	case formGzip:
		b, ok := z.bytes(8)
		if !ok {
			return false, nil
		}
		if binary.LittleEndian.Uint32(b) != z.sum {
			return false, failure("incorrect data check")
		}
		if binary.LittleEndian.Uint32(b[4:]) != z.total {
			return false, failure("incorrect length check")
		}
	}
	z.step = stepEnd
	return true, nil
}

// rest returns the input that was not used, bits that were looked at included.
func (z *inflater) rest() []byte {
	n := int(z.nbits / 8)
	b := make([]byte, n, n+len(z.in))
	for i := range b {
		b[i] = byte(z.acc >> (z.nbits % 8) >> (8 * i))
	}
	return append(b, z.in...)
}

// give returns the output that waits, up to limit bytes, and forgets what lies before the window.
func (z *inflater) give(limit int) []byte {
	z.digest()
	n := min(limit, len(z.out)-z.given)
	b := append([]byte(nil), z.out[z.given:z.given+n]...)
	z.given += n
	if drop := z.given - windowSize; drop > 4*windowSize {
		z.out = append(z.out[:0], z.out[drop:]...)
		z.given -= drop
		z.summed -= drop
	}
	return b
}

// updateAdler continues an Adler-32 checksum.
func updateAdler(sum uint32, b []byte) uint32 {
	const mod = 65521
	lo, hi := sum&0xFFFF, sum>>16
	for len(b) > 0 {
		// So many bytes cannot overflow 32 bits.
		n := min(len(b), 5552)
		for _, c := range b[:n] {
			lo += uint32(c)
			hi += lo
		}
		lo, hi = lo%mod, hi%mod
		b = b[n:]
	}
	return hi<<16 | lo
}
