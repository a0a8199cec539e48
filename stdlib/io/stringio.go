package io

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// stringIOType is StringIO.
var stringIOType objects.Type

// stringIO is a text file in memory.
type stringIO struct {
	base
	ok   bool
	text chars
	pos  int
	// newline is the argument: nil for None.
	newline *string
	// decoder translates what is written, in universal mode.
	decoder *newlineDecoder
	// writeNL is what "\n" becomes on writing, "" for no translation.
	writeNL string
}

func (s *stringIO) open() error {
	if !s.ok {
		return objects.ValueErrorf("I/O operation on uninitialized object")
	}
	if s.closed {
		return objects.ValueErrorf("I/O operation on closed file")
	}
	return nil
}

func (s *stringIO) write(t *thread, str *objects.Str) error {
	if s.decoder != nil {
		var err error
		if str, err = s.decoder.translate(t, str, true); err != nil {
			return err
		}
	}
	if s.writeNL != "" {
		str = replaceNewlines(str, s.writeNL)
	}
	if str.Len() == 0 {
		return nil
	}
	if err := objects.CheckSize(s.pos+str.Len(), 4); err != nil {
		return err
	}
	if s.pos > s.text.len() {
		s.text.resize(s.pos)
	}
	s.text.put(s.pos, str)
	s.pos += str.Len()
	return nil
}

// lineEnd returns the end of the line that begins at the position.
func (s *stringIO) lineEnd() int {
	if s.newline != nil && *s.newline == "" {
		// Universal, not translated: all three ends of line.
		for i := s.pos; i < s.text.len(); i++ {
			switch s.text.at(i) {
			case '\n':
				return i + 1
			case '\r':
				if i+1 < s.text.len() && s.text.at(i+1) == '\n' {
					return i + 2
				}
				return i + 1
			}
		}
		return s.text.len()
	}
	end := "\n"
	if s.newline != nil {
		end = *s.newline
	}
	for i := s.pos; ; i++ {
		i = s.text.index(rune(end[0]), i)
		switch {
		case i < 0:
			return s.text.len()
		case len(end) == 1:
			return i + 1
		case i+1 < s.text.len() && s.text.at(i+1) == rune(end[1]):
			return i + 2
		}
	}
}

func (s *stringIO) line(limit int) *objects.Str {
	if s.pos >= s.text.len() {
		return objects.Intern("")
	}
	end := s.lineEnd()
	if limit >= 0 && end > s.pos+limit {
		end = s.pos + limit
	}
	r := s.text.str(s.pos, end)
	s.pos = end
	return r
}

// newlineArg checks a newline argument.
func newlineArg(t *thread, v value, fn string) (*string, error) {
	if v == objects.None {
		return nil, nil
	}
	s, ok := objects.StrOf(v)
	if !ok {
		return nil, objects.TypeErrorf("%s must be str or None, not %s", fn, objects.TypeOf(v))
	}
	nl := s.String()
	switch nl {
	case "", "\n", "\r", "\r\n":
		return &nl, nil
	}
	r, err := objects.ReprString(t, v)
	if err != nil {
		return nil, err
	}
	return nil, objects.ValueErrorf("illegal newline value: %s", r)
}

func stringIOInit(t *thread, self value, args []value) error {
	s := objects.As[stringIO](self)
	nl := "\n"
	newline := &nl
	if !args[1].IsZero() {
		var err error
		if newline, err = newlineArg(t, args[1], "newline"); err != nil {
			return err
		}
	}
	if native.Given(args[0]) {
		if _, ok := objects.StrOf(args[0]); !ok {
			return objects.TypeErrorf("initial_value must be str or None, not %s", objects.TypeOf(args[0]))
		}
	}
	s.ok, s.closed, s.text, s.pos = true, false, chars{}, 0
	s.newline, s.decoder, s.writeNL = newline, nil, ""
	if newline == nil || *newline == "" {
		s.decoder = &newlineDecoder{translates: newline == nil}
	} else if *newline != "\n" {
		s.writeNL = *newline
	}
	if native.Given(args[0]) {
		str, _ := objects.StrOf(args[0])
		if err := s.write(t, str); err != nil {
			return err
		}
		s.pos = 0
	}
	return nil
}

func openedText(f func(t *thread, s *stringIO, args []value) (value, error)) func(*thread, value, []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		s := objects.As[stringIO](self)
		if err := s.open(); err != nil {
			return value{}, err
		}
		return f(t, s, args)
	}
}

func initStringIO() {
	typ := &stringIOType
	typ.Name, typ.Module = "StringIO", "_io"
	typ.Doc = "A text file in memory."
	typ.TextSig = "(initial_value='', newline='\\n')"
	typ.Base = &textIOBaseType
	typ.Flags = objects.FlagBase
	objects.LayoutAttrs[stringIO](typ, attrsOffset, true)
	typ.New = newFile
	typ.Init = objects.InitBound("StringIO", "initial_value='', newline='\\n'", stringIOInit)
	typ.Iter = func(t *thread, self value) (value, error) { return self, objects.As[stringIO](self).open() }
	typ.Next = func(t *thread, self value) (value, error) {
		if objects.TypeOf(self).Flags&objects.FlagHeap != 0 {
			line, err := objects.CallMethod(t, self, names.readline)
			if err != nil {
				return value{}, err
			}
			str, ok := objects.StrOf(line)
			if !ok {
				return value{}, objects.Errorf(&objects.OSErrorType, "readline() should have returned a str object, not '%s'", objects.TypeOf(line))
			}
			if str.Len() == 0 {
				return value{}, nil
			}
			return line, nil
		}
		s := objects.As[stringIO](self)
		if err := s.open(); err != nil {
			return value{}, err
		}
		line := s.line(-1)
		if line.Len() == 0 {
			return value{}, nil
		}
		return line.Value(), nil
	}
	typ.GetSets = func() []objects.GetSetDef {
		get := func(f func(s *stringIO) value) func(*thread, value) (value, error) {
			return func(t *thread, self value) (value, error) {
				s := objects.As[stringIO](self)
				if err := s.open(); err != nil {
					return value{}, err
				}
				return f(s), nil
			}
		}
		return []objects.GetSetDef{
			{Name: "closed", Get: func(t *thread, self value) (value, error) {
				s := objects.As[stringIO](self)
				if !s.ok {
					return value{}, s.open()
				}
				return objects.Bool(s.closed), nil
			}},
			{Name: "newlines", Get: get(func(s *stringIO) value {
				if s.decoder == nil {
					return objects.None
				}
				return s.decoder.newlines()
			})},
			{Name: "line_buffering", Get: get(func(*stringIO) value { return objects.False })},
		}
	}
	typ.Methods = stringIOMethods
}

func stringIOMethods() []objects.FuncDef {
	yes := openedText(func(*thread, *stringIO, []value) (value, error) { return objects.True, nil })
	return []objects.FuncDef{
		{Name: "getvalue", Doc: "Return the whole text.", Fn: openedText(func(t *thread, s *stringIO, args []value) (value, error) {
			return s.text.str(0, s.text.len()).Value(), nil
		})},
		{Name: "tell", Doc: "Return the position.", Fn: openedText(func(t *thread, s *stringIO, args []value) (value, error) {
			return objects.Int(int64(s.pos)), nil
		})},
		{Name: "read", Sig: "size=-1, /", Doc: "Return the next characters, size of them at most; a negative size means all.", Fn: openedText(func(t *thread, s *stringIO, args []value) (value, error) {
			n, err := native.Size(t, args[0], -1)
			if err != nil {
				return value{}, err
			}
			rest := max(s.text.len()-s.pos, 0)
			if n < 0 || n > rest {
				n = rest
			}
			if n == 0 {
				return objects.Intern("").Value(), nil
			}
			r := s.text.str(s.pos, s.pos+n)
			s.pos += n
			return r.Value(), nil
		})},
		{Name: "readline", Sig: "size=-1, /", Doc: "Return the next line with its end, or as much of it as size allows.", Fn: openedText(func(t *thread, s *stringIO, args []value) (value, error) {
			n, err := native.Size(t, args[0], -1)
			if err != nil {
				return value{}, err
			}
			return s.line(n).Value(), nil
		})},
		{Name: "truncate", Sig: "pos=None, /", Doc: "Drop the text behind pos, by default the present position, and return pos.", Fn: openedText(func(t *thread, s *stringIO, args []value) (value, error) {
			n, err := native.Size(t, args[0], s.pos)
			if err != nil {
				return value{}, err
			}
			if n < 0 {
				return value{}, objects.ValueErrorf("Negative size value %d", n)
			}
			if n < s.text.len() {
				s.text.resize(n)
			}
			return objects.Int(int64(n)), nil
		})},
		{Name: "seek", Sig: "pos, whence=0, /", Doc: "Move to pos, or by whence stay here (1) or move to the end (2), with 0 as pos; return the position.", Fn: openedText(func(t *thread, s *stringIO, args []value) (value, error) {
			pos, err := objects.IndexInt(t, args[0], &objects.OverflowErrorType)
			if err != nil {
				return value{}, err
			}
			whence, err := native.IntOr(t, args[1], 0)
			if err != nil {
				return value{}, err
			}
			switch {
			case whence < 0 || whence > 2:
				return value{}, objects.ValueErrorf("Invalid whence (%d, should be 0, 1 or 2)", whence)
			case whence == 0 && pos < 0:
				return value{}, objects.ValueErrorf("Negative seek position %d", pos)
			case whence != 0 && pos != 0:
				return value{}, objects.Errorf(&objects.OSErrorType, "Can't do nonzero cur-relative seeks")
			case whence == 1:
				pos = s.pos
			case whence == 2:
				pos = s.text.len()
			}
			s.pos = pos
			return objects.Int(int64(pos)), nil
		})},
		{Name: "write", Sig: "s, /", Doc: "Write s at the present position, and return its length.", Fn: func(t *thread, self value, args []value) (value, error) {
			s := objects.As[stringIO](self)
			str, ok := objects.StrOf(args[0])
			if !ok {
				if err := s.open(); err != nil {
					return value{}, err
				}
				return value{}, objects.TypeErrorf("string argument expected, got '%s'", objects.TypeOf(args[0]))
			}
			if err := s.open(); err != nil {
				return value{}, err
			}
			n := str.Len()
			return objects.Int(int64(n)), s.write(t, str)
		}},
		{Name: "close", Doc: "Drop the text; nothing can be read or written afterwards.", Fn: method(func(t *thread, s *stringIO, args []value) (value, error) {
			s.closed, s.text = true, chars{}
			return objects.None, nil
		})},
		{Name: "seekable", Doc: "Return True: it has positions to move to.", Fn: yes},
		{Name: "readable", Doc: "Return True: it can be read.", Fn: yes},
		{Name: "writable", Doc: "Return True: it can be written.", Fn: yes},
		{Name: "__getstate__", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
			s := objects.As[stringIO](self)
			if err := s.open(); err != nil {
				return value{}, err
			}
			nl := objects.None
			if s.newline != nil {
				nl = native.Str(*s.newline)
			}
			dict := objects.None
			if d := objects.InstanceDict(self); d != nil && d.Len() > 0 {
				dict = objects.ToValue(d.Copy())
			}
			return native.Tuple(s.text.str(0, s.text.len()).Value(), nl, objects.Int(int64(s.pos)), dict), nil
		}},
		{Name: "__setstate__", Sig: "state, /", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
			s := objects.As[stringIO](self)
			if s.ok && s.closed {
				return value{}, s.open()
			}
			st, ok := objects.TupleOf(args[0])
			if !ok || st.Len() < 4 {
				return value{}, objects.TypeErrorf("%s.__setstate__ argument should be 4-tuple, got %s", objects.TypeOf(self), objects.TypeOf(args[0]))
			}
			str, ok := objects.StrOf(st.Item(0))
			if !ok {
				return value{}, objects.TypeErrorf("initial_value must be str or None, not %s", objects.TypeOf(st.Item(0)))
			}
			if err := stringIOInit(t, self, []value{objects.Intern("").Value(), st.Item(1)}); err != nil {
				return value{}, err
			}
			// The text was translated when it was first written.
			s.text.add(str, 0, str.Len())
			return objects.None, setState(t, self, st, "third item of state must be an integer, got %s", func(pos int) { s.pos = pos })
		}},
	}
}
