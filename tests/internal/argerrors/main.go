// Command argerrors records what CPython's built-in functions, types and methods raise when they are called with wrong
// arguments, and which of these errors Adder gives otherwise.
//
//	go run ./tests/internal/argerrors -python PATH     writes testdata/cpython.tsv.gz
//	go run ./tests/internal/argerrors -adder PATH      writes testdata/differences.tsv.gz
//
// The program probe.py makes the calls; the test of this package compares Adder with both files.
package main

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

//go:embed probe.py
var probe string

// Where the command writes, from the root of the repository, and the test reads.
const (
	folder         = "tests/internal/argerrors"
	recordFile     = "testdata/cpython.tsv.gz"
	differenceFile = "testdata/differences.tsv.gz"
)

func main() {
	python := flag.String("python", "", "record this CPython")
	adder := flag.String("adder", "", "write what this Adder gives otherwise")
	flag.Parse()
	if err := run(*python, *adder); err != nil {
		fmt.Fprintln(os.Stderr, "argerrors:", err)
		os.Exit(1)
	}
}

func run(python, adder string) error {
	if python != "" {
		out, err := call(python, nil)
		if err != nil {
			return err
		}
		if err := write(filepath.Join(folder, recordFile), out); err != nil {
			return err
		}
	}
	if adder == "" {
		return nil
	}
	want, err := read(filepath.Join(folder, recordFile))
	if err != nil {
		return err
	}
	got, err := call(adder, names(want))
	if err != nil {
		return err
	}
	different, err := compare(want, got)
	if err != nil {
		return err
	}
	fmt.Printf("%d calls, %d differ\n", len(want), len(different))
	return write(filepath.Join(folder, differenceFile), different)
}

// call runs the probe, for given names or for all that the interpreter knows, and returns its lines.
func call(python string, names []string) ([]string, error) {
	args := []string{"-c", probe}
	if names != nil {
		args = append(args, "-")
	}
	cmd := exec.Command(python, args...)
	cmd.Stdin = strings.NewReader(strings.Join(names, "\n"))
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", python, err, stderr.Bytes())
	}
	return strings.Split(strings.TrimSuffix(string(out), "\n"), "\n"), nil
}

// names lists what was called, in order.
func names(lines []string) []string {
	var list []string
	for _, l := range lines {
		name, _, _ := strings.Cut(l, "\t")
		if len(list) == 0 || list[len(list)-1] != name {
			list = append(list, name)
		}
	}
	return list
}

// compare returns the lines of got that differ, each behind what was wanted.
func compare(want, got []string) ([]string, error) {
	if len(got) != len(want) {
		return nil, fmt.Errorf("%d calls are recorded, %d were made", len(want), len(got))
	}
	var different []string
	for i := range want {
		if want[i] != got[i] {
			// The second one without the name and the number of the arguments.
			different = append(different, want[i]+"\t"+strings.Join(strings.Split(got[i], "\t")[2:], "\t"))
		}
	}
	return different, nil
}

func read(file string) ([]string, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(z)
	if len(text) == 0 {
		return nil, err
	}
	return strings.Split(strings.TrimSuffix(string(text), "\n"), "\n"), err
}

func write(file string, lines []string) error {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	for _, l := range lines {
		if _, err := io.WriteString(z, l+"\n"); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}
