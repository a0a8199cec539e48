// Package imp is the module _imp: what importlib needs of the interpreter to import native and frozen modules.
package imp

import (
	"encoding/binary"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Sources are where native and frozen modules come from; the package stdlib fills it.
var Sources struct {
	// Native returns the declaration of a native module.
	Native func(name string) *objects.ModuleDef
	// Frozen returns the code of a module that the binary contains compiled, or nil; pkg says that it is a package.
	Frozen func(t *thread, name string) (code *objects.Code, err error)
	// IsFrozen reports whether a frozen module exists and whether it is a package.
	IsFrozen func(name string) (ok, pkg bool)
	// FrozenNames lists the frozen modules.
	FrozenNames func() []string
}

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "_imp",
	Doc:     "What importlib needs of the interpreter.",
	Methods: methods,
	Exec: func(t *thread, m *objects.Module) error {
		m.Set("check_hash_based_pycs", objects.StrValue(CheckHashBasedPycs))
		m.Set("pyc_magic_number_token", objects.Int(0x0A0D0DF3))
		return nil
	},
}

// CheckHashBasedPycs is --check-hash-based-pycs.
var CheckHashBasedPycs = "default"

func methods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "acquire_lock", Doc: "Take the import lock, once more if this thread has it already; wait while another one has it.", Fn: acquireLock},
		{Name: "release_lock", Doc: "Give the import lock back, as often as it was taken.", Fn: releaseLock},
		{Name: "lock_held", Doc: "Tell whether a thread has the import lock.", Fn: lockHeld},
		{Name: "create_builtin", Sig: "spec, /", Doc: "Return the native module that spec names, or None if there is none.", Fn: createBuiltin},
		{Name: "exec_builtin", Sig: "mod, /", Doc: "Do nothing and return 0: create_builtin() returns modules that are complete.", Fn: func(*thread, value, []value) (value, error) {
			return objects.Int(0), nil
		}},
		{Name: "is_builtin", Sig: "name, /", Doc: "Return 1 for the name of a native module, -1 for sys and builtins, otherwise 0.", Fn: isBuiltin},
		{Name: "is_frozen", Sig: "name, /", Doc: "Tell whether name is that of a frozen module.", Fn: isFrozen},
		{Name: "is_frozen_package", Sig: "name, /", Doc: "Tell whether the frozen module of this name is a package.", Fn: isFrozenPackage},
		{Name: "find_frozen", Sig: "name, /, *, withdata=False", Doc: "Return (None, whether it is a package, its original name) of a frozen module, or None.", Fn: findFrozen},
		{Name: "get_frozen_object", Sig: "name, data=None, /", Doc: "Return the code of a frozen module.", Fn: getFrozenObject},
		{Name: "init_frozen", Sig: "name, /", Doc: "Run the code of a frozen module and return the module, or None if there is none of this name.", Fn: initFrozen},
		{Name: "_frozen_module_names", Doc: "Return the names of the frozen modules.", Fn: frozenNames},
		{Name: "extension_suffixes", Doc: "Return an empty list: no files are extension modules.", Fn: func(*thread, value, []value) (value, error) {
			return objects.ToValue(objects.NewList()), nil
		}},
		{Name: "source_hash", Sig: "key, source", Fn: sourceHash},
		{Name: "_fix_co_filename", Sig: "code, path, /", Doc: "Set co_filename of code, and of the code objects in it, to path.", Fn: fixFilename},
		{Name: "_override_frozen_modules_for_tests", Sig: "override, /", Doc: "Use frozen modules (1), do not use them (-1) or decide by default (0); for tests.", Fn: override},
		{Name: "_override_multi_interp_extensions_check", Sig: "override, /", Doc: "Do nothing and return 0; for tests.",
			Fn: func(*thread, value, []value) (value, error) { return objects.Int(0), nil }},
	}
}

// importLock is the reentrant lock of the old import API.
var importLock struct {
	owner uint64
	depth int
}

func acquireLock(t *thread, self value, args []value) (value, error) {
	for importLock.depth > 0 && importLock.owner != t.Ident {
		interp.Release(t)
		interp.Acquire(t)
	}
	importLock.owner = t.Ident
	importLock.depth++
	return objects.None, nil
}

func releaseLock(t *thread, self value, args []value) (value, error) {
	if importLock.depth == 0 || importLock.owner != t.Ident {
		return value{}, objects.RuntimeErrorf("not holding the import lock")
	}
	importLock.depth--
	return objects.None, nil
}

func lockHeld(t *thread, self value, args []value) (value, error) {
	return objects.Bool(importLock.depth > 0), nil
}

func createBuiltin(t *thread, self value, args []value) (value, error) {
	n, err := objects.GetAttr(t, args[0], objects.Intern("name"))
	if err != nil {
		return value{}, err
	}
	name, err := objects.StrString(t, n)
	if err != nil {
		return value{}, err
	}
	if m := interp.S.Modules.GetStr(objects.Intern(name)); !m.IsZero() && m != objects.None && objects.Is(m, &objects.ModuleType) {
		if def := Sources.Native(name); def != nil || name == "sys" || name == "builtins" {
			return m, nil
		}
	}
	def := Sources.Native(name)
	if def == nil {
		return objects.None, nil
	}
	m, err := objects.NewNativeModule(t, def)
	if err != nil {
		return value{}, err
	}
	return objects.ToValue(m), nil
}

func nameArg(v value, fn string) (string, error) {
	s, ok := objects.StrOf(v)
	if !ok {
		return "", objects.TypeErrorf("%s() argument must be str, not %s", fn, objects.TypeOf(v))
	}
	return s.String(), nil
}

func isBuiltin(t *thread, self value, args []value) (value, error) {
	name, err := nameArg(args[0], "is_builtin")
	if err != nil {
		return value{}, err
	}
	switch {
	case name == "sys" || name == "builtins":
		return objects.Int(-1), nil
	case Sources.Native(name) != nil:
		return objects.Int(1), nil
	}
	return objects.Int(0), nil
}

// useFrozen is what _override_frozen_modules_for_tests sets: 0 default, 1 on, -1 off.
var useFrozen int

func frozen(name string) (ok, pkg bool) {
	if useFrozen < 0 && name != "_frozen_importlib" && name != "_frozen_importlib_external" && name != "zipimport" {
		return false, false
	}
	return Sources.IsFrozen(name)
}

func isFrozen(t *thread, self value, args []value) (value, error) {
	name, err := nameArg(args[0], "is_frozen")
	if err != nil {
		return value{}, err
	}
	ok, _ := frozen(name)
	return objects.Bool(ok), nil
}

func notFrozen(name string) error {
	err := objects.NewError(&objects.ImportErrorType, objects.StrValue("No such frozen object named "+name))
	objects.As[objects.ImportErrorObject](err.(*objects.Exception).Value()).Name = objects.StrValue(name)
	return err
}

func isFrozenPackage(t *thread, self value, args []value) (value, error) {
	name, err := nameArg(args[0], "is_frozen_package")
	if err != nil {
		return value{}, err
	}
	ok, pkg := frozen(name)
	if !ok {
		return value{}, notFrozen(name)
	}
	return objects.Bool(pkg), nil
}

func findFrozen(t *thread, self value, args []value) (value, error) {
	name, err := nameArg(args[0], "find_frozen")
	if err != nil {
		return value{}, err
	}
	ok, pkg := frozen(name)
	if !ok {
		return objects.None, nil
	}
	orig := name
	switch name {
	case "_frozen_importlib":
		orig = "importlib._bootstrap"
	case "_frozen_importlib_external":
		orig = "importlib._bootstrap_external"
	}
	return objects.ToValue(objects.NewTuple(objects.None, objects.Bool(pkg), objects.StrValue(orig))), nil
}

func getFrozenObject(t *thread, self value, args []value) (value, error) {
	name, err := nameArg(args[0], "get_frozen_object")
	if err != nil {
		return value{}, err
	}
	if ok, _ := frozen(name); !ok {
		return value{}, notFrozen(name)
	}
	code, err := Sources.Frozen(t, name)
	if err != nil {
		return value{}, err
	}
	return objects.ToValue(code), nil
}

func initFrozen(t *thread, self value, args []value) (value, error) {
	name, err := nameArg(args[0], "init_frozen")
	if err != nil {
		return value{}, err
	}
	if ok, _ := frozen(name); !ok {
		return objects.None, nil
	}
	code, err := Sources.Frozen(t, name)
	if err != nil {
		return value{}, err
	}
	m := objects.NewModule(name)
	interp.S.Modules.SetStr(objects.Intern(name), objects.ToValue(m))
	if _, err := objects.H.Exec(t, code, m.Dictionary(), objects.ToValue(m.Dictionary()), nil); err != nil {
		return value{}, err
	}
	return objects.ToValue(m), nil
}

func frozenNames(t *thread, self value, args []value) (value, error) {
	l := objects.NewList()
	for _, n := range Sources.FrozenNames() {
		l.Append(objects.StrValue(n))
	}
	return objects.ToValue(l), nil
}

func sourceHash(t *thread, self value, args []value) (value, error) {
	key, err := objects.IndexInt(t, args[0], &objects.OverflowErrorType)
	if err != nil {
		return value{}, err
	}
	src, ok, err := objects.BufferBytes(t, args[1])
	if err != nil {
		return value{}, err
	}
	if !ok {
		return value{}, objects.TypeErrorf("a bytes-like object is required, not '%s'", objects.TypeOf(args[1]))
	}
	return objects.NewBytes(binary.LittleEndian.AppendUint64(nil, objects.SipHash13(uint64(key), 0, src))), nil
}

func fixFilename(t *thread, self value, args []value) (value, error) {
	if !objects.Is(args[0], &objects.CodeType) {
		return value{}, objects.TypeErrorf("_fix_co_filename() argument 1 must be code, not %s", objects.TypeOf(args[0]))
	}
	path, ok := objects.StrOf(args[1])
	if !ok {
		return value{}, objects.TypeErrorf("_fix_co_filename() argument 2 must be str, not %s", objects.TypeOf(args[1]))
	}
	c := objects.As[objects.Code](args[0])
	setFilename(c, c.Filename, path)
	return objects.None, nil
}

func setFilename(c *objects.Code, old, path *objects.Str) {
	if !c.Filename.Equal(old) {
		return
	}
	c.Filename = path
	for _, k := range c.Loaded().Consts {
		if objects.Is(k, &objects.CodeType) {
			setFilename(objects.As[objects.Code](k), old, path)
		}
	}
}

func override(t *thread, self value, args []value) (value, error) {
	n, err := objects.IndexInt(t, args[0], &objects.OverflowErrorType)
	if err != nil {
		return value{}, err
	}
	useFrozen = n
	return objects.None, nil
}
