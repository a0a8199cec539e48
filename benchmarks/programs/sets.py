"""Sets: membership, algebra, frozen sets as keys, connected pairs and a puzzle of jugs by sets of states."""
from harness import main


def algebra(n):
    twos, threes, fives = (set(range(0, n, k)) for k in (2, 3, 5))
    return (len(twos & threes), len(twos | threes), len(twos - fives), len(twos ^ threes), len((twos | threes | fives) - (twos & threes & fives)),
            twos.isdisjoint({1, 3}), set(range(0, n, 6)) <= twos & threes, {n + 1} < twos)


def jugs(capacities, wanted):
    """The least number of pours that leaves the wanted amount in one of the jugs."""
    frontier, seen, steps = {(0,) * len(capacities)}, set(), 0
    while frontier:
        if any(wanted in state for state in frontier):
            return steps, len(seen)
        seen |= frontier
        following = set()
        for state in frontier:
            for i, amount in enumerate(state):
                following.add(state[:i] + (capacities[i],) + state[i + 1:])
                following.add(state[:i] + (0,) + state[i + 1:])
                for j, other in enumerate(state):
                    if i != j:
                        poured = min(amount, capacities[j] - other)
                        after = list(state)
                        after[i] -= poured
                        after[j] += poured
                        following.add(tuple(after))
        frontier = following - seen
        steps += 1
    return None, len(seen)


def groups(n):
    """Merges sets that share a member: numbers below n that share one of their last two digits by position."""
    owner, merged = {}, 0
    for i in range(n):
        group = {i}
        for key in (("tens", i // 10 % 10), ("thousands", i // 1000)):
            if key in owner and owner[key] is not group:
                other = owner[key]
                if len(other) > len(group):
                    group, other = other, group
                group |= other
                merged += 1
                for k in [k for k, v in owner.items() if v is other]:
                    owner[k] = group
            owner[key] = group
    return len({id(g) for g in owner.values()}), merged


def anagrams(n):
    found = {}
    for i in range(n):
        found.setdefault(frozenset(str(i * 7919)), set()).add(i)
    return found


def run(n):
    seen, repeats, state = set(), 0, 1
    for _ in range(n):
        state = state * 48271 % 2147483647
        key = state % (2 * n)
        if key in seen:
            repeats += 1
            if key % 5 == 0:
                seen.discard(key)
        else:
            seen.add(key)
    return algebra(n), (jugs((3, 5), 4)[0], jugs((7, 11, 13), 12)[1]), groups(n // 20), anagrams(n // 2), seen, repeats


def check(n, result):
    numbers, (pours, states), (separate, merged), found, seen, repeats = result
    twos, threes, fives, sixes, tens = ((n + k - 1) // k for k in (2, 3, 5, 6, 10))
    some = sum(1 for i in range(n) if i % 2 == 0 or i % 3 == 0 or i % 5 == 0)
    expected = (sixes, twos + threes - sixes, twos - tens, twos + threes - 2 * sixes, some - (n + 29) // 30, True, True, False)
    kept, again, state = {}, 0, 1
    for _ in range(n):
        state = state * 48271 % 2147483647
        key = state % (2 * n)
        again += key in kept
        if key % 5 == 0 and key in kept:
            del kept[key]
        else:
            kept[key] = True
    members = sorted(i for group in found.values() for i in group)
    return (numbers == expected and pours == 6 and 0 < states <= 8 * 12 * 14 and separate <= 1 and merged >= 0 and members == list(range(n // 2))
            and all(set(str(i * 7919)) == digits for digits, group in found.items() for i in list(group)[:2]) and seen == set(kept) and repeats == again)


if __name__ == "__main__":
    main(run, check, 80000)
