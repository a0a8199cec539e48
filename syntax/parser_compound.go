package syntax

// compound reads a compound statement, or gives nil.
func (p *parser) compound() Stmt {
	start := p.pos
	var s Stmt
	switch p.kind() {
	case kwDef:
		s = p.funcDef(nil)
	case kwIf:
		s = p.ifStmt()
	case kwClass:
		s = p.classDef(nil)
	case kwWith:
		s = p.with(false)
	case kwFor:
		s = p.forStmt(false)
	case kwTry:
		s = p.try()
	case kwWhile:
		s = p.while()
	case At:
		s = p.decorated()
	case kwAsync:
		switch p.kindAt(1) {
		case kwDef:
			s = p.funcDef(nil)
		case kwWith:
			s = p.with(true)
		case kwFor:
			s = p.forStmt(true)
		}
	case NameToken:
		if p.text(start) == "match" {
			s = p.match()
			if s == nil && p.checks {
				p.pos = start
				p.checkMatch()
			}
		} else if p.checks && p.text(start) == "case" {
			p.checkMatch()
		}
	}
	if s == nil {
		p.pos = start
	}
	return s
}

// block reads the body of a compound statement.
func (p *parser) block() []Stmt {
	if !p.second {
		return p.blockBody()
	}
	start := p.pos
	if n, ok := p.recall(ruleBlock); ok {
		return n.([]Stmt)
	}
	b := p.blockBody()
	if b == nil {
		p.pos = start
	}
	p.remember(ruleBlock, start, b)
	return b
}

func (p *parser) blockBody() []Stmt {
	p.enter(blockCost)
	defer p.leave(blockCost)
	start := p.pos
	if p.accept(Newline) {
		if p.accept(Indent) {
			body := p.statements(nil)
			if body != nil && p.accept(Dedent) {
				return body
			}
		} else if p.checks {
			p.raiseIndent("expected an indented block")
		}
		p.pos = start
		return nil
	}
	return p.simpleStmts(nil)
}

func (p *parser) decorated() Stmt {
	var decorators []Expr
	for p.accept(At) {
		e := p.named()
		if e == nil || !p.accept(Newline) {
			return nil
		}
		decorators = append(decorators, e)
	}
	switch p.kind() {
	case kwDef:
		return p.funcDef(decorators)
	case kwAsync:
		if p.kindAt(1) == kwDef {
			return p.funcDef(decorators)
		}
	case kwClass:
		return p.classDef(decorators)
	}
	return nil
}

func (p *parser) classDef(decorators []Expr) Stmt {
	start := p.pos
	if p.checks {
		p.checkClass()
	}
	p.pos++
	c := &ClassDef{Decorators: decorators}
	var ok bool
	if c.Name, ok = p.name(); !ok {
		return nil
	}
	c.TypeParams = p.typeParams()
	if mark := p.pos; p.accept(LPar) {
		c.Bases, c.Keywords = p.arguments()
		if !p.accept(RPar) {
			p.pos = mark
			return nil
		}
	}
	if !p.accept(Colon) {
		return nil
	}
	if c.Body = p.block(); c.Body == nil {
		return nil
	}
	c.Pos = p.from(start)
	return c
}

// arguments reads the arguments of a class or call up to the closing bracket; there may be none.
func (p *parser) arguments() ([]Expr, []*Keyword) {
	if p.checks {
		args, kws, _ := p.argumentsChecked()
		return args, kws
	}
	start := p.pos
	args, kws, ok := p.args()
	if ok {
		p.accept(Comma)
		if p.kind() == RPar {
			return args, kws
		}
	}
	p.pos = start
	return nil, nil
}

func (p *parser) funcDef(decorators []Expr) Stmt {
	start := p.pos
	if p.checks {
		p.checkFunc()
	}
	f := &FunctionDef{Decorators: decorators, Async: p.accept(kwAsync)}
	p.pos++
	var ok bool
	if f.Name, ok = p.name(); !ok {
		return nil
	}
	f.TypeParams = p.typeParams()
	if !p.accept(LPar) {
		return nil
	}
	if p.kind() != RPar {
		f.Args = p.parameters(false)
	}
	if f.Args == nil {
		f.Args = &Arguments{}
	}
	if !p.accept(RPar) {
		return nil
	}
	if mark := p.pos; p.accept(RArrow) {
		if f.Returns = p.expression(); f.Returns == nil {
			p.pos = mark
		}
	}
	if !p.accept(Colon) {
		return nil
	}
	f.TypeComment = p.funcTypeComment()
	if f.Body = p.block(); f.Body == nil {
		return nil
	}
	if f.Async {
		p.since(5, "Async functions are")
	}
	f.Pos = p.from(start)
	return f
}

// funcTypeComment reads the type comment of a function: after its colon, or alone on the first line of its body.
func (p *parser) funcTypeComment() *string {
	if !p.opts.TypeComments {
		return nil
	}
	mark := p.pos
	if p.accept(Newline) {
		if c := p.typeComment(); c != nil && p.kind() == Newline && p.kindAt(1) == Indent {
			return c
		}
		p.pos = mark
		return nil
	}
	if p.checks {
		p.checkTypeComments()
	}
	return p.typeComment()
}

func (p *parser) ifStmt() Stmt {
	// elif chains are read in a loop, so that they take no stack.
	var first, last *If
	depth := p.depth
	defer func() { p.depth = depth }()
	for {
		p.enter(exprCost)
		start := p.pos
		if p.checks {
			p.checkHead()
		}
		p.pos++
		s := &If{Test: p.named()}
		if s.Test == nil || !p.accept(Colon) {
			return p.endIf(first, last, start)
		}
		if s.Body = p.block(); s.Body == nil {
			return p.endIf(first, last, start)
		}
		s.Pos = p.from(start)
		if first == nil {
			first = s
		} else {
			last.OrElse = []Stmt{s}
		}
		last = s
		if p.kind() == kwElif {
			continue
		}
		last.OrElse = p.elseBlock()
		p.closeIfs(first, last)
		return first
	}
}

// endIf ends a chain whose clause at start is wrong.
func (p *parser) endIf(first, last *If, start int) Stmt {
	if first == nil {
		return nil
	}
	p.pos = start
	p.closeIfs(first, last)
	return first
}

// closeIfs gives all statements of a chain the same end.
func (p *parser) closeIfs(first, last *If) {
	end := p.from(p.pos - 1)
	for s := first; ; s = s.OrElse[0].(*If) {
		s.EndLine, s.EndCol = end.EndLine, end.EndCol
		if s == last {
			return
		}
	}
}

// elseBlock reads an else clause, or nothing.
func (p *parser) elseBlock() []Stmt {
	if p.kind() != kwElse {
		return nil
	}
	start := p.pos
	if p.checks {
		p.checkElse()
	}
	p.pos++
	p.forced(Colon)
	b := p.block()
	if b == nil {
		p.pos = start
	}
	return b
}

func (p *parser) while() Stmt {
	start := p.pos
	if p.checks {
		p.checkHead()
	}
	p.pos++
	w := &While{Test: p.named()}
	if w.Test == nil || !p.accept(Colon) {
		return nil
	}
	if w.Body = p.block(); w.Body == nil {
		return nil
	}
	w.OrElse = p.elseBlock()
	w.Pos = p.from(start)
	return w
}

func (p *parser) forStmt(async bool) Stmt {
	start := p.pos
	if p.checks {
		p.checkFor()
	}
	if async {
		p.pos++
	}
	p.pos++
	f := &For{Async: async, Target: p.starTargets()}
	if f.Target == nil || !p.accept(kwIn) {
		if p.checks {
			p.pos = start
			p.checkForTarget()
		}
		return nil
	}
	if f.Iter = p.starExpressions(); f.Iter == nil || !p.accept(Colon) {
		return nil
	}
	f.TypeComment = p.typeComment()
	if f.Body = p.block(); f.Body == nil {
		return nil
	}
	f.OrElse = p.elseBlock()
	if async {
		p.since(5, "Async for loops are")
	}
	f.Pos = p.from(start)
	return f
}

func (p *parser) with(async bool) Stmt {
	start := p.pos
	if p.checks {
		p.checkWithIndent()
	}
	if async {
		p.pos++
	}
	p.pos++
	w := &With{Async: async}
	mark := p.pos
	if p.accept(LPar) {
		if w.Items = p.withItems(); w.Items != nil {
			p.accept(Comma)
			if p.accept(RPar) && p.accept(Colon) {
				if !async {
					w.TypeComment = p.typeComment()
				}
				if w.Body = p.block(); w.Body != nil {
					p.sinceWith(async)
					w.Pos = p.from(start)
					return w
				}
			}
		}
		p.pos = mark
	}
	w.TypeComment = nil
	if w.Items = p.withItems(); w.Items != nil && p.accept(Colon) {
		w.TypeComment = p.typeComment()
		if w.Body = p.block(); w.Body != nil {
			p.sinceWith(async)
			w.Pos = p.from(start)
			return w
		}
	}
	if p.checks {
		p.pos = start
		p.checkWith()
	}
	return nil
}

func (p *parser) sinceWith(async bool) {
	if async {
		p.since(5, "Async with statements are")
	}
}

// withItems reads items with commas between them.
func (p *parser) withItems() []WithItem {
	var items []WithItem
	for {
		mark := p.pos
		it, ok := p.withItem()
		if !ok {
			if items != nil {
				p.pos = mark - 1
			}
			return items
		}
		items = append(items, it)
		if !p.accept(Comma) {
			return items
		}
	}
}

func (p *parser) withItem() (it WithItem, ok bool) {
	start := p.pos
	if it.Context = p.expression(); it.Context == nil {
		return it, false
	}
	mark := p.pos
	if p.accept(kwAs) {
		if it.Vars = p.starTarget(); it.Vars != nil {
			switch p.kind() {
			case Comma, RPar, Colon:
				return it, true
			}
		}
		it.Vars = nil
		if p.checks {
			p.pos = start
			p.checkWithItem()
		}
		p.pos = mark
	}
	return it, true
}

func (p *parser) try() Stmt {
	start := p.pos
	if p.checks {
		p.checkTry()
	}
	p.pos++
	p.forced(Colon)
	t := &Try{}
	if t.Body = p.block(); t.Body == nil {
		return nil
	}
	for p.kind() == kwExcept {
		mark := p.pos
		star := p.kindAt(1) == Star
		if len(t.Handlers) > 0 && star != t.Star {
			break
		}
		h := p.except(star)
		if h == nil {
			p.pos = mark
			break
		}
		t.Star = star
		t.Handlers = append(t.Handlers, h)
	}
	if t.Handlers != nil {
		t.OrElse = p.elseBlock()
	}
	if p.kind() == kwFinally {
		mark := p.pos
		if p.checks {
			p.checkFinally()
		}
		p.pos++
		p.forced(Colon)
		if t.FinalBody = p.block(); t.FinalBody == nil {
			p.pos = mark
		}
	}
	if t.Handlers == nil && t.FinalBody == nil {
		return nil
	}
	if t.Star {
		p.since(11, "Exception groups are")
	}
	t.Pos = p.from(start)
	return t
}

func (p *parser) except(star bool) *ExceptHandler {
	start := p.pos
	if p.checks {
		p.checkExceptIndent(star)
	}
	p.pos++
	if star {
		p.pos++
	}
	h := &ExceptHandler{}
	if star || p.kind() != Colon {
		if h.Type = p.expression(); h.Type != nil && p.accept(kwAs) {
			var ok bool
			if h.Name, ok = p.name(); !ok {
				p.pos--
			}
		}
	}
	if (star && h.Type == nil) || !p.accept(Colon) {
		p.failExcept(start, star)
		return nil
	}
	if h.Body = p.block(); h.Body == nil {
		p.failExcept(start, star)
		return nil
	}
	h.Pos = p.from(start)
	return h
}

func (p *parser) failExcept(start int, star bool) {
	if p.checks {
		p.pos = start
		p.checkExcept(star)
	}
}
