package interp

import (
	"github.com/adder-lang/adder/objects"
)

// The import statement: IMPORT_NAME calls builtins.__import__, which a program may replace; everything behind that is
// importlib's own code.

func importName(t *objects.Thread, rec *objects.Record, name *objects.Str, fromlist, level value) (value, error) {
	fn, err := objects.FindBuiltin(t, rec.Fn.Builtins, strImport)
	if err != nil {
		return value{}, err
	}
	if fn.IsZero() {
		return value{}, objects.NewError(&objects.ImportErrorType, objects.StrValue("__import__ not found"))
	}
	locals := objects.None
	if rec.Flags&objects.RecLocals != 0 {
		locals = rec.Locals
	}
	args := [...]value{name.Value(), objects.ToValue(rec.Fn.Globals), locals, fromlist, level}
	return objects.Call(t, fn, args[:], nil)
}

// trimImport takes the frames of the import system off a traceback: all of a run of them where the error is an
// ImportError, else only runs that end in the function made to mark such places.
func trimImport(e *objects.Exception) {
	always := e.Matches(&objects.ImportErrorType)
	inChunk := func(tb *objects.Traceback) bool {
		f := tb.Frame.Code.Filename.String()
		return f == "<frozen importlib._bootstrap>" || f == "<frozen importlib._bootstrap_external>"
	}
	prev := &e.Tb
	for tb := e.Tb; tb != nil; {
		if !inChunk(tb) {
			prev = &tb.Next
			tb = tb.Next
			continue
		}
		end := tb
		for end.Next != nil && inChunk(end.Next) {
			end = end.Next
		}
		if always || end.Frame.Code.Name.String() == "_call_with_frames_removed" {
			*prev = end.Next
		} else {
			prev = &end.Next
		}
		tb = end.Next
	}
}

// importFrom is `from module import name`: the attribute, or the submodule where the package is still being imported.
func importFrom(t *objects.Thread, mod value, name *objects.Str) (value, error) {
	v, err := objects.FindAttr(t, mod, name)
	if err != nil || !v.IsZero() {
		return v, err
	}
	pkg, err := objects.FindAttr(t, mod, strName)
	if err != nil {
		return value{}, err
	}
	if s, ok := objects.StrOf(pkg); ok {
		full := objects.Intern(s.String() + "." + name.String())
		if m := modules(t).GetStr(full); !m.IsZero() {
			return m, nil
		}
	}
	return value{}, objects.ImportFromError(t, mod, pkg, name)
}

// importStar binds the public names of a module.
func importStar(t *objects.Thread, rec *objects.Record, mod value) error {
	ns := rec.Locals
	if rec.Flags&objects.RecLocals == 0 {
		ns = objects.ToValue(rec.Fn.Globals)
	}
	all, err := objects.FindAttr(t, mod, strAll)
	if err != nil {
		return err
	}
	skip := false
	names := all
	if all.IsZero() {
		d, err := objects.FindAttr(t, mod, strDict)
		if err != nil {
			return err
		}
		if d.IsZero() {
			return objects.NewError(&objects.ImportErrorType, objects.StrValue("from-import-* object has no __dict__ and no __all__"))
		}
		if names, err = objects.CallMethod(t, d, objects.Intern("keys")); err != nil {
			return err
		}
		l := objects.NewList()
		if err := l.ExtendFrom(t, names); err != nil {
			return err
		}
		names = objects.ToValue(l)
		skip = true
	}
	return objects.Each(t, names, func(v value) error {
		s, ok := objects.StrOf(v)
		if !ok {
			name, _ := objects.FindAttr(t, mod, strName)
			what := "Item in " + strString(name) + ".__all__"
			if skip {
				what = "Key in " + strString(name) + ".__dict__"
			}
			return objects.TypeErrorf("%s must be str, not %s", what, objects.TypeOf(v))
		}
		if skip && s.Len() > 0 && s.At(0) == '_' {
			return nil
		}
		s = objects.InternStr(s)
		attr, err := objects.GetAttr(t, mod, s)
		if err != nil {
			return err
		}
		if d, ok := exactDict(ns); ok {
			d.SetStr(s, attr)
			return nil
		}
		return objects.SetItem(t, ns, s.Value(), attr)
	})
}

func strString(v value) string {
	if s, ok := objects.StrOf(v); ok {
		return s.String()
	}
	return "?"
}
