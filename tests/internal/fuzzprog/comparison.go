package fuzzprog

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/adder-lang/adder/tests/internal/programs"
)

// Interpreter is a command that runs a program.
type Interpreter struct {
	Label   string
	Command string
	Flags   []string
}

// Comparison runs programs under a reference and others.
type Comparison struct {
	Reference Interpreter
	Others    []Interpreter
	Dir       string        // a folder of its own for the file that is run
	Limit     time.Duration // of a run of the reference; the others have ten times as long
	Runs      int           // processes started so far
}

// Difference is what an interpreter did otherwise than the reference.
type Difference struct {
	Label     string // of the interpreter
	What      string // stdout, stderr, exit, time
	Got, Want string
}

func (d *Difference) String() string {
	return fmt.Sprintf("%s: %s\n--- want\n%s\n--- got\n%s\n", d.Label, d.What, d.Want, d.Got)
}

// Run compares the interpreters with the reference and returns the first difference, nil where there is none, and false where the
// reference itself does not end in time, so that nothing can be said.
func (c *Comparison) Run(p *Program) (*Difference, bool) { return c.RunOn(p, c.Others) }

// RunOn is Run with some of the interpreters.
func (c *Comparison) RunOn(p *Program, others []Interpreter) (*Difference, bool) {
	file := programs.Program{Name: "program", Dir: c.Dir}
	if err := os.WriteFile(filepath.Join(c.Dir, "program.py"), []byte(p.String()), 0o644); err != nil {
		return nil, false
	}
	c.Runs++
	want, err := file.Run(c.Reference.Command, c.Reference.Flags, c.Limit)
	if err != nil || want.Exit < 0 {
		return nil, false
	}
	for _, other := range others {
		c.Runs++
		got, err := file.Run(other.Command, other.Flags, 10*c.Limit)
		if err != nil {
			return &Difference{other.Label, "time", err.Error(), "ends"}, true
		}
		if d := compare(got, want); d != nil {
			d.Label = other.Label
			return d, true
		}
	}
	return nil, true
}

// address is where an object lies, as the repr of many shows it.
var address = regexp.MustCompile(` at 0x[0-9a-f]+`)

func compare(got, want programs.Result) *Difference {
	for _, text := range []*string{&got.Stdout, &got.Stderr, &want.Stdout, &want.Stderr} {
		*text = address.ReplaceAllString(*text, " at 0x0")
	}
	gotLast, wantLast := lastLine(got.Stderr), lastLine(want.Stderr)
	switch {
	case got.Exit != want.Exit && (got.Exit < 0 || got.Exit == 2): // a crash says more than the output it cut off
		return &Difference{What: "exit", Got: fmt.Sprint(got.Exit, " ", firstLines(got.Stderr)), Want: fmt.Sprint(want.Exit, " ", wantLast)}
	case got.Stdout != want.Stdout:
		g, w := difference(got.Stdout, want.Stdout)
		return &Difference{What: "stdout", Got: g, Want: w}
	case gotLast != wantLast:
		return &Difference{What: "stderr", Got: gotLast, Want: wantLast}
	case got.Exit != want.Exit:
		return &Difference{What: "exit", Got: fmt.Sprint(got.Exit), Want: fmt.Sprint(want.Exit)}
	}
	return nil
}

func lastLine(text string) string {
	text = strings.TrimRight(text, "\n")
	return text[strings.LastIndexByte(text, '\n')+1:]
}

func firstLines(text string) string {
	lines := strings.SplitN(text, "\n", 6)
	return strings.Join(lines[:min(5, len(lines))], "\n")
}

// difference returns the first lines in which two texts differ.
func difference(a, b string) (string, string) {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := 0; ; i++ {
		switch {
		case i >= len(x):
			return "(nothing)", y[min(i, len(y)-1)]
		case i >= len(y):
			return x[i], "(nothing)"
		case x[i] != y[i]:
			return x[i], y[i]
		}
	}
}
