package interp

import (
	"sync"
	"sync/atomic"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
)

// How a signal reaches the main thread while it waits. Go installs its signal handlers so that system calls are
// restarted: a wait would never notice. So whoever waits on the main thread also waits for WakeChan (in Go) or for
// WakeFD (in poll), and calls CheckSignals when it wakes; being woken without a reason is harmless.

var wake = struct {
	ch chan struct{}
	// fds are the ends of a pipe, 0 until somebody asks for them.
	once sync.Once
	r, w atomic.Int32
}{ch: make(chan struct{}, 1)}

// SignalArrived tells the main thread that a signal waits to be handled. It may be called from any goroutine.
func SignalArrived() {
	if S.Main != nil {
		S.Main.SetPoll(objects.PollSignal)
	}
	select {
	case wake.ch <- struct{}{}:
	default:
	}
	if w := wake.w.Load(); w != 0 {
		_, _ = unix.Write(int(w), []byte{0})
	}
}

// WakeChan receives a value when a signal has arrived since the last receive.
func WakeChan() <-chan struct{} { return wake.ch }

// WakeFD is a descriptor that becomes readable when a signal arrives, or -1 where the system refuses a pipe.
func WakeFD() int {
	wake.once.Do(func() {
		var p [2]int
		if err := unix.Pipe2(p[:], unix.O_CLOEXEC|unix.O_NONBLOCK); err == nil {
			wake.r.Store(int32(p[0]))
			wake.w.Store(int32(p[1]))
		}
	})
	if r := wake.r.Load(); r != 0 {
		return int(r)
	}
	return -1
}

// DrainWakeFD empties the pipe behind WakeFD.
func DrainWakeFD() {
	if r := wake.r.Load(); r != 0 {
		var b [64]byte
		for {
			if n, err := unix.Read(int(r), b[:]); n <= 0 || err != nil {
				return
			}
		}
	}
}

// CheckSignals runs the handlers of signals that have arrived, where t is the main thread.
func CheckSignals(t *objects.Thread) error {
	if t != S.Main || SignalHandler == nil || t.Poll.Load()&objects.PollSignal == 0 {
		return nil
	}
	t.Poll.And(^uint32(objects.PollSignal))
	return SignalHandler(t)
}
