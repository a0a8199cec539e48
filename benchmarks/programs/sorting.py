"""Sorting: the built-in sort with and without keys, and three sorts written in Python."""
from harness import main


def values(n):
    state = 42
    out = []
    for _ in range(n):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        out.append(state >> 8)
    return out


def quicksort(a):
    stack = [(0, len(a) - 1)]
    while stack:
        low, high = stack.pop()
        while low < high:
            pivot = a[(low + high) >> 1]
            i, j = low, high
            while i <= j:
                while a[i] < pivot:
                    i += 1
                while a[j] > pivot:
                    j -= 1
                if i <= j:
                    a[i], a[j] = a[j], a[i]
                    i += 1
                    j -= 1
            if j - low < high - i:
                stack.append((i, high))
                high = j
            else:
                stack.append((low, j))
                low = i
    return a


def heapsort(a):
    n = len(a)
    for start in range(n // 2 - 1, -1, -1):
        sift(a, start, n)
    for end in range(n - 1, 0, -1):
        a[0], a[end] = a[end], a[0]
        sift(a, 0, end)
    return a


def sift(a, root, end):
    value = a[root]
    child = 2 * root + 1
    while child < end:
        if child + 1 < end and a[child] < a[child + 1]:
            child += 1
        if value >= a[child]:
            break
        a[root] = a[child]
        root = child
        child = 2 * root + 1
    a[root] = value


def mergesort(a):
    if len(a) < 2:
        return a
    middle = len(a) // 2
    left, right = mergesort(a[:middle]), mergesort(a[middle:])
    out = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            out.append(left[i])
            i += 1
        else:
            out.append(right[j])
            j += 1
    out.extend(left[i:])
    out.extend(right[j:])
    return out


class Record:
    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        return self.key < other.key


def run(n):
    data = values(n)
    built_in = sorted(data)
    by_key = sorted(data, key=lambda v: (v & 255, -v))
    by_text = sorted([str(v) for v in data])
    records = sorted([Record(v) for v in data[:n // 2]])
    return data, built_in, by_key, by_text, records, quicksort(data[:]), heapsort(data[:]), mergesort(data)


def check(n, result):
    data, built_in, by_key, by_text, records, quick, heap, merge = result
    ordered = all(built_in[i] <= built_in[i + 1] for i in range(n - 1)) and sum(built_in) == sum(data)
    keyed = all((by_key[i] & 255, -by_key[i]) <= (by_key[i + 1] & 255, -by_key[i + 1]) for i in range(n - 1))
    texts = all(by_text[i] <= by_text[i + 1] for i in range(n - 1)) and len(by_text) == n
    objects = all(records[i].key <= records[i + 1].key for i in range(len(records) - 1))
    return ordered and keyed and texts and objects and built_in == quick == heap == merge


if __name__ == "__main__":
    main(run, check, 30000)
