package jit

import (
	"fmt"
	"io"
	"unsafe"

	"github.com/adder-lang/adder/asm"
	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/ir"
	"github.com/adder-lang/adder/objects"
)

// Options configure the compiler.
type Options struct {
	// Eager compiles loops after two iterations, so that short tests reach machine code.
	Eager bool
	// Log receives a line for each trace, abort and side trace; nil: none.
	Log io.Writer
	// Dump receives the text of each trace.
	Dump io.Writer
}

// compiler is the state of the JIT.
//
// Concurrency: used under the global lock. Without it, the tables would be guarded by a lock of the compiler's own;
// traces are immutable but for their counters and slots, which are atomic words.
type compiler struct {
	opts    Options
	mem     *asm.Memory
	traces  []*trace
	exits   []*exit
	loops   map[loopKey]*loopState
	threads map[*objects.Thread]*threadState
	hotLoop int
	hotExit int
	period  int
	aborts  int
}

type loopKey struct {
	code *objects.Code
	pc   int
}

// loopState counts a loop that has no trace.
type loopState struct {
	count, limit, aborts int
}

// threadState is what the JIT keeps for a thread.
type threadState struct {
	ctx *asm.Context
	rec *recorder
	act activation
}

var the compiler

// Start makes the JIT ready and installs it in the interpreter. Where machine code cannot run here the error says why,
// and Adder goes on without.
func Start(o Options) error {
	if !asm.Supported() {
		return asm.ErrUnsupported
	}
	mem, err := asm.NewMemory(codeSpace)
	if err != nil {
		return err
	}
	if err := asm.SelfTest(mem); err != nil {
		return err
	}
	the = compiler{opts: o, mem: mem, loops: map[loopKey]*loopState{}, threads: map[*objects.Thread]*threadState{},
		hotLoop: hotLoop, hotExit: hotExit, period: edgePeriod}
	if o.Eager {
		the.hotLoop, the.hotExit, the.period = eagerLoop, eagerExit, 1
	}
	objects.OriginalInstr = the.Original
	interp.SetJIT(&the, the.period)
	return nil
}

func (c *compiler) thread(t *objects.Thread) *threadState {
	s := c.threads[t]
	if s == nil {
		s = &threadState{ctx: asm.NewContext((*uint32)(unsafe.Pointer(&t.Poll)))}
		c.threads[t] = s
	}
	return s
}

// Hot implements interp.JIT.
func (c *compiler) Hot(t *objects.Thread, rec *objects.Record) bool {
	pc := int(rec.PC)
	if rec.Code.Instrs[pc].Op() == bytecode.EnterTrace {
		return false
	}
	key := loopKey{rec.Code, pc}
	l := c.loops[key]
	if l == nil {
		l = &loopState{limit: c.hotLoop}
		c.loops[key] = l
	}
	l.count += c.period
	if l.count < l.limit || l.aborts >= maxAborts {
		return false
	}
	l.count = 0
	s := c.thread(t)
	if s.rec != nil {
		return false
	}
	s.rec = newRecorder(rec, pc, nil, nil)
	return true
}

// Recording implements interp.JIT.
func (c *compiler) Recording(t *objects.Thread) bool {
	s := c.threads[t]
	return s != nil && s.rec != nil
}

// Original implements interp.JIT.
func (c *compiler) Original(ins bytecode.Instr) bytecode.Instr { return c.traces[ins.Long()].original }

// Record implements interp.JIT.
func (c *compiler) Record(t *objects.Thread, rec *objects.Record, ins bytecode.Instr) bool {
	s := c.thread(t)
	r := s.rec
	if !t.TraceFunc.IsZero() || !t.ProfileFunc.IsZero() {
		r.fail(AbortHooks)
	} else {
		r.step(rec, ins)
	}
	if r.abort == NoAbort && !r.done {
		return true
	}
	s.rec = nil
	// The plain loop takes over at the next safepoint.
	t.SetPoll(objects.PollHooks)
	if r.abort == NoAbort {
		r.abort = c.compile(r)
	}
	if r.abort != NoAbort {
		c.aborted(r)
	}
	return false
}

// Abort implements interp.JIT.
func (c *compiler) Abort(t *objects.Thread, reason string) {
	s := c.thread(t)
	if s.rec == nil {
		return
	}
	s.rec.fail(AbortException)
	c.aborted(s.rec)
	s.rec = nil
	t.SetPoll(objects.PollHooks)
}

// aborted makes the place wait longer before it is tried again.
func (c *compiler) aborted(r *recorder) {
	c.aborts++
	if r.from != nil {
		r.from.aborts++
		r.from.count = 0
	} else if l := c.loops[loopKey{r.code, r.head}]; l != nil {
		l.aborts++
		if !c.opts.Eager {
			l.limit += penalty << l.aborts
		}
	}
	c.log("abort  %s: %s at instruction %d", c.where(r.code, r.head), r.abort, r.pc)
}

// compile turns a finished recording into machine code and attaches it.
func (c *compiler) compile(r *recorder) Abort {
	t := &r.b.Trace
	ir.Optimise(t)
	base := len(c.exits)
	g, obj, why := generate(t, base, r.link)
	if why != NoAbort {
		return why
	}
	code, err := c.mem.Publish(obj)
	if err != nil {
		return AbortSpace
	}
	tr := &trace{id: len(c.traces), ir: t, code: code, obj: r.code, head: r.head, loop: g.loop, root: r.root,
		phiRegs: map[int]bool{}, phiFields: map[int]bool{}}
	tr.exits = make([]*exit, len(t.Snaps))
	slots := make([][]asm.Slot, len(t.Snaps))
	for _, s := range g.stubSlots {
		slots[s.snap] = append(slots[s.snap], s.slot)
	}
	for i := range tr.exits {
		tr.exits[i] = &exit{trace: tr, snap: &t.Snaps[i], index: i, slots: slots[i]}
	}
	c.exits = append(c.exits, tr.exits...)
	c.traces = append(c.traces, tr)
	if c.opts.Dump != nil {
		fmt.Fprintf(c.opts.Dump, "trace %d  %s\n%s", tr.id, c.where(r.code, r.head), t)
		for _, line := range asm.Disassemble(code.Bytes(), uint64(code.Start)) {
			fmt.Fprintln(c.opts.Dump, "    "+line)
		}
	}
	if r.from != nil {
		r.from.side = tr
		r.root.side++
		for _, s := range r.from.slots {
			r.from.trace.code.SetSlot(s, code.Start)
		}
		c.log("side   %d of %d exit %d  %s: %d instructions, %d bytes", tr.id, r.from.trace.id, r.from.index, c.where(r.code, r.head), len(t.Instrs), code.Size)
		return NoAbort
	}
	tr.loopValues, tr.rootable = g.loopValues()
	for i := range t.Instrs {
		if in := &t.Instrs[i]; in.Op == ir.Phi {
			if t.Instrs[in.A].Op == ir.FieldInt {
				tr.phiFields[int(in.Imm)] = true
			} else {
				tr.phiRegs[int(in.Imm)] = true
			}
		}
	}
	ins := r.code.Instrs[r.head]
	tr.original = ins.WithOp(ins.Op().General())
	r.code.Instrs[r.head] = bytecode.MakeLong(bytecode.EnterTrace, 0, int32(tr.id))
	c.log("trace  %d  %s: %d instructions, %d bytes", tr.id, c.where(r.code, r.head), len(t.Instrs), code.Size)
	return NoAbort
}

// where names a place in the program.
func (c *compiler) where(code *objects.Code, pc int) string {
	line := 0
	if pc < len(code.Positions) {
		line = int(code.Positions[pc].Line)
	}
	return fmt.Sprintf("%s (%s:%d)", code.QualName, code.Filename, line)
}

func (c *compiler) log(format string, args ...any) {
	if c.opts.Log != nil {
		fmt.Fprintf(c.opts.Log, "jit: "+format+"\n", args...)
	}
}
