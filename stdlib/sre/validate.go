package sre

// valid reports whether the words are a program whose operands lie inside it, so that running them reads nothing else.
func (p *program) valid() bool {
	n := len(p.code)
	return n > 0 && p.code[n-1] == opSuccess && p.validRange(0, n-1)
}

// validRange checks the instructions from pc up to end. Its depth is that of the pattern's groups, which the re package's
// parser, itself recursive, bounds.
func (p *program) validRange(pc, end int) bool {
	code := p.code
	// skip returns where the skip at i leads, or -1.
	skip := func(i int) int {
		if i >= end || int(code[i]) < 1 || int(code[i]) > end-i {
			return -1
		}
		return i + int(code[i])
	}
	for pc < end {
		op := code[pc]
		switch op {
		case opAny, opAnyAll:
			pc++
		case opFailure, opSuccess:
			pc++
		case opLiteral, opNotLiteral, opLiteralIgnore, opNotLiteralIgnore, opLiteralLocIgnore, opNotLiteralLocIgnore,
			opLiteralUniIgnore, opNotLiteralUniIgnore, opAt, opCategory:
			if pc += 2; pc > end {
				return false
			}
		case opMark:
			if pc+1 >= end || int(code[pc+1]) >= p.nmarks {
				return false
			}
			pc += 2
		case opGroupRef, opGroupRefIgnore, opGroupRefLocIgnore, opGroupRefUniIgnore:
			if pc+1 >= end || 2*int(code[pc+1])+1 >= p.nmarks {
				return false
			}
			pc += 2
		case opGroupRefExists:
			if pc+2 >= end || 2*int(code[pc+1])+1 >= p.nmarks || int(code[pc+2]) < 2 || int(code[pc+2]) > end-pc-1 {
				return false
			}
			pc += 3
		case opJump:
			// Jumps lead out of their alternative.
			if pc+1 >= end || code[pc+1] < 1 || int(code[pc+1]) > len(code)-1-(pc+1) {
				return false
			}
			pc += 2
		case opIn, opInIgnore, opInLocIgnore, opInUniIgnore:
			to := skip(pc + 1)
			if to < 0 || !p.validSet(pc+2, to) {
				return false
			}
			pc = to
		case opInfo:
			to := skip(pc + 1)
			if to < 0 || to < pc+5 {
				return false
			}
			flags := code[pc+2]
			if flags&infoPrefix != 0 && (to < pc+7 || 2*int(code[pc+5]) > to-pc-7 || code[pc+5] == 0) {
				return false
			}
			if flags&infoPrefix == 0 && flags&infoCharset != 0 && !p.validSet(pc+5, to) {
				return false
			}
			pc = to
		case opBranch:
			pc++
			for pc < end && code[pc] != 0 {
				to := skip(pc)
				if to < 0 || !p.validRange(pc+1, to) {
					return false
				}
				pc = to
			}
			if pc++; pc > end {
				return false
			}
		case opRepeatOne, opMinRepeatOne, opPossessiveRepeatOne:
			to := skip(pc + 1)
			if to < pc+6 || code[to-1] != opSuccess || !p.validRange(pc+4, to-1) {
				return false
			}
			pc = to
		case opRepeat:
			to := skip(pc + 1)
			if to < pc+4 || to >= end || code[to] != opMaxUntil && code[to] != opMinUntil || !p.validRange(pc+4, to) {
				return false
			}
			pc = to + 1
		case opPossessiveRepeat:
			to := skip(pc + 1)
			if to < pc+4 || to >= end || code[to] != opSuccess || !p.validRange(pc+4, to) {
				return false
			}
			pc = to + 1
		case opAtomicGroup:
			to := skip(pc + 1)
			if to < pc+3 || code[to-1] != opSuccess || !p.validRange(pc+2, to-1) {
				return false
			}
			pc = to
		case opAssert, opAssertNot:
			to := skip(pc + 1)
			if to < pc+4 || code[to-1] != opSuccess || !p.validRange(pc+3, to-1) {
				return false
			}
			pc = to
		default:
			return false
		}
	}
	return pc == end
}

// validSet checks the words of a character set.
func (p *program) validSet(pc, end int) bool {
	for pc < end {
		op := p.code[pc]
		pc++
		switch op {
		case opFailure:
			return pc <= end
		case opNegate:
		case opLiteral, opCategory:
			pc++
		case opRange, opRangeUniIgnore:
			pc += 2
		case opCharset:
			pc += 8
		case opBigCharset:
			if pc+65 > end {
				return false
			}
			blocks := int(p.code[pc])
			if blocks > 256 {
				return false
			}
			for _, w := range p.code[pc+1 : pc+65] {
				for i := 0; i < 32; i += 8 {
					if int(w>>i&0xFF) >= blocks {
						return false
					}
				}
			}
			pc += 65 + blocks*8
		default:
			return false
		}
	}
	return false
}
