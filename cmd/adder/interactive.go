package main

import (
	"os"
	"runtime"
	"strings"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/sys"
)

// Flags of compile() that the interactive mode uses: a text that may go on is an error of its own, and an indented block
// ends with an empty line only. futureMask are the flags of __future__ statements, which stay for what follows.
const (
	allowIncomplete = 0x4000
	dontImplyDedent = 0x200
	futureMask      = 0x1FF0000
)

const moreInformation = "\nType \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n"

// interactive reads statements from standard input, a line at a time, and runs each. Prompts go to standard error, as
// they do in CPython without a terminal. It returns at the end of the input or with the SystemExit of a statement.
func interactive(t *objects.Thread, banner bool) error {
	if banner {
		sys.WriteStderr(t, "Python "+sys.VersionText()+" on "+runtime.GOOS+moreInformation)
	}
	for _, p := range [...][2]string{{"ps1", ">>> "}, {"ps2", "... "}} {
		if interp.S.Sys.GetStr(objects.Intern(p[0])).IsZero() {
			interp.S.Sys.SetStr(objects.Intern(p[0]), objects.StrValue(p[1]))
		}
	}
	// CPython reads the descriptor here, whatever a program does with sys.stdin.
	in := interp.S.Sys.GetStr(objects.Intern("__stdin__"))
	flags := 0
	for {
		text, code, err := readStatement(t, in, &flags)
		if err == nil && text == "" {
			return nil
		}
		if err == nil && !code.IsZero() {
			registerSource(t, []byte(text), "<stdin>")
			d := mainModule().Dictionary()
			_, err = objects.H.Exec(t, objects.As[objects.Code](code), d, objects.ToValue(d), nil)
		}
		if err == nil {
			err = flush(t, "stdout")
		}
		switch {
		case err == nil:
		case objects.IsError(err, &objects.SystemExitType):
			return err
		default:
			printUncaught(t, objects.AsException(err))
		}
	}
}

// readStatement reads lines up to a complete statement and compiles it. The text is empty at the end of the input, the code
// zero where there is nothing to run.
func readStatement(t *objects.Thread, in objects.Value, flags *int) (text string, code objects.Value, err error) {
	prompt := "ps1"
	for {
		if err := flush(t, "stdout"); err != nil {
			return " ", code, err
		}
		p, err := objects.StrString(t, interp.S.Sys.GetStr(objects.Intern(prompt)))
		if err == nil {
			os.Stderr.WriteString(p)
		}
		v, err := objects.CallMethod(t, in, objects.Intern("readline"))
		if err != nil {
			return " ", code, err
		}
		line, _ := objects.StrOf(v)
		end := line == nil || line.Len() == 0
		if end {
			os.Stderr.WriteString("\n")
			if text == "" {
				return "", code, nil
			}
		} else {
			text += line.String()
			if s := strings.TrimSpace(text); s == "" || s[0] == '#' && !strings.Contains(s, "\n") {
				return text, code, nil
			}
		}
		compile := func(text string, mode int) error {
			code, err = objects.H.Compile(t, objects.StrValue(text), "<stdin>", "single", *flags|mode, true, -1)
			if err == nil {
				*flags |= int(objects.As[objects.Code](code).Flags) & futureMask
			}
			return err
		}
		// An empty line ends a block, the end of its last line does not: where the text lacks only that, more may come.
		if !end {
			err = compile(strings.TrimSuffix(text, "\n"), allowIncomplete|dontImplyDedent)
			if err == nil || !objects.IsError(err, &objects.SyntaxErrorType) {
				return text, code, err
			}
			err = compile(text, allowIncomplete|dontImplyDedent)
		}
		if end || err != nil && !objects.IsError(err, &objects.IncompleteInputErrorType) {
			if compile(text, 0) != nil {
				code = objects.Value{}
			}
			return text, code, err
		}
		prompt = "ps2"
	}
}
