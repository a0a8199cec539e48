package marshal_test

import (
	"testing"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/marshal"
)

// TestImage: code that DumpImage has written equals what was written, although its functions are read when they are asked for.
func TestImage(t *testing.T) {
	th := thread()
	for _, text := range seeds {
		v, err := objects.H.Compile(th, objects.StrValue(text), "f.py", "exec", 0, true, -1)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		data, err := marshal.DumpImage(th, objects.As[objects.Code](v))
		if err != nil {
			t.Fatal(err)
		}
		read, err := marshal.LoadTrusted(th, data)
		if err != nil {
			t.Fatal(err)
		}
		functions := 0
		for _, k := range objects.As[objects.Code](read).Consts {
			if !objects.Is(k, &objects.CodeType) {
				continue
			}
			c := objects.As[objects.Code](k)
			function := c.Flags&objects.CoOptimized != 0
			if function {
				functions++
			}
			if loaded := c.Instrs != nil; loaded == function {
				t.Errorf("%s: code of %s, loaded: %v", text, c.QualName, loaded)
			}
			if c.Simple && c.Instrs == nil || c.Name == nil || c.Filename == nil {
				t.Errorf("%s: the head of %s", text, c.QualName)
			}
		}
		if want, got := objects.Disassemble(objects.As[objects.Code](v)), objects.Disassemble(objects.As[objects.Code](read)); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", text, got, want)
		}
		equal, err := objects.Equal(th, v, read)
		if err != nil || !equal {
			t.Errorf("%s: equal to what was read: %v, %v", text, equal, err)
		}
		// Only Adder's own data is read without checks.
		if _, err := marshal.Load(th, data, true); functions > 0 && err == nil {
			t.Errorf("%s: the image is taken for other data", text)
		}
	}
}
