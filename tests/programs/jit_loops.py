# Hot loops over ints and floats: what the compiler turns into machine code first.
def int_sum(n):
    s = 0
    i = 0
    while i < n:
        s += i
        i += 1
    return s
print(int_sum(100000))
def for_sum(n):
    s = 0
    for i in range(n):
        s += i * i - (i >> 1)
    return s
print(for_sum(50000))
def floats(n):
    x = 0.0
    for i in range(1, n):
        x += 1.0 / (i * i)
    return x
print(floats(50000))
def branches(n):
    a = b = c = 0
    for i in range(n):
        if i % 3 == 0:
            a += i
        elif i % 5 == 0:
            b -= i
        else:
            c ^= i
    return a, b, c
print(branches(30000))
def nested(n):
    total = 0
    for i in range(n):
        for j in range(n):
            if i < j:
                total += i * j
            else:
                total -= 1
    return total
print(nested(200))
def mixed(n):
    i = 0
    f = 0.5
    while i < n:
        f = f * 1.0000001 + i
        if f > 1e6:
            f -= 1e6
        i += 1
    return f
print(mixed(30000))
def collatz(limit):
    best = longest = 0
    for start in range(1, limit):
        n = start
        steps = 0
        while n != 1:
            if n & 1:
                n = 3 * n + 1
            else:
                n //= 2
            steps += 1
        if steps > longest:
            best, longest = start, steps
    return best, longest
print(collatz(3000))
def gcds(n):
    t = 0
    for a in range(1, n):
        for b in range(1, n):
            x, y = a, b
            while y:
                x, y = y, x % y
            t += x
    return t
print(gcds(60))
def down(n):
    out = 0
    while n > 0:
        out = (out * 31 + n) % 1000003
        n -= 3
    return out
print(down(50000))
def steps():
    t = 0
    for i in range(100000, 0, -7):
        t += i
    for i in range(-5000, 5000, 3):
        t -= i
    return t
print(steps())
def bits(n):
    h = 0
    for i in range(n):
        h = ((h << 5) ^ (h >> 27) ^ i) & 0xFFFFFFFF
    return h
print(bits(30000))
def compare_chain(n):
    c = 0
    for i in range(n):
        if 10 < i % 100 <= 50:
            c += 1
        if not i % 7 and i % 2 or i == 3:
            c += 2
    return c
print(compare_chain(20000))
def early(n):
    for i in range(n):
        if i * i > 123456:
            break
        if i % 2:
            continue
    else:
        return "ran out"
    return i
print(early(100000), early(10))
i = 0
total = 0
while i < 20000:
    total += i
    i += 1
print("module level", total, i)
def negative(n):
    s = 0
    for i in range(-n, n):
        s += i // 7 + i % 7 - (-i) // 3
    return s
print(negative(10000))
