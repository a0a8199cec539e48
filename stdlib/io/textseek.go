package io

import (
	"math/big"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// cookie is what tell() gives for a position that the bytes alone do not describe: the position of a point where the
// decoder was in a known state, that state, how many bytes to feed it from there, and how many characters to drop. The
// number has 64 bits for each part; a position where the decoder is in its first state is the plain position.
type cookie struct {
	position int64
	flags    int64
	feed     int64
	skip     int64
	needEOF  bool
}

func (c cookie) pack() value {
	if c.flags == 0 && c.feed == 0 && c.skip == 0 && !c.needEOF {
		return objects.Int(c.position)
	}
	n := new(big.Int)
	if c.needEOF {
		n.SetInt64(1)
	}
	for _, part := range [...]int64{c.skip, c.feed, c.flags, c.position} {
		n.Lsh(n, 64)
		n.Or(n, big.NewInt(part))
	}
	return objects.BigInt(n)
}

func unpackCookie(v value) (cookie, error) {
	n := objects.BigOf(v)
	if n == nil {
		return cookie{}, objects.TypeErrorf("an integer is required")
	}
	if n.BitLen() > 64*5 {
		return cookie{}, objects.OverflowErrorf("int too big to convert")
	}
	mask := new(big.Int).SetUint64(1<<64 - 1)
	part := func() int64 {
		p := new(big.Int).And(n, mask)
		n.Rsh(n, 64)
		return int64(p.Uint64())
	}
	c := cookie{position: part(), flags: part(), feed: part(), skip: part()}
	c.needEOF = n.Sign() != 0
	return c, nil
}

func (x *textIO) tell(t *thread) (value, error) {
	if err := x.open(t); err != nil {
		return value{}, err
	}
	if !x.seekable {
		return value{}, unsupported("underlying stream is not seekable")
	}
	if !x.telling {
		return value{}, objects.Errorf(&objects.OSErrorType, "telling position disabled by next() call")
	}
	if err := x.flush(t); err != nil {
		return value{}, err
	}
	r, err := objects.CallMethod(t, x.buffer, names.tell)
	if err != nil {
		return value{}, err
	}
	if x.decoder == nil || !x.snapshot {
		return r, nil
	}
	pos, err := native.Int64(t, r)
	if err != nil {
		return value{}, err
	}
	// Go back to the snapshot, then feed the decoder byte by byte until it has given what the program has read. Points
	// where the decoder keeps nothing back are the candidates for the cookie.
	in := x.snapshotInput
	flags, err := native.Int64(t, x.snapshotFlags)
	if err != nil {
		return value{}, err
	}
	c := cookie{position: pos - int64(len(in)), flags: flags}
	want := x.used
	if want == 0 {
		return c.pack(), nil
	}
	rest, state, err := x.decoder.getState(t)
	if err != nil {
		return value{}, err
	}
	rest = append([]byte(nil), rest...)
	r, err = x.search(t, c, in, want)
	if serr := x.decoder.setState(t, rest, state); err == nil {
		err = serr
	}
	return r, err
}

// search finds the cookie of the point where want characters of the input have been decoded.
func (x *textIO) search(t *thread, c cookie, in []byte, want int) (value, error) {
	start := c
	restart := func() error { return x.decoder.setState(t, nil, objects.Int(start.flags)) }
	safe := func() (bool, int64, error) {
		rest, flags, err := x.decoder.getState(t)
		if err != nil {
			return false, 0, err
		}
		n, err := native.Int64(t, flags)
		return len(rest) == 0, n, err
	}
	// A first guess by the ratio of bytes to characters saves most of the steps.
	skip := int(x.b2cRatio * float64(want))
	step := 1
	var decoded int
	for skip = min(max(skip, 0), len(in)); skip > 0; {
		if err := restart(); err != nil {
			return value{}, err
		}
		s, err := x.decoder.decode(t, in[:skip], false)
		if err != nil {
			return value{}, err
		}
		if n := s.Len(); n <= want {
			ok, flags, err := safe()
			if err != nil {
				return value{}, err
			}
			if ok {
				start.flags, start.position = flags, c.position+int64(skip)
				decoded = n
				break
			}
			// The bytes kept back belong to the next character: go back over them.
			rest, _, err := x.decoder.getState(t)
			if err != nil {
				return value{}, err
			}
			skip -= len(rest)
			step = 1
			continue
		}
		skip -= step
		step *= 2
	}
	if skip <= 0 {
		skip, decoded = 0, 0
		start = c
		if err := restart(); err != nil {
			return value{}, err
		}
	}
	start.skip = int64(want - decoded)
	if start.skip == 0 {
		return start.pack(), nil
	}
	// Feed single bytes from the safe point, moving it whenever the decoder keeps nothing back.
	got := decoded
	feed := int64(0)
	base := decoded
	for i := skip; i < len(in); i++ {
		s, err := x.decoder.decode(t, in[i:i+1], false)
		if err != nil {
			return value{}, err
		}
		feed++
		got += s.Len()
		ok, flags, err := safe()
		if err != nil {
			return value{}, err
		}
		if ok && got <= want {
			start.position += feed
			start.flags, start.feed = flags, 0
			feed, base = 0, got
		}
		start.feed, start.skip = feed, int64(want-base)
		if got >= want {
			return start.pack(), nil
		}
	}
	s, err := x.decoder.decode(t, nil, true)
	if err != nil {
		return value{}, err
	}
	start.needEOF = true
	if got+s.Len() < want {
		return value{}, objects.Errorf(&objects.OSErrorType, "can't reconstruct logical file position")
	}
	return start.pack(), nil
}

func (x *textIO) seek(t *thread, target value, whence int) (value, error) {
	if err := x.open(t); err != nil {
		return value{}, err
	}
	if !x.seekable {
		return value{}, unsupported("underlying stream is not seekable")
	}
	zero := func() (bool, error) { return objects.Equal(t, target, objects.Int(0)) }
	switch whence {
	case 1:
		ok, err := zero()
		if err != nil {
			return value{}, err
		}
		if !ok {
			return value{}, unsupported("can't do nonzero cur-relative seeks")
		}
		if target, err = x.tell(t); err != nil {
			return value{}, err
		}
	case 2:
		ok, err := zero()
		if err != nil {
			return value{}, err
		}
		if !ok {
			return value{}, unsupported("can't do nonzero end-relative seeks")
		}
		if err := x.flush(t); err != nil {
			return value{}, err
		}
		x.forget()
		if x.decoder != nil {
			if err := x.decoder.reset(t); err != nil {
				return value{}, err
			}
		}
		r, err := objects.CallMethod(t, x.buffer, names.seek, objects.Int(0), objects.Int(2))
		if err != nil {
			return value{}, err
		}
		if atStart, err := objects.Equal(t, r, objects.Int(0)); err != nil {
			return value{}, err
		} else if err := x.resetEncoder(t, atStart); err != nil {
			return value{}, err
		}
		return r, nil
	case 0:
	default:
		return value{}, objects.ValueErrorf("invalid whence (%d, should be 0, 1 or 2)", whence)
	}
	if !objects.IsInt(target) {
		return value{}, objects.TypeErrorf("'%s' object cannot be interpreted as an integer", objects.TypeOf(target))
	}
	if objects.Sign(target) < 0 {
		r, err := objects.ReprString(t, target)
		if err != nil {
			return value{}, err
		}
		return value{}, objects.ValueErrorf("negative seek position %s", r)
	}
	if err := x.flush(t); err != nil {
		return value{}, err
	}
	c, err := unpackCookie(target)
	if err != nil {
		return value{}, err
	}
	if _, err := objects.CallMethod(t, x.buffer, names.seek, objects.Int(c.position)); err != nil {
		return value{}, err
	}
	x.forget()
	if x.decoder != nil {
		if c.position == 0 && c.flags == 0 {
			err = x.decoder.reset(t)
		} else {
			err = x.decoder.setState(t, nil, objects.Int(c.flags))
		}
		if err != nil {
			return value{}, err
		}
	}
	if c.skip > 0 || c.feed > 0 {
		if x.decoder == nil {
			return value{}, unsupported("not readable")
		}
		r, err := objects.CallMethod(t, x.buffer, names.read, objects.Int(c.feed))
		if err != nil {
			return value{}, err
		}
		in, ok := objects.BytesOf(r)
		if !ok {
			return value{}, objects.TypeErrorf("underlying read() should have returned a bytes object, not '%s'", objects.TypeOf(r))
		}
		x.snapshot, x.snapshotFlags = true, objects.Int(c.flags)
		x.snapshotInput = append([]byte(nil), in...)
		s, err := x.decoder.decode(t, in, c.needEOF)
		if err != nil {
			return value{}, err
		}
		x.chunk, x.used = s, int(c.skip)
		if s.Len() < int(c.skip) {
			// The characters to skip may lie behind the bytes that were fed.
			x.used = s.Len()
			left := int(c.skip) - s.Len()
			for left > 0 {
				more, err := x.readChunk(t, left)
				if err != nil {
					return value{}, err
				}
				if !more {
					return value{}, objects.Errorf(&objects.OSErrorType, "can't restore logical file position")
				}
				left -= x.takeChars(left).Len()
			}
		}
	} else {
		x.snapshot, x.snapshotFlags, x.snapshotInput = true, objects.Int(c.flags), nil
	}
	if err := x.resetEncoder(t, c.position == 0 && c.flags == 0); err != nil {
		return value{}, err
	}
	return target, nil
}

// forget drops what was decoded.
func (x *textIO) forget() {
	x.chunk, x.used, x.snapshot, x.snapshotInput = nil, 0, false, nil
}

// resetEncoder puts the encoder into the state for the beginning of the file, or for a place behind it.
func (x *textIO) resetEncoder(t *thread, atStart bool) error {
	if x.encoder.IsZero() {
		return nil
	}
	if atStart {
		_, err := objects.CallMethod(t, x.encoder, names.reset)
		return err
	}
	_, err := objects.CallMethod(t, x.encoder, names.setstate, objects.Int(0))
	return err
}
