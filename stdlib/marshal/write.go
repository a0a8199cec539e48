package marshal

import (
	"encoding/binary"
	"math"
	"math/big"
	"strconv"
	"unsafe"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
)

// encoder writes values. From version 3 on, an object that occurs again is written as a reference to its first place.
type encoder struct {
	t         *objects.Thread
	buf       []byte
	version   int
	allowCode bool
	depth     int
	refs      map[unsafe.Pointer]uint32
	seen      map[unsafe.Pointer]int // how often an object occurs; only objects that occur again get a reference
	image     bool                   // code within code is written unloaded
	filename  *objects.Str           // the file of the code that is written
}

// Dump returns a value in marshal's format.
func Dump(t *objects.Thread, v objects.Value, version int, allowCode bool) ([]byte, error) {
	e := &encoder{t: t, version: version, allowCode: allowCode}
	if version >= 3 {
		e.refs = map[unsafe.Pointer]uint32{}
		e.seen = map[unsafe.Pointer]int{}
		e.count(v, 0)
	}
	if err := e.value(v); err != nil {
		return nil, err
	}
	return e.buf, nil
}

// DumpImage returns the code of a module in the format of [LoadTrusted]: that of the functions in it is read when it is needed.
func DumpImage(t *objects.Thread, module *objects.Code) ([]byte, error) {
	e := &encoder{t: t, version: Version, allowCode: true, image: true, refs: map[unsafe.Pointer]uint32{}, seen: map[unsafe.Pointer]int{}}
	v := objects.ToValue(module)
	e.count(v, 0)
	if err := e.value(v); err != nil {
		return nil, err
	}
	return e.buf, nil
}

// count finds the objects that occur more than once.
func (e *encoder) count(v objects.Value, depth int) {
	if !v.IsObject() || depth > maxDepth {
		return
	}
	p := v.Pointer()
	e.seen[p]++
	if e.seen[p] > 1 {
		return
	}
	each := func(vs []objects.Value) {
		for _, x := range vs {
			e.count(x, depth+1)
		}
	}
	switch objects.TypeOf(v) {
	case &objects.TupleType:
		each(objects.As[objects.Tuple](v).Items())
	case &objects.ListType:
		each(objects.As[objects.List](v).Items())
	case &objects.DictType:
		d := objects.As[objects.Dict](v)
		for i := 0; ; {
			k, x, next, ok := d.NextEntry(i)
			if !ok {
				break
			}
			e.count(k, depth+1)
			e.count(x, depth+1)
			i = next
		}
	case &objects.SetType, &objects.FrozensetType:
		each(objects.SetItems(v))
	case &objects.CodeType:
		c := objects.As[objects.Code](v).Loaded()
		e.count(c.Name.Value(), depth+1)
		e.count(c.QualName.Value(), depth+1)
		if !e.image || !isFunction(c) {
			e.count(c.Filename.Value(), depth+1)
			e.countBody(c, depth+1)
		}
	}
}

// isFunction tells the code of a function from that of a module or class, which runs at once.
func isFunction(c *objects.Code) bool { return c.Flags&objects.CoOptimized != 0 }

// countBody is count of what body writes.
func (e *encoder) countBody(c *objects.Code, depth int) {
	for _, names := range [][]*objects.Str{c.VarNames, c.CellVars, c.FreeVars, c.Names} {
		for _, n := range names {
			e.count(n.Value(), depth)
		}
	}
	for _, k := range c.Consts {
		e.count(k, depth)
	}
}

func (e *encoder) byte(b byte)      { e.buf = append(e.buf, b) }
func (e *encoder) u32(n uint32)     { e.buf = binary.LittleEndian.AppendUint32(e.buf, n) }
func (e *encoder) int(n int)        { e.u32(uint32(int32(n))) }
func (e *encoder) str(s string)     { e.int(len(s)); e.buf = append(e.buf, s...) }
func (e *encoder) uvarint(n uint64) { e.buf = binary.AppendUvarint(e.buf, n) }

// kind writes a type byte; it reports false where a reference to an earlier place was written instead.
func (e *encoder) kind(v objects.Value, b byte) bool {
	if e.version >= 3 && v.IsObject() {
		p := v.Pointer()
		if i, ok := e.refs[p]; ok {
			e.byte(typeRef)
			e.u32(i)
			return false
		}
		if e.seen[p] > 1 {
			e.refs[p] = uint32(len(e.refs))
			b |= flagRef
		}
	}
	e.byte(b)
	return true
}

func unmarshallable() error { return objects.ValueErrorf("unmarshallable object") }

func (e *encoder) value(v objects.Value) error {
	e.depth++
	defer func() { e.depth-- }()
	if e.depth > maxDepth {
		return objects.ValueErrorf("object too deeply nested to marshal")
	}
	switch v {
	case objects.None:
		e.byte(typeNone)
		return nil
	case objects.True:
		e.byte(typeTrue)
		return nil
	case objects.False:
		e.byte(typeFalse)
		return nil
	case objects.Ellipsis:
		e.byte(typeEllipsis)
		return nil
	case objects.ToValue(&objects.StopIterationType):
		e.byte(typeStopIter)
		return nil
	}
	switch objects.TypeOf(v) {
	case &objects.IntType:
		e.integer(v)
	case &objects.FloatType:
		f, _ := objects.FloatOf(v)
		if e.version > 1 {
			e.byte(typeBinaryFloat)
			e.buf = binary.LittleEndian.AppendUint64(e.buf, math.Float64bits(f))
		} else {
			e.byte(typeFloat)
			e.shortText(strconv.FormatFloat(f, 'g', 17, 64))
		}
	case &objects.ComplexType:
		c := objects.ComplexOf(v)
		if !e.kind(v, typeBinaryComplex) {
			return nil
		}
		e.buf = binary.LittleEndian.AppendUint64(e.buf, math.Float64bits(real(c)))
		e.buf = binary.LittleEndian.AppendUint64(e.buf, math.Float64bits(imag(c)))
	case &objects.BytesType:
		b, _ := objects.BytesOf(v)
		if e.kind(v, typeString) {
			e.str(string(b))
		}
	case &objects.StrType:
		e.text(v)
	case &objects.TupleType:
		items := objects.As[objects.Tuple](v).Items()
		if len(items) < 256 && e.version >= 4 {
			if !e.kind(v, typeSmallTuple) {
				return nil
			}
			e.byte(byte(len(items)))
		} else {
			if !e.kind(v, typeTuple) {
				return nil
			}
			e.int(len(items))
		}
		return e.values(items)
	case &objects.ListType:
		if !e.kind(v, typeList) {
			return nil
		}
		items := objects.As[objects.List](v).Items()
		e.int(len(items))
		return e.values(items)
	case &objects.DictType:
		if !e.kind(v, typeDict) {
			return nil
		}
		d := objects.As[objects.Dict](v)
		for i := 0; ; {
			k, x, next, ok := d.NextEntry(i)
			if !ok {
				break
			}
			if err := e.value(k); err != nil {
				return err
			}
			if err := e.value(x); err != nil {
				return err
			}
			i = next
		}
		e.byte(typeNull)
	case &objects.SetType, &objects.FrozensetType:
		b := byte(typeSet)
		if objects.TypeOf(v) == &objects.FrozensetType {
			b = typeFrozenset
		}
		if !e.kind(v, b) {
			return nil
		}
		items := objects.SetItems(v)
		e.int(len(items))
		return e.values(items)
	case &objects.CodeType:
		if !e.allowCode {
			return objects.ValueErrorf("marshalling code objects is disallowed")
		}
		c := objects.As[objects.Code](v).Loaded()
		if e.image && isFunction(c) {
			if e.kind(v, typeUnloadedCode) {
				return e.unloaded(c)
			}
		} else if e.kind(v, typeAdderCode) {
			return e.code(c)
		}
	default:
		b, ok, err := objects.BufferBytes(e.t, v)
		if err != nil {
			return err
		}
		if !ok {
			return unmarshallable()
		}
		e.byte(typeString)
		e.str(string(b))
	}
	return nil
}

func (e *encoder) values(items []objects.Value) error {
	for _, x := range items {
		if err := e.value(x); err != nil {
			return err
		}
	}
	return nil
}

func (e *encoder) shortText(s string) {
	e.byte(byte(len(s)))
	e.buf = append(e.buf, s...)
}

func (e *encoder) integer(v objects.Value) {
	if i, ok := objects.Int64Of(v); ok && i >= math.MinInt32 && i <= math.MaxInt32 {
		e.byte(typeInt)
		e.int(int(i))
		return
	}
	if !e.kind(v, typeLong) {
		return
	}
	// Digits of 15 bits, the count signed.
	b := new(big.Int).Abs(objects.BigOf(v))
	at := len(e.buf)
	e.u32(0)
	n := 0
	mask := big.NewInt(0x7FFF)
	digit := new(big.Int)
	bits := b.BitLen()
	for shift := 0; shift < bits; shift += 15 {
		d := uint16(digit.And(digit.Rsh(b, uint(shift)), mask).Uint64())
		e.buf = binary.LittleEndian.AppendUint16(e.buf, d)
		n++
	}
	if objects.Sign(v) < 0 {
		n = -n
	}
	binary.LittleEndian.PutUint32(e.buf[at:], uint32(int32(n)))
}

func (e *encoder) text(v objects.Value) {
	s := objects.As[objects.Str](v)
	if e.version >= 4 && s.IsASCII() {
		short := s.Len() < 256
		var b byte
		switch {
		case short && s.Interned():
			b = typeShortASCIIInt
		case short:
			b = typeShortASCII
		case s.Interned():
			b = typeASCIIInterned
		default:
			b = typeASCII
		}
		if !e.kind(v, b) {
			return
		}
		if short {
			e.shortText(s.String())
		} else {
			e.str(s.String())
		}
		return
	}
	b := byte(typeUnicode)
	if e.version >= 3 && s.Interned() {
		b = typeInterned
	}
	if e.kind(v, b) {
		e.str(s.String())
	}
}

// code writes a code object in Adder's own form.
// code writes a code object.
func (e *encoder) code(c *objects.Code) error {
	e.uvarint(FormatVersion)
	if err := e.head(c); err != nil {
		return err
	}
	if err := e.value(c.Filename.Value()); err != nil {
		return err
	}
	e.filename = c.Filename
	return e.body(c)
}

// unloaded writes a code object whose body is read when it is first needed: it stands for itself, without references to what
// is around it.
func (e *encoder) unloaded(c *objects.Code) error {
	if c.Filename != e.filename {
		return objects.ValueErrorf("code of another file within code")
	}
	if err := e.head(c); err != nil {
		return err
	}
	rest := &encoder{t: e.t, version: e.version, allowCode: true, image: true, filename: c.Filename}
	rest.refs = map[unsafe.Pointer]uint32{}
	rest.seen = map[unsafe.Pointer]int{}
	rest.countBody(c, 0)
	if err := rest.body(c); err != nil {
		return err
	}
	e.uvarint(uint64(len(rest.buf)))
	e.buf = append(e.buf, rest.buf...)
	return nil
}

// head writes what a function needs of its code.
func (e *encoder) head(c *objects.Code) error {
	for _, n := range []int{c.ArgCount, c.PosOnlyArgCount, c.KwOnlyArgCount, c.NRegs, int(c.Flags), int(c.FirstLine)} {
		e.uvarint(uint64(n))
	}
	if c.HasDoc {
		e.byte(1)
	} else {
		e.byte(0)
	}
	for _, s := range []*objects.Str{c.Name, c.QualName} {
		if err := e.value(s.Value()); err != nil {
			return err
		}
	}
	return nil
}

// body writes what stands behind the head.
func (e *encoder) body(c *objects.Code) error {
	for _, list := range [][]*objects.Str{c.VarNames, c.CellVars, c.FreeVars, c.Names} {
		e.uvarint(uint64(len(list)))
		for _, s := range list {
			if err := e.value(s.Value()); err != nil {
				return err
			}
		}
	}
	e.uvarint(uint64(len(c.Instrs)))
	for _, i := range c.Instrs {
		// Specialised forms are what the general ones became while running.
		e.buf = binary.LittleEndian.AppendUint64(e.buf, uint64(objects.GeneralInstr(c, i)))
	}
	e.uvarint(uint64(len(c.Consts)))
	if err := e.values(c.Consts); err != nil {
		return err
	}
	e.uvarint(uint64(len(c.Sites)))
	for i := range c.Sites {
		if err := e.value(c.Sites[i].Name.Value()); err != nil {
			return err
		}
	}
	e.uvarint(uint64(len(c.Exceptions)))
	for _, h := range c.Exceptions {
		e.uvarint(uint64(h.Start))
		e.uvarint(uint64(h.End))
		e.uvarint(uint64(h.Target))
		e.uvarint(uint64(h.Reg))
	}
	packed := bytecode.PackPositions(c.Positions(), c.FirstLine)
	e.uvarint(uint64(len(packed)))
	e.buf = append(e.buf, packed...)
	e.uvarint(uint64(len(c.Inlined)))
	for _, v := range c.Inlined {
		if err := e.value(v.Name.Value()); err != nil {
			return err
		}
		cell := 0
		if v.Cell {
			cell = 1
		}
		for _, n := range [...]int{int(v.Reg), cell, int(v.Start), int(v.End)} {
			e.uvarint(uint64(n))
		}
	}
	return nil
}
