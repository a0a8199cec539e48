// Package sysconfigdata is the module from which sysconfig learns how the interpreter was built. CPython's build writes it
// from its Makefile; of its hundreds of variables these are the ones that mean something here.
package sysconfigdata

import (
	"runtime"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// Def declares the module. Its name is what sysconfig derives from sys.platform and sys.implementation.
var Def = objects.ModuleDef{
	Name: "_sysconfigdata__" + runtime.GOOS + "_" + Multiarch,
	Exec: func(t *objects.Thread, m *objects.Module) error {
		vars := objects.NewDict()
		for _, v := range [...]struct{ name, text string }{
			{"VERSION", "3.13"},
			{"LDVERSION", "3.13"},
			{"MULTIARCH", Multiarch},
			// No extension modules can be loaded; the names keep those of other interpreters apart.
			{"SOABI", "adder-313-" + Multiarch},
			{"EXT_SUFFIX", ".adder-313-" + Multiarch + ".so"},
			{"SHLIB_SUFFIX", ".so"},
			{"EXE", ""},
			{"PLATLIBDIR", "lib"},
			{"CONFIG_ARGS", ""},
			{"CFLAGS", ""},
			{"PY_CFLAGS", ""},
			{"LDFLAGS", ""},
			{"TZPATH", "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo"},
		} {
			vars.SetStr(objects.Intern(v.name), native.Str(v.text))
		}
		for _, v := range [...]struct {
			name string
			n    int64
		}{
			{"Py_DEBUG", 0}, {"Py_ENABLE_SHARED", 0}, {"Py_GIL_DISABLED", 0}, {"WITH_DOC_STRINGS", 1}, {"WITH_PYMALLOC", 0},
			{"SIZEOF_VOID_P", 8}, {"SIZEOF_SIZE_T", 8}, {"SIZEOF_LONG", 8}, {"SIZEOF_TIME_T", 8}, {"HAVE_FORK", 1},
		} {
			vars.SetStr(objects.Intern(v.name), objects.Int(v.n))
		}
		m.Set("build_time_vars", objects.ToValue(vars))
		return nil
	},
}
