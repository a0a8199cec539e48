# typing and generic types at run time; PEP 695/696 syntax; annotations.
import typing
from typing import *
import types
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
print(list[int], dict[str, list[int]], tuple[int, ...], int | str, int | None, Optional[int], Union[int, str, int], Union[int], Callable[[int], str], Callable[..., Any], Any, ClassVar[int], Final[str], Literal["a", 1, None], Annotated[int, "meta"], Type[int], type[int], List[int], Dict[str, int], Tuple[()], Iterable[T] if 0 else Iterable[int], NoReturn, Never, Self, LiteralString, TypeAlias)
print(list[int].__origin__, list[int].__args__, (int | str).__args__, get_origin(Optional[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_origin(Annotated[int, 1]), Annotated[int, 1, 2].__metadata__, get_args(Literal[1, 2]), (int | str) == (str | int), Union[int, str] == (int | str), isinstance(1, int | str), issubclass(bool, int | str), isinstance(int | str, types.UnionType), type(list[int]).__name__)
T = TypeVar("T"); N = TypeVar("N", bound=int); C = TypeVar("C", int, str); P = ParamSpec("P"); Ts = TypeVarTuple("Ts")
print(T, N.__bound__, C.__constraints__, P, Ts, P.args, P.kwargs, Unpack[Ts], TypeVar("Q", covariant=True), T.__name__)
class Box(Generic[T]):
    def __init__(self, v): self.v = v
print(Box[int], Box[int](5).v, Box[int].__args__, Box.__parameters__, Box[T][str], list[T][int], dict[str, T][int], Box.__orig_bases__)
class Pair(Generic[T, N]): pass
attempt(lambda: Pair[int]); attempt(lambda: Pair[int, str, float]); attempt(lambda: Box[int][str]); attempt(lambda: Generic[int]); attempt(lambda: Optional[int, str]); attempt(lambda: Union[()]); attempt(lambda: isinstance([], list[int])); attempt(lambda: isinstance(1, Union[int, list[int]])); attempt(lambda: Any()); attempt(lambda: Callable[int]); attempt(lambda: list[int]([1])); attempt(lambda: int | 5); attempt(lambda: "a" | int); attempt(lambda: Literal); attempt(lambda: type("X", (Union,), {})); attempt(lambda: TypeVar("T", int)); attempt(lambda: list[int].zz)
class Pt(NamedTuple):
    x: int
    y: str = "d"
print(Pt(1), Pt._field_defaults, Pt.__annotations__)
class TD(TypedDict, total=False):
    a: Required[int]
    b: str
print(TD(a=1), TD.__required_keys__, TD.__optional_keys__, TD.__total__, TD.__annotations__)
UserId = NewType("UserId", int); print(UserId(5), UserId, UserId.__supertype__)
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
class Proto(Protocol):
    x: int
print(isinstance([], HasLen), isinstance(5, HasLen), issubclass(list, HasLen)); attempt(lambda: isinstance(1, Proto)); attempt(lambda: Proto())
def f(a: int, b: "Box[int]" = None, *c: float, **d: "list[str]") -> Optional[str]: pass
print(f.__annotations__); print(get_type_hints(f)); attempt(lambda: get_type_hints(lambda: 1))
class A:
    x: int = 1
    y: "A"
    z: ClassVar[int] = 2
print(get_type_hints(A), A.__annotations__)
print(cast(int, "x"), typing.TYPE_CHECKING, assert_type(1, int)); attempt(lambda: assert_never(1))
@overload
def ov(x: int) -> int: ...
@overload
def ov(x: str) -> str: ...
def ov(x): return x
print(len(get_overloads(ov)), final(A).__final__, no_type_check(f).__no_type_check__)
@override
def ovr(): pass
print(ovr.__override__)
def gen[X, *Y, **Z](a: X, *b: *Y) -> X: return a
print(gen.__type_params__, gen(1), [type(t).__name__ for t in gen.__type_params__], gen.__annotations__)
class G[K: int, V: (int, str) = int]:
    def m[W](self, k: K, w: W) -> V: return k
print(G.__type_params__, G[int, str], G.__parameters__, G.__orig_bases__, G.__type_params__[0].__bound__, G.__type_params__[1].__constraints__, G.__type_params__[1].__default__, G.__type_params__[1].has_default(), G.m.__type_params__, G().m(3, 4))
type Alias = int | list[Alias]
type Gen[T] = dict[str, T]
print(Alias, Alias.__value__, Gen[int], Gen.__type_params__, Gen.__value__, Alias.__name__, type(Alias).__name__, Gen[int].__args__)
type Lazy = undefined_thing
attempt(lambda: Lazy.__value__); attempt(lambda: Alias())
class Sub[T](Box[T]): pass
print(Sub[int](1).v, Sub.__mro__[1:], Sub.__orig_bases__)
def outer[T]():
    def inner(x: T) -> T: return x
    class Local[U]: y: T
    return inner, Local
i, l = outer(); print(i.__annotations__["x"], l.__annotations__, l.__type_params__)
print(types.GenericAlias(list, (int,)), types.new_class("Dyn", (Box[int],)).__bases__, types.resolve_bases((Box[int],)), types.get_original_bases(Sub), typing.NoDefault, Concatenate[int, P], TypeGuard[int], TypeIs[str], ReadOnly[int], Unpack[tuple[int]], tuple[*Ts], Tuple[int, Unpack[Ts]])
ns = types.SimpleNamespace(a=1, b=[2]); ns.c = ns; print(ns, ns == types.SimpleNamespace(a=1), vars(ns)["a"]); print(types.MappingProxyType({"a": 1}), types.DynamicClassAttribute.__name__, types.coroutine.__name__)

print('--- substitution')
from typing import *
import collections.abc
P = ParamSpec('P'); T = TypeVar('T'); Ts = TypeVarTuple('Ts')
for f in (lambda: collections.abc.Callable[Concatenate[int, P], int][[str]], lambda: Callable[P, T][[int, str], float], lambda: dict[T, Callable[P, T]][int, [str]], lambda: list[T][*tuple[int]], lambda: dict[T, T][*tuple[int]],
   lambda: tuple[T, *Ts][int, *tuple[str, bytes]], lambda: tuple[*Ts][*tuple[int, ...]], lambda: list[Callable[P, T]][[int], str], lambda: collections.abc.Callable[P, T][..., int], lambda: collections.abc.Callable[P, list[T]][P, int],
   lambda: collections.abc.Callable[[T], T][int], lambda: collections.abc.Callable[Concatenate[T, P], T].__parameters__, lambda: collections.abc.Callable[Concatenate[T, P], T][int, [str, bytes]],
   lambda: collections.abc.Callable[Concatenate[T, P], T][int, ...], lambda: collections.abc.Callable[Concatenate[T, P], T][int, Concatenate[str, P]], lambda: collections.abc.Callable[Concatenate[int, P], int][int]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
ns = {}
exec('from typing import *\nT = TypeVar("T"); P = ParamSpec("P"); Ts = TypeVarTuple("Ts"); type X = int', ns)
ns2 = {}
exec('from typing import *\nT = TypeVar("T"); P = ParamSpec("P"); Ts = TypeVarTuple("Ts"); type X = int', {'__name__': 'mod'}, ns2)
for n in ('T', 'P', 'Ts', 'X'):
    for q in (ns, ns2):
        try: print(n, q[n].__module__)
        except Exception as e: print(type(e).__name__, e)
