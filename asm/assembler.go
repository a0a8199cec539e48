package asm

// Label is a place in the code that one [Assembler] makes. A label may be used before it is bound.
type Label int32

// Slot numbers a data word through which code jumps, within one [Object]. See [Assembler.JumpSlot].
type Slot int32

// Assembler makes machine code, instruction by instruction, forwards. It is the list of what a port must do.
//
// Rules that hold for every method:
//
//   - Operations have a separate destination. The destination may be any of the sources; sources that are not the
//     destination keep their values.
//   - Registers are allocatable ones ([GPRs], [FPRs]), [CtxReg] or [SlotReg]; the two fixed ones are never a
//     destination. A port needs temporaries for some operations and has registers of its own for them, so an
//     operation changes nothing but its destination.
//   - Flags do not live from one call to the next: comparing and branching is one operation.
//   - On a branch taken for overflow or a failed conversion the destination is undefined. A code generator whose
//     snapshot needs a source therefore gives the destination another register.
//   - A wrong operand does not panic: the first error is remembered, and [Assembler.Finish] returns it.
//
// An Assembler is used by one goroutine. Many may exist at a time; Finish takes turns, for golang-asm's sake.
type Assembler interface {
	// NewLabel makes a label that is not bound yet.
	NewLabel() Label
	// Bind places l here. A label is bound once.
	Bind(l Label)
	// Note attaches a text to this place, for dumps.
	Note(text string)

	// Move copies 64 bits between two registers of either kind.
	Move(dst, src Reg)
	// MoveImm sets an integer register.
	MoveImm(dst Reg, v int64)
	// Swap exchanges two registers of the same kind.
	Swap(a, b Reg)
	// Address sets dst to the address that m stands for.
	Address(dst Reg, m Mem)
	// Load reads memory into an integer register of any width, or into a float register with W64.
	Load(dst Reg, w Width, m Mem)
	// Store writes the low bits of src. A store of a value into heap memory that has pointers comes after
	// BranchBarrier.
	Store(w Width, m Mem, src Reg)
	// StoreImm writes a constant, sign-extended to the width.
	StoreImm(w Width, m Mem, v int32)

	// Int computes dst = a op b, modulo 2^64.
	Int(op IntOp, dst, a, b Reg)
	// IntImm computes dst = a op v, modulo 2^64.
	IntImm(op IntOp, dst, a Reg, v int64)
	// IntOverflow computes dst = a op b (Add, Sub, Mul, Shl) and branches to l where the result does not fit 64
	// bits with a sign. Shl needs 0 <= b < 64.
	IntOverflow(op IntOp, dst, a, b Reg, l Label)
	// IntImmOverflow is IntOverflow with a constant.
	IntImmOverflow(op IntOp, dst, a Reg, v int64, l Label)
	// Neg computes dst = -a, modulo 2^64.
	Neg(dst, a Reg)
	// NegOverflow computes dst = -a and branches to l for the least integer.
	NegOverflow(dst, a Reg, l Label)
	// DivFloor computes Python's a // b. The caller has excluded b == 0, and -1 together with the least integer.
	DivFloor(dst, a, b Reg)
	// ModFloor computes Python's a % b, under the same conditions.
	ModFloor(dst, a, b Reg)

	// Branch goes to l where a c b.
	Branch(c Cond, a, b Reg, l Label)
	// BranchImm goes to l where a c v.
	BranchImm(c Cond, a Reg, v int64, l Label)
	// BranchMem goes to l where memory c b, compared in the operand's width: c says whether with a sign, and only
	// the low bits of b count.
	BranchMem(c Cond, w Width, m Mem, b Reg, l Label)
	// BranchMemImm goes to l where memory c v, as BranchMem. For 64 bits v is sign-extended.
	BranchMemImm(c Cond, w Width, m Mem, v int32, l Label)
	// BranchBits goes to l if any bit of mask is set in a (set), or none is (!set).
	BranchBits(set bool, a Reg, mask int64, l Label)
	// BranchMemBits goes to l if any bit of mask is set in memory (set), or none is (!set).
	BranchMemBits(set bool, w Width, m Mem, mask int32, l Label)
	// Set makes dst 1 where a c b, else 0.
	Set(dst Reg, c Cond, a, b Reg)
	// SetImm makes dst 1 where a c v, else 0.
	SetImm(dst Reg, c Cond, a Reg, v int64)

	// Float computes dst = a op b; operations with one operand ignore b.
	Float(op FloatOp, dst, a, b Reg)
	// BranchFloat goes to l where Python's a c b is want. With want false that includes NaN.
	BranchFloat(c Cond, want bool, a, b Reg, l Label)
	// SetFloat makes the integer register dst 1 where Python's a c b holds, else 0.
	SetFloat(dst Reg, c Cond, a, b Reg)
	// IntToFloat converts an integer to the nearest float, ties to even.
	IntToFloat(dst, src Reg)
	// FloatToInt truncates towards zero and branches to fail for NaN and what 64 bits cannot hold. It may also
	// branch for the two ends of the range.
	FloatToInt(dst, src Reg, fail Label)

	// Jump goes to l.
	Jump(l Label)
	// JumpAddress goes to published code, for instance the loop of another trace.
	JumpAddress(code uintptr)
	// JumpSlot goes to the address that a data word holds. The word starts as the address of initial, a label of
	// the same code; [Code.SetSlot] attaches a side trace with one atomic store. For cold paths: it loads the
	// word's address as a constant.
	JumpSlot(initial Label) Slot
	// Exit returns n to the trampoline's caller. All live registers have been stored before.
	Exit(n uint32)

	// Poll goes to l if the Go scheduler wants this goroutine to stop or the thread's attention word is not zero.
	// Every loop and every compiled entry has one.
	Poll(l Label)
	// BranchBarrier goes to l while the collector's write barrier is on. The flag is constant from one entry to the
	// next exit, so one test may cover several stores.
	BranchBarrier(l Label)

	// Finish encodes everything. The Assembler cannot be used afterwards.
	Finish() (*Object, error)
}

// Move is one part of a [ParallelMove].
type Move struct{ Dst, Src Reg }

// ParallelMove performs the moves as if all at once: every source is read before any destination is written.
// Destinations are distinct; a cycle costs one Swap for each of its members but one. Integer and float registers may
// be mixed, but a cycle has one kind. The slice is used up.
func ParallelMove(a Assembler, moves []Move) {
	pending := moves[:0]
	for _, m := range moves {
		if m.Dst != m.Src {
			pending = append(pending, m)
		}
	}
	for len(pending) > 0 {
		progress := false
		for i := 0; i < len(pending); i++ {
			m := pending[i]
			blocked := false
			for j, o := range pending {
				if j != i && o.Src == m.Dst {
					blocked = true
					break
				}
			}
			if !blocked {
				a.Move(m.Dst, m.Src)
				pending[i] = pending[len(pending)-1]
				pending = pending[:len(pending)-1]
				progress = true
				i--
			}
		}
		if progress || len(pending) == 0 {
			continue
		}
		// Only cycles are left. After the swap the first move is done, and whoever wanted the old content of its
		// destination finds it in its source.
		m := pending[0]
		a.Swap(m.Dst, m.Src)
		rest := pending[:0]
		for _, o := range pending[1:] {
			switch o.Src {
			case m.Dst:
				o.Src = m.Src
			case m.Src:
				o.Src = m.Dst
			}
			if o.Src != o.Dst {
				rest = append(rest, o)
			}
		}
		pending = rest
	}
}
