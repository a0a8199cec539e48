package syntax

// assignmentChecked reads an assignment or expression statement in the order in which CPython tries them.
func (p *parser) assignmentChecked() Stmt {
	start := p.pos
	if p.kind() == NameToken && p.kindAt(1) == Colon {
		id, _ := p.name()
		if s, ok := p.annotated(start, &Name{p.from(start), id, Store}).(*AnnAssign); ok {
			return s
		}
		p.pos = start
	}
	if k := p.kind(); k != NameToken || p.kindAt(1) != Colon {
		if e := p.singleTarget(); e != nil && p.kind() == Colon {
			if _, name := e.(*Name); !name || k == LPar {
				if s, ok := p.annotated(start, e).(*AnnAssign); ok {
					return s
				}
			}
		}
		p.pos = start
	}
	if s := p.assignChecked(); s != nil {
		return s
	}
	p.pos = start
	if e := p.singleTarget(); e != nil && augmented[p.kind()].ok {
		// From here on nothing else can match.
		s := p.augAssign(start, e)
		if s == nil {
			p.pos = start
			return p.exprStmt()
		}
		return s
	}
	p.pos = start
	p.checkAssignment()
	p.pos = start
	if p.soft("type") {
		if s := p.typeAlias(); s != nil {
			return s
		}
		p.pos = start
	}
	return p.exprStmt()
}

func (p *parser) exprStmt() Stmt {
	start := p.pos
	e := p.starExpressions()
	if e == nil {
		return nil
	}
	return &ExprStmt{p.from(start), e}
}

// singleTarget reads the target of an annotation or augmented assignment.
func (p *parser) singleTarget() Expr {
	start := p.pos
	e := p.primary()
	if e == nil || !isSingleTarget(e) {
		p.pos = start
		return nil
	}
	return e
}

// assignChecked reads an assignment with `=`.
func (p *parser) assignChecked() Stmt {
	start := p.pos
	var targets []Expr
	for {
		mark := p.pos
		t := p.starTargets()
		if t == nil || !p.accept(Equal) {
			p.pos = mark
			break
		}
		targets = append(targets, t)
	}
	if targets == nil {
		return nil
	}
	v := p.yieldOrStar()
	if v == nil || p.kind() == Equal {
		p.pos = start
		return nil
	}
	c := p.typeComment()
	return &Assign{p.from(start), targets, v, c}
}

// targetsEqual reads as many `targets =` as there are.
func (p *parser) targetsEqual() {
	for {
		mark := p.pos
		if p.starTargets() == nil || !p.accept(Equal) {
			p.pos = mark
			return
		}
	}
}

// checkAssignment finds targets that cannot be assigned to or annotated.
func (p *parser) checkAssignment() {
	start := p.pos
	if a := p.displayTarget(); a != nil && p.accept(Colon) && p.expression() != nil {
		p.raiseAt(a.Span(), "only single target (not %s) can be annotated", exprName(a))
	}
	p.pos = start
	if a := p.starNamed(); a != nil && p.accept(Comma) {
		for {
			mark := p.pos
			if p.starNamedList(nil) == nil {
				p.pos = mark
				break
			}
		}
		if p.accept(Colon) && p.expression() != nil {
			p.raiseAt(a.Span(), "only single target (not tuple) can be annotated")
		}
	}
	p.pos = start
	if a := p.expression(); a != nil && p.accept(Colon) && p.expression() != nil {
		p.raiseAt(a.Span(), "illegal target for annotation")
	}
	p.pos = start
	p.targetsEqual()
	if a := p.starExpressions(); a != nil && p.kind() == Equal {
		p.badTarget(a, starTargetUse)
	}
	p.pos = start
	p.targetsEqual()
	if a := p.yield(); a != nil && p.kind() == Equal {
		p.raiseAt(a.Span(), "assignment to yield expression not possible")
	}
	p.pos = start
	if a := p.starExpressions(); a != nil && augmented[p.kind()].ok {
		p.pos++
		if p.yieldOrStar() != nil {
			p.raiseAt(a.Span(), "'%s' is an illegal expression for augmented assignment", exprName(a))
		}
	}
	p.pos = start
}

// displayTarget reads a list or tuple, possibly in brackets.
func (p *parser) displayTarget() Expr {
	if k := p.kind(); k != LPar && k != LSqb {
		return nil
	}
	start := p.pos
	switch e := p.atom().(type) {
	case *List:
		return e
	case *Tuple:
		return e
	}
	p.pos = start
	return nil
}

// checkDel finds what cannot be deleted.
func (p *parser) checkDel() {
	start := p.pos
	p.pos++
	if e := p.starExpressions(); e != nil {
		p.badTarget(e, delTarget)
	}
	p.pos = start
}

// checkImport finds the parts of a from statement in the wrong order, and an import of nothing.
func (p *parser) checkImport() {
	start := p.pos
	p.pos++
	ok := false
	for {
		mark := p.pos
		if _, named := p.dottedName(); !named {
			if ok {
				p.pos = mark - 1
			}
			break
		}
		ok = true
		if !p.accept(Comma) {
			break
		}
	}
	if ok && p.accept(kwFrom) {
		if _, named := p.dottedName(); named {
			p.raiseFrom(p.toks[start].Pos, "Did you mean to use 'from ... import ...' instead?")
		}
	}
	p.pos = start + 1
	if p.kind() == Newline {
		p.raiseFrom(p.toks[p.pos].Pos, "Expected one or more names after 'import'")
	}
	p.pos = start
}

// checkImportTargets finds a comma at the end and an import of nothing.
func (p *parser) checkImportTargets() {
	start := p.pos
	if p.importNames() != nil && p.accept(Comma) && p.accept(Newline) {
		p.raise("trailing comma not allowed without surrounding parentheses")
	}
	p.pos = start
	if p.kind() == Newline {
		p.raiseFrom(p.toks[p.pos].Pos, "Expected one or more names after 'import'")
	}
}

// noIndent says whether a line end without a deeper line after it is next.
func (p *parser) noIndent() bool {
	return p.kind() == Newline && p.kindAt(1) != Indent
}

// missingBlock raises if the line ends and no deeper line follows; head is the token that the block belongs to.
func (p *parser) missingBlock(head int, what string) {
	if p.noIndent() {
		p.pos++
		p.raiseIndent("expected an indented block after %s on line %d", what, p.toks[head].Line)
	}
}

// missingColon raises if the line ends.
func (p *parser) missingColon() {
	if p.accept(Newline) {
		p.raise("expected ':'")
	}
}

// checkHead finds an if, elif or while without colon or block.
func (p *parser) checkHead() {
	start := p.pos
	what := p.kind().String()
	p.pos++
	if p.named() != nil {
		if p.kind() == Newline {
			p.missingColon()
		}
		if p.accept(Colon) {
			p.missingBlock(start, "'"+what+"' statement")
		}
	}
	p.pos = start
}

func (p *parser) checkElse() {
	start := p.pos
	p.pos++
	if p.accept(Colon) {
		p.missingBlock(start, "'else' statement")
	}
	p.pos = start
}

func (p *parser) checkFinally() {
	start := p.pos
	p.pos++
	if p.accept(Colon) {
		p.missingBlock(start, "'finally' statement")
	}
	p.pos = start
}

// checkFor finds a for statement without colon or block.
func (p *parser) checkFor() {
	start := p.pos
	p.accept(kwAsync)
	head := p.pos
	p.pos++
	if p.starTargets() != nil && p.accept(kwIn) && p.starExpressions() != nil {
		if p.kind() == Newline {
			p.missingColon()
		}
		if p.accept(Colon) {
			p.missingBlock(head, "'for' statement")
		}
	}
	p.pos = start
}

// checkClass finds a class without colon or block.
func (p *parser) checkClass() {
	start := p.pos
	p.pos++
	if _, ok := p.name(); ok {
		p.typeParams()
		if mark := p.pos; p.accept(LPar) {
			if p.kind() != RPar {
				p.argumentsChecked()
			}
			if !p.accept(RPar) {
				p.pos = mark
			}
		}
		if p.kind() == Newline {
			p.missingColon()
		}
		if p.accept(Colon) {
			p.missingBlock(start, "class definition")
		}
	}
	p.pos = start
}

// checkFunc finds a function without brackets, colon or block.
func (p *parser) checkFunc() {
	start := p.pos
	p.accept(kwAsync)
	head := p.pos
	p.pos++
	if _, ok := p.name(); ok {
		p.typeParams()
		p.forced(LPar)
		if p.kind() != RPar {
			p.parameters(false)
		}
		if p.accept(RPar) {
			if mark := p.pos; p.accept(RArrow) && p.expression() == nil {
				p.pos = mark
			}
			p.forced(Colon)
			p.missingBlock(head, "function definition")
		}
	}
	p.pos = start
}

// checkTypeComments finds two type comments on a function.
func (p *parser) checkTypeComments() {
	start := p.pos
	if p.accept(TypeCommentToken) && p.accept(Newline) && p.accept(TypeCommentToken) && p.accept(Newline) && p.kind() == Indent {
		p.pos++
		p.raise("Cannot have two type comments on def")
	}
	p.pos = start
}

// withHead reads the items of a with statement loosely, with or without brackets.
func (p *parser) withHead(brackets bool) bool {
	if brackets && !p.accept(LPar) {
		return false
	}
	n := 0
	for {
		mark := p.pos
		var e Expr
		if brackets {
			e = p.expressions()
		} else {
			e = p.expression()
		}
		if e == nil {
			if n > 0 {
				p.pos = mark - 1
			}
			break
		}
		n++
		if mark := p.pos; p.accept(kwAs) && p.starTarget() == nil {
			p.pos = mark
		}
		if !p.accept(Comma) {
			break
		}
	}
	if n == 0 {
		return false
	}
	if brackets {
		p.accept(Comma)
		return p.accept(RPar)
	}
	return true
}

// checkWithIndent finds a with statement without block.
func (p *parser) checkWithIndent() {
	start := p.pos
	p.accept(kwAsync)
	head := p.pos
	for _, brackets := range []bool{false, true} {
		p.pos = head + 1
		if p.withHead(brackets) && p.accept(Colon) {
			p.missingBlock(head, "'with' statement")
		}
	}
	p.pos = start
}

// checkWith finds a with statement without colon.
func (p *parser) checkWith() {
	start := p.pos
	p.accept(kwAsync)
	head := p.pos
	for _, brackets := range []bool{false, true} {
		p.pos = head + 1
		if p.withHead(brackets) {
			p.missingColon()
		}
	}
	p.pos = start
}

// checkWithItem finds a target after `as` that cannot be assigned to.
func (p *parser) checkWithItem() {
	start := p.pos
	if p.expression() != nil && p.accept(kwAs) {
		if e := p.expression(); e != nil {
			switch p.kind() {
			case Comma, RPar, Colon:
				p.badTarget(e, starTargetUse)
			}
		}
	}
	p.pos = start
}

// checkTry finds a try statement without block or clauses, and one with both kinds of clauses.
func (p *parser) checkTry() {
	start := p.pos
	p.pos++
	if p.accept(Colon) {
		p.missingBlock(start, "'try' statement")
		mark := p.pos
		if p.block() != nil && p.kind() != kwExcept && p.kind() != kwFinally {
			p.raise("expected 'except' or 'finally' block")
		}
		p.checkMixedExcept(mark, false)
		p.checkMixedExcept(mark, true)
	}
	p.pos = start
}

// checkMixedExcept finds clauses of one kind followed by one of the other.
func (p *parser) checkMixedExcept(mark int, star bool) {
	p.pos = mark
	for p.block() != nil {
	}
	n := 0
	for p.kind() == kwExcept && (p.kindAt(1) == Star) == star {
		at := p.pos
		if p.except(star) == nil {
			p.pos = at
			break
		}
		n++
	}
	if p.kind() == kwExcept && n > 0 {
		p.checkExcept(p.kindAt(1) == Star)
	}
	if n == 0 || p.kind() != kwExcept {
		return
	}
	head := p.toks[p.pos]
	p.pos++
	if !star {
		if p.kind() != Star {
			return
		}
		starTok := p.toks[p.pos]
		p.pos++
		if p.expression() == nil {
			return
		}
		p.optionalAs()
		if p.kind() == Colon {
			p.raiseRange(head.Pos, starTok.Pos, "cannot have both 'except' and 'except*' on the same 'try'")
		}
		return
	}
	if p.expression() != nil {
		p.optionalAs()
	}
	if p.kind() == Colon {
		p.raiseAt(head.Pos, "cannot have both 'except' and 'except*' on the same 'try'")
	}
}

// optionalAs reads `as name`, or nothing.
func (p *parser) optionalAs() {
	if mark := p.pos; p.accept(kwAs) {
		if _, ok := p.name(); !ok {
			p.pos = mark
		}
	}
}

// checkExceptIndent finds an except clause without block.
func (p *parser) checkExceptIndent(star bool) {
	start := p.pos
	p.pos++
	what := "'except' statement"
	if star {
		p.pos++
		what = "'except*' statement"
	}
	mark := p.pos
	if p.expression() != nil {
		p.optionalAs()
		if p.accept(Colon) {
			p.missingBlock(start, what)
		}
	}
	p.pos = mark
	if !star && p.accept(Colon) {
		if p.noIndent() {
			p.pos++
			if p.kind() != Indent {
				p.raiseIndent("expected an indented block after 'except' statement on line %d", p.toks[start].Line)
			}
		}
	}
	p.pos = start
}

// checkExcept finds several types without brackets, and clauses without colon or type.
func (p *parser) checkExcept(star bool) {
	start := p.pos
	p.pos++
	if star {
		p.pos++
	}
	mark := p.pos
	if a := p.expression(); a != nil && p.accept(Comma) && p.expressions() != nil {
		p.optionalAs()
		if p.kind() == Colon {
			p.pos++
			p.raiseFrom(a.Span(), "multiple exception types must be parenthesized")
		}
	}
	p.pos = mark
	if p.expression() != nil {
		p.optionalAs()
		p.missingColon()
	}
	p.pos = mark
	if !star {
		p.missingColon()
	} else if p.accept(Newline) || p.accept(Colon) {
		p.raise("expected one or more exception types")
	}
	p.pos = start
}

// checkMatch finds a match statement without colon or block.
func (p *parser) checkMatch() {
	start := p.pos
	if p.text(start) == "match" {
		p.pos++
		if p.subject() != nil {
			p.missingColon()
			if p.accept(Colon) {
				p.missingBlock(start, "'match' statement")
			}
		}
	}
	p.pos = start
}

// checkCase finds a case without colon or block.
func (p *parser) checkCase() {
	start := p.pos
	if p.soft("case") {
		p.pos++
		if p.patterns() != nil {
			p.guard()
			p.missingColon()
			if p.accept(Colon) {
				p.missingBlock(start, "'case' statement")
			}
		}
	}
	p.pos = start
}

// checkAsPattern finds what cannot be bound by `as`, which has been read.
func (p *parser) checkAsPattern() {
	start := p.pos
	if p.soft("_") {
		p.raiseAt(p.toks[p.pos].Pos, "cannot use '_' as a target")
	}
	if p.kind() != NameToken {
		if e := p.expression(); e != nil {
			p.raiseAt(e.Span(), "invalid pattern target")
		}
	}
	p.pos = start
}

// checkClassPattern finds positional patterns after keyword patterns.
func (p *parser) checkClassPattern() {
	start := p.pos
	p.nameOrAttr()
	if !p.accept(LPar) {
		p.pos = start
		return
	}
	keywords := false
	for {
		mark := p.pos
		if p.kind() == NameToken && p.kindAt(1) == Equal {
			p.pos += 2
			if p.pattern() == nil {
				break
			}
			keywords = true
		} else {
			first := p.pattern()
			if first == nil {
				p.pos = mark
				break
			}
			if keywords {
				last := first
				for p.accept(Comma) {
					next := p.pattern()
					if next == nil {
						break
					}
					last = next
				}
				p.raiseRange(first.Span(), last.Span(), "positional patterns follow keyword patterns")
			}
		}
		if !p.accept(Comma) {
			break
		}
	}
	p.pos = start
}
