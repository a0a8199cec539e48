// Command record runs the test programs with CPython 3.13 and writes down what they print. It runs each twice and refuses
// one whose output changes from run to run.
//
//	go run ./tests/internal/record [NAME...]
//
// The environment variable PYTHON names the interpreter; python3.13 is the default.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/adder-lang/adder/tests/internal/programs"
)

// limit ends a program that hangs.
const limit = time.Minute

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "record:", err)
		os.Exit(1)
	}
}

func run(names []string) error {
	python := os.Getenv("PYTHON")
	if python == "" {
		python = "python3.13"
	}
	version, err := exec.Command(python, "-c", "import sys; print(sys.implementation.name, *sys.version_info[:2])").Output()
	if err != nil {
		return fmt.Errorf("%s: %w", python, err)
	}
	if got := strings.TrimSpace(string(version)); got != "cpython 3 13" {
		return fmt.Errorf("%s is %s; the records are CPython 3.13's", python, got)
	}
	list, err := programs.Load(filepath.Join("tests", "programs"))
	if err != nil {
		return err
	}
	if len(names) > 0 {
		all := list
		list = nil
		for _, p := range all {
			if slices.Contains(names, p.Name) {
				list = append(list, p)
			}
		}
		if len(list) != len(names) {
			return fmt.Errorf("%d of these programs exist, not %d", len(list), len(names))
		}
	}
	var wait sync.WaitGroup
	problems := make([]error, len(list))
	gate := make(chan struct{}, 2) // two at a time: the programs that use threads want a processor too
	for i, p := range list {
		wait.Go(func() {
			gate <- struct{}{}
			problems[i] = record(p, python)
			<-gate
		})
	}
	wait.Wait()
	failed := 0
	for i, err := range problems {
		if err != nil {
			failed++
			fmt.Fprintf(os.Stderr, "%s: %v\n", list[i].Name, err)
		}
	}
	if failed > 0 {
		return fmt.Errorf("%d of %d programs not recorded", failed, len(list))
	}
	fmt.Printf("%d programs recorded\n", len(list))
	return nil
}

func record(p programs.Program, python string) error {
	first, err := p.Run(python, nil, limit)
	if err != nil {
		return err
	}
	second, err := p.Run(python, nil, limit)
	if err != nil {
		return err
	}
	if d := programs.Difference(second, first); d != "" {
		return fmt.Errorf("changes from run to run: %s", d)
	}
	text := first.Format()
	if read, err := programs.Parse(text); err != nil || read != first {
		return errors.New("prints a line that the record uses as a heading")
	}
	return os.WriteFile(p.ExpectFile(), []byte(text), 0o644)
}
