package main

import "testing"

func TestGarbage(t *testing.T) {
	const mb = 1 << 20
	for _, c := range []struct {
		live       uint64
		rate, cost float64
		want       uint64
	}{
		{3 * mb, 0, 0.001, minGarbage},
		{3 * mb, 400 * mb, 0.001, 7744 * 1024},
		{3 * mb, 8000 * mb, 0.002, maxGarbage},
		{40 * mb, 0, 0.01, 10 * mb},
		{40 * mb, 500 * mb, 0.01, 53700 * 1024},
		{40 * mb, 4000 * mb, 0.01, 80 * mb},
		{1014 * mb, 500 * mb, 0.2, 1061 * mb},
	} {
		if got := garbage(c.live, c.rate, c.cost); got < c.want-c.want/100 || got > c.want+c.want/100 {
			t.Errorf("garbage(%d MB, %v, %v) = %d KB, want %d", c.live/mb, c.rate, c.cost, got>>10, c.want>>10)
		}
	}
}

// Go's rule: the heap may grow to live*(1+p/100), and to 4 MB*p/100 at least.
func TestPercent(t *testing.T) {
	const mb = 1 << 20
	for _, c := range [][2]uint64{{0, 8 * mb}, {3 * mb, 4 * mb}, {3 * mb, 32 * mb}, {40 * mb, 50 * mb}, {1024 * mb, 1024 * mb}} {
		p := uint64(percent(c[0], c[1]))
		goal, want := max(c[0]+c[0]*p/100, 4*mb*p/100), c[0]+c[1]
		if goal < want-want/20 || goal > want+want/20 {
			t.Errorf("percent(%d, %d) = %d: grows to %d, want %d", c[0], c[1], p, goal, want)
		}
	}
}
