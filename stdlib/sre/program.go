package sre

// program is the code of a pattern, checked so that the engine may follow it blindly.
type program struct {
	code []uint32
	// sets holds the character sets; setAt gives, for the position of an IN operation, the index into sets.
	sets  []*charset
	setAt []int32
	// start is the first operation behind the INFO block.
	start  int
	marks  int // number of marks, two a group
	min    int // the least number of characters a match takes
	prefix []uint32
	// prefix1 is the prefix in bytes, nil where it does not fit.
	prefix1 []byte
	literal bool // the prefix is the whole pattern
	first   *charset
}

func (p *program) setOf(pc int) *charset { return p.sets[p.setAt[pc]] }

// setLength returns the length of the set at the beginning of code, FAILURE included, or 0 where it is not valid.
func setLength(code []uint32) int {
	for i := 0; i < len(code); {
		n := 0
		switch code[i] {
		case opFailure:
			return i + 1
		case opNegate:
			n = 1
		case opLiteral:
			n = 2
		case opCategory:
			if i+1 < len(code) && code[i+1] >= numCategories {
				return 0
			}
			n = 2
		case opRange, opRangeUniIgnore:
			n = 3
		case opCharset:
			n = 9
		case opBigCharset:
			if i+1 >= len(code) || code[i+1] > 256 {
				return 0
			}
			n = 66 + 8*int(code[i+1])
		default:
			return 0
		}
		i += n
	}
	return 0
}

// newProgram checks code and prepares it; false where it is not what re._compiler makes.
func newProgram(code []uint32, groups int) (*program, bool) {
	p := &program{code: code, setAt: make([]int32, len(code)), marks: 2 * groups}
	n := len(code)
	if n == 0 || code[n-1] != opSuccess {
		return nil, false
	}
	if code[0] == opInfo {
		if !p.info() {
			return nil, false
		}
	}
	starts := make([]bool, n+1)
	skipped := make([]bool, n+1)
	skips := make([]bool, n+1) // positions of the skips between the alternatives of a branch
	var targets, alternatives []int
	last := uint32(opInfo) // the operation before
	// jump notes the target of the skip at position i, which must lie ahead.
	jump := func(i, from int) int {
		if i >= n || code[i] == 0 || uint64(from)+uint64(code[i]) >= uint64(n) {
			return 0
		}
		to := from + int(code[i])
		targets = append(targets, to)
		return to
	}
	pc := p.start
	for pc < n {
		if skips[pc] {
			if last != opJump && last != opBranch {
				return nil, false
			}
			last = opFailure
			skipped[pc] = true
			if code[pc] != 0 {
				to := jump(pc, pc)
				if to == 0 {
					return nil, false
				}
				targets = targets[:len(targets)-1]
				skips[to] = true
				alternatives = append(alternatives, to)
			}
			pc++
			continue
		}
		starts[pc] = true
		last = code[pc]
		size := 1
		switch code[pc] {
		case opFailure, opSuccess, opAny, opAnyAll, opMaxUntil, opMinUntil:
		case opLiteral, opNotLiteral, opLiteralIgnore, opNotLiteralIgnore, opLiteralLocIgnore, opNotLiteralLocIgnore,
			opLiteralUniIgnore, opNotLiteralUniIgnore:
			size = 2
		case opMark:
			if pc+1 >= n || uint64(code[pc+1]) >= uint64(p.marks) {
				return nil, false
			}
			size = 2
		case opGroupRef, opGroupRefIgnore, opGroupRefLocIgnore, opGroupRefUniIgnore:
			if pc+1 >= n || uint64(code[pc+1]) >= uint64(groups) {
				return nil, false
			}
			size = 2
		case opAt:
			if pc+1 >= n || code[pc+1] >= numAt {
				return nil, false
			}
			size = 2
		case opCategory:
			if pc+1 >= n || code[pc+1] >= numCategories {
				return nil, false
			}
			size = 2
		case opJump:
			if jump(pc+1, pc+1) == 0 {
				return nil, false
			}
			size = 2
		case opGroupRefExists:
			if pc+2 >= n || uint64(code[pc+1]) >= uint64(groups) || jump(pc+2, pc+1) == 0 {
				return nil, false
			}
			size = 3
		case opIn, opInIgnore, opInLocIgnore, opInUniIgnore:
			to := jump(pc+1, pc+1)
			if to < pc+3 || setLength(code[pc+2:to]) != to-pc-2 {
				return nil, false
			}
			p.setAt[pc] = int32(len(p.sets))
			p.sets = append(p.sets, newCharset(code[pc], code[pc+2:to]))
			size = to - pc
		case opBranch:
			if pc+1 >= n {
				return nil, false
			}
			skips[pc+1] = true
			alternatives = append(alternatives, pc+1)
		case opAssert, opAssertNot:
			to := jump(pc+1, pc+1)
			if to < pc+4 || code[to-1] != opSuccess {
				return nil, false
			}
			size = 3
		case opAtomicGroup:
			to := jump(pc+1, pc+1)
			if to < pc+3 || code[to-1] != opSuccess {
				return nil, false
			}
			size = 2
		case opRepeatOne, opMinRepeatOne, opPossessiveRepeatOne:
			to := jump(pc+1, pc+1)
			if to < pc+6 || code[to-1] != opSuccess || !isUnit(code[pc+4]) || code[pc+2] > code[pc+3] {
				return nil, false
			}
			size = 4
		case opRepeat:
			to := jump(pc+1, pc+1)
			if to < pc+4 || code[to] != opMaxUntil && code[to] != opMinUntil || to+1 >= n || code[pc+2] > code[pc+3] {
				return nil, false
			}
			size = 4
		case opPossessiveRepeat:
			to := jump(pc+1, pc+1)
			if to < pc+4 || code[to] != opSuccess || to+1 >= n || code[pc+2] > code[pc+3] {
				return nil, false
			}
			size = 4
		default:
			return nil, false
		}
		pc += size
	}
	if pc != n || last != opSuccess || !starts[n-1] {
		return nil, false
	}
	for _, to := range targets {
		if !starts[to] {
			return nil, false
		}
	}
	for _, to := range alternatives {
		if !skipped[to] {
			return nil, false
		}
	}
	return p, true
}

// isUnit reports whether an operation takes exactly one character.
func isUnit(op uint32) bool {
	switch op {
	case opAny, opAnyAll, opIn, opInIgnore, opInLocIgnore, opInUniIgnore, opLiteral, opNotLiteral, opLiteralIgnore,
		opNotLiteralIgnore, opLiteralLocIgnore, opNotLiteralLocIgnore, opLiteralUniIgnore, opNotLiteralUniIgnore, opCategory:
		return true
	}
	return false
}

// info reads the INFO block.
func (p *program) info() bool {
	code := p.code
	if len(code) < 6 || code[1] < 4 || uint64(code[1])+1 >= uint64(len(code)) {
		return false
	}
	p.start = 1 + int(code[1])
	p.min = int(code[3])
	block := code[5:p.start]
	switch flags := code[2]; {
	case flags&infoPrefix != 0:
		if len(block) < 2 || uint64(block[0])*2+2 > uint64(len(block)) || block[0] == 0 {
			return false
		}
		p.prefix = block[2 : 2+block[0]]
		p.literal = flags&infoLiteral != 0
		p.prefix1 = make([]byte, 0, len(p.prefix))
		for _, c := range p.prefix {
			if c > 255 {
				p.prefix1 = nil
				break
			}
			p.prefix1 = append(p.prefix1, byte(c))
		}
	case flags&infoCharset != 0:
		if setLength(block) == 0 {
			return false
		}
		p.first = newCharset(opIn, block)
	}
	return true
}
