package interp

import (
	"github.com/adder-lang/adder/objects"
)

var (
	strSend, strNext, strEnter, strExit, strAenter, strAexit, strMatchArgs, strBuildClass, strImport *objects.Str
	strName, strAll, strDict, strAnnotations, strDisplayhook                                         *objects.Str
)

// State is what the interpreter keeps for the process.
//
// Concurrency: written at start only, but for the contents of the dictionaries.
type State struct {
	// Modules is sys.modules, Sys the dictionary of sys, Builtins that of builtins.
	Modules, Sys, Builtins *objects.Dict
	Main                   *objects.Thread
	// Importlib is the module importlib._bootstrap, zero until it runs; ImportFunc is the function __import__ that
	// builtins has at the start.
	Importlib, ImportFunc value
}

// S is the state of the process.
var S State

// Init makes the interpreter ready: names and hooks. It must run once before any Python code.
func Init() *objects.Thread {
	objects.Init()
	for _, n := range []struct {
		p    **objects.Str
		name string
	}{
		{&strInit, "__init__"}, {&strGetItem, "__getitem__"}, {&strSend, "send"}, {&strNext, "__next__"}, {&strEnter, "__enter__"}, {&strExit, "__exit__"},
		{&strAenter, "__aenter__"}, {&strAexit, "__aexit__"}, {&strMatchArgs, "__match_args__"},
		{&strBuildClass, "__build_class__"}, {&strImport, "__import__"}, {&strName, "__name__"}, {&strAll, "__all__"},
		{&strDict, "__dict__"}, {&strAnnotations, "__annotations__"}, {&strDisplayhook, "displayhook"},
	} {
		*n.p = objects.Intern(n.name)
	}
	t := objects.NewThread()
	S.Main = t
	S.Modules = objects.NewDict()
	h := &objects.H
	h.CallFunction = callFunction
	h.Resume, h.Drain, h.Within = resume, drain, within
	h.Exec = execCode
	h.FrameOf = frameOf
	h.FrameBack = frameBack
	h.FramePC = framePC
	h.CloseQuietly = closeQuietly
	h.GeneratorFrame = generatorFrame
	h.SetLine = setLine
	h.CurrentFrame = CurrentFrame
	h.Blocking = Blocking
	h.Compile = compileSource
	h.Import, h.ImportLevel = importHook, importLevel
	h.Warn = warn
	h.Unraisable = unraisable
	h.Collect = collect
	h.Roots = Roots
	h.ClearDead = func() {
		if t := lock.holder; t != nil {
			clearDead(t)
		}
	}
	objects.WakeMain = func() { S.Main.SetPoll(objects.PollPending) }
	AddThread(t)
	Acquire(t)
	S.Builtins = objects.BuiltinsDict(t)
	return t
}

// modules returns sys.modules.
func modules(t *objects.Thread) *objects.Dict { return S.Modules }

// sysAttr returns an attribute of sys, zero where it is absent.
func sysAttr(t *objects.Thread, name *objects.Str) value {
	if S.Sys == nil {
		return value{}
	}
	return S.Sys.GetStr(name)
}

// importHook imports a module by name through builtins.__import__.
func importHook(t *objects.Thread, name string, fromlist *objects.Tuple, level int, globals *objects.Dict) (value, error) {
	fn := S.Builtins.GetStr(strImport)
	if fn.IsZero() {
		return value{}, objects.NewError(&objects.ImportErrorType, objects.StrValue("__import__ not found"))
	}
	g := objects.None
	if globals != nil {
		g = objects.ToValue(globals)
	}
	list := objects.None
	if fromlist != nil {
		list = objects.ToValue(fromlist)
	}
	args := [...]value{objects.StrValue(name), g, objects.None, list, objects.Int(int64(level))}
	return objects.Call(t, fn, args[:], nil)
}

// ImportModule imports a module by its full name and returns it.
func ImportModule(t *objects.Thread, name string) (value, error) {
	if m := S.Modules.GetStr(objects.Intern(name)); !m.IsZero() && m != objects.None {
		return m, nil
	}
	if _, err := importHook(t, name, objects.NewTuple(objects.StrValue("*")), 0, nil); err != nil {
		return value{}, err
	}
	m := S.Modules.GetStr(objects.Intern(name))
	if m.IsZero() {
		return value{}, objects.KeyError(objects.StrValue(name))
	}
	return m, nil
}

// warn issues a warning through the warnings machinery; before that exists it is dropped.
func warn(t *objects.Thread, category *objects.Type, message string, stackLevel int) error {
	if WarnHook != nil {
		return WarnHook(t, category, message, stackLevel)
	}
	return nil
}

// WarnHook is set by the module _warnings.
var WarnHook func(t *objects.Thread, category *objects.Type, message string, stackLevel int) error

// UnraisableHook is set by the module sys.
var UnraisableHook func(t *objects.Thread, err error, where string, obj value)

func unraisable(t *objects.Thread, err error, where string, obj value) {
	if UnraisableHook != nil {
		UnraisableHook(t, err, where, obj)
	}
}
