// Package operator is the module _operator: the operators of the language as functions, and callables that fetch items,
// attributes and results of methods.
package operator

import (
	"crypto/subtle"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
	head   = objects.Head
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "_operator",
	Doc:     "The operators of Python as functions: operator.add(x, y) is x + y.",
	Methods: methods,
	Exec: func(t *thread, m *objects.Module) error {
		if itemGetterType.Name == "" {
			initItemGetter()
			initAttrGetter()
			initMethodCaller()
		}
		for _, typ := range [...]*objects.Type{&itemGetterType, &attrGetterType, &methodCallerType} {
			native.Export(m, typ)
		}
		return nil
	},
}

type function = func(t *thread, self value, args []value) (value, error)

func binary(op objects.BinaryOp) function {
	return func(t *thread, self value, args []value) (value, error) {
		return objects.Binary(t, op, args[0], args[1])
	}
}

func inplace(op objects.BinaryOp) function {
	return func(t *thread, self value, args []value) (value, error) {
		return objects.InplaceBinary(t, op, args[0], args[1])
	}
}

func compare(op objects.CompareOp) function {
	return func(t *thread, self value, args []value) (value, error) {
		return objects.Compare(t, args[0], args[1], op)
	}
}

func unary(op objects.UnaryOp) function {
	return func(t *thread, self value, args []value) (value, error) { return objects.Unary(t, op, args[0]) }
}

func methods() []objects.FuncDef {
	var defs []objects.FuncDef
	one := func(name, doc string, fn function) {
		defs = append(defs, objects.FuncDef{Name: name, Sig: "a, /", Doc: doc, Fn: fn})
	}
	two := func(name, doc string, fn function) {
		defs = append(defs, objects.FuncDef{Name: name, Sig: "a, b, /", Doc: doc, Fn: fn})
	}
	for _, b := range [...]struct {
		name, symbol string
		op           objects.BinaryOp
	}{{"add", "+", objects.OpAdd}, {"sub", "-", objects.OpSub}, {"mul", "*", objects.OpMul}, {"matmul", "@", objects.OpMatMul},
		{"truediv", "/", objects.OpTrueDiv}, {"floordiv", "//", objects.OpFloorDiv}, {"mod", "%", objects.OpMod},
		{"pow", "**", objects.OpPow}, {"lshift", "<<", objects.OpLShift}, {"rshift", ">>", objects.OpRShift},
		{"and_", "&", objects.OpAnd}, {"xor", "^", objects.OpXor}, {"or_", "|", objects.OpOr}} {
		two(b.name, "Same as a "+b.symbol+" b.", binary(b.op))
		name := b.name
		if name[len(name)-1] == '_' {
			name = name[:len(name)-1]
		}
		two("i"+name, "Same as a "+b.symbol+"= b.", inplace(b.op))
	}
	for _, c := range [...]struct {
		name, symbol string
		op           objects.CompareOp
	}{{"lt", "<", objects.OpLt}, {"le", "<=", objects.OpLe}, {"eq", "==", objects.OpEq}, {"ne", "!=", objects.OpNe},
		{"gt", ">", objects.OpGt}, {"ge", ">=", objects.OpGe}} {
		two(c.name, "Same as a "+c.symbol+" b.", compare(c.op))
	}
	one("neg", "Same as -a.", unary(objects.OpNeg))
	one("pos", "Same as +a.", unary(objects.OpPos))
	one("inv", "Same as ~a.", unary(objects.OpInvert))
	one("invert", "Same as ~a.", unary(objects.OpInvert))
	one("abs", "Same as abs(a).", unary(objects.OpAbs))
	one("index", "Same as a.__index__()", func(t *thread, self value, args []value) (value, error) {
		i, err := objects.Index(t, args[0])
		if err != nil {
			return value{}, err
		}
		return objects.ExactInt(i), nil
	})
	one("truth", "Same as bool(a).", func(t *thread, self value, args []value) (value, error) {
		ok, err := objects.Truth(t, args[0])
		return objects.Bool(ok), err
	})
	one("not_", "Same as not a.", func(t *thread, self value, args []value) (value, error) {
		ok, err := objects.Truth(t, args[0])
		return objects.Bool(!ok), err
	})
	two("is_", "Same as a is b.", func(t *thread, self value, args []value) (value, error) { return objects.Bool(args[0] == args[1]), nil })
	two("is_not", "Same as a is not b.", func(t *thread, self value, args []value) (value, error) {
		return objects.Bool(args[0] != args[1]), nil
	})
	two("contains", "Same as b in a: the container comes first.", func(t *thread, self value, args []value) (value, error) {
		ok, err := objects.Contains(t, args[0], args[1])
		return objects.Bool(ok), err
	})
	two("getitem", "Same as a[b].", func(t *thread, self value, args []value) (value, error) {
		return objects.GetItem(t, args[0], args[1])
	})
	two("delitem", "Same as del a[b].", func(t *thread, self value, args []value) (value, error) {
		return objects.None, objects.SetItem(t, args[0], args[1], value{})
	})
	two("concat", "Same as a + b, but a has to be a sequence.", concat(false))
	two("iconcat", "Same as a += b, but a has to be a sequence.", concat(true))
	two("countOf", "Return how many items of a equal b.", countOf)
	two("indexOf", "Return the position of the first item of a that equals b, or raise ValueError.", indexOf)
	two("_compare_digest", "Return a == b for two str or bytes-like objects.\n\nThe time it takes says nothing about where they differ.", compareDigest)
	return append(defs,
		objects.FuncDef{Name: "setitem", Sig: "a, b, c, /", Doc: "Same as a[b] = c.", Fn: func(t *thread, self value, args []value) (value, error) {
			return objects.None, objects.SetItem(t, args[0], args[1], args[2])
		}},
		objects.FuncDef{Name: "length_hint", Sig: "obj, default=0, /", Doc: "Return len(obj), or else how long obj expects to be, or else default.", Fn: lengthHint},
		objects.FuncDef{Name: "call", Sig: "obj, /, *args, **kwargs", Doc: "Same as obj(*args, **kwargs).",
			Raw: func(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
				if len(args)-kw.Len() < 1 {
					return value{}, objects.CountError("call", 0, 1, 1, true)
				}
				return objects.Call(t, args[0], args[1:], kw)
			}},
	)
}

func concat(inplace bool) function {
	return func(t *thread, self value, args []value) (value, error) {
		a, b := args[0], args[1]
		typ := objects.TypeOf(a)
		objects.NewType(typ)
		if inplace && typ.InplaceConcat != nil {
			return typ.InplaceConcat(t, a, b)
		}
		if typ.Concat != nil {
			return typ.Concat(t, a, b)
		}
		bt := objects.TypeOf(b)
		objects.NewType(bt)
		if typ.GetItem == nil || bt.GetItem == nil {
			return value{}, objects.TypeErrorf("'%s' object can't be concatenated", typ)
		}
		if inplace {
			return objects.InplaceBinary(t, objects.OpAdd, a, b)
		}
		return objects.Binary(t, objects.OpAdd, a, b)
	}
}

func countOf(t *thread, self value, args []value) (value, error) {
	want, n := args[1], int64(0)
	it, err := objects.IterToSearch(t, args[0])
	if err != nil {
		return value{}, err
	}
	for {
		v, err := objects.Next(t, it)
		if err != nil || v.IsZero() {
			return objects.Int(n), err
		}
		same, err := objects.Equal(t, v, want)
		if err != nil {
			return value{}, err
		}
		if same {
			n++
		}
	}
}

func indexOf(t *thread, self value, args []value) (value, error) {
	want := args[1]
	it, err := objects.IterToSearch(t, args[0])
	if err != nil {
		return value{}, err
	}
	for i := int64(0); ; i++ {
		v, err := objects.Next(t, it)
		if err != nil {
			return value{}, err
		}
		if v.IsZero() {
			return value{}, objects.ValueErrorf("sequence.index(x): x not in sequence")
		}
		same, err := objects.Equal(t, v, want)
		if err != nil {
			return value{}, err
		}
		if same {
			return objects.Int(i), nil
		}
	}
}

func lengthHint(t *thread, self value, args []value) (value, error) {
	def := 0
	if d := args[1%len(args)]; len(args) > 1 && !d.IsZero() {
		if !objects.IsInt(d) {
			return value{}, objects.TypeErrorf("'%s' object cannot be interpreted as an integer", objects.TypeOf(d))
		}
		var err error
		if def, err = objects.SizeArg(t, d); err != nil {
			return value{}, err
		}
	}
	n, err := objects.LengthHint(t, args[0], def)
	return objects.Int(int64(n)), err
}

func compareDigest(t *thread, self value, args []value) (value, error) {
	a, okA := objects.StrOf(args[0])
	b, okB := objects.StrOf(args[1])
	if okA && okB {
		if !a.IsASCII() || !b.IsASCII() {
			return value{}, objects.TypeErrorf("comparing strings with non-ASCII characters is not supported")
		}
		return objects.Bool(subtle.ConstantTimeCompare([]byte(a.String()), []byte(b.String())) == 1), nil
	}
	x, ok, err := objects.BufferBytes(t, args[0])
	if err != nil {
		return value{}, err
	}
	y, ok2, err := objects.BufferBytes(t, args[1])
	if err != nil {
		return value{}, err
	}
	if !ok || !ok2 {
		return value{}, objects.TypeErrorf("unsupported operand types(s) or combination of types: '%s' and '%s'", objects.TypeOf(args[0]), objects.TypeOf(args[1]))
	}
	return objects.Bool(subtle.ConstantTimeCompare(x, y) == 1), nil
}
