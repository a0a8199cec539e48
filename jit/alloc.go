package jit

import (
	"math"

	"github.com/adder-lang/adder/asm"
	"github.com/adder-lang/adder/ir"
)

// Where values lie. The generator walks a trace forwards and keeps each value in a register while there is one, in a
// word of the activation where there is none: the value that is needed last gives its register up. A value is stored
// at most once, since it never changes; constants are never stored but made again.

// home is where a value lies: a register, a word of the activation, or both.
type home struct {
	reg  asm.Reg // asm.NoReg: none
	slot int16   // -1: none
	typ  ir.Type
}

// never is later than every use.
const never = math.MaxInt32

// slotSet hands out words of one of the activation's arrays.
type slotSet struct {
	used  []bool
	limit int
}

func (s *slotSet) take() int {
	for i, u := range s.used {
		if !u {
			s.used[i] = true
			return i
		}
	}
	if len(s.used) >= s.limit {
		return -1
	}
	s.used = append(s.used, true)
	return len(s.used) - 1
}

func (s *slotSet) give(i int) { s.used[i] = false }

// lifetimes notes the uses of each value. What is made before the loop label and used behind it is also used by the jump
// back.
func (g *generator) lifetimes() {
	t := g.t
	n := len(t.Instrs)
	g.uses = make([][]int32, n)
	end := int32(n - 1)
	use := func(r ir.Ref, at int) {
		if r == ir.NoRef || t.IsConst(r) && t.Instrs[r].Op != ir.ConstFloat {
			return
		}
		if u := g.uses[r]; len(u) == 0 || u[len(u)-1] != int32(at) {
			g.uses[r] = append(u, int32(at))
		}
	}
	for i := range t.Instrs {
		in := &t.Instrs[i]
		if in.Op == ir.Phi {
			continue
		}
		if in.Op == ir.Loop {
			for j := i + 1; j < n; j++ {
				if p := &t.Instrs[j]; p.Op == ir.Phi {
					use(p.A, i)
				}
			}
			continue
		}
		t.EachOperand(in, func(r *ir.Ref) { use(*r, i) })
		if ir.Ops[in.Op].Guard && in.Snap != ir.NoSnap {
			t.Snaps[in.Snap].Each(func(r *ir.Ref) { use(*r, i) })
		}
		if in.Op == ir.Jump {
			for j := t.LoopAt + 1; j < n; j++ {
				if p := &t.Instrs[j]; p.Op == ir.Phi {
					use(p.B, i)
				}
			}
		}
	}
	if t.LoopAt >= 0 {
		for r := range t.LoopAt {
			if u := g.uses[r]; len(u) > 0 && int(u[len(u)-1]) > t.LoopAt && u[len(u)-1] != end {
				g.uses[r] = append(u, end)
			}
		}
	}
	g.deaths = make([][]ir.Ref, n)
	for r, u := range g.uses {
		if len(u) > 0 {
			at := u[len(u)-1]
			g.deaths[at] = append(g.deaths[at], ir.Ref(r))
		}
	}
}

// last is the last use of a value.
func (g *generator) last(r ir.Ref) int {
	if u := g.uses[r]; len(u) > 0 {
		return int(u[len(u)-1])
	}
	return -1
}

// next is the next use of a value at or behind the present instruction.
func (g *generator) next(r ir.Ref) int {
	u := g.uses[r]
	for len(u) > 1 && int(u[0]) < g.at {
		u = u[1:]
	}
	g.uses[r] = u
	if len(u) == 0 || int(u[0]) < g.at {
		return never
	}
	return int(u[0])
}

func (g *generator) slots(typ ir.Type) *slotSet {
	if typ == ir.Val || typ == ir.Addr {
		return &g.vals
	}
	return &g.raws
}

func (g *generator) takeSlot(typ ir.Type) int16 {
	s := g.slots(typ).take()
	if s < 0 {
		g.fail(AbortRegisters)
		return 1
	}
	return int16(s)
}

// slotMem is the operand of a word of the activation.
func slotMem(typ ir.Type, slot int16) asm.Mem {
	if typ == ir.Val || typ == ir.Addr {
		return asm.ValueSlot(int(slot))
	}
	return asm.RawSlot(int(slot))
}

// remake reports whether a value is made again rather than stored.
func (g *generator) remake(r ir.Ref) bool { return g.t.IsConst(r) }

// spill makes sure that a value has a word.
func (g *generator) spill(r ir.Ref) {
	h := &g.home[r]
	if h.slot >= 0 || g.remake(r) {
		return
	}
	h.slot = g.takeSlot(h.typ)
	g.a.Store(asm.W64, slotMem(h.typ, h.slot), h.reg)
}

// drop takes a value's register away; it has a word, or is dead.
func (g *generator) drop(r ir.Ref) {
	h := &g.home[r]
	if h.reg != asm.NoReg {
		g.holder[h.reg] = ir.NoRef
		h.reg = asm.NoReg
	}
}

// kill forgets a value that is dead.
func (g *generator) kill(r ir.Ref) {
	g.drop(r)
	h := &g.home[r]
	if h.slot >= 0 && g.t.Instrs[r].Op != ir.Base {
		g.slots(h.typ).give(int(h.slot))
		h.slot = -1
	}
}

// free is a register of a kind that nobody holds, asm.NoReg where there is none.
func (g *generator) free(float bool) asm.Reg {
	for _, r := range g.pool(float) {
		if g.holder[r] == ir.NoRef && !g.pinned(r) {
			return r
		}
	}
	return asm.NoReg
}

func (g *generator) pool(float bool) []asm.Reg {
	if float {
		return g.fprs
	}
	return g.gprs
}

func (g *generator) pinned(r asm.Reg) bool {
	for _, p := range g.pins {
		if p == r {
			return true
		}
	}
	return false
}

// take finds a register for a new value; the one whose value is needed last gives way.
func (g *generator) take(float bool) asm.Reg {
	if r := g.free(float); r != asm.NoReg {
		return r
	}
	var victim asm.Reg
	far := -1
	for _, r := range g.pool(float) {
		if g.pinned(r) {
			continue
		}
		if n := g.next(g.holder[r]); n > far {
			victim, far = r, n
		}
	}
	if victim == asm.NoReg {
		g.fail(AbortRegisters)
		return g.pool(float)[0]
	}
	v := g.holder[victim]
	g.spill(v)
	g.drop(v)
	return victim
}

// assign gives a value a register.
func (g *generator) assign(r ir.Ref, reg asm.Reg) {
	g.home[r].reg = reg
	g.holder[reg] = r
	g.pins = append(g.pins, reg)
}

func isFloat(t ir.Type) bool { return t == ir.F64 }

// dest finds the register of a new value.
func (g *generator) dest(r ir.Ref) asm.Reg {
	typ := g.t.Instrs[r].Type
	g.home[r] = home{slot: -1, typ: typ}
	reg := g.take(isFloat(typ))
	g.assign(r, reg)
	return reg
}

// use returns a register that holds a value. Ints and objects that are constants are made in a scratch register.
func (g *generator) use(r ir.Ref, scratch asm.Reg) asm.Reg {
	in := &g.t.Instrs[r]
	switch in.Op {
	case ir.ConstInt:
		g.a.MoveImm(scratch, in.Imm)
		return scratch
	case ir.ConstVal:
		g.a.MoveImm(scratch, int64(g.t.Consts[in.Imm].Bits()))
		return scratch
	}
	h := &g.home[r]
	if h.reg != asm.NoReg {
		g.pins = append(g.pins, h.reg)
		return h.reg
	}
	h.typ = in.Type
	reg := g.take(isFloat(in.Type))
	if in.Op == ir.ConstFloat {
		g.home[r].slot = -1
		if in.Imm == 0 {
			g.a.MoveImm(g.g2, 0)
		} else {
			g.a.MoveImm(g.g2, in.Imm)
		}
		g.a.Move(reg, g.g2)
	} else {
		if h.slot < 0 {
			g.fail(AbortAssembler)
			return reg
		}
		g.a.Load(reg, asm.W64, slotMem(h.typ, h.slot))
	}
	g.assign(r, reg)
	return reg
}

// constInt returns the value of a constant operand.
func (g *generator) constInt(r ir.Ref) (int64, bool) {
	if in := &g.t.Instrs[r]; in.Op == ir.ConstInt {
		return in.Imm, true
	}
	return 0, false
}

// location describes a value for Go; it must have a word or be a constant.
func (g *generator) location(r ir.Ref) location {
	in := &g.t.Instrs[r]
	switch in.Op {
	case ir.ConstInt, ir.ConstFloat, ir.ConstVal:
		return constLocation(g.t, in)
	}
	h := g.home[r]
	kind := locRaw
	if h.typ == ir.Val || h.typ == ir.Addr {
		kind = locValue
	}
	return location{kind: kind, typ: h.typ, slot: h.slot}
}

// everything in a register whose value is needed at or behind the present instruction goes to a word, and no register
// holds anything: a call of Go follows.
func (g *generator) spillAll() {
	for _, pool := range [][]asm.Reg{g.gprs, g.fprs} {
		for _, reg := range pool {
			r := g.holder[reg]
			if r == ir.NoRef {
				continue
			}
			if g.last(r) >= g.at {
				g.spill(r)
			}
			g.drop(r)
		}
	}
}

// move is one part of a shuffle: a value to a home.
type move struct {
	to  home
	src ir.Ref
}

// shuffle brings values to the homes that the code at a label expects, as if all at once.
func (g *generator) shuffle(moves []move) {
	a := g.a
	target := map[[2]int16]bool{}
	key := func(typ ir.Type, slot int16) [2]int16 {
		if typ == ir.Val || typ == ir.Addr {
			return [2]int16{1, slot}
		}
		return [2]int16{0, slot}
	}
	for _, m := range moves {
		if m.to.slot < 0 {
			continue
		}
		// The words of the label are not to be used for copies.
		s := g.slots(m.to.typ)
		for len(s.used) <= int(m.to.slot) {
			s.used = append(s.used, false)
		}
		s.used[m.to.slot] = true
		if g.home[m.src].slot != m.to.slot {
			target[key(m.to.typ, m.to.slot)] = true
		}
	}
	// Words that are overwritten and read as well are copied away first.
	from := make([]int16, len(moves))
	for i, m := range moves {
		h := g.home[m.src]
		from[i] = -1
		if g.remake(m.src) || h.reg != asm.NoReg {
			continue
		}
		from[i] = h.slot
		if target[key(h.typ, h.slot)] {
			tmp := g.takeSlot(h.typ)
			a.Load(g.g1, asm.W64, slotMem(h.typ, h.slot))
			a.Store(asm.W64, slotMem(h.typ, tmp), g.g1)
			from[i] = tmp
		}
	}
	inReg := func(r ir.Ref) asm.Reg {
		if g.remake(r) && g.t.Instrs[r].Op != ir.ConstFloat {
			return asm.NoReg
		}
		return g.home[r].reg
	}
	for _, m := range moves {
		if src := inReg(m.src); m.to.slot >= 0 && src != asm.NoReg && (g.home[m.src].slot != m.to.slot || g.remake(m.src)) {
			a.Store(asm.W64, slotMem(m.to.typ, m.to.slot), src)
		}
	}
	var regs []asm.Move
	for _, m := range moves {
		if src := inReg(m.src); m.to.reg != asm.NoReg && src != asm.NoReg {
			regs = append(regs, asm.Move{Dst: m.to.reg, Src: src})
		}
	}
	asm.ParallelMove(a, regs)
	for i, m := range moves {
		if inReg(m.src) != asm.NoReg {
			continue
		}
		in := &g.t.Instrs[m.src]
		if m.to.reg != asm.NoReg {
			switch in.Op {
			case ir.ConstInt:
				a.MoveImm(m.to.reg, in.Imm)
			case ir.ConstVal:
				a.MoveImm(m.to.reg, int64(g.t.Consts[in.Imm].Bits()))
			case ir.ConstFloat:
				a.MoveImm(g.g2, in.Imm)
				a.Move(m.to.reg, g.g2)
			default:
				a.Load(m.to.reg, asm.W64, slotMem(m.to.typ, from[i]))
			}
		}
		if m.to.slot >= 0 {
			switch in.Op {
			case ir.ConstInt, ir.ConstFloat:
				a.MoveImm(g.g1, in.Imm)
			case ir.ConstVal:
				a.MoveImm(g.g1, int64(g.t.Consts[in.Imm].Bits()))
			default:
				if from[i] == m.to.slot {
					continue
				}
				a.Load(g.g1, asm.W64, slotMem(m.to.typ, from[i]))
			}
			a.Store(asm.W64, slotMem(m.to.typ, m.to.slot), g.g1)
		}
	}
}
