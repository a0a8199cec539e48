package interp

import (
	"unsafe"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
)

// Assignment to f_lineno: a trace function moves its frame to another line. The frame may leave blocks but not enter
// loops, with statements or exception handlers, whose registers would hold nothing.

// jumpBlock is a block that can only be entered at its beginning.
type jumpBlock struct {
	kind jumpBlockKind
	at   int // identifies the block: its FOR_ITER, the register of its context manager, or the first instruction of its handler
}

type jumpBlockKind uint8

const (
	loopBlock jumpBlockKind = iota
	withBody
	asyncWithBody
	exceptBlock
)

// setLine is the hook of f_lineno's setter.
func setLine(t *objects.Thread, f *objects.Frame, v value) error {
	if v.IsZero() {
		return objects.Errorf(&objects.AttributeErrorType, "cannot delete attribute")
	}
	if objects.TypeOf(v) != &objects.IntType {
		return objects.ValueErrorf("lineno must be an integer")
	}
	rec := f.Rec
	switch {
	case f.Event == "line":
	case f.Event == "call":
		return objects.ValueErrorf("can't jump from the 'call' trace event of a new frame")
	case f.Event == "" || rec == nil || f.Trace.IsZero():
		return objects.ValueErrorf("f_lineno can only be set in a trace function")
	case f.Event == "return" && rec.PC > 0 && f.Code.Instrs[rec.PC-1].Op() == bytecode.Yield:
	default:
		return objects.ValueErrorf("can only jump from a 'line' trace event")
	}
	wanted, err := objects.IndexInt(t, v, &objects.OverflowErrorType)
	if err != nil {
		return err
	}
	code := f.Code
	if wanted < int(code.FirstLine) {
		return objects.ValueErrorf("line %d comes before the current code block", wanted)
	}
	runs := reachable(code)
	line := lineNotBefore(code, int32(wanted), runs)
	if line < 0 {
		return objects.ValueErrorf("line %d comes after the current code block", wanted)
	}
	from := blocksAt(code, int(rec.PC)-1)
	target, depth := -1, -1
	refused := objects.ValueErrorf("cannot find bytecode for specified line")
	for pc := range code.Positions() {
		if !startsLine(code, pc) || code.Positions()[pc].Line != line || !runs[pc] {
			continue
		}
		to := blocksAt(code, pc)
		if b := missingBlock(from, to); b != nil {
			if target < 0 {
				refused = b.refusal()
			}
		} else if len(to) > depth {
			target, depth = pc, len(to)
		}
	}
	if target < 0 {
		return refused
	}
	if err := bindAll(t, rec); err != nil {
		return err
	}
	leaveHandlers(t, rec, from, blocksAt(code, target))
	if f.Event == "return" {
		// The generator goes on there when it is resumed.
		rec.PC = int32(target)
	} else {
		rec.PC = int32(target) + 1
	}
	return nil
}

func (b *jumpBlock) refusal() error {
	switch b.kind {
	case loopBlock:
		return objects.ValueErrorf("can't jump into the body of a for loop")
	case exceptBlock:
		return objects.ValueErrorf("can't jump into an 'except' block as there's no exception")
	}
	return objects.ValueErrorf("incompatible stacks")
}

// reachable says of each instruction whether it can run. The compiler leaves code behind a return in place, which may continue at
// the end.
func reachable(code *objects.Code) []bool {
	instrs := make([]bytecode.Instr, len(code.Instrs))
	for i, ins := range code.Instrs {
		instrs[i] = objects.GeneralInstr(code, ins)
	}
	runs, _ := bytecode.Reachable(instrs, code.Exceptions)
	return runs
}

// startsLine reports whether an instruction is the first of its line in the order of the code.
func startsLine(code *objects.Code, pc int) bool {
	line := code.Positions()[pc].Line
	for i := pc - 1; i >= 0; i-- {
		if l := code.Positions()[i].Line; l > 0 {
			return l != line
		}
	}
	return line > 0
}

// lineNotBefore returns the first line with code that is not before the given one, -1 where there is none.
func lineNotBefore(code *objects.Code, line int32, runs []bool) int32 {
	best := int32(-1)
	for pc, p := range code.Positions() {
		if runs[pc] && p.Line >= line && (best < 0 || p.Line < best) {
			best = p.Line
		}
	}
	return best
}

// blocksAt returns the blocks around an instruction. They follow from the loops' jumps and the exception table: a handler
// begins with PUSH_EXC, the cleanup of one that runs with POP_EXC.
func blocksAt(code *objects.Code, pc int) []jumpBlock {
	var blocks []jumpBlock
	for i, ins := range code.Instrs {
		if ins.Op().General() == bytecode.ForIter && i+1+ins.SC() <= pc && pc <= i {
			blocks = append(blocks, jumpBlock{loopBlock, i})
		}
	}
	for _, h := range code.Exceptions {
		// The handler of an async for covers only the awaiting of the next value.
		if target := int(h.Target); code.Instrs[target].Op() == bytecode.EndAsyncFor && pc >= int(h.End) && pc <= asyncForEnd(code, h) {
			blocks = append(blocks, jumpBlock{loopBlock, target})
		}
	}
	for at := pc; ; {
		target, _ := bytecode.FindHandler(code.Exceptions, at)
		if target < 0 {
			return blocks
		}
		switch code.Instrs[target].Op() {
		case bytecode.PopExc:
			blocks = append(blocks, jumpBlock{exceptBlock, target})
		case bytecode.EndAsyncFor:
			blocks = append(blocks, jumpBlock{loopBlock, target})
		case bytecode.PushExc:
			if leadsToExit(code, target) {
				kind := withBody
				if code.Instrs[target+2].Op() == bytecode.GetAwaitable {
					kind = asyncWithBody
				}
				blocks = append(blocks, jumpBlock{kind, code.Instrs[target+1].B()})
			}
		}
		at = target
	}
}

// asyncForEnd returns the last jump back to where an async for awaits the next value.
func asyncForEnd(code *objects.Code, h bytecode.Handler) int {
	for pc := len(code.Instrs) - 1; pc >= int(h.End); pc-- {
		ins := code.Instrs[pc]
		if bytecode.Table[ins.Op().General()].B != bytecode.Jump {
			continue
		}
		if to := pc + 1 + ins.Long(); int(h.Start) <= to && to < int(h.End) {
			return pc
		}
	}
	return -1
}

// leadsToExit reports whether a handler is that of a with statement.
func leadsToExit(code *objects.Code, handler int) bool {
	return handler+1 < len(code.Instrs) && code.Instrs[handler+1].Op() == bytecode.WithExceptExit
}

// missingBlock returns a block around the target that is not around the source.
func missingBlock(from, to []jumpBlock) *jumpBlock {
next:
	for i := range to {
		for _, b := range from {
			if b == to[i] {
				continue next
			}
		}
		return &to[i]
	}
	return nil
}

// leaveHandlers puts back the exceptions that were handled before the handlers that the jump leaves.
func leaveHandlers(t *objects.Thread, rec *objects.Record, from, to []jumpBlock) {
	for _, b := range from {
		if b.kind == exceptBlock && missingBlock(to, []jumpBlock{b}) != nil {
			t.Handled.Exc = *reg(rec.Base, rec.Code.Instrs[b.at].A())
		}
	}
}

// bindAll gives every unbound variable None, because the code behind the jump may rely on their being bound.
func bindAll(t *objects.Thread, rec *objects.Record) error {
	c := rec.Code
	vars := unsafe.Slice((*value)(rec.Base), len(c.VarNames))
	var unbound []int
	for i := range vars {
		if vars[i].IsZero() && !isCellVar(c, i) {
			unbound = append(unbound, i)
		}
	}
	if len(unbound) == 0 {
		return nil
	}
	s := "s"
	if len(unbound) == 1 {
		s = ""
	}
	err := objects.H.Warn(t, &objects.RuntimeWarningType, "assigning None to "+itoa(len(unbound))+" unbound local"+s, 0)
	if err != nil {
		return err
	}
	for _, i := range unbound {
		vars[i] = objects.None
	}
	return nil
}

// isCellVar reports whether a variable lives in a cell of the same name.
func isCellVar(c *objects.Code, i int) bool {
	for _, n := range c.CellVars {
		if n == c.VarNames[i] {
			return true
		}
	}
	return false
}
