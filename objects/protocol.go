package objects

// The protocols that operators and built-in functions go through: truth, representation, hashing, comparison,
// arithmetic, iteration, items.

// Truth is bool(v).
func Truth(t *Thread, v Value) (bool, error) {
	switch v {
	case True:
		return true, nil
	case False, None:
		return false, nil
	}
	if v.IsInline() {
		return v != InlineInt(0), nil
	}
	typ := TypeOf(v)
	if typ.Flags&FlagReady == 0 {
		typ.ready()
	}
	if typ.Bool != nil {
		return typ.Bool(t, v)
	}
	if typ.Len != nil {
		n, err := typ.Len(t, v)
		return n != 0, err
	}
	return true, nil
}

// Repr is repr(v), a str.
func Repr(t *Thread, v Value) (Value, error) {
	typ := TypeOf(v)
	if typ.Flags&FlagReady == 0 {
		typ.ready()
	}
	if err := t.EnterNative(" while getting the repr of an object"); err != nil {
		return Value{}, err
	}
	r, err := typ.Repr(t, v)
	t.LeaveNative()
	if err == nil && !IsInstance(r, &StrType) {
		return Value{}, TypeErrorf("__repr__ returned non-string (type %s)", TypeOf(r))
	}
	return r, err
}

// ReprString is repr(v) as a Go string (WTF-8).
func ReprString(t *Thread, v Value) (string, error) {
	r, err := Repr(t, v)
	if err != nil {
		return "", err
	}
	return As[Str](r).String(), nil
}

// ToStr is str(v).
func ToStr(t *Thread, v Value) (Value, error) {
	if Is(v, &StrType) {
		return v, nil
	}
	typ := TypeOf(v)
	if typ.Flags&FlagReady == 0 {
		typ.ready()
	}
	str := typ.Str
	if str == nil {
		str = typ.Repr
	}
	if err := t.EnterNative(" while getting the str of an object"); err != nil {
		return Value{}, err
	}
	r, err := str(t, v)
	t.LeaveNative()
	if err == nil && !IsInstance(r, &StrType) {
		return Value{}, TypeErrorf("__str__ returned non-string (type %s)", TypeOf(r))
	}
	return r, err
}

// StrString is str(v) as a Go string (WTF-8).
func StrString(t *Thread, v Value) (string, error) {
	r, err := ToStr(t, v)
	if err != nil {
		return "", err
	}
	return As[Str](r).String(), nil
}

// Hash is hash(v). The result is never -1, as in CPython.
func Hash(t *Thread, v Value) (int64, error) {
	if v.IsInline() {
		return hashInline(v.Inline()), nil
	}
	typ := TypeOf(v)
	if typ == &StrType {
		return As[Str](v).Hash(), nil
	}
	if typ.Flags&FlagReady == 0 {
		typ.ready()
	}
	return typ.Hash(t, v)
}

// Compare is the rich comparison a op b.
func Compare(t *Thread, a, b Value, op CompareOp) (Value, error) {
	ta, tb := TypeOf(a), TypeOf(b)
	if ta.Flags&FlagReady == 0 {
		ta.ready()
	}
	if tb.Flags&FlagReady == 0 {
		tb.ready()
	}
	if err := t.EnterNative(" in comparison"); err != nil {
		return Value{}, err
	}
	v, err := compareSlots(t, a, b, ta, tb, op)
	t.LeaveNative()
	return v, err
}

// compareSlots asks the types of both operands, a derived class first (language reference, 3.3.1).
func compareSlots(t *Thread, a, b Value, ta, tb *Type, op CompareOp) (Value, error) {
	tried := false
	if ta != tb && tb.Compare != nil && tb.IsSubtype(ta) {
		tried = true
		v, err := tb.Compare(t, b, a, compareMirror[op])
		if err != nil || v != NotImplemented {
			return v, err
		}
	}
	if ta.Compare != nil {
		v, err := ta.Compare(t, a, b, op)
		if err != nil || v != NotImplemented {
			return v, err
		}
	}
	if !tried && tb.Compare != nil {
		v, err := tb.Compare(t, b, a, compareMirror[op])
		if err != nil || v != NotImplemented {
			return v, err
		}
	}
	switch op {
	case OpEq:
		return Bool(a == b), nil
	case OpNe:
		return Bool(a != b), nil
	}
	return Value{}, TypeErrorf("'%s' not supported between instances of '%s' and '%s'", compareText[op], ta, tb)
}

// CompareTruth is bool(a op b).
func CompareTruth(t *Thread, a, b Value, op CompareOp) (bool, error) {
	v, err := Compare(t, a, b, op)
	if err != nil {
		return false, err
	}
	return Truth(t, v)
}

// Equal is a == b with identity first, as containers compare.
func Equal(t *Thread, a, b Value) (bool, error) {
	if a == b {
		return true, nil
	}
	if BothInline(a, b) {
		return false, nil
	}
	if !a.IsObject() && !b.IsObject() {
		return smallNumber(a) == smallNumber(b), nil
	}
	if Is(a, &StrType) && Is(b, &StrType) {
		return As[Str](a).Equal(As[Str](b)), nil
	}
	return CompareTruth(t, a, b, OpEq)
}

// smallNumber is the number of a value that is not an object; the ints among them are below 2^53.
func smallNumber(v Value) float64 {
	if v.IsInline() {
		return float64(v.Inline())
	}
	return v.Float()
}

// Binary is a op b.
func Binary(t *Thread, op BinaryOp, a, b Value) (Value, error) {
	v, err := binary1(t, op, a, b)
	if err != nil || v != NotImplemented {
		return v, err
	}
	ta, tb := TypeOf(a), TypeOf(b)
	switch op {
	case OpAdd:
		if ta.Concat != nil {
			return ta.Concat(t, a, b)
		}
	case OpMul:
		if v, ok, err := repeat(t, a, b, false); ok || err != nil {
			return v, err
		}
	}
	return Value{}, binaryError(op, false, a, b, ta, tb)
}

func binaryError(op BinaryOp, inplace bool, a, b Value, ta, tb *Type) error {
	symbol := binarySymbols[op]
	if inplace {
		symbol += "="
		if op == OpPow {
			symbol = "**="
		}
	}
	if op == OpRShift && !inplace && Is(a, &BuiltinType) && As[Builtin](a).Def.Name == "print" {
		return TypeErrorf("unsupported operand type(s) for >>: '%s' and '%s'. "+
			"Did you mean \"print(<message>, file=<output_stream>)\"?", ta, tb)
	}
	return TypeErrorf("unsupported operand type(s) for %s: '%s' and '%s'", symbol, ta, tb)
}

// OperatorFunction returns the Python function that computes a op b where it alone is asked: where it returns NotImplemented,
// the operation is not supported. reflected says that it is the right operand's, whose argument is the left one.
func OperatorFunction(op BinaryOp, inplace bool, a, b Value) (fn *Function, reflected bool) {
	var v Value
	switch {
	case op == OpPow:
		// It has a third argument.
		return nil, false
	case plainOperand(a) && (plainNumber(b) || b.IsObject() && !b.IsZero() && TypeOf(a) == TypeOf(b)):
		if typ := TypeOf(a); !inplace || typ.Number.Inplace[op] == nil {
			v = typ.Lookup(binaryStrs[op][0])
		}
	case plainNumber(a) && plainOperand(b):
		v, reflected = TypeOf(b).Lookup(binaryStrs[op][1]), true
	}
	if v.IsZero() || !Is(v, &FunctionType) {
		return nil, false
	}
	return As[Function](v), reflected
}

// OfClass reports whether v is an instance of a class that a program made.
func OfClass(v Value) bool { return v.IsObject() && HeadType(v).Flags&FlagHeap != 0 }

// plainOperand reports whether v is an instance of a class that has no slots but those of its methods.
func plainOperand(v Value) bool {
	if !v.IsObject() || v.IsZero() {
		return false
	}
	typ := TypeOf(v)
	return typ.Flags&FlagHeap != 0 && typ.solid == &ObjectType
}

// plainNumber reports whether v is an int or a float, of no class derived from these.
func plainNumber(v Value) bool {
	return v.IsInline() || v.IsFloat() || v.IsObject() && !v.IsZero() && TypeOf(v) == &IntType
}

// OperatorError is the error of an operation that no operand supports.
func OperatorError(op BinaryOp, inplace bool, a, b Value) error {
	return binaryError(op, inplace, a, b, TypeOf(a), TypeOf(b))
}

// binary1 tries the number slots of both operands, the right one first where its type derives from the left one's.
func binary1(t *Thread, op BinaryOp, a, b Value) (Value, error) {
	ta, tb := TypeOf(a), TypeOf(b)
	if ta.Flags&FlagReady == 0 {
		ta.ready()
	}
	if tb.Flags&FlagReady == 0 {
		tb.ready()
	}
	fa, fb := ta.Number.Binary[op], tb.Number.Binary[op]
	if ta == tb || fb != nil && fa != nil && sameSlot(fa, fb) {
		fb = nil
	}
	if fa != nil {
		if fb != nil && tb.IsSubtype(ta) {
			v, err := fb(t, a, b)
			if err != nil || v != NotImplemented {
				return v, err
			}
			fb = nil
		}
		v, err := fa(t, a, b)
		if err != nil || v != NotImplemented {
			return v, err
		}
	}
	if fb != nil {
		return fb(t, a, b)
	}
	return NotImplemented, nil
}

// repeat is sequence * int with the sequence on either side; ok is false where neither operand is a sequence.
func repeat(t *Thread, a, b Value, inplace bool) (v Value, ok bool, err error) {
	seq, n := a, b
	rep := TypeOf(a).Repeat
	if inplace && TypeOf(a).InplaceRepeat != nil {
		rep = TypeOf(a).InplaceRepeat
	}
	if rep == nil {
		seq, n = b, a
		rep = TypeOf(b).Repeat
	}
	if rep == nil {
		return Value{}, false, nil
	}
	if TypeOf(n).Number.Unary[OpIndex] == nil {
		return Value{}, true, TypeErrorf("can't multiply sequence by non-int of type '%s'", TypeOf(n))
	}
	i, err := IndexInt(t, n, &OverflowErrorType)
	if err != nil {
		return Value{}, true, err
	}
	v, err = rep(t, seq, Int(int64(i)))
	return v, true, err
}

// InplaceBinary is a op= b.
func InplaceBinary(t *Thread, op BinaryOp, a, b Value) (Value, error) {
	ta := TypeOf(a)
	if ta.Flags&FlagReady == 0 {
		ta.ready()
	}
	if f := ta.Number.Inplace[op]; f != nil {
		v, err := f(t, a, b)
		if err != nil || v != NotImplemented {
			return v, err
		}
	}
	v, err := binary1(t, op, a, b)
	if err != nil || v != NotImplemented {
		return v, err
	}
	switch op {
	case OpAdd:
		if ta.InplaceConcat != nil {
			return ta.InplaceConcat(t, a, b)
		}
		if ta.Concat != nil {
			return ta.Concat(t, a, b)
		}
	case OpMul:
		if v, ok, err := repeat(t, a, b, true); ok || err != nil {
			return v, err
		}
	}
	return Value{}, binaryError(op, true, a, b, ta, TypeOf(b))
}

// Power is pow(a, b, mod); mod is None or zero for a ** b.
func Power(t *Thread, a, b, mod Value) (Value, error) {
	if mod.IsZero() || mod == None {
		return Binary(t, OpPow, a, b)
	}
	for _, v := range [...]Value{a, b, mod} {
		typ := TypeOf(v)
		if typ.Flags&FlagReady == 0 {
			typ.ready()
		}
		if f := typ.Number.Pow3; f != nil {
			r, err := f(t, a, b, mod)
			if err != nil || r != NotImplemented {
				return r, err
			}
		}
	}
	// A class of a program takes part with its __pow__ only.
	if r, found, err := CallSpecial(t, a, binaryStrs[OpPow][0], b, mod); err != nil || found && r != NotImplemented {
		return r, err
	}
	return Value{}, TypeErrorf("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", TypeOf(a), TypeOf(b), TypeOf(mod))
}

var unaryErrors = [...]string{OpNeg: "bad operand type for unary -: '%s'", OpPos: "bad operand type for unary +: '%s'",
	OpInvert: "bad operand type for unary ~: '%s'", OpAbs: "bad operand type for abs(): '%s'"}

// Unary is -v, +v, ~v or abs(v).
func Unary(t *Thread, op UnaryOp, v Value) (Value, error) {
	typ := TypeOf(v)
	if typ.Flags&FlagReady == 0 {
		typ.ready()
	}
	if f := typ.Number.Unary[op]; f != nil {
		return f(t, v)
	}
	return Value{}, TypeErrorf(unaryErrors[op], typ)
}

// Index is operator.index(v): an int (exact, or a subclass's as it is).
func Index(t *Thread, v Value) (Value, error) {
	typ := TypeOf(v)
	if typ.Flags&FlagIntSub != 0 || v.IsInline() {
		return v, nil
	}
	if typ.Flags&FlagReady == 0 {
		typ.ready()
	}
	f := typ.Number.Unary[OpIndex]
	if f == nil {
		return Value{}, TypeErrorf("'%s' object cannot be interpreted as an integer", typ)
	}
	r, err := f(t, v)
	if err != nil {
		return Value{}, err
	}
	if !IsInstance(r, &IntType) {
		return Value{}, TypeErrorf("__index__ returned non-int (type %s)", TypeOf(r))
	}
	if !r.IsInline() && TypeOf(r) != &IntType {
		err = H.Warn(t, &DeprecationWarningType, "__index__ returned non-int (type "+TypeOf(r).TpName()+
			").  The ability to return an instance of a strict subclass of int is deprecated, and may be removed "+
			"in a future version of Python.", 1)
	}
	return r, err
}

// IndexInt is Index as an int (Py_ssize_t). Where it does not fit: overflow is the class to raise, or nil to clip.
func IndexInt(t *Thread, v Value, overflow *Type) (int, error) {
	if v.IsInline() {
		return int(v.Inline()), nil
	}
	i, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	if n, ok := Int64Of(i); ok {
		return int(n), nil
	}
	if overflow == nil {
		if Sign(i) < 0 {
			return -1 << 63, nil
		}
		return 1<<63 - 1, nil
	}
	return 0, Errorf(overflow, "cannot fit '%s' into an index-sized integer", TypeOf(v))
}

// SizeArg converts an argument that CPython declares as Py_ssize_t.
func SizeArg(t *Thread, v Value) (int, error) {
	n, err := IndexInt(t, v, &OverflowErrorType)
	if err != nil && IsError(err, &OverflowErrorType) {
		if i, e := Index(t, v); e == nil {
			if _, ok := Int64Of(i); !ok {
				err = OverflowErrorf("Python int too large to convert to C ssize_t")
			}
		}
	}
	return n, err
}

// intArg converts an argument that CPython declares as int.
func intArg(t *Thread, v Value) (int, error) {
	n, err := IndexInt(t, v, nil)
	if err == nil && int(int32(n)) != n {
		err = OverflowErrorf("Python int too large to convert to C int")
	}
	return n, err
}

// IsIndex reports whether Index accepts values of the type of v.
func IsIndex(v Value) bool {
	if v.IsInline() {
		return true
	}
	typ := TypeOf(v)
	typ.ready()
	return typ.Flags&FlagIntSub != 0 || typ.Number.Unary[OpIndex] != nil
}

// ExactInt returns the int of an instance of a class derived from int; other values stay.
func ExactInt(v Value) Value { return exactInt(v) }

// Iter is iter(v).
func Iter(t *Thread, v Value) (Value, error) {
	typ := TypeOf(v)
	if typ.Flags&FlagReady == 0 {
		typ.ready()
	}
	if typ.Iter == nil {
		if typ.GetItem != nil && (typ.Sequence || typ.Flags&FlagHeap != 0) {
			return NewSequenceIterator(v), nil
		}
		return Value{}, TypeErrorf("'%s' object is not iterable", typ)
	}
	it, err := typ.Iter(t, v)
	if err != nil {
		return Value{}, err
	}
	itt := TypeOf(it)
	if itt.Flags&FlagReady == 0 {
		itt.ready()
	}
	if itt.Next == nil {
		return Value{}, TypeErrorf("iter() returned non-iterator of type '%s'", itt)
	}
	return it, nil
}

// Next returns the next value of an iterator, zero where it is exhausted.
func Next(t *Thread, it Value) (Value, error) {
	typ := TypeOf(it)
	if typ.Next == nil {
		if typ.ready(); typ.Next == nil {
			return Value{}, TypeErrorf("'%s' object is not an iterator", typ)
		}
	}
	return typ.Next(t, it)
}

// Each calls f for each value of an iterable until f fails.
func Each(t *Thread, v Value, f func(Value) error) error {
	switch TypeOf(v) {
	case &ListType:
		l := As[List](v)
		for i := 0; i < l.Len(); i++ {
			if err := f(l.Item(i)); err != nil {
				return err
			}
		}
		return nil
	case &TupleType:
		for _, x := range As[Tuple](v).Items() {
			if err := f(x); err != nil {
				return err
			}
		}
		return nil
	}
	it, err := Iter(t, v)
	if err != nil {
		return err
	}
	next := TypeOf(it).Next
	for {
		x, err := next(t, it)
		if err != nil {
			return err
		}
		if x.IsZero() {
			return nil
		}
		if err := f(x); err != nil {
			return err
		}
	}
}

// EachTake is Each for generators in fewer steps: values are offered to take first, which reports whether it has dealt
// with them, and must not run Python code. f gets those that it has not, and all of other iterables.
func EachTake(t *Thread, v Value, take func(Value) bool, f func(Value) error) error {
	if !Is(v, &GeneratorType) {
		return Each(t, v, f)
	}
	g := As[Generator](v)
	for {
		x, done, err := g.drain(t, take)
		if err != nil {
			return err
		}
		if done {
			return nil
		}
		if err := f(x); err != nil {
			return err
		}
	}
}

// Len is len(v).
func Len(t *Thread, v Value) (int, error) {
	typ := TypeOf(v)
	if typ.Flags&FlagReady == 0 {
		typ.ready()
	}
	if typ.Len == nil {
		return 0, TypeErrorf("object of type '%s' has no len()", typ)
	}
	return typ.Len(t, v)
}

// LengthHint is operator.length_hint(v, def).
func LengthHint(t *Thread, v Value, def int) (int, error) {
	typ := TypeOf(v)
	if typ.Len != nil {
		n, err := typ.Len(t, v)
		if err == nil || !IsError(err, &TypeErrorType) {
			return n, err
		}
	}
	r, found, err := CallSpecial(t, v, strLengthHint)
	if err != nil {
		if IsError(err, &TypeErrorType) {
			return def, nil
		}
		return 0, err
	}
	if !found || r == NotImplemented {
		return def, nil
	}
	if !IsInstance(r, &IntType) {
		return 0, TypeErrorf("__length_hint__ must be an integer, not %s", TypeOf(r))
	}
	n, err := IndexInt(t, r, &OverflowErrorType)
	if err != nil {
		return 0, err
	}
	if n < 0 {
		return 0, ValueErrorf("__length_hint__() should return >= 0")
	}
	return n, nil
}

// GetItem is v[key].
func GetItem(t *Thread, v, key Value) (Value, error) {
	typ := TypeOf(v)
	if typ.Flags&FlagReady == 0 {
		typ.ready()
	}
	if typ.GetItem != nil {
		return typ.GetItem(t, v, key)
	}
	if cls, ok := TypeFrom(v); ok {
		if cls == &TypeType {
			return NewGenericAlias(t, v, key)
		}
		fn, err := FindAttr(t, v, strClassGetitem)
		if err != nil {
			return Value{}, err
		}
		if !fn.IsZero() && fn != None {
			return Call1(t, fn, key)
		}
		return Value{}, TypeErrorf("type '%s' is not subscriptable", cls)
	}
	return Value{}, TypeErrorf("'%s' object is not subscriptable", typ)
}

// SetItem is v[key] = val, or del v[key] where val is zero.
func SetItem(t *Thread, v, key, val Value) error {
	typ := TypeOf(v)
	if typ.Flags&FlagReady == 0 {
		typ.ready()
	}
	if typ.SetItem == nil {
		if val.IsZero() {
			return TypeErrorf("'%s' object doesn't support item deletion", typ)
		}
		return TypeErrorf("'%s' object does not support item assignment", typ)
	}
	return typ.SetItem(t, v, key, val)
}

// Contains is x in v.
func Contains(t *Thread, v, x Value) (bool, error) {
	typ := TypeOf(v)
	if typ.Flags&FlagReady == 0 {
		typ.ready()
	}
	if typ.Contains != nil {
		return typ.Contains(t, v, x)
	}
	return containsByIteration(t, v, x)
}

// IterToSearch is Iter for those who look for an item in v: a TypeError has the message that "in" gives.
func IterToSearch(t *Thread, v Value) (Value, error) {
	it, err := Iter(t, v)
	if err != nil && IsError(err, &TypeErrorType) {
		err = TypeErrorf("argument of type '%s' is not iterable", TypeOf(v))
	}
	return it, err
}

func containsByIteration(t *Thread, v, x Value) (bool, error) {
	it, err := IterToSearch(t, v)
	if err != nil {
		return false, err
	}
	next := TypeOf(it).Next
	for {
		e, err := next(t, it)
		if err != nil || e.IsZero() {
			return false, err
		}
		eq, err := Equal(t, e, x)
		if err != nil || eq {
			return eq, err
		}
	}
}

// Callable is callable(v).
func Callable(v Value) bool {
	typ := TypeOf(v)
	typ.ready()
	return typ.Call != nil
}

// TypeFrom returns v as a type, where it is one.
func TypeFrom(v Value) (*Type, bool) {
	if typ := objectType(v); typ != nil && (typ == &TypeType || typ.Flags&FlagTypeSub != 0) {
		return As[Type](v), true
	}
	return nil, false
}
