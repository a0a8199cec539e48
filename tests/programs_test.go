package tests

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/adder-lang/adder/tests/internal/programs"
)

// limit ends a program that hangs; the slowest takes a second or two.
const limit = time.Minute

// adder is the executable under test; empty where none could be made.
var adder string

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	adder = os.Getenv("ADDER")
	if adder == "" {
		dir, err := os.MkdirTemp("", "adder")
		if err != nil {
			panic(err)
		}
		defer os.RemoveAll(dir)
		adder = filepath.Join(dir, "adder")
		build := exec.Command("go", "build", "-tags", "stdlibzip", "-o", adder, "../cmd/adder")
		build.Stderr = os.Stderr
		if build.Run() != nil {
			return 1
		}
	}
	return m.Run()
}

func TestPrograms(t *testing.T) {
	list, err := programs.Load("programs")
	if err != nil {
		t.Fatal(err)
	}
	if len(list) == 0 {
		t.Fatal("no programs")
	}
	reasons, err := programs.Failures(filepath.Join("programs", "expected_failures.txt"))
	if err != nil {
		t.Fatal(err)
	}
	gate := make(chan struct{}, 2) // two at a time, whatever -parallel says: the limit is wall-clock time
	for _, p := range list {
		reason, expected := reasons[p.Name]
		delete(reasons, p.Name)
		t.Run(p.Name, func(t *testing.T) {
			t.Parallel()
			gate <- struct{}{}
			defer func() { <-gate }()
			want, err := p.Expected()
			if err != nil {
				t.Fatal(err)
			}
			var problems strings.Builder
			for _, mode := range []string{"off", "eager"} {
				got, err := p.Run(adder, []string{"-X", "jit=" + mode}, limit)
				if err != nil {
					problems.WriteString("jit=" + mode + ": " + err.Error() + "\n")
				} else if d := programs.Difference(got, want); d != "" {
					problems.WriteString("jit=" + mode + ": " + d)
				}
			}
			switch {
			case problems.Len() > 0 && !expected:
				t.Error(problems.String())
			case problems.Len() == 0 && expected:
				t.Errorf("passes; take it out of expected_failures.txt (%s)", reason)
			}
		})
	}
	for name := range reasons {
		t.Errorf("expected_failures.txt names %s, which is no program", name)
	}
}
