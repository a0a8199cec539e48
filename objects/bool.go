package objects

// bool.

func boolRepr(t *Thread, v Value) (Value, error) {
	if v == True {
		return ToValue(Intern("True")), nil
	}
	return ToValue(Intern("False")), nil
}

// isBool reports whether v is True or False.
func isBool(v Value) bool { return v == True || v == False }

func boolNew(t *Thread, typ *Type, args []Value) (Value, error) {
	if args[0].IsZero() {
		return False, nil
	}
	b, err := Truth(t, args[0])
	return Bool(b), err
}

// boolOp makes a bitwise operator of bool: it is int's unless both operands are bools.
func boolOp(of func(a, b bool) bool, op BinaryFunc) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, error) {
		if isBool(a) && isBool(b) {
			return Bool(of(a == True, b == True)), nil
		}
		return op(t, a, b)
	}
}

func initBool() {
	typ := &BoolType
	typ.Name = "bool"
	typ.Doc = "The truth value of the argument: True or False, and False without one.\n\nThere are no other instances of bool, a class that derives from int and from\nwhich nothing derives."
	typ.TextSig = "(object=False, /)"
	typ.Base = &IntType
	typ.Flags = FlagIntSub | FlagMatchSelf
	typ.Convert = func(t *Thread, v Value) (Value, error) {
		b, err := Truth(t, v)
		return Bool(b), err
	}
	typ.New = NewBound("bool", "object=False, /", boolNew)
	typ.Repr = boolRepr
	typ.Number.Binary[OpAnd] = boolOp(func(a, b bool) bool { return a && b }, intAnd)
	typ.Number.Binary[OpOr] = boolOp(func(a, b bool) bool { return a || b }, intOr)
	typ.Number.Binary[OpXor] = boolOp(func(a, b bool) bool { return a != b }, intXor)
	typ.Number.Unary[OpInvert] = func(t *Thread, v Value) (Value, error) {
		if err := H.Warn(t, &DeprecationWarningType, "Bitwise inversion '~' on bool is deprecated and will be removed in "+
			"Python 3.16. This returns the bitwise inversion of the underlying int object and is usually not what you "+
			"expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the "+
			"bitwise inversion of the underlying int.", 1); err != nil {
			return Value{}, err
		}
		return intInvert(t, v)
	}
}
