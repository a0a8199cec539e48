# Hashes with a fixed seed and the orders they give.
print(hash("a"), hash("abc"), hash(""), hash("é"), hash("日本"), hash("𝄞"), hash("x" * 100))
print(hash(b"a"), hash(b"abc"), hash(b""), hash(b"\xff" * 20))
print(hash(1), hash(0), hash(-1), hash(-2), hash(2 ** 61 - 1), hash(2 ** 61), hash(10 ** 30), hash(-10 ** 30), hash(True))
print(hash(1.5), hash(0.1), hash(-0.0), hash(float("inf")), hash(1e100), hash(3.0), hash(2.0 ** 80))
print(hash(()), hash((1,)), hash((1, 2)), hash((2, 1)), hash(("a", 1)), hash(((1, 2), 3)), hash((None,)) == hash((None,)))
print(hash(frozenset()), hash(frozenset([1])), hash(frozenset("abc")), hash(frozenset([1, (2, 3)])))
print(hash(1j), hash(1 + 2j), hash(range(5)), hash(range(0)), hash(range(1, 10, 2)), hash(None) == hash(None))
for n in (3, 5, 8, 13, 40):
    print(list({f"key{i}" for i in range(n)}))
print(list({chr(97 + i) for i in range(26)}))
print(set("the quick brown fox"), frozenset(["one", "two", "three", "four"]))
print({(i, str(i)) for i in range(7)}, {1.5, "a", None, (1,), b"b", 3, frozenset([1])} if hash(None) == 0xfca86420 else "None differs")
s = set()
for w in "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu".split():
    s.add(w)
print(s)
for w in ("beta", "zeta", "mu"): s.remove(w)
print(s)
s |= {"nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"}
print(s)
print(s & {"pi", "rho", "none", "alpha"}, s - {"alpha", "chi"}, s ^ {"pi", "new"})
t = s.copy(); print(list(t) == list(s), t)
u = set(); v = {"x", "y", "z"}
while v: u.add(v.pop())
print(u)
print(set(range(-5, 5)), {2 ** i for i in range(12)}, {i * 1000003 % 4096 for i in range(20)}, {-i for i in range(12)}, set([10 ** 15, 10 ** 16, 5, 0]), {0.5 * i for i in range(10)})
ints = set()
for i in range(30): ints.add(i * 37 % 64)
print(ints)
for i in list(ints)[::2]: ints.discard(i)
print(ints); ints.update(range(100, 110)); print(ints)
print(set("abc").union("def"), set("abcdef").difference("bd"), set("abcdef").intersection("fade"), set("abc").symmetric_difference("cde"))
d = dict.fromkeys({"q", "w", "e", "r", "t", "y"}); print(d)
print(list(vars(type("C", (), {"b": 1, "a": 2, "c": 3})))[:3], sorted({"B", "a", "C"}), list(dict.fromkeys("mississippi")))
class H:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n
    def __eq__(self, o): return self.n == o.n
    def __repr__(self): return f"H{self.n}"
print({H(8), H(0), H(16), H(3), H(11)}, {H(i * 5) for i in range(8)}, {H(-1), H(-2), H(2 ** 61)})
