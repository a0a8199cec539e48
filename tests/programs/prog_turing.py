# A Turing machine and a register machine
from collections import defaultdict
def turing(rules, tape, state="A", limit=10000):
    t, p, n = defaultdict(int, enumerate(tape)), 0, 0
    while state != "H" and n < limit: t[p], move, state = rules[state, t[p]]; p += move; n += 1
    return n, sum(t.values()), [t[i] for i in range(min(t), max(t) + 1)], state
busy3 = {("A", 0): (1, 1, "B"), ("A", 1): (1, 1, "H"), ("B", 0): (0, 1, "C"), ("B", 1): (1, 1, "B"), ("C", 0): (1, -1, "C"), ("C", 1): (1, -1, "A")}
busy4 = {("A", 0): (1, 1, "B"), ("A", 1): (1, -1, "B"), ("B", 0): (1, -1, "A"), ("B", 1): (0, -1, "C"), ("C", 0): (1, 1, "H"), ("C", 1): (1, -1, "D"), ("D", 0): (1, 1, "D"), ("D", 1): (0, 1, "A")}
print(turing(busy3, []), turing(busy4, []))
def machine(source, **regs):
    code = [line.split() for line in source.strip().splitlines()]; labels = {c[0][:-1]: i for i, c in enumerate(code) if c[0].endswith(":")}; pc = steps = 0; out = []
    val = lambda x: regs[x] if x in regs else int(x)
    while pc < len(code):
        steps += 1
        match code[pc]:
            case ["mov", r, x]: regs[r] = val(x)
            case ["add", r, x]: regs[r] += val(x)
            case ["mul", r, x]: regs[r] *= val(x)
            case ["jnz", r, l] if val(r): pc = labels[l]
            case ["out", r]: out.append(regs[r])
            case ["jnz", *_] | [_]: pass
            case other: raise ValueError(f"line {pc}: {' '.join(other)}")
        pc += 1
    return regs, steps, out
print(machine("mov f 1\nloop:\nmul f n\nadd n -1\njnz n loop\nout f", n=12)); print(machine("mov a 0\nmov b 1\nl:\nmov t b\nadd b a\nmov a t\nout a\nadd n -1\njnz n l", n=30)[2])
for bad in ("mov a zz", "bogus a b", "jnz 1 nowhere", "add q 1"):
    try: print(machine(bad))
    except Exception as e: print(type(e).__name__, e)
def rule(n, width=41, rows=12):
    row = [0] * width; row[width // 2] = 1
    for _ in range(rows): print("".join(".#"[c] for c in row)); row = [n >> (row[i - 1] * 4 + row[i] * 2 + row[(i + 1) % width]) & 1 for i in range(width)]
rule(30); rule(90, 33, 8)
