# Plain generators and generator expressions, in loops and functions.
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
for v in count(4):
    print(v)
print(list(count(6)), sum(count(101)), max(count(9)))
def evens(limit):
    for i in range(limit):
        if i % 2 == 0:
            yield i
print([e for e in evens(10)])
def pairs(xs, ys):
    for x in xs:
        for y in ys:
            yield x, y
for a, b in pairs("ab", [1, 2]):
    print(a, b)
def chain(*its):
    for it in its:
        for v in it:
            yield v
print(list(chain([1], (2, 3), "ab", count(2))))
print(sum(x * x for x in range(10)), list(x for x in "abc"), tuple(i for i in range(3) if i))
g = count(3)
print(next(g))
print(next(g))
print(next(g))
print(next(g, "default"))
def flatten(items):
    for item in items:
        if isinstance(item, list):
            for sub in flatten(item):
                yield sub
        else:
            yield item
print(list(flatten([1, [2, [3, [4, []]], 5]])))
def permutations(xs):
    if len(xs) <= 1:
        yield xs
        return
    for i in range(len(xs)):
        for rest in permutations(xs[:i] + xs[i + 1:]):
            yield [xs[i]] + rest
print(len(list(permutations([1, 2, 3, 4]))), list(permutations([1, 2, 3])))
def sieve(n):
    marks = [True] * n
    for i in range(2, n):
        if marks[i]:
            yield i
            for j in range(i * i, n, i):
                marks[j] = False
print(list(sieve(50)))
def queens(n, row=0, cols=(), d1=(), d2=()):
    if row == n:
        yield cols
    else:
        for c in range(n):
            if c not in cols and row + c not in d1 and row - c not in d2:
                yield from queens(n, row + 1, cols + (c,), d1 + (row + c,), d2 + (row - c,))
print(len(list(queens(6))), next(queens(8)))
total = 0
for i in count(2000):
    total += i * i % 7
print(total)
