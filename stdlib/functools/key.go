package functools

import (
	"unsafe"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var keyType objects.Type

// key compares by calling a function of two arguments; obj is zero for the function that makes keys.
type key struct {
	head
	cmp, obj value
}

func newKey(cmp, obj value) value {
	v := keyType.NewInstance()
	k := objects.As[key](v)
	k.cmp, k.obj = cmp, obj
	return v
}

func initKey() {
	typ := &keyType
	typ.Name, typ.Module = "KeyWrapper", "functools"
	typ.Flags = objects.FlagNoInstantiate
	objects.Layout[key](typ)
	bind := &objects.FuncDef{Name: "K", Sig: "obj"}
	typ.Call = func(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
		var bound [1]value
		if err := bind.BindArgs(bound[:], args, kw); err != nil {
			return value{}, err
		}
		return newKey(objects.As[key](self).cmp, bound[0]), nil
	}
	typ.Compare = func(t *thread, a, b value, op objects.CompareOp) (value, error) {
		if !objects.Is(a, &keyType) || !objects.Is(b, &keyType) {
			return value{}, objects.TypeErrorf("other argument must be K instance")
		}
		x, y := objects.As[key](a), objects.As[key](b)
		if x.obj.IsZero() || y.obj.IsZero() {
			return value{}, objects.Errorf(&objects.AttributeErrorType, "object")
		}
		r, err := objects.Call2(t, x.cmp, x.obj, y.obj)
		if err != nil {
			return value{}, err
		}
		return objects.Compare(t, r, objects.Int(0), op)
	}
	typ.Members = func() []objects.MemberDef {
		return []objects.MemberDef{{Name: "obj", Doc: "what is compared", Offset: unsafe.Offsetof(key{}.obj), Optional: true}}
	}
	typ.Traverse = func(v value, visit func(value)) { native.Visit(visit, objects.As[key](v).cmp, objects.As[key](v).obj) }
}
