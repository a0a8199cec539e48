package ast

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/syntax"
)

// validator checks a tree that a program has made before it is compiled: contexts, positions, and what the grammar does
// not say about the lengths of lists. The parser's own trees need no check. The first error stays.
type validator struct {
	err error
}

// validate reports what is wrong with a tree.
func validate(m syntax.Mod) error {
	v := &validator{}
	switch m := m.(type) {
	case *syntax.Module:
		v.stmts(m.Body)
	case *syntax.Interactive:
		v.stmts(m.Body)
	case *syntax.Expression:
		v.expr(m.Body, syntax.Load)
	case *syntax.FunctionType:
		v.exprs(m.ArgTypes, syntax.Load)
		v.expr(m.Returns, syntax.Load)
	}
	return v.err
}

func (v *validator) fail(format string, args ...any) {
	if v.err == nil {
		v.err = objects.ValueErrorf(format, args...)
	}
}

// position checks the extent of a node.
func (v *validator) position(p syntax.Pos) {
	switch {
	case p.Line > p.EndLine:
		v.fail("AST node line range (%d, %d) is not valid", p.Line, p.EndLine)
	case p.Line < 0 && p.EndLine != p.Line, p.Col < 0 && p.Col != p.EndCol:
		v.fail("AST node column range (%d, %d) for line range (%d, %d) is not valid", p.Col, p.EndCol, p.Line, p.EndLine)
	case p.Line == p.EndLine && p.Col > p.EndCol:
		v.fail("line %d, column %d-%d is not a valid range", p.Line, p.Col, p.EndCol)
	}
}

// name checks that an identifier is no constant.
func (v *validator) name(s string) {
	switch s {
	case "None", "True", "False":
		v.fail("identifier field can't represent '%s' constant", s)
	}
}

func (v *validator) filled(n int, what, owner string) {
	if n == 0 {
		v.fail("empty %s on %s", what, owner)
	}
}

func (v *validator) body(list []syntax.Stmt, owner string) {
	v.filled(len(list), "body", owner)
	v.stmts(list)
}

func (v *validator) stmts(list []syntax.Stmt) {
	for _, s := range list {
		if v.err != nil {
			return
		}
		v.stmt(s)
	}
}

func (v *validator) exprs(list []syntax.Expr, ctx syntax.ExprContext) {
	for _, e := range list {
		v.expr(e, ctx)
	}
}

func (v *validator) targets(list []syntax.Expr, ctx syntax.ExprContext, owner string) {
	v.filled(len(list), "targets", owner)
	v.exprs(list, ctx)
}

func (v *validator) keywords(list []*syntax.Keyword) {
	for _, k := range list {
		v.expr(k.Value, syntax.Load)
	}
}

func (v *validator) arg(a *syntax.Arg) {
	if a != nil {
		v.position(a.Pos)
		v.expr(a.Annotation, syntax.Load)
	}
}

func (v *validator) arguments(a *syntax.Arguments) {
	for _, list := range [][]*syntax.Arg{a.PosOnly, a.Args, {a.VarArg}, a.KwOnly, {a.KwArg}} {
		for _, p := range list {
			v.arg(p)
		}
	}
	if len(a.Defaults) > len(a.PosOnly)+len(a.Args) {
		v.fail("more positional defaults than args on arguments")
	}
	if len(a.KwDefaults) != len(a.KwOnly) {
		v.fail("length of kwonlyargs is not the same as kw_defaults on arguments")
	}
	v.exprs(a.Defaults, syntax.Load)
	v.exprs(a.KwDefaults, syntax.Load)
}

func (v *validator) typeParams(list []syntax.TypeParam) {
	for _, p := range list {
		v.position(p.Span())
		switch p := p.(type) {
		case *syntax.TypeVar:
			v.name(p.Name)
			v.expr(p.Bound, syntax.Load)
			v.expr(p.Default, syntax.Load)
		case *syntax.ParamSpec:
			v.name(p.Name)
			v.expr(p.Default, syntax.Load)
		case *syntax.TypeVarTuple:
			v.name(p.Name)
			v.expr(p.Default, syntax.Load)
		}
	}
}

func (v *validator) stmt(s syntax.Stmt) {
	v.position(s.Span())
	switch s := s.(type) {
	case *syntax.FunctionDef:
		owner := "FunctionDef"
		if s.Async {
			owner = "AsyncFunctionDef"
		}
		v.body(s.Body, owner)
		v.typeParams(s.TypeParams)
		v.arguments(s.Args)
		v.exprs(s.Decorators, syntax.Load)
		v.expr(s.Returns, syntax.Load)
	case *syntax.ClassDef:
		v.body(s.Body, "ClassDef")
		v.typeParams(s.TypeParams)
		v.exprs(s.Bases, syntax.Load)
		v.keywords(s.Keywords)
		v.exprs(s.Decorators, syntax.Load)
	case *syntax.Return:
		v.expr(s.Value, syntax.Load)
	case *syntax.Delete:
		v.targets(s.Targets, syntax.Del, "Delete")
	case *syntax.Assign:
		v.targets(s.Targets, syntax.Store, "Assign")
		v.expr(s.Value, syntax.Load)
	case *syntax.AugAssign:
		v.expr(s.Target, syntax.Store)
		v.expr(s.Value, syntax.Load)
	case *syntax.AnnAssign:
		if _, ok := s.Target.(*syntax.Name); s.Simple && !ok {
			if v.err == nil {
				v.err = objects.TypeErrorf("AnnAssign with simple non-Name target")
			}
		}
		v.expr(s.Target, syntax.Store)
		v.expr(s.Value, syntax.Load)
		v.expr(s.Annotation, syntax.Load)
	case *syntax.TypeAlias:
		if _, ok := s.Name.(*syntax.Name); !ok && v.err == nil {
			v.err = objects.TypeErrorf("TypeAlias with non-Name name")
		}
		v.expr(s.Name, syntax.Store)
		v.typeParams(s.TypeParams)
		v.expr(s.Value, syntax.Load)
	case *syntax.For:
		owner := "For"
		if s.Async {
			owner = "AsyncFor"
		}
		v.expr(s.Target, syntax.Store)
		v.expr(s.Iter, syntax.Load)
		v.body(s.Body, owner)
		v.stmts(s.OrElse)
	case *syntax.While:
		v.expr(s.Test, syntax.Load)
		v.body(s.Body, "While")
		v.stmts(s.OrElse)
	case *syntax.If:
		v.expr(s.Test, syntax.Load)
		v.body(s.Body, "If")
		v.stmts(s.OrElse)
	case *syntax.With:
		owner := "With"
		if s.Async {
			owner = "AsyncWith"
		}
		v.filled(len(s.Items), "items", owner)
		for i := range s.Items {
			v.expr(s.Items[i].Context, syntax.Load)
			v.expr(s.Items[i].Vars, syntax.Store)
		}
		v.body(s.Body, owner)
	case *syntax.Match:
		v.expr(s.Subject, syntax.Load)
		v.filled(len(s.Cases), "cases", "Match")
		for i := range s.Cases {
			c := &s.Cases[i]
			v.pattern(c.Pattern, false)
			v.expr(c.Guard, syntax.Load)
			v.body(c.Body, "match_case")
		}
	case *syntax.Raise:
		if s.Exc == nil && s.Cause != nil {
			v.fail("Raise with cause but no exception")
		}
		v.expr(s.Exc, syntax.Load)
		v.expr(s.Cause, syntax.Load)
	case *syntax.Try:
		v.try(s)
	case *syntax.Assert:
		v.expr(s.Test, syntax.Load)
		v.expr(s.Msg, syntax.Load)
	case *syntax.Import:
		v.filled(len(s.Names), "names", "Import")
	case *syntax.ImportFrom:
		if s.Level < 0 {
			v.fail("Negative ImportFrom level")
		}
		v.filled(len(s.Names), "names", "ImportFrom")
	case *syntax.Global:
		v.filled(len(s.Names), "names", "Global")
	case *syntax.Nonlocal:
		v.filled(len(s.Names), "names", "Nonlocal")
	case *syntax.ExprStmt:
		v.expr(s.Value, syntax.Load)
	}
}

func (v *validator) try(s *syntax.Try) {
	owner := "Try"
	if s.Star {
		owner = "TryStar"
	}
	v.body(s.Body, owner)
	if len(s.Handlers) == 0 && len(s.FinalBody) == 0 {
		v.fail("%s has neither except handlers nor finalbody", owner)
	}
	if len(s.Handlers) == 0 && len(s.OrElse) > 0 {
		v.fail("%s has orelse but no except handlers", owner)
	}
	for _, h := range s.Handlers {
		v.position(h.Pos)
		v.expr(h.Type, syntax.Load)
		v.body(h.Body, "ExceptHandler")
	}
	v.stmts(s.FinalBody)
	v.stmts(s.OrElse)
}

func (v *validator) comprehension(list []syntax.Comprehension) {
	if len(list) == 0 {
		v.fail("comprehension with no generators")
	}
	for i := range list {
		c := &list[i]
		v.expr(c.Target, syntax.Store)
		v.expr(c.Iter, syntax.Load)
		v.exprs(c.Ifs, syntax.Load)
	}
}

// expr checks an expression; nil is one that is absent.
func (v *validator) expr(e syntax.Expr, ctx syntax.ExprContext) {
	if e == nil || v.err != nil {
		return
	}
	v.position(e.Span())
	actual := syntax.Load
	switch e := e.(type) {
	case *syntax.Attribute:
		actual = e.Ctx
	case *syntax.Subscript:
		actual = e.Ctx
	case *syntax.Starred:
		actual = e.Ctx
	case *syntax.Name:
		v.name(e.ID)
		actual = e.Ctx
	case *syntax.List:
		actual = e.Ctx
	case *syntax.Tuple:
		actual = e.Ctx
	default:
		if ctx != syntax.Load {
			v.fail("expression which can't be assigned to in %s context", ctx)
		}
	}
	if actual != ctx {
		v.fail("expression must have %s context but has %s instead", ctx, actual)
	}
	switch e := e.(type) {
	case *syntax.BoolOp:
		if len(e.Values) < 2 {
			v.fail("BoolOp with less than 2 values")
		}
		v.exprs(e.Values, syntax.Load)
	case *syntax.BinOp:
		v.expr(e.Left, syntax.Load)
		v.expr(e.Right, syntax.Load)
	case *syntax.UnaryOp:
		v.expr(e.Operand, syntax.Load)
	case *syntax.Lambda:
		v.arguments(e.Args)
		v.expr(e.Body, syntax.Load)
	case *syntax.IfExp:
		v.exprs([]syntax.Expr{e.Test, e.Body, e.OrElse}, syntax.Load)
	case *syntax.Dict:
		if len(e.Keys) != len(e.Values) {
			v.fail("Dict doesn't have the same number of keys as values")
		}
		v.exprs(e.Keys, syntax.Load)
		v.exprs(e.Values, syntax.Load)
	case *syntax.Set:
		v.exprs(e.Elts, syntax.Load)
	case *syntax.ListComp:
		v.comprehension(e.Generators)
		v.expr(e.Elt, syntax.Load)
	case *syntax.SetComp:
		v.comprehension(e.Generators)
		v.expr(e.Elt, syntax.Load)
	case *syntax.GeneratorExp:
		v.comprehension(e.Generators)
		v.expr(e.Elt, syntax.Load)
	case *syntax.DictComp:
		v.comprehension(e.Generators)
		v.expr(e.Key, syntax.Load)
		v.expr(e.Value, syntax.Load)
	case *syntax.Yield:
		v.expr(e.Value, syntax.Load)
	case *syntax.YieldFrom:
		v.expr(e.Value, syntax.Load)
	case *syntax.Await:
		v.expr(e.Value, syntax.Load)
	case *syntax.Compare:
		if len(e.Comparators) == 0 {
			v.fail("Compare with no comparators")
		}
		if len(e.Comparators) != len(e.Ops) {
			v.fail("Compare has a different number of comparators and operands")
		}
		v.exprs(e.Comparators, syntax.Load)
		v.expr(e.Left, syntax.Load)
	case *syntax.Call:
		v.expr(e.Func, syntax.Load)
		v.exprs(e.Args, syntax.Load)
		v.keywords(e.Keywords)
	case *syntax.FormattedValue:
		v.expr(e.Value, syntax.Load)
		v.expr(e.FormatSpec, syntax.Load)
	case *syntax.JoinedStr:
		v.exprs(e.Values, syntax.Load)
	case *syntax.Attribute:
		v.expr(e.Value, syntax.Load)
	case *syntax.Subscript:
		v.expr(e.Slice, syntax.Load)
		v.expr(e.Value, syntax.Load)
	case *syntax.Starred:
		v.expr(e.Value, ctx)
	case *syntax.List:
		v.exprs(e.Elts, ctx)
	case *syntax.Tuple:
		v.exprs(e.Elts, ctx)
	case *syntax.NamedExpr:
		if _, ok := e.Target.(*syntax.Name); !ok && v.err == nil {
			v.err = objects.TypeErrorf("NamedExpr target must be a Name")
		}
		v.expr(e.Value, syntax.Load)
	case *syntax.Slice:
		v.exprs([]syntax.Expr{e.Lower, e.Upper, e.Step}, syntax.Load)
	}
}

// captureName checks a name that a pattern binds.
func (v *validator) captureName(s string) {
	if s == "_" {
		v.fail("can't capture name '_' in patterns")
	}
	v.name(s)
}

// patternValue checks that an expression is one that a value or key pattern may hold.
func (v *validator) patternValue(e syntax.Expr) {
	v.expr(e, syntax.Load)
	switch e := e.(type) {
	case *syntax.Constant:
		switch e.Value.Kind {
		case syntax.IntConst, syntax.FloatConst, syntax.ComplexConst, syntax.StrConst, syntax.BytesConst:
			return
		}
		v.fail("unexpected constant inside of a literal pattern")
	case *syntax.Attribute, *syntax.JoinedStr:
		// A constant by name; an f-string is refused by the compiler.
	case *syntax.UnaryOp:
		if !number(e, true, true) {
			v.fail("patterns may only match literals and attribute lookups")
		}
	case *syntax.BinOp:
		if e.Op != syntax.Add && e.Op != syntax.Sub || !number(e.Left, true, false) || !number(e.Right, false, true) || number(e.Right, false, false) {
			v.fail("patterns may only match literals and attribute lookups")
		}
	default:
		v.fail("patterns may only match literals and attribute lookups")
	}
}

// number reports whether e is a number, negated where signs are allowed and complex where that is.
func number(e syntax.Expr, signed, imaginary bool) bool {
	if u, ok := e.(*syntax.UnaryOp); ok {
		return signed && u.Op == syntax.USub && number(u.Operand, false, imaginary)
	}
	c, ok := e.(*syntax.Constant)
	if !ok {
		return false
	}
	switch c.Value.Kind {
	case syntax.IntConst, syntax.FloatConst:
		return true
	case syntax.ComplexConst:
		return imaginary
	}
	return false
}

func (v *validator) patterns(list []syntax.Pattern, star bool) {
	for _, p := range list {
		v.pattern(p, star)
	}
}

// pattern checks a pattern; star says that a starred one may stand there.
func (v *validator) pattern(p syntax.Pattern, star bool) {
	if p == nil || v.err != nil {
		return
	}
	v.position(p.Span())
	switch p := p.(type) {
	case *syntax.MatchValue:
		v.patternValue(p.Value)
	case *syntax.MatchSingleton:
		switch p.Value {
		case syntax.NoneConst, syntax.TrueConst, syntax.FalseConst:
		default:
			v.fail("MatchSingleton can only contain True, False and None")
		}
	case *syntax.MatchSequence:
		v.patterns(p.Patterns, true)
	case *syntax.MatchMapping:
		if len(p.Keys) != len(p.Patterns) {
			v.fail("MatchMapping doesn't have the same number of keys as patterns")
		}
		if p.Rest != "" {
			v.captureName(p.Rest)
		}
		for _, k := range p.Keys {
			if c, ok := k.(*syntax.Constant); ok {
				switch c.Value.Kind {
				case syntax.NoneConst, syntax.TrueConst, syntax.FalseConst:
					continue
				}
			}
			v.patternValue(k)
		}
		v.patterns(p.Patterns, false)
	case *syntax.MatchClass:
		if len(p.KwdAttrs) != len(p.KwdPatterns) {
			v.fail("MatchClass doesn't have the same number of keyword attributes as patterns")
		}
		v.expr(p.Cls, syntax.Load)
		for cls := p.Cls; ; {
			a, ok := cls.(*syntax.Attribute)
			if !ok {
				if _, ok := cls.(*syntax.Name); !ok {
					v.fail("MatchClass cls field can only contain Name or Attribute nodes.")
				}
				break
			}
			cls = a.Value
		}
		for _, a := range p.KwdAttrs {
			v.name(a)
		}
		v.patterns(p.Patterns, false)
		v.patterns(p.KwdPatterns, false)
	case *syntax.MatchStar:
		if !star {
			v.fail("can't use MatchStar here")
		}
		if p.Name != "" {
			v.captureName(p.Name)
		}
	case *syntax.MatchAs:
		if p.Name != "" {
			v.captureName(p.Name)
		}
		if p.Pattern != nil && p.Name == "" {
			v.fail("MatchAs must specify a target name if a pattern is given")
		}
		v.pattern(p.Pattern, false)
	case *syntax.MatchOr:
		if len(p.Patterns) < 2 {
			v.fail("MatchOr requires at least 2 patterns")
		}
		v.patterns(p.Patterns, false)
	}
}
