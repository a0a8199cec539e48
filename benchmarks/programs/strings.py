"""Strings: building, splitting, joining, searching, replacing, formatting and walking by character."""
from harness import main

WORDS = "time person year way day thing man world life hand part child eye woman place work week case point".split()


def run(n):
    sentences = []
    sentence = ""
    for i in range(n):
        sentence += WORDS[i * 7 % len(WORDS)] + (", " if i % 9 == 0 else " ")
        if i % 30 == 29:
            sentences.append(sentence)
            sentence = ""
    text = "".join(sentences) + sentence
    words = text.replace(",", "").split()
    capitals = " ".join([w.capitalize() if len(w) > 3 else w.upper() for w in words])
    vowels = 0
    for ch in capitals:
        if ch in "aeiouAEIOU":
            vowels += 1
    found = 0
    at = text.find("man")
    while at >= 0:
        found += 1
        at = text.find("man", at + 1)
    lines = []
    for i, word in enumerate(words):
        lines.append("%d:%s|%5.1f|{:>8}".format(word) % (i, word[::-1], i / 3))
    joined = "\n".join(lines)
    return words, vowels, found, joined


def check(n, result):
    words, vowels, found, joined = result
    if len(words) != n or joined.count("\n") != n - 1:
        return False
    expected = sum(sum(w.count(v) for v in "aeiou") for w in words)
    number, reverse = joined.rsplit("\n", 1)[-1].split("|")[0].split(":")
    return words == [WORDS[i * 7 % len(WORDS)] for i in range(n)] and vowels == expected and found == sum("man" in w for w in words) and int(number) == n - 1 and reverse[::-1] == words[-1]


if __name__ == "__main__":
    main(run, check, 60000)
