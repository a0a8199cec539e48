package syntax

// call reads the arguments of a call with their brackets.
func (p *parser) call() ([]Expr, []*Keyword, bool) {
	if p.checks {
		return p.callChecked()
	}
	start := p.pos
	p.pos++
	if p.accept(RPar) {
		return nil, nil, true
	}
	p.enter(callCost)
	args, kws, ok := p.args()
	p.leave(callCost)
	if !ok {
		return nil, nil, false
	}
	if k := p.kind(); (k == kwFor || k == kwAsync) && len(args) == 1 && kws == nil {
		if _, star := args[0].(*Starred); star {
			return nil, nil, false
		}
		if gens := p.comprehension(); gens != nil && p.accept(RPar) {
			args[0] = &GeneratorExp{p.from(start), args[0], gens}
			return args, nil, true
		}
		return nil, nil, false
	}
	p.accept(Comma)
	if !p.accept(RPar) {
		return nil, nil, false
	}
	return args, kws, true
}

// args reads arguments: positional ones, then keywords and iterables, then keywords and mappings. It stops before a
// comma that no argument follows.
func (p *parser) args() (args []Expr, kws []*Keyword, ok bool) {
	mark := p.pos
	for {
		var e Expr
		switch p.kind() {
		case Star:
			e = p.starredArgument()
		case DoubleStar:
		case NameToken:
			if p.kindAt(1) != Equal {
				e = p.argument()
			}
		default:
			e = p.argument()
		}
		if e == nil || p.kind() == Equal {
			p.pos = mark
			break
		}
		if args == nil {
			args = make([]Expr, 0, 4)
		}
		args = append(args, e)
		mark = p.pos
		if !p.accept(Comma) {
			return args, kws, true
		}
	}
	// mark is before the comma, if there is one.
	if len(args) > 0 {
		p.pos = mark + 1
	}
	mappings := false
	for {
		if p.checks {
			p.checkKeyword()
		}
		start := p.pos
		switch k := p.kind(); {
		case k == NameToken && p.kindAt(1) == Equal:
			id := p.ident(p.pos)
			p.pos += 2
			v := p.expression()
			if v == nil {
				p.pos = mark
				return args, kws, len(args)+len(kws) > 0
			}
			kws = append(kws, &Keyword{p.from(start), id, v})
		case k == Star && !mappings:
			e := p.starredArgument()
			if e == nil {
				p.pos = mark
				return args, kws, len(args)+len(kws) > 0
			}
			args = append(args, e)
		case k == DoubleStar:
			mappings = true
			p.pos++
			v := p.expression()
			if v == nil {
				p.pos = mark
				return args, kws, len(args)+len(kws) > 0
			}
			kws = append(kws, &Keyword{p.from(start), "", v})
		default:
			p.pos = mark
			return args, kws, len(args)+len(kws) > 0
		}
		mark = p.pos
		if !p.accept(Comma) {
			return args, kws, true
		}
	}
}

// starredArgument reads `*` and an expression, which must follow it.
func (p *parser) starredArgument() Expr {
	if p.kind() != Star {
		return nil
	}
	start := p.pos
	if p.checks {
		p.checkStarredArgument()
	}
	p.pos++
	e := p.expression()
	if e == nil {
		p.raise("Invalid star expression")
	}
	return &Starred{p.from(start), e, Load}
}

// parameters reads the parameters of a function, or of a lambda expression, whose parameters have no annotations. It
// gives nil where there are none.
func (p *parser) parameters(lambda bool) *Arguments {
	if p.checks {
		p.checkParameters(lambda)
	}
	start := p.pos
	a := &Arguments{}
	end := RPar
	if lambda {
		end = Colon
	}
	keywordOnly, slash := false, false
	for {
		mark := p.pos
		switch k := p.kind(); {
		case k == NameToken:
			arg, def, ok := p.parameter(lambda, end, true)
			if !ok {
				p.pos = mark
				return p.someParameters(a, start)
			}
			switch {
			case keywordOnly:
				a.KwOnly = append(a.KwOnly, arg)
				a.KwDefaults = append(a.KwDefaults, def)
			case def != nil:
				a.Args = append(a.Args, arg)
				a.Defaults = append(a.Defaults, def)
			case len(a.Defaults) > 0:
				// A parameter without a default after one that has it.
				p.pos = mark
				return p.someParameters(a, start)
			default:
				a.Args = append(a.Args, arg)
			}
		case k == Slash && !keywordOnly && !slash && len(a.Args) > 0:
			p.pos++
			if !p.accept(Comma) && p.kind() != end {
				p.pos = mark
				return p.someParameters(a, start)
			}
			slash = true
			a.PosOnly, a.Args = a.Args, nil
		case k == Star && !keywordOnly:
			if p.checks {
				p.checkStarParameter(lambda)
			}
			p.pos++
			if p.accept(Comma) {
				// Parameters that are keywords only must follow.
				if p.kind() != NameToken {
					p.pos = mark
					return p.someParameters(a, start)
				}
				m := p.pos
				if _, _, ok := p.parameter(lambda, end, true); !ok {
					p.pos = mark
					return p.someParameters(a, start)
				}
				p.pos = m
			} else {
				arg, ok := p.starParameter(lambda, end)
				if !ok {
					p.pos = mark
					return p.someParameters(a, start)
				}
				a.VarArg = arg
			}
			keywordOnly = true
		case k == DoubleStar:
			if p.checks {
				p.checkMappingParameter(lambda)
			}
			p.pos++
			if p.kind() != NameToken {
				p.pos = mark
				return p.someParameters(a, start)
			}
			arg, def, ok := p.parameter(lambda, end, false)
			if !ok || def != nil {
				p.pos = mark
				return p.someParameters(a, start)
			}
			a.KwArg = arg
			return p.someParameters(a, start)
		default:
			return p.someParameters(a, start)
		}
	}
}

// someParameters gives the parameters that were read, or nil if there were none.
func (p *parser) someParameters(a *Arguments, start int) *Arguments {
	if p.pos == start {
		return nil
	}
	if a.PosOnly != nil {
		p.since(8, "Positional-only parameters are")
	}
	return a
}

// parameter reads a parameter and the comma after it, if it is not the last one. Type comments belong to it.
func (p *parser) parameter(lambda bool, end Kind, withDefault bool) (arg *Arg, def Expr, ok bool) {
	start := p.pos
	id, ok := p.name()
	if !ok {
		return nil, nil, false
	}
	arg = &Arg{Name: id}
	if !lambda {
		if mark := p.pos; p.accept(Colon) {
			if arg.Annotation = p.expression(); arg.Annotation == nil {
				p.pos = mark
			}
		}
	}
	arg.Pos = p.from(start)
	if withDefault && p.kind() == Equal {
		mark := p.pos
		p.pos++
		if def = p.expression(); def == nil {
			p.pos = mark
			if p.checks {
				p.checkDefault()
			}
		}
	}
	if !p.endParameter(arg, lambda, end) {
		p.pos = start
		return nil, nil, false
	}
	return arg, def, true
}

// endParameter reads the comma and type comment after a parameter, or sees the end of the parameters.
func (p *parser) endParameter(arg *Arg, lambda bool, end Kind) bool {
	comma := p.accept(Comma)
	if !lambda {
		arg.TypeComment = p.typeComment()
	}
	return comma || p.kind() == end
}

// starParameter reads the parameter after `*`, whose annotation may be starred.
func (p *parser) starParameter(lambda bool, end Kind) (*Arg, bool) {
	start := p.pos
	if arg, def, ok := p.parameter(lambda, end, false); ok && def == nil {
		return arg, true
	}
	p.pos = start
	if lambda {
		return nil, false
	}
	id, ok := p.name()
	if !ok || !p.accept(Colon) {
		p.pos = start
		return nil, false
	}
	ann := p.starExpression()
	if ann == nil {
		p.pos = start
		return nil, false
	}
	arg := &Arg{Pos: p.from(start), Name: id, Annotation: ann}
	if !p.endParameter(arg, lambda, end) {
		p.pos = start
		return nil, false
	}
	return arg, true
}

// typeComment reads a type comment if there is one.
func (p *parser) typeComment() *string {
	if p.kind() != TypeCommentToken {
		return nil
	}
	s := p.text(p.pos)
	p.pos++
	return &s
}

// typeParams reads `[T, *Ts, **P]`, or nothing.
func (p *parser) typeParams() []TypeParam {
	if p.kind() != LSqb {
		return nil
	}
	if p.second {
		if n, ok := p.recall(ruleTypeParams); ok {
			return n.([]TypeParam)
		}
	}
	start := p.pos
	if p.checks {
		p.checkTypeParams()
	}
	p.pos++
	var params []TypeParam
	for {
		t := p.typeParam()
		if t == nil {
			break
		}
		params = append(params, t)
		if !p.accept(Comma) {
			break
		}
	}
	if params == nil || !p.accept(RSqb) {
		p.pos = start
		params = nil
	} else {
		p.since(12, "Type parameter lists are")
	}
	if p.second {
		p.remember(ruleTypeParams, start, params)
	}
	return params
}

func (p *parser) typeParam() TypeParam {
	start := p.pos
	switch p.kind() {
	case NameToken:
		id, _ := p.name()
		t := &TypeVar{Name: id}
		if mark := p.pos; p.accept(Colon) {
			if t.Bound = p.expression(); t.Bound == nil {
				p.pos = mark
			}
		}
		t.Default = p.typeDefault((*parser).expression)
		t.Pos = p.from(start)
		return t
	case Star:
		if p.checks {
			p.checkTypeParam("TypeVarTuple")
		}
		p.pos++
		id, ok := p.name()
		if !ok {
			p.pos = start
			return nil
		}
		t := &TypeVarTuple{Name: id}
		t.Default = p.typeDefault((*parser).starExpression)
		t.Pos = p.from(start)
		return t
	case DoubleStar:
		if p.checks {
			p.checkTypeParam("ParamSpec")
		}
		p.pos++
		id, ok := p.name()
		if !ok {
			p.pos = start
			return nil
		}
		t := &ParamSpec{Name: id}
		t.Default = p.typeDefault((*parser).expression)
		t.Pos = p.from(start)
		return t
	}
	return nil
}

// typeDefault reads the default of a type parameter (PEP 696).
func (p *parser) typeDefault(f func(*parser) Expr) Expr {
	mark := p.pos
	if p.accept(Equal) {
		if e := f(p); e != nil {
			p.since(13, "Type parameter defaults are")
			return e
		}
		p.pos = mark
	}
	return nil
}
