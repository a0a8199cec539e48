package stdlib

import (
	"os"
	"strings"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/codecs"
	"github.com/adder-lang/adder/stdlib/io"
	"github.com/adder-lang/adder/stdlib/signal"
	"github.com/adder-lang/adder/stdlib/warnings"
)

// Streams makes the standard streams, connects the registry of codecs, sets builtins.open and installs the handler of
// SIGINT. unbuffered is -u; env says that the environment may be read.
func Streams(t *objects.Thread, unbuffered, env bool) error {
	codecs.Install()
	warnings.Install()
	objects.H.Input = input
	if err := io.Init(t); err != nil {
		return err
	}
	if _, err := interp.ImportModule(t, "encodings"); err != nil {
		return err
	}
	mod, err := interp.ImportModule(t, "_io")
	if err != nil {
		return err
	}
	open, err := objects.GetAttr(t, mod, objects.Intern("open"))
	if err != nil {
		return err
	}
	interp.S.Builtins.SetStr(objects.Intern("open"), open)
	encoding, errors := "utf-8", "strict"
	if locale := localeName(); locale == "C" || locale == "POSIX" {
		errors = "surrogateescape"
	}
	given := false
	if env {
		if v := os.Getenv("PYTHONIOENCODING"); v != "" {
			enc, handler, found := strings.Cut(v, ":")
			if enc != "" {
				encoding = enc
				errors = "strict"
			}
			if found && handler != "" {
				errors = handler
				given = true
			}
		}
	}
	stdinErrors := errors
	if !given && errors == "strict" && encoding == "utf-8" {
		stdinErrors = "strict"
	}
	for _, s := range [...]struct {
		name string
		o    io.StreamOptions
	}{
		{"stdin", io.StreamOptions{FD: 0, Name: "<stdin>", Encoding: encoding, Errors: stdinErrors}},
		{"stdout", io.StreamOptions{FD: 1, Name: "<stdout>", Encoding: encoding, Errors: errors, Write: true, Unbuffered: unbuffered}},
		{"stderr", io.StreamOptions{FD: 2, Name: "<stderr>", Encoding: encoding, Errors: "backslashreplace", Write: true, Unbuffered: unbuffered, Line: true}},
	} {
		v, err := io.NewStream(t, s.o)
		if err != nil {
			return err
		}
		interp.S.Sys.SetStr(objects.Intern(s.name), v)
		interp.S.Sys.SetStr(objects.Intern("__"+s.name+"__"), v)
	}
	return signal.Install(t)
}

// localeName is the locale that the environment asks for.
func localeName() string {
	for _, n := range [...]string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := os.Getenv(n); v != "" {
			return v
		}
	}
	return "C"
}
