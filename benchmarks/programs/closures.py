"""Closures: counters, accumulators, currying, Church numerals, parsers built from functions and callbacks."""
from harness import main


def counter(start, step):
    value = start

    def advance():
        nonlocal value
        value += step
        return value

    def peek():
        return value

    return advance, peek


def curry(f, a):
    return lambda b: lambda c: f(a, b, c)


def church(n):
    return lambda f: lambda x: x if n == 0 else f(church(n - 1)(f)(x))


def add(a, b):
    return lambda f: lambda x: a(f)(b(f)(x))


def times(a, b):
    return lambda f: a(b(f))


def literal(text):
    def parse(source, at):
        if source.startswith(text, at):
            return text, at + len(text)
        return None

    return parse


def many(parser):
    def parse(source, at):
        found = []
        while True:
            result = parser(source, at)
            if result is None:
                return found, at
            value, at = result
            found.append(value)

    return parse


def either(*parsers):
    def parse(source, at):
        for parser in parsers:
            result = parser(source, at)
            if result is not None:
                return result
        return None

    return parse


def sequence(*parsers):
    def parse(source, at):
        values = []
        for parser in parsers:
            result = parser(source, at)
            if result is None:
                return None
            value, at = result
            values.append(value)
        return values, at

    return parse


def mapped(parser, function):
    def parse(source, at):
        result = parser(source, at)
        return None if result is None else (function(result[0]), result[1])

    return parse


def emitter():
    listeners = {}

    def on(name, callback):
        listeners.setdefault(name, []).append(callback)
        return lambda: listeners[name].remove(callback)

    def emit(name, *arguments):
        return sum(callback(*arguments) for callback in listeners.get(name, ()))

    return on, emit


def run(n):
    digit = either(*[literal(str(d)) for d in range(10)])
    number = mapped(sequence(digit, many(digit)), lambda v: int(v[0] + "".join(v[1])))
    total = mapped(sequence(number, many(sequence(literal("+"), number))), lambda v: v[0] + sum(x for _, x in v[1]))
    advance, peek = counter(0, 3)
    on, emit = emitter()
    seen = []
    offs = [on("tick", lambda v, k=k: seen.append(v) or v * k) for k in range(3)]
    curried = carried = parsed = numerals = 0
    for i in range(n):
        advance()
        curried += curry(lambda a, b, c: a * b + c, i)(2)(peek())
        adders = [lambda x, k=k: x + k for k in range(4)]
        late = [lambda x: x + k for k in range(4)]
        carried += sum(f(i) for f in adders) - sum(f(i) for f in late)
        if i % 10 == 0:
            parsed += total("%d+%d+7" % (i, i * 3), 0)[0]
            numerals += times(church(3), add(church(2), church(1)))(lambda x: x + 1)(0)
        if i == n // 2:
            offs[2]()
        emit("tick", i)
    return curried, carried, parsed, numerals, peek(), len(seen), emit("none")


def check(n, result):
    curried, carried, parsed, numerals, value, seen, none = result
    tens = range(0, n, 10)
    return (curried == sum(2 * i + 3 * (i + 1) for i in range(n)) and carried == -6 * n and parsed == sum(4 * i + 7 for i in tens)
            and numerals == 9 * len(tens) and value == 3 * n and seen == 2 * n + n // 2 and none == 0)


if __name__ == "__main__":
    main(run, check, 25000)
