// Package structmodule is the module _struct: values as bytes in the layouts of C, after a format string. A format is parsed
// once into a [layout]; the functions of the module keep the layouts of the formats used last.
package structmodule

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
	head   = objects.Head
)

var (
	structType, unpackType objects.Type
	errorType              *objects.Type
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "_struct",
	Doc:     "What the module struct is made of: Python's values as the bytes that C would have for them, after a format.",
	Methods: methods,
	Exec: func(t *thread, m *objects.Module) error {
		if errorType == nil {
			d := objects.NewDict()
			d.SetStr(objects.Intern("__module__"), native.Str("struct"))
			v, err := objects.Call3(t, objects.ToValue(&objects.TypeType), native.Str("error"), native.Tuple(objects.ToValue(&objects.ExceptionType)), objects.ToValue(d))
			if err != nil {
				return err
			}
			errorType = objects.As[objects.Type](v)
			initStruct()
		}
		objects.NewType(&unpackType)
		native.Export(m, &structType)
		m.Set("error", objects.ToValue(errorType))
		return nil
	},
}

// structObject is a Struct.
type structObject struct {
	head
	*layout
	format string
}

// cacheLimit is the number of formats whose layouts are kept; the cache is emptied when it is full.
const cacheLimit = 100

var cache map[string]*layout

// formatOf reads a format argument.
func formatOf(t *thread, v value) (string, error) {
	if s, ok := objects.StrOf(v); ok {
		if !s.IsASCII() {
			_, err := objects.EncodeASCII(t, s, "strict")
			return "", err
		}
		return s.String(), nil
	}
	if b, ok := objects.BytesOf(v); ok {
		return string(b), nil
	}
	return "", objects.TypeErrorf("Struct() argument 1 must be a str or bytes object, not %s", objects.TypeOf(v).Name)
}

// layoutOf is the layout of a format, or of a Struct.
func layoutOf(t *thread, v value) (*layout, error) {
	f, err := formatOf(t, v)
	if err != nil {
		return nil, err
	}
	if l := cache[f]; l != nil {
		return l, nil
	}
	l, err := parse(f)
	if err != nil {
		return nil, err
	}
	if cache == nil || len(cache) >= cacheLimit {
		cache = map[string]*layout{}
	}
	cache[f] = l
	return l, nil
}

func (l *layout) packArgs(t *thread, args []value) (value, error) {
	if len(args) != l.items {
		return value{}, structError("pack expected %d items for packing (got %d)", l.items, len(args))
	}
	if err := objects.CheckSize(l.size, 1); err != nil {
		return value{}, err
	}
	v, b := objects.BytesRoom(l.size)
	if err := l.pack(t, b, args); err != nil {
		return value{}, err
	}
	return v, nil
}

func (l *layout) packInto(t *thread, args []value) (value, error) {
	if len(args) < 1 {
		return value{}, structError("pack_into expected buffer argument")
	}
	if len(args) < 2 {
		return value{}, structError("pack_into expected offset argument")
	}
	if len(args)-2 != l.items {
		return value{}, structError("pack_into expected %d items for packing (got %d)", l.items, len(args)-2)
	}
	buf, release, err := native.WritableBytes(t, args[0], "")
	if err != nil {
		if objects.IsError(err, &objects.TypeErrorType) {
			err = objects.TypeErrorf("argument must be read-write bytes-like object, not %s", objects.TypeOf(args[0]))
		}
		return value{}, err
	}
	defer release()
	offset, err := objects.SizeArg(t, args[1])
	if err != nil {
		return value{}, err
	}
	if offset < 0 {
		if offset+l.size > 0 {
			return value{}, structError("no space to pack %d bytes at offset %d", l.size, offset)
		}
		if offset+len(buf) < 0 {
			return value{}, structError("offset %d out of range for %d-byte buffer", offset, len(buf))
		}
		offset += len(buf)
	}
	if len(buf)-offset < l.size {
		return value{}, structError("pack_into requires a buffer of at least %d bytes for packing %d bytes at offset %d (actual buffer size is %d)",
			uint64(l.size)+uint64(offset), l.size, offset, len(buf))
	}
	part := buf[offset : offset+l.size]
	clear(part)
	return objects.None, l.pack(t, part, args[2:])
}

func (l *layout) unpackAll(t *thread, v value) (value, error) {
	b, release, err := native.Bytes(t, v)
	if err != nil {
		return value{}, err
	}
	defer release()
	if len(b) != l.size {
		return value{}, structError("unpack requires a buffer of %d bytes", l.size)
	}
	return l.unpack(b), nil
}

func (l *layout) unpackFrom(t *thread, v, at value) (value, error) {
	b, release, err := native.Bytes(t, v)
	if err != nil {
		return value{}, err
	}
	defer release()
	offset := 0
	if !at.IsZero() {
		if offset, err = objects.SizeArg(t, at); err != nil {
			return value{}, err
		}
	}
	if offset < 0 {
		if offset+l.size > 0 {
			return value{}, structError("not enough data to unpack %d bytes at offset %d", l.size, offset)
		}
		if offset+len(b) < 0 {
			return value{}, structError("offset %d out of range for %d-byte buffer", offset, len(b))
		}
		offset += len(b)
	}
	if len(b)-offset < l.size {
		return value{}, structError("unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at offset %d (actual buffer size is %d)",
			uint64(l.size)+uint64(offset), l.size, offset, len(b))
	}
	return l.unpack(b[offset : offset+l.size]), nil
}

// unpackIter is what iter_unpack gives.
type unpackIter struct {
	head
	*layout
	source  value
	data    []byte
	release func()
}

func (l *layout) iterUnpack(t *thread, v value) (value, error) {
	if l.size == 0 {
		return value{}, structError("cannot iteratively unpack with a struct of length 0")
	}
	b, release, err := native.Bytes(t, v)
	if err != nil {
		return value{}, err
	}
	if len(b)%l.size != 0 {
		release()
		return value{}, structError("iterative unpacking requires a buffer of a multiple of %d bytes", l.size)
	}
	r := unpackType.NewInstance()
	it := objects.As[unpackIter](r)
	it.layout, it.source, it.data, it.release = l, v, b, release
	return r, nil
}

func unpackNext(t *thread, self value) (value, error) {
	it := objects.As[unpackIter](self)
	if len(it.data) == 0 {
		if it.release != nil {
			it.release()
			it.release = nil
		}
		return value{}, nil
	}
	v := it.unpack(it.data[:it.size])
	it.data = it.data[it.size:]
	return v, nil
}

// withFormat makes a function of the module whose first argument is the format.
func withFormat(f func(t *thread, l *layout, args []value) (value, error)) func(t *thread, self value, args []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		l, err := layoutOf(t, args[0])
		if err != nil {
			return value{}, err
		}
		return f(t, l, args[1:])
	}
}

// packing makes pack or pack_into of the module, which count their arguments themselves.
func packing(f func(l *layout, t *thread, args []value) (value, error), name string) objects.CallFunc {
	name = "_struct." + name
	return func(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
		if err := objects.NoKeywords(name, kw); err != nil {
			return value{}, err
		}
		if len(args) == 0 {
			return value{}, objects.TypeErrorf("missing format argument")
		}
		l, err := layoutOf(t, args[0])
		if err != nil {
			return value{}, err
		}
		return f(l, t, args[1:])
	}
}

func methods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "_clearcache", Doc: "Forget the formats that were read before.", Fn: func(t *thread, self value, args []value) (value, error) {
			cache = nil
			return objects.None, nil
		}},
		{Name: "calcsize", Sig: "format, /", Doc: "How many bytes a format describes.", Fn: withFormat(func(t *thread, l *layout, args []value) (value, error) {
			return objects.Int(int64(l.size)), nil
		})},
		{Name: "iter_unpack", Sig: "format, buffer, /", Doc: "Go through a buffer that repeats a format, with a tuple for each time. Nothing may be left over.",
			Fn: withFormat(func(t *thread, l *layout, args []value) (value, error) { return l.iterUnpack(t, args[0]) })},
		{Name: "pack", NoSig: true, Doc: "pack(format, v1, v2, ...) -> bytes\n\nThe values as the bytes that a format describes.", Raw: packing((*layout).packArgs, "pack")},
		{Name: "pack_into", NoSig: true, Doc: "pack_into(format, buffer, offset, v1, v2, ...)\n\nLike pack(), but put the bytes into a writable buffer, from offset on.", Raw: packing((*layout).packInto, "pack_into")},
		{Name: "unpack", Sig: "format, buffer, /", Doc: "The values, a tuple, that a buffer has after a format. It must be calcsize(format) bytes long.",
			Fn: withFormat(func(t *thread, l *layout, args []value) (value, error) { return l.unpackAll(t, args[0]) })},
		{Name: "unpack_from", Sig: "format, /, buffer, offset=0", Doc: "Like unpack(), but start at offset and leave alone what comes after the values.",
			Fn: withFormat(func(t *thread, l *layout, args []value) (value, error) { return l.unpackFrom(t, args[0], args[1]) })},
	}
}

// method makes a method of Struct, which must have been initialised.
func method(f func(t *thread, l *layout, args []value) (value, error)) func(t *thread, self value, args []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		s := objects.As[structObject](self)
		if s.layout == nil {
			return value{}, objects.RuntimeErrorf("Struct object is not initialized")
		}
		return f(t, s.layout, args)
	}
}

func rawMethod(f func(l *layout, t *thread, args []value) (value, error), name string) objects.CallFunc {
	name = "Struct." + name
	call := method(func(t *thread, l *layout, args []value) (value, error) { return f(l, t, args) })
	return func(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
		if err := objects.NoKeywords(name, kw); err != nil {
			return value{}, err
		}
		return call(t, self, args)
	}
}

func initStruct() {
	typ := &structType
	typ.Name, typ.Module = "Struct", "_struct"
	typ.Doc = "Struct(fmt)\n\nA format, read once and for all, with methods that use it."
	typ.Flags = objects.FlagBase | objects.FlagWeakrefs
	objects.Layout[structObject](typ)
	typ.New = func(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
		return typ.NewInstance(), nil
	}
	typ.Init = objects.InitBound("Struct", "format", func(t *thread, self value, args []value) error {
		f, err := formatOf(t, args[0])
		if err != nil {
			return err
		}
		l, err := parse(f)
		if err != nil {
			return err
		}
		s := objects.As[structObject](self)
		s.layout, s.format = l, f
		return nil
	})
	typ.Repr = func(t *thread, self value) (value, error) {
		s := objects.As[structObject](self)
		if s.layout == nil {
			return value{}, objects.RuntimeErrorf("Struct object is not initialized")
		}
		return native.Str(objects.TypeOf(self).Name + "(" + objects.ReprStr(objects.NewStr(s.format)) + ")"), nil
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "iter_unpack", Sig: "buffer, /", Doc: "The function of this name, with this format.", Fn: method(func(t *thread, l *layout, args []value) (value, error) { return l.iterUnpack(t, args[0]) })},
			{Name: "pack", NoSig: true, Doc: "S.pack(v1, v2, ...) -> bytes", Raw: rawMethod((*layout).packArgs, "pack")},
			{Name: "pack_into", NoSig: true, Doc: "S.pack_into(buffer, offset, v1, v2, ...)", Raw: rawMethod((*layout).packInto, "pack_into")},
			{Name: "unpack", Sig: "buffer, /", Doc: "The function of this name, with this format.", Fn: method(func(t *thread, l *layout, args []value) (value, error) { return l.unpackAll(t, args[0]) })},
			{Name: "unpack_from", Sig: "buffer, offset=0", Doc: "The function of this name, with this format.", Fn: method(func(t *thread, l *layout, args []value) (value, error) { return l.unpackFrom(t, args[0], args[1]) })},
			{Name: "__sizeof__", NoSig: true, Doc: "S.__sizeof__()\n\nHow many bytes the object takes.", Fn: method(func(t *thread, l *layout, args []value) (value, error) {
				return objects.Int(int64(56 + 32*(len(l.codes)+1))), nil
			})},
		}
	}
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{
			{Name: "format", Doc: "the format as it was given", Get: func(t *thread, self value) (value, error) {
				return native.Str(objects.As[structObject](self).format), nil
			}},
			{Name: "size", Doc: "how many bytes the format describes", Get: func(t *thread, self value) (value, error) {
				return method(func(t *thread, l *layout, args []value) (value, error) { return objects.Int(int64(l.size)), nil })(t, self, nil)
			}},
		}
	}
	typ = &unpackType
	typ.Name, typ.Module = "unpack_iterator", "_struct"
	typ.Flags = objects.FlagNoInstantiate
	objects.Layout[unpackIter](typ)
	typ.Iter, typ.Next = native.Self, unpackNext
	typ.Traverse = func(v value, visit func(value)) { native.Visit(visit, objects.As[unpackIter](v).source) }
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{{Name: "__length_hint__", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
			it := objects.As[unpackIter](self)
			return objects.Int(int64(len(it.data) / it.size)), nil
		}}}
	}
}
