"""Big integers: digits of pi by a spigot and by Machin's formula, Fibonacci numbers, factorials, modular powers."""
from harness import main


def spigot(digits):
    """Gosper's series, one digit at a time (Gibbons, Unbounded spigot algorithms)."""
    q, r, t, k, out = 1, 180, 60, 2, []
    while len(out) < digits:
        u, y = 3 * (3 * k + 1) * (3 * k + 2), (q * (27 * k - 12) + 5 * r) // (5 * t)
        out.append(y)
        q, r, t, k = 10 * q * k * (2 * k - 1), 10 * u * (q * (5 * k - 2) + r - y * t), t * u, k + 1
    return "".join([str(d) for d in out])


def arctan_inverse(x, unity):
    total = term = unity // x
    square, n, sign = x * x, 3, -1
    while term:
        term //= square
        total += sign * (term // n)
        sign = -sign
        n += 2
    return total


def machin(digits):
    unity = 10 ** (digits + 10)
    pi = 4 * (4 * arctan_inverse(5, unity) - arctan_inverse(239, unity))
    return str(pi // 10 ** 11)


def fibonacci(n):
    a, b = 0, 1
    for bit in bin(n)[2:]:
        a, b = a * (2 * b - a), a * a + b * b
        if bit == "1":
            a, b = b, a + b
    return a


def power(base, exponent, modulus):
    result = 1
    base %= modulus
    while exponent:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


def probably_prime(n):
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = power(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def run(n):
    factorial = 1
    for i in range(2, n + 1):
        factorial *= i
    primes = [k for k in range(2 ** 61 + 1, 2 ** 61 + 300, 2) if probably_prime(k)]
    key = (2 ** 127 - 1) * (2 ** 89 - 1)
    messages = [power(power(i, 65537, key), pow(65537, -1, (2 ** 127 - 2) * (2 ** 89 - 2)), key) for i in range(2, 2 + n // 100)]
    return spigot(n), machin(n), fibonacci(n * 20), factorial, primes, messages


def check(n, result):
    digits, other, fib, factorial, primes, messages = result
    a = b = 1
    for _ in range(200):
        a, b = b, a + b
    zeros, k = 0, 5
    while k <= n:
        zeros += n // k
        k *= 5
    text = str(factorial % 10 ** (zeros + 1))
    return (digits == other and "3141592653589793238462643383279502884197".startswith(digits[:40]) and len(digits) == n
            and len(text) - len(text.rstrip("0")) in (zeros, zeros + 1) and factorial % 10 ** zeros == 0 and fib % 5 == 0
            and fibonacci(201) == a and all(pow(3, p - 1, p) == 1 for p in primes) and len(primes) == 8
            and messages == list(range(2, 2 + n // 100)))


if __name__ == "__main__":
    main(run, check, 4000)
