package syntax

// callChecked reads the arguments of a call with their brackets in the order in which CPython tries them.
func (p *parser) callChecked() ([]Expr, []*Keyword, bool) {
	start := p.pos
	if e := p.genexp(); e != nil {
		return []Expr{e}, nil, true
	}
	p.checkComprehension()
	p.pos++
	if p.kind() == RPar {
		p.pos++
		return nil, nil, true
	}
	args, kws, ok := p.argumentsChecked()
	if ok && p.accept(RPar) {
		return args, kws, true
	}
	p.pos = start
	return nil, nil, false
}

// callArguments are the arguments of a call.
type callArguments struct {
	args []Expr
	kws  []*Keyword
	ok   bool
}

// argumentsChecked reads arguments up to a closing bracket, and finds what is wrong with them.
func (p *parser) argumentsChecked() ([]Expr, []*Keyword, bool) {
	start := p.pos
	if n, ok := p.recall(ruleArguments); ok {
		a := n.(callArguments)
		return a.args, a.kws, a.ok
	}
	p.enter(callCost)
	defer p.leave(callCost)
	args, kws, ok := p.args()
	if ok {
		p.accept(Comma)
		ok = p.kind() == RPar
	}
	if !ok {
		p.pos = start
		if p.checks {
			p.checkArguments()
		}
		p.pos = start
		args, kws = nil, nil
	}
	p.remember(ruleArguments, start, callArguments{args, kws, ok})
	return args, kws, ok
}

// genexpSpan gives the extent of a generator expression without brackets.
func genexpSpan(e Expr, gens []Comprehension) (Pos, Pos) {
	last := gens[len(gens)-1]
	end := last.Iter.Span()
	if n := len(last.Ifs); n > 0 {
		end = last.Ifs[n-1].Span()
	}
	return e.Span(), end
}

const bareGenexp = "Generator expression must be parenthesized"

// checkArguments finds what is wrong with the arguments of a call.
func (p *parser) checkArguments() {
	start := p.pos
	p.checkIterableAfterMapping()
	p.pos = start
	if a := p.expression(); a != nil {
		if gens := p.comprehension(); gens != nil && p.accept(Comma) {
			mark := p.pos
			if _, _, ok := p.args(); !ok {
				p.pos = mark
				if p.expression() != nil {
					p.comprehension()
				}
			}
			from, to := genexpSpan(a, gens)
			p.raiseRange(from, to, bareGenexp)
		}
	}
	p.pos = start
	if p.kind() == NameToken && p.kindAt(1) == Equal {
		p.pos += 2
		if p.expression() != nil && p.comprehension() != nil {
			p.raiseRange(p.toks[start].Pos, p.toks[start+1].Pos, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
		}
	}
	p.pos = start
	if _, _, ok := p.args(); !ok || !p.accept(Comma) {
		p.pos = start
	}
	if at := p.pos; p.kind() == NameToken && p.kindAt(1) == Equal {
		if k := p.kindAt(2); k == Comma || k == RPar {
			p.raiseRange(p.toks[at].Pos, p.toks[at+1].Pos, "expected argument value expression")
		}
	}
	p.pos = start
	args, kws, ok := p.args()
	if !ok {
		return
	}
	mark := p.pos
	if gens := p.comprehension(); gens != nil && len(args) > 1 {
		from, to := genexpSpan(args[len(args)-1], gens)
		p.raiseRange(from, to, bareGenexp)
	}
	p.pos = mark
	if !p.accept(Comma) {
		return
	}
	mark = p.pos
	if a := p.expression(); a != nil {
		if gens := p.comprehension(); gens != nil {
			from, to := genexpSpan(a, gens)
			p.raiseRange(from, to, bareGenexp)
		}
	}
	p.pos = mark
	if _, _, ok := p.args(); ok {
		for _, k := range kws {
			if k.Arg == "" {
				p.raise("positional argument follows keyword argument unpacking")
			}
		}
		p.raise("positional argument follows keyword argument")
	}
}

// checkIterableAfterMapping finds `*iterable` after `**mapping`.
func (p *parser) checkIterableAfterMapping() {
	_, kws, ok := p.args()
	if !ok || len(kws) == 0 || p.kind() != Comma {
		return
	}
	comma := p.toks[p.pos]
	p.pos++
	found := false
	for {
		mark := p.pos
		if p.starredArgument() == nil || p.kind() == Equal {
			p.pos = mark - 1
			break
		}
		found = true
		if !p.accept(Comma) {
			break
		}
	}
	if found {
		p.raiseFrom(comma.Pos, "iterable argument unpacking follows keyword argument unpacking")
	}
}

// checkKeyword finds what is wrong with a keyword argument.
func (p *parser) checkKeyword() {
	start := p.pos
	switch k := p.kind(); k {
	case kwTrue, kwFalse, kwNone:
		if p.kindAt(1) == Equal {
			p.raiseRange(p.toks[start].Pos, p.toks[start+1].Pos, "cannot assign to %s", k)
		}
	case NameToken:
		if p.kindAt(1) == Equal {
			p.pos += 2
			if p.expression() != nil && p.comprehension() != nil {
				p.raiseRange(p.toks[start].Pos, p.toks[start+1].Pos, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
			}
			p.pos = start
			return
		}
	}
	if a := p.expression(); a != nil && p.kind() == Equal {
		p.raiseRange(a.Span(), p.toks[p.pos].Pos, "expression cannot contain assignment, perhaps you meant \"==\"?")
	}
	p.pos = start
	if p.accept(DoubleStar) {
		if p.expression() != nil && p.accept(Equal) {
			if b := p.expression(); b != nil {
				p.raiseRange(p.toks[start].Pos, b.Span(), "cannot assign to keyword argument unpacking")
			}
		}
	}
	p.pos = start
}

// checkStarredArgument finds `*iterable = value`.
func (p *parser) checkStarredArgument() {
	start := p.pos
	p.pos++
	if p.expression() != nil && p.accept(Equal) {
		if b := p.expression(); b != nil {
			p.raiseRange(p.toks[start].Pos, b.Span(), "cannot assign to iterable argument unpacking")
		}
	}
	p.pos = start
}

// Parameters.

// defaultUse says whether a parameter may, must or must not have a default.
type defaultUse uint8

const (
	mustNot defaultUse = iota
	must
	may
)

// param reads a parameter with the comma or the end after it.
func (p *parser) param(lambda bool, d defaultUse) (*Arg, bool) {
	start := p.pos
	end := RPar
	if lambda {
		end = Colon
	}
	arg, def, ok := p.parameter(lambda, end, d != mustNot)
	if !ok || d == must && def == nil || d == mustNot && def != nil {
		p.pos = start
		return nil, false
	}
	return arg, true
}

// params reads as many parameters as there are.
func (p *parser) params(lambda bool, d defaultUse) int {
	n := 0
	for {
		if _, ok := p.param(lambda, d); !ok {
			return n
		}
		n++
	}
}

// slash reads parameters without or with defaults and the slash after them.
func (p *parser) slash(lambda, withDefault bool) bool {
	start := p.pos
	end := RPar
	if lambda {
		end = Colon
	}
	n := p.params(lambda, mustNot)
	if withDefault {
		n = p.params(lambda, must)
	}
	if n > 0 && p.accept(Slash) && (p.accept(Comma) || p.kind() == end) {
		return true
	}
	p.pos = start
	return false
}

func (p *parser) anySlash(lambda bool) bool { return p.slash(lambda, false) || p.slash(lambda, true) }

// checkParameters finds what is wrong with parameters before stars.
func (p *parser) checkParameters(lambda bool) {
	start := p.pos
	if p.kind() == Slash && p.kindAt(1) == Comma {
		p.raiseAt(p.toks[start].Pos, "at least one argument must precede /")
	}
	if p.anySlash(lambda) {
		p.params(lambda, may)
		if p.kind() == Slash {
			p.raiseAt(p.toks[p.pos].Pos, "/ may appear only once")
		}
	}
	p.pos = start
	p.slash(lambda, false)
	p.params(lambda, mustNot)
	if p.slash(lambda, true) || p.params(lambda, must) > 0 {
		if arg, ok := p.param(lambda, mustNot); ok {
			p.raiseAt(arg.Pos, "parameter without a default follows parameter with a default")
		}
	}
	p.pos = start
	p.params(lambda, mustNot)
	if open := p.pos; p.accept(LPar) {
		ok := false
		if lambda {
			for {
				if _, named := p.name(); !named {
					if ok {
						p.pos--
					}
					break
				}
				ok = true
				if !p.accept(Comma) {
					break
				}
			}
		} else {
			ok = p.params(false, mustNot) > 0
		}
		if ok {
			p.accept(Comma)
			if p.kind() == RPar {
				what := "Function"
				if lambda {
					what = "Lambda expression"
				}
				p.raiseRange(p.toks[open].Pos, p.toks[p.pos].Pos, "%s parameters cannot be parenthesized", what)
			}
		}
	}
	p.pos = start
	p.anySlash(lambda)
	p.params(lambda, may)
	if p.accept(Star) {
		ok := p.accept(Comma)
		if !ok {
			_, ok = p.param(lambda, mustNot)
		}
		if ok {
			p.params(lambda, may)
			if p.kind() == Slash {
				p.raiseAt(p.toks[p.pos].Pos, "/ must be ahead of *")
			}
		}
	}
	p.pos = start
	if p.params(lambda, may) > 0 && p.accept(Slash) && p.kind() == Star {
		p.raiseAt(p.toks[p.pos].Pos, "expected comma between / and *")
	}
	p.pos = start
}

// checkStarParameter finds what is wrong with a starred parameter.
func (p *parser) checkStarParameter(lambda bool) {
	start := p.pos
	end := RPar
	if lambda {
		end = Colon
	}
	p.pos++
	bare := p.kind() == end
	if !bare && p.kind() == Comma {
		k := p.kindAt(1)
		bare = k == end || k == DoubleStar
		if k == TypeCommentToken && !lambda {
			p.raise("bare * has associated type comment")
		}
	}
	if bare {
		if lambda {
			p.raise("named arguments must follow bare *")
		}
		p.raiseAt(p.toks[start].Pos, "named arguments must follow bare *")
	}
	if p.bareParam(lambda) && p.kind() == Equal {
		p.raiseAt(p.toks[p.pos].Pos, "var-positional argument cannot have default value")
	}
	p.pos = start + 1
	_, ok := p.param(lambda, mustNot)
	if ok || p.accept(Comma) {
		p.params(lambda, may)
		if star := p.pos; p.accept(Star) {
			_, ok := p.param(lambda, mustNot)
			if ok || p.kind() == Comma {
				p.raiseAt(p.toks[star].Pos, "* argument may appear only once")
			}
		}
	}
	p.pos = start
}

// bareParam reads a parameter without what may follow it.
func (p *parser) bareParam(lambda bool) bool {
	if _, ok := p.name(); !ok {
		return false
	}
	if !lambda {
		if mark := p.pos; p.accept(Colon) {
			if p.expression() == nil {
				p.pos = mark
			}
		}
	}
	return true
}

// checkMappingParameter finds what is wrong with a parameter with two stars.
func (p *parser) checkMappingParameter(lambda bool) {
	start := p.pos
	p.pos++
	if p.bareParam(lambda) {
		switch p.kind() {
		case Equal:
			p.raiseAt(p.toks[p.pos].Pos, "var-keyword argument cannot have default value")
		case Comma:
			p.pos++
			at := p.pos
			if p.bareParam(lambda) {
				p.raiseAt(p.from(at), "arguments cannot follow var-keyword argument")
			}
			switch p.kind() {
			case Star, DoubleStar, Slash:
				p.raiseAt(p.toks[at].Pos, "arguments cannot follow var-keyword argument")
			}
		}
	}
	p.pos = start
}

// checkDefault finds a parameter with `=` and nothing after it.
func (p *parser) checkDefault() {
	if p.kind() == Equal {
		if k := p.kindAt(1); k == RPar || k == Comma {
			p.raiseAt(p.toks[p.pos].Pos, "expected default value expression")
		}
	}
}

// checkTypeParams finds an empty list of type parameters.
func (p *parser) checkTypeParams() {
	if p.kindAt(1) == RSqb {
		p.raiseFrom(p.toks[p.pos+1].Pos, "Type parameter list cannot be empty")
	}
}

// checkTypeParam finds bounds where there can be none.
func (p *parser) checkTypeParam(what string) {
	start := p.pos
	p.pos++
	if _, ok := p.name(); ok && p.kind() == Colon {
		colon := p.toks[p.pos]
		p.pos++
		if e := p.expression(); e != nil {
			kind := "bound"
			if _, ok := e.(*Tuple); ok {
				kind = "constraints"
			}
			p.raiseFrom(colon.Pos, "cannot use %s with %s", kind, what)
		}
	}
	p.pos = start
}
