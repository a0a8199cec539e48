package collections

import (
	"testing"

	"github.com/adder-lang/adder/objects"
)

// TestDequeAgainstSlice runs a fixed sequence of operations on a ring and on a slice.
func TestDequeAgainstSlice(t *testing.T) {
	objects.Init()
	d := &deque{maxLen: -1}
	var want []int64
	seed := uint32(1)
	for step := range int64(4000) {
		seed = seed*1664525 + 1013904223
		switch op := seed >> 16 % 8; {
		case op < 3:
			d.pushRight(objects.Int(step))
			want = append(want, step)
		case op < 5:
			d.pushLeft(objects.Int(step))
			want = append([]int64{step}, want...)
		case op == 5 && len(want) > 0:
			d.popLeft()
			want = want[1:]
		case op == 6 && len(want) > 1:
			n := int(seed>>20%7) - 3
			d.rotate(n)
			k := ((len(want)-n)%len(want) + len(want)) % len(want)
			want = append(append([]int64(nil), want[k:]...), want[:k]...)
		case op == 7 && len(want) > 2:
			d.remove(1)
			want = append(want[:1:1], want[2:]...)
		}
		if d.n != len(want) {
			t.Fatalf("step %d: %d items, want %d", step, d.n, len(want))
		}
		for i, w := range want {
			if got := d.at(i).Inline(); got != w {
				t.Fatalf("step %d: item %d is %d, want %d", step, i, got, w)
			}
		}
	}
}
