# Type parameters, aliases and annotations
def first[T](xs: list[T]) -> T: return xs[0]
class Box[T, *Ts, **P]:
    def __init__(self, v: T): self.v = v
    def map[U](self, f) -> "Box[U]": return Box(f(self.v))
type Pair[A] = tuple[A, A]
type Tree = list[Tree] | int
class Bounded[T: (int, str), U: float = int]: pass
print(first([1, 2]), first.__type_params__, Box.__type_params__, Box[int, str, [bool]].__class__.__name__, Pair, Pair.__type_params__, Pair[int], Tree.__value__, Pair.__value__)
for p in Bounded.__type_params__: print(p, p.__bound__, p.__constraints__, p.__name__, p.has_default())
print(Box(3).map(str).v, Box.__orig_bases__, Box.__mro__[1:], first.__annotations__)
x: int = 5
y: "undefined_name"
z: list[int]
def f(a: int, b: str = "x", *c: float, d: bool, **e: None) -> dict[str, int]: pass
print(__annotations__, f.__annotations__, list(f.__annotations__))
class C:
    a: int
    b: "str" = "q"
    (c): int = 3
    d: list[int] = []
    def m(self, v: "C") -> "C": return self
print(C.__annotations__, C.m.__annotations__, "a" in vars(C), C.b)
print(int | str, int | None, list[int], dict[str, list[int]], tuple[int, ...], type[int], list[int] == list[int], (int | str) == (str | int), isinstance(1, int | str), list[int].__origin__, list[int].__args__, (int | None).__args__, set[int]([1, 1]), dict[str, int](a=1), list[int].__parameters__, callable(list[int]))
for bad in ("list[int][str]", "int[str]", "int | 5", "isinstance([], list[int])", "issubclass(int, list[int])", "Pair[int, str]", "Box[()]", "class_[T]", "type X = 1; X()", "class D(list[int]): pass; print(D.__orig_bases__, D.__bases__)"):
    try: print(bad, eval(bad))
    except SyntaxError:
        try: exec(bad)
        except Exception as e: print(bad, type(e).__name__, e)
    except Exception as e: print(bad, type(e).__name__, e)
import typing
T = typing.TypeVar("T"); K = typing.TypeVar("K", bound=int)
class G(typing.Generic[T]): pass
print(G[int], G[int].__origin__, typing.get_type_hints(f)["a"], typing.get_type_hints(C), typing.Optional[int], typing.Union[int, str, int], typing.get_origin(list[int]), typing.get_args(dict[str, int]), T, K.__bound__, typing.List[int], typing.Callable[[int], str], typing.Literal[1, "a"], typing.Any, typing.Annotated[int, 5].__metadata__)
class P(typing.NamedTuple):
    x: int
    y: int = 2
class TD(typing.TypedDict, total=False):
    n: int
print(P(1), P(1)._replace(y=5), P._fields, P._field_defaults, TD(n=1), TD.__total__, TD.__optional_keys__)
@typing.runtime_checkable
class HasLen(typing.Protocol):
    def __len__(self): ...
print(isinstance([], HasLen), isinstance(5, HasLen), typing.cast(int, "a"), typing.TYPE_CHECKING)
@typing.overload
def o(a: int): ...
def o(a): return a
print(o(1), typing.get_overloads(o) is not None, typing.NewType("UserId", int)(5), typing.final(C) is C)

print('--- names of the class around type parameters')
x = 'global'
def outer():
    x = 'nonlocal'
    class Bound:
        type Alias = x
        val = Alias.__value__
        def meth[T: x](self, arg: x): ...
        bound = meth.__type_params__[0].__bound__
        x = 'class'
    class Global:
        global x
        type Alias = x
    Global.x = 'attribute'
    class Free:
        type Alias = x
        def meth[T: x, U: (x, Bound.x)](self): ...
    class Own:
        y = 'own'
        def meth[T: x, U: y](self): ...
        type Alias = (x, y)
    Own.y = 'changed'
    return Bound, Global, Free, Own
Bound, Global, Free, Own = outer()
print(Bound.val, Bound.bound, Bound.Alias.__value__, Global.Alias.__value__, Free.Alias.__value__)
print([t.__bound__ or t.__constraints__ for t in Free.meth.__type_params__], [t.__bound__ for t in Own.meth.__type_params__], Own.Alias.__value__)
class __Base:
    def __init_subclass__(cls, **kw):
        print(cls.__name__, kw)
class Derived[T](__Base, __kwarg=1):
    pass
class Y[__T, __U: __T](__Base, key=[__Base for _ in range(1)], more=(lambda: __T)().__name__):
    param = __T
print(Y.__type_params__, Y.param, Y.__type_params__[1].__bound__, [n for n in vars(Y) if 'T' in n])
