package objects

import "testing"

// TestSimpleFormat compares the fast way of formatting with the general one.
func TestSimpleFormat(t *testing.T) {
	th := newTestThread(t)
	values := []Value{Int(0), Int(-1), Int(7), Int(-12345), Int(1<<48 - 1), Float(0), Float(-2.25), Float(1.0 / 3), Float(1e16), Float(5e-324),
		StrValue("a"), StrValue("hello"), StrValue("h\u00e9")}
	specs := []string{""}
	for _, align := range []string{"", "<", ">", "^", "="} {
		for _, width := range []string{"", "0", "5", "012", "40", "3000"} {
			for _, precision := range []string{"", ".0", ".3", ".17", "."} {
				for _, code := range []string{"", "d", "f", "e", "s", "x", "b", "g", "?"} {
					specs = append(specs, align+width+precision+code)
				}
			}
		}
	}
	known := 0
	for _, v := range values {
		for _, spec := range specs {
			b, ok := appendSimple([]byte("before"), v, spec)
			if !ok {
				if string(b) != "before" {
					t.Errorf("refused %q, but wrote %q", spec, b)
				}
				continue
			}
			known++
			var want Value
			var err error
			switch s := NewStr(spec); {
			case spec == "":
				want, err = ToStr(th, v)
			case v.IsInline():
				want, err = formatInt(th, v, s)
			case v.IsFloat():
				want, err = formatFloat(th, v, s)
			default:
				want, err = formatStr(th, v, s)
			}
			if err != nil {
				t.Errorf("%q is wrong, but was formatted as %q", spec, b)
			} else if got := string(b[len("before"):]); got != As[Str](want).String() {
				t.Errorf("%q: %q, want %q", spec, got, As[Str](want).String())
			}
		}
	}
	if known < 1000 {
		t.Errorf("only %d combinations are known", known)
	}
}
