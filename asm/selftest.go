//go:build linux && (amd64 || arm64) && !nojit

package asm

import (
	"errors"
	"fmt"
	"math"
	"unsafe"
)

// Words of g as readG copies them.
const (
	gStackLo = iota
	gStackHi
	gStackguard0
	gStackguard1
)

// maxGuardDistance bounds how far above the stack's end the guard lies: Go has 928 bytes, more when instrumented.
const maxGuardDistance = 16 << 10

// SelfTest checks, at the start of the JIT, everything that this package assumes of Go's runtime and of the system.
// If it returns an error Adder runs without machine code and says why. It takes well below a millisecond.
func SelfTest(m *Memory) error {
	if err := testG(); err != nil {
		return err
	}
	if writeBarrier.pad != [3]byte{} || *barrierFlag() > 1 {
		return errors.New("asm: self-test: runtime.writeBarrier does not look like a flag")
	}
	if err := m.testReuse(); err != nil {
		return err
	}
	return testCode(m, Run, RunWide)
}

// testReuse finds out whether new code at the place of freed code runs, or the old once more. Processors get it
// right, emulators not always (qemu before 8.1 takes no notice of writes through a second mapping): there freed space
// is not used again.
func (m *Memory) testReuse() error {
	var attention uint32
	var exits [2]uint32
	for i := range exits {
		a, err := New()
		if err != nil {
			return err
		}
		a.Exit(uint32(i))
		o, err := a.Finish()
		if err != nil {
			return err
		}
		c, err := m.Publish(o)
		if err != nil {
			return err
		}
		h := &oneExit{code: c.Start}
		if err := Run(NewContext(&attention), h); err != nil {
			return fmt.Errorf("asm: self-test: %w", err)
		}
		exits[i] = h.exit
		if i == 1 && h.exit == 0 {
			m.noReuse = true
		}
		c.Free()
	}
	if exits[0] != 0 || exits[1] != 1 && !m.noReuse {
		return fmt.Errorf("asm: self-test: executable memory does not run what it holds (exits %v)", exits)
	}
	return nil
}

// oneExit is a Handler that ends at the first exit.
type oneExit struct {
	code uintptr
	exit uint32
}

func (h *oneExit) Start(View) uintptr { return h.code }

func (h *oneExit) Exit(n uint32, _ View) uintptr {
	h.exit = n
	return 0
}

// testG checks the layout of the running goroutine's g.
func testG() error {
	var g [4]uint64
	readG(&g)
	return checkG(g, uint64(uintptr(noescape(unsafe.Pointer(&g)))))
}

// checkG judges the first words of a g, given an address on its stack.
func checkG(g [4]uint64, local uint64) error {
	lo, hi, guard := g[gStackLo], g[gStackHi], g[gStackguard0]
	if !(lo < local && local < hi) {
		return errors.New("asm: self-test: the goroutine's stack bounds are not where they should be")
	}
	preempt := int64(guard) >= preemptMark && int64(guard) < 0
	if !preempt && !(lo < guard && guard < lo+maxGuardDistance) || g[gStackguard1] != math.MaxUint64 {
		return errors.New("asm: self-test: g.stackguard0 is not where it should be")
	}
	return nil
}

// probe is the Handler of testCode.
type probe struct {
	ctx   *Context
	entry uintptr
	again uintptr
	exits int
	err   error
	value unsafe.Pointer
}

func (p *probe) Start(v View) uintptr {
	v.SetValue(0, p.value)
	v.SetRaw(v.Len()-1, 40)
	return p.entry
}

func (p *probe) Exit(n uint32, v View) uintptr {
	p.exits++
	var g [4]uint64
	readG(&g)
	lo, hi := uintptr(g[gStackLo]), uintptr(g[gStackHi])
	base, size := p.ctx.base, uintptr(v.Len())*8
	switch {
	case base-size < lo || base+size > hi || base != uintptr(v.base):
		p.err = errors.New("asm: self-test: the activation's arrays are not on the goroutine's stack")
	case p.ctx.sp < lo || p.ctx.sp > hi:
		p.err = errors.New("asm: self-test: machine code runs on another stack")
	case p.exits == 1 && (n != 7 || v.Raw(v.Len()-1) != 42 || v.Value(v.Len()-1) != p.value),
		p.exits == 2 && (n != 1<<31 || v.Raw(0) != 42):
		p.err = fmt.Errorf("asm: self-test: machine code computes wrongly (exit %d)", n)
	case p.exits == 1:
		return p.again
	}
	return 0
}

// testCode assembles a little, runs it in activations of both sizes, and checks where their arrays lie.
func testCode(m *Memory, run, runWide func(*Context, Handler) error) error {
	var attention uint32
	for _, t := range []struct {
		run func(*Context, Handler) error
		n   int
	}{{run, NarrowSlots}, {runWide, WideSlots}} {
		a, err := New()
		if err != nil {
			return err
		}
		x, y := GPRs[0], GPRs[1]
		again := a.NewLabel()
		a.Load(x, W64, RawSlot(t.n-1))
		a.IntImm(Add, x, x, 2)
		a.Store(W64, RawSlot(t.n-1), x)
		a.Load(y, W64, ValueSlot(0))
		a.Store(W64, ValueSlot(t.n-1), y)
		a.Exit(7)
		a.Bind(again)
		a.Load(x, W64, RawSlot(t.n-1))
		a.Store(W64, RawSlot(0), x)
		a.Exit(1 << 31)
		o, err := a.Finish()
		if err != nil {
			return err
		}
		c, err := m.Publish(o)
		if err != nil {
			return err
		}
		ctx := NewContext(&attention)
		p := &probe{ctx: ctx, entry: c.Start, again: c.Label(again), value: unsafe.Pointer(new(int64))}
		err = t.run(ctx, p)
		c.Free()
		if err != nil {
			return fmt.Errorf("asm: self-test: %w", err)
		}
		if p.err != nil {
			return p.err
		}
		if p.exits != 2 {
			return fmt.Errorf("asm: self-test: %d exits instead of 2", p.exits)
		}
	}
	return nil
}
