package syntax

// fileInput reads a module.
func (p *parser) fileInput() Mod {
	body := p.statements(nil)
	if p.kind() != EndMarker {
		return nil
	}
	return &Module{Body: body, TypeIgnores: p.ignores}
}

// evalInput reads an expression and the line ends after it.
func (p *parser) evalInput() Mod {
	e := p.expressions()
	if e == nil {
		return nil
	}
	for p.accept(Newline) {
	}
	if !p.accept(EndMarker) {
		return nil
	}
	return &Expression{Body: e}
}

// singleInput reads a statement as typed at a prompt.
func (p *parser) singleInput() Mod {
	mark := p.pos
	if s := p.compound(); s != nil {
		if p.accept(Newline) {
			return &Interactive{Body: []Stmt{s}}
		}
	}
	p.pos = mark
	if body := p.simpleStmts(nil); body != nil {
		return &Interactive{Body: body}
	}
	start := p.pos
	if p.accept(Newline) {
		return &Interactive{Body: []Stmt{&Pass{p.from(start)}}}
	}
	return nil
}

// funcTypeInput reads a signature type comment.
func (p *parser) funcTypeInput() Mod {
	f := &FunctionType{}
	if !p.accept(LPar) {
		return nil
	}
	stars := 0 // 1 after `*`, 2 after `**`
	for p.kind() != RPar {
		switch {
		case stars < 1 && p.accept(Star):
			stars = 1
		case stars < 2 && p.accept(DoubleStar):
			stars = 2
		case stars > 0:
			return nil
		}
		e := p.expression()
		if e == nil {
			return nil
		}
		f.ArgTypes = append(f.ArgTypes, e)
		if !p.accept(Comma) {
			break
		}
		if p.kind() == RPar {
			return nil
		}
	}
	if !p.accept(RPar) || !p.accept(RArrow) {
		return nil
	}
	if f.Returns = p.expression(); f.Returns == nil {
		return nil
	}
	for p.accept(Newline) {
	}
	if !p.accept(EndMarker) {
		return nil
	}
	return f
}

// statements reads as many statements as there are.
func (p *parser) statements(body []Stmt) []Stmt {
	for {
		mark := p.pos
		if s := p.compound(); s != nil {
			body = append(body, s)
			continue
		}
		p.pos = mark
		b := p.simpleStmts(body)
		if b == nil {
			p.pos = mark
			return body
		}
		body = b
	}
}

// simpleStmts reads a line of simple statements and appends them to body; it gives nil if the line is not one.
func (p *parser) simpleStmts(body []Stmt) []Stmt {
	for {
		s := p.simple()
		if s == nil {
			return nil
		}
		body = append(body, s)
		if p.accept(Newline) {
			return body
		}
		if !p.accept(Semi) {
			return nil
		}
		if p.accept(Newline) {
			return body
		}
	}
}

// simple reads a simple statement.
func (p *parser) simple() Stmt {
	if !p.second {
		return p.simpleBody()
	}
	start := p.pos
	if n, ok := p.recall(ruleSimple); ok {
		s, _ := n.(Stmt)
		return s
	}
	s := p.simpleBody()
	if s == nil {
		p.pos = start
		p.remember(ruleSimple, start, nil)
		return nil
	}
	p.remember(ruleSimple, start, s)
	return s
}

func (p *parser) simpleBody() Stmt {
	start := p.pos
	var s Stmt
	switch p.kind() {
	case kwReturn:
		p.pos++
		v := p.starExpressions()
		return &Return{p.from(start), v}
	case kwImport:
		s = p.importName()
	case kwFrom:
		s = p.importFrom()
	case kwRaise:
		p.pos++
		r := &Raise{}
		if r.Exc = p.expression(); r.Exc != nil {
			if mark := p.pos; p.accept(kwFrom) {
				if r.Cause = p.expression(); r.Cause == nil {
					p.pos = mark
				}
			}
		}
		r.Pos = p.from(start)
		return r
	case kwPass:
		p.pos++
		return &Pass{p.from(start)}
	case kwBreak:
		p.pos++
		return &Break{p.from(start)}
	case kwContinue:
		p.pos++
		return &Continue{p.from(start)}
	case kwDel:
		s = p.del()
	case kwYield:
		if e := p.yield(); e != nil {
			if p.checks {
				end := p.pos
				p.pos = start
				p.checkAssignment()
				p.pos = end
			}
			s = &ExprStmt{p.from(start), e}
		}
	case kwAssert:
		p.pos++
		a := &Assert{Test: p.expression()}
		if a.Test == nil {
			p.pos = start
			return nil
		}
		if mark := p.pos; p.accept(Comma) {
			if a.Msg = p.expression(); a.Msg == nil {
				p.pos = mark
			}
		}
		a.Pos = p.from(start)
		return a
	case kwGlobal, kwNonlocal:
		s = p.scopeStmt()
	default:
		if p.checks {
			return p.assignmentChecked()
		}
		return p.assignment()
	}
	if s == nil {
		p.pos = start
	}
	return s
}

// scopeStmt reads a global or nonlocal statement.
func (p *parser) scopeStmt() Stmt {
	start := p.pos
	kind := p.kind()
	p.pos++
	var names []string
	for {
		mark := p.pos
		id, ok := p.name()
		if !ok {
			if len(names) == 0 {
				return nil
			}
			p.pos = mark - 1
			break
		}
		names = append(names, id)
		if !p.accept(Comma) {
			break
		}
	}
	if kind == kwGlobal {
		return &Global{p.from(start), names}
	}
	return &Nonlocal{p.from(start), names}
}

// augmented gives the operators of augmented assignments.
var augmented = [numKinds]struct {
	ok bool
	op Operator
}{
	PlusEqual: {true, Add}, MinEqual: {true, Sub}, StarEqual: {true, Mult}, AtEqual: {true, MatMult},
	SlashEqual: {true, Div}, PercentEqual: {true, Mod_}, AmperEqual: {true, BitAnd}, VBarEqual: {true, BitOr},
	CircumflexEqual: {true, BitXor}, LeftShiftEqual: {true, LShift}, RightShiftEqual: {true, RShift},
	DoubleStarEqual: {true, Pow}, DoubleSlashEqual: {true, FloorDiv},
}

// assignment reads an assignment of any kind, a type statement or an expression statement.
func (p *parser) assignment() Stmt {
	start := p.pos
	if p.soft("type") && p.kindAt(1) == NameToken {
		if s := p.typeAlias(); s != nil {
			return s
		}
		p.pos = start
	}
	e := p.starExpressions()
	if e == nil {
		p.pos = start
		return nil
	}
	switch k := p.kind(); {
	case k == Colon:
		if isSingleTarget(e) {
			return p.annotated(start, e)
		}
	case k == Equal:
		if isTarget(e) {
			return p.assign(start, e)
		}
	case augmented[k].ok:
		if isSingleTarget(e) {
			return p.augAssign(start, e)
		}
	}
	return &ExprStmt{p.from(start), e}
}

// annotated reads an annotated assignment from its colon.
func (p *parser) annotated(start int, target Expr) Stmt {
	mark := p.pos
	s := &AnnAssign{Target: target, Simple: p.toks[start].Kind == NameToken && mark == start+1}
	p.pos++
	if s.Annotation = p.expression(); s.Annotation == nil {
		p.pos = mark
		return &ExprStmt{p.from(start), target}
	}
	if mark := p.pos; p.accept(Equal) {
		if s.Value = p.yieldOrStar(); s.Value == nil {
			p.pos = mark
		}
	}
	setContext(target, Store)
	if s.Simple {
		p.since(6, "Variable annotation syntax is")
	} else {
		p.since(6, "Variable annotations syntax is")
	}
	s.Pos = p.from(start)
	return s
}

// assign reads an assignment from its first equals sign.
func (p *parser) assign(start int, first Expr) Stmt {
	a := &Assign{Targets: make([]Expr, 1)}
	a.Targets[0] = first
	mark := p.pos
	for {
		p.pos++
		v := p.yieldOrStar()
		if v == nil {
			p.pos = mark
			return &ExprStmt{p.from(start), first}
		}
		if p.kind() != Equal {
			a.Value = v
			break
		}
		if !isTarget(v) {
			p.pos = mark
			return &ExprStmt{p.from(start), first}
		}
		a.Targets = append(a.Targets, v)
	}
	for _, t := range a.Targets {
		setContext(t, Store)
	}
	a.TypeComment = p.typeComment()
	a.Pos = p.from(start)
	return a
}

// augAssign reads an augmented assignment from its operator.
func (p *parser) augAssign(start int, target Expr) Stmt {
	op := augmented[p.kind()].op
	p.pos++
	if op == MatMult {
		p.since(5, "The '@' operator is")
	}
	v := p.yieldOrStar()
	if v == nil {
		p.pos = start
		return nil
	}
	setContext(target, Store)
	return &AugAssign{p.from(start), target, op, v}
}

// typeAlias reads a type statement (PEP 695), whose first token is there.
func (p *parser) typeAlias() Stmt {
	start := p.pos
	p.pos++
	nameAt := p.pos
	id, ok := p.name()
	if !ok {
		return nil
	}
	name := &Name{p.from(nameAt), id, Store}
	params := p.typeParams()
	if !p.accept(Equal) {
		return nil
	}
	v := p.expression()
	if v == nil {
		return nil
	}
	p.since(12, "Type statement is")
	return &TypeAlias{p.from(start), name, params, v}
}

// isSingleTarget says whether e can be the target of an annotation or augmented assignment.
func isSingleTarget(e Expr) bool {
	switch e.(type) {
	case *Name, *Attribute, *Subscript:
		return true
	}
	return false
}

// isTarget says whether e can be assigned to.
func isTarget(e Expr) bool {
	switch e := e.(type) {
	case *Name, *Attribute, *Subscript:
		return true
	case *Starred:
		_, star := e.Value.(*Starred)
		return !star && isTarget(e.Value)
	case *Tuple:
		return allTargets(e.Elts)
	case *List:
		return allTargets(e.Elts)
	}
	return false
}

func allTargets(elts []Expr) bool {
	for _, e := range elts {
		if !isTarget(e) {
			return false
		}
	}
	return true
}

// isDelTarget says whether e can be deleted.
func isDelTarget(e Expr) bool {
	var elts []Expr
	switch e := e.(type) {
	case *Name, *Attribute, *Subscript:
		return true
	case *Tuple:
		elts = e.Elts
	case *List:
		elts = e.Elts
	default:
		return false
	}
	for _, e := range elts {
		if !isDelTarget(e) {
			return false
		}
	}
	return true
}

// setContext makes e a target.
func setContext(e Expr, ctx ExprContext) {
	switch e := e.(type) {
	case *Name:
		e.Ctx = ctx
	case *Attribute:
		e.Ctx = ctx
	case *Subscript:
		e.Ctx = ctx
	case *Starred:
		e.Ctx = ctx
		setContext(e.Value, ctx)
	case *Tuple:
		e.Ctx = ctx
		for _, x := range e.Elts {
			setContext(x, ctx)
		}
	case *List:
		e.Ctx = ctx
		for _, x := range e.Elts {
			setContext(x, ctx)
		}
	}
}

// starTargets reads the targets of a for clause.
func (p *parser) starTargets() Expr {
	start := p.pos
	e := p.starTarget()
	if e == nil || p.kind() != Comma {
		return e
	}
	elts := []Expr{e}
	for p.accept(Comma) {
		if e = p.starTarget(); e == nil {
			break
		}
		elts = append(elts, e)
	}
	return &Tuple{p.from(start), elts, Store}
}

func (p *parser) starTarget() Expr {
	start := p.pos
	if p.accept(Star) {
		if p.kind() == Star {
			p.pos = start
			return nil
		}
		e := p.starTarget()
		if e == nil {
			p.pos = start
			return nil
		}
		return &Starred{p.from(start), e, Store}
	}
	return p.target()
}

// target reads a target that is not starred.
func (p *parser) target() Expr {
	start := p.pos
	e := p.primary()
	if e == nil || !isTarget(e) {
		p.pos = start
		return nil
	}
	setContext(e, Store)
	return e
}

func (p *parser) del() Stmt {
	start := p.pos
	p.pos++
	var targets []Expr
	for {
		mark := p.pos
		e := p.primary()
		if e == nil || !isDelTarget(e) {
			p.pos = mark
			break
		}
		setContext(e, Del)
		targets = append(targets, e)
		if !p.accept(Comma) {
			break
		}
	}
	if k := p.kind(); targets == nil || k != Semi && k != Newline {
		if p.checks {
			p.pos = start
			p.checkDel()
		}
		return nil
	}
	return &Delete{p.from(start), targets}
}

func (p *parser) importName() Stmt {
	start := p.pos
	if p.checks {
		p.checkImport()
	}
	p.pos++
	var names []*Alias
	for {
		mark := p.pos
		a := p.dottedAlias()
		if a == nil {
			if names == nil {
				return nil
			}
			p.pos = mark - 1
			break
		}
		names = append(names, a)
		if !p.accept(Comma) {
			break
		}
	}
	return &Import{p.from(start), names}
}

func (p *parser) dottedAlias() *Alias {
	start := p.pos
	name, ok := p.dottedName()
	if !ok {
		return nil
	}
	a := &Alias{Name: name}
	p.asName(a)
	a.Pos = p.from(start)
	return a
}

// asName reads `as name`, or nothing.
func (p *parser) asName(a *Alias) {
	if mark := p.pos; p.accept(kwAs) {
		var ok bool
		if a.AsName, ok = p.name(); !ok {
			p.pos = mark
		}
	}
}

func (p *parser) dottedName() (string, bool) {
	s, ok := p.name()
	if !ok {
		return "", false
	}
	for p.kind() == Dot {
		mark := p.pos
		p.pos++
		t, ok := p.name()
		if !ok {
			p.pos = mark
			break
		}
		s += "." + t
	}
	return s, true
}

func (p *parser) importFrom() Stmt {
	start := p.pos
	p.pos++
	s := &ImportFrom{}
dots:
	for {
		switch p.kind() {
		case Dot:
			s.Level++
		case EllipsisToken:
			s.Level += 3
		default:
			break dots
		}
		p.pos++
	}
	var ok bool
	if s.Module, ok = p.dottedName(); !ok {
		if s.Level == 0 {
			return nil
		}
		s.NoModule = true
	}
	if !p.accept(kwImport) {
		return nil
	}
	if s.Names = p.importTargets(); s.Names == nil {
		return nil
	}
	s.Pos = p.from(start)
	return s
}

// importTargets reads what a from statement imports.
func (p *parser) importTargets() []*Alias {
	start := p.pos
	switch p.kind() {
	case LPar:
		p.pos++
		names := p.importNames()
		if names != nil {
			p.accept(Comma)
			if p.accept(RPar) {
				return names
			}
		}
	case Star:
		p.pos++
		return []*Alias{{Pos: p.from(start), Name: "*"}}
	default:
		if names := p.importNames(); names != nil && p.kind() != Comma {
			return names
		}
	}
	p.pos = start
	if p.checks {
		p.checkImportTargets()
	}
	return nil
}

// importNames reads names with commas between them.
func (p *parser) importNames() []*Alias {
	var names []*Alias
	for {
		start := p.pos
		id, ok := p.name()
		if !ok {
			if names != nil {
				p.pos = start - 1
			}
			return names
		}
		a := &Alias{Name: id}
		p.asName(a)
		a.Pos = p.from(start)
		names = append(names, a)
		if !p.accept(Comma) {
			return names
		}
	}
}
