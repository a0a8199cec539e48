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
	stops   []*stop
	loops   map[loopKey]*loopState
	threads map[*objects.Thread]*threadState
	hotLoop int
	hotExit int
	period  int
	aborts  int
	// boxed are registers of loops that hold values of several kinds, noInline functions that traces do not follow.
	points   map[loopKey]*point
	hotCall  uint32
	boxed    map[loopKey]map[int]bool
	noInline map[*objects.Code]bool
	builtins map[value]builtinRecorder
}

type loopKey struct {
	code *objects.Code
	pc   int
}

// loopState counts a loop that has no trace.
type loopState struct {
	count, limit, aborts int
	// left counts recordings that began in the last iteration of the loop, calls those that came to a call which the trace
	// of a loop cannot follow.
	left, calls int
}

// threadState is what the JIT keeps for a thread.
type threadState struct {
	ctx *asm.Context
	rec *recorder
	// acts are the activations, of which the first depth are in use.
	acts  []*activation
	depth int
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
		hotLoop: hotLoop, hotExit: hotExit, hotCall: hotCall, period: edgePeriod, points: map[loopKey]*point{}, boxed: map[loopKey]map[int]bool{}, noInline: map[*objects.Code]bool{}}
	ir.HelperEffects = func(id uint32) ir.Effects { return helpers[id].effects }
	ir.HelperName = func(id uint32) string { return helpers[id].name }
	internNames()
	the.findBuiltins(interp.S.Builtins)
	if o.Eager {
		the.hotLoop, the.hotExit, the.hotCall, the.period = eagerLoop, eagerExit, eagerCall, 1
	}
	objects.OriginalInstr = the.Original
	interp.SetJIT(&the, the.period, the.hotCall)
	return nil
}

func (c *compiler) thread(t *objects.Thread) *threadState {
	s := c.threads[t]
	if s == nil {
		s = &threadState{ctx: asm.NewContext((*uint32)(unsafe.Pointer(&t.Poll)))}
		// The table of threads keeps it alive.
		s.ctx.Aux[threadAux] = uint64(uintptr(unsafe.Pointer(t)))
		c.threads[t] = s
	}
	return s
}

// Forget implements interp.JIT.
func (c *compiler) Forget(t *objects.Thread) { delete(c.threads, t) }

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
	if l.calls >= maxCalls {
		if c.given(key) {
			l.aborts = maxAborts
			return false
		}
		c.recordLinear(s, t, rec, pc)
		return true
	}
	r := newRecorder(c, t, rec, pc, nil, nil)
	if r.abort != NoAbort {
		c.aborted(r)
		return false
	}
	s.rec = r
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
	if len(r.frames) > 1 && r.abort == AbortInnerLoop {
		c.noInline[r.top().code] = true
	}
	if r.from != nil {
		r.from.aborts++
		if r.abort == AbortGain {
			r.from.aborts = maxAborts
		}
		r.from.count = 0
	} else if r.linear {
		p := c.point(loopKey{r.start, r.head})
		p.aborts++
		if r.abort == AbortGain {
			p.aborts = maxAborts
		}
		if r.head == 0 {
			r.start.Calls = c.hotCall - penalty<<p.aborts
		}
	} else if l := c.loops[loopKey{r.code, r.head}]; l != nil {
		if r.abort == AbortLeft && len(r.frames) == 1 && l.left < maxLeft {
			// Bad luck: the next time it may have further iterations.
			l.left++
			c.log("abort  %s: %s at instruction %d", c.where(r.start, r.head), r.abort, r.pc)
			return
		}
		if r.abort == AbortCall && l.calls < maxCalls {
			// Another iteration may go another way; else the loop gets linear traces.
			l.calls++
			c.log("abort  %s: %s at instruction %d", c.where(r.start, r.head), r.abort, r.pc)
			return
		}
		l.aborts++
		if r.abort == AbortGain {
			l.aborts = maxAborts
		}
		if !c.opts.Eager {
			l.limit += penalty << l.aborts
		}
	}
	c.log("abort  %s: %s at instruction %d", c.where(r.start, r.head), r.abort, r.pc)
}

// compile turns a finished recording into machine code and attaches it.
func (c *compiler) compile(r *recorder) Abort {
	t := r.b.Finished()
	ir.Optimise(t)
	base := len(c.stops)
	tr := &trace{id: len(c.traces), ir: t, obj: r.start, head: r.head, root: r.root, linear: r.linear, depth: r.depth, steps: r.steps, iter: r.loopIter, worth: max(r.gain()/gainInstr, 0)}
	root := tr
	if r.root != nil {
		root = r.root
		tr.wide = root.wide
	}
	limit := asm.NarrowSlots
	if tr.wide {
		limit = asm.WideSlots
	}
	g, obj, why := generate(t, tr, base, r.from, r.link, limit)
	if why == AbortRegisters && r.root == nil && !r.linear {
		tr.wide, tr.stops = true, nil
		g, obj, why = generate(t, tr, base, r.from, r.link, asm.WideSlots)
	}
	if why != NoAbort {
		return why
	}
	code, err := c.mem.Publish(obj)
	if err != nil {
		return AbortSpace
	}
	tr.code, tr.loop = code, g.loop
	for _, st := range tr.stops {
		if st.kind != stopExit {
			st.resume = code.Label(st.label)
		}
	}
	c.stops = append(c.stops, tr.stops...)
	c.traces = append(c.traces, tr)
	if c.opts.Dump != nil {
		fmt.Fprintf(c.opts.Dump, "trace %d  %s\n%s", tr.id, c.where(r.start, r.head), t)
		for i := range tr.steps {
			fmt.Fprintf(c.opts.Dump, "step %d: %s\n", i, tr.steps[i].what)
		}
		for _, line := range asm.Disassemble(code.Bytes(), uint64(code.Start)) {
			fmt.Fprintln(c.opts.Dump, "    "+line)
		}
	}
	if r.from != nil {
		r.from.side = tr
		root.side++
		root.judgeAnew()
		root.depth = max(root.depth, tr.depth)
		if r.from.kind == stopExit {
			r.from.trace.code.SetSlot(r.from.slot, code.Start)
		}
		c.log("side   %d of %d exit %d  %s: %d instructions, %d bytes", tr.id, r.from.trace.id, r.from.index, c.where(r.start, r.head), len(t.Instrs), code.Size)
		return NoAbort
	}
	tr.globals, tr.builtins = r.fn.Globals, r.fn.Builtins
	if r.linear {
		c.publish(tr)
		c.log("linear %d  %s: %d instructions, %d bytes", tr.id, c.where(tr.obj, tr.head), len(t.Instrs), code.Size)
		return NoAbort
	}
	tr.loopValues = g.loopValues()
	ins := r.code.Instrs[r.head]
	tr.original = ins.WithOp(ins.Op().General())
	r.code.Instrs[r.head] = bytecode.MakeLong(bytecode.EnterTrace, 0, int32(tr.id))
	c.log("trace  %d  %s: %d instructions, %d bytes", tr.id, c.where(r.start, r.head), len(t.Instrs), code.Size)
	return NoAbort
}

// retire takes a root trace out of the code, for another one to be recorded. Activations that are inside go on.
func (c *compiler) retire(tr *trace) {
	tr.dead = true
	tr.obj.Instrs[tr.head] = tr.original
	if tr.linear {
		p := c.point(loopKey{tr.obj, tr.head})
		p.trace = nil
		p.aborts++
	}
	if l := c.loops[loopKey{tr.obj, tr.head}]; l != nil {
		l.aborts++
		l.count = 0
	}
	c.log("retire %d  %s: entered %d times, fitted %d", tr.id, c.where(tr.obj, tr.head), tr.entered, tr.entered-tr.misses)
}

// keepBoxed notes a register that a loop's next trace keeps boxed.
func (c *compiler) keepBoxed(k loopKey, n int) {
	if c.boxed[k] == nil {
		c.boxed[k] = map[int]bool{}
	}
	c.boxed[k][n] = true
}

// where names a place in the program.
func (c *compiler) where(code *objects.Code, pc int) string {
	line := 0
	if pc < len(code.Positions()) {
		line = int(code.Positions()[pc].Line)
	}
	return fmt.Sprintf("%s (%s:%d)", code.QualName, code.Filename, line)
}

func (c *compiler) log(format string, args ...any) {
	if c.opts.Log != nil {
		fmt.Fprintf(c.opts.Log, "jit: "+format+"\n", args...)
	}
}
