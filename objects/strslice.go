package objects

// sliceOf evaluates a slice for a sequence: n items at start, start+step, …
func sliceOf(t *Thread, key Value, length int) (start, step, n int, err error) {
	s := As[Slice](key)
	step = 1
	const maxInt = 1<<63 - 1
	if s.Step != None {
		if step, err = sliceEnd(t, s.Step); err != nil {
			return
		}
		if step == 0 {
			err = ValueErrorf("slice step cannot be zero")
			return
		}
		step = max(step, -maxInt)
	}
	low, high := 0, length
	start, stop := 0, maxInt
	if step < 0 {
		low, high = -1, length-1
		start, stop = maxInt, -maxInt-1
	}
	if s.Start != None {
		if start, err = sliceEnd(t, s.Start); err != nil {
			return
		}
	}
	if s.Stop != None {
		if stop, err = sliceEnd(t, s.Stop); err != nil {
			return
		}
	}
	clip := func(i int) int {
		if i < 0 {
			return max(i+length, low)
		}
		return min(i, high)
	}
	start, stop = clip(start), clip(stop)
	switch {
	case step > 0 && start < stop:
		n = (stop-start-1)/step + 1
	case step < 0 && stop < start:
		n = (start-stop-1)/-step + 1
	}
	return
}

// checkSize fails with MemoryError where n items of a size in bytes are too large to allocate.
func checkSize(n, itemSize int) error {
	if n < 0 || itemSize > 0 && uint64(n) > 1<<40/uint64(itemSize) {
		return NewError(&MemoryErrorType)
	}
	return nil
}
