package objects

// Plain values: those of built-in types, exactly, whose operations run no Python code. Machine code calls built-in
// functions on them without restoring the frames that such code could look at.

// IsPlain reports whether v is an int, float, complex, bool, str, bytes or None, of exactly that type.
func IsPlain(v Value) bool {
	if !v.IsObject() {
		return !v.IsZero()
	}
	switch (*Head)(v.word).typ {
	case &StrType, &IntType, &FloatType, &BoolType, &BytesType, &NoneType, &ComplexType:
		return true
	}
	return false
}

// plainDepth bounds how deep tuples are looked into.
const plainDepth = 4

// comparesPlainly reports whether hashing a key and comparing it with another such key runs no Python code: it is plain, or
// a tuple of plain values.
func comparesPlainly(key Value) bool { return plainUpTo(key, plainDepth) }

func plainUpTo(v Value, depth int) bool {
	if IsPlain(v) {
		return true
	}
	if !Is(v, &TupleType) || depth == 0 {
		return false
	}
	for _, x := range As[Tuple](v).Items() {
		if !plainUpTo(x, depth-1) {
			return false
		}
	}
	return true
}

// PlainKey reports whether v is a plain value or a tuple of plain values.
func PlainKey(v Value) bool { return comparesPlainly(v) }

// PlainIterator reports whether the next value of an iterator comes without running Python code.
func PlainIterator(v Value) bool {
	switch objectType(v) {
	case &ListIterType, &ListRevIterType, &TupleIterType, &RangeIteratorType, &LongRangeIteratorType, &StrIterType, &StrASCIIIterType,
		&BytesIterType, &ByteArrayIterType, &SetIterType, &DictKeyIterType, &DictValueIterType, &DictItemIterType,
		&DictRevKeyIterType, &DictRevValueIterType, &DictRevItemIterType:
		return true
	case &EnumerateType:
		return PlainIterator(As[enumerateObject](v).it)
	case &ZipType:
		for _, it := range As[iterGroup](v).its {
			if !PlainIterator(it) {
				return false
			}
		}
		return true
	}
	return false
}

// PlainIterable reports whether iter(v) gives an iterator as PlainIterator means it, without running Python code.
func PlainIterable(v Value) bool {
	switch objectType(v) {
	case &ListType, &TupleType, &StrType, &BytesType, &ByteArrayType, &RangeType, &SetType, &FrozensetType, &DictType,
		&DictKeysType, &DictValuesType, &DictItemsType:
		return true
	}
	return PlainIterator(v)
}

// PlainCall reports whether calling a built-in function, a method of a built-in type or a built-in type with these
// arguments runs no Python code and, where it raises an error, has had no effect. For a method the first argument is the
// object. It looks at the values, so that it has to be asked before every call.
func PlainCall(callee Value, args []Value) bool {
	plain := func(from int) bool {
		for _, a := range args[from:] {
			if !IsPlain(a) {
				return false
			}
		}
		return true
	}
	switch objectType(callee) {
	case &MethodDescrType:
		d := As[MethodDescr](callee)
		if len(args) == 0 {
			return false
		}
		switch d.Owner {
		case &StrType, &BytesType, &IntType, &FloatType:
			if TypeOf(args[0]) != d.Owner {
				return false
			}
			if d.Def.Name == "join" && len(args) == 2 {
				return Is(args[1], &ListType) || Is(args[1], &TupleType)
			}
			return plain(1) || d.Owner == &StrType && (d.Def.Name == "startswith" || d.Def.Name == "endswith") && PlainKey(args[1])
		case &ByteArrayType:
			return Is(args[0], &ByteArrayType) && plain(1)
		case &ListType:
			if !Is(args[0], &ListType) {
				return false
			}
			switch d.Def.Name {
			case "append", "clear", "copy", "reverse":
				return true
			case "pop", "insert":
				return len(args) == 1 || IsPlain(args[1])
			case "extend":
				return len(args) == 2 && (Is(args[1], &ListType) || Is(args[1], &TupleType))
			}
		case &DictType:
			if !Is(args[0], &DictType) {
				return false
			}
			switch d.Def.Name {
			case "get", "pop", "setdefault":
				return len(args) > 1 && As[Dict](args[0]).Plain(args[1])
			case "keys", "values", "items", "clear", "copy", "popitem":
				return true
			}
		case &SetType, &FrozensetType:
			if TypeOf(args[0]) != d.Owner {
				return false
			}
			switch d.Def.Name {
			case "add", "discard", "remove":
				return len(args) == 2 && As[Set](args[0]).Plain(args[1])
			case "pop", "clear", "copy":
				return true
			}
		}
	case &BuiltinType:
		b := As[Builtin](callee)
		if !Is(b.Self, &ModuleType) {
			return false
		}
		switch moduleName(b.Self) {
		case "math", "cmath":
			return plain(0)
		case "builtins":
			switch b.Def.Name {
			case "abs", "ascii", "bin", "chr", "divmod", "hash", "hex", "oct", "ord", "pow", "repr", "round", "min", "max":
				return plain(0) && len(args) > 0 && (len(args) > 1 || b.Def.Name != "min" && b.Def.Name != "max")
			case "len":
				return len(args) == 1 && (IsPlain(args[0]) || PlainIterable(args[0]) && !PlainIterator(args[0]))
			case "iter":
				return len(args) == 1 && PlainIterable(args[0])
			}
		}
	case &TypeType:
		switch typ := As[Type](callee); typ {
		case &IntType, &FloatType, &StrType, &ComplexType, &BoolType:
			return plain(0)
		case &BytesType, &ByteArrayType:
			return len(args) == 0 || len(args) == 1 && (IsPlain(args[0]) || Is(args[0], &ByteArrayType))
		case &ListType, &TupleType:
			return len(args) == 0 || len(args) == 1 && PlainIterable(args[0])
		case &SetType, &DictType:
			return len(args) == 0
		case &EnumerateType:
			return len(args) == 1 && PlainIterable(args[0]) || len(args) == 2 && PlainIterable(args[0]) && IsPlain(args[1])
		case &ZipType:
			for _, a := range args {
				if !PlainIterable(a) {
					return false
				}
			}
			return true
		}
	}
	return false
}

// NativeFunction returns the module and the name of a built-in function of a native module, empty for other values.
func NativeFunction(v Value) (module, name string) {
	if Is(v, &BuiltinType) {
		if b := As[Builtin](v); Is(b.Self, &ModuleType) {
			return moduleName(b.Self), b.Def.Name
		}
	}
	return "", ""
}

// moduleName is the name that a native module was made with.
func moduleName(m Value) string {
	if s, ok := StrOf(moduleDict(m).GetStr(strName)); ok {
		return s.String()
	}
	return ""
}

// PlainBinary reports whether a binary operation on two values runs no Python code.
func PlainBinary(op BinaryOp, a, b Value) bool {
	sequence := func(v Value) bool { return Is(v, &ListType) || Is(v, &TupleType) || Is(v, &ByteArrayType) }
	switch {
	case IsPlain(a) && IsPlain(b):
		return true
	case op == OpMod && Is(a, &StrType):
		return PlainKey(b)
	case op == OpAdd:
		return sequence(a) && sequence(b)
	case op == OpMul:
		return sequence(a) && b.IsInline() || sequence(b) && a.IsInline()
	}
	return false
}
