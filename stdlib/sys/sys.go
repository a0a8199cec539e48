package sys

import (
	"runtime"
	"strings"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Config is what the command line and the environment say.
type Config struct {
	Executable, BaseExecutable        string
	Prefix, ExecPrefix, StdlibDir     string
	Path, Argv, OrigArgv, WarnOptions []string
	XOptions                          [][2]string // a value of "" means True
	Flags                             Flags
	PycachePrefix                     string
	// Frozen are the modules that the binary contains compiled.
	BuiltinNames, StdlibNames []string
}

// Flags are sys.flags.
type Flags struct {
	Debug, Inspect, Interactive, Optimize, DontWriteBytecode, NoUserSite, NoSite, IgnoreEnvironment, Verbose, BytesWarning,
	Quiet, HashRandomization, Isolated, UTF8Mode, WarnDefaultEncoding, IntMaxStrDigits int
	DevMode, SafePath bool
}

// The version of the language and library that Adder runs: that of the embedded library.
const (
	Version    = "3.13.1"
	HexVersion = 0x030D01F0
	Build      = "adder"
	// CacheTag names .pyc files; its last part is the version of the bytecode.
	CacheTag = "adder-313-8"
)

// New makes the module. It is not an ordinary native module because it exists before the import system does.
func New(t *thread, c *Config) (*objects.Module, error) {
	m, err := objects.NewNativeModule(t, &objects.ModuleDef{Name: "sys", Doc: "The interpreter: what it was started with, its state, its settings and its hooks.", Methods: methods})
	if err != nil {
		return nil, err
	}
	interp.S.Sys = m.Dictionary()
	config = c
	strs := func(list []string) value {
		l := objects.NewList()
		for _, s := range list {
			l.Append(objects.StrValue(s))
		}
		return objects.ToValue(l)
	}
	m.Set("modules", objects.ToValue(interp.S.Modules))
	m.Set("path", strs(c.Path))
	m.Set("argv", strs(c.Argv))
	m.Set("orig_argv", strs(c.OrigArgv))
	m.Set("warnoptions", strs(c.WarnOptions))
	m.Set("meta_path", objects.ToValue(objects.NewList()))
	m.Set("path_hooks", objects.ToValue(objects.NewList()))
	m.Set("path_importer_cache", objects.ToValue(objects.NewDict()))
	x := objects.NewDict()
	for _, kv := range c.XOptions {
		v := objects.True
		if kv[1] != "" {
			v = objects.StrValue(kv[1])
		}
		x.SetStr(objects.Intern(kv[0]), v)
	}
	m.Set("_xoptions", objects.ToValue(x))
	for name, s := range map[string]string{"executable": c.Executable, "_base_executable": c.BaseExecutable, "prefix": c.Prefix,
		"exec_prefix": c.ExecPrefix, "base_prefix": c.Prefix, "base_exec_prefix": c.ExecPrefix, "platform": runtime.GOOS,
		"platlibdir": "lib", "byteorder": "little", "copyright": copyright, "float_repr_style": "short", "_framework": "",
		"abiflags": ""} {
		m.Set(name, objects.StrValue(s))
	}
	m.Set("_stdlib_dir", objects.None)
	if c.StdlibDir != "" {
		m.Set("_stdlib_dir", objects.StrValue(c.StdlibDir))
	}
	m.Set("_git", objects.ToValue(objects.NewTuple(objects.StrValue("Adder"), objects.StrValue(""), objects.StrValue(""))))
	m.Set("version", objects.StrValue(VersionText()))
	m.Set("hexversion", objects.Int(HexVersion))
	m.Set("api_version", objects.Int(1013))
	m.Set("maxsize", objects.Int(1<<63-1))
	m.Set("maxunicode", objects.Int(0x10FFFF))
	m.Set("dont_write_bytecode", objects.Bool(c.Flags.DontWriteBytecode != 0))
	m.Set("pycache_prefix", objects.None)
	if c.PycachePrefix != "" {
		m.Set("pycache_prefix", objects.StrValue(c.PycachePrefix))
	}
	names := func(list []string) []value {
		vs := make([]value, len(list))
		for i, n := range list {
			vs[i] = objects.Intern(n).Value()
		}
		return vs
	}
	m.Set("builtin_module_names", objects.ToValue(objects.NewTuple(names(c.BuiltinNames)...)))
	m.Set("stdlib_module_names", objects.NewFrozenset(t, names(c.StdlibNames)))
	setInfos(t, m, c)
	for _, n := range []string{"displayhook", "excepthook", "unraisablehook", "breakpointhook"} {
		m.Set("__"+n+"__", m.Get(n))
	}
	interp.UnraisableHook = reportUnraisable
	return m, nil
}

const copyright = "Copyright (c) 2001-2024 Python Software Foundation.\nAll Rights Reserved.\n\n" +
	"Copyright (c) 2000 BeOpen.com.\nAll Rights Reserved.\n\n" +
	"Copyright (c) 1995-2001 Corporation for National Research Initiatives.\nAll Rights Reserved.\n\n" +
	"Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.\nAll Rights Reserved."

// VersionText is sys.version, of the form that the module platform parses.
func VersionText() string {
	return Version + " (" + Build + ", Nov 23 2026, 00:00:00) [Go " + strings.TrimPrefix(runtime.Version(), "go") + "]"
}

var config *Config

func fields(names ...string) []objects.StructSeqField {
	f := make([]objects.StructSeqField, len(names))
	for i, n := range names {
		f[i].Name = n
	}
	return f
}

func ints(ns ...int) []value {
	vs := make([]value, len(ns))
	for i, n := range ns {
		vs[i] = objects.Int(int64(n))
	}
	return vs
}

func setInfos(t *thread, m *objects.Module, c *Config) {
	seq := func(name string, names []string, vs []value) value {
		typ := objects.NewStructSeqType(objects.StructSeqDef{Name: "sys." + name, Fields: fields(names...)})
		typ.Flags |= objects.FlagNoInstantiate
		return objects.NewStructSeq(typ, len(names), vs...)
	}
	vs := ints(3, 13, 1)
	version := seq("version_info", []string{"major", "minor", "micro", "releaselevel", "serial"},
		append(vs, objects.StrValue("final"), objects.Int(0)))
	m.Set("version_info", version)
	f := c.Flags
	flags := ints(f.Debug, f.Inspect, f.Interactive, f.Optimize, f.DontWriteBytecode, f.NoUserSite, f.NoSite,
		f.IgnoreEnvironment, f.Verbose, f.BytesWarning, f.Quiet, f.HashRandomization, f.Isolated)
	flags = append(flags, objects.Bool(f.DevMode), objects.Int(int64(f.UTF8Mode)), objects.Int(int64(f.WarnDefaultEncoding)),
		objects.Bool(f.SafePath), objects.Int(int64(f.IntMaxStrDigits)))
	m.Set("flags", seq("flags", []string{"debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site",
		"no_site", "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode",
		"utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits"}, flags))
	m.Set("float_info", seq("float_info", []string{"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig",
		"mant_dig", "epsilon", "radix", "rounds"}, []value{objects.Float(1.7976931348623157e308), objects.Int(1024),
		objects.Int(308), objects.Float(2.2250738585072014e-308), objects.Int(-1021), objects.Int(-307), objects.Int(15),
		objects.Int(53), objects.Float(2.220446049250313e-16), objects.Int(2), objects.Int(1)}))
	m.Set("int_info", seq("int_info", []string{"bits_per_digit", "sizeof_digit", "default_max_str_digits",
		"str_digits_check_threshold"}, ints(30, 4, 4300, 640)))
	m.Set("hash_info", seq("hash_info", []string{"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits",
		"seed_bits", "cutoff"}, append(ints(64, 1<<61-1, 314159, 0, 1000003), objects.StrValue("siphash13"), objects.Int(64),
		objects.Int(128), objects.Int(0))))
	m.Set("thread_info", seq("thread_info", []string{"name", "lock", "version"},
		[]value{objects.StrValue("pthread"), objects.StrValue("semaphore"), objects.None}))
	ns := objects.NewNamespace()
	set := func(name string, v value) {
		_ = objects.SetAttr(t, ns, objects.Intern(name), v)
	}
	set("name", objects.StrValue("adder"))
	set("cache_tag", objects.StrValue(CacheTag))
	set("version", version)
	set("hexversion", objects.Int(HexVersion))
	set("_multiarch", objects.StrValue(multiarch()))
	m.Set("implementation", ns)
	// The standard streams take its place.
	printer := newStderrPrinter()
	m.Set("stderr", printer)
	m.Set("__stderr__", printer)
}

func multiarch() string {
	if runtime.GOARCH == "arm64" {
		return "aarch64-linux-gnu"
	}
	return "x86_64-linux-gnu"
}
