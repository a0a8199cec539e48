package objects

// Giving buffers back (PEP 688). A class may define __release_buffer__, which is called with a memoryview when a buffer of
// an instance is given back: the very memoryview that its __buffer__ returned, or one that lives for the call and of which
// no further view can be made where a built-in type made the buffer.

// GiveBack is the ReleaseBuffer slot of built-in types that count their exports: it releases a memoryview of self.
func GiveBack(t *Thread, self, view Value) error {
	m, ok := objectMemory(view)
	switch {
	case !ok:
		return TypeErrorf("expected a memoryview object")
	case m.buf.Obj.IsZero():
		return nil
	case m.buf.Obj != self:
		return ValueErrorf("memoryview's buffer is not this object")
	case m.released:
		return ValueErrorf("memoryview's buffer has already been released")
	}
	return m.release()
}

// export calls the Buffer slot of a type for an object and arranges for what is to happen when the buffer is given back.
func (s *Slots) export(t *Thread, v Value, flags int) (*Buffer, error) {
	buf, err := s.Buffer(t, v, flags)
	if err != nil {
		return nil, err
	}
	method := funcEqual(TypeOf(v).ReleaseBuffer, slotReleaseBuffer)
	if !funcEqual(s.Buffer, slotBuffer) {
		if method {
			buf.onRelease(func() {
				lent := *buf
				lent.Obj, lent.Release, lent.exports = Value{}, nil, nil
				m := As[MemoryView](NewMemoryView(&lent))
				m.restricted = true
				callReleaseMethod(t, v, m)
				m.release()
			}, true)
		}
		return buf, nil
	}
	switch m := As[MemoryView](buf.Obj); {
	case m.buf.Obj == v:
		// From the __buffer__ of a built-in base, whose buffer calls the method. In CPython the last reference to the
		// memoryview goes with the buffer.
		buf.onRelease(func() { m.release() }, false)
	case method:
		buf.onRelease(func() { callReleaseMethod(t, v, m) }, false)
	}
	return buf, nil
}

// onRelease makes Release call f too, before or behind what it does.
func (b *Buffer) onRelease(f func(), before bool) {
	release := b.Release
	b.Release = func() {
		if before {
			f()
		}
		if release != nil {
			release()
		}
		if !before {
			f()
		}
	}
}

// callReleaseMethod calls __release_buffer__, whose errors nobody can receive.
func callReleaseMethod(t *Thread, v Value, m *MemoryView) {
	if err := TypeOf(v).ReleaseBuffer(t, v, ToValue(m)); err != nil {
		H.Unraisable(t, err, "Exception ignored in __release_buffer__ of "+TypeOf(v).TpName(), Value{})
	}
}

// slotReleaseBuffer serves classes with __release_buffer__.
func slotReleaseBuffer(t *Thread, self, view Value) error {
	_, err := special(t, self, strReleaseBuffer, view)
	return err
}
