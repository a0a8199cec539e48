# Format specifications of int, float, str, and of str.format and format()
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
for v in (0, 5, -5, 123456789, -1234567, 2 ** 70):
    print([format(v, s) for s in ("", "d", "5", "<5", ">5", "^5", "=+8", "05", "+", " ", "x", "#x", "X", "#o", "b", "#b", "n", ",", "_", "#_x", "*^12", "012,", "e", ".2f", "%", "g", "#010b")])
for v in (0.0, -0.0, 1.0, 1.5, -2.25, 123456.789, 1e16, 1e-7, 1e100, float("inf"), float("nan"), 0.1 + 0.2):
    print([format(v, s) for s in ("", "f", ".0f", ".3f", "e", ".2e", "g", ".3g", "G", "n", "%", ".1%", "+", " ", "010", "<10", "^10", ",", ",.2f", "_", "#.0f", "#g", "z.1f", "=+10.1f", ".10", "F", "E")])
for v in ("", "a", "hello", "日本"):
    print([format(v, s) for s in ("", "s", "5", "<5", ">5", "^5", ".2", "5.2", "*^7", "\u2003>4", ">>3", "010")])
t("format(5, 's')", "format('a', 'd')", "format('a', '+')", "format('a', '=5')", "format('a', ',')", "format(5, '.2d')", "format(5, 'q')", "format(5, '5.')", "format(1.5, 'd')", "format(1.5, 'x')", "format(5, ',x')", "format(5, ',_')", "format(5, '_,')", "format(5, '+s')", "format(5, 'c')", "format(97, 'c')", "format(-1, 'c')", "format(0x110000, 'c')", "format(97, '+c')", "format(5, '9999999999999999999')", "format('a', '.9999999999999999999')", "format(None, '5')", "format([], '5')", "format([], '')", "format(object, 's')", "format(True, 'd')", "format(True)", "format(True, '5')", "format(1j, '.2f')", "format(1j, '=10')", "format(1j, '%')", "format(5, 5)", "format(5, '1.5.5')", "format(1.5, '#x')", "format(5, 'z')", "format('a', 'z')", "format('abc', '#s')", "format('abc', ' ')", "format(3, '\\x00>3')")
t("'{}'.format(1)", "'{} {}'.format(1)", "'{0} {1} {0}'.format(1, 2)", "'{a}'.format(a=1)", "'{a}'.format()", "'{0} {}'.format(1, 2)", "'{} {0}'.format(1, 2)", "'{0.real}'.format(1)", "'{0[1]}'.format([1, 2])", "'{0[a]}'.format({'a': 5})", "'{0[a]}'.format([1])", "'{0.x}'.format(1)", "'{!r} {!s} {!a}'.format('é', 'é', 'é')", "'{!x}'.format(1)", "'{!}'.format(1)", "'{!rr}'.format(1)", "'{:>{}}'.format('a', 5)", "'{:{w}.{p}}'.format(1.23456, w=8, p=2)", "'{{}}'.format()", "'{'.format()", "'}'.format()", "'{0'.format(1)", "'{0!r:>5}'.format('a')", "'{:{:{}}}'.format(1, 2, 3)", "'{0[}'.format([1])", "'{0[]}'.format([1])", "'{0.}'.format(1)", "'{99999999999999999999}'.format(1)", "'{-1}'.format(1)", "'{ }'.format(1)", "'{a.b[c]}'.format_map({'a': 1})", "'{x}'.format_map({'x': 3})", "'{:%Y}'.format(5)", "'{0[0][1]}'.format(['ab'])", "'{a}{b}'.format(**{'a': 1, 'b': 2})")
class F:
    def __format__(self, spec): return "<" + spec + ">"
class G:
    def __format__(self, spec): return 5
class H:
    def __str__(self): return "H!"
t("format(F(), 'any:thing')", "f'{F():{1}{2}}'", "'{:a{}b}'.format(F(), 1)", "format(G())", "f'{G()}'", "f'{H()}'", "f'{H():>5}'", "f'{H()!s:>5}'", "format(H(), '')")

# Formats that are common, and their neighbours that are not.
values = (0, -7, 12345, 1 << 48, 10 ** 20, -0.0, 2.5, -1e16, 123456.789, float("inf"), "", "text", "\xe9t\xe9", True, None)
specs = ("", "5", "05", "<6", ">6", "^7", "=6", ".2f", "08.2f", "e", ".0f", "x", "b", "d", "s", ".2", "10.3s", "<08", "1001", ".", "q", "+", ",")


def attempt(way):
    try:
        return way()
    except (ValueError, TypeError) as error:
        return str(error)


for value in values:
    row = []
    for spec in specs:
        results = [attempt(way) for way in (
            lambda: format(value, spec), lambda: ("{:" + spec + "}").format(value), lambda: ("{0:" + spec + "}").format(value),
            lambda: f"{value:{spec}}", lambda: ("{v:" + spec + "}").format(v=value))]
        row.append(results[0] if len(results[0]) < 40 else len(results[0]))
        if len(set(results)) > 1:
            print(spec, results)
    print(ascii(row))
for text in ("{", "}", "{}{0}", "{0}{}", "{1}", "{00}", "{01}", "{a", "{a}", "{a.real}", "{!r}", "{:{}}", "{{}}", "{{{}}}", "}}{{", "", "{ }", "{-1}", "{a b}", "{_x}", "{0x}", "{:}}"):
    for args, names in (((), {}), ((1,), {}), ((1, "b"), {"a": 7, "_x": 2.5})):
        try:
            print(text.format(*args, **names), end=" ")
        except Exception as error:
            print(type(error).__name__, error, end=" ")
    print()
