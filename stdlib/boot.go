package stdlib

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/imp"
	"github.com/adder-lang/adder/stdlib/internal/native"
	"github.com/adder-lang/adder/stdlib/lib"
	"github.com/adder-lang/adder/stdlib/sys"
)

// home is an installed library that is used instead of the embedded one, or empty.
var home string

func readHome(file string) ([]byte, error) { return os.ReadFile(filepath.Join(home, file)) }

// landmark is the file by which a library directory is known, as CPython's.
const landmark = "os.py"

// FindLibrary decides where the library is: below PYTHONHOME, beside the executable, or in the cache directory that the
// embedded archive is unpacked to when something is first read from it. It returns the prefix (which has
// lib/python3.13).
func FindLibrary(executable, pythonHome string) (prefix string, unpack bool) {
	if pythonHome != "" {
		prefix, _, _ = strings.Cut(pythonHome, ":")
		if exists(filepath.Join(prefix, "lib", "python3.13", landmark)) {
			home = filepath.Join(prefix, "lib", "python3.13")
			return prefix, false
		}
	}
	if real, err := filepath.EvalSymlinks(executable); err == nil {
		for dir := filepath.Dir(real); ; dir = filepath.Dir(dir) {
			if exists(filepath.Join(dir, "lib", "python3.13", landmark)) {
				home = filepath.Join(dir, "lib", "python3.13")
				return dir, false
			}
			if dir == filepath.Dir(dir) {
				break
			}
		}
	}
	return cachePrefix(), true
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// cachePrefix is the directory that the embedded library is unpacked to: it is named after the archive, so that two
// versions do not mix.
func cachePrefix() string {
	base, err := os.UserCacheDir()
	if err != nil {
		base = os.TempDir()
	}
	return filepath.Join(base, "adder", lib.ContentsSum[:16])
}

// UnpackAt is where the embedded library is to be unpacked before the first import from a file, or empty.
var UnpackAt string

// Unpack writes the embedded library below prefix where it is not there yet. Other processes may do the same at the
// same time: the tree is made aside and renamed.
func Unpack(prefix string) error {
	dir := filepath.Join(prefix, "lib", "python3.13")
	if exists(filepath.Join(dir, landmark)) {
		return nil
	}
	archive, ok := lib.FS()
	if !ok {
		return errors.New("this build contains no library")
	}
	if err := os.MkdirAll(filepath.Dir(prefix), 0o755); err != nil {
		return err
	}
	tmp, err := os.MkdirTemp(filepath.Dir(prefix), ".unpack-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	root := filepath.Join(tmp, "lib", "python3.13")
	err = fs.WalkDir(archive, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		path := filepath.Join(root, filepath.FromSlash(name))
		if d.IsDir() {
			return os.MkdirAll(path, 0o755)
		}
		b, err := archive.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(path, b, 0o644)
	})
	if err != nil {
		return err
	}
	if err := os.Chmod(tmp, 0o755); err != nil {
		return err
	}
	if err := os.Rename(tmp, prefix); err != nil && !exists(filepath.Join(dir, landmark)) {
		return err
	}
	return nil
}

// Boot makes a fresh interpreter able to import: sys, builtins, the import system, the encodings and the standard
// streams. It is CPython's sequence of steps.
func Boot(t *objects.Thread, c *sys.Config) error {
	imp.Sources.Native = Native
	imp.Sources.Frozen = frozenCode
	imp.Sources.IsFrozen = func(name string) (ok, pkg bool) {
		m := findFrozen(name)
		return m != nil, m != nil && m.Package
	}
	imp.Sources.FrozenNames = func() []string {
		names := make([]string, len(frozenModules))
		for i := range frozenModules {
			names[i] = frozenModules[i].Name
		}
		return names
	}
	objects.H.FSDecode = func(t *objects.Thread, v objects.Value) (string, error) {
		if s, ok := objects.StrOf(v); ok {
			return s.String(), nil
		}
		p, err := native.Path(t, v, "compile", "filename", false, false)
		if err != nil {
			return "", err
		}
		return objects.As[objects.Str](native.FSDecode(p.Path)).String(), nil
	}
	objects.H.SysAttr = func(t *objects.Thread, name string) (objects.Value, error) {
		return interp.S.Sys.GetStr(objects.Intern(name)), nil
	}
	c.BuiltinNames = NativeNames()
	if archive, ok := lib.FS(); ok && c.StdlibNames == nil {
		c.StdlibNames = moduleNames(archive, c.BuiltinNames)
	}
	sysMod, err := sys.New(t, c)
	if err != nil {
		return err
	}
	builtins := objects.ModuleWithDict("builtins", interp.S.Builtins)
	setModule("sys", objects.ToValue(sysMod))
	setModule("builtins", objects.ToValue(builtins))

	impMod, err := objects.NewNativeModule(t, &imp.Def)
	if err != nil {
		return err
	}
	code, err := frozenCode(t, "_frozen_importlib")
	if err != nil {
		return err
	}
	boot := objects.NewModule("_frozen_importlib")
	setModule("_frozen_importlib", objects.ToValue(boot))
	d := boot.Dictionary()
	d.SetStr(objects.Intern("__builtins__"), objects.ToValue(interp.S.Builtins))
	// importlib takes this name off when it completes the module's attributes.
	boot.Set("__origname__", objects.StrValue("importlib._bootstrap"))
	if _, err := objects.H.Exec(t, code, d, objects.ToValue(d), nil); err != nil {
		return err
	}
	interp.S.Importlib = objects.ToValue(boot)
	interp.S.ImportFunc = interp.S.Builtins.GetStr(objects.Intern("__import__"))
	if _, err := objects.CallMethod(t, objects.ToValue(boot), objects.Intern("_install"), objects.ToValue(sysMod), objects.ToValue(impMod)); err != nil {
		return err
	}
	if UnpackAt != "" {
		if err := Unpack(UnpackAt); err != nil {
			return objects.Errorf(&objects.OSErrorType, "cannot unpack the library: %s", err.Error())
		}
	}
	if _, err := objects.CallMethod(t, objects.ToValue(boot), objects.Intern("_install_external_importers")); err != nil {
		return err
	}
	return installZipImport(t)
}

// installZipImport makes zip files importable: zipimport's importer is the first of sys.path_hooks.
func installZipImport(t *objects.Thread) error {
	zip, err := interp.ImportModule(t, "zipimport")
	if err != nil {
		return err
	}
	importer, err := objects.GetAttr(t, zip, objects.Intern("zipimporter"))
	if err != nil {
		return err
	}
	hooks := interp.S.Sys.GetStr(objects.Intern("path_hooks"))
	_, err = objects.CallMethod(t, hooks, objects.Intern("insert"), objects.Int(0), importer)
	return err
}

func setModule(name string, v objects.Value) {
	interp.S.Modules.SetStr(objects.Intern(name), v)
}

// moduleNames are the top-level modules of the library.
func moduleNames(archive fs.ReadDirFS, natives []string) []string {
	seen := map[string]bool{}
	var names []string
	add := func(n string) {
		if !seen[n] {
			seen[n] = true
			names = append(names, n)
		}
	}
	entries, _ := archive.ReadDir(".")
	for _, e := range entries {
		n := e.Name()
		if e.IsDir() {
			add(n)
		} else if s, ok := strings.CutSuffix(n, ".py"); ok {
			add(s)
		}
	}
	for _, n := range natives {
		add(n)
	}
	return names
}
