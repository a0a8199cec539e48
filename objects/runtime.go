package objects

import (
	"unsafe"
)

// What the interpreter needs of the objects beyond the protocols.

// LineNumber returns tb_lineno.
func (tb *Traceback) LineNumber() int { return int(tb.LineOf()) }

// Traceback returns __traceback__: the traceback or None.
func (e *Exception) Traceback() Value {
	if e.Tb == nil {
		return None
	}
	return ToValue(e.Tb)
}

// BindSpecial finds a special method of v on its type and binds it; zero where the type has none.
func BindSpecial(t *Thread, v Value, name *Str) (Value, error) {
	fn, unbound, err := lookupSpecial(t, v, name)
	if err != nil || fn.IsZero() || !unbound {
		return fn, err
	}
	typ := TypeOf(fn)
	if typ.DescrGet != nil {
		return typ.DescrGet(t, fn, v, TypeOf(v))
	}
	return fn, nil
}

// String returns the name that messages show, so that a *Type can be formatted with %s.
func (typ *Type) String() string { return typ.TpName() }

// FunctionStr names a callable in the messages of calls: "module.qualname()" or its str.
func FunctionStr(t *Thread, fn Value) string {
	q, err := FindAttr(t, fn, strQualname)
	if err == nil && !q.IsZero() {
		if s, ok := StrOf(q); ok {
			m, err := FindAttr(t, fn, strModule)
			if err == nil && !m.IsZero() && m != None {
				if ms, ok := StrOf(m); ok && ms.String() != "builtins" {
					return ms.String() + "." + s.String() + "()"
				}
			}
			return s.String() + "()"
		}
	}
	s, err := StrString(t, fn)
	if err != nil {
		return TypeOf(fn).TpName() + " object"
	}
	return s
}

// NewMarker makes an object that nothing else is.
func NewMarker() Value { return newInstance(&ObjectType) }

// StopValue returns the value of a StopIteration, None where it has none.
func StopValue(err error) Value {
	e, ok := err.(*Exception)
	if !ok {
		return None
	}
	return orNone(As[StopIteration](e.Value()).Value)
}

// NewSystemExit makes SystemExit with an optional status.
func NewSystemExit(status ...Value) error {
	e := newException(&SystemExitType)
	e.args = NewTuple(status...)
	if len(status) > 0 {
		As[SystemExit](e.Value()).Code = status[0]
	}
	return e
}

// MakeSyntaxError makes a SyntaxError or a class derived from it; details are the file, the position and the text as the
// constructor takes them, nil for an error that knows only its message.
func MakeSyntaxError(typ *Type, msg string, details *Tuple) error {
	e := newException(typ)
	s := As[SyntaxErrorObject](e.Value())
	if details == nil {
		e.args = NewTuple(StrValue(msg))
		s.Msg = e.args.Item(0)
		return e
	}
	e.args = NewTuple(StrValue(msg), ToValue(details))
	s.Msg = e.args.Item(0)
	s.Filename, s.Lineno, s.Offset, s.Text = details.Item(0), details.Item(1), details.Item(2), details.Item(3)
	if details.Len() > 5 {
		s.EndLineno, s.EndOffset = details.Item(4), details.Item(5)
	}
	return e
}

// ImportFromError is the error of `from mod import name` where the module has no such attribute.
func ImportFromError(t *Thread, mod, pkg Value, name *Str) error {
	pkgName := "<unknown module name>"
	if s, ok := StrOf(pkg); ok {
		pkgName = s.String()
	}
	var path Value = None
	msg := "cannot import name '" + name.String() + "' from '" + pkgName + "'"
	spec, err := FindAttr(t, mod, strSpec)
	initialising := false
	if err == nil && !spec.IsZero() && spec != None {
		if v, err := FindAttr(t, spec, Intern("_initializing")); err == nil && !v.IsZero() {
			initialising, _ = Truth(t, v)
		}
	}
	origin := "unknown location"
	if f, err := FindAttr(t, mod, strFile); err == nil && !f.IsZero() {
		if s, ok := StrOf(f); ok {
			origin = s.String()
			path = f
		}
	}
	if initialising {
		msg = "cannot import name '" + name.String() + "' from partially initialized module '" + pkgName +
			"' (most likely due to a circular import)"
	}
	e := newException(&ImportErrorType)
	text := StrValue(msg + " (" + origin + ")")
	e.args = NewTuple(text)
	obj := As[ImportErrorObject](e.Value())
	obj.Msg, obj.Name, obj.Path, obj.NameFrom = text, StrValue(pkgName), path, name.Value()
	return e
}

// SameGroupOrigin reports whether an exception or group comes from the group orig unchanged: same notes, traceback,
// context and cause, so that except* raises it again rather than anew.
func SameGroupOrigin(v, orig Value) bool {
	if v == orig {
		return true
	}
	a, b := As[Exception](v), As[Exception](orig)
	if !a.Matches(&BaseExceptionGroupType) || !b.Matches(&BaseExceptionGroupType) {
		return false
	}
	notes := func(e *Exception) Value { return e.Attrs.get(strNotes) }
	return a.Tb == b.Tb && a.Cause == b.Cause && a.Context == b.Context && notes(a) == notes(b)
}

// ProjectGroup returns the part of the group orig that consists of the leaves of the given exceptions, with the nesting
// of orig.
func ProjectGroup(t *Thread, orig Value, keep []Value) (Value, error) {
	if !IsInstance(orig, &BaseExceptionGroupType) {
		if len(keep) > 0 {
			return keep[0], nil
		}
		return None, nil
	}
	leaves := map[unsafe.Pointer]bool{}
	var collect func(v Value)
	collect = func(v Value) {
		if IsInstance(v, &BaseExceptionGroupType) {
			for _, e := range As[ExceptionGroupObject](v).Exceptions.Items() {
				collect(e)
			}
			return
		}
		leaves[v.word] = true
	}
	for _, v := range keep {
		collect(v)
	}
	return SubgroupByLeaves(t, orig, leaves)
}

// SubgroupByLeaves returns the part of a group whose leaves are in the set, None where none is.
func SubgroupByLeaves(t *Thread, group Value, leaves map[unsafe.Pointer]bool) (Value, error) {
	if !IsInstance(group, &BaseExceptionGroupType) {
		if leaves[group.word] {
			return group, nil
		}
		return None, nil
	}
	old := As[ExceptionGroupObject](group).Exceptions.Items()
	var list []Value
	same := true
	for _, e := range old {
		p, err := SubgroupByLeaves(t, e, leaves)
		if err != nil {
			return Value{}, err
		}
		if p != None {
			list = append(list, p)
		}
		same = same && p == e
	}
	if len(list) == 0 {
		return None, nil
	}
	if same {
		return group, nil
	}
	r, err := CallMethod(t, group, Intern("derive"), ToValue(NewList(list...)))
	if err != nil {
		return Value{}, err
	}
	if IsInstance(r, &BaseExceptionType) {
		n, o := As[Exception](r), As[Exception](group)
		n.Tb, n.Cause, n.Context, n.Suppress = o.Tb, o.Cause, o.Context, o.Suppress
		if notes := o.Attrs.get(strNotes); !notes.IsZero() {
			if l, ok := ListOf(notes); ok {
				notes = ToValue(NewList(l.Items()...))
			}
			_ = SetAttr(t, r, strNotes, notes)
		}
	}
	return r, nil
}

// ModuleWithDict makes a module over an existing dictionary.
func ModuleWithDict(name string, d *Dict) *Module {
	m := NewModule(name)
	old := m.Dictionary()
	for i := 0; ; {
		k, v, next, ok := old.NextEntry(i)
		if !ok {
			break
		}
		if s, isStr := StrOf(k); isStr && !d.HasStr(s) {
			d.SetStr(s, v)
		}
		i = next
	}
	m.ext = unsafe.Pointer(d)
	return m
}

// InternedCount returns the number of interned strings.
func InternedCount() int {
	interned.Lock()
	defer interned.Unlock()
	return interned.count
}

// Interned reports whether the string is the one that Intern returns.
func (s *Str) Interned() bool { return s.interned }

// Suggest returns the candidate that a mistyped name most likely means, nil where none is near (PEP 3151's distance
// rule as traceback applies it: moves cost 2, a change of case 1, at most a third of both lengths).
func Suggest(name *Str, candidates []*Str) *Str {
	const moveCost, maxCandidates = 2, 750
	if len(candidates) > maxCandidates {
		return nil
	}
	var best *Str
	bestDistance := -1
	for _, c := range candidates {
		if c.Equal(name) {
			continue
		}
		limit := (c.Len() + name.Len() + 3) * moveCost / 6
		if bestDistance >= 0 {
			limit = min(limit, bestDistance-1)
		}
		d := editDistance(name, c, limit)
		if d > limit {
			continue
		}
		best, bestDistance = c, d
	}
	return best
}

// editDistance is a Levenshtein distance where a move costs 2 and a change of case 1; past limit it only says so.
func editDistance(a, b *Str, limit int) int {
	const moveCost, caseCost, maxLen = 2, 1, 40
	cost := func(x, y rune) int {
		switch {
		case x == y:
			return 0
		case x|0x20 == y|0x20 && (x|0x20) >= 'a' && (x|0x20) <= 'z':
			return caseCost
		}
		return moveCost
	}
	// What both begin and end with costs nothing.
	first, m, n := 0, a.Len(), b.Len()
	for first < m && first < n && a.At(first) == b.At(first) {
		first++
	}
	for m > first && n > first && a.At(m-1) == b.At(n-1) {
		m--
		n--
	}
	if m-first > maxLen || n-first > maxLen {
		return limit + 1
	}
	row := make([]int, n-first+1)
	for j := range row {
		row[j] = j * moveCost
	}
	for i := 1; i <= m-first; i++ {
		prev := row[0]
		row[0] = i * moveCost
		least := row[0]
		for j := 1; j < len(row); j++ {
			d := min(prev+cost(a.At(first+i-1), b.At(first+j-1)), row[j]+moveCost, row[j-1]+moveCost)
			prev, row[j] = row[j], d
			least = min(least, d)
		}
		if least > limit {
			return limit + 1
		}
	}
	return row[len(row)-1]
}

// SipHash13 is SipHash-1-3 under the given key, as importlib hashes sources.
func SipHash13(k0, k1 uint64, p []byte) uint64 { return sipHash13(k0, k1, p) }
