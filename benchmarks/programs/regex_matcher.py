"""Regular expressions: a parser, an automaton simulated with sets and a matcher that backtracks."""
from harness import main


class Parser:
    """Turns a pattern into nested tuples: char, any, set, cat, or, star, empty."""

    def __init__(self, pattern):
        self.pattern = pattern
        self.at = 0

    def peek(self):
        return self.pattern[self.at] if self.at < len(self.pattern) else ""

    def take(self):
        self.at += 1
        return self.pattern[self.at - 1]

    def alternatives(self):
        node = self.sequence()
        while self.peek() == "|":
            self.take()
            node = ("or", node, self.sequence())
        return node

    def sequence(self):
        node = ("empty",)
        while self.peek() not in ("", "|", ")"):
            item = self.repeated()
            node = item if node == ("empty",) else ("cat", node, item)
        return node

    def repeated(self):
        node = self.atom()
        while self.peek() and self.peek() in "*+?":
            c = self.take()
            if c == "*":
                node = ("star", node)
            elif c == "+":
                node = ("cat", node, ("star", node))
            else:
                node = ("or", node, ("empty",))
        return node

    def atom(self):
        c = self.take()
        if c == "(":
            node = self.alternatives()
            self.take()
            return node
        if c == "[":
            members = set()
            while self.peek() != "]":
                low = self.take()
                if self.peek() == "-":
                    self.take()
                    members.update(chr(k) for k in range(ord(low), ord(self.take()) + 1))
                else:
                    members.add(low)
            self.take()
            return ("set", frozenset(members))
        return ("any",) if c == "." else ("char", c)


class Automaton:
    """Thompson's construction: states with at most one edge that takes a character, or two that take none."""

    def __init__(self, node):
        self.takes, self.free = [], []
        start, self.accept = self.state(), self.state()
        self.build(node, start, self.accept)
        self.start = start

    def state(self):
        self.takes.append(None)
        self.free.append([])
        return len(self.takes) - 1

    def build(self, node, start, end):
        kind = node[0]
        if kind == "cat":
            middle = self.state()
            self.build(node[1], start, middle)
            self.build(node[2], middle, end)
        elif kind == "or":
            for child in node[1:]:
                first = self.state()
                self.free[start].append(first)
                self.build(child, first, end)
        elif kind == "star":
            loop, last = self.state(), self.state()
            self.free[start].append(loop)
            self.free[loop].append(end)
            first = self.state()
            self.free[loop].append(first)
            self.build(node[1], first, last)
            self.free[last].append(loop)
        elif kind == "empty":
            self.free[start].append(end)
        else:
            first = self.state()
            self.free[start].append(first)
            self.takes[first] = (node, end)

    def closure(self, states):
        seen, stack = set(states), list(states)
        while stack:
            for to in self.free[stack.pop()]:
                if to not in seen:
                    seen.add(to)
                    stack.append(to)
        return seen

    def matches(self, text):
        states = self.closure([self.start])
        for c in text:
            states = self.closure({self.takes[s][1] for s in states if self.takes[s] and accepts(self.takes[s][0], c)})
            if not states:
                return False
        return self.accept in states


def accepts(node, c):
    if node[0] == "char":
        return node[1] == c
    return node[0] == "any" or c in node[1]


def ends(node, text, at):
    """Generates every place where a match of the node that begins at a place can end."""
    kind = node[0]
    if kind == "cat":
        for middle in ends(node[1], text, at):
            yield from ends(node[2], text, middle)
    elif kind == "or":
        for child in node[1:]:
            yield from ends(child, text, at)
    elif kind == "star":
        yield at
        for middle in ends(node[1], text, at):
            if middle > at:
                yield from ends(node, text, middle)
    elif kind == "empty":
        yield at
    elif at < len(text) and accepts(node, text[at]):
        yield at + 1


PATTERNS = ["a*b", "(a|b)*abb", "[0-9]+(\x2e[0-9]+)?", "x.z|y+", "(ab?c)+", "[a-c]*d"]
TEXTS = ["aaab", "ababbabb", "31415", "xyz", "yyyy", "acabcabc", "abcabcd", "", "b", "12.5", "abab", "d"]


def run(n):
    trees = [Parser(p).alternatives() for p in PATTERNS]
    automata = [Automaton(tree) for tree in trees]
    answers = [[False] * len(TEXTS) for _ in PATTERNS]
    agreed = 0
    for i in range(n):
        for p, tree in enumerate(trees):
            for t, text in enumerate(TEXTS):
                answers[p][t] = automata[p].matches(text)
                agreed += answers[p][t] == any(end == len(text) for end in ends(tree, text, 0))
    return agreed, answers


def check(n, result):
    import re
    agreed, answers = result
    expected = [[re.fullmatch(p, text) is not None for text in TEXTS] for p in PATTERNS]
    return agreed == n * len(PATTERNS) * len(TEXTS) and answers == expected


if __name__ == "__main__":
    main(run, check, 180)
