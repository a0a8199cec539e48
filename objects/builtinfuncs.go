package objects

import (
	"bytes"
	"errors"
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
func radixText(prefix string, base int) func(t *Thread, self Value, args []Value) (Value, error) {
	return func(t *Thread, self Value, args []Value) (Value, error) {
		v, err := Index(t, args[0])
		if err != nil {
			return Value{}, err
		}
		s := BigOf(v).Text(base)
		if strings.HasPrefix(s, "-") {
			return StrValue("-" + prefix + s[1:]), nil
		}
		return StrValue(prefix + s), nil
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
			d.SetStr(strBuiltins, ToValue(t.Cur.Fn.Builtins))
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
		var closure *Tuple
		if len(args) > 3 && !noneToZero(args[3]).IsZero() {
			var ok bool
			if closure, ok = TupleOf(args[3]); !ok {
				return Value{}, TypeErrorf("closure argument must be a tuple or None")
			}
		}
		src := args[0]
		if !Is(src, &CodeType) {
			if closure != nil {
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
		code := As[Code](src)
		if n := len(code.FreeVars); n != closure.Len() {
			if closure == nil {
				if name == "eval" {
					return Value{}, TypeErrorf("code object passed to eval() may not contain free variables")
				}
				return Value{}, TypeErrorf("code object requires a closure of exactly length %d", n)
			}
			if n == 0 {
				return Value{}, TypeErrorf("cannot use a closure with this code object")
			}
			return Value{}, TypeErrorf("code object requires a closure of exactly length %d", n)
		}
		r, err := H.Exec(t, code, globals, locals, closure)
		if mode == "exec" && err == nil {
			r = None
		}
		return r, err
	}
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
			Doc: "__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class\n\nInternal helper function used by the class statement."},
		{Name: "__import__", Sig: "name, globals=None, locals=None, fromlist=(), level=0", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			level := 0
			if !args[4].IsZero() {
				var err error
				if level, err = intArg(t, args[4]); err != nil {
					return Value{}, err
				}
			}
			return H.ImportLevel(t, args[0], args[1], args[3], level)
		}, Doc: "Import a module.\n\nBecause this function is meant for use by the Python\ninterpreter and not for general use, it is better to use\nimportlib.import_module() to programmatically import a module."},
		{Name: "abs", Sig: "x, /", Doc: "Return the absolute value of the argument.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return Unary(t, OpAbs, args[0])
		}},
		{Name: "all", Sig: "iterable, /", Doc: "Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return quantify(t, args[0], false)
		}},
		{Name: "any", Sig: "iterable, /", Doc: "Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return quantify(t, args[0], true)
		}},
		{Name: "ascii", Sig: "obj, /", Doc: "Return an ASCII-only representation of an object.", Fn: func(t *Thread, self Value, args []Value) (Value, error) { return Ascii(t, args[0]) }},
		{Name: "bin", Sig: "number, /", Doc: "Return the binary representation of an integer.\n\n   >>> bin(2796202)\n   '0b1010101010101010101010'", Fn: radixText("0b", 2)},
		{Name: "oct", Sig: "number, /", Doc: "Return the octal representation of an integer.\n\n   >>> oct(342391)\n   '0o1234567'", Fn: radixText("0o", 8)},
		{Name: "hex", Sig: "number, /", Doc: "Return the hexadecimal representation of an integer.\n\n   >>> hex(12648430)\n   '0xc0ffee'", Fn: radixText("0x", 16)},
		{Name: "callable", Sig: "obj, /", Doc: "Return whether the object is callable (i.e., some kind of function).\n\nNote that classes are callable, as are instances of classes with a\n__call__() method.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return Bool(Callable(args[0])), nil
		}},
		{Name: "chr", Sig: "i, /", Doc: "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
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
		{Name: "ord", Sig: "c, /", Doc: "Return the Unicode code point for a one-character string.", Fn: ordOf},
		{Name: "compile", Sig: "source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1", Fn: compileSource,
			Doc: "Compile source into a code object that can be executed by exec() or eval().\n\nThe source code may represent a Python module, statement or expression.\nThe filename will be used for run-time error messages.\nThe mode must be 'exec' to compile a module, 'single' to compile a\nsingle (interactive) statement, or 'eval' to compile an expression.\nThe flags argument, if present, controls which future statements influence\nthe compilation of the code.\nThe dont_inherit argument, if true, stops the compilation inheriting\nthe effects of any future statements in effect in the code calling\ncompile; if absent or false these statements do influence the compilation,\nin addition to any features explicitly specified."},
		{Name: "delattr", Sig: "obj, name, /", Doc: "Deletes the named attribute from the given object.\n\ndelattr(x, 'y') is equivalent to ``del x.y``", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			n, err := attrNameOf("delattr", args[1])
			if err != nil {
				return Value{}, err
			}
			return None, SetAttr(t, args[0], n, Value{})
		}},
		{Name: "dir", Sig: "object=?, /", NoSig: true, Doc: "dir([object]) -> list of strings\n\nIf called without an argument, return the names in the current scope.\nElse, return an alphabetized list of names comprising (some of) the attributes\nof the given object, and of attributes reachable from it.\nIf the object supplies a method named __dir__, it will be used; otherwise\nthe default dir() logic is used and returns:\n  for a module object: the module's attributes.\n  for a class object:  its attributes, and recursively the attributes\n    of its bases.\n  for any other object: its attributes, its class's attributes, and\n    recursively the attributes of its class's base classes.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
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
		{Name: "divmod", Sig: "x, y, /", Doc: "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return Binary(t, OpDivmod, args[0], args[1])
		}},
		{Name: "eval", Sig: "source, /, globals=None, locals=None", Fn: evalOrExec("eval", "eval"), Doc: "Evaluate the given source in the context of globals and locals.\n\nThe source may be a string representing a Python expression\nor a code object as returned by compile().\nThe globals must be a dictionary and locals can be any mapping,\ndefaulting to the current globals and locals.\nIf only globals is given, locals defaults to it."},
		{Name: "exec", Sig: "source, /, globals=None, locals=None, *, closure=None", Fn: evalOrExec("exec", "exec"), Doc: "Execute the given source in the context of globals and locals.\n\nThe source may be a string representing one or more Python statements\nor a code object as returned by compile().\nThe globals must be a dictionary and locals can be any mapping,\ndefaulting to the current globals and locals.\nIf only globals is given, locals defaults to it.\nThe closure must be a tuple of cellvars, and can only be used\nwhen source is a code object requiring exactly that many cellvars."},
		{Name: "format", Sig: "value, format_spec='', /", Doc: "Return type(value).__format__(value, format_spec)\n\nMany built-in types implement format_spec according to the\nFormat Specification Mini-language. See help('FORMATTING')\nfor details.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			if !args[1].IsZero() {
				if _, ok := StrOf(args[1]); !ok {
					return Value{}, TypeErrorf("format() argument 2 must be str, not %s", argTypeName(args[1]))
				}
			}
			return Format(t, args[0], args[1])
		}},
		{Name: "getattr", Sig: "object, name, default=?, /", NoSig: true, Doc: "getattr(object, name[, default]) -> value\n\nGet a named attribute from an object; getattr(x, 'y') is equivalent to x.y.\nWhen a default argument is given, it is returned when the attribute doesn't\nexist; without it, an exception is raised in that case.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
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
		{Name: "globals", Doc: "Return the dictionary containing the current scope's global variables.\n\nNOTE: Updates to this dictionary *will* affect name lookups in the current\nglobal scope and vice-versa.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			if g := t.currentGlobals(); g != nil {
				return ToValue(g), nil
			}
			return None, nil
		}},
		{Name: "hasattr", Sig: "obj, name, /", Doc: "Return whether the object has an attribute with the given name.\n\nThis is done by calling getattr(obj, name) and catching AttributeError.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			n, err := attrNameOf("hasattr", args[1])
			if err != nil {
				return Value{}, err
			}
			v, err := FindAttr(t, args[0], n)
			return Bool(!v.IsZero()), err
		}},
		{Name: "hash", Sig: "obj, /", Doc: "Return the hash value for the given object.\n\nTwo objects that compare equal must also have the same hash value, but the\nreverse is not necessarily true.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			h, err := Hash(t, args[0])
			return Int(h), err
		}},
		{Name: "id", Sig: "obj, /", Doc: "Return the identity of an object.\n\nThis is guaranteed to be unique among simultaneously existing objects.\n(CPython uses the object's memory address.)", Fn: func(t *Thread, self Value, args []Value) (Value, error) { return ID(args[0]), nil }},
		{Name: "input", Sig: "prompt='', /", Doc: "Read a string from standard input.  The trailing newline is stripped.\n\nThe prompt string, if given, is printed to standard output without a\ntrailing newline before reading input.\n\nIf the user hits EOF (*nix: Ctrl-D, Windows: Ctrl-Z+Return), raise EOFError.\nOn *nix systems, readline is used if available.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return H.Input(t, args[0])
		}},
		{Name: "isinstance", Sig: "obj, class_or_tuple, /", Doc: "Return whether an object is an instance of a class or of a subclass thereof.\n\nA tuple, as in ``isinstance(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``isinstance(x, A) or isinstance(x, B)\nor ...`` etc.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			ok, err := IsInstanceOf(t, args[0], args[1])
			return Bool(ok), err
		}},
		{Name: "issubclass", Sig: "cls, class_or_tuple, /", Doc: "Return whether 'cls' is derived from another class or is the same class.\n\nA tuple, as in ``issubclass(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``issubclass(x, A) or issubclass(x, B)\nor ...``.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			ok, err := IsSubclassOf(t, args[0], args[1])
			return Bool(ok), err
		}},
		{Name: "iter", Sig: "object, sentinel=?, /", NoSig: true, Doc: "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator\n\nGet an iterator from an object.\nIn the first form, the argument must supply its own iterator, or be a sequence.\nIn the second form, the callable is called until it returns the sentinel.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			if args[1].IsZero() {
				return Iter(t, args[0])
			}
			if !Callable(args[0]) {
				return Value{}, TypeErrorf("iter(v, w): v must be callable")
			}
			return NewCallableIterator(args[0], args[1]), nil
		}},
		{Name: "breakpoint", Sig: "*args, **kws", Doc: "Call sys.breakpointhook(*args, **kws).  sys.breakpointhook() must accept\nwhatever arguments are passed.\n\nBy default, this drops you into the pdb debugger.", Raw: func(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
			hook, err := H.SysAttr(t, "breakpointhook")
			if err != nil {
				return Value{}, err
			}
			if hook.IsZero() {
				return Value{}, Errorf(&RuntimeErrorType, "lost sys.breakpointhook")
			}
			return Call(t, hook, args, kw)
		}},
		{Name: "next", Sig: "iterator, default=?, /", NoSig: true, Doc: "next(iterator[, default])\n\nReturn the next item from the iterator. If default is given and the iterator\nis exhausted, it is returned instead of raising StopIteration.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
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
		{Name: "aiter", Sig: "async_iterable, /", Doc: "Return an AsyncIterator for an AsyncIterable object.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
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
		{Name: "anext", Sig: "aiterator, default=?, /", Doc: "Return the next item from the async iterator.\n\nIf default is given and the async iterator is exhausted,\nit is returned instead of raising StopAsyncIteration.", Fn: anextOf},
		{Name: "len", Sig: "obj, /", Doc: "Return the number of items in a container.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			n, err := Len(t, args[0])
			return Int(int64(n)), err
		}},
		{Name: "locals", Doc: "Return a dictionary containing the current scope's local variables.\n\nNOTE: Whether or not updates to this dictionary will affect name lookups in\nthe local scope and vice-versa is *implementation dependent* and not\ncovered by any backwards compatibility guarantees.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			_, l, err := frameDicts(t, "locals")
			return l, err
		}},
		{Name: "max", Sig: "*args, key=None, default=?", NoSig: true, Raw: minMax("max", OpGt), Doc: "max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its biggest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more positional arguments, return the largest argument."},
		{Name: "min", Sig: "*args, key=None, default=?", NoSig: true, Raw: minMax("min", OpLt), Doc: "min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its smallest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more positional arguments, return the smallest argument."},
		{Name: "open", NoSig: true, Raw: func(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) { return H.Open(t, self, args, kw) }},
		{Name: "pow", Sig: "base, exp, mod=None", Doc: "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.\n\nSome types, such as ints, are able to use a more efficient algorithm when\ninvoked using the three argument form.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return Power(t, args[0], args[1], args[2])
		}},
		{Name: "print", Sig: "*args, sep=' ', end='\\n', file=None, flush=False", Doc: "Prints the values to a stream, or to sys.stdout by default.\n\n  sep\n    string inserted between values, default a space.\n  end\n    string appended after the last value, default a newline.\n  file\n    a file-like object (stream); defaults to the current sys.stdout.\n  flush\n    whether to forcibly flush the stream.", Fn: printTo},
		{Name: "repr", Sig: "obj, /", Doc: "Return the canonical string representation of the object.\n\nFor many object types, including most builtins, eval() will return\nobj == eval(repr(obj)).", Fn: func(t *Thread, self Value, args []Value) (Value, error) { return Repr(t, args[0]) }},
		{Name: "round", Sig: "number, ndigits=None", Doc: "Round a number to a given precision in decimal digits.\n\nThe return value is an integer if ndigits is omitted or None.  Otherwise\nthe return value has the same type as the number.  ndigits may be negative.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
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
		{Name: "setattr", Sig: "obj, name, value, /", Doc: "Sets the named attribute on the given object to the specified value.\n\nsetattr(x, 'y', v) is equivalent to ``x.y = v``", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			n, err := attrNameOf("setattr", args[1])
			if err != nil {
				return Value{}, err
			}
			return None, SetAttr(t, args[0], n, args[2])
		}},
		{Name: "sorted", Sig: "iterable, /, *, key=None, reverse=False", Raw: sorted, Doc: "Return a new list containing all items from the iterable in ascending order.\n\nA custom key function can be supplied to customize the sort order, and the\nreverse flag can be set to request the result in descending order."},
		{Name: "sum", Sig: "iterable, /, start=0", Doc: "Return the sum of a 'start' value (default: 0) plus an iterable of numbers\n\nWhen the iterable is empty, return the start value.\nThis function is intended specifically for use with numeric values and may\nreject non-numeric types.", Fn: sumOf},
		{Name: "vars", Sig: "object=?, /", NoSig: true, Doc: "vars([object]) -> dictionary\n\nWithout arguments, equivalent to locals().\nWith an argument, equivalent to object.__dict__.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
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
	return H.Compile(t, args[0], name, mode.String(), flags, dont, optimize)
}

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
	if Is(v, &CoroutineType) || Is(v, &GeneratorType) && As[Generator](v).Code.Flags&CoIterableCoroutine != 0 {
		return v, nil
	}
	typ := TypeOf(v)
	typ.ready()
	if typ.Await == nil {
		return Value{}, TypeErrorf("object %s can't be used in 'await' expression", typ)
	}
	return typ.Await(t, v)
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
