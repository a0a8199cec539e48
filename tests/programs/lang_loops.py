# for and while with break, continue and else.
for i in range(5):
    print(i, end=" ")
print()
i = 0
while i < 5:
    i += 1
    if i == 2:
        continue
    if i == 4:
        break
    print("while", i)
else:
    print("never")
for i in range(3):
    pass
else:
    print("else of for", i)
while False:
    pass
else:
    print("else of while")
for i in range(3):
    for j in range(3):
        if j > i:
            break
        print(i, j)
    else:
        print("inner ran out", i)
print(list(range(10, 0, -3)), list(range(0)), list(range(5, 5)))
for a, b in [(1, 2), (3, 4)]:
    print(a + b)
for a, (b, *c) in [(1, (2, 3, 4)), (5, "xyz")]:
    print(a, b, c)
for k, v in {"x": 1, "y": 2}.items():
    print(k, v)
for i, s in enumerate("abc", start=1):
    print(i, s)
for x, y in zip([1, 2, 3], "ab"):
    print(x, y)
for ch in "héllo":
    print(ch, end="|")
print()
class Box:
    pass
box = Box()
for box.value in range(3):
    pass
print(box.value)
d = {}
for d["k"] in "xyz":
    pass
print(d)
lst = [1, 2, 3]
for x in lst:
    if x < 10:
        lst.append(x + 10)
print(lst)
n = 27
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print("collatz", steps)
primes = []
candidate = 2
while len(primes) < 20:
    for p in primes:
        if candidate % p == 0:
            break
    else:
        primes.append(candidate)
    candidate += 1
print(primes)
total = 0
for i in range(1000):
    for j in range(0, 100, 7):
        if (i ^ j) & 1:
            total += i * j
        else:
            total -= j
print(total)
def find(grid, want):
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if cell == want:
                return r, c
    return None
print(find([[1, 2], [3, 4]], 3), find([[1]], 9))
