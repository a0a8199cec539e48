package objects

import (
	"encoding/json"
	"os"
	"testing"
)

// TestSetOrder replays operations on sets of ints that were recorded with CPython 3.13 and compares the order of iteration
// and the hash of the frozenset.
func TestSetOrder(t *testing.T) {
	th := newTestThread(t)
	data, err := os.ReadFile("testdata/setorder.json")
	if err != nil {
		t.Fatal(err)
	}
	var runs [][]json.RawMessage
	if err := json.Unmarshal(data, &runs); err != nil {
		t.Fatal(err)
	}
	decode := func(raw json.RawMessage, v any) {
		t.Helper()
		if err := json.Unmarshal(raw, v); err != nil {
			t.Fatal(err)
		}
	}
	must := func(s *Set, err error) *Set {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	build := func(l []int64) *Set {
		s := NewSet()
		for _, x := range l {
			if err := s.Add(th, Int(x)); err != nil {
				t.Fatal(err)
			}
		}
		return s
	}
	list := func(s *Set) (l []int64) {
		for i := 0; ; {
			v, next, ok := s.Next(i)
			if !ok {
				return l
			}
			i = next
			l = append(l, v.Inline())
		}
	}
	for n, run := range runs {
		var ops [][]json.RawMessage
		var want []int64
		var hash int64
		decode(run[0], &ops)
		decode(run[1], &want)
		decode(run[2], &hash)
		s := NewSet()
		for k, op := range ops {
			var name string
			var args []int64
			decode(op[0], &name)
			decode(op[1], &args)
			var err error
			switch name {
			case "a":
				err = s.Add(th, Int(args[0]))
			case "d":
				_, err = s.Discard(th, Int(args[0]))
			case "p":
				if v := s.Pop(); v != Int(args[0]) {
					t.Fatalf("run %d, step %d: popped %d, want %d", n, k, v.Inline(), args[0])
				}
			case "0":
				err = s.Update(th, ToValue(build(args)))
			case "1":
				err = s.DifferenceUpdate(th, ToValue(build(args)))
			case "2":
				s = must(s.union(th, ToValue(build(args))))
			case "3":
				s = must(s.difference(th, ToValue(build(args))))
			case "4":
				s = must(s.symmetric(th, ToValue(build(args))))
			case "5":
				err = s.SymmetricUpdate(th, ToValue(build(args)))
			case "6", "7":
				s = must(s.copyAs(th, &SetType))
			case "h":
				var half []int64
				for i, x := range list(s) {
					if i%2 == 0 {
						half = append(half, x)
					}
				}
				s = must(must(s.intersection(th, ToValue(build(half)))).union(th, ToValue(build(args))))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		got := list(s)
		if len(got) != len(want) {
			t.Fatalf("run %d: %d members, want %d", n, len(got), len(want))
		}
		for i := range got {
			if got[i] != want[i] {
				t.Fatalf("run %d: member %d is %d, want %d", n, i, got[i], want[i])
			}
		}
		f := must(s.copyAs(th, &FrozensetType))
		if h := f.setHash(); h != hash {
			t.Fatalf("run %d: hash %d, want %d", n, h, hash)
		}
	}
}
