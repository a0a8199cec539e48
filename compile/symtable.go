package compile

import (
	"slices"

	"github.com/adder-lang/adder/syntax"
)

// scopeKind is the kind of a block.
type scopeKind uint8

const (
	moduleScope scopeKind = iota
	classScope
	functionScope
	lambdaScope
	compScope       // a comprehension or generator expression
	typeParamsScope // the type parameters of a function, class or alias
	typeVarScope    // a bound, constraint or default
	typeAliasScope  // the value of a type alias
	annotationScope // an annotation that is never evaluated
)

// functionLike reports whether names bound in the scope live in registers.
func (k scopeKind) functionLike() bool { return k >= functionScope }

// nameScope is where a name lives.
type nameScope uint8

const (
	unresolved nameScope = iota
	local
	globalExplicit
	globalImplicit
	free
	cell
)

// nameFlags are the ways in which a name is used in a scope.
type nameFlags uint16

const (
	defGlobal nameFlags = 1 << iota
	defLocal
	defParam
	defNonlocal
	used
	defImport
	defAnnotation
	defCompIter
	defTypeParam
	defFreeClass // free in a class body, where it is also bound
	deleted      // del x, or `except … as x`
	isBound      = defLocal | defParam | defImport | defTypeParam
)

type symbol struct {
	name  string
	flags nameFlags
	scope nameScope
	// pos is the place of a global or nonlocal statement.
	pos syntax.Pos
}

// scope is a block of the program.
type scope struct {
	kind     scopeKind
	name     string
	node     any
	owner    any // the type parameter of a bound or default
	parent   *scope
	children []*scope
	symbols  map[string]*symbol
	order    []string // names in the order of first use
	params   []string
	pos      syntax.Pos

	nested          bool
	generator       bool
	coroutine       bool
	compKind        byte // of a comprehension: 'l', 's', 'd' or 'g'
	inlined         bool // a comprehension that runs in its parent's frame
	compIterExpr    int  // depth inside the iterables of the comprehension, where := is not allowed
	compTarget      bool // inside the target list of a comprehension
	varArgs         bool
	varKeywords     bool
	needsClass      bool // a class whose methods use __class__
	needsClassDict  bool
	seesClass       bool // a type parameter scope directly inside a class
	hasDocstring    bool
	annotationsUsed bool
	className       string // for mangling
	// mangled are the names that are mangled where not all are: in the type parameters and the bases of a generic class
	// only the type parameters' own.
	mangled      map[string]bool
	returnsValue bool
	usesWalrus   bool
}

func (s *scope) symbol(name string) *symbol {
	if y := s.symbols[name]; y != nil {
		return y
	}
	y := &symbol{name: name}
	s.symbols[name] = y
	s.order = append(s.order, name)
	return y
}

// symtable builds the scopes of a module.
type symtable struct {
	filename string
	top      *scope
	cur      *scope
	class    string // the innermost class, for mangling
	future   bool   // from __future__ import annotations
	depth    int
	topAwait bool
	scopes   map[scopeKey]*scope
}

// scopeKey finds the scope of a node; a generic function has two, its own and that of its type parameters.
type scopeKey struct {
	node any
	kind scopeKind
}

// maxDepth bounds recursion over nested syntax. CPython's own bound depends on its C stack; the parser stops earlier for
// everything but trees that programs build.
const maxDepth = 3000

func (b *symtable) fail(pos syntax.Pos, msg string) { failAt(b.filename, pos, msg) }

func (b *symtable) enter(kind scopeKind, name string, node any, pos syntax.Pos) *scope {
	s := &scope{kind: kind, name: name, node: node, parent: b.cur, symbols: map[string]*symbol{}, pos: pos}
	if b.cur != nil {
		s.nested = b.cur.nested || b.cur.kind.functionLike()
		b.cur.children = append(b.cur.children, s)
		if kind >= typeParamsScope && kind != annotationScope && b.cur.kind == classScope {
			s.seesClass = true
		}
		if kind >= typeVarScope && kind != annotationScope && b.cur.seesClass {
			s.seesClass = true
		}
	}
	s.className = b.class
	if b.cur != nil && kind != classScope {
		s.mangled = b.cur.mangled
	}
	if b.cur != nil {
		s.compIterExpr = b.cur.compIterExpr
	}
	b.cur = s
	b.scopes[scopeKey{node, kind}] = s
	return s
}

func (b *symtable) leave() { b.cur = b.cur.parent }

// mangle applies private name mangling (language reference, 6.2.1).
func mangle(class, name string) string {
	if class == "" || len(name) < 3 || name[0] != '_' || name[1] != '_' {
		return name
	}
	if name[len(name)-1] == '_' && name[len(name)-2] == '_' {
		return name
	}
	for i := range name {
		if name[i] == '.' {
			return name
		}
	}
	i := 0
	for i < len(class) && class[i] == '_' {
		i++
	}
	if i == len(class) {
		return name
	}
	return "_" + class[i:] + name
}

// mangle applies private name mangling as it is in the scope.
func (s *scope) mangle(name string) string {
	if s.mangled != nil && !s.mangled[name] {
		return name
	}
	return mangle(s.className, name)
}

func (b *symtable) add(name string, flags nameFlags, pos syntax.Pos) {
	b.addTo(b.cur, b.cur.mangle(name), flags, pos)
}

func (b *symtable) addTo(s *scope, name string, flags nameFlags, pos syntax.Pos) {
	y := s.symbol(name)
	if flags&defParam != 0 {
		if y.flags&defParam != 0 {
			b.fail(pos, "duplicate argument '"+name+"' in function definition")
		}
		s.params = append(s.params, name)
	}
	if flags&defTypeParam != 0 && y.flags&defTypeParam != 0 {
		b.fail(pos, "duplicate type parameter '"+name+"'")
	}
	if s.kind == compScope && s.compTarget && flags&defLocal != 0 {
		if y.flags&(defGlobal|defNonlocal) != 0 {
			b.fail(pos, "comprehension inner loop cannot rebind assignment expression target '"+name+"'")
		}
		y.flags |= defCompIter
	}
	if flags&(defGlobal|defNonlocal) != 0 && y.flags&(defGlobal|defNonlocal) == 0 {
		y.pos = pos
	}
	y.flags |= flags
	if flags&defGlobal != 0 {
		b.top.symbol(name).flags |= defGlobal
	}
}

func (b *symtable) forbidden(name string, ctx syntax.ExprContext, pos syntax.Pos) {
	if ctx == syntax.Load {
		return
	}
	if name == "__debug__" {
		if ctx == syntax.Del {
			b.fail(pos, "cannot delete __debug__")
		}
		b.fail(pos, "cannot assign to __debug__")
	}
}

func buildSymtable(m syntax.Mod, filename string, future, topAwait bool) *symtable {
	b := &symtable{filename: filename, future: future, topAwait: topAwait, scopes: map[scopeKey]*scope{}}
	b.top = b.enter(moduleScope, "top", m, syntax.Pos{})
	switch m := m.(type) {
	case *syntax.Module:
		b.top.hasDocstring = docstring(m.Body) != nil
		b.stmts(m.Body)
	case *syntax.Interactive:
		b.stmts(m.Body)
	case *syntax.Expression:
		b.expr(m.Body)
	}
	analyze(b, b.top, nil, nil, nil)
	return b
}

// docstring returns the documentation of a body, where it has one.
func docstring(body []syntax.Stmt) *syntax.Constant {
	if len(body) == 0 {
		return nil
	}
	if e, ok := body[0].(*syntax.ExprStmt); ok {
		if c, ok := e.Value.(*syntax.Constant); ok && c.Value.Kind == syntax.StrConst {
			return c
		}
	}
	return nil
}

func (b *symtable) stmts(list []syntax.Stmt) {
	b.depth++
	if b.depth > maxDepth {
		failRecursion()
	}
	for _, s := range list {
		b.stmt(s)
	}
	b.depth--
}

func (b *symtable) stmt(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.FunctionDef:
		b.forbidden(s.Name, syntax.Store, s.Pos)
		b.add(s.Name, defLocal, s.Pos)
		b.exprs(s.Decorators)
		b.defaults(s.Args)
		if len(s.TypeParams) > 0 {
			b.enterTypeParams(s.Name, s, s.Pos, s.Args.Defaults != nil, hasKwDefaults(s.Args), false)
			b.typeParams(s.TypeParams)
		}
		b.annotations(s.Args, s.Returns)
		fs := b.enter(functionScope, s.Name, s, s.Pos)
		fs.coroutine = s.Async
		fs.hasDocstring = docstring(s.Body) != nil
		b.args(s.Args)
		b.stmts(s.Body)
		b.leave()
		if len(s.TypeParams) > 0 {
			b.leave()
		}
	case *syntax.ClassDef:
		b.forbidden(s.Name, syntax.Store, s.Pos)
		b.add(s.Name, defLocal, s.Pos)
		b.exprs(s.Decorators)
		saved := b.class
		if len(s.TypeParams) > 0 {
			b.enterTypeParams(s.Name, s, s.Pos, false, false, true)
			// Names in the type parameters are mangled with the class's name.
			b.class = s.Name
			b.cur.className = s.Name
			b.cur.mangled = map[string]bool{}
			b.typeParams(s.TypeParams)
		}
		b.exprs(s.Bases)
		b.keywords(s.Keywords)
		b.class = s.Name
		cs := b.enter(classScope, s.Name, s, s.Pos)
		cs.hasDocstring = docstring(s.Body) != nil
		if len(s.TypeParams) > 0 {
			b.addTo(cs, "__type_params__", defLocal, s.Pos)
			b.addTo(cs, ".type_params", used, s.Pos)
		}
		b.stmts(s.Body)
		b.leave()
		b.class = saved
		if len(s.TypeParams) > 0 {
			b.leave()
		}
	case *syntax.TypeAlias:
		name := s.Name.(*syntax.Name)
		b.expr(s.Name)
		if len(s.TypeParams) > 0 {
			b.enterTypeParams(name.ID, s, s.Pos, false, false, false)
			b.typeParams(s.TypeParams)
		}
		b.enter(typeAliasScope, name.ID, s, s.Pos)
		if b.cur.seesClass {
			b.addTo(b.cur, "__classdict__", used, s.Pos)
		}
		b.expr(s.Value)
		b.leave()
		if len(s.TypeParams) > 0 {
			b.leave()
		}
	case *syntax.Return:
		if s.Value != nil {
			b.expr(s.Value)
			b.cur.returnsValue = true
		}
	case *syntax.Delete:
		b.exprs(s.Targets)
	case *syntax.Assign:
		b.expr(s.Value)
		b.exprs(s.Targets)
	case *syntax.AugAssign:
		b.expr(s.Target)
		if n, ok := s.Target.(*syntax.Name); ok {
			b.add(n.ID, used, n.Pos)
		}
		b.expr(s.Value)
	case *syntax.AnnAssign:
		b.annotated(s)
	case *syntax.For:
		b.asyncStmt(s.Async)
		b.expr(s.Iter)
		b.expr(s.Target)
		b.stmts(s.Body)
		b.stmts(s.OrElse)
	case *syntax.While:
		b.expr(s.Test)
		b.stmts(s.Body)
		b.stmts(s.OrElse)
	case *syntax.If:
		// Long elif chains nest in the tree; follow them without recursion.
		for {
			b.expr(s.Test)
			b.stmts(s.Body)
			if len(s.OrElse) == 1 {
				if next, ok := s.OrElse[0].(*syntax.If); ok {
					s = next
					continue
				}
			}
			b.stmts(s.OrElse)
			return
		}
	case *syntax.With:
		b.asyncStmt(s.Async)
		for _, it := range s.Items {
			b.expr(it.Context)
			if it.Vars != nil {
				b.expr(it.Vars)
			}
		}
		b.stmts(s.Body)
	case *syntax.Match:
		b.expr(s.Subject)
		for _, c := range s.Cases {
			b.pattern(c.Pattern)
			if c.Guard != nil {
				b.expr(c.Guard)
			}
			b.stmts(c.Body)
		}
	case *syntax.Raise:
		if s.Exc != nil {
			b.expr(s.Exc)
		}
		if s.Cause != nil {
			b.expr(s.Cause)
		}
	case *syntax.Try:
		b.stmts(s.Body)
		for _, h := range s.Handlers {
			if h.Type != nil {
				b.expr(h.Type)
			}
			if h.Name != "" {
				b.forbidden(h.Name, syntax.Store, h.Pos)
				b.add(h.Name, defLocal|deleted, h.Pos)
			}
			b.stmts(h.Body)
		}
		b.stmts(s.OrElse)
		b.stmts(s.FinalBody)
	case *syntax.Assert:
		b.expr(s.Test)
		if s.Msg != nil {
			b.expr(s.Msg)
		}
	case *syntax.Import:
		b.aliases(s.Names)
	case *syntax.ImportFrom:
		b.aliases(s.Names)
	case *syntax.Global:
		for _, n := range s.Names {
			b.declare(n, s.Pos, "global", defGlobal)
		}
	case *syntax.Nonlocal:
		for _, n := range s.Names {
			b.declare(n, s.Pos, "nonlocal", defNonlocal)
		}
	case *syntax.ExprStmt:
		b.expr(s.Value)
	}
}

// declare handles a name of a global or nonlocal statement.
func (b *symtable) declare(name string, pos syntax.Pos, what string, flag nameFlags) {
	m := b.cur.mangle(name)
	if y := b.cur.symbols[m]; y != nil && y.flags&(defParam|defLocal|used|defAnnotation) != 0 {
		switch {
		case y.flags&defParam != 0:
			b.fail(pos, "name '"+name+"' is parameter and "+what)
		case y.flags&used != 0:
			b.fail(pos, "name '"+name+"' is used prior to "+what+" declaration")
		case y.flags&defAnnotation != 0:
			b.fail(pos, "annotated name '"+name+"' can't be "+what)
		default:
			b.fail(pos, "name '"+name+"' is assigned to before "+what+" declaration")
		}
	}
	b.add(name, flag, pos)
}

func (b *symtable) annotated(s *syntax.AnnAssign) {
	if n, ok := s.Target.(*syntax.Name); ok {
		m := b.cur.mangle(n.ID)
		if y := b.cur.symbols[m]; y != nil && y.flags&(defGlobal|defNonlocal) != 0 && b.cur != b.top && s.Simple {
			word := "nonlocal"
			if y.flags&defGlobal != 0 {
				word = "global"
			}
			b.fail(s.Pos, "annotated name '"+n.ID+"' can't be "+word)
		}
		b.forbidden(n.ID, syntax.Store, n.Pos)
		if s.Simple {
			b.add(n.ID, defAnnotation|defLocal, n.Pos)
		} else if s.Value != nil {
			b.add(n.ID, defLocal, n.Pos)
		}
	} else {
		b.expr(s.Target)
	}
	b.cur.annotationsUsed = true
	b.annotation(s.Annotation)
	if s.Value != nil {
		b.expr(s.Value)
	}
}

// annotation visits an annotation; under the future import it is never evaluated.
func (b *symtable) annotation(e syntax.Expr) {
	if e == nil {
		return
	}
	if b.future {
		// It is checked, in a scope that is thrown away.
		parent := b.cur
		b.enter(annotationScope, "_annotation", e, e.Span())
		b.expr(e)
		b.leave()
		parent.children = parent.children[:len(parent.children)-1]
		return
	}
	b.expr(e)
}

func (b *symtable) annotations(a *syntax.Arguments, returns syntax.Expr) {
	for _, p := range slices.Concat(a.PosOnly, a.Args) {
		b.annotation(p.Annotation)
	}
	if a.VarArg != nil {
		b.annotation(a.VarArg.Annotation)
	}
	if a.KwArg != nil {
		b.annotation(a.KwArg.Annotation)
	}
	for _, p := range a.KwOnly {
		b.annotation(p.Annotation)
	}
	b.annotation(returns)
}

func hasKwDefaults(a *syntax.Arguments) bool {
	for _, d := range a.KwDefaults {
		if d != nil {
			return true
		}
	}
	return false
}

func (b *symtable) defaults(a *syntax.Arguments) {
	b.exprs(a.Defaults)
	for _, d := range a.KwDefaults {
		if d != nil {
			b.expr(d)
		}
	}
}

func (b *symtable) args(a *syntax.Arguments) {
	param := func(p *syntax.Arg) {
		b.forbidden(p.Name, syntax.Store, p.Pos)
		b.add(p.Name, defParam, p.Pos)
	}
	for _, p := range a.PosOnly {
		param(p)
	}
	for _, p := range a.Args {
		param(p)
	}
	for _, p := range a.KwOnly {
		param(p)
	}
	if a.VarArg != nil {
		param(a.VarArg)
		b.cur.varArgs = true
	}
	if a.KwArg != nil {
		param(a.KwArg)
		b.cur.varKeywords = true
	}
}

func (b *symtable) enterTypeParams(name string, node any, pos syntax.Pos, defaults, kwDefaults, class bool) {
	s := b.enter(typeParamsScope, name, node, pos)
	if s.seesClass {
		b.addTo(s, "__classdict__", used, pos)
	}
	if class {
		b.addTo(s, ".type_params", defLocal, pos)
		b.addTo(s, ".type_params", used, pos)
		b.addTo(s, ".generic_base", defLocal, pos)
		b.addTo(s, ".generic_base", used, pos)
	}
	if defaults {
		b.addTo(s, ".defaults", defParam, pos)
	}
	if kwDefaults {
		b.addTo(s, ".kwdefaults", defParam, pos)
	}
}

func (b *symtable) typeParams(list []syntax.TypeParam) {
	seenDefault := false
	sub := func(name string, e syntax.Expr, node any, pos syntax.Pos) {
		if e == nil {
			return
		}
		b.enter(typeVarScope, name, e, pos)
		b.cur.owner = node
		if b.cur.seesClass {
			b.addTo(b.cur, "__classdict__", used, pos)
		}
		b.expr(e)
		b.leave()
	}
	check := func(name string, def syntax.Expr, pos syntax.Pos) {
		if def != nil {
			seenDefault = true
		} else if seenDefault {
			b.fail(pos, "non-default type parameter '"+name+"' follows default type parameter")
		}
	}
	add := func(name string, pos syntax.Pos) {
		if b.cur.mangled != nil {
			b.cur.mangled[name] = true
		}
		b.add(name, defTypeParam|defLocal, pos)
	}
	for _, p := range list {
		switch p := p.(type) {
		case *syntax.TypeVar:
			check(p.Name, p.Default, p.Pos)
			add(p.Name, p.Pos)
			sub(p.Name, p.Bound, p, p.Pos)
			sub(p.Name, p.Default, p, p.Pos)
		case *syntax.ParamSpec:
			check(p.Name, p.Default, p.Pos)
			add(p.Name, p.Pos)
			sub(p.Name, p.Default, p, p.Pos)
		case *syntax.TypeVarTuple:
			check(p.Name, p.Default, p.Pos)
			add(p.Name, p.Pos)
			sub(p.Name, p.Default, p, p.Pos)
		}
	}
}

func (b *symtable) aliases(list []*syntax.Alias) {
	for _, a := range list {
		name := a.AsName
		if name == "" {
			name = a.Name
			for i := range name {
				if name[i] == '.' {
					name = name[:i]
					break
				}
			}
		}
		if a.Name == "*" {
			if b.cur.kind != moduleScope {
				b.fail(a.Pos, "import * only allowed at module level")
			}
			continue
		}
		b.forbidden(name, syntax.Store, a.Pos)
		b.add(name, defImport|defLocal, a.Pos)
	}
}

func (b *symtable) exprs(list []syntax.Expr) {
	for _, e := range list {
		b.expr(e)
	}
}

func (b *symtable) keywords(list []*syntax.Keyword) {
	for i, k := range list {
		if k.Arg != "" {
			b.forbidden(k.Arg, syntax.Store, k.Pos)
			for _, o := range list[:i] {
				if o.Arg == k.Arg {
					b.fail(k.Pos, "keyword argument repeated: "+k.Arg)
				}
			}
		}
		b.expr(k.Value)
	}
}

func (b *symtable) expr(e syntax.Expr) {
	b.depth++
	if b.depth > maxDepth {
		failRecursion()
	}
	defer func() { b.depth-- }()
	switch e := e.(type) {
	case nil:
	case *syntax.BoolOp:
		b.exprs(e.Values)
	case *syntax.NamedExpr:
		b.namedExpr(e)
	case *syntax.BinOp:
		// Left-deep chains of a million terms are followed without recursion.
		var rights []syntax.Expr
		var left syntax.Expr = e
		for {
			o, ok := left.(*syntax.BinOp)
			if !ok {
				break
			}
			rights = append(rights, o.Right)
			left = o.Left
		}
		b.expr(left)
		for _, r := range slices.Backward(rights) {
			b.expr(r)
		}
	case *syntax.UnaryOp:
		b.expr(e.Operand)
	case *syntax.Lambda:
		b.defaults(e.Args)
		s := b.enter(lambdaScope, "<lambda>", e, e.Pos)
		b.args(e.Args)
		b.expr(e.Body)
		_ = s
		b.leave()
	case *syntax.IfExp:
		b.expr(e.Test)
		b.expr(e.Body)
		b.expr(e.OrElse)
	case *syntax.Dict:
		for i := range e.Values {
			if e.Keys[i] != nil {
				b.expr(e.Keys[i])
			}
			b.expr(e.Values[i])
		}
	case *syntax.Set:
		b.exprs(e.Elts)
	case *syntax.ListComp:
		b.comprehension(e, e.Pos, 'l', "<listcomp>", e.Generators, e.Elt, nil)
	case *syntax.SetComp:
		b.comprehension(e, e.Pos, 's', "<setcomp>", e.Generators, e.Elt, nil)
	case *syntax.DictComp:
		b.comprehension(e, e.Pos, 'd', "<dictcomp>", e.Generators, e.Key, e.Value)
	case *syntax.GeneratorExp:
		b.comprehension(e, e.Pos, 'g', "<genexpr>", e.Generators, e.Elt, nil)
	case *syntax.Await:
		b.notInAnnotation(e.Pos, "await expression")
		if !b.cur.kind.functionLike() && !b.topAwait {
			b.fail(e.Pos, "'await' outside function")
		}
		if b.cur.kind.functionLike() && b.cur.kind != functionScope && b.cur.kind != compScope {
			b.fail(e.Pos, "'await' outside async function")
		}
		b.expr(e.Value)
		b.cur.coroutine = true
	case *syntax.Yield:
		b.yield(e.Pos, e.Value, "yield")
	case *syntax.YieldFrom:
		b.yield(e.Pos, e.Value, "yield from")
	case *syntax.Compare:
		b.expr(e.Left)
		b.exprs(e.Comparators)
	case *syntax.Call:
		b.expr(e.Func)
		b.exprs(e.Args)
		b.keywords(e.Keywords)
	case *syntax.FormattedValue:
		b.expr(e.Value)
		if e.FormatSpec != nil {
			b.expr(e.FormatSpec)
		}
	case *syntax.JoinedStr:
		b.exprs(e.Values)
	case *syntax.Attribute:
		b.forbidden(e.Attr, e.Ctx, e.Pos)
		b.expr(e.Value)
	case *syntax.Subscript:
		b.expr(e.Value)
		b.expr(e.Slice)
	case *syntax.Starred:
		b.expr(e.Value)
	case *syntax.Name:
		b.forbidden(e.ID, e.Ctx, e.Pos)
		switch e.Ctx {
		case syntax.Load:
			b.add(e.ID, used, e.Pos)
			// super() reads the class cell without naming it.
			if e.ID == "super" && b.cur.kind.functionLike() {
				b.add("__class__", used, e.Pos)
			}
		case syntax.Store:
			b.add(e.ID, defLocal, e.Pos)
		case syntax.Del:
			b.add(e.ID, defLocal|deleted, e.Pos)
		}
	case *syntax.List:
		b.exprs(e.Elts)
	case *syntax.Tuple:
		b.exprs(e.Elts)
	case *syntax.Slice:
		if e.Lower != nil {
			b.expr(e.Lower)
		}
		if e.Upper != nil {
			b.expr(e.Upper)
		}
		if e.Step != nil {
			b.expr(e.Step)
		}
	}
}

// notInAnnotation rejects expressions that type parameters and aliases cannot contain.
func (b *symtable) notInAnnotation(pos syntax.Pos, what string) {
	switch b.cur.kind {
	case typeVarScope:
		where := "a TypeVar bound"
		switch p := b.cur.owner.(type) {
		case *syntax.TypeVar:
			if b.cur.node == p.Default {
				where = "a TypeVar default"
			} else if t, ok := p.Bound.(*syntax.Tuple); ok && t != nil {
				where = "a TypeVar constraint"
			}
		case *syntax.ParamSpec:
			where = "a ParamSpec default"
		case *syntax.TypeVarTuple:
			where = "a TypeVarTuple default"
		}
		b.fail(pos, what+" cannot be used within "+where)
	case annotationScope:
		b.fail(pos, what+" cannot be used within an annotation")
	case typeAliasScope:
		b.fail(pos, what+" cannot be used within a type alias")
	case typeParamsScope:
		b.fail(pos, what+" cannot be used within the definition of a generic")
	}
}

func (b *symtable) yield(pos syntax.Pos, value syntax.Expr, keyword string) {
	b.notInAnnotation(pos, "yield expression")
	if value != nil {
		b.expr(value)
	}
	if b.cur.kind == compScope {
		what := map[byte]string{'l': "list comprehension", 's': "set comprehension", 'd': "dict comprehension", 'g': "generator expression"}
		b.fail(pos, "'yield' inside "+what[b.cur.compKind])
	}
	if !b.cur.kind.functionLike() {
		b.fail(pos, "'"+keyword+"' outside function")
	}
	b.cur.generator = true
}

func (b *symtable) namedExpr(e *syntax.NamedExpr) {
	b.notInAnnotation(e.Pos, "named expression")
	name := e.Target.(*syntax.Name)
	for s := b.cur; s != nil; s = s.parent {
		s.usesWalrus = true
		if s.kind != compScope {
			break
		}
	}
	if b.cur.compIterExpr > 0 {
		b.fail(e.Pos, "assignment expression cannot be used in a comprehension iterable expression")
	}
	if b.cur.kind == compScope {
		b.walrusInComprehension(name)
		b.expr(e.Value)
		return
	}
	b.expr(e.Value)
	b.expr(e.Target)
}

// walrusInComprehension binds the target of := in the function around the comprehensions (PEP 572).
func (b *symtable) walrusInComprehension(n *syntax.Name) {
	b.forbidden(n.ID, syntax.Store, n.Pos)
	name := b.cur.mangle(n.ID)
	for s := b.cur; s != nil; s = s.parent {
		if s.kind == compScope {
			if y := s.symbols[name]; y != nil && y.flags&defCompIter != 0 {
				b.fail(n.Pos, "assignment expression cannot rebind comprehension iteration variable '"+n.ID+"'")
			}
			if s.compIterExpr > 0 {
				b.fail(n.Pos, "assignment expression cannot be used in a comprehension iterable expression")
			}
			continue
		}
		switch {
		case s.kind == functionScope || s.kind == lambdaScope:
			flag := defNonlocal
			if y := s.symbols[name]; y != nil && y.flags&defGlobal != 0 {
				flag = defGlobal
			}
			for c := b.cur; c != s; c = c.parent {
				b.addTo(c, name, flag, n.Pos)
			}
			b.addTo(s, name, defLocal, n.Pos)
			if flag == defGlobal {
				s.symbols[name].flags |= defGlobal
			}
		case s.kind == moduleScope:
			for c := b.cur; c != s; c = c.parent {
				b.addTo(c, name, defGlobal, n.Pos)
			}
			b.addTo(s, name, defGlobal, n.Pos)
		case s.kind == classScope:
			b.fail(n.Pos, "assignment expression within a comprehension cannot be used in a class body")
		default:
			b.fail(n.Pos, "assignment expression within a comprehension cannot be used within the definition of a generic")
		}
		return
	}
}

// asyncStmt notes that a statement `async for` or `async with` makes a coroutine of a module where that is allowed.
func (b *symtable) asyncStmt(async bool) {
	if async && b.topAwait && b.cur.kind == moduleScope {
		b.cur.coroutine = true
	}
}

func (b *symtable) comprehension(node any, pos syntax.Pos, kind byte, name string, gens []syntax.Comprehension, elt, value syntax.Expr) {
	// The first iterable is evaluated outside.
	b.cur.compIterExpr++
	b.expr(gens[0].Iter)
	b.cur.compIterExpr--
	s := b.enter(compScope, name, node, pos)
	s.compKind = kind
	if gens[0].Async {
		s.coroutine = true
	}
	b.addTo(s, ".0", defParam, pos)
	target := func(e syntax.Expr) {
		s.compTarget = true
		b.expr(e)
		s.compTarget = false
	}
	target(gens[0].Target)
	b.exprs(gens[0].Ifs)
	for _, g := range gens[1:] {
		s.compIterExpr++
		b.expr(g.Iter)
		s.compIterExpr--
		target(g.Target)
		b.exprs(g.Ifs)
		if g.Async {
			s.coroutine = true
		}
	}
	if value != nil {
		b.expr(elt)
		b.expr(value)
	} else {
		b.expr(elt)
	}
	if kind == 'g' {
		s.generator = true
	}
	async := s.coroutine && kind != 'g'
	if async && s.parent.kind != functionScope && s.parent.kind != lambdaScope && s.parent.kind != compScope && s.parent.kind != annotationScope && !b.topAwait {
		b.fail(pos, "asynchronous comprehension outside of an asynchronous function")
	}
	if async {
		s.parent.coroutine = true
	}
	b.leave()
}

func (b *symtable) pattern(p syntax.Pattern) {
	name := func(n string, pos syntax.Pos) {
		if n != "" {
			b.forbidden(n, syntax.Store, pos)
			b.add(n, defLocal, pos)
		}
	}
	switch p := p.(type) {
	case *syntax.MatchValue:
		b.expr(p.Value)
	case *syntax.MatchSequence:
		for _, q := range p.Patterns {
			b.pattern(q)
		}
	case *syntax.MatchMapping:
		b.exprs(p.Keys)
		for _, q := range p.Patterns {
			b.pattern(q)
		}
		name(p.Rest, p.Pos)
	case *syntax.MatchClass:
		b.expr(p.Cls)
		for _, q := range p.Patterns {
			b.pattern(q)
		}
		for _, a := range p.KwdAttrs {
			b.forbidden(a, syntax.Store, p.Pos)
		}
		for _, q := range p.KwdPatterns {
			b.pattern(q)
		}
	case *syntax.MatchStar:
		name(p.Name, p.Pos)
	case *syntax.MatchAs:
		if p.Pattern != nil {
			b.pattern(p.Pattern)
		}
		name(p.Name, p.Pos)
	case *syntax.MatchOr:
		for _, q := range p.Patterns {
			b.pattern(q)
		}
	}
}

type nameSet map[string]bool

func (s nameSet) clone() nameSet {
	c := make(nameSet, len(s))
	for k := range s {
		c[k] = true
	}
	return c
}

// analyze resolves the names of a scope and of those inside it. bound are the names bound in enclosing functions, global
// those declared global there, typeParams those that are type parameters. It returns the names that are free in it.
func analyze(b *symtable, s *scope, bound, global, typeParams nameSet) nameSet {
	// A global declaration in a class says nothing about the functions inside, which may refer to a name that it hides.
	outer := bound.clone()
	localNames := nameSet{}
	freeNames := nameSet{}
	newBound := nameSet{}
	newGlobal := nameSet{}
	if s.kind == classScope {
		for k := range global {
			newGlobal[k] = true
		}
		for k := range bound {
			newBound[k] = true
		}
	}
	if bound == nil && s.kind != moduleScope {
		bound = nameSet{}
	}
	if global == nil {
		global = nameSet{}
	} else {
		global = global.clone()
	}
	tp := typeParams.clone()
	class := s.parent
	for s.seesClass && class.kind != classScope {
		class = class.parent
	}
	for _, name := range s.order {
		y := s.symbols[name]
		f := y.flags
		switch {
		case f&defGlobal != 0:
			if f&defNonlocal != 0 {
				b.fail(y.pos, "name '"+name+"' is nonlocal and global")
			}
			y.scope = globalExplicit
			global[name] = true
			delete(bound, name)
		case f&defNonlocal != 0:
			if bound == nil {
				b.fail(y.pos, "nonlocal declaration not allowed at module level")
			}
			if !bound[name] {
				b.fail(y.pos, "no binding for nonlocal '"+name+"' found")
			}
			if tp[name] {
				b.fail(y.pos, "nonlocal binding not allowed for type parameter '"+name+"'")
			}
			y.scope = free
			freeNames[name] = true
		case f&isBound != 0:
			y.scope = local
			localNames[name] = true
			delete(global, name)
			if f&defTypeParam != 0 {
				tp[name] = true
			} else {
				delete(tp, name)
			}
		case s.seesClass && class.symbols[name] != nil && class.symbols[name].flags&defGlobal != 0:
			y.scope = globalExplicit
		case s.seesClass && class.symbols[name] != nil && class.symbols[name].flags&isBound != 0 && class.symbols[name].flags&defNonlocal == 0:
			// Bound in the class and perhaps in a function around it: the latter's is left out.
			y.scope = globalImplicit
		case bound[name]:
			y.scope = free
			freeNames[name] = true
		case global[name]:
			y.scope = globalImplicit
		default:
			y.scope = globalImplicit
		}
	}
	if s.kind != classScope {
		if s.kind.functionLike() {
			for k := range localNames {
				newBound[k] = true
			}
		}
		for k := range bound {
			newBound[k] = true
		}
		for k := range global {
			newGlobal[k] = true
		}
	} else {
		newBound["__class__"] = true
		newBound["__classdict__"] = true
	}
	childFree := nameSet{}
	for _, c := range s.children {
		inline := c.kind == compScope && c.compKind != 'g' && !s.seesClass
		f := analyze(b, c, newBound.clone(), newGlobal.clone(), tp)
		c.inlined = inline
		if inline {
			inlineComprehension(s, c, f)
		}
		for k := range f {
			childFree[k] = true
		}
	}
	// A local that something inside refers to is a cell.
	if s.kind.functionLike() {
		for name := range localNames {
			if childFree[name] {
				s.symbols[name].scope = cell
				delete(childFree, name)
			}
		}
	}
	if s.kind == classScope {
		if childFree["__class__"] {
			s.needsClass = true
			delete(childFree, "__class__")
		}
		if childFree["__classdict__"] {
			s.needsClassDict = true
			delete(childFree, "__classdict__")
		}
	}
	for name := range childFree {
		if y := s.symbols[name]; y != nil {
			if s.kind == classScope && y.flags&(isBound|defGlobal) != 0 {
				y.flags |= defFreeClass
			}
			if s.kind == classScope || y.scope == globalImplicit || y.scope == free {
				freeNames[name] = true
			}
			if s.kind != classScope && y.scope == globalImplicit && (bound[name]) {
				y.scope = free
			}
			continue
		}
		if bound != nil && bound[name] {
			y := s.symbol(name)
			y.scope = free
			freeNames[name] = true
		}
	}
	for name := range freeNames {
		childFree[name] = true
	}
	// Names that no enclosing function binds are not passed on.
	out := nameSet{}
	for name := range childFree {
		if outer[name] || name == "__class__" || name == "__classdict__" {
			out[name] = true
		}
	}
	return out
}

// inlineComprehension prepares a comprehension that runs in its parent's frame: names that the comprehension takes from
// outside become names of the parent, its own get registers of their own there.
func inlineComprehension(s, c *scope, childFree nameSet) {
	for _, name := range c.order {
		y := c.symbols[name]
		if name == ".0" || y.scope == local || y.scope == cell {
			continue
		}
		if s.kind == classScope {
			if name == "__class__" && y.scope == free {
				// The class's body has no such cell for itself.
				y.scope = globalImplicit
				delete(childFree, name)
			}
			continue
		}
		if s.symbols[name] == nil {
			p := s.symbol(name)
			p.flags |= used
			p.scope = globalImplicit
			if y.scope == free {
				p.scope = free
			} else if y.scope == globalExplicit {
				p.scope = globalExplicit
			}
		}
		// A name of the parent that only the comprehension reads needs no cell.
		if p := s.symbols[name]; p.scope == local && !usedInside(c, name) {
			delete(childFree, name)
		}
	}
}

// usedInside reports whether a function within the scope refers to the name as free.
func usedInside(c *scope, name string) bool {
	for _, d := range c.children {
		if y := d.symbols[name]; y != nil && y.scope == free && !d.inlined {
			return true
		}
		if d.inlined {
			if y := d.symbols[name]; (y == nil || y.scope == free) && usedInside(d, name) {
				return true
			}
		}
	}
	return false
}
