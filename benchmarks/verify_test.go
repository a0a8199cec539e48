package benchmarks

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// record renews testdata/results.txt from the CPython of this machine.
var record = flag.Bool("record", false, "record the programs' results anew")

const (
	resultsFile = "testdata/results.txt"
	tinyScale   = "0.02" // of the recorded results: a hundredth of a second a program
)

// verified runs all programs at the tiny scale and returns what testdata/verify.py prints.
func verified(t *testing.T, command ...string) string {
	t.Helper()
	args := append(slices.Clone(command[1:]), "testdata/verify.py", tinyScale, "programs")
	cmd := exec.Command(command[0], append(args, Programs()...)...)
	cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1", "PYTHONHOME=", "PYTHONPATH=")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Errorf("%v: %v\n%s", command, err, stderr.String())
	}
	return string(out)
}

// compare reports the programs whose lines differ from the record.
func compare(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		switch {
		case i >= len(g):
			t.Errorf("nothing, want %q", w[i])
		case i >= len(w):
			t.Errorf("%q, want nothing", g[i])
		case g[i] != w[i]:
			t.Errorf("%q, want %q", g[i], w[i])
		}
	}
}

// Every program is listed once with its recorded result, which its own check accepts and whose alteration it refuses.
func TestResultsAreRecorded(t *testing.T) {
	if *record {
		for _, p := range Find("") {
			if p.Label == labelCPython {
				if err := os.WriteFile(resultsFile, []byte(verified(t, p.Command...)), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	text, err := os.ReadFile(resultsFile)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(text)) {
		words := strings.Fields(line)
		if len(words) != 5 || words[3] != "accepted" || words[4] != "refuses" {
			t.Errorf("%q: a program's check has to take the right result and refuse a wrong one", line)
		}
		names = append(names, words[0])
	}
	if !slices.Equal(names, Programs()) {
		t.Errorf("recorded are %q, the programs are %q", names, Programs())
	}
}

// Adder in every mode of its JIT, CPython and PyPy give the recorded results.
func TestProgramsGiveTheRecordedResults(t *testing.T) {
	want, err := os.ReadFile(resultsFile)
	if err != nil {
		t.Fatal(err)
	}
	adder := os.Getenv("ADDER")
	if adder == "" {
		adder = filepath.Join(t.TempDir(), "adder")
		build := exec.Command("go", "build", "-tags", "stdlibzip", "-o", adder, "../cmd/adder")
		build.Stderr = os.Stderr
		if err := build.Run(); err != nil {
			t.Fatal(err)
		}
	}
	for _, mode := range []string{"off", "on", "eager"} {
		t.Run("adder-"+mode, func(t *testing.T) { compare(t, verified(t, adder, "-X", "jit="+mode), string(want)) })
	}
	for _, p := range Find("") {
		t.Run(p.Label, func(t *testing.T) { compare(t, verified(t, p.Command...), string(want)) })
	}
}
