package sre

import (
	"fmt"
	"unsafe"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var matchType, templateType objects.Type

// matchObject is a re.Match.
type matchObject struct {
	objects.Head
	re, text    value
	pos, endpos value
	lastIndex   int
	spans       []int // two a group, the whole match first; -1: took no part
	regs        value
}

// newMatch makes the object of the match that a run has found; pos is where the search began.
func newMatch(r *run, pos int) value {
	v := matchType.Alloc(&matchType)
	m := objects.As[matchObject](v)
	m.re, m.text = objects.ToValue(r.p), r.obj
	m.pos, m.endpos = objects.Int(int64(pos)), objects.Int(int64(r.end))
	m.lastIndex = r.m.lastIndex
	m.spans = make([]int, 2+2*r.p.groups)
	m.spans[0], m.spans[1] = r.start, r.endOfMatch
	for i := 0; i < len(r.m.marks); i += 2 {
		from, to := r.m.marks[i], r.m.marks[i+1]
		if from < 0 || to < from {
			from, to = -1, -1
		}
		m.spans[i+2], m.spans[i+3] = from, to
	}
	return v
}

// index returns the number of the group that v names.
func (m *matchObject) index(t *thread, v value) (int, error) {
	if v.IsZero() {
		return 0, nil
	}
	n := -1
	if objects.IsInt(v) || objects.TypeOf(v).Number.Unary[objects.OpIndex] != nil {
		i, err := objects.Index(t, v)
		if err != nil {
			return 0, err
		}
		if k, ok := objects.Int64Of(i); ok {
			n = int(k)
		}
	} else if _, err := objects.Hash(t, v); err == nil {
		found, err := objects.As[pattern](m.re).groupIndex.Get(t, v)
		if err != nil {
			return 0, err
		}
		if k, ok := objects.Int64Of(found); ok && !found.IsZero() {
			n = int(k)
		}
	}
	if n < 0 || n >= len(m.spans)/2 {
		return 0, objects.IndexErrorf("no such group")
	}
	return n, nil
}

// texts returns a function that gives the text of a group (absent where it took no part), and one to call at the end.
func (m *matchObject) texts(t *thread, absent value) (func(i int) value, func(), error) {
	s, err := open(t, m.text)
	if err != nil {
		return nil, nil, err
	}
	return func(i int) value {
		if m.spans[2*i] < 0 {
			return absent
		}
		return s.slice(m.spans[2*i], m.spans[2*i+1])
	}, s.close, nil
}

// oneGroup returns the text of the group that v names.
func (m *matchObject) oneGroup(t *thread, v, absent value) (value, error) {
	i, err := m.index(t, v)
	if err != nil {
		return value{}, err
	}
	text, done, err := m.texts(t, absent)
	if err != nil {
		return value{}, err
	}
	defer done()
	return text(i), nil
}

func matchGroup(t *thread, self value, args []value) (value, error) {
	m := objects.As[matchObject](self)
	list := objects.As[objects.Tuple](args[0]).Items()
	switch len(list) {
	case 0:
		return m.oneGroup(t, value{}, objects.None)
	case 1:
		return m.oneGroup(t, list[0], objects.None)
	}
	result := objects.MakeTuple(len(list))
	for i, v := range list {
		g, err := m.oneGroup(t, v, objects.None)
		if err != nil {
			return value{}, err
		}
		result.Items()[i] = g
	}
	return objects.ToValue(result), nil
}

func orNone(v value) value {
	if v.IsZero() {
		return objects.None
	}
	return v
}

func matchGroups(t *thread, self value, args []value) (value, error) {
	m := objects.As[matchObject](self)
	text, done, err := m.texts(t, orNone(args[0]))
	if err != nil {
		return value{}, err
	}
	defer done()
	result := objects.MakeTuple(len(m.spans)/2 - 1)
	for i := range result.Items() {
		result.Items()[i] = text(i + 1)
	}
	return objects.ToValue(result), nil
}

func matchGroupDict(t *thread, self value, args []value) (value, error) {
	m := objects.As[matchObject](self)
	absent := orNone(args[0])
	result := objects.NewDict()
	names := objects.As[pattern](m.re).groupIndex
	for i := 0; ; {
		key, _, next, ok := names.NextEntry(i)
		if !ok {
			return objects.ToValue(result), nil
		}
		i = next
		v, err := m.oneGroup(t, key, absent)
		if err != nil {
			return value{}, err
		}
		if err := result.Set(t, key, v); err != nil {
			return value{}, err
		}
	}
}

func pair(a, b int) value {
	return objects.ToValue(objects.NewTuple(objects.Int(int64(a)), objects.Int(int64(b))))
}

// place makes start, end and span.
func place(f func(from, to int) value) func(*thread, value, []value) (value, error) {
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
	tmpl, err := compileTemplate(t, m.re, args[0])
	if err != nil {
		return value{}, err
	}
	if len(tmpl.groups) == 0 {
		return tmpl.texts[0], nil
	}
	text, done, err := m.texts(t, value{})
	if err != nil {
		return value{}, err
	}
	defer done()
	list := objects.NewList()
	if err := tmpl.expand(list, len(m.spans)/2-1, text); err != nil {
		return value{}, err
	}
	s, err := open(t, m.text)
	if err != nil {
		return value{}, err
	}
	defer s.close()
	return join(t, s.slice(0, 0), list)
}

// matchReprLimit is the number of characters that repr shows of a match.
const matchReprLimit = 50

func matchRepr(t *thread, self value) (value, error) {
	m := objects.As[matchObject](self)
	g, err := m.oneGroup(t, value{}, objects.None)
	if err != nil {
		return value{}, err
	}
	v, err := objects.Repr(t, g)
	if err != nil {
		return value{}, err
	}
	text := objects.As[objects.Str](v)
	return objects.StrValue(fmt.Sprintf("<%s object; span=(%d, %d), match=%s>", matchType.FullName(), m.spans[0], m.spans[1],
		text.Slice(0, min(text.Len(), matchReprLimit)).String())), nil
}

// compileTemplate asks re to parse a replacement.
func compileTemplate(t *thread, re, repl value) (*template, error) {
	module, err := objects.H.Import(t, "re", nil, 0, nil)
	if err != nil {
		return nil, err
	}
	fn, err := objects.GetAttr(t, module, objects.Intern("_compile_template"))
	if err != nil {
		return nil, err
	}
	v, err := objects.Call2(t, fn, re, repl)
	if err != nil && objects.IsError(err, &objects.TypeErrorType) {
		// The cache of templates needs keys: what cannot be hashed is turned into bytes.
		if b, ok, bufErr := objects.BufferBytes(t, repl); ok && bufErr == nil {
			if _, isBytes := objects.BytesOf(repl); !isBytes {
				v, err = objects.Call2(t, fn, re, objects.NewBytes(append([]byte(nil), b...)))
			}
		}
	}
	if err != nil {
		return nil, err
	}
	if !objects.Is(v, &templateType) {
		return nil, objects.TypeErrorf("the result of compiling a replacement string is %s, not Template", objects.TypeOf(v))
	}
	return objects.As[template](v), nil
}

// template is a parsed replacement: texts with the groups that stand between them.
type template struct {
	objects.Head
	texts  []value
	groups []int
}

func newTemplate(t *thread, _ value, args []value) (value, error) {
	list, ok := objects.ListOf(args[1])
	if !ok {
		return value{}, objects.TypeErrorf("template() argument 2 must be list, not %s", objects.TypeOf(args[1]))
	}
	if list.Len()%2 == 0 {
		return value{}, objects.TypeErrorf("invalid template")
	}
	v := templateType.Alloc(&templateType)
	tmpl := objects.As[template](v)
	for i, item := range list.Items() {
		if i%2 == 0 {
			tmpl.texts = append(tmpl.texts, item)
			continue
		}
		if !objects.IsInt(item) {
			return value{}, objects.TypeErrorf("an integer is required")
		}
		n, ok := objects.Int64Of(item)
		if !ok || n < 0 {
			return value{}, objects.TypeErrorf("invalid template")
		}
		tmpl.groups = append(tmpl.groups, int(n))
	}
	return v, nil
}

// expand appends the parts of the replacement; text gives that of a group, zero where it took no part.
func (tmpl *template) expand(list *objects.List, groups int, text func(int) value) error {
	list.Append(tmpl.texts[0])
	for i, g := range tmpl.groups {
		if g > groups {
			return objects.IndexErrorf("no such group")
		}
		if v := text(g); !v.IsZero() {
			list.Append(v)
		}
		list.Append(tmpl.texts[i+1])
	}
	return nil
}

func initMatch() {
	typ := &matchType
	typ.Name, typ.Module = "Match", "re"
	typ.Doc = "Where a pattern matched. It is always true."
	typ.Flags = objects.FlagNoInstantiate | objects.FlagImmutable
	objects.Layout[matchObject](typ)
	typ.Repr = matchRepr
	typ.GetItem = func(t *thread, self, key value) (value, error) {
		return objects.As[matchObject](self).oneGroup(t, key, objects.None)
	}
	typ.Traverse = func(v value, visit func(value)) {
		m := objects.As[matchObject](v)
		native.Visit(visit, m.re, m.text, m.regs)
	}
	typ.Members = func() []objects.MemberDef {
		return []objects.MemberDef{
			{Name: "string", Doc: "The text that was searched.", Offset: unsafe.Offsetof(matchObject{}.text), ReadOnly: true},
			{Name: "re", Doc: "The pattern that was matched.", Offset: unsafe.Offsetof(matchObject{}.re), ReadOnly: true},
			{Name: "pos", Doc: "Where the search began.",
				Offset: unsafe.Offsetof(matchObject{}.pos), ReadOnly: true},
			{Name: "endpos", Doc: "Where the search was to end at the latest.",
				Offset: unsafe.Offsetof(matchObject{}.endpos), ReadOnly: true},
		}
	}
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{
			{Name: "lastindex", Doc: "Number of the group that ended last, None where none took part.",
				Get: func(t *thread, self value) (value, error) {
					if m := objects.As[matchObject](self); m.lastIndex >= 0 {
						return objects.Int(int64(m.lastIndex)), nil
					}
					return objects.None, nil
				}},
			{Name: "lastgroup", Doc: "Name of the group that ended last, None where it has none.",
				Get: func(t *thread, self value) (value, error) {
					m := objects.As[matchObject](self)
					if names := objects.As[pattern](m.re).indexGroup; m.lastIndex >= 0 && m.lastIndex < names.Len() {
						return names.Item(m.lastIndex), nil
					}
					return objects.None, nil
				}},
			{Name: "regs", Get: func(t *thread, self value) (value, error) {
				m := objects.As[matchObject](self)
				if m.regs.IsZero() {
					list := objects.MakeTuple(len(m.spans) / 2)
					for i := range list.Items() {
						list.Items()[i] = pair(m.spans[2*i], m.spans[2*i+1])
					}
					m.regs = objects.ToValue(list)
				}
				return m.regs, nil
			}},
		}
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "group", Sig: "*groups", NoSig: true, Doc: "group([group1, ...]) -> str or tuple.\n" +
				"The text of one or several groups; 0 and no argument are the whole match.", Fn: matchGroup},
			{Name: "start", Sig: "group=0, /", Doc: "Where the text of a group begins.",
				Fn: place(func(from, _ int) value { return objects.Int(int64(from)) })},
			{Name: "end", Sig: "group=0, /", Doc: "Where the text of a group ends.",
				Fn: place(func(_, to int) value { return objects.Int(int64(to)) })},
			{Name: "span", Sig: "group=0, /", Doc: "The pair of what start() and end() return.", Fn: place(pair)},
			{Name: "groups", Sig: "default=None", Doc: "The texts of all groups; default for those that took no part.", Fn: matchGroups},
			{Name: "groupdict", Sig: "default=None", Doc: "The texts of all named groups by name.", Fn: matchGroupDict},
			{Name: "expand", Sig: "template", Doc: "A replacement with the groups of this match put in.", Fn: matchExpand},
			{Name: "__copy__", Fn: same},
			{Name: "__deepcopy__", Sig: "memo, /", Fn: same},
			{Name: "__class_getitem__", Kind: objects.ClassFunc, Sig: "object, /", Doc: "See PEP 585", Fn: classGetitem},
		}
	}

	typ = &templateType
	typ.Name, typ.Module = "SRE_Template", "_sre"
	typ.Flags = objects.FlagNoInstantiate | objects.FlagImmutable
	objects.Layout[template](typ)
	typ.Traverse = func(v value, visit func(value)) { native.Visit(visit, objects.As[template](v).texts...) }
}
