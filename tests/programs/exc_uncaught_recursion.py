# Repeated lines of a traceback are folded.
def f(n):
    if n == 0:
        raise ValueError("bottom")
    f(n - 1)
def g(n):
    return h(n)
def h(n):
    if n > 10:
        raise KeyError(n)
    return g(n + 1)
try:
    g(0)
except KeyError:
    f(50)
