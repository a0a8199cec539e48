package compile

import (
	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/syntax"
)

// Pattern matching (PEP 634). A pattern is tested against the value in a register and jumps to a label where it does not
// match. Names are bound only when the whole pattern has matched: captures go to temporaries first.

// capture is a name and the temporary that holds what it is to be bound to.
type capture struct {
	name string
	reg  int
	pos  syntax.Pos
}

// matcher compiles one pattern.
type matcher struct {
	u        *unit
	captures []capture
	// always says that the pattern may match whatever it is given: no pattern behind it would be out of reach.
	always bool
}

func (u *unit) match(s *syntax.Match) {
	subject := u.alloc()
	u.exprTo(s.Subject, subject)
	end := u.label()
	before := u.saveBound()
	var endBound []bool
	exhausted := false
	for i, c := range s.Cases {
		u.bound = append([]bool(nil), before...)
		mark := u.temp
		next := u.label()
		last := i == len(s.Cases)-1
		m := &matcher{u: u, always: last || c.Guard != nil}
		if irrefutable(c.Pattern) && c.Guard == nil {
			exhausted = true
		}
		if isWildcard(c.Pattern) {
			u.nop(c.Pattern.Span())
		}
		m.pattern(c.Pattern, subject, next)
		for _, k := range m.captures {
			u.pos = k.pos
			u.store(k.name, k.reg)
		}
		if c.Guard != nil {
			u.condJump(c.Guard, false, next)
		}
		u.temp = mark
		u.stmts(c.Body)
		if !u.dead {
			if endBound == nil {
				endBound = u.saveBound()
			} else {
				u.joinInto(&endBound)
			}
			u.pos = syntax.Pos{}
			if !last {
				u.jump(bytecode.JumpTo, 0, end)
			}
		}
		dead := u.dead
		u.place(next)
		u.dead = dead && exhausted
	}
	if !exhausted {
		if endBound == nil {
			endBound = before
		} else {
			for i, v := range before {
				endBound[i] = endBound[i] && v
			}
		}
	}
	dead := u.dead && exhausted && endBound == nil
	u.place(end)
	u.dead = dead
	if endBound != nil {
		u.bound = endBound
	}
}

func irrefutable(p syntax.Pattern) bool {
	switch p := p.(type) {
	case *syntax.MatchAs:
		return p.Pattern == nil || irrefutable(p.Pattern)
	case *syntax.MatchOr:
		return irrefutable(p.Patterns[len(p.Patterns)-1])
	}
	return false
}

func (m *matcher) capture(name string, reg int, pos syntax.Pos) {
	if name == "" {
		return
	}
	for _, c := range m.captures {
		if c.name == name {
			m.u.c.fail(pos, "multiple assignments to name '"+name+"' in pattern")
		}
	}
	m.u.checkStoreName(name, pos)
	m.captures = append(m.captures, capture{name, reg, pos})
}

func (u *unit) checkStoreName(name string, pos syntax.Pos) {
	if name == "__debug__" {
		u.c.fail(pos, "cannot assign to __debug__")
	}
}

// pattern tests the value in register v. Registers taken for captures and parts stay taken until the case is done.
func (m *matcher) pattern(p syntax.Pattern, v, fail int) {
	u := m.u
	u.pos = p.Span()
	u.c.depth++
	if u.c.depth > maxDepth {
		failRecursion()
	}
	defer func() { u.c.depth-- }()
	switch p := p.(type) {
	case *syntax.MatchValue:
		if _, ok := p.Value.(*syntax.JoinedStr); ok {
			u.c.fail(p.Pos, "patterns may only match literals and attribute lookups")
		}
		r := u.operand(p.Value)
		t := u.alloc()
		u.pos = p.Pos
		u.emit(bytecode.Eq, t, v, r)
		u.jump(bytecode.JumpIfFalse, t, fail)
	case *syntax.MatchSingleton:
		r := u.alloc()
		u.loadConst(r, ConstValue(syntax.Const{Kind: p.Value}))
		u.emit(bytecode.Is, r, v, r)
		u.jump(bytecode.JumpIfFalse, r, fail)
	case *syntax.MatchAs:
		switch {
		case p.Pattern != nil:
			m.pattern(p.Pattern, v, fail)
		case !m.always && p.Name != "":
			u.c.fail(p.Pos, "name capture '"+p.Name+"' makes remaining patterns unreachable")
		case !m.always:
			u.c.fail(p.Pos, "wildcard makes remaining patterns unreachable")
		}
		m.capture(p.Name, v, p.Pos)
	case *syntax.MatchStar:
		m.capture(p.Name, v, p.Pos)
	case *syntax.MatchSequence:
		m.sequence(p, v, fail)
	case *syntax.MatchMapping:
		m.mapping(p, v, fail)
	case *syntax.MatchClass:
		m.class(p, v, fail)
	case *syntax.MatchOr:
		m.or(p, v, fail)
	}
}

// part tests a part of the value, of which anything may be accepted.
func (m *matcher) part(p syntax.Pattern, v, fail int) {
	always := m.always
	m.always = true
	m.pattern(p, v, fail)
	m.always = always
}

func (m *matcher) sequence(p *syntax.MatchSequence, v, fail int) {
	u := m.u
	star, wild := -1, true
	for i, q := range p.Patterns {
		if s, ok := q.(*syntax.MatchStar); ok {
			if star >= 0 {
				u.c.fail(q.Span(), "multiple starred names in sequence pattern")
			}
			star = i
			wild = wild && s.Name == ""
			continue
		}
		if a, ok := q.(*syntax.MatchAs); !ok || a.Pattern != nil || a.Name != "" {
			wild = false
		}
	}
	t := u.alloc()
	u.emit(bytecode.MatchSequence, t, v, 0)
	u.jump(bytecode.JumpIfFalse, t, fail)
	n := len(p.Patterns)
	if star >= 0 && n == 1 && wild {
		return
	}
	u.emit(bytecode.GetLen, t, v, 0)
	if star < 0 {
		u.jumpCompareInt(bytecode.Eq, t, n, fail)
	} else if n > 1 {
		u.jumpCompareInt(bytecode.Ge, t, n-1, fail)
	}
	if wild {
		return
	}
	if star >= 0 {
		if s := p.Patterns[star].(*syntax.MatchStar); s.Name == "" {
			// The middle is not wanted: index from both ends.
			for i, q := range p.Patterns {
				if i == star || isWildcard(q) {
					continue
				}
				k, item := u.alloc(), u.alloc()
				if i < star {
					u.loadConst(k, objects.InlineInt(int64(i)))
				} else {
					u.loadConst(k, objects.InlineInt(int64(n-i)))
					u.emit(bytecode.Sub, k, t, k)
				}
				u.emit(bytecode.LoadItem, item, v, k)
				m.part(q, item, fail)
			}
			return
		}
	}
	w := u.allocN(n)
	if star < 0 {
		u.emit(bytecode.UnpackSeq, w, v, n)
	} else {
		if star > 255 || n-star-1 > 255 {
			u.c.fail(p.Pos, "too many expressions in star-unpacking sequence pattern")
		}
		u.emit(bytecode.UnpackEx, w, v, star|(n-star-1)<<8)
	}
	for i, q := range p.Patterns {
		m.part(q, w+i, fail)
	}
}

func isWildcard(p syntax.Pattern) bool {
	a, ok := p.(*syntax.MatchAs)
	return ok && a.Pattern == nil && a.Name == ""
}

// jumpCompareInt fails unless the int in r compares with n.
func (u *unit) jumpCompareInt(op bytecode.Op, r, n, fail int) {
	mark := u.temp
	k := u.alloc()
	u.loadConst(k, objects.InlineInt(int64(n)))
	u.emit(op, k, r, k)
	u.jump(bytecode.JumpIfFalse, k, fail)
	u.temp = mark
}

func (m *matcher) mapping(p *syntax.MatchMapping, v, fail int) {
	u := m.u
	t := u.alloc()
	u.emit(bytecode.MatchMapping, t, v, 0)
	u.jump(bytecode.JumpIfFalse, t, fail)
	n := len(p.Keys)
	if n == 0 && p.Rest == "" {
		return
	}
	seen := objects.NewDict()
	for _, k := range p.Keys {
		if _, ok := k.(*syntax.JoinedStr); ok {
			u.c.fail(p.Pos, "mapping pattern keys may only match literals and attribute lookups")
		}
		if c, ok := u.fold(k); ok {
			// Equal keys are duplicates, of whatever types they are.
			if v, err := seen.Get(u.c.Thread, c); err == nil && !v.IsZero() {
				u.c.fail(p.Pos, "mapping pattern checks duplicate key ("+constRepr(u, c)+")")
			}
			_ = seen.Set(u.c.Thread, c, objects.None)
		}
	}
	if n > 0 {
		u.emit(bytecode.GetLen, t, v, 0)
		u.jumpCompareInt(bytecode.Ge, t, n, fail)
	}
	keys := u.alloc()
	u.display(p.Keys, keys, bytecode.BuildTuple)
	u.pos = p.Pos
	values := u.alloc()
	u.emit(bytecode.MatchKeys, values, v, keys)
	u.jump(bytecode.JumpIfNone, values, fail)
	if n > 0 {
		w := u.allocN(n)
		u.emit(bytecode.UnpackSeq, w, values, n)
		for i, q := range p.Patterns {
			m.part(q, w+i, fail)
		}
	}
	if p.Rest != "" {
		rest := u.alloc()
		u.emit(bytecode.DictCopyRest, rest, v, keys)
		m.capture(p.Rest, rest, p.Pos)
	}
}

func constRepr(u *unit, v objects.Value) string {
	s, err := objects.ReprString(u.c.Thread, v)
	if err != nil {
		return "?"
	}
	return s
}

func (m *matcher) class(p *syntax.MatchClass, v, fail int) {
	u := m.u
	names := make([]objects.Value, len(p.KwdAttrs))
	for i, a := range p.KwdAttrs {
		for _, b := range p.KwdAttrs[:i] {
			if a == b {
				u.c.fail(p.KwdPatterns[i].Span(), "attribute name repeated in class pattern: "+a)
			}
		}
		names[i] = objects.Intern(a).Value()
	}
	w := u.allocN(3)
	u.emit(bytecode.Move, w, v, 0)
	u.exprTo(p.Cls, w+1)
	u.loadConst(w+2, objects.ToValue(objects.NewTuple(names...)))
	u.pos = p.Pos
	attrs := u.alloc()
	u.emit(bytecode.MatchClass, attrs, w, len(p.Patterns))
	u.jump(bytecode.JumpIfNone, attrs, fail)
	n := len(p.Patterns) + len(p.KwdPatterns)
	if n == 0 {
		return
	}
	items := u.allocN(n)
	u.emit(bytecode.UnpackSeq, items, attrs, n)
	for i, q := range p.Patterns {
		m.part(q, items+i, fail)
	}
	for i, q := range p.KwdPatterns {
		m.part(q, items+len(p.Patterns)+i, fail)
	}
}

// or tries alternatives; all bind the same names, which end up in the same temporaries.
func (m *matcher) or(p *syntax.MatchOr, v, fail int) {
	u := m.u
	matched := u.label()
	var first []capture
	for i, q := range p.Patterns {
		sub := &matcher{u: u, always: m.always && i == len(p.Patterns)-1}
		next := fail
		if i < len(p.Patterns)-1 {
			next = u.label()
		}
		sub.pattern(q, v, next)
		if i == 0 {
			for _, c := range sub.captures {
				r := u.alloc()
				u.emit(bytecode.Move, r, c.reg, 0)
				first = append(first, capture{c.name, r, c.pos})
			}
		} else {
			if len(sub.captures) != len(first) {
				u.c.fail(p.Pos, "alternative patterns bind different names")
			}
			for _, f := range first {
				found := false
				for _, c := range sub.captures {
					if c.name == f.name {
						u.emit(bytecode.Move, f.reg, c.reg, 0)
						found = true
					}
				}
				if !found {
					u.c.fail(p.Pos, "alternative patterns bind different names")
				}
			}
		}
		if i < len(p.Patterns)-1 {
			u.jump(bytecode.JumpTo, 0, matched)
			u.place(next)
		}
	}
	u.place(matched)
	for _, c := range first {
		m.capture(c.name, c.reg, c.pos)
	}
}
