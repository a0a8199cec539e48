package sre

import (
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
)

// subject is a string or bytes-like object that is being searched.
type subject struct {
	obj   value
	str   *objects.Str // nil: bytes
	bytes []byte
	buf   *objects.Buffer // to be released
	n     int
}

// open reads v; close must follow. A pattern without a string (pattern.kind is kindAny) takes both kinds of subject.
func open(t *thread, v value) (subject, error) {
	if s, ok := objects.StrOf(v); ok {
		return subject{obj: v, str: s, n: s.Len()}, nil
	}
	if b, ok := objects.BytesOf(v); ok {
		return subject{obj: v, bytes: b, n: len(b)}, nil
	}
	buf, err := objects.GetBuffer(t, v, objects.BufSimple)
	if err != nil {
		return subject{}, objects.TypeErrorf("expected string or bytes-like object, got '%s'", objects.TypeOf(v))
	}
	b := buf.Bytes()
	return subject{obj: v, bytes: b, buf: buf, n: len(b)}, nil
}

func (s *subject) close() {
	if s.buf != nil {
		objects.ReleaseBuffer(s.buf)
		s.buf = nil
	}
}

// slice returns the part from i to j, which are cut to the length: the subject may have shrunk since the match.
func (s *subject) slice(i, j int) value {
	j = min(j, s.n)
	i = min(i, j)
	if s.str != nil {
		return s.str.Slice(i, j).Value()
	}
	if i == 0 && j == s.n && objects.Is(s.obj, &objects.BytesType) {
		return s.obj
	}
	return objects.NewBytes(append([]byte(nil), s.bytes[i:j]...))
}

// open reads a subject and checks that it is of the pattern's kind.
func (p *pattern) open(t *thread, v value) (subject, error) {
	s, err := open(t, v)
	if err != nil {
		return s, err
	}
	switch {
	case p.kind == kindStr && s.str == nil:
		s.close()
		return s, objects.TypeErrorf("cannot use a string pattern on a bytes-like object")
	case p.kind == kindBytes && s.str != nil:
		s.close()
		return s, objects.TypeErrorf("cannot use a bytes pattern on a string-like object")
	}
	return s, nil
}

// run is one or several searches in a subject.
type run struct {
	subject
	m          *machine
	p          *pattern
	start      int // where the next search begins; after a match, where it began
	end        int // endpos; after a match endOfMatch is where the match ended
	endOfMatch int
	advance    bool
}

// begin prepares searches of v between two positions, which are cut to its length.
func (p *pattern) begin(t *thread, v value, pos, endpos int) (*run, error) {
	s, err := p.open(t, v)
	if err != nil {
		return nil, err
	}
	r := &run{subject: s, p: p, start: min(max(pos, 0), s.n), end: min(max(endpos, 0), s.n)}
	if r.m = p.idle; r.m == nil {
		r.m = &machine{program: p.program, marks: make([]int, p.marks)}
	}
	p.idle = nil
	r.m.err = nil
	r.m.poll = func() error { return poll(t) }
	return r, nil
}

// idleStack is the number of entries that a machine may keep between searches: 32 KiB.
const idleStack = 1024

// finish gives the subject and the machine back.
func (r *run) finish() {
	r.close()
	if cap(r.m.stack) > idleStack {
		r.m.stack = nil
	}
	if cap(r.m.nodes) > idleStack {
		r.m.nodes = nil
	}
	r.m.poll = nil
	r.p.idle = r.m
}

// poll lets other threads run and handles signals during a long search.
func poll(t *thread) error {
	p := t.Poll.Load()
	if p == 0 {
		return nil
	}
	if p&objects.PollLock != 0 && objects.H.Blocking != nil {
		objects.H.Blocking(t, func() {})
	}
	return interp.CheckSignals(t)
}

// The ways to look for a match.
const (
	modeSearch = iota
	modeMatch
	modeFull
)

// next looks for the next match from r.start on.
func (r *run) next(mode int) (bool, error) {
	r.m.all, r.m.advance, r.m.origin = mode == modeFull, r.advance, r.start
	var ok bool
	switch {
	case r.str == nil:
		ok = look(r, r.bytes[:r.end], mode)
	case r.str.Kind() == 1:
		ok = look(r, r.str.Units1()[:r.end], mode)
	case r.str.Kind() == 2:
		ok = look(r, r.str.Units2()[:r.end], mode)
	default:
		ok = look(r, r.str.Units4()[:r.end], mode)
	}
	return ok, r.m.err
}

func look[T unit](r *run, text []T, mode int) bool {
	var ok bool
	if mode == modeSearch {
		r.start, r.endOfMatch, ok = search(r.m, text, r.start)
	} else {
		r.endOfMatch, ok = match(r.m, text, r.start)
	}
	return ok
}

// step moves behind the match that was found.
func (r *run) step() {
	r.advance = r.endOfMatch == r.start
	r.start = r.endOfMatch
}

// group returns the text of a group, or absent where it took no part.
func (r *run) group(i int, absent value) value {
	if i == 0 {
		return r.slice(r.start, r.endOfMatch)
	}
	from, to := r.m.marks[2*i-2], r.m.marks[2*i-1]
	if from < 0 || to < from {
		return absent
	}
	return r.slice(from, to)
}

// empty returns the empty string of the subject's kind.
func (r *run) empty() value { return r.slice(0, 0) }
