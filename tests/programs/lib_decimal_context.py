# decimal: contexts, traps and flags, the exceptions, the current context in threads and contextvars, subclasses
import contextvars, copy, pickle, threading, numbers, collections.abc
import decimal
from decimal import *
D = Decimal

def attempt(f):
    try: return repr(f())
    except Exception as e: return f"{type(e).__name__}: {e}"

print(*(f"{n}: {[b.__name__ for b in getattr(decimal, n).__mro__[1:-2]]}" for n in "DecimalException Clamped DivisionByZero FloatOperation Inexact InvalidOperation Overflow Rounded Subnormal Underflow".split()), sep="\n")
import _decimal
print(*(f"{n}: {[b.__name__ for b in getattr(_decimal, n).__mro__[1:-2]]}" for n in "ConversionSyntax DivisionImpossible DivisionUndefined InvalidContext".split()), sep="\n")
for c in (DefaultContext, BasicContext, ExtendedContext, Context(), Context(4, ROUND_UP, -9, 9, 0, 1, [Inexact], [Rounded, Overflow])): print(c, c.Etiny(), c.Etop())
print(decimal.MAX_PREC, decimal.MAX_EMAX, decimal.MIN_EMIN, decimal.MIN_ETINY, decimal.HAVE_THREADS, decimal.HAVE_CONTEXTVAR, decimal.__version__, decimal.__libmpdec_version__)
print(issubclass(D, numbers.Number), isinstance(D(1), numbers.Real), isinstance(getcontext().flags, collections.abc.MutableMapping), D.__name__, D.__module__, type(getcontext().traps).__mro__)

c = Context(prec=5)
for text in ("prec=0", "prec='a'", "prec=10**30", "prec=1.5", "rounding=1", "rounding='x'", "Emin=1", "Emax=-1", "capitals=2", "clamp=2", "flags=1", "flags=[1]", "flags={}", "traps=(1,)", "foo=1", "traps=[Inexact]", "flags={**dict.fromkeys(c.flags, 0), Inexact: 1}"):
    print(text, attempt(lambda: eval(f"Context({text})")), attempt(lambda: eval(f"localcontext({text}).__enter__()")))
    setcontext(Context())
for name, v in (("prec", 0), ("prec", "x"), ("Emin", 5), ("Emax", -5), ("capitals", 5), ("clamp", -1), ("rounding", 5), ("foo", 1), ("flags", 1), ("traps", {}), ("traps", []), ("prec", 7), ("rounding", ROUND_05UP), ("clamp", 1)):
    print(name, v, attempt(lambda: setattr(c, name, v)))
print(attempt(lambda: delattr(c, "prec")), attempt(lambda: c.foo), attempt(lambda: Context(1, 2, 3, 4, 5, 6, 7, 8, 9)), c, c == c, c == c.copy())
f = c.flags
print(f is c.flags, len(f), list(f) == list(c.traps), f[Inexact], attempt(lambda: f[int]), attempt(lambda: f.pop(Inexact)), attempt(lambda: f.__setitem__(1, 1)), attempt(f.clear), attempt(lambda: hash(f)), f, f.copy(), f.get(5), Inexact in f, attempt(lambda: f < f))
f[Inexact] = "yes"; f[Rounded] = 0
print(f == c.flags, f != c.traps, f == dict.fromkeys(f, False) | {Inexact: 1}, c.flags[Inexact], attempt(lambda: type(f)()[Inexact]))
c.clear_flags(); c.clear_traps(); print(c)
c.traps[FloatOperation] = True
for g in (lambda: c.create_decimal(1.5), lambda: D(1.5, c), lambda: c.create_decimal_from_float(1.5), lambda: D.from_float(1.5)): print(attempt(g))
with localcontext(c): print([attempt(g) for g in (lambda: D(1.5), lambda: D(1) < 1.5, lambda: D(1) == 1.5, lambda: D(1) == 1 + 0j, lambda: D(1) + 1.5)], getcontext().flags[FloatOperation])

# Several conditions at once: the most important signal that is trapped is raised, with all that are.
for traps in ([Inexact], [Rounded], [Underflow], [Subnormal], [Clamped], [Inexact, Underflow, Clamped], list(c.flags), []):
    c = Context(prec=3, Emin=-5, Emax=5, traps=traps)
    print([attempt(g) for g in (lambda: c.divide(1, 3), lambda: c.power(10, -20), lambda: c.multiply(D("1.5e5"), 10), lambda: c.divide(1, 0), lambda: c.divide(0, 0), lambda: c.divmod(1, 0), lambda: c.create_decimal("1.2345"), lambda: c.create_decimal("x"), lambda: c.divide_int(D("1e5"), D("1e-5")))], c.flags.copy() == {s: bool(c.flags[s]) for s in c.flags})
try: Context(traps=[DivisionByZero]).divide(1, 0)
except ZeroDivisionError as e: print(type(e), e.args, isinstance(e, ArithmeticError))
try: Context(traps=[InvalidOperation]).divide(0, 0)
except InvalidOperation as e: print(e.args, isinstance(e, ZeroDivisionError))

# The current context belongs to the thread and to the contextvars context.
getcontext().prec = 11
outer = getcontext()
seen = []
t = threading.Thread(target=lambda: (seen.append(getcontext().prec), setattr(getcontext(), "prec", 3), seen.append(D(1) / 3)))
t.start(); t.join()
print(seen, getcontext().prec, getcontext() is outer)
ctx = contextvars.copy_context()
print(ctx.run(lambda: (setcontext(Context(prec=4)), D(1) / 7)[1]), D(1) / 7, ctx.run(lambda: getcontext().prec))
with localcontext() as inner, localcontext(Context(prec=2)) as inmost:
    print(inner is outer, inner.prec, inmost.prec, +D("1.55"), getcontext() is inmost)
print(getcontext() is outer, attempt(lambda: setcontext(1)), attempt(lambda: localcontext(1)), attempt(lambda: localcontext(prec=2, bar=1)))
setcontext(DefaultContext); print(getcontext() is DefaultContext, getcontext().prec)
m = localcontext(prec=6); c1 = m.__enter__(); print(c1.prec, getcontext() is c1, m.__exit__(None, None, None), getcontext().prec, attempt(type(m)))

# Subclasses: results of operations are Decimals, what returns the number itself keeps its class.
class Money(Decimal):
    currency = "x"
    def __new__(cls, value="0", **kw): return super().__new__(cls, value)
x = Money("1.50"); x.note = "n"
print(x, repr(x), *(type(v).__name__ for v in (x, +x, x + 1, x.copy_abs(), x.real, x.canonical(), x.conjugate(), copy.copy(x), copy.deepcopy(x), Money.from_float(1.5), x.imag, D(x), x.max(x), x.next_toward(x), getcontext().copy_decimal(x), getcontext().create_decimal(x))))
print(x.__dict__, x.__reduce__(), type(pickle.loads(pickle.dumps(x))), x == D("1.5"), hash(x) == hash(D("1.5")), D(D(1)) is D(1))
class Ctx(Context): pass
k = Ctx(prec=5); k.extra = 1; k.flags[Inexact] = True
print(type(k.copy()), k.copy().flags[Inexact], copy.copy(k).prec, k.__reduce__(), pickle.loads(pickle.dumps(Context(prec=6, traps=[Clamped]))), k.__dict__)
print(DecimalTuple(1, (2,), 3), DecimalTuple._fields, attempt(lambda: DecimalTuple(1)), D(DecimalTuple(0, (1, 2), -1)))
for text in ("D(1).exp(1, 2)", "D(1).exp(foo=1)", "D(1).exp(context=1)", "D(1).compare()", "D(1).compare('a')", "D(1).compare(1.5)", "D(1).compare(other=2, context=None)", "D(1).is_nan(1)", "D(1).fma(1)", "D(1).quantize(1, 2)", "D(1).quantize(exp=D('0.1'), rounding=None)", "D(1).to_integral_value('foo')", "D(1).__round__(1, 2)", "D(1).__format__()", "D(1).__format__(1)", "D(1, 2)", "D(1, None, 3)", "D(val=3)", "D(value='4', context=Context())", "D(None)", "D([])", "D({})", "D.from_float('1')", "D.from_float()", "Context().add(1)", "Context().add(a=1, b=2)", "Context().add('a', 2)", "Context().power(1)", "Context().power(2, 3, modulo=2)", "Context().power(2, 3, 4, 5)", "Context().exp()", "Context().radix(1)", "Context().canonical(1)", "Context().is_canonical(1)", "Context().copy_decimal(1.5)", "Context().create_decimal(1, 2)", "Context().create_decimal_from_float('a')", "getcontext(1)", "setcontext()", "pow(D(1), 2, 'a')", "pow(D(2), 5, 7)", "pow(2, D(5), 7)", "D(1) + 'a'", "D(1) ** 1.5", "D(1) < 'a'", "hash(D('snan'))", "float(D('snan'))", "D(1).foo", "D.foo", "D.__new__(int)", "object.__new__(D)", "D(7).__divmod__(1.5)", "D(7).__rpow__(2, 3)", "divmod(D(7), 0)", "D(7) % 0", "D(7) // 0", "D('inf') // 2", "D('inf') % 2"):
    print(text, "->", attempt(lambda: eval(text)))
