package structmodule

import "testing"

func TestParse(t *testing.T) {
	for _, c := range []struct {
		format      string
		size, items int
	}{{"", 0, 0}, {"bi", 8, 2}, {"<bi", 5, 2}, {"3s2xh", 8, 2}, {"bxq0i", 16, 2}, {"@l", 8, 1}, {"=l", 4, 1}, {" 2h ", 4, 2}, {"0s", 0, 1}} {
		l, err := parse(c.format)
		if err != nil {
			t.Errorf("parse(%q): %v", c.format, err)
			continue
		}
		if l.size != c.size || l.items != c.items {
			t.Errorf("parse(%q): size %d, items %d, want %d and %d", c.format, l.size, l.items, c.size, c.items)
		}
	}
}
