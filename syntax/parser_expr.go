package syntax

import "github.com/adder-lang/adder/internal/ucd"

// ident gives the identifier at a token, normalised (NFKC).
func (p *parser) ident(i int) string {
	s := p.text(i)
	for j := 0; j < len(s); j++ {
		if s[j] >= 0x80 {
			return ucd.NormalizeString(ucd.NFKC, s)
		}
	}
	return s
}

// starExpressions reads expressions, some of them starred, that make a tuple if there is a comma.
func (p *parser) starExpressions() Expr {
	start := p.pos
	e := p.starExpression()
	if e == nil || p.kind() != Comma {
		return e
	}
	elts := []Expr{e}
	for p.accept(Comma) {
		if e = p.starExpression(); e == nil {
			break
		}
		elts = append(elts, e)
	}
	return &Tuple{p.from(start), elts, Load}
}

// expressions is starExpressions without stars.
func (p *parser) expressions() Expr {
	start := p.pos
	e := p.expression()
	if e == nil || p.kind() != Comma {
		return e
	}
	elts := []Expr{e}
	for p.accept(Comma) {
		if e = p.expression(); e == nil {
			break
		}
		elts = append(elts, e)
	}
	return &Tuple{p.from(start), elts, Load}
}

func (p *parser) starExpression() Expr {
	if p.kind() == Star {
		return p.memoExpr(ruleStarExpression, (*parser).starred)
	}
	return p.expression()
}

// starred reads `*` and an operand.
func (p *parser) starred() Expr {
	start := p.pos
	p.pos++
	e := p.binary()
	if e == nil {
		p.pos = start
		return nil
	}
	return &Starred{p.from(start), e, Load}
}

// starNamed reads an element of a display.
func (p *parser) starNamed() Expr {
	if p.kind() == Star {
		return p.starred()
	}
	return p.named()
}

// starNamedList reads elements separated by commas, and a comma at the end, after those it is given.
func (p *parser) starNamedList(elts []Expr) []Expr {
	for {
		e := p.starNamed()
		if e == nil {
			return elts
		}
		elts = append(elts, e)
		if !p.accept(Comma) {
			return elts
		}
	}
}

// named reads an expression or `name := expression`.
func (p *parser) named() Expr {
	start := p.pos
	if p.kind() == NameToken && p.kindAt(1) == ColonEqual {
		return p.walrus()
	}
	if p.checks {
		p.checkNamed()
	}
	e := p.expression()
	if e != nil && p.kind() == ColonEqual {
		p.pos = start
		return nil
	}
	return e
}

// walrus reads `name := expression`, whose first two tokens are there.
func (p *parser) walrus() Expr {
	start := p.pos
	id := p.ident(p.pos)
	p.pos++
	target := &Name{p.from(start), id, Store}
	p.pos++
	e := p.expression()
	if e == nil {
		p.pos = start
		return nil
	}
	p.since(8, "Assignment expressions are")
	return &NamedExpr{p.from(start), target, e}
}

// argument reads a positional argument or the element of a generator expression.
func (p *parser) argument() Expr {
	if p.kind() == NameToken && p.kindAt(1) == ColonEqual {
		return p.walrus()
	}
	start := p.pos
	e := p.expression()
	if e != nil && p.kind() == ColonEqual {
		p.pos = start
		return nil
	}
	return e
}

func (p *parser) expression() Expr { return p.memoExpr(ruleExpression, (*parser).expressionBody) }

func (p *parser) expressionBody() Expr {
	p.enter(exprCost)
	if p.checks {
		p.checkExpression()
	}
	start := p.pos
	var e Expr
	if p.kind() == kwLambda {
		e = p.lambda()
	} else if e = p.disjunction(); e != nil && p.kind() == kwIf {
		e = p.conditional(start, e)
	}
	p.leave(exprCost)
	return e
}

// conditional reads `if test else other` after body, or nothing.
func (p *parser) conditional(start int, body Expr) Expr {
	mark := p.pos
	p.pos++
	if test := p.disjunction(); test != nil && p.accept(kwElse) {
		if other := p.expression(); other != nil {
			return &IfExp{p.from(start), test, body, other}
		}
	}
	p.pos = mark
	return body
}

func (p *parser) disjunction() Expr { return p.memoExpr(ruleDisjunction, (*parser).disjunctionBody) }

func (p *parser) disjunctionBody() Expr {
	start := p.pos
	e := p.conjunction()
	if e == nil || p.kind() != kwOr {
		return e
	}
	values := []Expr{e}
	for p.kind() == kwOr {
		mark := p.pos
		p.pos++
		v := p.conjunction()
		if v == nil {
			p.pos = mark
			break
		}
		values = append(values, v)
	}
	if len(values) == 1 {
		return e
	}
	return &BoolOp{p.from(start), true, values}
}

func (p *parser) conjunction() Expr {
	start := p.pos
	e := p.inversion()
	if e == nil || p.kind() != kwAnd {
		return e
	}
	values := []Expr{e}
	for p.kind() == kwAnd {
		mark := p.pos
		p.pos++
		v := p.inversion()
		if v == nil {
			p.pos = mark
			break
		}
		values = append(values, v)
	}
	if len(values) == 1 {
		return e
	}
	return &BoolOp{p.from(start), false, values}
}

func (p *parser) inversion() Expr {
	if p.kind() != kwNot {
		return p.memoExpr(ruleInversion, (*parser).comparison)
	}
	p.enter(exprCost)
	start := p.pos
	p.pos++
	e := p.inversion()
	p.leave(exprCost)
	if e == nil {
		p.pos = start
		return nil
	}
	return &UnaryOp{p.from(start), Not, e}
}

func (p *parser) comparison() Expr {
	start := p.pos
	left := p.binary()
	if left == nil {
		return nil
	}
	var ops []CmpOp
	var operands []Expr
	for {
		mark := p.pos
		op, ok := p.comparisonOp()
		if !ok {
			break
		}
		e := p.binary()
		if e == nil {
			p.pos = mark
			break
		}
		ops = append(ops, op)
		operands = append(operands, e)
	}
	if ops == nil {
		return left
	}
	return &Compare{p.from(start), left, ops, operands}
}

func (p *parser) comparisonOp() (CmpOp, bool) {
	mark := p.pos
	switch p.kind() {
	case EqEqual:
		p.pos++
		return Eq, true
	case NotEqual:
		if barry := p.text(p.pos) == "<>"; barry != p.opts.BarryAsBDFL {
			if p.opts.BarryAsBDFL {
				p.pos++
				p.raise("with Barry as BDFL, use '<>' instead of '!='")
			}
			return 0, false
		}
		p.pos++
		return NotEq, true
	case Less:
		p.pos++
		return Lt, true
	case LessEqual:
		p.pos++
		return LtE, true
	case Greater:
		p.pos++
		return Gt, true
	case GreaterEqual:
		p.pos++
		return GtE, true
	case kwIn:
		p.pos++
		return In, true
	case kwNot:
		p.pos++
		if p.accept(kwIn) {
			return NotIn, true
		}
		p.pos = mark
	case kwIs:
		p.pos++
		if p.accept(kwNot) {
			return IsNot, true
		}
		return Is, true
	}
	return 0, false
}

// binaryOps gives the precedence of the binary operators from `|`, the loosest.
var binaryOps = [numKinds]struct {
	prec uint8
	op   Operator
}{
	VBar: {1, BitOr}, Circumflex: {2, BitXor}, Amper: {3, BitAnd}, LeftShift: {4, LShift}, RightShift: {4, RShift},
	Plus: {5, Add}, Minus: {5, Sub}, Star: {6, Mult}, Slash: {6, Div}, DoubleSlash: {6, FloorDiv}, Percent: {6, Mod_},
	At: {6, MatMult},
}

// arithmetic is the lowest precedence after whose operators `not` has an error message of its own.
const arithmetic = 5

// binary reads operands and binary operators.
func (p *parser) binary() Expr { return p.memoExpr(ruleBitOr, (*parser).binaryBody) }

func (p *parser) binaryBody() Expr { return p.climb(1) }

// climb reads operands joined by operators of at least the given precedence. Operators of one precedence are joined in
// a loop, so that a long sum takes no stack.
func (p *parser) climb(least uint8) Expr {
	start := p.pos
	left := p.factor()
	if left == nil {
		return nil
	}
	for {
		b := &binaryOps[p.kind()]
		if b.prec < least || b.prec == 0 {
			return left
		}
		mark := p.pos
		p.pos++
		right := p.climb(b.prec + 1)
		if right == nil {
			if p.checks && b.prec >= arithmetic {
				p.pos = mark + 1
				p.checkNotOperand((*parser).inversion)
			}
			p.pos = mark
			return left
		}
		if b.op == MatMult {
			p.since(5, "The '@' operator is")
		}
		left = &BinOp{p.from(start), left, b.op, right}
	}
}

// factor reads an operand with its signs and powers.
func (p *parser) factor() Expr {
	var op UnaryOperator
	switch p.kind() {
	case Plus:
		op = UAdd
	case Minus:
		op = USub
	case Tilde:
		op = Invert
	default:
		return p.power()
	}
	p.enter(exprCost)
	start := p.pos
	p.pos++
	e := p.factor()
	p.leave(exprCost)
	if e == nil {
		if p.checks {
			p.pos = start + 1
			p.checkNotOperand((*parser).factor)
		}
		p.pos = start
		return nil
	}
	return &UnaryOp{p.from(start), op, e}
}

func (p *parser) power() Expr {
	start := p.pos
	e := p.memoExpr(rulePrimary, (*parser).awaitPrimary)
	if e == nil || p.kind() != DoubleStar {
		return e
	}
	mark := p.pos
	p.pos++
	p.enter(2 * exprCost)
	right := p.factor()
	p.leave(2 * exprCost)
	if right == nil {
		p.pos = mark
		return e
	}
	return &BinOp{p.from(start), e, Pow, right}
}

func (p *parser) awaitPrimary() Expr {
	if p.kind() != kwAwait {
		return p.primary()
	}
	start := p.pos
	p.pos++
	e := p.primary()
	if e == nil {
		p.pos = start
		return nil
	}
	p.since(5, "Await expressions are")
	return &Await{p.from(start), e}
}

// primary reads an atom and what is attached to it: attributes, calls and subscripts.
func (p *parser) primary() Expr {
	start := p.pos
	e := p.atom()
	if e == nil {
		return nil
	}
	for {
		mark := p.pos
		if p.checks {
			if k := p.kind(); k == LSqb || k == LBrace {
				p.checkComprehension()
			}
		}
		switch p.kind() {
		case Dot:
			p.pos++
			attr, ok := p.name()
			if !ok {
				p.pos = mark
				return e
			}
			e = &Attribute{p.from(start), e, attr, Load}
		case LPar:
			args, kws, ok := p.call()
			if !ok {
				p.pos = mark
				return e
			}
			e = &Call{p.from(start), e, args, kws}
		case LSqb:
			p.pos++
			s := p.slices()
			if s == nil || !p.accept(RSqb) {
				p.pos = mark
				return e
			}
			e = &Subscript{p.from(start), e, s, Load}
		default:
			return e
		}
	}
}

// slices reads what stands in the brackets of a subscript.
func (p *parser) slices() Expr {
	start := p.pos
	var elts []Expr
	for {
		var e Expr
		if p.kind() == Star {
			e = p.starredArgument()
		} else {
			e = p.slice()
		}
		if e == nil {
			break
		}
		if elts == nil && p.kind() != Comma {
			if _, ok := e.(*Starred); !ok {
				return e
			}
		}
		elts = append(elts, e)
		if !p.accept(Comma) {
			break
		}
	}
	if elts == nil {
		return nil
	}
	return &Tuple{p.from(start), elts, Load}
}

func (p *parser) slice() Expr {
	start := p.pos
	var lower Expr
	if p.kind() != Colon {
		if p.checks {
			lower = p.expression()
			if p.kind() != Colon {
				p.pos = start
				return p.named()
			}
		} else {
			lower = p.named()
			if lower == nil || p.kind() != Colon || p.isBareWalrus(start) {
				return lower
			}
		}
	}
	p.pos++
	s := &Slice{Lower: lower, Upper: p.expression()}
	if p.accept(Colon) {
		s.Step = p.expression()
	}
	s.Pos = p.from(start)
	return s
}

// isBareWalrus says whether `name :=` stands at a place.
func (p *parser) isBareWalrus(at int) bool {
	return p.toks[at].Kind == NameToken && p.toks[at+1].Kind == ColonEqual
}

func (p *parser) atom() Expr {
	start := p.pos
	switch p.kind() {
	case NameToken:
		id := p.ident(start)
		p.pos++
		return &Name{p.from(start), id, Load}
	case kwTrue:
		p.pos++
		return &Constant{Pos: p.from(start), Value: Const{Kind: TrueConst}}
	case kwFalse:
		p.pos++
		return &Constant{Pos: p.from(start), Value: Const{Kind: FalseConst}}
	case kwNone:
		p.pos++
		return &Constant{Pos: p.from(start), Value: Const{Kind: NoneConst}}
	case EllipsisToken:
		p.pos++
		return &Constant{Pos: p.from(start), Value: Const{Kind: EllipsisConst}}
	case String, FStringStart:
		return p.memoExpr(ruleStrings, (*parser).strings)
	case Number:
		return p.numberAtom()
	case LPar:
		return p.memoExpr(ruleAtom, (*parser).parenthesized)
	case LSqb:
		return p.memoExpr(ruleAtom, (*parser).list)
	case LBrace:
		if p.checks {
			return p.memoExpr(ruleAtom, (*parser).bracesChecked)
		}
		return p.memoExpr(ruleAtom, (*parser).braces)
	}
	return nil
}

// yield reads a yield expression.
func (p *parser) yield() Expr {
	start := p.pos
	if !p.accept(kwYield) {
		return nil
	}
	if mark := p.pos; p.accept(kwFrom) {
		if e := p.expression(); e != nil {
			return &YieldFrom{p.from(start), e}
		}
		p.pos = mark
	}
	e := p.starExpressions()
	return &Yield{p.from(start), e}
}

// yieldOrStar reads what may stand to the right of an assignment.
func (p *parser) yieldOrStar() Expr {
	if p.kind() == kwYield {
		return p.yield()
	}
	return p.starExpressions()
}

func (p *parser) lambda() Expr {
	start := p.pos
	p.pos++
	args := &Arguments{}
	if p.kind() != Colon {
		if args = p.parameters(true); args == nil {
			args = &Arguments{}
		}
	}
	if !p.accept(Colon) {
		p.pos = start
		return nil
	}
	p.enter(exprCost)
	body := p.expression()
	p.leave(exprCost)
	if body == nil {
		p.pos = start
		return nil
	}
	return &Lambda{p.from(start), args, body}
}
