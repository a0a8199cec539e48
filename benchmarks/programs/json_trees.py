"""JSON: an encoder and a parser written in Python over trees of dicts, lists, strings and numbers."""
from harness import main

ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
LETTERS = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "/": "/"}


def quote(text):
    out = []
    for c in text:
        if c in ESCAPES:
            out.append(ESCAPES[c])
        elif c < " " or c > "~":
            out.append("\\u%04x" % ord(c))
        else:
            out.append(c)
    return '"' + "".join(out) + '"'


def encode(value, write):
    if value is None:
        write("null")
    elif value is True:
        write("true")
    elif value is False:
        write("false")
    elif isinstance(value, str):
        write(quote(value))
    elif isinstance(value, (int, float)):
        write(repr(value))
    elif isinstance(value, dict):
        write("{")
        for i, (key, item) in enumerate(value.items()):
            if i:
                write(",")
            write(quote(key))
            write(":")
            encode(item, write)
        write("}")
    else:
        write("[")
        for i, item in enumerate(value):
            if i:
                write(",")
            encode(item, write)
        write("]")


class Parser:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def value(self):
        c = self.text[self.at]
        if c == "{":
            return self.object()
        if c == "[":
            return self.array()
        if c == '"':
            return self.string()
        for word, value in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        return self.number()

    def expect(self, c):
        if self.text[self.at] != c:
            raise ValueError("expected %r at %d" % (c, self.at))
        self.at += 1

    def object(self):
        out = {}
        self.expect("{")
        while self.text[self.at] != "}":
            if out:
                self.expect(",")
            key = self.string()
            self.expect(":")
            out[key] = self.value()
        self.at += 1
        return out

    def array(self):
        out = []
        self.expect("[")
        while self.text[self.at] != "]":
            if out:
                self.expect(",")
            out.append(self.value())
        self.at += 1
        return out

    def string(self):
        self.expect('"')
        text, out = self.text, []
        while True:
            c = text[self.at]
            self.at += 1
            if c == '"':
                return "".join(out)
            if c == "\\":
                c = text[self.at]
                self.at += 1
                if c == "u":
                    out.append(chr(int(text[self.at:self.at + 4], 16)))
                    self.at += 4
                else:
                    out.append(LETTERS[c])
            else:
                out.append(c)

    def number(self):
        start, text = self.at, self.text
        while self.at < len(text) and text[self.at] in "+-.0123456789eE":
            self.at += 1
        word = text[start:self.at]
        return float(word) if "." in word or "e" in word else int(word)


def tree(n):
    return {"users": [{"id": i, "name": "user\t%d" % i, "score": i / 7, "tags": ["a%d" % (i % 5), "\u00e9\n"], "on": i % 2 == 0,
                       "more": {"none": None, "nested": [[i], [], {}]}} for i in range(n)], "big": 2 ** 70, "tiny": 1e-300}


def run(n):
    value = tree(n)
    parts = []
    encode(value, parts.append)
    text = "".join(parts)
    back = Parser(text).value()
    again = []
    encode(back, again.append)
    return text, back, "".join(again) == text


def check(n, result):
    text, back, stable = result
    return stable is True and text[0] + text[-1] == "{}" and back == tree(n) and text.count('"score":') == n and text.isascii()


if __name__ == "__main__":
    main(run, check, 4000)
