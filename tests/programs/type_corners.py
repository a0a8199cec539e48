# Corners of built-in types: powers of zero and of bools, keywords for subclasses, operands that change while they are compared
import builtins
import operator

for base, exponent in ((True, False), (False, False), (False, True), (False, 5), (0, False), (3**90, 0), (0.0, -2**4000), (0.0, float("-inf")), (-0.0, float("-inf")), (-0.0, -3)):
    try:
        power = base ** exponent
        print(repr(base)[:8], repr(exponent)[:8], power, type(power).__name__)
    except ArithmeticError as error:
        print(repr(base)[:8], repr(exponent)[:8], type(error).__name__, error)

# A subclass takes keywords of its own if it defines what receives them: nothing, __init__ or __new__.
def initialise(self, content, *, label="none"):
    self.label = label

def create(cls, content, *, label="none"):
    made = super(cls, cls).__new__(cls, content)
    made.label = label
    return made

for parent, sample in {tuple: "ab", float: "1.5", bytearray: b"ab", list: "ab", frozenset: "a", set: "a", int: "12", str: "ab", bytes: b"ab"}.items():
    for body in ({}, {"__init__": initialise}, {"__new__": create}, {"__init__": initialise, "__new__": create}):
        labelled = type("Labelled" + parent.__name__.title(), (parent,), body)
        results = []
        for call in (lambda: labelled(sample, label="L"), lambda: labelled(label="L"), lambda: labelled(sample)):
            try:
                made = call()
                results.append((getattr(made, "label", "-"), len(made) if hasattr(made, "__len__") else parent.__repr__(made)))
            except TypeError as error:
                results.append(str(error))
        print(labelled.__name__, sorted(body), results)

# A float with a __float__ of its own: conversion asks it, arithmetic does not.
class Metres(float):
    def __float__(self):
        return super().__float__() * 100

length = Metres(1.25)
print(float(length), length + 1, f"{length:.2f}", length == 1.25, float.__float__(length), max(length, 1.5))

# An element that empties its container when it is compared with something.
class Emptier:
    def __init__(self, *targets):
        self.targets = targets
        self.asked = 0

    def __hash__(self):
        return hash(77)

    def __eq__(self, other):
        self.asked += 1
        for target in self.targets:
            target.clear()
        return NotImplemented if isinstance(other, Emptier) else False

left, right = [0], [0]
left += [Emptier(right), 2]
right += [Emptier(left), 2]
print(operator.eq(left, right), left, right)
row = [1, 2, 3]
row[1:1] = [Emptier(row)]
print(row.count(9), row, [Emptier(row)] * 3 == [1, 2, 3], row)
for question in (lambda pool: 77 in pool, lambda pool: pool.add(77), lambda pool: pool.discard(77), lambda pool: pool & {77}, lambda pool: pool >= {77}):
    pool = set()
    emptier = Emptier(pool)
    pool.add(emptier)
    try:
        answer = question(pool)
    except RuntimeError as error:
        answer = error
    print(answer, emptier.asked, len(pool))

# An iterator is pickled by the name iter in builtins, which may be gone.
walks = [iter("xyz"), iter([4]), iter((5,)), iter(b"6"), iter(range(7)), iter({}.keys()), reversed([8])]
hidden = {name: vars(builtins).pop(name) for name in ("iter", "reversed")}
outcomes = []
for walk in walks:
    try:
        outcomes.append(walk.__reduce__()[1:])
    except AttributeError as error:
        outcomes.append(str(error))
vars(builtins).update(hidden)
print(*outcomes, sep="\n")
