# Text statistics: words, n-grams, Markov chains with a seed, justification
import random, re, string, textwrap
from collections import Counter, defaultdict
TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness, it was the epoch of belief,
it was the epoch of incredulity, it was the season of Light, it was the season of Darkness, it was the spring of hope, it was the winter of despair."""
words = re.findall(r"[a-z']+", TEXT.lower()); print(len(words), len(set(words)), Counter(words).most_common(6), Counter(map(len, words)), Counter(zip(words, words[1:])).most_common(3))
print({c: n for c, n in sorted(Counter(filter(str.isalpha, TEXT.lower())).items()) if n > 15}, sum(c in string.punctuation for c in TEXT), max(words, key=len), sorted({w for w in words if words.count(w) == 1})[:5])
chain = defaultdict(list)
for a, b in zip(words, words[1:]): chain[a].append(b)
r = random.Random(7); w = "it"; out = [w]
for _ in range(25): w = r.choice(chain.get(w) or words); out.append(w)
print(" ".join(out))
def justify(text, width):
    for line in textwrap.wrap(text, width):
        ws = line.split()
        if len(ws) > 1:
            gaps, extra = len(ws) - 1, width - sum(map(len, ws)); line = "".join(x + " " * (extra // gaps + (i < extra % gaps)) for i, x in enumerate(ws[:-1])) + ws[-1]
        yield line
print("\n".join(justify(TEXT, 36)))
rot = str.maketrans(string.ascii_lowercase, string.ascii_lowercase[13:] + string.ascii_lowercase[:13]); print(TEXT[:20].lower().translate(rot), TEXT[:20].lower().translate(rot).translate(rot))
print([w for w in {"level", "word", "noon", "radar"} if w == w[::-1]].__len__(), sorted("listen") == sorted("silent"), " ".join(w[::-1] for w in words[:5]), re.sub(r"\b(\w)(\w*)", lambda m: m[1].upper() + m[2], "hello wide world"), "".join(c if i % 2 else c.upper() for i, c in enumerate("alternate")))
def vigenere(t, k, sign=1): return "".join(chr((ord(c) - 97 + sign * (ord(k[i % len(k)]) - 97)) % 26 + 97) for i, c in enumerate(t))
v = vigenere("attackatdawn", "lemon"); print(v, vigenere(v, "lemon", -1)); print({n: s for n, s in zip(range(1, 16), ("FizzBuzz" if n % 15 == 0 else "Fizz" if n % 3 == 0 else "Buzz" if n % 5 == 0 else n for n in range(1, 16)))})
