"""Exceptions: raised, caught by class, chained, passed through frames and finally, as control flow and in generators."""
from harness import main


class Failure(Exception):
    def __init__(self, code, message="failed"):
        super().__init__(message)
        self.code = code


class Temporary(Failure):
    pass


class Permanent(Failure):
    pass


class Resource:
    opened = closed = 0

    def __enter__(self):
        Resource.opened += 1
        return self

    def __exit__(self, kind, value, traceback):
        Resource.closed += 1
        return kind is not None and issubclass(kind, Temporary)


def fail(i):
    if i % 3 == 0:
        raise Temporary(i)
    if i % 7 == 0:
        raise Permanent(i, "for ever")
    return i


def deep(depth, i):
    if depth == 0:
        return fail(i)
    try:
        return deep(depth - 1, i)
    finally:
        Resource.opened += 0


def wrapped(i):
    try:
        return int("x%d" % i if i % 5 == 0 else str(i))
    except ValueError as error:
        raise Permanent(i, str(error)) from error


def parse(words):
    good, bad = [], {}
    for word in words:
        try:
            good.append(int(word))
        except ValueError:
            try:
                good.append(int(float(word)))
            except ValueError as error:
                bad[word] = error.args[0]
        else:
            if word[0] == "0" and len(word) > 1:
                bad[word] = "zero"
    return good, bad


def guarded():
    count = 0
    while True:
        try:
            yield count
        except Temporary as error:
            count += error.code
        except GeneratorExit:
            Resource.closed += 0
            return


def first_index(items, wanted):
    try:
        return items.index(wanted)
    except ValueError:
        return -1


def run(n):
    Resource.opened = Resource.closed = 0
    temporary = permanent = passed = swallowed = causes = 0
    guard = guarded()
    next(guard)
    for i in range(n):
        try:
            passed += deep(6, i)
        except Temporary as error:
            temporary += error.code
        except (Permanent, KeyError) as error:
            permanent += error.code
        with Resource():
            if i % 2 == 0:
                raise Temporary(1)
            swallowed += 1
        try:
            wrapped(i)
        except Failure as error:
            causes += isinstance(error.__cause__, ValueError)
        if i % 4 == 0:
            count = guard.throw(Temporary(1))
        try:
            {}[i]
        except LookupError as error:
            passed += error.args[0] - i
    guard.close()
    good, bad = parse([("%d" if i % 3 else "%d.5" if i % 2 else "x%d") % i for i in range(n)])
    found = sum(first_index([1, 2, 3], i % 6) for i in range(n))
    return passed, temporary, permanent, swallowed, causes, count, good, bad, found, (Resource.opened, Resource.closed)


def check(n, result):
    passed, temporary, permanent, swallowed, causes, count, good, bad, found, resources = result
    threes = [i for i in range(n) if i % 3 == 0]
    sevens = [i for i in range(n) if i % 3 and i % 7 == 0]
    kept = [i for i in range(n) if i % 3 or i % 2]
    message = "invalid literal" if not bad else next(iter(bad.values()))[:20]
    return (temporary == sum(threes) and permanent == sum(sevens) and passed == sum(range(n)) - sum(threes) - sum(sevens)
            and swallowed == n // 2 and causes == (n + 4) // 5 and count == (n + 3) // 4 and good == kept
            and len(bad) == n - len(kept) and message in ("invalid literal", "could not convert st")
            and found == sum((i % 6 - 1 if 1 <= i % 6 <= 3 else -1) for i in range(n)) and resources == (n, n))


if __name__ == "__main__":
    main(run, check, 40000)
