# Lists, tuples, dicts and sets in everyday use.
a = [3, 1, 2]
a.append(5); a.insert(0, 9); print(a, a.pop(), a.pop(0), a)
a.sort(); print(a); a.reverse(); print(a, sorted(a), a.index(2), a.count(3), 2 in a)
a += [7, 8]; a[0] = 100; a[1:3] = [0]; del a[0]; print(a, a * 2, a + [1], len(a))
b = a; c = a[:]; b.append("shared"); print(a is b, a == c, a[-1], c)
nested = [[1, 2], [3, 4]]
for row in nested:
    for v in row: print(v, end=" ")
print(nested[1][0], [x for row in nested for x in row])
t = 1, 2, 3
x, y, z = t
print(t, x, y, z, t[1:], t + (4,), len(t), (1,), ())
d = {"a": 1, "b": 2}
d["c"] = 3; d["a"] += 10; del d["b"]
print(d, d.get("zz"), d.get("zz", 0), list(d), list(d.values()), list(d.items()), "a" in d)
for k in d: print(k, d[k])
for k, v in sorted(d.items(), reverse=True): print(k, "=", v)
d.update({"z": 26}); print(d.pop("c"), d.setdefault("q", []), len(d), d == {"a": 11, "z": 26, "q": []})
s = {1, 2, 3}
s.add(4); s.discard(9); s.remove(1)
print(sorted(s), 2 in s, len(s), sorted(s | {10}), sorted(s & {2, 3}), sorted(s - {2}), sorted(s ^ {2, 50}), {2} <= s)
print(sorted(set("mississippi")), len(set([1, 1, 1])))
print(list(range(5)), list(range(2, 10, 3)), list(range(5, 0, -1)), list(enumerate("ab")), list(zip([1, 2], "xy")), list(map(str, [1, 2])), list(filter(None, [0, 1, 2])))
print(sum([1, 2, 3]), min(4, 2), max([1, 5]), any([0, 1]), all([1, 0]), sorted([3, 1], reverse=True), list(reversed([1, 2])))
matrix = [[0] * 3 for _ in range(2)]; matrix[1][2] = 5; print(matrix, list(zip(*matrix)))
stack = []
for ch in "(()())":
    if ch == "(": stack.append(ch)
    else: stack.pop()
print("balanced", not stack)
groups = {}
for w in ["apple", "avocado", "bean", "beet", "corn"]: groups.setdefault(w[0], []).append(w)
print(groups, {k: len(v) for k, v in groups.items()})
print([1, [2, [3]]] == [1, [2, [3]]], [1, 2] < [1, 3], (1, 2) == (1, 2), {1: 2} == {1: 2}, [1] != [2])
first, *rest = [1, 2, 3]; print(first, rest)
inventory = [("nut", 3), ("bolt", 1), ("gear", 2)]
print(sorted(inventory, key=lambda p: p[1]), dict(inventory), max(inventory, key=lambda p: p[1])[0])
print([], {}, set(), (), "", [None, True, 1.5, "s", b"b", (1,), {"k": [1]}])
