# Whole and floating-point arithmetic with literals and variables.
a = 7
b = 3
print(a + b, a - b, a * b, a // b, a % b, a ** b)
print(a / b, -a // b, -a % b, a // -b, a % -b)
print(1 + 2 * 3 - 4 / 2)
print((1 + 2) * 3, -(2 + 3), +5, ~5)
print(2 ** 10, 2 ** -1, 2 ** 0.5, (-2) ** 3, -2 ** 2)
print(0xff, 0o17, 0b1011, 1_000_000, 0x_ff)
print(1.5 + 2.25, 1e3, 1.5e-5, .5, 5., 1_0.0_1)
print(7.5 // 2, 7.5 % 2, -7.5 // 2, -7.5 % 2)
print(1 << 10, 1024 >> 3, -1 >> 5, 6 & 3, 6 | 3, 6 ^ 3)
print(3 < 4, 3 > 4, 3 <= 3, 3 >= 4, 3 == 3.0, 3 != 4)
print(1 < 2 < 3, 1 < 3 < 2, 1 < 2 > 0)
x = 10
x += 5
print(x)
x -= 3
print(x)
x *= 2
print(x)
x //= 5
print(x)
x **= 3
print(x)
x %= 10
print(x)
x <<= 4
print(x)
x >>= 1
x |= 1
x &= 0b11101
x ^= 0b101
print(x)
x /= 4
print(x)
print(abs(-3), abs(-3.5), round(2.5), round(3.5), round(2.567, 2), divmod(17, 5))
print(min(3, 1, 2), max(3, 1, 2), sum([1, 2, 3]), pow(2, 10, 1000))
print(True + True, True * 5, not 0, not 1)
print(0.1 + 0.2, 1 / 3, 100.0, 1e16, 1e15, 123456789.123)
print(10 ** 20, 2 ** 100, -(10 ** 30) // 7, 10 ** 30 % 7)
total = 0
for i in range(10):
    total = total * 3 + i
print(total)
