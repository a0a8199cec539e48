# Strings in everyday use.
s = "Hello, World"
print(s, len(s), s[0], s[-1], s[7:], s[:5], s[::2], s[::-1])
print(s.upper(), s.lower(), s.swapcase(), s.replace("World", "There"), s.find("World"), s.find("x"), s.count("l"))
print("a,b,c".split(","), "  padded ".strip(), "-".join(["x", "y", "z"]), "one two  three".split())
print("abc" < "abd", "abc" == "abc", "b" in "abc", "x" not in "abc", "abc" + "def", "ab" * 3)
print(s.startswith("Hello"), s.endswith("x"), "123".isdigit(), "abc".isalpha(), " ".isspace())
for c in "abc": print(c, ord(c), chr(ord(c) + 1))
print("%d items, %s, %.2f" % (3, "text", 2.5), "{} and {}".format(1, "two"), f"{3 + 4} {s!r}")
print("tab\there", "quote\"s", 'single\'s', "back\\slash", repr("new\nline"))
words = "the cat sat on the mat".split()
counts = {}
for w in words: counts[w] = counts.get(w, 0) + 1
print(counts)
print(" ".join(w.capitalize() for w in words), sorted(words), max(words, key=len))
def is_palindrome(t): return t == t[::-1]
print(is_palindrome("racecar"), is_palindrome("python"))
out = ""
for i in range(5): out += str(i) + ";"
print(out, out.split(";"), out.rstrip(";"))
print(str(5) + str(2.5) + str(None) + str([1, "a"]), int("42") + 1, float("2.5") * 2)
print("é" + "ü", len("日本語"), "日本語"[1], "naïve".upper(), "\u00e9", ascii("é"))
print("left".ljust(8) + "|", "right".rjust(8) + "|", "mid".center(9, "*"), "7".zfill(3))
multi = """first
second
third"""
print(multi.splitlines(), len(multi))
print(list("abc"), tuple("ab"), sorted("hello"), "".join(reversed("abc")), "abcabc".index("c"), "abcabc".rindex("c"))
