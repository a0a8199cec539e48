# Calls the built-in functions, the built-in types and their methods with a fixed set of arguments and prints what each
# call raises: NAME, the number of the arguments, the class and the message, with tabs between; "-" where it returns.
#
# The names come from the running interpreter, or from standard input with the argument "-", so that one interpreter can be
# asked about the names of another.
import builtins
import io
import sys
import types


class X:
    def __repr__(self):
        return "<X>"


def function(a, b=2, *, c=3):
    return a


def generator():
    yield 1


def exception():
    try:
        raise KeyError("k")
    except KeyError as e:
        return e


# A value of each type, fresh for each call.
samples = {
    "int": lambda: 5, "bool": lambda: True, "float": lambda: 1.5, "complex": lambda: 1j, "str": lambda: "text", "bytes": lambda: b"bytes",
    "bytearray": lambda: bytearray(b"bytes"), "list": lambda: [1, 2], "tuple": lambda: (1, 2), "dict": lambda: {1: 2}, "set": lambda: {1},
    "frozenset": lambda: frozenset([1]), "range": lambda: range(3), "slice": lambda: slice(1, 2), "memoryview": lambda: memoryview(b"abc"),
    "object": object, "type": lambda: type("T", (), {}), "property": lambda: property(), "classmethod": lambda: classmethod(function),
    "staticmethod": lambda: staticmethod(function), "super": lambda: super(X, X()), "enumerate": lambda: enumerate([1]), "zip": lambda: zip([1]),
    "map": lambda: map(abs, [1]), "filter": lambda: filter(None, [1]), "reversed": lambda: reversed([1]),
    "dict_keys": lambda: {1: 2}.keys(), "dict_values": lambda: {1: 2}.values(), "dict_items": lambda: {1: 2}.items(),
    "list_iterator": lambda: iter([1]), "tuple_iterator": lambda: iter((1,)), "range_iterator": lambda: iter(range(3)),
    "set_iterator": lambda: iter({1}), "str_iterator": lambda: iter("é"), "bytes_iterator": lambda: iter(b"a"),
    "dict_keyiterator": lambda: iter({1: 2}), "list_reverseiterator": lambda: reversed([1]),
    "function": lambda: types.FunctionType(function.__code__, {}), "generator": generator, "method": lambda: types.MethodType(function, 1),
    "builtin_function_or_method": lambda: len, "mappingproxy": lambda: types.MappingProxyType({}), "cell": lambda: types.CellType(1),
    "SimpleNamespace": lambda: types.SimpleNamespace(a=1), "module": lambda: types.ModuleType("m"), "GenericAlias": lambda: list[int],
    "UnionType": lambda: int | str, "NoneType": lambda: None, "ellipsis": lambda: ..., "NotImplementedType": lambda: NotImplemented,
    "BaseException": lambda: BaseException(1), "Exception": lambda: Exception(1), "KeyError": exception, "OSError": lambda: OSError(2, "x"),
    "SyntaxError": lambda: SyntaxError("x"), "StopIteration": lambda: StopIteration(1), "SystemExit": lambda: SystemExit(1),
    "ImportError": lambda: ImportError("x"), "AttributeError": lambda: AttributeError("x"), "NameError": lambda: NameError("x"),
    "UnicodeDecodeError": lambda: UnicodeDecodeError("u", b"x", 0, 1, "r"), "UnicodeEncodeError": lambda: UnicodeEncodeError("u", "x", 0, 1, "r"),
    "UnicodeTranslateError": lambda: UnicodeTranslateError("x", 0, 1, "r"), "ExceptionGroup": lambda: ExceptionGroup("x", [ValueError()]),
    "wrapper_descriptor": lambda: int.__add__, "method_descriptor": lambda: str.join, "method-wrapper": lambda: (1).__add__,
    "getset_descriptor": lambda: types.FunctionType.__code__, "member_descriptor": lambda: types.FunctionType.__globals__,
}

# The arguments: wrong numbers, wrong types, wrong keywords.
vectors = [
    lambda: ((), {}), lambda: ((None,), {}), lambda: ((1,), {}), lambda: (("s",), {}), lambda: ((1.5,), {}), lambda: (([],), {}),
    lambda: ((X(),), {}), lambda: ((1, 2), {}), lambda: (("a", "b"), {}), lambda: ((None, None), {}), lambda: ((X(), 1, "a"), {}),
    lambda: ((None,) * 4, {}), lambda: ((1,) * 9, {}), lambda: ((), {"nonsense": 1}), lambda: ((1,), {"nonsense": 1}),
    lambda: (("a", "b"), {"nonsense": 1, "other": 2}), lambda: ((b"x",), {}), lambda: ((-1, {}), {}), lambda: ((2**70,), {}),
]

# What talks to the terminal, ends the program, prints an address, or gives another answer each time.
left_out = {"input", "breakpoint", "help", "exit", "quit", "copyright", "credits", "license", "open", "print", "__build_class__", "id",
            "__import__", "__loader__", "__spec__", "_", "exec", "eval", "compile", "globals", "locals", "vars", "dir"}
left_out_methods = {"__sizeof__", "__class__", "__dir__", "__doc__", "__dict__", "__weakref__", "__subclasses__", "__reduce__", "__reduce_ex__",
                    "__getstate__", "__delattr__", "__pow__"}


def names():
    for name in sorted(vars(builtins)):
        if name not in left_out and callable(getattr(builtins, name)):
            yield name
    for name, sample in sorted(samples.items()):
        for method in sorted(vars(type(sample()))):
            if method not in left_out_methods and callable(getattr(type(sample()), method, None)):
                yield name + "." + method
                # Without an object, and with one of another type.
                yield name + ":" + method


def target(name):
    """Returns what to call: a function, the method of a value, or the method of a type."""
    for separator in ".:":
        if separator in name and name.split(separator)[0] in samples:
            kind, method = name.split(separator, 1)
            value = samples[kind]()
            return getattr(value if separator == "." else type(value), method)
    return getattr(builtins, name)


def call(name, vector):
    args, keywords = vector()
    try:
        target(name)(*args, **keywords)
    except BaseException as e:
        try:
            text = str(e)
        except BaseException as f:
            text = "str() raises " + type(f).__name__
        return type(e).__name__ + "\t" + text.encode("unicode_escape").decode()
    return "-\t"


def main():
    out, sys.stdout, sys.stderr = sys.stdout, io.StringIO(), io.StringIO()
    todo = sys.stdin.read().split() if sys.argv[1:] == ["-"] else list(names())
    for name in todo:
        for i, vector in enumerate(vectors):
            out.write(f"{name}\t{i}\t{call(name, vector)}\n")


main()
