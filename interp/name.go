package interp

import (
	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
)

// Names: globals and built-ins with caches on the versions of their dictionaries, namespaces of modules and classes,
// cells.

// loadGlobal is LOAD_GLOBAL where the inline cache has no answer.
func loadGlobal(t *objects.Thread, rec *objects.Record, ins bytecode.Instr) (value, error) {
	s := &rec.Code.Sites[ins.B()]
	globals, builtins := rec.Fn.Globals, rec.Fn.Builtins
	v, kind, err := findGlobal(t, globals, builtins, s)
	if err != nil {
		return v, err
	}
	switch kind {
	case objects.SiteGlobal:
		respecialise(rec, bytecode.LoadGlobalFast)
	case objects.SiteBuiltin:
		respecialise(rec, bytecode.LoadBuiltinFast)
	default:
		if ins.Op() != bytecode.LoadGlobal {
			respecialise(rec, bytecode.LoadGlobal)
		}
	}
	return v, nil
}

// findGlobal looks a name up and fills the site.
func findGlobal(t *objects.Thread, globals, builtins *objects.Dict, s *objects.Site) (value, objects.SiteKind, error) {
	if objects.TypeOf(objects.ToValue(globals)) != &objects.DictType {
		// exec() with a subclass of dict: lookups go through its __getitem__ only for names of the namespace; globals are
		// read directly, as CPython does for exact dicts, and through the mapping protocol otherwise.
		v, err := objects.GetItem(t, objects.ToValue(globals), s.Name.Value())
		if err == nil || !objects.IsError(err, &objects.KeyErrorType) {
			return v, objects.SiteEmpty, err
		}
	} else if i := globals.FindStr(s.Name); i >= 0 {
		s.DictVersion, s.Offset, s.Kind = globals.Version(), int32(i), objects.SiteGlobal
		return globals.EntryValue(i), objects.SiteGlobal, nil
	}
	if objects.TypeOf(objects.ToValue(builtins)) != &objects.DictType {
		v, err := findBuiltin(t, builtins, s.Name)
		return v, objects.SiteEmpty, err
	}
	if i := builtins.FindStr(s.Name); i >= 0 {
		s.DictVersion, s.Version, s.Offset, s.Kind = globals.Version(), builtins.Version(), int32(i), objects.SiteBuiltin
		return builtins.EntryValue(i), objects.SiteBuiltin, nil
	}
	// Not among the keys that are str: a key of another type may equal the name.
	v, err := globals.FindName(t, s.Name)
	if err == nil && v.IsZero() {
		v, err = findBuiltin(t, builtins, s.Name)
	}
	return v, objects.SiteEmpty, err
}

// findBuiltin looks a name up in built-ins of a program's own.
func findBuiltin(t *objects.Thread, builtins *objects.Dict, name *objects.Str) (value, error) {
	v, err := objects.FindBuiltin(t, builtins, name)
	if err == nil && v.IsZero() {
		err = nameError(name)
	}
	return v, err
}

func nameError(name *objects.Str) error {
	return objects.NameErrorf(&objects.NameErrorType, name, "name '%s' is not defined", name)
}

func storeGlobal(t *objects.Thread, rec *objects.Record, s *objects.Site, v value) error {
	g := rec.Fn.Globals
	if s.Kind == objects.SiteGlobal && s.DictVersion == g.Version() {
		g.SetEntryValue(int(s.Offset), v)
		return nil
	}
	g.SetStr(s.Name, v)
	if i := g.FindStr(s.Name); i >= 0 {
		s.DictVersion, s.Offset, s.Kind = g.Version(), int32(i), objects.SiteGlobal
	}
	return nil
}

// loadName is LOAD_NAME: the namespace of the body, then the globals and built-ins.
func loadName(t *objects.Thread, rec *objects.Record, s *objects.Site) (value, error) {
	fn := rec.Fn
	if rec.Flags&objects.RecLocals != 0 && (rec.Locals != objects.ToValue(fn.Globals) || objects.TypeOf(rec.Locals) != &objects.DictType) {
		if d, ok := exactDict(rec.Locals); ok {
			v, err := d.FindName(t, s.Name)
			if err != nil || !v.IsZero() {
				return v, err
			}
		} else {
			v, err := objects.GetItem(t, rec.Locals, s.Name.Value())
			if err == nil || !objects.IsError(err, &objects.KeyErrorType) {
				return v, err
			}
		}
	}
	if s.DictVersion == fn.Globals.Version() {
		switch {
		case s.Kind == objects.SiteGlobal:
			return fn.Globals.EntryValue(int(s.Offset)), nil
		case s.Kind == objects.SiteBuiltin && s.Version == fn.Builtins.Version():
			return fn.Builtins.EntryValue(int(s.Offset)), nil
		}
	}
	if objects.TypeOf(objects.ToValue(fn.Globals)) != &objects.DictType {
		// Unlike LOAD_GLOBAL this reads the dictionary itself: __missing__ counts only for the namespace of the body.
		if v := fn.Globals.GetStr(s.Name); !v.IsZero() {
			return v, nil
		}
		return findBuiltin(t, fn.Builtins, s.Name)
	}
	v, _, err := findGlobal(t, fn.Globals, fn.Builtins, s)
	return v, err
}

func exactDict(v value) (*objects.Dict, bool) {
	if objects.Is(v, &objects.DictType) {
		return objects.As[objects.Dict](v), true
	}
	return nil, false
}

func storeName(t *objects.Thread, rec *objects.Record, s *objects.Site, v value) error {
	if rec.Flags&objects.RecLocals == 0 {
		return storeGlobal(t, rec, s, v)
	}
	if d, ok := exactDict(rec.Locals); ok {
		if d == rec.Fn.Globals {
			return storeGlobal(t, rec, s, v)
		}
		d.SetStr(s.Name, v)
		return nil
	}
	return objects.SetItem(t, rec.Locals, s.Name.Value(), v)
}

func deleteName(t *objects.Thread, rec *objects.Record, s *objects.Site) error {
	if rec.Flags&objects.RecLocals == 0 {
		return deleteGlobal(rec, s)
	}
	if d, ok := exactDict(rec.Locals); ok {
		if !d.DeleteStr(s.Name) {
			return nameError(s.Name)
		}
		return nil
	}
	err := objects.SetItem(t, rec.Locals, s.Name.Value(), value{})
	if err != nil && objects.IsError(err, &objects.KeyErrorType) {
		return nameError(s.Name)
	}
	return err
}

func deleteGlobal(rec *objects.Record, s *objects.Site) error {
	if !rec.Fn.Globals.DeleteStr(s.Name) {
		return nameError(s.Name)
	}
	return nil
}

// loadFromDict is a name of a type parameter scope within a class: its namespace, then the globals and built-ins.
func loadFromDict(t *objects.Thread, rec *objects.Record, s *objects.Site, ns value) (value, error) {
	v, err := objects.GetItem(t, ns, s.Name.Value())
	if err == nil || !objects.IsError(err, &objects.KeyErrorType) {
		return v, err
	}
	v, _, err = findGlobal(t, rec.Fn.Globals, rec.Fn.Builtins, s)
	return v, err
}

// loadClassDeref is a free variable read in a class body or a scope that sees one: the namespace may have the name.
func loadClassDeref(t *objects.Thread, code *objects.Code, cell, ns value, r int) (value, error) {
	name := variableName(code, r)
	if d, ok := exactDict(ns); ok {
		if v := d.GetStr(name); !v.IsZero() {
			return v, nil
		}
	} else {
		v, err := objects.GetItem(t, ns, name.Value())
		if err == nil || !objects.IsError(err, &objects.KeyErrorType) {
			return v, err
		}
	}
	if v := objects.As[objects.Cell](cell).V; !v.IsZero() {
		return v, nil
	}
	return value{}, unboundError(code, 0, r)
}

// variableName returns the name of register r of a code object.
func variableName(code *objects.Code, r int) *objects.Str {
	if r < len(code.VarNames) {
		return code.VarNames[r]
	}
	r -= len(code.VarNames)
	if r < len(code.CellVars) {
		return code.CellVars[r]
	}
	return code.FreeVars[r-len(code.CellVars)]
}

// unboundError is the error of reading a variable that has no value.
func unboundError(code *objects.Code, pc, r int) error {
	pc--
	if r >= code.NumLocals() {
		for _, v := range code.Inlined {
			if int(v.Reg) == r && int(v.Start) <= pc && pc < int(v.End) {
				return objects.Errorf(&objects.UnboundLocalErrorType,
					"cannot access local variable '%s' where it is not associated with a value", v.Name)
			}
		}
		return objects.Errorf(&objects.UnboundLocalErrorType, "cannot access local variable where it is not associated with a value")
	}
	name := variableName(code, r)
	if r >= len(code.VarNames)+len(code.CellVars) {
		return objects.NameErrorf(&objects.NameErrorType, name,
			"cannot access free variable '%s' where it is not associated with a value in enclosing scope", name)
	}
	return objects.Errorf(&objects.UnboundLocalErrorType,
		"cannot access local variable '%s' where it is not associated with a value", name)
}
