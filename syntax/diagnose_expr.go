package syntax

import "strings"

// The checks of expressions. Each is consulted in the second pass, where CPython tries its error productions; it raises
// if the input is the mistake it knows, and leaves the place as it was otherwise.

// softKeywords are the words that are keywords in some places only.
var softKeywords = [...]string{"_", "case", "match", "type"}

// looksSoft says whether the next token is taken for a soft keyword where one would make "Perhaps you forgot a comma?"
// misleading. CPython takes every beginning of a soft keyword for one.
func (p *parser) looksSoft() bool {
	if p.kind() != NameToken {
		return false
	}
	s := p.text(p.pos)
	for _, k := range softKeywords {
		if strings.HasPrefix(k, s) {
			return true
		}
	}
	return false
}

// isLegacy says whether e is the name of a statement of Python 2 that is a function now.
func isLegacy(e Expr) bool {
	n, ok := e.(*Name)
	return ok && (n.ID == "print" || n.ID == "exec")
}

// withoutChecks runs f with the checks off.
func (p *parser) withoutChecks(f func(*parser) Expr) Expr {
	old := p.checks
	p.checks = false
	e := f(p)
	p.checks = old
	return e
}

// checkExpression finds two expressions without a comma, half of a conditional expression, and calls of print without
// brackets.
func (p *parser) checkExpression() {
	start := p.pos
	if !(p.kind() == NameToken && p.kindAt(1) == String) && !p.looksSoft() {
		if a := p.disjunction(); a != nil {
			if b := p.withoutChecks((*parser).expressionBody); b != nil {
				if !isLegacy(a) && p.toks[p.pos-1].Level != 0 {
					p.raiseRange(a.Span(), b.Span(), "invalid syntax. Perhaps you forgot a comma?")
				}
			}
		}
		p.pos = start
	}
	if a := p.disjunction(); a != nil && p.accept(kwIf) {
		if b := p.disjunction(); b != nil && p.kind() != kwElse && p.kind() != Colon {
			p.raiseRange(a.Span(), b.Span(), "expected 'else' after 'if' expression")
		}
	}
	p.pos = start
	if p.accept(kwLambda) {
		if p.kind() != Colon {
			p.lambdaParameters()
		}
		if p.accept(Colon) && p.kind() == FStringMiddle {
			p.raiseRange(p.toks[start].Pos, p.toks[p.pos-1].Pos, "f-string: lambda expressions are not allowed without parentheses")
		}
		p.pos = start
	}
	if p.kind() == NameToken && p.kindAt(1) != LPar {
		name := p.toks[start]
		id := p.text(start)
		p.pos++
		if b := p.starExpressions(); b != nil && (id == "print" || id == "exec") {
			p.raiseRange(name.Pos, b.Span(), "Missing parentheses in call to '%s'. Did you mean %s(...)?", id, id)
		}
		p.pos = start
	}
}

// lambdaParameters reads the parameters of a lambda expression, once.
func (p *parser) lambdaParameters() *Arguments { return p.parameters(true) }

// checkNamed finds `:=` after what is no name and `=` where `==` was meant.
func (p *parser) checkNamed() {
	start := p.pos
	if _, ok := p.recall(ruleInvalidNamed); ok {
		p.pos = start
		return
	}
	if a := p.expression(); a != nil && p.accept(ColonEqual) {
		if p.expression() != nil {
			p.raiseAt(a.Span(), "cannot use assignment expressions with %s", exprName(a))
		}
	}
	p.pos = start
	if p.kind() == NameToken && p.kindAt(1) == Equal {
		p.pos += 2
		if b := p.binary(); b != nil && p.kind() != Equal && p.kind() != ColonEqual {
			p.raiseRange(p.toks[start].Pos, b.Span(), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
		}
		p.pos = start
	}
	if !p.beginsDisplay() {
		if a := p.binary(); a != nil && p.accept(Equal) {
			if p.binary() != nil && p.kind() != Equal && p.kind() != ColonEqual {
				p.raiseAt(a.Span(), "cannot assign to %s here. Maybe you meant '==' instead of '='?", exprName(a))
			}
		}
	}
	p.pos = start
	p.remember(ruleInvalidNamed, start, nil)
}

// beginsDisplay says whether a list, tuple, generator expression or constant name stands next.
func (p *parser) beginsDisplay() bool {
	start := p.pos
	switch p.kind() {
	case kwTrue, kwFalse, kwNone:
		return true
	case LSqb, LPar:
		e := p.atom()
		p.pos = start
		switch e := e.(type) {
		case *List:
			return true
		case *Tuple, *GeneratorExp:
			// One in brackets of its own, not within others.
			return e.Span().Line == p.toks[start].Line && e.Span().Col == p.toks[start].Col
		}
	}
	return false
}

// checkNotOperand finds `not` after an operator, which is where p stands.
func (p *parser) checkNotOperand(operand func(*parser) Expr) {
	if p.kind() != kwNot {
		return
	}
	start := p.pos
	p.pos++
	if e := operand(p); e != nil {
		p.raiseRange(p.toks[start].Pos, e.Span(), "'not' after an operator must be parenthesized")
	}
	p.pos = start
}

// checkGroup finds stars in brackets.
func (p *parser) checkGroup() {
	start := p.pos
	p.pos++
	if e := p.starredArgument(); e != nil && p.kind() == RPar {
		p.raiseAt(e.Span(), "cannot use starred expression here")
	}
	p.pos = start + 1
	if p.accept(DoubleStar) {
		if p.expression() != nil && p.kind() == RPar {
			p.raiseAt(p.toks[start+1].Pos, "cannot use double starred expression here")
		}
	}
	p.pos = start
}

// checkListComp reads a list comprehension that the first reading did not take, and finds stars in one.
func (p *parser) checkListComp() {
	start := p.pos
	p.pos++
	if p.named() != nil {
		p.comprehension()
	}
	p.pos = start
	p.checkComprehension()
}

// checkComprehension finds a starred element and one that is a tuple without brackets.
func (p *parser) checkComprehension() {
	start := p.pos
	open := p.kind()
	p.pos++
	if e := p.starredArgument(); e != nil && p.comprehension() != nil {
		p.raiseAt(e.Span(), "iterable unpacking cannot be used in comprehension")
	}
	p.pos = start + 1
	if open != LPar {
		if first := p.starNamed(); first != nil && p.kind() == Comma {
			comma := p.toks[p.pos]
			mark := p.pos
			p.pos++
			if rest := p.starNamedList(nil); rest != nil && p.comprehension() != nil {
				p.raiseRange(first.Span(), rest[len(rest)-1].Span(), "did you forget parentheses around the comprehension target?")
			}
			p.pos = mark + 1
			if p.comprehension() != nil {
				p.raiseRange(first.Span(), comma.Pos, "did you forget parentheses around the comprehension target?")
			}
		}
	}
	p.pos = start
}

// bracesChecked reads a dict, a set or a comprehension in the order in which CPython tries them.
func (p *parser) bracesChecked() Expr {
	start := p.pos
	p.enter(listCost)
	defer p.leave(listCost)
	p.pos++
	if p.accept(RBrace) {
		return &Dict{Pos: p.from(start)}
	}
	if e := p.dictItems(start); e != nil {
		return e
	}
	p.pos = start
	p.checkDict()
	p.pos = start + 1
	if elts := p.starNamedList(nil); elts != nil && p.accept(RBrace) {
		return &Set{p.from(start), elts}
	}
	p.pos = start + 1
	if p.kind() != DoubleStar {
		if k, v, ok := p.dictItem(); ok {
			if gens := p.comprehension(); gens != nil && p.accept(RBrace) {
				return &DictComp{p.from(start), k, v, gens}
			}
		}
	}
	p.pos = start + 1
	if p.accept(DoubleStar) {
		if p.binary() != nil && p.comprehension() != nil && p.kind() == RBrace {
			p.raiseAt(p.toks[start+1].Pos, "dict unpacking cannot be used in dict comprehension")
		}
	}
	p.pos = start + 1
	if e := p.named(); e != nil {
		if gens := p.comprehension(); gens != nil && p.accept(RBrace) {
			return &SetComp{p.from(start), e, gens}
		}
	}
	p.pos = start
	p.checkComprehension()
	p.pos = start
	return nil
}

// checkDict finds items of a dict without key, value or colon.
func (p *parser) checkDict() {
	start := p.pos
	p.pos++
	if _, _, ok := p.dictItem(); ok {
		for p.kind() == Comma {
			mark := p.pos
			p.pos++
			if _, _, ok := p.dictItem(); !ok {
				p.pos = mark
				break
			}
		}
		if p.accept(Comma) {
			p.checkDictItem()
		}
	}
	p.pos = start + 1
	p.checkDictValue()
	p.pos = start
}

// checkDictItem finds what is wrong with an item after others.
func (p *parser) checkDictItem() {
	start := p.pos
	if e := p.expression(); e != nil && p.kind() != Colon {
		at := e.Span()
		panic(bailout{p.located("SyntaxError", "':' expected after dictionary key", int(at.Line), int(at.EndCol), int(at.EndLine), 0)})
	}
	p.pos = start
	p.checkDictValue()
	p.pos = start
}

// checkDictValue finds a starred value and an absent one.
func (p *parser) checkDictValue() {
	if p.expression() == nil || p.kind() != Colon {
		return
	}
	colon := p.toks[p.pos]
	p.pos++
	switch p.kind() {
	case Star:
		star := p.toks[p.pos]
		p.pos++
		if p.binary() != nil {
			p.raiseFrom(star.Pos, "cannot use a starred expression in a dictionary value")
		}
	case RBrace, Comma:
		p.raiseAt(colon.Pos, "expression expected after dictionary key and ':'")
	}
}

// checkForTarget finds targets of a for clause that cannot be assigned to.
func (p *parser) checkForTarget() {
	start := p.pos
	p.accept(kwAsync)
	if p.accept(kwFor) {
		if e := p.starExpressions(); e != nil {
			p.badTarget(e, forTarget)
		}
	}
	p.pos = start
}

// checkForClause finds targets of a comprehension without `in`.
func (p *parser) checkForClause() {
	start := p.pos
	p.accept(kwAsync)
	if p.accept(kwFor) && p.binary() != nil {
		for p.kind() == Comma {
			mark := p.pos
			p.pos++
			if p.binary() == nil {
				p.pos = mark
				break
			}
		}
		p.accept(Comma)
		if p.kind() != kwIn {
			p.raise("'in' expected after for-loop variables")
		}
	}
	p.pos = start
}

// targetUse says what a target is for.
type targetUse uint8

const (
	starTargetUse targetUse = iota
	forTarget
	delTarget
)

// badTarget raises if part of e cannot be a target.
func (p *parser) badTarget(e Expr, use targetUse) {
	bad := invalidTarget(e, use)
	if bad == nil {
		return
	}
	verb := "assign to"
	if use == delTarget {
		verb = "delete"
	}
	p.raiseAt(bad.Span(), "cannot %s %s", verb, exprName(bad))
}

// invalidTarget finds the first part of e that cannot be a target.
func invalidTarget(e Expr, use targetUse) Expr {
	var elts []Expr
	switch e := e.(type) {
	case *List:
		elts = e.Elts
	case *Tuple:
		elts = e.Elts
	case *Starred:
		if use == delTarget {
			return e
		}
		return invalidTarget(e.Value, use)
	case *Compare:
		// The `a in b` of `for a in b` is read as a comparison.
		if use == forTarget {
			if e.Ops[0] == In {
				return invalidTarget(e.Left, use)
			}
			return nil
		}
		return e
	case *Name, *Subscript, *Attribute:
		return nil
	default:
		return e
	}
	for _, x := range elts {
		if bad := invalidTarget(x, use); bad != nil {
			return bad
		}
	}
	return nil
}

// exprName is what error messages call a kind of expression.
func exprName(e Expr) string {
	switch e := e.(type) {
	case *Attribute:
		return "attribute"
	case *Subscript:
		return "subscript"
	case *Starred:
		return "starred"
	case *Name:
		return "name"
	case *List:
		return "list"
	case *Tuple:
		return "tuple"
	case *Lambda:
		return "lambda"
	case *Call:
		return "function call"
	case *BoolOp, *BinOp, *UnaryOp:
		return "expression"
	case *GeneratorExp:
		return "generator expression"
	case *Yield, *YieldFrom:
		return "yield expression"
	case *Await:
		return "await expression"
	case *ListComp:
		return "list comprehension"
	case *SetComp:
		return "set comprehension"
	case *DictComp:
		return "dict comprehension"
	case *Dict:
		return "dict literal"
	case *Set:
		return "set display"
	case *JoinedStr, *FormattedValue:
		return "f-string expression"
	case *Compare:
		return "comparison"
	case *IfExp:
		return "conditional expression"
	case *NamedExpr:
		return "named expression"
	case *Constant:
		switch e.Value.Kind {
		case NoneConst:
			return "None"
		case TrueConst:
			return "True"
		case FalseConst:
			return "False"
		case EllipsisConst:
			return "ellipsis"
		}
		return "literal"
	}
	return "expression"
}

// checkField finds what is wrong with a replacement field.
func (p *parser) checkField() {
	start := p.pos
	p.pos++
	switch k := p.kind(); k {
	case Equal, Exclamation, Colon, RBrace:
		p.raiseAt(p.toks[p.pos].Pos, "f-string: valid expression required before '%s'", k)
	}
	if p.yieldOrStar() == nil {
		p.pos = start + 1
		p.raiseNext("f-string: expecting a valid expression after '{'")
	}
	switch p.kind() {
	case Equal, Exclamation, Colon, RBrace:
	default:
		p.raiseNext("f-string: expecting '=', or '!', or ':', or '}'")
	}
	if p.accept(Equal) {
		switch p.kind() {
		case Exclamation, Colon, RBrace:
		default:
			p.raiseNext("f-string: expecting '!', or ':', or '}'")
		}
	}
	if p.kind() == Exclamation {
		p.pos++
		switch p.kind() {
		case Colon, RBrace:
			p.raiseNext("f-string: missing conversion character")
		case NameToken:
			p.pos++
		default:
			p.raiseNext("f-string: invalid conversion character")
		}
	}
	switch p.kind() {
	case Colon:
		p.formatSpec()
		if p.kind() != RBrace {
			p.raiseNext("f-string: expecting '}', or format specs")
		}
	case RBrace:
	default:
		p.raiseNext("f-string: expecting ':' or '}'")
	}
	p.pos = start
}
