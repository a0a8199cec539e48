# random with integer seeds: the whole Mersenne Twister and every distribution of exact arithmetic.
import random
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
random.seed(42)
print([random.random() for _ in range(4)])
print([random.randint(1, 100) for _ in range(10)], [random.randrange(0, 100, 7) for _ in range(6)], [random.getrandbits(k) for k in (1, 8, 32, 33, 64, 100)])
print(random.choice("abcdef"), random.choices([1, 2, 3], k=6), random.choices("ab", weights=[9, 1], k=8), random.choices("abc", cum_weights=[1, 3, 10], k=5), random.sample(range(100), 6), random.sample("abc", 3), random.sample(["a", "b"], counts=[3, 2], k=4))
l = list(range(12)); random.shuffle(l); print(l, random.uniform(1, 2), random.triangular(0, 10, 3), random.randbytes(5), random.binomialvariate(10, 0.3))
r = random.Random(7); state = r.getstate(); a = [r.random() for _ in range(3)]; r.setstate(state); print(a == [r.random() for _ in range(3)], a, state[0], len(state[1]), state[1][-1])
print(random.Random(0).random(), random.Random(-5).random() == random.Random(5).random(), random.Random(2 ** 70).random(), random.Random(12345678901234567890).getrandbits(64), random.Random(1).random())
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.randrange(1, 5, 0), lambda: random.randrange(1.5), lambda: random.sample([1], 2), lambda: random.sample({1, 2}, 1), lambda: random.getrandbits(-1), lambda: random.choices([], k=1), lambda: random.choices([1], weights=[0]), lambda: random.choices([1, 2], weights=[1]), lambda: random.seed([1]), lambda: random.randbytes(-1), lambda: random.setstate(5), lambda: random.getrandbits(0), lambda: random.shuffle("abc")): attempt(f)
class Own(random.Random):
    def random(self): return 0.25
    def getrandbits(self, k): return (1 << k) // 3
o = Own(); print(o.randint(0, 9), o.choice("abcd"), o.uniform(0, 8))
r = random.Random(99)
counts = [0] * 10
for _ in range(2000): counts[r.randrange(10)] += 1
print(counts, sum(counts))
inside = 0
for _ in range(3000):
    x, y = r.random(), r.random()
    if x * x + y * y <= 1: inside += 1
print(inside)
print([round(r.gauss(0, 1), 9) for _ in range(3)], [round(r.expovariate(1.5), 9) for _ in range(2)], [round(r.normalvariate(), 9) for _ in range(2)], round(r.betavariate(2, 3), 9), round(r.gammavariate(2, 1), 9), round(r.paretovariate(3), 9), round(r.weibullvariate(1, 2), 9), round(r.vonmisesvariate(0, 4), 9), round(r.lognormvariate(0, 1), 9))
print([r.getrandbits(32) for _ in range(700)][-3:])
