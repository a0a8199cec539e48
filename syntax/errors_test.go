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

func (r *recorded) parse() (*Result, string, error) {
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
		return res, *r.Src, err
	}
	b, err := base64.StdEncoding.DecodeString(r.Bytes)
	if err != nil {
		return nil, "", err
	}
	res, err := Parse(b, o)
	return res, string(b), err
}

// surrogates undoes what JSON decoding does to lone surrogates, of which the recording has only U+DC80.
func surrogates(s string) string { return strings.ReplaceAll(s, "\uFFFD", "\xED\xB2\x80") }

func describe(e *Error) []any {
	switch {
	case e.NoLocation:
		return []any{e.Kind, e.Msg, nil, nil, nil, nil, nil}
	case e.NoEnd:
		d := []any{e.Kind, e.Msg, e.Line, e.Col, nil, nil, nil}
		if e.EndLine != 0 {
			d[4] = e.EndLine
		}
		if e.HasText {
			d[6] = e.Text
		}
		return d
	}
	return []any{e.Kind, e.Msg, e.Line, e.Col, e.EndLine, e.EndCol, e.Text}
}

// TestRecordedErrors compares errors and warnings with CPython's.
func TestRecordedErrors(t *testing.T) {
	const least = 250
	errors := 0
	for _, r := range readRecorded(t) {
		res, src, err := r.parse()
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
			ws = append(ws, []any{w.Category, w.Message, w.Line})
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

// TestOptions checks what options change.
func TestOptions(t *testing.T) {
	const nonUTF8 = "; see https://peps.python.org/pep-0263/ for details"
	for _, c := range []struct {
		src  string
		o    Options
		want string
	}{
		{"2 != 3\n", Options{BarryAsBDFL: true}, "[SyntaxError with Barry as BDFL, use '<>' instead of '!=' 1 3 1 5 2 != 3\n]"},
		{"2 <> 3\n", Options{}, "[SyntaxError invalid syntax 1 3 1 5 2 <> 3\n]"},
		{"x=1\ny=\x00\n", Options{FromFile: true}, "[SyntaxError source code cannot contain null bytes 2 0 2 0 y=]"},
		{"x=\x00\n", Options{}, "[SyntaxError source code string cannot contain null bytes <nil> <nil> <nil> <nil> <nil>]"},
		{"# \xff\n", Options{FromFile: true, Filename: "f.py"}, "[SyntaxError Non-UTF-8 code starting with '\\xff' in file f.py on line 1, " +
			"but no encoding declared" + nonUTF8 + " <nil> <nil> <nil> <nil> <nil>]"},
		{"# coding: foo\n", Options{FromFile: true}, "[SyntaxError encoding problem: foo <nil> <nil> <nil> <nil> <nil>]"},
		{"# coding: foo\n", Options{}, "[SyntaxError unknown encoding: foo 0 -1 <nil> <nil> <nil>]"},
		{"x = 12345\n", Options{MaxIntDigits: 4}, "[SyntaxError Exceeds the limit (4 digits) for integer string conversion: value has 5 digits; " +
			"use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid " +
			"decimal conversion limits. 1 0 1 0 x = 12345\n]"},
		{"def f(): # type: () -> int\n  # type: () -> int\n  pass\n", Options{TypeComments: true},
			"[SyntaxError Cannot have two type comments on def 3 2 3 -1   pass\n]"},
	} {
		_, err := Parse([]byte(c.src), c.o)
		e, ok := err.(*Error)
		if !ok {
			t.Errorf("%q is accepted", c.src)
			continue
		}
		if got := fmt.Sprint(describe(e)); got != c.want {
			t.Errorf("%q\n got  %s\n want %s", c.src, got, c.want)
		}
	}
	for _, c := range []struct {
		src string
		o   Options
	}{
		{"2 <> 3\n", Options{BarryAsBDFL: true}},
		{"x = " + strings.Repeat("9", 5000) + "\n", Options{MaxIntDigits: -1}},
		{"# coding: latin-1\nx = '\xe9'\n", Options{}},
		{"# \xff\n", Options{}},
	} {
		if _, err := Parse([]byte(c.src), c.o); err != nil {
			t.Errorf("%.30q: %v", c.src, err)
		}
	}
}

// TestDecode checks that other encodings go to the function for them.
func TestDecode(t *testing.T) {
	decode := func(encoding string, data []byte) (string, error) {
		if encoding != "rot-none" {
			return "", UnknownEncoding{encoding}
		}
		return strings.ReplaceAll(string(data), "@", "'ü'"), nil
	}
	res, err := Parse([]byte("# coding: rot-none\nx = @\n"), Options{Decode: decode})
	if err != nil {
		t.Fatal(err)
	}
	if v := res.Mod.(*Module).Body[0].(*Assign).Value.(*Constant).Value; v.Str != "ü" {
		t.Errorf("the constant is %q", v.Str)
	}
	if _, err := Parse([]byte("# coding: other\n"), Options{Decode: decode}); err == nil || err.(*Error).Msg != "unknown encoding: other" {
		t.Errorf("an unknown encoding gives %v", err)
	}
}
