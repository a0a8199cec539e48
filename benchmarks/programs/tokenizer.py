"""Tokenizer: a scanner of a small language and a precedence parser that evaluates and prints expressions."""
from harness import main

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")
DIGITS = frozenset("0123456789")
DOUBLE = frozenset(("==", "!=", "<=", ">=", "<<", ">>"))
LEVELS = {"==": 1, "<": 1, "<=": 1, "|": 2, "&": 3, "<<": 4, "+": 5, "-": 5, "*": 6, "%": 6}
KEYWORDS = frozenset(("let", "print", "if"))


class Token:
    __slots__ = ("kind", "text", "line")

    def __init__(self, kind, text, line):
        self.kind = kind
        self.text = text
        self.line = line


def scan(source):
    i, line, end = 0, 1, len(source)
    while i < end:
        c = source[i]
        if c == "\n":
            yield Token("newline", c, line)
            line += 1
            i += 1
        elif c == " ":
            i += 1
        elif c == "#":
            while i < end and source[i] != "\n":
                i += 1
        elif c in LETTERS:
            start = i
            while i < end and (source[i] in LETTERS or source[i] in DIGITS):
                i += 1
            word = source[start:i]
            yield Token("keyword" if word in KEYWORDS else "name", word, line)
        elif c in DIGITS:
            start = i
            while i < end and source[i] in DIGITS:
                i += 1
            yield Token("number", source[start:i], line)
        elif source[i:i + 2] in DOUBLE:
            yield Token("operator", source[i:i + 2], line)
            i += 2
        elif c in "+-*%&|<>=()":
            yield Token("operator", c, line)
            i += 1
        else:
            raise SyntaxError("line %d: unexpected %r" % (line, c))
    yield Token("end", "", line)


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.token = next(tokens)
        self.names = {}
        self.out = []

    def take(self):
        token = self.token
        self.token = next(self.tokens, token)
        return token

    def program(self):
        while self.token.kind != "end":
            token = self.take()
            if token.text == "let":
                name = self.take().text
                self.take()
                self.names[name] = self.expression(0)
            elif token.text == "print":
                self.out.append(self.expression(0))
        return self.out

    def expression(self, level):
        left = self.operand()
        while self.token.kind == "operator" and LEVELS.get(self.token.text, 0) > level:
            operator = self.take().text
            right = self.expression(LEVELS[operator])
            if operator == "+":
                left += right
            elif operator == "-":
                left -= right
            elif operator == "*":
                left *= right
            elif operator == "%":
                left %= right
            elif operator == "<<":
                left <<= right
            elif operator == "&":
                left &= right
            elif operator == "|":
                left |= right
            elif operator == "<":
                left = int(left < right)
            elif operator == "<=":
                left = int(left <= right)
            else:
                left = int(left == right)
        return left

    def operand(self):
        token = self.take()
        if token.kind == "number":
            return int(token.text)
        if token.kind == "name":
            return self.names[token.text]
        if token.text == "-":
            return -self.operand()
        value = self.expression(0)
        self.take()
        return value


def source_of(n):
    lines = ["let base = 17 # the start"]
    for i in range(n):
        lines.append("let v%d = (base + %d) * 3 %% 1009 - -%d << 2 & 4095 | 1" % (i % 50, i, i % 13))
        if i % 10 == 9:
            lines.append("print v%d + v%d * 2 <= %d" % (i % 50, (i - 5) % 50, i * 7 % 9000))
    return "\n".join(lines) + "\n"


def run(n):
    source = source_of(n)
    kinds = {}
    for token in scan(source):
        kinds[token.kind] = kinds.get(token.kind, 0) + 1
    return Parser(scan(source)).program(), kinds, token.line


def check(n, result):
    out, kinds, line = result
    v, expected = [0] * 50, []
    for i in range(n):
        v[i % 50] = (17 + i) * 3 % 1009 - -(i % 13) << 2 & 4095 | 1
        if i % 10 == 9:
            expected.append(int(v[i % 50] + v[(i - 5) % 50] * 2 <= i * 7 % 9000))
    prints = n // 10
    return out == expected and kinds["newline"] == line - 1 == 1 + n + prints and kinds["keyword"] == 1 + n + prints and kinds["number"] == 1 + 7 * n + 2 * prints


if __name__ == "__main__":
    main(run, check, 4500)
