package jit

import (
	"github.com/adder-lang/adder/asm"
	"github.com/adder-lang/adder/ir"
	"github.com/adder-lang/adder/objects"
)

// The words of values; see objects.Value.
const (
	floatOffset  = 0x0002 << 48
	intTag       = -2 << 48            // 0xFFFE<<48
	deadWord     = -0x2152411021524111 // 0xdeaddeaddeaddead
	canonicalNaN = 0x7FF8<<48 + floatOffset
)

// generator turns one trace into machine code.
type generator struct {
	t          *ir.Trace
	tr         *trace
	a          asm.Assembler
	home       []home
	holder     [65]ir.Ref // what each register holds
	pins       []asm.Reg  // registers that the present instruction needs
	uses       [][]int32
	deaths     [][]ir.Ref
	at         int // index of the present instruction
	vals, raws slotSet
	gprs, fprs []asm.Reg
	g1, g2     asm.Reg // scratch
	f1         asm.Reg
	loop       asm.Label
	labels     map[ir.Ref]home // homes at the loop label
	stubs      []stub
	cold       []coldCall
	base       int // number of the first stop
	parent     *stop
	link       *trace
	failed     Abort
}

// stub is the cold part of a guard: what the snapshot wants of registers is stored, and control goes to the driver or,
// once there is one, to a side trace.
type stub struct {
	label  asm.Label
	stop   int
	stores []storeOf
}

type storeOf struct {
	reg  asm.Reg
	typ  ir.Type
	slot int16
}

// coldCall is a rare call of Go in the middle of an instruction: all registers are saved and restored around it.
type coldCall struct {
	label, back asm.Label
	saves       []storeOf
	stop        int
	// result is the register that receives the result from a word, asm.NoReg: none.
	result     asm.Reg
	resultSlot int16
	raw        bool // of the raw numbers
}

// generate makes the machine code of a trace: tr receives its stops and what lives at its loop label. limit is the
// number of words of the activation.
func generate(t *ir.Trace, tr *trace, base int, parent *stop, link *trace, limit int) (*generator, *asm.Object, Abort) {
	a, err := asm.New()
	if err != nil {
		return nil, nil, AbortAssembler
	}
	g := &generator{t: t, tr: tr, a: a, home: make([]home, len(t.Instrs)), base: base, parent: parent, link: link, labels: map[ir.Ref]home{}}
	n, m := len(asm.GPRs), len(asm.FPRs)
	g.g1, g.g2, g.f1 = asm.GPRs[n-1], asm.GPRs[n-2], asm.FPRs[m-1]
	g.gprs, g.fprs = asm.GPRs[:n-2], asm.FPRs[:m-1]
	g.vals.limit, g.raws.limit = limit, limit
	for i := range g.holder {
		g.holder[i] = ir.NoRef
	}
	for i := range g.home {
		g.home[i] = home{slot: -1, typ: t.Instrs[i].Type}
	}
	// Word 0 of the values is the address of the root frame's registers.
	g.vals.take()
	g.lifetimes()
	g.start()
	g.body()
	if g.failed == NoAbort {
		g.coldCode()
	}
	if g.failed != NoAbort {
		return nil, nil, g.failed
	}
	obj, err := a.Finish()
	if err != nil {
		return nil, nil, AbortAssembler
	}
	return g, obj, NoAbort
}

func (g *generator) fail(why Abort) {
	if g.failed == NoAbort {
		g.failed = why
	}
}

// constLocation describes a constant.
func constLocation(t *ir.Trace, in *ir.Instr) location {
	l := location{kind: locConst, typ: in.Type}
	switch in.Op {
	case ir.ConstInt:
		l.value = objects.Int(in.Imm)
	case ir.ConstFloat:
		l.value = objects.FloatFromBits(uint64(in.Imm))
	default:
		l.value = t.Consts[in.Imm]
	}
	return l
}

// start takes over the words that the parent's exit has filled.
func (g *generator) start() {
	if g.tr.linear {
		g.countSaved(g.tr.worth)
	}
	for i := range g.t.Instrs {
		in := &g.t.Instrs[i]
		if in.Op != ir.Inherit || g.parent == nil {
			continue
		}
		l := g.parent.locs[in.Imm]
		g.home[i] = home{slot: l.slot, typ: in.Type}
		s := g.slots(in.Type)
		for len(s.used) <= int(l.slot) {
			s.used = append(s.used, false)
		}
		s.used[l.slot] = true
	}
}

// newStop adds a stop and returns its number.
func (g *generator) newStop(s *stop) int {
	s.trace = g.tr
	g.tr.stops = append(g.tr.stops, s)
	return g.base + len(g.tr.stops) - 1
}

// exit returns the label to jump to where a guard with this snapshot fails.
func (g *generator) exit(snap uint16) asm.Label {
	l := g.a.NewLabel()
	st := &stop{kind: stopExit, snap: &g.t.Snaps[snap], index: int32(len(g.tr.stops))}
	s := stub{label: l}
	given := map[ir.Ref]location{}
	var taken []storeOf
	st.snap.Each(func(r *ir.Ref) {
		loc, ok := given[*r]
		if !ok {
			h := g.home[*r]
			if !g.remake(*r) && h.slot < 0 {
				h.slot = g.takeSlot(h.typ)
				taken = append(taken, storeOf{h.reg, h.typ, h.slot})
				kind := locRaw
				if h.typ == ir.Val || h.typ == ir.Addr {
					kind = locValue
				}
				loc = location{kind: kind, typ: h.typ, slot: h.slot}
			} else {
				loc = g.location(*r)
			}
			given[*r] = loc
		}
		st.locs = append(st.locs, loc)
	})
	for _, t := range taken {
		g.slots(t.typ).give(int(t.slot))
	}
	s.stores = taken
	s.stop = g.newStop(st)
	g.stubs = append(g.stubs, s)
	return l
}

// coldCode emits what runs where guards fail or something rare happens.
func (g *generator) coldCode() {
	a := g.a
	for _, s := range g.stubs {
		a.Bind(s.label)
		for _, st := range s.stores {
			a.Store(asm.W64, slotMem(st.typ, st.slot), st.reg)
		}
		out := a.NewLabel()
		g.tr.stops[s.stop-g.base].slot = a.JumpSlot(out)
		a.Bind(out)
		a.Exit(uint32(s.stop))
	}
	for _, c := range g.cold {
		a.Bind(c.label)
		for _, s := range c.saves {
			a.Store(asm.W64, slotMem(s.typ, s.slot), s.reg)
		}
		a.Exit(uint32(c.stop))
		resume := a.NewLabel()
		a.Bind(resume)
		g.tr.stops[c.stop-g.base].label = resume
		for _, s := range c.saves {
			if s.reg != c.result {
				a.Load(s.reg, asm.W64, slotMem(s.typ, s.slot))
			}
		}
		if c.result != asm.NoReg {
			m := asm.ValueSlot(int(c.resultSlot))
			if c.raw {
				m = asm.RawSlot(int(c.resultSlot))
			}
			a.Load(c.result, asm.W64, m)
		}
		a.Jump(c.back)
	}
}

// coldStart begins a cold call: every register that holds a value gets a word for the time of the call. operands are
// values that Go needs; at returns where they are.
func (g *generator) coldStart(st *stop, operands ...ir.Ref) (*coldCall, func()) {
	c := coldCall{label: g.a.NewLabel(), back: g.a.NewLabel(), result: asm.NoReg}
	where := map[ir.Ref]location{}
	for _, pool := range [][]asm.Reg{g.gprs, g.fprs} {
		for _, reg := range pool {
			r := g.holder[reg]
			if r == ir.NoRef {
				continue
			}
			typ := g.t.Instrs[r].Type
			s := storeOf{reg, typ, g.takeSlot(typ)}
			c.saves = append(c.saves, s)
			kind := locRaw
			if typ == ir.Val || typ == ir.Addr {
				kind = locValue
			}
			where[r] = location{kind: kind, typ: typ, slot: s.slot}
		}
	}
	for _, r := range operands {
		if l, ok := where[r]; ok {
			st.args = append(st.args, l)
		} else {
			st.args = append(st.args, g.location(r))
		}
	}
	return &c, func() {
		for _, s := range c.saves {
			g.slots(s.typ).give(int(s.slot))
		}
		c.stop = g.newStop(st)
		g.cold = append(g.cold, c)
	}
}

// body emits the instructions.
func (g *generator) body() {
	t := g.t
	for i := range t.Instrs {
		in := &t.Instrs[i]
		g.at = i
		g.pins = g.pins[:0]
		switch in.Op {
		case ir.Nop, ir.ConstInt, ir.ConstFloat, ir.ConstVal, ir.Phi:
			continue
		}
		g.instr(ir.Ref(i), in)
		if g.failed != NoAbort {
			return
		}
		g.bury()
		// A value that nobody uses.
		if in.Type != ir.Void && g.last(ir.Ref(i)) < 0 {
			g.kill(ir.Ref(i))
		}
	}
}

// bury kills the values whose last use is the present instruction.
func (g *generator) bury() {
	for _, r := range g.deaths[g.at] {
		g.kill(r)
	}
	g.deaths[g.at] = nil
}

// early kills the operands of an instruction that needs them no more once they are read, so that its result may take
// over a register.
func (g *generator) early() {
	g.bury()
	g.pins = g.pins[:0]
}

// enterLoop decides where values lie at the loop label and binds it.
func (g *generator) enterLoop(at ir.Ref) {
	t := g.t
	end := len(t.Instrs)
	firstCall := end
	for i := int(at) + 1; i < end; i++ {
		if op := t.Instrs[i].Op; op == ir.CallHelper || op == ir.CallStep {
			firstCall = i
			break
		}
	}
	// What is used behind a call only would have to be stored in every iteration.
	for r := range int(at) {
		ref := ir.Ref(r)
		if g.home[r].reg != asm.NoReg && g.last(ref) > int(at) && g.nextAfter(ref, int(at)) > firstCall {
			g.spill(ref)
			g.drop(ref)
		}
	}
	sources := map[ir.Ref]int{}
	var phis []ir.Ref
	for i := int(at) + 1; i < end; i++ {
		if t.Instrs[i].Op == ir.Phi {
			phis = append(phis, ir.Ref(i))
			sources[t.Instrs[i].A]++
		}
	}
	for _, p := range phis {
		in := &t.Instrs[p]
		src := in.A
		g.pins = g.pins[:0]
		g.home[p] = home{slot: -1, typ: in.Type}
		next := g.nextAfter(p, int(at))
		mine := !g.remake(src) && sources[src] == 1 && g.last(src) <= int(at)
		h := g.home[src]
		inSlot := next > firstCall
		if !inSlot && mine && h.reg != asm.NoReg {
			// The entry's value is not needed any more: the PHI takes its register over.
			g.kill(src)
			g.home[p].reg = h.reg
			g.holder[h.reg] = p
			continue
		}
		var reg asm.Reg
		if !inSlot {
			reg = g.free(isFloat(in.Type))
		}
		if reg != asm.NoReg {
			g.copyTo(reg, src)
			g.home[p].reg = reg
			g.holder[reg] = p
		} else {
			slot := g.takeSlot(in.Type)
			r := g.use(src, g.g1)
			g.a.Store(asm.W64, slotMem(in.Type, slot), r)
			g.home[p].slot = slot
		}
		sources[src]--
		if mine || sources[src] == 0 && !g.remake(src) && g.last(src) <= int(at) {
			g.kill(src)
		}
	}
	for _, p := range phis {
		g.labels[p] = g.home[p]
	}
	for r := range int(at) {
		ref := ir.Ref(r)
		h := g.home[r]
		if g.last(ref) > int(at) && (h.reg != asm.NoReg || h.slot >= 0) && !g.remake(ref) {
			g.labels[ref] = h
		} else if g.remake(ref) && h.reg != asm.NoReg {
			// A float constant in a register at the label stays there.
			g.labels[ref] = h
		}
	}
	g.loop = g.a.NewLabel()
	g.a.Bind(g.loop)
}

// nextAfter is the first use of a value behind an instruction.
func (g *generator) nextAfter(r ir.Ref, at int) int {
	for _, u := range g.uses[r] {
		if int(u) > at {
			return int(u)
		}
	}
	return never
}

// copyTo brings a value into a register that is not its own.
func (g *generator) copyTo(reg asm.Reg, src ir.Ref) {
	in := &g.t.Instrs[src]
	h := g.home[src]
	switch {
	case in.Op == ir.ConstInt:
		g.a.MoveImm(reg, in.Imm)
	case in.Op == ir.ConstVal:
		g.a.MoveImm(reg, int64(g.t.Consts[in.Imm].Bits()))
	case h.reg != asm.NoReg:
		g.a.Move(reg, h.reg)
	case in.Op == ir.ConstFloat:
		g.a.MoveImm(g.g2, in.Imm)
		g.a.Move(reg, g.g2)
	default:
		g.a.Load(reg, asm.W64, slotMem(h.typ, h.slot))
	}
}

// jumpBack ends an iteration.
func (g *generator) jumpBack() {
	var moves []move
	for i := range g.t.Instrs {
		ref := ir.Ref(i)
		at, ok := g.labels[ref]
		if !ok {
			continue
		}
		src := ref
		if in := &g.t.Instrs[i]; in.Op == ir.Phi {
			src = in.B
		}
		moves = append(moves, move{at, src})
	}
	g.shuffle(moves)
	if g.tr.iter < 0 {
		g.countSaved(g.tr.worth)
	}
	g.a.Jump(g.loop)
}

// countSaved adds to the number of instructions that are saved.
func (g *generator) countSaved(n int) {
	if n <= 0 {
		return
	}
	g.a.Load(g.g1, asm.W64, asm.Ctx(asm.AuxOffset(savedAux)))
	g.a.IntImm(asm.Add, g.g1, g.g1, int64(n))
	g.a.Store(asm.W64, asm.Ctx(asm.AuxOffset(savedAux)), g.g1)
}

// The words of the context: one counts saved instructions, one is the address of the thread.
const (
	savedAux = iota
	threadAux
)

// linkTo goes on at the loop label of another trace.
func (g *generator) linkTo() {
	var moves []move
	for i, lv := range g.link.loopValues {
		moves = append(moves, move{lv.at, g.t.LinkArgs[i]})
	}
	g.shuffle(moves)
	g.countSaved(g.link.worth)
	g.a.JumpAddress(g.link.code.Label(g.link.loop))
}

// loopValues lists what lives at the loop label.
func (g *generator) loopValues() []loopValue {
	list := []loopValue{}
	for i := range g.t.Instrs {
		if at, ok := g.labels[ir.Ref(i)]; ok && g.t.Instrs[i].Op != ir.Base {
			list = append(list, loopValue{ir.Ref(i), at})
		}
	}
	if at, ok := g.labels[0]; ok && g.t.Instrs[0].Op == ir.Base {
		list = append(list, loopValue{0, at})
	}
	return list
}
