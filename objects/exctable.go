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
		{&BaseExceptionType, "BaseException", &ObjectType, excLayout[Exception], "Common base class for all exceptions"},
		{&BaseExceptionGroupType, "BaseExceptionGroup", &BaseExceptionType, excLayout[ExceptionGroupObject], "A combination of multiple unrelated exceptions."},
		{&ExceptionType, "Exception", &BaseExceptionType, nil, "Common base class for all non-exit exceptions."},
		{&ArithmeticErrorType, "ArithmeticError", &ExceptionType, nil, "Base class for arithmetic errors."},
		{&FloatingPointErrorType, "FloatingPointError", &ArithmeticErrorType, nil, "Floating-point operation failed."},
		{&OverflowErrorType, "OverflowError", &ArithmeticErrorType, nil, "Result too large to be represented."},
		{&ZeroDivisionErrorType, "ZeroDivisionError", &ArithmeticErrorType, nil, "Second argument to a division or modulo operation was zero."},
		{&AssertionErrorType, "AssertionError", &ExceptionType, nil, "Assertion failed."},
		{&AttributeErrorType, "AttributeError", &ExceptionType, excLayout[AttributeErrorObject], "Attribute not found."},
		{&BufferErrorType, "BufferError", &ExceptionType, nil, "Buffer error."},
		{&EOFErrorType, "EOFError", &ExceptionType, nil, "Read beyond end of file."},
		{&ImportErrorType, "ImportError", &ExceptionType, excLayout[ImportErrorObject], "Import can't find module, or can't find name in module."},
		{&ModuleNotFoundErrorType, "ModuleNotFoundError", &ImportErrorType, nil, "Module not found."},
		{&LookupErrorType, "LookupError", &ExceptionType, nil, "Base class for lookup errors."},
		{&IndexErrorType, "IndexError", &LookupErrorType, nil, "Sequence index out of range."},
		{&KeyErrorType, "KeyError", &LookupErrorType, nil, "Mapping key not found."},
		{&MemoryErrorType, "MemoryError", &ExceptionType, nil, "Out of memory."},
		{&NameErrorType, "NameError", &ExceptionType, excLayout[NameErrorObject], "Name not found globally."},
		{&UnboundLocalErrorType, "UnboundLocalError", &NameErrorType, nil, "Local name referenced but not bound to a value."},
		{&OSErrorType, "OSError", &ExceptionType, excLayout[OSErrorObject], "Base class for I/O related errors."},
		{&BlockingIOErrorType, "BlockingIOError", &OSErrorType, nil, "I/O operation would block."},
		{&ChildProcessErrorType, "ChildProcessError", &OSErrorType, nil, "Child process error."},
		{&ConnectionErrorType, "ConnectionError", &OSErrorType, nil, "Connection error."},
		{&BrokenPipeErrorType, "BrokenPipeError", &ConnectionErrorType, nil, "Broken pipe."},
		{&ConnectionAbortedErrorType, "ConnectionAbortedError", &ConnectionErrorType, nil, "Connection aborted."},
		{&ConnectionRefusedErrorType, "ConnectionRefusedError", &ConnectionErrorType, nil, "Connection refused."},
		{&ConnectionResetErrorType, "ConnectionResetError", &ConnectionErrorType, nil, "Connection reset."},
		{&FileExistsErrorType, "FileExistsError", &OSErrorType, nil, "File already exists."},
		{&FileNotFoundErrorType, "FileNotFoundError", &OSErrorType, nil, "File not found."},
		{&InterruptedErrorType, "InterruptedError", &OSErrorType, nil, "Interrupted by signal."},
		{&IsADirectoryErrorType, "IsADirectoryError", &OSErrorType, nil, "Operation doesn't work on directories."},
		{&NotADirectoryErrorType, "NotADirectoryError", &OSErrorType, nil, "Operation only works on directories."},
		{&PermissionErrorType, "PermissionError", &OSErrorType, nil, "Not enough permissions."},
		{&ProcessLookupErrorType, "ProcessLookupError", &OSErrorType, nil, "Process not found."},
		{&TimeoutErrorType, "TimeoutError", &OSErrorType, nil, "Timeout expired."},
		{&ReferenceErrorType, "ReferenceError", &ExceptionType, nil, "Weak ref proxy used after referent went away."},
		{&RuntimeErrorType, "RuntimeError", &ExceptionType, nil, "Unspecified run-time error."},
		{&NotImplementedErrorType, "NotImplementedError", &RuntimeErrorType, nil, "Method or function hasn't been implemented yet."},
		{&PythonFinalizationErrorType, "PythonFinalizationError", &RuntimeErrorType, nil, "Operation blocked during Python finalization."},
		{&RecursionErrorType, "RecursionError", &RuntimeErrorType, nil, "Recursion limit exceeded."},
		{&StopAsyncIterationType, "StopAsyncIteration", &ExceptionType, nil, "Signal the end from iterator.__anext__()."},
		{&StopIterationType, "StopIteration", &ExceptionType, excLayout[StopIteration], "Signal the end from iterator.__next__()."},
		{&SyntaxErrorType, "SyntaxError", &ExceptionType, excLayout[SyntaxErrorObject], "Invalid syntax."},
		{&IndentationErrorType, "IndentationError", &SyntaxErrorType, nil, "Improper indentation."},
		{&TabErrorType, "TabError", &IndentationErrorType, nil, "Improper mixture of spaces and tabs."},
		{&IncompleteInputErrorType, "_IncompleteInputError", &SyntaxErrorType, nil, "incomplete input."},
		{&SystemErrorType, "SystemError", &ExceptionType, nil, "Internal error in the Python interpreter.\n\nPlease report this to the Python maintainer, along with the traceback,\nthe Python version, and the hardware/OS platform and version."},
		{&TypeErrorType, "TypeError", &ExceptionType, nil, "Inappropriate argument type."},
		{&ValueErrorType, "ValueError", &ExceptionType, nil, "Inappropriate argument value (of correct type)."},
		{&UnicodeErrorType, "UnicodeError", &ValueErrorType, nil, "Unicode related error."},
		{&UnicodeDecodeErrorType, "UnicodeDecodeError", &UnicodeErrorType, excLayout[UnicodeErrorObject], "Unicode decoding error."},
		{&UnicodeEncodeErrorType, "UnicodeEncodeError", &UnicodeErrorType, excLayout[UnicodeErrorObject], "Unicode encoding error."},
		{&UnicodeTranslateErrorType, "UnicodeTranslateError", &UnicodeErrorType, excLayout[UnicodeErrorObject], "Unicode translation error."},
		{&WarningType, "Warning", &ExceptionType, nil, "Base class for warning categories."},
		{&BytesWarningType, "BytesWarning", &WarningType, nil, "Base class for warnings about bytes and buffer related problems, mostly\nrelated to conversion from str or comparing to str."},
		{&DeprecationWarningType, "DeprecationWarning", &WarningType, nil, "Base class for warnings about deprecated features."},
		{&EncodingWarningType, "EncodingWarning", &WarningType, nil, "Base class for warnings about encodings."},
		{&FutureWarningType, "FutureWarning", &WarningType, nil, "Base class for warnings about constructs that will change semantically\nin the future."},
		{&ImportWarningType, "ImportWarning", &WarningType, nil, "Base class for warnings about probable mistakes in module imports"},
		{&PendingDeprecationWarningType, "PendingDeprecationWarning", &WarningType, nil, "Base class for warnings about features which will be deprecated\nin the future."},
		{&ResourceWarningType, "ResourceWarning", &WarningType, nil, "Base class for warnings about resource usage."},
		{&RuntimeWarningType, "RuntimeWarning", &WarningType, nil, "Base class for warnings about dubious runtime behavior."},
		{&SyntaxWarningType, "SyntaxWarning", &WarningType, nil, "Base class for warnings about dubious syntax."},
		{&UnicodeWarningType, "UnicodeWarning", &WarningType, nil, "Base class for warnings about Unicode related problems, mostly\nrelated to conversion problems."},
		{&UserWarningType, "UserWarning", &WarningType, nil, "Base class for warnings generated by user code."},
		{&GeneratorExitType, "GeneratorExit", &BaseExceptionType, nil, "Request that a generator exit."},
		{&KeyboardInterruptType, "KeyboardInterrupt", &BaseExceptionType, nil, "Program interrupted by user."},
		{&SystemExitType, "SystemExit", &BaseExceptionType, excLayout[SystemExit], "Request to exit from the interpreter."},
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
