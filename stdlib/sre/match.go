package sre

import (
	"strconv"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var matchType, scannerType, findIterType objects.Type

// matchObject is re.Match.
type matchObject struct {
	head
	pattern     *pattern
	text        value
	pos, endpos int
	lastIndex   int
	spans       []int // beginning and end of the match and of each group, -1 where one did not take part
	regs        value
}

func newMatch(p *pattern, st *state, s *subject) value {
	m := &matchObject{head: objects.MakeHead(&matchType), pattern: p, text: s.v, pos: s.pos, endpos: s.end, lastIndex: st.lastIndex}
	m.spans = make([]int, 2+len(st.marks))
	m.spans[0], m.spans[1] = st.start, st.end
	for i := 0; i < len(st.marks); i += 2 {
		from, to := st.marks[i], st.marks[i+1]
		if from < 0 || to < from {
			from, to = -1, -1
		}
		m.spans[i+2], m.spans[i+3] = from, to
	}
	return objects.ToValue(m)
}

// group returns the text of a group, def where it did not take part.
func (m *matchObject) group(t *thread, i int, def value) (value, error) {
	from, to := m.spans[2*i], m.spans[2*i+1]
	if from < 0 {
		return def, nil
	}
	s := subject{v: m.text}
	if str, ok := objects.StrOf(m.text); ok {
		s.str = str
	} else {
		b, release, err := bytesOf(t, m.text)
		if err != nil {
			return value{}, err
		}
		defer release()
		s.data = b
		from, to = min(from, len(b)), min(to, len(b))
	}
	return s.slice(from, to), nil
}

// index finds a group by number or name.
func (m *matchObject) index(t *thread, v value) (int, error) {
	if v.IsZero() {
		return 0, nil
	}
	i := -1
	typ := objects.TypeOf(v)
	if v.IsInline() || typ.Number.Unary[objects.OpIndex] != nil {
		if n, err := objects.IndexInt(t, v, &objects.IndexErrorType); err == nil {
			i = n
		}
	} else {
		n, err := objects.As[objects.Dict](m.pattern.groupIndex).Get(t, v)
		if err == nil && !n.IsZero() {
			if x, ok := objects.Int64Of(n); ok {
				i = int(x)
			}
		}
	}
	if i < 0 || i > m.pattern.groups {
		return 0, objects.IndexErrorf("no such group")
	}
	return i, nil
}

func (m *matchObject) byIndex(t *thread, v, def value) (value, error) {
	i, err := m.index(t, v)
	if err != nil {
		return value{}, err
	}
	return m.group(t, i, def)
}

func matchGroup(t *thread, self value, args []value) (value, error) {
	m := objects.As[matchObject](self)
	items := objects.As[objects.Tuple](args[0]).Items()
	switch len(items) {
	case 0:
		return m.group(t, 0, objects.None)
	case 1:
		return m.byIndex(t, items[0], objects.None)
	}
	r := objects.MakeTuple(len(items))
	for i, x := range items {
		v, err := m.byIndex(t, x, objects.None)
		if err != nil {
			return value{}, err
		}
		r.Items()[i] = v
	}
	return objects.ToValue(r), nil
}

func matchGroups(t *thread, self value, args []value) (value, error) {
	m := objects.As[matchObject](self)
	def := native.None(args[0])
	r := objects.MakeTuple(m.pattern.groups)
	for i := range m.pattern.groups {
		v, err := m.group(t, i+1, def)
		if err != nil {
			return value{}, err
		}
		r.Items()[i] = v
	}
	return objects.ToValue(r), nil
}

func matchGroupDict(t *thread, self value, args []value) (value, error) {
	m := objects.As[matchObject](self)
	def := native.None(args[0])
	d := objects.NewDict()
	index := objects.As[objects.Dict](m.pattern.groupIndex)
	for key, _, i, ok := index.NextEntry(0); ok; key, _, i, ok = index.NextEntry(i) {
		v, err := m.byIndex(t, key, def)
		if err != nil {
			return value{}, err
		}
		if err := d.Set(t, key, v); err != nil {
			return value{}, err
		}
	}
	return objects.ToValue(d), nil
}

func pair(from, to int) value { return native.Tuple(objects.Int(int64(from)), objects.Int(int64(to))) }

// spanPart declares start, end or span.
func spanPart(f func(from, to int) value) func(t *thread, self value, args []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		m := objects.As[matchObject](self)
		i, err := m.index(t, args[0])
		if err != nil {
			return value{}, err
		}
		return f(m.spans[2*i], m.spans[2*i+1]), nil
	}
}

func matchExpand(t *thread, self value, args []value) (value, error) {
	m := objects.As[matchObject](self)
	v, err := compileTemplate(t, m.pattern, args[0])
	if err != nil {
		return value{}, err
	}
	if !objects.Is(v, &templateType) {
		return value{}, objects.TypeErrorf("the result of compiling a template must be Template, not %s", objects.TypeOf(v))
	}
	tp := objects.As[template](v)
	var parts []value
	for i, text := range tp.texts {
		if i > 0 {
			g, err := m.group(t, tp.groups[i-1], value{})
			if err != nil {
				return value{}, err
			}
			if !g.IsZero() {
				parts = append(parts, g)
			}
		}
		if !text.IsZero() {
			parts = append(parts, text)
		}
	}
	return m.pattern.join(t, parts)
}

func matchRepr(t *thread, self value) (value, error) {
	m := objects.As[matchObject](self)
	g, err := m.group(t, 0, objects.None)
	if err != nil {
		return value{}, err
	}
	r, err := objects.ReprString(t, g)
	if err != nil {
		return value{}, err
	}
	if x := []rune(r); len(x) > 50 {
		r = string(x[:50])
	}
	return native.Str("<re.Match object; span=(" + strconv.Itoa(m.spans[0]) + ", " + strconv.Itoa(m.spans[1]) + "), match=" + r + ">"), nil
}

func initMatch() {
	typ := &matchType
	typ.Name, typ.Module = "Match", "re"
	typ.Doc = "The result of re.match() and re.search().\nMatch objects always have a boolean value of True."
	typ.Flags = objects.FlagNoInstantiate
	objects.Layout[matchObject](typ)
	typ.Repr = matchRepr
	typ.GetItem = func(t *thread, self, key value) (value, error) {
		return objects.As[matchObject](self).byIndex(t, key, objects.None)
	}
	typ.Traverse = func(v value, visit func(value)) {
		m := objects.As[matchObject](v)
		visit(objects.ToValue(m.pattern))
		native.Visit(visit, m.text, m.regs)
	}
	typ.Methods = func() []objects.FuncDef {
		same := func(t *thread, self value, args []value) (value, error) { return self, nil }
		return []objects.FuncDef{
			{Name: "group", Sig: "*args", NoSig: true, Doc: "group([group1, ...]) -> str or tuple.\nReturn subgroup(s) of the match by indices or names.\nFor 0 returns the entire match.", Fn: matchGroup},
			{Name: "start", Sig: "group=0, /", Doc: "Return index of the start of the substring matched by group.", Fn: spanPart(func(from, to int) value { return objects.Int(int64(from)) })},
			{Name: "end", Sig: "group=0, /", Doc: "Return index of the end of the substring matched by group.", Fn: spanPart(func(from, to int) value { return objects.Int(int64(to)) })},
			{Name: "span", Sig: "group=0, /", Doc: "For match object m, return the 2-tuple (m.start(group), m.end(group)).", Fn: spanPart(pair)},
			{Name: "groups", Sig: "default=None", Doc: "Return a tuple containing all the subgroups of the match, from 1.", Fn: matchGroups},
			{Name: "groupdict", Sig: "default=None", Doc: "Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.", Fn: matchGroupDict},
			{Name: "expand", Sig: "template", Doc: "Return the string obtained by doing backslash substitution on the string template, as done by the sub() method.", Fn: matchExpand},
			{Name: "__copy__", Fn: same},
			{Name: "__deepcopy__", Sig: "memo, /", Fn: same},
			native.ClassGetitem(),
		}
	}
	typ.GetSets = func() []objects.GetSetDef {
		get := func(name, doc string, f func(m *matchObject) value) objects.GetSetDef {
			return objects.GetSetDef{Name: name, Doc: doc, Get: func(t *thread, self value) (value, error) {
				return f(objects.As[matchObject](self)), nil
			}}
		}
		return []objects.GetSetDef{
			get("string", "The string passed to match() or search().", func(m *matchObject) value { return m.text }),
			get("re", "The regular expression object.", func(m *matchObject) value { return objects.ToValue(m.pattern) }),
			get("pos", "The index into the string at which the RE engine started looking for a match.", func(m *matchObject) value { return objects.Int(int64(m.pos)) }),
			get("endpos", "The index into the string beyond which the RE engine will not go.", func(m *matchObject) value { return objects.Int(int64(m.endpos)) }),
			get("lastindex", "The integer index of the last matched capturing group.", func(m *matchObject) value {
				if m.lastIndex < 0 {
					return objects.None
				}
				return objects.Int(int64(m.lastIndex))
			}),
			get("lastgroup", "The name of the last matched capturing group.", func(m *matchObject) value {
				if m.lastIndex < 0 || m.lastIndex >= m.pattern.indexGroup.Len() {
					return objects.None
				}
				return m.pattern.indexGroup.Item(m.lastIndex)
			}),
			get("regs", "", func(m *matchObject) value {
				if m.regs.IsZero() {
					r := objects.MakeTuple(m.pattern.groups + 1)
					for i := range r.Items() {
						r.Items()[i] = pair(m.spans[2*i], m.spans[2*i+1])
					}
					m.regs = objects.ToValue(r)
				}
				return m.regs
			}),
		}
	}
}

// scanner goes through a text match by match; it is also the iterator of finditer.
type scanner struct {
	head
	p   *pattern
	st  *state
	s   subject
	pos int // negative once nothing more was found
}

func newScanner(t *thread, typ *objects.Type, self value, args []value) (value, error) {
	p := objects.As[pattern](self)
	s, err := p.subject(t, args[0], args[1], args[2])
	if err != nil {
		return value{}, err
	}
	v := typ.NewInstance()
	sc := objects.As[scanner](v)
	sc.p, sc.s, sc.pos = p, s, s.pos
	sc.st = newState(&p.program)
	return v, nil
}

func (sc *scanner) next(search bool) value {
	if sc.pos < 0 {
		return value{}
	}
	ok := false
	if sc.pos <= sc.s.end {
		if search {
			ok = sc.st.find(&sc.s, sc.pos)
		} else {
			ok = sc.st.at(&sc.s, sc.pos)
		}
	}
	if !ok {
		sc.pos = -1
		sc.s.done()
		return value{}
	}
	m := newMatch(sc.p, sc.st, &sc.s)
	sc.pos = sc.st.next()
	return m
}

func initScanner() {
	for _, typ := range [...]*objects.Type{&scannerType, &findIterType} {
		typ.Flags = objects.FlagNoInstantiate
		objects.Layout[scanner](typ)
		typ.Traverse = func(v value, visit func(value)) {
			sc := objects.As[scanner](v)
			visit(objects.ToValue(sc.p))
			native.Visit(visit, sc.s.v)
		}
	}
	scannerType.Name, scannerType.Module = "SRE_Scanner", "_sre"
	scannerType.Methods = func() []objects.FuncDef {
		step := func(search bool) func(t *thread, self value, args []value) (value, error) {
			return func(t *thread, self value, args []value) (value, error) {
				return native.None(objects.As[scanner](self).next(search)), nil
			}
		}
		return []objects.FuncDef{{Name: "match", Fn: step(false)}, {Name: "search", Fn: step(true)}}
	}
	scannerType.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{{Name: "pattern", Get: func(t *thread, self value) (value, error) {
			return objects.ToValue(objects.As[scanner](self).p), nil
		}}}
	}
	findIterType.Name = "callable_iterator"
	findIterType.Iter = native.Self
	findIterType.Next = func(t *thread, self value) (value, error) { return objects.As[scanner](self).next(true), nil }
}
