"""Dynamic programming: edit distance, longest common subsequence, knapsack, change and matrix chains."""
from harness import main


def letters(n, seed):
    out = []
    for _ in range(n):
        seed = seed * 16807 % 2147483647
        out.append("abcd"[seed >> 10 & 3])
    return "".join(out)


def edit_distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            cost = previous if x == y else 1 + min(previous, row[j], row[j - 1])
            previous, row[j] = row[j], cost
    return row[-1]


def common_subsequence(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a)):
        for j in range(len(b)):
            if a[i] == b[j]:
                table[i + 1][j + 1] = table[i][j] + 1
            else:
                table[i + 1][j + 1] = max(table[i][j + 1], table[i + 1][j])
    out, i, j = [], len(a), len(b)
    while i and j:
        if a[i - 1] == b[j - 1]:
            out.append(a[i - 1])
            i -= 1
            j -= 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return "".join(reversed(out))


def knapsack(items, capacity):
    best = [0] * (capacity + 1)
    for weight, value in items:
        for room in range(capacity, weight - 1, -1):
            candidate = best[room - weight] + value
            if candidate > best[room]:
                best[room] = candidate
    return best[capacity]


def ways_to_change(amount, coins):
    ways = [1] + [0] * amount
    for coin in coins:
        for total in range(coin, amount + 1):
            ways[total] += ways[total - coin]
    return ways[amount]


def matrix_chain(sizes):
    n = len(sizes) - 1
    cost = {(i, i): 0 for i in range(n)}
    for length in range(2, n + 1):
        for i in range(n - length + 1):
            j = i + length - 1
            cost[i, j] = min(cost[i, k] + cost[k + 1, j] + sizes[i] * sizes[k + 1] * sizes[j + 1] for k in range(i, j))
    return cost[0, n - 1]


def run(n):
    a, b = letters(n, 11), letters(n, 29)
    items = [(3 + i * 7 % 23, 10 + i * 13 % 37) for i in range(n // 4)]
    return (edit_distance(a, b), common_subsequence(a, b), knapsack(items, 2 * n), ways_to_change(10 * n, (1, 2, 5, 10, 20, 50)),
            matrix_chain([5 + i * 11 % 17 for i in range(2 + n // 10)]))


def is_subsequence(part, whole):
    letters_left = iter(whole)
    return all(c in letters_left for c in part)


def check(n, result):
    distance, common, value, ways, chain = result
    a, b = letters(n, 11), letters(n, 29)
    if not is_subsequence(common, a) or not is_subsequence(common, b):
        return False
    # Deleting and inserting all but the common part is one way to edit; every letter outside it costs at least half.
    if not n - len(common) <= distance <= 2 * (n - len(common)) or distance != edit_distance(b, a):
        return False
    items = sorted([(3 + i * 7 % 23, 10 + i * 13 % 37) for i in range(n // 4)], key=lambda item: -item[1] / item[0])
    room, greedy = 2 * n, 0
    bound = None
    for weight, worth in items:
        if weight <= room:
            room -= weight
            greedy += worth
        elif bound is None:
            bound = greedy + worth * room / weight
    if value < greedy or value > (bound if bound is not None else greedy):
        return False
    sizes = [5 + i * 11 % 17 for i in range(2 + n // 10)]
    left_to_right = sum(sizes[0] * sizes[i] * sizes[i + 1] for i in range(1, len(sizes) - 1))
    return ways == ways_to_change(10 * n, (50, 20, 10, 5, 2, 1)) and 0 <= chain <= left_to_right


if __name__ == "__main__":
    main(run, check, 700)
