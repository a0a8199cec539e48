"""Fourier: fast transforms with complex numbers and with pairs of floats, convolution and long multiplication."""
from math import cos, pi, sin

from harness import main


def transform(values, sign):
    n = len(values)
    if n == 1:
        return values
    even, odd = transform(values[::2], sign), transform(values[1::2], sign)
    out = [0j] * n
    for k in range(n // 2):
        angle = sign * 2 * pi * k / n
        turned = complex(cos(angle), sin(angle)) * odd[k]
        out[k] = even[k] + turned
        out[k + n // 2] = even[k] - turned
    return out


def transform_in_place(re, im, sign):
    n = len(re)
    j = 0
    for i in range(1, n):
        bit = n >> 1
        while j & bit:
            j ^= bit
            bit >>= 1
        j |= bit
        if i < j:
            re[i], re[j] = re[j], re[i]
            im[i], im[j] = im[j], im[i]
    size = 2
    while size <= n:
        half = size // 2
        angle = sign * 2 * pi / size
        factors = [(cos(angle * k), sin(angle * k)) for k in range(half)]
        for start in range(0, n, size):
            for k in range(half):
                c, s = factors[k]
                a, b = start + k, start + k + half
                x, y = re[b] * c - im[b] * s, re[b] * s + im[b] * c
                re[b], im[b] = re[a] - x, im[a] - y
                re[a] += x
                im[a] += y
        size *= 2


def multiply(a, b):
    """The product of two natural numbers, as decimal texts."""
    size = 1
    while size < len(a) + len(b):
        size *= 2
    x = transform([complex(int(d)) for d in reversed(a)] + [0j] * (size - len(a)), 1)
    y = transform([complex(int(d)) for d in reversed(b)] + [0j] * (size - len(b)), 1)
    digits, carry = [], 0
    for z in transform([p * q for p, q in zip(x, y)], -1):
        carry += round(z.real / size)
        digits.append(str(carry % 10))
        carry //= 10
    return "".join(reversed(digits)).lstrip("0") or "0"


def run(n):
    size = 1
    while size * 2 <= n:
        size *= 2
    signal = [sin(3 * 2 * pi * i / size) + 0.5 * cos(5 * 2 * pi * i / size) for i in range(size)]
    spectrum = transform([complex(v) for v in signal], -1)
    re, im = signal[:], [0.0] * size
    transform_in_place(re, im, -1)
    back, zeros = re[:], im[:]
    transform_in_place(back, zeros, 1)
    a, b = str(3 ** (n // 8)), str(7 ** (n // 16))
    return signal, spectrum, re, im, [v / size for v in back], multiply(a, b)


def check(n, result):
    signal, spectrum, re, im, back, product = result
    size = len(signal)
    for i in range(size):
        if abs(spectrum[i] - complex(re[i], im[i])) > 1e-6 or abs(back[i] - signal[i]) > 1e-9:
            return False
    peaks = [k for k in range(size // 2) if abs(spectrum[k]) > size / 8]
    return (size < 16 or peaks == [3, 5]) and product == str(3 ** (n // 8) * 7 ** (n // 16))


if __name__ == "__main__":
    main(run, check, 16384)
