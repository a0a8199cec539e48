# random: seeds of all kinds, distributions, subclassing
import random
for s in (0, 1, -1, 2 ** 40, "text", b"bytes", 1.5, bytearray(b"x"), True):
    random.seed(s); print(repr(s), random.random(), random.randint(0, 10 ** 9), random.getrandbits(40))
random.seed("old", version=1); print(random.random()); r = random.Random(5); print([r.randrange(10) for _ in range(20)], r.choice("abc"), r.choice(range(100)), r.sample(range(10 ** 9), 3), [r.choice([1, 2]) for _ in range(8)], r.randbytes(4), r.shuffle([1]), r.random())
l = list(range(20)); r.shuffle(l); print(l, r.choices(l, k=5), r.choices("ab", [1, 99], k=10), r.sample("aab", k=2, counts=[1, 1, 1]), r.betavariate(2, 3), r.binomialvariate(20, 0.4), r.uniform(-1, 1), r.vonmisesvariate(0, 1), r.paretovariate(2), r.weibullvariate(1, 1.5), r.lognormvariate(0, 0.5), r.gammavariate(0.5, 2), r.gauss(), r.normalvariate(5, 2))
a = random.Random(1); s = a.getstate(); x = [a.random() for _ in range(5)]; a.setstate(s); print(x == [a.random() for _ in range(5)]); a.seed(9); b = random.Random(9); print([a.random() for _ in range(700)] == [b.random() for _ in range(700)], a.random())
for f in (lambda: random.choice([]), lambda: random.sample([1], 5), lambda: random.randrange(5, 5), lambda: random.randrange(1.5), lambda: random.randint("a", 2), lambda: random.seed([]), lambda: random.choices([1], k="a"), lambda: random.choices([1, 2], weights=[0, 0]), lambda: random.sample({1}, 1), lambda: random.shuffle((1, 2)), lambda: random.getrandbits(-1), lambda: random.expovariate(0), lambda: random.binomialvariate(-1), lambda: random.setstate((1,)), lambda: random.randrange(1, 10, 0), lambda: random.choices([1], [1], cum_weights=[1]), lambda: random.choice(5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
