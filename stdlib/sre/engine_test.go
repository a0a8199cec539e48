package sre

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"
)

// testCase is one of cases.json, which testdata/record.py writes: what CPython's re gives for the same code. A match is its
// spans, the whole first, and lastindex twice.
type testCase struct {
	Pattern string
	Groups  int
	Code    []uint32
	Bytes   bool
	Subject []uint32
	Match   [][]int
	Full    [][]int
	Search  [][]int
	At      [][]int
	Iter    [][][]int
}

// spansOf describes a match as the cases do.
func spansOf(m *machine, start, end int, ok bool) [][]int {
	if !ok {
		return nil
	}
	out := [][]int{{start, end}}
	for i := 0; i < len(m.marks); i += 2 {
		out = append(out, []int{m.marks[i], m.marks[i+1]})
	}
	return append(out, []int{m.lastIndex, m.lastIndex})
}

func check[T unit](t *testing.T, c *testCase, prog *program) {
	text := make([]T, len(c.Subject))
	for i, r := range c.Subject {
		if text[i] = T(r); uint32(text[i]) != r {
			return // the subject has wider characters
		}
	}
	fresh := func() *machine { return &machine{program: prog, marks: make([]int, prog.marks)} }
	equal := func(what string, got, want any) {
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s, %s, %T: got %v, want %v (subject %v)", c.Pattern, what, text, got, want, c.Subject)
		}
	}
	m := fresh()
	end, ok := match(m, text, 0)
	equal("match", spansOf(m, 0, end, ok), c.Match)
	m = fresh()
	m.all = true
	end, ok = match(m, text, 0)
	equal("fullmatch", spansOf(m, 0, end, ok), c.Full)
	m = fresh()
	start, end, ok := search(m, text, 0)
	equal("search", spansOf(m, start, end, ok), c.Search)
	m = fresh()
	last := max(len(text)-1, 0)
	if start, ok = 0, min(1, len(text)) <= last; ok {
		start, end, ok = search(m, text[:last], min(1, len(text)))
	}
	equal("search in a part", spansOf(m, start, end, ok), c.At)
	m = fresh()
	iter := [][][]int{}
	for pos := 0; ; {
		m.origin = pos
		start, end, ok := search(m, text, pos)
		if !ok {
			break
		}
		iter = append(iter, spansOf(m, start, end, true))
		pos, m.advance = end, start == end
	}
	equal("finditer", iter, c.Iter)
}

func readCases(t testing.TB) []testCase {
	data, err := os.ReadFile("testdata/cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []testCase
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

// TestCases compares the engine with CPython's, for every width of characters that holds the subject.
func TestCases(t *testing.T) {
	cases := readCases(t)
	if len(cases) < 180 {
		t.Fatalf("%d cases", len(cases))
	}
	for i := range cases {
		c := &cases[i]
		prog, ok := newProgram(c.Code, c.Groups)
		if !ok {
			t.Errorf("%s: the code is refused: %v", c.Pattern, c.Code)
			continue
		}
		check[uint8](t, c, prog)
		check[uint16](t, c, prog)
		check[uint32](t, c, prog)
	}
}

// TestInvalidCode damages every word of the codes: the result is refused or runs without a panic.
func TestInvalidCode(t *testing.T) {
	cases := readCases(t)
	refused := 0
	for i := range cases {
		c := &cases[i]
		for at := range c.Code {
			for _, w := range []uint32{0, 1, c.Code[at] + 1, c.Code[at] - 1, 1 << 31} {
				code := append([]uint32(nil), c.Code...)
				code[at] = w
				prog, ok := newProgram(code, c.Groups)
				if !ok {
					refused++
					continue
				}
				m := &machine{program: prog, marks: make([]int, prog.marks)}
				budget := 3
				m.poll = func() error {
					if budget--; budget <= 0 {
						return os.ErrDeadlineExceeded
					}
					return nil
				}
				if prog.min < 1000 {
					match(m, c.Subject, 0)
				}
			}
		}
	}
	if refused == 0 {
		t.Error("no code was refused")
	}
}

// TestLongSubject matches a repeat of a million turns, which must not need a deep stack.
func TestLongSubject(t *testing.T) {
	for i, c := range readCases(t) {
		if c.Pattern != "'(?:(a)|b)*'" {
			continue
		}
		prog, _ := newProgram(c.Code, c.Groups)
		m := &machine{program: prog, marks: make([]int, prog.marks)}
		n := 1_000_000
		if end, ok := match(m, []byte(strings.Repeat("ab", n/2)), 0); !ok || end != n {
			t.Errorf("case %d: %d, %v", i, end, ok)
		}
		return
	}
	t.Error("the case is missing")
}
