"""LRU cache: a dict with a doubly linked list in Python, against an ordered dict and functools' own."""
from collections import OrderedDict
from functools import lru_cache

from harness import main


class Entry:
    __slots__ = ("key", "value", "newer", "older")


class Cache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = {}
        self.hits = self.misses = 0
        self.ring = ring = Entry()
        ring.newer = ring.older = ring

    def _unlink(self, entry):
        entry.newer.older = entry.older
        entry.older.newer = entry.newer

    def _link(self, entry):
        ring = self.ring
        entry.older, entry.newer = ring.older, ring
        ring.older.newer = entry
        ring.older = entry

    def get(self, key, default=None):
        entry = self.entries.get(key)
        if entry is None:
            self.misses += 1
            return default
        self.hits += 1
        self._unlink(entry)
        self._link(entry)
        return entry.value

    def put(self, key, value):
        entry = self.entries.get(key)
        if entry is not None:
            self._unlink(entry)
        elif len(self.entries) >= self.capacity:
            entry = self.ring.newer
            self._unlink(entry)
            del self.entries[entry.key]
            entry.key = key
            self.entries[key] = entry
        else:
            entry = self.entries[key] = Entry()
            entry.key = key
        entry.value = value
        self._link(entry)

    def oldest_first(self):
        entry = self.ring.newer
        while entry is not self.ring:
            yield entry.key
            entry = entry.newer


class Ordered(OrderedDict):
    def __init__(self, capacity):
        super().__init__()
        self.capacity = capacity

    def look(self, key):
        if key in self:
            self.move_to_end(key)
            return self[key]
        return None

    def put(self, key, value):
        self[key] = value
        self.move_to_end(key)
        if len(self) > self.capacity:
            self.popitem(last=False)


def run(n):
    cache, ordered = Cache(500), Ordered(500)
    calls = [0]

    @lru_cache(maxsize=500)
    def slow(key):
        calls[0] += 1
        return key * key

    state, total = 1, 0
    for _ in range(n):
        state = state * 16807 % 2147483647
        key = state % 400 if state & 4096 else state % 1500
        value = cache.get(key)
        if value is None:
            value = key * key
            cache.put(key, value)
        total += value
        if ordered.look(key) is None:
            ordered.put(key, value)
        total -= slow(key)
    info = slow.cache_info()
    return total, cache.hits, cache.misses, list(cache.oldest_first()), list(ordered), calls[0], (info.hits, info.misses)


def check(n, result):
    total, hits, misses, mine, ordered, calls, info = result
    return total == 0 and hits + misses == n and misses == calls and info == (hits, misses) and mine == ordered and len(mine) == min(misses, 500)


if __name__ == "__main__":
    main(run, check, 100000)
