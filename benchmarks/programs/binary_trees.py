"""Binary trees: allocation of many short-lived trees of tuples and of objects beside one that lives long."""
from harness import main


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        total = 1
        if self.left is not None:
            total += self.left.count() + self.right.count()
        return total


def objects(depth):
    if depth == 0:
        return Node(None, None)
    return Node(objects(depth - 1), objects(depth - 1))


def tuples(depth):
    if depth == 0:
        return (None, None)
    return (tuples(depth - 1), tuples(depth - 1))


def count(tree):
    left, right = tree
    if left is None:
        return 1
    return 1 + count(left) + count(right)


def mirror(node):
    if node.left is None:
        return Node(None, None)
    return Node(mirror(node.right), mirror(node.left))


def run(n):
    long_lived = objects(12)
    totals = []
    for i in range(n):
        depth = 4 + i % 4 * 2
        totals.append((depth, tuples(depth), 0))
        depth, tree, _ = totals[-1]
        totals[-1] = (depth, count(tree), objects(depth).count())
    return totals, long_lived.count(), mirror(long_lived).count()


def check(n, result):
    totals, kept, mirrored = result
    for i, (depth, a, b) in enumerate(totals):
        if depth != 4 + i % 4 * 2 or a != b or a != 2 ** (depth + 1) - 1:
            return False
    return len(totals) == n and kept == mirrored == 8191


if __name__ == "__main__":
    main(run, check, 600)
