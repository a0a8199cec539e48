# Classes: attributes, methods, inheritance, super, class and static methods, properties.
class Point:
    """A point."""
    count = 0
    def __init__(self, x, y=0):
        self.x = x
        self.y = y
        Point.count += 1
    def __repr__(self):
        return f"Point({self.x}, {self.y})"
    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)
    def __hash__(self):
        return hash((self.x, self.y))
    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)
    def norm2(self):
        return self.x ** 2 + self.y ** 2
    @property
    def total(self):
        return self.x + self.y
    @total.setter
    def total(self, value):
        self.x = value - self.y
    @classmethod
    def origin(cls):
        return cls(0, 0)
    @staticmethod
    def helper(v):
        return v * 2
p = Point(1, 2)
print(p, p.x, p.y, p.norm2(), p.total, Point.count)
p.total = 10
print(p, p == Point(8, 2), p != Point(8, 2), hash(p) == hash(Point(8, 2)))
print(p + Point(1, 1), Point.origin(), Point.helper(4), p.helper(5))
p.z = 5
print(p.__dict__, hasattr(p, "z"), getattr(p, "q", "none"))
del p.z
print(hasattr(p, "z"), Point.__name__, Point.__doc__, Point.__module__)
class Base:
    def __init__(self, name):
        self.name = name
    def greet(self):
        return "base " + self.name
    def who(self):
        return type(self).__name__
class Child(Base):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def greet(self):
        return super().greet() + "!" + str(self.age)
c = Child("ann", 5)
print(c.greet(), c.who(), isinstance(c, Base), issubclass(Child, Base), Child.__mro__)
class A:
    def f(self): return ["A"]
class B(A):
    def f(self): return ["B"] + super().f()
class C(A):
    def f(self): return ["C"] + super().f()
class D(B, C):
    def f(self): return ["D"] + super().f()
print(D().f(), [k.__name__ for k in D.__mro__], D.__bases__)
m = c.greet
print(m(), m.__self__ is c, m.__func__ is Child.greet, m.__name__)
print(Base.greet(c))
for bad in ("p.missing", "Point.missing", "Point()", "Point(1, 2, 3)", "p.norm2(1)", "Point.norm2()", "c.age.x", "del_()", "p.total()", "None.foo", "Base.greet()"):
    def del_():
        del p.nothing
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
class ReadOnly:
    @property
    def value(self): return 1
r = ReadOnly()
for stmt in ("r.value = 2", "del r.value", "object().x = 1", "(5).x = 1", "Point.count.y = 2", "int.x = 1"):
    try:
        exec(stmt)
    except Exception as e:
        print(stmt, "->", type(e).__name__, e)
class Callable:
    def __call__(self, *a, **k): return a, k
print(Callable()(1, b=2), callable(Callable()), callable(p))
class Stack(list):
    def push(self, x): self.append(x)
    def peek(self): return self[-1]
s = Stack([1, 2])
s.push(3)
print(s, s.peek(), len(s), type(s).__name__, isinstance(s, list), s == [1, 2, 3])
setattr(p, "dyn", 1)
print(p.dyn, vars(p))
delattr(p, "dyn")
p.__class__ = type("Other", (Point,), {"extra": 7})
print(p.extra, type(p).__name__, p)
inst = Point.__new__(Point)
print(inst.__dict__)
print(type(p).__mro__[1] is Point, Point.norm2 is Point.__dict__["norm2"], Point.__init__.__qualname__)
class Nested:
    class Inner:
        def f(self): pass
print(Nested.Inner.__qualname__, Nested.Inner.f.__qualname__)
