"""Red-black tree: insertion with rotations, search, ordered walk and the invariants of the colours."""
from harness import main

RED, BLACK = 0, 1


class Node:
    def __init__(self, key, value, parent, nil):
        self.key = key
        self.value = value
        self.parent = parent
        self.left = self.right = nil
        self.colour = RED


class Tree:
    def __init__(self):
        self.nil = Node(None, None, None, None)
        self.nil.colour = BLACK
        self.root = self.nil
        self.size = 0

    def find(self, key):
        node = self.root
        while node is not self.nil and key != node.key:
            node = node.left if key < node.key else node.right
        return node

    def insert(self, key, value):
        parent, node = self.nil, self.root
        while node is not self.nil:
            parent = node
            if key == node.key:
                node.value = value
                return
            node = node.left if key < node.key else node.right
        node = Node(key, value, parent, self.nil)
        if parent is self.nil:
            self.root = node
        elif key < parent.key:
            parent.left = node
        else:
            parent.right = node
        self.size += 1
        self.repair(node)

    def rotate(self, node, left):
        child = node.right if left else node.left
        inner = child.left if left else child.right
        if left:
            node.right, child.left = inner, node
        else:
            node.left, child.right = inner, node
        if inner is not self.nil:
            inner.parent = node
        child.parent = node.parent
        if node.parent is self.nil:
            self.root = child
        elif node is node.parent.left:
            node.parent.left = child
        else:
            node.parent.right = child
        node.parent = child

    def repair(self, node):
        while node.parent.colour == RED:
            parent = node.parent
            grand = parent.parent
            on_left = parent is grand.left
            uncle = grand.right if on_left else grand.left
            if uncle.colour == RED:
                parent.colour = uncle.colour = BLACK
                grand.colour = RED
                node = grand
                continue
            if node is (parent.right if on_left else parent.left):
                node = parent
                self.rotate(node, on_left)
                parent = node.parent
            parent.colour = BLACK
            grand.colour = RED
            self.rotate(grand, not on_left)
        self.root.colour = BLACK

    def walk(self):
        stack, node = [], self.root
        while stack or node is not self.nil:
            while node is not self.nil:
                stack.append(node)
                node = node.left
            node = stack.pop()
            yield node.key, node.value
            node = node.right

    def black_height(self, node):
        """The height in black nodes; None where a rule of the colours is broken."""
        if node is self.nil:
            return 0
        left, right = self.black_height(node.left), self.black_height(node.right)
        if left is None or left != right or node.colour == RED and RED in (node.left.colour, node.right.colour):
            return None
        return left + node.colour


def run(n):
    tree = Tree()
    state = 1
    for i in range(n):
        state = state * 48271 % 2147483647
        tree.insert(state % (2 * n), i)
    found = 0
    for key in range(0, 2 * n, 3):
        if tree.find(key) is not tree.nil:
            found += 1
    return list(tree.walk()), found, tree.size, tree.black_height(tree.root)


def check(n, result):
    pairs, found, size, height = result
    state, expected = 1, {}
    for i in range(n):
        state = state * 48271 % 2147483647
        expected[state % (2 * n)] = i
    return (pairs == sorted(expected.items()) and found == sum(key % 3 == 0 for key in expected)
            and size == len(expected) and height is not None and height <= size.bit_length() + 1)


if __name__ == "__main__":
    main(run, check, 50000)
