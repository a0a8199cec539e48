// Command differential runs random programs under CPython 3.13 and under Adder with its JIT off, on and eager, and writes those on
// which they differ, shrunk, into a folder.
//
//	go run ./tests/internal/differential -adder bin/adder [-python python3.13] [-seed 1] [-n 0] [-time 1m] [-out folder]
//
// It exits with 1 where it found a difference. Each seed is one program; the next run begins where the flag says.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/adder-lang/adder/tests/internal/fuzzprog"
)

func main() {
	python := flag.String("python", "python3.13", "the reference")
	adder := flag.String("adder", "bin/adder", "Adder's executable")
	seed := flag.Uint64("seed", 1, "the first seed")
	count := flag.Int("n", 0, "how many programs; 0 until the time is over")
	limit := flag.Duration("time", time.Minute, "how long to go on; 0 until all programs have run")
	out := flag.String("out", "bin/differences", "folder for the programs on which the interpreters differ")
	patience := flag.Duration("shrink", time.Minute, "the longest time to shrink one program")
	show := flag.Bool("show", false, "print the program of the seed and stop")
	flag.Parse()
	if *show {
		fmt.Print(fuzzprog.Generate(*seed))
		return
	}
	found, err := search(*python, *adder, *out, *seed, *count, *limit, *patience)
	if err != nil {
		fmt.Fprintln(os.Stderr, "differential:", err)
		os.Exit(2)
	}
	if found > 0 {
		os.Exit(1)
	}
}

// search compares program after program and returns how many made a difference.
func search(python, adder, out string, seed uint64, count int, limit, patience time.Duration) (int, error) {
	adder, err := filepath.Abs(adder)
	if err != nil {
		return 0, err
	}
	dir, err := os.MkdirTemp("", "differential")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	c := &fuzzprog.Comparison{Reference: fuzzprog.Interpreter{Label: "reference", Command: python}, Dir: dir, Limit: 5 * time.Second}
	for _, mode := range []string{"off", "on", "eager"} {
		c.Others = append(c.Others, fuzzprog.Interpreter{Label: "jit=" + mode, Command: adder, Flags: []string{"-X", "jit=" + mode}})
	}
	start, found, skipped, n := time.Now(), 0, 0, 0
	for ; (count == 0 || n < count) && (limit == 0 || time.Since(start) < limit); n++ {
		program := fuzzprog.Generate(seed + uint64(n))
		d, ok := c.Run(program)
		if !ok {
			skipped++
			continue
		}
		if d == nil {
			continue
		}
		found++
		program, d = shrink(c, program, d, patience)
		if err := write(out, seed+uint64(n), program, d); err != nil {
			return found, err
		}
		fmt.Printf("seed %d: %s\n%s\n", seed+uint64(n), d, program)
	}
	fmt.Printf("%d programs, %d without an answer of the reference, %d differences, %v\n", n, skipped, found, time.Since(start).Round(time.Second))
	return found, nil
}

// shrink keeps what differs in the same way under the same interpreter.
func shrink(c *fuzzprog.Comparison, p *fuzzprog.Program, d *fuzzprog.Difference, patience time.Duration) (*fuzzprog.Program, *fuzzprog.Difference) {
	var one []fuzzprog.Interpreter
	for _, other := range c.Others {
		if other.Label == d.Label {
			one = append(one, other)
		}
	}
	s := fuzzprog.Shrinker{Until: time.Now().Add(patience), Holds: func(q *fuzzprog.Program) bool {
		e, ok := c.RunOn(q, one)
		return ok && e != nil && e.What == d.What
	}}
	small := s.Shrink(p)
	if e, ok := c.RunOn(small, one); ok && e != nil {
		d = e
	}
	return small, d
}

// write leaves the program and the difference in the folder.
func write(out string, seed uint64, p *fuzzprog.Program, d *fuzzprog.Difference) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	name := filepath.Join(out, fmt.Sprintf("seed%d", seed))
	if err := os.WriteFile(name+".py", []byte(p.String()), 0o644); err != nil {
		return err
	}
	return os.WriteFile(name+".txt", []byte(d.String()), 0o644)
}
