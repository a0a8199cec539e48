package objects

import "strings"

// EnterRepr notes that the representation of a container is being made; it reports true where that is already so, which
// means that the container holds itself.
func (t *Thread) EnterRepr(v Value) bool {
	for _, p := range t.reprActive {
		if p == v.word {
			return true
		}
	}
	t.reprActive = append(t.reprActive, v.word)
	return false
}

// LeaveRepr undoes EnterRepr.
func (t *Thread) LeaveRepr(v Value) {
	n := len(t.reprActive) - 1
	t.reprActive[n] = nil
	t.reprActive = t.reprActive[:n]
}

// reprItems joins the representations of the items of a sequence, which may change meanwhile.
func reprItems(t *Thread, b *strings.Builder, n func() int, item func(i int) Value) error {
	for i := 0; i < n(); i++ {
		if i > 0 {
			b.WriteString(", ")
		}
		s, err := ReprString(t, item(i))
		if err != nil {
			return err
		}
		b.WriteString(s)
	}
	return nil
}
