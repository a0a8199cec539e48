"""Sieve: primes in a bytearray by index and by slice, a segmented sieve and factor tables."""
from harness import main


def by_index(n):
    flags = bytearray([1]) * (n + 1)
    flags[0:2] = bytes(len(flags[0:2]))
    i = 2
    while i * i <= n:
        if flags[i]:
            j = i * i
            while j <= n:
                flags[j] = 0
                j += i
        i += 1
    return [i for i, flag in enumerate(flags) if flag]


def by_slice(n):
    flags = bytearray(b"\1") * (n // 2 + 1)  # of the odd numbers
    flags[0] = 0
    for i in range(3, int(n ** 0.5) + 1, 2):
        if flags[i // 2]:
            flags[i * i // 2::i] = bytes(len(range(i * i // 2, len(flags), i)))
    return ([2] if n >= 2 else []) + [2 * i + 1 for i in range(len(flags)) if flags[i] and 2 * i + 1 <= n]


def segmented(n, size):
    small = by_slice(int(n ** 0.5) + 1)
    count = 0
    for low in range(2, n + 1, size):
        high = min(low + size - 1, n)
        flags = bytearray(b"\1") * (high - low + 1)
        for p in small:
            start = max(p * p, (low + p - 1) // p * p) - low
            for at in range(start, len(flags), p):
                flags[at] = 0
        count += sum(flags)
    return count


def smallest_factors(n):
    table = list(range(n + 1))
    for i in range(2, n + 1):
        if i * i > n:
            break
        if table[i] == i:
            for j in range(i * i, n + 1, i):
                if table[j] == j:
                    table[j] = i
    return table


def run(n):
    table = smallest_factors(n // 2)
    totients = 0
    for i in range(1, n // 2 + 1):
        k, phi = i, i
        while k > 1:
            p = table[k]
            phi -= phi // p
            while k % p == 0:
                k //= p
        totients += phi
    return by_index(n), by_slice(n), segmented(n, 4096), totients


def check(n, result):
    a, b, count, totients = result
    known = {1000: 168, 10000: 1229, 100000: 9592, 200000: 17984}
    # The sum of totients counts the fractions of the Farey sequence: about 3/pi**2 * m*m.
    m = n // 2
    near = abs(totients - 0.30396355 * m * m) <= m * 3 + 2
    return a == b and count == len(a) == known.get(n, len(a)) and near and all(p % q for p in a[-3:] for q in range(2, min(p, 500)))


if __name__ == "__main__":
    main(run, check, 300000)
