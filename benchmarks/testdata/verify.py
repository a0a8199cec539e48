"""Runs programs of the benchmark once at a small size and prints what the recorded results are compared with.

It is run as  verify.py SCALE FOLDER NAME...  and prints a line a program: its name, the size n, a digest of the result and
whether the program's own check takes the result and refuses an altered one.
"""
import sys

scale, folder, names = float(sys.argv[1]), sys.argv[2], sys.argv[3:]
sys.path.insert(0, folder)

import harness  # noqa: E402: the folder is known only now


def digest(value):
    """FNV-1a over a canonical text of the value."""
    h = 0xCBF29CE484222325
    for byte in canonical(value).encode():
        h = (h ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return "%016x" % h


def canonical(value):
    """A text without addresses and the order of sets; floats to ten digits, since Pythons round sums differently."""
    if isinstance(value, float):
        return "%.10g" % (0.0 if abs(value) < 1e-9 else value)
    if isinstance(value, complex):
        return "%.6f %.6f" % (value.real, value.imag)
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join([canonical(v) for v in value]) + "]"
    if isinstance(value, (set, frozenset)):
        return "{" + ", ".join(sorted([canonical(v) for v in value])) + "}"
    if isinstance(value, dict):
        return "{" + ", ".join([canonical(k) + ": " + canonical(v) for k, v in value.items()]) + "}"
    if value is None or isinstance(value, (bool, int, str, bytes, bytearray)):
        return repr(value)
    names = list(getattr(value, "__dict__", ())) or list(getattr(type(value), "__slots__", ()))
    return type(value).__name__ + "(" + ", ".join([n + "=" + canonical(getattr(value, n)) for n in names]) + ")"


def altered(value):
    """The value with its first number, text or flag made another one."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float, complex)):
        return value + 1000003
    if isinstance(value, str):
        return value + "?"
    if isinstance(value, (bytes, bytearray)):
        return bytes(value) + b"?"
    if isinstance(value, (list, tuple)):
        for i, item in enumerate(value):
            other = altered(item)
            if other is not None:
                return type(value)(list(value[:i]) + [other] + list(value[i + 1:]))
    if isinstance(value, (set, frozenset)) and value:
        return type(value)([v for v in value if v != min(value)])
    if isinstance(value, dict):
        for key, item in value.items():
            other = altered(item)
            if other is not None:
                return dict(value, **{key: other}) if isinstance(key, str) else {**value, key: other}
    for name in list(getattr(value, "__dict__", ())):
        other = altered(getattr(value, name))
        if other is not None:
            setattr(value, name, other)
            return value
    return None


def refuses(check, n, result):
    try:
        return not check(n, result)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return True


def verify(name):
    def main(run, check, size):
        n = max(1, int(size * scale))
        result = run(n)
        text = digest(result)
        accepted = bool(check(n, result))
        wrong = altered(result)
        print(name, n, text, "accepted" if accepted else "WRONG", "refuses" if wrong is not None and refuses(check, n, wrong) else "BLIND")

    harness.main = main
    with open(folder + "/" + name + ".py") as file:
        code = compile(file.read(), name + ".py", "exec")
    exec(code, {"__name__": "__main__", "__file__": name + ".py"})


for name in names:
    verify(name)
