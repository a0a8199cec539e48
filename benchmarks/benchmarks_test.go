package benchmarks

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// fake writes a Python that answers like one: it is a shell script, so that the runner is tested without any Python.
func fake(t *testing.T, name, body string) Python {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+body), 0o755); err != nil {
		t.Fatal(err)
	}
	return Python{Label: name, Command: []string{path}, Version: name + " 1.0 <&>"}
}

// answering prints the iterations asked for (the fourth word of the runner's command), each of the same time.
func answering(seconds string) string {
	return `n=$3; i=0; while [ $i -lt $n ]; do echo "{\"iteration\": $i, \"seconds\": ` + seconds + `}"; i=$((i+1)); done; echo '{"peak_bytes": 5000000}'`
}

func TestRunAndReport(t *testing.T) {
	plan := Plan{
		Pythons: []Python{fake(t, "slow", answering("0.4")), fake(t, "fast", answering("0.1")),
			fake(t, "broken", `echo "Traceback" >&2; echo "ValueError: no" >&2; exit 1`)},
		Programs: []string{"calls", "sorting"}, Rounds: 3, Iterations: 4, Scale: 0.5, Limit: time.Minute,
	}
	calls := 0
	plan.Progress = func(done, total int, what string) { calls++ }
	r, err := Run(context.Background(), plan)
	if err != nil {
		t.Fatal(err)
	}
	if want := 3*2*3 + 1; calls != want {
		t.Errorf("%d reports of progress, want %d", calls, want)
	}
	ratios := r.Compare("slow")
	if len(ratios) != 3 {
		t.Fatalf("%d ratios, want two programs and a mean: %+v", len(ratios), ratios)
	}
	mean := ratios[2]
	if mean.Program != "" || mean.Programs != 2 || math.Abs(mean.Warm.Median-4) > 1e-9 || mean.Memory.Median != 1 {
		t.Errorf("mean %+v", mean)
	}
	var table, chart, data bytes.Buffer
	if err := errors.Join(r.WriteTable(&table, "slow"), r.WriteChart(&chart, "slow"), r.WriteJSON(&data, "slow")); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"GEOMETRIC MEAN of 2", "4.00x", "5 MB", "calls on broken: exit status 1: ValueError: no"} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, table.String())
		}
	}
	for d := xml.NewDecoder(&chart); ; {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal("the chart is no XML: ", err)
		}
	}
	var read struct {
		Baseline string
		Series   []Series
		Ratios   []Ratio
	}
	if err := json.Unmarshal(data.Bytes(), &read); err != nil || read.Baseline != "slow" || len(read.Series) != 6 || len(read.Series[0].Samples) != 3 {
		t.Errorf("JSON: %v %+v", err, read)
	}
	if !r.Failed() {
		t.Error("the broken Python was not noticed")
	}
}

func TestWrongOutputIsAnError(t *testing.T) {
	plan := Plan{Programs: []string{"calls"}, Rounds: 1, Iterations: 2, Scale: 1, Limit: 300 * time.Millisecond}
	for name, body := range map[string]string{"prose": "echo hello", "silent": "true", "hangs": "exec sleep 20"} {
		plan.Pythons = []Python{fake(t, name, body)}
		r, err := Run(context.Background(), plan)
		if err != nil {
			t.Fatal(err)
		}
		if !r.Failed() {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestStatistics(t *testing.T) {
	if m := median([]float64{3, 1, 2}); m != 2 {
		t.Error(m)
	}
	if m := median([]float64{4, 1, 2, 3}); m != 2.5 {
		t.Error(m)
	}
	if g := geometricMean([]float64{1, 4, 16}); math.Abs(g-4) > 1e-12 {
		t.Error(g)
	}
	if s := spread([]float64{2, 9, 4}); s != (Spread{4, 2, 9}) {
		t.Error(s)
	}
	for _, ends := range [][2]float64{{1, 1}, {0.3, 7}, {1, 60}, {0.9, 1.1}, {0.01, 800}, {1, 5}} {
		marks := axis(ends[0], ends[1])
		if len(marks) < 2 || len(marks) > 16 || marks[0] > ends[0] || marks[len(marks)-1] < ends[1] {
			t.Errorf("axis of %v: %v", ends, marks)
		}
	}
}

func TestChoose(t *testing.T) {
	a, b := Python{Label: "a"}, Python{Label: "b"}
	if got, err := choose([]Python{a, b}, []string{"b"}); err != nil || len(got) != 1 || got[0].Label != "b" {
		t.Error(got, err)
	}
	for _, bad := range []struct {
		all    []Python
		labels []string
	}{{nil, nil}, {[]Python{a, a}, nil}, {[]Python{a}, []string{"z"}}} {
		if _, err := choose(bad.all, bad.labels); err == nil {
			t.Errorf("%+v was accepted", bad)
		}
	}
	for _, bad := range []string{"", "=x", "x=", "x=/no/such/file"} {
		if _, err := parsePython(bad); err == nil {
			t.Errorf("%q was accepted", bad)
		}
	}
}

func TestProgramsHaveDescriptions(t *testing.T) {
	names := Programs()
	if len(names) < 34 {
		t.Fatalf("%d programs", len(names))
	}
	for _, name := range names {
		if text, err := Describe(name); err != nil || !strings.Contains(text, ": ") {
			t.Errorf("%s: %q %v", name, text, err)
		}
	}
	if _, err := Describe("no_such"); err == nil {
		t.Error("described a program that is not there")
	}
}

// Every program accepts its own result at several sizes, on a CPython or PyPy of this machine.
func TestProgramsCheckThemselves(t *testing.T) {
	found := Find("")
	if len(found) == 0 {
		t.Skip("there is no Python")
	}
	plan := Plan{Pythons: found[:1], Programs: Programs(), Rounds: 1, Iterations: 2, Limit: time.Minute}
	for _, plan.Scale = range []float64{1e-9, 0.001, 0.02} {
		r, err := Run(context.Background(), plan)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range r.Series {
			if s.Error != "" {
				t.Errorf("%s at scale %g: %s", s.Program, plan.Scale, s.Error)
			}
		}
	}
}

func TestCommand(t *testing.T) {
	c := Command()
	var out bytes.Buffer
	c.SetOut(&out)
	c.SetArgs([]string{"--list"})
	if err := c.Execute(); err != nil || strings.Count(out.String(), "\n") != len(Programs()) {
		t.Errorf("%v\n%s", err, out.String())
	}
	for _, bad := range [][]string{{"--only", "nothing"}, {"--rounds", "0"}, {"--scale", "-1"}, {"--adder=", "--with", "zzz"}} {
		c := Command()
		c.SetOut(io.Discard)
		c.SetErr(io.Discard)
		c.SetArgs(bad)
		if err := c.Execute(); err == nil {
			t.Errorf("%v was accepted", bad)
		}
	}
}
