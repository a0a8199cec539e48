package stdlib

import (
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/atexit"
	"github.com/adder-lang/adder/stdlib/io"
)

// Finish ends a program: it waits for the threads that are not daemons, runs the functions of atexit, and flushes what
// files hold. Exceptions are reported and do not keep the rest from running.
func Finish(t *objects.Thread) {
	if m := interp.S.Modules.GetStr(objects.Intern("threading")); !m.IsZero() && objects.IsInstance(m, &objects.ModuleType) {
		if fn, err := objects.FindAttr(t, m, objects.Intern("_shutdown")); err == nil && !fn.IsZero() {
			if _, err := objects.Call0(t, fn); err != nil {
				objects.H.Unraisable(t, err, "Exception ignored on threading shutdown", m)
			}
		}
	}
	atexit.Run(t)
	io.FlushAll(t)
}
