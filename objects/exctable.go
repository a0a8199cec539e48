package objects

import "unsafe"

// The classes of the built-in exceptions.
var (
	BaseExceptionType, BaseExceptionGroupType, ExceptionType, ArithmeticErrorType, FloatingPointErrorType,
	OverflowErrorType, ZeroDivisionErrorType, AssertionErrorType, AttributeErrorType, BufferErrorType, EOFErrorType,
	ImportErrorType, ModuleNotFoundErrorType, LookupErrorType, IndexErrorType, KeyErrorType, MemoryErrorType,
	NameErrorType, UnboundLocalErrorType, OSErrorType, BlockingIOErrorType, ChildProcessErrorType,
	ConnectionErrorType, BrokenPipeErrorType, ConnectionAbortedErrorType, ConnectionRefusedErrorType,
	ConnectionResetErrorType, FileExistsErrorType, FileNotFoundErrorType, InterruptedErrorType,
	IsADirectoryErrorType, NotADirectoryErrorType, PermissionErrorType, ProcessLookupErrorType, TimeoutErrorType,
	ReferenceErrorType, RuntimeErrorType, NotImplementedErrorType, PythonFinalizationErrorType, RecursionErrorType,
	StopAsyncIterationType, StopIterationType, SyntaxErrorType, IndentationErrorType, TabErrorType,
	IncompleteInputErrorType, SystemErrorType, TypeErrorType, ValueErrorType, UnicodeErrorType,
	UnicodeDecodeErrorType, UnicodeEncodeErrorType, UnicodeTranslateErrorType, WarningType, BytesWarningType,
	DeprecationWarningType, EncodingWarningType, FutureWarningType, ImportWarningType, PendingDeprecationWarningType,
	ResourceWarningType, RuntimeWarningType, SyntaxWarningType, UnicodeWarningType, UserWarningType,
	GeneratorExitType, KeyboardInterruptType, SystemExitType, ExceptionGroupType Type
)

// exceptionDef declares an exception class. layout is nil where the instances are laid out as the base's.
type exceptionDef struct {
	typ    *Type
	name   string
	base   *Type
	layout func(typ *Type)
	doc    string
}

// exceptionTable declares the hierarchy of exceptions; a base stands before what derives from it.
func exceptionTable() []exceptionDef {
	return []exceptionDef{
		{&BaseExceptionType, "BaseException", &ObjectType, excLayout[Exception], "The class that all exceptions derive from"},
		{&BaseExceptionGroupType, "BaseExceptionGroup", &BaseExceptionType, excLayout[ExceptionGroupObject], "Several exceptions that are raised as one."},
		{&ExceptionType, "Exception", &BaseExceptionType, nil, "Base class of all exceptions except those that end the program or a generator."},
		{&ArithmeticErrorType, "ArithmeticError", &ExceptionType, nil, "A calculation has no result."},
		{&FloatingPointErrorType, "FloatingPointError", &ArithmeticErrorType, nil, "A calculation with floats has no result."},
		{&OverflowErrorType, "OverflowError", &ArithmeticErrorType, nil, "No number of the type is as large as the result."},
		{&ZeroDivisionErrorType, "ZeroDivisionError", &ArithmeticErrorType, nil, "Division by zero, or the remainder of one."},
		{&AssertionErrorType, "AssertionError", &ExceptionType, nil, "Assertion failed."},
		{&AttributeErrorType, "AttributeError", &ExceptionType, excLayout[AttributeErrorObject], "Attribute not found."},
		{&BufferErrorType, "BufferError", &ExceptionType, nil, "Buffer error."},
		{&EOFErrorType, "EOFError", &ExceptionType, nil, "Read beyond end of file."},
		{&ImportErrorType, "ImportError", &ExceptionType, excLayout[ImportErrorObject], "A module cannot be imported, or has no such name to import."},
		{&ModuleNotFoundErrorType, "ModuleNotFoundError", &ImportErrorType, nil, "Module not found."},
		{&LookupErrorType, "LookupError", &ExceptionType, nil, "A container has no such index or key."},
		{&IndexErrorType, "IndexError", &LookupErrorType, nil, "The sequence is shorter than the index wants."},
		{&KeyErrorType, "KeyError", &LookupErrorType, nil, "Mapping key not found."},
		{&MemoryErrorType, "MemoryError", &ExceptionType, nil, "Out of memory."},
		{&NameErrorType, "NameError", &ExceptionType, excLayout[NameErrorObject], "Name not found globally."},
		{&UnboundLocalErrorType, "UnboundLocalError", &NameErrorType, nil, "A local variable has no value yet, or no more."},
		{&OSErrorType, "OSError", &ExceptionType, excLayout[OSErrorObject], "The operating system reports a failure."},
		{&BlockingIOErrorType, "BlockingIOError", &OSErrorType, nil, "The operation would have to wait, and may not."},
		{&ChildProcessErrorType, "ChildProcessError", &OSErrorType, nil, "Child process error."},
		{&ConnectionErrorType, "ConnectionError", &OSErrorType, nil, "Connection error."},
		{&BrokenPipeErrorType, "BrokenPipeError", &ConnectionErrorType, nil, "Broken pipe."},
		{&ConnectionAbortedErrorType, "ConnectionAbortedError", &ConnectionErrorType, nil, "Connection aborted."},
		{&ConnectionRefusedErrorType, "ConnectionRefusedError", &ConnectionErrorType, nil, "Connection refused."},
		{&ConnectionResetErrorType, "ConnectionResetError", &ConnectionErrorType, nil, "Connection reset."},
		{&FileExistsErrorType, "FileExistsError", &OSErrorType, nil, "File already exists."},
		{&FileNotFoundErrorType, "FileNotFoundError", &OSErrorType, nil, "File not found."},
		{&InterruptedErrorType, "InterruptedError", &OSErrorType, nil, "Interrupted by signal."},
		{&IsADirectoryErrorType, "IsADirectoryError", &OSErrorType, nil, "A file is needed, and this is a directory."},
		{&NotADirectoryErrorType, "NotADirectoryError", &OSErrorType, nil, "A directory is needed, and this is none."},
		{&PermissionErrorType, "PermissionError", &OSErrorType, nil, "Not enough permissions."},
		{&ProcessLookupErrorType, "ProcessLookupError", &OSErrorType, nil, "Process not found."},
		{&TimeoutErrorType, "TimeoutError", &OSErrorType, nil, "Timeout expired."},
		{&ReferenceErrorType, "ReferenceError", &ExceptionType, nil, "What the weak proxy stands for is gone."},
		{&RuntimeErrorType, "RuntimeError", &ExceptionType, nil, "An error that belongs to no other class."},
		{&NotImplementedErrorType, "NotImplementedError", &RuntimeErrorType, nil, "The operation is missing, or is left to derived classes."},
		{&PythonFinalizationErrorType, "PythonFinalizationError", &RuntimeErrorType, nil, "The interpreter is ending and starts nothing new."},
		{&RecursionErrorType, "RecursionError", &RuntimeErrorType, nil, "Recursion limit exceeded."},
		{&StopAsyncIterationType, "StopAsyncIteration", &ExceptionType, nil, "__anext__() has nothing more to give."},
		{&StopIterationType, "StopIteration", &ExceptionType, excLayout[StopIteration], "__next__() has nothing more to give."},
		{&SyntaxErrorType, "SyntaxError", &ExceptionType, excLayout[SyntaxErrorObject], "Invalid syntax."},
		{&IndentationErrorType, "IndentationError", &SyntaxErrorType, nil, "Improper indentation."},
		{&TabErrorType, "TabError", &IndentationErrorType, nil, "How far a line is indented depends on the width of a tab."},
		{&IncompleteInputErrorType, "_IncompleteInputError", &SyntaxErrorType, nil, "incomplete input."},
		{&SystemErrorType, "SystemError", &ExceptionType, nil, "The interpreter has met a mistake of its own. Please report it, with the\ntraceback and the versions."},
		{&TypeErrorType, "TypeError", &ExceptionType, nil, "An object is of a type that does not serve here."},
		{&ValueErrorType, "ValueError", &ExceptionType, nil, "The type is right, the value does not serve here."},
		{&UnicodeErrorType, "UnicodeError", &ValueErrorType, nil, "Unicode related error."},
		{&UnicodeDecodeErrorType, "UnicodeDecodeError", &UnicodeErrorType, excLayout[UnicodeErrorObject], "Unicode decoding error."},
		{&UnicodeEncodeErrorType, "UnicodeEncodeError", &UnicodeErrorType, excLayout[UnicodeErrorObject], "Unicode encoding error."},
		{&UnicodeTranslateErrorType, "UnicodeTranslateError", &UnicodeErrorType, excLayout[UnicodeErrorObject], "A text cannot be translated."},
		{&WarningType, "Warning", &ExceptionType, nil, "The class that all categories of warnings derive from."},
		{&BytesWarningType, "BytesWarning", &WarningType, nil, "Bytes are compared with a str, or turned into one without an encoding."},
		{&DeprecationWarningType, "DeprecationWarning", &WarningType, nil, "The feature is on its way out: a warning for programmers."},
		{&EncodingWarningType, "EncodingWarning", &WarningType, nil, "An encoding is left to the locale."},
		{&FutureWarningType, "FutureWarning", &WarningType, nil, "The code will mean something else in a later version."},
		{&ImportWarningType, "ImportWarning", &WarningType, nil, "An import does what was probably not intended."},
		{&PendingDeprecationWarningType, "PendingDeprecationWarning", &WarningType, nil, "The feature is not deprecated yet, but will be."},
		{&ResourceWarningType, "ResourceWarning", &WarningType, nil, "Something was not closed before it was given up."},
		{&RuntimeWarningType, "RuntimeWarning", &WarningType, nil, "The program does something questionable as it runs."},
		{&SyntaxWarningType, "SyntaxWarning", &WarningType, nil, "The code is allowed, and probably not what was meant."},
		{&UnicodeWarningType, "UnicodeWarning", &WarningType, nil, "Text is compared or converted in a questionable way."},
		{&UserWarningType, "UserWarning", &WarningType, nil, "The category of a warning whose code names no other."},
		{&GeneratorExitType, "GeneratorExit", &BaseExceptionType, nil, "Raised inside a generator that is closed."},
		{&KeyboardInterruptType, "KeyboardInterrupt", &BaseExceptionType, nil, "The user has pressed the interrupt key."},
		{&SystemExitType, "SystemExit", &BaseExceptionType, excLayout[SystemExit], "The program wants to end."},
	}
}

// exceptionAliases are further names of classes in builtins.
var exceptionAliases = map[string]*Type{"EnvironmentError": &OSErrorType, "IOError": &OSErrorType}

// excLayout declares that the instances of an exception class are T, which begins with Exception.
func excLayout[T any](typ *Type) { layoutAttrs[T](typ, unsafe.Offsetof(Exception{}.Attrs), true) }

// initExceptionTypes fills the classes; what the classes have beyond the table stands beside their methods.
func initExceptionTypes() {
	for _, d := range exceptionTable() {
		typ := d.typ
		typ.Name = d.name
		typ.Base = d.base
		typ.Doc = d.doc
		typ.Flags = FlagBase | FlagExceptionSub
		if d.layout != nil {
			d.layout(typ)
		}
	}
}
