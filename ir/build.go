package ir

import (
	"math"
	"slices"

	"github.com/adder-lang/adder/objects"
)

// Builder appends instructions to a trace. It folds constants, reuses equal pure values, drops guards that hold already,
// and remembers what memory is known to contain: the heap cache.
type Builder struct {
	Trace
	// last are the latest instruction of each operation; prev links back.
	last [NumOps]Ref
	prev []Ref
	// types are the types that values are known to have; exact for objects of built-in types, and for others as long as
	// no foreign code has run.
	types map[Ref]*objects.Type
	// mem is what fields are known to hold; words what guards have found in them.
	mem   map[place]Ref
	words map[place]uint32
}

// place is a field of an object.
type place struct {
	obj    Ref
	class  Class
	offset int64
}

// NewBuilder begins a trace.
func NewBuilder() *Builder {
	b := &Builder{types: map[Ref]*objects.Type{}, mem: map[place]Ref{}, words: map[place]uint32{}}
	b.LoopAt = -1
	for i := range b.last {
		b.last[i] = NoRef
	}
	return b
}

// Finished returns the trace without what only its making needs, which goes with the builder.
func (b *Builder) Finished() *Trace {
	t := b.Trace
	t.Instrs, t.Snaps = slices.Clone(t.Instrs), slices.Clone(t.Snaps)
	return &t
}

// Full reports whether the trace has reached its limit.
func (b *Builder) Full() bool { return len(b.Instrs) >= MaxInstrs }

// append adds an instruction as it is.
func (b *Builder) append(i Instr) Ref {
	r := Ref(len(b.Instrs))
	b.Instrs = append(b.Instrs, i)
	b.prev = append(b.prev, b.last[i.Op])
	b.last[i.Op] = r
	return r
}

// Int returns a constant.
func (b *Builder) Int(v int64) Ref {
	return b.pure(Instr{Op: ConstInt, Type: I64, A: NoRef, B: NoRef, C: NoRef, Imm: v})
}

// Float returns a constant.
func (b *Builder) Float(f float64) Ref {
	return b.pure(Instr{Op: ConstFloat, Type: F64, A: NoRef, B: NoRef, C: NoRef, Imm: int64(math.Float64bits(f))})
}

// Const returns a constant value; ints and floats become raw ones.
func (b *Builder) Const(v objects.Value) Ref {
	switch {
	case v.IsInline():
		return b.Int(v.Inline())
	case v.IsFloat():
		return b.Float(v.Float())
	}
	i := len(b.Consts)
	for j, c := range b.Consts {
		if c == v {
			i = j
			break
		}
	}
	if i == len(b.Consts) {
		b.Consts = append(b.Consts, v)
	}
	return b.pure(Instr{Op: ConstVal, Type: Val, A: NoRef, B: NoRef, C: NoRef, Imm: int64(i)})
}

// ConstOf returns the value of a constant.
func (b *Builder) ConstOf(r Ref) (objects.Value, bool) {
	if r == NoRef {
		return objects.Value{}, false
	}
	switch in := &b.Instrs[r]; in.Op {
	case ConstInt:
		return objects.Int(in.Imm), true
	case ConstFloat:
		return objects.FloatFromBits(uint64(in.Imm)), true
	case ConstVal:
		return b.Consts[in.Imm], true
	}
	return objects.Value{}, false
}

// pure appends a pure instruction or returns an equal one.
func (b *Builder) pure(i Instr) Ref {
	for r := b.last[i.Op]; r != NoRef; r = b.prev[r] {
		j := &b.Instrs[r]
		if j.A == i.A && j.B == i.B && j.Imm == i.Imm && j.Aux == i.Aux {
			return r
		}
	}
	return b.append(i)
}

// Emit appends an operation on values. snap makes the snapshot of a guard where it is needed.
func (b *Builder) Emit(op Op, x, y Ref, snap func() uint16) Ref {
	info := &Ops[op]
	if info.Comm && b.IsConst(x) && !b.IsConst(y) {
		x, y = y, x
	}
	if r, ok := b.fold(op, x, y); ok {
		return r
	}
	i := Instr{Op: op, Type: info.Type, A: x, B: y, C: NoRef}
	if info.Args < 2 {
		i.B = NoRef
	}
	// A pure value is made once; a guard that was passed before holds still, since its operands do not change.
	for r := b.last[op]; r != NoRef; r = b.prev[r] {
		if j := &b.Instrs[r]; j.A == i.A && j.B == i.B {
			return r
		}
	}
	if info.Guard {
		i.Snap = snap()
	}
	return b.append(i)
}

// Special appends an operation with an immediate that is neither folded nor shared.
func (b *Builder) Special(op Op, typ Type, x, y Ref, imm int64, snap uint16) Ref {
	return b.append(Instr{Op: op, Type: typ, A: x, B: y, C: NoRef, Imm: imm, Snap: snap})
}

// Unbox returns a boxed value as a raw int or float, with a guard on its kind.
func (b *Builder) Unbox(op Op, x Ref, snap func() uint16) Ref {
	box := BoxInt
	if op == UnboxFloat {
		box = BoxFloat
	}
	if in := &b.Instrs[x]; in.Op == box {
		return in.A
	}
	return b.Emit(op, x, NoRef, snap)
}

// Box returns a value in its boxed form.
func (b *Builder) Box(x Ref) Ref {
	in := &b.Instrs[x]
	switch in.Type {
	case I64:
		if in.Op == UnboxInt {
			return in.A
		}
		return b.Emit(BoxInt, x, NoRef, nil)
	case F64:
		if in.Op == UnboxFloat {
			return in.A
		}
		return b.Emit(BoxFloat, x, NoRef, nil)
	}
	return x
}

// KnownType returns the type that an object is known to have, nil where it is not.
func (b *Builder) KnownType(x Ref) *objects.Type {
	if v, ok := b.ConstOf(x); ok && v.IsObject() {
		return objects.TypeOf(v)
	}
	return b.types[x]
}

// Keep notes that the recording relies on a value having its type.
func (b *Builder) Keep(r Ref) { b.Kept = append(b.Kept, r) }

// SetType notes the type of an object that was just made.
func (b *Builder) SetType(x Ref, typ *objects.Type) { b.types[x] = typ }

// GuardType makes sure that a boxed value is an object of exactly this type.
func (b *Builder) GuardType(x Ref, typ *objects.Type, snap func() uint16) {
	if b.KnownType(x) == typ {
		return
	}
	c := b.Const(objects.ToValue(typ))
	b.append(Instr{Op: GuardType, A: x, B: NoRef, C: NoRef, Imm: b.Instrs[c].Imm, Snap: snap()})
	b.types[x] = typ
}

// Word adds a machine word.
func (b *Builder) Word(w Word) uint32 {
	for i := range b.Words {
		if b.Words[i].Bits == w.Bits && b.Words[i].Ptr == w.Ptr {
			return uint32(i)
		}
	}
	b.Words = append(b.Words, w)
	return uint32(len(b.Words) - 1)
}

// GuardWord makes sure that a field holds a word.
func (b *Builder) GuardWord(x Ref, offset uintptr, class Class, w Word, snap func() uint16) {
	p := place{x, class, int64(offset)}
	i := b.Word(w)
	if known, ok := b.words[p]; ok && known == i {
		return
	}
	b.append(Instr{Op: GuardWord, A: x, B: NoRef, C: Ref(class), Aux: i, Imm: int64(offset), Snap: snap()})
	b.words[p] = i
}

// GuardNoWord makes sure that a field does not hold a word.
func (b *Builder) GuardNoWord(x Ref, offset uintptr, class Class, w Word, snap func() uint16) {
	b.append(Instr{Op: GuardNoWord, A: x, B: NoRef, C: Ref(class), Aux: b.Word(w), Imm: int64(offset), Snap: snap()})
}

// The widths of loads, as C of the instruction.
const (
	Width64 Ref = iota
	WidthU8
)

// Load reads a field, or returns what it is known to hold.
func (b *Builder) Load(typ Type, x Ref, offset uintptr, class Class, width Ref) Ref {
	p := place{x, class, int64(offset)}
	if r, ok := b.mem[p]; ok {
		return r
	}
	r := b.append(Instr{Op: Load, Type: typ, A: x, B: NoRef, C: width, Aux: uint32(class), Imm: int64(offset)})
	b.mem[p] = r
	return r
}

// LoadItem reads a word of an array.
func (b *Builder) LoadItem(arr, index Ref, class Class) Ref {
	if known, ok := b.mem[place{arr, class, -1 - int64(index)}]; ok {
		return known
	}
	r := b.append(Instr{Op: LoadItem, Type: Val, A: arr, B: index, C: NoRef, Aux: uint32(class)})
	b.mem[place{arr, class, -1 - int64(index)}] = r
	return r
}

// LoadByte reads a byte of an array.
func (b *Builder) LoadByte(arr, index Ref, class Class) Ref {
	return b.append(Instr{Op: LoadByte, Type: I64, A: arr, B: index, C: NoRef, Aux: uint32(class)})
}

// StoreByte writes a byte of an array.
func (b *Builder) StoreByte(arr, index, v Ref, class Class) {
	b.append(Instr{Op: StoreByte, A: arr, B: index, C: v, Aux: uint32(class)})
}

// forget drops what is known of a class; offset narrows it to one field.
func (b *Builder) forget(class Class, offset int64, all bool) {
	for p := range b.mem {
		if p.class == class && (all || p.offset == offset) {
			delete(b.mem, p)
		}
	}
	for p := range b.words {
		if p.class == class && (all || p.offset == offset) {
			delete(b.words, p)
		}
	}
}

// Store writes a raw int field.
func (b *Builder) Store(x Ref, offset uintptr, class Class, v Ref) {
	b.append(Instr{Op: Store, A: x, B: v, C: NoRef, Aux: uint32(class), Imm: int64(offset)})
	b.forget(class, int64(offset), false)
	b.mem[place{x, class, int64(offset)}] = v
}

// StoreVal writes a value; v is boxed.
func (b *Builder) StoreVal(x Ref, offset uintptr, class Class, v Ref) {
	b.append(Instr{Op: StoreVal, A: x, B: v, C: NoRef, Aux: uint32(class), Imm: int64(offset)})
	b.forget(class, int64(offset), false)
	b.mem[place{x, class, int64(offset)}] = v
}

// StoreItem writes a word of an array; v is boxed.
func (b *Builder) StoreItem(arr, index, v Ref, class Class) {
	b.append(Instr{Op: StoreItem, A: arr, B: index, C: v, Aux: uint32(class)})
	b.forget(class, 0, true)
	b.mem[place{arr, class, -1 - int64(index)}] = v
}

// StoreWord writes a pointer that is a constant.
func (b *Builder) StoreWord(x Ref, offset uintptr, class Class, w Word) {
	i := b.Word(w)
	b.append(Instr{Op: StoreWord, A: x, B: NoRef, C: Ref(i), Aux: uint32(class), Imm: int64(offset)})
	b.forget(class, int64(offset), false)
	b.words[place{x, class, int64(offset)}] = i
}

// Kill drops what is known of the classes that something has changed.
func (b *Builder) Kill(e Effects) {
	for c := Class(1); c < NumClasses; c++ {
		if e.Has(c) {
			b.forget(c, 0, true)
		}
	}
	if e.Has(Attribute) {
		// __class__ may have been assigned.
		for r, typ := range b.types {
			if typ.Flags&objects.FlagHeap != 0 {
				delete(b.types, r)
			}
		}
	}
}

// Call appends a call of a helper.
func (b *Builder) Call(helper uint32, typ Type, effects Effects, snap uint16, args ...Ref) Ref {
	at := len(b.Args)
	b.Args = append(b.Args, args...)
	r := b.append(Instr{Op: CallHelper, Type: typ, A: NoRef, B: NoRef, C: NoRef, Aux: helper, Imm: int64(at)<<16 | int64(len(args)), Snap: snap})
	b.Kill(effects)
	return r
}

// Step appends the execution of one instruction by the interpreter. Aux of the instruction is step.
func (b *Builder) Step(step uint32, snap uint16) Ref {
	r := b.append(Instr{Op: CallStep, A: NoRef, B: NoRef, C: NoRef, Aux: step, Snap: snap})
	b.Kill(AllEffects)
	return r
}

// Push appends the push of a frame for a function and returns the address of its register 0.
func (b *Builder) Push(fn Ref, p Push, snap uint16) Ref {
	b.Pushes = append(b.Pushes, p)
	return b.append(Instr{Op: PushFrame, Type: Addr, A: fn, B: NoRef, C: NoRef, Aux: uint32(len(b.Pushes) - 1), Snap: snap})
}

// Pop appends the return to a caller and returns the address of its register 0.
func (b *Builder) Pop(p Pop, snap uint16) Ref {
	b.Pops = append(b.Pops, p)
	return b.append(Instr{Op: PopFrame, Type: Addr, A: NoRef, B: NoRef, C: NoRef, Aux: uint32(len(b.Pops) - 1), Snap: snap})
}

// Resume appends the resumption of a generator and returns the address of its register 0.
func (b *Builder) Resume(gen Ref, p Resume, snap uint16) Ref {
	b.Resumes = append(b.Resumes, p)
	return b.append(Instr{Op: PushGen, Type: Addr, A: gen, B: NoRef, C: NoRef, Aux: uint32(len(b.Resumes) - 1), Snap: snap})
}

// Yield appends the way back from a generator and returns the address of register 0 of its caller.
func (b *Builder) Yield(p Yield, snap uint16) Ref {
	b.Yields = append(b.Yields, p)
	return b.append(Instr{Op: PopGen, Type: Addr, A: NoRef, B: NoRef, C: NoRef, Aux: uint32(len(b.Yields) - 1), Snap: snap})
}

// Snapshot adds a snapshot and returns its index.
func (b *Builder) Snapshot(s Snapshot) uint16 {
	b.Snaps = append(b.Snaps, s)
	return uint16(len(b.Snaps) - 1)
}

// TypeOf returns the type of a value.
func (b *Builder) TypeOf(r Ref) Type { return b.Instrs[r].Type }
