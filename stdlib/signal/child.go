package signal

import (
	"os"
	ossignal "os/signal"
	"runtime"
	"sync"
	"syscall"

	"golang.org/x/sys/unix"
)

// Child is how a program that this process starts, or goes on as, finds its signals. In a set of signals the bit n-1 is the
// signal n.
type Child struct {
	// Mask is the set of blocked signals.
	Mask uint64
	// Default is a set of signals that have their default action although this process may ignore them.
	Default uint64
	// Prepare, where it is not nil, is called on the thread that starts the program, for what a child inherits from it.
	Prepare func() error
}

// Inherited is what a program gets when nothing else is said: the mask of this process, and the same signals ignored.
func Inherited() Child { return Child{Mask: state.mask.Load()} }

// Restored is the set of the signals that Python ignores from the start and subprocess resets.
const Restored = uint64(1<<(unix.SIGPIPE-1) | 1<<(unix.SIGXFSZ-1))

// starting is held while a program starts, since dispositions belong to the whole process.
var starting sync.Mutex

// Start calls start, which has to start a program by syscall.ForkExec or syscall.Exec, and returns its error or that of
// Prepare. The mask is set for a thread that runs nothing else: ForkExec hands that of its thread on to the child. It resets
// the signals that Go receives, so that one which this process ignores is received, and dropped, meanwhile.
func (c Child) Start(start func() error) error {
	starting.Lock()
	defer starting.Unlock()
	var ignored []os.Signal
	for n := 1; n < NumSignals; n++ {
		if sig := syscall.Signal(n); c.Default&(1<<(n-1)) != 0 && ossignal.Ignored(sig) {
			ignored = append(ignored, sig)
		}
	}
	if ignored != nil {
		ossignal.Notify(make(chan os.Signal, 1), ignored...)
		defer ossignal.Ignore(ignored...)
	}
	if c.Mask == 0 && c.Prepare == nil {
		return start()
	}
	done := make(chan error)
	go func() {
		// It is not unlocked, so that the thread ends with the goroutine.
		runtime.LockOSThread()
		done <- c.startHere(start)
	}()
	return <-done
}

// startHere changes the thread and calls start.
func (c Child) startHere(start func() error) error {
	if c.Prepare != nil {
		if err := c.Prepare(); err != nil {
			return err
		}
	}
	if err := unix.PthreadSigmask(unix.SIG_SETMASK, &unix.Sigset_t{Val: [16]uint64{c.Mask}}, nil); err != nil {
		return err
	}
	return start()
}
