// Package warnings is the module _warnings: issuing warnings through filters and registries. Showing them is left to the
// module warnings where a program has imported it, because programs replace its functions.
package warnings

import (
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/sys"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Def declares the module.
var Def = objects.ModuleDef{Name: "_warnings", Methods: methods, Exec: exec,
	Doc: "_warnings provides basic warning filtering support.\nIt is a helper module to speed up interpreter start-up."}

// state is what the module shares with the module warnings.
var state struct {
	filters, once, defaultAction value
	version                      int64
}

func exec(t *thread, m *objects.Module) error {
	filter := func(action string, category *objects.Type, module string) value {
		mod := objects.None
		if module != "" {
			mod = objects.StrValue(module)
		}
		return objects.ToValue(objects.NewTuple(objects.StrValue(action), objects.None, objects.ToValue(category), mod, objects.Int(0)))
	}
	state.filters = objects.ToValue(objects.NewList(
		filter("default", &objects.DeprecationWarningType, "__main__"), filter("ignore", &objects.DeprecationWarningType, ""),
		filter("ignore", &objects.PendingDeprecationWarningType, ""), filter("ignore", &objects.ImportWarningType, ""),
		filter("ignore", &objects.ResourceWarningType, "")))
	state.once = objects.ToValue(objects.NewDict())
	state.defaultAction = objects.StrValue("default")
	m.Set("filters", state.filters)
	m.Set("_onceregistry", state.once)
	m.Set("_defaultaction", state.defaultAction)
	interp.WarnHook = func(t *thread, category *objects.Type, message string, stackLevel int) error {
		return warnAt(t, objects.StrValue(message), objects.ToValue(category), stackLevel, value{}, nil)
	}
	interp.SyntaxWarnHook = func(t *thread, category *objects.Type, message, filename string, line int) error {
		return explicit(t, warning{category: objects.ToValue(category), message: objects.StrValue(message), filename: objects.StrValue(filename),
			line: line, module: moduleOf(filename), registry: objects.None, source: objects.None})
	}
	return nil
}

func methods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "warn", Sig: "message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()", Doc: "Issue a warning, or maybe ignore it or raise an exception.", Fn: warn},
		{Name: "warn_explicit", Sig: "message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None",
			Doc: "Issue a warning, or maybe ignore it or raise an exception.", Fn: warnExplicit},
		{Name: "_filters_mutated", Fn: func(*thread, value, []value) (value, error) {
			state.version++
			return objects.None, nil
		}},
	}
}

// warning is one warning on its way.
type warning struct {
	category, message, filename, module, registry, source value
	line                                                  int
}

func warn(t *thread, self value, args []value) (value, error) {
	level := 1
	if !args[2].IsZero() {
		n, err := objects.IndexInt(t, args[2], &objects.OverflowErrorType)
		if err != nil {
			return value{}, err
		}
		level = n
	}
	var prefixes *objects.Tuple
	if !args[4].IsZero() {
		tp, ok := objects.TupleOf(args[4])
		if !ok {
			return value{}, objects.TypeErrorf("warn() argument 'skip_file_prefixes' must be tuple, not %s", objects.TypeOf(args[4]))
		}
		prefixes = tp
		if tp.Len() > 0 && level < 2 {
			level = 2
		}
	}
	category, err := categoryOf(t, args[0], args[1])
	if err != nil {
		return value{}, err
	}
	return objects.None, warnAt(t, args[0], category, level, args[3], prefixes)
}

// categoryOf checks the category of a warning; a warning instance brings its own.
func categoryOf(t *thread, message, category value) (value, error) {
	if objects.IsInstance(message, &objects.WarningType) {
		return objects.ToValue(objects.TypeOf(message)), nil
	}
	if category.IsZero() || category == objects.None {
		return objects.ToValue(&objects.UserWarningType), nil
	}
	if typ, ok := objects.TypeFrom(category); !ok || !typ.IsSubtype(&objects.WarningType) {
		return value{}, objects.TypeErrorf("category must be a Warning subclass, not '%s'", objects.TypeOf(category))
	}
	return category, nil
}

// internal reports whether a frame belongs to the import system, which stack levels skip.
func internal(f *objects.Frame) bool {
	name := f.Code.Filename.String()
	return contains(name, "importlib") && contains(name, "_bootstrap")
}

func contains(s, sub string) bool {
	for i := 0; i+len(sub) <= len(s); i++ {
		if s[i:i+len(sub)] == sub {
			return true
		}
	}
	return false
}

func skipped(f *objects.Frame, prefixes *objects.Tuple) bool {
	name := f.Code.Filename.String()
	for _, p := range prefixes.Items() {
		if s, ok := objects.StrOf(p); ok {
			if x := s.String(); len(name) >= len(x) && name[:len(x)] == x {
				return true
			}
		}
	}
	return false
}

// warnAt issues a warning at a stack level.
func warnAt(t *thread, message, category value, level int, source value, prefixes *objects.Tuple) error {
	f := interp.CurrentFrame(t, 0)
	next := func(f *objects.Frame) *objects.Frame { return objects.H.FrameBack(t, f) }
	if level <= 0 || f != nil && internal(f) {
		for level--; level > 0 && f != nil; level-- {
			f = next(f)
		}
	} else {
		for level--; level > 0 && f != nil; level-- {
			for f = next(f); f != nil && (internal(f) || skipped(f, prefixes)); {
				f = next(f)
			}
		}
	}
	w := warning{category: category, message: message, source: source, filename: objects.StrValue("<sys>"), line: 0, module: objects.StrValue("sys"), registry: objects.None}
	globals := interp.S.Sys
	if f != nil {
		globals = f.Globals
		w.filename = f.Code.Filename.Value()
		w.line = int(f.Line())
		w.module = objects.StrValue("<string>")
		if n := globals.GetStr(objects.Intern("__name__")); !n.IsZero() && n != objects.None {
			w.module = n
		}
	}
	if globals != nil {
		key := objects.Intern("__warningregistry__")
		w.registry = globals.GetStr(key)
		if w.registry.IsZero() || w.registry == objects.None {
			w.registry = objects.ToValue(objects.NewDict())
			globals.SetStr(key, w.registry)
		}
	}
	return explicit(t, w)
}

func moduleOf(filename string) value {
	if len(filename) >= 3 && filename[len(filename)-3:] == ".py" {
		filename = filename[:len(filename)-3]
	}
	if filename == "" {
		filename = "<unknown>"
	}
	return objects.StrValue(filename)
}

func warnExplicit(t *thread, self value, args []value) (value, error) {
	line, err := objects.IndexInt(t, args[3], &objects.OverflowErrorType)
	if err != nil {
		return value{}, err
	}
	name, ok := objects.StrOf(args[2])
	if !ok {
		return value{}, objects.TypeErrorf("warn_explicit() argument 'filename' must be str, not %s", objects.TypeOf(args[2]))
	}
	category := args[1]
	if objects.IsInstance(args[0], &objects.WarningType) {
		category = objects.ToValue(objects.TypeOf(args[0]))
	} else if typ, ok := objects.TypeFrom(category); !ok || !typ.IsSubtype(&objects.WarningType) {
		return value{}, objects.TypeErrorf("category must be a Warning subclass, not '%s'", objects.TypeOf(category))
	}
	w := warning{category: category, message: args[0], filename: args[2], line: line, module: args[4], registry: args[5], source: args[7]}
	if w.module.IsZero() || w.module == objects.None {
		w.module = moduleOf(name.String())
	}
	if w.registry.IsZero() {
		w.registry = objects.None
	}
	return objects.None, explicit(t, w)
}

// shared returns what the module warnings has under a name, where it is imported: programs replace it.
func shared(t *thread, name string, own value) value {
	if m := interp.S.Modules.GetStr(objects.Intern("warnings")); !m.IsZero() && m != objects.None {
		if v, err := objects.FindAttr(t, m, objects.Intern(name)); err == nil && !v.IsZero() {
			return v
		}
	}
	return own
}

// matches applies the message or module pattern of a filter: None, an exact string, or a compiled expression.
func matches(t *thread, pattern, text value) (bool, error) {
	if pattern == objects.None {
		return true, nil
	}
	if objects.Is(pattern, &objects.StrType) {
		return objects.Equal(t, pattern, text)
	}
	r, err := objects.CallMethod(t, pattern, objects.Intern("match"), text)
	if err != nil {
		return false, err
	}
	return objects.Truth(t, r)
}

// actionOf finds the filter that decides.
func actionOf(t *thread, w *warning, text value) (string, error) {
	filters, ok := objects.ListOf(shared(t, "filters", state.filters))
	if !ok {
		return "", objects.ValueErrorf("_warnings.filters must be a list")
	}
	for i := 0; i < filters.Len(); i++ {
		f, ok := objects.TupleOf(filters.Item(i))
		if !ok || f.Len() != 5 {
			return "", objects.ValueErrorf("_warnings.filters item %d isn't a 5-tuple", i)
		}
		good, err := matches(t, f.Item(1), text)
		if err == nil && good {
			good, err = objects.IsSubclassOf(t, w.category, f.Item(2))
		}
		if err == nil && good {
			good, err = matches(t, f.Item(3), w.module)
		}
		if err != nil {
			return "", err
		}
		line, err := objects.IndexInt(t, f.Item(4), &objects.OverflowErrorType)
		if err != nil {
			return "", err
		}
		if good && (line == 0 || line == w.line) {
			s, ok := objects.StrOf(f.Item(0))
			if !ok {
				return "", objects.TypeErrorf("action must be a string, not '%s'", objects.TypeOf(f.Item(0)))
			}
			return s.String(), nil
		}
	}
	s, ok := objects.StrOf(shared(t, "defaultaction", state.defaultAction))
	if !ok {
		return "", objects.TypeErrorf("_warnings.defaultaction must be a string")
	}
	return s.String(), nil
}

// seen reports whether a registry has a warning, and enters it.
func seen(t *thread, registry, key value) (bool, error) {
	d, ok := objects.DictOf(registry)
	if !ok {
		return false, nil
	}
	name := objects.Intern("version")
	if v := d.GetStr(name); v != objects.Int(state.version) {
		d.Clear()
		d.SetStr(name, objects.Int(state.version))
	}
	v, err := d.Get(t, key)
	if err != nil {
		return false, err
	}
	if !v.IsZero() {
		if yes, err := objects.Truth(t, v); err != nil || yes {
			return yes, err
		}
	}
	return false, d.Set(t, key, objects.True)
}

// explicit issues a warning whose place is known.
func explicit(t *thread, w warning) error {
	if w.module == objects.None {
		return nil
	}
	text, message := w.message, w.message
	var err error
	if objects.IsInstance(w.message, &objects.WarningType) {
		if text, err = objects.ToStr(t, w.message); err != nil {
			return err
		}
	} else if message, err = objects.Call1(t, w.category, w.message); err != nil {
		return err
	}
	key := objects.ToValue(objects.NewTuple(text, w.category, objects.Int(int64(w.line))))
	if w.registry != objects.None {
		if d, ok := objects.DictOf(w.registry); ok {
			if d.GetStr(objects.Intern("version")) == objects.Int(state.version) {
				v, err := d.Get(t, key)
				if err != nil || v == objects.True {
					return err
				}
			}
		} else {
			return objects.TypeErrorf("'registry' must be a dict or None")
		}
	}
	action, err := actionOf(t, &w, text)
	if err != nil {
		return err
	}
	already := false
	switch action {
	case "error":
		return objects.AsException(raisable(message))
	case "ignore":
		return nil
	case "always", "all":
	case "once":
		reg := w.registry
		if reg == objects.None {
			reg = shared(t, "onceregistry", state.once)
		}
		already, err = seen(t, reg, objects.ToValue(objects.NewTuple(text, w.category)))
	case "module":
		already, err = seen(t, w.registry, objects.ToValue(objects.NewTuple(text, w.category, objects.Int(0))))
	case "default":
		already, err = seen(t, w.registry, key)
	default:
		r, rerr := objects.ReprString(t, objects.StrValue(action))
		if rerr != nil {
			return rerr
		}
		return objects.RuntimeErrorf("Unrecognized action (%s) in warnings.filters:\n %s", r, action)
	}
	if err != nil || already {
		return err
	}
	return show(t, &w, text, message)
}

// raisable is a warning instance as the error to raise.
func raisable(message value) error { return objects.As[objects.Exception](message) }

// show calls warnings._showwarnmsg, or prints the warning where that module is not imported.
func show(t *thread, w *warning, text, message value) error {
	source := w.source
	if source.IsZero() {
		source = objects.None
	}
	m := interp.S.Modules.GetStr(objects.Intern("warnings"))
	if m.IsZero() && source != objects.None && !sys.Finalizing {
		m, _ = interp.ImportModule(t, "warnings")
	}
	if !m.IsZero() && m != objects.None {
		fn, err := objects.FindAttr(t, m, objects.Intern("_showwarnmsg"))
		if err != nil {
			return err
		}
		if !fn.IsZero() {
			cls, err := objects.GetAttrString(t, m, "WarningMessage")
			if err != nil {
				return err
			}
			args := []value{message, w.category, w.filename, objects.Int(int64(w.line)), objects.None, objects.None, source}
			msg, err := objects.Call(t, cls, args, nil)
			if err != nil {
				return err
			}
			_, err = objects.Call1(t, fn, msg)
			return err
		}
	}
	name, err := objects.StrString(t, w.filename)
	if err != nil {
		return err
	}
	s, err := objects.StrString(t, text)
	if err != nil {
		return err
	}
	typ, _ := objects.TypeFrom(w.category)
	line, err := objects.StrString(t, objects.Int(int64(w.line)))
	if err != nil {
		return err
	}
	out := name + ":" + line + ": " + typ.Name + ": " + s + "\n"
	if lc, err := interp.ImportModule(t, "linecache"); err == nil {
		if v, err := objects.CallMethod(t, lc, objects.Intern("getline"), w.filename, objects.Int(int64(w.line))); err == nil {
			if src, ok := objects.StrOf(v); ok {
				trimmed := trim(src.String())
				if trimmed != "" {
					out += "  " + trimmed + "\n"
				}
			}
		}
	}
	sys.WriteStderr(t, out)
	return nil
}

func trim(s string) string {
	i, j := 0, len(s)
	for i < j && (s[i] == ' ' || s[i] == '\t' || s[i] == '\f') {
		i++
	}
	for j > i && (s[j-1] == '\n' || s[j-1] == ' ') {
		j--
	}
	return s[i:j]
}
