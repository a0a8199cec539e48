# string: constants, Template, Formatter, capwords
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import string
print(string.ascii_letters, string.digits, string.punctuation, repr(string.whitespace), string.hexdigits, string.octdigits, len(string.printable), string.capwords("hello  big world"), string.capwords("a-b-c", "-"))
T = string.Template
print(T("$a ${b}c $$ $a").substitute(a=1, b="x"), T("$a $b").safe_substitute(a=1), T("$who likes ${what}").substitute({"who": "tim"}, what="kung"), T("$a ${b} $ $").safe_substitute({}), T("x").template, T("$a $b $a").get_identifiers(), T("$a $5").is_valid(), T("$A").substitute(A="upper"))
for f in (lambda: T("$a").substitute(), lambda: T("$").substitute(), lambda: T("line\n ${").substitute(), lambda: T("$1").substitute(), lambda: T("${a").safe_substitute(a=1), lambda: T("$a").substitute({}, {}), lambda: T("$é").substitute(é=1)): attempt(f)
class P(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"
print(P("%my_name %% %x").safe_substitute(my_name="n"), P("%{a_b}").substitute(a_b=3))
F = string.Formatter()
print(F.format("{0} {a} {0!r:>5}", "x", a=1), list(F.parse("a{b!r:c}d{{e}}{}")), F.vformat("{x[0]}", (), {"x": [9]}), F.get_field("a.real", (), {"a": 5}), F.convert_field(5, "r"), F.format_field(1.5, ".2f"))
class U(string.Formatter):
    def get_value(self, k, a, kw): return kw.get(k, f"<{k}>") if isinstance(k, str) else super().get_value(k, a, kw)
    def convert_field(self, v, c): return v.upper() if c == "u" else super().convert_field(v, c)
    def check_unused_args(self, used, a, kw): print("used", sorted(map(str, used)))
print(U().format("{a} {b!u}", "z", b="up"))
for f in (lambda: F.format("{}"), lambda: F.format("{a}"), lambda: F.format("{!z}", 1), lambda: F.format("{", 1), lambda: F.format("}", 1), lambda: F.vformat("{:{:{:{}}}}", (1, 2, 3, 4), {}), lambda: F.format(), lambda: F.format("{a.b}", a=1)): attempt(f)
