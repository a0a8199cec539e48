package io

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// incrementalNewlineDecoderType is IncrementalNewlineDecoder.
var incrementalNewlineDecoderType objects.Type

// The ends of line that a newlineDecoder has seen.
const (
	seenCR = 1 << iota
	seenLF
	seenCRLF
)

// newlineDecoder wraps a decoder for universal newlines: it remembers which ends of line occurred and, where it
// translates, turns them into "\n". A "\r" at the end of a piece is held back until it is known what follows.
type newlineDecoder struct {
	inner      decoder // nil: the input is text already
	translates bool
	pendingCR  bool
	seen       int
}

// newlines is what the attribute of that name shows.
func (d *newlineDecoder) newlines() value {
	var list []value
	for i, s := range [...]string{"\r", "\n", "\r\n"} {
		if d.seen&(1<<i) != 0 {
			list = append(list, objects.Intern(s).Value())
		}
	}
	switch len(list) {
	case 0:
		return objects.None
	case 1:
		return list[0]
	}
	return native.Tuple(list...)
}

// translate processes a piece of text.
func (d *newlineDecoder) translate(t *thread, s *objects.Str, final bool) (*objects.Str, error) {
	if d.pendingCR && (s.Len() > 0 || final) {
		s = concat(objects.CharStr('\r'), s)
		d.pendingCR = false
	}
	n := s.Len()
	if !final && n > 0 && s.At(n-1) == '\r' {
		s = substr(s, 0, n-1)
		n--
		d.pendingCR = true
	}
	if n == 0 {
		return s, nil
	}
	cr := indexOf(s, '\r', 0)
	if cr < 0 {
		if d.seen&seenLF == 0 && indexOf(s, '\n', 0) >= 0 {
			d.seen |= seenLF
		}
		return s, nil
	}
	var out chars
	from := 0
	// Between two "\r" only "\n" alone can occur.
	lone := func(i, j int) {
		if d.seen&seenLF == 0 {
			if k := indexOf(s, '\n', i); k >= 0 && k < j {
				d.seen |= seenLF
			}
		}
	}
	for ; cr >= 0; cr = indexOf(s, '\r', from) {
		lone(from, cr)
		end := cr + 1
		if end < n && s.At(end) == '\n' {
			d.seen |= seenCRLF
			end++
		} else {
			d.seen |= seenCR
		}
		if d.translates {
			out.add(s, from, cr)
			out.add(objects.CharStr('\n'), 0, 1)
		}
		from = end
		if from >= n {
			break
		}
	}
	lone(min(from, n), n)
	if !d.translates {
		return s, nil
	}
	if from < n {
		out.add(s, from, n)
	}
	return out.str(0, out.len()), nil
}

func (d *newlineDecoder) decode(t *thread, b []byte, final bool) (*objects.Str, error) {
	s, err := d.inner.decode(t, b, final)
	if err != nil {
		return nil, err
	}
	return d.translate(t, s, final)
}

func (d *newlineDecoder) getState(t *thread) ([]byte, value, error) {
	b, flags := []byte(nil), objects.Int(0)
	if d.inner != nil {
		var err error
		if b, flags, err = d.inner.getState(t); err != nil {
			return nil, value{}, err
		}
	}
	f, err := objects.Binary(t, objects.OpLShift, flags, objects.Int(1))
	if err == nil && d.pendingCR {
		f, err = objects.Binary(t, objects.OpOr, f, objects.Int(1))
	}
	return b, f, err
}

func (d *newlineDecoder) setState(t *thread, b []byte, flags value) error {
	low, err := objects.Binary(t, objects.OpAnd, flags, objects.Int(1))
	if err != nil {
		return err
	}
	d.pendingCR = low == objects.Int(1)
	if d.inner == nil {
		return nil
	}
	rest, err := objects.Binary(t, objects.OpRShift, flags, objects.Int(1))
	if err != nil {
		return err
	}
	return d.inner.setState(t, b, rest)
}

func (d *newlineDecoder) reset(t *thread) error {
	d.seen, d.pendingCR = 0, false
	if d.inner != nil {
		return d.inner.reset(t)
	}
	return nil
}

// newlineObject is an IncrementalNewlineDecoder of a program.
type newlineObject struct {
	objects.Head
	newlineDecoder
	ok    bool
	inner value
}

func initNewline() {
	typ := &incrementalNewlineDecoderType
	typ.Name, typ.Module = "IncrementalNewlineDecoder", "_io"
	typ.Doc = "Notes the line ends of text that is decoded piece by piece, and makes '\\n' of each if translate is true."
	typ.TextSig = "(decoder, translate, errors='strict')"
	typ.Flags = objects.FlagBase
	objects.Layout[newlineObject](typ)
	typ.New = newFile
	typ.Init = objects.InitBound("IncrementalNewlineDecoder", "decoder, translate, errors='strict'", func(t *thread, self value, args []value) error {
		o := objects.As[newlineObject](self)
		translate, err := objects.Truth(t, args[1])
		if err != nil {
			return err
		}
		o.newlineDecoder = newlineDecoder{translates: translate}
		o.inner = args[0]
		if args[0] != objects.None {
			o.newlineDecoder.inner = pyDecoder{args[0]}
		}
		o.ok = true
		return nil
	})
	ready := func(f func(t *thread, o *newlineObject, args []value) (value, error)) func(*thread, value, []value) (value, error) {
		return func(t *thread, self value, args []value) (value, error) {
			o := objects.As[newlineObject](self)
			if !o.ok {
				return value{}, objects.ValueErrorf("IncrementalNewlineDecoder.__init__() not called")
			}
			return f(t, o, args)
		}
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "decode", Sig: "input, final=False", Fn: ready(func(t *thread, o *newlineObject, args []value) (value, error) {
				final, err := native.Bool(t, args[1], false)
				if err != nil {
					return value{}, err
				}
				in := args[0]
				if o.newlineDecoder.inner != nil {
					if in, err = objects.CallMethod(t, o.inner, names.decode, in, objects.Bool(final)); err != nil {
						return value{}, err
					}
				}
				s, ok := objects.StrOf(in)
				if !ok {
					return value{}, objects.TypeErrorf("decoder should return a string result, not '%s'", objects.TypeOf(in))
				}
				r, err := o.translate(t, s, final)
				if err != nil {
					return value{}, err
				}
				return r.Value(), nil
			})},
			{Name: "getstate", Fn: ready(func(t *thread, o *newlineObject, args []value) (value, error) {
				b, flags, err := o.getState(t)
				if err != nil {
					return value{}, err
				}
				return native.Tuple(objects.NewBytes(b), flags), nil
			})},
			{Name: "setstate", Sig: "state, /", Fn: ready(func(t *thread, o *newlineObject, args []value) (value, error) {
				s, ok := objects.TupleOf(args[0])
				if !ok || s.Len() != 2 {
					return value{}, objects.TypeErrorf("state argument must be a tuple")
				}
				b, release, err := native.Bytes(t, s.Item(0))
				if err != nil {
					return value{}, err
				}
				defer release()
				return objects.None, o.setState(t, b, s.Item(1))
			})},
			{Name: "reset", Fn: ready(func(t *thread, o *newlineObject, args []value) (value, error) {
				return objects.None, o.reset(t)
			})},
		}
	}
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{{Name: "newlines", Get: func(t *thread, self value) (value, error) {
			return objects.As[newlineObject](self).newlines(), nil
		}}}
	}
	typ.Traverse = func(self value, visit func(value)) {
		if v := objects.As[newlineObject](self).inner; !v.IsZero() {
			visit(v)
		}
	}
}
