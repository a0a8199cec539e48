// Package ast is the module _ast: the classes of syntax trees, and trees of Python objects from the parser's and back.
// Classes and fields derive from the table in package syntax.
package ast

import (
	"math/big"
	"unsafe"

	"github.com/adder-lang/adder/compile"
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/syntax"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Def declares the module.
var Def = objects.ModuleDef{Name: "_ast", Exec: exec}

// node is an instance of AST or a class derived from it.
type node struct {
	objects.Head
	objects.Attrs
}

var astType objects.Type

// classes are the node classes by name; symbols the one instance of each class without fields.
var (
	classes map[string]*objects.Type
	symbols map[string]value
)

const attrsOffset = unsafe.Offsetof(node{}.Attrs)

var attributes = []string{"lineno", "col_offset", "end_lineno", "end_col_offset"}

func names(list []string) value {
	vs := make([]value, len(list))
	for i, s := range list {
		vs[i] = objects.Intern(s).Value()
	}
	return objects.ToValue(objects.NewTuple(vs...))
}

func exec(t *thread, m *objects.Module) error {
	if classes == nil {
		if err := build(t); err != nil {
			return err
		}
	}
	for name, c := range classes {
		m.Set(name, objects.ToValue(c))
	}
	m.Set("AST", objects.ToValue(&astType))
	for name, n := range map[string]int64{"PyCF_ONLY_AST": 0x400, "PyCF_TYPE_COMMENTS": 0x1000, "PyCF_ALLOW_TOP_LEVEL_AWAIT": 0x2000,
		"PyCF_OPTIMIZED_AST": 0x8400} {
		m.Set(name, objects.Int(n))
	}
	interp.ASTFromTree = fromTree
	interp.TreeFromAST = toTree
	return nil
}

// build makes the classes.
func build(t *thread) error {
	typ := &astType
	typ.Name, typ.Module = "AST", "ast"
	typ.Flags = objects.FlagBase | objects.FlagMutable
	objects.LayoutAttrs[node](typ, attrsOffset, true)
	typ.New = func(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
		return typ.NewInstance(), nil
	}
	typ.Init = initNode
	typ.GetSets = func() []objects.GetSetDef { return []objects.GetSetDef{objects.DictGetSet()} }
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{{Name: "__reduce__", Fn: reduce}}
	}
	objects.NewType(typ)
	empty := objects.ToValue(objects.NewTuple())
	for _, n := range []string{"_fields", "_attributes", "__match_args__"} {
		objects.SetTypeAttr(typ, objects.Intern(n), empty)
	}
	classes = map[string]*objects.Type{}
	symbols = map[string]value{}
	class := func(name string, base *objects.Type, fields []syntax.Field, attrs bool) (*objects.Type, error) {
		ns := objects.NewDict()
		list := make([]string, len(fields))
		for i, f := range fields {
			list[i] = f.Name
			if f.Quantity == syntax.Opt {
				ns.SetStr(objects.Intern(f.Name), objects.None)
			}
		}
		ns.SetStr(objects.Intern("_fields"), names(list))
		ns.SetStr(objects.Intern("__match_args__"), names(list))
		ns.SetStr(objects.Intern("__module__"), objects.StrValue("ast"))
		if attrs {
			ns.SetStr(objects.Intern("_attributes"), names(attributes))
			ns.SetStr(objects.Intern("end_lineno"), objects.None)
			ns.SetStr(objects.Intern("end_col_offset"), objects.None)
		}
		v, err := objects.Call3(t, objects.ToValue(&objects.TypeType), objects.StrValue(name), objects.ToValue(objects.NewTuple(objects.ToValue(base))), objects.ToValue(ns))
		if err != nil {
			return nil, err
		}
		c := objects.As[objects.Type](v)
		classes[name] = c
		return c, nil
	}
	for _, c := range syntax.Classes {
		base := typ
		if c.Base != c.Name {
			if base = classes[c.Base]; base == nil {
				b, err := class(c.Base, typ, nil, c.Attributes)
				if err != nil {
					return err
				}
				base = b
			}
		}
		if _, err := class(c.Name, base, c.Fields, c.Attributes && c.Base == c.Name); err != nil {
			return err
		}
	}
	for sum, list := range syntax.Symbols() {
		base, err := class(sum, typ, nil, false)
		if err != nil {
			return err
		}
		for _, n := range list {
			c, err := class(n, base, nil, false)
			if err != nil {
				return err
			}
			symbols[n] = c.NewInstance()
		}
	}
	return setFieldTypes(t)
}

// fieldsOf returns the names in _fields of a class.
func fieldsOf(t *thread, self value) ([]*objects.Str, error) {
	v, err := objects.GetAttrString(t, objects.ToValue(objects.TypeOf(self)), "_fields")
	if err != nil {
		return nil, err
	}
	var list []*objects.Str
	err = objects.Each(t, v, func(x value) error {
		s, ok := objects.StrOf(x)
		if !ok {
			return objects.TypeErrorf("attribute name must be string, not '%s'", objects.TypeOf(x))
		}
		list = append(list, objects.InternStr(s))
		return nil
	})
	return list, err
}

func initNode(t *thread, self value, args []value, kw *objects.Tuple) error {
	fields, err := fieldsOf(t, self)
	if err != nil {
		return err
	}
	typ := objects.TypeOf(self)
	npos := len(args) - kw.Len()
	if npos > len(fields) {
		s := "s"
		if len(fields) == 1 {
			s = ""
		}
		return objects.TypeErrorf("%s constructor takes at most %d positional argument%s", typ, len(fields), s)
	}
	given := map[*objects.Str]bool{}
	for i, v := range args[:npos] {
		given[fields[i]] = true
		if err := objects.SetAttr(t, self, fields[i], v); err != nil {
			return err
		}
	}
	for i := range kw.Len() {
		k := objects.InternStr(objects.As[objects.Str](kw.Item(i)))
		if given[k] {
			return objects.TypeErrorf("%s got multiple values for argument '%s'", typ, k)
		}
		known := false
		for _, f := range fields {
			known = known || f == k
		}
		if !known {
			isAttr := false
			for _, a := range attributes {
				isAttr = isAttr || a == k.String()
			}
			if !isAttr {
				msg := typ.Name + ".__init__ got an unexpected keyword argument '" + k.String() + "'. Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15."
				if err := objects.H.Warn(t, &objects.DeprecationWarningType, msg, 1); err != nil {
					return err
				}
			}
		}
		given[k] = true
		if err := objects.SetAttr(t, self, k, args[npos+i]); err != nil {
			return err
		}
	}
	types, ok := objects.DictOf(typ.Lookup(objects.Intern("_field_types")))
	if !ok {
		// A class of the program's own: its fields stay unset.
		return nil
	}
	for _, name := range fields {
		if given[name] {
			continue
		}
		if err := initMissing(t, self, types, name); err != nil {
			return err
		}
	}
	return nil
}

// initMissing gives a field that the constructor was not given what its type in _field_types says: nothing where it may be None, an
// empty list, or Load.
func initMissing(t *thread, self value, types *objects.Dict, name *objects.Str) error {
	typ := objects.TypeOf(self)
	field := types.GetStr(name)
	msg := typ.Name + ".__init__ missing 1 required positional argument: '" + name.String() + "'"
	switch {
	case field.IsZero():
		msg = "Field '" + name.String() + "' is missing from " + typ.Name + "._field_types"
	case objects.Is(field, &objects.UnionType):
		return nil
	case objects.Is(field, &objects.GenericAliasType):
		return objects.SetAttr(t, self, name, objects.ToValue(objects.NewList()))
	case field == objects.ToValue(classes["expr_context"]):
		return objects.SetAttr(t, self, name, symbols["Load"])
	}
	return objects.H.Warn(t, &objects.DeprecationWarningType, msg+". This will become an error in Python 3.15.", 1)
}

// setFieldTypes sets _field_types of the classes, which have all been made.
func setFieldTypes(t *thread) error {
	plain := map[string]*objects.Type{"identifier": &objects.StrType, "string": &objects.StrType, "int": &objects.IntType, "constant": &objects.ObjectType}
	set := func(c *objects.Type, types *objects.Dict) {
		for _, name := range [...]string{"_field_types", "__annotations__"} {
			objects.SetTypeAttr(c, objects.Intern(name), objects.ToValue(types))
		}
	}
	for _, list := range syntax.Symbols() {
		for _, n := range list {
			set(classes[n], objects.NewDict())
		}
	}
	for _, c := range syntax.Classes {
		types := objects.NewDict()
		for _, f := range c.Fields {
			of := plain[f.Type]
			if of == nil {
				of = classes[f.Type]
			}
			v := objects.ToValue(of)
			var err error
			switch f.Quantity {
			case syntax.Opt:
				v, err = objects.Binary(t, objects.OpOr, v, objects.None)
			case syntax.Seq:
				v, err = objects.NewGenericAlias(t, objects.ToValue(&objects.ListType), v)
			}
			if err != nil {
				return err
			}
			types.SetStr(objects.Intern(f.Name), v)
		}
		set(classes[c.Name], types)
	}
	return nil
}

func reduce(t *thread, self value, args []value) (value, error) {
	d := objects.NewDict()
	var err error
	objects.PeekDict(self, func(k, v value) {
		if err == nil {
			err = d.Set(t, k, v)
		}
	})
	if err != nil {
		return value{}, err
	}
	// The constructor wants its fields; what they are may refer to the node itself, and comes with the state.
	fields, err := fieldsOf(t, self)
	if err != nil {
		return value{}, err
	}
	var given []value
	for _, name := range fields {
		if d.GetStr(name).IsZero() {
			break
		}
		given = append(given, objects.None)
	}
	return objects.ToValue(objects.NewTuple(objects.ToValue(objects.TypeOf(self)), objects.ToValue(objects.NewTuple(given...)), objects.ToValue(d))), nil
}

// maxDepth bounds the nesting of trees that are converted.
const maxDepth = 6000

// fromTree makes the objects of a tree.
func fromTree(t *thread, m syntax.Mod) (value, error) {
	if classes == nil {
		if _, err := interp.ImportModule(t, "_ast"); err != nil {
			return value{}, err
		}
	}
	return fromNode(t, m, 0)
}

func fromNode(t *thread, n any, depth int) (value, error) {
	if depth > maxDepth {
		return value{}, objects.Errorf(&objects.RecursionErrorType, "maximum recursion depth exceeded during ast construction")
	}
	switch n := n.(type) {
	case nil:
		return objects.None, nil
	case string:
		return objects.StrValue(n), nil
	case int:
		return objects.Int(int64(n)), nil
	case syntax.Const:
		return compile.ConstValue(n), nil
	case syntax.Symbol:
		return symbols[string(n)], nil
	case []any:
		l := objects.MakeList(len(n))
		for _, x := range n {
			v, err := fromNode(t, x, depth+1)
			if err != nil {
				return value{}, err
			}
			l.Append(v)
		}
		return objects.ToValue(l), nil
	}
	c := syntax.ClassOf(n)
	if c == nil {
		return objects.None, nil
	}
	self := classes[c.Name].NewInstance()
	vals := c.Values(n, nil)
	for i, f := range c.Fields {
		v, err := fromNode(t, vals[i], depth+1)
		if err != nil {
			return value{}, err
		}
		if f.Type == "identifier" && objects.Is(v, &objects.StrType) {
			v = objects.InternStr(objects.As[objects.Str](v)).Value()
		}
		if err := objects.SetAttr(t, self, objects.Intern(f.Name), v); err != nil {
			return value{}, err
		}
	}
	if c.Attributes {
		p := n.(syntax.Node).Span()
		for i, x := range []int32{p.Line, p.Col, p.EndLine, p.EndCol} {
			if err := objects.SetAttr(t, self, objects.Intern(attributes[i]), objects.Int(int64(x))); err != nil {
				return value{}, err
			}
		}
	}
	return self, nil
}

// toTree makes the parser's tree of objects.
func toTree(t *thread, v value, mode string) (syntax.Mod, error) {
	if classes == nil || !objects.IsInstance(v, &astType) {
		return nil, objects.TypeErrorf("compile() arg 1 must be a string, bytes or AST object")
	}
	want := map[string]string{"exec": "Module", "eval": "Expression", "single": "Interactive", "func_type": "FunctionType"}[mode]
	if !objects.IsInstance(v, classes[want]) {
		return nil, objects.TypeErrorf("expected %s node, got %s", want, objects.TypeOf(v))
	}
	n, err := toNode(t, v, classes["mod"].Name, 0)
	if err != nil {
		return nil, err
	}
	m, ok := n.(syntax.Mod)
	if !ok {
		return nil, objects.TypeErrorf("expected some sort of mod, but got %s", objects.TypeOf(v))
	}
	return m, validate(m)
}

// toNode converts an object that stands where the grammar wants the sum type base.
func toNode(t *thread, v value, base string, depth int) (any, error) {
	if depth > maxDepth {
		return nil, objects.Errorf(&objects.RecursionErrorType, "maximum recursion depth exceeded during compilation")
	}
	var p syntax.Pos
	if attributesFirst(base) {
		var err error
		if p, err = toPosition(t, v, base); err != nil {
			return nil, err
		}
	}
	typ := objects.TypeOf(v)
	for _, b := range typ.MRO {
		if _, ok := symbols[b.Name]; ok && classes[b.Name] == b {
			return syntax.Symbol(b.Name), nil
		}
		for _, c := range syntax.Classes {
			if classes[c.Name] != b || c.Base != base {
				continue
			}
			return toClass(t, v, c, p, depth)
		}
	}
	r, err := objects.ReprString(t, v)
	if err != nil {
		return nil, err
	}
	return nil, objects.TypeErrorf("expected some sort of %s, but got %s", base, r)
}

// attributesFirst reports whether a sum type has attributes, which are looked at before the class of a node is.
func attributesFirst(base string) bool {
	switch base {
	case "stmt", "expr", "excepthandler", "pattern", "type_param":
		return true
	}
	return false
}

// toPosition reads the attributes of a node.
func toPosition(t *thread, v value, base string) (p syntax.Pos, err error) {
	for i, dst := range []*int32{&p.Line, &p.Col, &p.EndLine, &p.EndCol} {
		x, err := objects.FindAttr(t, v, objects.Intern(attributes[i]))
		if err != nil {
			return p, err
		}
		if x.IsZero() || x == objects.None && i >= 2 {
			if i < 2 {
				return p, objects.TypeErrorf("required field \"%s\" missing from %s", attributes[i], base)
			}
			*dst = []int32{p.Line, p.Col}[i-2]
			continue
		}
		if !objects.IsInt(x) {
			r, err := objects.ReprString(t, x)
			if err != nil {
				return p, err
			}
			return p, objects.ValueErrorf("invalid integer value: %s", r)
		}
		n, err := objects.IndexInt(t, x, &objects.OverflowErrorType)
		if err != nil {
			return p, err
		}
		*dst = int32(n)
	}
	return p, nil
}

// toClass converts a node of a known class. The attributes of sum types come first, p then; those of other nodes after the
// fields.
func toClass(t *thread, v value, c *syntax.Class, p syntax.Pos, depth int) (any, error) {
	first := attributesFirst(c.Base)
	var err error
	fields := make([]any, len(c.Fields))
	for i, f := range c.Fields {
		x, err := objects.FindAttr(t, v, objects.Intern(f.Name))
		if err != nil {
			return nil, err
		}
		if x.IsZero() || x == objects.None && f.Type != "constant" {
			switch {
			case f.Quantity == syntax.Seq:
				fields[i] = []any{}
			case f.Quantity == syntax.Opt:
			case f.Type == "expr_context" && x.IsZero():
				fields[i] = syntax.Symbol("Load")
			case x.IsZero():
				return nil, objects.TypeErrorf("required field \"%s\" missing from %s", f.Name, c.Name)
			default:
				return nil, objects.ValueErrorf("field '%s' is required for %s", f.Name, c.Name)
			}
			continue
		}
		if f.Quantity != syntax.Seq {
			if fields[i], err = toField(t, x, f, depth); err != nil {
				return nil, err
			}
			continue
		}
		l, ok := objects.ListOf(x)
		if !ok {
			return nil, objects.TypeErrorf("%s field \"%s\" must be a list, not a %s", c.Name, f.Name, objects.TypeOf(x))
		}
		list := []any{}
		for j := 0; j < l.Len(); j++ {
			var e any
			if item := l.Item(j); item != objects.None {
				if e, err = toField(t, item, f, depth); err != nil {
					return nil, err
				}
			} else if !(c.Name == "Dict" && f.Name == "keys" || f.Name == "kw_defaults") {
				kind := f.Type
				switch kind {
				case "expr":
					kind = "expression"
				case "stmt":
					kind = "statement"
				}
				return nil, objects.ValueErrorf("None disallowed in %s list", kind)
			}
			list = append(list, e)
		}
		fields[i] = list
	}
	if c.Attributes && !first {
		if p, err = toPosition(t, v, c.Base); err != nil {
			return nil, err
		}
	}
	return c.New(p, fields), nil
}

func toField(t *thread, x value, f syntax.Field, depth int) (any, error) {
	switch f.Type {
	case "identifier":
		s, ok := objects.StrOf(x)
		if !ok {
			return nil, objects.TypeErrorf("AST identifier must be of type str")
		}
		return s.String(), nil
	case "string":
		s, ok := objects.StrOf(x)
		if !ok {
			return nil, objects.TypeErrorf("AST string must be of type str")
		}
		return s.String(), nil
	case "int":
		return objects.IndexInt(t, x, &objects.OverflowErrorType)
	case "constant":
		return toConst(t, x)
	}
	return toNode(t, x, f.Type, depth+1)
}

// toConst converts the value of a Constant.
func toConst(t *thread, x value) (syntax.Const, error) {
	switch x {
	case objects.None:
		return syntax.Const{Kind: syntax.NoneConst}, nil
	case objects.True:
		return syntax.Const{Kind: syntax.TrueConst}, nil
	case objects.False:
		return syntax.Const{Kind: syntax.FalseConst}, nil
	case objects.Ellipsis:
		return syntax.Const{Kind: syntax.EllipsisConst}, nil
	}
	switch objects.TypeOf(x) {
	case &objects.IntType:
		if i, ok := objects.Int64Of(x); ok {
			return syntax.Const{Kind: syntax.IntConst, Int: i}, nil
		}
		return syntax.Const{Kind: syntax.IntConst, Big: new(big.Int).Set(objects.BigOf(x))}, nil
	case &objects.FloatType:
		f, _ := objects.FloatOf(x)
		return syntax.Const{Kind: syntax.FloatConst, Float: f}, nil
	case &objects.ComplexType:
		c := objects.ComplexOf(x)
		return syntax.Const{Kind: syntax.ComplexConst, Real: real(c), Float: imag(c)}, nil
	case &objects.StrType:
		return syntax.Const{Kind: syntax.StrConst, Str: objects.As[objects.Str](x).String()}, nil
	case &objects.BytesType:
		b, _ := objects.BytesOf(x)
		return syntax.Const{Kind: syntax.BytesConst, Str: string(b)}, nil
	case &objects.TupleType, &objects.FrozensetType:
		c := syntax.Const{Kind: syntax.TupleConst}
		var items []value
		if objects.TypeOf(x) == &objects.TupleType {
			items = objects.As[objects.Tuple](x).Items()
		} else {
			c.Kind = syntax.FrozensetConst
			items = objects.SetItems(x)
		}
		for _, e := range items {
			k, err := toConst(t, e)
			if err != nil {
				return c, err
			}
			c.Elts = append(c.Elts, k)
		}
		return c, nil
	}
	return syntax.Const{}, objects.TypeErrorf("got an invalid type in Constant: %s", objects.TypeOf(x))
}
