package benchmarks

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Plan is what a run is to do.
type Plan struct {
	Pythons    []Python
	Programs   []string
	Rounds     int
	Iterations int           // of the warm process
	Scale      float64       // of the programs' sizes
	Limit      time.Duration // of one process
	Progress   func(done, total int, what string)
}

// Sample is what one Python did with one program in one round. Times are in seconds, memory in bytes.
type Sample struct {
	Round  int       `json:"round"`
	Cold   float64   `json:"cold"`  // the whole process with one iteration, seen from outside
	First  float64   `json:"first"` // the first iteration of the warm process
	Warm   float64   `json:"warm"`  // median of the second half of the warm process's iterations
	Times  []float64 `json:"times"` // all iterations of the warm process
	Memory int64     `json:"memory"`
}

// Series is all that one Python did with one program. Error is set, and nothing is compared, where a process failed.
type Series struct {
	Program string   `json:"program"`
	Python  string   `json:"python"`
	Samples []Sample `json:"samples"`
	Error   string   `json:"error,omitempty"`
}

// Result is a whole run.
type Result struct {
	Date       string   `json:"date"`
	System     string   `json:"system"`
	Processors int      `json:"processors"`
	Rounds     int      `json:"rounds"`
	Iterations int      `json:"iterations"`
	Scale      float64  `json:"scale"`
	Pythons    []Python `json:"pythons"`
	Programs   []string `json:"programs"`
	Series     []Series `json:"series"`
}

// Run carries out a plan. It fails only where nothing can run at all; a program that fails on a Python is in the result.
func Run(ctx context.Context, plan Plan) (*Result, error) {
	dir, err := os.MkdirTemp("", "benchmarks")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if err := unpack(dir); err != nil {
		return nil, err
	}
	r := &Result{
		Date: time.Now().UTC().Format(time.RFC3339), System: runtime.GOOS + "/" + runtime.GOARCH, Processors: runtime.NumCPU(),
		Rounds: plan.Rounds, Iterations: plan.Iterations, Scale: plan.Scale, Pythons: plan.Pythons, Programs: plan.Programs,
	}
	for _, program := range plan.Programs {
		for _, python := range plan.Pythons {
			r.Series = append(r.Series, Series{Program: program, Python: python.Label})
		}
	}
	done, total := 0, plan.Rounds*len(r.Series)
	for round := range plan.Rounds {
		for i, program := range plan.Programs {
			for turn := range plan.Pythons {
				at := (turn + round + i) % len(plan.Pythons)
				python := plan.Pythons[at]
				series := &r.Series[i*len(plan.Pythons)+at]
				if plan.Progress != nil {
					plan.Progress(done, total, fmt.Sprintf("round %d/%d  %s  %s", round+1, plan.Rounds, program, python.Label))
				}
				done++
				if series.Error != "" {
					continue
				}
				sample, err := measure(ctx, plan, dir, program, python)
				if ctx.Err() != nil {
					return nil, ctx.Err()
				}
				if err != nil {
					series.Error = err.Error()
					continue
				}
				sample.Round = round
				series.Samples = append(series.Samples, sample)
			}
		}
	}
	if plan.Progress != nil {
		plan.Progress(done, total, "done")
	}
	return r, nil
}

// measure makes the two processes of a round.
func measure(ctx context.Context, plan Plan, dir, program string, python Python) (Sample, error) {
	cold, err := process(ctx, plan, dir, program, python, 1)
	if err != nil {
		return Sample{}, err
	}
	warm, err := process(ctx, plan, dir, program, python, plan.Iterations)
	if err != nil {
		return Sample{}, err
	}
	return Sample{
		Cold: cold.whole, First: warm.times[0], Warm: median(warm.times[len(warm.times)/2:]), Times: warm.times,
		Memory: max(cold.memory, warm.memory),
	}, nil
}

// outcome is what one process did.
type outcome struct {
	whole  float64
	times  []float64
	memory int64
}

func process(ctx context.Context, plan Plan, dir, program string, python Python, iterations int) (outcome, error) {
	var o outcome
	limited, cancel := context.WithTimeout(ctx, plan.Limit)
	defer cancel()
	args := append(slices.Clone(python.Command[1:]), filepath.Join(dir, program+".py"),
		"--iterations", strconv.Itoa(iterations), "--scale", strconv.FormatFloat(plan.Scale, 'g', -1, 64))
	cmd := exec.CommandContext(limited, python.Command[0], args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PYTHONHASHSEED=0", "PYTHONPATH=", "PYTHONSTARTUP=")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	start := time.Now()
	err := cmd.Run()
	o.whole = time.Since(start).Seconds()
	if limited.Err() != nil && ctx.Err() == nil {
		return o, fmt.Errorf("still running after %v", plan.Limit)
	}
	if err != nil {
		last := strings.TrimSpace(stderr.String())
		if i := strings.LastIndexByte(last, '\n'); i >= 0 {
			last = last[i+1:]
		}
		return o, fmt.Errorf("%w: %s", err, last)
	}
	for line := range bytes.Lines(stdout.Bytes()) {
		var record struct {
			Seconds *float64 `json:"seconds"`
			Peak    int64    `json:"peak_bytes"`
		}
		if err := json.Unmarshal(line, &record); err != nil {
			return o, fmt.Errorf("unexpected output %q", line)
		}
		if record.Seconds != nil {
			o.times = append(o.times, *record.Seconds)
		}
		o.memory = max(o.memory, record.Peak)
	}
	if len(o.times) != iterations {
		return o, fmt.Errorf("%d iterations reported, want %d", len(o.times), iterations)
	}
	if o.memory == 0 {
		// The kernel's figure for a child starts from that of its parent at the time of the fork, so it is only used where
		// the program cannot tell its own.
		o.memory = peakOf(cmd.ProcessState)
	}
	return o, nil
}
