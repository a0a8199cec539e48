# The first steps: printing, variables, if, while, a list, a dict and a function.
print("hello, world")
x = 3
y = 4
print(x, y, x + y)
if x < y:
    print("smaller")
else:
    print("not smaller")
i = 0
while i < 3:
    print(i)
    i = i + 1
items = [1, 2, 3]
items.append(4)
print(items, len(items), items[0], items[-1], items[1:3])
d = {"one": 1}
d["two"] = 2
print(d, d["two"], "one" in d, len(d))
def add(a, b):
    return a + b
print(add(2, 3), add("a", "b"))
def factorial(n):
    if n <= 1:
        return 1
    return n * factorial(n - 1)
print(factorial(5), factorial(25))
total = 0
for v in items:
    total += v
print(total)
name = "world"
print("hello " + name + "!", name.upper(), name[0], len(name))
print(f"{name} has {len(name)} letters")
t = (1, "two", 3.0)
print(t, t[1])
a, b = 1, 2
print(a, b)
print(True, False, None, not True, 1 == 1.0)
print([n * n for n in range(5)])
print(min(3, 1, 2), max([4, 9, 2]), sum(range(5)), abs(-7))
