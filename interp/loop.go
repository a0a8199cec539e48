package interp

import (
	"unsafe"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
)

//go:generate go run ./internal/genloop

// value is short for what the loop handles most.
type value = objects.Value

// ra, rb and rc return the address of the register that an operand names. base is the address of register 0.
func ra(base unsafe.Pointer, i bytecode.Instr) *value {
	return (*value)(unsafe.Add(base, uintptr(uint16(i>>16))*8))
}
func rb(base unsafe.Pointer, i bytecode.Instr) *value {
	return (*value)(unsafe.Add(base, uintptr(uint16(i>>32))*8))
}
func rc(base unsafe.Pointer, i bytecode.Instr) *value {
	return (*value)(unsafe.Add(base, uintptr(uint16(i>>48))*8))
}

// reg returns the address of register n.
func reg(base unsafe.Pointer, n int) *value { return (*value)(unsafe.Add(base, uintptr(n)*8)) }

// window returns n registers from register a on.
func window(base unsafe.Pointer, a, n int) []value {
	return unsafe.Slice((*value)(unsafe.Add(base, uintptr(a)*8)), n)
}

// leaving says why the loop over the instructions that need no call of Go is left, 0 for an instruction that does.
type leaving uint8

const (
	edgeDue     leaving = iota + 1 // a poll is due at the loop head at pc
	leavesFrame                    // the frame returns ret and has flags
)

// runPlain runs the frame on top of the thread's control stack until the entry record that it belongs to returns.
// Changes to this function are carried to the traced loop by go generate.
func runPlain(t *objects.Thread) (objects.Value, error) {
	const traced = false
	var (
		rec    = t.Cur
		code   = rec.Code
		base   = rec.Base
		instrs = unsafe.Pointer(unsafe.SliceData(code.Instrs))
		pc     = int(rec.PC)
		budget = firstBudget(t)
		ins    bytecode.Instr
		v      value
		ret    value
		err    error
		why    leaving
		// The call of a function: see push.
		fn    *objects.Function
		args  *value
		nargs int
	)
	if traced {
		if t.MidFrame {
			t.MidFrame = false
			goto loop
		}
		goto entered
	}

loop:
	for {
		// No value stays behind here, where the collector would find it.
		v, ret = value{}, value{}
		ins = *(*bytecode.Instr)(unsafe.Add(instrs, pc*8))
		pc++
	dispatch:
		why = 0
		// The instructions that need no call of Go. The others, and the cases that do, leave for what follows this loop, all
		// by way of general. So the compiler stores what has to survive calls there, and not before each instruction.
		for ; ; ins, pc = *(*bytecode.Instr)(unsafe.Add(instrs, pc*8)), pc+1 {
			if traced {
				rec.PC = int32(pc)
				var act traceAction
				act, ins, err = traceInstr(t, rec, ins)
				if err != nil {
					goto raise
				}
				if act == traceReload {
					pc = int(rec.PC)
					continue
				}
			}
			switch ins.Op() {
			case bytecode.Move:
				*ra(base, ins) = *rb(base, ins)
			case bytecode.LoadConst:
				*ra(base, ins) = code.Consts[uint32(ins>>32)]
			case bytecode.LoadInt:
				*ra(base, ins) = objects.InlineInt(int64(ins) >> 32)
			case bytecode.Clear:
				*ra(base, ins) = value{}
			case bytecode.CheckBound:
				if ra(base, ins).IsZero() {
					goto general
				}
			case bytecode.Add, bytecode.IAdd:
				a, b := *rb(base, ins), *rc(base, ins)
				if objects.BothInline(a, b) {
					if r := a.Inline() + b.Inline(); objects.FitsInline(r) {
						*ra(base, ins) = objects.InlineInt(r)
						continue
					}
				} else if a.IsFloat() && b.IsFloat() {
					if r := a.Float() + b.Float(); objects.PlainFloat(r) {
						*ra(base, ins) = objects.FloatWord(r)
						continue
					}
				}
				goto general
			case bytecode.Sub, bytecode.ISub:
				a, b := *rb(base, ins), *rc(base, ins)
				if objects.BothInline(a, b) {
					if r := a.Inline() - b.Inline(); objects.FitsInline(r) {
						*ra(base, ins) = objects.InlineInt(r)
						continue
					}
				} else if a.IsFloat() && b.IsFloat() {
					if r := a.Float() - b.Float(); objects.PlainFloat(r) {
						*ra(base, ins) = objects.FloatWord(r)
						continue
					}
				}
				goto general
			case bytecode.Mul, bytecode.IMul:
				a, b := *rb(base, ins), *rc(base, ins)
				if objects.BothInline(a, b) {
					x, y := a.Inline(), b.Inline()
					// The float tells whether the product has at most 62 bits.
					if f := float64(x) * float64(y); f < 1<<62 && f > -1<<62 {
						if r := x * y; objects.FitsInline(r) {
							*ra(base, ins) = objects.InlineInt(r)
							continue
						}
					}
				} else if a.IsFloat() && b.IsFloat() {
					if r := a.Float() * b.Float(); objects.PlainFloat(r) {
						*ra(base, ins) = objects.FloatWord(r)
						continue
					}
				}
				goto general
			case bytecode.TrueDiv, bytecode.ITrueDiv:
				a, b := *rb(base, ins), *rc(base, ins)
				if a.IsFloat() && b.IsFloat() {
					if d := b.Float(); d != 0 {
						if r := a.Float() / d; objects.PlainFloat(r) {
							*ra(base, ins) = objects.FloatWord(r)
							continue
						}
					}
				} else if objects.BothInline(a, b) {
					// Both are exact as floats, so that one division rounds correctly.
					if d := b.Inline(); d != 0 {
						if r := float64(a.Inline()) / float64(d); objects.PlainFloat(r) {
							*ra(base, ins) = objects.FloatWord(r)
							continue
						}
					}
				}
				goto general
			case bytecode.FloorDiv, bytecode.IFloorDiv:
				a, b := *rb(base, ins), *rc(base, ins)
				if objects.BothInline(a, b) {
					if x, y := a.Inline(), b.Inline(); y > 0 {
						q := x / y
						if x%y < 0 {
							q--
						}
						*ra(base, ins) = objects.InlineInt(q)
						continue
					}
				}
				goto general
			case bytecode.Mod, bytecode.IMod:
				a, b := *rb(base, ins), *rc(base, ins)
				if objects.BothInline(a, b) {
					if x, y := a.Inline(), b.Inline(); y > 0 {
						r := x % y
						if r < 0 {
							r += y
						}
						*ra(base, ins) = objects.InlineInt(r)
						continue
					}
				}
				goto general
			case bytecode.LShift, bytecode.ILShift:
				a, b := *rb(base, ins), *rc(base, ins)
				if objects.BothInline(a, b) {
					if x, n := a.Inline(), b.Inline(); uint64(n) < 48 {
						if r := x << uint(n); r>>uint(n) == x && objects.FitsInline(r) {
							*ra(base, ins) = objects.InlineInt(r)
							continue
						}
					}
				}
				goto general
			case bytecode.RShift, bytecode.IRShift:
				a, b := *rb(base, ins), *rc(base, ins)
				if objects.BothInline(a, b) {
					if n := b.Inline(); n >= 0 {
						*ra(base, ins) = objects.InlineInt(a.Inline() >> uint(min(n, 63)))
						continue
					}
				}
				goto general
			case bytecode.And, bytecode.IAnd:
				a, b := *rb(base, ins), *rc(base, ins)
				if objects.BothInline(a, b) {
					*ra(base, ins) = objects.InlineInt(a.Inline() & b.Inline())
					continue
				}
				goto general
			case bytecode.Or, bytecode.IOr:
				a, b := *rb(base, ins), *rc(base, ins)
				if objects.BothInline(a, b) {
					*ra(base, ins) = objects.InlineInt(a.Inline() | b.Inline())
					continue
				}
				goto general
			case bytecode.Xor, bytecode.IXor:
				a, b := *rb(base, ins), *rc(base, ins)
				if objects.BothInline(a, b) {
					*ra(base, ins) = objects.InlineInt(a.Inline() ^ b.Inline())
					continue
				}
				goto general
			case bytecode.AddInt, bytecode.IAddInt:
				a := *rb(base, ins)
				if a.IsInline() {
					if r := a.Inline() + int64(ins)>>48; objects.FitsInline(r) {
						*ra(base, ins) = objects.InlineInt(r)
						continue
					}
				} else if a.IsFloat() {
					if r := a.Float() + float64(int64(ins)>>48); objects.PlainFloat(r) {
						*ra(base, ins) = objects.FloatWord(r)
						continue
					}
				}
				goto general
			case bytecode.SubInt, bytecode.ISubInt:
				a := *rb(base, ins)
				if a.IsInline() {
					if r := a.Inline() - int64(ins)>>48; objects.FitsInline(r) {
						*ra(base, ins) = objects.InlineInt(r)
						continue
					}
				} else if a.IsFloat() {
					if r := a.Float() - float64(int64(ins)>>48); objects.PlainFloat(r) {
						*ra(base, ins) = objects.FloatWord(r)
						continue
					}
				}
				goto general
			case bytecode.MulInt:
				a := *rb(base, ins)
				if a.IsInline() {
					// 49 and 16 bits: the product may have 65.
					x, y := a.Inline(), int64(ins)>>48
					if f := float64(x) * float64(y); f < 1<<62 && f > -1<<62 {
						if r := x * y; objects.FitsInline(r) {
							*ra(base, ins) = objects.InlineInt(r)
							continue
						}
					}
				} else if a.IsFloat() {
					if r := a.Float() * float64(int64(ins)>>48); objects.PlainFloat(r) {
						*ra(base, ins) = objects.FloatWord(r)
						continue
					}
				}
				goto general
			case bytecode.Neg:
				a := *rb(base, ins)
				if a.IsInline() {
					if x := a.Inline(); x != objects.MinInline {
						*ra(base, ins) = objects.InlineInt(-x)
						continue
					}
				} else if a.IsFloat() {
					if r := -a.Float(); objects.PlainFloat(r) {
						*ra(base, ins) = objects.FloatWord(r)
						continue
					}
				}
				goto general
			case bytecode.Not:
				switch *rb(base, ins) {
				case objects.True:
					*ra(base, ins) = objects.False
				case objects.False, objects.None:
					*ra(base, ins) = objects.True
				default:
					goto general
				}
			case bytecode.Lt:
				a, b := *rb(base, ins), *rc(base, ins)
				if objects.BothInline(a, b) {
					*ra(base, ins) = objects.Bool(a.Inline() < b.Inline())
					continue
				} else if a.IsFloat() && b.IsFloat() {
					*ra(base, ins) = objects.Bool(a.Float() < b.Float())
					continue
				}
				goto general
			case bytecode.Le:
				a, b := *rb(base, ins), *rc(base, ins)
				if objects.BothInline(a, b) {
					*ra(base, ins) = objects.Bool(a.Inline() <= b.Inline())
					continue
				} else if a.IsFloat() && b.IsFloat() {
					*ra(base, ins) = objects.Bool(a.Float() <= b.Float())
					continue
				}
				goto general
			case bytecode.Eq:
				a, b := *rb(base, ins), *rc(base, ins)
				if objects.BothInline(a, b) {
					*ra(base, ins) = objects.Bool(a == b)
					continue
				} else if a.IsFloat() && b.IsFloat() {
					*ra(base, ins) = objects.Bool(a.Float() == b.Float())
					continue
				}
				goto general
			case bytecode.Ne:
				a, b := *rb(base, ins), *rc(base, ins)
				if objects.BothInline(a, b) {
					*ra(base, ins) = objects.Bool(a != b)
					continue
				} else if a.IsFloat() && b.IsFloat() {
					*ra(base, ins) = objects.Bool(a.Float() != b.Float())
					continue
				}
				goto general
			case bytecode.Gt:
				a, b := *rb(base, ins), *rc(base, ins)
				if objects.BothInline(a, b) {
					*ra(base, ins) = objects.Bool(a.Inline() > b.Inline())
					continue
				} else if a.IsFloat() && b.IsFloat() {
					*ra(base, ins) = objects.Bool(a.Float() > b.Float())
					continue
				}
				goto general
			case bytecode.Ge:
				a, b := *rb(base, ins), *rc(base, ins)
				if objects.BothInline(a, b) {
					*ra(base, ins) = objects.Bool(a.Inline() >= b.Inline())
					continue
				} else if a.IsFloat() && b.IsFloat() {
					*ra(base, ins) = objects.Bool(a.Float() >= b.Float())
					continue
				}
				goto general
			case bytecode.Is:
				*ra(base, ins) = objects.Bool(*rb(base, ins) == *rc(base, ins))
			case bytecode.IsNot:
				*ra(base, ins) = objects.Bool(*rb(base, ins) != *rc(base, ins))
			case bytecode.JumpTo:
				d := int(int64(ins) >> 32)
				pc += d
				if d < 0 {
					goto backEdge
				}
			case bytecode.JumpIfTrue:
				switch *ra(base, ins) {
				case objects.True:
					goto jumpLong
				case objects.False, objects.None:
				default:
					goto general
				}
			case bytecode.JumpIfFalse:
				switch *ra(base, ins) {
				case objects.True:
				case objects.False, objects.None:
					goto jumpLong
				default:
					goto general
				}
			case bytecode.JumpIfNone:
				if *ra(base, ins) == objects.None {
					goto jumpLong
				}
			case bytecode.JumpIfNotNone:
				if *ra(base, ins) != objects.None {
					goto jumpLong
				}
			case bytecode.JumpLt:
				a, b := *ra(base, ins), *rb(base, ins)
				if objects.BothInline(a, b) {
					if a.Inline() < b.Inline() {
						goto jumpC
					}
					continue
				} else if a.IsFloat() && b.IsFloat() {
					if a.Float() < b.Float() {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpNotLt:
				a, b := *ra(base, ins), *rb(base, ins)
				if objects.BothInline(a, b) {
					if a.Inline() >= b.Inline() {
						goto jumpC
					}
					continue
				} else if a.IsFloat() && b.IsFloat() {
					if !(a.Float() < b.Float()) {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpLe:
				a, b := *ra(base, ins), *rb(base, ins)
				if objects.BothInline(a, b) {
					if a.Inline() <= b.Inline() {
						goto jumpC
					}
					continue
				} else if a.IsFloat() && b.IsFloat() {
					if a.Float() <= b.Float() {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpNotLe:
				a, b := *ra(base, ins), *rb(base, ins)
				if objects.BothInline(a, b) {
					if a.Inline() > b.Inline() {
						goto jumpC
					}
					continue
				} else if a.IsFloat() && b.IsFloat() {
					if !(a.Float() <= b.Float()) {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpEq:
				a, b := *ra(base, ins), *rb(base, ins)
				if objects.BothInline(a, b) {
					if a == b {
						goto jumpC
					}
					continue
				} else if a.IsFloat() && b.IsFloat() {
					if a.Float() == b.Float() {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpNotEq:
				a, b := *ra(base, ins), *rb(base, ins)
				if objects.BothInline(a, b) {
					if a != b {
						goto jumpC
					}
					continue
				} else if a.IsFloat() && b.IsFloat() {
					if a.Float() != b.Float() {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpNe:
				a, b := *ra(base, ins), *rb(base, ins)
				if objects.BothInline(a, b) {
					if a != b {
						goto jumpC
					}
					continue
				} else if a.IsFloat() && b.IsFloat() {
					if a.Float() != b.Float() {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpNotNe:
				a, b := *ra(base, ins), *rb(base, ins)
				if objects.BothInline(a, b) {
					if a == b {
						goto jumpC
					}
					continue
				} else if a.IsFloat() && b.IsFloat() {
					if a.Float() == b.Float() {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpGt:
				a, b := *ra(base, ins), *rb(base, ins)
				if objects.BothInline(a, b) {
					if a.Inline() > b.Inline() {
						goto jumpC
					}
					continue
				} else if a.IsFloat() && b.IsFloat() {
					if a.Float() > b.Float() {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpNotGt:
				a, b := *ra(base, ins), *rb(base, ins)
				if objects.BothInline(a, b) {
					if a.Inline() <= b.Inline() {
						goto jumpC
					}
					continue
				} else if a.IsFloat() && b.IsFloat() {
					if !(a.Float() > b.Float()) {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpGe:
				a, b := *ra(base, ins), *rb(base, ins)
				if objects.BothInline(a, b) {
					if a.Inline() >= b.Inline() {
						goto jumpC
					}
					continue
				} else if a.IsFloat() && b.IsFloat() {
					if a.Float() >= b.Float() {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpNotGe:
				a, b := *ra(base, ins), *rb(base, ins)
				if objects.BothInline(a, b) {
					if a.Inline() < b.Inline() {
						goto jumpC
					}
					continue
				} else if a.IsFloat() && b.IsFloat() {
					if !(a.Float() >= b.Float()) {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpLtInt:
				if a := *ra(base, ins); a.IsInline() {
					if a.Inline() < int64(int16(ins>>32)) {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpLeInt:
				if a := *ra(base, ins); a.IsInline() {
					if a.Inline() <= int64(int16(ins>>32)) {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpEqInt, bytecode.JumpNotNeInt:
				if a := *ra(base, ins); a.IsInline() {
					if a.Inline() == int64(int16(ins>>32)) {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpNeInt, bytecode.JumpNotEqInt:
				if a := *ra(base, ins); a.IsInline() {
					if a.Inline() != int64(int16(ins>>32)) {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpGtInt:
				if a := *ra(base, ins); a.IsInline() {
					if a.Inline() > int64(int16(ins>>32)) {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpGeInt:
				if a := *ra(base, ins); a.IsInline() {
					if a.Inline() >= int64(int16(ins>>32)) {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpNotLtInt:
				if a := *ra(base, ins); a.IsInline() {
					if a.Inline() >= int64(int16(ins>>32)) {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpNotLeInt:
				if a := *ra(base, ins); a.IsInline() {
					if a.Inline() > int64(int16(ins>>32)) {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpNotGtInt:
				if a := *ra(base, ins); a.IsInline() {
					if a.Inline() <= int64(int16(ins>>32)) {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.JumpNotGeInt:
				if a := *ra(base, ins); a.IsInline() {
					if a.Inline() < int64(int16(ins>>32)) {
						goto jumpC
					}
					continue
				}
				goto general
			case bytecode.LoadGlobalFast:
				s := &code.Sites[uint16(ins>>32)]
				if g := rec.Fn.Globals; s.DictVersion == g.PresentVersion() {
					*ra(base, ins) = g.EntryValue(int(s.Offset))
					continue
				}
				goto general
			case bytecode.LoadBuiltinFast:
				s := &code.Sites[uint16(ins>>32)]
				if s.DictVersion == rec.Fn.Globals.PresentVersion() && s.Version == rec.Fn.Builtins.PresentVersion() {
					*ra(base, ins) = rec.Fn.Builtins.EntryValue(int(s.Offset))
					continue
				}
				goto general
			case bytecode.LoadDeref:
				if v := objects.As[objects.Cell](*rb(base, ins)).V; !v.IsZero() {
					*ra(base, ins) = v
					continue
				}
				goto general
			case bytecode.StoreDeref:
				objects.As[objects.Cell](*rb(base, ins)).V = *ra(base, ins)
			case bytecode.LoadAttrInline:
				s := &code.Sites[uint16(ins>>48)]
				if o := *rb(base, ins); o.IsObject() && objects.TypeVersion(o) == s.Version && s.Kind-objects.SiteInline <= 1 &&
					objects.ShapeAt(o, s.ShapeOffset) == s.Shape {
					if v := *objects.FieldAt(o, s.Offset); !v.IsZero() {
						*ra(base, ins) = v
						continue
					}
				}
				goto general
			case bytecode.StoreAttrInline:
				s := &code.Sites[uint16(ins>>48)]
				if o := *ra(base, ins); o.IsObject() && objects.TypeVersion(o) == s.Version && s.Kind-objects.SiteInline <= 1 &&
					objects.ShapeAt(o, s.ShapeOffset) == s.Shape {
					*objects.FieldAt(o, s.Offset) = *rb(base, ins)
					continue
				}
				goto general
			case bytecode.LoadAttrMethod0:
				s := &code.Sites[uint16(ins>>48)]
				o := *rb(base, ins)
				if o.IsObject() && objects.TypeVersion(o) == s.Version && s.Kind == objects.SiteMethod &&
					(s.Shape == nil || objects.ShapeAt(o, s.ShapeOffset) == s.Shape) {
					*ra(base, ins) = s.Value
					*reg(base, ins.A()+1) = o
					continue
				}
				goto general
			case bytecode.LoadItemListInt, bytecode.LoadItem:
				a, k := *rb(base, ins), *rc(base, ins)
				if k.IsInline() && a.IsObject() {
					switch objects.HeadType(a) {
					case &objects.ListType:
						l := objects.As[objects.List](a)
						i := k.Inline()
						if i < 0 {
							i += int64(l.Len())
						}
						if uint64(i) < uint64(l.Len()) {
							*ra(base, ins) = *l.At(int(i))
							continue
						}
					case &objects.TupleType:
						l := objects.As[objects.Tuple](a)
						i := k.Inline()
						if i < 0 {
							i += int64(l.Len())
						}
						if uint64(i) < uint64(l.Len()) {
							*ra(base, ins) = *l.At(int(i))
							continue
						}
					}
				}
				goto general
			case bytecode.StoreItem:
				a, k, x := *ra(base, ins), *rb(base, ins), *rc(base, ins)
				if k.IsInline() && a.IsObject() && objects.HeadType(a) == &objects.ListType {
					l := objects.As[objects.List](a)
					i := k.Inline()
					if i < 0 {
						i += int64(l.Len())
					}
					if uint64(i) < uint64(l.Len()) && l.Holds(x) {
						*l.At(int(i)) = x
						continue
					}
				}
				goto general
			case bytecode.UnpackSeq:
				if src := *rb(base, ins); src.IsObject() && objects.HeadType(src) == &objects.TupleType {
					if tp, n := objects.As[objects.Tuple](src), ins.C(); tp.Len() == n {
						to := ra(base, ins)
						for i := range n {
							*(*value)(unsafe.Add(unsafe.Pointer(to), i*8)) = *tp.At(i)
						}
						continue
					}
				}
				goto general
			case bytecode.ForIterRange, bytecode.ForIterList, bytecode.ForIter:
				it := *ra(base, ins)
				switch objects.HeadType(it) {
				case &objects.RangeIteratorType:
					r := objects.As[objects.RangeIterator](it)
					if r.Remaining <= 0 {
						if r.Owned && !traced {
							r.Owned, t.SpareRange = false, r
							*ra(base, ins) = objects.None
						}
						continue
					}
					cur := r.Cur
					if !objects.FitsInline(cur) {
						goto general
					}
					r.Remaining--
					*rb(base, ins) = objects.InlineInt(cur)
					r.Cur = cur + r.Step
					goto jumpC
				case &objects.ListIterType:
					li := objects.As[objects.ListIterator](it)
					if l := li.List; l != nil {
						if li.Index < l.Len() {
							*rb(base, ins) = *l.At(li.Index)
							li.Index++
							goto jumpC
						}
						li.List = nil
						if li.Owned && !traced {
							li.Owned, t.SpareList = false, li
							*ra(base, ins) = objects.None
						}
					}
					continue
				case &objects.TupleIterType:
					ti := objects.As[objects.TupleIterator](it)
					if tp := ti.Tuple; tp != nil {
						if ti.Index < tp.Len() {
							*rb(base, ins) = *tp.At(ti.Index)
							ti.Index++
							goto jumpC
						}
						ti.Tuple = nil
						if ti.Owned && !traced {
							ti.Owned, t.SpareTuple = false, ti
							*ra(base, ins) = objects.None
						}
					}
					continue
				}
				goto general
			case bytecode.ReturnNone:
				ret = objects.None
				goto popped
			case bytecode.Return:
				ret = *ra(base, ins)
				goto popped
			default:
				goto general
			}
			continue
		popped:
			// ret is the result of the frame.
			if traced || rec.Flags != 0 {
				why = leavesFrame
				goto general
			}
			{
				dst := rec.Dst
				t.SetTop(int(rec.Top))
				t.Depth--
				rec = rec.Prev
				t.Cur = rec
				code, base, pc = rec.Code, rec.Base, int(rec.PC)
				instrs = unsafe.Pointer(unsafe.SliceData(code.Instrs))
				*reg(base, int(dst)) = ret
				ret = value{}
			}
			continue
		jumpLong:
			{
				d := int(int64(ins) >> 32)
				pc += d
				if d >= 0 {
					continue
				}
			}
			goto backEdge
		jumpC:
			pc += int(int64(ins) >> 48)
			if int64(ins) >= 0 {
				continue
			}
		backEdge:
			// A loop head: polls, and counts for the JIT.
			budget--
			if budget >= 0 && t.Poll.Load() == 0 {
				continue
			}
			why = edgeDue
			goto general
		}

	general:
		// The only way out of the loop above.
		if why != 0 {
			if why == edgeDue {
				goto polled
			}
			v = ret
			goto leave
		}
		switch ins.Op() {
		case bytecode.Add, bytecode.IAdd, bytecode.Sub, bytecode.ISub, bytecode.Mul, bytecode.IMul, bytecode.TrueDiv,
			bytecode.ITrueDiv, bytecode.FloorDiv, bytecode.IFloorDiv, bytecode.Mod, bytecode.IMod, bytecode.LShift,
			bytecode.ILShift, bytecode.RShift, bytecode.IRShift, bytecode.And, bytecode.IAnd, bytecode.Or, bytecode.IOr,
			bytecode.Xor, bytecode.IXor:
			goto binary
		case bytecode.AddInt, bytecode.IAddInt, bytecode.SubInt, bytecode.ISubInt, bytecode.MulInt:
			goto binaryInt
		case bytecode.Lt, bytecode.Le, bytecode.Eq, bytecode.Ne, bytecode.Gt, bytecode.Ge:
			goto compare
		case bytecode.JumpLt, bytecode.JumpNotLt, bytecode.JumpLe, bytecode.JumpNotLe, bytecode.JumpEq, bytecode.JumpNotEq,
			bytecode.JumpNe, bytecode.JumpNotNe, bytecode.JumpGt, bytecode.JumpNotGt, bytecode.JumpGe, bytecode.JumpNotGe,
			bytecode.JumpLtInt, bytecode.JumpLeInt, bytecode.JumpEqInt, bytecode.JumpNotNeInt, bytecode.JumpNeInt,
			bytecode.JumpNotEqInt, bytecode.JumpGtInt, bytecode.JumpGeInt, bytecode.JumpNotLtInt, bytecode.JumpNotLeInt,
			bytecode.JumpNotGtInt, bytecode.JumpNotGeInt:
			goto compareJump
		case bytecode.LoadGlobalFast, bytecode.LoadBuiltinFast, bytecode.LoadGlobal:
			goto loadGlobal
		case bytecode.LoadAttrInline, bytecode.LoadAttr:
			goto loadAttr
		case bytecode.StoreAttrInline, bytecode.StoreAttr:
			goto storeAttr
		case bytecode.LoadAttrMethod0, bytecode.LoadMethod:
			goto loadMethod
		case bytecode.Trap:
			err = objects.Errorf(&objects.SystemErrorType, "bad instruction")
			goto raise

		case bytecode.CheckBound:
			if ra(base, ins).IsZero() {
				err = unboundError(code, pc, ins.A())
				goto raise
			}

		case bytecode.MatMul, bytecode.IMatMul, bytecode.Pow, bytecode.IPow:
			goto binary
		case bytecode.Neg:
			rec.PC = int32(pc)
			if v, err = objects.Unary(t, objects.OpNeg, *rb(base, ins)); err != nil {
				goto raise
			}
			*ra(base, ins) = v
		case bytecode.Pos, bytecode.Invert:
			op := objects.OpPos
			if ins.Op() == bytecode.Invert {
				op = objects.OpInvert
			}
			rec.PC = int32(pc)
			if v, err = objects.Unary(t, op, *rb(base, ins)); err != nil {
				goto raise
			}
			*ra(base, ins) = v
		case bytecode.Not, bytecode.ToBool:
			a := *rb(base, ins)
			var truth bool
			if a == objects.True {
				truth = true
			} else if a != objects.False && a != objects.None {
				rec.PC = int32(pc)
				if truth, err = objects.Truth(t, a); err != nil {
					goto raise
				}
			}
			*ra(base, ins) = objects.Bool(truth == (ins.Op() == bytecode.ToBool))

		case bytecode.In, bytecode.NotIn:
			rec.PC = int32(pc)
			var in bool
			if in, err = objects.Contains(t, *rc(base, ins), *rb(base, ins)); err != nil {
				goto raise
			}
			*ra(base, ins) = objects.Bool(in == (ins.Op() == bytecode.In))

		case bytecode.JumpIfTrue, bytecode.JumpIfFalse:
			rec.PC = int32(pc)
			{
				var truth bool
				if truth, err = objects.Truth(t, *ra(base, ins)); err != nil {
					goto raise
				}
				if truth == (ins.Op() == bytecode.JumpIfTrue) {
					d := int(int64(ins) >> 32)
					pc += d
					if d < 0 {
						goto edgeReached
					}
				}
			}
		case bytecode.StoreGlobal:
			rec.PC = int32(pc)
			if err = storeGlobal(t, rec, &code.Sites[uint16(ins>>32)], *ra(base, ins)); err != nil {
				goto raise
			}
		case bytecode.LoadName:
			rec.PC = int32(pc)
			if v, err = loadName(t, rec, &code.Sites[uint16(ins>>32)]); err != nil {
				goto raise
			}
			*ra(base, ins) = v
		case bytecode.StoreName:
			rec.PC = int32(pc)
			if err = storeName(t, rec, &code.Sites[uint16(ins>>32)], *ra(base, ins)); err != nil {
				goto raise
			}
		case bytecode.MakeCell:
			var init value
			if ins.A() != ins.B() {
				init = *rb(base, ins)
			}
			*ra(base, ins) = objects.ToValue(objects.NewCell(init))
		case bytecode.LoadDeref:
			// The variable has no value.
			rec.PC = int32(pc)
			err = unboundError(code, pc, ins.B())
			goto raise
		case bytecode.LoadItemListInt, bytecode.LoadItem:
			a, k := *rb(base, ins), *rc(base, ins)
			rec.PC = int32(pc)
			{
				var pushed *objects.Record
				if v, pushed, err = loadItem(t, a, k); err != nil {
					goto raise
				}
				if pushed != nil {
					pushed.Dst = uint16(ins.A())
					rec = pushed
					goto entered
				}
			}
			*ra(base, ins) = v
		case bytecode.StoreItem:
			rec.PC = int32(pc)
			if err = storeItem(t, *ra(base, ins), *rb(base, ins), *rc(base, ins)); err != nil {
				goto raise
			}
		case bytecode.BuildSlice:
			if !traced && loadSlice(code, base, ins, *(*bytecode.Instr)(unsafe.Add(instrs, pc*8))) {
				pc++
				continue
			}
			rec.PC = int32(pc)
			if _, err = execute(t, rec, code, base, ins); err != nil {
				goto raise
			}
		case bytecode.ListAppend:
			objects.As[objects.List](*ra(base, ins)).Append(*rb(base, ins))
		case bytecode.SetAdd:
			rec.PC = int32(pc)
			if err = objects.As[objects.Set](*ra(base, ins)).Add(t, *rb(base, ins)); err != nil {
				goto raise
			}
		case bytecode.BuildTuple:
			n := ins.C()
			*ra(base, ins) = objects.ToValue(objects.NewTuple(window(base, ins.B(), n)...))
		case bytecode.BuildList:
			n := ins.C()
			if n == 0 && ins.B() != ins.A() {
				*ra(base, ins) = objects.ToValue(objects.NewListFor(*rb(base, ins)))
				continue
			}
			*ra(base, ins) = objects.ToValue(objects.NewList(window(base, ins.B(), n)...))
		case bytecode.UnpackSeq:
			rec.PC = int32(pc)
			if err = unpackSequence(t, *rb(base, ins), window(base, ins.A(), ins.C())); err != nil {
				goto raise
			}

		case bytecode.RangeIter:
			if !traced && *ra(base, ins) == objects.ToValue(&objects.RangeType) {
				if it := t.LoopRange(window(base, ins.A()+1, ins.B())); !it.IsZero() {
					*rc(base, ins) = it
					pc += 2
				}
			}
		case bytecode.GetIter:
			rec.PC = int32(pc)
			if ins.C() == 1 && !traced {
				if it := t.LoopIter(*rb(base, ins)); !it.IsZero() {
					*ra(base, ins) = it
					continue
				}
			}
			if v, err = objects.Iter(t, *rb(base, ins)); err != nil {
				goto raise
			}
			*ra(base, ins) = v
		case bytecode.ForIterRange, bytecode.ForIterList, bytecode.ForIter:
			it := *ra(base, ins)
			switch objects.HeadType(it) {
			case &objects.GeneratorType:
				g := objects.As[objects.Generator](it)
				if !traced && g.State == objects.GenSuspended {
					rec.PC = int32(pc)
					if r := rec.Next; r != nil && r.Base == g.Base && !g.Delegated && g.Plain() && t.Depth < t.RecursionLimit && t.Poll.Load() == 0 {
						// As resumeChain does.
						r.PC, r.Top, r.Flags = g.PC, int32(t.TopIndex()), objects.RecGen|objects.RecGenFor
						r.Gen = g
						t.Cur = r
						t.Depth++
						base = g.Base
						*reg(base, int(g.Sent)) = objects.None
						g.State = objects.GenRunning
						g.Exc.Prev = t.Handled
						t.Handled = &g.Exc
						rec, code, pc = r, g.Code, int(g.PC)
						instrs = unsafe.Pointer(unsafe.SliceData(code.Instrs))
						continue
					}
					if r := resumeChain(t, rec, g, objects.None, objects.RecGenFor); r != nil {
						rec = r
						goto entered
					}
				}
				if g.State == objects.GenSuspended || g.State == objects.GenCreated {
					rec.PC = int32(pc)
					if rec, err = pushGenerator(t, rec, g, objects.None, objects.RecGenFor); err != nil {
						goto raise
					}
					goto entered
				}
			case &objects.ZipType, &objects.EnumerateType, &objects.DictItemIterType:
				// Where the pair would be unpacked at once it is not made. When an edge is due, it goes the general way.
				if next := pc + int(int64(ins)>>48); !traced && budget > 0 && t.Poll.Load() == 0 {
					if unpack := *(*bytecode.Instr)(unsafe.Add(instrs, next*8)); unpacksPair(code, ins, unpack) {
						rec.PC = int32(pc)
						var found, ok bool
						if found, ok, err = objects.NextPair(t, it, ra(base, unpack)); err != nil {
							goto raise
						}
						if ok {
							if found {
								budget--
								pc = next + 1
							}
							continue
						}
					}
				}
			}
			rec.PC = int32(pc)
			if next := objects.HeadType(it).Next; next != nil {
				v, err = next(t, it)
			} else {
				v, err = objects.Next(t, it)
			}
			if err != nil {
				goto raise
			}
			if !v.IsZero() {
				*rb(base, ins) = v
				goto jumpCGeneral
			}

		case bytecode.Call:
			callee := *ra(base, ins)
			n := ins.B()
			if !callee.IsObject() {
				// An int is not callable: the general way says so.
			} else if typ := objects.HeadType(callee); typ == &objects.FunctionType {
				fn = objects.As[objects.Function](callee)
				if c := fn.Code; c.Simple && n == c.ArgCount {
					args, nargs = reg(base, ins.A()+1), n
					goto push
				} else if !traced && c.Generates && n == c.ArgCount {
					rec.PC = int32(pc)
					*rc(base, ins) = callGenerator(t, fn, window(base, ins.A()+1, n), code, pc)
					continue
				}
			} else if !traced && typ == &objects.BuiltinType {
				if b := objects.As[objects.Builtin](callee); b.Def.Direct(n) {
					rec.PC = int32(pc)
					if v, err = b.Def.Fn(t, b.Self, window(base, ins.A()+1, n)); err != nil {
						goto raise
					}
					if b.Def.Consumes {
						consumed(code, int32(pc), *reg(base, ins.A()+1))
					}
					if t.Poll.Load() != 0 && wantHooks(t) {
						// As at the end of call.
						err = errRecheck
						goto raise
					}
					*rc(base, ins) = v
					continue
				}
			}
			rec.PC = int32(pc)
			var pushed *objects.Record
			v, pushed, err = call(t, rec, callee, window(base, ins.A()+1, n), nil, ins.C())
			if pushed != nil {
				rec = pushed
				goto entered
			}
			if err != nil {
				goto raise
			}
			*rc(base, ins) = v
		case bytecode.CallMethod:
			callee := *ra(base, ins)
			first, n := ins.A()+1, ins.B()+1
			if reg(base, first).IsZero() {
				first++
				n--
			}
			if !callee.IsObject() {
				// As above.
			} else if typ := objects.HeadType(callee); typ == &objects.FunctionType {
				fn = objects.As[objects.Function](callee)
				if c := fn.Code; c.Simple && n == c.ArgCount {
					args, nargs = reg(base, first), n
					goto push
				} else if !traced && c.Generates && n == c.ArgCount {
					rec.PC = int32(pc)
					*rc(base, ins) = callGenerator(t, fn, window(base, first, n), code, pc)
					continue
				}
			} else if !traced && typ == &objects.MethodDescrType {
				d := objects.As[objects.MethodDescr](callee)
				if self := *reg(base, first); d.Def.Direct(n-1) && self.IsObject() && objects.HeadType(self) == d.Owner {
					rec.PC = int32(pc)
					if v, err = d.Def.Fn(t, self, window(base, first+1, n-1)); err != nil {
						goto raise
					}
					if d.Def.Consumes {
						consumed(code, int32(pc), *reg(base, first+1))
					}
					if t.Poll.Load() != 0 && wantHooks(t) {
						// As at the end of call.
						err = errRecheck
						goto raise
					}
					*rc(base, ins) = v
					continue
				}
			} else if !traced && typ == &objects.BuiltinType {
				if b := objects.As[objects.Builtin](callee); b.Def.Direct(n) {
					rec.PC = int32(pc)
					if v, err = b.Def.Fn(t, b.Self, window(base, first, n)); err != nil {
						goto raise
					}
					if t.Poll.Load() != 0 && wantHooks(t) {
						// As at the end of call.
						err = errRecheck
						goto raise
					}
					*rc(base, ins) = v
					continue
				}
			}
			rec.PC = int32(pc)
			var pushed *objects.Record
			v, pushed, err = call(t, rec, callee, window(base, first, n), nil, ins.C())
			if pushed != nil {
				rec = pushed
				goto entered
			}
			if err != nil {
				goto raise
			}
			*rc(base, ins) = v
		case bytecode.CallKw, bytecode.CallMethodKw:
			callee := *ra(base, ins)
			first, n := ins.A()+1, ins.B()
			if ins.Op() == bytecode.CallMethodKw {
				n++
				if reg(base, first).IsZero() {
					first++
					n--
				}
			}
			rec.PC = int32(pc)
			var pushed *objects.Record
			kw := objects.As[objects.Tuple](code.Consts[ins.C()])
			v, pushed, err = call(t, rec, callee, window(base, first, n), kw, ins.A())
			if pushed != nil {
				rec = pushed
				goto entered
			}
			if err != nil {
				goto raise
			}
			*ra(base, ins) = v
		case bytecode.CallEx:
			rec.PC = int32(pc)
			var pushed *objects.Record
			v, pushed, err = callEx(t, rec, window(base, ins.A(), 3), ins.B() != 0, ins.C())
			if pushed != nil {
				rec = pushed
				goto entered
			}
			if err != nil {
				goto raise
			}
			*rc(base, ins) = v

		case bytecode.Yield:
			// The value goes to whoever resumed the generator; its registers stay as they are.
			v = *rb(base, ins)
			if !traced && rec.Flags&objects.RecTake != 0 && t.Take(v) {
				// The generator goes on as though resumed by next().
				*ra(base, ins) = objects.None
				continue
			}
			if !traced && rec.Flags == objects.RecGen|objects.RecGenFor && ins.C() == bytecode.YieldBare {
				// As suspendChain does.
				g := rec.Gen
				g.PC, g.Sent, g.Delegated, g.State = int32(pc), uint16(ins.A()), false, objects.GenSuspended
				t.Handled = g.Exc.Prev
				g.Exc.Prev = nil
				t.Depth--
				t.SetTop(int(rec.Top))
				rec.Gen, rec.Flags = nil, 0
				rec = rec.Prev
				t.Cur = rec
				code, base, pc = rec.Code, rec.Base, int(rec.PC)
				instrs = unsafe.Pointer(unsafe.SliceData(code.Instrs))
				ins = *(*bytecode.Instr)(unsafe.Add(instrs, (pc-1)*8))
				*rb(base, ins) = v
				goto jumpCGeneral
			}
			rec.PC = int32(pc)
			if traced {
				if err = traceReturn(t, rec, v); err != nil {
					goto raise
				}
			}
			flags := rec.Flags
			if traced {
				suspend(t, rec, ins)
			} else {
				flags = suspendChain(t, rec, ins, v)
			}
			if flags&objects.RecEntry != 0 {
				return v, nil
			}
			rec = t.Cur
			code, base, pc = rec.Code, rec.Base, int(rec.PC)
			instrs = unsafe.Pointer(unsafe.SliceData(code.Instrs))
			ins = code.Instrs[pc-1]
			if flags&objects.RecGenFor != 0 {
				*rb(base, ins) = v
				goto jumpCGeneral
			}
			*ra(base, ins) = v
		case bytecode.Send:
			it := *rb(base, ins)
			rec.PC = int32(pc)
			if typ := objects.TypeOf(it); typ == &objects.GeneratorType || typ == &objects.CoroutineType {
				g := objects.As[objects.Generator](it)
				if !traced && g.State == objects.GenSuspended {
					if r := resumeChain(t, rec, g, *rc(base, ins), objects.RecGenSend); r != nil {
						rec = r
						goto entered
					}
				}
				if g.State == objects.GenSuspended || g.State == objects.GenCreated && *rc(base, ins) == objects.None {
					if rec, err = pushGenerator(t, rec, g, *rc(base, ins), objects.RecGenSend); err != nil {
						goto raise
					}
					goto entered
				}
			}
			var done bool
			if v, done, err = send(t, it, *rc(base, ins)); err != nil {
				goto raise
			}
			*ra(base, ins) = v
			if done {
				pc++
			}
		case bytecode.ReturnGenerator:
			rec.PC = int32(pc)
			v = newGenerator(t, rec)
			goto leave

		case bytecode.Raise:
			rec.PC = int32(pc)
			{
				var again bool
				if err, again = raise(t, base, ins); again {
					goto unwind
				}
			}
			goto raise
		case bytecode.Reraise:
			err = objects.As[objects.Exception](*ra(base, ins))
			rec.PC = reraisedAt(rec, err, pc)
			goto unwind
		case bytecode.PushExc:
			*rb(base, ins) = t.Handled.Exc
			t.Handled.Exc = *ra(base, ins)
		case bytecode.PopExc:
			t.Handled.Exc = *ra(base, ins)

		case bytecode.EnterTrace:
			// A loop with machine code. Where something waits, the interpreter runs the loop up to its next poll.
			if t.Poll.Load() == 0 {
				rec.PC = int32(pc - 1)
				var moved bool
				if moved, err = jit.Enter(t, rec, ins.Long()); moved || err != nil {
					// The trace may have left in a frame that it had inlined.
					rec = t.Cur
					code, base, pc = rec.Code, rec.Base, int(rec.PC)
					instrs = unsafe.Pointer(unsafe.SliceData(code.Instrs))
					if err != nil {
						goto raise
					}
					if t.Poll.Load() != 0 {
						goto polled
					}
					continue
				}
			}
			ins = jit.Original(ins)
			goto dispatch

		default:
			// Everything rarer lives in a function of its own, to keep this one small enough for good code.
			rec.PC = int32(pc)
			var next int
			if next, err = execute(t, rec, code, base, ins); err != nil {
				goto raise
			}
			pc += next
		}
		continue

	push:
		// The frame of fn, a function that needs no binding, with its nargs arguments at args.
		rec.PC = int32(pc)
		{
			c, r := fn.Code, rec.Next
			at := int(uintptr(unsafe.Pointer(args))-uintptr(t.ChunkStart())) / 8
			if rec.Flags&objects.RecGen != 0 || r == nil || t.Depth >= t.RecursionLimit || at+c.NRegs > objects.ChunkRegisters {
				goto pushGeneral
			}
			// The window is placed over the arguments.
			for i := nargs; i < len(c.VarNames); i++ {
				*reg(unsafe.Pointer(args), i) = value{}
			}
			if n := len(c.FreeVars); n > 0 {
				to := reg(unsafe.Pointer(args), len(c.VarNames)+len(c.CellVars))
				for i := range n {
					*reg(unsafe.Pointer(to), i) = *fn.Closure.At(i)
				}
			}
			r.Code, r.Fn, r.Base = c, fn, unsafe.Pointer(args)
			r.PC, r.Top, r.Dst = 0, int32(t.TopIndex()), uint16(ins.C())
			t.SetTop(at + c.NRegs)
			t.Depth++
			t.Cur = r
			rec = r
			if traced || t.Poll.Load() != 0 || c.Calls+1 == hotCalls {
				goto entered
			}
			c.Calls++
			code, base, pc = c, unsafe.Pointer(args), 0
			instrs = unsafe.Pointer(unsafe.SliceData(c.Instrs))
		}
		continue
	pushGeneral:
		{
			r := pushFromGenerator(t, rec, fn, args, nargs)
			if r == nil {
				if r, err = pushFunction(t, fn, unsafe.Slice(args, nargs), nil); err != nil {
					goto raise
				}
			}
			r.Dst = uint16(ins.C())
			rec = r
		}
		goto entered
	loadGlobal:
		rec.PC = int32(pc)
		if v, err = loadGlobal(t, rec, ins); err != nil {
			goto raise
		}
		*ra(base, ins) = v
		continue
	loadAttr:
		rec.PC = int32(pc)
		{
			var pushed *objects.Record
			if v, pushed, err = loadAttr(t, rec, code, *rb(base, ins), ins); err != nil {
				goto raise
			}
			if pushed != nil {
				rec = pushed
				goto entered
			}
			*ra(base, ins) = v
		}
		continue
	storeAttr:
		rec.PC = int32(pc)
		if err = storeAttr(t, rec, code, *ra(base, ins), *rb(base, ins), ins); err != nil {
			goto raise
		}
		continue
	loadMethod:
		rec.PC = int32(pc)
		if err = loadMethod(t, rec, code, *rb(base, ins), window(base, ins.A(), 2), ins); err != nil {
			goto raise
		}
		continue
	binary:
		rec.PC = int32(pc)
		if r := pushOperator(t, ins, base); r != nil {
			rec = r
			goto entered
		}
		if v, err = binarySlow(t, ins.Op(), *rb(base, ins), *rc(base, ins)); err != nil {
			goto raise
		}
		*ra(base, ins) = v
		continue
	binaryInt:
		rec.PC = int32(pc)
		if v, err = binaryIntSlow(t, ins.Op(), *rb(base, ins), int64(ins)>>48); err != nil {
			goto raise
		}
		*ra(base, ins) = v
		continue
	compare:
		rec.PC = int32(pc)
		if v, err = compareSlow(t, ins.Op(), *rb(base, ins), *rc(base, ins)); err != nil {
			goto raise
		}
		*ra(base, ins) = v
		continue
	compareJump:
		rec.PC = int32(pc)
		{
			var taken bool
			if taken, err = compareJumpSlow(t, ins, base); err != nil {
				goto raise
			}
			if taken {
				goto jumpCGeneral
			}
		}
		continue
	jumpCGeneral:
		pc += int(int64(ins) >> 48)
		if int64(ins) >= 0 {
			continue
		}
	edgeReached:
		// As backEdge.
		budget--
		if budget >= 0 && t.Poll.Load() == 0 {
			continue
		}
	polled:
		rec.PC = int32(pc)
		budget = edgeBudget
		{
			var act edgeAction
			if act, err = edge(t, rec, traced); err != nil {
				pc = int(rec.PC)
				goto raiseAtHead
			}
			switch act {
			case edgeReload:
				rec = t.Cur
				goto reload
			case edgeSwitch:
				return value{}, errSwitch
			}
		}
	}

leave:
	// v is the result of the frame.
	if traced {
		rec.PC = int32(pc)
		if err = traceReturn(t, rec, v); err != nil {
			goto raise
		}
	}
	if rec.Flags != 0 {
		rec.PC = int32(pc)
		flags := rec.Flags
		if v, err = leaveFrame(t, rec, v); err != nil {
			// __init__ returned something: the error is the caller's.
			rec = t.Cur
			if flags&objects.RecEntry != 0 {
				return value{}, err
			}
			code, base, pc = rec.Code, rec.Base, int(rec.PC)
			instrs = unsafe.Pointer(unsafe.SliceData(code.Instrs))
			goto raise
		}
		if flags&objects.RecEntry != 0 {
			return v, nil
		}
		dst := rec.Dst
		rec = t.Cur
		code, base, pc = rec.Code, rec.Base, int(rec.PC)
		instrs = unsafe.Pointer(unsafe.SliceData(code.Instrs))
		switch {
		case flags&objects.RecGenFor != 0:
			// Exhausted: the loop ends, the value is dropped.
		case flags&objects.RecGenSend != 0:
			*ra(base, code.Instrs[pc-1]) = v
			pc++
		default:
			*reg(base, int(dst)) = v
		}
		if traced {
			goto switchCheck
		}
		goto loop
	}
	{
		dst := rec.Dst
		t.SetTop(int(rec.Top))
		t.Depth--
		rec = rec.Prev
		t.Cur = rec
		code, base, pc = rec.Code, rec.Base, int(rec.PC)
		instrs = unsafe.Pointer(unsafe.SliceData(code.Instrs))
		*reg(base, int(dst)) = v
		if traced {
			goto switchCheck
		}
		goto loop
	}

entered:
	// A frame was pushed: rec is its record.
	code, base, pc = rec.Code, rec.Base, int(rec.PC)
	instrs = unsafe.Pointer(unsafe.SliceData(code.Instrs))
	if traced {
		if err = traceCall(t, rec); err != nil {
			goto raise
		}
	}
	if pc == 0 {
		if code.Calls++; code.Calls == hotCalls {
			hotCall(t, rec)
		}
	}
	if t.Poll.Load() != 0 {
		var act edgeAction
		if act, err = edge(t, rec, traced); err != nil {
			goto raiseAtHead
		}
		if act == edgeSwitch {
			return value{}, errSwitchEntry
		}
	}
	goto loop

reload:
	code, base, pc = rec.Code, rec.Base, int(rec.PC)
	instrs = unsafe.Pointer(unsafe.SliceData(code.Instrs))
	goto loop

switchCheck:
	if !wantTraced(t) {
		rec.PC = int32(pc)
		return value{}, errSwitch
	}
	goto loop

raiseAtHead:
	// A poll at a loop head or an entry raised: the error belongs to the instruction there.
	pc++
raise:
	if err == errRecheck {
		// A call that has succeeded; v is its result. See call.
		err = nil
		if op := ins.Op(); op == bytecode.CallKw || op == bytecode.CallMethodKw {
			*ra(base, ins) = v
		} else {
			*rc(base, ins) = v
		}
		if traced {
			goto switchCheck
		}
		rec.PC = int32(pc)
		return value{}, errSwitch
	}
	rec.PC = int32(pc)
	if traced {
		err = traceException(t, rec, err)
	}
	addTraceback(t, rec, err)
unwind:
	for {
		target, r := bytecode.FindHandler(code.Exceptions, pc-1)
		if target >= 0 {
			*reg(base, r) = objects.AsException(err).Value()
			pc = target
			goto loop
		}
		if traced {
			traceUnwind(t, rec)
		}
		flags := rec.Flags
		unwindFrame(t, rec)
		if flags&objects.RecEntry != 0 {
			return value{}, err
		}
		rec = t.Cur
		code, base, pc = rec.Code, rec.Base, int(rec.PC)
		instrs = unsafe.Pointer(unsafe.SliceData(code.Instrs))
		if traced {
			err = traceException(t, rec, err)
		}
		addTraceback(t, rec, err)
	}
}
