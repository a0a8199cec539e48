package marshal

import (
	"bytes"
	"encoding/binary"
	"math"
	"math/big"
	"slices"
	"strconv"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
)

// decoder reads values.
type decoder struct {
	t         *objects.Thread
	buf       []byte
	pos       int
	read      func(n int) ([]byte, error) // nil: everything is in buf
	allowCode bool
	// trusted says that the data is Adder's own: code needs no check, and the buffer stays as it is for ever.
	trusted bool
	depth   int
	refs    []objects.Value
	// filename is the file of the code that is read.
	filename *objects.Str
	// list is room for the names of a code object.
	list []*objects.Str
}

// Load reads a value; bytes behind it are ignored.
func Load(t *objects.Thread, b []byte, allowCode bool) (objects.Value, error) {
	d := &decoder{t: t, buf: b, allowCode: allowCode}
	return d.top()
}

// image reads the bodies of unloaded code, one after the other.
//
// Concurrency: without the global lock each thread would have its own.
var image = decoder{allowCode: true, trusted: true}

// LoadTrusted is Load of what DumpImage has written when Adder was built. The data never changes.
func LoadTrusted(t *objects.Thread, b []byte) (objects.Value, error) {
	if image.t == nil {
		image.t = t
		objects.SetCodeLoader(loadBody)
	}
	d := &decoder{t: t, buf: b, allowCode: true, trusted: true}
	return d.top()
}

func (d *decoder) top() (objects.Value, error) {
	v, null, err := d.value()
	if err == nil && null {
		err = objects.TypeErrorf("NULL object in marshal data for object")
	}
	return v, err
}

func bad(what string) error { return objects.ValueErrorf("bad marshal data (%s)", what) }

func short() error { return objects.Errorf(&objects.EOFErrorType, "marshal data too short") }

// take returns the next n bytes.
func (d *decoder) take(n int) ([]byte, error) {
	if n < 0 {
		return nil, bad("bytes object size out of range")
	}
	if d.read != nil {
		b, err := d.read(n)
		if err != nil {
			return nil, err
		}
		if len(b) < n {
			return nil, short()
		}
		return b[:n], nil
	}
	if n > len(d.buf)-d.pos {
		return nil, short()
	}
	b := d.buf[d.pos : d.pos+n]
	d.pos += n
	return b, nil
}

func (d *decoder) byte() (byte, error) {
	b, err := d.take(1)
	if err != nil {
		if objects.IsError(err, &objects.EOFErrorType) {
			err = objects.Errorf(&objects.EOFErrorType, "EOF read where object expected")
		}
		return 0, err
	}
	return b[0], nil
}

func (d *decoder) u32() (uint32, error) {
	b, err := d.take(4)
	if err != nil {
		return 0, err
	}
	return binary.LittleEndian.Uint32(b), nil
}

// size reads a count of items, each of at least one byte.
func (d *decoder) size(what string) (int, error) {
	n, err := d.u32()
	if err != nil {
		return 0, err
	}
	if int32(n) < 0 {
		return 0, bad(what + " size out of range")
	}
	if d.read == nil && int(n) > len(d.buf)-d.pos {
		return 0, short()
	}
	return int(n), nil
}

func (d *decoder) f64() (float64, error) {
	b, err := d.take(8)
	if err != nil {
		return 0, err
	}
	return math.Float64frombits(binary.LittleEndian.Uint64(b)), nil
}

// reserve takes the place of an object that may be referred to; set fills it.
func (d *decoder) reserve(ref bool) int {
	if !ref {
		return -1
	}
	d.refs = append(d.refs, objects.Value{})
	return len(d.refs) - 1
}

func (d *decoder) set(i int, v objects.Value) objects.Value {
	if i >= 0 {
		d.refs[i] = v
	}
	return v
}

// value reads a value; null says that it was the mark that ends a dict.
func (d *decoder) value() (v objects.Value, null bool, err error) {
	d.depth++
	defer func() { d.depth-- }()
	if d.depth > maxDepth {
		return v, false, objects.ValueErrorf("recursion limit exceeded")
	}
	b, err := d.byte()
	if err != nil {
		return v, false, err
	}
	ref := b&flagRef != 0
	switch kind := b &^ flagRef; kind {
	case typeNull:
		return v, true, nil
	case typeNone:
		v = objects.None
	case typeTrue:
		v = objects.True
	case typeFalse:
		v = objects.False
	case typeEllipsis:
		v = objects.Ellipsis
	case typeStopIter:
		v = objects.ToValue(&objects.StopIterationType)
	case typeInt:
		n, err := d.u32()
		if err != nil {
			return v, false, err
		}
		return d.set(d.reserve(ref), objects.Int(int64(int32(n)))), false, nil
	case typeInt64:
		b, err := d.take(8)
		if err != nil {
			return v, false, err
		}
		return d.set(d.reserve(ref), objects.Int(int64(binary.LittleEndian.Uint64(b)))), false, nil
	case typeLong:
		v, err = d.long()
		return d.set(d.reserve(ref), v), false, err
	case typeFloat, typeComplex:
		x, err := d.textFloat()
		if err != nil {
			return v, false, err
		}
		v = objects.Float(x)
		if kind == typeComplex {
			y, err := d.textFloat()
			if err != nil {
				return v, false, err
			}
			v = objects.NewComplex(complex(x, y))
		}
		return d.set(d.reserve(ref), v), false, nil
	case typeBinaryFloat, typeBinaryComplex:
		x, err := d.f64()
		if err != nil {
			return v, false, err
		}
		v = objects.Float(x)
		if kind == typeBinaryComplex {
			y, err := d.f64()
			if err != nil {
				return v, false, err
			}
			v = objects.NewComplex(complex(x, y))
		}
		return d.set(d.reserve(ref), v), false, nil
	case typeString:
		n, err := d.size("bytes object")
		if err != nil {
			return v, false, err
		}
		b, err := d.take(n)
		if err != nil {
			return v, false, err
		}
		return d.set(d.reserve(ref), objects.NewBytes(append([]byte(nil), b...))), false, nil
	case typeUnicode, typeInterned, typeASCII, typeASCIIInterned, typeShortASCII, typeShortASCIIInt:
		v, err = d.text(kind)
		return d.set(d.reserve(ref), v), false, err
	case typeSmallTuple, typeTuple:
		var n int
		if kind == typeSmallTuple {
			b, err := d.take(1)
			if err != nil {
				return v, false, err
			}
			n = int(b[0])
		} else if n, err = d.size("tuple"); err != nil {
			return v, false, err
		}
		at := d.reserve(ref)
		items, err := d.items(n, "tuple")
		if err != nil {
			return v, false, err
		}
		return d.set(at, objects.ToValue(objects.NewTuple(items...))), false, nil
	case typeList:
		n, err := d.size("list")
		if err != nil {
			return v, false, err
		}
		l := objects.NewList()
		d.set(d.reserve(ref), objects.ToValue(l))
		for range n {
			x, null, err := d.value()
			if err != nil {
				return v, false, err
			}
			if null {
				return v, false, objects.TypeErrorf("NULL object in marshal data for list")
			}
			l.Append(x)
		}
		return objects.ToValue(l), false, nil
	case typeDict:
		dict := objects.NewDict()
		d.set(d.reserve(ref), objects.ToValue(dict))
		for {
			k, null, err := d.value()
			if err != nil {
				return v, false, err
			}
			if null {
				return objects.ToValue(dict), false, nil
			}
			x, null, err := d.value()
			if err != nil {
				return v, false, err
			}
			if null {
				return objects.ToValue(dict), false, nil
			}
			if err := dict.Set(d.t, k, x); err != nil {
				return v, false, err
			}
		}
	case typeSet, typeFrozenset:
		n, err := d.size("set")
		if err != nil {
			return v, false, err
		}
		at := d.reserve(ref)
		items, err := d.items(n, "set")
		if err != nil {
			return v, false, err
		}
		if kind == typeFrozenset {
			v = objects.NewFrozenset(d.t, items)
		} else {
			v, err = objects.NewSetOf(d.t, items)
		}
		return d.set(at, v), false, err
	case typeAdderCode:
		if !d.allowCode {
			return v, false, objects.ValueErrorf("unmarshalling code objects is disallowed")
		}
		at := d.reserve(ref)
		c, err := d.code()
		if err != nil {
			return v, false, err
		}
		return d.set(at, objects.ToValue(c)), false, nil
	case typeUnloadedCode:
		if !d.trusted {
			return v, false, bad("unknown type code")
		}
		at := d.reserve(ref)
		c, err := d.unloaded()
		if err != nil {
			return v, false, err
		}
		return d.set(at, objects.ToValue(c)), false, nil
	case typeRef:
		n, err := d.u32()
		if err != nil {
			return v, false, err
		}
		if int(n) >= len(d.refs) || d.refs[n].IsZero() {
			return v, false, bad("invalid reference")
		}
		return d.refs[n], false, nil
	default:
		return v, false, bad("unknown type code")
	}
	return v, false, nil
}

func (d *decoder) items(n int, what string) ([]objects.Value, error) {
	items := make([]objects.Value, 0, min(n, 1<<16))
	for range n {
		x, null, err := d.value()
		if err != nil {
			return nil, err
		}
		if null {
			return nil, objects.TypeErrorf("NULL object in marshal data for %s", what)
		}
		items = append(items, x)
	}
	return items, nil
}

func (d *decoder) textFloat() (float64, error) {
	b, err := d.take(1)
	if err != nil {
		return 0, err
	}
	if b, err = d.take(int(b[0])); err != nil {
		return 0, err
	}
	f, err := strconv.ParseFloat(string(b), 64)
	if err != nil {
		return 0, objects.ValueErrorf("could not convert string to float: %s", string(b))
	}
	return f, nil
}

func (d *decoder) long() (objects.Value, error) {
	u, err := d.u32()
	if err != nil {
		return objects.Value{}, err
	}
	n := int(int32(u))
	neg := n < 0
	if neg {
		n = -n
	}
	if n < 0 || d.read == nil && n > (len(d.buf)-d.pos)/2+1 {
		return objects.Value{}, bad("long size out of range")
	}
	v := new(big.Int)
	digit := new(big.Int)
	for i := range n {
		b, err := d.take(2)
		if err != nil {
			return objects.Value{}, err
		}
		x := binary.LittleEndian.Uint16(b)
		if x > 0x7FFF {
			return objects.Value{}, bad("digit out of range in long")
		}
		if i == n-1 && x == 0 {
			return objects.Value{}, bad("unnormalized long data")
		}
		v.Or(v, digit.Lsh(digit.SetUint64(uint64(x)), uint(15*i)))
	}
	if neg {
		v.Neg(v)
	}
	return objects.BigInt(v), nil
}

func (d *decoder) text(kind byte) (objects.Value, error) {
	var n int
	var err error
	if kind == typeShortASCII || kind == typeShortASCIIInt {
		var b []byte
		if b, err = d.take(1); err == nil {
			n = int(b[0])
		}
	} else {
		n, err = d.size("string")
	}
	if err != nil {
		return objects.Value{}, err
	}
	b, err := d.take(n)
	if err != nil {
		return objects.Value{}, err
	}
	switch kind {
	case typeInterned, typeASCIIInterned, typeShortASCIIInt:
		return objects.InternBytes(b).Value(), nil
	case typeUnicode:
		if !objects.ValidWTF8(b) {
			return objects.DecodeUTF8(d.t, b, "surrogatepass")
		}
	}
	return objects.StrValue(string(b)), nil
}

func (d *decoder) uvarint() (int, error) {
	n, w := binary.Uvarint(d.buf[d.pos:])
	if w <= 0 {
		return 0, short()
	}
	d.pos += w
	if n > math.MaxInt32 {
		return 0, bad("number out of range")
	}
	return int(n), nil
}

// count reads the length of a list whose entries take at least width bytes.
func (d *decoder) count(width int) (int, error) {
	n, err := d.uvarint()
	if err == nil && n > (len(d.buf)-d.pos)/width {
		err = short()
	}
	return n, err
}

func (d *decoder) string() (*objects.Str, error) {
	v, _, err := d.value()
	if err != nil {
		return nil, err
	}
	s, ok := objects.StrOf(v)
	if !ok {
		return nil, bad("name is not a string")
	}
	return s, nil
}

// code reads a code object. What would let the interpreter leave its arrays is rejected by bytecode.Verify.
func (d *decoder) code() (*objects.Code, error) {
	if d.read != nil {
		return nil, bad("code objects are read from bytes")
	}
	if n, err := d.uvarint(); err != nil || n != FormatVersion {
		if err == nil {
			err = bad("code object of another version")
		}
		return nil, err
	}
	c, err := d.head()
	if err != nil {
		return nil, err
	}
	if c.Filename, err = d.string(); err != nil {
		return nil, err
	}
	d.filename = c.Filename
	if err := d.body(c); err != nil {
		return nil, err
	}
	if !d.trusted {
		if err := objects.CheckCode(c); err != nil {
			return nil, bad("code object: " + err.Error())
		}
	}
	return c, nil
}

// unloaded reads a code object of which only the head is made (see [objects.Code.Loaded]). Its file is that of the code around.
func (d *decoder) unloaded() (*objects.Code, error) {
	c, err := d.head()
	if err != nil {
		return nil, err
	}
	c.Filename = d.filename
	n, err := d.count(1)
	if err != nil {
		return nil, err
	}
	rest, err := d.take(n)
	c.SetUnloaded(rest)
	return c, err
}

// loadBody reads the rest of such a code object.
func loadBody(c *objects.Code, data []byte) {
	d := &image
	d.buf, d.pos, d.filename = data, 0, c.Filename
	if err := d.body(c); err != nil {
		panic("the image of the library is damaged: " + err.Error())
	}
	clear(d.refs)
	d.refs = d.refs[:0]
}

// head reads what a function needs of its code.
func (d *decoder) head() (*objects.Code, error) {
	c := objects.NewCode()
	var flags, line int
	for _, p := range []*int{&c.ArgCount, &c.PosOnlyArgCount, &c.KwOnlyArgCount, &c.NRegs, &flags, &line} {
		n, err := d.uvarint()
		if err != nil {
			return nil, err
		}
		*p = n
	}
	c.Flags, c.FirstLine = objects.CodeFlags(flags), int32(line)
	b, err := d.take(1)
	if err != nil {
		return nil, err
	}
	c.HasDoc = b[0] != 0
	for _, p := range []**objects.Str{&c.Name, &c.QualName} {
		if *p, err = d.string(); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// names reads the four lists of names of a code object, into one array.
func (d *decoder) names(c *objects.Code) error {
	all := d.list[:0]
	var ends [4]int
	for k := range ends {
		n, err := d.count(1)
		if err != nil {
			return err
		}
		for range n {
			s, err := d.string()
			if err != nil {
				return err
			}
			all = append(all, objects.InternStr(s))
		}
		ends[k] = len(all)
	}
	d.list = all
	own := slices.Clone(all)
	from := 0
	for k, p := range []*[]*objects.Str{&c.VarNames, &c.CellVars, &c.FreeVars, &c.Names} {
		*p = own[from:ends[k]:ends[k]]
		from = ends[k]
	}
	return nil
}

// body reads what stands behind the head.
func (d *decoder) body(c *objects.Code) error {
	if err := d.names(c); err != nil {
		return err
	}
	n, err := d.count(8)
	if err != nil {
		return err
	}
	c.Instrs = make([]bytecode.Instr, n)
	b, err := d.take(8 * n)
	if err != nil {
		return err
	}
	for i := range c.Instrs {
		c.Instrs[i] = bytecode.Instr(binary.LittleEndian.Uint64(b[8*i:]))
	}
	if n, err = d.count(1); err != nil {
		return err
	}
	if c.Consts, err = d.items(n, "code"); err != nil {
		return err
	}
	if n, err = d.count(1); err != nil {
		return err
	}
	c.Sites = make([]objects.Site, n)
	for i := range c.Sites {
		s, err := d.string()
		if err != nil {
			return err
		}
		c.Sites[i].Name = objects.InternStr(s)
	}
	if n, err = d.count(4); err != nil {
		return err
	}
	c.Exceptions = make([]bytecode.Handler, n)
	for i := range c.Exceptions {
		var f [4]int
		for j := range f {
			if f[j], err = d.uvarint(); err != nil {
				return err
			}
		}
		c.Exceptions[i] = bytecode.Handler{Start: int32(f[0]), End: int32(f[1]), Target: int32(f[2]), Reg: uint16(f[3])}
	}
	if n, err = d.count(1); err != nil {
		return err
	}
	packed, err := d.take(n)
	if err != nil {
		return err
	}
	if !d.trusted {
		// The buffer is the caller's.
		packed = bytes.Clone(packed)
	}
	c.SetPackedPositions(packed)
	if n, err = d.count(5); err != nil {
		return err
	}
	c.Inlined = make([]objects.InlinedVar, n)
	for i := range c.Inlined {
		s, err := d.string()
		if err != nil {
			return err
		}
		var f [4]int
		for j := range f {
			if f[j], err = d.uvarint(); err != nil {
				return err
			}
		}
		c.Inlined[i] = objects.InlinedVar{Name: objects.InternStr(s), Reg: uint16(f[0]), Cell: f[1] != 0, Start: int32(f[2]), End: int32(f[3])}
	}
	if d.trusted {
		c.Derive()
	}
	return nil
}
