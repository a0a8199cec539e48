# The codecs that are written in C, with all error handlers, on strings and bytes that are mostly wrong. Each line sums up
# twenty results.
import _codecs
import codecs

state = 5
total = count = 0


def rand(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 20) % n


def choice(seq):
    return seq[rand(len(seq))]


def joined(seq):
    return type(seq[0])().join(choice(seq) for _ in range(rand(10)))


def note(e):
    if isinstance(e, UnicodeDecodeError):
        return "<%d:%d>" % (e.start, e.end), e.end
    return "?%d" % e.start, e.end


codecs.register_error("note", note)
codecs.register_error("bytes", lambda e: (b"\0A" if isinstance(e, UnicodeEncodeError) else "B", e.end))
codecs.register_error("one", lambda e: ("", e.start + 1 if isinstance(e, UnicodeDecodeError) else e.end))
codecs.register_error("negative", lambda e: ("n", e.end - len(e.object) or e.end))
codecs.register_error("outside", lambda e: ("n", 1000))
codecs.register_error("wrong", lambda e: 5)
codecs.register_error("surrogate", lambda e: ("\ud800\u00e9", e.end))
handlers = ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass",
            "note", "bytes", "one", "negative", "outside", "wrong", "surrogate", "unknown", None]


def show(name, f, *args):
    global total, count
    try:
        r = ascii(f(*args))
    except Exception as e:
        r = type(e).__name__ + ": " + ascii(str(e))
    for c in r:
        total = (total * 31 + ord(c)) % (2**61 - 1)
    count += 1
    if count % 20 == 0:
        print(count, name, total, r[:80])
        total = 0


pieces = {
    "7": [bytes([c]) for c in b"+-/AZaz09~\\ \x80\xff+-+-AB==,&\0"],
    "escape": [b"\\", b"u", b"U", b"x", b"N", b"{", b"}", b"0", b"1", b"7", b"d8", b"00", b"0041", b"0001F600", b"LF", b"SPACE", b"n", b"\n",
               b"\xe9", b"8", b"\\u", b"\\x4", b"\\N{SPACE}", b"\\777", b"0011", b"ffff", b"\\ud83d\\ude00", b'"', b"q"],
    "8": [b"a", b"\x80", b"\xc3", b"\xc3\xa9", b"\xe2\x82", b"\xe2\x82\xac", b"\xf0\x9f\x98\x80", b"\xf0\x9f", b"\xed\xa0\x80", b"\xff", b"\xc0",
          b"\xf4\x90\x80\x80", b"\xe0\x80", b"\xf5", b"\xed\xb2\x80"],
    "16": [b"\0", b"a\0", b"\0a", b"\xff\xfe", b"\xfe\xff", b"\0\xd8", b"\xd8\0", b"\0\xdc", b"\xdc\0", b"\xff", b"\x3d\xd8\0\xde"],
    "32": [b"\0", b"a\0\0\0", b"\0\0\0a", b"\xff\xfe\0\0", b"\0\0\xfe\xff", b"\0\xd8\0\0", b"\0\0\xd8\0", b"\xff\xff\xff\xff", b"\0\0\x11\0",
           b"\0\x11\0\0", b"\0\xf6\x01\0"],
}
text = ["a", "+", "-", "~", "\\", "\u00e9", "\xff", "\u0100", "\u20ac", "\ud800", "\udc80", "\udcff", "\U0001f600", "\udfff\ud83d", "\0", "\n", "A",
        "/", "\U0010ffff", "\u00f8"]
known = [("utf_7", "7"), ("unicode_escape", "escape"), ("raw_unicode_escape", "escape"), ("utf_8", "8"), ("utf_16", "16"), ("utf_16_le", "16"),
         ("utf_16_be", "16"), ("utf_32", "32"), ("utf_32_le", "32"), ("utf_32_be", "32"), ("ascii", "8"), ("latin_1", "8")]
decoding = {i: choice([i, None, 0xFFFE, "xy", "", chr(i), 0x10FFFF]) for i in range(200)}
table = "".join(chr(i) if i % 7 else "\ufffe" for i in range(220))
encoding = {i: choice([i % 256, None, b"xy", b"", b"z"]) for i in [97, 43, 45, 126, 92, 233, 255, 0x20AC, 0, 10, 65]}
built = _codecs.charmap_build("\0" + table[1:] + "\u00e9" * 36)
for i in range(150):
    for name, kind in known:
        b, errors = joined(pieces[kind]), choice(handlers)
        final = () if name in ("ascii", "latin_1") else (bool(rand(2)),)
        show(name, getattr(_codecs, name + "_decode"), b, errors, *final)
        show(name, getattr(_codecs, name + "_encode"), joined(text), errors)
        spelling = name.replace("_", "-") if i % 2 else name
        show(name, lambda s: s.encode(spelling, errors or "strict"), joined(text))
        show(name, lambda b: b.decode(spelling, errors or "strict"), joined(pieces[kind]))
    b, s, errors = bytes(rand(256) for _ in range(6)), joined(text), choice(handlers)
    for mapping in (decoding, table), (table, built), ((), ()):
        show("charmap", _codecs.charmap_decode, b, errors, mapping[0] or None)
        show("charmap", _codecs.charmap_encode, s, errors, (encoding if mapping[0] is decoding else mapping[1]) or None)
    show("escape", _codecs.escape_decode, joined(pieces["escape"]), errors)
    show("escape", _codecs.escape_encode, joined(pieces["escape"]), errors)
    show("utf_16_ex", _codecs.utf_16_ex_decode, joined(pieces["16"]), errors, choice([-1, 0, 1]), bool(rand(2)))
    show("utf_32_ex", _codecs.utf_32_ex_decode, joined(pieces["32"]), errors, choice([-1, 0, 1]), bool(rand(2)))
print(count, total)

# positions that are out of range
for c, o in ((UnicodeEncodeError, 'xxx'), (UnicodeDecodeError, b'xxx')):
    for s, e in ((1,2),(0,3),(3,4),(10,2),(0,0),(2,1), (5,6), (-5, 2), (1, -3)):
        print(c('a', o, s, e, 'why'))
for s, e in ((1,2),(0,3),(3,4),(10,2),(0,0),(2,1), (5,6), (-5,2), (1,-3)):
    print(UnicodeTranslateError('xxx', s, e, 'why'))
