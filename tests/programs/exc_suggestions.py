# "Did you mean": names, attributes, imports, keywords, and where nothing is near enough.
import sys
import math
class Person:
    first_name = 1
    _private = 2
    def __init__(self): self.last_name = 3; self.adress = 4
    def walk(self): return self.last_nam
    def selfless(self): return first_name
    def selfinst(self): return adress
p = Person()
counter_value = 5
def f1(): return counter_valeu
def f2():
    local_variable = 1
    return local_variabel
def f3(): return pritn("x")
def f4(): return p.frist_name
def f5(): return p.private
def f6(): return p.completely_different_thing
def f7(): return math.sqr(2)
def f8(): from itertools import cuont
def f9(): from _thread import alocate_lock
def f10(): return "abc".uper()
def f11(): return [].apend(1)
def f12(): return p.walk()
def f13(): return p.selfless()
def f14(): return p.selfinst()
def f15(): return lenn([1])
def f16(): return sys.argvv
def f17(): return time.time()
def f18(): return itertools.count()
def f19(): return x
def f20(): return Person.walkk
def f21(): return {}.itmes()
def f22():
    def inner(argument): return argumnet
    return inner(1)
def f23(): return int("5").bit_lenght()
def f24(): return TRue
def f25(): return sorted([1], revers=True)
def f26(): return print("x", ennd="")
def f27():
    def g(first, second=1, *, third=2): pass
    g(1, secnd=2)
def f28(): return ZeroDivisionEror
def f29(): return p.Last_Name
def f30(): return io_module.x
def f31(): return a_very_long_name_that_does_not_exist_anywhere_in_this_program_at_all_really
def f32(): import maths
def f33(): return None.foo
def f34(): return type(p).frst_name
def f35(): p.last_nam += 1
def f36(): del counter_valu
class Slots:
    __slots__ = ("alpha", "beta")
def f37(): return Slots().alhpa
class WithGetattr:
    known = 1
    def __getattr__(self, n): raise AttributeError(f"custom {n}")
def f38(): return WithGetattr().knwon
class NamedError(AttributeError): pass
def f39(): raise AttributeError("made by hand", name="bluch", obj=Named())
class Named: blech = 1
def f40(): raise NameError("by hand", name="counter_valu")
def f41(): raise ImportError("by hand", name="math", name_from="sinn")
for i in range(1, 42):
    try: globals()[f"f{i}"]()
    except Exception as e:
        sys.excepthook(type(e), e, e.__traceback__)
import _suggestions
for a in ((["False"], "Base"), (["ab", "abc"], "abd"), (["ab"], "ab"), (("ab",), "ac"), (["ab", 2], "ac"), (["ab"], 1), ([], "x"), (["x" * 50], "x" * 49)):
    try: print(_suggestions._generate_suggestions(*a))
    except TypeError as e: print(e)
try: Base
except NameError as e:
    import traceback
    print(traceback.format_exception(e)[-1], end="")
