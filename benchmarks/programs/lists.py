"""Lists: append, pop, insert, slices and their assignment, rotation, merging, a stack, a ring and Josephus' circle."""
from harness import main


class Ring:
    def __init__(self, size):
        self.items = [None] * size
        self.start = self.count = 0

    def push(self, item):
        size = len(self.items)
        self.items[(self.start + self.count) % size] = item
        if self.count < size:
            self.count += 1
        else:
            self.start = (self.start + 1) % size

    def __iter__(self):
        for i in range(self.count):
            yield self.items[(self.start + i) % len(self.items)]


def josephus(n, step):
    circle, at, order = list(range(n)), 0, []
    while circle:
        at = (at + step - 1) % len(circle)
        order.append(circle.pop(at))
    return order


def josephus_last(n, step):
    last = 0
    for size in range(2, n + 1):
        last = (last + step) % size
    return last


def merge(a, b):
    out, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            out.append(a[i])
            i += 1
        else:
            out.append(b[j])
            j += 1
    out += a[i:]
    out += b[j:]
    return out


def flatten(nested):
    out, stack = [], [nested]
    while stack:
        top = stack.pop()
        if isinstance(top, list):
            stack.extend(reversed(top))
        else:
            out.append(top)
    return out


def insertion(values):
    out = []
    for v in values:
        low, high = 0, len(out)
        while low < high:
            middle = (low + high) // 2
            if out[middle] < v:
                low = middle + 1
            else:
                high = middle
        out.insert(low, v)
    return out


def run(n):
    values = [i * 7919 % n for i in range(n)]
    evens, odds = sorted(values[::2]), sorted(values[1::2])
    rotated = values
    for k in range(1, 12):
        rotated = rotated[k:] + rotated[:k]
    gaps = values[:]
    gaps[1::2] = [-1] * len(gaps[1::2])
    del gaps[::2]
    gaps[len(gaps) // 2:len(gaps) // 2] = [1, 2, 3]
    ring = Ring(100)
    stack, depth = [], 0
    for v in values:
        ring.push(v)
        if stack and stack[-1] > v:
            stack.pop()
        stack.append(v)
        depth = max(depth, len(stack))
    nested = [[v, [v + 1, [v + 2]], []] for v in values[:n // 4]]
    return values, merge(evens, odds), rotated, gaps, list(ring), flatten(nested), insertion(values[:n // 4]), josephus(n // 4 + 1, 7), depth


def check(n, result):
    values, merged, rotated, gaps, ring, flat, inserted, order, depth = result
    return (merged == sorted(values) and (n < 66 or rotated == values[66:] + values[:66]) and sorted(rotated) == sorted(values)
            and len(gaps) == n // 2 + 3 and sum(gaps) == 6 - n // 2 and ring == values[-100:] and flat == [v + k for v in values[:n // 4] for k in range(3)]
            and inserted == sorted(values[:n // 4]) and order[-1] == josephus_last(n // 4 + 1, 7) and sorted(order) == list(range(n // 4 + 1))
            and 1 <= depth <= n)


if __name__ == "__main__":
    main(run, check, 60000)
