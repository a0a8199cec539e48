package syntax

// parenthesized reads a tuple, an expression in brackets or a generator expression.
func (p *parser) parenthesized() Expr {
	start := p.pos
	p.enter(groupCost)
	e := p.parenthesizedBody()
	p.leave(groupCost)
	if e == nil {
		p.pos = start
		if p.checks {
			p.checkGroup()
			if e = p.genexp(); e == nil {
				p.checkComprehension()
			}
		}
	}
	return e
}

func (p *parser) parenthesizedBody() Expr {
	start := p.pos
	p.pos++
	switch p.kind() {
	case RPar:
		p.pos++
		return &Tuple{p.from(start), nil, Load}
	case kwYield:
		if e := p.yield(); e != nil && p.accept(RPar) {
			return e
		}
		return nil
	}
	first := p.starNamed()
	if first == nil {
		return nil
	}
	_, star := first.(*Starred)
	switch p.kind() {
	case Comma:
		p.pos++
		elts := p.starNamedList([]Expr{first})
		if p.accept(RPar) {
			return &Tuple{p.from(start), elts, Load}
		}
	case RPar:
		if !star {
			p.pos++
			return first
		}
	case kwFor, kwAsync:
		if star || p.checks {
			return nil
		}
		if gens := p.comprehension(); gens != nil && p.accept(RPar) {
			return &GeneratorExp{p.from(start), first, gens}
		}
	}
	return nil
}

// genexp reads a generator expression with its brackets, or gives nil.
func (p *parser) genexp() Expr {
	start := p.pos
	if p.accept(LPar) {
		if e := p.argument(); e != nil {
			if gens := p.comprehension(); gens != nil && p.accept(RPar) {
				return &GeneratorExp{p.from(start), e, gens}
			}
		}
	}
	p.pos = start
	return nil
}

func (p *parser) list() Expr {
	start := p.pos
	p.enter(listCost)
	e := p.listBody()
	p.leave(listCost)
	if e == nil {
		if p.checks {
			p.pos = start
			p.checkListComp()
		}
		p.pos = start
	}
	return e
}

func (p *parser) listBody() Expr {
	start := p.pos
	p.pos++
	if p.accept(RSqb) {
		return &List{p.from(start), nil, Load}
	}
	first := p.starNamed()
	if first == nil {
		return nil
	}
	switch p.kind() {
	case Comma:
		p.pos++
		elts := p.starNamedList([]Expr{first})
		if p.accept(RSqb) {
			return &List{p.from(start), elts, Load}
		}
	case RSqb:
		p.pos++
		return &List{p.from(start), []Expr{first}, Load}
	case kwFor, kwAsync:
		if _, star := first.(*Starred); star {
			return nil
		}
		if gens := p.comprehension(); gens != nil && p.accept(RSqb) {
			return &ListComp{p.from(start), first, gens}
		}
	}
	return nil
}

// braces reads a dict, a set or a comprehension of either.
func (p *parser) braces() Expr {
	start := p.pos
	p.enter(listCost)
	e := p.bracesBody()
	p.leave(listCost)
	if e == nil {
		// CPython consults these checks in the first pass already. Reading the items anew takes a memory, or else nested
		// brackets would take exponential time.
		p.startMemo()
		p.pos = start
		p.checkDict()
		p.pos = start
	}
	return e
}

func (p *parser) bracesBody() Expr {
	start := p.pos
	p.pos++
	switch p.kind() {
	case RBrace:
		p.pos++
		return &Dict{Pos: p.from(start)}
	case DoubleStar:
		return p.dictItems(start)
	}
	first := p.starNamed()
	if first == nil {
		return nil
	}
	_, star := first.(*Starred)
	switch p.kind() {
	case Colon:
		if star || p.isBareWalrus(start+1) {
			return nil
		}
		p.pos++
		value := p.expression()
		if value == nil {
			return nil
		}
		if k := p.kind(); k == kwFor || k == kwAsync {
			if gens := p.comprehension(); gens != nil && p.accept(RBrace) {
				return &DictComp{p.from(start), first, value, gens}
			}
			return nil
		}
		return p.dictRest(start, []Expr{first}, []Expr{value})
	case Comma:
		p.pos++
		elts := p.starNamedList([]Expr{first})
		if p.accept(RBrace) {
			return &Set{p.from(start), elts}
		}
	case RBrace:
		p.pos++
		return &Set{p.from(start), []Expr{first}}
	case kwFor, kwAsync:
		if star {
			return nil
		}
		if gens := p.comprehension(); gens != nil && p.accept(RBrace) {
			return &SetComp{p.from(start), first, gens}
		}
	}
	return nil
}

// dictItems reads a dict's items and its closing bracket.
func (p *parser) dictItems(start int) Expr {
	k, v, ok := p.dictItem()
	if !ok {
		return nil
	}
	return p.dictRest(start, []Expr{k}, []Expr{v})
}

// dictItem reads `key: value` or `**mapping` (with a nil key).
func (p *parser) dictItem() (key, value Expr, ok bool) {
	mark := p.pos
	if p.accept(DoubleStar) {
		if value = p.binary(); value != nil {
			return nil, value, true
		}
	} else if key = p.expression(); key != nil && p.accept(Colon) {
		if value = p.expression(); value != nil {
			return key, value, true
		}
	}
	p.pos = mark
	return nil, nil, false
}

// dictRest reads a dict from after its first item.
func (p *parser) dictRest(start int, keys, values []Expr) Expr {
	for p.accept(Comma) {
		k, v, ok := p.dictItem()
		if !ok {
			break
		}
		keys = append(keys, k)
		values = append(values, v)
	}
	if !p.accept(RBrace) {
		return nil
	}
	return &Dict{p.from(start), keys, values}
}

// comprehension reads the `for … in … if …` clauses, at least one, or gives nil.
func (p *parser) comprehension() []Comprehension {
	var gens []Comprehension
	for {
		g, ok := p.clause()
		if !ok {
			return gens
		}
		gens = append(gens, g)
	}
}

func (p *parser) clause() (g Comprehension, ok bool) {
	start := p.pos
	if p.accept(kwAsync) {
		g.Async = true
	}
	if !p.accept(kwFor) {
		p.pos = start
		return g, false
	}
	g.Target = p.starTargets()
	if g.Target == nil || !p.accept(kwIn) {
		// CPython consults the first of these checks in the first pass already.
		p.startMemo()
		p.pos = start
		p.checkForClause()
		if p.checks {
			p.checkForTarget()
		}
		return g, false
	}
	// From here on nothing else can match.
	if g.Iter = p.disjunction(); g.Iter == nil {
		p.pos = start
		return g, false
	}
	for p.kind() == kwIf {
		mark := p.pos
		p.pos++
		e := p.disjunction()
		if e == nil {
			p.pos = mark
			break
		}
		g.Ifs = append(g.Ifs, e)
	}
	if g.Async {
		p.since(6, "Async comprehensions are")
	}
	return g, true
}
