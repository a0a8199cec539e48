package sre

import (
	"bytes"
	"unsafe"
)

// unit is one character of a subject.
type unit interface{ uint8 | uint16 | uint32 }

// The kinds of entries on the backtracking stack.
const (
	backChoice   = iota // continue at pc
	backBranch          // try the alternative whose skip is at pc
	backMark            // mark pc was sp, lastindex was x
	backOne             // REPEAT_ONE before pc: give one character back, not below position x
	backMinOne          // MIN_REPEAT_ONE at pc: take one more, x are taken
	backAtomic          // the entries that follow enclose a group: here the outer barrier is x
	backAssert          //
	backNot             //
	backPossess         // the same for one turn of POSSESSIVE_REPEAT
	backPossessN        // below it: the number of turns (x) and the outer barrier (pc)
)

// entry is what the engine goes back to when a path fails.
type entry struct {
	kind  int32
	pc    int32
	sp    int
	x     int
	rep   int32 // the repeat in force, an index of nodes
	nodes int32 // length of nodes at the time
}

// node is the state of a REPEAT at one of its turns. Nodes are never changed: a further turn has a node of its own, so that
// going back needs no repair.
type node struct {
	prev  int32 // the enclosing repeat
	pc    int32 // the REPEAT
	count uint32
	last  int // where the previous optional turn began, -1 before it
}

// machine is the state of one search.
type machine struct {
	*program
	marks     []int // -1: not set
	lastIndex int
	stack     []entry
	nodes     []node
	// all asks for a match up to the end; advance forbids an empty match at the position origin.
	all     bool
	advance bool
	origin  int
	// poll is called now and then; an error ends the search.
	poll  func() error
	steps int
	err   error
}

// pollInterval is the number of backtracking steps between two looks for signals: some tens of microseconds.
const pollInterval = 4096

// interrupted asks poll whether to go on.
func (m *machine) interrupted() bool {
	if m.poll != nil {
		m.err = m.poll()
	}
	return m.err != nil
}

func (m *machine) reset() {
	for i := range m.marks {
		m.marks[i] = -1
	}
	m.lastIndex = -1
	m.stack = m.stack[:0]
	m.nodes = m.nodes[:0]
}

// search looks for the leftmost match that begins at from or behind it, and returns its bounds.
func search[T unit](m *machine, text []T, from int) (start, end int, ok bool) {
	last := len(text) - m.min
	for pos := from; pos <= last; pos++ {
		switch {
		case m.prefix != nil:
			if pos = findPrefix(m, text, pos); pos < 0 {
				return 0, 0, false
			}
			if m.literal {
				m.reset()
				return pos, pos + len(m.prefix), true
			}
		case m.first != nil:
			for pos <= last && !m.first.has(uint32(text[pos])) {
				pos++
			}
			if pos > last {
				return 0, 0, false
			}
		}
		if end, ok := match(m, text, pos); ok || m.err != nil {
			return pos, end, ok
		}
	}
	return 0, 0, false
}

// findPrefix returns the first position from pos at which the literal prefix stands, -1 where there is none.
func findPrefix[T unit](m *machine, text []T, pos int) int {
	if unsafe.Sizeof(T(0)) == 1 {
		if m.prefix1 == nil {
			return -1
		}
		b := unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(text))), len(text))
		i := bytes.Index(b[pos:], m.prefix1)
		if i < 0 {
			return -1
		}
		return pos + i
	}
	first := T(m.prefix[0])
	if uint32(first) != m.prefix[0] {
		return -1
	}
scan:
	for ; pos+len(m.prefix) <= len(text); pos++ {
		if text[pos] != first {
			continue
		}
		for i, c := range m.prefix {
			if uint32(text[pos+i]) != c {
				continue scan
			}
		}
		return pos
	}
	return -1
}

// isAt reports whether a position is of the kind that AT names.
func isAt[T unit](text []T, sp int, at uint32) bool {
	switch at {
	case atBeginning, atBeginningString:
		return sp == 0
	}
	if sp > len(text) {
		// match() with pos behind endpos.
		return false
	}
	switch at {
	case atBeginningLine:
		return sp == 0 || text[sp-1] == '\n'
	case atEnd:
		return sp == len(text) || sp == len(text)-1 && text[sp] == '\n'
	case atEndLine:
		return sp == len(text) || text[sp] == '\n'
	case atEndString:
		return sp == len(text)
	}
	if len(text) == 0 {
		return false
	}
	word := isWordASCII
	if at == atUniBoundary || at == atUniNonBoundary {
		word = isWordUnicode
	}
	before := sp > 0 && word(uint32(text[sp-1]))
	after := sp < len(text) && word(uint32(text[sp]))
	return (before != after) == (at == atBoundary || at == atLocBoundary || at == atUniBoundary)
}

// one reports whether the single-character operation at pc takes the character c.
func (m *program) one(pc int, c uint32) bool {
	code := m.code
	switch code[pc] {
	case opAny:
		return c != '\n'
	case opAnyAll:
		return true
	case opCategory:
		return inCategory(code[pc+1], c)
	case opIn, opInIgnore, opInLocIgnore, opInUniIgnore:
		return m.setOf(pc).has(c)
	case opLiteral:
		return c == code[pc+1]
	case opNotLiteral:
		return c != code[pc+1]
	case opLiteralIgnore:
		return lowerASCII(c) == code[pc+1]
	case opNotLiteralIgnore:
		return lowerASCII(c) != code[pc+1]
	case opLiteralUniIgnore:
		return lowerUnicode(c) == code[pc+1]
	case opNotLiteralUniIgnore:
		return lowerUnicode(c) != code[pc+1]
	case opLiteralLocIgnore:
		return sameLocale(code[pc+1], c)
	case opNotLiteralLocIgnore:
		return !sameLocale(code[pc+1], c)
	}
	return false
}

func sameLocale(pattern, c uint32) bool {
	return c == pattern || lowerASCII(c) == pattern || upperASCII(c) == pattern
}

// count returns how many characters from sp, at most limit, the operation at pc takes.
func count[T unit](m *program, text []T, pc, sp int, limit uint32) int {
	if sp >= len(text) {
		return 0
	}
	rest := text[sp:]
	if limit != maxRepeat && uint64(limit) < uint64(len(rest)) {
		rest = rest[:limit]
	}
	switch m.code[pc] {
	case opAnyAll:
		return len(rest)
	case opAny:
		for i, c := range rest {
			if c == '\n' {
				return i
			}
		}
	case opLiteral:
		want := m.code[pc+1]
		for i, c := range rest {
			if uint32(c) != want {
				return i
			}
		}
	case opNotLiteral:
		want := m.code[pc+1]
		for i, c := range rest {
			if uint32(c) == want {
				return i
			}
		}
	case opIn, opInIgnore, opInLocIgnore, opInUniIgnore:
		set := m.setOf(pc)
		for i, c := range rest {
			if !set.has(uint32(c)) {
				return i
			}
		}
	default:
		for i, c := range rest {
			if !m.one(pc, uint32(c)) {
				return i
			}
		}
	}
	return len(rest)
}

// cut forgets the ways back that were noted from position base of the stack on, all but the marks to restore.
func (m *machine) cut(base int) {
	n := base
	for i := base; i < len(m.stack); i++ {
		if m.stack[i].kind == backMark {
			m.stack[n] = m.stack[i]
			n++
		}
	}
	m.stack = m.stack[:n]
}

func (m *machine) restoreMark(e *entry) {
	m.marks[e.pc] = e.sp
	m.lastIndex = e.x
}

// skipTo returns the target of the skip at position i.
func skipTo(code []uint32, i int) int { return i + int(code[i]) }

// begins reports whether an alternative at pc may match at sp, as far as its first operation tells at a glance.
func begins[T unit](m *program, text []T, pc, sp int) bool {
	switch m.code[pc] {
	case opLiteral:
		return sp < len(text) && uint32(text[sp]) == m.code[pc+1]
	case opIn:
		return sp < len(text) && m.setOf(pc).has(uint32(text[sp]))
	}
	return true
}

// match tries the pattern at one position and returns the end of the match.
//
// pc is the next operation, sp the next character, rep the innermost repeat (-1: none), barrier the stack entry of the
// innermost assertion or atomic group whose inside is being matched (-1: none).
func match[T unit](m *machine, text []T, start int) (end int, ok bool) {
	m.reset()
	if m.min > 0 && len(text)-start < m.min {
		return 0, false
	}
	code := m.code
	pc, sp := m.start, start
	rep, barrier := int32(-1), -1
	for {
		switch op := code[pc]; op {
		case opLiteral:
			if sp >= len(text) || uint32(text[sp]) != code[pc+1] {
				goto fail
			}
			sp++
			pc += 2
			continue
		case opAny, opAnyAll:
			if sp >= len(text) || op == opAny && text[sp] == '\n' {
				goto fail
			}
			sp++
			pc++
			continue
		case opIn, opInIgnore, opInLocIgnore, opInUniIgnore:
			if sp >= len(text) || !m.setOf(pc).has(uint32(text[sp])) {
				goto fail
			}
			sp++
			pc = skipTo(code, pc+1)
			continue
		case opNotLiteral, opLiteralIgnore, opNotLiteralIgnore, opLiteralLocIgnore, opNotLiteralLocIgnore,
			opLiteralUniIgnore, opNotLiteralUniIgnore, opCategory:
			if sp >= len(text) || !m.one(pc, uint32(text[sp])) {
				goto fail
			}
			sp++
			pc += 2
			continue
		case opAt:
			if !isAt(text, sp, code[pc+1]) {
				goto fail
			}
			pc += 2
			continue
		case opMark:
			i := code[pc+1]
			if len(m.stack) > 0 {
				m.stack = append(m.stack, entry{kind: backMark, pc: int32(i), sp: m.marks[i], x: m.lastIndex})
			}
			m.marks[i] = sp
			if i&1 != 0 {
				m.lastIndex = int(i/2) + 1
			}
			pc += 2
			continue
		case opJump:
			pc = skipTo(code, pc+1)
			continue
		case opInfo:
			pc = skipTo(code, pc+1)
			continue
		case opBranch:
			pc++
			goto branch
		case opGroupRef, opGroupRefIgnore, opGroupRefLocIgnore, opGroupRefUniIgnore:
			i := 2 * int(code[pc+1])
			from, to := m.marks[i], m.marks[i+1]
			if from < 0 || to < from || len(text)-sp < to-from {
				goto fail
			}
			for ; from < to; from++ {
				a, b := uint32(text[from]), uint32(text[sp])
				if a != b {
					switch op {
					case opGroupRef:
						goto fail
					case opGroupRefUniIgnore:
						a, b = lowerUnicode(a), lowerUnicode(b)
					default:
						a, b = lowerASCII(a), lowerASCII(b)
					}
					if a != b {
						goto fail
					}
				}
				sp++
			}
			pc += 2
			continue
		case opGroupRefExists:
			i := 2 * int(code[pc+1])
			if m.marks[i] < 0 || m.marks[i+1] < m.marks[i] {
				pc += 1 + int(code[pc+2])
			} else {
				pc += 3
			}
			continue
		case opRepeatOne, opPossessiveRepeatOne:
			n, least := count(m.program, text, pc+4, sp, code[pc+3]), int(code[pc+2])
			if n < least {
				goto fail
			}
			next := skipTo(code, pc+1)
			if n > least && op == opRepeatOne {
				m.stack = append(m.stack, entry{backOne, int32(next), sp + n, sp + least, rep, int32(len(m.nodes))})
				if code[next] == opLiteral && (sp+n >= len(text) || uint32(text[sp+n]) != code[next+1]) {
					goto fail
				}
			}
			sp += n
			pc = next
			continue
		case opMinRepeatOne:
			least := int(code[pc+2])
			if least > 0 {
				if count(m.program, text, pc+4, sp, code[pc+2]) < least {
					goto fail
				}
				sp += least
			}
			m.stack = append(m.stack, entry{backMinOne, int32(pc), sp, least, rep, int32(len(m.nodes))})
			pc = skipTo(code, pc+1)
			continue
		case opRepeat:
			m.nodes = append(m.nodes, node{rep, int32(pc), 0, -1})
			rep = int32(len(m.nodes) - 1)
			pc = skipTo(code, pc+1)
			continue
		case opMaxUntil, opMinUntil:
			if rep < 0 {
				goto fail
			}
			n := m.nodes[rep]
			body, least, most := int(n.pc)+4, code[n.pc+2], code[n.pc+3]
			if m.steps++; m.steps%pollInterval == 0 && m.interrupted() {
				return 0, false
			}
			if n.count < least {
				m.nodes = append(m.nodes, node{n.prev, n.pc, n.count + 1, n.last})
				rep = int32(len(m.nodes) - 1)
				pc = body
				continue
			}
			if (n.count >= most && most != maxRepeat) || sp == n.last {
				rep = n.prev
				pc++
				continue
			}
			turn := n.count
			if turn < maxRepeat {
				turn++
			}
			if op == opMaxUntil {
				m.stack = append(m.stack, entry{backChoice, int32(pc + 1), sp, 0, n.prev, int32(len(m.nodes))})
				m.nodes = append(m.nodes, node{n.prev, n.pc, turn, sp})
				rep = int32(len(m.nodes) - 1)
				pc = body
				continue
			}
			m.nodes = append(m.nodes, node{n.prev, n.pc, turn, sp})
			m.stack = append(m.stack, entry{backChoice, int32(body), sp, 0, int32(len(m.nodes) - 1), int32(len(m.nodes))})
			rep = n.prev
			pc++
			continue
		case opAssert, opAssertNot:
			back := int(code[pc+2])
			if sp < back {
				if op == opAssert {
					goto fail
				}
				pc = skipTo(code, pc+1)
				continue
			}
			kind := int32(backAssert)
			if op == opAssertNot {
				kind = backNot
			}
			m.stack = append(m.stack, entry{kind, int32(skipTo(code, pc+1)), sp, barrier, rep, int32(len(m.nodes))})
			barrier = len(m.stack) - 1
			rep = -1
			sp -= back
			pc += 3
			continue
		case opAtomicGroup:
			m.stack = append(m.stack, entry{backAtomic, int32(skipTo(code, pc+1)), sp, barrier, rep, int32(len(m.nodes))})
			barrier = len(m.stack) - 1
			rep = -1
			pc += 2
			continue
		case opPossessiveRepeat:
			if code[pc+3] == 0 {
				pc = skipTo(code, pc+1) + 1
				continue
			}
			m.stack = append(m.stack, entry{backPossessN, int32(barrier), 0, 0, rep, int32(len(m.nodes))},
				entry{backPossess, int32(pc), sp, 0, rep, int32(len(m.nodes))})
			barrier = len(m.stack) - 1
			if code[pc+2] > 0 {
				m.stack[barrier].x = -1
			}
			rep = -1
			pc += 4
			continue
		case opSuccess:
			if barrier < 0 {
				if m.all && sp != len(text) || m.advance && sp == m.origin && start == m.origin {
					goto fail
				}
				return sp, true
			}
			e := m.stack[barrier]
			switch e.kind {
			case backAtomic, backAssert:
				m.cut(barrier)
				pc, rep, barrier = int(e.pc), e.rep, e.x
				if e.kind == backAssert {
					sp = e.sp
				}
			case backNot:
				for i := len(m.stack) - 1; i > barrier; i-- {
					if m.stack[i].kind == backMark {
						m.restoreMark(&m.stack[i])
					}
				}
				m.stack = m.stack[:barrier]
				barrier = e.x
				goto fail
			case backPossess:
				// One turn more is done. The entry below the turn's own counts the turns; what the turns left there
				// are marks, which must stay below the count.
				below := m.stack[barrier-1]
				if m.steps++; m.steps%pollInterval == 0 && m.interrupted() {
					return 0, false
				}
				m.cut(barrier - 1)
				turns := below.x + 1
				least, most := code[e.pc+2], code[e.pc+3]
				again := uint64(turns) < uint64(least)
				if !again {
					// x of the turn's entry is -1 in a turn that had to be; only optional turns end the loop when
					// they take nothing.
					again = (uint64(turns) < uint64(most) || most == maxRepeat) && !(e.x == 0 && sp == e.sp)
				}
				if !again {
					pc, rep, barrier = skipTo(code, int(e.pc)+1)+1, e.rep, int(below.pc)
					continue
				}
				below.x = turns
				e.sp, e.nodes = sp, int32(len(m.nodes))
				e.x = 0
				if uint64(turns) < uint64(least) {
					e.x = -1
				}
				m.stack = append(m.stack, below, e)
				barrier = len(m.stack) - 1
				rep = -1
				pc = int(e.pc) + 4
			}
			continue
		}
		// FAILURE, or an operation that cannot stand here.
		goto fail

	branch: // pc is at the skip of an alternative
		for {
			next := skipTo(code, pc)
			if code[pc] == 0 {
				goto fail
			}
			if !begins(m.program, text, pc+1, sp) {
				pc = next
				continue
			}
			if code[next] != 0 {
				m.stack = append(m.stack, entry{backBranch, int32(next), sp, 0, rep, int32(len(m.nodes))})
			}
			pc++
			break
		}
		continue

	fail:
		for {
			if m.steps++; m.steps%pollInterval == 0 && m.interrupted() {
				return 0, false
			}
			n := len(m.stack) - 1
			if n < 0 {
				return 0, false
			}
			e := &m.stack[n]
			switch e.kind {
			case backMark:
				m.restoreMark(e)
				m.stack = m.stack[:n]
				continue
			case backChoice:
				pc, sp, rep = int(e.pc), e.sp, e.rep
				m.nodes = m.nodes[:e.nodes]
				m.stack = m.stack[:n]
			case backBranch:
				pc, sp, rep = int(e.pc), e.sp, e.rep
				m.nodes = m.nodes[:e.nodes]
				m.stack = m.stack[:n]
				goto branch
			case backOne:
				pc, rep = int(e.pc), e.rep
				m.nodes = m.nodes[:e.nodes]
				sp = e.sp - 1
				if code[pc] == opLiteral {
					for want := code[pc+1]; sp >= e.x && uint32(text[sp]) != want; sp-- {
					}
				}
				if sp <= e.x {
					least := e.x
					m.stack = m.stack[:n]
					if sp < least {
						continue
					}
				} else {
					e.sp = sp
				}
			case backMinOne:
				at := int(e.pc)
				most := code[at+3]
				next := skipTo(code, at+1)
				rep = e.rep
				m.nodes = m.nodes[:e.nodes]
				sp = e.sp
				found := false
				for (uint64(e.x) < uint64(most) || most == maxRepeat) && sp < len(text) && m.one(at+4, uint32(text[sp])) {
					sp++
					e.x++
					if code[next] != opLiteral || sp < len(text) && uint32(text[sp]) == code[next+1] {
						found = true
						break
					}
				}
				if !found {
					m.stack = m.stack[:n]
					continue
				}
				e.sp = sp
				pc = next
			case backAtomic, backAssert:
				barrier = e.x
				m.stack = m.stack[:n]
				continue
			case backNot:
				pc, sp, rep, barrier = int(e.pc), e.sp, e.rep, e.x
				m.nodes = m.nodes[:e.nodes]
				m.stack = m.stack[:n]
			case backPossess:
				below := m.stack[n-1]
				m.nodes = m.nodes[:e.nodes]
				at, turns := int(e.pc), below.x
				sp, rep, barrier = e.sp, e.rep, int(below.pc)
				m.stack = m.stack[:n-1]
				if uint64(turns) < uint64(code[at+2]) {
					continue
				}
				pc = skipTo(code, at+1) + 1
			default:
				m.stack = m.stack[:n]
				continue
			}
			break
		}
	}
}
