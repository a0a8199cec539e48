// Command codecheck compiles files with Adder, writes the code objects as module marshal does, reads them back, which
// verifies them, and compares what was read with what was written, field by field.
//
//	go run ./stdlib/internal/codecheck -python PATH [DIR…]
//
// It takes every .py file below the directories, by default the library of that Python, tests included. A file that
// Adder rejects, that Python must reject as well, with the same type of error, message, text and place. It prints what
// fails and how many files and code objects were seen.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"

	"github.com/adder-lang/adder/internal/cpython"
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/syntax"
)

// fileName is what both sides call the source, since messages name it.
const fileName = "source.py"

func main() {
	python := flag.String("python", "python3.13", "the Python to compare with")
	flag.Parse()
	if err := run(*python, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "codecheck:", err)
		os.Exit(1)
	}
}

func run(python string, dirs []string) error {
	if len(dirs) == 0 {
		dir, err := cpython.Library(python)
		if err != nil {
			return err
		}
		dirs = []string{dir}
	}
	files, err := cpython.Files(dirs)
	if err != nil {
		return err
	}
	child, err := cpython.Start(python, fileName)
	if err != nil {
		return err
	}
	defer child.Stop()
	t := interp.Init()
	interp.DecodeSource = func(_ *objects.Thread, encoding string, data []byte) (string, error) {
		text, err := child.Decode(encoding, data)
		if errors.Is(err, cpython.ErrUnknownEncoding) {
			err = syntax.UnknownEncoding{Name: encoding}
		}
		return text, err
	}
	failed, rejected := 0, 0
	var sum counts
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		line, err := child.Ask("compile", f)
		if err != nil {
			return err
		}
		var want struct {
			Error []any // type, message, lineno, offset, end_lineno, end_offset, text
		}
		if err := json.Unmarshal([]byte(line), &want); err != nil {
			return err
		}
		code, err := objects.H.Compile(t, objects.NewBytes(src), fileName, "exec", 0, true, -1)
		switch {
		case err != nil && want.Error == nil:
			err = fmt.Errorf("rejected: %w", err)
		case err != nil:
			rejected++
			got, gerr := describe(t, err)
			if gerr != nil {
				return gerr
			}
			if a, b := fmt.Sprint(got), fmt.Sprint(want.Error); a != b {
				err = fmt.Errorf("error\n got  %s\n want %s", a, b)
			} else {
				err = nil
			}
		case want.Error != nil:
			err = fmt.Errorf("accepted, but Python says %v", want.Error)
		default:
			err = check(t, objects.As[objects.Code](code), &sum)
		}
		if err != nil {
			failed++
			fmt.Printf("%s: %v\n", f, err)
		}
	}
	fmt.Printf("%d files, %d of them rejected by both, %d code objects of %d instructions and %d bytes; %d files fail\n",
		len(files), rejected, sum.codes, sum.instrs, sum.bytes, failed)
	if failed > 0 {
		return errors.New("files fail")
	}
	return nil
}

// describe gives the parts of a syntax error as child.py gives them.
func describe(t *objects.Thread, err error) ([]any, error) {
	e := objects.AsException(err)
	d := []any{e.Type().TpName()}
	if !e.Matches(&objects.SyntaxErrorType) {
		s, err := objects.StrString(t, e.Value())
		return append(d, s, nil, nil, nil, nil, nil), err
	}
	for _, name := range []string{"msg", "lineno", "offset", "end_lineno", "end_offset", "text"} {
		v, err := objects.GetAttr(t, e.Value(), objects.Intern(name))
		if err != nil {
			return nil, err
		}
		if v == objects.None {
			d = append(d, nil)
			continue
		}
		s, err := objects.StrString(t, v)
		if err != nil {
			return nil, err
		}
		d = append(d, s)
	}
	return d, nil
}
