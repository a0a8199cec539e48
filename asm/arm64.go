//go:build linux && arm64 && !nojit

package asm

import (
	"unsafe"

	"github.com/twitchyliquid64/golang-asm/obj"
	"github.com/twitchyliquid64/golang-asm/obj/arm64"
)

// The port for AArch64.
//
//	R0 … R15, R19 … R24    allocatable
//	F0 … F29               allocatable
//	R26                    CtxReg
//	R25                    SlotReg
//	R16 R17 R27 F30 F31    temporaries of the port; golang-asm itself uses R27 for large constants
//	R18                    the system's
//	R28 R29 LR SP          Go's: g, the frame pointer, the way back to the trampoline, and a stack that never moves

const (
	r0  = firstGPR + 0
	r16 = firstGPR + 16
	r17 = firstGPR + 17
	r25 = firstGPR + 25
	r26 = firstGPR + 26
	r27 = firstGPR + 27
	r28 = firstGPR + 28
	f31 = firstFPR + 31
)

// CtxReg holds the address of the running thread's [Context].
const CtxReg = r26

// SlotReg holds the address of the running activation's values; see [ValueSlot] and [RawSlot].
const SlotReg = r25

// GPRs are the integer registers that a code generator may allocate.
var GPRs = []Reg{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 20, 21, 22, 23, 24, 25}

// FPRs are the float registers that a code generator may allocate.
var FPRs = []Reg{33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62}

var arch = &arm64.Linkarm64

var decimal = [...]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16",
	"17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31"}

func gprName(n int) string { return "x" + decimal[n&31] }

func fprName(n int) string { return "d" + decimal[n&31] }

type a64 struct{ program }

// New makes an assembler for this processor.
func New() (Assembler, error) {
	a := &a64{}
	a.emit(obj.ANOP) // golang-asm takes the first instruction for the function's head and drops it
	return a, nil
}

// -- Operands ------------------------------------------------------------------------------------------------------

// gpr is the number of an integer register in golang-asm; 31 would be SP or zero and is no register here.
func (a *a64) gpr(r Reg) int16 {
	if r < firstGPR || r >= firstGPR+31 {
		a.fail("%v is not an integer register", r)
		r = r0
	}
	return arm64.REG_R0 + int16(r-firstGPR)
}

func (a *a64) fpr(r Reg) int16 {
	if !r.IsFloat() {
		a.fail("%v is not a float register", r)
		r = f31
	}
	return arm64.REG_F0 + int16(r-firstFPR)
}

func (a *a64) reg(r Reg) int16 {
	if r.IsFloat() {
		return a.fpr(r)
	}
	return a.gpr(r)
}

func regAddr(n int16) obj.Addr { return obj.Addr{Type: obj.TYPE_REG, Reg: n} }

// imm is a constant operand. Zero is the zero register: golang-asm leaves that replacement to a pass that the
// package does not run, and would otherwise encode R0.
func imm(v int64) obj.Addr {
	if v == 0 {
		return regAddr(arm64.REGZERO)
	}
	return obj.Addr{Type: obj.TYPE_CONST, Offset: v}
}

// shifted is the operand n shifted by count: kind 0 left, 1 right, 2 right with the sign.
func shifted(n int16, kind, count int64) obj.Addr {
	return obj.Addr{Type: obj.TYPE_SHIFT, Offset: int64(n&31)<<16 | kind<<22 | count<<10}
}

// op2 emits an instruction with one source.
func (a *a64) op2(as obj.As, from obj.Addr, to int16) {
	p := a.emit(as)
	p.From, p.To = from, regAddr(to)
}

// op3 emits to = left as right.
func (a *a64) op3(as obj.As, to, left int16, right obj.Addr) {
	p := a.emit(as)
	p.From, p.Reg, p.To = right, left, regAddr(to)
}

// compare emits one of the instructions that only set the flags of left and right.
func (a *a64) compare(as obj.As, left int16, right obj.Addr) {
	p := a.emit(as)
	p.From, p.Reg = right, left
}

// direct reports whether a load or store of n bytes can hold the displacement itself.
func direct(disp int32, n int) bool {
	return disp >= -256 && disp <= 255 || disp >= 0 && int(disp)%n == 0 && int(disp)/n <= 4095
}

// mem makes an operand of a load or store of n bytes, computing the address into r16 where needed.
func (a *a64) mem(m Mem, n int) obj.Addr {
	base := a.gpr(m.Base)
	if m.Index != NoReg {
		a.op3(arm64.AADD, a.gpr(r16), base, shifted(a.gpr(m.Index), 0, a.scale(m)))
		base = a.gpr(r16)
	}
	disp := m.Disp
	if !direct(disp, n) {
		a.addImm(arm64.AADD, a.gpr(r16), base, int64(disp))
		base, disp = a.gpr(r16), 0
	}
	return obj.Addr{Type: obj.TYPE_MEM, Reg: base, Offset: int64(disp)}
}

func (a *a64) scale(m Mem) int64 {
	switch m.Scale {
	case 1:
		return 0
	case 2:
		return 1
	case 4:
		return 2
	case 8:
		return 3
	}
	a.fail("scale %d", m.Scale)
	return 0
}

// immOrReg makes a constant an operand of an addition or comparison: itself if it fits, else in the temporary r17.
func (a *a64) immOrReg(v int64) obj.Addr {
	if v >= 0 && v <= 4095 {
		return imm(v)
	}
	return a.immReg(v)
}

func (a *a64) immReg(v int64) obj.Addr {
	a.op2(arm64.AMOVD, imm(v), a.gpr(r17))
	return regAddr(a.gpr(r17))
}

// addImm emits an addition of v, with or without flags.
func (a *a64) addImm(as obj.As, to, left int16, v int64) {
	if v < 0 && v >= -4095 {
		if as == arm64.AADD {
			as = arm64.ASUB
		} else {
			as = arm64.ASUBS
		}
		v = -v
	}
	a.op3(as, to, left, a.immOrReg(v))
}

// -- Jumps ---------------------------------------------------------------------------------------------------------

func (a *a64) branch(as obj.As, l Label) *obj.Prog {
	p := a.emit(as)
	p.To.Type = obj.TYPE_BRANCH
	if a.known(l) {
		a.fixups = append(a.fixups, fixup{at: p, to: l, branch: true})
	}
	return p
}

// skip emits a branch over the next few instructions; the result ends it.
func (a *a64) skip(as obj.As) (p *obj.Prog, end func()) {
	target := a.alloc()
	target.As = obj.ANOP
	p = a.emit(as)
	p.To.Type = obj.TYPE_BRANCH
	p.To.SetTarget(target)
	return p, func() {
		a.last.Link = target
		a.last = target
	}
}

func (a *a64) Jump(l Label) { a.branch(arm64.AB, l) }

func (a *a64) jumpReg(r Reg) {
	p := a.emit(arm64.AB)
	p.To = obj.Addr{Type: obj.TYPE_MEM, Reg: a.gpr(r)}
}

func (a *a64) JumpAddress(code uintptr) {
	a.op2(arm64.AMOVD, imm(int64(code)), a.gpr(r16))
	a.jumpReg(r16)
}

func (a *a64) JumpSlot(initial Label) Slot {
	s, word := a.newSlot(initial)
	a.op2(arm64.AMOVD, imm(int64(uintptr(unsafe.Pointer(word)))), a.gpr(r16))
	a.op2(arm64.AMOVD, a.mem(At(r16, 0), 8), a.gpr(r16))
	a.jumpReg(r16)
	return s
}

func (a *a64) Exit(n uint32) {
	a.op2(arm64.AMOVD, imm(int64(n)), a.gpr(r0))
	p := a.emit(obj.ARET)
	p.To = obj.Addr{Type: obj.TYPE_MEM, Reg: arm64.REGLINK}
}

func (a *a64) Poll(l Label) {
	a.op2(arm64.AMOVD, a.mem(At(r28, stackguardOffset), 8), a.gpr(r16))
	a.compare(arm64.ACMN, a.gpr(r16), imm(-preemptMark))
	a.branch(arm64.ABHS, l)
	a.op2(arm64.AMOVD, a.mem(Ctx(offAttention), 8), a.gpr(r16))
	a.op2(arm64.AMOVWU, a.mem(At(r16, 0), 4), a.gpr(r16))
	a.branch(arm64.ACBNZW, l).From = regAddr(a.gpr(r16))
}

func (a *a64) BranchBarrier(l Label) {
	a.op2(arm64.AMOVD, a.mem(Ctx(offBarrier), 8), a.gpr(r16))
	a.branch(arm64.ACBNZ, l).From = regAddr(a.gpr(r16))
}

// -- Moves ---------------------------------------------------------------------------------------------------------

func (a *a64) Move(dst, src Reg) {
	switch {
	case dst == src:
	case dst.IsFloat() || src.IsFloat():
		a.op2(arm64.AFMOVD, regAddr(a.reg(src)), a.reg(dst))
	default:
		a.op2(arm64.AMOVD, regAddr(a.gpr(src)), a.gpr(dst))
	}
}

func (a *a64) MoveImm(dst Reg, v int64) { a.op2(arm64.AMOVD, imm(v), a.gpr(dst)) }

func (a *a64) Swap(p, q Reg) {
	t := r16
	if p.IsFloat() {
		t = f31
	}
	switch {
	case p == q:
	case p.IsFloat() != q.IsFloat():
		a.fail("swap of %v and %v", p, q)
	default:
		a.Move(t, p)
		a.Move(p, q)
		a.Move(q, t)
	}
}

func (a *a64) Address(dst Reg, m Mem) {
	base := a.gpr(m.Base)
	if m.Index != NoReg {
		a.op3(arm64.AADD, a.gpr(r16), base, shifted(a.gpr(m.Index), 0, a.scale(m)))
		base = a.gpr(r16)
	}
	a.addImm(arm64.AADD, a.gpr(dst), base, int64(m.Disp))
}

var loadOps = [numWidths]obj.As{arm64.AMOVBU, arm64.AMOVB, arm64.AMOVHU, arm64.AMOVH, arm64.AMOVWU, arm64.AMOVW, arm64.AMOVD}

func (a *a64) widthOK(w Width, r Reg) bool {
	if w >= numWidths || r.IsFloat() && w != W64 {
		a.fail("width %d", w)
		return false
	}
	return true
}

func (a *a64) Load(dst Reg, w Width, m Mem) {
	if !a.widthOK(w, dst) {
		return
	}
	as := loadOps[w]
	if dst.IsFloat() {
		as = arm64.AFMOVD
	}
	from := a.mem(m, w.Bytes())
	a.op2(as, from, a.reg(dst))
}

func (a *a64) Store(w Width, m Mem, src Reg) {
	if !a.widthOK(w, src) {
		return
	}
	as := loadOps[w&^1]
	switch {
	case src.IsFloat():
		as = arm64.AFMOVD
	case w == W64:
		as = arm64.AMOVD
	}
	a.store(as, a.mem(m, w.Bytes()), a.reg(src))
}

func (a *a64) store(as obj.As, to obj.Addr, src int16) {
	p := a.emit(as)
	p.From, p.To = regAddr(src), to
}

func (a *a64) StoreImm(w Width, m Mem, v int32) {
	if !a.widthOK(w, r0) {
		return
	}
	to := a.mem(m, w.Bytes())
	as := loadOps[w]
	if v == 0 {
		a.store(as, to, arm64.REGZERO)
		return
	}
	a.op2(arm64.AMOVD, imm(int64(v)), a.gpr(r17))
	a.store(as, to, a.gpr(r17))
}

// -- Integers ------------------------------------------------------------------------------------------------------

var intOps = [numIntOps]obj.As{arm64.AADD, arm64.ASUB, arm64.AMUL, arm64.AAND, arm64.AORR, arm64.AEOR, arm64.ALSL, arm64.ALSR, arm64.AASR}

func (a *a64) Int(op IntOp, dst, x, y Reg) {
	if op >= numIntOps {
		a.fail("integer operation %d", op)
		return
	}
	a.op3(intOps[op], a.gpr(dst), a.gpr(x), regAddr(a.gpr(y)))
}

func (a *a64) IntImm(op IntOp, dst, x Reg, v int64) {
	switch {
	case op >= numIntOps:
		a.fail("integer operation %d", op)
	case op == Shl || op == Shr || op == Sar:
		if v&63 == 0 {
			a.Move(dst, x)
			return
		}
		a.op3(intOps[op], a.gpr(dst), a.gpr(x), imm(v&63))
	case op == Add:
		a.addImm(arm64.AADD, a.gpr(dst), a.gpr(x), v)
	case op == Sub && v != -v:
		a.addImm(arm64.AADD, a.gpr(dst), a.gpr(x), -v)
	default:
		right := a.immReg(v)
		a.op3(intOps[op], a.gpr(dst), a.gpr(x), right)
	}
}

func (a *a64) IntOverflow(op IntOp, dst, x, y Reg, l Label) {
	a.overflow(op, a.gpr(dst), a.gpr(x), regAddr(a.gpr(y)), l)
}

func (a *a64) IntImmOverflow(op IntOp, dst, x Reg, v int64, l Label) {
	switch op {
	case Add, Sub:
		right := a.immOrReg(v)
		a.overflow(op, a.gpr(dst), a.gpr(x), right, l)
	case Shl:
		if v < 0 || v > 63 {
			a.fail("shift by %d", v)
		} else if v == 0 {
			a.Move(dst, x)
		} else {
			a.overflow(op, a.gpr(dst), a.gpr(x), imm(v), l)
		}
	default:
		right := a.immReg(v)
		a.overflow(op, a.gpr(dst), a.gpr(x), right, l)
	}
}

func (a *a64) overflow(op IntOp, dst, x int16, right obj.Addr, l Label) {
	t, u := a.gpr(r16), a.gpr(r27)
	switch op {
	case Add:
		a.op3(arm64.AADDS, dst, x, right)
		a.branch(arm64.ABVS, l)
	case Sub:
		a.op3(arm64.ASUBS, dst, x, right)
		a.branch(arm64.ABVS, l)
	case Mul:
		// The upper half must repeat the lower half's sign.
		a.op3(arm64.ASMULH, t, x, right)
		a.op3(arm64.AMUL, u, x, right)
		a.compare(arm64.ACMP, t, shifted(u, 2, 63))
		a.op2(arm64.AMOVD, regAddr(u), dst)
		a.branch(arm64.ABNE, l)
	case Shl:
		// Shift there and back, and compare.
		a.op3(arm64.ALSL, t, x, right)
		a.op3(arm64.AASR, u, t, right)
		a.compare(arm64.ACMP, u, regAddr(x))
		a.branch(arm64.ABNE, l)
		a.op2(arm64.AMOVD, regAddr(t), dst)
	default:
		a.fail("%v cannot overflow", op)
	}
}

func (a *a64) Neg(dst, x Reg) { a.op2(arm64.ANEG, regAddr(a.gpr(x)), a.gpr(dst)) }

func (a *a64) NegOverflow(dst, x Reg, l Label) {
	a.op2(arm64.ANEGS, regAddr(a.gpr(x)), a.gpr(dst))
	a.branch(arm64.ABVS, l)
}

func (a *a64) DivFloor(dst, x, y Reg) { a.divide(dst, x, y, r16) }

func (a *a64) ModFloor(dst, x, y Reg) { a.divide(dst, x, y, r17) }

// divide leaves the quotient (result == r16) or the remainder (r17) in dst.
func (a *a64) divide(dst, x, y, result Reg) {
	q, r, t := a.gpr(r16), a.gpr(r17), a.gpr(r27)
	a.op3(arm64.ASDIV, q, a.gpr(x), regAddr(a.gpr(y)))
	a.op3(arm64.AMUL, r, q, regAddr(a.gpr(y)))
	a.op3(arm64.ASUB, r, a.gpr(x), regAddr(r))
	// The processor truncates; Python's remainder has the divisor's sign.
	p, exact := a.skip(arm64.ACBZ)
	p.From = regAddr(r)
	a.op3(arm64.AEOR, t, r, regAddr(a.gpr(y)))
	a.compare(arm64.ACMP, t, imm(0))
	_, same := a.skip(arm64.ABGE)
	a.op3(arm64.ASUB, q, q, imm(1))
	a.op3(arm64.AADD, r, r, regAddr(a.gpr(y)))
	same()
	exact()
	a.Move(dst, result)
}

// -- Comparing -----------------------------------------------------------------------------------------------------

var condJumps = [numConds]obj.As{arm64.ABEQ, arm64.ABNE, arm64.ABLT, arm64.ABLE, arm64.ABGT, arm64.ABGE, arm64.ABLO, arm64.ABLS, arm64.ABHI, arm64.ABHS}

var condSets = [numConds]int16{arm64.COND_EQ, arm64.COND_NE, arm64.COND_LT, arm64.COND_LE, arm64.COND_GT, arm64.COND_GE, arm64.COND_LO, arm64.COND_LS, arm64.COND_HI, arm64.COND_HS}

func (a *a64) condOK(c Cond) bool {
	if c >= numConds {
		a.fail("condition %d", c)
		return false
	}
	return true
}

func (a *a64) compareImm(x int16, v int64) {
	if v < 0 && v >= -4095 {
		a.compare(arm64.ACMN, x, imm(-v))
		return
	}
	right := a.immOrReg(v)
	a.compare(arm64.ACMP, x, right)
}

func (a *a64) Branch(c Cond, x, y Reg, l Label) {
	if a.condOK(c) {
		a.compare(arm64.ACMP, a.gpr(x), regAddr(a.gpr(y)))
		a.branch(condJumps[c], l)
	}
}

func (a *a64) BranchImm(c Cond, x Reg, v int64, l Label) {
	switch {
	case !a.condOK(c):
	case v == 0 && c == EQ:
		a.branch(arm64.ACBZ, l).From = regAddr(a.gpr(x))
	case v == 0 && c == NE:
		a.branch(arm64.ACBNZ, l).From = regAddr(a.gpr(x))
	default:
		a.compareImm(a.gpr(x), v)
		a.branch(condJumps[c], l)
	}
}

// memWidth is the width to load for a comparison, with the condition's idea of the sign.
func memWidth(c Cond, w Width) Width {
	if w == W64 {
		return w
	}
	if c >= ULT {
		return w &^ 1
	}
	return w | 1
}

func (a *a64) BranchMem(c Cond, w Width, m Mem, y Reg, l Label) {
	if !a.condOK(c) || !a.widthOK(w, y) {
		return
	}
	w = memWidth(c, w)
	a.Load(r16, w, m)
	right := a.gpr(y)
	if w != W64 {
		// Extend the register as the load extended memory.
		right = a.gpr(r17)
		a.op2([...]obj.As{arm64.AMOVBU, arm64.AMOVB, arm64.AMOVHU, arm64.AMOVH, arm64.AMOVWU, arm64.AMOVW}[w], regAddr(a.gpr(y)), right)
	}
	a.compare(arm64.ACMP, a.gpr(r16), regAddr(right))
	a.branch(condJumps[c], l)
}

func (a *a64) BranchMemImm(c Cond, w Width, m Mem, v int32, l Label) {
	if !a.condOK(c) || !a.widthOK(w, r0) {
		return
	}
	w = memWidth(c, w)
	a.Load(r16, w, m)
	var x int64
	switch w {
	case U8:
		x = int64(uint8(v))
	case S8:
		x = int64(int8(v))
	case U16:
		x = int64(uint16(v))
	case S16:
		x = int64(int16(v))
	case U32:
		x = int64(uint32(v))
	default:
		x = int64(v)
	}
	a.compareImm(a.gpr(r16), x)
	a.branch(condJumps[c], l)
}

func (a *a64) BranchBits(set bool, x Reg, mask int64, l Label) {
	right := a.immReg(mask)
	a.compare(arm64.ATST, a.gpr(x), right)
	a.branch(bitJump(set), l)
}

func (a *a64) BranchMemBits(set bool, w Width, m Mem, mask int32, l Label) {
	if !a.widthOK(w, r0) {
		return
	}
	if w != W64 {
		w &^= 1
	}
	a.Load(r16, w, m)
	right := a.immReg(int64(mask))
	a.compare(arm64.ATST, a.gpr(r16), right)
	a.branch(bitJump(set), l)
}

func bitJump(set bool) obj.As {
	if set {
		return arm64.ABNE
	}
	return arm64.ABEQ
}

func (a *a64) setFlag(cond int16, dst Reg) { a.op2(arm64.ACSET, regAddr(cond), a.gpr(dst)) }

func (a *a64) Set(dst Reg, c Cond, x, y Reg) {
	if a.condOK(c) {
		a.compare(arm64.ACMP, a.gpr(x), regAddr(a.gpr(y)))
		a.setFlag(condSets[c], dst)
	}
}

func (a *a64) SetImm(dst Reg, c Cond, x Reg, v int64) {
	if a.condOK(c) {
		a.compareImm(a.gpr(x), v)
		a.setFlag(condSets[c], dst)
	}
}

// -- Floats --------------------------------------------------------------------------------------------------------

var floatOps = [numFloatOps]obj.As{arm64.AFADDD, arm64.AFSUBD, arm64.AFMULD, arm64.AFDIVD, arm64.AFNEGD, arm64.AFABSD, arm64.AFSQRTD}

func (a *a64) Float(op FloatOp, dst, x, y Reg) {
	switch op {
	case FAdd, FSub, FMul, FDiv:
		a.op3(floatOps[op], a.fpr(dst), a.fpr(x), regAddr(a.fpr(y)))
	case FNeg, FAbs, FSqrt:
		a.op2(floatOps[op], regAddr(a.fpr(x)), a.fpr(dst))
	default:
		a.fail("float operation %d", op)
	}
}

// After a comparison of floats "unordered" sets carry and overflow. These conditions are false then, and the second
// ones, their opposites, are true.
var floatJumps = [...][2]obj.As{
	EQ: {arm64.ABEQ, arm64.ABNE}, NE: {arm64.ABNE, arm64.ABEQ}, LT: {arm64.ABMI, arm64.ABPL},
	LE: {arm64.ABLS, arm64.ABHI}, GT: {arm64.ABGT, arm64.ABLE}, GE: {arm64.ABGE, arm64.ABLT},
}

var floatSets = [...]int16{EQ: arm64.COND_EQ, NE: arm64.COND_NE, LT: arm64.COND_MI, LE: arm64.COND_LS, GT: arm64.COND_GT, GE: arm64.COND_GE}

func (a *a64) compareFloat(c Cond, x, y Reg) bool {
	if c > GE {
		a.fail("float condition %v", c)
		return false
	}
	a.compare(arm64.AFCMPD, a.fpr(x), regAddr(a.fpr(y)))
	return true
}

func (a *a64) BranchFloat(c Cond, want bool, x, y Reg, l Label) {
	if a.compareFloat(c, x, y) {
		i := 0
		if !want {
			i = 1
		}
		a.branch(floatJumps[c][i], l)
	}
}

func (a *a64) SetFloat(dst Reg, c Cond, x, y Reg) {
	if a.compareFloat(c, x, y) {
		a.setFlag(floatSets[c], dst)
	}
}

func (a *a64) IntToFloat(dst, src Reg) { a.op2(arm64.ASCVTFD, regAddr(a.gpr(src)), a.fpr(dst)) }

func (a *a64) FloatToInt(dst, src Reg, fail Label) {
	// The conversion saturates, and makes NaN zero: reject NaN and both ends.
	a.compare(arm64.AFCMPD, a.fpr(src), regAddr(a.fpr(src)))
	a.branch(arm64.ABVS, fail)
	a.op2(arm64.AFCVTZSD, regAddr(a.fpr(src)), a.gpr(dst))
	a.compare(arm64.ACMP, a.gpr(dst), imm(1))
	a.branch(arm64.ABVS, fail)
	a.compare(arm64.ACMN, a.gpr(dst), imm(1))
	a.branch(arm64.ABVS, fail)
}
