package objects

import "unsafe"

// Call calls fn. args are the positional arguments followed by the values of the keywords that kw names (nil for none).
func Call(t *Thread, fn Value, args []Value, kw *Tuple) (Value, error) {
	call := TypeOf(fn).Call
	if call == nil {
		return Value{}, TypeErrorf("'%s' object is not callable", TypeOf(fn))
	}
	return call(t, fn, args, kw)
}

// Call0 calls fn without arguments.
func Call0(t *Thread, fn Value) (Value, error) { return Call(t, fn, nil, nil) }

// Call1 calls fn with one argument, passed in the register memory so that nothing is allocated.
func Call1(t *Thread, fn, a Value) (Value, error) {
	base, m := t.Reserve(1)
	args := unsafe.Slice(base, 1)
	args[0] = a
	v, err := Call(t, fn, args, nil)
	t.Release(m)
	return v, err
}

// Call2 calls fn with two arguments.
func Call2(t *Thread, fn, a, b Value) (Value, error) {
	base, m := t.Reserve(2)
	args := unsafe.Slice(base, 2)
	args[0], args[1] = a, b
	v, err := Call(t, fn, args, nil)
	t.Release(m)
	return v, err
}

// Call3 calls fn with three arguments.
func Call3(t *Thread, fn, a, b, c Value) (Value, error) {
	base, m := t.Reserve(3)
	args := unsafe.Slice(base, 3)
	args[0], args[1], args[2] = a, b, c
	v, err := Call(t, fn, args, nil)
	t.Release(m)
	return v, err
}

// CallWith calls fn with self put before args. Lists longer than a fraction of a chunk are copied to the heap.
func CallWith(t *Thread, fn, self Value, args []Value, kw *Tuple) (Value, error) {
	if len(args) > chunkRegisters/4 {
		all := make([]Value, 0, len(args)+1)
		return Call(t, fn, append(append(all, self), args...), kw)
	}
	base, m := t.Reserve(len(args) + 1)
	all := unsafe.Slice(base, len(args)+1)
	all[0] = self
	copy(all[1:], args)
	v, err := Call(t, fn, all, kw)
	t.Release(m)
	return v, err
}

// CallMethod calls the method name of self; AttributeError where it has none.
func CallMethod(t *Thread, self Value, name *Str, args ...Value) (Value, error) {
	fn, bound, err := GetMethod(t, self, name)
	if err != nil {
		return Value{}, err
	}
	if fn.IsZero() {
		return Value{}, AttributeError(self, name)
	}
	if !bound {
		return callCopied(t, fn, args)
	}
	return CallWith(t, fn, self, args, nil)
}

// callCopied calls fn with a copy of args in the register memory, so that the slice need not be allocated.
func callCopied(t *Thread, fn Value, args []Value) (Value, error) {
	base, m := t.Reserve(len(args))
	all := unsafe.Slice(base, len(args))
	copy(all, args)
	v, err := Call(t, fn, all, nil)
	t.Release(m)
	return v, err
}

// GetMethod finds the attribute name of self for a call. Where it is a function of the type, bound is true and self is to
// be passed first, which saves making a bound method. fn is zero where the attribute is absent.
func GetMethod(t *Thread, self Value, name *Str) (fn Value, bound bool, err error) {
	typ := TypeOf(self)
	if typ.Flags&FlagReady == 0 {
		typ.ready()
	}
	if typ.Flags&FlagDefaultGetAttr == 0 {
		fn, err = typ.GetAttr(t, self, name)
		if err != nil {
			noteAttribute(err, self, name)
		}
		return fn, false, err
	}
	v := typ.Lookup(name)
	var get DescrGetFunc
	if !v.IsZero() {
		vt := TypeOf(v)
		if vt.Flags&FlagMethodDescr != 0 {
			bound = true
		} else {
			get = vt.DescrGet
			if get != nil && vt.DescrSet != nil {
				fn, err = get(t, v, self, typ)
				return fn, false, err
			}
		}
	}
	if a := AttrsOf(self); a != nil {
		if iv := a.get(name); !iv.IsZero() {
			return iv, false, nil
		}
	}
	if bound {
		return v, true, nil
	}
	if get != nil {
		fn, err = get(t, v, self, typ)
		return fn, false, err
	}
	return v, false, nil
}

// lookupSpecial finds a special method on the type of self, bound unless unbound is true. It is zero where absent.
// Implicit calls of special methods skip the instance and __getattribute__ (language reference, 3.3.12).
func lookupSpecial(t *Thread, self Value, name *Str) (fn Value, unbound bool, err error) {
	typ := TypeOf(self)
	v := typ.Lookup(name)
	if v.IsZero() {
		return v, false, nil
	}
	vt := TypeOf(v)
	if vt.Flags&FlagMethodDescr != 0 {
		return v, true, nil
	}
	if vt.DescrGet != nil {
		v, err = vt.DescrGet(t, v, self, typ)
	}
	return v, false, err
}

// CallSpecial calls a special method of self found on its type; found is false where the type has none.
func CallSpecial(t *Thread, self Value, name *Str, args ...Value) (v Value, found bool, err error) {
	fn, unbound, err := lookupSpecial(t, self, name)
	if err != nil || fn.IsZero() {
		return Value{}, false, err
	}
	if unbound {
		v, err = CallWith(t, fn, self, args, nil)
	} else {
		v, err = callCopied(t, fn, args)
	}
	return v, true, err
}
