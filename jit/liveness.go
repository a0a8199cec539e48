package jit

import (
	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
)

// liveness says, for each instruction of a code object, which temporaries are read before they are written from there
// on. Named variables always count as live: a debugger or locals() may look at them.
type liveness struct {
	first int // register of the first temporary
	words int // 64-bit words of a set
	sets  []uint64
}

// live reports whether register n is live before the instruction at pc.
func (l *liveness) live(pc, n int) bool {
	n -= l.first
	if n < 0 {
		return true
	}
	return l.sets[pc*l.words+n>>6]>>(n&63)&1 != 0
}

// newLiveness analyses a code object: the usual backward data flow, until nothing changes.
func newLiveness(code *objects.Code) *liveness {
	n := len(code.Instrs)
	l := &liveness{first: code.NumLocals()}
	temps := max(code.NRegs-l.first, 1)
	l.words = (temps + 63) / 64
	l.sets = make([]uint64, (n+1)*l.words)
	in := make([]uint64, l.words)
	var ops operands
	for changed := true; changed; {
		changed = false
		for pc := n - 1; pc >= 0; pc-- {
			ins := original(code.Instrs[pc])
			info := &bytecode.Table[ins.Op()]
			clear(in)
			join := func(to int) {
				if to >= 0 && to < n {
					for w, s := range l.sets[to*l.words:][:l.words] {
						in[w] |= s
					}
				}
			}
			if info.Effects&bytecode.Ends == 0 {
				join(pc + 1)
			}
			if d, ok := jumpOf(ins); ok {
				join(pc + 1 + d)
			}
			if ins.Op() == bytecode.Send {
				join(pc + 2)
			}
			ops.of(code, ins)
			for _, r := range ops.defs {
				l.set(in, r, false)
			}
			if info.Effects&bytecode.Raises != 0 || ins.Op() == bytecode.Yield {
				// The first entry of the exception table that covers the instruction takes its exceptions.
				for i := range code.Exceptions {
					h := &code.Exceptions[i]
					if int(h.Start) <= pc && pc < int(h.End) {
						at := int(h.Target) * l.words
						for w, s := range l.sets[at : at+l.words] {
							if r := int(h.Reg) - l.first; r >= 0 && r>>6 == w {
								s &^= 1 << (r & 63)
							}
							in[w] |= s
						}
						break
					}
				}
			}
			for _, r := range ops.uses {
				l.set(in, r, true)
			}
			for w, s := range in {
				if p := &l.sets[pc*l.words+w]; *p != s {
					*p = s
					changed = true
				}
			}
		}
	}
	return l
}

func (l *liveness) set(in []uint64, n int, on bool) {
	n -= l.first
	if n < 0 || n>>6 >= len(in) {
		return
	}
	if on {
		in[n>>6] |= 1 << (n & 63)
	} else {
		in[n>>6] &^= 1 << (n & 63)
	}
}

// jumpOf returns the distance of an instruction's jump from the instruction behind it.
func jumpOf(ins bytecode.Instr) (int, bool) {
	info := &bytecode.Table[ins.Op()]
	switch {
	case info.B == bytecode.Jump:
		return ins.Long(), true
	case info.C == bytecode.JumpC:
		return ins.SC(), true
	}
	return 0, false
}

// operands are the registers that an instruction reads and writes.
type operands struct {
	uses, defs []int
}

func (o *operands) use(first, n int) {
	for i := range n {
		o.uses = append(o.uses, first+i)
	}
}

func (o *operands) def(first, n int) {
	for i := range n {
		o.defs = append(o.defs, first+i)
	}
}

// of fills the operands of an instruction. What the opcode's table does not tell of windows stands here; a window that
// is not known counts as reading every register from its first on.
func (o *operands) of(code *objects.Code, ins bytecode.Instr) {
	o.uses, o.defs = o.uses[:0], o.defs[:0]
	op := ins.Op().General()
	info := &bytecode.Table[op]
	a, b, c := ins.A(), ins.B(), ins.C()
	for _, x := range [...]struct {
		kind bytecode.Operand
		reg  int
	}{{info.A, a}, {info.B, b}, {info.C, c}} {
		switch x.kind {
		case bytecode.Use, bytecode.Cell:
			o.use(x.reg, 1)
		case bytecode.Def:
			o.def(x.reg, 1)
		case bytecode.UseDef:
			o.use(x.reg, 1)
			o.def(x.reg, 1)
		}
	}
	switch op {
	case bytecode.LoadMethod, bytecode.BeforeWith, bytecode.BeforeAsyncWith, bytecode.CheckEgMatch:
		o.def(a, 2)
	case bytecode.LoadSuper:
		o.use(a, 3)
		o.def(a, 1+c&1)
	case bytecode.BuildSlice, bytecode.MatchClass:
		o.use(b, 3)
	case bytecode.BuildTuple, bytecode.BuildList, bytecode.BuildSet, bytecode.BuildString:
		o.use(b, c)
	case bytecode.BuildMap:
		o.use(b, 2*c)
	case bytecode.UnpackSeq:
		o.def(a, c)
	case bytecode.UnpackEx:
		o.def(a, c&0xFF+c>>8+1)
	case bytecode.Call:
		o.use(a, b+1)
	case bytecode.CallMethod:
		o.use(a, b+2)
	case bytecode.CallKw:
		o.use(a, b+1)
		o.def(a, 1)
	case bytecode.CallMethodKw:
		o.use(a, b+2)
		o.def(a, 1)
	case bytecode.CallEx:
		o.use(a, 2+b&1)
	case bytecode.ImportName:
		o.use(a, 2)
		o.def(a, 1)
	case bytecode.Intrinsic2:
		o.use(b, 2)
	case bytecode.Raise:
		o.use(a, 1)
	default:
		for _, k := range [...]struct {
			kind bytecode.Operand
			reg  int
		}{{info.A, a}, {info.B, b}, {info.C, c}} {
			if k.kind == bytecode.Window {
				o.use(k.reg, code.NRegs-k.reg)
			}
		}
	}
	if op == bytecode.StoreDeref || op == bytecode.MakeCell && a == b {
		o.use(a, 1)
	}
}
