// Package warnings is the module _warnings: the filters and registries of warnings. How a warning is shown is left to the
// module warnings once that has been imported.
package warnings

import (
	"os"
	"strconv"
	"strings"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
	"github.com/adder-lang/adder/stdlib/sys"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// state is what the module keeps: the filters, the registry of the action "once", and a number that changes with the
// filters, by which registries notice that they are out of date.
var state struct {
	filters      *objects.List
	onceRegistry *objects.Dict
	version      int64
}

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "_warnings",
	Doc:     "The part of the module warnings that the interpreter uses itself.",
	Methods: methods,
	Exec: func(t *thread, m *objects.Module) error {
		Install()
		m.Set("filters", objects.ToValue(state.filters))
		m.Set("_onceregistry", objects.ToValue(state.onceRegistry))
		m.Set("_defaultaction", objects.Intern("default").Value())
		return nil
	},
}

// Install makes the default filters and lets the interpreter warn through this module.
func Install() {
	if state.filters != nil {
		return
	}
	state.onceRegistry = objects.NewDict()
	filter := func(action string, category *objects.Type, module value) value {
		return native.Tuple(objects.Intern(action).Value(), objects.None, objects.ToValue(category), module, objects.Int(0))
	}
	state.filters = objects.NewList(
		filter("default", &objects.DeprecationWarningType, objects.Intern("__main__").Value()),
		filter("ignore", &objects.DeprecationWarningType, objects.None),
		filter("ignore", &objects.PendingDeprecationWarningType, objects.None),
		filter("ignore", &objects.ImportWarningType, objects.None),
		filter("ignore", &objects.ResourceWarningType, objects.None),
	)
	interp.WarnHook = func(t *thread, category *objects.Type, message string, level int) error {
		return warn(t, native.Str(message), category, level, value{}, nil)
	}
	interp.SyntaxWarnHook = func(t *thread, category *objects.Type, message, filename string, line int) error {
		w := warning{category: category, message: native.Str(message), filename: native.FSDecode(filename), line: int64(line)}
		return w.issue(t)
	}
}

func methods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "warn", Sig: "message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()", Doc: "Report a warning about the caller at stacklevel, unless a filter has it ignored or raised as an exception.", Fn: warnFunc},
		{Name: "warn_explicit", Sig: "message, category, filename, lineno, module=?, registry=None, module_globals=None, source=None", Doc: "Report a warning about a line of a file, unless a filter has it ignored or raised as an exception.", Fn: warnExplicit},
		{Name: "_filters_mutated", NoSig: true, Fn: func(*thread, value, []value) (value, error) {
			state.version++
			return objects.None, nil
		}},
	}
}

// attr returns an attribute of the module warnings where that has been imported; load imports it.
func attr(t *thread, name string, load bool) (value, error) {
	m := interp.S.Modules.GetStr(objects.Intern("warnings"))
	if !native.Given(m) {
		if !load || sys.Finalizing {
			return value{}, nil
		}
		var err error
		if m, err = interp.ImportModule(t, "warnings"); err != nil {
			return value{}, nil
		}
	}
	return objects.FindAttr(t, m, objects.Intern(name))
}

// categoryOf decides the category of a message.
func categoryOf(t *thread, message, category value) (*objects.Type, error) {
	if objects.IsInstance(message, &objects.WarningType) {
		return objects.TypeOf(message), nil
	}
	if !native.Given(category) {
		return &objects.UserWarningType, nil
	}
	typ, ok := objects.TypeFrom(category)
	if !ok {
		return nil, objects.TypeErrorf("category must be a Warning subclass, not '%s'", objects.TypeOf(category))
	}
	if !typ.IsSubtype(&objects.WarningType) {
		return nil, objects.TypeErrorf("category must be a Warning subclass, not '%s'", objects.TypeOf(category))
	}
	return typ, nil
}

func warnFunc(t *thread, self value, args []value) (value, error) {
	category, err := categoryOf(t, args[0], args[1])
	if err != nil {
		return value{}, err
	}
	level := 1
	if !args[2].IsZero() {
		if level, err = objects.IndexInt(t, args[2], &objects.OverflowErrorType); err != nil {
			return value{}, err
		}
	}
	var skip []string
	if !args[4].IsZero() {
		p, ok := objects.TupleOf(args[4])
		if !ok {
			return value{}, objects.TypeErrorf("warn() argument 'skip_file_prefixes' must be tuple, not %s", objects.TypeOf(args[4]))
		}
		for _, x := range p.Items() {
			s, ok := objects.StrOf(x)
			if !ok {
				return value{}, objects.TypeErrorf("Found non-str '%s' in skip_file_prefixes.", objects.TypeOf(x))
			}
			skip = append(skip, s.String())
		}
		if len(skip) > 0 && level < 2 {
			level = 2
		}
	}
	return objects.None, warn(t, args[0], category, level, args[3], skip)
}

// internal reports whether a frame belongs to the import machinery, which stack levels do not count.
func internal(f *objects.Frame) bool {
	name := f.Code.Filename.String()
	return strings.Contains(name, "importlib") && strings.Contains(name, "_bootstrap")
}

func skipped(f *objects.Frame, prefixes []string) bool {
	name := f.Code.Filename.String()
	for _, p := range prefixes {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return internal(f)
}

func back(t *thread, f *objects.Frame) *objects.Frame {
	if f == nil {
		return nil
	}
	return objects.H.FrameBack(t, f)
}

// outer returns the next frame that counts.
func outer(t *thread, f *objects.Frame, prefixes []string) *objects.Frame {
	for f = back(t, f); f != nil && skipped(f, prefixes); f = back(t, f) {
	}
	return f
}

// warn issues a warning about the code that is level frames up.
func warn(t *thread, message value, category *objects.Type, level int, source value, skip []string) error {
	f := interp.CurrentFrame(t, 0)
	if level <= 0 || f != nil && internal(f) {
		for level--; level > 0 && f != nil; level-- {
			f = back(t, f)
		}
	} else {
		for level--; level > 0 && f != nil; level-- {
			f = outer(t, f, skip)
		}
	}
	w := warning{category: category, message: message, source: source}
	var globals *objects.Dict
	if f == nil {
		globals = interp.S.Sys
		w.filename, w.line = native.Str("<sys>"), 0
	} else {
		globals = f.Globals
		w.filename = objects.ToValue(f.Code.Filename)
		if v, err := objects.GetAttr(t, objects.ToValue(f), objects.Intern("f_lineno")); err == nil {
			w.line, _ = objects.Int64Of(native.None(v))
		}
	}
	name := objects.Intern("__warningregistry__")
	w.registry = globals.GetStr(name)
	if w.registry.IsZero() {
		w.registry = objects.ToValue(objects.NewDict())
		globals.SetStr(name, w.registry)
	}
	if w.module = globals.GetStr(objects.Intern("__name__")); !native.Given(w.module) {
		w.module = native.Str("<string>")
	}
	return w.issue(t)
}

func warnExplicit(t *thread, self value, args []value) (value, error) {
	category, ok := objects.TypeFrom(args[1])
	if objects.IsInstance(args[0], &objects.WarningType) {
		category, ok = objects.TypeOf(args[0]), true
	}
	if !ok || !category.IsSubtype(&objects.WarningType) {
		return value{}, objects.TypeErrorf("category must be a Warning subclass, not '%s'", objects.TypeOf(args[1]))
	}
	if _, ok := objects.StrOf(args[2]); !ok {
		return value{}, objects.TypeErrorf("warn_explicit() argument 'filename' must be str, not %s", native.TypeName(args[2]))
	}
	line, err := native.Int(t, args[3])
	if err != nil {
		return value{}, err
	}
	w := warning{category: category, message: args[0], filename: args[2], line: int64(line), module: args[4], registry: args[5], source: args[7]}
	if native.Given(args[6]) {
		if _, ok := objects.DictOf(args[6]); !ok {
			return value{}, objects.TypeErrorf("module_globals must be a dict, not '%s'", objects.TypeOf(args[6]))
		}
		if w.sourceLine, err = sourceLine(t, args[6], line); err != nil {
			return value{}, err
		}
	}
	return objects.None, w.issue(t)
}

// sourceLine asks the loader of a module for a line of its source.
func sourceLine(t *thread, globals value, line int) (value, error) {
	d, _ := objects.DictOf(globals)
	loader, name := d.GetStr(objects.Intern("__loader__")), d.GetStr(objects.Intern("__name__"))
	if !native.Given(loader) || !native.Given(name) {
		return value{}, nil
	}
	get, err := objects.FindAttr(t, loader, objects.Intern("get_source"))
	if err != nil || get.IsZero() {
		return value{}, err
	}
	text, err := objects.Call1(t, get, name)
	if err != nil || text == objects.None {
		return value{}, err
	}
	s, ok := objects.StrOf(text)
	if !ok {
		return value{}, nil
	}
	lines := strings.Split(s.String(), "\n")
	if line < 1 || line > len(lines) {
		return value{}, objects.IndexErrorf("list index out of range")
	}
	return native.Str(lines[line-1]), nil
}

// warning is one warning on its way through the filters.
type warning struct {
	category         *objects.Type
	message          value // a str, or an instance of Warning
	filename         value
	line             int64
	module, registry value
	source           value
	sourceLine       value
}

// warned reports whether a key stands in a registry; set puts it there.
func warned(t *thread, registry, key value, set bool) (bool, error) {
	d, ok := objects.DictOf(native.None(registry))
	if !ok {
		return false, nil
	}
	name := objects.Intern("version")
	version := d.GetStr(name)
	if n, ok := objects.Int64Of(native.None(version)); !ok || n != state.version {
		d.Clear()
		d.SetStr(name, objects.Int(state.version))
	} else {
		v, err := d.Get(t, key)
		if err != nil {
			return false, err
		}
		if !v.IsZero() {
			yes, err := objects.Truth(t, v)
			if err != nil || yes {
				return yes, err
			}
		}
	}
	if set {
		return false, d.Set(t, key, objects.True)
	}
	return false, nil
}

// matches tests a pattern of a filter: None, a str to equal, or a regular expression.
func matches(t *thread, pattern, v value) (bool, error) {
	if pattern == objects.None {
		return true, nil
	}
	if objects.Is(pattern, &objects.StrType) {
		return objects.Equal(t, pattern, v)
	}
	r, err := objects.CallMethod(t, pattern, objects.Intern("match"), v)
	if err != nil {
		return false, err
	}
	return objects.Truth(t, r)
}

// action finds the first filter that applies, and its action.
func (w *warning) action(t *thread, text value) (string, value, error) {
	filters := state.filters
	v, err := attr(t, "filters", false)
	if err != nil {
		return "", value{}, err
	}
	if !v.IsZero() {
		l, ok := objects.ListOf(v)
		if !ok {
			return "", value{}, objects.ValueErrorf("_warnings.filters must be a list")
		}
		filters = l
	}
	for i := 0; i < filters.Len(); i++ {
		item := filters.Item(i)
		f, ok := objects.TupleOf(item)
		if !ok || f.Len() != 5 {
			return "", value{}, objects.ValueErrorf("_warnings.filters item %d isn't a 5-tuple", i)
		}
		action, ok := objects.StrOf(f.Item(0))
		if !ok {
			return "", value{}, objects.TypeErrorf("action must be a string, not '%s'", objects.TypeOf(f.Item(0)))
		}
		if ok, err := matches(t, f.Item(1), text); err != nil {
			return "", value{}, err
		} else if !ok {
			continue
		}
		if ok, err := matches(t, f.Item(3), w.module); err != nil {
			return "", value{}, err
		} else if !ok {
			continue
		}
		if ok, err := objects.IsSubclassOf(t, objects.ToValue(w.category), f.Item(2)); err != nil {
			return "", value{}, err
		} else if !ok {
			continue
		}
		line, err := objects.IndexInt(t, f.Item(4), &objects.OverflowErrorType)
		if err != nil {
			return "", value{}, err
		}
		if line == 0 || int64(line) == w.line {
			return action.String(), item, nil
		}
	}
	v, err = attr(t, "defaultaction", false)
	if err != nil {
		return "", value{}, err
	}
	if v.IsZero() {
		return "default", objects.None, nil
	}
	s, ok := objects.StrOf(v)
	if !ok {
		return "", value{}, objects.TypeErrorf("_warnings.defaultaction must be a string, not '%s'", objects.TypeOf(v))
	}
	return s.String(), objects.None, nil
}

// issue sends the warning through the filters and shows it, raises it or drops it.
func (w *warning) issue(t *thread) error {
	if w.module == objects.None {
		return nil
	}
	if native.Given(w.registry) {
		if _, ok := objects.DictOf(w.registry); !ok {
			return objects.TypeErrorf("'registry' must be a dict or None, not '%s'", objects.TypeOf(w.registry))
		}
	}
	if w.module.IsZero() {
		s, _ := objects.StrOf(w.filename)
		switch name := s.String(); {
		case name == "":
			w.module = native.Str("<unknown>")
		default:
			w.module = native.Str(strings.TrimSuffix(name, ".py"))
		}
	}
	text := w.message
	var err error
	if objects.IsInstance(w.message, &objects.WarningType) {
		if text, err = objects.ToStr(t, w.message); err != nil {
			return err
		}
		w.category = objects.TypeOf(w.message)
	} else if w.message, err = objects.Call1(t, objects.ToValue(w.category), text); err != nil {
		return err
	}
	category := objects.ToValue(w.category)
	key := native.Tuple(text, category, objects.Int(w.line))
	if native.Given(w.registry) {
		if done, err := warned(t, w.registry, key, false); err != nil || done {
			return err
		}
	}
	action, item, err := w.action(t, text)
	if err != nil {
		return err
	}
	switch action {
	case "error":
		return objects.As[objects.Exception](w.message)
	case "ignore":
		return nil
	}
	if action != "always" && action != "all" {
		if d, ok := objects.DictOf(native.None(w.registry)); ok {
			if err := d.Set(t, key, objects.True); err != nil {
				return err
			}
		}
		done := false
		switch action {
		case "once":
			once := objects.ToValue(state.onceRegistry)
			if native.Given(w.registry) {
				v, err := attr(t, "onceregistry", false)
				if err != nil {
					return err
				}
				if !v.IsZero() {
					once = v
				}
			}
			done, err = warned(t, once, native.Tuple(text, category), true)
		case "module":
			if native.Given(w.registry) {
				done, err = warned(t, w.registry, native.Tuple(text, category), true)
			}
		case "default":
		default:
			r, rerr := objects.ReprString(t, item)
			if rerr != nil {
				return rerr
			}
			a, rerr := objects.ReprString(t, native.Str(action))
			if rerr != nil {
				return rerr
			}
			return objects.RuntimeErrorf("Unrecognized action (%s) in warnings.filters:\n %s", a, r)
		}
		if err != nil || done {
			return err
		}
	}
	return w.show(t, text)
}

// show calls warnings._showwarnmsg, or prints the warning itself where warnings has not been imported.
func (w *warning) show(t *thread, text value) error {
	fn, err := attr(t, "_showwarnmsg", native.Given(w.source))
	if err != nil {
		return err
	}
	if fn.IsZero() {
		return w.print(t, text)
	}
	if !objects.Callable(fn) {
		return objects.TypeErrorf("warnings._showwarnmsg() must be set to a callable")
	}
	cls, err := attr(t, "WarningMessage", false)
	if err != nil {
		return err
	}
	if cls.IsZero() {
		return objects.RuntimeErrorf("unable to get warnings.WarningMessage")
	}
	msg, err := objects.Call(t, cls, []value{w.message, objects.ToValue(w.category), w.filename, objects.Int(w.line),
		objects.None, objects.None, native.None(w.source)}, nil)
	if err != nil {
		return err
	}
	_, err = objects.Call1(t, fn, msg)
	return err
}

func (w *warning) print(t *thread, text value) error {
	file, err := objects.StrString(t, w.filename)
	if err != nil {
		return err
	}
	s, err := objects.StrString(t, text)
	if err != nil {
		return err
	}
	out := file + ":" + strconv.FormatInt(w.line, 10) + ": " + w.category.Name + ": " + s + "\n"
	line := ""
	if l, ok := objects.StrOf(native.None(w.sourceLine)); ok {
		line = l.String()
	} else if b, err := os.ReadFile(file); err == nil {
		lines := strings.SplitN(string(b), "\n", int(w.line)+1)
		if w.line >= 1 && int(w.line) <= len(lines) {
			line = lines[w.line-1]
		}
	}
	if line = strings.TrimSpace(line); line != "" {
		out += "  " + line + "\n"
	}
	sys.WriteStderr(t, out)
	return nil
}
