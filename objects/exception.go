package objects

import (
	"fmt"
	"unsafe"
)

// Exception is an instance of BaseException or of a class derived from it. It is also the Go error that carries a raised
// exception: everything in Adder that may raise returns error, and every such error is an *Exception.
//
// The message of an exception that Adder itself raises is formatted when it is first read: most exceptions are caught
// without anybody looking at it.
type Exception struct {
	Head
	Attrs
	args *Tuple // nil while format holds the message
	// format and operands make the only argument of a lazily formatted exception.
	format   string
	operands []any
	Tb       *Traceback
	Cause    Value // an exception, None or zero
	Context  Value // an exception or zero
	Suppress bool  // __suppress_context__
	// Raised says that the exception has been raised, so that its context is decided.
	Raised bool
}

// Error makes an Exception a Go error: the class and the message, as the last line of a traceback.
func (e *Exception) Error() string {
	msg := ""
	if args := e.Args(); args.Len() > 0 {
		if s, ok := StrOf(args.Item(0)); ok {
			msg = s.String()
		}
	}
	if msg == "" {
		return e.typ.TpName()
	}
	return e.typ.TpName() + ": " + msg
}

// Value returns the exception as a Value.
func (e *Exception) Value() Value { return Value{unsafe.Pointer(e)} }

// Type returns the class of the exception.
func (e *Exception) Type() *Type { return e.typ }

// Args returns the arguments of the exception.
func (e *Exception) Args() *Tuple {
	if e.args == nil {
		if e.format == "" && e.operands == nil {
			e.args = NewTuple()
		} else {
			e.args = NewTuple(StrValue(fmt.Sprintf(e.format, e.operands...)))
			e.operands = nil
		}
	}
	return e.args
}

// SetArgs replaces the arguments.
func (e *Exception) SetArgs(args *Tuple) {
	e.args = args
	e.format, e.operands = "", nil
}

// Matches reports whether the exception is an instance of typ.
func (e *Exception) Matches(typ *Type) bool { return e.typ == typ || e.typ.IsSubtype(typ) }

// Errorf makes an exception of a built-in class whose message is formatted when it is read. The operands are strings,
// numbers, *Str or *Type (printed as CPython prints a type's name).
func Errorf(typ *Type, format string, operands ...any) error {
	e := newException(typ)
	e.format, e.operands = format, operands
	if e.format == "" {
		e.format = "%s"
		e.operands = []any{""}
	}
	return e
}

// TypeErrorf makes a TypeError.
func TypeErrorf(format string, operands ...any) error {
	return Errorf(&TypeErrorType, format, operands...)
}

// ValueErrorf makes a ValueError.
func ValueErrorf(format string, operands ...any) error {
	return Errorf(&ValueErrorType, format, operands...)
}

// OverflowErrorf makes an OverflowError.
func OverflowErrorf(format string, operands ...any) error {
	return Errorf(&OverflowErrorType, format, operands...)
}

// RuntimeErrorf makes a RuntimeError.
func RuntimeErrorf(format string, operands ...any) error {
	return Errorf(&RuntimeErrorType, format, operands...)
}

// IndexErrorf makes an IndexError.
func IndexErrorf(format string, operands ...any) error {
	return Errorf(&IndexErrorType, format, operands...)
}

// NewError makes an exception of a built-in class with the given arguments.
func NewError(typ *Type, args ...Value) error {
	e := newException(typ)
	e.args = NewTuple(args...)
	if typ.IsSubtype(&StopIterationType) && len(args) > 0 {
		As[StopIteration](e.Value()).Value = args[0]
	}
	return e
}

// KeyError makes the KeyError of a missing key.
func KeyError(key Value) error { return NewError(&KeyErrorType, key) }

// newException allocates an instance of an exception class without running __init__.
func newException(typ *Type) *Exception {
	typ.ready()
	return As[Exception](typ.Alloc(typ))
}

// AsException returns the exception that an error carries. An error of Go that nobody translated is a bug of Adder and
// becomes a SystemError.
func AsException(err error) *Exception {
	if e, ok := err.(*Exception); ok {
		return e
	}
	return Errorf(&SystemErrorType, "%s", err.Error()).(*Exception)
}

// IsError reports whether err is an exception of the given class.
func IsError(err error, typ *Type) bool {
	e, ok := err.(*Exception)
	return ok && e.Matches(typ)
}

// The classes with fields of their own. Each begins with Exception, so that a pointer to one is a pointer to the other.
type (
	StopIteration struct {
		Exception
		Value Value
	}
	SystemExit struct {
		Exception
		Code Value
	}
	ImportErrorObject struct {
		Exception
		Msg, Name, Path, NameFrom Value
	}
	NameErrorObject struct {
		Exception
		Name Value
	}
	AttributeErrorObject struct {
		Exception
		Obj, Name Value
	}
	OSErrorObject struct {
		Exception
		Errno, Strerror, Filename, Filename2, CharactersWritten Value
	}
	SyntaxErrorObject struct {
		Exception
		Msg, Filename, Lineno, Offset, Text, EndLineno, EndOffset, PrintFileAndLine Value
	}
	// UnicodeErrorObject is UnicodeEncodeError, UnicodeDecodeError or UnicodeTranslateError.
	UnicodeErrorObject struct {
		Exception
		Encoding, Object, Reason Value
		Start, End               int
	}
	ExceptionGroupObject struct {
		Exception
		Msg        Value
		Exceptions *Tuple
	}
)

// AttributeError makes the AttributeError of obj having no attribute name, with both recorded for suggestions.
func AttributeError(obj Value, name *Str) error {
	var e error
	if Is(obj, &TypeType) || IsInstance(obj, &TypeType) {
		e = Errorf(&AttributeErrorType, "type object '%s' has no attribute '%s'", As[Type](obj).TpName(), name)
	} else if Is(obj, &ModuleType) || IsInstance(obj, &ModuleType) {
		return moduleAttributeError(obj, name)
	} else {
		e = Errorf(&AttributeErrorType, "'%s' object has no attribute '%s'", TypeOf(obj), name)
	}
	return withObjName(e, obj, name)
}

func withObjName(err error, obj Value, name *Str) error {
	a := (*AttributeErrorObject)(unsafe.Pointer(err.(*Exception)))
	a.Obj, a.Name = obj, ToValue(name)
	return err
}

// NameErrorf makes a NameError, or a class derived from it, with the name recorded for suggestions.
func NameErrorf(typ *Type, name *Str, format string, operands ...any) error {
	err := Errorf(typ, format, operands...)
	(*NameErrorObject)(unsafe.Pointer(err.(*Exception))).Name = ToValue(name)
	return err
}

// SetContext records the exception being handled as the context of a newly raised one, breaking a cycle that this would
// make (language reference, 7.8).
func SetContext(t *Thread, e *Exception) {
	handled := t.HandledException()
	if handled.IsZero() || handled == e.Value() {
		return
	}
	// Walk the chain of contexts; where e is in it, cut before it. Two pointers guard against a cycle made by hand.
	slow, step := handled, false
	for o := handled; ; {
		c := As[Exception](o).Context
		if c.IsZero() || c == None {
			break
		}
		if c == e.Value() {
			As[Exception](o).Context = Value{}
			break
		}
		o = c
		if step {
			slow = As[Exception](slow).Context
			if slow == o {
				break
			}
		}
		step = !step
	}
	e.Context = handled
}

// HandledException returns the exception being handled, sys.exception(), or zero.
func (t *Thread) HandledException() Value {
	for s := t.Handled; s != nil; s = s.Prev {
		if !s.Exc.IsZero() && s.Exc != None {
			return s.Exc
		}
	}
	return Value{}
}
