// Package zlib is the module zlib. Compression is Go's compress/flate, whose output differs from the C library's but says the
// same; inflate.go decompresses, since Python's objects can stop and go on anywhere.
package zlib

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
	"math"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/binascii"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

var errorType, compressType, decompressType, plainType objects.Type

func failf(format string, operands ...any) error {
	return objects.Errorf(&errorType, format, operands...)
}

// maxWindow is MAX_WBITS, the logarithm of the largest window.
const maxWindow = 15

// decompressor is a Decompress, or a _ZlibDecompressor.
type decompressor struct {
	objects.Head
	z            inflater
	tail, unused []byte // unconsumed_tail (or input that waits) and unused_data
	needsInput   bool
}

// newInflater makes the state for the argument wbits.
func newInflater(wbits int, dict []byte) (inflater, error) {
	z := inflater{dict: dict}
	switch {
	case wbits == 0 || wbits >= 8 && wbits <= 15:
		z.form = formZlib
	case wbits >= -15 && wbits <= -8:
		z.form = formRaw
		if dict != nil {
			z.preset()
		}
	case wbits >= 24 && wbits <= 31:
		z.form = formGzip
	case wbits >= 40 && wbits <= 47:
		z.form = formAuto
	default:
		return z, objects.ValueErrorf("Invalid initialization option")
	}
	return z, nil
}

// decodeError is the error of bad data.
func decodeError(err error, what string) error {
	switch err {
	case nil:
		return nil
	case errNeedDict:
		return failf("Error 2 %s", what)
	case errBadDict:
		return failf("Error -3 while setting zdict: invalid input data")
	}
	return failf("Error -3 %s: %s", what, err.Error())
}

func bufferArg(t *thread, v value) ([]byte, error) {
	b, release, err := native.Bytes(t, v)
	if err != nil {
		return nil, err
	}
	defer release()
	return append([]byte(nil), b...), nil
}

func decompress(t *thread, _ value, args []value) (value, error) {
	b, err := bufferArg(t, args[0])
	if err != nil {
		return value{}, err
	}
	wbits, err := native.IntOr(t, args[1], maxWindow)
	if err != nil {
		return value{}, err
	}
	size := 1
	if !args[2].IsZero() {
		if size, err = objects.SizeArg(t, args[2]); err != nil {
			return value{}, err
		}
	}
	if size < 0 {
		return value{}, objects.ValueErrorf("bufsize must be non-negative")
	}
	z, err := newInflater(wbits, nil)
	if err != nil {
		return value{}, failf("Error -2 while preparing to decompress data: inconsistent stream state")
	}
	z.in = b
	if err := z.run(math.MaxInt); err != nil {
		return value{}, decodeError(err, "while decompressing data")
	}
	if z.step != stepEnd {
		return value{}, failf("Error -5 while decompressing data: incomplete or truncated stream")
	}
	return objects.NewBytes(z.give(math.MaxInt)), nil
}

// more is Decompress.decompress() and flush().
func (d *decompressor) more(b []byte, limit int) ([]byte, error) {
	if d.z.step == stepEnd {
		d.unused = append(d.unused, b...)
		return nil, nil
	}
	d.z.in = append(append([]byte(nil), d.z.in...), b...)
	if err := d.z.run(limit); err != nil {
		return nil, decodeError(err, "while decompressing data")
	}
	out := d.z.give(limit)
	waited := len(d.tail) > 0
	d.tail = nil
	switch {
	case d.z.step == stepEnd:
		rest := d.z.rest()
		d.unused = append(d.unused, rest...)
		if waited {
			// CPython then reports what is left in both places.
			d.tail = rest
		}
		d.z.in, d.z.nbits = nil, 0
	case limit != math.MaxInt && len(out) == limit:
		// The caller gives the rest again.
		d.tail, d.z.in = d.z.in, nil
	}
	return out, nil
}

// compressor is a Compress.
type compressor struct {
	objects.Head
	w        *flate.Writer
	out      *bytes.Buffer
	form     form
	sum      uint32
	total    uint32
	started  bool
	finished bool
	level    int
	dict     []byte
}

// start makes a compressor for level and wbits.
func (c *compressor) start(level, wbits int, dict []byte) error {
	c.level, c.dict, c.out = level, dict, &bytes.Buffer{}
	switch {
	case wbits >= 9 && wbits <= 15 || wbits == 8:
		c.form, c.sum = formZlib, 1
	case wbits >= -15 && wbits <= -9 || wbits == -8:
		c.form = formRaw
	case wbits >= 25 && wbits <= 31:
		c.form = formGzip
	default:
		return objects.ValueErrorf("Invalid initialization option")
	}
	if level < -1 || level > 9 {
		return objects.ValueErrorf("Invalid initialization option")
	}
	var err error
	if dict != nil && c.form != formGzip {
		c.w, err = flate.NewWriterDict(c.out, level, dict)
	} else {
		c.w, err = flate.NewWriter(c.out, level)
	}
	if err != nil {
		return objects.ValueErrorf("Invalid initialization option")
	}
	return nil
}

func (c *compressor) header() {
	if c.started {
		return
	}
	c.started = true
	switch c.form {
	case formZlib:
		// RFC 1950: method and window, then the level and a check.
		h := []byte{0x78, 2 << 6}
		switch {
		case c.level == 0 || c.level == 1:
			h[1] = 0
		case c.level >= 2 && c.level <= 5:
			h[1] = 1 << 6
		case c.level >= 7:
			h[1] = 3 << 6
		}
		if c.dict != nil {
			h[1] |= 0x20
		}
		h[1] |= byte(31 - binary.BigEndian.Uint16(h)%31)
		c.out.Write(h)
		if c.dict != nil {
			c.out.Write(binary.BigEndian.AppendUint32(nil, adler32.Checksum(c.dict)))
		}
	case formGzip:
		extra := byte(0)
		switch c.level {
		case 9:
			extra = 2
		case 1:
			extra = 4
		}
		c.out.Write([]byte{0x1F, 0x8B, 8, 0, 0, 0, 0, 0, extra, 3})
	}
}

func (c *compressor) write(b []byte) {
	c.header()
	switch c.form {
	case formZlib:
		c.sum = updateAdler(c.sum, b)
	case formGzip:
		c.sum = crc32.Update(c.sum, crc32.IEEETable, b)
	}
	c.total += uint32(len(b))
	_, _ = c.w.Write(b)
}

func (c *compressor) finish() {
	c.header()
	_ = c.w.Close()
	c.finished = true
	switch c.form {
	case formZlib:
		c.out.Write(binary.BigEndian.AppendUint32(nil, c.sum))
	case formGzip:
		c.out.Write(binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, c.sum), c.total))
	}
}

func (c *compressor) take() value {
	b := append([]byte(nil), c.out.Bytes()...)
	c.out.Reset()
	return objects.NewBytes(b)
}

func compress(t *thread, _ value, args []value) (value, error) {
	b, release, err := native.Bytes(t, args[0])
	if err != nil {
		return value{}, err
	}
	defer release()
	level, err := native.IntOr(t, args[1], -1)
	if err != nil {
		return value{}, err
	}
	wbits, err := native.IntOr(t, args[2], maxWindow)
	if err != nil {
		return value{}, err
	}
	var c compressor
	if err := c.start(level, wbits, nil); err != nil {
		return value{}, failf("Bad compression level")
	}
	c.write(b)
	c.finish()
	return c.take(), nil
}

func compressObj(t *thread, _ value, args []value) (value, error) {
	n := [5]int{-1, 8, maxWindow, 8, 0}
	for i := range n {
		var err error
		if n[i], err = native.IntOr(t, args[i], n[i]); err != nil {
			return value{}, err
		}
	}
	var dict []byte
	if native.Given(args[5]) {
		var err error
		if dict, err = bufferArg(t, args[5]); err != nil {
			return value{}, err
		}
	}
	v := compressType.NewInstance()
	if n[1] != 8 || n[3] < 1 || n[3] > 9 || n[4] < 0 || n[4] > 4 {
		return value{}, objects.ValueErrorf("Invalid initialization option")
	}
	c := objects.As[compressor](v)
	if n[4] == 2 {
		// Z_HUFFMAN_ONLY
		if err := c.start(-1, n[2], dict); err != nil {
			return value{}, err
		}
		c.w, _ = flate.NewWriter(c.out, flate.HuffmanOnly)
		return v, nil
	}
	return v, c.start(n[0], n[2], dict)
}

func decompressObj(t *thread, _ value, args []value) (value, error) {
	return newDecompressor(t, &decompressType, args)
}

func newDecompressor(t *thread, typ *objects.Type, args []value) (value, error) {
	wbits, err := native.IntOr(t, args[0], maxWindow)
	if err != nil {
		return value{}, err
	}
	var dict []byte
	if native.Given(args[1]) {
		if dict, err = bufferArg(t, args[1]); err != nil {
			return value{}, err
		}
		if len(dict) == 0 {
			dict = nil
		}
	}
	v := typ.NewInstance()
	d := objects.As[decompressor](v)
	d.needsInput = true
	d.z, err = newInflater(wbits, dict)
	return v, err
}

// limitArg converts max_length for a Decompress: 0 means no limit.
func limitArg(t *thread, v value) (int, error) {
	if v.IsZero() {
		return math.MaxInt, nil
	}
	n, err := objects.SizeArg(t, v)
	switch {
	case err != nil:
		return 0, err
	case n < 0:
		return 0, objects.ValueErrorf("max_length must be non-negative")
	case n == 0:
		return math.MaxInt, nil
	}
	return n, nil
}

func initTypes() {
	errorType.Name, errorType.Module, errorType.Base, errorType.Flags = "error", "zlib", &objects.ExceptionType, objects.FlagBase
	typ := &compressType
	typ.Name, typ.Module, typ.Flags = "Compress", "zlib", objects.FlagNoInstantiate
	objects.Layout[compressor](typ)
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "compress", Sig: "data, /", Doc: "Compress data, and return what is compressed so far.", Fn: func(t *thread, self value, args []value) (value, error) {
				c := objects.As[compressor](self)
				b, release, err := native.Bytes(t, args[0])
				if err != nil {
					return value{}, err
				}
				defer release()
				if c.finished {
					return value{}, failf("Error -2 while compressing data: inconsistent stream state")
				}
				c.write(b)
				return c.take(), nil
			}},
			{Name: "flush", Sig: "mode=zlib.Z_FINISH, /", Doc: "Return the rest of the compressed data.", Fn: func(t *thread, self value, args []value) (value, error) {
				c := objects.As[compressor](self)
				mode, err := native.IntOr(t, args[0], 4)
				if err != nil {
					return value{}, err
				}
				if mode == 0 {
					return objects.NewBytes(nil), nil
				}
				if c.finished || mode < 0 || mode > 5 {
					return value{}, failf("Error -2 while flushing: inconsistent stream state")
				}
				if mode == 4 {
					c.finish()
				} else {
					c.header()
					_ = c.w.Flush()
				}
				return c.take(), nil
			}},
		}
	}
	typ = &decompressType
	typ.Name, typ.Module, typ.Flags = "Decompress", "zlib", objects.FlagNoInstantiate
	objects.Layout[decompressor](typ)
	data := func(name string, get func(d *decompressor) value) objects.MemberDef {
		return objects.MemberDef{Name: name, ReadOnly: true, Get: func(self value) value { return get(objects.As[decompressor](self)) }}
	}
	unused := data("unused_data", func(d *decompressor) value { return objects.NewBytes(d.unused) })
	eof := data("eof", func(d *decompressor) value { return objects.Bool(d.z.step == stepEnd) })
	typ.Members = func() []objects.MemberDef {
		return []objects.MemberDef{unused, eof, data("unconsumed_tail", func(d *decompressor) value { return objects.NewBytes(d.tail) })}
	}
	typ.Methods = func() []objects.FuncDef {
		copyFn := func(t *thread, self value, args []value) (value, error) {
			d := objects.As[decompressor](self)
			v := decompressType.NewInstance()
			c := objects.As[decompressor](v)
			c.z, c.tail, c.unused = d.z, d.tail, append([]byte(nil), d.unused...)
			c.z.out = append([]byte(nil), d.z.out...)
			return v, nil
		}
		return []objects.FuncDef{
			{Name: "decompress", Sig: "data, /, max_length=0", Doc: "Decompress data, and return max_length bytes at most; what is not used of data goes to unconsumed_tail.\n\n0 means no limit.", Fn: func(t *thread, self value, args []value) (value, error) {
				limit, err := limitArg(t, args[1])
				if err != nil {
					return value{}, err
				}
				b, err := bufferArg(t, args[0])
				if err != nil {
					return value{}, err
				}
				out, err := objects.As[decompressor](self).more(b, limit)
				if err != nil {
					return value{}, err
				}
				return objects.NewBytes(out), nil
			}},
			{Name: "flush", Sig: "length=zlib.DEF_BUF_SIZE, /", Doc: "Return the rest of the decompressed data.", Fn: func(t *thread, self value, args []value) (value, error) {
				if !args[0].IsZero() {
					n, err := objects.SizeArg(t, args[0])
					if err != nil {
						return value{}, err
					}
					if n <= 0 {
						return value{}, objects.ValueErrorf("length must be greater than zero")
					}
				}
				d := objects.As[decompressor](self)
				out, err := d.more(d.tail, math.MaxInt)
				if err != nil {
					return value{}, err
				}
				return objects.NewBytes(out), nil
			}},
			{Name: "copy", Doc: "Return another object in the same state.", Fn: copyFn},
			{Name: "__copy__", Fn: copyFn},
			{Name: "__deepcopy__", Sig: "memo, /", Fn: copyFn},
		}
	}
	typ = &plainType
	typ.Name, typ.Module = "_ZlibDecompressor", "zlib"
	typ.Doc = "Decompresses data that comes piece by piece."
	objects.Layout[decompressor](typ)
	typ.New = objects.NewBound("_ZlibDecompressor", "wbits=15, zdict=b''", newDecompressor)
	typ.Members = func() []objects.MemberDef {
		return []objects.MemberDef{unused, eof, data("needs_input", func(d *decompressor) value { return objects.Bool(d.needsInput) })}
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{{Name: "decompress", Sig: "data, max_length=-1", Doc: "Decompress data, and return max_length bytes at most, the rest with the next call.\n\nA negative number means no limit.", Fn: func(t *thread, self value, args []value) (value, error) {
			d := objects.As[decompressor](self)
			limit := math.MaxInt
			if !args[1].IsZero() {
				n, err := objects.SizeArg(t, args[1])
				if err != nil {
					return value{}, err
				}
				if n >= 0 {
					limit = n
				}
			}
			b, err := bufferArg(t, args[0])
			if err != nil {
				return value{}, err
			}
			if d.z.step == stepEnd {
				return value{}, objects.NewError(&objects.EOFErrorType, native.Str("End of stream already reached"))
			}
			d.z.in = append(append([]byte(nil), d.z.in...), b...)
			if err := d.z.run(limit); err != nil {
				return value{}, decodeError(err, "while decompressing data")
			}
			out := d.z.give(limit)
			d.needsInput = d.z.step != stepEnd && len(out) < limit
			if d.z.step == stepEnd {
				d.unused = d.z.rest()
			}
			return objects.NewBytes(out), nil
		}}}
	}
}

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "zlib",
	Doc:  "Compression and decompression in the formats of the zlib library.",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "adler32", Sig: "data, value=1, /", Doc: "Return the Adler-32 checksum of data; value is that of the data before it.", Fn: func(t *thread, self value, args []value) (value, error) {
				b, release, err := native.Bytes(t, args[0])
				if err != nil {
					return value{}, err
				}
				defer release()
				sum := uint32(1)
				if !args[1].IsZero() {
					if sum, err = binascii.Word(t, args[1]); err != nil {
						return value{}, err
					}
				}
				return objects.Int(int64(updateAdler(sum, b))), nil
			}},
			{Name: "crc32", Sig: "data, value=0, /", Doc: "Return the CRC-32 checksum of data; value is that of the data before it.", Fn: binascii.CRC32},
			{Name: "compress", Sig: "data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS", Doc: "Return data compressed in one piece.", Fn: compress},
			{Name: "compressobj", Sig: "level=Z_DEFAULT_COMPRESSION, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY, zdict=None", Doc: "Return an object that compresses data piece by piece.", Fn: compressObj},
			{Name: "decompress", Sig: "data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE", Doc: "Return what data was before it was compressed.", Fn: decompress},
			{Name: "decompressobj", Sig: "wbits=MAX_WBITS, zdict=b''", Doc: "Return an object that decompresses data piece by piece.", Fn: decompressObj},
		}
	},
	Exec: func(t *thread, m *objects.Module) error {
		if errorType.Name == "" {
			initTypes()
		}
		native.Export(m, &errorType)
		native.Export(m, &plainType)
		objects.NewType(&compressType)
		objects.NewType(&decompressType)
		for _, c := range [...]struct {
			name string
			n    int64
		}{{"DEFLATED", 8}, {"DEF_BUF_SIZE", 16384}, {"DEF_MEM_LEVEL", 8}, {"MAX_WBITS", maxWindow}, {"Z_BEST_COMPRESSION", 9}, {"Z_BEST_SPEED", 1},
			{"Z_BLOCK", 5}, {"Z_DEFAULT_COMPRESSION", -1}, {"Z_DEFAULT_STRATEGY", 0}, {"Z_FILTERED", 1}, {"Z_FINISH", 4}, {"Z_FIXED", 4}, {"Z_FULL_FLUSH", 3},
			{"Z_HUFFMAN_ONLY", 2}, {"Z_NO_COMPRESSION", 0}, {"Z_NO_FLUSH", 0}, {"Z_PARTIAL_FLUSH", 1}, {"Z_RLE", 3}, {"Z_SYNC_FLUSH", 2}, {"Z_TREES", 6}} {
			m.Set(c.name, objects.Int(c.n))
		}
		m.Set("ZLIB_VERSION", native.Str("1.2.13"))
		m.Set("ZLIB_RUNTIME_VERSION", native.Str("1.2.13"))
		return nil
	},
}
