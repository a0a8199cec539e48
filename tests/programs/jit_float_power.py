# Squares of floats that overflow: the power raises, the product does not.
def grow(x, n):
    for i in range(n):
        x = x ** 2
    return x


def product(x, n):
    for i in range(n):
        x = x * x
    return x


for start in (1.0, 1.5, -2.0, float("inf"), float("nan"), 1e-300):
    for n in (3, 20, 2000):
        try:
            print(start, n, grow(start, n), product(start, n))
        except OverflowError as e:
            print(start, n, e, product(start, n))
