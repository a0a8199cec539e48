package fuzzprog

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/adder-lang/adder/syntax"
)

// A seed always gives the same program, which parses, and different seeds give different ones.
func TestGenerateIsRepeatableAndParses(t *testing.T) {
	seen := map[string]bool{}
	for seed := range uint64(300) {
		text := Generate(seed).String()
		if text != Generate(seed).String() {
			t.Fatalf("seed %d gives two programs", seed)
		}
		if _, err := syntax.Parse([]byte(text), syntax.Options{}); err != nil {
			t.Errorf("seed %d: %v", seed, err)
		}
		seen[text] = true
	}
	if len(seen) != 300 {
		t.Errorf("300 seeds give %d programs", len(seen))
	}
}

// Every template of the lists is used by some seed: what each holds between its verbs appears.
func TestTemplatesAreUsed(t *testing.T) {
	var all strings.Builder
	for seed := range uint64(1500) {
		all.WriteString(Generate(seed).String())
	}
	text := all.String()
	for k, list := range forms {
		for _, form := range slices.Concat(list, risky[k]) {
			for _, part := range strings.FieldsFunc(strings.ReplaceAll(form, "%%", "%"), func(r rune) bool { return r == '%' }) {
				if len(part) > 1 && !strings.Contains(text, part[1:]) {
					t.Errorf("kind %d: no program holds %q of %q", k, part[1:], form)
				}
			}
		}
	}
}

// The shrinker finds the one statement, deep inside, that matters, and shortens it.
func TestShrink(t *testing.T) {
	p := &Program{Body: Block{line("a = 1"), compound(clause("for i in x:", line("b = 2"),
		compound(clause("if a:", line("c = 3"), line("boom(f(1), (g + (h * 2)))"), line("d = 4")), clause("else:", line("e = 5"))))), line("f = 6")}}
	s := Shrinker{Holds: func(q *Program) bool { return strings.Contains(q.String(), "boom(") }, Until: time.Now().Add(time.Minute)}
	got := s.Shrink(p)
	if got.Statements() != 1 || len(got.String()) > len("boom(0)\n") {
		t.Errorf("got %q", got.String())
	}
	if !strings.Contains(p.String(), "e = 5") {
		t.Error("the original was changed")
	}
}

// The shell stands in for the interpreters.
func TestComparison(t *testing.T) {
	dir := t.TempDir()
	shell := func(name, body string) Interpreter {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("#!/bin/sh\n"+body), 0o755); err != nil {
			t.Fatal(err)
		}
		return Interpreter{Label: name, Command: path}
	}
	reference := shell("reference", "echo 1 at 0x7f10; echo first >&2; echo last >&2; exit 3")
	for _, test := range []struct{ name, body, what string }{
		{"same", "echo 1 at 0xc0ff; echo other >&2; echo last >&2; exit 3", ""},
		{"out", "echo 2 at 0xc0ff; echo last >&2; exit 3", "stdout"},
		{"err", "echo 1 at 0x7f10; echo no >&2; exit 3", "stderr"},
		{"code", "echo 1 at 0x7f10; echo last >&2; exit 4", "exit"},
		{"crash", "echo panic >&2; exit 2", "exit"},
		{"hangs", "exec sleep 30", "time"},
	} {
		c := Comparison{Reference: reference, Others: []Interpreter{shell(test.name, test.body)}, Dir: dir, Limit: 200 * time.Millisecond}
		d, ok := c.Run(&Program{})
		if !ok {
			t.Fatalf("%s: the reference did not end", test.name)
		}
		if what := ""; d != nil && d.What != test.what || d == nil && what != test.what {
			t.Errorf("%s: %v, want %q", test.name, d, test.what)
		}
	}
}
