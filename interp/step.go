package interp

import (
	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
)

// Step executes one instruction of the running frame to its end, calls included: machine code has it done where it has
// no code of its own for an instruction. rec.PC is the index behind the instruction. taken says that a jump is taken, for
// FOR_ITER that there was a value. The instruction must be one that Steppable allows.
func Step(t *objects.Thread, rec *objects.Record, ins bytecode.Instr) (taken bool, err error) {
	base, code := rec.Base, rec.Code
	var v value
	var pushed *objects.Record
	dst := ins.A()
	switch op := ins.Op().General(); op {
	case bytecode.AddInt, bytecode.IAddInt, bytecode.SubInt, bytecode.ISubInt, bytecode.MulInt:
		v, err = binaryIntSlow(t, op, *rb(base, ins), int64(ins)>>48)
	case bytecode.Neg:
		v, err = objects.Unary(t, objects.OpNeg, *rb(base, ins))
	case bytecode.Pos:
		v, err = objects.Unary(t, objects.OpPos, *rb(base, ins))
	case bytecode.Invert:
		v, err = objects.Unary(t, objects.OpInvert, *rb(base, ins))
	case bytecode.Not, bytecode.ToBool:
		var truth bool
		truth, err = objects.Truth(t, *rb(base, ins))
		v = objects.Bool(truth == (op == bytecode.ToBool))
	case bytecode.Lt, bytecode.Le, bytecode.Eq, bytecode.Ne, bytecode.Gt, bytecode.Ge:
		v, err = compareSlow(t, op, *rb(base, ins), *rc(base, ins))
	case bytecode.In, bytecode.NotIn:
		var in bool
		in, err = objects.Contains(t, *rc(base, ins), *rb(base, ins))
		v = objects.Bool(in == (op == bytecode.In))
	case bytecode.JumpIfTrue, bytecode.JumpIfFalse:
		var truth bool
		truth, err = objects.Truth(t, *ra(base, ins))
		return truth == (op == bytecode.JumpIfTrue), err

	case bytecode.LoadGlobal:
		v, err = loadGlobal(t, rec, ins.WithOp(op))
	case bytecode.StoreGlobal:
		return false, storeGlobal(t, rec, &code.Sites[ins.B()], *ra(base, ins))
	case bytecode.LoadName:
		v, err = loadName(t, rec, &code.Sites[ins.B()])
	case bytecode.StoreName:
		return false, storeName(t, rec, &code.Sites[ins.B()], *ra(base, ins))
	case bytecode.MakeCell:
		if ins.A() != ins.B() {
			v = *rb(base, ins)
		}
		v = objects.ToValue(objects.NewCell(v))
	case bytecode.LoadAttr:
		v, pushed, err = loadAttr(t, rec, code, *rb(base, ins), ins)
	case bytecode.StoreAttr:
		return false, storeAttr(t, rec, code, *ra(base, ins), *rb(base, ins), ins)
	case bytecode.LoadMethod:
		return false, loadMethod(t, rec, code, *rb(base, ins), window(base, ins.A(), 2), ins)
	case bytecode.LoadItem:
		v, pushed, err = loadItem(t, *rb(base, ins), *rc(base, ins))
	case bytecode.StoreItem:
		return false, storeItem(t, *ra(base, ins), *rb(base, ins), *rc(base, ins))
	case bytecode.ListAppend:
		objects.As[objects.List](*ra(base, ins)).Append(*rb(base, ins))
		return false, nil
	case bytecode.BuildTuple:
		v = objects.ToValue(objects.NewTuple(window(base, ins.B(), ins.C())...))
	case bytecode.BuildList:
		v = objects.ToValue(objects.NewList(window(base, ins.B(), ins.C())...))
	case bytecode.UnpackSeq:
		return false, unpackSequence(t, *rb(base, ins), window(base, ins.A(), ins.C()))
	case bytecode.ForIter:
		dst = ins.B()
		if v, err = objects.Next(t, *ra(base, ins)); err != nil || v.IsZero() {
			return false, err
		}
		taken = true

	case bytecode.Call:
		dst = ins.C()
		v, pushed, err = call(t, rec, *ra(base, ins), window(base, ins.A()+1, ins.B()), nil, dst)
	case bytecode.CallMethod:
		dst = ins.C()
		first, n := ins.A()+1, ins.B()+1
		if reg(base, first).IsZero() {
			first++
			n--
		}
		v, pushed, err = call(t, rec, *ra(base, ins), window(base, first, n), nil, dst)
	case bytecode.CallKw, bytecode.CallMethodKw:
		first, n := ins.A()+1, ins.B()
		if op == bytecode.CallMethodKw {
			n++
			if reg(base, first).IsZero() {
				first++
				n--
			}
		}
		v, pushed, err = call(t, rec, *ra(base, ins), window(base, first, n), objects.As[objects.Tuple](code.Consts[ins.C()]), dst)
	case bytecode.CallEx:
		dst = ins.C()
		v, pushed, err = callEx(t, rec, window(base, ins.A(), 3), ins.B() != 0, dst)

	default:
		switch {
		case op >= bytecode.Add && op <= bytecode.IOr:
			v, err = binarySlow(t, op, *rb(base, ins), *rc(base, ins))
		case op >= bytecode.JumpLt && op <= bytecode.JumpNotGeInt:
			return compareJumpSlow(t, ins, base)
		default:
			_, err = execute(t, rec, code, base, ins)
			return false, err
		}
	}
	if pushed != nil {
		v, err = enter(t, pushed)
	}
	if err == nil {
		*reg(base, dst) = v
	}
	return taken, err
}

// Steppable reports whether Step can execute an opcode: all but those that leave the frame, or go on elsewhere in it
// than behind the instruction or at its jump.
func Steppable(op bytecode.Op) bool {
	switch op.General() {
	case bytecode.Trap, bytecode.Move, bytecode.LoadConst, bytecode.LoadInt, bytecode.Clear, bytecode.CheckBound, bytecode.Is,
		bytecode.IsNot, bytecode.JumpTo, bytecode.JumpIfNone, bytecode.JumpIfNotNone, bytecode.LoadDeref, bytecode.StoreDeref,
		bytecode.Return, bytecode.ReturnNone, bytecode.Yield, bytecode.Send, bytecode.ReturnGenerator, bytecode.Raise,
		bytecode.Reraise, bytecode.PushExc, bytecode.PopExc, bytecode.EnterTrace, bytecode.CleanupThrow, bytecode.EndAsyncFor,
		bytecode.WithExceptExit, bytecode.CheckEgMatch, bytecode.PrepReraiseStar:
		return false
	}
	return true
}
