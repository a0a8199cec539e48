package objects

import (
	"syscall"
	"unsafe"
)

// OSError: the class follows from the error number.

// osErrorClass returns the subclass of OSError for an error number (library reference, "OS exceptions").
func osErrorClass(errno int64) *Type {
	switch syscall.Errno(errno) {
	case syscall.EAGAIN, syscall.EALREADY, syscall.EINPROGRESS:
		return &BlockingIOErrorType
	case syscall.EPIPE, syscall.ESHUTDOWN:
		return &BrokenPipeErrorType
	case syscall.ECHILD:
		return &ChildProcessErrorType
	case syscall.ECONNABORTED:
		return &ConnectionAbortedErrorType
	case syscall.ECONNREFUSED:
		return &ConnectionRefusedErrorType
	case syscall.ECONNRESET:
		return &ConnectionResetErrorType
	case syscall.EEXIST:
		return &FileExistsErrorType
	case syscall.ENOENT:
		return &FileNotFoundErrorType
	case syscall.EISDIR:
		return &IsADirectoryErrorType
	case syscall.ENOTDIR:
		return &NotADirectoryErrorType
	case syscall.EINTR:
		return &InterruptedErrorType
	case syscall.EACCES, syscall.EPERM:
		return &PermissionErrorType
	case syscall.ESRCH:
		return &ProcessLookupErrorType
	case syscall.ETIMEDOUT:
		return &TimeoutErrorType
	}
	return &OSErrorType
}

// NewOSError makes the OSError of an error number; filename may be zero.
func NewOSError(errno syscall.Errno, message string, filename Value) error {
	e := newException(osErrorClass(int64(errno)))
	o := (*OSErrorObject)(unsafe.Pointer(e))
	o.Errno, o.Strerror, o.Filename = Int(int64(errno)), StrValue(message), filename
	e.args = NewTuple(o.Errno, o.Strerror)
	return e
}

// osErrorParse takes the arguments of an OSError apart: (errno, strerror[, filename[, winerror[, filename2]]]).
func osErrorParse(t *Thread, self Value, args []Value) error {
	e := As[OSErrorObject](self)
	e.Errno, e.Strerror, e.Filename, e.Filename2 = Value{}, Value{}, Value{}, Value{}
	kept := args
	if n := len(args); n >= 2 && n <= 5 {
		e.Errno, e.Strerror = args[0], args[1]
		if n >= 5 {
			e.Filename2 = noneToZero(args[4])
		}
		if n >= 3 && args[2] != None {
			if TypeOf(self) == &BlockingIOErrorType && isIndex(args[2]) {
				// The third argument is the number of characters written.
				n, err := IndexInt(t, args[2], &ValueErrorType)
				if err != nil {
					return err
				}
				e.CharactersWritten = Int(int64(n))
			} else {
				e.Filename = args[2]
				kept = args[:2]
			}
		} else if n >= 3 {
			kept = args[:2]
		}
	}
	e.SetArgs(NewTuple(kept...))
	return nil
}

// osErrorUseInit reports whether the arguments are left to an __init__ of the class's own.
func osErrorUseInit(typ *Type) bool {
	return !funcEqual(typ.Init, osErrorInit) && funcEqual(typ.New, osErrorNew)
}

func osErrorNew(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) {
	if osErrorUseInit(typ) {
		v := typ.newObject()
		As[Exception](v).args = NewTuple()
		return v, nil
	}
	if kw.Len() > 0 {
		return Value{}, TypeErrorf("%s() takes no keyword arguments", typ.Name)
	}
	if typ == &OSErrorType && len(args) >= 2 && len(args) <= 5 {
		if n, ok := Int64Of(args[0]); ok {
			typ = osErrorClass(n)
		}
	}
	v := typ.newObject()
	return v, osErrorParse(t, v, args)
}

func osErrorInit(t *Thread, self Value, args []Value, kw *Tuple) error {
	if !osErrorUseInit(TypeOf(self)) {
		return nil
	}
	if kw.Len() > 0 {
		return TypeErrorf("%s() takes no keyword arguments", TypeOf(self).Name)
	}
	return osErrorParse(t, self, args)
}

func osErrorStr(t *Thread, self Value) (Value, error) {
	e := As[OSErrorObject](self)
	str := func(v Value) string {
		s, err := StrString(t, orNone(v))
		if err != nil {
			return ""
		}
		return s
	}
	if !e.Filename.IsZero() {
		name, err := ReprString(t, e.Filename)
		if err != nil {
			return Value{}, err
		}
		text := "[Errno " + str(e.Errno) + "] " + str(e.Strerror) + ": " + name
		if !e.Filename2.IsZero() {
			second, err := ReprString(t, e.Filename2)
			if err != nil {
				return Value{}, err
			}
			text += " -> " + second
		}
		return StrValue(text), nil
	}
	if !e.Errno.IsZero() && !e.Strerror.IsZero() {
		return StrValue("[Errno " + str(e.Errno) + "] " + str(e.Strerror)), nil
	}
	return excStr(t, self)
}

func initOSErrors() {
	typ := &OSErrorType
	typ.New = osErrorNew
	typ.Init = osErrorInit
	typ.Str = osErrorStr
	typ.Members = func() []MemberDef {
		return []MemberDef{
			{Name: "errno", Doc: "POSIX exception code", Offset: unsafe.Offsetof(OSErrorObject{}.Errno), Optional: true},
			{Name: "strerror", Doc: "exception strerror", Offset: unsafe.Offsetof(OSErrorObject{}.Strerror), Optional: true},
			{Name: "filename", Doc: "exception filename", Offset: unsafe.Offsetof(OSErrorObject{}.Filename), Optional: true},
			{Name: "filename2", Doc: "the other file, where there are two", Offset: unsafe.Offsetof(OSErrorObject{}.Filename2), Optional: true},
		}
	}
	typ.GetSets = func() []GetSetDef {
		return []GetSetDef{{Name: "characters_written", Get: func(t *Thread, v Value) (Value, error) {
			n := As[OSErrorObject](v).CharactersWritten
			if n.IsZero() {
				return Value{}, AttributeError(v, Intern("characters_written"))
			}
			return n, nil
		}, Set: func(t *Thread, self, v Value) error {
			e := As[OSErrorObject](self)
			if v.IsZero() {
				if e.CharactersWritten.IsZero() {
					return AttributeError(self, Intern("characters_written"))
				}
				e.CharactersWritten = Value{}
				return nil
			}
			n, err := IndexInt(t, v, &ValueErrorType)
			e.CharactersWritten = Int(int64(n))
			return err
		}}}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{reduceMethod(func(t *Thread, self Value) (Value, error) {
			e := As[OSErrorObject](self)
			args := e.Args()
			if args.Len() == 2 && !e.Filename.IsZero() {
				args = NewTuple(args.Item(0), args.Item(1), e.Filename)
				if !e.Filename2.IsZero() {
					args = NewTuple(args.Item(0), args.Item(1), e.Filename, None, e.Filename2)
				}
			}
			return excReduceWith(self, ToValue(args), excDict(self)), nil
		})}
	}
}
