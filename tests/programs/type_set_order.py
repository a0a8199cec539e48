# Sets of ints: the order of their members in displays, loops and after every operation
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
pool = [9007199254740993, -6, 7, 23, 3, 15, 64, 8, -1, -2, 1 << 61, 2 ** 61 - 1, 2 ** 70, 100, 31, 32, 33, 40, 72, -8, -9, 16, 0, 1, 10 ** 18]
print({9007199254740993, -6, 7, 23}, {1, 2}, {72, 10 ** 18, 31, 15}, {-1, -2, -3}, {*(3, 64), 8, 72, 16})
for x in {9007199254740993, -6, 7, 23, 72, 64, 8}: print(x, end=" ")
print([x for x in {64, 72, 8, 3.5, 40, (1, 2)}], [*{40, 72, 8, 16, 24}])
state = 1
def some(n):
    global state
    out = []
    for _ in range(n):
        state = state * 48271 % 2147483647
        out.append(pool[state % len(pool)])
    return out
for k in range(60):
    a, b = some(1 + k % 9), some(1 + k % 7)
    s, u, d = set(a), set(b), dict.fromkeys(a)
    print(eval("{%s}" % ",".join(map(str, a))), s | u, s & u, s - u, s ^ u, s.union(b, a), s.copy(), frozenset(u))
    print(d.keys() | u, d.keys() & u, d.keys() - u, d.keys() ^ u, u & d.keys(), d.keys() & b, set(d), d.keys() | dict.fromkeys(b).keys())
    u |= s; print(u, end=""); u -= set(b[:2]); print(u, end=""); u ^= s; print(u, end=""); u.update(b, d); print(u, end=""); u &= s; print(u)
    u.update(range(k)); u.discard(k // 2); u.difference_update(a); u.symmetric_difference_update(b); print(u)
    if u: print(u.pop(), u.pop() if u else None, u)
    print(s.intersection(range(k), pool), s | set(range(k % 40)), set(range(k % 40)) - s, {x % 13 for x in a})
