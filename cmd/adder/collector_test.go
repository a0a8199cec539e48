package main

import "testing"

func TestGrowth(t *testing.T) {
	for _, c := range []struct {
		live uint64
		want int
	}{{0, 400}, {3 << 20, 400}, {4 << 20, 400}, {8 << 20, 200}, {16 << 20, 200}, {1 << 30, 100}} {
		if got := growth(c.live); got != c.want {
			t.Errorf("growth(%d) = %d, want %d", c.live, got, c.want)
		}
	}
}
