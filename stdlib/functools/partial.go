package functools

import (
	"strings"
	"unsafe"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var partialType objects.Type

// partial is a function with some of its arguments.
type partial struct {
	head
	objects.Attrs
	fn, args, kw value // a tuple and a dict
}

func newPartial(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
	n := len(args) - kw.Len()
	if n < 1 {
		return value{}, objects.TypeErrorf("type 'partial' takes at least one argument")
	}
	fn := args[0]
	var first []value
	keywords := objects.NewDict()
	if objects.TypeOf(fn).IsSubtype(&partialType) && typ == &partialType {
		// A partial of a partial is one, unless attributes were set on it.
		p := objects.As[partial](fn)
		if p.Shape() == nil || p.Shape().Count == 0 {
			first = objects.As[objects.Tuple](p.args).Items()
			keywords = objects.As[objects.Dict](p.kw).Copy()
			fn = p.fn
		}
	}
	if !objects.Callable(fn) {
		return value{}, objects.TypeErrorf("the first argument must be callable")
	}
	all := objects.MakeTuple(len(first) + n - 1)
	copy(all.Items(), first)
	copy(all.Items()[len(first):], args[1:n])
	for i := range kw.Len() {
		keywords.SetStr(objects.As[objects.Str](kw.Item(i)), args[n+i])
	}
	v := typ.NewInstance()
	p := objects.As[partial](v)
	p.fn, p.args, p.kw = fn, objects.ToValue(all), objects.ToValue(keywords)
	return v, nil
}

func partialCall(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
	p := objects.As[partial](self)
	first := objects.As[objects.Tuple](p.args).Items()
	own := objects.As[objects.Dict](p.kw)
	base, mark := t.Reserve(min(len(first)+len(args)+own.Len(), objects.ChunkRegisters/4))
	defer t.Release(mark)
	var all []value
	if n := len(first) + len(args) + own.Len(); n <= objects.ChunkRegisters/4 {
		all = unsafe.Slice(base, n)[:0]
	}
	all = append(all, first...)
	if own.Len() == 0 {
		return objects.Call(t, p.fn, append(all, args...), kw)
	}
	npos := len(args) - kw.Len()
	all = append(all, args[:npos]...)
	merged := own
	if kw.Len() > 0 {
		merged = own.Copy()
		for i := range kw.Len() {
			merged.SetStr(objects.As[objects.Str](kw.Item(i)), args[npos+i])
		}
	}
	names := objects.MakeTuple(merged.Len())
	n := 0
	for k, v, i, ok := merged.NextEntry(0); ok; k, v, i, ok = merged.NextEntry(i) {
		if _, isStr := objects.StrOf(k); !isStr {
			return value{}, objects.TypeErrorf("keywords must be strings")
		}
		names.Items()[n] = k
		n++
		all = append(all, v)
	}
	return objects.Call(t, p.fn, all, names)
}

func partialRepr(t *thread, self value) (value, error) {
	p := objects.As[partial](self)
	if t.EnterRepr(self) {
		return native.Str("..."), nil
	}
	defer t.LeaveRepr(self)
	var b strings.Builder
	typ := objects.TypeOf(self)
	b.WriteString(typ.FullName() + "(")
	s, err := objects.ReprString(t, p.fn)
	if err != nil {
		return value{}, err
	}
	b.WriteString(s)
	for _, a := range objects.As[objects.Tuple](p.args).Items() {
		if s, err = objects.ReprString(t, a); err != nil {
			return value{}, err
		}
		b.WriteString(", " + s)
	}
	d := objects.As[objects.Dict](p.kw)
	for k, v, i, ok := d.NextEntry(0); ok; k, v, i, ok = d.NextEntry(i) {
		ks, err := objects.StrString(t, k)
		if err != nil {
			return value{}, err
		}
		if s, err = objects.ReprString(t, v); err != nil {
			return value{}, err
		}
		b.WriteString(", " + ks + "=" + s)
	}
	b.WriteByte(')')
	return native.Str(b.String()), nil
}

func partialReduce(t *thread, self value, args []value) (value, error) {
	p := objects.As[partial](self)
	dict, err := objects.FindAttr(t, self, objects.Intern("__dict__"))
	if err != nil {
		return value{}, err
	}
	if d, ok := objects.DictOf(dict); !ok || d.Len() == 0 {
		dict = objects.None
	}
	return native.Tuple(objects.ToValue(objects.TypeOf(self)), native.Tuple(p.fn), native.Tuple(p.fn, p.args, p.kw, dict)), nil
}

func partialSetState(t *thread, self value, args []value) (value, error) {
	p := objects.As[partial](self)
	bad := objects.TypeErrorf("invalid partial state")
	st, ok := objects.TupleOf(args[0])
	if !ok || st.Len() != 4 {
		return value{}, bad
	}
	fn, a, kw, dict := st.Item(0), st.Item(1), st.Item(2), st.Item(3)
	at, ok := objects.TupleOf(a)
	if !ok || !objects.Callable(fn) {
		return value{}, bad
	}
	if kw != objects.None {
		if _, ok := objects.DictOf(kw); !ok {
			return value{}, bad
		}
	}
	if !objects.Is(a, &objects.TupleType) {
		a = native.Tuple(at.Items()...)
	}
	switch {
	case kw == objects.None:
		kw = objects.ToValue(objects.NewDict())
	case !objects.Is(kw, &objects.DictType):
		kw = objects.ToValue(objects.As[objects.Dict](kw).Copy())
	}
	p.fn, p.args, p.kw = fn, a, kw
	if dict != objects.None {
		return objects.None, objects.SetAttr(t, self, objects.Intern("__dict__"), dict)
	}
	return objects.None, nil
}

func initPartial() {
	typ := &partialType
	typ.Name, typ.Module = "partial", "functools"
	typ.Doc = "A function some of whose arguments are already given."
	typ.Flags = objects.FlagBase | objects.FlagWeakrefs
	objects.LayoutAttrs[partial](typ, unsafe.Offsetof(partial{}.Attrs), true)
	typ.New, typ.Call, typ.Repr = newPartial, partialCall, partialRepr
	typ.DescrGet = func(t *thread, self, obj value, owner *objects.Type) (value, error) {
		if obj.IsZero() || obj == objects.None {
			return self, nil
		}
		err := objects.H.Warn(t, &objects.FutureWarningType, "functools.partial will be a method descriptor in future Python versions; wrap it in staticmethod() if you want to preserve the old behavior", 2)
		return self, err
	}
	typ.Members = func() []objects.MemberDef {
		return []objects.MemberDef{
			{Name: "func", Doc: "the function that is called", Offset: unsafe.Offsetof(partial{}.fn), ReadOnly: true},
			{Name: "args", Doc: "the positional arguments that each call begins with", Offset: unsafe.Offsetof(partial{}.args), ReadOnly: true},
			{Name: "keywords", Doc: "the keyword arguments of each call, which the call may override", Offset: unsafe.Offsetof(partial{}.kw), ReadOnly: true},
		}
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "__reduce__", NoSig: true, Fn: partialReduce},
			{Name: "__setstate__", Sig: "state, /", NoSig: true, Fn: partialSetState},
			native.ClassGetitem(),
		}
	}
	typ.GetSets = func() []objects.GetSetDef { return []objects.GetSetDef{objects.DictGetSet()} }
	typ.Traverse = func(v value, visit func(value)) {
		p := objects.As[partial](v)
		native.Visit(visit, p.fn, p.args, p.kw)
	}
}
