package benchmarks

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// Command returns the command "bench", which compares Pythons on the embedded programs. It takes the running executable
// for Adder unless the flag --adder names another; an empty --adder leaves Adder out.
func Command() *cobra.Command {
	var (
		adder, baseline, jsonFile, svgFile string
		with, only, extra                  []string
		rounds, iterations                 int
		scale                              float64
		limit                              time.Duration
		list, quiet                        bool
	)
	c := &cobra.Command{
		Use:   "bench",
		Short: "Compare Adder with and without its JIT, CPython and PyPy on the benchmark programs",
		Long: `Runs every program on every Python in turn, round by round, and prints the times, the peak of memory and the
ratios to a baseline. CPython and PyPy are taken from PATH if they are there.`,
		Args:         cobra.NoArgs,
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			out := cmd.OutOrStdout()
			programs, err := selectPrograms(only)
			if err != nil {
				return err
			}
			if list {
				for _, name := range programs {
					text, err := Describe(name)
					if err != nil {
						return err
					}
					fmt.Fprintf(out, "%-16s %s\n", name, text)
				}
				return nil
			}
			if rounds < 1 || iterations < 1 || !(scale > 0) {
				return errors.New("--rounds, --iterations and --scale must be positive")
			}
			if !cmd.Flags().Changed("adder") {
				if adder, err = os.Executable(); err != nil {
					return err
				}
			} else if adder != "" {
				if adder, err = filepath.Abs(adder); err != nil {
					return err
				}
			}
			all := Find(adder)
			for _, text := range extra {
				python, err := parsePython(text)
				if err != nil {
					return err
				}
				all = append(all, python)
			}
			pythons, err := choose(all, with)
			if err != nil {
				return err
			}
			plan := Plan{Pythons: pythons, Programs: programs, Rounds: rounds, Iterations: iterations, Scale: scale, Limit: limit}
			if !quiet {
				plan.Progress = progress(cmd.ErrOrStderr())
			}
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
			defer stop()
			result, err := Run(ctx, plan)
			if errors.Is(err, context.Canceled) {
				return errors.New("interrupted")
			}
			if err != nil {
				return err
			}
			if baseline == "" {
				baseline = result.Baseline()
			} else if _, err := choose(pythons, []string{baseline}); err != nil {
				return err
			}
			if err := result.WriteTable(out, baseline); err != nil {
				return err
			}
			if err := writeFile(jsonFile, baseline, result.WriteJSON); err != nil {
				return err
			}
			if err := writeFile(svgFile, baseline, result.WriteChart); err != nil {
				return err
			}
			if result.Failed() {
				return errors.New("some programs failed")
			}
			return nil
		},
	}
	f := c.Flags()
	f.StringVar(&adder, "adder", "", "Adder's executable (default: this one; empty: none)")
	f.StringSliceVar(&with, "with", nil, "labels of the Pythons to run, of jit, nojit, cpython, pypy and those of --python (default: all that are found)")
	f.StringArrayVar(&extra, "python", nil, "one more Python, as LABEL=COMMAND; may be repeated")
	f.StringSliceVar(&only, "only", nil, "names of the programs to run (default: all)")
	f.StringVar(&baseline, "baseline", "", "label of the Python that ratios refer to (default: cpython, or else the first)")
	f.IntVar(&rounds, "rounds", 3, "rounds")
	f.IntVar(&iterations, "iterations", 5, "iterations of each warm process")
	f.Float64Var(&scale, "scale", 1, "factor on the sizes of the programs")
	f.DurationVar(&limit, "limit", 2*time.Minute, "longest time of one process")
	f.StringVar(&jsonFile, "json", "", "file for everything measured, as JSON")
	f.StringVar(&svgFile, "svg", "", "file for the chart")
	f.BoolVar(&list, "list", false, "list the programs and stop")
	f.BoolVar(&quiet, "quiet", false, "show no progress")
	return c
}

func selectPrograms(only []string) ([]string, error) {
	if len(only) == 0 {
		return Programs(), nil
	}
	for _, name := range only {
		if _, err := Describe(name); err != nil {
			return nil, err
		}
	}
	return only, nil
}

func writeFile(name, baseline string, write func(io.Writer, string) error) error {
	if name == "" {
		return nil
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(write(f, baseline), f.Close())
}

// progress shows what is running: on a terminal as one line that renews itself, elsewhere as a line a program.
func progress(w io.Writer) func(done, total int, what string) {
	terminal := false
	if f, ok := w.(*os.File); ok {
		if info, err := f.Stat(); err == nil {
			terminal = info.Mode()&os.ModeCharDevice != 0
		}
	}
	const width = 24 // of the bar, in characters
	return func(done, total int, what string) {
		if !terminal {
			fmt.Fprintf(w, "[%d/%d] %s\n", done, total, what)
			return
		}
		full := width * done / max(total, 1)
		fmt.Fprintf(w, "\r\x1b[K[%s%s] %d/%d  %s", strings.Repeat("#", full), strings.Repeat(".", width-full), done, total, what)
		if done == total {
			fmt.Fprint(w, "\r\x1b[K")
		}
	}
}
