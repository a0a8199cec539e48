# decimal: random operands, contexts and operations; what each operation gave is one checksum, so that a wrong digit or flag shows
import zlib
from decimal import *

state = 20010101
def pick(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % n
def one_of(*choices): return choices[pick(len(choices))]
def digits(n): return "".join(str(pick(10)) for _ in range(n))
def coefficient(most):
    n = 1 + pick(most)
    return one_of(digits(n), digits(n), "9" * n, "1" + "0" * n, digits(n) + "0" * pick(9), digits(n) + one_of("5", "50", "500001", "49999"), digits(1 + pick(3)))
def number(most, reach):
    sign = one_of("", "-", "")
    match pick(40):
        case 0: return sign + one_of("inf", "nan", "snan", "nan12", "snan" + digits(9), "nan" + digits(40))
        case 1: return f"{sign}0e{pick(2 * reach + 1) - reach}"
        case 2: return sign + one_of("1", "1.0", "1.000", "10", "0.1", "1e3")
    c = coefficient(most)
    e = pick(2 * reach + 1) - reach if pick(2) else pick(2 * len(c) + 3) - 2 * len(c)
    return f"{sign}{c}E{e}"
def bits(most): return "".join(one_of("0", "1") for _ in range(1 + pick(most)))
ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)
def context():
    prec = one_of(1, 2, 3, 5, 9, 17, 18, 19, 20, 28, 28, 28, 36, 37, 38, 39, 40, 60)
    emax, emin = one_of((999999, -999999), (999999, -999999), (pick(50) + prec, -pick(50) - prec), (one_of(0, 1, 9, 999), -one_of(0, 1, 9, 999)))
    return Context(prec=prec, rounding=one_of(*ROUNDINGS), Emax=emax, Emin=emin, clamp=int(pick(5) == 0), traps=[])

def show(x): return "(" + ", ".join(map(show, x)) + ")" if isinstance(x, tuple) else str(x)

UNARY = "abs minus plus next_minus next_plus normalize to_integral_exact to_integral_value sqrt logb is_normal is_subnormal number_class to_sci_string to_eng_string create_decimal".split()
BINARY = ("add subtract multiply divide divide_int remainder remainder_near divmod compare compare_signal compare_total compare_total_mag "
          "max min max_mag min_mag next_toward quantize same_quantum copy_sign").split()
def operands(op):
    most, reach = one_of(3, 9, 19, 28, 28, 30, 38, 45, 80), one_of(2, 10, 30, 60, 200)
    if op in UNARY: return [number(most, reach)]
    if op in ("exp", "ln", "log10"): return [number(one_of(1, 3, 9, 28), one_of(1, 2, 5, 20))]
    if op == "power":
        return one_of([number(most, reach), str(pick(200) - 100)], [number(9, 5), number(5, 3)], [str(pick(1000)) for _ in range(3)], [number(most, reach), number(most, reach)])
    if op == "fma": return [number(most, reach), number(most, reach), number(most, 2 * reach)]
    if op.startswith("logical"): return [bits(most) for _ in range(1 if op == "logical_invert" else 2)]
    if op in ("scaleb", "shift", "rotate"): return [number(most, reach), one_of(str(pick(81) - 40), number(most, reach))]
    return [number(most, reach), number(most, reach)]

for op, count in [(o, 150) for o in UNARY] + [(o, 250) for o in BINARY] + [("exp", 40), ("ln", 40), ("log10", 40), ("power", 100), ("fma", 300)] + \
                 [(o, 150) for o in "logical_and logical_or logical_xor logical_invert scaleb shift rotate".split()]:
    sums, last = [], ""
    for i in range(count):
        c = context()
        args = operands(op)
        r = getattr(c, op)(*map(Decimal, args))
        last = f"{op}({', '.join(args)}) prec={c.prec} {c.rounding} = {show(r)} {[s.__name__ for s, on in c.flags.items() if on]}"
        sums.append(last)
    print(f"{op} {zlib.crc32(chr(10).join(sums).encode()):08x}")
    print("   ", last[:200])
