package programs

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

func TestRecordSurvives(t *testing.T) {
	texts := []string{"", "\n", "a", "a\n", "\n\n", "-- stdout --\n", "a\n\nb", "x\n-- other --\n"}
	for _, out := range texts {
		for _, err := range texts {
			want := Result{3, out, err}
			got, problem := Parse(want.Format())
			if problem != nil || got != want {
				t.Errorf("%#v came back as %#v (%v)", want, got, problem)
			}
		}
	}
	for _, bad := range []string{"", "exit x\n-- stdout --\n-- stderr --\n", "exit 0\n-- stdout --\n"} {
		if _, err := Parse(bad); err == nil {
			t.Errorf("%q was accepted", bad)
		}
	}
}

func TestDirectivesAndRun(t *testing.T) {
	dir := t.TempDir()
	text := "#: flags -c\n#: args a b\n#: env X=1\n#: stdin one\n#: stdin two\nprint()\n#: args late\n"
	if err := os.WriteFile(filepath.Join(dir, "p.py"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	list, err := Load(dir)
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	p := list[0]
	if p.Name != "p" || !slices.Equal(p.Args, []string{"a", "b"}) || p.Stdin != "one\ntwo\n" {
		t.Errorf("%+v", p)
	}
	// The shell stands in for an interpreter: its -c takes the next flag as the program.
	p.Flags = []string{"-c", `read l; echo "$l $X $1 $PYTHONHASHSEED" "$PWD/x"; echo e >&2; exit 7`}
	got, err := p.Run("/bin/sh", nil, 10*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	if want := (Result{7, "one 1 a 0 x\n", "e\n"}); got != want {
		t.Errorf("got %#v, want %#v", got, want)
	}
	p.Flags = []string{"-c", "sleep 20"}
	if _, err := p.Run("/bin/sh", nil, 50*time.Millisecond); err == nil {
		t.Error("a program that hangs was not ended")
	}
}

func TestDifference(t *testing.T) {
	a := Result{0, "1\n2\n", ""}
	if d := Difference(a, a); d != "" {
		t.Error(d)
	}
	want := "exit code 1, want 0\nstdout differs from line 2:\n  - 2\n  - \n  + 3\n  + \n"
	if d := Difference(Result{1, "1\n3\n", ""}, a); d != want {
		t.Errorf("%q, want %q", d, want)
	}
}

func TestFailuresNeedReasons(t *testing.T) {
	file := filepath.Join(t.TempDir(), "list")
	for text, ok := range map[string]bool{"# c\n\na because\n": true, "a\n": false, "a x\na y\n": false} {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := Failures(file); (err == nil) != ok {
			t.Errorf("%q: %v", text, err)
		}
	}
}
