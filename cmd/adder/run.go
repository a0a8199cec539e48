package main

import (
	"bytes"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib"
	"github.com/adder-lang/adder/stdlib/imp"
	"github.com/adder-lang/adder/stdlib/signal"
	"github.com/adder-lang/adder/stdlib/sys"
)

// dumpTo receives the traces under `adder jit dump`.
var dumpTo io.Writer

// run is the whole program; it returns the exit code.
func run(argv []string) (code int) {
	if filepath.Base(argv[0]) == "adder" && len(argv) > 1 && slices.Contains(commandNames, argv[1]) {
		if _, err := os.Stat(argv[1]); err != nil {
			return runCommand(argv)
		}
	}
	o, err := parseOptions(argv)
	if err != nil {
		var exit exitNow
		if errors.As(err, &exit) {
			return exit.code
		}
		fmt.Fprintln(os.Stderr, err)
		fmt.Fprintf(os.Stderr, usageLine, argv[0])
		return 2
	}
	defer reportBug(&code)
	tuneCollector()
	runtime.LockOSThread()
	return program(o)
}

// reportBug turns a panic of Adder into a report that says what is needed to reproduce it.
func reportBug(code *int) {
	r := recover()
	if r == nil {
		return
	}
	fmt.Fprintf(os.Stderr, "\nadder: internal error: %v\n\n%s\n"+
		"This is a bug of Adder, not of your program. Please report it with the program and its input, this text, and\n"+
		"  Adder for Python %s, %s, %s/%s, arguments %q\n"+
		"Running with -X jit=off may avoid it.\n", r, debug.Stack(), sys.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH, os.Args[1:])
	*code = 70
}

// program starts the interpreter, runs the program, and ends the interpreter.
func program(o *options) int {
	if seed, err := strconv.ParseUint(hashSeed(o), 10, 32); err == nil {
		objects.SetHashSeed(uint32(seed))
	} else {
		// The hash of strings is random in each process, so that nobody can choose keys that collide.
		var key [16]byte
		_, _ = rand.Read(key[:])
		objects.SetHashKey(binary.LittleEndian.Uint64(key[:8]), binary.LittleEndian.Uint64(key[8:]))
	}
	objects.IntMaxStrDigits = o.flags.IntMaxStrDigits
	interp.Optimize = min(o.flags.Optimize, 2)
	if o.checkPyc != "" {
		imp.CheckHashBasedPycs = o.checkPyc
	}
	t := interp.Init()
	setupJIT(o)
	c := configuration(o)
	if err := stdlib.Boot(t, c); err != nil {
		return fatal(t, err)
	}
	err := start(t, o, c)
	if err == nil {
		err = runMain(t, o)
	}
	inspect := o.flags.Inspect > 0 && !(o.script == "" && !o.hasCmd && !o.hasMod)
	if inspect && err != nil {
		// The program's end is shown, SystemExit too, and its names can be looked at.
		printUncaught(t, objects.AsException(err))
		err = nil
	}
	if inspect {
		err = interactive(t, false)
	}
	code, interrupted := exitCode(t, err)
	if !finish(t) && code == 0 {
		code = 120
	}
	if interrupted {
		// A shell stops its script where a program was interrupted, which it sees by how the program died.
		signal.Die(unix.SIGINT)
	}
	return code
}

// hashSeed reads PYTHONHASHSEED.
func hashSeed(o *options) string {
	if !o.env {
		return ""
	}
	return os.Getenv("PYTHONHASHSEED")
}

// configuration finds the library and makes what sys shows.
func configuration(o *options) *sys.Config {
	exe := executable(o.orig[0])
	pythonHome := ""
	if o.env {
		pythonHome = os.Getenv("PYTHONHOME")
	}
	prefix, unpack := stdlib.FindLibrary(venvHome(exe), pythonHome)
	if unpack {
		stdlib.UnpackAt = prefix
	}
	c := &sys.Config{Executable: exe, BaseExecutable: venvBase(exe), Prefix: prefix, ExecPrefix: prefix, Argv: o.args, OrigArgv: o.orig,
		WarnOptions: o.warnings, XOptions: o.xoptions, Flags: o.flags}
	c.StdlibDir = filepath.Join(prefix, "lib", "python3.13")
	if o.env {
		c.PycachePrefix = os.Getenv("PYTHONPYCACHEPREFIX")
		if p := os.Getenv("PYTHONPATH"); p != "" {
			c.Path = append(c.Path, strings.Split(p, string(os.PathListSeparator))...)
		}
	}
	for _, x := range o.xoptions {
		if x[0] == "pycache_prefix" {
			c.PycachePrefix = x[1]
		}
	}
	c.Path = append(c.Path, filepath.Join(prefix, "lib", "python313.zip"), c.StdlibDir, filepath.Join(c.StdlibDir, "lib-dynload"))
	if o.flags.DevMode {
		c.WarnOptions = append([]string{"default"}, c.WarnOptions...)
	}
	switch b := o.flags.BytesWarning; {
	case b > 1:
		c.WarnOptions = append(c.WarnOptions, "error::BytesWarning")
	case b == 1:
		c.WarnOptions = append(c.WarnOptions, "default::BytesWarning")
	}
	objects.BytesWarnings = o.flags.BytesWarning > 0
	return c
}

// executable is sys.executable: the path by which the program was started, made absolute, links kept.
func executable(arg0 string) string {
	if arg0 == "" {
		return ""
	}
	if strings.ContainsRune(arg0, filepath.Separator) {
		if p, err := filepath.Abs(arg0); err == nil {
			return p
		}
		return arg0
	}
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		p := filepath.Join(dir, arg0)
		if st, err := os.Stat(p); err == nil && !st.IsDir() && st.Mode()&0o111 != 0 {
			if abs, err := filepath.Abs(p); err == nil {
				return abs
			}
			return p
		}
	}
	p, _ := os.Executable()
	return p
}

// venvConfig returns the key `home` of the pyvenv.cfg of a virtual environment that the executable is in, or "".
func venvConfig(exe string) string {
	dir := filepath.Dir(exe)
	for _, f := range []string{filepath.Join(dir, "pyvenv.cfg"), filepath.Join(filepath.Dir(dir), "pyvenv.cfg")} {
		b, err := os.ReadFile(f)
		if err != nil {
			continue
		}
		for line := range strings.Lines(string(b)) {
			k, v, ok := strings.Cut(line, "=")
			if ok && strings.EqualFold(strings.TrimSpace(k), "home") {
				return strings.TrimSpace(v)
			}
		}
	}
	return ""
}

func venvBase(exe string) string {
	if h := venvConfig(exe); h != "" {
		return filepath.Join(h, filepath.Base(exe))
	}
	return exe
}

func venvHome(exe string) string {
	if h := venvConfig(exe); h != "" {
		return filepath.Join(h, "python3.13")
	}
	return exe
}

// start makes the standard streams, initialises signals and imports site.
func start(t *objects.Thread, o *options, c *sys.Config) error {
	if err := stdlib.Streams(t, o.unbuffer, o.env); err != nil {
		return err
	}
	if err := makeMain(t); err != nil {
		return err
	}
	if len(c.WarnOptions) > 0 {
		if _, err := interp.ImportModule(t, "warnings"); err != nil {
			return err
		}
	}
	if o.flags.NoSite == 0 {
		if _, err := interp.ImportModule(t, "site"); err != nil {
			return err
		}
	}
	return nil
}

// makeMain makes the module __main__.
func makeMain(t *objects.Thread) error {
	m := objects.NewModule("__main__")
	m.Set("__builtins__", interp.S.Modules.GetStr(objects.Intern("builtins")))
	m.Set("__annotations__", objects.ToValue(objects.NewDict()))
	interp.S.Modules.SetStr(objects.Intern("__main__"), objects.ToValue(m))
	loader, err := interp.ImportModule(t, "_frozen_importlib")
	if err == nil {
		if bi, err := objects.GetAttr(t, loader, objects.Intern("BuiltinImporter")); err == nil {
			m.Set("__loader__", bi)
		}
	}
	return nil
}

func mainModule() *objects.Module {
	return objects.As[objects.Module](interp.S.Modules.GetStr(objects.Intern("__main__")))
}

// runMain runs what the command line names.
func runMain(t *objects.Thread, o *options) error {
	switch {
	case o.hasCmd:
		if !o.flags.SafePath {
			insertPath("")
		}
		return runText(t, []byte(o.command+"\n"), "<string>")
	case o.hasMod:
		if !o.flags.SafePath {
			if wd, err := os.Getwd(); err == nil {
				insertPath(wd)
			}
		}
		return runModule(t, o.module, true)
	case o.script != "" && o.script != "-":
		return runScript(t, o)
	default:
		if !o.flags.SafePath {
			insertPath("")
		}
		if o.script == "" && isTerminal(os.Stdin) || o.flags.Interactive > 0 {
			return interactive(t, o.flags.Quiet == 0)
		}
		src, err := io.ReadAll(os.Stdin)
		if err != nil {
			return objects.Errorf(&objects.OSErrorType, "%s", err.Error())
		}
		return runText(t, src, "<stdin>")
	}
}

func isTerminal(f *os.File) bool {
	st, err := f.Stat()
	return err == nil && st.Mode()&os.ModeCharDevice != 0 && st.Name() != os.DevNull
}

// insertPath puts a directory first in sys.path.
func insertPath(dir string) {
	if l, ok := objects.ListOf(interp.S.Sys.GetStr(objects.Intern("path"))); ok {
		items := append([]objects.Value{objects.StrValue(dir)}, l.Items()...)
		l.Adopt(items)
	}
}

// runScript runs a file, or a directory or archive with a __main__.
func runScript(t *objects.Thread, o *options) error {
	st, err := os.Stat(o.script)
	if err == nil && (st.IsDir() || isArchive(t, o.script)) {
		insertPath(absolute(o.script))
		return runModule(t, "__main__", false)
	}
	var src []byte
	if err == nil {
		src, err = os.ReadFile(o.script)
	}
	if err != nil {
		var errno interface{ Error() string } = err
		var pe *os.PathError
		if errors.As(err, &pe) {
			errno = pe.Err
		}
		fmt.Fprintf(os.Stderr, "%s: can't open file '%s': [Errno %d] %s\n", executable(o.orig[0]), absolute(o.script), errnoOf(err), upperFirst(errno.Error()))
		return objects.NewSystemExit(objects.Int(2))
	}
	if !o.flags.SafePath {
		dir := filepath.Dir(o.script)
		if real, err := filepath.EvalSymlinks(o.script); err == nil {
			dir = filepath.Dir(real)
		}
		insertPath(filepath.Clean(absolute(dir)))
	}
	if o.skipLine {
		if i := strings.IndexByte(string(src), '\n'); i >= 0 {
			src = src[i:]
		}
	}
	// The program knows its file by the whole path; sys.argv keeps what the command line says.
	path := absolute(o.script)
	mainModule().Set("__file__", objects.StrValue(path))
	mainModule().Set("__cached__", objects.None)
	if ext, err := interp.ImportModule(t, "_frozen_importlib_external"); err == nil {
		cls, err := objects.GetAttr(t, ext, objects.Intern("SourceFileLoader"))
		if err == nil {
			if l, err := objects.Call2(t, cls, objects.StrValue("__main__"), objects.StrValue(path)); err == nil {
				mainModule().Set("__loader__", l)
			}
		}
	}
	return runText(t, src, path)
}

// absolute puts the working directory before a relative path, which stays otherwise as it is written.
func absolute(p string) string {
	if dir, err := os.Getwd(); err == nil && !filepath.IsAbs(p) {
		if p == "." {
			return dir
		}
		return dir + string(filepath.Separator) + p
	}
	return p
}

// zipTail is how much of a zip file may follow the start of its last record: the record and the comment.
const zipTail = 22 + 1<<16

// isArchive reports whether zipimport can read a file, which may begin with a line for the shell.
func isArchive(t *objects.Thread, name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil || !st.Mode().IsRegular() {
		return false
	}
	tail := make([]byte, min(st.Size(), zipTail))
	if _, err := f.ReadAt(tail, st.Size()-int64(len(tail))); err != nil && err != io.EOF || !bytes.Contains(tail, []byte("PK\x05\x06")) {
		return false
	}
	zip, err := interp.ImportModule(t, "zipimport")
	if err != nil {
		return false
	}
	_, err = objects.CallMethod(t, zip, objects.Intern("zipimporter"), objects.StrValue(absolute(name)))
	return err == nil
}

// runText compiles and runs a program as __main__.
func runText(t *objects.Thread, src []byte, filename string) error {
	if filename == "<string>" {
		registerSource(t, src, filename)
	}
	compile := interp.CompileFile
	if filename == "<string>" {
		compile = func(t *objects.Thread, src []byte, filename string) (objects.Value, error) {
			return objects.H.Compile(t, objects.StrValue(string(src)), filename, "exec", 0, true, -1)
		}
	}
	code, err := compile(t, src, filename)
	if err != nil {
		return err
	}
	d := mainModule().Dictionary()
	_, err = objects.H.Exec(t, objects.As[objects.Code](code), d, objects.ToValue(d), nil)
	return err
}

// registerSource lets tracebacks show the lines of a -c program.
func registerSource(t *objects.Thread, src []byte, filename string) {
	mod, err := interp.ImportModule(t, "linecache")
	if err != nil {
		return
	}
	_, _ = objects.CallMethod(t, mod, objects.Intern("_register_code"), objects.StrValue(filename), objects.StrValue(string(src)), objects.StrValue(filename))
}

// runModule is -m, and the __main__ of a directory or archive.
func runModule(t *objects.Thread, name string, alter bool) error {
	runpy, err := interp.ImportModule(t, "runpy")
	if err != nil {
		return err
	}
	fn, err := objects.GetAttr(t, runpy, objects.Intern("_run_module_as_main"))
	if err != nil {
		return err
	}
	_, err = objects.Call2(t, fn, objects.StrValue(name), objects.Bool(alter))
	return err
}

// exitCode handles the exception that ended the program, and prints it where it is not SystemExit. interrupted says that
// it was a KeyboardInterrupt.
func exitCode(t *objects.Thread, err error) (code int, interrupted bool) {
	if err == nil {
		return 0, false
	}
	e := objects.AsException(err)
	if e.Matches(&objects.SystemExitType) {
		v := objects.As[objects.SystemExit](e.Value()).Code
		switch {
		case v.IsZero() || v == objects.None:
			return 0, false
		case v == objects.True:
			return 1, false
		}
		if n, ok := objects.Int64Of(v); ok {
			return int(uint8(n)), false
		}
		if objects.IsInstance(v, &objects.IntType) {
			return 255, false
		}
		s, serr := objects.StrString(t, v)
		if serr == nil {
			sys.WriteStderr(t, s+"\n")
		}
		return 1, false
	}
	printUncaught(t, e)
	if e.Matches(&objects.KeyboardInterruptType) {
		return 128 + int(unix.SIGINT), true
	}
	return 1, false
}

// printUncaught calls sys.excepthook.
func printUncaught(t *objects.Thread, e *objects.Exception) {
	flush(t, "stdout")
	if interp.S.Sys == nil {
		os.Stderr.WriteString(sys.FormatException(t, e.Value()))
		return
	}
	set := func(name string, v objects.Value) { interp.S.Sys.SetStr(objects.Intern(name), v) }
	set("last_exc", e.Value())
	set("last_type", objects.ToValue(e.Type()))
	set("last_value", e.Value())
	set("last_traceback", e.Traceback())
	hook := interp.S.Sys.GetStr(objects.Intern("excepthook"))
	if hook.IsZero() {
		sys.WriteStderr(t, "sys.excepthook is missing\n")
		sys.PrintException(t, e.Value(), e.Traceback())
		return
	}
	if _, err := objects.Call3(t, hook, objects.ToValue(e.Type()), e.Value(), e.Traceback()); err != nil {
		if objects.IsError(err, &objects.SystemExitType) {
			return
		}
		sys.WriteStderr(t, "Error in sys.excepthook:\n")
		sys.PrintException(t, objects.AsException(err).Value(), objects.AsException(err).Traceback())
		sys.WriteStderr(t, "\nOriginal exception was:\n")
		sys.PrintException(t, e.Value(), e.Traceback())
	}
}

// fatal reports a start that failed.
func fatal(t *objects.Thread, err error) int {
	os.Stderr.WriteString("Fatal Python error: init: the interpreter cannot start\n" + sys.FormatException(t, objects.AsException(err).Value()))
	return 1
}

// flush flushes a standard stream.
func flush(t *objects.Thread, name string) error {
	if interp.S.Sys == nil {
		return nil
	}
	f := interp.S.Sys.GetStr(objects.Intern(name))
	if f.IsZero() || f == objects.None {
		return nil
	}
	if closed, err := objects.FindAttr(t, f, objects.Intern("closed")); err == nil && closed == objects.True {
		return nil
	}
	_, err := objects.CallMethod(t, f, objects.Intern("flush"))
	return err
}

// finish ends the interpreter: threads, atexit functions, streams. It reports false where output could not be written.
func finish(t *objects.Thread) bool {
	stdlib.Finish(t)
	sys.Finalizing = true
	err := flush(t, "stdout")
	if err != nil {
		objects.H.Unraisable(t, err, "Exception ignored in", interp.S.Sys.GetStr(objects.Intern("stdout")))
	}
	_ = flush(t, "stderr")
	return err == nil
}
