package stdlib

import (
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/atexit"
	"github.com/adder-lang/adder/stdlib/io"
)

// Finish ends a program: it waits for the threads that are not daemons, runs the functions of atexit, and flushes what
// files hold. Objects that are still alive are finalised. Exceptions are reported and do not keep the rest from running.
func Finish(t *objects.Thread) {
	if m := interp.S.Modules.GetStr(objects.Intern("threading")); !m.IsZero() && objects.IsInstance(m, &objects.ModuleType) {
		if fn, err := objects.FindAttr(t, m, objects.Intern("_shutdown")); err == nil && !fn.IsZero() {
			if _, err := objects.Call0(t, fn); err != nil {
				objects.H.Unraisable(t, err, "Exception ignored on threading shutdown", m)
			}
		}
	}
	atexit.Run(t)
	if objects.NumFinalizers() > 0 {
		objects.H.Collect(t, nil)
		objects.FinalizeAll(t, mainValues())
	}
	io.FlushAll(t)
}

// mainValues are the values of the names of __main__ in the order in which CPython clears them: names that begin with one
// underscore first.
func mainValues() []objects.Value {
	m := interp.S.Modules.GetStr(objects.Intern("__main__"))
	d := objects.ModuleDict(m)
	if m.IsZero() || d == nil {
		return nil
	}
	var private, public []objects.Value
	for i := 0; ; {
		k, v, next, ok := d.NextEntry(i)
		if !ok {
			return append(private, public...)
		}
		i = next
		if s, ok := objects.StrOf(k); ok && s.Len() > 0 && s.String()[0] == '_' {
			if s.Len() == 1 || s.String()[1] != '_' {
				private = append(private, v)
			}
			continue
		}
		public = append(public, v)
	}
}
