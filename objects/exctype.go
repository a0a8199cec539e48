package objects

import (
	"strconv"
	"strings"
	"unsafe"
)

// The methods and attributes of the exception classes.

// AddNote adds a note to an exception (PEP 678).
func (e *Exception) AddNote(note Value) {
	a := attrsReady(e.Value())
	l, ok := ListOf(orNone(a.get(strNotes)))
	if !ok {
		l = MakeList(1)
		a.set(strNotes, ToValue(l))
	}
	l.Append(note)
}

func excNew(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) {
	if typ.Flags&FlagAbstract != 0 {
		return Value{}, abstractError(t, typ)
	}
	v := typ.newObject()
	As[Exception](v).args = NewTuple(args[:len(args)-kw.Len()]...)
	return v, nil
}

func excInit(t *Thread, self Value, args []Value, kw *Tuple) error {
	if kw.Len() > 0 {
		return TypeErrorf("%s() takes no keyword arguments", TypeOf(self).Name)
	}
	e := As[Exception](self)
	if e.args == nil || !sameItems(e.args.Items(), args) {
		e.SetArgs(NewTuple(args...))
	}
	return nil
}

func sameItems(a, b []Value) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func excStr(t *Thread, self Value) (Value, error) {
	args := As[Exception](self).Args()
	switch args.Len() {
	case 0:
		return ToValue(strEmpty), nil
	case 1:
		return ToStr(t, args.Item(0))
	}
	return ToStr(t, ToValue(args))
}

func excRepr(t *Thread, self Value) (Value, error) {
	args := As[Exception](self).Args()
	name := TypeOf(self).Name
	if args.Len() == 1 {
		r, err := ReprString(t, args.Item(0))
		return StrValue(name + "(" + r + ")"), err
	}
	r, err := ReprString(t, ToValue(args))
	return StrValue(name + r), err
}

// excDict returns the attributes of an exception as a dict, zero where there are none.
func excDict(self Value) Value {
	d := NewDict()
	PeekDict(self, func(k, v Value) {
		if s, ok := StrOf(k); ok {
			d.SetStr(s, v)
		}
	})
	if d.Len() == 0 {
		return Value{}
	}
	return ToValue(d)
}

// excReduce is the reduction (class, args[, state]).
func excReduceWith(self Value, args, state Value) Value {
	if state.IsZero() {
		return ToValue(NewTuple(ToValue(TypeOf(self)), args))
	}
	return ToValue(NewTuple(ToValue(TypeOf(self)), args, state))
}

// setException checks assignment to __context__ and __cause__.
func setException(name string, field func(e *Exception) *Value) func(t *Thread, self, v Value) error {
	return func(t *Thread, self, v Value) error {
		if v.IsZero() {
			return TypeErrorf("%s may not be deleted", name)
		}
		if v == None {
			v = Value{}
		} else if !IsInstance(v, &BaseExceptionType) {
			return TypeErrorf("exception %s must be None or derive from BaseException", name[2:len(name)-2])
		}
		*field(As[Exception](self)) = v
		return nil
	}
}

func baseExceptionGetSets() []GetSetDef {
	setCause := setException("__cause__", func(e *Exception) *Value { return &e.Cause })
	return []GetSetDef{
		{Name: "__dict__", Get: dictGetSet.Get, Set: dictGetSet.Set},
		{Name: "args", Get: func(t *Thread, v Value) (Value, error) { return ToValue(As[Exception](v).Args()), nil },
			Set: func(t *Thread, self, v Value) error {
				if v.IsZero() {
					return TypeErrorf("args may not be deleted")
				}
				p, err := ToTuple(t, v)
				if err == nil {
					As[Exception](self).SetArgs(p)
				}
				return err
			}},
		{Name: "__traceback__", Get: func(t *Thread, v Value) (Value, error) {
			if tb := As[Exception](v).Tb; tb != nil {
				return ToValue(tb), nil
			}
			return None, nil
		}, Set: func(t *Thread, self, v Value) error { return setTraceback(As[Exception](self), v) }},
		{Name: "__context__", Doc: "exception context", Get: func(t *Thread, v Value) (Value, error) { return orNone(As[Exception](v).Context), nil },
			Set: setException("__context__", func(e *Exception) *Value { return &e.Context })},
		{Name: "__cause__", Doc: "exception cause", Get: func(t *Thread, v Value) (Value, error) { return orNone(As[Exception](v).Cause), nil },
			Set: func(t *Thread, self, v Value) error {
				err := setCause(t, self, v)
				if err == nil {
					As[Exception](self).Suppress = true
				}
				return err
			}},
		{Name: "__suppress_context__", Member: true, Get: func(t *Thread, v Value) (Value, error) { return Bool(As[Exception](v).Suppress), nil },
			Set: func(t *Thread, self, v Value) error {
				if v != True && v != False {
					if v.IsZero() {
						return TypeErrorf("can't delete numeric/char attribute")
					}
					return TypeErrorf("attribute value type must be bool")
				}
				As[Exception](self).Suppress = v == True
				return nil
			}},
	}
}

func setTraceback(e *Exception, v Value) error {
	switch {
	case v.IsZero():
		return TypeErrorf("__traceback__ may not be deleted")
	case v == None:
		e.Tb = nil
	case Is(v, &TracebackType):
		e.Tb = As[Traceback](v)
	default:
		return TypeErrorf("__traceback__ must be a traceback or None")
	}
	return nil
}

func baseExceptionMethods() []FuncDef {
	return []FuncDef{
		{Name: "__reduce__", NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return excReduceWith(self, ToValue(As[Exception](self).Args()), excDict(self)), nil
		}},
		{Name: "__setstate__", Sig: "object, /", NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			if args[0] == None {
				return None, nil
			}
			d, ok := DictOf(args[0])
			if !ok {
				return Value{}, TypeErrorf("state is not a dictionary")
			}
			for i := 0; ; {
				k, v, next, ok := d.NextEntry(i)
				if !ok {
					return None, nil
				}
				i = next
				name, ok := StrOf(k)
				if !ok {
					return Value{}, TypeErrorf("attribute name must be string, not '%s'", TypeOf(k))
				}
				if err := SetAttr(t, self, InternStr(name), v); err != nil {
					return Value{}, err
				}
			}
		}},
		{Name: "with_traceback", Sig: "object, /", NoSig: true, Doc: "Exception.with_traceback(tb) --\nReplace the traceback; the exception is the result.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return self, setTraceback(As[Exception](self), args[0])
		}},
		{Name: "add_note", Sig: "object, /", NoSig: true, Doc: "Exception.add_note(note) --\nAppend a line for the end of the traceback's text.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			if _, ok := StrOf(args[0]); !ok {
				return Value{}, TypeErrorf("note must be a str, not '%s'", TypeOf(args[0]))
			}
			notes, err := FindAttr(t, self, strNotes)
			if err != nil {
				return Value{}, err
			}
			if notes.IsZero() {
				notes = ToValue(MakeList(1))
				if err := SetAttr(t, self, strNotes, notes); err != nil {
					return Value{}, err
				}
			}
			l, ok := ListOf(notes)
			if !ok {
				return Value{}, TypeErrorf("Cannot add note: __notes__ is not a list")
			}
			l.Append(args[0])
			return None, nil
		}},
	}
}

func traverseException(v Value, visit func(Value)) {
	e := As[Exception](v)
	if e.args != nil {
		visit(ToValue(e.args))
	}
	if e.Tb != nil {
		visit(ToValue(e.Tb))
	}
	visitOpt(visit, e.Cause)
	visitOpt(visit, e.Context)
}

// valueField is a settable attribute of an exception that is a field; absent ones read as None.
func valueField(name, doc string, offset uintptr) MemberDef {
	return MemberDef{Name: name, Doc: doc, Offset: offset, Optional: true}
}

// fieldInit makes an Init slot that takes keyword-only fields beside the arguments, as NameError and ImportError do. class
// is the one that messages name, for derived classes too.
func fieldInit(class string, names []string, field func(self Value, i int) *Value) InitFunc {
	def := &FuncDef{Name: class, Sig: "*, " + strings.Join(names, "=None, ") + "=None"}
	return func(t *Thread, self Value, args []Value, kw *Tuple) error {
		npos := len(args) - kw.Len()
		if err := excInit(t, self, args[:npos], nil); err != nil {
			return err
		}
		var bound [3]Value
		err := def.BindArgs(bound[:len(names)], args[npos:], kw)
		for i := range names {
			*field(self, i) = bound[i]
		}
		return err
	}
}

// fieldState is the state for pickling: the attributes and the fields that are set.
func fieldState(self Value, names []string, field func(self Value, i int) *Value) Value {
	state := excDict(self)
	for i, n := range names {
		if v := *field(self, i); !v.IsZero() {
			if state.IsZero() {
				state = ToValue(NewDict())
			}
			As[Dict](state).SetStr(Intern(n), v)
		}
	}
	return state
}

func initExceptions() {
	initExceptionTypes()
	typ := &BaseExceptionType
	typ.New = excNew
	typ.Init = excInit
	typ.Str = excStr
	typ.Repr = excRepr
	typ.GetSets = baseExceptionGetSets
	typ.Methods = baseExceptionMethods
	typ.Traverse = traverseException

	typ = &StopIterationType
	typ.Init = func(t *Thread, self Value, args []Value, kw *Tuple) error {
		if err := excInit(t, self, args, kw); err != nil {
			return err
		}
		As[StopIteration](self).Value = None
		if len(args) > 0 {
			As[StopIteration](self).Value = args[0]
		}
		return nil
	}
	typ.Members = func() []MemberDef {
		return []MemberDef{{Name: "value", Doc: "generator return value", Offset: unsafe.Offsetof(StopIteration{}.Value), Optional: true}}
	}
	typ.Traverse = func(v Value, visit func(Value)) {
		traverseException(v, visit)
		visitOpt(visit, As[StopIteration](v).Value)
	}

	typ = &SystemExitType
	typ.Init = func(t *Thread, self Value, args []Value, kw *Tuple) error {
		if err := excInit(t, self, args, kw); err != nil {
			return err
		}
		code := None
		if len(args) == 1 {
			code = args[0]
		} else if len(args) > 1 {
			code = ToValue(As[Exception](self).Args())
		}
		As[SystemExit](self).Code = code
		return nil
	}
	typ.Members = func() []MemberDef {
		return []MemberDef{{Name: "code", Doc: "exception code", Offset: unsafe.Offsetof(SystemExit{}.Code), Optional: true}}
	}

	KeyErrorType.Str = func(t *Thread, self Value) (Value, error) {
		if args := As[Exception](self).Args(); args.Len() == 1 {
			return Repr(t, args.Item(0))
		}
		return excStr(t, self)
	}

	nameField := func(self Value, i int) *Value { return &As[NameErrorObject](self).Name }
	NameErrorType.Init = fieldInit("NameError", []string{"name"}, nameField)
	NameErrorType.Str = excStr
	NameErrorType.Members = func() []MemberDef {
		return []MemberDef{valueField("name", "the name that was not found", unsafe.Offsetof(NameErrorObject{}.Name))}
	}

	attrFields := []string{"name", "obj"}
	attrField := func(self Value, i int) *Value {
		if i == 0 {
			return &As[AttributeErrorObject](self).Name
		}
		return &As[AttributeErrorObject](self).Obj
	}
	AttributeErrorType.Init = fieldInit("AttributeError", attrFields, attrField)
	AttributeErrorType.Str = excStr
	AttributeErrorType.Members = func() []MemberDef {
		return []MemberDef{valueField("name", "the attribute that was not found", unsafe.Offsetof(AttributeErrorObject{}.Name)), valueField("obj", "the object that lacks it", unsafe.Offsetof(AttributeErrorObject{}.Obj))}
	}
	AttributeErrorType.Traverse = func(v Value, visit func(Value)) {
		traverseException(v, visit)
		visitOpt(visit, As[AttributeErrorObject](v).Obj)
	}
	AttributeErrorType.Methods = func() []FuncDef {
		state := func(self Value) Value {
			// The object is left out: it may not be picklable.
			d := excDict(self)
			if d.IsZero() {
				d = ToValue(NewDict())
			}
			if n := As[AttributeErrorObject](self).Name; !n.IsZero() {
				As[Dict](d).SetStr(Intern("name"), n)
			}
			As[Dict](d).SetStr(Intern("args"), ToValue(As[Exception](self).Args()))
			return d
		}
		return []FuncDef{
			{Name: "__getstate__", NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) { return state(self), nil }},
			reduceMethod(func(t *Thread, self Value) (Value, error) {
				return excReduceWith(self, ToValue(As[Exception](self).Args()), state(self)), nil
			}),
		}
	}

	importFields := []string{"name", "path", "name_from"}
	importField := func(self Value, i int) *Value {
		e := As[ImportErrorObject](self)
		return [...]*Value{&e.Name, &e.Path, &e.NameFrom}[i]
	}
	importInit := fieldInit("ImportError", importFields, importField)
	ImportErrorType.Init = func(t *Thread, self Value, args []Value, kw *Tuple) error {
		err := importInit(t, self, args, kw)
		e := As[ImportErrorObject](self)
		e.Msg = Value{}
		if len(args)-kw.Len() == 1 {
			e.Msg = args[0]
		}
		return err
	}
	ImportErrorType.Str = func(t *Thread, self Value) (Value, error) {
		if m := As[ImportErrorObject](self).Msg; Is(m, &StrType) {
			return m, nil
		}
		return excStr(t, self)
	}
	ImportErrorType.Members = func() []MemberDef {
		return []MemberDef{
			{Name: "msg", Doc: "exception message", Offset: unsafe.Offsetof(ImportErrorObject{}.Msg), Optional: true},
			{Name: "name", Doc: "module name", Offset: unsafe.Offsetof(ImportErrorObject{}.Name), Optional: true},
			{Name: "path", Doc: "module path", Offset: unsafe.Offsetof(ImportErrorObject{}.Path), Optional: true},
			{Name: "name_from", Doc: "which name of the module was wanted", Offset: unsafe.Offsetof(ImportErrorObject{}.NameFrom), Optional: true},
		}
	}
	ImportErrorType.Methods = func() []FuncDef {
		return []FuncDef{reduceMethod(func(t *Thread, self Value) (Value, error) {
			return excReduceWith(self, ToValue(As[Exception](self).Args()), fieldState(self, importFields, importField)), nil
		})}
	}
	initSyntaxError()
	initUnicodeErrors()
}

func initSyntaxError() {
	typ := &SyntaxErrorType
	fields := func(e *SyntaxErrorObject) [6]*Value {
		return [...]*Value{&e.Filename, &e.Lineno, &e.Offset, &e.Text, &e.EndLineno, &e.EndOffset}
	}
	typ.Init = func(t *Thread, self Value, args []Value, kw *Tuple) error {
		if err := excInit(t, self, args, kw); err != nil {
			return err
		}
		e := As[SyntaxErrorObject](self)
		e.Msg, e.PrintFileAndLine = Value{}, Value{}
		for _, f := range fields(e) {
			*f = Value{}
		}
		if len(args) >= 1 {
			e.Msg = args[0]
		}
		if len(args) != 2 {
			return nil
		}
		info, err := ToTuple(t, args[1])
		if err != nil {
			return err
		}
		n := info.Len()
		switch {
		case n < 4:
			return TypeErrorf("function takes at least 4 arguments (%d given)", n)
		case n > 6:
			return TypeErrorf("function takes at most 6 arguments (%d given)", n)
		}
		for i, v := range info.Items() {
			*fields(e)[i] = v
		}
		if n == 5 {
			return TypeErrorf("end_offset must be provided when end_lineno is provided")
		}
		return nil
	}
	typ.Str = func(t *Thread, self Value) (Value, error) {
		e := As[SyntaxErrorObject](self)
		file, isFile := StrOf(orNone(e.Filename))
		line, isLine := Int64Of(orNone(e.Lineno))
		msg, err := ToStr(t, orNone(e.Msg))
		if err != nil || !isFile && !isLine {
			return msg, err
		}
		text := As[Str](msg).String()
		name := ""
		if isFile {
			name = file.String()
			for i := len(name) - 1; i >= 0; i-- {
				if name[i] == '/' {
					name = name[i+1:]
					break
				}
			}
		}
		switch {
		case isFile && isLine:
			text += " (" + name + ", line " + strconv.FormatInt(line, 10) + ")"
		case isFile:
			text += " (" + name + ")"
		default:
			text += " (line " + strconv.FormatInt(line, 10) + ")"
		}
		return StrValue(text), nil
	}
	typ.Members = func() []MemberDef {
		return []MemberDef{
			{Name: "msg", Doc: "exception msg", Offset: unsafe.Offsetof(SyntaxErrorObject{}.Msg), Optional: true},
			{Name: "filename", Doc: "exception filename", Offset: unsafe.Offsetof(SyntaxErrorObject{}.Filename), Optional: true},
			{Name: "lineno", Doc: "exception lineno", Offset: unsafe.Offsetof(SyntaxErrorObject{}.Lineno), Optional: true},
			{Name: "offset", Doc: "exception offset", Offset: unsafe.Offsetof(SyntaxErrorObject{}.Offset), Optional: true},
			{Name: "text", Doc: "exception text", Offset: unsafe.Offsetof(SyntaxErrorObject{}.Text), Optional: true},
			{Name: "end_lineno", Doc: "exception end lineno", Offset: unsafe.Offsetof(SyntaxErrorObject{}.EndLineno), Optional: true},
			{Name: "end_offset", Doc: "exception end offset", Offset: unsafe.Offsetof(SyntaxErrorObject{}.EndOffset), Optional: true},
			{Name: "print_file_and_line", Doc: "left over; never set", Offset: unsafe.Offsetof(SyntaxErrorObject{}.PrintFileAndLine), Optional: true},
		}
	}
}

// NewUnicodeError makes a UnicodeEncodeError (object is a str), UnicodeDecodeError (bytes) or UnicodeTranslateError
// (str; encoding is then unused).
func NewUnicodeError(typ *Type, encoding string, object Value, start, end int, reason string) error {
	e := newException(typ)
	u := (*UnicodeErrorObject)(unsafe.Pointer(e))
	u.Object, u.Reason, u.Start, u.End = object, StrValue(reason), start, end
	if typ == &UnicodeTranslateErrorType {
		e.args = NewTuple(object, Int(int64(start)), Int(int64(end)), u.Reason)
		return e
	}
	u.Encoding = StrValue(encoding)
	e.args = NewTuple(u.Encoding, object, Int(int64(start)), Int(int64(end)), u.Reason)
	return e
}

func unicodeErrorInit(kinds string) InitFunc {
	return func(t *Thread, self Value, args []Value, kw *Tuple) error {
		if err := excInit(t, self, args, kw); err != nil {
			return err
		}
		if len(args) != len(kinds) {
			return TypeErrorf("function takes exactly %d arguments (%d given)", len(kinds), len(args))
		}
		e := As[UnicodeErrorObject](self)
		for i, k := range kinds {
			v := args[i]
			switch k {
			case 'e', 'o', 'r':
				if _, ok := StrOf(v); !ok {
					return TypeErrorf("argument %d must be str, not %s", i+1, argTypeName(v))
				}
			case 's', 'n':
				n, err := IndexInt(t, v, &OverflowErrorType)
				if err != nil {
					return err
				}
				if k == 's' {
					e.Start = n
				} else {
					e.End = n
				}
			}
			switch k {
			case 'e':
				e.Encoding = v
			case 'o':
				e.Object = v
			case 'r':
				e.Reason = v
			case 'b':
				if _, ok := BytesOf(v); !ok {
					buf, err := GetBuffer(t, v, BufSimple)
					if err != nil {
						return err
					}
					v = NewBytes(append([]byte(nil), buf.Data...))
					if buf.Release != nil {
						buf.Release()
					}
				}
				e.Object = v
			}
		}
		return nil
	}
}

func unicodeErrorStr(t *Thread, self Value) (Value, error) {
	e := As[UnicodeErrorObject](self)
	if e.Object.IsZero() {
		return ToValue(strEmpty), nil
	}
	text := func(v Value) string {
		if s, err := StrString(t, orNone(v)); err == nil {
			return s
		}
		return ""
	}
	reason := text(e.Reason)
	n := 0
	s, isStr := StrOf(e.Object)
	b, _ := BytesOf(e.Object)
	if isStr {
		n = s.Len()
	} else {
		n = len(b)
	}
	start, end := e.Start, e.End
	verb := "encode"
	if !isStr {
		verb = "decode"
	} else if e.Encoding.IsZero() {
		verb = "translate"
	}
	head := ""
	if verb != "translate" {
		head = "'" + text(e.Encoding) + "' codec "
	}
	where := "position " + strconv.Itoa(start) + "-" + strconv.Itoa(end-1)
	if end == start+1 && 0 <= start && start < n {
		where = "position " + strconv.Itoa(start)
		if isStr {
			return StrValue(head + "can't " + verb + " character '" + escapeRune(s.At(start)) + "' in " + where + ": " + reason), nil
		}
		return StrValue(head + "can't decode byte 0x" + hex2(b[start]) + " in " + where + ": " + reason), nil
	}
	if isStr {
		return StrValue(head + "can't " + verb + " characters in " + where + ": " + reason), nil
	}
	return StrValue(head + "can't decode bytes in " + where + ": " + reason), nil
}

func hex2(c byte) string {
	const digits = "0123456789abcdef"
	return string([]byte{digits[c>>4], digits[c&15]})
}

// escapeRune is the escape of a code point as \xNN, \uNNNN or \UNNNNNNNN.
func escapeRune(r rune) string {
	h := strconv.FormatUint(uint64(r), 16)
	pad := func(n int) string {
		for len(h) < n {
			h = "0" + h
		}
		return h
	}
	switch {
	case r < 0x100:
		return "\\x" + pad(2)
	case r < 0x10000:
		return "\\u" + pad(4)
	}
	return "\\U" + pad(8)
}

func initUnicodeErrors() {
	for _, d := range []struct {
		typ   *Type
		kinds string
	}{{&UnicodeEncodeErrorType, "eosnr"}, {&UnicodeDecodeErrorType, "ebsnr"}, {&UnicodeTranslateErrorType, "osnr"}} {
		d.typ.New, d.typ.Init = excNew, unicodeErrorInit(d.kinds)
		d.typ.Str = unicodeErrorStr
		d.typ.Members = func() []MemberDef {
			return []MemberDef{
				{Name: "encoding", Doc: "exception encoding", Offset: unsafe.Offsetof(UnicodeErrorObject{}.Encoding), Optional: true},
				{Name: "object", Doc: "exception object", Offset: unsafe.Offsetof(UnicodeErrorObject{}.Object), Optional: true},
				{Name: "reason", Doc: "exception reason", Offset: unsafe.Offsetof(UnicodeErrorObject{}.Reason), Optional: true},
			}
		}
		d.typ.GetSets = func() []GetSetDef {
			index := func(name, doc string, p func(e *UnicodeErrorObject) *int) GetSetDef {
				return GetSetDef{Name: name, Doc: doc, Member: true, Get: func(t *Thread, v Value) (Value, error) {
					return Int(int64(*p(As[UnicodeErrorObject](v)))), nil
				}, Set: func(t *Thread, self, v Value) error {
					if v.IsZero() {
						return TypeErrorf("can't delete numeric/char attribute")
					}
					n, err := IndexInt(t, v, &OverflowErrorType)
					*p(As[UnicodeErrorObject](self)) = n
					return err
				}}
			}
			return []GetSetDef{
				index("start", "exception start", func(e *UnicodeErrorObject) *int { return &e.Start }),
				index("end", "exception end", func(e *UnicodeErrorObject) *int { return &e.End }),
			}
		}
	}
}
