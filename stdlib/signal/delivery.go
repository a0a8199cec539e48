package signal

import (
	"os"
	ossignal "os/signal"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// NumSignals is signal.NSIG.
const NumSignals = 65

// disposition is what happens with a signal.
type disposition uint8

const (
	dispDefault disposition = iota
	dispIgnore
	dispHandler
	dispForeign // not known to Python: None
)

// state is what the module keeps.
//
// Concurrency: arrived, mask and held are used by the receiving goroutine too; the rest only by the main thread.
var state struct {
	handlers [NumSignals]value
	disp     [NumSignals]disposition
	shared   [NumSignals]bool
	arrived  [NumSignals]atomic.Bool
	// mask is the set of blocked signals, held those that arrived while blocked; bit n-1 is signal n.
	mask, held atomic.Uint64
	wakeFD     atomic.Int64 // -1: none
	wakeWarn   bool
	events     chan os.Signal
	once       sync.Once
	// heldWake tells sigwait that a blocked signal has arrived.
	heldWake chan struct{}
	ready    bool
}

// start makes the goroutine that receives signals.
func start() {
	state.once.Do(func() {
		state.events = make(chan os.Signal, 64)
		state.heldWake = make(chan struct{}, 1)
		go func() {
			for s := range state.events {
				if n, ok := s.(syscall.Signal); ok {
					trip(int(n))
				}
			}
		}()
	})
}

// trip notes the arrival of a signal.
func trip(n int) {
	if n <= 0 || n >= NumSignals {
		return
	}
	if bit := uint64(1) << (n - 1); state.mask.Load()&bit != 0 {
		state.held.Or(bit)
		select {
		case state.heldWake <- struct{}{}:
		default:
		}
		return
	}
	state.arrived[n].Store(true)
	if fd := state.wakeFD.Load(); fd >= 0 {
		_, _ = unix.Write(int(fd), []byte{byte(n)})
	}
	interp.SignalArrived()
}

// run calls the handlers of the signals that have arrived. Where one raises, the others wait for the next safepoint.
func run(t *thread) error {
	for n := 1; n < NumSignals; n++ {
		if !state.arrived[n].CompareAndSwap(true, false) {
			continue
		}
		fn := state.handlers[n]
		if state.disp[n] != dispHandler || fn.IsZero() {
			continue
		}
		frame := objects.None
		if f := interp.CurrentFrame(t, 0); f != nil {
			frame = objects.ToValue(f)
		}
		if _, err := objects.Call2(t, fn, objects.Int(int64(n)), frame); err != nil {
			for k := 1; k < NumSignals; k++ {
				if state.arrived[k].Load() {
					t.SetPoll(objects.PollSignal)
					break
				}
			}
			return err
		}
	}
	return nil
}

// Share notes that another part of Adder receives a signal too, so that its default action does not take place.
func Share(n int, on bool) { state.shared[n] = on }

// Send sends a signal to this process as kill() and raise() do: where Python handles it, it has arrived when Send
// returns. It reports false where the kernel has to act.
func Send(t *thread, n int) (bool, error) {
	if n <= 0 || n >= NumSignals {
		return false, nil
	}
	blocked := state.mask.Load()&(1<<(n-1)) != 0
	switch {
	case blocked || state.disp[n] == dispHandler:
		start()
		trip(n)
		if t == interp.S.Main {
			return true, interp.CheckSignals(t)
		}
		return true, nil
	case state.disp[n] == dispIgnore:
		return true, nil
	}
	if !state.shared[n] {
		restoreDefault(n)
	}
	return false, nil
}

// sigaction as the kernel takes it.
type sigaction struct {
	handler, flags, restorer, mask uint64
}

// restoreDefault gives a signal the kernel's default action, past Go's runtime, which would print its stacks for some.
func restoreDefault(n int) {
	switch syscall.Signal(n) {
	case syscall.SIGKILL, syscall.SIGSTOP, syscall.SIGURG, syscall.SIGCHLD, syscall.SIGCONT, syscall.SIGWINCH,
		syscall.SIGSEGV, syscall.SIGBUS, syscall.SIGFPE:
		// Go needs its handlers for faults; the others do nothing by default.
		return
	}
	var sa sigaction
	_, _, _ = unix.RawSyscall6(unix.SYS_RT_SIGACTION, uintptr(n), uintptr(unsafe.Pointer(&sa)), 0, 8, 0, 0)
}

// Fatal ends the process by a signal, with the kernel's default action even for faults.
func Fatal(n int) {
	var sa sigaction
	_, _, _ = unix.RawSyscall6(unix.SYS_RT_SIGACTION, uintptr(n), uintptr(unsafe.Pointer(&sa)), 0, 8, 0, 0)
	_ = unix.Kill(unix.Getpid(), syscall.Signal(n))
	select {}
}

// set changes what happens with a signal.
func set(n int, d disposition, fn value) {
	start()
	sig := syscall.Signal(n)
	state.arrived[n].Store(false)
	state.handlers[n], state.disp[n] = fn, d
	switch d {
	case dispDefault:
		if state.mask.Load()&(1<<(n-1)) != 0 {
			ossignal.Notify(state.events, sig)
			return
		}
		ossignal.Reset(sig)
	case dispIgnore:
		ossignal.Ignore(sig)
	case dispHandler:
		ossignal.Notify(state.events, sig)
	}
}

// setMask replaces the mask; signals that it lets through again are delivered.
func setMask(t *thread, mask uint64) error {
	start()
	mask &^= 1<<(unix.SIGKILL-1) | 1<<(unix.SIGSTOP-1)
	old := state.mask.Swap(mask)
	for n := 1; n < NumSignals; n++ {
		bit := uint64(1) << (n - 1)
		if mask&bit != 0 && old&bit == 0 && state.disp[n] == dispDefault {
			ossignal.Notify(state.events, syscall.Signal(n))
		}
		if mask&bit == 0 && old&bit != 0 {
			waiting := state.held.And(^bit)&bit != 0
			if state.disp[n] == dispDefault {
				ossignal.Reset(syscall.Signal(n))
				if waiting {
					restoreDefault(n)
					_ = unix.Kill(unix.Getpid(), syscall.Signal(n))
				}
			} else if waiting {
				trip(n)
			}
		}
	}
	return interp.CheckSignals(t)
}

// Simulate makes it look as if a signal had arrived for the main thread (_thread.interrupt_main). Where Python does not
// handle the signal nothing happens.
func Simulate(n int) {
	if state.disp[n] == dispHandler {
		start()
		trip(n)
	}
}

// Die ends the process by a signal with its default disposition. It returns where the system does not let it.
func Die(sig syscall.Signal) {
	ossignal.Reset(sig)
	if unix.Kill(os.Getpid(), sig) == nil {
		// Another thread may be the one that takes the signal.
		time.Sleep(time.Second)
	}
}
