package syntax

import "testing"

// FuzzParse looks for input that makes the parser crash or hang, or whose tree cannot be walked and shown.
func FuzzParse(f *testing.F) {
	f.Add(sample)
	for _, r := range readRecorded(f) {
		if r.Src != nil {
			f.Add(*r.Src)
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		for _, m := range []Mode{ExecMode, EvalMode, SingleMode, FuncTypeMode} {
			res, err := Parse([]byte(src), Options{Mode: m, TypeComments: m != ExecMode})
			if err != nil {
				if _, ok := err.(*Error); !ok {
					t.Fatalf("%T: %v", err, err)
				}
				continue
			}
			Walk(res.Mod, func(n any) bool { return true })
			Dump(res.Mod)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	b.SetBytes(int64(len(sample)))
	b.ReportAllocs()
	for range b.N {
		if _, err := ParseString(sample, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
