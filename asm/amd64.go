//go:build linux && amd64 && !nojit

package asm

import (
	"math"
	"unsafe"

	"github.com/twitchyliquid64/golang-asm/obj"
	"github.com/twitchyliquid64/golang-asm/obj/x86"
)

// The port for x86-64.
//
//	RAX RDX RBX RSI RDI R8 R9 R10 R12 R13   allocatable
//	XMM0 … XMM13                            allocatable
//	R14                                     CtxReg
//	R15                                     SlotReg
//	RCX R11 XMM14 XMM15                     temporaries of the port (RCX: shift counts)
//	RSP RBP                                 Go's: the stack never moves, frame pointers stay walkable
//
// Go's own ABI keeps g in R14 and zero in XMM15; the compiler's wrapper around the trampoline sets both again.

const (
	ax  = firstGPR + 0
	cx  = firstGPR + 1
	dx  = firstGPR + 2
	bx  = firstGPR + 3
	si  = firstGPR + 6
	di  = firstGPR + 7
	r8  = firstGPR + 8
	r9  = firstGPR + 9
	r10 = firstGPR + 10
	r11 = firstGPR + 11
	r12 = firstGPR + 12
	r13 = firstGPR + 13
	r14 = firstGPR + 14
	r15 = firstGPR + 15
	x14 = firstFPR + 14
	x15 = firstFPR + 15
)

// CtxReg holds the address of the running thread's [Context].
const CtxReg = r14

// SlotReg holds the address of the running activation's values; see [ValueSlot] and [RawSlot].
const SlotReg = r15

// GPRs are the integer registers that a code generator may allocate.
var GPRs = []Reg{ax, dx, bx, si, di, r8, r9, r10, r12, r13}

// FPRs are the float registers that a code generator may allocate.
var FPRs = []Reg{33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46}

var arch = &x86.Linkamd64

func gprName(n int) string {
	return []string{"rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15"}[n&15]
}

func fprName(n int) string {
	return "xmm" + []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"}[n&15]
}

type amd64 struct{ program }

// New makes an assembler for this processor.
func New() (Assembler, error) {
	a := &amd64{}
	a.emit(obj.ANOP)
	return a, nil
}

// -- Operands ------------------------------------------------------------------------------------------------------

func (a *amd64) reg(r Reg) obj.Addr {
	switch {
	case r >= firstGPR && r < firstGPR+16:
		return obj.Addr{Type: obj.TYPE_REG, Reg: int16(x86.REG_AX) + int16(r-firstGPR)}
	case r >= firstFPR && r < firstFPR+16:
		return obj.Addr{Type: obj.TYPE_REG, Reg: int16(x86.REG_X0) + int16(r-firstFPR)}
	}
	a.fail("no register %v", r)
	return obj.Addr{Type: obj.TYPE_REG, Reg: x86.REG_AX}
}

func (a *amd64) gpr(r Reg) obj.Addr {
	if !r.IsInt() {
		a.fail("%v is not an integer register", r)
		r = ax
	}
	return a.reg(r)
}

func (a *amd64) fpr(r Reg) obj.Addr {
	if !r.IsFloat() {
		a.fail("%v is not a float register", r)
		r = x15
	}
	return a.reg(r)
}

func (a *amd64) mem(m Mem) obj.Addr {
	d := obj.Addr{Type: obj.TYPE_MEM, Reg: a.gpr(m.Base).Reg, Offset: int64(m.Disp)}
	if m.Index != NoReg {
		d.Index = a.gpr(m.Index).Reg
		d.Scale = int16(m.Scale)
		switch m.Scale {
		case 1, 2, 4, 8:
		default:
			a.fail("scale %d", m.Scale)
		}
	}
	return d
}

func imm(v int64) obj.Addr { return obj.Addr{Type: obj.TYPE_CONST, Offset: v} }

func fits32(v int64) bool { return v == int64(int32(v)) }

// op emits an instruction with golang-asm's order of operands: source, then destination.
func (a *amd64) op(as obj.As, from, to obj.Addr) {
	p := a.emit(as)
	p.From, p.To = from, to
}

// immOrReg makes a constant an operand: itself if it fits, else in the temporary r11.
func (a *amd64) immOrReg(v int64) obj.Addr {
	if fits32(v) {
		return imm(v)
	}
	a.op(x86.AMOVQ, imm(v), a.reg(r11))
	return a.reg(r11)
}

// -- Jumps ---------------------------------------------------------------------------------------------------------

// jumpCodes gives each jump's far encoding, little-endian.
var jumpCodes = map[obj.As]int64{
	x86.AJEQ: 0x840f, x86.AJNE: 0x850f, x86.AJLT: 0x8c0f, x86.AJLE: 0x8e0f, x86.AJGT: 0x8f0f, x86.AJGE: 0x8d0f,
	x86.AJCS: 0x820f, x86.AJLS: 0x860f, x86.AJHI: 0x870f, x86.AJCC: 0x830f, x86.AJOS: 0x800f, x86.AJPS: 0x8a0f,
}

// jump goes to l, conditionally or not. A backward jump is golang-asm's. Forward jumps are always far and written
// here: golang-asm starts with short ones and assembles everything again while any is too short, twenty times, and
// then ends the process. Forward jumps of a trace go to its cold end, far away, so one pass and far jumps it is.
func (a *amd64) jump(as obj.As, l Label) {
	if !a.known(l) {
		return
	}
	if at := a.labels[l].at; at != nil {
		a.near(as, at)
		return
	}
	if as == obj.AJMP {
		a.emit(x86.ABYTE).From = imm(0xe9)
	} else {
		a.emit(x86.AWORD).From = imm(jumpCodes[as])
	}
	p := a.emit(x86.ALONG)
	p.From = imm(0)
	a.fixups = append(a.fixups, fixup{at: p, to: l})
}

// near is golang-asm's own jump: backwards, or forwards by less than 100 bytes.
func (a *amd64) near(as obj.As, target *obj.Prog) {
	p := a.emit(as)
	p.To.Type = obj.TYPE_BRANCH
	p.To.SetTarget(target)
}

// skip emits a jump over the next few instructions; the result ends it.
func (a *amd64) skip(as obj.As) (end func()) {
	target := a.alloc()
	target.As = obj.ANOP
	a.near(as, target)
	return func() {
		a.last.Link = target
		a.last = target
	}
}

func (a *amd64) Jump(l Label) { a.jump(obj.AJMP, l) }

func (a *amd64) JumpAddress(code uintptr) {
	a.op(x86.AMOVQ, imm(int64(code)), a.reg(r11))
	a.emit(obj.AJMP).To = a.reg(r11)
}

func (a *amd64) JumpSlot(initial Label) Slot {
	s, word := a.newSlot(initial)
	a.op(x86.AMOVQ, imm(int64(uintptr(unsafe.Pointer(word)))), a.reg(r11))
	a.emit(obj.AJMP).To = a.mem(At(r11, 0))
	return s
}

func (a *amd64) Exit(n uint32) {
	a.op(x86.AMOVL, imm(int64(n)), a.reg(ax))
	a.emit(obj.ARET)
}

func (a *amd64) Poll(l Label) {
	a.op(x86.AMOVQ, a.mem(Ctx(offG)), a.reg(r11))
	a.op(x86.ACMPQ, a.mem(At(r11, stackguardOffset)), imm(preemptMark))
	a.jump(x86.AJCC, l)
	a.op(x86.AMOVQ, a.mem(Ctx(offAttention)), a.reg(r11))
	a.op(x86.ACMPL, a.mem(At(r11, 0)), imm(0))
	a.jump(x86.AJNE, l)
}

func (a *amd64) BranchBarrier(l Label) {
	a.op(x86.ACMPL, a.mem(Ctx(offBarrier)), imm(0))
	a.jump(x86.AJNE, l)
}

// -- Moves ---------------------------------------------------------------------------------------------------------

func (a *amd64) Move(dst, src Reg) {
	switch {
	case dst == src:
	case dst.IsFloat() && src.IsFloat():
		a.op(x86.AMOVAPD, a.reg(src), a.reg(dst))
	default:
		a.op(x86.AMOVQ, a.reg(src), a.reg(dst))
	}
}

func (a *amd64) MoveImm(dst Reg, v int64) { a.op(x86.AMOVQ, imm(v), a.gpr(dst)) }

func (a *amd64) Swap(p, q Reg) {
	switch {
	case p == q:
	case p.IsFloat():
		a.op(x86.AMOVAPD, a.fpr(p), a.reg(x15))
		a.op(x86.AMOVAPD, a.fpr(q), a.reg(p))
		a.op(x86.AMOVAPD, a.reg(x15), a.reg(q))
	default:
		a.op(x86.AXCHGQ, a.gpr(p), a.gpr(q))
	}
}

func (a *amd64) Address(dst Reg, m Mem) { a.op(x86.ALEAQ, a.mem(m), a.gpr(dst)) }

var loadOps = [numWidths]obj.As{x86.AMOVBLZX, x86.AMOVBQSX, x86.AMOVWLZX, x86.AMOVWQSX, x86.AMOVL, x86.AMOVLQSX, x86.AMOVQ}

var storeOps = [numWidths]obj.As{x86.AMOVB, x86.AMOVB, x86.AMOVW, x86.AMOVW, x86.AMOVL, x86.AMOVL, x86.AMOVQ}

func (a *amd64) Load(dst Reg, w Width, m Mem) {
	switch {
	case w >= numWidths:
		a.fail("width %d", w)
	case dst.IsFloat():
		if w != W64 {
			a.fail("float load of width %v", w)
		}
		a.op(x86.AMOVSD, a.mem(m), a.reg(dst))
	default:
		a.op(loadOps[w], a.mem(m), a.gpr(dst))
	}
}

func (a *amd64) Store(w Width, m Mem, src Reg) {
	switch {
	case w >= numWidths:
		a.fail("width %d", w)
	case src.IsFloat():
		if w != W64 {
			a.fail("float store of width %v", w)
		}
		a.op(x86.AMOVSD, a.reg(src), a.mem(m))
	default:
		a.op(storeOps[w], a.gpr(src), a.mem(m))
	}
}

func (a *amd64) StoreImm(w Width, m Mem, v int32) {
	if w >= numWidths {
		a.fail("width %d", w)
		return
	}
	a.op(storeOps[w], imm(narrowImm(w, v)), a.mem(m))
}

// narrowImm brings a constant into the range that an operand of width w can have, signed.
func narrowImm(w Width, v int32) int64 {
	switch w.Bytes() {
	case 1:
		return int64(int8(v))
	case 2:
		return int64(int16(v))
	}
	return int64(v)
}

// -- Integers ------------------------------------------------------------------------------------------------------

var intOps = [numIntOps]obj.As{x86.AADDQ, x86.ASUBQ, x86.AIMULQ, x86.AANDQ, x86.AORQ, x86.AXORQ, x86.ASHLQ, x86.ASHRQ, x86.ASARQ}

func commutes(op IntOp) bool { return op == Add || op == Mul || op == And || op == Or || op == Xor }

func isShift(op IntOp) bool { return op == Shl || op == Shr || op == Sar }

func (a *amd64) Int(op IntOp, dst, x, y Reg) {
	if op >= numIntOps {
		a.fail("integer operation %d", op)
		return
	}
	if isShift(op) {
		a.op(x86.AMOVQ, a.gpr(y), a.reg(cx))
		a.Move(dst, x)
		a.op(intOps[op], a.reg(cx), a.gpr(dst))
		return
	}
	if op == Add && dst != x && dst != y {
		a.op(x86.ALEAQ, a.mem(Mem{Base: x, Index: y, Scale: 1}), a.gpr(dst))
		return
	}
	a.twoAddress(op, dst, x, y)
}

// twoAddress computes dst = x op y such that the flags are the operation's.
func (a *amd64) twoAddress(op IntOp, dst, x, y Reg) {
	switch {
	case dst == x:
	case dst == y && commutes(op):
		y = x
	case dst == y:
		a.op(x86.AMOVQ, a.gpr(y), a.reg(r11))
		a.op(x86.AMOVQ, a.gpr(x), a.gpr(dst))
		y = r11
	default:
		a.op(x86.AMOVQ, a.gpr(x), a.gpr(dst))
	}
	a.op(intOps[op], a.gpr(y), a.gpr(dst))
}

func (a *amd64) IntImm(op IntOp, dst, x Reg, v int64) {
	switch {
	case op >= numIntOps:
		a.fail("integer operation %d", op)
	case isShift(op):
		a.Move(dst, x)
		a.op(intOps[op], imm(v&63), a.gpr(dst))
	case op == Add && dst != x && fits32(v):
		a.op(x86.ALEAQ, a.mem(At(x, int(v))), a.gpr(dst))
	default:
		a.twoAddressImm(op, dst, x, v)
	}
}

func (a *amd64) twoAddressImm(op IntOp, dst, x Reg, v int64) {
	if op == Mul && fits32(v) {
		p := a.emit(x86.AIMUL3Q)
		p.From = imm(v)
		//lint:ignore SA1019 the only way to set the third operand of this version
		p.SetFrom3(a.gpr(x))
		p.To = a.gpr(dst)
		return
	}
	from := a.immOrReg(v)
	a.Move(dst, x)
	a.op(intOps[op], from, a.gpr(dst))
}

func (a *amd64) IntOverflow(op IntOp, dst, x, y Reg, l Label) {
	switch op {
	case Add, Sub, Mul:
		a.twoAddress(op, dst, x, y)
		a.jump(x86.AJOS, l)
	case Shl:
		a.op(x86.AMOVQ, a.gpr(y), a.reg(cx))
		a.shlOverflow(a.reg(cx), dst, x, l)
	default:
		a.fail("%v cannot overflow", op)
	}
}

func (a *amd64) IntImmOverflow(op IntOp, dst, x Reg, v int64, l Label) {
	switch op {
	case Add, Sub, Mul:
		a.twoAddressImm(op, dst, x, v)
		a.jump(x86.AJOS, l)
	case Shl:
		if v < 0 || v > 63 {
			a.fail("shift by %d", v)
		}
		a.shlOverflow(imm(v&63), dst, x, l)
	default:
		a.fail("%v cannot overflow", op)
	}
}

// shlOverflow shifts there and back, and compares.
func (a *amd64) shlOverflow(count obj.Addr, dst, x Reg, l Label) {
	a.op(x86.AMOVQ, a.gpr(x), a.reg(r11))
	a.op(x86.ASHLQ, count, a.reg(r11))
	a.op(x86.ASARQ, count, a.reg(r11))
	a.op(x86.ACMPQ, a.reg(r11), a.gpr(x))
	a.jump(x86.AJNE, l)
	a.Move(dst, x)
	a.op(x86.ASHLQ, count, a.gpr(dst))
}

func (a *amd64) Neg(dst, x Reg) {
	a.Move(dst, x)
	a.emit(x86.ANEGQ).To = a.gpr(dst)
}

func (a *amd64) NegOverflow(dst, x Reg, l Label) {
	a.Neg(dst, x)
	a.jump(x86.AJOS, l)
}

func (a *amd64) DivFloor(dst, x, y Reg) { a.divide(dst, x, y, ax) }

func (a *amd64) ModFloor(dst, x, y Reg) { a.divide(dst, x, y, dx) }

// divide leaves the quotient (result == ax) or the remainder (dx) in dst. The instruction wants both registers, so
// they rest in the context meanwhile; a division takes 20 to 40 cycles anyway.
func (a *amd64) divide(dst, x, y, result Reg) {
	save0, save1 := a.mem(Ctx(offSave)), a.mem(Ctx(offSave+8))
	a.op(x86.AMOVQ, a.reg(ax), save0)
	a.op(x86.AMOVQ, a.reg(dx), save1)
	a.op(x86.AMOVQ, a.gpr(y), a.reg(cx))
	a.op(x86.AMOVQ, a.gpr(x), a.reg(ax))
	a.emit(x86.ACQO)
	a.emit(x86.AIDIVQ).From = a.reg(cx)
	// The processor truncates; Python's remainder has the divisor's sign.
	a.op(x86.ATESTQ, a.reg(dx), a.reg(dx))
	exact := a.skip(x86.AJEQ)
	a.op(x86.AMOVQ, a.reg(dx), a.reg(r11))
	a.op(x86.AXORQ, a.reg(cx), a.reg(r11))
	same := a.skip(x86.AJPL)
	a.op(x86.ASUBQ, imm(1), a.reg(ax))
	a.op(x86.AADDQ, a.reg(cx), a.reg(dx))
	same()
	exact()
	a.op(x86.AMOVQ, a.reg(result), a.reg(r11))
	if dst != ax {
		a.op(x86.AMOVQ, save0, a.reg(ax))
	}
	if dst != dx {
		a.op(x86.AMOVQ, save1, a.reg(dx))
	}
	a.op(x86.AMOVQ, a.reg(r11), a.gpr(dst))
}

// -- Comparing -----------------------------------------------------------------------------------------------------

var condJumps = [numConds]obj.As{x86.AJEQ, x86.AJNE, x86.AJLT, x86.AJLE, x86.AJGT, x86.AJGE, x86.AJCS, x86.AJLS, x86.AJHI, x86.AJCC}

var condSets = [numConds]obj.As{x86.ASETEQ, x86.ASETNE, x86.ASETLT, x86.ASETLE, x86.ASETGT, x86.ASETGE, x86.ASETCS, x86.ASETLS, x86.ASETHI, x86.ASETCC}

func (a *amd64) condOK(c Cond) bool {
	if c >= numConds {
		a.fail("condition %d", c)
		return false
	}
	return true
}

// compareImm sets the flags of x - v.
func (a *amd64) compareImm(x Reg, v int64) {
	a.op(x86.ACMPQ, a.gpr(x), a.immOrReg(v))
}

func (a *amd64) Branch(c Cond, x, y Reg, l Label) {
	if a.condOK(c) {
		a.op(x86.ACMPQ, a.gpr(x), a.gpr(y))
		a.jump(condJumps[c], l)
	}
}

func (a *amd64) BranchImm(c Cond, x Reg, v int64, l Label) {
	if !a.condOK(c) {
		return
	}
	if v == 0 && (c == EQ || c == NE) {
		a.op(x86.ATESTQ, a.gpr(x), a.gpr(x))
	} else {
		from := a.immOrReg(v)
		a.op(x86.ACMPQ, a.gpr(x), from)
	}
	a.jump(condJumps[c], l)
}

var compareOps = [numWidths]obj.As{x86.ACMPB, x86.ACMPB, x86.ACMPW, x86.ACMPW, x86.ACMPL, x86.ACMPL, x86.ACMPQ}

var testOps = [numWidths]obj.As{x86.ATESTB, x86.ATESTB, x86.ATESTW, x86.ATESTW, x86.ATESTL, x86.ATESTL, x86.ATESTQ}

func (a *amd64) BranchMem(c Cond, w Width, m Mem, y Reg, l Label) {
	if w >= numWidths {
		a.fail("width %d", w)
	} else if a.condOK(c) {
		a.op(compareOps[w], a.mem(m), a.gpr(y))
		a.jump(condJumps[c], l)
	}
}

func (a *amd64) BranchMemImm(c Cond, w Width, m Mem, v int32, l Label) {
	if w >= numWidths {
		a.fail("width %d", w)
	} else if a.condOK(c) {
		a.op(compareOps[w], a.mem(m), imm(narrowImm(w, v)))
		a.jump(condJumps[c], l)
	}
}

func (a *amd64) BranchBits(set bool, x Reg, mask int64, l Label) {
	from := a.immOrReg(mask)
	a.op(x86.ATESTQ, from, a.gpr(x))
	a.jump(bitJump(set), l)
}

func (a *amd64) BranchMemBits(set bool, w Width, m Mem, mask int32, l Label) {
	if w >= numWidths {
		a.fail("width %d", w)
		return
	}
	a.op(testOps[w], imm(narrowImm(w, mask)), a.mem(m))
	a.jump(bitJump(set), l)
}

func bitJump(set bool) obj.As {
	if set {
		return x86.AJNE
	}
	return x86.AJEQ
}

// setFlag makes dst 0 or 1 by one of the SETcc instructions, which write a byte.
func (a *amd64) setFlag(as obj.As, dst Reg) {
	a.emit(as).To = a.reg(r11)
	a.op(x86.AMOVBLZX, a.reg(r11), a.gpr(dst))
}

func (a *amd64) Set(dst Reg, c Cond, x, y Reg) {
	if a.condOK(c) {
		a.op(x86.ACMPQ, a.gpr(x), a.gpr(y))
		a.setFlag(condSets[c], dst)
	}
}

func (a *amd64) SetImm(dst Reg, c Cond, x Reg, v int64) {
	if a.condOK(c) {
		a.compareImm(x, v)
		a.setFlag(condSets[c], dst)
	}
}

// -- Floats --------------------------------------------------------------------------------------------------------

var floatOps = [numFloatOps]obj.As{FAdd: x86.AADDSD, FSub: x86.ASUBSD, FMul: x86.AMULSD, FDiv: x86.ADIVSD}

func (a *amd64) Float(op FloatOp, dst, x, y Reg) {
	switch op {
	case FAdd, FSub, FMul, FDiv:
		switch {
		case dst == x:
		case dst == y:
			// Also where the operation commutes: of two NaNs the first one's bits are the result.
			a.op(x86.AMOVAPD, a.fpr(y), a.reg(x15))
			a.op(x86.AMOVAPD, a.fpr(x), a.fpr(dst))
			y = x15
		default:
			a.op(x86.AMOVAPD, a.fpr(x), a.fpr(dst))
		}
		a.op(floatOps[op], a.fpr(y), a.fpr(dst))
	case FNeg:
		a.signMask(math.MinInt64)
		a.Move(dst, x)
		a.op(x86.AXORPD, a.reg(x15), a.fpr(dst))
	case FAbs:
		a.signMask(math.MaxInt64)
		a.Move(dst, x)
		a.op(x86.AANDPD, a.reg(x15), a.fpr(dst))
	case FSqrt:
		a.op(x86.ASQRTSD, a.fpr(x), a.fpr(dst))
	default:
		a.fail("float operation %d", op)
	}
}

func (a *amd64) signMask(bits int64) {
	a.op(x86.AMOVQ, imm(bits), a.reg(r11))
	a.op(x86.AMOVQ, a.reg(r11), a.reg(x15))
}

// compareFloat sets the flags of x compared with y. Unordered sets zero, parity and carry, so "above" and "above
// or equal" are false for NaN: greater comparisons use them, less ones with the operands exchanged.
func (a *amd64) compareFloat(c Cond, x, y Reg) (greater Cond) {
	switch c {
	case LT:
		x, y, c = y, x, GT
	case LE:
		x, y, c = y, x, GE
	case EQ, NE, GT, GE:
	default:
		a.fail("float condition %v", c)
	}
	a.op(x86.AUCOMISD, a.fpr(y), a.fpr(x))
	return c
}

func (a *amd64) BranchFloat(c Cond, want bool, x, y Reg, l Label) {
	switch c = a.compareFloat(c, x, y); {
	case c == GT && want:
		a.jump(x86.AJHI, l)
	case c == GT:
		a.jump(x86.AJLS, l)
	case c == GE && want:
		a.jump(x86.AJCC, l)
	case c == GE:
		a.jump(x86.AJCS, l)
	case (c == EQ) == want:
		unordered := a.skip(x86.AJPS)
		a.jump(x86.AJEQ, l)
		unordered()
	default:
		a.jump(x86.AJNE, l)
		a.jump(x86.AJPS, l)
	}
}

func (a *amd64) SetFloat(dst Reg, c Cond, x, y Reg) {
	switch a.compareFloat(c, x, y) {
	case GT:
		a.setFlag(x86.ASETHI, dst)
	case GE:
		a.setFlag(x86.ASETCC, dst)
	case EQ:
		a.emit(x86.ASETPC).To = a.reg(cx)
		a.emit(x86.ASETEQ).To = a.reg(r11)
		a.op(x86.AANDL, a.reg(cx), a.reg(r11))
		a.op(x86.AMOVBLZX, a.reg(r11), a.gpr(dst))
	case NE:
		a.emit(x86.ASETPS).To = a.reg(cx)
		a.emit(x86.ASETNE).To = a.reg(r11)
		a.op(x86.AORL, a.reg(cx), a.reg(r11))
		a.op(x86.AMOVBLZX, a.reg(r11), a.gpr(dst))
	}
}

func (a *amd64) IntToFloat(dst, src Reg) {
	// The conversion keeps the upper half of the register; clearing it first breaks the dependency on the past.
	a.op(x86.AXORPS, a.fpr(dst), a.fpr(dst))
	a.op(x86.ACVTSQ2SD, a.gpr(src), a.fpr(dst))
}

func (a *amd64) FloatToInt(dst, src Reg, fail Label) {
	// What does not fit becomes the least integer, the one from which subtracting 1 overflows.
	a.op(x86.ACVTTSD2SQ, a.fpr(src), a.gpr(dst))
	a.op(x86.ACMPQ, a.gpr(dst), imm(1))
	a.jump(x86.AJOS, fail)
}
