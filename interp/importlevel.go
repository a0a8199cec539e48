package interp

import (
	"strings"

	"github.com/adder-lang/adder/objects"
)

// The function __import__: it finds modules that are imported already and leaves the rest to importlib's own code.

// importLevel imports a module by name, relative to the package of the globals where level is positive (language
// reference, 5.7). It returns what __import__ does: the module at the name's first dot, or with a fromlist the last one.
func importLevel(t *objects.Thread, name value, globals, fromlist value, level int) (value, error) {
	v, err := importModuleLevel(t, name, globals, fromlist, level)
	if err != nil {
		trimImport(objects.AsException(err))
	}
	return v, err
}

func importModuleLevel(t *objects.Thread, nameValue value, globals, fromlist value, level int) (value, error) {
	name, ok := objects.StrOf(nameValue)
	switch {
	case !ok:
		return value{}, objects.TypeErrorf("module name must be a string")
	case level < 0:
		return value{}, objects.ValueErrorf("level must be >= 0")
	}
	full := objects.InternStr(name)
	if level > 0 {
		s, err := resolveRelative(t, name.String(), globals, level)
		if err != nil {
			return value{}, err
		}
		full = objects.Intern(s)
	} else if name.Len() == 0 {
		return value{}, objects.ValueErrorf("Empty module name")
	}
	mod, err := importAbsolute(t, full)
	if err != nil {
		return value{}, err
	}
	hasFrom := false
	if !fromlist.IsZero() && fromlist != objects.None {
		if hasFrom, err = objects.Truth(t, fromlist); err != nil {
			return value{}, err
		}
	}
	if hasFrom {
		path, err := objects.FindAttr(t, mod, objects.Intern("__path__"))
		if err != nil || path.IsZero() {
			return mod, err
		}
		return objects.CallMethod(t, S.Importlib, objects.Intern("_handle_fromlist"), mod, fromlist, S.ImportFunc)
	}
	text := name.String()
	dot := strings.IndexByte(text, '.')
	switch {
	case level > 0 && text == "", dot < 0:
		return mod, nil
	case level == 0:
		return importModuleLevel(t, objects.StrValue(text[:dot]), value{}, value{}, 0)
	}
	// A relative name: what is left of the full name when the part behind its first dot is cut off.
	s := full.String()
	front := s[:len(s)-(len(text)-dot)]
	m := modules(t).GetStr(objects.Intern(front))
	if m.IsZero() {
		return value{}, objects.NewError(&objects.KeyErrorType, objects.StrValue("'"+front+"' not in sys.modules as expected"))
	}
	return m, nil
}

// importAbsolute returns the module of a full name, loading it where sys.modules does not have it. A module that another
// thread is just loading is waited for.
func importAbsolute(t *objects.Thread, name *objects.Str) (value, error) {
	m := modules(t).GetStr(name)
	if m.IsZero() || m == objects.None {
		if S.Importlib.IsZero() {
			return value{}, objects.NewError(&objects.ImportErrorType, objects.StrValue("the import system is not ready"))
		}
		return objects.CallMethod(t, S.Importlib, objects.Intern("_find_and_load"), name.Value(), S.ImportFunc)
	}
	spec, err := objects.FindAttr(t, m, objects.Intern("__spec__"))
	if err != nil || spec.IsZero() || spec == objects.None {
		return m, err
	}
	loading, err := objects.FindAttr(t, spec, objects.Intern("_initializing"))
	if err != nil || loading.IsZero() {
		return m, err
	}
	if busy, err := objects.Truth(t, loading); err != nil || !busy {
		return m, err
	}
	_, err = objects.CallMethod(t, S.Importlib, objects.Intern("_lock_unlock_module"), name.Value())
	return m, err
}

// resolveRelative returns the full name of a module that is named relative to the package of the globals.
func resolveRelative(t *objects.Thread, name string, globals value, level int) (string, error) {
	if globals.IsZero() || globals == objects.None {
		return "", objects.NewError(&objects.KeyErrorType, objects.StrValue("'__name__' not in globals"))
	}
	g, ok := objects.DictOf(globals)
	if !ok {
		return "", objects.TypeErrorf("globals must be a dict")
	}
	pkg, err := packageOf(t, g)
	if err != nil {
		return "", err
	}
	if pkg == "" {
		return "", objects.NewError(&objects.ImportErrorType, objects.StrValue("attempted relative import with no known parent package"))
	}
	for range level - 1 {
		dot := strings.LastIndexByte(pkg, '.')
		if dot < 0 {
			return "", objects.NewError(&objects.ImportErrorType, objects.StrValue("attempted relative import beyond top-level package"))
		}
		pkg = pkg[:dot]
	}
	if name == "" {
		return pkg, nil
	}
	return pkg + "." + name, nil
}

// packageOf returns the name of the package that a module with these globals belongs to, empty for none.
func packageOf(t *objects.Thread, g *objects.Dict) (string, error) {
	get := func(name string) value {
		if v := g.GetStr(objects.Intern(name)); v != objects.None {
			return v
		}
		return value{}
	}
	pkg, spec := get("__package__"), get("__spec__")
	if !pkg.IsZero() {
		s, ok := objects.StrOf(pkg)
		if !ok {
			return "", objects.TypeErrorf("package must be a string")
		}
		if !spec.IsZero() {
			parent, err := objects.GetAttrString(t, spec, "parent")
			if err != nil {
				return "", err
			}
			same, err := objects.Equal(t, pkg, parent)
			if err == nil && !same {
				err = objects.H.Warn(t, &objects.DeprecationWarningType, "__package__ != __spec__.parent", 1)
			}
			if err != nil {
				return "", err
			}
		}
		return s.String(), nil
	}
	if !spec.IsZero() {
		parent, err := objects.GetAttrString(t, spec, "parent")
		if err != nil {
			return "", err
		}
		s, ok := objects.StrOf(parent)
		if !ok {
			return "", objects.TypeErrorf("__spec__.parent must be a string")
		}
		return s.String(), nil
	}
	err := objects.H.Warn(t, &objects.ImportWarningType,
		"can't resolve package from __spec__ or __package__, falling back on __name__ and __path__", 1)
	if err != nil {
		return "", err
	}
	name := g.GetStr(strName)
	if name.IsZero() {
		return "", objects.NewError(&objects.KeyErrorType, objects.StrValue("'__name__' not in globals"))
	}
	s, ok := objects.StrOf(name)
	if !ok {
		return "", objects.TypeErrorf("__name__ must be a string")
	}
	text := s.String()
	if g.GetStr(objects.Intern("__path__")).IsZero() {
		text = text[:max(strings.LastIndexByte(text, '.'), 0)]
	}
	return text, nil
}
