package syntax

// match reads a match statement, whose first token is there; or it gives nil where the word is a name after all.
func (p *parser) match() Stmt {
	start := p.pos
	p.pos++
	subject := p.subject()
	if subject == nil || !p.accept(Colon) || !p.accept(Newline) || !p.accept(Indent) {
		return nil
	}
	m := &Match{Subject: subject}
	for {
		mark := p.pos
		c, ok := p.matchCase()
		if !ok {
			p.pos = mark
			break
		}
		m.Cases = append(m.Cases, c)
	}
	if m.Cases == nil || !p.accept(Dedent) {
		return nil
	}
	p.since(10, "Pattern matching is")
	m.Pos = p.from(start)
	return m
}

// subject reads what a match statement matches.
func (p *parser) subject() Expr {
	start := p.pos
	e := p.starNamed()
	if e == nil {
		return nil
	}
	if p.accept(Comma) {
		elts := p.starNamedList([]Expr{e})
		return &Tuple{p.from(start), elts, Load}
	}
	if _, star := e.(*Starred); star {
		p.pos = start
		return nil
	}
	return e
}

func (p *parser) matchCase() (c MatchCase, ok bool) {
	if p.checks {
		p.checkCase()
	}
	if !p.soft("case") {
		return c, false
	}
	p.pos++
	if c.Pattern = p.patterns(); c.Pattern == nil {
		return c, false
	}
	if c.Guard, ok = p.guard(); !ok || !p.accept(Colon) {
		return c, false
	}
	c.Body = p.block()
	return c, c.Body != nil
}

// guard reads `if condition`, or nothing.
func (p *parser) guard() (Expr, bool) {
	mark := p.pos
	if !p.accept(kwIf) {
		return nil, true
	}
	e := p.named()
	if e == nil {
		p.pos = mark
		return nil, false
	}
	return e, true
}

// patterns reads a pattern, or several that make a sequence without brackets.
func (p *parser) patterns() Pattern {
	start := p.pos
	first := p.starPatternOrPattern()
	if first == nil {
		return nil
	}
	if p.accept(Comma) {
		elts := p.patternList([]Pattern{first})
		return &MatchSequence{p.from(start), elts}
	}
	if _, star := first.(*MatchStar); star {
		p.pos = start
		return nil
	}
	return first
}

// patternList reads patterns with commas between them, and a comma at the end, after those it is given.
func (p *parser) patternList(elts []Pattern) []Pattern {
	for {
		e := p.starPatternOrPattern()
		if e == nil {
			return elts
		}
		elts = append(elts, e)
		if !p.accept(Comma) {
			return elts
		}
	}
}

func (p *parser) starPatternOrPattern() Pattern {
	if p.kind() != Star {
		return p.pattern()
	}
	start := p.pos
	p.pos++
	if name, ok := p.captureTarget(); ok {
		return &MatchStar{p.from(start), name}
	}
	if p.soft("_") {
		p.pos++
		return &MatchStar{p.from(start), ""}
	}
	p.pos = start
	return nil
}

// captureTarget reads the name that a pattern binds.
func (p *parser) captureTarget() (string, bool) {
	if p.kind() != NameToken || p.text(p.pos) == "_" {
		return "", false
	}
	switch p.kindAt(1) {
	case Dot, LPar, Equal:
		return "", false
	}
	return p.name()
}

// pattern reads alternatives and `as`.
func (p *parser) pattern() Pattern {
	if !p.second {
		return p.patternBody()
	}
	start := p.pos
	if n, ok := p.recall(rulePattern); ok {
		e, _ := n.(Pattern)
		return e
	}
	e := p.patternBody()
	if e == nil {
		p.pos = start
		p.remember(rulePattern, start, nil)
		return nil
	}
	p.remember(rulePattern, start, e)
	return e
}

func (p *parser) patternBody() Pattern {
	p.enter(exprCost)
	defer p.leave(exprCost)
	start := p.pos
	e := p.orPattern()
	if e == nil {
		return nil
	}
	mark := p.pos
	if p.accept(kwAs) {
		if name, ok := p.captureTarget(); ok {
			return &MatchAs{p.from(start), e, name}
		}
		if p.checks {
			p.checkAsPattern()
		}
		p.pos = mark
	}
	return e
}

func (p *parser) orPattern() Pattern {
	start := p.pos
	e := p.closedPattern()
	if e == nil || p.kind() != VBar {
		return e
	}
	alts := []Pattern{e}
	for p.kind() == VBar {
		mark := p.pos
		p.pos++
		a := p.closedPattern()
		if a == nil {
			p.pos = mark
			break
		}
		alts = append(alts, a)
	}
	if len(alts) == 1 {
		return e
	}
	return &MatchOr{p.from(start), alts}
}

func (p *parser) closedPattern() Pattern {
	start := p.pos
	var e Pattern
	switch p.kind() {
	case Number, Minus, String, FStringStart:
		if v := p.literalPattern(); v != nil {
			e = &MatchValue{p.from(start), v}
		}
	case kwNone, kwTrue, kwFalse:
		k := p.singleton()
		e = &MatchSingleton{p.from(start), k}
	case NameToken:
		e = p.namePattern()
	case LPar, LSqb:
		e = p.sequencePattern()
	case LBrace:
		e = p.mappingPattern()
	}
	if e == nil {
		p.pos = start
	}
	return e
}

func (p *parser) singleton() ConstKind {
	k := NoneConst
	switch p.kind() {
	case kwTrue:
		k = TrueConst
	case kwFalse:
		k = FalseConst
	}
	p.pos++
	return k
}

// literalPattern reads a number, possibly negative or complex, or strings.
func (p *parser) literalPattern() Expr {
	start := p.pos
	switch p.kind() {
	case String, FStringStart:
		return p.memoExpr(ruleStrings, (*parser).strings)
	}
	left := p.signedNumber()
	if left == nil {
		return nil
	}
	op := Add
	switch p.kind() {
	case Plus:
	case Minus:
		op = Sub
	default:
		return left
	}
	if !isReal(left) {
		p.raiseAt(left.Span(), "real number required in complex literal")
	}
	p.pos++
	if p.kind() != Number {
		p.pos = start
		return nil
	}
	right := p.numberAtom()
	if right.(*Constant).Value.Kind != ComplexConst {
		p.raiseAt(right.Span(), "imaginary number required in complex literal")
	}
	return &BinOp{p.from(start), left, op, right}
}

func isReal(e Expr) bool {
	if u, ok := e.(*UnaryOp); ok {
		e = u.Operand
	}
	c, ok := e.(*Constant)
	return ok && c.Value.Kind != ComplexConst
}

func (p *parser) signedNumber() Expr {
	start := p.pos
	minus := p.accept(Minus)
	if p.kind() != Number {
		p.pos = start
		return nil
	}
	e := p.numberAtom()
	if minus {
		return &UnaryOp{p.from(start), USub, e}
	}
	return e
}

// namePattern reads a pattern that begins with a name: a capture, the wildcard, a value or a class.
func (p *parser) namePattern() Pattern {
	start := p.pos
	if p.text(start) == "_" {
		// The wildcard, whatever follows.
		p.pos++
		return &MatchAs{p.from(start), nil, ""}
	}
	switch p.kindAt(1) {
	case Dot, LPar, Equal:
	default:
		name, _ := p.name()
		return &MatchAs{p.from(start), nil, name}
	}
	e := p.nameOrAttr()
	switch p.kind() {
	case LPar:
		if c := p.classPattern(start, e); c != nil {
			return c
		}
		if p.checks {
			p.pos = start
			p.checkClassPattern()
		}
	case Dot, Equal:
	default:
		if _, name := e.(*Name); !name {
			return &MatchValue{p.from(start), e}
		}
	}
	return nil
}

// nameOrAttr reads a dotted name.
func (p *parser) nameOrAttr() Expr {
	start := p.pos
	id, ok := p.name()
	if !ok {
		return nil
	}
	var e Expr = &Name{p.from(start), id, Load}
	for p.kind() == Dot {
		mark := p.pos
		p.pos++
		attr, ok := p.name()
		if !ok {
			p.pos = mark
			break
		}
		e = &Attribute{p.from(start), e, attr, Load}
	}
	return e
}

// sequencePattern reads a sequence in brackets, or a pattern in parentheses.
func (p *parser) sequencePattern() Pattern {
	start := p.pos
	end := RPar
	if p.kind() == LSqb {
		end = RSqb
	}
	p.pos++
	if p.accept(end) {
		return &MatchSequence{p.from(start), nil}
	}
	first := p.starPatternOrPattern()
	if first == nil {
		return nil
	}
	if p.accept(end) {
		if end == RSqb {
			return &MatchSequence{p.from(start), []Pattern{first}}
		}
		if _, star := first.(*MatchStar); star {
			return nil
		}
		return first
	}
	if !p.accept(Comma) {
		return nil
	}
	elts := p.patternList([]Pattern{first})
	if !p.accept(end) {
		return nil
	}
	return &MatchSequence{p.from(start), elts}
}

func (p *parser) mappingPattern() Pattern {
	start := p.pos
	p.pos++
	m := &MatchMapping{}
	for p.kind() != RBrace {
		if p.kind() == DoubleStar {
			p.pos++
			var ok bool
			if m.Rest, ok = p.captureTarget(); !ok {
				return nil
			}
			p.accept(Comma)
			break
		}
		k, v, ok := p.keyPattern()
		if !ok {
			return nil
		}
		m.Keys = append(m.Keys, k)
		m.Patterns = append(m.Patterns, v)
		if !p.accept(Comma) {
			break
		}
	}
	if !p.accept(RBrace) {
		return nil
	}
	m.Pos = p.from(start)
	return m
}

// keyPattern reads an item of a mapping pattern.
func (p *parser) keyPattern() (key Expr, value Pattern, ok bool) {
	start := p.pos
	switch p.kind() {
	case Number, Minus, String, FStringStart:
		key = p.literalPattern()
	case kwNone, kwTrue, kwFalse:
		k := p.singleton()
		key = &Constant{Pos: p.from(start), Value: Const{Kind: k}}
	case NameToken:
		key = p.nameOrAttr()
		if _, name := key.(*Name); name {
			key = nil
		}
	}
	if key == nil || !p.accept(Colon) {
		p.pos = start
		return nil, nil, false
	}
	if value = p.pattern(); value == nil {
		p.pos = start
		return nil, nil, false
	}
	return key, value, true
}

// classPattern reads the arguments of a class pattern.
func (p *parser) classPattern(start int, cls Expr) Pattern {
	p.pos++
	c := &MatchClass{Cls: cls}
	for p.kind() != RPar {
		if p.kind() == NameToken && p.kindAt(1) == Equal {
			id, _ := p.name()
			p.pos++
			v := p.pattern()
			if v == nil {
				return nil
			}
			c.KwdAttrs = append(c.KwdAttrs, id)
			c.KwdPatterns = append(c.KwdPatterns, v)
		} else {
			if c.KwdAttrs != nil {
				return nil
			}
			v := p.pattern()
			if v == nil {
				return nil
			}
			c.Patterns = append(c.Patterns, v)
		}
		if !p.accept(Comma) {
			break
		}
	}
	if !p.accept(RPar) {
		return nil
	}
	c.Pos = p.from(start)
	return c
}
