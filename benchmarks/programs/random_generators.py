"""Random generators: xorshift64*, PCG32 and the Mersenne Twister, written out."""
import random

from harness import main

MASK64 = 0xFFFFFFFFFFFFFFFF
MASK32 = 0xFFFFFFFF


class XorShift:
    def __init__(self, seed):
        self.state = seed or 1

    def next(self):
        x = self.state
        x ^= x >> 12
        x ^= x << 25 & MASK64
        x ^= x >> 27
        self.state = x
        return x * 0x2545F4914F6CDD1D & MASK64


class PCG32:
    def __init__(self, seed, sequence):
        self.increment = (sequence << 1 | 1) & MASK64
        self.state = (self.increment + seed) * 6364136223846793005 + self.increment & MASK64

    def next(self):
        old = self.state
        self.state = old * 6364136223846793005 + self.increment & MASK64
        shifted = (old >> 18 ^ old) >> 27 & MASK32
        turn = old >> 59
        return (shifted >> turn | shifted << (-turn & 31)) & MASK32


class MersenneTwister:
    SIZE, SHIFT = 624, 397

    def __init__(self, seed):
        self.words = words = [seed & MASK32]
        for i in range(1, self.SIZE):
            last = words[-1]
            words.append(1812433253 * (last ^ last >> 30) + i & MASK32)
        self.at = self.SIZE

    def refill(self):
        words, size, shift = self.words, self.SIZE, self.SHIFT
        for i in range(size):
            y = words[i] & 0x80000000 | words[(i + 1) % size] & 0x7FFFFFFF
            words[i] = words[(i + shift) % size] ^ y >> 1 ^ (0x9908B0DF if y & 1 else 0)
        self.at = 0

    def next(self):
        if self.at >= self.SIZE:
            self.refill()
        y = self.words[self.at]
        self.at += 1
        y ^= y >> 11
        y ^= y << 7 & 0x9D2C5680
        y ^= y << 15 & 0xEFC60000
        return y ^ y >> 18


def run(n):
    shift, pcg, twister = XorShift(88172645463325252), PCG32(42, 54), MersenneTwister(5489)
    buckets = [0] * 16
    last = 0
    inside = 0
    for _ in range(n):
        buckets[shift.next() >> 60] += 1
        x, y = pcg.next() / 4294967296.0, pcg.next() / 4294967296.0
        if x * x + y * y < 1.0:
            inside += 1
        last = twister.next()
    return buckets, inside, last


def check(n, result):
    buckets, inside, last = result
    # The first outputs that the generator's author publishes for this seed and sequence.
    pcg = PCG32(42, 54)
    if [pcg.next() for _ in range(3)] != [0xA15C02B7, 0x7B47F409, 0xBA1D3330]:
        return False
    words = tuple(MersenneTwister(5489).words) + (624,)
    library = random.Random()
    library.setstate((3, words, None))
    for _ in range(n):
        expected = library.getrandbits(32)
    fair = all(abs(count - n / 16) < 12 * n ** 0.5 + 2 for count in buckets)
    return last == expected and sum(buckets) == n and fair and abs(inside / n - 0.7853981633974483) < 2 / n ** 0.5 + 0.01


if __name__ == "__main__":
    main(run, check, 80000)
