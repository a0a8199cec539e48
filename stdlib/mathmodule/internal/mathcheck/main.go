// Command mathcheck compares the elementary functions with a Python's, bit by bit, and prints a table.
//
//	go run ./stdlib/mathmodule/internal/mathcheck -python python3.13 [-n 100000] [-record FILE] [FUNCTION...]
//
// The arguments are random: half of them in the range where the function is commonly used, half with any exponent. With
// -record it writes arguments and Python's results as bit patterns, for the tests of package libm.
package main

import (
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"

	"github.com/adder-lang/adder/internal/libm"
)

// driver reads the name of a function and pairs of floats, and writes the results; NaN stands for an error.
const driver = `
import math, struct, sys, cmath
arity, name = int(sys.argv[2]), sys.argv[1]
f = eval(name)
data = sys.stdin.buffer.read()
out = []
for x, y in struct.iter_unpack("<dd", data):
    try:
        r = f(x) if arity == 1 else f(x, y)
    except (ValueError, OverflowError):
        r = math.nan
    out.append(r)
sys.stdout.buffer.write(struct.pack("<%dd" % len(out), *out))
`

func main() {
	python := flag.String("python", "python3.13", "the Python to compare with")
	n := flag.Int("n", 100000, "how many random arguments")
	record := flag.String("record", "", "the file to record to instead")
	seed := flag.Uint64("seed", 1, "where the random numbers begin")
	verbose := flag.Bool("v", false, "show results that differ")
	flag.Parse()
	if err := run(*python, *n, *seed, *record, *verbose, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "mathcheck:", err)
		os.Exit(1)
	}
}

func run(python string, n int, seed uint64, record string, verbose bool, only []string) error {
	var out io.Writer
	if record != "" {
		f, err := os.Create(record)
		if err != nil {
			return err
		}
		defer f.Close()
		out = f
	} else {
		fmt.Printf("%-10s %10s %8s %9s %12s\n", "function", "arguments", "equal", "per cent", "largest ulp")
	}
	for i := range libm.Functions {
		f := &libm.Functions[i]
		if len(only) > 0 && !slices.Contains(only, f.Name) {
			continue
		}
		args := arguments(f, n, rand.New(rand.NewPCG(seed, uint64(i))))
		want, err := results(python, f, args)
		if err != nil {
			return err
		}
		if out != nil {
			for i, a := range args {
				fmt.Fprintf(out, "%s %016x %016x %016x\n", f.Name, math.Float64bits(a[0]), math.Float64bits(a[1]), math.Float64bits(want[i]))
			}
			continue
		}
		compare(f, args, want, verbose)
	}
	return nil
}

// arguments draws arguments: the first half from the function's common range, the others of any exponent.
func arguments(f *libm.Function, n int, r *rand.Rand) [][2]float64 {
	wide := func() float64 {
		return math.Float64frombits(r.Uint64()&(1<<63-1) | r.Uint64()&(1<<63))
	}
	args := make([][2]float64, n)
	for i := range args {
		if i < n/2 {
			args[i] = [2]float64{f.Low + (f.High-f.Low)*r.Float64(), f.Low2 + (f.High2-f.Low2)*r.Float64()}
			continue
		}
		for k := range 2 {
			x := wide()
			if i%2 == 0 {
				// Exponents from -40 to 10, where most functions have most to do.
				x = math.Ldexp(1+r.Float64(), r.IntN(50)-40)
				if r.IntN(2) == 0 {
					x = -x
				}
			}
			args[i][k] = x
		}
	}
	return args
}

func results(python string, f *libm.Function, args [][2]float64) ([]float64, error) {
	in := make([]byte, 0, len(args)*16)
	for _, a := range args {
		in = binary.LittleEndian.AppendUint64(in, math.Float64bits(a[0]))
		in = binary.LittleEndian.AppendUint64(in, math.Float64bits(a[1]))
	}
	arity := "1"
	if f.Two != nil {
		arity = "2"
	}
	name := "math." + f.Name
	if f.Python != "" {
		name = f.Python
	}
	cmd := exec.Command(python, "-c", driver, name, arity)
	cmd.Stdin = bytes.NewReader(in)
	cmd.Stderr = os.Stderr
	text, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	want := make([]float64, len(args))
	for i := range want {
		want[i] = math.Float64frombits(binary.LittleEndian.Uint64(text[i*8:]))
	}
	return want, nil
}

func compare(f *libm.Function, args [][2]float64, want []float64, verbose bool) {
	equal := 0
	largest := uint64(0)
	shown := 0
	for i, a := range args {
		got := f.Call(a[0], a[1])
		d := libm.Distance(got, want[i])
		if want[i] != want[i] && got-got != 0 {
			// An error is raised for an infinity or for a NaN.
			d = 0
		}
		if d == 0 {
			equal++
			continue
		}
		if verbose && (shown < 10 || d > largest) {
			shown++
			fmt.Printf("  %s(%x, %x) = %x, want %x\n", f.Name, a[0], a[1], got, want[i])
		}
		largest = max(largest, d)
	}
	fmt.Printf("%-10s %10d %8d %8.3f%% %12d\n", f.Name, len(args), equal, 100*float64(equal)/float64(len(args)), largest)
}
