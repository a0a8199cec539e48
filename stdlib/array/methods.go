package array

import (
	"math"
	"slices"
	"unsafe"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type method = func(t *thread, a *array, args []value) (value, error)

func methods() []objects.FuncDef {
	m := func(name, sig, doc string, f method) objects.FuncDef {
		return objects.FuncDef{Name: name, Sig: sig, Doc: doc, Fn: func(t *thread, self value, args []value) (value, error) {
			return f(t, objects.As[array](self), args)
		}}
	}
	// do is a method that returns None.
	do := func(name, sig, doc string, f func(t *thread, a *array, args []value) error) objects.FuncDef {
		return m(name, sig, doc, func(t *thread, a *array, args []value) (value, error) { return objects.None, f(t, a, args) })
	}
	clone := func(t *thread, a *array, args []value) (value, error) {
		return newArray(a.kind, slices.Clone(a.data)), nil
	}
	return []objects.FuncDef{
		do("append", "v, /", "Make v the new last item.", func(t *thread, a *array, args []value) error { return a.append(t, args[0]) }),
		m("buffer_info", "", "Return (address, length): where the items stand in memory, and how many there are.", func(t *thread, a *array, args []value) (value, error) {
			return native.Tuple(objects.Uint64Value(uint64(uintptr(unsafe.Pointer(unsafe.SliceData(a.data))))), objects.Int(int64(a.len()))), nil
		}),
		do("byteswap", "", "Reverse the bytes of each item, as data from a machine of the other byte order needs it.", func(t *thread, a *array, args []value) error {
			for item := range slices.Chunk(a.data, a.kind.size) {
				slices.Reverse(item)
			}
			return nil
		}),
		do("clear", "", "Drop every item.", func(t *thread, a *array, args []value) error { return a.splice(0, a.len(), nil) }),
		m("__copy__", "", "Return a new array with the same items.", clone),
		m("__deepcopy__", "unused, /", "Return a new array with the same items.", clone),
		m("count", "v, /", "Return how many items equal v.", func(t *thread, a *array, args []value) (value, error) {
			n := 0
			for i := 0; i < a.len(); i++ {
				at, err := a.find(t, args[0], i, i+1)
				if err != nil {
					return value{}, err
				}
				if at >= 0 {
					n++
				}
			}
			return objects.Int(int64(n)), nil
		}),
		do("extend", "bb, /", "Append each item of bb, an iterable or an array of the same type code.", func(t *thread, a *array, args []value) error { return a.extend(t, args[0]) }),
		do("fromfile", "f, n, /", "Append n items, read as machine values from the file f.\n\nEOFError is raised after appending what there is if f ends before.", fromFile),
		do("fromlist", "list, /", "Append each item of a list; if one does not fit, the array stays as it was.", func(t *thread, a *array, args []value) error {
			l, ok := objects.ListOf(args[0])
			if !ok {
				return objects.TypeErrorf("arg must be list")
			}
			old := a.len()
			for i := 0; i < l.Len(); i++ {
				if err := a.append(t, l.Item(i)); err != nil {
					a.data = a.data[:old*a.kind.size]
					return err
				}
			}
			return nil
		}),
		do("frombytes", "buffer, /", "Append the machine values in a bytes-like object, whose length has to be a multiple of itemsize.", func(t *thread, a *array, args []value) error {
			b, release, err := native.Bytes(t, args[0])
			if err != nil {
				return err
			}
			b = slices.Clone(b)
			release()
			return a.fromBytes(b)
		}),
		do("fromunicode", "ustr, /", "Append the characters of ustr.\n\nValueError is raised unless the type code is 'u' or 'w'.", func(t *thread, a *array, args []value) error {
			s, ok := objects.StrOf(args[0])
			if !ok {
				return objects.TypeErrorf("fromunicode() argument must be str, not %s", objects.TypeOf(args[0]))
			}
			if !a.kind.text() {
				return objects.ValueErrorf("fromunicode() may only be called on unicode type arrays ('u' or 'w')")
			}
			return a.fromText(s)
		}),
		m("index", "v, start=0, stop=sys.maxsize, /", "Return the position of the first item from start up to stop that equals v, or raise ValueError.", index),
		do("insert", "i, v, /", "Put v before position i; a position beyond either end stands for that end.", func(t *thread, a *array, args []value) error {
			i, err := objects.SizeArg(t, args[0])
			if err != nil {
				return err
			}
			var item [8]byte
			b := item[:a.kind.size]
			if err := a.kind.write(t, b, args[1]); err != nil {
				return err
			}
			if i < 0 {
				i = max(0, i+a.len())
			}
			i = min(i, a.len())
			return a.splice(i, i, b)
		}),
		m("pop", "i=-1, /", "Remove the item at position i, by default the last one, and return it.", func(t *thread, a *array, args []value) (value, error) {
			i := -1
			if !args[0].IsZero() {
				var err error
				if i, err = objects.SizeArg(t, args[0]); err != nil {
					return value{}, err
				}
			}
			if a.len() == 0 {
				return value{}, objects.IndexErrorf("pop from empty array")
			}
			if i < 0 {
				i += a.len()
			}
			if i < 0 || i >= a.len() {
				return value{}, objects.IndexErrorf("pop index out of range")
			}
			v, err := a.item(i)
			if err != nil {
				return value{}, err
			}
			return v, a.splice(i, i+1, nil)
		}),
		{Name: "__reduce_ex__", Sig: "value, /", Doc: "Return what pickle needs for the protocol value.", Fn: reduce},
		do("remove", "v, /", "Delete the first item that equals v, or raise ValueError.", func(t *thread, a *array, args []value) error {
			i, err := a.find(t, args[0], 0, a.len())
			if err != nil {
				return err
			}
			if i < 0 {
				return objects.ValueErrorf("array.remove(x): x not in array")
			}
			return a.splice(i, i+1, nil)
		}),
		do("reverse", "", "Turn the array round in place.", func(t *thread, a *array, args []value) error {
			slices.Reverse(a.data)
			for item := range slices.Chunk(a.data, a.kind.size) {
				slices.Reverse(item)
			}
			return nil
		}),
		do("tofile", "f, /", "Write the bytes of all items to the binary file f.", func(t *thread, a *array, args []value) error {
			if len(a.data) == 0 {
				return nil
			}
			_, err := objects.CallMethod(t, args[0], objects.Intern("write"), objects.NewBytes(slices.Clone(a.data)))
			return err
		}),
		m("tolist", "", "Return the items in a list.", func(t *thread, a *array, args []value) (value, error) { return a.toList() }),
		m("tobytes", "", "Return the bytes of all items.", func(t *thread, a *array, args []value) (value, error) {
			return objects.NewBytes(slices.Clone(a.data)), nil
		}),
		m("tounicode", "", "Return the characters as a str.\n\nValueError is raised unless the type code is 'u' or 'w'.", func(t *thread, a *array, args []value) (value, error) {
			if !a.kind.text() {
				return value{}, objects.ValueErrorf("tounicode() may only be called on unicode type arrays ('u' or 'w')")
			}
			return a.text()
		}),
		m("__sizeof__", "", "Return how many bytes of memory the array takes.", func(t *thread, a *array, args []value) (value, error) {
			return objects.Int(int64(headSize + len(a.data))), nil
		}),
		native.ClassGetitem(),
	}
}

// headSize is what CPython's array object takes besides its items, in bytes.
const headSize = 64

func index(t *thread, a *array, args []value) (value, error) {
	start, stop := 0, math.MaxInt
	for i, p := range [...]*int{&start, &stop} {
		if v := args[i+1]; !v.IsZero() {
			n, err := objects.IndexInt(t, v, nil)
			if err != nil {
				return value{}, objects.TypeErrorf("slice indices must be integers or have an __index__ method")
			}
			if n < 0 {
				n = max(0, n+a.len())
			}
			*p = n
		}
	}
	i, err := a.find(t, args[0], start, stop)
	if err == nil && i < 0 {
		err = objects.ValueErrorf("array.index(x): x not in array")
	}
	return objects.Int(int64(i)), err
}

func fromFile(t *thread, a *array, args []value) error {
	n, err := objects.SizeArg(t, args[1])
	if err != nil {
		return err
	}
	if n < 0 {
		return objects.ValueErrorf("negative count")
	}
	if err := objects.CheckSize(n, a.kind.size); err != nil {
		return err
	}
	r, err := objects.CallMethod(t, args[0], objects.Intern("read"), objects.Int(int64(n*a.kind.size)))
	if err != nil {
		return err
	}
	b, ok := objects.BytesOf(r)
	if !ok {
		return objects.TypeErrorf("read() didn't return bytes")
	}
	if err := a.fromBytes(b); err != nil {
		return err
	}
	if len(b) != n*a.kind.size {
		return objects.Errorf(&objects.EOFErrorType, "read() didn't return enough bytes")
	}
	return nil
}

// reduce gives what pickle needs: the bytes with the code of their form from protocol 3 on, a list before.
func reduce(t *thread, self value, args []value) (value, error) {
	a := objects.As[array](self)
	protocol, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	dict, err := objects.FindAttr(t, self, objects.Intern("__dict__"))
	if err != nil {
		return value{}, err
	}
	typ, code := objects.ToValue(objects.TypeOf(self)), native.Str(string(a.kind.code))
	if protocol < 3 {
		list, err := a.toList()
		if err != nil {
			return value{}, err
		}
		return native.Tuple(typ, native.Tuple(code, list), native.None(dict)), nil
	}
	m, err := interp.ImportModule(t, "array")
	if err != nil {
		return value{}, err
	}
	fn, err := objects.GetAttrString(t, m, "_array_reconstructor")
	if err != nil {
		return value{}, err
	}
	return native.Tuple(fn, native.Tuple(typ, code, objects.Int(int64(a.kind.machine)), objects.NewBytes(slices.Clone(a.data))), native.None(dict)), nil
}

// reconstruct makes an array of what reduce gave, on this kind of machine: little-endian, with IEEE 754 floats.
func reconstruct(t *thread, self value, args []value) (value, error) {
	if !args[0].IsObject() || !objects.IsInstance(args[0], &objects.TypeType) {
		return value{}, objects.TypeErrorf("first argument must be a type object, not %s", objects.TypeOf(args[0]))
	}
	typ := objects.As[objects.Type](args[0])
	if !typ.IsSubtype(&arrayType) {
		return value{}, objects.TypeErrorf("%s is not a subtype of array.array", typ)
	}
	machine, err := native.Int(t, args[2])
	if err != nil {
		return value{}, err
	}
	b, ok := objects.BytesOf(args[3])
	if !ok {
		return value{}, objects.TypeErrorf("fourth argument should be bytes, not %s", objects.TypeOf(args[3]))
	}
	const lastFormat = 21
	if machine < 0 || machine > lastFormat {
		return value{}, objects.ValueErrorf("third argument must be a valid machine format code.")
	}
	if machine&1 != 0 && machine > 1 {
		// Big-endian: the items are turned.
		b = slices.Clone(b)
		for k := range kinds {
			if kinds[k].machine == machine-1 {
				for item := range slices.Chunk(b, kinds[k].size) {
					slices.Reverse(item)
				}
				break
			}
		}
	}
	return objects.Call2(t, args[0], args[1], objects.NewBytes(b))
}
