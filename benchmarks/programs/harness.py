"""What every benchmark program shares: the command line, the clock and the lines it prints.

A program is run as  prog.py [--iterations N] [--scale S].  It does its work N times (1 by default), each time on an
input whose size is the program's own multiplied by S (1.0 by default), checks its result outside the measured time, and
prints one line of JSON an iteration:  {"iteration": 0, "seconds": 0.123}.  On Linux a last line gives the peak of
its memory:  {"peak_bytes": 12345678}.  A wrong result ends the process with exit code 1.

Programs keep to the syntax and the library of Python 3.9, so that every Python runs them, and import nothing else for
the sake of a cold start that shows the interpreter's own.
"""
import sys
import time


def options(argv):
    iterations, scale = 1, 1.0
    i = 1
    while i < len(argv):
        if argv[i] == "--iterations" and i + 1 < len(argv):
            iterations = int(argv[i + 1])
        elif argv[i] == "--scale" and i + 1 < len(argv):
            scale = float(argv[i + 1])
        else:
            sys.exit("usage: %s [--iterations N] [--scale S]" % argv[0])
        i += 2
    return iterations, scale


def peak_bytes():
    """The peak of resident memory since the program was started, in bytes; None where the system does not tell."""
    try:
        with open("/proc/self/status") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return None


def main(run, check, size):
    """Runs run(n), whose result check(n, result) must accept; n is size times the scale, at least 1."""
    iterations, scale = options(sys.argv)
    n = max(1, int(size * scale))
    for iteration in range(iterations):
        start = time.perf_counter()
        result = run(n)
        seconds = time.perf_counter() - start
        if not check(n, result):
            sys.exit("wrong result in iteration %d: %r" % (iteration, result))
        print('{"iteration": %d, "seconds": %.9f}' % (iteration, seconds))
    peak = peak_bytes()
    if peak is not None:
        print('{"peak_bytes": %d}' % peak)
