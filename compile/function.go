package compile

import (
	"slices"
	"strings"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/syntax"
)

// The kinds of SET_FUNCTION_ATTRIBUTE.
const (
	attrDefaults = iota + 1
	attrKwDefaults
	attrAnnotations
	attrClosure
	attrTypeParams
)

// child returns the scope of a node that lies directly in the present one.
func (u *unit) child(node any, kind scopeKind) *scope {
	return u.c.symtable.scopes[scopeKey{node, kind}]
}

// makeFunction puts a function of a code object into dst, with its closure.
func (u *unit) makeFunction(code *objects.Code, dst int) {
	u.emitLong(bytecode.MakeFunction, dst, u.constant(objects.ToValue(code)))
	if len(code.FreeVars) == 0 {
		return
	}
	mark := u.temp
	w := u.allocN(len(code.FreeVars))
	for i, name := range code.FreeVars {
		u.emit(bytecode.Move, w+i, u.cellReg(name.String()), 0)
	}
	u.emit(bytecode.BuildTuple, w, w, len(code.FreeVars))
	u.emit(bytecode.SetFuncAttr, dst, w, attrClosure)
	u.temp = mark
}

// cellReg returns the register of the cell that an inner function needs.
func (u *unit) cellReg(name string) int {
	for i := len(u.comps) - 1; i >= 0; i-- {
		if f := u.comps[i]; f.cells[name] {
			return f.regs[name]
		}
	}
	if name == "__class__" && u.scope.kind == classScope && u.scope.needsClass {
		return u.ownClass
	}
	return u.cells[name]
}

func (u *unit) functionDef(s *syntax.FunctionDef) {
	line := s.Line
	decorators := u.allocN(len(s.Decorators))
	for i, d := range s.Decorators {
		u.exprTo(d, decorators+i)
	}
	if len(s.Decorators) > 0 {
		line = s.Decorators[0].Span().Line
	}
	u.pos = s.Pos
	fn := u.alloc()
	if len(s.TypeParams) == 0 {
		u.functionValue(s, fn, line, -1, -1)
	} else {
		defaults, kwDefaults := -1, -1
		w := u.allocN(3)
		n := 0
		if len(s.Args.Defaults) > 0 {
			defaults = w + 1
			u.display(s.Args.Defaults, defaults, bytecode.BuildTuple)
			n = 1
		}
		if hasKwDefaults(s.Args) {
			kwDefaults = w + 1 + n
			u.kwDefaults(s.Args, kwDefaults)
			n++
		}
		ts := u.child(s, typeParamsScope)
		code := u.c.unitCode(u, ts, "<generic parameters of "+s.Name+">", line, func(v *unit) {
			v.argCount = n
			v.genericPrologue()
			params := v.alloc()
			v.typeParams(s.TypeParams, params)
			f := v.alloc()
			d, k := -1, -1
			if defaults >= 0 {
				d = v.regs[".defaults"]
			}
			if kwDefaults >= 0 {
				k = v.regs[".kwdefaults"]
			}
			v.functionValue(s, f, line, d, k)
			v.emit(bytecode.SetFuncAttr, f, params, attrTypeParams)
			v.emit(bytecode.Return, f, 0, 0)
		})
		u.makeFunction(code, w)
		u.emit(bytecode.Call, w, n, fn)
	}
	for i := len(s.Decorators) - 1; i >= 0; i-- {
		w := decorators + i
		mark := u.temp
		u.pos = s.Decorators[i].Span()
		t := u.allocN(2)
		u.emit(bytecode.Move, t, w, 0)
		u.emit(bytecode.Move, t+1, fn, 0)
		u.emit(bytecode.Call, t, 1, fn)
		u.temp = mark
	}
	u.pos = s.Pos
	u.store(s.Name, fn)
}

// genericPrologue gives the cell of the class namespace to a type parameter scope inside a class; it is an ordinary free
// variable, so that there is nothing to do beyond the layout.
func (u *unit) genericPrologue() {}

// functionValue makes the function of a def into fn; defaults already evaluated are given by register.
func (u *unit) functionValue(s *syntax.FunctionDef, fn int, line int32, defaults, kwDefaults int) {
	fs := u.child(s, functionScope)
	var ann int = -1
	if defaults < 0 && len(s.Args.Defaults) > 0 {
		defaults = u.alloc()
		u.display(s.Args.Defaults, defaults, bytecode.BuildTuple)
	}
	if kwDefaults < 0 && hasKwDefaults(s.Args) {
		kwDefaults = u.alloc()
		u.kwDefaults(s.Args, kwDefaults)
	}
	if hasAnnotations(s.Args, s.Returns) {
		ann = u.alloc()
		u.annotations(s.Args, s.Returns, ann)
	}
	u.pos = s.Pos
	code := u.c.unitCode(u, fs, s.Name, line, func(v *unit) {
		v.params(s.Args)
		body := s.Body
		d := docstring(body)
		if d != nil {
			body = body[1:]
		}
		if d != nil && u.c.Optimize < 2 {
			v.hasDoc = true
			v.constant(objects.StrValue(cleanDoc(d.Value.Str)))
		} else {
			v.noDoc()
		}
		v.generatorBody(func() { v.stmts(body) })
	})
	u.makeFunction(code, fn)
	if defaults >= 0 {
		u.emit(bytecode.SetFuncAttr, fn, defaults, attrDefaults)
	}
	if kwDefaults >= 0 {
		u.emit(bytecode.SetFuncAttr, fn, kwDefaults, attrKwDefaults)
	}
	if ann >= 0 {
		u.emit(bytecode.SetFuncAttr, fn, ann, attrAnnotations)
	}
}

// noDoc puts None where a function with documentation has that: as the first constant.
func (u *unit) noDoc() { u.constant(objects.None) }

// generatorBody compiles the body of a function. In generators and coroutines a StopIteration that escapes becomes a
// RuntimeError (PEP 479).
func (u *unit) generatorBody(body func()) {
	if !u.scope.generator && !u.scope.coroutine {
		body()
		if !u.dead {
			u.pos = syntax.Pos{}
			u.endReturn()
		}
		return
	}
	exc := u.alloc()
	stop := u.label()
	outer := u.pushHandler(stop, exc)
	body()
	if !u.dead {
		u.endReturn()
	}
	u.handler = outer
	u.place(stop)
	u.pos = syntax.Pos{}
	u.emit(bytecode.Intrinsic1, exc, exc, bytecode.IntrinsicStopIterationError)
	u.emit(bytecode.Reraise, exc, 0, 0)
}

// endReturn is the implicit return at the end of a function or module. It has the line of what comes before it, so that
// tracers see no line of its own; jumps to it from other lines have one of their own each.
func (u *unit) endReturn() {
	u.flushNop()
	end := int32(len(u.instrs))
	u.pos = u.posBefore(int(end))
	u.returnNone()
	returns := map[int32]int{u.pos.Line: -1}
	for i, f := range u.fixups {
		if u.labels[f.label] != end {
			continue
		}
		pos := u.posBefore(f.at + 1)
		label, ok := returns[pos.Line]
		if !ok {
			label = u.label()
			u.place(label)
			u.pos = pos
			u.returnNone()
			returns[pos.Line] = label
		}
		if label >= 0 {
			u.fixups[i].label = label
		}
	}
	u.dead = true
}

// posBefore is the position of the last instruction before index n that has one.
func (u *unit) posBefore(n int) syntax.Pos {
	for n--; n >= 0; n-- {
		if p := u.positions[n]; p.Line != 0 {
			return syntax.Pos{Line: p.Line, Col: p.Col, EndLine: p.EndLine, EndCol: p.EndCol}
		}
	}
	return syntax.Pos{}
}

// params sets the counts of parameters.
func (u *unit) params(a *syntax.Arguments) {
	u.argCount = len(a.PosOnly) + len(a.Args)
	u.posOnly = len(a.PosOnly)
	u.kwOnly = len(a.KwOnly)
}

// kwDefaults builds the dict of keyword-only defaults.
func (u *unit) kwDefaults(a *syntax.Arguments, dst int) {
	d := &syntax.Dict{Pos: u.pos}
	for i, p := range a.KwOnly {
		if a.KwDefaults[i] != nil {
			d.Keys = append(d.Keys, &syntax.Constant{Pos: p.Pos, Value: syntax.Const{Kind: syntax.StrConst, Str: u.scope.mangle(p.Name)}})
			d.Values = append(d.Values, a.KwDefaults[i])
		}
	}
	u.exprTo(d, dst)
}

func hasAnnotations(a *syntax.Arguments, returns syntax.Expr) bool {
	if returns != nil || a.VarArg != nil && a.VarArg.Annotation != nil || a.KwArg != nil && a.KwArg.Annotation != nil {
		return true
	}
	for _, p := range slices.Concat(a.PosOnly, a.Args, a.KwOnly) {
		if p.Annotation != nil {
			return true
		}
	}
	return false
}

// annotations builds the tuple of names and annotations, alternating.
func (u *unit) annotations(a *syntax.Arguments, returns syntax.Expr, dst int) {
	var regs []int
	w := u.temp
	add := func(name string, e syntax.Expr) {
		if e == nil {
			return
		}
		k := u.alloc()
		u.loadConst(k, objects.Intern(u.scope.mangle(name)).Value())
		mark := u.temp
		v := u.annotationExpr(e)
		u.temp = mark
		r := u.alloc()
		if r != v {
			u.emit(bytecode.Move, r, v, 0)
		}
		regs = append(regs, k, r)
	}
	for _, p := range slices.Concat(a.PosOnly, a.Args) {
		add(p.Name, p.Annotation)
	}
	if a.VarArg != nil {
		add(a.VarArg.Name, a.VarArg.Annotation)
	}
	for _, p := range a.KwOnly {
		add(p.Name, p.Annotation)
	}
	if a.KwArg != nil {
		add(a.KwArg.Name, a.KwArg.Annotation)
	}
	add("return", returns)
	u.emit(bytecode.BuildTuple, dst, w, len(regs))
	u.temp = w
}

func (u *unit) lambda(e *syntax.Lambda, dst int) {
	defaults, kwDefaults := -1, -1
	if len(e.Args.Defaults) > 0 {
		defaults = u.alloc()
		u.display(e.Args.Defaults, defaults, bytecode.BuildTuple)
	}
	if hasKwDefaults(e.Args) {
		kwDefaults = u.alloc()
		u.kwDefaults(e.Args, kwDefaults)
	}
	u.pos = e.Pos
	code := u.c.unitCode(u, u.child(e, lambdaScope), "<lambda>", e.Line, func(v *unit) {
		v.noDoc()
		v.params(e.Args)
		v.generatorBody(func() {
			r := v.operand(e.Body)
			v.pos = e.Body.Span()
			v.emit(bytecode.Return, r, 0, 0)
		})
	})
	fn := u.alloc()
	u.makeFunction(code, fn)
	if defaults >= 0 {
		u.emit(bytecode.SetFuncAttr, fn, defaults, attrDefaults)
	}
	if kwDefaults >= 0 {
		u.emit(bytecode.SetFuncAttr, fn, kwDefaults, attrKwDefaults)
	}
	u.emit(bytecode.Move, dst, fn, 0)
}

func (u *unit) classDef(s *syntax.ClassDef) {
	line := s.Line
	decorators := u.allocN(len(s.Decorators))
	for i, d := range s.Decorators {
		u.exprTo(d, decorators+i)
	}
	if len(s.Decorators) > 0 {
		line = s.Decorators[0].Span().Line
	}
	u.pos = s.Pos
	cls := u.alloc()
	if len(s.TypeParams) == 0 {
		u.classValue(s, cls, line, nil)
	} else {
		ts := u.child(s, typeParamsScope)
		code := u.c.unitCode(u, ts, "<generic parameters of "+s.Name+">", line, func(v *unit) {
			params := v.alloc()
			v.typeParams(s.TypeParams, params)
			v.store(".type_params", params)
			base := v.alloc()
			v.emit(bytecode.Intrinsic1, base, params, bytecode.IntrinsicSubscriptGeneric)
			v.store(".generic_base", base)
			c := v.alloc()
			v.classValue(s, c, line, &syntax.Name{Pos: s.Pos, ID: ".generic_base"})
			v.emit(bytecode.Return, c, 0, 0)
		})
		w := u.alloc()
		u.makeFunction(code, w)
		u.emit(bytecode.Call, w, 0, cls)
	}
	for i := len(s.Decorators) - 1; i >= 0; i-- {
		mark := u.temp
		u.pos = s.Decorators[i].Span()
		t := u.allocN(2)
		u.emit(bytecode.Move, t, decorators+i, 0)
		u.emit(bytecode.Move, t+1, cls, 0)
		u.emit(bytecode.Call, t, 1, cls)
		u.temp = mark
	}
	u.pos = s.Pos
	u.store(s.Name, cls)
}

// classValue calls __build_class__(function of the body, name, *bases, **keywords).
func (u *unit) classValue(s *syntax.ClassDef, dst int, line int32, genericBase syntax.Expr) {
	code := u.c.unitCode(u, u.child(s, classScope), s.Name, line, func(v *unit) { v.classBody(s, line) })
	w := u.allocN(3)
	u.emit(bytecode.LoadBuildClass, w, 0, 0)
	u.makeFunction(code, w+1)
	u.loadConst(w+2, objects.StrValue(s.Name))
	bases := s.Bases
	if genericBase != nil {
		bases = append(slices.Clone(bases), genericBase)
	}
	plain := !hasStarred(bases) && len(bases)+len(s.Keywords) < maxDisplay
	for _, k := range s.Keywords {
		plain = plain && k.Arg != ""
	}
	if !plain {
		// The first two arguments are put before the rest by the ways of a call with *.
		args := append([]syntax.Expr{&regExpr{&syntax.Name{Pos: s.Pos}, w + 1}, &regExpr{&syntax.Name{Pos: s.Pos}, w + 2}}, bases...)
		f := u.alloc()
		u.emit(bytecode.Move, f, w, 0)
		u.callEx(f, args, s.Keywords, s.Pos, dst)
		return
	}
	n := 2 + u.arguments(bases, s.Keywords)
	u.temp = w + 1 + n
	u.pos = s.Pos
	if len(s.Keywords) > 0 {
		u.emit(bytecode.CallKw, w, n, u.kwNames(s.Keywords))
		u.emit(bytecode.Move, dst, w, 0)
		return
	}
	u.emit(bytecode.Call, w, n, dst)
}

func (u *unit) classBody(s *syntax.ClassDef, line int32) {
	r := u.alloc()
	u.pos = syntax.Pos{Line: line, EndLine: line}
	u.emit(bytecode.LoadName, r, u.site("__name__"), 0)
	u.emit(bytecode.StoreName, r, u.site("__module__"), 0)
	u.loadConst(r, objects.StrValue(u.qualname))
	u.emit(bytecode.StoreName, r, u.site("__qualname__"), 0)
	u.loadConst(r, objects.InlineInt(int64(line)))
	u.emit(bytecode.StoreName, r, u.site("__firstlineno__"), 0)
	if len(s.TypeParams) > 0 {
		u.emit(bytecode.LoadDeref, r, u.cells[".type_params"], 0)
		u.emit(bytecode.StoreName, r, u.site("__type_params__"), 0)
	}
	if u.scope.needsClassDict {
		u.emit(bytecode.LoadLocals, r, 0, 0)
		u.emit(bytecode.StoreDeref, r, u.cells["__classdict__"], 0)
	}
	if u.scope.annotationsUsed {
		u.setupAnnotations()
	}
	u.temp = r
	body := s.Body
	if d := docstring(body); d != nil {
		if u.c.Optimize < 2 {
			u.pos = d.Pos
			t := u.alloc()
			u.loadConst(t, objects.StrValue(cleanDoc(d.Value.Str)))
			u.emit(bytecode.StoreName, t, u.site("__doc__"), 0)
			u.temp = t
		}
		body = body[1:]
	}
	u.stmts(body)
	// What ends the body has no line of its own.
	if u.nopPos.Line > 0 {
		u.pos = u.nopPos
	} else if n := len(u.positions); n > 0 {
		p := u.positions[n-1]
		u.pos = syntax.Pos{Line: p.Line, EndLine: p.EndLine, Col: p.Col, EndCol: p.EndCol}
	}
	r = u.alloc()
	names := make([]string, 0, len(u.staticAttrs))
	for n := range u.staticAttrs {
		names = append(names, n)
	}
	slices.Sort(names)
	vals := make([]objects.Value, len(names))
	for i, n := range names {
		vals[i] = objects.Intern(n).Value()
	}
	u.loadConst(r, objects.ToValue(objects.NewTuple(vals...)))
	u.emit(bytecode.StoreName, r, u.site("__static_attributes__"), 0)
	if u.scope.needsClassDict {
		u.emit(bytecode.StoreName, u.cells["__classdict__"], u.site("__classdictcell__"), 0)
	}
	if u.scope.needsClass {
		u.emit(bytecode.StoreName, u.ownClass, u.site("__classcell__"), 0)
		u.emit(bytecode.Return, u.ownClass, 0, 0)
		return
	}
	u.returnNone()
}

// typeParams makes the type parameters, binds their names, and puts the tuple of them into dst.
func (u *unit) typeParams(list []syntax.TypeParam, dst int) {
	w := u.allocN(len(list))
	for i, p := range list {
		var name string
		var bound, def syntax.Expr
		kind := bytecode.IntrinsicTypeVar
		switch p := p.(type) {
		case *syntax.TypeVar:
			name, bound, def = p.Name, p.Bound, p.Default
		case *syntax.ParamSpec:
			name, def, kind = p.Name, p.Default, bytecode.IntrinsicParamSpec
		case *syntax.TypeVarTuple:
			name, def, kind = p.Name, p.Default, bytecode.IntrinsicTypeVarTuple
		}
		u.pos = p.Span()
		mark := u.temp
		t := u.allocN(2)
		u.loadConst(t, objects.Intern(name).Value())
		if bound != nil {
			u.lazy(bound, name, t+1)
			op := bytecode.IntrinsicTypeVarBound
			if _, ok := bound.(*syntax.Tuple); ok {
				op = bytecode.IntrinsicTypeVarConstraints
			}
			u.emit(bytecode.Intrinsic2, t, t, op)
		} else {
			u.emit(bytecode.Intrinsic1, t, t, kind)
		}
		if def != nil {
			u.lazy(def, name, t+1)
			u.emit(bytecode.Intrinsic2, t, t, bytecode.IntrinsicSetDefault)
		}
		u.store(name, t)
		u.emit(bytecode.Move, w+i, t, 0)
		u.temp = mark
	}
	u.emit(bytecode.BuildTuple, dst, w, len(list))
}

// lazy makes a function that evaluates a bound, constraint or default when it is asked for.
func (u *unit) lazy(e syntax.Expr, name string, dst int) {
	code := u.c.unitCode(u, u.child(e, typeVarScope), name, e.Span().Line, func(v *unit) {
		var r int
		if s, ok := e.(*syntax.Starred); ok {
			t := v.operand(s.Value)
			r = v.alloc()
			v.emit(bytecode.UnpackSeq, r, t, 1)
		} else {
			r = v.operand(e)
		}
		v.emit(bytecode.Return, r, 0, 0)
	})
	u.makeFunction(code, dst)
}

func (u *unit) typeAlias(s *syntax.TypeAlias) {
	name := s.Name.(*syntax.Name).ID
	dst := u.alloc()
	alias := func(v *unit, params, dst int) {
		w := v.allocN(3)
		v.loadConst(w, objects.Intern(name).Value())
		if params >= 0 {
			v.emit(bytecode.Move, w+1, params, 0)
		} else {
			v.loadConst(w+1, objects.None)
		}
		code := v.c.unitCode(v, v.child(s, typeAliasScope), name, s.Line, func(x *unit) {
			r := x.operand(s.Value)
			x.emit(bytecode.Return, r, 0, 0)
		})
		v.makeFunction(code, w+2)
		v.emit(bytecode.BuildTuple, w, w, 3)
		v.emit(bytecode.Intrinsic1, dst, w, bytecode.IntrinsicTypeAlias)
	}
	if len(s.TypeParams) == 0 {
		alias(u, -1, dst)
	} else {
		code := u.c.unitCode(u, u.child(s, typeParamsScope), "<generic parameters of "+name+">", s.Line, func(v *unit) {
			params := v.alloc()
			v.typeParams(s.TypeParams, params)
			r := v.alloc()
			alias(v, params, r)
			v.emit(bytecode.Return, r, 0, 0)
		})
		w := u.alloc()
		u.makeFunction(code, w)
		u.emit(bytecode.Call, w, 0, dst)
	}
	u.store(name, dst)
}

// comprehension compiles a comprehension in this frame (PEP 709) or, for generator expressions and where the scope is
// not inlined, as a function that is called with the first iterator.
func (u *unit) comprehension(node syntax.Expr, gens []syntax.Comprehension, elt, value syntax.Expr, dst int) {
	cs := u.child(node, compScope)
	pos := node.Span()
	if cs.coroutine && cs.compKind != 'g' || gens[0].Async && cs.compKind != 'g' {
		u.asyncComp(pos)
	}
	if cs.inlined {
		it := u.alloc()
		if gens[0].Async {
			src := u.iterable(gens[0].Iter)
			u.pos = gens[0].Iter.Span()
			u.emit(bytecode.GetAIter, it, src, 0)
		} else {
			u.loopIterator(it, gens[0].Iter)
		}
		u.pos = pos
		f := &compFrame{scope: cs, regs: map[string]int{}, cells: map[string]bool{}, bound: map[int]bool{}}
		var vars []objects.InlinedVar
		for _, name := range cs.order {
			y := cs.symbols[name]
			if name == ".0" || y.scope != local && y.scope != cell {
				continue
			}
			r := u.alloc()
			f.regs[name] = r
			f.bound[r] = false
			vars = append(vars, objects.InlinedVar{Name: objects.Intern(name), Reg: uint16(r), Cell: y.scope == cell})
			if y.scope == cell {
				f.cells[name] = true
				u.emit(bytecode.MakeCell, r, r, 0)
			} else {
				u.emit(bytecode.Clear, r, 0, 0)
			}
		}
		acc := u.alloc()
		u.comps = append(u.comps, f)
		start := int32(len(u.instrs))
		u.beginComp(cs.compKind, gens, it, acc)
		u.compLoop(cs, gens, 0, it, elt, value, acc)
		for _, v := range vars {
			v.Start, v.End = start, int32(len(u.instrs))
			u.inlined = append(u.inlined, v)
		}
		u.comps = u.comps[:len(u.comps)-1]
		u.emit(bytecode.Move, dst, acc, 0)
		return
	}
	name := map[byte]string{'l': "<listcomp>", 's': "<setcomp>", 'd': "<dictcomp>", 'g': "<genexpr>"}[cs.compKind]
	code := u.c.unitCode(u, cs, name, pos.Line, func(v *unit) {
		v.argCount = 1
		body := func() {
			v.pos = pos
			acc := -1
			if cs.compKind != 'g' {
				acc = v.alloc()
				v.beginComp(cs.compKind, gens, 0, acc)
			}
			v.compLoop(cs, gens, 0, 0, elt, value, acc)
			v.pos = pos
			if acc >= 0 {
				v.emit(bytecode.Return, acc, 0, 0)
			} else {
				v.returnNone()
			}
		}
		v.generatorBody(body)
	})
	if cs.compKind == 'g' && len(code.CellVars) == 0 {
		w := u.allocN(2 + len(code.FreeVars))
		u.outermost(w+1, gens[0], pos)
		u.loadConst(w, objects.ToValue(code))
		for i, name := range code.FreeVars {
			u.emit(bytecode.Move, w+2+i, u.cellReg(name.String()), 0)
		}
		u.emit(bytecode.MakeGenexpr, dst, w, 2+len(code.FreeVars))
		return
	}
	w := u.allocN(2)
	u.makeFunction(code, w)
	u.outermost(w+1, gens[0], pos)
	u.temp = w + 2
	u.emit(bytecode.Call, w, 1, dst)
	if cs.coroutine && cs.compKind != 'g' {
		u.emit(bytecode.GetAwaitable, dst, dst, 0)
		u.await(dst, dst)
	}
}

// outermost evaluates what the first for of a comprehension with a function of its own iterates over, into register dst.
func (u *unit) outermost(dst int, g syntax.Comprehension, pos syntax.Pos) {
	src := u.iterable(g.Iter)
	u.pos = g.Iter.Span()
	if g.Async {
		u.emit(bytecode.GetAIter, dst, src, 0)
	} else {
		u.emit(bytecode.GetIter, dst, src, 0)
	}
	u.pos = pos
}

// asyncComp rejects asynchronous comprehensions outside of coroutines.
func (u *unit) asyncComp(pos syntax.Pos) {
	if u.scope.kind == functionScope || u.scope.kind == lambdaScope {
		if f, ok := u.scope.node.(*syntax.FunctionDef); ok && f.Async {
			return
		}
	} else if u.scope.kind == compScope || u.c.TopLevelAwait {
		return
	}
	u.c.fail(pos, "asynchronous comprehension outside of an asynchronous function")
}

// beginComp makes the list, set or dict of a comprehension. A list with an item for each of the iterator it names that,
// whose length is the room it will need.
func (u *unit) beginComp(kind byte, gens []syntax.Comprehension, it, acc int) {
	if kind == 'l' && len(gens) == 1 && len(gens[0].Ifs) == 0 && !gens[0].Async {
		u.emit(bytecode.BuildList, acc, it, 0)
		return
	}
	op := map[byte]bytecode.Op{'l': bytecode.BuildList, 's': bytecode.BuildSet, 'd': bytecode.BuildMap}[kind]
	u.emit(op, acc, acc, 0)
}

// compLoop compiles the i-th for of a comprehension; its iterator is in register it for the first one.
func (u *unit) compLoop(cs *scope, gens []syntax.Comprehension, i, it int, elt, value syntax.Expr, acc int) {
	g := gens[i]
	mark := u.temp
	if i > 0 {
		it = u.alloc()
		if g.Async {
			src := u.iterable(g.Iter)
			u.pos = g.Iter.Span()
			u.emit(bytecode.GetAIter, it, src, 0)
		} else {
			u.loopIterator(it, g.Iter)
		}
	}
	next := u.label()
	body := u.label()
	stop := u.label()
	var exc int
	if g.Async {
		u.place(next)
		u.pos = g.Iter.Span()
		exc = u.alloc()
		outer := u.pushHandler(stop, exc)
		v := u.alloc()
		u.emit(bytecode.GetANext, v, it, 0)
		u.await(v, v)
		u.handler = outer
		u.assignTo(g.Target, v)
	} else {
		u.jump(bytecode.JumpTo, 0, next)
		u.dead = false
		u.place(body)
	}
	target := -1
	if !g.Async {
		if n, ok := g.Target.(*syntax.Name); ok {
			target = u.localReg(n.ID)
		}
		if target < 0 {
			target = u.alloc()
			u.assignTo(g.Target, target)
		} else {
			u.setBound(target)
		}
	}
	skip := next
	if elt.Span().Line != g.Iter.Span().Line {
		skip = u.label()
	}
	for _, c := range g.Ifs {
		u.condJump(c, false, skip)
	}
	if i+1 < len(gens) {
		u.compLoop(cs, gens, i+1, 0, elt, value, acc)
	} else {
		m := u.temp
		switch cs.compKind {
		case 'g':
			r := u.alloc()
			u.exprTo(elt, r)
			u.pos = elt.Span()
			if u.scope.coroutine {
				u.emit(bytecode.AsyncGenWrap, r, r, 0)
			}
			u.emit(bytecode.Yield, r, r, 0)
		case 'd':
			k := u.operandWith(elt, value)
			v := u.operand(value)
			u.pos = elt.Span()
			u.emit(bytecode.MapAdd, acc, k, v)
		case 's':
			r := u.operand(elt)
			u.pos = elt.Span()
			u.emit(bytecode.SetAdd, acc, r, 0)
		default:
			r := u.operand(elt)
			u.pos = elt.Span()
			u.emit(bytecode.ListAppend, acc, r, 0)
		}
		u.temp = m
	}
	if len(g.Ifs) > 0 && skip != next {
		u.place(skip)
	}
	if elt.Span().Line != g.Iter.Span().Line {
		// The way back to the loop's head is on the line of the element.
		u.nop(elt.Span())
	}
	u.pos = g.Iter.Span()
	if g.Async {
		u.jump(bytecode.JumpTo, 0, next)
		u.place(stop)
		u.emit(bytecode.EndAsyncFor, exc, 0, 0)
	} else {
		u.place(next)
		u.forIter(it, target, body)
	}
	u.dead = false
	u.temp = mark
}

// regExpr is a value that already lies in a register, for code that takes expressions.
type regExpr struct {
	*syntax.Name // only for its position
	reg          int
}

// cleanDoc removes indentation from a documentation string as CPython's compiler does since 3.13.
func cleanDoc(doc string) string {
	doc = expandTabs(doc)
	lines := strings.Split(doc, "\n")
	margin := -1
	for _, l := range lines[1:] {
		t := strings.TrimLeft(l, " ")
		if t != "" {
			if n := len(l) - len(t); margin < 0 || n < margin {
				margin = n
			}
		}
	}
	lines[0] = strings.TrimLeft(lines[0], " ")
	for i := 1; i < len(lines); i++ {
		l := lines[i]
		if margin > 0 {
			if len(l) >= margin {
				l = l[margin:]
			} else {
				l = ""
			}
		}
		if strings.TrimLeft(l, " ") == "" && i < len(lines)-1 {
			l = ""
		}
		lines[i] = l
	}
	if n := len(lines) - 1; n > 0 && strings.TrimLeft(lines[n], " ") == "" {
		lines[n] = ""
	}
	return strings.Join(lines, "\n")
}

func expandTabs(s string) string {
	if !strings.Contains(s, "\t") {
		return s
	}
	var b strings.Builder
	col := 0
	for _, r := range s {
		switch r {
		case '\t':
			n := 8 - col%8
			b.WriteString("        "[:n])
			col += n
		case '\n', '\r':
			b.WriteRune(r)
			col = 0
		default:
			b.WriteRune(r)
			col++
		}
	}
	return b.String()
}
