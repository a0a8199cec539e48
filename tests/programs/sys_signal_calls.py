# A signal interrupts code that only calls, without any loop.
import signal


class Stop(Exception):
    pass


def handler(signum, frame):
    raise Stop(signum == signal.SIGALRM)


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.1)
try:
    fib(100)
except Stop as e:
    print("stopped", e.args)
