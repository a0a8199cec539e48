package jit

import (
	"github.com/adder-lang/adder/ir"
	"github.com/adder-lang/adder/objects"
)

// Helpers are Go functions that machine code calls for what it does not do itself. They run no Python code, so that no
// frame has to be restored for them. A helper that reports failure has had no effect: the trace is left, and the
// interpreter runs the instruction again, which raises the error or does what is rarer.

// maxHelperArgs bounds the arguments of a helper.
const maxHelperArgs = 8

type helper struct {
	name    string
	fn      func(t *objects.Thread, a []value) (value, bool)
	result  ir.Type // Val, or I64 for an inline int
	effects ir.Effects
	pure    bool // nothing but the result: dropped where nobody uses it
	fails   bool
}

// helperID numbers a helper.
type helperID uint32

// The helpers. Arithmetic and comparison come in rows, in the order of the opcodes.
const (
	helperCell helperID = iota
	helperAppend
	helperPop
	helperList
	helperTuple
	helperRange
	helperRangeIter
	helperIterObject
	helperListIter
	helperTupleIter
	helperInstance
	helperConcat
	helperStrEqual
	helperStrCompare
	helperStrItem
	helperStrHas
	helperDictGet
	helperDictSet
	helperDictHas
	helperOrd
	helperChr
	helperSlice
	helperPart
	helperCall
	helperCallList
	helperCallDict
	helperCallBytes
	helperNext
	helperIter
	helperSetHas
	helperSetAdd
	helperItem
	helperDelItem
	helperFormat
	helperJoin
	helperStr
	helperRepr
	helperMap
	helperArith
	helperCompare = helperArith + helperID(objects.OpOr) + 1
	numHelpers    = helperCompare + 6
)

const (
	listEffects = 1<<ir.ListItems | 1<<ir.ListLen | 1<<ir.ListData
	dictEffects = 1<<ir.DictEntry | 1<<ir.DictLayout
)

// helpers is indexed by helperID.
var helpers = [numHelpers]helper{
	helperCell: {name: "cell", result: ir.Val, pure: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		return objects.ToValue(objects.NewCell(a[0])), true
	}},
	helperAppend: {name: "append", effects: listEffects, fn: func(t *objects.Thread, a []value) (value, bool) {
		objects.As[objects.List](a[0]).Append(a[1])
		return value{}, true
	}},
	helperPop: {name: "pop", result: ir.Val, effects: listEffects, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		return objects.As[objects.List](a[0]).PopLast()
	}},
	helperList: {name: "list", result: ir.Val, pure: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		return objects.ToValue(objects.NewList(a...)), true
	}},
	helperTuple: {name: "tuple", result: ir.Val, pure: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		return objects.ToValue(objects.NewTuple(a...)), true
	}},
	helperRange: {name: "range", result: ir.Val, pure: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		return objects.ToValue(objects.NewRange(t, a[0], a[1], a[2])), true
	}},
	helperRangeIter: {name: "rangeiter", result: ir.Val, pure: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		return objects.NewRangeIterator(a[0].Inline(), a[1].Inline(), a[2].Inline()), true
	}},
	helperIterObject: {name: "iterobject", result: ir.Val, effects: 1 << ir.Iterator, fn: func(t *objects.Thread, a []value) (value, bool) {
		cur, _ := objects.Int64Of(a[1])
		left, _ := objects.Int64Of(a[2])
		step, _ := objects.Int64Of(a[3])
		return objects.RangeIteratorAt(a[0], cur, left, step), true
	}},
	helperListIter: {name: "listiter", result: ir.Val, pure: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		return objects.ToValue(&objects.ListIterator{Head: objects.MakeHead(&objects.ListIterType), List: objects.As[objects.List](a[0])}), true
	}},
	helperTupleIter: {name: "tupleiter", result: ir.Val, pure: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		return objects.ToValue(&objects.TupleIterator{Head: objects.MakeHead(&objects.TupleIterType), Tuple: objects.As[objects.Tuple](a[0])}), true
	}},
	helperInstance: {name: "instance", result: ir.Val, pure: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		return objects.As[objects.Type](a[0]).NewInstance(), true
	}},
	helperConcat: {name: "concat", result: ir.Val, pure: true, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		if !objects.Is(a[0], &objects.StrType) || !objects.Is(a[1], &objects.StrType) {
			return value{}, false
		}
		v, err := objects.Binary(t, objects.OpAdd, a[0], a[1])
		return v, err == nil
	}},
	helperStrEqual: {name: "strequal", result: ir.I64, pure: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		return truth(a[0] == a[1] || objects.As[objects.Str](a[0]).Equal(objects.As[objects.Str](a[1]))), true
	}},
	helperStrCompare: {name: "strcompare", result: ir.I64, pure: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		return objects.InlineInt(int64(objects.As[objects.Str](a[0]).Compare(objects.As[objects.Str](a[1])))), true
	}},
	helperStrItem: {name: "stritem", result: ir.Val, pure: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		return objects.ToValue(objects.CharStr(objects.As[objects.Str](a[0]).At(int(a[1].Inline())))), true
	}},
	helperStrHas: {name: "strhas", result: ir.I64, pure: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		in, err := objects.Contains(t, a[0], a[1])
		return truth(in), err == nil
	}},
	helperDictGet: {name: "dictget", result: ir.Val, pure: true, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		return objects.As[objects.Dict](a[0]).GetNoCall(t, a[1])
	}},
	helperDictSet: {name: "dictset", effects: dictEffects, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		return value{}, objects.As[objects.Dict](a[0]).SetNoCall(t, a[1], a[2])
	}},
	helperDictHas: {name: "dicthas", result: ir.I64, pure: true, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		v, ok := objects.As[objects.Dict](a[0]).GetNoCall(t, a[1])
		return truth(!v.IsZero()), ok
	}},
	helperOrd: {name: "ord", result: ir.I64, pure: true, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		if !objects.Is(a[0], &objects.StrType) || objects.As[objects.Str](a[0]).Len() != 1 {
			return value{}, false
		}
		return objects.InlineInt(int64(objects.As[objects.Str](a[0]).At(0))), true
	}},
	helperChr: {name: "chr", result: ir.Val, pure: true, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		if !a[0].IsInline() || a[0].Inline() < 0 || a[0].Inline() > 0x10FFFF {
			return value{}, false
		}
		return objects.ToValue(objects.CharStr(rune(a[0].Inline()))), true
	}},
	helperSlice: {name: "slice", result: ir.Val, pure: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		return objects.NewSlice(a[0], a[1], a[2]), true
	}},
	helperPart: {name: "part", result: ir.Val, pure: true, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		return objects.Subsequence(a[0], a[1], a[2])
	}},
	helperCall:      plainCall("call", 0),
	helperCallList:  plainCall("calllist", listEffects),
	helperCallDict:  plainCall("calldict", dictEffects),
	helperCallBytes: plainCall("callbytes", 1<<ir.ByteItems),
	helperNext: {name: "next", result: ir.Val, effects: 1 << ir.Iterator, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		if !objects.PlainIterator(a[0]) {
			return value{}, false
		}
		v, err := objects.Next(t, a[0])
		return v, err == nil
	}},
	helperIter: {name: "iter", result: ir.Val, pure: true, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		if !objects.PlainIterable(a[0]) {
			return value{}, false
		}
		v, err := objects.Iter(t, a[0])
		return v, err == nil
	}},
	helperSetHas: {name: "sethas", result: ir.I64, pure: true, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		s := objects.As[objects.Set](a[0])
		if !s.Plain(a[1]) {
			return value{}, false
		}
		in, err := s.Contains(t, a[1])
		return truth(in), err == nil
	}},
	helperSetAdd: {name: "setadd", fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		s := objects.As[objects.Set](a[0])
		return value{}, s.Plain(a[1]) && s.Add(t, a[1]) == nil
	}},
	helperItem: {name: "item", result: ir.Val, pure: true, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		v, err := objects.GetItem(t, a[0], a[1])
		return v, err == nil
	}},
	helperDelItem: {name: "delitem", effects: dictEffects, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		d := objects.As[objects.Dict](a[0])
		if !d.Plain(a[1]) {
			return value{}, false
		}
		v, err := d.Delete(t, a[1])
		return value{}, err == nil && !v.IsZero()
	}},
	helperFormat: {name: "format", result: ir.Val, pure: true, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		if !objects.IsPlain(a[0]) || !a[1].IsZero() && !objects.IsPlain(a[1]) {
			return value{}, false
		}
		v, err := objects.Format(t, a[0], a[1])
		return v, err == nil
	}},
	helperJoin: {name: "join", result: ir.Val, pure: true, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		v, err := objects.JoinStrings(a)
		return v, err == nil
	}},
	helperStr:  plainText("str", objects.ToStr),
	helperRepr: plainText("repr", objects.Repr),
	helperMap: {name: "map", result: ir.Val, pure: true, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		d := objects.NewDictSize(len(a) / 2)
		for i := 0; i < len(a); i += 2 {
			if !objects.PlainKey(a[i]) || d.Set(t, a[i], a[i+1]) != nil {
				return value{}, false
			}
		}
		return objects.ToValue(d), true
	}},
	helperArith + helperID(objects.OpAdd):      arithmetic("add", objects.OpAdd),
	helperArith + helperID(objects.OpSub):      arithmetic("sub", objects.OpSub),
	helperArith + helperID(objects.OpMul):      arithmetic("mul", objects.OpMul),
	helperArith + helperID(objects.OpMatMul):   arithmetic("matmul", objects.OpMatMul),
	helperArith + helperID(objects.OpTrueDiv):  arithmetic("truediv", objects.OpTrueDiv),
	helperArith + helperID(objects.OpFloorDiv): arithmetic("floordiv", objects.OpFloorDiv),
	helperArith + helperID(objects.OpMod):      arithmetic("mod", objects.OpMod),
	helperArith + helperID(objects.OpPow):      arithmetic("pow", objects.OpPow),
	helperArith + helperID(objects.OpLShift):   arithmetic("lshift", objects.OpLShift),
	helperArith + helperID(objects.OpRShift):   arithmetic("rshift", objects.OpRShift),
	helperArith + helperID(objects.OpAnd):      arithmetic("and", objects.OpAnd),
	helperArith + helperID(objects.OpXor):      arithmetic("xor", objects.OpXor),
	helperArith + helperID(objects.OpOr):       arithmetic("or", objects.OpOr),
	helperCompare + helperID(objects.OpLt):     comparison("lt", objects.OpLt),
	helperCompare + helperID(objects.OpLe):     comparison("le", objects.OpLe),
	helperCompare + helperID(objects.OpEq):     comparison("eq", objects.OpEq),
	helperCompare + helperID(objects.OpNe):     comparison("ne", objects.OpNe),
	helperCompare + helperID(objects.OpGt):     comparison("gt", objects.OpGt),
	helperCompare + helperID(objects.OpGe):     comparison("ge", objects.OpGe),
}

// truth is a bool as the int that machine code tests.
func truth(b bool) value {
	if b {
		return objects.InlineInt(1)
	}
	return objects.InlineInt(0)
}

// plainCall calls a built-in function, method or type; see objects.PlainCall.
func plainCall(name string, effects ir.Effects) helper {
	return helper{name: name, result: ir.Val, effects: effects, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		if !objects.PlainCall(a[0], a[1:]) {
			return value{}, false
		}
		v, err := objects.Call(t, a[0], a[1:], nil)
		return v, err == nil
	}}
}

// plainText is str or repr of a plain value.
func plainText(name string, fn func(*objects.Thread, value) (value, error)) helper {
	return helper{name: name, result: ir.Val, pure: true, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		if !objects.IsPlain(a[0]) {
			return value{}, false
		}
		v, err := fn(t, a[0])
		return v, err == nil
	}}
}

// arithmetic is an operation on two values that runs no Python code.
func arithmetic(name string, op objects.BinaryOp) helper {
	return helper{name: name, result: ir.Val, pure: true, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		if !objects.PlainBinary(op, a[0], a[1]) {
			return value{}, false
		}
		v, err := objects.Binary(t, op, a[0], a[1])
		return v, err == nil
	}}
}

// comparison compares two plain values.
func comparison(name string, op objects.CompareOp) helper {
	return helper{name: name, result: ir.I64, pure: true, fails: true, fn: func(t *objects.Thread, a []value) (value, bool) {
		if !objects.IsPlain(a[0]) || !objects.IsPlain(a[1]) {
			return value{}, false
		}
		v, err := objects.Compare(t, a[0], a[1], op)
		return truth(v == objects.True), err == nil
	}}
}
