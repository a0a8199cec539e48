package bytecode

import (
	"slices"
	"testing"
)

func TestPackPositions(t *testing.T) {
	positions := []Position{{10, 12, 0, 5}, {}, {3, 3, -1, -1}, {1 << 30, 1 << 30, 1 << 20, 1 << 20}, {0, -1, 7, 9}}
	packed := PackPositions(positions, 9)
	if got := UnpackPositions(packed, len(positions), 9); !slices.Equal(got, positions) {
		t.Errorf("%v, want %v", got, positions)
	}
	// Cut anywhere, the rest has no lines.
	for n := range packed {
		for i, p := range UnpackPositions(packed[:n], len(positions), 9) {
			if p != positions[i] && p != (Position{}) {
				t.Fatalf("cut at %d: position %d is %v", n, i, p)
			}
		}
	}
}
