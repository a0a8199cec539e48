package objects

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"
)

// The functions of the module builtins.

// Dir is dir(v): a sorted list.
func Dir(t *Thread, v Value) (*List, error) {
	r, found, err := CallSpecial(t, v, strDir)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, TypeErrorf("object does not provide __dir__")
	}
	l, err := ToList(t, r)
	if err != nil {
		return nil, err
	}
	return l, l.Sort(t, Value{}, false)
}

// minMax is min() and max().
func minMax(name string, op CompareOp) CallFunc {
	keywords := &FuncDef{Name: name, Sig: "*, key=None, default=None"}
	return func(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
		npos := len(args) - kw.Len()
		var key, def Value
		if kw != nil && npos > 0 {
			var bound [2]Value
			if err := keywords.BindArgs(bound[:], args[npos:], kw); err != nil {
				return Value{}, err
			}
			key, def = noneToZero(bound[0]), bound[1]
		}
		args = args[:npos]
		if npos >= 2 && kw == nil {
			if v, ok := minMaxNumbers(args, op); ok {
				return v, nil
			}
		} else if npos == 1 && kw == nil && Is(args[0], &ListType) {
			if v, ok := minMaxNumbers(As[List](args[0]).Items(), op); ok {
				return v, nil
			}
		}
		if npos == 0 {
			return Value{}, TypeErrorf("%s expected at least 1 argument, got 0", name)
		}
		if npos > 1 && !def.IsZero() {
			return Value{}, TypeErrorf("Cannot specify a default for %s() with multiple positional arguments", name)
		}
		var best, bestKey Value
		consider := func(v Value) error {
			k := v
			if !key.IsZero() {
				var err error
				if k, err = Call1(t, key, v); err != nil {
					return err
				}
			}
			if best.IsZero() {
				best, bestKey = v, k
				return nil
			}
			var better bool
			var err error
			if BothInline(k, bestKey) {
				if op == OpLt {
					better = k.Inline() < bestKey.Inline()
				} else {
					better = k.Inline() > bestKey.Inline()
				}
			} else {
				better, err = CompareTruth(t, k, bestKey, op)
			}
			if better {
				best, bestKey = v, k
			}
			return err
		}
		var err error
		if npos == 1 {
			err = EachTake(t, args[0], func(v Value) bool {
				if !key.IsZero() || !BothInline(v, best) {
					return false
				}
				if a, b := v.Inline(), best.Inline(); a < b && op == OpLt || a > b && op == OpGt {
					best, bestKey = v, v
				}
				return true
			}, consider)
		} else {
			for _, v := range args {
				if err = consider(v); err != nil {
					break
				}
			}
		}
		if err != nil {
			return Value{}, err
		}
		if best.IsZero() {
			if def.IsZero() {
				return Value{}, ValueErrorf("%s() iterable argument is empty", name)
			}
			return def, nil
		}
		return best, nil
	}
}

// minMaxNumbers is min() or max() of values that are all small ints or all floats.
func minMaxNumbers(args []Value, op CompareOp) (Value, bool) {
	if len(args) == 0 {
		return Value{}, false
	}
	best := args[0]
	switch {
	case best.IsInline():
		for _, v := range args[1:] {
			if !v.IsInline() {
				return Value{}, false
			}
			if a, b := v.Inline(), best.Inline(); a < b && op == OpLt || a > b && op == OpGt {
				best = v
			}
		}
		return best, true
	case best.IsFloat():
		for _, v := range args[1:] {
			if !v.IsFloat() {
				return Value{}, false
			}
			if a, b := v.Float(), best.Float(); a < b && op == OpLt || a > b && op == OpGt {
				best = v
			}
		}
		return best, true
	}
	return Value{}, false
}

// sumInts is sum() of a built-in container that holds nothing but small ints; ok is false for others.
func sumInts(v Value, i int64) (sum Value, ok bool) {
	add := func(items []Value) bool {
		for _, x := range items {
			if !x.IsInline() {
				return false
			}
			i += x.Inline()
		}
		return true
	}
	switch objectType(v) {
	case &ListType:
		p := As[List](v)
		ok = p.n < maxSummed && add(p.Items())
	case &TupleType:
		p := As[Tuple](v)
		ok = p.n < maxSummed && add(p.Items())
	case &SetType, &FrozensetType:
		s := As[Set](v)
		if s.used >= maxSummed {
			return Value{}, false
		}
		for k := range s.table {
			if x := s.table[k].key; x.IsInline() {
				i += x.Inline()
			} else if !x.IsZero() && x != removedKey() {
				return Value{}, false
			}
		}
		ok = true
	case &BytesType:
		for _, c := range As[Bytes](v).data {
			i += int64(c)
		}
		ok = true
	default:
		d, what, plain := plainEntries(v)
		if !plain || what == viewItems || d.used >= maxSummed {
			return Value{}, false
		}
		for k := range d.entries {
			e := &d.entries[k]
			x := e.value
			if what == viewKeys {
				x = e.key
			}
			if x.IsInline() {
				i += x.Inline()
			} else if !e.key.IsZero() {
				return Value{}, false
			}
		}
		ok = true
	}
	return Int(i), ok
}

// maxSummed is a number of small ints whose sum surely fits 64 bits.
const maxSummed = 1 << 14

// sumOf is sum(): ints and floats are added without dispatch, floats with the compensation of Neumaier, as CPython does.
func sumOf(t *Thread, self Value, args []Value) (Value, error) {
	acc := args[1]
	if acc.IsZero() {
		acc = InlineInt(0)
	}
	switch typ := TypeOf(acc); {
	case typ.Flags&FlagStrSub != 0:
		return Value{}, TypeErrorf("sum() can't sum strings [use ''.join(seq) instead]")
	case typ.Flags&FlagBytesSub != 0:
		return Value{}, TypeErrorf("sum() can't sum bytes [use b''.join(seq) instead]")
	case typ.IsSubtype(&ByteArrayType):
		return Value{}, TypeErrorf("sum() can't sum bytearray [use b''.join(seq) instead]")
	}
	if acc.IsInline() {
		if r, ok := sumInts(args[0], acc.Inline()); ok {
			return r, nil
		}
	}
	const (
		general = iota
		ints
		floats
	)
	mode := general
	var i int64
	var f, c float64
	switch {
	case acc.IsInline():
		mode, i = ints, acc.Inline()
	case acc.IsFloat():
		mode, f = floats, acc.Float()
	}
	flush := func() {
		switch mode {
		case ints:
			acc = Int(i)
		case floats:
			if c != 0 && c-c == 0 {
				f += c
			}
			acc = Float(f)
		}
		mode = general
	}
	number := func(v Value) bool {
		switch mode {
		case ints:
			if v.IsInline() && i < 1<<62 && i > -1<<62 {
				i += v.Inline()
				return true
			}
			if v.IsFloat() {
				mode, f, c = floats, float64(i), 0
			}
		}
		if mode == floats && v.IsFloat() {
			x := v.Float()
			s := f + x
			if abs(f) >= abs(x) {
				c += f - s + x
			} else {
				c += x - s + f
			}
			f = s
			return true
		}
		return false
	}
	err := EachTake(t, args[0], number, func(v Value) error {
		if number(v) {
			return nil
		}
		if mode == floats {
			x, ok := 0.0, true
			if n, isInt := Int64Of(v); isInt && isExactInt(v) {
				x = float64(n)
			} else {
				ok = false
			}
			if ok {
				f += x
				return nil
			}
		}
		flush()
		r, err := Binary(t, OpAdd, acc, v)
		if err != nil {
			return err
		}
		acc = r
		if acc.IsFloat() {
			mode, f, c = floats, acc.Float(), 0
		} else if acc.IsInline() {
			mode, i = ints, acc.Inline()
		}
		return nil
	})
	if err != nil {
		return Value{}, err
	}
	flush()
	return acc, nil
}

func abs(f float64) float64 {
	if f < 0 {
		return -f
	}
	return f
}

// printTo is print().
func printTo(t *Thread, self Value, args []Value) (Value, error) {
	sep, end := " ", "\n"
	for i, p := range []*string{&sep, &end} {
		v := noneToZero(args[i])
		if v.IsZero() {
			continue
		}
		s, ok := StrOf(v)
		if !ok {
			return Value{}, TypeErrorf("%s must be None or a string, not %s", []string{"sep", "end"}[i], TypeOf(v))
		}
		*p = s.String()
	}
	file := noneToZero(args[2])
	if file.IsZero() {
		out, err := H.SysAttr(t, "stdout")
		if err != nil {
			return Value{}, err
		}
		if out.IsZero() {
			return Value{}, RuntimeErrorf("lost sys.stdout")
		}
		if out == None {
			return None, nil
		}
		file = out
	}
	write, err := GetAttr(t, file, Intern("write"))
	if err != nil {
		return Value{}, err
	}
	for i, v := range As[Tuple](args[4]).Items() {
		if i > 0 && sep != "" {
			if _, err := Call1(t, write, StrValue(sep)); err != nil {
				return Value{}, err
			}
		}
		s, err := ToStr(t, v)
		if err != nil {
			return Value{}, err
		}
		if _, err := Call1(t, write, s); err != nil {
			return Value{}, err
		}
	}
	if end != "" {
		if _, err := Call1(t, write, StrValue(end)); err != nil {
			return Value{}, err
		}
	}
	if f := args[3]; !f.IsZero() {
		flush, err := Truth(t, f)
		if err != nil {
			return Value{}, err
		}
		if flush {
			if _, err := CallMethod(t, file, Intern("flush")); err != nil {
				return Value{}, err
			}
		}
	}
	return None, nil
}

// Ascii is ascii(v).
func Ascii(t *Thread, v Value) (Value, error) {
	r, err := Repr(t, v)
	if err != nil {
		return Value{}, err
	}
	s := As[Str](r)
	if s.ascii {
		return r, nil
	}
	var b strings.Builder
	for i := range s.n {
		if c := s.At(i); c < 0x80 {
			b.WriteByte(byte(c))
		} else {
			b.WriteString(escapeRune(c))
		}
	}
	return StrValue(b.String()), nil
}

// radixText is bin(), oct() and hex().
func radixText(base int) func(t *Thread, self Value, args []Value) (Value, error) {
	return func(t *Thread, self Value, args []Value) (Value, error) {
		v, err := Index(t, args[0])
		if err != nil {
			return Value{}, err
		}
		return IntBase(v, base), nil
	}
}

func attrNameOf(what string, v Value) (*Str, error) {
	s, ok := StrOf(v)
	if !ok {
		return nil, TypeErrorf("attribute name must be string, not '%s'", TypeOf(v))
	}
	return InternStr(s), nil
}

// frameDicts returns the globals and locals of the running frame.
func frameDicts(t *Thread, name string) (globals *Dict, locals Value, err error) {
	r := t.Cur
	if r == nil {
		return nil, Value{}, Errorf(&SystemErrorType, "%s(): no current frame", name)
	}
	f := H.FrameOf(t, r)
	l, err := FrameLocalsSnapshot(t, f)
	return r.Fn.Globals, l, err
}

// namespaces reads the arguments globals and locals of eval() and exec().
func namespaces(t *Thread, name string, g, l Value) (*Dict, Value, error) {
	g, l = noneToZero(g), noneToZero(l)
	if !l.IsZero() && name == "eval" {
		if lt := TypeOf(l); lt.GetItem == nil {
			return nil, Value{}, TypeErrorf("locals must be a mapping")
		}
	}
	if g.IsZero() {
		fg, fl, err := frameDicts(t, name)
		if err != nil {
			return nil, Value{}, err
		}
		if l.IsZero() {
			l = fl
		}
		return fg, l, nil
	}
	d, ok := DictOf(g)
	if !ok {
		if name == "eval" {
			return nil, Value{}, TypeErrorf("globals must be a dict")
		}
		return nil, Value{}, TypeErrorf("exec() globals must be a dict, not %s", TypeOf(g))
	}
	if l.IsZero() {
		l = g
	} else if lt := TypeOf(l); lt.GetItem == nil {
		return nil, Value{}, TypeErrorf("locals must be a mapping or None, not %s", lt)
	}
	if !d.HasStr(strBuiltins) {
		d.SetStr(strBuiltins, ToValue(builtinsModule))
		if t.Cur != nil {
			d.SetStr(strBuiltins, BuiltinsValue(t.Cur.Fn.Builtins))
		}
	}
	return d, l, nil
}

func evalOrExec(name, mode string) func(t *Thread, self Value, args []Value) (Value, error) {
	return func(t *Thread, self Value, args []Value) (Value, error) {
		globals, locals, err := namespaces(t, name, args[1], args[2])
		if err != nil {
			return Value{}, err
		}
		var cells Value
		if len(args) > 3 {
			cells = noneToZero(args[3])
		}
		src := args[0]
		if !Is(src, &CodeType) {
			if !cells.IsZero() {
				return Value{}, TypeErrorf("closure can only be used when source is a code object")
			}
			if _, isStr := StrOf(src); !isStr {
				if TypeOf(src).Buffer == nil {
					if _, isBytes := BytesOf(src); !isBytes {
						return Value{}, TypeErrorf("%s() arg 1 must be a string, bytes or code object", name)
					}
				}
			}
			if name == "eval" {
				if src, err = unindented(t, src); err != nil {
					return Value{}, err
				}
			}
			if src, err = H.Compile(t, src, "<string>", mode, 0, false, -1); err != nil {
				return Value{}, err
			}
		}
		code := As[Code](src).Loaded()
		closure, err := closureOf(name, code, cells)
		if err != nil {
			return Value{}, err
		}
		r, err := H.Exec(t, code, globals, locals, closure)
		if mode == "exec" && err == nil {
			r = None
		}
		return r, err
	}
}

// closureOf checks what exec() and eval() are given for the free variables of a code object; the zero value is nothing.
func closureOf(name string, code *Code, cells Value) (*Tuple, error) {
	n := len(code.FreeVars)
	switch {
	case n == 0 && cells.IsZero():
		return nil, nil
	case n == 0:
		return nil, TypeErrorf("cannot use a closure with this code object")
	case name == "eval":
		return nil, TypeErrorf("code object passed to eval() may not contain free variables")
	}
	if !cells.IsZero() && Is(cells, &TupleType) {
		closure := As[Tuple](cells)
		other := func(v Value) bool { return !Is(v, &CellType) }
		if closure.Len() == n && !slices.ContainsFunc(closure.Items(), other) {
			return closure, nil
		}
	}
	return nil, TypeErrorf("code object requires a closure of exactly length %d", n)
}

// unindented cuts white space off the beginning of source text, which eval() allows.
func unindented(t *Thread, src Value) (Value, error) {
	if s, ok := StrOf(src); ok {
		i := 0
		for i < s.n && (s.At(i) == ' ' || s.At(i) == '\t') {
			i++
		}
		if i > 0 {
			return ToValue(s.Slice(i, s.n)), nil
		}
		return src, nil
	}
	b, ok, err := BufferBytes(t, src)
	if err != nil || !ok {
		return src, err
	}
	if cut := bytes.TrimLeft(b, " \t"); len(cut) < len(b) {
		return NewBytes(cut), nil
	}
	return src, nil
}

func builtinFuncs() []FuncDef {
	return []FuncDef{
		{Name: "__build_class__", Sig: "func, name, /, *bases, metaclass=?, **kwds", NoSig: true, Raw: buildClass,
			Doc: "__build_class__(func, name, /, *bases, metaclass=None, **kwds)\n\nCarry a class statement out: func runs its body. Programs have no need to call\nthis."},
		{Name: "__import__", Sig: "name, globals=None, locals=None, fromlist=(), level=0", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			level := 0
			if !args[4].IsZero() {
				var err error
				if level, err = intArg(t, args[4]); err != nil {
					return Value{}, err
				}
			}
			return H.ImportLevel(t, args[0], args[1], args[3], level)
		}, Doc: "Do the work of an import statement.\n\nlevel counts the leading dots of a relative import. With an empty fromlist the\nresult is the outermost package of a dotted name. importlib.import_module() is\nthe way to import by name."},
		{Name: "abs", Sig: "x, /", Doc: "Return how far the argument is from zero.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return Unary(t, OpAbs, args[0])
		}},
		{Name: "all", Sig: "iterable, /", Consumes: true, Doc: "Tell whether no item of the iterable is false; the first one that is ends the\nsearch.\n\nWithout any items the answer is True.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return quantify(t, args[0], false)
		}},
		{Name: "any", Sig: "iterable, /", Consumes: true, Doc: "Tell whether an item of the iterable is true; the first one that is ends the\nsearch.\n\nWithout any items the answer is False.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return quantify(t, args[0], true)
		}},
		{Name: "ascii", Sig: "obj, /", Doc: "Return the repr() of an object with an escape (\\x, \\u or \\U) in place of each\ncharacter beyond ASCII.", Fn: func(t *Thread, self Value, args []Value) (Value, error) { return Ascii(t, args[0]) }},
		{Name: "bin", Sig: "number, /", Doc: "Write an integer in base 2, with the prefix 0b.\n\n   >>> bin(-10)\n   '-0b1010'", Fn: radixText(2)},
		{Name: "oct", Sig: "number, /", Doc: "Write an integer in base 8, with the prefix 0o.\n\n   >>> oct(493)\n   '0o755'", Fn: radixText(8)},
		{Name: "hex", Sig: "number, /", Doc: "Write an integer in base 16, with small letters and the prefix 0x.\n\n   >>> hex(3054)\n   '0xbee'", Fn: radixText(16)},
		{Name: "callable", Sig: "obj, /", Doc: "Tell whether the object can be called: a function, a method, a class, or\nanything whose class defines __call__().", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return Bool(Callable(args[0])), nil
		}},
		{Name: "chr", Sig: "i, /", Doc: "Return the character with the code point i, which is at most 0x10ffff, as a\nstring of length 1.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			v, err := Index(t, args[0])
			if err != nil {
				return Value{}, err
			}
			n, ok := Int64Of(v)
			if !ok || n < 0 || n > utf8.MaxRune {
				return Value{}, ValueErrorf("chr() arg not in range(0x110000)")
			}
			return ToValue(CharStr(rune(n))), nil
		}},
		{Name: "ord", Sig: "c, /", Doc: "Return the number of a single character, which is its code point, or of a\nsingle byte.", Fn: ordOf},
		{Name: "compile", Sig: "source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1", Fn: compileSource,
			Doc: "Make a code object for exec() or eval() out of source text or an AST.\n\nmode is 'exec' for a module, 'eval' for an expression, and 'single' for one\nstatement as it is entered at a prompt. filename is what tracebacks name. flags\nhas the bits of future statements and of compiler options; the future\nstatements of the calling code are in force too unless dont_inherit is true.\noptimize is 0, 1 or 2, or -1 for the level of the interpreter."},
		{Name: "delattr", Sig: "obj, name, /", Doc: "Remove an attribute by its name: delattr(x, 'y') does what del x.y does.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			n, err := attrNameOf("delattr", args[1])
			if err != nil {
				return Value{}, err
			}
			return None, SetAttr(t, args[0], n, Value{})
		}},
		{Name: "dir", Sig: "object=?, /", NoSig: true, Doc: "dir([object]) -> list of strings\n\nWithout an argument, list the names in the current scope. With one, list what\n__dir__() of the object gives. Either way they are sorted.\n\nThe default is the names in the object, its class and the bases of the class;\nfor a class, in it and its bases; for a module, in its namespace.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			if !args[0].IsZero() {
				l, err := Dir(t, args[0])
				return ToValue(l), err
			}
			_, locals, err := frameDicts(t, "dir")
			if err != nil {
				return Value{}, err
			}
			keys, err := CallMethod(t, locals, strKeys)
			if err != nil {
				return Value{}, err
			}
			l, err := ToList(t, keys)
			if err != nil {
				return Value{}, err
			}
			return ToValue(l), l.Sort(t, Value{}, false)
		}},
		{Name: "divmod", Sig: "x, y, /", Doc: "Return x//y and x%y, the two together as a tuple.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return Binary(t, OpDivmod, args[0], args[1])
		}},
		{Name: "eval", Sig: "source, /, globals=None, locals=None", Fn: evalOrExec("eval", "eval"), Doc: "Compute the value of an expression, given as source text or as a code object.\n\nglobals is a dictionary and locals any mapping; both are those of the calling\ncode by default. Where only globals is given, it is locals as well."},
		{Name: "exec", Sig: "source, /, globals=None, locals=None, *, closure=None", Fn: evalOrExec("exec", "exec"), Doc: "Run statements, given as source text or as a code object.\n\nglobals is a dictionary and locals any mapping; both are those of the calling\ncode by default. Where only globals is given, it is locals as well. closure\nholds the cells for the free variables of a code object that has some."},
		{Name: "format", Sig: "value, format_spec='', /", Doc: "Write a value as text, in the way that format_spec asks of the value's type.\n\nNumbers and strings share a mini-language of fill, alignment, sign, width,\nprecision and type; an empty format_spec mostly gives what str() gives.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			if !args[1].IsZero() {
				if _, ok := StrOf(args[1]); !ok {
					return Value{}, TypeErrorf("format() argument 2 must be str, not %s", argTypeName(args[1]))
				}
			}
			return Format(t, args[0], args[1])
		}},
		{Name: "getattr", Sig: "object, name, default=?, /", NoSig: true, Doc: "getattr(object, name[, default]) -> value\n\nLook an attribute up by its name: getattr(x, 'y') is x.y. Where there is no\nsuch attribute, return the default, or raise AttributeError without one.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			n, err := attrNameOf("getattr", args[1])
			if err != nil {
				return Value{}, err
			}
			if args[2].IsZero() {
				return GetAttr(t, args[0], n)
			}
			v, err := FindAttr(t, args[0], n)
			if err == nil && v.IsZero() {
				v = args[2]
			}
			return v, err
		}},
		{Name: "globals", Doc: "Return the dictionary of the global variables that the calling code sees.\n\nIt is the namespace itself, not a copy: what is stored in it is a variable.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			if g := t.currentGlobals(); g != nil {
				return ToValue(g), nil
			}
			return None, nil
		}},
		{Name: "hasattr", Sig: "obj, name, /", Doc: "Tell whether getattr(obj, name) succeeds rather than raise AttributeError.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			n, err := attrNameOf("hasattr", args[1])
			if err != nil {
				return Value{}, err
			}
			v, err := FindAttr(t, args[0], n)
			return Bool(!v.IsZero()), err
		}},
		{Name: "hash", Sig: "obj, /", Doc: "Return the hash value of an object, an integer.\n\nEqual objects have the same one; others may happen to share it.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			h, err := Hash(t, args[0])
			return Int(h), err
		}},
		{Name: "id", Sig: "obj, /", Doc: "Return an integer that belongs to this object alone as long as it exists.", Fn: func(t *Thread, self Value, args []Value) (Value, error) { return ID(args[0]), nil }},
		{Name: "input", Sig: "prompt='', /", Doc: "Read a line from standard input and return it without its newline.\n\nThe prompt is written to standard output first. The end of the input raises\nEOFError.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return H.Input(t, args[0])
		}},
		{Name: "isinstance", Sig: "obj, class_or_tuple, /", Doc: "Tell whether an object's class is the given one or derives from it.\n\nGiven a tuple of classes, or a union such as int | str, one of them has to\nmatch.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			ok, err := IsInstanceOf(t, args[0], args[1])
			return Bool(ok), err
		}},
		{Name: "issubclass", Sig: "cls, class_or_tuple, /", Doc: "Tell whether cls is the given class or derives from it.\n\nGiven a tuple of classes, or a union such as int | str, one of them has to\nmatch.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			ok, err := IsSubclassOf(t, args[0], args[1])
			return Bool(ok), err
		}},
		{Name: "iter", Sig: "object, sentinel=?, /", NoSig: true, Doc: "iter(iterable, /)\niter(callable, sentinel, /)\n\nReturn an iterator: over the items of an object, which come from its __iter__()\nor else from __getitem__() with 0, 1, 2 and so on; or over the results of calls\nwithout arguments, up to the first result that equals the sentinel.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			if args[1].IsZero() {
				return Iter(t, args[0])
			}
			if !Callable(args[0]) {
				return Value{}, TypeErrorf("iter(v, w): v must be callable")
			}
			return NewCallableIterator(args[0], args[1]), nil
		}},
		{Name: "breakpoint", Sig: "*args, **kws", Doc: "Call sys.breakpointhook() with the same arguments, to enter a debugger.\n\nUnless a program replaces it, the hook starts pdb or what the environment\nvariable PYTHONBREAKPOINT names.", Raw: func(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
			hook, err := H.SysAttr(t, "breakpointhook")
			if err != nil {
				return Value{}, err
			}
			if hook.IsZero() {
				return Value{}, Errorf(&RuntimeErrorType, "lost sys.breakpointhook")
			}
			return Call(t, hook, args, kw)
		}},
		{Name: "next", Sig: "iterator, default=?, /", NoSig: true, Doc: "next(iterator[, default])\n\nTake one item from an iterator. When there are none left, return the default,\nor raise StopIteration without one.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			t.ForgetStop()
			v, err := Next(t, args[0])
			if err != nil {
				if !args[1].IsZero() && IsError(err, &StopIterationType) {
					return args[1], nil
				}
				return Value{}, err
			}
			if v.IsZero() {
				if !args[1].IsZero() {
					return args[1], nil
				}
				return v, t.stopIteration()
			}
			return v, nil
		}},
		{Name: "aiter", Sig: "async_iterable, /", Doc: "Return the object's asynchronous iterator, which its __aiter__() makes.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			typ := TypeOf(args[0])
			typ.ready()
			if typ.AIter == nil {
				return Value{}, TypeErrorf("'%s' object is not an async iterable", typ)
			}
			it, err := typ.AIter(t, args[0])
			if err == nil {
				if at := TypeOf(it); at.ANext == nil {
					err = TypeErrorf("aiter() returned not an async iterator of type '%s'", at)
				}
			}
			return it, err
		}},
		{Name: "anext", Sig: "aiterator, default=?, /", Doc: "Return an awaitable that takes one item from an asynchronous iterator.\n\nWhen there are none left, its result is the default; without one it raises\nStopAsyncIteration.", Fn: anextOf},
		{Name: "len", Sig: "obj, /", Doc: "Return how many items a container holds.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			n, err := Len(t, args[0])
			return Int(int64(n)), err
		}},
		{Name: "locals", Doc: "Return the variables of the current scope, as a dictionary from their names to\ntheir values.\n\nA function makes a new dictionary at each call; at the level of a module or\nclass it is the namespace itself.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			_, l, err := frameDicts(t, "locals")
			return l, err
		}},
		{Name: "max", Sig: "*args, key=None, default=?", NoSig: true, Raw: minMax("max", OpGt), Doc: "max(iterable, /, *, default=..., key=None)\nmax(first, second, /, *others, key=None)\n\nReturn the greatest item of an iterable, or the greatest of several arguments,\nand among equals the first one. key(item) gives what to compare in place of an\nitem. An empty iterable gives the default, or raises ValueError without one."},
		{Name: "min", Sig: "*args, key=None, default=?", NoSig: true, Raw: minMax("min", OpLt), Doc: "min(iterable, /, *, default=..., key=None)\nmin(first, second, /, *others, key=None)\n\nReturn the least item of an iterable, or the least of several arguments, and\namong equals the first one. key(item) gives what to compare in place of an\nitem. An empty iterable gives the default, or raises ValueError without one."},
		{Name: "open", NoSig: true, Raw: func(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) { return H.Open(t, self, args, kw) }},
		{Name: "pow", Sig: "base, exp, mod=None", Doc: "Raise base to the power exp, modulo mod where that is given.\n\nFor integers this is much faster than ** and % one after the other, and with a\nnegative exp it takes the inverse of base modulo mod.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return Power(t, args[0], args[1], args[2])
		}},
		{Name: "print", Sig: "*args, sep=' ', end='\\n', file=None, flush=False", Doc: "Write the values as text to the stream file, or to sys.stdout where that is\nNone.\n\nsep stands between values and end after the last one; flush empties the buffer\nof the stream.", Fn: printTo},
		{Name: "repr", Sig: "obj, /", Doc: "Describe an object by a text for programmers, which for many types is an\nexpression that makes an equal object.", Fn: func(t *Thread, self Value, args []Value) (Value, error) { return Repr(t, args[0]) }},
		{Name: "round", Sig: "number, ndigits=None", Doc: "Round a number to ndigits decimal places; a negative ndigits rounds to tens,\nhundreds and so on.\n\nWithout ndigits the result is an integer, otherwise a number of the same type.\nIntegers and floats resolve a tie towards the even neighbour.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			var r Value
			var found bool
			var err error
			if n := noneToZero(args[1]); n.IsZero() {
				r, found, err = CallSpecial(t, args[0], strRound)
			} else {
				r, found, err = CallSpecial(t, args[0], strRound, n)
			}
			if err == nil && !found {
				err = TypeErrorf("type %s doesn't define __round__ method", TypeOf(args[0]))
			}
			return r, err
		}},
		{Name: "setattr", Sig: "obj, name, value, /", Doc: "Store an attribute by its name: setattr(x, 'y', v) does what x.y = v does.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			n, err := attrNameOf("setattr", args[1])
			if err != nil {
				return Value{}, err
			}
			return None, SetAttr(t, args[0], n, args[2])
		}},
		{Name: "sorted", Sig: "iterable, /, *, key=None, reverse=False", Raw: sorted, Doc: "Return a list of the items, the least one first, or last where reverse is true.\n\nkey(item) gives what to compare in place of an item. Items that compare equal\nkeep their order."},
		{Name: "sum", Sig: "iterable, /, start=0", Consumes: true, Doc: "Add the items of an iterable to start, and return the result.\n\nIt is made for numbers and refuses to join strings or bytes.", Fn: sumOf},
		{Name: "vars", Sig: "object=?, /", NoSig: true, Doc: "vars([object]) -> dictionary\n\nReturn the __dict__ of an object, or without an argument what locals() returns.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			if args[0].IsZero() {
				_, l, err := frameDicts(t, "vars")
				return l, err
			}
			d, err := FindAttr(t, args[0], strDict)
			if err == nil && d.IsZero() {
				err = TypeErrorf("vars() argument must have __dict__ attribute")
			}
			return d, err
		}},
	}
}

// sorted is the built-in of that name: the options are those of list.sort, which checks them.
func sorted(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
	if n := len(args) - kw.Len(); n != 1 {
		return Value{}, CountError("sorted", n, 1, 1, false)
	}
	l, err := ToList(t, args[0])
	if err != nil {
		return Value{}, err
	}
	v := ToValue(l)
	if kw.Len() == 0 {
		return v, l.Sort(t, Value{}, false)
	}
	_, err = CallWith(t, ListType.Lookup(Intern("sort")), v, args[1:], kw)
	return v, err
}

// errFound ends the iteration of any() and all().
var errFound = errors.New("found")

// quantify is any() and all().
func quantify(t *Thread, v Value, stop bool) (Value, error) {
	err := EachTake(t, v, func(x Value) bool {
		return x == Bool(!stop)
	}, func(x Value) error {
		b, err := Truth(t, x)
		if err == nil && b == stop {
			err = errFound
		}
		return err
	})
	if err == errFound {
		return Bool(stop), nil
	}
	if err != nil {
		return Value{}, err
	}
	return Bool(!stop), nil
}

func ordOf(t *Thread, self Value, args []Value) (Value, error) {
	if s, ok := StrOf(args[0]); ok {
		if s.n == 1 {
			return Int(int64(s.At(0))), nil
		}
		return Value{}, TypeErrorf("ord() expected a character, but string of length %d found", s.n)
	}
	b, ok := BytesOf(args[0])
	if !ok && IsInstance(args[0], &ByteArrayType) {
		b, ok = As[ByteArray](args[0]).data, true
	}
	if !ok {
		return Value{}, TypeErrorf("ord() expected string of length 1, but %s found", TypeOf(args[0]))
	}
	if len(b) != 1 {
		return Value{}, TypeErrorf("ord() expected a character, but string of length %d found", len(b))
	}
	return Int(int64(b[0])), nil
}

func compileSource(t *Thread, self Value, args []Value) (Value, error) {
	name, err := H.FSDecode(t, args[1])
	if err != nil {
		return Value{}, err
	}
	mode, ok := StrOf(args[2])
	if !ok {
		return Value{}, TypeErrorf("compile() argument 'mode' must be str, not %s", argTypeName(args[2]))
	}
	flags, optimize := 0, -1
	if !args[3].IsZero() {
		if flags, err = intArg(t, args[3]); err != nil {
			return Value{}, err
		}
	}
	dont := false
	if !args[4].IsZero() {
		if dont, err = Truth(t, args[4]); err != nil {
			return Value{}, err
		}
	}
	if !args[5].IsZero() {
		if optimize, err = intArg(t, args[5]); err != nil {
			return Value{}, err
		}
	}
	// The flags of the future statements, of the parser, and CO_NESTED, which old versions passed.
	const known = 0x1FE0000 | 0xF600 | 0x10
	if flags&^known != 0 {
		return Value{}, ValueErrorf("compile(): unrecognised flags")
	}
	if optimize < -1 || optimize > 2 {
		return Value{}, ValueErrorf("compile(): invalid optimize value")
	}
	switch m := mode.String(); m {
	case "exec", "eval", "single":
	case "func_type":
		if flags&0x400 == 0 {
			return Value{}, ValueErrorf("compile() mode 'func_type' requires flag PyCF_ONLY_AST")
		}
	default:
		if flags&0x400 != 0 {
			return Value{}, ValueErrorf("compile() mode must be 'exec', 'eval', 'single' or 'func_type'")
		}
		return Value{}, ValueErrorf("compile() mode must be 'exec', 'eval' or 'single'")
	}
	if len(args) > 6 && !args[6].IsZero() {
		version, err := intArg(t, args[6])
		if err != nil {
			return Value{}, err
		}
		if version >= 0 && flags&0x400 != 0 {
			// No syntax tells the versions before 3.5 apart.
			flags |= min(max(version, 1), 0x7FFF) << FeatureVersionShift
		}
	}
	return H.Compile(t, args[0], name, mode.String(), flags, dont, optimize)
}

// FeatureVersionShift is where the flags of [Hooks.Compile] hold the minor version of the language that is wanted; 0 is the newest.
const FeatureVersionShift = 48

// anextDefault is the awaitable of anext() with a default.
type anextDefault struct {
	Head
	inner, def Value
}

var anextDefaultType Type

func anextOf(t *Thread, self Value, args []Value) (Value, error) {
	typ := TypeOf(args[0])
	typ.ready()
	if typ.ANext == nil {
		return Value{}, TypeErrorf("'%s' object is not an async iterator", typ)
	}
	v, err := typ.ANext(t, args[0])
	if err != nil || args[1].IsZero() {
		return v, err
	}
	return ToValue(&anextDefault{Head{&anextDefaultType}, v, args[1]}), nil
}

// awaitIterator returns the iterator that awaiting a value steps through.
func awaitIterator(t *Thread, v Value) (Value, error) {
	if Is(v, &GeneratorType) && As[Generator](v).Code.Flags&CoIterableCoroutine != 0 {
		return v, nil
	}
	typ := TypeOf(v)
	typ.ready()
	if typ.Await == nil {
		return Value{}, TypeErrorf("object %s can't be used in 'await' expression", typ)
	}
	it, err := typ.Await(t, v)
	if err != nil {
		return Value{}, err
	}
	if Is(it, &CoroutineType) {
		return Value{}, TypeErrorf("__await__() returned a coroutine")
	}
	itt := TypeOf(it)
	itt.ready()
	if itt.Next == nil {
		return Value{}, TypeErrorf("__await__() returned non-iterator of type '%s'", itt)
	}
	return it, nil
}

func initAnext() {
	typ := &anextDefaultType
	typ.Name = "anext_awaitable"
	typ.Flags = FlagNoInstantiate
	layout[anextDefault](typ)
	typ.Iter, typ.Await = selfIter, selfIter
	// ended gives the default where the asynchronous iterator is exhausted.
	ended := func(a *anextDefault, v Value, err error) (Value, error) {
		if err != nil && IsError(err, &StopAsyncIterationType) {
			err = NewError(&StopIterationType, a.def)
		}
		return v, err
	}
	typ.Next = func(t *Thread, self Value) (Value, error) {
		a := As[anextDefault](self)
		it, err := awaitIterator(t, a.inner)
		if err != nil {
			return Value{}, err
		}
		v, err := Next(t, it)
		if v, err = ended(a, v, err); err != nil && IsError(err, &StopIterationType) {
			t.NoteStop(err.(*Exception))
			return Value{}, nil
		}
		return v, err
	}
	typ.Methods = func() []FuncDef {
		forward := func(name, sig string) FuncDef {
			return FuncDef{Name: name, Sig: sig, NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				a := As[anextDefault](self)
				it, err := awaitIterator(t, a.inner)
				if err != nil {
					return Value{}, err
				}
				v, err := CallMethod(t, it, Intern(name), given(args)...)
				return ended(a, v, err)
			}}
		}
		return []FuncDef{forward("send", "object, /"), forward("throw", "type, value=?, tb=?, /"), forward("close", "")}
	}
}
