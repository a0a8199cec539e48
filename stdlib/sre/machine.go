package sre

// unit is a code point as a str or bytes stores it.
type unit interface{ uint8 | uint16 | uint32 }

// program is a compiled pattern.
type program struct {
	code []uint32
	// sets caches for each character set its answers below 256; setAt[pc] is the index of the set that begins at pc plus
	// one, 0 where it has not been asked yet.
	sets   [][4]uint64
	setAt  []int32
	nmarks int // number of marks: two a group
}

// set returns the answers of the character set at pc for the code points below 256.
func (p *program) set(pc int) *[4]uint64 {
	if i := p.setAt[pc]; i != 0 {
		return &p.sets[i-1]
	}
	var b [4]uint64
	for c := range uint32(256) {
		if inSet(p.code, pc, c) {
			b[c>>6] |= 1 << (c & 63)
		}
	}
	p.sets = append(p.sets, b)
	p.setAt[pc] = int32(len(p.sets))
	return &p.sets[len(p.sets)-1]
}

func (p *program) in(pc int, c uint32) bool {
	if c < 256 {
		return p.set(pc)[c>>6]>>(c&63)&1 != 0
	}
	return inSet(p.code, pc, c)
}

// The kinds of choices.
const (
	tryCode      = iota // go on at pc
	tryBranch           // the alternatives from pc on
	tryFewer            // a greedy repeat of one character gives one back
	tryMore             // a lazy repeat of one character takes one more
	tryTail             // a greedy repeat ends: what follows it
	tryBody             // a lazy repeat goes on: its body
	barrier             // the first kind that bounds a subpattern
	subAssert           // lookahead or lookbehind
	subAssertNot        // the negative ones
	subAtomic           // atomic group
	subPossess          // one round of a possessive repeat
)

// choice is what to do after a failure.
type choice struct {
	kind  uint8
	rep   int32 // the repeat in whose body we were, or -1
	pc    int
	pos   int
	trail int // length of the trail to undo to
	count int // repeats of one character: how many there are; possessive: rounds done
	least int // tryFewer: how few may be left
	outer int // barriers: the barrier around this one, or -1
}

// round is the state of one repeat that is being matched.
type round struct {
	pc    int // of its REPEAT
	count int
	last  int // where the last round began
	prev  int32
}

// change is an entry of the trail.
type change struct {
	kind uint8
	i    int32
	old  int
}

const (
	changeMark = iota
	changeLastIndex
	changeCount
	changeLast
)

// state is the part of a machine that does not depend on the width of the units; it is used again from match to match.
type state struct {
	*program
	marks     []int
	lastIndex int
	start     int // where the match begins
	end       int // where it ends
	mustMove  int // an empty match at this position does not count; -1: none
	whole     bool
	stack     []choice
	trail     []change
	rounds    []round
}

func newState(p *program) *state {
	return &state{program: p, marks: make([]int, p.nmarks), lastIndex: -1, mustMove: -1}
}

func (st *state) reset() {
	for i := range st.marks {
		st.marks[i] = -1
	}
	st.lastIndex = -1
	st.stack, st.trail, st.rounds = st.stack[:0], st.trail[:0], st.rounds[:0]
}

func (st *state) undo(to int) {
	for i := len(st.trail) - 1; i >= to; i-- {
		c := &st.trail[i]
		switch c.kind {
		case changeMark:
			st.marks[c.i] = c.old
		case changeLastIndex:
			st.lastIndex = c.old
		case changeCount:
			st.rounds[c.i].count = c.old
		default:
			st.rounds[c.i].last = c.old
		}
	}
	st.trail = st.trail[:to]
}

// setRound changes the state of a repeat so that it can be undone.
func (st *state) setRound(i int32, count, last int) {
	r := &st.rounds[i]
	st.trail = append(st.trail, change{changeCount, i, r.count}, change{changeLast, i, r.last})
	r.count, r.last = count, last
}

// one reports whether the instruction at pc, which matches a single character, matches c.
func (p *program) one(pc int, c uint32) bool {
	code := p.code
	switch code[pc] {
	case opLiteral:
		return c == code[pc+1]
	case opNotLiteral:
		return c != code[pc+1]
	case opAny:
		return c != '\n'
	case opAnyAll:
		return true
	case opIn:
		return p.in(pc+2, c)
	case opCategory:
		return inCategory(code[pc+1], c)
	case opLiteralIgnore:
		return asciiLower(c) == code[pc+1]
	case opNotLiteralIgnore:
		return asciiLower(c) != code[pc+1]
	case opLiteralUniIgnore:
		return uniLower(c) == code[pc+1]
	case opNotLiteralUniIgnore:
		return uniLower(c) != code[pc+1]
	case opLiteralLocIgnore:
		return equalLoc(code[pc+1], c)
	case opNotLiteralLocIgnore:
		return !equalLoc(code[pc+1], c)
	case opInIgnore:
		return p.in(pc+2, asciiLower(c))
	case opInUniIgnore:
		return p.in(pc+2, uniLower(c))
	case opInLocIgnore:
		return p.in(pc+2, locLower(c)) || p.in(pc+2, locUpper(c))
	}
	return false
}

func equalLoc(want, c uint32) bool {
	return c == want || locLower(c) == want || locUpper(c) == want
}

// run counts how many characters from pos on, limit at most, the instruction at pc matches.
func run[U unit](p *program, s []U, pc, pos, limit int) int {
	n := len(s) - pos
	if limit < n {
		n = limit
	}
	part := s[pos : pos+n]
	code := p.code
	switch code[pc] {
	case opAnyAll:
		return n
	case opAny:
		for i, c := range part {
			if c == '\n' {
				return i
			}
		}
	case opLiteral:
		want := code[pc+1]
		for i, c := range part {
			if uint32(c) != want {
				return i
			}
		}
	case opNotLiteral:
		want := code[pc+1]
		for i, c := range part {
			if uint32(c) == want {
				return i
			}
		}
	case opIn:
		set := p.set(pc + 2)
		for i, c := range part {
			if c := uint32(c); c < 256 {
				if set[c>>6]>>(c&63)&1 == 0 {
					return i
				}
			} else if !inSet(code, pc+2, c) {
				return i
			}
		}
	default:
		for i, c := range part {
			if !p.one(pc, uint32(c)) {
				return i
			}
		}
	}
	return n
}

func isWordAt[U unit](s []U, i int, uni bool) bool {
	if i < 0 || i >= len(s) {
		return false
	}
	if uni {
		return uniWord(uint32(s[i]))
	}
	return asciiWord(uint32(s[i]))
}

// at reports whether a position of AT holds.
func at[U unit](s []U, code uint32, pos int) bool {
	switch code {
	case atBeginning, atBeginningString:
		return pos == 0
	case atBeginningLine:
		return pos == 0 || s[pos-1] == '\n'
	case atEnd:
		return pos == len(s) || pos == len(s)-1 && s[pos] == '\n'
	case atEndLine:
		return pos == len(s) || s[pos] == '\n'
	case atEndString:
		return pos == len(s)
	}
	if len(s) == 0 {
		return false
	}
	uni := code >= atUniBoundary
	differ := isWordAt(s, pos-1, uni) != isWordAt(s, pos, uni)
	switch code {
	case atBoundary, atLocBoundary, atUniBoundary:
		return differ
	}
	return !differ
}

// backref returns the end of a repetition of group text s[from:to] at pos, or -1.
func backref[U unit](s []U, from, to, pos int, op uint32) int {
	n := to - from
	if n > len(s)-pos {
		return -1
	}
	for i := range n {
		a, b := uint32(s[from+i]), uint32(s[pos+i])
		if a == b {
			continue
		}
		switch op {
		case opGroupRefIgnore:
			a, b = asciiLower(a), asciiLower(b)
		case opGroupRefUniIgnore:
			a, b = uniLower(a), uniLower(b)
		case opGroupRefLocIgnore:
			a, b = locLower(a), locLower(b)
		}
		if a != b {
			return -1
		}
	}
	return pos + n
}

// match runs the program from pc on at pos, after reset. Where it succeeds, the marks and st.end are set.
func match[U unit](st *state, s []U, pc, pos int) bool {
	code := st.code
	rep := int32(-1) // the repeat in whose body we are
	bar := -1        // the innermost barrier on the stack
	st.start = pos
	for {
		switch code[pc] {
		case opLiteral:
			if pos >= len(s) || uint32(s[pos]) != code[pc+1] {
				goto fail
			}
			pos++
			pc += 2
		case opIn:
			if pos >= len(s) || !st.in(pc+2, uint32(s[pos])) {
				goto fail
			}
			pos++
			pc += 1 + int(code[pc+1])
		case opAny:
			if pos >= len(s) || s[pos] == '\n' {
				goto fail
			}
			pos++
			pc++
		case opAnyAll:
			if pos >= len(s) {
				goto fail
			}
			pos++
			pc++
		case opNotLiteral, opCategory, opLiteralIgnore, opNotLiteralIgnore, opLiteralUniIgnore, opNotLiteralUniIgnore,
			opLiteralLocIgnore, opNotLiteralLocIgnore:
			if pos >= len(s) || !st.one(pc, uint32(s[pos])) {
				goto fail
			}
			pos++
			pc += 2
		case opInIgnore, opInUniIgnore, opInLocIgnore:
			if pos >= len(s) || !st.one(pc, uint32(s[pos])) {
				goto fail
			}
			pos++
			pc += 1 + int(code[pc+1])
		case opMark:
			i := code[pc+1]
			if len(st.stack) > 0 {
				st.trail = append(st.trail, change{changeMark, int32(i), st.marks[i]})
			}
			st.marks[i] = pos
			if i&1 != 0 {
				if len(st.stack) > 0 {
					st.trail = append(st.trail, change{changeLastIndex, 0, st.lastIndex})
				}
				st.lastIndex = int(i/2) + 1
			}
			pc += 2
		case opAt:
			if !at(s, code[pc+1], pos) {
				goto fail
			}
			pc += 2
		case opJump:
			pc += 1 + int(code[pc+1])
		case opInfo:
			pc += 1 + int(code[pc+1])
		case opFailure:
			goto fail
		case opGroupRef, opGroupRefIgnore, opGroupRefUniIgnore, opGroupRefLocIgnore:
			from, to := st.marks[2*code[pc+1]], st.marks[2*code[pc+1]+1]
			if from < 0 || to < from {
				goto fail
			}
			if pos = backref(s, from, to, pos, code[pc]); pos < 0 {
				goto fail
			}
			pc += 2
		case opGroupRefExists:
			from, to := st.marks[2*code[pc+1]], st.marks[2*code[pc+1]+1]
			if from < 0 || to < from {
				pc += 1 + int(code[pc+2])
			} else {
				pc += 3
			}
		case opBranch:
			pc++
			goto branch
		case opRepeatOne:
			{
				least, most := int(code[pc+2]), int(code[pc+3])
				n := run(st.program, s, pc+4, pos, most)
				if n < least {
					goto fail
				}
				tail := pc + 1 + int(code[pc+1])
				if n > least {
					st.stack = append(st.stack, choice{kind: tryFewer, rep: rep, pc: tail, pos: pos, trail: len(st.trail), count: n, least: least})
					if code[tail] == opLiteral {
						// Most counts fail at once: find the one that may go on.
						goto fewer
					}
				}
				pos += n
				pc = tail
			}
		case opMinRepeatOne:
			{
				least := int(code[pc+2])
				n := 0
				if least > 0 {
					if n = run(st.program, s, pc+4, pos, least); n < least {
						goto fail
					}
				}
				pos += n
				if n < int(code[pc+3]) {
					st.stack = append(st.stack, choice{kind: tryMore, rep: rep, pc: pc, pos: pos, trail: len(st.trail), count: n})
				}
				pc += 1 + int(code[pc+1])
			}
		case opPossessiveRepeatOne:
			{
				n := run(st.program, s, pc+4, pos, int(code[pc+3]))
				if n < int(code[pc+2]) {
					goto fail
				}
				pos += n
				pc += 1 + int(code[pc+1])
			}
		case opRepeat:
			st.rounds = append(st.rounds, round{pc: pc, count: -1, last: -1, prev: rep})
			rep = int32(len(st.rounds) - 1)
			pc += 1 + int(code[pc+1])
		case opMaxUntil:
			{
				r := &st.rounds[rep]
				count := r.count + 1
				least, most := int(code[r.pc+2]), int(code[r.pc+3])
				if count < least {
					pc = r.pc + 4
					st.setRound(rep, count, r.last)
					continue
				}
				if (count < most || most == maxRepeat) && pos != r.last {
					st.stack = append(st.stack, choice{kind: tryTail, rep: rep, pc: pc + 1, pos: pos, trail: len(st.trail)})
					pc = r.pc + 4
					st.setRound(rep, count, pos)
					continue
				}
				rep = r.prev
				pc++
			}
		case opMinUntil:
			{
				r := &st.rounds[rep]
				count := r.count + 1
				if count < int(code[r.pc+2]) {
					pc = r.pc + 4
					st.setRound(rep, count, r.last)
					continue
				}
				st.stack = append(st.stack, choice{kind: tryBody, rep: rep, pc: pc, pos: pos, trail: len(st.trail), count: count})
				rep = r.prev
				pc++
			}
		case opAssert, opAssertNot:
			{
				from := pos - int(code[pc+2])
				tail := pc + 1 + int(code[pc+1])
				if from < 0 {
					if code[pc] == opAssert {
						goto fail
					}
					pc = tail
					continue
				}
				kind := uint8(subAssert)
				if code[pc] == opAssertNot {
					kind = subAssertNot
				}
				st.stack = append(st.stack, choice{kind: kind, rep: rep, pc: tail, pos: pos, trail: len(st.trail), outer: bar})
				bar = len(st.stack) - 1
				pos = from
				pc += 3
			}
		case opAtomicGroup:
			st.stack = append(st.stack, choice{kind: subAtomic, rep: rep, pc: pc + 1 + int(code[pc+1]), pos: pos, trail: len(st.trail), outer: bar})
			bar = len(st.stack) - 1
			pc += 2
		case opPossessiveRepeat:
			if code[pc+3] == 0 {
				pc += 2 + int(code[pc+1])
				continue
			}
			st.stack = append(st.stack, choice{kind: subPossess, rep: rep, pc: pc, pos: pos, trail: len(st.trail), outer: bar})
			bar = len(st.stack) - 1
			pc += 4
		case opSuccess:
			if bar < 0 {
				if st.whole && pos != len(s) || pos == st.start && pos == st.mustMove {
					goto fail
				}
				st.end = pos
				return true
			}
			{
				c := st.stack[bar]
				st.stack = st.stack[:bar]
				bar = c.outer
				rep = c.rep
				switch c.kind {
				case subAssertNot:
					st.undo(c.trail)
					goto fail
				case subAssert:
					pos, pc = c.pos, c.pc
				case subAtomic:
					pc = c.pc
				default:
					n := c.count + 1
					least, most := int(code[c.pc+2]), int(code[c.pc+3])
					if n < least || (n < most || most == maxRepeat) && pos != c.pos {
						st.stack = append(st.stack, choice{kind: subPossess, rep: rep, pc: c.pc, pos: pos, trail: len(st.trail), count: n, outer: bar})
						bar = len(st.stack) - 1
						pc = c.pc + 4
						continue
					}
					pc = c.pc + 2 + int(code[c.pc+1])
				}
			}
		default:
			return false
		}
		continue

	branch:
		// pc is at the skip of an alternative.
		for code[pc] != 0 {
			next := pc + int(code[pc])
			// An alternative whose first character differs needs no choice.
			switch code[pc+1] {
			case opLiteral:
				if pos >= len(s) || uint32(s[pos]) != code[pc+2] {
					pc = next
					continue
				}
			case opIn:
				if pos >= len(s) || !st.in(pc+3, uint32(s[pos])) {
					pc = next
					continue
				}
			}
			if code[next] != 0 {
				st.stack = append(st.stack, choice{kind: tryBranch, rep: rep, pc: next, pos: pos, trail: len(st.trail)})
			}
			break
		}
		if code[pc] == 0 {
			goto fail
		}
		pc++
		continue

	fail:
		if len(st.stack) == 0 {
			return false
		}
		{
			c := &st.stack[len(st.stack)-1]
			if len(st.trail) > c.trail {
				st.undo(c.trail)
			}
			rep = c.rep
			switch c.kind {
			case tryCode:
				pc, pos = c.pc, c.pos
				st.stack = st.stack[:len(st.stack)-1]
			case tryBranch:
				pc, pos = c.pc, c.pos
				st.stack = st.stack[:len(st.stack)-1]
				goto branch
			case tryFewer:
				c.count--
				goto fewer
			case tryMore:
				if pos = c.pos; pos >= len(s) || !st.one(c.pc+4, uint32(s[pos])) {
					st.stack = st.stack[:len(st.stack)-1]
					goto fail
				}
				pc = c.pc + 1 + int(code[c.pc+1])
				pos++
				c.pos, c.count = pos, c.count+1
				if code[pc] == opLiteral {
					want := code[pc+1]
					most := int(code[c.pc+3])
					for c.count < most && pos < len(s) && uint32(s[pos]) != want && st.one(c.pc+4, uint32(s[pos])) {
						pos++
						c.count++
					}
					c.pos = pos
				}
				if c.count >= int(code[c.pc+3]) {
					st.stack = st.stack[:len(st.stack)-1]
				}
			case tryTail:
				pc, pos = c.pc, c.pos
				rep = st.rounds[rep].prev
				st.stack = st.stack[:len(st.stack)-1]
			case tryBody:
				pos = c.pos
				count := c.count
				st.stack = st.stack[:len(st.stack)-1]
				r := &st.rounds[rep]
				most := int(code[r.pc+3])
				if count >= most && most != maxRepeat || pos == r.last {
					goto fail
				}
				pc = r.pc + 4
				st.setRound(rep, count, pos)
			case subAssertNot:
				pc, pos, bar = c.pc, c.pos, c.outer
				st.stack = st.stack[:len(st.stack)-1]
			case subPossess:
				bar = c.outer
				n, start, p := c.count, c.pos, c.pc
				st.stack = st.stack[:len(st.stack)-1]
				if n < int(code[p+2]) {
					goto fail
				}
				pos, pc = start, p+2+int(code[p+1])
			default:
				bar = c.outer
				st.stack = st.stack[:len(st.stack)-1]
				goto fail
			}
		}
		continue

	fewer:
		// The choice on top is a repeat of one character that has c.count of them.
		{
			c := &st.stack[len(st.stack)-1]
			pc = c.pc
			if code[pc] == opLiteral {
				want := code[pc+1]
				for c.count >= c.least && (c.pos+c.count >= len(s) || uint32(s[c.pos+c.count]) != want) {
					c.count--
				}
				if c.count < c.least {
					st.stack = st.stack[:len(st.stack)-1]
					goto fail
				}
			}
			pos = c.pos + c.count
			if c.count <= c.least {
				st.stack = st.stack[:len(st.stack)-1]
			}
		}
	}
}
