package random

import "testing"

// The first numbers of the reference implementation for the key {0x123, 0x234, 0x345, 0x456} (mt19937ar.out).
func TestReferenceOutput(t *testing.T) {
	var g generator
	g.seedKey([]uint32{0x123, 0x234, 0x345, 0x456})
	for i, want := range []uint32{1067595299, 955945823, 477289528, 4107218783, 4228976476} {
		if got := g.next(); got != want {
			t.Fatalf("number %d is %d, want %d", i, got, want)
		}
	}
}
