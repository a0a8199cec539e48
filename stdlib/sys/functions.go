package sys

import (
	"bytes"
	"os"
	"runtime"
	"strconv"
	"time"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

func methods() []objects.FuncDef {
	none := func(v value) func(*thread, value, []value) (value, error) {
		return func(*thread, value, []value) (value, error) { return v, nil }
	}
	return []objects.FuncDef{
		{Name: "exit", Sig: "status=None, /", Doc: "Raise SystemExit(status), which ends the program unless somebody catches it. An int is the exit code and None is 0; other\nobjects are printed and count as 1.", Fn: exit},
		{Name: "exc_info", Doc: "The exception that is being handled, as its type, itself and its traceback; three times None where there is none.", Fn: excInfo},
		{Name: "exception", Doc: "The exception that is being handled; None where there is none.", Fn: exception},
		{Name: "_getframe", Sig: "depth=0, /", Doc: "The frame of the caller, or that of a caller depth calls before.", Fn: getFrame},
		{Name: "_getframemodulename", Sig: "depth=0", Doc: "The __name__ of the module of the caller, or of a caller depth calls before.", Fn: getFrameModuleName},
		{Name: "_current_frames", Doc: "A dict with the frame that each thread is in, under the id of the thread.", Fn: currentFrames},
		{Name: "_current_exceptions", Doc: "A dict with the exception that each thread is handling, or None, under the id of the thread.", Fn: currentExceptions},
		{Name: "settrace", SetsHooks: true, Sig: "function, /", Doc: "Have function called whenever this thread begins or leaves a call, reaches a line or raises an exception. None ends that.", Fn: setTrace},
		{Name: "gettrace", Doc: "What settrace() set, or None.", Fn: getTrace},
		{Name: "setprofile", SetsHooks: true, Sig: "function, /", Doc: "Have function called whenever this thread begins or leaves a call. None ends that.", Fn: setProfile},
		{Name: "getprofile", Doc: "What setprofile() set, or None.", Fn: getProfile},
		{Name: "getrecursionlimit", Doc: "How many calls may be going on within each other.",
			Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.Int(int64(t.RecursionLimit)), nil
			}},
		{Name: "setrecursionlimit", Sig: "limit, /", Doc: "Set how many calls may be going on within each other; one more is a RecursionError.", Fn: setRecursionLimit},
		{Name: "getsizeof", Sig: "object, default=?", Doc: "How many bytes an object takes, without the objects that it refers to. default is the answer for one that does not know.", Fn: getSizeOf},
		{Name: "getrefcount", Sig: "object, /", Doc: "Always 2: references are not counted.", Fn: func(t *thread, self value, args []value) (value, error) {
			return objects.Int(2), nil
		}},
		{Name: "intern", Sig: "string, /", Doc: "The object that stands for all strings of this text, so that they can be compared by identity.", Fn: intern},
		{Name: "_is_interned", Sig: "string, /", Doc: "Whether intern() returns this very object.", Fn: isInterned},
		{Name: "getdefaultencoding", Doc: "How str is encoded where nothing else is said: 'utf-8'.", Fn: none(objects.StrValue("utf-8"))},
		{Name: "getfilesystemencoding", Doc: "How file names are encoded: 'utf-8'.", Fn: none(objects.StrValue("utf-8"))},
		{Name: "getfilesystemencodeerrors", Doc: "What becomes of file names that are not text in that encoding: 'surrogateescape'.", Fn: none(objects.StrValue("surrogateescape"))},
		{Name: "is_finalizing", Doc: "Whether the interpreter is shutting down.", Fn: func(*thread, value, []value) (value, error) {
			return objects.Bool(Finalizing), nil
		}},
		{Name: "_is_gil_enabled", Doc: "Always True: one thread at a time runs Python code.", Fn: none(objects.True)},
		{Name: "_get_cpu_count_config", Doc: "How many processors -X cpu_count or PYTHON_CPU_COUNT sets, or -1.", Fn: cpuCountConfig},
		{Name: "call_tracing", Sig: "func, args, /", Doc: "Call func(*args) so that it is traced, even from a trace function.", Fn: callTracing},
		{Name: "displayhook", Sig: "object, /", Doc: "What the prompt does with the value of an expression: unless that is None, print its repr() and keep it in builtins._.", Fn: displayHook},
		{Name: "excepthook", Sig: "exctype, value, traceback, /", Doc: "What happens to an exception that nobody caught: it is printed to sys.stderr with its traceback.", Fn: exceptHook},
		{Name: "unraisablehook", Sig: "unraisable, /", Doc: "What happens to an exception that has nowhere to go, such as one of a finaliser: it is printed to sys.stderr.", Fn: unraisableHook},
		{Name: "breakpointhook", Sig: "*args, **kws", Doc: "What breakpoint() does: call the function that PYTHONBREAKPOINT names, or pdb.set_trace().", Raw: breakpointHook},
		{Name: "audit", Sig: "event, /, *args", Doc: "Tell every audit hook of an event.", Raw: audit},
		{Name: "addaudithook", Sig: "hook", Doc: "Have hook(event, args) called at every event from now on, to the end of the process.", Fn: addAuditHook},
		{Name: "getswitchinterval", Doc: "How many seconds a thread goes on running while another one waits for its turn.", Fn: func(*thread, value, []value) (value, error) {
			return objects.Float(float64(switchInterval.Microseconds()) * 1e-6), nil
		}},
		{Name: "setswitchinterval", Sig: "interval, /", Doc: "Set how many seconds a thread goes on running while another one waits for its turn.", Fn: setSwitchInterval},
		{Name: "get_int_max_str_digits", Doc: "How many digits an int may have in decimal to be read from a string or written to one; 0 is no limit.",
			Fn: func(*thread, value, []value) (value, error) { return objects.Int(int64(objects.IntMaxStrDigits)), nil }},
		{Name: "set_int_max_str_digits", Sig: "maxdigits", Doc: "Set how many digits an int may have in decimal to be read from a string or written to one; 0 is no limit.", Fn: setIntMaxStrDigits},
		{Name: "get_asyncgen_hooks", Doc: "The pair of what set_asyncgen_hooks() set.", Fn: getAsyncGenHooks},
		{Name: "set_asyncgen_hooks", Sig: "firstiter=?, finalizer=?", Doc: "Set what this thread calls with an asynchronous generator: firstiter before its first step, finalizer where it is dropped\nunfinished.", Fn: setAsyncGenHooks},
		{Name: "get_coroutine_origin_tracking_depth", Doc: "How many callers new coroutines record in cr_origin.",
			Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.Int(int64(t.OriginTracking)), nil
			}},
		{Name: "set_coroutine_origin_tracking_depth", Sig: "depth", Doc: "Set how many callers new coroutines record in cr_origin; 0 turns that off.", Fn: setOriginTracking},
		{Name: "_clear_type_cache", Doc: "Do nothing: no cache of this interpreter needs it.", Fn: none(objects.None)},
		{Name: "_clear_internal_caches", Doc: "Do nothing: no cache of this interpreter needs it.", Fn: none(objects.None)},
		{Name: "_debugmallocstats", Doc: "Do nothing: the memory is Go's.", Fn: none(objects.None)},
		{Name: "getallocatedblocks", Doc: "How many objects there are in Go's heap.", Fn: allocatedBlocks},
		{Name: "getunicodeinternedsize", Sig: "*, _only_immortal=False", Doc: "How many strings are interned.",
			Fn: func(*thread, value, []value) (value, error) { return objects.Int(int64(objects.InternedCount())), nil }},
	}
}

// cpuCountConfig is -X cpu_count or PYTHON_CPU_COUNT, -1 where neither says a number.
func cpuCountConfig(t *thread, self value, args []value) (value, error) {
	text := ""
	for _, x := range config.XOptions {
		if x[0] == "cpu_count" {
			text = x[1]
		}
	}
	if text == "" && config.Flags.IgnoreEnvironment == 0 {
		text = os.Getenv("PYTHON_CPU_COUNT")
	}
	if n, err := strconv.Atoi(text); err == nil && n > 0 {
		return objects.Int(int64(n)), nil
	}
	return objects.Int(-1), nil
}

// Finalizing is set while the interpreter shuts down.
var Finalizing bool

// switchInterval is what setswitchinterval set, cut to whole microseconds as CPython does; it can be 0.
var switchInterval = interp.DefaultSwitchInterval

func exit(t *thread, self value, args []value) (value, error) {
	status := args[0]
	if status.IsZero() {
		status = objects.None
	}
	e, err := objects.Instantiate(t, &objects.SystemExitType, status)
	if err != nil {
		return value{}, err
	}
	return value{}, objects.As[objects.Exception](e)
}

func excInfo(t *thread, self value, args []value) (value, error) {
	v := t.HandledException()
	if v.IsZero() {
		return objects.ToValue(objects.NewTuple(objects.None, objects.None, objects.None)), nil
	}
	e := objects.As[objects.Exception](v)
	return objects.ToValue(objects.NewTuple(objects.ToValue(e.Type()), v, e.Traceback())), nil
}

func exception(t *thread, self value, args []value) (value, error) {
	if v := t.HandledException(); !v.IsZero() {
		return v, nil
	}
	return objects.None, nil
}

func getFrame(t *thread, self value, args []value) (value, error) {
	depth := 0
	if !args[0].IsZero() {
		n, err := objects.IndexInt(t, args[0], &objects.OverflowErrorType)
		if err != nil {
			return value{}, err
		}
		depth = n
	}
	f := interp.CurrentFrame(t, depth)
	if f == nil {
		return value{}, objects.ValueErrorf("call stack is not deep enough")
	}
	return objects.ToValue(f), nil
}

func getFrameModuleName(t *thread, self value, args []value) (value, error) {
	depth := 0
	if !args[0].IsZero() {
		n, err := objects.IndexInt(t, args[0], &objects.OverflowErrorType)
		if err != nil {
			return value{}, err
		}
		depth = n
	}
	f := interp.CurrentFrame(t, depth)
	if f == nil {
		return objects.None, nil
	}
	if v := f.Globals.GetStr(objects.Intern("__name__")); !v.IsZero() {
		return v, nil
	}
	return objects.None, nil
}

func currentFrames(t *thread, self value, args []value) (value, error) {
	d := objects.NewDict()
	for _, x := range interp.Threads() {
		if f := interp.CurrentFrame(x, 0); f != nil {
			if err := d.Set(t, objects.Int(int64(x.Ident)), objects.ToValue(f)); err != nil {
				return value{}, err
			}
		}
	}
	return objects.ToValue(d), nil
}

func currentExceptions(t *thread, self value, args []value) (value, error) {
	d := objects.NewDict()
	for _, x := range interp.Threads() {
		handled, err := exception(x, self, args)
		if err == nil && x.Cur != nil {
			err = d.Set(t, objects.Int(int64(x.Ident)), handled)
		}
		if err != nil {
			return value{}, err
		}
	}
	return objects.ToValue(d), nil
}

func setTrace(t *thread, self value, args []value) (value, error) {
	t.TraceFunc = args[0]
	if args[0] == objects.None {
		t.TraceFunc = value{}
	}
	t.SetPoll(objects.PollHooks)
	return objects.None, nil
}

func getTrace(t *thread, self value, args []value) (value, error) {
	if t.TraceFunc.IsZero() {
		return objects.None, nil
	}
	return t.TraceFunc, nil
}

func setProfile(t *thread, self value, args []value) (value, error) {
	t.ProfileFunc = args[0]
	if args[0] == objects.None {
		t.ProfileFunc = value{}
	}
	t.SetPoll(objects.PollHooks)
	return objects.None, nil
}

func getProfile(t *thread, self value, args []value) (value, error) {
	if t.ProfileFunc.IsZero() {
		return objects.None, nil
	}
	return t.ProfileFunc, nil
}

func setRecursionLimit(t *thread, self value, args []value) (value, error) {
	n, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	if n < 1 {
		return value{}, objects.ValueErrorf("recursion limit must be greater or equal than 1")
	}
	if t.Depth >= n {
		return value{}, objects.Errorf(&objects.RecursionErrorType,
			"cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n, t.Depth)
	}
	t.RecursionLimit = n
	return objects.None, nil
}

func getSizeOf(t *thread, self value, args []value) (value, error) {
	v, found, err := objects.CallSpecial(t, args[0], objects.Intern("__sizeof__"))
	if err == nil && !found {
		err = objects.TypeErrorf("Type %s doesn't define __sizeof__", objects.TypeOf(args[0]))
	}
	if err != nil {
		if !args[1].IsZero() && objects.IsError(err, &objects.TypeErrorType) {
			return args[1], nil
		}
		return value{}, err
	}
	n, err := objects.IndexInt(t, v, &objects.OverflowErrorType)
	if err != nil {
		return value{}, err
	}
	if n < 0 {
		return value{}, objects.ValueErrorf("__sizeof__() should return >= 0")
	}
	return objects.Int(int64(n + objects.HiddenSize(objects.TypeOf(args[0])))), nil
}

func intern(t *thread, self value, args []value) (value, error) {
	s, ok := objects.StrOf(args[0])
	if !ok {
		return value{}, objects.TypeErrorf("intern() argument must be str, not %s", objects.TypeOf(args[0]))
	}
	if objects.TypeOf(args[0]) != &objects.StrType {
		return value{}, objects.TypeErrorf("can't intern %s", objects.TypeOf(args[0]))
	}
	return objects.InternStr(s).Value(), nil
}

func isInterned(t *thread, self value, args []value) (value, error) {
	s, ok := objects.StrOf(args[0])
	if !ok {
		return value{}, objects.TypeErrorf("_is_interned() argument must be str, not %s", objects.TypeOf(args[0]))
	}
	return objects.Bool(s.Interned()), nil
}

func callTracing(t *thread, self value, args []value) (value, error) {
	tp, ok := objects.TupleOf(args[1])
	if !ok {
		return value{}, objects.TypeErrorf("call_tracing() argument 2 must be tuple, not %s", objects.TypeOf(args[1]))
	}
	saved := t.InTrace
	t.InTrace = false
	v, err := objects.Call(t, args[0], tp.Items(), nil)
	t.InTrace = saved
	return v, err
}

func displayHook(t *thread, self value, args []value) (value, error) {
	if args[0] == objects.None {
		return objects.None, nil
	}
	underscore := objects.Intern("_")
	interp.S.Builtins.SetStr(underscore, objects.None)
	out := interp.S.Sys.GetStr(objects.Intern("stdout"))
	if out.IsZero() {
		return value{}, objects.RuntimeErrorf("lost sys.stdout")
	}
	if out != objects.None {
		r, err := objects.Repr(t, args[0])
		if err != nil {
			return value{}, err
		}
		write := objects.Intern("write")
		if _, err = objects.CallMethod(t, out, write, r); err != nil {
			if !objects.IsError(err, &objects.UnicodeEncodeErrorType) {
				return value{}, err
			}
			if r, err = objects.Ascii(t, r); err == nil {
				_, err = objects.CallMethod(t, out, write, r)
			}
			if err != nil {
				return value{}, err
			}
		}
		if _, err := objects.CallMethod(t, out, write, objects.StrValue("\n")); err != nil {
			return value{}, err
		}
	}
	interp.S.Builtins.SetStr(underscore, args[0])
	return objects.None, nil
}

// exceptHook prints a traceback through the module traceback, as CPython does, and by itself where that fails.
func exceptHook(t *thread, self value, args []value) (value, error) {
	PrintException(t, args[1], args[2])
	return objects.None, nil
}

// PrintException prints an exception with its traceback on sys.stderr.
func PrintException(t *thread, exc, tb value) {
	file := interp.S.Sys.GetStr(objects.Intern("stderr"))
	if file == objects.None {
		return
	}
	if objects.IsInstance(exc, &objects.BaseExceptionType) {
		if tb != objects.None && objects.As[objects.Exception](exc).Tb == nil {
			_ = objects.SetAttr(t, exc, objects.Intern("__traceback__"), tb)
		}
		if mod, err := interp.ImportModule(t, "traceback"); err == nil {
			fn, err := objects.GetAttr(t, mod, objects.Intern("_print_exception_bltin"))
			if err == nil {
				if _, err = objects.Call1(t, fn, exc); err == nil {
					return
				}
			}
		}
	}
	WriteStderr(t, FormatException(t, exc))
}

// WriteStderr writes text to sys.stderr, or to the process's own where that is missing or fails.
func WriteStderr(t *thread, text string) {
	if interp.S.Sys != nil {
		file := interp.S.Sys.GetStr(objects.Intern("stderr"))
		if !file.IsZero() && file != objects.None {
			if _, err := objects.CallMethod(t, file, objects.Intern("write"), objects.StrValue(text)); err == nil {
				_, _ = objects.CallMethod(t, file, objects.Intern("flush"))
				return
			}
		}
	}
	os.Stderr.WriteString(text)
}

// FormatException is a traceback without the help of the library: files, lines and names, and the last line.
func FormatException(t *thread, exc value) string {
	var b bytes.Buffer
	if !objects.IsInstance(exc, &objects.BaseExceptionType) {
		return "TypeError: print_exception(): Exception expected for value, " + objects.TypeOf(exc).Name + " found\n"
	}
	e := objects.As[objects.Exception](exc)
	if e.Tb != nil {
		b.WriteString("Traceback (most recent call last):\n")
		for tb := e.Tb; tb != nil; tb = tb.Next {
			b.WriteString("  File \"" + tb.Frame.Code.Filename.String() + "\", line " + strconv.Itoa(tb.LineNumber()) +
				", in " + tb.Frame.Code.Name.String() + "\n")
		}
	}
	b.WriteString(e.Type().FullName())
	if s, err := objects.StrString(t, exc); err == nil && s != "" {
		b.WriteString(": " + s)
	}
	b.WriteString("\n")
	return b.String()
}

var unraisableType *objects.Type

// reportUnraisable calls sys.unraisablehook for an exception that cannot be raised.
func reportUnraisable(t *thread, err error, where string, obj value) {
	if unraisableType == nil {
		unraisableType = objects.NewStructSeqType(objects.StructSeqDef{Name: "UnraisableHookArgs",
			Fields: fields("exc_type", "exc_value", "exc_traceback", "err_msg", "object")})
	}
	e := objects.AsException(err)
	msg := objects.None
	if where != "" {
		msg = objects.StrValue(where)
	}
	if obj.IsZero() {
		obj = objects.None
	}
	args := objects.NewStructSeq(unraisableType, 5, objects.ToValue(e.Type()), e.Value(), e.Traceback(), msg, obj)
	hook := interp.S.Sys.GetStr(objects.Intern("unraisablehook"))
	if hook.IsZero() || hook == objects.None {
		return
	}
	if _, err := objects.Call1(t, hook, args); err != nil {
		WriteStderr(t, "Exception ignored in sys.unraisablehook\n"+FormatException(t, objects.AsException(err).Value()))
	}
}

func unraisableHook(t *thread, self value, args []value) (value, error) {
	tp, ok := objects.TupleOf(args[0])
	if !ok || tp.Len() < 5 {
		return value{}, objects.TypeErrorf("sys.unraisablehook argument type must be UnraisableHookArgs")
	}
	exc, msg, obj := tp.Item(1), tp.Item(3), tp.Item(4)
	head := ""
	if obj != objects.None {
		r, err := objects.ReprString(t, obj)
		if err != nil {
			r = "<object repr() failed>"
		}
		if msg != objects.None {
			m, _ := objects.StrString(t, msg)
			head = m + ": " + r + "\n"
		} else {
			head = "Exception ignored in: " + r + "\n"
		}
	} else if msg != objects.None {
		m, _ := objects.StrString(t, msg)
		head = m + ":\n"
	}
	WriteStderr(t, head)
	PrintException(t, exc, tp.Item(2))
	return objects.None, nil
}

func breakpointHook(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
	env := os.Getenv("PYTHONBREAKPOINT")
	if env == "0" {
		return objects.None, nil
	}
	if env == "" {
		env = "pdb.set_trace"
	}
	mod, name := "builtins", env
	for i := len(env) - 1; i >= 0; i-- {
		if env[i] == '.' {
			mod, name = env[:i], env[i+1:]
			break
		}
	}
	m, err := interp.ImportModule(t, mod)
	if err == nil {
		var fn value
		if fn, err = objects.GetAttr(t, m, objects.Intern(name)); err == nil {
			return objects.Call(t, fn, args, kw)
		}
	}
	return objects.None, objects.H.Warn(t, &objects.RuntimeWarningType, "Ignoring unimportable $PYTHONBREAKPOINT: \""+env+"\"", 0)
}

var auditHooks []value

func audit(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
	if len(args) < 1 {
		return value{}, objects.TypeErrorf("audit expected at least 1 argument, got 0")
	}
	if _, ok := objects.StrOf(args[0]); !ok {
		return value{}, objects.TypeErrorf("expected str for argument 'event', not %s", objects.TypeOf(args[0]))
	}
	if len(auditHooks) == 0 {
		return objects.None, nil
	}
	event, rest := args[0], objects.ToValue(objects.NewTuple(args[1:]...))
	for _, h := range auditHooks {
		if _, err := objects.Call2(t, h, event, rest); err != nil {
			return value{}, err
		}
	}
	return objects.None, nil
}

func addAuditHook(t *thread, self value, args []value) (value, error) {
	for _, h := range auditHooks {
		if _, err := objects.Call2(t, h, objects.StrValue("sys.addaudithook"), objects.ToValue(objects.NewTuple())); err != nil {
			if objects.IsError(err, &objects.RuntimeErrorType) {
				return objects.None, nil
			}
			return value{}, err
		}
	}
	if auditHooks == nil {
		objects.AddRoots(func(visit func(value)) {
			for _, h := range auditHooks {
				visit(h)
			}
		})
	}
	auditHooks = append(auditHooks, args[0])
	return objects.None, nil
}

func setSwitchInterval(t *thread, self value, args []value) (value, error) {
	f, err := native.Float(t, args[0])
	if err != nil {
		return value{}, err
	}
	if f <= 0 {
		return value{}, objects.ValueErrorf("switch interval must be strictly positive")
	}
	// A duration holds 292 years.
	switchInterval = time.Duration(min(f, 1e9)*1e6) * time.Microsecond
	interp.SetSwitchInterval(max(switchInterval, time.Microsecond))
	return objects.None, nil
}

func setIntMaxStrDigits(t *thread, self value, args []value) (value, error) {
	n, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	if n != 0 && n < 640 {
		return value{}, objects.ValueErrorf("maxdigits must be 0 or larger than 640")
	}
	objects.IntMaxStrDigits = n
	return objects.None, nil
}

var asyncGenHooksType *objects.Type

func getAsyncGenHooks(t *thread, self value, args []value) (value, error) {
	if asyncGenHooksType == nil {
		asyncGenHooksType = objects.NewStructSeqType(objects.StructSeqDef{Name: "sys.asyncgen_hooks", Fields: fields("firstiter", "finalizer")})
	}
	or := func(v value) value {
		if v.IsZero() {
			return objects.None
		}
		return v
	}
	return objects.NewStructSeq(asyncGenHooksType, 2, or(t.AsyncGenFirstIter), or(t.AsyncGenFinalizer)), nil
}

func setAsyncGenHooks(t *thread, self value, args []value) (value, error) {
	for i, p := range []*value{&t.AsyncGenFirstIter, &t.AsyncGenFinalizer} {
		if args[i].IsZero() {
			continue
		}
		if args[i] == objects.None {
			*p = value{}
			continue
		}
		if !objects.Callable(args[i]) {
			return value{}, objects.TypeErrorf("callable %s expected, got %s", [...]string{"firstiter", "finalizer"}[i], objects.TypeOf(args[i]))
		}
		*p = args[i]
	}
	return objects.None, nil
}

func setOriginTracking(t *thread, self value, args []value) (value, error) {
	n, err := objects.IndexInt(t, args[0], &objects.OverflowErrorType)
	if err != nil {
		return value{}, err
	}
	if n < 0 {
		return value{}, objects.ValueErrorf("depth must be >= 0")
	}
	t.OriginTracking = n
	return objects.None, nil
}

func allocatedBlocks(t *thread, self value, args []value) (value, error) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return objects.Int(int64(m.HeapObjects)), nil
}
