// Command mathcheck compares the functions of the module math with those of a Python, bit by bit, and prints a table.
//
//	go run ./stdlib/mathmodule/internal/mathcheck [-python python3.13] [-adder bin/adder] [-n 100000] [FUNCTION...]
//
// Each function gets n random arguments of each kind: from the range where it is commonly used, from wider ones, decimal
// fractions, exponents near 0, any bit pattern. The table tells the per cent of equal results over all kinds and for the
// kind where it is lowest, and the largest difference in units of the last place. Without -adder the functions of package
// libm are called; with it both Pythons run the same program, which takes in the functions that package mathmodule
// computes itself, and errors.
//
// With -record FILE it writes arguments and Python's results as bit patterns, a few of each kind, for the tests of package
// libm. The command fails if a function has fewer equal results over all kinds than -least per cent, or one that is off by more
// than a unit.
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

// driver reads pairs of floats and writes the results of a function. An error is written as a NaN that no operation gives.
const driver = `
import math, struct, sys
f, arity = eval(sys.argv[1]), int(sys.argv[2])
data = sys.stdin.buffer.read()
out = []
for x, y in struct.iter_unpack("<dd", data):
    try:
        r = f(x) if arity == 1 else f(x, y)
        r = struct.pack("<d", math.nan if r != r else r)
    except ValueError:
        r = b"domain\xff\x7f"
    except OverflowError:
        r = b"range \xff\x7f"
    except ZeroDivisionError:
        r = b"zero  \xff\x7f"
    out.append(r)
sys.stdout.buffer.write(b"".join(out))
`

// The functions that are not in package libm, as expressions of Python.
var others = []libm.Function{
	{Name: "sqrt", High: 100},
	{Name: "degrees", Low: -10, High: 10},
	{Name: "radians", Low: -400, High: 400},
	{Name: "fmod", Low: -100, High: 100, Low2: -10, High2: 10},
	{Name: "remainder", Low: -100, High: 100, Low2: -10, High2: 10},
	{Name: "nextafter", Low: -100, High: 100, Low2: -100, High2: 100},
	{Name: "ulp", Low: -100, High: 100},
	{Name: "fabs", Low: -100, High: 100},
	{Name: "hypot2", Python: "math.hypot", Low: -100, High: 100, Low2: -100, High2: 100},
	{Name: "hypot3", Python: "lambda x, y: math.hypot(x, y, x + y)", Low: -100, High: 100, Low2: -100, High2: 100},
	{Name: "hypot9", Python: "lambda x, y: math.hypot(*[x * (i - 4.3) + y for i in range(9)])", Low: -100, High: 100, Low2: -100, High2: 100},
	{Name: "dist", Python: "lambda x, y: math.dist((x, y, 1.0), (y, -0.3, x))", Low: -100, High: 100, Low2: -100, High2: 100},
	{Name: "fma", Python: "lambda x, y: math.fma(x, y, -x * y)", Low: -100, High: 100, Low2: -100, High2: 100},
	{Name: "ldexp", Python: "lambda x, y: math.ldexp(x, int(y * 50))", Low: -100, High: 100, Low2: -22, High2: 22},
	{Name: "frexp", Python: "lambda x: math.frexp(x)[0] + math.frexp(x)[1]", Low: -100, High: 100},
	{Name: "modf", Python: "lambda x: math.modf(x)[0] + 0.5 * math.modf(x)[1]", Low: -100, High: 100},
	{Name: "fsum", Python: "lambda x, y: math.fsum([x, y, x * y, -x / 3, 1e-9 * y, -x * y, 1.0])", Low: -100, High: 100, Low2: -100, High2: 100},
	{Name: "sumprod", Python: "lambda x, y: math.sumprod([x, y, x / 3, -1, y], [y, x / 7, -x, y, x])", Low: -100, High: 100, Low2: -100, High2: 100},
	{Name: "prod", Python: "lambda x, y: math.prod([x, y, 3, x, 0.1])", Low: -100, High: 100, Low2: -100, High2: 100},
	{Name: "logbase", Python: "math.log", High: 100, High2: 20},
	{Name: "logint", Python: "lambda x: math.log(int(abs(x) * 1e9) ** 40 + 1)", High: 100},
	{Name: "log2int", Python: "lambda x: math.log2(int(abs(x) * 1e9) ** 40 + 1)", High: 100},
	{Name: "log10int", Python: "lambda x: math.log10(int(abs(x) * 1e9) ** 40 + 1)", High: 100},
	{Name: "**", Python: "lambda x, y: abs(x) ** y", High: 20, Low2: -20, High2: 20},
	{Name: "isclose", Python: "lambda x, y: float(math.isclose(x, x + y * 1e-10))", Low: -100, High: 100, Low2: -10, High2: 10},
}

func expression(f *libm.Function) string {
	if f.Python != "" {
		return f.Python
	}
	return "math." + f.Name
}

// isTwo tells whether a function takes two arguments.
func isTwo(f *libm.Function) bool { return f.Two != nil || f.Low2 != f.High2 }

type options struct {
	python, adder string
	n             int
	record        string
	seed          uint64
	least         float64
	verbose       bool
}

func main() {
	var o options
	flag.StringVar(&o.python, "python", "python3.13", "the Python to compare with")
	flag.StringVar(&o.adder, "adder", "", "the Adder to compare, rather than package libm")
	flag.IntVar(&o.n, "n", 100000, "how many random arguments of each kind")
	flag.StringVar(&o.record, "record", "", "the file to record to instead")
	flag.Uint64Var(&o.seed, "seed", 1, "where the random numbers begin")
	flag.Float64Var(&o.least, "least", 99.9, "the per cent that must be equal")
	flag.BoolVar(&o.verbose, "v", false, "show each kind and results that differ")
	flag.Parse()
	if err := run(&o, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "mathcheck:", err)
		os.Exit(1)
	}
}

func run(o *options, only []string) error {
	var out io.Writer
	if o.record != "" {
		f, err := os.Create(o.record)
		if err != nil {
			return err
		}
		defer f.Close()
		out = f
	} else {
		fmt.Printf("%-10s %10s %9s  %-18s %11s\n", "function", "arguments", "equal", "least of a kind", "largest ulp")
	}
	functions := libm.Functions[:]
	if o.adder != "" {
		functions = slices.Concat(functions, others)
	}
	failed := 0
	for i := range functions {
		f := &functions[i]
		if len(only) > 0 && !slices.Contains(only, f.Name) {
			continue
		}
		var args [][2]float64
		for k := range kinds {
			args = kinds[k].draw(args, f, o.n, rand.New(rand.NewPCG(o.seed, uint64(i*len(kinds)+k))))
		}
		want, err := results(o.python, f, args)
		if err != nil {
			return err
		}
		if out != nil {
			for i, a := range args {
				fmt.Fprintf(out, "%s %016x %016x %016x\n", f.Name, math.Float64bits(a[0]), math.Float64bits(a[1]), want[i])
			}
			continue
		}
		var got []uint64
		if o.adder != "" {
			if got, err = results(o.adder, f, args); err != nil {
				return err
			}
		}
		if !compare(o, f, args, want, got) {
			failed++
		}
	}
	if failed > 0 {
		return fmt.Errorf("%d functions have too many results that differ", failed)
	}
	return nil
}

// kind is a way to draw an argument; low and high are the function's common range.
type kind struct {
	name  string
	draw1 func(r *rand.Rand, low, high float64) float64
}

func between(r *rand.Rand, low, high float64) float64 { return low + (high-low)*r.Float64() }

func sign(r *rand.Rand) float64 { return float64(1 - 2*r.IntN(2)) }

var kinds = [...]kind{
	{"common", between},
	{"decimal", func(r *rand.Rand, low, high float64) float64 { return math.Round(between(r, low, high)*1000) / 1000 }},
	{"unit", func(r *rand.Rand, low, high float64) float64 { return r.Float64() }},
	{"ten", func(r *rand.Rand, low, high float64) float64 { return between(r, -10, 10) }},
	{"wide", func(r *rand.Rand, low, high float64) float64 { return between(r, -1100, 1100) }},
	{"exponent", func(r *rand.Rand, low, high float64) float64 {
		return sign(r) * math.Ldexp(1+r.Float64(), r.IntN(50)-40)
	}},
	{"large", func(r *rand.Rand, low, high float64) float64 { return sign(r) * math.Ldexp(1+r.Float64(), r.IntN(50)) }},
	{"bits", func(r *rand.Rand, low, high float64) float64 { return math.Float64frombits(r.Uint64()) }},
}

func (k *kind) draw(args [][2]float64, f *libm.Function, n int, r *rand.Rand) [][2]float64 {
	for range n {
		args = append(args, [2]float64{k.draw1(r, f.Low, f.High), k.draw1(r, f.Low2, f.High2)})
	}
	return args
}

func results(python string, f *libm.Function, args [][2]float64) ([]uint64, error) {
	in := make([]byte, 0, len(args)*16)
	for _, a := range args {
		in = binary.LittleEndian.AppendUint64(in, math.Float64bits(a[0]))
		in = binary.LittleEndian.AppendUint64(in, math.Float64bits(a[1]))
	}
	arity := "1"
	if isTwo(f) {
		arity = "2"
	}
	cmd := exec.Command(python, "-c", driver, expression(f), arity)
	cmd.Stdin = bytes.NewReader(in)
	cmd.Stderr = os.Stderr
	text, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	out := make([]uint64, len(args))
	for i := range out {
		out[i] = binary.LittleEndian.Uint64(text[i*8:])
	}
	return out, nil
}

// difference is how many units the result at i is off.
func difference(f *libm.Function, a [2]float64, want uint64, got []uint64, i int) (g float64, d uint64) {
	w := math.Float64frombits(want)
	if got == nil {
		g = f.Call(a[0], a[1])
		if w != w && g-g != 0 {
			// An error is raised for an infinity or for a NaN.
			return g, 0
		}
		return g, libm.Distance(g, w)
	}
	g = math.Float64frombits(got[i])
	if w != w && want != got[i] {
		return g, math.MaxUint64 // another error
	}
	return g, libm.Distance(g, w)
}

func compare(o *options, f *libm.Function, args [][2]float64, want, got []uint64) bool {
	largest := uint64(0)
	equal, least, leastKind := 0, o.n+1, ""
	for k := range kinds {
		same, shown := 0, 0
		most := uint64(0)
		for i := k * o.n; i < (k+1)*o.n; i++ {
			a := args[i]
			g, d := difference(f, a, want[i], got, i)
			if d == 0 {
				same++
				continue
			}
			if o.verbose && (shown < 3 || d > most && d > 1) {
				shown++
				fmt.Printf("  %s(%x, %x) = %x, want %x\n", f.Name, a[0], a[1], g, math.Float64frombits(want[i]))
			}
			most = max(most, d)
		}
		if o.verbose {
			fmt.Printf("  %-10s %8.3f%% %d\n", kinds[k].name, 100*float64(same)/float64(o.n), most)
		}
		equal += same
		largest = max(largest, most)
		if same < least {
			least, leastKind = same, kinds[k].name
		}
	}
	all, lowest := 100*float64(equal)/float64(len(args)), 100*float64(least)/float64(o.n)
	fmt.Printf("%-10s %10d %8.3f%% %8.3f%% %-8s %11d\n", f.Name, len(args), all, lowest, leastKind, largest)
	return all >= o.least && largest <= 1
}
