package syntax

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

// recorded is a program with what CPython 3.13.0 says of it. testdata/errors.jsonl has one a line.
type recorded struct {
	Src      *string `json:"src"`
	Bytes    string  `json:"bytes"` // base64
	Mode     string  `json:"mode"`
	Flags    int     `json:"flags"`
	Error    []any   `json:"error"`    // type, msg, lineno, offset, end_lineno, end_offset, text
	Warnings [][]any `json:"warnings"` // category, message, lineno
}

// The flags of compile() that the recording used.
const (
	flagAllowIncomplete = 0x4000
	flagDontImplyDedent = 0x200
)

func readRecorded(t testing.TB) []recorded {
	f, err := os.Open("testdata/errors.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rs []recorded
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var r recorded
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		rs = append(rs, r)
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	return rs
}

func (r *recorded) parse() (*Result, error, string) {
	o := Options{Filename: "source.py", AllowIncomplete: r.Flags&flagAllowIncomplete != 0,
		DontImplyDedent: r.Flags&flagDontImplyDedent != 0}
	switch r.Mode {
	case "eval":
		o.Mode = EvalMode
	case "single":
		o.Mode = SingleMode
	case "func_type":
		o.Mode = FuncTypeMode
	}
	if r.Src != nil {
		res, err := ParseString(surrogates(*r.Src), o)
		return res, err, *r.Src
	}
	b, err := base64.StdEncoding.DecodeString(r.Bytes)
	if err != nil {
		return nil, err, ""
	}
	res, err := Parse(b, o)
	return res, err, string(b)
}

// surrogates undoes what JSON decoding does to lone surrogates, of which the recording has only U+DC80.
func surrogates(s string) string { return strings.ReplaceAll(s, "\uFFFD", "\xED\xB2\x80") }

func describe(e *Error) []any {
	switch {
	case e.NoLocation:
		return []any{e.Kind, e.Msg, nil, nil, nil, nil, nil}
	case e.NoEnd:
		return []any{e.Kind, e.Msg, e.Line, e.Col, nil, nil, nil}
	}
	return []any{e.Kind, e.Msg, e.Line, e.Col, e.EndLine, e.EndCol, e.Text}
}

// TestRecordedErrors compares errors and warnings with CPython's.
func TestRecordedErrors(t *testing.T) {
	const least = 250
	errors := 0
	for _, r := range readRecorded(t) {
		res, err, src := r.parse()
		got, want := "accepted", "accepted"
		var warnings []Warning
		if err != nil {
			e, ok := err.(*Error)
			if !ok {
				t.Fatalf("%q: %v", src, err)
			}
			got, warnings = fmt.Sprint(describe(e)), e.Warnings
		} else {
			warnings = res.Warnings
		}
		if r.Error != nil {
			errors++
			want = fmt.Sprint(r.Error)
		}
		if got != want {
			t.Errorf("%q (mode %q, flags %#x)\n got  %s\n want %s", src, r.Mode, r.Flags, got, want)
		}
		var ws [][]any
		for _, w := range warnings {
			ws = append(ws, []any{w.Category, w.Msg, w.Line})
		}
		if g, w := fmt.Sprint(ws), fmt.Sprint(r.Warnings); g != w {
			t.Errorf("%q: warnings\n got  %s\n want %s", src, g, w)
		}
	}
	if errors < least {
		t.Errorf("only %d errors recorded", errors)
	}
}

// TestErrorString checks str() of the exception.
func TestErrorString(t *testing.T) {
	_, err := ParseString("x = = 1\n", Options{Filename: "/lib/spam.py"})
	if got, want := err.Error(), "invalid syntax (spam.py, line 1)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
