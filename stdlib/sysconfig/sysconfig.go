// Package sysconfig is the module of build-time variables that sysconfig.get_config_vars() reads: in CPython a file that
// the build writes, whose name ends with the platform's. Adder has no C compiler and no headers, so that the variables
// about them are empty.
package sysconfig

import "github.com/adder-lang/adder/objects"

// Def declares the module for the platform that runs.
var Def = objects.ModuleDef{
	Name: "_sysconfigdata__linux_" + machine + "-linux-gnu",
	Doc:  "Variables of Adder's build.",
	Exec: func(t *objects.Thread, m *objects.Module) error {
		d := objects.NewDict()
		for _, v := range [...]struct{ name, value string }{
			{"AR", ""}, {"BLDSHARED", ""}, {"CC", ""}, {"CCSHARED", ""}, {"CFLAGS", ""}, {"CONFIG_ARGS", ""}, {"CPPFLAGS", ""},
			{"CXX", ""}, {"EXE", ""}, {"LDFLAGS", ""}, {"LDSHARED", ""}, {"LIBS", ""}, {"OPT", ""}, {"PY_CFLAGS", ""},
			{"EXT_SUFFIX", ".adder-313-" + machine + "-linux-gnu.so"}, {"SHLIB_SUFFIX", ".so"},
			{"SOABI", "adder-313-" + machine + "-linux-gnu"}, {"MULTIARCH", machine + "-linux-gnu"},
			{"VERSION", "3.13"}, {"LDVERSION", "3.13"}, {"ABIFLAGS", ""},
			{"TZPATH", "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo"},
		} {
			d.SetStr(objects.Intern(v.name), objects.StrValue(v.value))
		}
		for _, name := range [...]string{"Py_DEBUG", "Py_ENABLE_SHARED", "Py_GIL_DISABLED", "Py_TRACE_REFS", "WITH_DTRACE", "WITH_PYMALLOC", "HAVE_FORK"} {
			d.SetStr(objects.Intern(name), objects.Int(0))
		}
		m.Set("build_time_vars", objects.ToValue(d))
		return nil
	},
}
