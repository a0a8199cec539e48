package objects

import (
	"strconv"
	"strings"
	"unsafe"
)

// FuncKind says how a declared function binds.
type FuncKind uint8

// The kinds of declared functions.
const (
	MethodFunc FuncKind = iota // a method of a type, or a function of a module
	ClassFunc                  // a class method: self is the class
	StaticFunc                 // a static method: self is zero
)

// FuncDef declares a built-in function or method. Sig is its signature as Python writes it, without self and without
// parentheses: "object, /", "key=None, *, reverse=False", "*args, **kwargs". A parameter that is optional without a
// default that a program could write has "=?"; it is left out of __text_signature__.
//
// The signature alone decides how arguments are checked and which message CPython would give: no parameters
// (METH_NOARGS), one positional-only parameter (METH_O), positional-only parameters (_PyArg_CheckPositional), or
// keywords as well (_PyArg_UnpackKeywords).
type FuncDef struct {
	Name string
	Sig  string
	Doc  string
	Kind FuncKind
	// Fn receives one argument for each parameter, zero where it was omitted; *args arrives as a tuple, **kwargs as a
	// dict (zero when empty).
	Fn func(t *Thread, self Value, args []Value) (Value, error)
	// Raw, instead of Fn, receives the arguments unchecked. Sig then only documents.
	Raw CallFunc
	// NoSig leaves __text_signature__ out (None).
	NoSig bool
	// Varargs says that CPython's function takes its arguments as a tuple and no keywords (METH_VARARGS), which shows in the
	// message about keywords: the name stands there alone, without its class or module.
	Varargs bool
	// Nameless says that CPython checks the arguments without knowing the function's name, which messages then lack
	// (PyArg_ParseTuple with a format that ends in no name).
	Nameless bool
	// SetsHooks says that the function installs or removes hooks: the interpreter's loop does not call it in the short way,
	// after which it would not look whether it has to go on with them.
	SetsHooks bool
	// Consumes says that the function iterates over its only argument, and does not keep it.
	Consumes bool

	sig *signature
}

// param is one parameter of a signature.
type param struct {
	name     string
	kwOnly   bool
	optional bool
}

// signature is a parsed Sig.
type signature struct {
	params      []param // without *args and **kwargs
	posOnly     int     // number of positional-only parameters
	maxPos      int     // number of parameters that may be given by position
	minPos      int     // number of required ones among them
	varArgs     int     // index in the bound arguments of *args, or -1
	varKeywords int     // index of **kwargs, or -1
	total       int     // number of bound arguments
	direct      int     // number of arguments by position that need no binding at all, or -1
	positional  bool    // arguments by position need only be counted and copied
	names       []*Str  // interned names, made at the first call with keywords
}

// parseSignature reads Sig.
func parseSignature(text string) *signature {
	s := &signature{varArgs: -1, varKeywords: -1}
	kwOnly := false
	for part := range splitParams(text) {
		part = strings.TrimSpace(part)
		switch {
		case part == "":
		case part == "/":
			s.posOnly = len(s.params)
		case part == "*":
			kwOnly = true
		case strings.HasPrefix(part, "**"):
			s.varKeywords = 0
		case strings.HasPrefix(part, "*"):
			s.varArgs = 0
			kwOnly = true
		default:
			name, _, optional := strings.Cut(part, "=")
			s.params = append(s.params, param{strings.TrimSpace(name), kwOnly, optional})
			if !kwOnly {
				s.maxPos++
				if !optional {
					s.minPos++
				}
			}
		}
	}
	s.total = len(s.params)
	if s.varArgs == 0 {
		s.varArgs = s.total
		s.total++
	}
	if s.varKeywords == 0 {
		s.varKeywords = s.total
		s.total++
	}
	s.direct = -1
	if s.varArgs < 0 && s.varKeywords < 0 {
		if s.maxPos == s.total {
			s.direct = s.total
		}
		s.positional = true
		for _, p := range s.params {
			s.positional = s.positional && (!p.kwOnly || p.optional)
		}
	}
	return s
}

// splitParams yields the parameters of a signature; commas within brackets or quotes do not separate.
func splitParams(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		depth, start := 0, 0
		var quote byte
		for i := 0; i < len(text); i++ {
			switch c := text[i]; {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '\'' || c == '"':
				quote = c
			case c == '(' || c == '[' || c == '{':
				depth++
			case c == ')' || c == ']' || c == '}':
				depth--
			case c == ',' && depth == 0:
				if !yield(text[start:i]) {
					return
				}
				start = i + 1
			}
		}
		yield(text[start:])
	}
}

func (d *FuncDef) signature() *signature {
	if d.sig == nil {
		d.sig = parseSignature(d.Sig)
		if d.Raw != nil || d.SetsHooks {
			d.sig.direct = -1
		}
	}
	return d.sig
}

// TextSignature returns __text_signature__, None where there is none. first is the name of the bound first parameter:
// "$self", "$type", "$module" or empty.
func (d *FuncDef) TextSignature(first string) Value {
	if d.NoSig || strings.Contains(d.Sig, "=?") {
		return None
	}
	sig := d.Sig
	switch {
	case first == "":
	case sig == "":
		sig = first + ", /"
	case strings.HasPrefix(sig, "/"), strings.Contains(sig, "/"):
		sig = first + ", " + sig
	default:
		sig = first + ", /, " + sig
	}
	return StrValue("(" + sig + ")")
}

// call checks and binds the arguments and calls the function. full is the name for messages that CPython builds from
// __qualname__ ("list.append()").
func (d *FuncDef) call(t *Thread, self Value, args []Value, kw *Tuple, full func() string) (Value, error) {
	if d.Raw != nil {
		return d.Raw(t, self, args, kw)
	}
	s := d.sig
	if s == nil {
		s = d.signature()
	}
	if kw == nil {
		n := len(args)
		if n == s.direct {
			return d.Fn(t, self, args)
		}
		if s.positional && n >= s.minPos && n <= s.maxPos {
			base, m := t.Reserve(s.total + 1)
			bound := unsafe.Slice(base, s.total)
			// The spare register too, so that it keeps nothing alive.
			clear(unsafe.Slice(base, s.total+1)[copy(bound, args):])
			v, err := d.Fn(t, self, bound)
			t.Release(m)
			return v, err
		}
	}
	base, m := t.Reserve(s.total + 1)
	clear(unsafe.Slice(base, s.total+1))
	bound := unsafe.Slice(base, s.total)
	var err error
	if d.Nameless {
		err = s.bindNameless(d.Name, bound, args, kw)
	} else {
		err = s.bind(d.Name, bound, args, kw, full, false)
	}
	var v Value
	if err == nil {
		v, err = d.Fn(t, self, bound)
	}
	t.Release(m)
	return v, err
}

// CallPositional calls the function with arguments by position, where those need only be counted and copied; ok is false
// where they do not, or not as many are given.
func (d *FuncDef) CallPositional(t *Thread, self Value, args []Value) (v Value, ok bool, err error) {
	s, n := d.sig, len(args)
	switch {
	case s == nil:
		return Value{}, false, nil
	case n == s.direct:
		v, err = d.Fn(t, self, args)
		return v, true, err
	case !s.positional || n < s.minPos || n > s.maxPos:
		return Value{}, false, nil
	}
	base, m := t.Reserve(s.total + 1)
	bound := unsafe.Slice(base, s.total)
	clear(unsafe.Slice(base, s.total+1)[copy(bound, args):]) // the spare register too, as in call
	v, err = d.Fn(t, self, bound)
	t.Release(m)
	return v, true, err
}

// Direct reports whether n arguments by position can be given to Fn as they are.
func (d *FuncDef) Direct(n int) bool { return d.sig != nil && d.sig.direct == n }

// BindArgs checks arguments against a signature text for a slot (New, Init, Call) and stores them in bound, which has
// an element for each parameter. name is the function's name in messages.
func (d *FuncDef) BindArgs(bound, args []Value, kw *Tuple) error {
	clear(bound)
	return d.signature().bind(d.Name, bound, args, kw, func() string { return d.Name + "()" }, true)
}

// NumParams returns the number of bound arguments.
func (d *FuncDef) NumParams() int { return d.signature().total }

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// bind checks arguments and stores them in bound. slot says that a slot of a type is called, not a function, which for a
// single parameter has a message of its own (METH_O).
func (s *signature) bind(name string, bound, args []Value, kw *Tuple, full func() string, slot bool) error {
	nkw := kw.Len()
	npos := len(args) - nkw
	if s.maxPos == s.posOnly && len(s.params) == s.posOnly && s.varKeywords < 0 {
		// Positional-only: METH_NOARGS, METH_O or METH_FASTCALL.
		if nkw > 0 {
			return TypeErrorf("%s takes no keyword arguments", full())
		}
		if s.varArgs < 0 {
			switch {
			case s.maxPos == 0:
				if npos > 0 {
					return TypeErrorf("%s takes no arguments (%d given)", full(), npos)
				}
			case s.maxPos == 1 && s.minPos == 1 && !slot:
				if npos != 1 {
					return TypeErrorf("%s takes exactly one argument (%d given)", full(), npos)
				}
			}
		}
		if npos < s.minPos || npos > s.maxPos && s.varArgs < 0 {
			return CountError(name, npos, s.minPos, s.maxPos, s.varArgs >= 0)
		}
		n := copy(bound[:s.maxPos], args)
		if s.varArgs >= 0 {
			bound[s.varArgs] = ToValue(NewTuple(args[n:]...))
		}
		return nil
	}
	nparams := len(s.params)
	if npos+nkw > nparams && s.varArgs < 0 && s.varKeywords < 0 {
		word := ""
		if npos == 0 {
			word = "keyword "
		}
		return TypeErrorf("%s takes at most %d %sargument%s (%d given)", function(name), nparams, word, plural(nparams), npos+nkw)
	}
	if npos > s.maxPos && s.varArgs < 0 {
		if s.maxPos == 0 {
			return TypeErrorf("%s takes no positional arguments", function(name))
		}
		word := "exactly"
		if s.minPos < s.maxPos {
			word = "at most"
		}
		return TypeErrorf("%s takes %s %d positional argument%s (%d given)", function(name), word, s.maxPos, plural(s.maxPos), npos)
	}
	if npos < s.posOnly {
		required := 0
		for i := range s.posOnly {
			if !s.params[i].optional {
				required++
			}
		}
		if npos < required {
			word := "exactly"
			if required < s.maxPos {
				word = "at least"
			}
			return TypeErrorf("%s takes %s %d positional argument%s (%d given)", function(name), word, required, plural(required), npos)
		}
	}
	n := copy(bound[:s.maxPos], args[:npos])
	if s.varArgs >= 0 {
		bound[s.varArgs] = ToValue(NewTuple(args[n:npos]...))
	}
	if nkw > 0 {
		if s.names == nil {
			s.names = make([]*Str, nparams)
			for i, p := range s.params {
				s.names[i] = Intern(p.name)
			}
		}
		var rest *Dict
	keywords:
		for i := range nkw {
			key := As[Str](kw.Item(i))
			for j := s.posOnly; j < nparams; j++ {
				if s.names[j] == key || s.names[j].Equal(key) {
					if !bound[j].IsZero() {
						return TypeErrorf("argument for %s given by name ('%s') and position (%d)", function(name), key, j+1)
					}
					bound[j] = args[npos+i]
					continue keywords
				}
			}
			if s.varKeywords < 0 {
				return s.unexpected(name, key, bound)
			}
			if rest == nil {
				rest = NewDict()
				bound[s.varKeywords] = ToValue(rest)
			}
			rest.SetStr(key, args[npos+i])
		}
	}
	for i, p := range s.params {
		if !p.optional && bound[i].IsZero() {
			if p.kwOnly {
				return TypeErrorf("%s missing required keyword-only argument: '%s'", function(name), p.name)
			}
			return s.missing(name, i)
		}
	}
	return nil
}

// bindNameless is bind for functions that messages do not name. Only where keywords are not taken at all is the name known.
func (s *signature) bindNameless(name string, bound, args []Value, kw *Tuple) error {
	if s.maxPos != s.posOnly || len(s.params) != s.posOnly {
		return s.bind("", bound, args, kw, nil, true)
	}
	if kw.Len() > 0 {
		return TypeErrorf("%s() takes no keyword arguments", name)
	}
	if n := len(args); n < s.minPos || n > s.maxPos {
		word, limit := "exactly", s.minPos
		switch {
		case s.minPos == s.maxPos:
		case n < s.minPos:
			word = "at least"
		default:
			word, limit = "at most", s.maxPos
		}
		return TypeErrorf("function takes %s %d argument%s (%d given)", word, limit, plural(limit), n)
	}
	copy(bound, args)
	return nil
}

// function is how messages about the number of arguments name a function; some of CPython's have no name for that.
func function(name string) string {
	if name == "" {
		return "function"
	}
	return name + "()"
}

// called is how messages about a keyword name a function.
func called(name string) string {
	if name == "" {
		return "this function"
	}
	return name + "()"
}

func (s *signature) missing(name string, i int) error {
	return TypeErrorf("%s missing required argument '%s' (pos %s)", function(name), s.params[i].name, strconv.Itoa(i+1))
}

// unexpected is the error of a keyword that no parameter has; a missing required argument is reported first.
func (s *signature) unexpected(name string, key *Str, bound []Value) error {
	for i, p := range s.params {
		if !p.optional && !p.kwOnly && bound[i].IsZero() {
			return s.missing(name, i)
		}
	}
	if near := Suggest(key, s.names[s.posOnly:]); near != nil {
		return TypeErrorf("%s got an unexpected keyword argument '%s'. Did you mean '%s'?", called(name), key, near)
	}
	return TypeErrorf("%s got an unexpected keyword argument '%s'", called(name), key)
}

// CountError is the error of a wrong number of positional arguments: "pop expected at most 1 argument, got 2".
func CountError(name string, got, minimum, maximum int, unbounded bool) error {
	if got < minimum {
		word := "at least "
		if minimum == maximum && !unbounded {
			word = ""
		}
		return TypeErrorf("%s expected %s%d argument%s, got %d", name, word, minimum, plural(minimum), got)
	}
	word := "at most "
	if minimum == maximum {
		word = ""
	}
	return TypeErrorf("%s expected %s%d argument%s, got %d", name, word, maximum, plural(maximum), got)
}

// NoKeywords fails where keywords were given.
func NoKeywords(name string, kw *Tuple) error {
	if kw.Len() > 0 {
		return TypeErrorf("%s() takes no keyword arguments", name)
	}
	return nil
}

// OwnNoKeywords is NoKeywords of __new__ of a type, for itself and derived types without an __init__ of their own, which keywords may
// be meant for.
func OwnNoKeywords(base, typ *Type, kw *Tuple) error {
	if kw.Len() > 0 && (typ == base || funcEqual(typ.Init, base.Init)) {
		return NoKeywords(base.Name, kw)
	}
	return nil
}

// NewBound makes a New slot from a function with a declared signature, so that constructors share the checking of
// functions. fn receives the bound arguments, zero where omitted.
func NewBound(name, sig string, fn func(t *Thread, typ *Type, args []Value) (Value, error)) NewFunc {
	def := &FuncDef{Name: name, Sig: sig}
	return func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) {
		s := def.signature()
		if kw.Len() > 0 && len(s.params) == s.posOnly && s.varKeywords < 0 && typ.Flags&FlagHeap != 0 && !funcEqual(typ.Init, typ.solid.Init) {
			// Keywords are for the __init__ of the derived class.
			args, kw = args[:len(args)-kw.Len()], nil
		}
		base, m := t.Reserve(s.total + 1)
		clear(unsafe.Slice(base, s.total+1))
		bound := unsafe.Slice(base, s.total)
		err := s.bind(def.Name, bound, args, kw, func() string { return def.Name + "()" }, true)
		var v Value
		if err == nil {
			v, err = fn(t, typ, bound)
		}
		t.Release(m)
		return v, err
	}
}

// InitBound is [NewBound] for an Init slot.
func InitBound(name, sig string, fn func(t *Thread, self Value, args []Value) error) InitFunc {
	def := &FuncDef{Name: name, Sig: sig}
	return func(t *Thread, self Value, args []Value, kw *Tuple) error {
		s := def.signature()
		base, m := t.Reserve(s.total + 1)
		clear(unsafe.Slice(base, s.total+1))
		bound := unsafe.Slice(base, s.total)
		err := s.bind(def.Name, bound, args, kw, func() string { return def.Name + "()" }, true)
		if err == nil {
			err = fn(t, self, bound)
		}
		t.Release(m)
		return err
	}
}

// GetSetDef declares a computed attribute of a built-in type.
type GetSetDef struct {
	Name string
	Doc  string
	Get  func(t *Thread, self Value) (Value, error)
	Set  func(t *Thread, self, v Value) error // nil: read-only; v is zero for deletion
	// Member says that the attribute is a field of CPython's struct, and so its descriptor a member_descriptor.
	Member bool
}

// MemberDef declares an attribute that is a field of the Go struct, or a __slots__ value.
type MemberDef struct {
	Name     string
	Doc      string
	Offset   uintptr // of a Value field
	ReadOnly bool
	// Slot is the index of a __slots__ value plus one; Offset is then unused.
	Slot int
	// Optional says that a zero value reads as None rather than raising AttributeError.
	Optional bool
	// Get and Set, instead of Offset, compute an attribute that is a member in CPython but no plain field here.
	Get func(self Value) Value
	Set func(self, v Value)

	// computed is the definition of an attribute that is declared as a GetSetDef.
	computed *GetSetDef
}

// argTypeName is what messages about an argument of the wrong type call its type: None is called by its name.
func argTypeName(v Value) any {
	if v == None {
		return "None"
	}
	return TypeOf(v)
}
