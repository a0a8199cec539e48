package sre

import (
	"fmt"
	"strings"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var patternType, templateType objects.Type

// pattern is a compiled regular expression, re.Pattern.
type pattern struct {
	head
	program
	source     value // the text it was made of
	isBytes    bool
	flags      int
	groups     int
	groupIndex value // dict from names to numbers
	indexGroup *objects.Tuple
	free       *state // a state that no match uses
}

// subject is a text to match against, bounded by endpos.
type subject struct {
	v       value
	str     *objects.Str // nil for bytes
	data    []byte
	pos     int
	end     int
	release func()
}

// subject reads the text and the bounds of a call.
func (p *pattern) subject(t *thread, v, from, to value) (subject, error) {
	s := subject{v: v}
	n := 0
	if str, ok := objects.StrOf(v); ok {
		if p.isBytes {
			return s, objects.TypeErrorf("cannot use a bytes pattern on a string-like object")
		}
		s.str, n = str, str.Len()
	} else {
		b, release, err := bytesOf(t, v)
		if err != nil {
			return s, err
		}
		if !p.isBytes {
			release()
			return s, objects.TypeErrorf("cannot use a string pattern on a bytes-like object")
		}
		s.data, s.release, n = b, release, len(b)
	}
	s.end = n
	for i, arg := range [...]value{from, to} {
		if arg.IsZero() {
			continue
		}
		x, err := objects.IndexInt(t, arg, nil)
		if err != nil {
			return s, err
		}
		x = min(max(x, 0), n)
		if i == 0 {
			s.pos = x
		} else {
			s.end = x
		}
	}
	return s, nil
}

func noRelease() {}

// bytesOf returns the memory of a bytes-like object.
func bytesOf(t *thread, v value) ([]byte, func(), error) {
	if b, ok := objects.BytesOf(v); ok {
		return b, noRelease, nil
	}
	typ := objects.TypeOf(v)
	objects.NewType(typ)
	if typ.Buffer == nil {
		return nil, nil, objects.TypeErrorf("expected string or bytes-like object, got '%s'", typ)
	}
	buf, err := typ.Buffer(t, v, objects.BufSimple)
	if err != nil {
		return nil, nil, err
	}
	if buf.Release == nil {
		return buf.Data, noRelease, nil
	}
	return buf.Data, buf.Release, nil
}

func (s *subject) done() {
	if s.release != nil {
		s.release()
		s.release = nil
	}
}

// slice returns a part of the text.
func (s *subject) slice(i, j int) value {
	if s.str == nil {
		if i == 0 && j == len(s.data) && objects.Is(s.v, &objects.BytesType) {
			return s.v
		}
		return objects.NewBytes(append([]byte(nil), s.data[i:j]...))
	}
	return objects.ToValue(s.str.Slice(i, j))
}

// state takes a state for one match; put gives it back.
func (p *pattern) state() *state {
	st := p.free
	if st == nil {
		return newState(&p.program)
	}
	p.free = nil
	st.mustMove, st.whole = -1, false
	return st
}

func (p *pattern) put(st *state) {
	// One long match should not keep its memory for ever.
	const keep = 4096
	if cap(st.stack) > keep || cap(st.trail) > keep {
		st.stack, st.trail, st.rounds = nil, nil, nil
	}
	p.free = st
}

// at matches at one position, find searches from it on.
func (st *state) at(s *subject, pos int) bool {
	if s.str == nil {
		return matchFrom(st, s.data[:s.end], pos)
	}
	switch s.str.Kind() {
	case 1:
		return matchFrom(st, s.str.Units1()[:s.end], pos)
	case 2:
		return matchFrom(st, s.str.Units2()[:s.end], pos)
	}
	return matchFrom(st, s.str.Units4()[:s.end], pos)
}

func (st *state) find(s *subject, pos int) bool {
	if s.str == nil {
		return search(st, s.data[:s.end], pos)
	}
	switch s.str.Kind() {
	case 1:
		return search(st, s.str.Units1()[:s.end], pos)
	case 2:
		return search(st, s.str.Units2()[:s.end], pos)
	}
	return search(st, s.str.Units4()[:s.end], pos)
}

// next moves behind a match that was found: the next one may be empty only elsewhere.
func (st *state) next() int {
	st.mustMove = -1
	if st.end == st.start {
		st.mustMove = st.end
	}
	return st.end
}

// group returns the text of a group of the present match, def where it did not take part.
func (st *state) group(s *subject, i int, def value) value {
	from, to := st.start, st.end
	if i > 0 {
		if from, to = st.marks[2*i-2], st.marks[2*i-1]; from < 0 || to < from {
			return def
		}
	}
	return s.slice(from, to)
}

type matchMode uint8

const (
	modeMatch matchMode = iota
	modeFull
	modeSearch
)

func matcher(mode matchMode) func(t *thread, self value, args []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		p := objects.As[pattern](self)
		s, err := p.subject(t, args[0], args[1], args[2])
		if err != nil {
			return value{}, err
		}
		st := p.state()
		ok := false
		if s.pos <= s.end {
			switch mode {
			case modeSearch:
				ok = st.find(&s, s.pos)
			default:
				st.whole = mode == modeFull
				ok = st.at(&s, s.pos)
			}
		}
		r := objects.None
		if ok {
			r = newMatch(p, st, &s)
		}
		p.put(st)
		s.done()
		return r, nil
	}
}

func findAll(t *thread, self value, args []value) (value, error) {
	p := objects.As[pattern](self)
	s, err := p.subject(t, args[0], args[1], args[2])
	if err != nil {
		return value{}, err
	}
	defer s.done()
	st := p.state()
	defer p.put(st)
	list := objects.NewList()
	empty := s.slice(0, 0)
	for pos := s.pos; pos <= s.end && st.find(&s, pos); pos = st.next() {
		switch p.groups {
		case 0:
			list.Append(s.slice(st.start, st.end))
		case 1:
			list.Append(st.group(&s, 1, empty))
		default:
			tup := objects.MakeTuple(p.groups)
			for i := range p.groups {
				tup.Items()[i] = st.group(&s, i+1, empty)
			}
			list.Append(objects.ToValue(tup))
		}
	}
	return objects.ToValue(list), nil
}

func split(t *thread, self value, args []value) (value, error) {
	p := objects.As[pattern](self)
	limit, err := native.IntOr(t, args[1], 0)
	if err != nil {
		return value{}, err
	}
	s, err := p.subject(t, args[0], value{}, value{})
	if err != nil {
		return value{}, err
	}
	defer s.done()
	st := p.state()
	defer p.put(st)
	list := objects.NewList()
	last, n := 0, 0
	for pos := 0; limit == 0 || n < limit; pos = st.next() {
		if !st.find(&s, pos) {
			break
		}
		list.Append(s.slice(last, st.start))
		for i := range p.groups {
			list.Append(st.group(&s, i+1, objects.None))
		}
		n++
		last = st.end
	}
	list.Append(s.slice(last, s.end))
	return objects.ToValue(list), nil
}

// template is a replacement with references to groups: texts, with the number of a group between each two.
type template struct {
	head
	texts  []value
	groups []int
}

func (tp *template) expand(st *state, s *subject, parts []value, empty value) []value {
	for i, text := range tp.texts {
		if i > 0 {
			if g := st.group(s, tp.groups[i-1], empty); g != empty {
				parts = append(parts, g)
			}
		}
		if !text.IsZero() {
			parts = append(parts, text)
		}
	}
	return parts
}

// newTemplate is template(pattern, template): the list is text, group, text, group, …, text.
func newTemplate(t *thread, self value, args []value) (value, error) {
	list, ok := objects.ListOf(args[1])
	if !objects.IsInstance(args[0], &patternType) || !ok || list.Len()%2 == 0 {
		return value{}, objects.TypeErrorf("invalid template")
	}
	p := objects.As[pattern](args[0])
	v := templateType.NewInstance()
	tp := objects.As[template](v)
	for i, x := range list.Items() {
		if i%2 == 1 {
			g, ok := objects.Int64Of(x)
			if !ok || g < 0 || int(g) > p.groups {
				return value{}, objects.TypeErrorf("invalid template")
			}
			tp.groups = append(tp.groups, int(g))
			continue
		}
		if s, ok := objects.StrOf(x); ok && s.Len() == 0 {
			x = value{}
		} else if b, ok := objects.BytesOf(x); ok && len(b) == 0 {
			x = value{}
		}
		tp.texts = append(tp.texts, x)
	}
	return v, nil
}

// compileTemplate asks the re package for the template of a replacement text.
func compileTemplate(t *thread, p *pattern, repl value) (value, error) {
	re, err := objects.H.Import(t, "re", objects.NewTuple(native.Str("_compile_template")), 0, nil)
	if err != nil {
		return value{}, err
	}
	return objects.CallMethod(t, re, objects.Intern("_compile_template"), objects.ToValue(p), repl)
}

// isLiteral reports whether a replacement has no backslash.
func isLiteral(repl value) bool {
	if s, ok := objects.StrOf(repl); ok {
		for i := range s.Len() {
			if s.At(i) == '\\' {
				return false
			}
		}
		return true
	}
	b, ok := objects.BytesOf(repl)
	if !ok {
		return false
	}
	for _, c := range b {
		if c == '\\' {
			return false
		}
	}
	return true
}

// join puts parts together as the pattern's kind of text.
func (p *pattern) join(t *thread, parts []value) (value, error) {
	if len(parts) == 1 && (objects.Is(parts[0], &objects.StrType) || objects.Is(parts[0], &objects.BytesType)) {
		return parts[0], nil
	}
	if !p.isBytes {
		return objects.JoinStrings(parts)
	}
	var b []byte
	for i, part := range parts {
		x, release, err := bytesOf(t, part)
		if err != nil {
			return value{}, objects.TypeErrorf("sequence item %d: expected a bytes-like object, %s found", i, objects.TypeOf(part))
		}
		b = append(b, x...)
		release()
	}
	return objects.NewBytes(b), nil
}

// substitute is sub and subn: the new text and the number of replacements.
func substitute(t *thread, self value, args []value) (value, int, error) {
	p := objects.As[pattern](self)
	limit, err := native.IntOr(t, args[2], 0)
	if err != nil {
		return value{}, 0, err
	}
	repl := args[0]
	var tp *template
	call := false
	switch {
	case objects.Callable(repl):
		call = true
	case !isLiteral(repl):
		v, err := compileTemplate(t, p, repl)
		if err != nil {
			return value{}, 0, err
		}
		if !objects.Is(v, &templateType) {
			return value{}, 0, objects.TypeErrorf("the result of compiling a template must be Template, not %s", objects.TypeOf(v))
		}
		if tp = objects.As[template](v); len(tp.groups) == 0 {
			repl, tp = tp.texts[0], nil
		}
	}
	s, err := p.subject(t, args[1], value{}, value{})
	if err != nil {
		return value{}, 0, err
	}
	defer s.done()
	st := p.state()
	defer func() { p.put(st) }()
	empty := s.slice(0, 0)
	var parts []value
	last, n := 0, 0
	for pos := 0; limit == 0 || n < limit; pos = st.next() {
		if !st.find(&s, pos) {
			break
		}
		if last < st.start {
			parts = append(parts, s.slice(last, st.start))
		}
		switch {
		case call:
			r, err := objects.Call1(t, repl, newMatch(p, st, &s))
			if err != nil {
				return value{}, 0, err
			}
			if r != objects.None {
				parts = append(parts, r)
			}
		case tp != nil:
			parts = tp.expand(st, &s, parts, empty)
		case !repl.IsZero():
			parts = append(parts, repl)
		}
		n++
		last = st.end
	}
	if n == 0 {
		return s.slice(0, s.end), 0, nil
	}
	if last < s.end {
		parts = append(parts, s.slice(last, s.end))
	}
	r, err := p.join(t, parts)
	return r, n, err
}

func patternRepr(t *thread, self value) (value, error) {
	p := objects.As[pattern](self)
	flags := p.flags
	if !p.isBytes && flags&(4|32|256) == 32 {
		flags &^= 32
	}
	src, err := objects.ReprString(t, p.source)
	if err != nil {
		return value{}, err
	}
	if r := []rune(src); len(r) > 200 {
		src = string(r[:200])
	}
	var names []string
	for _, f := range [...]struct {
		bit  int
		name string
	}{{2, "re.IGNORECASE"}, {4, "re.LOCALE"}, {8, "re.MULTILINE"}, {16, "re.DOTALL"}, {32, "re.UNICODE"}, {64, "re.VERBOSE"},
		{128, "re.DEBUG"}, {256, "re.ASCII"}} {
		if flags&f.bit != 0 {
			names = append(names, f.name)
			flags &^= f.bit
		}
	}
	if flags != 0 {
		names = append(names, fmt.Sprintf("0x%x", flags))
	}
	if len(names) > 0 {
		src += ", " + strings.Join(names, "|")
	}
	return native.Str("re.compile(" + src + ")"), nil
}

func patternHash(t *thread, self value) (int64, error) {
	p := objects.As[pattern](self)
	h, err := objects.Hash(t, p.source)
	if err != nil {
		return 0, err
	}
	for _, w := range p.code {
		h = h*1000003 ^ int64(w)
	}
	if h ^= int64(p.flags); h == -1 {
		h = -2
	}
	return h, nil
}

func patternCompare(t *thread, a, b value, op objects.CompareOp) (value, error) {
	if op != objects.OpEq && op != objects.OpNe || !objects.Is(a, &patternType) || !objects.Is(b, &patternType) {
		return objects.NotImplemented, nil
	}
	x, y := objects.As[pattern](a), objects.As[pattern](b)
	same := x == y
	if !same && x.flags == y.flags && x.isBytes == y.isBytes && len(x.code) == len(y.code) {
		same = true
		for i := range x.code {
			same = same && x.code[i] == y.code[i]
		}
		if same {
			var err error
			if same, err = objects.Equal(t, x.source, y.source); err != nil {
				return value{}, err
			}
		}
	}
	return objects.Bool(same == (op == objects.OpEq)), nil
}

func patternMethods() []objects.FuncDef {
	const bounds = "string, pos=0, endpos=sys.maxsize"
	return []objects.FuncDef{
		{Name: "match", Sig: bounds, Doc: "Matches zero or more characters at the beginning of the string.", Fn: matcher(modeMatch)},
		{Name: "fullmatch", Sig: bounds, Doc: "Matches against all of the string.", Fn: matcher(modeFull)},
		{Name: "search", Sig: bounds, Doc: "Scan through string looking for a match, and return a corresponding match object instance.\n\nReturn None if no position in the string matches.", Fn: matcher(modeSearch)},
		{Name: "findall", Sig: bounds, Doc: "Return a list of all non-overlapping matches of pattern in string.", Fn: findAll},
		{Name: "finditer", Sig: bounds, Doc: "Return an iterator over all non-overlapping matches for the RE pattern in string.\n\nFor each match, the iterator returns a match object.",
			Fn: func(t *thread, self value, args []value) (value, error) {
				return newScanner(t, &findIterType, self, args)
			}},
		{Name: "scanner", Sig: bounds, Fn: func(t *thread, self value, args []value) (value, error) {
			return newScanner(t, &scannerType, self, args)
		}},
		{Name: "split", Sig: "string, maxsplit=0", Doc: "Split string by the occurrences of pattern.", Fn: split},
		{Name: "sub", Sig: "repl, string, count=0", Doc: "Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the replacement repl.",
			Fn: func(t *thread, self value, args []value) (value, error) {
				v, _, err := substitute(t, self, args)
				return v, err
			}},
		{Name: "subn", Sig: "repl, string, count=0", Doc: "Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping occurrences of pattern with the replacement repl.",
			Fn: func(t *thread, self value, args []value) (value, error) {
				v, n, err := substitute(t, self, args)
				if err != nil {
					return value{}, err
				}
				return native.Tuple(v, objects.Int(int64(n))), nil
			}},
		{Name: "__copy__", Fn: func(t *thread, self value, args []value) (value, error) { return self, nil }},
		{Name: "__deepcopy__", Sig: "memo, /", Fn: func(t *thread, self value, args []value) (value, error) { return self, nil }},
		native.ClassGetitem(),
	}
}

func initPattern() {
	typ := &patternType
	typ.Name, typ.Module, typ.Doc = "Pattern", "re", "Compiled regular expression object."
	typ.Flags = objects.FlagNoInstantiate | objects.FlagWeakrefs
	objects.Layout[pattern](typ)
	typ.Repr, typ.Hash, typ.Compare = patternRepr, patternHash, patternCompare
	typ.Methods = patternMethods
	typ.GetSets = func() []objects.GetSetDef {
		get := func(name, doc string, f func(p *pattern) value) objects.GetSetDef {
			return objects.GetSetDef{Name: name, Doc: doc, Get: func(t *thread, self value) (value, error) {
				return f(objects.As[pattern](self)), nil
			}}
		}
		return []objects.GetSetDef{
			get("pattern", "The pattern string from which the RE object was compiled.", func(p *pattern) value { return p.source }),
			get("flags", "The regex matching flags.", func(p *pattern) value { return objects.Int(int64(p.flags)) }),
			get("groups", "The number of capturing groups in the pattern.", func(p *pattern) value { return objects.Int(int64(p.groups)) }),
			get("groupindex", "A dictionary mapping group names to group numbers.", func(p *pattern) value { return objects.NewMappingProxy(p.groupIndex) }),
		}
	}
	typ.Traverse = func(v value, visit func(value)) {
		p := objects.As[pattern](v)
		native.Visit(visit, p.source, p.groupIndex)
	}
	typ = &templateType
	typ.Name, typ.Module = "SRE_Template", "_sre"
	typ.Flags = objects.FlagNoInstantiate
	objects.Layout[template](typ)
	typ.Traverse = func(v value, visit func(value)) { native.Visit(visit, objects.As[template](v).texts...) }
}

// compile makes a pattern of the words that the re package's compiler made.
func compile(t *thread, self value, args []value) (value, error) {
	flags, err := native.Int(t, args[1])
	if err != nil {
		return value{}, err
	}
	list, ok := objects.ListOf(args[2])
	if !ok {
		return value{}, objects.TypeErrorf("compile() argument 'code' must be list, not %s", native.TypeName(args[2]))
	}
	groups, err := native.Int(t, args[3])
	if err != nil {
		return value{}, err
	}
	if _, ok := objects.DictOf(args[4]); !ok {
		return value{}, objects.TypeErrorf("compile() argument 'groupindex' must be dict, not %s", native.TypeName(args[4]))
	}
	index, ok := objects.TupleOf(args[5])
	if !ok {
		return value{}, objects.TypeErrorf("compile() argument 'indexgroup' must be tuple, not %s", native.TypeName(args[5]))
	}
	v := patternType.NewInstance()
	p := objects.As[pattern](v)
	p.source, p.flags, p.groups, p.groupIndex, p.indexGroup = args[0], flags, groups, args[4], index
	p.code = make([]uint32, list.Len())
	for i, x := range list.Items() {
		n, ok := objects.Int64Of(x)
		if !ok || n < 0 || n > maxRepeat {
			return value{}, objects.OverflowErrorf("regular expression code size limit exceeded")
		}
		p.code[i] = uint32(n)
	}
	if _, isStr := objects.StrOf(args[0]); !isStr && args[0] != objects.None {
		_, release, err := bytesOf(t, args[0])
		if err != nil {
			return value{}, err
		}
		release()
		p.isBytes = true
	}
	p.setAt = make([]int32, len(p.code))
	p.nmarks = 2 * groups
	if groups < 0 || groups > maxGroups || !p.valid() {
		return value{}, objects.RuntimeErrorf("invalid SRE code")
	}
	return v, nil
}

func caseFunc(f func(c uint32) value) func(t *thread, self value, args []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		n, err := native.Int(t, args[0])
		if err != nil {
			return value{}, err
		}
		return f(uint32(n)), nil
	}
}

func methods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "compile", Sig: "pattern, flags, code, groups, groupindex, indexgroup", Fn: compile},
		{Name: "template", Sig: "pattern, template, /", Fn: newTemplate},
		{Name: "getcodesize", Fn: func(t *thread, self value, args []value) (value, error) { return objects.Int(4), nil }},
		{Name: "ascii_iscased", Sig: "character, /", Fn: caseFunc(func(c uint32) value { return objects.Bool(c < 128 && c|0x20-'a' < 26) })},
		{Name: "unicode_iscased", Sig: "character, /", Fn: caseFunc(func(c uint32) value {
			return objects.Bool(uniLower(c) != c || uniUpper(c) != c)
		})},
		{Name: "ascii_tolower", Sig: "character, /", Fn: caseFunc(func(c uint32) value { return objects.Int(int64(asciiLower(c))) })},
		{Name: "unicode_tolower", Sig: "character, /", Fn: caseFunc(func(c uint32) value { return objects.Int(int64(uniLower(c))) })},
	}
}
