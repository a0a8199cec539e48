# Numbers and text, many cases: formatting, rounding and parsing of floats, ints and complex numbers. Each line sums up fifty
# results, so that a line that differs says where to look.
import math
import sys

state = 7
total = count = 0


def rand(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 20) % n


def choice(seq):
    return seq[rand(len(seq))]


def show(f, *args):
    """Adds what f returns or raises to the line's sum."""
    global total, count
    try:
        r = f(*args)
        r = r if type(r) is str else repr(r)
    except Exception as e:
        r = type(e).__name__ + ": " + str(e)
    for c in r:
        total = (total * 31 + ord(c)) % (2**61 - 1)
    count += 1
    if count % 50 == 0:
        print(count, total, ascii(r[:100]))
        total = 0


def uniform(a, b):
    return a + (b - a) * (rand(2**53) / 2**53)


special = [0.0, -0.0, 1.0, 0.5, 1.5, 2.5, -2.5, 1e15, 1e16, 1e17, 1e22, 1e23, 123456789.0, 0.1, 9.995, 99995.0, 5e-324, sys.float_info.max,
           sys.float_info.min, math.inf, -math.inf, math.nan, 1e-5, 0.0001, 9.5, 0.05, 1e100]


def number():
    k = rand(5)
    if k == 0:
        return math.ldexp(rand(2**53), rand(2000) - 1074) * choice([1, -1])
    if k == 1:
        return uniform(-10, 10)
    if k == 2:
        return choice(special)
    if k == 3:
        return (rand(2 * 10**6) - 10**6) / choice([1, 2, 4, 8, 10, 100, 1000])
    return uniform(-1, 1) * float("1e%d" % (rand(60) - 30))


def spec(types):
    align = choice(["", "<", ">", "^", "="])
    fill = choice(["", "*", "0", "\u00e9"]) if align else ""
    return (fill + align + choice(["", "", "+", "-", " "]) + choice(["", "", "z"]) + choice(["", "", "#"]) + choice(["", "", "0"])
            + choice(["", "", "1", "5", "12", "30"]) + choice(["", "", ",", "_"]) + choice(["", "", ".0", ".1", ".3", ".10", ".17", ".30"])
            + choice(types))


def percent(types):
    return ("%" + choice(["", "-", "+", "0", "#", " ", "-#", "+0"]) + choice(["", "5", "15"]) + choice(["", ".0", ".3", ".12", ".60"])
            + choice(types))


print("floats")
for i in range(1500):
    x, y = number(), number()
    show(repr, x)
    show(float.hex, x)
    show(format, x, spec(["", "e", "E", "f", "F", "g", "G", "n", "%", "r", "d"]))
    f = percent("eEfFgGdsrai")
    show(lambda: f % x)
    show(round, x)
    show(round, x, rand(40) - 20)
    show(lambda: float.as_integer_ratio(x))
    show(int, x)
    show(lambda: divmod(x, y))
    show(lambda: (x // y, x % y, x == y, x < y))
    z = complex(x, y)
    show(repr, z)
    show(format, z, spec(["", "e", "f", "g", "n", "%", "d"]))

print("text")
letters = "0123456789.eE+-_ xnaifINFty\u0663\uff12\u3000"
for i in range(6000):
    s = "".join(choice(letters) for _ in range(rand(8)))
    show(float, s)
    show(int, s)
    show(int, s, 0)
    show(complex, s.replace("x", "j"))
    show(float.fromhex, s.replace(" ", "p").replace("n", "a"))
for i in range(1500):
    s = str(rand(10 ** (1 + rand(15)))) + choice(["", "."]) + str(rand(10 ** (1 + rand(15)))) + choice(["", "e%d" % (rand(660) - 330)])
    show(float, s)
    h = (choice(["", "-", "+"]) + "0x" + choice(["", "1", "0", "ab"]) + choice(["", "."]) + "%x" % (rand(2**44) << rand(80))
         + choice(["", "p%d" % (rand(2200) - 1100)]) + choice(["", "", "", " ", "z"]))
    show(float.fromhex, h)
for s in ["1_000", "1__0", "_1", "1_", "1e5_0", "1_e5", "\u0661\u0662\u0663", "\uff11\uff12.\uff15", "\u0967e\u0968", "\U0001d7d9\U0001d7da", "\u00b2",
          "\u00bd", "1\0", "\u2003 12 \u3000", "0x10", "--1", "+-1", "infinity", "-Inf", "nan", "+nan", "1e400", "-1e400", "1e-400", "\u00e9",
          "\ud800", "1 2", "", "  ", "1j", "j", "-j", "1+j", "(1+2j)", "( 1+2j )", "1e5+2.5e-3j", "nanj", "inf+nanj", "1+2", "1+2jj",
          "1_0+2_0j", "\u0663+\u0664j", "+1-1j", "1+-2j", "ep4211x", "f" * 400 + "z"]:
    for f in int, float, complex, float.fromhex:
        show(f, s)
    for base in 0, 16, 36:
        show(int, s, base)

print("ints")
for i in range(1500):
    n = choice([rand(2 ** choice([1, 7, 8, 20, 43])) << rand(40), rand(2**44) ** (1 + rand(8)), rand(300), 0]) * choice([1, -1])
    m = choice([rand(2 ** choice([1, 7, 8, 20, 43])) << rand(40), rand(2**44) ** (1 + rand(8)), rand(70), 0, 1]) * choice([1, -1])
    show(format, n, spec(["", "b", "c", "d", "o", "x", "X", "n", "e", "f", "g", "%", "s", "r"]))
    f = percent("dioxXeEfgcsra")
    show(lambda: f % n)
    show(lambda: divmod(n, m))
    show(lambda: n / m)
    show(pow, n, m % 50)
    show(pow, n, m, choice([7, -13, 2**64 + 13, 1, m, 6]))
    show(lambda: (n << abs(m) % 200, n >> abs(m) % 200, n & m, n | m, n ^ m, ~n, -n, abs(n), n * m, n - m, n.bit_length(), n.bit_count(), hash(n)))
    show(round, n, rand(28) - 25)
    order, signed, length = choice(["little", "big"]), choice([True, False]), choice([0, 1, 2, 8, 9, 40])
    show(lambda: n.to_bytes(length, order, signed=signed))
    show(lambda: int.from_bytes(bytes(rand(256) for _ in range(rand(12))), order, signed=signed))

print("long ints")
for n in (-1, 1, 639, 640, 4300, 10**30, "a", 1.5, True):
    show(sys.set_int_max_str_digits, n)
    show(sys.get_int_max_str_digits)
sys.set_int_max_str_digits(4300)
for v in (10**4299, 10**4300 - 1, 10**4300, -(10**4300), 1 << 14284, 1 << 14285, 10**5000):
    for f in str, repr, hex, "%d".__mod__, "%x".__mod__, "{:d}".format, "{:,}".format:
        show(f, v)
for s in ("1" * 4300, "1" * 4301, "-" + "1" * 4300, "1_" * 4300 + "1", "0" * 5000, " " + "9" * 4300 + " ", "0" * 4400 + "1"):
    for base in 0, 7, 8, 10:
        show(int, s, base)
    show(int, s.encode())
show(eval, "1" * 4301)
show(eval, "0x" + "1" * 5000)
sys.set_int_max_str_digits(0)
for k in (10, 100, 1000, 5000, 20000, 100000):
    n = rand(2**44) ** (k // 44 + 1)
    s = str(n)
    show(str, n)
    print(len(s), int(s) == n, int("-" + s) == -n, int("%x" % n, 16) == n)
    if k <= 5000:
        for base in (3, 7, 36):
            digits, m = [], n
            while m:
                m, r = divmod(m, base)
                digits.append("0123456789abcdefghijklmnopqrstuvwxyz"[r])
            print(base, int("".join(reversed(digits)), base) == n)
print(0.0 ** -math.inf, (-0.0) ** -math.inf, abs(3 + 4j), abs(complex(math.inf, math.nan)))
for f in (lambda: 0.0 ** -1.0, lambda: abs(complex(1e308, 1e308)), lambda: setattr(1j, "real", 1)):
    show(f)
print(count, total)
