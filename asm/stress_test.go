//go:build linux && (amd64 || arm64) && !nojit

package asm

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
	"unsafe"

	"github.com/adder-lang/adder/asm/internal/cleanenv"
	"golang.org/x/sys/unix"
)

// Each rule of machine code within Go has a test here that would fail without it. What shows that is a child
// process with the rule broken, which has to lose objects, hang or die, while one that keeps it does not.

// childVar names the program that a child process runs; children maps names to programs.
const childVar = "ADDER_ASM_CHILD"

var children = map[string]func(){
	"collect-stack":   func() { childCollect(false) },
	"collect-heap":    func() { childCollect(true) },
	"barrier-tested":  func() { childBarrier(true) },
	"barrier-skipped": func() { childBarrier(false) },
	"fault-caught":    childFaultCaught,
	"fault-uncaught":  childFaultUncaught,
	"environment":     childEnvironment,
	"refused":         childRefused,
}

func TestMain(m *testing.M) {
	if f, ok := children[os.Getenv(childVar)]; ok {
		f()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child runs a program of children with additional environment and a time limit.
func child(t *testing.T, name string, env ...string) (output string, err error) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self)
	if emulator, err := exec.LookPath("qemu-aarch64"); err == nil && emulated() {
		c = exec.Command(emulator, self)
	}
	c.Env = append(append(os.Environ(), childVar+"="+name, "GOTRACEBACK=single"), env...)
	var b bytes.Buffer
	c.Stdout, c.Stderr = &b, &b
	if err := c.Start(); errors.Is(err, unix.ENOEXEC) {
		t.Skip("this system cannot start programs for the emulated processor")
	} else if err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(60*time.Second, func() { c.Process.Kill() })
	defer timer.Stop()
	err = c.Wait()
	return b.String(), err
}

// emulated reports whether an x86 processor emulates this one.
func emulated() bool {
	info, _ := os.ReadFile("/proc/cpuinfo")
	return runtime.GOARCH == "arm64" && bytes.Contains(info, []byte("vendor_id"))
}

// die ends a child process that found something wrong.
func die(format string, args ...any) {
	fmt.Printf(format+"\n", args...)
	os.Exit(3)
}

func must(err error) {
	if err != nil {
		die("%v", err)
	}
}

// publish is build for child processes.
func publish(m *Memory, emit func(a Assembler)) *Code {
	a, err := New()
	must(err)
	emit(a)
	o, err := a.Finish()
	must(err)
	c, err := m.Publish(o)
	must(err)
	return c
}

// node is what the stress tests look after: an object that says whether it is still itself.
type node struct {
	id, check uint64
	pad       [6]uint64
}

const nodeMagic = 0x9e3779b97f4a7c15

var nodeCount uint64

func newNode() *node {
	nodeCount++
	return &node{id: nodeCount, check: nodeCount * nodeMagic}
}

func (n *node) whole() bool { return n != nil && n.check == n.id*nodeMagic && n.id != 0 }

// collectAlways keeps collections going on another goroutine.
func collectAlways() (stop func()) {
	var done atomic.Bool
	var wg sync.WaitGroup
	wg.Go(func() {
		for !done.Load() {
			runtime.GC()
		}
	})
	return func() { done.Store(true); wg.Wait() }
}

const held = 8 // nodes that the machine code of the stress tests holds in registers, at most

func heldRegs() []Reg { return GPRs[1:min(1+held, len(GPRs))] }

// emitSpin spends time in machine code with pointers in registers only; at a poll it leaves through exit 2, the
// pointers stored as the rule demands.
func emitSpin(a Assembler, rounds int64, regs []Reg, resume Label) {
	count := GPRs[0]
	loop, poll, out := a.NewLabel(), a.NewLabel(), a.NewLabel()
	a.MoveImm(count, rounds)
	a.Bind(loop)
	a.IntImm(Sub, count, count, 1)
	a.Poll(poll)
	a.BranchImm(GT, count, 0, loop)
	a.Jump(out)
	a.Bind(poll)
	for i, r := range regs {
		a.Store(W64, ValueSlot(i), r)
	}
	a.Store(W64, RawSlot(0), count)
	a.Exit(2)
	a.Bind(resume)
	a.MoveImm(count, 0)
	for i, r := range regs {
		a.Load(r, W64, ValueSlot(i))
		a.Store(W64, ValueSlot(i), count)
	}
	a.Load(count, W64, RawSlot(0))
	a.BranchImm(GT, count, 0, loop)
	a.Bind(out)
}

// childCollect moves the only pointers to some nodes between the activation's array and registers, under constant
// collections. With heap set the array is not on the stack but in a heap object, which breaks rule 1: the collector
// scans it at a time of its own, while the pointers are in registers, and stores into it have no barrier.
func childCollect(heap bool) {
	m, err := NewMemory(1 << 20)
	must(err)
	var resume Label
	regs := heldRegs()
	c := publish(m, func(a Assembler) {
		resume = a.NewLabel()
		zero := GPRs[0]
		a.MoveImm(zero, 0)
		for i, r := range regs {
			a.Load(r, W64, ValueSlot(i))
			a.Store(W64, ValueSlot(i), zero)
		}
		emitSpin(a, 2000, regs, resume)
		for i, r := range regs {
			a.Store(W64, ValueSlot((i+1)%len(regs)), r)
		}
		a.Exit(1)
	})
	stop := collectAlways()
	defer stop()
	end := time.Now().Add(1500 * time.Millisecond)
	h := &looper{start: c.Start, resume: map[uint32]uintptr{1: c.Start, 2: c.Label(resume)}}
	h.onInit = func(v View) {
		for i := range regs {
			v.SetValue(i, unsafe.Pointer(newNode()))
		}
	}
	var garbage []*node
	h.onExit = func(n uint32, v View) {
		for i := range regs {
			if !(*node)(v.Value(i)).whole() {
				die("node lost at exit %d after %v", n, h.exits)
			}
		}
		if n == 1 {
			v.SetValue(int(nodeCount)%len(regs), unsafe.Pointer(newNode()))
		}
		garbage = append(garbage[:0:0], newNode(), newNode()) // reuses what was freed
		if time.Now().After(end) {
			h.resume = nil
		}
	}
	var attention uint32
	run := Run
	if heap {
		run = runOnHeap
	}
	must(run(NewContext(&attention), h))
	fmt.Println("kept all nodes over", h.exits, "exits")
}

var heapSlots *wide

// runOnHeap is RunWide with its array in the heap.
func runOnHeap(ctx *Context, h Handler) error {
	heapSlots = new(wide)
	return drive(ctx, h, unsafe.Pointer(&heapSlots.values[0]), WideSlots)
}

// element is a list's element; the holder of childBarrier hangs at the end of a long list, so that the collector comes to
// it long after it has scanned the stack.
type element struct {
	next   *element
	holder *[held]unsafe.Pointer
}

// chain is all that leads to the holder.
var chain *element

// makeChain builds the list and returns the holder's address in a form that the collector does not see.
//
//go:noinline
func makeChain(n int) uintptr {
	holder := new([held]unsafe.Pointer)
	chain = &element{holder: holder}
	for i := 0; i < n; i++ {
		chain = &element{next: chain}
	}
	return uintptr(unsafe.Pointer(holder))
}

func holderAt(address uintptr) *[held]unsafe.Pointer {
	return *(**[held]unsafe.Pointer)(unsafe.Pointer(&address))
}

// childBarrier moves the only pointers to some nodes from a heap object into registers and back. With tested set it
// tests the barrier's flag before each store and lets Go do the storing while it is set; without, rule 2 is broken.
// It polls where the nodes are in the object, so that the collector scans the stack while no node is on it, and comes
// to the object later, perhaps while they are in registers.
func childBarrier(tested bool) {
	const spin, checkEvery, replaceEvery = 5000, 16, 1024
	m, err := NewMemory(1 << 20)
	must(err)
	regs := heldRegs()
	base := GPRs[len(GPRs)-1]
	if slices.Contains(regs, base) {
		die("too few registers")
	}
	var cleared Label
	c := publish(m, func(a Assembler) {
		cleared = a.NewLabel()
		poll, clear, store, loop, count := a.NewLabel(), a.NewLabel(), a.NewLabel(), a.NewLabel(), GPRs[0]
		a.Poll(poll)
		a.Load(base, W64, RawSlot(1))
		for i, r := range regs {
			a.Load(r, W64, At(base, 8*i))
		}
		if tested {
			a.BranchBarrier(clear)
		}
		for i := range regs {
			a.StoreImm(W64, At(base, 8*i), 0)
		}
		a.MoveImm(count, spin)
		a.Bind(loop)
		a.IntImm(Sub, count, count, 1)
		a.BranchImm(GT, count, 0, loop)
		if tested {
			a.BranchBarrier(store)
		}
		a.Load(base, W64, RawSlot(1))
		for i, r := range regs {
			a.Store(W64, At(base, 8*i), r)
		}
		a.Exit(1)
		a.Bind(poll)
		a.Exit(2)

		spill := func(exit uint32) {
			for i, r := range regs {
				a.Store(W64, ValueSlot(i), r)
			}
			a.Exit(exit)
		}
		a.Bind(clear)
		spill(3)
		a.Bind(store)
		spill(4)
		a.Bind(cleared)
		for i, r := range regs {
			a.Load(r, W64, ValueSlot(i))
		}
		a.MoveImm(count, spin)
		a.Jump(loop)
	})
	stop := collectAlways()
	defer stop()
	address := makeChain(100_000)
	for i := range regs {
		holderAt(address)[i] = unsafe.Pointer(newNode())
	}
	end := time.Now().Add(2500 * time.Millisecond)
	h := &looper{start: c.Start, resume: map[uint32]uintptr{1: c.Start, 2: c.Start, 3: c.Label(cleared), 4: c.Start}}
	h.onInit = func(v View) { v.SetRaw(1, uint64(address)) }
	rounds := 0
	var garbage []*node
	h.onExit = func(n uint32, v View) {
		switch n {
		case 2:
			return // this is where the stack is scanned: neither the holder nor a node may be on it
		case 3: // the helper that clears
			holder := holderAt(address)
			for i := range regs {
				holder[i] = nil
			}
			return
		case 4: // the helper that stores
			holder := holderAt(address)
			for i := range regs {
				holder[i] = v.Value(i)
				v.SetValue(i, nil)
			}
		}
		rounds++
		if rounds%checkEvery != 0 {
			return
		}
		holder := holderAt(address)
		for i := range regs {
			if !(*node)(holder[i]).whole() {
				die("node lost at exit %d after %v", n, h.exits)
			}
		}
		if rounds%replaceEvery == 0 {
			holder[rounds/replaceEvery%len(regs)] = unsafe.Pointer(newNode())
		}
		garbage = append(garbage[:0:0], newNode(), newNode()) // reuses what was freed
		if time.Now().After(end) {
			h.resume = nil
		}
	}
	var attention uint32
	must(Run(NewContext(&attention), h))
	if tested && (h.exits[3] == 0 || h.exits[4] == 0) {
		die("the barrier was never on: %v", h.exits)
	}
	fmt.Println("kept all nodes over", h.exits, "exits")
}

// contrast runs a child that keeps a rule, which must succeed, and one that breaks it, which must not. Whether a collection
// falls into the moment at which a broken rule shows is chance: on a busy machine it takes more than one run.
func contrast(t *testing.T, keeps, breaks string, env ...string) {
	t.Helper()
	out, err := child(t, keeps, env...)
	if err != nil {
		t.Errorf("%s: %v\n%s", keeps, err, out)
	}
	t.Log(keeps+":", strings.TrimSpace(out))
	const runs = 10
	for range runs {
		if out, err = child(t, breaks, env...); err != nil {
			break
		}
	}
	if err == nil {
		t.Errorf("%s should have failed:\n%s", breaks, out)
	}
	t.Log(breaks+":", firstLine(out))
}

func firstLine(s string) string { s, _, _ = strings.Cut(strings.TrimSpace(s), "\n"); return s }

var gcEnv = []string{"GOGC=1", "GODEBUG=clobberfree=1"}

func TestCollectorSeesRegisters(t *testing.T) {
	contrast(t, "collect-stack", "collect-heap", gcEnv...)
}

func TestWriteBarrier(t *testing.T) {
	contrast(t, "barrier-tested", "barrier-skipped", gcEnv...)
}

// TestPoll measures how long a loop in machine code delays a collection, with polls and without.
func TestPoll(t *testing.T) {
	m := testMemory(t)
	const loopTime = 300 * time.Millisecond
	delay := func(poll bool) time.Duration {
		var resume Label
		var stopped atomic.Bool
		r := GPRs[0]
		emit := func(rounds int64) func(a Assembler) {
			return func(a Assembler) {
				resume = a.NewLabel()
				loop, out := a.NewLabel(), a.NewLabel()
				a.MoveImm(r, rounds)
				a.Bind(loop)
				a.IntImm(Sub, r, r, 1)
				if poll {
					a.Poll(out)
				}
				a.BranchImm(GT, r, 0, loop)
				a.Exit(1)
				a.Bind(out)
				a.Store(W64, RawSlot(0), r)
				a.Exit(2)
				a.Bind(resume)
				a.Load(r, W64, RawSlot(0))
				a.Jump(loop)
			}
		}
		var attention uint32
		ctx := NewContext(&attention)
		// Find out how many rounds take the time.
		const trial = 2_000_000
		c := build(t, m, emit(trial))
		start := time.Now()
		if err := Run(ctx, &looper{start: c.Start, resume: map[uint32]uintptr{2: c.Label(resume)}}); err != nil {
			t.Error(err)
		}
		rounds := int64(trial * (float64(loopTime) / float64(time.Since(start))))
		c = build(t, m, emit(rounds))
		running := make(chan bool)
		done := make(chan error)
		go func() {
			h := &looper{start: c.Start, resume: map[uint32]uintptr{2: c.Label(resume)}}
			h.onInit = func(View) { close(running) }
			done <- Run(ctx, h)
			stopped.Store(true)
		}()
		<-running
		time.Sleep(20 * time.Millisecond)
		start = time.Now()
		runtime.GC()
		d := time.Since(start)
		if poll && stopped.Load() {
			d = loopTime // the loop ended before the collection
		}
		if err := <-done; err != nil {
			t.Error(err)
		}
		return d
	}
	// On a busy machine the loop's length is misjudged, or a collection waits for other reasons: one contrast is enough.
	for range 6 {
		with, without := delay(true), delay(false)
		t.Logf("collection took %v with polls, %v without", with, without)
		if with <= loopTime/3 && without >= loopTime/2 {
			return
		}
	}
	t.Error("polls do not let the collector in, or a loop without them does as well")
}

// TestAttention: the thread's attention word, set by another goroutine, ends a loop.
func TestAttention(t *testing.T) {
	m := testMemory(t)
	c := build(t, m, func(a Assembler) {
		loop, out := a.NewLabel(), a.NewLabel()
		a.Bind(loop)
		a.Poll(out)
		a.Jump(loop)
		a.Bind(out)
		a.Exit(5)
	})
	var attention uint32
	h := &looper{start: c.Start, resume: map[uint32]uintptr{5: c.Start}}
	h.onExit = func(uint32, View) {
		if atomic.LoadUint32(&attention) != 0 {
			h.resume = nil
		}
	}
	time.AfterFunc(10*time.Millisecond, func() { atomic.StoreUint32(&attention, 1) })
	if err := Run(NewContext(&attention), h); err != nil {
		t.Fatal(err)
	}
}

// TestProfiler: profiling signals that arrive in machine code, and tracebacks of all goroutines, do no harm.
func TestProfiler(t *testing.T) {
	m := testMemory(t)
	c := build(t, m, func(a Assembler) {
		loop, out := a.NewLabel(), a.NewLabel()
		a.Bind(loop)
		for i, r := range GPRs {
			a.MoveImm(r, int64(i))
		}
		a.Poll(out)
		a.Jump(loop)
		a.Bind(out)
		a.Exit(5)
	})
	var profile bytes.Buffer
	if err := pprof.StartCPUProfile(&profile); err != nil {
		t.Skip(err)
	}
	var attention uint32
	h := &looper{start: c.Start, resume: map[uint32]uintptr{5: c.Start}}
	h.onExit = func(uint32, View) {
		if atomic.LoadUint32(&attention) != 0 {
			h.resume = nil
		}
	}
	done := make(chan error)
	go func() { done <- Run(NewContext(&attention), h) }()
	buf := make([]byte, 1<<20)
	for i := 0; i < 20; i++ {
		time.Sleep(10 * time.Millisecond)
		runtime.Stack(buf, true)
	}
	atomic.StoreUint32(&attention, 1)
	if err := <-done; err != nil {
		t.Error(err)
	}
	pprof.StopCPUProfile()
	if profile.Len() == 0 {
		t.Error("no profile")
	}
}

// -- Faults --------------------------------------------------------------------------------------------------------

// faults are addresses at which a load faults, each in its own way.
var faults = map[string]uint64{"nil": 16, "unmapped": 0x600000000000, "not an address": 0x8000_0000_0000_1234}

func faultCode(m *Memory) *Code {
	return publish(m, func(a Assembler) {
		a.Load(GPRs[0], W64, RawSlot(0))
		a.Load(GPRs[0], W64, At(GPRs[0], 0))
		a.Exit(1)
	})
}

func TestFaults(t *testing.T) {
	contrast(t, "fault-caught", "fault-uncaught")
}

func childFaultCaught() {
	m, err := NewMemory(1 << 16)
	must(err)
	c := faultCode(m)
	var attention uint32
	ctx := NewContext(&attention)
	for round := 0; round < 100; round++ {
		for name, addr := range faults {
			err := Run(ctx, &single{code: c.Start, raw: []uint64{addr}})
			var f *Fault
			if !errors.As(err, &f) {
				die("%s: error %v", name, err)
			}
			if name == "unmapped" && f.Addr != uintptr(addr) {
				die("fault at %#x instead of %#x", f.Addr, addr)
			}
		}
	}
	// A store into code itself.
	w := publish(m, func(a Assembler) {
		a.MoveImm(GPRs[0], int64(c.Start))
		a.StoreImm(W64, At(GPRs[0], 0), 0)
		a.Exit(1)
	})
	if err := Run(ctx, &single{code: w.Start}); err == nil {
		die("code can be written where it runs")
	}
	// A panic in Go code between two entries is not a fault.
	func() {
		defer func() {
			if recover() != "mine" {
				die("panic lost")
			}
		}()
		good := publish(m, func(a Assembler) { a.Exit(1) })
		h := &looper{start: good.Start, onExit: func(uint32, View) { panic("mine") }}
		Run(ctx, h)
	}()
	runtime.GC()
	fmt.Println("faults are errors")
}

// childFaultUncaught breaks the rule: without SetPanicOnFault the runtime ends the process.
func childFaultUncaught() {
	m, err := NewMemory(1 << 16)
	must(err)
	c := faultCode(m)
	var attention uint32
	h := &single{code: c.Start, raw: []uint64{faults["unmapped"]}}
	var slots narrow
	v := View{unsafe.Pointer(&slots.values[0]), NarrowSlots}
	h.Start(v)
	debug.SetPanicOnFault(false)
	defer func() { recover() }()
	enter(NewContext(&attention), c.Start, v.base)
}

// -- Executable memory refused ---------------------------------------------------------------------------------------

func TestExecutableMemoryRefused(t *testing.T) {
	defer func(a, b, c any) {
		sysMemfdCreate = a.(func(string, int) (int, error))
		sysFtruncate = b.(func(int, int64) error)
		sysMmap = c.(func(int, int64, unsafe.Pointer, uintptr, int, int) (unsafe.Pointer, error))
	}(sysMemfdCreate, sysFtruncate, sysMmap)
	mmap := sysMmap
	for name, refuse := range map[string]func(){
		"memfd_create": func() { sysMemfdCreate = func(string, int) (int, error) { return -1, unix.EACCES } },
		"ftruncate":    func() { sysFtruncate = func(int, int64) error { return unix.ENOSPC } },
		"mmap to run": func() {
			sysMmap = func(fd int, off int64, at unsafe.Pointer, n uintptr, prot, flags int) (unsafe.Pointer, error) {
				if prot&unix.PROT_EXEC != 0 {
					return nil, unix.EPERM
				}
				return mmap(fd, off, at, n, prot, flags)
			}
		},
		"mmap to write": func() {
			sysMmap = func(int, int64, unsafe.Pointer, uintptr, int, int) (unsafe.Pointer, error) { return nil, unix.ENOMEM }
		},
	} {
		sysMemfdCreate, sysFtruncate, sysMmap = unix.MemfdCreate, unix.Ftruncate, mmap
		refuse()
		before := openFiles(t)
		if m, err := NewMemory(1 << 16); err == nil || m != nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s refused: error %v", name, err)
		}
		if after := openFiles(t); after != before {
			t.Errorf("%s refused: %d descriptors open, %d before", name, after, before)
		}
	}
	for _, size := range []int{0, -1, 2 << 30} {
		if _, err := NewMemory(size); err == nil {
			t.Errorf("size %d: no error", size)
		}
	}
	if out, err := child(t, "refused"); err != nil {
		t.Errorf("refused by the system: %v\n%s", err, out)
	}
}

func openFiles(t *testing.T) int {
	t.Helper()
	files, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Skip("no /proc")
	}
	return len(files)
}

// childRefused lets the system itself refuse: no descriptor is left.
func childRefused() {
	if emulated() {
		return // the emulator does not pass the limit on
	}
	must(unix.Setrlimit(unix.RLIMIT_NOFILE, &unix.Rlimit{Cur: 0, Max: 0}))
	if _, err := NewMemory(1 << 16); err == nil {
		die("memory without a descriptor")
	}
}

// -- Hostile environment -------------------------------------------------------------------------------------------

// childEnvironment assembles something and prints the environment as Python would see it.
func childEnvironment() {
	m, err := NewMemory(1 << 16)
	must(err)
	publish(m, func(a Assembler) { a.Exit(1) })
	for _, kv := range os.Environ() {
		fmt.Println(kv)
	}
}

func TestHostileEnvironment(t *testing.T) {
	var env []string
	for _, name := range cleanenv.Names {
		env = append(env, name+"=nonsense of "+name)
	}
	check := func(env []string) {
		out, err := child(t, "environment", env...)
		if err != nil {
			t.Errorf("%q: %v\n%s", env, err, out)
		}
		var got []string
		for _, line := range strings.Split(out, "\n") {
			if strings.Contains(line, "=nonsense of ") {
				got = append(got, line)
			}
		}
		if emulated() {
			// The emulator itself turns the environment round.
			slices.Sort(got)
			env = slices.Sorted(slices.Values(env))
		}
		if !slices.Equal(got, env) {
			t.Errorf("the program sees %q, want %q", got, env)
		}
	}
	check(env)
	slices.Reverse(env)
	check(env)
	for _, kv := range env {
		check([]string{kv})
	}
	// Without package cleanenv, the same values end the process.
	if testing.Short() || runtime.GOARCH != "amd64" {
		return
	}
	bin := t.TempDir() + "/unguarded"
	if out, err := exec.Command("go", "build", "-o", bin, "./testdata/unguarded").CombinedOutput(); err != nil {
		t.Skipf("cannot build: %v\n%s", err, out)
	}
	c := exec.Command(bin)
	c.Env = []string{"GOARM=nonsense"}
	if out, err := c.CombinedOutput(); err == nil {
		t.Errorf("golang-asm does not read GOARM any more: %s", out)
	}
}

// -- Self-test -----------------------------------------------------------------------------------------------------

func TestSelfTest(t *testing.T) {
	m := testMemory(t)
	start := time.Now()
	if err := SelfTest(m); err != nil {
		t.Fatal(err)
	}
	t.Logf("self-test took %v", time.Since(start))
	if err := testCode(m, runOnHeap, RunWide); err == nil || !strings.Contains(err.Error(), "stack") {
		t.Errorf("arrays in the heap: %v", err)
	}
	if m.Used() != 0 && !m.noReuse {
		t.Errorf("%d bytes left", m.Used())
	}
	done := make(chan error)
	go func() { done <- SelfTest(m) }()
	if err := <-done; err != nil {
		t.Errorf("on another goroutine: %v", err)
	}
	good := [4]uint64{0x1000_0000, 0x1000_8000, 0x1000_03a0, ^uint64(0)}
	for name, g := range map[string][4]uint64{
		"shifted by a word": {good[1], good[2], good[3], 0},
		"no bounds":         {0, 0, good[2], good[3]},
		"guard elsewhere":   {good[0], good[1], good[1], good[3]},
		"no second guard":   {good[0], good[1], good[2], 5},
	} {
		if checkG(g, 0x1000_4000) == nil {
			t.Errorf("g %s passes", name)
		}
	}
	mark := int64(-1314)
	for _, guard := range []uint64{good[2], uint64(mark)} {
		if err := checkG([4]uint64{good[0], good[1], guard, good[3]}, 0x1000_4000); err != nil {
			t.Error(err)
		}
	}
}

// TestStackMoves: the activation's arrays move with the goroutine's stack, and machine code finds them again.
func TestStackMoves(t *testing.T) {
	m := testMemory(t)
	c := build(t, m, func(a Assembler) {
		a.Load(GPRs[0], W64, ValueSlot(3))
		a.Store(W64, ValueSlot(4), GPRs[0])
		a.Load(GPRs[0], W64, RawSlot(3))
		a.IntImm(Add, GPRs[0], GPRs[0], 1)
		a.Store(W64, RawSlot(3), GPRs[0])
		a.Exit(1)
	})
	done := make(chan string)
	go func() {
		var attention uint32
		ctx := NewContext(&attention)
		n := newNode()
		moved := map[uintptr]bool{}
		h := &looper{start: c.Start, resume: map[uint32]uintptr{1: c.Start}}
		h.onInit = func(v View) { v.SetValue(3, unsafe.Pointer(n)) }
		h.onExit = func(_ uint32, v View) {
			moved[ctx.base] = true
			deep(h.exits[1] * 20)
			if v.Value(4) != unsafe.Pointer(n) || v.Raw(3) != uint64(h.exits[1]) {
				h.resume = nil
			}
			if h.exits[1] == 200 {
				h.resume = nil
			}
		}
		err := Run(ctx, h)
		done <- fmt.Sprint(err, h.exits[1], len(moved) > 3)
	}()
	if got := <-done; got != "<nil>200 true" && got != "<nil> 200 true" {
		t.Errorf("error, exits, moved: %s", got)
	}
}

//go:noinline
func deep(n int) int {
	var pad [64]int
	if n > 0 {
		pad[n%64] = deep(n - 1)
	}
	return pad[n%64] + 1
}
