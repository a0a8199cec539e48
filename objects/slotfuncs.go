package objects

import "unsafe"

// The generic slot functions: what fills the slots of a class whose special methods are written in Python. Each looks
// the method up on the type of its operand at every call; inline caches of the interpreter avoid most of them.

// special calls a special method that is known to exist when the slot was filled; it may have been removed since from a
// class that keeps the slot through another method of the same slot.
func special(t *Thread, self Value, name *Str, args ...Value) (Value, error) {
	v, found, err := CallSpecial(t, self, name, args...)
	if err == nil && !found {
		err = AttributeError(self, name)
	}
	return v, err
}

func slotRepr(t *Thread, self Value) (Value, error) {
	fn, unbound, err := lookupSpecial(t, self, strRepr)
	switch {
	case err != nil || fn.IsZero():
		// A descriptor that fails counts as no method.
		return StrValue("<" + TypeOf(self).TpName() + " object at " + Address(self) + ">"), nil
	case unbound:
		return Call1(t, fn, self)
	}
	return Call0(t, fn)
}

func slotStr(t *Thread, self Value) (Value, error) {
	v, found, err := CallSpecial(t, self, strStr)
	if err == nil && !found {
		return objectStr(t, self)
	}
	return v, err
}

func slotHash(t *Thread, self Value) (int64, error) {
	fn, unbound, err := lookupSpecial(t, self, strHash)
	if err != nil || fn.IsZero() {
		// A descriptor that fails counts as no method.
		return hashNotImplemented(t, self)
	}
	var v Value
	if unbound {
		v, err = Call1(t, fn, self)
	} else {
		v, err = Call0(t, fn)
	}
	if err != nil {
		return 0, err
	}
	if !IsInstance(v, &IntType) {
		return 0, TypeErrorf("__hash__ method should return an integer")
	}
	if v.IsInline() {
		if h := v.Inline(); h != -1 {
			return h, nil
		}
		return -2, nil
	}
	// CPython keeps what fits a Py_ssize_t and hashes what does not.
	if i, ok := Int64Of(v); ok {
		if i == -1 {
			i = -2
		}
		return i, nil
	}
	return intHash(t, v)
}

func hashNotImplemented(t *Thread, self Value) (int64, error) {
	return 0, TypeErrorf("unhashable type: '%s'", TypeOf(self))
}

func slotCallFn(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
	fn, unbound, err := lookupSpecial(t, self, strCall)
	if err != nil {
		return Value{}, err
	}
	if fn.IsZero() {
		return Value{}, TypeErrorf("'%s' object is not callable", TypeOf(self))
	}
	if err := t.EnterNative(" while calling a Python object"); err != nil {
		return Value{}, err
	}
	defer t.LeaveNative()
	if unbound {
		return CallWith(t, fn, self, args, kw)
	}
	return Call(t, fn, args, kw)
}

// slotGetAttr serves classes that define __getattribute__ or __getattr__.
func slotGetAttr(t *Thread, self Value, name *Str) (Value, error) {
	typ := TypeOf(self)
	getattr := typ.Lookup(strGetattr)
	getattribute := typ.Lookup(strGetattribute)
	var v Value
	var err error
	if w, ok := wrapperOf(getattribute); ok {
		v, err = w.Owner.GetAttr(t, self, name)
	} else {
		v, err = special(t, self, strGetattribute, ToValue(name))
	}
	missing := err == nil && v.IsZero()
	if !missing && !(err != nil && IsError(err, &AttributeErrorType)) {
		return v, err
	}
	if getattr.IsZero() {
		if err != nil {
			return Value{}, err
		}
		return Value{}, nil
	}
	return special(t, self, strGetattr, ToValue(name))
}

func slotSetAttr(t *Thread, self Value, name *Str, v Value) error {
	if v.IsZero() {
		_, err := special(t, self, strDelattr, ToValue(name))
		return err
	}
	_, err := special(t, self, strSetattr, ToValue(name), v)
	return err
}

func slotCompare(t *Thread, a, b Value, op CompareOp) (Value, error) {
	// As CallSpecial, but that a failing lookup is no method.
	fn, unbound, err := lookupSpecial(t, a, compareStrs[op])
	if err != nil || fn.IsZero() {
		// A descriptor that fails counts as no method.
		return NotImplemented, nil
	}
	if unbound {
		return Call2(t, fn, a, b)
	}
	return Call1(t, fn, b)
}

func slotIter(t *Thread, self Value) (Value, error) {
	fn, unbound, err := lookupSpecial(t, self, strIter)
	if err != nil {
		return Value{}, err
	}
	if fn == None {
		return Value{}, TypeErrorf("'%s' object is not iterable", TypeOf(self))
	}
	if !fn.IsZero() {
		if unbound {
			return Call1(t, fn, self)
		}
		return Call0(t, fn)
	}
	if TypeOf(self).Lookup(strGetitem).IsZero() {
		return Value{}, TypeErrorf("'%s' object is not iterable", TypeOf(self))
	}
	return NewSequenceIterator(self), nil
}

// slotNext turns StopIteration into exhaustion.
func slotNext(t *Thread, self Value) (Value, error) {
	v, err := special(t, self, strNext)
	if err != nil && IsError(err, &StopIterationType) {
		t.NoteStop(err.(*Exception))
		return Value{}, nil
	}
	return v, err
}

// NoteStop is called where a StopIteration is turned into plain exhaustion. Its value is kept for next() and __next__,
// which raise StopIteration again.
func (t *Thread) NoteStop(e *Exception) {
	t.stopValue = (*StopIteration)(unsafe.Pointer(e)).Value
	t.stopped = e
}

// ForgetStop forgets the StopIteration that was turned into exhaustion last.
func (t *Thread) ForgetStop() { t.stopValue, t.stopped = Value{}, nil }

// stopIteration is the StopIteration of an iterator that is exhausted: the one that was noted, or one with the value that
// was noted.
func (t *Thread) stopIteration() error {
	v, e := t.stopValue, t.stopped
	t.ForgetStop()
	if e != nil {
		return e
	}
	if v.IsZero() || v == None {
		return NewError(&StopIterationType)
	}
	return NewError(&StopIterationType, v)
}

func slotDescrGet(t *Thread, self, obj Value, owner *Type) (Value, error) {
	typ := TypeOf(self)
	fn := typ.Lookup(strGet)
	if fn.IsZero() {
		return self, nil
	}
	if obj.IsZero() {
		obj = None
	}
	o := None
	if owner != nil {
		o = ToValue(owner)
	}
	return special(t, self, strGet, obj, o)
}

func slotDescrSet(t *Thread, self, obj, v Value) error {
	var err error
	var found bool
	name := strSet
	if v.IsZero() {
		name = strDelete
		_, found, err = CallSpecial(t, self, strDelete, obj)
	} else {
		_, found, err = CallSpecial(t, self, strSet, obj, v)
	}
	if err == nil && !found {
		return Errorf(&AttributeErrorType, "%s", name)
	}
	return err
}

func slotInit(t *Thread, self Value, args []Value, kw *Tuple) error {
	fn, unbound, err := lookupSpecial(t, self, strInit)
	if err != nil {
		return err
	}
	if fn.IsZero() {
		return AttributeError(self, strInit)
	}
	var v Value
	if unbound {
		v, err = CallWith(t, fn, self, args, kw)
	} else {
		v, err = Call(t, fn, args, kw)
	}
	if err != nil {
		return err
	}
	if v != None {
		return TypeErrorf("__init__() should return None, not '%s'", TypeOf(v))
	}
	return nil
}

func slotNew(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) {
	fn := typ.Lookup(strNew)
	if fn.IsZero() {
		return Value{}, AttributeError(ToValue(typ), strNew)
	}
	if vt := TypeOf(fn); vt.DescrGet != nil {
		var err error
		if fn, err = vt.DescrGet(t, fn, Value{}, typ); err != nil {
			return Value{}, err
		}
	}
	return CallWith(t, fn, ToValue(typ), args, kw)
}

func slotDel(t *Thread, self Value) error {
	_, _, err := CallSpecial(t, self, strDel)
	return err
}

func slotAwait(t *Thread, self Value) (Value, error) {
	v, found, err := CallSpecial(t, self, strAwait)
	if err == nil && !found {
		return Value{}, TypeErrorf("object %s can't be used in 'await' expression", TypeOf(self))
	}
	return v, err
}

func slotAIter(t *Thread, self Value) (Value, error) {
	v, found, err := CallSpecial(t, self, strAiter)
	if err == nil && !found {
		return Value{}, TypeErrorf("object %s does not have __aiter__ method", TypeOf(self))
	}
	return v, err
}

func slotANext(t *Thread, self Value) (Value, error) {
	v, found, err := CallSpecial(t, self, strAnext)
	if err == nil && !found {
		return Value{}, TypeErrorf("object %s does not have __anext__ method", TypeOf(self))
	}
	return v, err
}

func slotBuffer(t *Thread, self Value, flags int) (*Buffer, error) {
	v, err := special(t, self, strBuffer, Int(int64(flags)))
	if err != nil {
		return nil, err
	}
	return bufferFromMemoryView(t, v)
}

// slotBool serves classes with __bool__; those with __len__ alone have a nil Bool slot.
func slotBool(t *Thread, self Value) (bool, error) {
	v, found, err := CallSpecial(t, self, strBool)
	if err != nil {
		return false, err
	}
	if !found {
		return true, nil
	}
	switch v {
	case True:
		return true, nil
	case False:
		return false, nil
	}
	return false, TypeErrorf("__bool__ should return bool, returned %s", TypeOf(v))
}

func slotLen(t *Thread, self Value) (int, error) {
	v, err := special(t, self, strLen)
	if err != nil {
		return 0, err
	}
	i, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	if Sign(i) < 0 {
		return 0, ValueErrorf("__len__() should return >= 0")
	}
	n, ok := Int64Of(i)
	if !ok {
		return 0, OverflowErrorf("cannot fit '%s' into an index-sized integer", TypeOf(v))
	}
	return int(n), nil
}

func slotGetItem(t *Thread, self, key Value) (Value, error) { return special(t, self, strGetitem, key) }

func slotSetItem(t *Thread, self, key, v Value) error {
	var err error
	var found bool
	if v.IsZero() {
		_, found, err = CallSpecial(t, self, strDelitem, key)
		if err == nil && !found {
			return TypeErrorf("'%s' object doesn't support item deletion", TypeOf(self))
		}
		return err
	}
	_, found, err = CallSpecial(t, self, strSetitem, key, v)
	if err == nil && !found {
		return TypeErrorf("'%s' object does not support item assignment", TypeOf(self))
	}
	return err
}

func slotContains(t *Thread, self, v Value) (bool, error) {
	fn, unbound, err := lookupSpecial(t, self, strContains)
	if err != nil {
		return false, err
	}
	if fn == None {
		return false, TypeErrorf("'%s' object is not a container", TypeOf(self))
	}
	if fn.IsZero() {
		return containsByIteration(t, self, v)
	}
	var r Value
	if unbound {
		r, err = Call2(t, fn, self, v)
	} else {
		r, err = Call1(t, fn, v)
	}
	if err != nil {
		return false, err
	}
	return Truth(t, r)
}

func makeUnary(op UnaryOp) UnaryFunc {
	return func(t *Thread, self Value) (Value, error) { return special(t, self, unaryStrs[op]) }
}

// makeBinary makes the generic function of a binary slot. It is called with the class's instance on either side.
func makeBinary(op BinaryOp) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, error) {
		ta, tb := TypeOf(a), TypeOf(b)
		generic := fnPointer(genericBinary[op])
		plain, reflected := binaryStrs[op][0], binaryStrs[op][1]
		tryB := ta != tb && fnPointer(tb.Number.Binary[op]) == generic
		if fnPointer(ta.Number.Binary[op]) == generic {
			if tryB && tb.IsSubtype(ta) && overloads(ta, tb, reflected) {
				v, found, err := CallSpecial(t, b, reflected, a)
				if err != nil || found && v != NotImplemented {
					return v, err
				}
				tryB = false
			}
			v, found, err := CallSpecial(t, a, plain, b)
			if err != nil || found && v != NotImplemented || ta == tb {
				if err == nil && !found {
					v = NotImplemented
				}
				return v, err
			}
		}
		if tryB {
			v, found, err := CallSpecial(t, b, reflected, a)
			if err != nil || found {
				return v, err
			}
		}
		return NotImplemented, nil
	}
}

// overloads reports whether the derived class gives a special method a meaning of its own.
func overloads(base, derived *Type, name *Str) bool {
	d := derived.Lookup(name)
	return !d.IsZero() && d != base.Lookup(name)
}

func makeInplace(op BinaryOp) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, error) {
		v, found, err := CallSpecial(t, a, binaryStrs[op][2], b)
		if err == nil && !found {
			return NotImplemented, nil
		}
		return v, err
	}
}

// sameSlot reports whether two slots hold the same function.
func sameSlot(a, b BinaryFunc) bool {
	return *(*unsafe.Pointer)(unsafe.Pointer(&a)) == *(*unsafe.Pointer)(unsafe.Pointer(&b))
}

// TakeStop returns the value of the StopIteration that the last Next slot turned into exhaustion, and forgets it; zero
// where it had none.
func (t *Thread) TakeStop() Value {
	v := t.stopValue
	t.ForgetStop()
	return v
}
