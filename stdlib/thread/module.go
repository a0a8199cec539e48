package thread

import (
	"strconv"
	"unsafe"
	"weak"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
	"github.com/adder-lang/adder/stdlib/signal"
	"github.com/adder-lang/adder/stdlib/sys"
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "_thread",
	Doc:     "Threads and locks, from which the module threading is built.",
	Methods: methods,
	Exec:    exec,
}

var (
	excArgsType *objects.Type
	ready       bool
)

// identOf is the identifier of a thread: never 0, and its own as long as it lives.
func identOf(t *thread) uint64 {
	if t.Ident == 0 {
		t.Ident = uint64(uintptr(unsafe.Pointer(t)))
	}
	return t.Ident
}

func exec(t *thread, m *objects.Module) error {
	if !ready {
		ready = true
		joinable = map[*handle]bool{}
		used = map[*thread][]weak.Pointer[local]{}
		initLocks()
		initHandle()
		initLocal()
		excArgsType = objects.NewStructSeqType(objects.StructSeqDef{Name: "_thread._ExceptHookArgs",
			Doc: "ExceptHookArgs\n\nWhat threading.excepthook gets.",
			Fields: []objects.StructSeqField{{Name: "exc_type", Doc: "Exception type"}, {Name: "exc_value", Doc: "Exception value"},
				{Name: "exc_traceback", Doc: "Exception traceback"}, {Name: "thread", Doc: "Thread"}}})
	}
	identOf(interp.S.Main)
	m.Set("error", objects.ToValue(&objects.RuntimeErrorType))
	m.Set("lock", objects.ToValue(&lockType))
	m.Set("LockType", objects.ToValue(&lockType))
	m.Set("RLock", objects.ToValue(&rlockType))
	m.Set("_local", objects.ToValue(&localType))
	m.Set("_ThreadHandle", objects.ToValue(&handleType))
	m.Set("_ExceptHookArgs", objects.ToValue(excArgsType))
	m.Set("TIMEOUT_MAX", objects.Float(timeoutMax))
	return nil
}

// stackSize is what stack_size() was given; goroutines have no fixed stack.
var stackSize int

func methods() []objects.FuncDef {
	exit := func(*thread, value, []value) (value, error) { return value{}, objects.NewSystemExit() }
	ident := func(t *thread, self value, args []value) (value, error) { return objects.Int(int64(identOf(t))), nil }
	allocate := func(*thread, value, []value) (value, error) { return newLock(), nil }
	const startSig = "function, args, kwargs=?, /"
	return []objects.FuncDef{
		{Name: "start_new_thread", Sig: startSig, Doc: "Call function in a new thread, and return the identifier of that.", Fn: startNew},
		{Name: "start_new", Sig: startSig, Doc: "The old name of start_new_thread().", Fn: startNew},
		{Name: "start_joinable_thread", Sig: "function, handle=None, daemon=True", Doc: "Call function in a new thread and return its handle, for the module threading.", Fn: startJoinable},
		{Name: "_make_thread_handle", Sig: "ident, /", Doc: "Return a handle of a thread that was not started here, for the module threading.", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := native.Int64(t, args[0])
			if err != nil {
				return value{}, err
			}
			h := newHandle()
			h.ident, h.state = uint64(n), running
			return objects.ToValue(h), nil
		}},
		{Name: "daemon_threads_allowed", Doc: "Return True: threads may be daemons.", Fn: func(*thread, value, []value) (value, error) {
			return objects.True, nil
		}},
		{Name: "allocate_lock", Doc: "Return a new lock.", Fn: allocate},
		{Name: "allocate", Doc: "The old name of allocate_lock().", Fn: allocate},
		{Name: "exit", Doc: "Raise SystemExit, which ends the thread.", Fn: exit},
		{Name: "exit_thread", Doc: "The old name of exit().", Fn: exit},
		{Name: "interrupt_main", Sig: "signum=signal.SIGINT, /", NoSig: true, Doc: "Act as if the signal signum had come for the main thread.", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := native.IntOr(t, args[0], int(unix.SIGINT))
			if err != nil {
				return value{}, err
			}
			if n < 1 || n >= signal.NumSignals {
				return value{}, objects.ValueErrorf("signal number out of range")
			}
			signal.Simulate(n)
			return objects.None, nil
		}},
		{Name: "get_ident", Doc: "Return the identifier of this thread, an integer that is not 0.", Fn: ident},
		{Name: "_get_main_thread_ident", Doc: "Return the identifier of the main thread.", Fn: func(*thread, value, []value) (value, error) {
			return objects.Int(int64(identOf(interp.S.Main))), nil
		}},
		{Name: "get_native_id", Doc: "Return the number that the system gives this thread.", Fn: func(t *thread, self value, args []value) (value, error) {
			return objects.Int(int64(unix.Gettid())), nil
		}},
		{Name: "_count", Doc: "Return how many threads run beside the main one.", Fn: func(*thread, value, []value) (value, error) {
			return objects.Int(count.Load()), nil
		}},
		{Name: "stack_size", Sig: "size=0, /", Doc: "Return the stack size that was set for threads, and set it if size is given. It has no effect.", Fn: func(t *thread, self value, args []value) (value, error) {
			old := stackSize
			if !args[0].IsZero() {
				n, err := objects.IndexInt(t, args[0], &objects.OverflowErrorType)
				if err != nil {
					return value{}, err
				}
				switch {
				case n < 0:
					return value{}, objects.ValueErrorf("size must be 0 or a positive value")
				case n > 0 && n < 32768:
					return value{}, objects.ValueErrorf("size not valid: %d bytes", n)
				}
				stackSize = n
			}
			return objects.Int(int64(old)), nil
		}},
		{Name: "_excepthook", Sig: "(exc_type, exc_value, exc_traceback, thread), /", NoSig: true, Doc: "Report an exception with which the run() of a thread has ended.", Raw: exceptHook},
		{Name: "_is_main_interpreter", Doc: "Return True: there is no other interpreter.", Fn: func(*thread, value, []value) (value, error) {
			return objects.True, nil
		}},
		{Name: "_shutdown", Doc: "Wait until all threads have ended that are not daemons, except this one.", Fn: shutdown},
	}
}

func startNew(t *thread, self value, args []value) (value, error) {
	if !objects.Callable(args[0]) {
		return value{}, objects.TypeErrorf("first arg must be callable")
	}
	a, ok := objects.TupleOf(args[1])
	if !ok {
		return value{}, objects.TypeErrorf("2nd arg must be a tuple")
	}
	all := append([]value(nil), a.Items()...)
	var kw *objects.Tuple
	if !args[2].IsZero() {
		d, ok := objects.DictOf(args[2])
		if !ok {
			return value{}, objects.TypeErrorf("optional 3rd arg must be a dictionary")
		}
		var names []value
		for i := 0; ; {
			k, v, next, ok := d.NextEntry(i)
			if !ok {
				break
			}
			i = next
			if _, ok := objects.StrOf(k); !ok {
				return value{}, objects.TypeErrorf("keywords must be strings")
			}
			names = append(names, k)
			all = append(all, v)
		}
		kw = objects.NewTuple(names...)
	}
	h := newHandle()
	h.daemon = true
	start(args[0], all, kw, h)
	return objects.Int(int64(h.ident)), nil
}

func startJoinable(t *thread, self value, args []value) (value, error) {
	if !objects.Callable(args[0]) {
		return value{}, objects.TypeErrorf("thread function must be callable")
	}
	daemon, err := native.Bool(t, args[2], true)
	if err != nil {
		return value{}, err
	}
	var h *handle
	switch {
	case !native.Given(args[1]):
		h = newHandle()
	case objects.Is(args[1], &handleType):
		h = objects.As[handle](args[1])
		if h.state != notStarted {
			return value{}, objects.RuntimeErrorf("thread already started")
		}
	default:
		return value{}, objects.TypeErrorf("'handle' must be a _ThreadHandle")
	}
	if sys.Finalizing {
		return value{}, objects.Errorf(&objects.PythonFinalizationErrorType, "can't create new thread at interpreter shutdown")
	}
	h.daemon = daemon
	start(args[0], nil, nil, h)
	return objects.ToValue(h), nil
}

// shutdown waits for all threads that are not daemons.
func shutdown(t *thread, self value, args []value) (value, error) {
	for {
		var h *handle
		for x := range joinable {
			if x.t != t {
				h = x
				break
			}
		}
		if h == nil {
			return objects.None, nil
		}
		if _, err := h.wait(t, -1); err != nil {
			objects.H.Unraisable(t, err, "Exception ignored on threading shutdown", value{})
		}
	}
}

func exceptHook(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
	if len(args) != 1 || objects.TypeOf(args[0]) != excArgsType {
		return value{}, objects.TypeErrorf("_thread._excepthook argument type must be ExceptHookArgs")
	}
	s, _ := objects.TupleOf(args[0])
	typ, exc, th := s.Item(0), s.Item(1), s.Item(3)
	if typ == objects.ToValue(&objects.SystemExitType) {
		return objects.None, nil
	}
	file := value{}
	if interp.S.Sys != nil {
		file = interp.S.Sys.GetStr(objects.Intern("stderr"))
	}
	if !native.Given(file) {
		if th == objects.None {
			return objects.None, nil
		}
		var err error
		if file, err = objects.FindAttr(t, th, objects.Intern("_stderr")); err != nil || !native.Given(file) {
			return objects.None, err
		}
	}
	name := ""
	if th != objects.None {
		if v, err := objects.FindAttr(t, th, objects.Intern("_name")); err == nil && !v.IsZero() {
			if name, err = objects.StrString(t, v); err != nil {
				return value{}, err
			}
		}
	}
	if name == "" {
		name = strconv.FormatUint(identOf(t), 10)
	}
	write := func(text string) error {
		_, err := objects.CallMethod(t, file, objects.Intern("write"), native.Str(text))
		return err
	}
	if err := write("Exception in thread " + name + ":\n"); err != nil {
		return value{}, err
	}
	if objects.IsInstance(exc, &objects.BaseExceptionType) {
		if err := write(sys.FormatException(t, exc)); err != nil {
			return value{}, err
		}
	}
	_, err := objects.CallMethod(t, file, objects.Intern("flush"))
	return objects.None, err
}
