"""Descriptors: properties, validated fields, lazy attributes, static and class methods, __getattr__ and __slots__."""
from harness import main


class Field:
    """A data descriptor that keeps a value within a range."""

    def __init__(self, low, high):
        self.low, self.high = low, high

    def __set_name__(self, owner, name):
        self.slot = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.slot)

    def __set__(self, instance, value):
        if not self.low <= value <= self.high:
            raise ValueError(self.slot[1:])
        setattr(instance, self.slot, value)


class Lazy:
    """A non-data descriptor: the first access stores the value in the instance, which then hides it."""

    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner=None):
        value = instance.__dict__[self.function.__name__] = self.function(instance)
        return value


class Rectangle:
    width = Field(0, 1000)
    height = Field(0, 1000)
    made = 0

    def __init__(self, width, height):
        self.width = width
        self.height = height
        type(self).made += 1

    @property
    def area(self):
        return self.width * self.height

    @area.setter
    def area(self, value):
        self.width = value // self.height

    @classmethod
    def square(cls, side):
        return cls(side, side)

    @staticmethod
    def larger(a, b):
        return a if a.area >= b.area else b

    @Lazy
    def diagonal(self):
        return (self.width ** 2 + self.height ** 2) ** 0.5


class Box(Rectangle):
    def __init__(self, width, height, depth):
        super().__init__(width, height)
        self.depth = depth

    @property
    def volume(self):
        return self.area * self.depth


class Proxy:
    __slots__ = ("_target", "_reads")

    def __init__(self, target):
        self._target = target
        self._reads = 0

    def __getattr__(self, name):
        self._reads += 1
        return getattr(self._target, name)


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __getitem__(self, i):
        return self.y if i else self.x

    def __len__(self):
        return 2


def run(n):
    Rectangle.made = 0
    if "made" in vars(Box):
        del Box.made
    areas = volumes = refused = 0
    best = Rectangle.square(1)
    diagonals = 0.0
    points = 0
    proxy = Proxy(Box(1, 2, 3))
    for i in range(n):
        r = Rectangle(i % 30, 1 + i % 40)
        r.area = r.area + r.height
        areas += r.area
        best = Rectangle.larger(best, r)
        b = Box(i % 10, 2, 3)
        volumes += b.volume + proxy.volume
        try:
            b.width = i % 2000
        except ValueError:
            refused += 1
        diagonals += r.diagonal + r.diagonal
        p = Point(i, -i)
        points += p[0] + p[1] + p.x + len(p)
    return areas, volumes, refused, best.area, diagonals, points, Rectangle.made, Box.made, proxy._reads


def check(n, result):
    areas, volumes, refused, best, diagonals, points, made, boxes, reads = result
    diagonal = sum(2 * ((i % 30 + 1) ** 2 + (1 + i % 40) ** 2) ** 0.5 for i in range(n))
    sizes = [(i % 30 + 1) * (1 + i % 40) for i in range(n)]
    return (areas == sum(sizes) and volumes == sum(i % 10 * 6 + 6 for i in range(n)) and best == max(sizes)
            and refused == sum(i % 2000 > 1000 for i in range(n)) and abs(diagonals - diagonal) < 1e-6 * n
            and points == sum(range(n)) + 2 * n and (made, boxes, reads) == (n + 1, n + 2, n))


if __name__ == "__main__":
    main(run, check, 40000)
