package benchmarks

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// WriteTable prints the run for people: the times and the peak of memory of every program, then the ratios.
func (r *Result) WriteTable(w io.Writer, baseline string) error {
	fmt.Fprintf(w, "%s, %d processors, %d rounds of %d iterations, scale %g\n", r.System, r.Processors, r.Rounds, r.Iterations, r.Scale)
	for _, p := range r.Pythons {
		fmt.Fprintf(w, "  %-10s %s (%s)\n", p.Label, p.Version, strings.Join(p.Command, " "))
	}
	fmt.Fprintln(w)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	head := []string{"median of rounds"}
	for _, p := range r.Pythons {
		head = append(head, p.Label+" warm", "cold", "peak")
	}
	fmt.Fprintln(t, strings.Join(head, "\t")+"\t")
	var failures []string
	for _, program := range r.Programs {
		row := []string{program}
		for _, p := range r.Pythons {
			s := r.find(program, p.Label)
			if s.Error != "" {
				row = append(row, "failed", "", "")
				failures = append(failures, fmt.Sprintf("%s on %s: %s", program, p.Label, s.Error))
				continue
			}
			row = append(row, seconds(middle(s, func(x Sample) float64 { return x.Warm })),
				seconds(middle(s, func(x Sample) float64 { return x.Cold })),
				megabytes(middle(s, func(x Sample) float64 { return float64(x.Memory) })))
		}
		fmt.Fprintln(t, strings.Join(row, "\t")+"\t")
	}
	if err := t.Flush(); err != nil {
		return err
	}
	ratios := r.Compare(baseline)
	if len(ratios) > 0 {
		fmt.Fprintf(w, "\nAgainst %s (speed: above 1 is faster; memory: below 1 is smaller; median, and least to greatest of the rounds)\n\n", baseline)
		t = tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
		fmt.Fprintln(t, "python\tprogram\twarm speed\t\tcold speed\t\tmemory\t")
		for _, x := range ratios {
			name := x.Program
			if name == "" {
				name = fmt.Sprintf("GEOMETRIC MEAN of %d", x.Programs)
			}
			fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\t%.2f\t\n", x.Python, name, times(x.Warm.Median), between(x.Warm), times(x.Cold.Median), between(x.Cold), x.Memory.Median)
		}
		if err := t.Flush(); err != nil {
			return err
		}
	}
	for _, f := range failures {
		fmt.Fprintln(w, "failed:", f)
	}
	return nil
}

// Failed tells whether any process failed.
func (r *Result) Failed() bool {
	for _, s := range r.Series {
		if s.Error != "" {
			return true
		}
	}
	return false
}

func middle(s *Series, of func(Sample) float64) float64 {
	var values []float64
	for _, sample := range s.Samples {
		values = append(values, of(sample))
	}
	return median(values)
}

func seconds(s float64) string {
	switch {
	case s >= 1:
		return fmt.Sprintf("%.2f s", s)
	case s >= 0.01:
		return fmt.Sprintf("%.0f ms", s*1e3)
	case s >= 0.001:
		return fmt.Sprintf("%.1f ms", s*1e3)
	}
	return fmt.Sprintf("%.0f µs", s*1e6)
}

func megabytes(b float64) string { return fmt.Sprintf("%.0f MB", b/1e6) }

func times(x float64) string {
	if x >= 10 {
		return fmt.Sprintf("%.1fx", x)
	}
	return fmt.Sprintf("%.2fx", x)
}

func between(s Spread) string { return times(s.Min) + " - " + times(s.Max) }

// WriteJSON writes everything that was measured, and the ratios.
func (r *Result) WriteJSON(w io.Writer, baseline string) error {
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	return e.Encode(struct {
		*Result
		Baseline string  `json:"baseline"`
		Ratios   []Ratio `json:"ratios"`
	}{r, baseline, r.Compare(baseline)})
}
