# The module unicodedata: names, properties, normal forms, the old version, and names in literals.
import re
import unicodedata as u

old = u.ucd_3_2_0


def show(f, *args):
    try:
        print(ascii(f(*args)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


print(u.unidata_version, old.unidata_version, u.UCD)
for name in ["latin small letter a", "LF", "BELL", "KEYCAP DIGIT ONE", "latin small letter r with tilde", "HANGUL SYLLABLE GAGG",
             "hangul syllable ga", "CJK UNIFIED IDEOGRAPH-4E00", "cjk unified ideograph-4e00", "NUSHU CHARACTER-1B170",
             "LATIN CAPITAL LETTER GHA", "", "x" * 256, "x" * 257, "\u00e9", "a\0b", "\ud800", 5, b"latin small letter b"]:
    show(u.lookup, name)
    show(old.lookup, name)
for c in ["\u01a2", "\0", "\ue000", "\uac00", "\u4e00", "\ud800", "\U0001b170", "ab", "", 5]:
    show(u.name, c)
    show(old.name, c)
    show(u.name, c, "none")

for name in "decimal digit numeric category bidirectional combining mirrored east_asian_width decomposition".split():
    print(name)
    for args in [(), ("ab",), (None,), ("a", "b", "c"), ("",), ("5",), ("\u00bd",), ("\u00b2",), ("\u0e51",), ("(",), ("\u0301",), ("\u05d0",), ("\uff21",), ("\u00c5",)]:
        show(getattr(u, name), *args)
        show(getattr(old, name), *args)

for args in [("NFX", "a"), ("NFX", ""), ("NFC",), (5, "a"), ("NFC", 5), ("NFC", "e\u0301"), ("NFD", "\u1e69"), ("NFKC", "\ufb01\u00b2"), ("NFD", "\uac01"), ("NFC", "\u1100\u1161\u11a8")]:
    show(u.normalize, *args)
    show(u.is_normalized, *args)
    show(old.normalize, *args)
s = "caf\u00e9"
print(u.normalize("NFC", s) is s)
for f in [u.UCD, lambda: setattr(u.UCD, "x", 1), lambda: type("A", (u.UCD,), {}), lambda: setattr(old, "unidata_version", "1")]:
    show(f)

# Strings of characters that decompose, compose and change places.
state = 12345


def rand(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % n


marks = [chr(i) for i in range(0x300, 0x110000) if u.combining(chr(i))]
letters = [chr(i) for i in range(0xA0, 0x110000) if u.decomposition(chr(i))] + list("aeiouAEIOUs") + [chr(i) for i in range(0x1100, 0x1200)]
letters += [chr(0xAC00 + 28 * k) for k in range(399)]
check = [0] * 4
count = 0
for i in range(4000):
    s = "".join(marks[rand(len(marks))] if rand(3) else letters[rand(len(letters))] for _ in range(rand(12)))
    for k, form in enumerate(["NFC", "NFD", "NFKC", "NFKD"]):
        r, o = u.normalize(form, s), old.normalize(form, s)
        for c in r + o:
            check[k] = (check[k] * 31 + ord(c)) % (2**61 - 1)
        count += u.is_normalized(form, s) + 2 * old.is_normalized(form, s) + 4 * (r == s)
        assert u.is_normalized(form, r)
print(check, count)

# Names in literals, in bytes that are decoded and in regular expressions.
print("\N{GREEK SMALL LETTER ALPHA}\N{greek small letter beta}\N{LATIN CAPITAL LETTER GHA}" == "\u03b1\u03b2\u01a2")
print(ascii(rb"\N{SNOWMAN} \N{LF} \N{HANGUL SYLLABLE GA}".decode("unicode-escape")))
show(rb"\N{KEYCAP DIGIT ONE}".decode, "unicode-escape")
print(ascii("\u2603\u00e9\ud800\U00017000".encode("ascii", "namereplace")))
print(re.findall(r"\N{DIGIT ONE}|\N{EN DASH}", "1 2\u20133"))
show(re.compile, r"\N{NO SUCH NAME}")
for source in ["'\\N{NO SUCH NAME}'", "'\\N{KEYCAP DIGIT ONE}'", "'\\N{}'", "'\\N'", "f'\\N{SPACE}{1}'"]:
    show(eval, source)
show(eval, "\ufb01x + \u2118", {"fix": 1, "\u2118": 2})
