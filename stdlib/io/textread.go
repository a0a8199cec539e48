package io

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// readChunk decodes the next piece of the file; it reports false at the end.
func (x *textIO) readChunk(t *thread, hint int) (bool, error) {
	if x.decoder == nil {
		return false, unsupported("not readable")
	}
	var flags value
	var rest []byte
	if x.telling {
		var err error
		if rest, flags, err = x.decoder.getState(t); err != nil {
			return false, err
		}
	}
	if hint > 0 && x.b2cRatio > 0 {
		hint = int(x.b2cRatio * float64(hint))
	}
	size := max(x.chunkSize, hint)
	var in []byte
	if f := x.fast; f != nil {
		if err := f.enter(t); err != nil {
			return false, err
		}
		err := f.beforeRead(t)
		if err == nil && f.have() == 0 {
			_, _, err = f.fill(t)
		}
		// A copy only where the bytes outlive this call.
		in = f.take(min(size, f.have()))
		f.leave()
		if err != nil {
			return false, err
		}
	} else {
		name := names.read
		if x.hasRead1 {
			name = names.read1
		}
		r, err := objects.CallMethod(t, x.buffer, name, objects.Int(int64(size)))
		if err != nil {
			return false, err
		}
		b, release, err := native.Bytes(t, r)
		if err != nil {
			return false, objects.TypeErrorf("underlying %s() should have returned a bytes-like object, not '%s'", name, objects.TypeOf(r))
		}
		defer release()
		in = b
	}
	eof := len(in) == 0
	s, err := x.decoder.decode(t, in, eof)
	if err != nil {
		return false, err
	}
	x.chunk, x.used = s, 0
	if n := s.Len(); n > 0 {
		x.b2cRatio = float64(len(in)) / float64(n)
		eof = false
	} else {
		x.b2cRatio = 0
	}
	if x.telling {
		x.snapshot, x.snapshotFlags = true, flags
		x.snapshotInput = append(append(x.snapshotInput[:0:0], rest...), in...)
	}
	return !eof, nil
}

// left is the number of decoded characters that have not been given out.
func (x *textIO) left() int {
	if x.chunk == nil {
		return 0
	}
	return x.chunk.Len() - x.used
}

// takeChars gives out n decoded characters, all for a negative n.
func (x *textIO) takeChars(n int) *objects.Str {
	have := x.left()
	if n < 0 || n > have {
		n = have
	}
	if n == 0 {
		return objects.Intern("")
	}
	s := substr(x.chunk, x.used, x.used+n)
	x.used += n
	return s
}

// beforeRead brings the file from writing to reading.
func (x *textIO) beforeRead(t *thread) error {
	if x.decoder == nil {
		return unsupported("not readable")
	}
	return x.save(t)
}

func (x *textIO) read(t *thread, n int) (*objects.Str, error) {
	if err := x.beforeRead(t); err != nil {
		return nil, err
	}
	if n < 0 {
		var in value
		var err error
		if f := x.fast; f != nil {
			if err = f.enter(t); err != nil {
				return nil, err
			}
			in, err = f.readAll(t)
			f.leave()
		} else {
			in, err = objects.CallMethod(t, x.buffer, names.read)
		}
		if err != nil {
			return nil, err
		}
		if in == objects.None {
			return nil, blockingError("Read returned None.", 0)
		}
		b, release, err := native.Bytes(t, in)
		if err != nil {
			return nil, err
		}
		defer release()
		s, err := x.decoder.decode(t, b, true)
		if err != nil {
			return nil, err
		}
		s = concat(x.takeChars(-1), s)
		if x.snapshot || x.chunk != nil {
			x.chunk, x.used, x.snapshot = nil, 0, false
		}
		return s, nil
	}
	if x.left() >= n && n > 0 {
		return x.takeChars(n), nil
	}
	first := x.takeChars(n)
	got := first.Len()
	if got == n {
		return first, nil
	}
	var all chars
	all.add(first, 0, got)
	for got < n {
		more, err := x.readChunk(t, n-got)
		if err != nil {
			return nil, err
		}
		if !more {
			break
		}
		s := x.takeChars(n - got)
		all.add(s, 0, s.Len())
		got += s.Len()
	}
	return all.str(0, all.len()), nil
}

// lineEnd finds the end of the first line of s behind from, -1 where it does not end in s. next is where to go on
// searching when more text has been added.
func (x *textIO) lineEnd(s *objects.Str, from int) (end, next int) {
	switch {
	case x.readTranslate || x.readNL == "\n":
		if i := indexOf(s, '\n', from); i >= 0 {
			return i + 1, 0
		}
		return -1, s.Len()
	case x.readUniv:
		// Not translated: the decoder never lets a piece end within "\r\n".
		for i := from; i < s.Len(); i++ {
			switch s.At(i) {
			case '\n':
				return i + 1, 0
			case '\r':
				if i+1 < s.Len() && s.At(i+1) == '\n' {
					return i + 2, 0
				}
				return i + 1, 0
			}
		}
		return -1, s.Len()
	}
	if i := findSub(s, x.readNL, from); i >= 0 {
		return i + len(x.readNL), 0
	}
	return -1, max(s.Len()-len(x.readNL)+1, from)
}

func (x *textIO) readline(t *thread, limit int) (*objects.Str, error) {
	if x.left() > 0 && limit < 0 && len(x.out) == 0 {
		// The line that is wanted most often lies in the chunk whole.
		if end, _ := x.lineEnd(x.chunk, x.used); end >= 0 {
			s := substr(x.chunk, x.used, end)
			x.used = end
			return s, nil
		}
	}
	if err := x.beforeRead(t); err != nil {
		return nil, err
	}
	var line chars
	var carried *objects.Str // text before the chunk that may end within the line end
	for {
		for x.left() == 0 {
			more, err := x.readChunk(t, 0)
			if err != nil {
				return nil, err
			}
			if !more {
				x.chunk, x.used, x.snapshot = nil, 0, false
				if carried != nil {
					line.add(carried, 0, carried.Len())
				}
				return line.str(0, line.len()), nil
			}
		}
		s, from := x.chunk, x.used
		shift := 0
		if carried != nil {
			// The line end may be split between two pieces.
			shift = carried.Len()
			s = concat(carried, substr(x.chunk, x.used, x.chunk.Len()))
			from = 0
		}
		end, next := x.lineEnd(s, from)
		if limit >= 0 {
			if room := from + limit - line.len(); end >= room || end < 0 && s.Len() >= room {
				end = room
			}
		}
		if end >= 0 {
			line.add(s, from, end)
			if carried != nil {
				x.used += end - shift
			} else {
				x.used = end
			}
			return line.str(0, line.len()), nil
		}
		keep := s.Len()
		if len(x.readNL) == 2 {
			keep = max(next, from)
		}
		line.add(s, from, keep)
		carried = nil
		if keep < s.Len() {
			carried = substr(s, keep, s.Len())
		}
		x.used = x.chunk.Len()
	}
}
