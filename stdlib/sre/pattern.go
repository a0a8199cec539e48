package sre

import (
	"encoding/binary"
	"fmt"
	"math"
	"unsafe"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var patternType, scannerType objects.Type

// The kinds of subjects that a pattern takes.
const (
	kindAny = iota // the pattern has no text (re.Scanner)
	kindStr
	kindBytes
)

// pattern is a re.Pattern.
type pattern struct {
	objects.Head
	*program
	text       value
	flags      value
	groupsV    value
	flagBits   uint32
	groups     int
	groupIndex *objects.Dict
	indexGroup *objects.Tuple
	kind       int
	idle       *machine // kept for the next search
}

func compile(t *thread, _ value, args []value) (value, error) {
	flags, err := native.Int(t, args[1])
	if err != nil {
		return value{}, err
	}
	list, ok := objects.ListOf(args[2])
	if !ok {
		return value{}, objects.TypeErrorf("compile() argument 'code' must be list, not %s", objects.TypeOf(args[2]))
	}
	groups, err := size(t, args[3])
	if err != nil {
		return value{}, err
	}
	index, ok := objects.DictOf(args[4])
	if !ok {
		return value{}, objects.TypeErrorf("compile() argument 'groupindex' must be dict, not %s", objects.TypeOf(args[4]))
	}
	names, ok := objects.TupleOf(args[5])
	if !ok {
		return value{}, objects.TypeErrorf("compile() argument 'indexgroup' must be tuple, not %s", objects.TypeOf(args[5]))
	}
	code := make([]uint32, list.Len())
	for i, v := range list.Items() {
		if !objects.IsInt(v) {
			return value{}, objects.TypeErrorf("an integer is required")
		}
		n, ok := objects.Int64Of(v)
		switch {
		case objects.Sign(v) < 0:
			return value{}, objects.OverflowErrorf("can't convert negative value to unsigned int")
		case !ok || n > math.MaxUint32:
			return value{}, objects.OverflowErrorf("regular expression code size limit exceeded")
		}
		code[i] = uint32(n)
	}
	kind := kindAny
	if args[0] != objects.None {
		s, err := open(t, args[0])
		if err != nil {
			return value{}, err
		}
		kind = kindBytes
		if s.str != nil {
			kind = kindStr
		}
		s.close()
	}
	if groups < 0 || groups > maxGroups || groups > len(code) {
		return value{}, objects.RuntimeErrorf("invalid SRE code")
	}
	prog, ok := newProgram(code, groups)
	if !ok {
		return value{}, objects.RuntimeErrorf("invalid SRE code")
	}
	v := patternType.Alloc(&patternType)
	p := objects.As[pattern](v)
	p.program, p.text, p.flagBits, p.groups, p.kind = prog, args[0], uint32(flags), groups, kind
	p.flags, p.groupsV = objects.Int(int64(flags)), objects.Int(int64(groups))
	p.groupIndex, p.indexGroup = index, names
	return v, nil
}

// size reads an argument of type Py_ssize_t.
func size(t *thread, v value) (int, error) {
	i, err := objects.Index(t, v)
	if err != nil {
		return 0, err
	}
	n, ok := objects.Int64Of(i)
	if !ok {
		return 0, objects.OverflowErrorf("Python int too large to convert to C ssize_t")
	}
	return int(n), nil
}

// bounds reads pos and endpos.
func bounds(t *thread, args []value) (pos, end int, err error) {
	end = math.MaxInt
	if !args[0].IsZero() {
		if pos, err = size(t, args[0]); err != nil {
			return
		}
	}
	if !args[1].IsZero() {
		end, err = size(t, args[1])
	}
	return
}

func (p *pattern) begins(t *thread, args []value) (*run, error) {
	pos, end, err := bounds(t, args[1:])
	if err != nil {
		return nil, err
	}
	return p.begin(t, args[0], pos, end)
}

// finder makes match, fullmatch and search.
func finder(mode int) func(*thread, value, []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		r, err := objects.As[pattern](self).begins(t, args)
		if err != nil {
			return value{}, err
		}
		defer r.finish()
		pos := r.start
		ok, err := r.next(mode)
		if err != nil {
			return value{}, err
		}
		if !ok {
			return objects.None, nil
		}
		return newMatch(r, pos), nil
	}
}

// each calls f for every match from r.start on, at most limit (0: all), and returns their number.
func (r *run) each(limit int, f func() error) (int, error) {
	for n := 0; ; n++ {
		if limit != 0 && n >= limit {
			return n, nil
		}
		ok, err := r.next(modeSearch)
		if err != nil || !ok {
			return n, err
		}
		if err := f(); err != nil {
			return n, err
		}
		r.step()
	}
}

func findall(t *thread, self value, args []value) (value, error) {
	p := objects.As[pattern](self)
	r, err := p.begins(t, args)
	if err != nil {
		return value{}, err
	}
	defer r.finish()
	list := objects.NewList()
	empty := r.empty()
	_, err = r.each(0, func() error {
		switch p.groups {
		case 0:
			list.Append(r.group(0, empty))
		case 1:
			list.Append(r.group(1, empty))
		default:
			tuple := objects.MakeTuple(p.groups)
			items := tuple.Items()
			for i := range items {
				items[i] = r.group(i+1, empty)
			}
			list.Append(objects.ToValue(tuple))
		}
		return nil
	})
	return objects.ToValue(list), err
}

func split(t *thread, self value, args []value) (value, error) {
	p := objects.As[pattern](self)
	limit := 0
	var err error
	if !args[1].IsZero() {
		if limit, err = size(t, args[1]); err != nil {
			return value{}, err
		}
	}
	r, err := p.begin(t, args[0], 0, math.MaxInt)
	if err != nil {
		return value{}, err
	}
	defer r.finish()
	list := objects.NewList()
	last := 0
	_, err = r.each(limit, func() error {
		list.Append(r.slice(last, r.start))
		for i := range p.groups {
			list.Append(r.group(i+1, objects.None))
		}
		last = r.endOfMatch
		return nil
	})
	if err != nil {
		return value{}, err
	}
	list.Append(r.slice(last, r.end))
	return objects.ToValue(list), nil
}

// replacer returns what a replacement is: a function to call, a template, or a value to insert as it is.
func (p *pattern) replacer(t *thread, repl value) (call bool, tmpl *template, lit value, err error) {
	if objects.Callable(repl) {
		return true, nil, value{}, nil
	}
	if s, err := open(t, repl); err == nil {
		plain := true
		for i := range s.n {
			if s.str != nil && s.str.At(i) == '\\' || s.str == nil && s.bytes[i] == '\\' {
				plain = false
				break
			}
		}
		s.close()
		if plain {
			return false, nil, repl, nil
		}
	}
	if tmpl, err = compileTemplate(t, objects.ToValue(p), repl); err != nil {
		return false, nil, value{}, err
	}
	if len(tmpl.groups) == 0 {
		return false, nil, tmpl.texts[0], nil
	}
	return false, tmpl, value{}, nil
}

func (p *pattern) replace(t *thread, args []value) (value, int, error) {
	limit := 0
	var err error
	if !args[2].IsZero() {
		if limit, err = size(t, args[2]); err != nil {
			return value{}, 0, err
		}
	}
	call, tmpl, lit, err := p.replacer(t, args[0])
	if err != nil {
		return value{}, 0, err
	}
	r, err := p.begin(t, args[1], 0, math.MaxInt)
	if err != nil {
		return value{}, 0, err
	}
	defer r.finish()
	list := objects.NewList()
	last := 0
	n, err := r.each(limit, func() error {
		if last < r.start {
			list.Append(r.slice(last, r.start))
		}
		last = r.endOfMatch
		item := lit
		switch {
		case call:
			if item, err = objects.Call1(t, args[0], newMatch(r, 0)); err != nil {
				return err
			}
		case tmpl != nil:
			return tmpl.expand(list, p.groups, func(i int) value { return r.group(i, value{}) })
		}
		if item != objects.None {
			list.Append(item)
		}
		return nil
	})
	if err != nil {
		return value{}, 0, err
	}
	if last < r.end {
		list.Append(r.slice(last, r.end))
	}
	v, err := join(t, r.empty(), list)
	return v, n, err
}

// join concatenates the items of a list; empty is the empty string of their kind.
func join(t *thread, empty value, list *objects.List) (value, error) {
	if list.Len() == 0 {
		return empty, nil
	}
	return objects.CallMethod(t, empty, objects.Intern("join"), objects.ToValue(list))
}

// scanner is what Pattern.scanner returns: it finds one match after another.
type scanner struct {
	objects.Head
	pattern    value
	text       value
	start, end int
	first      int
	advance    bool
	done       bool
}

func newScanner(t *thread, self value, args []value) (value, error) {
	r, err := objects.As[pattern](self).begins(t, args)
	if err != nil {
		return value{}, err
	}
	defer r.finish()
	v := scannerType.Alloc(&scannerType)
	s := objects.As[scanner](v)
	s.pattern, s.text, s.start, s.end, s.first = self, args[0], r.start, r.end, r.start
	return v, nil
}

func scan(mode int) func(*thread, value, []value) (value, error) {
	return func(t *thread, self value, _ []value) (value, error) {
		s := objects.As[scanner](self)
		if s.done {
			return objects.None, nil
		}
		r, err := objects.As[pattern](s.pattern).begin(t, s.text, s.start, s.end)
		if err != nil {
			return value{}, err
		}
		defer r.finish()
		r.advance = s.advance
		ok, err := r.next(mode)
		if err != nil {
			return value{}, err
		}
		if !ok {
			s.done = true
			return objects.None, nil
		}
		v := newMatch(r, s.first)
		r.step()
		s.start, s.advance = r.start, r.advance
		return v, nil
	}
}

// flagNames are the names of the flags in the order in which repr shows them.
var flagNames = [...]struct {
	bit  uint32
	name string
}{
	{flagIgnoreCase, "re.IGNORECASE"}, {flagMultiline, "re.MULTILINE"}, {flagDotAll, "re.DOTALL"},
	{flagVerbose, "re.VERBOSE"}, {flagDebug, "re.DEBUG"}, {flagASCII, "re.ASCII"}, {flagLocale, "re.LOCALE"},
	{flagUnicode, "re.UNICODE"},
}

// reprLimit is the number of characters that repr shows of a pattern.
const reprLimit = 200

func patternRepr(t *thread, self value) (value, error) {
	p := objects.As[pattern](self)
	flags := p.flagBits
	if p.kind == kindStr && flags&(flagLocale|flagUnicode|flagASCII) == flagUnicode {
		flags &^= flagUnicode
	}
	v, err := objects.Repr(t, p.text)
	if err != nil {
		return value{}, err
	}
	text := objects.As[objects.Str](v)
	out := "re.compile(" + text.Slice(0, min(text.Len(), reprLimit)).String()
	sep := ", "
	for _, f := range flagNames {
		if flags&f.bit != 0 {
			out += sep + f.name
			sep = "|"
			flags &^= f.bit
		}
	}
	if flags != 0 {
		out += sep + fmt.Sprintf("0x%x", flags)
	}
	return objects.StrValue(out + ")"), nil
}

func patternCompare(t *thread, a, b value, op objects.CompareOp) (value, error) {
	if op != objects.OpEq && op != objects.OpNe || !objects.Is(b, &patternType) {
		return objects.NotImplemented, nil
	}
	x, y := objects.As[pattern](a), objects.As[pattern](b)
	same := x == y
	if !same && x.flagBits == y.flagBits && x.kind == y.kind && x.groups == y.groups && len(x.code) == len(y.code) {
		same = true
		for i, c := range x.code {
			same = same && c == y.code[i]
		}
		if same {
			var err error
			if same, err = objects.Equal(t, x.text, y.text); err != nil {
				return value{}, err
			}
		}
	}
	return objects.Bool(same == (op == objects.OpEq)), nil
}

func patternHash(t *thread, self value) (int64, error) {
	p := objects.As[pattern](self)
	h, err := objects.Hash(t, p.text)
	if err != nil {
		return 0, err
	}
	b := make([]byte, 0, 4*len(p.code))
	for _, c := range p.code {
		b = binary.LittleEndian.AppendUint32(b, c)
	}
	h ^= objects.HashBytes(b) ^ int64(p.flagBits) ^ int64(p.kind) ^ int64(p.groups)
	if h == -1 {
		h = -2
	}
	return h, nil
}

// same is __copy__ and __deepcopy__ of immutable objects.
func same(_ *thread, self value, _ []value) (value, error) { return self, nil }

func classGetitem(t *thread, self value, args []value) (value, error) {
	return objects.NewGenericAlias(t, self, args[0])
}

func initPattern() {
	typ := &patternType
	typ.Name, typ.Module, typ.Doc = "Pattern", "re", "A regular expression, ready to be matched."
	typ.Flags = objects.FlagNoInstantiate | objects.FlagWeakrefs | objects.FlagImmutable
	objects.Layout[pattern](typ)
	typ.Repr, typ.Compare, typ.Hash = patternRepr, patternCompare, patternHash
	typ.Traverse = func(v value, visit func(value)) {
		p := objects.As[pattern](v)
		native.Visit(visit, p.text, objects.ToValue(p.groupIndex), objects.ToValue(p.indexGroup))
	}
	typ.Members = func() []objects.MemberDef {
		return []objects.MemberDef{
			{Name: "pattern", Doc: "The text of the expression.",
				Offset: unsafe.Offsetof(pattern{}.text), ReadOnly: true},
			{Name: "flags", Doc: "The flags, those within the text included.", Offset: unsafe.Offsetof(pattern{}.flags), ReadOnly: true},
			{Name: "groups", Doc: "How many groups there are.",
				Offset: unsafe.Offsetof(pattern{}.groupsV), ReadOnly: true},
		}
	}
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{{Name: "groupindex", Doc: "The numbers of the groups that have names.",
			Get: func(t *thread, self value) (value, error) {
				return objects.NewMappingProxy(objects.ToValue(objects.As[pattern](self).groupIndex)), nil
			}}}
	}
	const span = "string, pos=0, endpos=sys.maxsize"
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "match", Sig: span, Doc: "Matches from the beginning of the string on; None where it cannot.", Fn: finder(modeMatch)},
			{Name: "fullmatch", Sig: span, Doc: "Matches the string as a whole; None where it cannot.", Fn: finder(modeFull)},
			{Name: "search", Sig: span, Doc: "Looks for the first match anywhere in the string, None where there is none.",
				Fn: finder(modeSearch)},
			{Name: "sub", Sig: "repl, string, count=0", Doc: "Returns the string with the matches replaced by repl.",
				Fn: func(t *thread, self value, args []value) (value, error) {
					v, _, err := objects.As[pattern](self).replace(t, args)
					return v, err
				}},
			{Name: "subn", Sig: "repl, string, count=0", Doc: "Returns the pair of what sub() returns and the number of matches.",
				Fn: func(t *thread, self value, args []value) (value, error) {
					v, n, err := objects.As[pattern](self).replace(t, args)
					if err != nil {
						return value{}, err
					}
					return objects.ToValue(objects.NewTuple(v, objects.Int(int64(n)))), nil
				}},
			{Name: "findall", Sig: span, Doc: "Returns the list of all matches that do not overlap.", Fn: findall},
			{Name: "split", Sig: "string, maxsplit=0", Doc: "Splits the string at the matches.", Fn: split},
			{Name: "finditer", Sig: span, Doc: "Returns an iterator over the matches that do not overlap.",
				Fn: func(t *thread, self value, args []value) (value, error) {
					v, err := newScanner(t, self, args)
					if err != nil {
						return value{}, err
					}
					fn, err := objects.GetAttr(t, v, objects.Intern("search"))
					if err != nil {
						return value{}, err
					}
					return objects.NewCallableIterator(fn, objects.None), nil
				}},
			{Name: "scanner", Sig: span, Fn: newScanner},
			{Name: "__copy__", Fn: same},
			{Name: "__deepcopy__", Sig: "memo, /", Fn: same},
			{Name: "__class_getitem__", Kind: objects.ClassFunc, Sig: "object, /", Doc: "See PEP 585", Fn: classGetitem},
		}
	}

	typ = &scannerType
	typ.Name, typ.Module = "SRE_Scanner", "_sre"
	typ.Flags = objects.FlagNoInstantiate | objects.FlagImmutable
	objects.Layout[scanner](typ)
	typ.Traverse = func(v value, visit func(value)) {
		s := objects.As[scanner](v)
		native.Visit(visit, s.pattern, s.text)
	}
	typ.Members = func() []objects.MemberDef {
		return []objects.MemberDef{{Name: "pattern", Offset: unsafe.Offsetof(scanner{}.pattern), ReadOnly: true}}
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{{Name: "match", Fn: scan(modeMatch)}, {Name: "search", Fn: scan(modeSearch)}}
	}
}
