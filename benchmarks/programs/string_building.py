"""String building: concatenation, joins, three ways to format, a table, run-length coding and ciphers."""
from harness import main


def by_concatenation(n):
    out = ""
    for i in range(n):
        out += str(i)
        out += ","
    return out


def by_parts(n):
    parts = []
    for i in range(n):
        parts.append(f"{i},")
    return "".join(parts)


def table(rows):
    widths = [max(len(str(cell)) for cell in column) for column in zip(*rows)]
    lines = []
    for row in rows:
        lines.append(" | ".join(str(cell).rjust(w) if isinstance(cell, int) else cell.ljust(w) for cell, w in zip(row, widths)))
    rule = "-+-".join("-" * w for w in widths)
    return "\n".join([lines[0], rule] + lines[1:])


def run_lengths(text):
    out, i = "", 0
    while i < len(text):
        j = i + 1
        while j < len(text) and text[j] == text[i]:
            j += 1
        out += "%d%s" % (j - i, text[i])
        i = j
    return out


def expand(text):
    out, count = [], 0
    for c in text:
        if c.isdigit():
            count = count * 10 + int(c)
        else:
            out.append(c * count)
            count = 0
    return "".join(out)


def caesar(text, shift):
    out = []
    for c in text:
        if "a" <= c <= "z":
            out.append(chr((ord(c) - 97 + shift) % 26 + 97))
        elif "A" <= c <= "Z":
            out.append(chr((ord(c) - 65 + shift) % 26 + 65))
        else:
            out.append(c)
    return "".join(out)


def wrapped(words, width):
    lines, line = [], ""
    for word in words:
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = line + " " + word if line else word
    lines.append(line)
    return lines


def run(n):
    runs = "".join(["abc"[i % 3] * (i * 7 % 11 + 1) for i in range(n // 4)])
    packed = run_lengths(runs)
    words = ["w%x" % (i * i) for i in range(n)]
    lines = wrapped(words, 60)
    shifted = caesar(" ".join(words).title(), 3)
    rows = [("name", "count", "share")] + [("item %d" % (i % 100), i * i, "{:.3f}".format(i / 7)) for i in range(n // 4)]
    return by_concatenation(n), by_parts(n), table(rows), expand(packed) == runs, lines, caesar(shifted, 23)


def check(n, result):
    a, b, text, same, lines, plain = result
    words = ["w%x" % (i * i) for i in range(n)]
    rows = text.split("\n")
    return (a == b and a.count(",") == n and same is True and " ".join(lines) == " ".join(words) == plain.lower()
            and all(len(line) <= 60 for line in lines) and len(rows) == n // 4 + 2 and len({len(row.rstrip()) for row in rows[2:]} | {0}) <= 9)


if __name__ == "__main__":
    main(run, check, 50000)
