"""Writes tables.bin and layout.go: the Unicode character database as a Python of the wanted Unicode version answers it.

Run by hand:  python3.13 tables.py && gofmt -w layout.go

All numbers are little-endian. A trie is an array of 16-bit block numbers, one for each 2**shift code points, and the
blocks, of 16-bit values.
"""
import _sre
import collections
import ctypes
import struct
import unicodedata

ALL = range(0x110000)
ucd, old = unicodedata, unicodedata.ucd_3_2_0
NO_VALUE = 255

parts = []  # (name, doc, bytes)
consts = []  # (name, value)


def part(name, doc, data):
    # Every part begins at a multiple of eight, so that reads of numbers are aligned.
    parts.append((name, doc, bytes(data) + bytes(-len(data) % 8)))


def u16(values):
    values = list(values)
    return struct.pack("<%dH" % len(values), *values)


def trie(name, doc, values):
    best = None
    for shift in range(4, 10):
        blocks, index = {}, []
        for i in range(0, len(values), 1 << shift):
            index.append(blocks.setdefault(tuple(values[i:i + (1 << shift)]), len(blocks)))
        size = len(index) + (len(blocks) << shift)
        if best is None or size < best[0]:
            best = size, shift, index, blocks
    _, shift, index, blocks = best
    flat = [v for b in blocks for v in b]
    part(name + "Index", "is the trie of %s: block numbers." % doc, u16(index))
    part(name + "Blocks", "are its blocks.", u16(flat))
    consts.append((name + "Shift", shift))


# Properties.

FLAGS = [
    str.isalpha,
    str.isdecimal,
    str.isdigit,
    str.isnumeric,
    str.islower,
    str.isupper,
    lambda c: ucd.category(c) == "Lt",
    str.isprintable,
    str.isspace,
    # A final sigma follows a cased character, with ignorable ones in between.
    lambda c: (c + "\u03a3").lower()[-1] == "\u03c2",
    lambda c: ("A" + c + "\u03a3").lower()[-1] == "\u03c2" and (c + "\u03a3").lower()[-1] != "\u03c2",
    str.isidentifier,
    lambda c: ("a" + c).isidentifier(),
]
FORMS = ["NFD", "NFKD", "NFC", "NFKC"]


class Strings:
    """Numbers the values of a property, the most frequent first."""

    def __init__(self, values):
        self.names = [v for v, _ in collections.Counter(values).most_common()]
        self.number = {v: i for i, v in enumerate(self.names)}


categories = Strings([ucd.category(chr(i)) for i in ALL])
bidis = Strings([ucd.bidirectional(chr(i)) for i in ALL] + [old.bidirectional(chr(i)) for i in ALL])
widths = Strings([ucd.east_asian_width(chr(i)) for i in ALL])
numbers = sorted({n for d in (ucd, old) for i in ALL if (n := d.numeric(chr(i), None)) is not None})
assert len(numbers) < NO_VALUE

pairs = []  # the primary composites
for i in ALL:
    d = ucd.decomposition(chr(i))
    if d and d[0] != "<" and ucd.normalize("NFC", chr(i)) == chr(i):
        a, b = (int(x, 16) for x in d.split())
        pairs.append((a, b, i))
pairs.sort()
second = {b for a, b, c in pairs} | set(range(0x1161, 0x1176)) | set(range(0x11A8, 0x11C3))


def record(db, i, flags):
    c = chr(i)
    n, d, e = db.numeric(c, None), db.decimal(c, NO_VALUE), db.digit(c, NO_VALUE)
    quick = 0
    for k, form in enumerate(FORMS):
        if db.normalize(form, c) != c:
            quick |= 1 << k
    if i in second:
        quick |= 1 << 4
    return struct.pack("<HBBBBBBBB", flags, categories.number[db.category(c)], bidis.number[db.bidirectional(c)],
                       db.combining(c), widths.number[db.east_asian_width(c)] | db.mirrored(c) << 7, quick,
                       NO_VALUE if n is None else numbers.index(n), d, e)


def records(name, doc, values):
    numbering = {}
    for v in values:
        numbering.setdefault(v, len(numbering))
    part(name + "Records", doc, b"".join(numbering))
    return [numbering[v] for v in values]


flags = [sum(1 << n for n, test in enumerate(FLAGS) if test(chr(i))) for i in ALL]
trie("prop", "properties",
     records("prop", "are the different combinations of properties.", [record(ucd, i, flags[i]) for i in ALL]))
trie("old", "the properties that Unicode 3.2.0 gave",
     records("old", "are the combinations of Unicode 3.2.0.", [record(old, i, 0) for i in ALL]))
part("latin1Flags", "are the flags of the first 256 characters.", u16(flags[:256]))
part("numbers", "are the numeric values, as floats.", struct.pack("<%dd" % len(numbers), *numbers))

# Case.

pool = []
places = {}


def mapping(i, text):
    if len(text) == 1:
        return ord(text) - i
    if text not in places:
        places[text] = len(pool)
        pool.extend(ord(c) for c in text)
    return 1 << 30 | len(text) << 24 | places[text]


def simple_upper(c):
    return next((m for m in (c.upper(), c.title(), c) if len(m) == 1))


cases = []
for i in ALL:
    c = chr(i)
    cases.append(struct.pack("<6i", _sre.unicode_tolower(i) - i, ord(simple_upper(c)) - i, mapping(i, c.lower()),
                             mapping(i, c.upper()), mapping(i, c.title()), mapping(i, c.casefold())))
trie("case", "case mappings", records("case", "are the different mappings.", cases))
part("casePool", "holds the mappings to several characters.", struct.pack("<%dI" % len(pool), *pool))

# Decomposition. A character's value is the place of its entry, counted in 16-bit units from 1: a head, tag number and
# length, and the mapping in UTF-16.

tags = Strings([d[0] if d[:1] and d[0][0] == "<" else "" for d in (ucd.decomposition(chr(i)).split() for i in ALL)])
tags.names.remove("")
tags.names.insert(0, "")
entries, where, decompositions = [0], {}, []
for i in ALL:
    d = ucd.decomposition(chr(i))
    assert old.decomposition(chr(i)) == ("" if old.category(chr(i)) == "Cn" else d), i
    if not d:
        decompositions.append(0)
        continue
    if d not in where:
        words = d.split()
        tag = words.pop(0) if words[0][0] == "<" else ""
        units = struct.unpack("<%dH" % (len(u := "".join(chr(int(w, 16)) for w in words).encode("utf-16-le")) // 2), u)
        where[d] = len(entries)
        entries += [tags.names.index(tag) << 8 | len(units), *units]
    decompositions.append(where[d])
trie("decomp", "decompositions", decompositions)
part("decompPool", "holds the decompositions.", u16(entries))
part("composePairs", "are the primary composites, each after its two parts, in their order.",
     b"".join(struct.pack("<3I", *p) for p in pairs))
corrections = [i for i in ALL if (d := old.normalize("NFD", chr(i))) != chr(i) and d != ucd.normalize("NFD", chr(i))]
part("oldCorrections", "are the characters whose mapping was corrected after Unicode 3.2.0, each before what it was.",
     b"".join(struct.pack("<2I", i, ord(old.normalize("NFD", chr(i)))) for i in corrections))

# Names. A name is words with spaces between them; words are numbered, the most frequent ones take a byte, the others two.

ctypes.pythonapi.PyCapsule_GetPointer.restype = ctypes.POINTER(ctypes.c_void_p)
ctypes.pythonapi.PyCapsule_GetPointer.argtypes = [ctypes.py_object, ctypes.c_char_p]
get_name = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_uint32, ctypes.c_char_p, ctypes.c_int, ctypes.c_int)(
    ctypes.pythonapi.PyCapsule_GetPointer(ucd._ucnhash_CAPI, b"unicodedata._ucnhash_CAPI")[0])
buffer = ctypes.create_string_buffer(256)

names = [(i, n) for i in ALL if (n := ucd.name(chr(i), ""))]
# The interpreter keeps aliases and named sequences at private characters.
extra = []
for i in range(0xF0000, 0xF1000):
    if get_name(i, buffer, len(buffer), 1):
        n = buffer.value.decode()
        extra.append((n, ucd.lookup(n)))
aliases = [(n, s) for n, s in extra if len(s) == 1]
sequences = [(n, s) for n, s in extra if len(s) > 1]

ideographs = [i for i, n in names if n == "CJK UNIFIED IDEOGRAPH-%X" % i]
ranges = []
for i in ideographs:
    if ranges and ranges[-1][1] == i - 1:
        ranges[-1][1] = i
    else:
        ranges.append([i, i])
part("ideographs", "are the ranges of unified ideographs, first and last, whose names are computed.",
     b"".join(struct.pack("<2I", *r) for r in ranges))
assert [i for i, n in names if n.startswith("HANGUL SYLLABLE ")] == list(range(0xAC00, 0xD7A4))
skip = set(ideographs) | set(range(0xAC00, 0xD7A4))
names = [(i, n) for i, n in names if i not in skip]

OWN, END = "\0own", "\0end"  # the words that stand for the character's own number, and for the end of a name


def words(i, name):
    if i is not None and name.endswith(own := "-%X" % i):
        return name.removesuffix(own).split(" ") + [OWN]
    return name.split(" ")


lists = [words(i, n) for i, n in names] + [words(None, n) for n, _ in aliases + sequences]
count = collections.Counter(w for l in lists for w in l)
count[END] = count[OWN] = 1 << 30  # numbers 0 and 1
order = [END, OWN] + [w for w, _ in count.most_common() if w not in (END, OWN)]
short = next(n for n in range(256, 0, -1) if n + (256 - n) * 256 >= len(order))
head, tail = order[:short], sorted(order[short:], key=lambda w: (len(w), w))
number = {w: i for i, w in enumerate(head + tail)}
consts.append(("shortWords", short))
consts.append(("longestWord", max(map(len, tail))))
text, offsets = b"", []
for w in head[2:]:
    offsets.append(len(text))
    text += w.encode()
offsets.append(len(text))
part("shortWordOffsets", "says where the words of a byte begin in the lexicon, from word 2 on.", u16(offsets))
starts = []
for length in range(max(map(len, tail)) + 2):
    starts.append(short + sum(len(w) < length for w in tail))
part("wordLengths", "is, for each length, the first of the two-byte words that are as long; they stand by length.", u16(starts))
consts.append(("longWords", len(text)))
part("lexicon", "is the words one after the other.", text + "".join(tail).encode())

stream, groups = b"", []
for n, l in enumerate(lists):
    if n % 16 == 0:
        groups.append(len(stream))
    for w in l:
        k = number[w]
        stream += bytes([k]) if k < short else bytes([short + (k - short >> 8), k - short & 255])
    stream += b"\0"
part("nameGroups", "says where each sixteenth name begins in the stream.", struct.pack("<%dI" % len(groups), *groups))
part("nameStream", "is the names as word numbers: those of characters, of aliases, of sequences.", stream)
runs = []
for n, (i, _) in enumerate(names):
    if n == 0 or names[n - 1][0] != i - 1:
        runs.append((i, n))
part("nameRuns", "are runs of characters with names: first character, number of its name.",
     b"".join(struct.pack("<2I", *r) for r in runs + [(0x110000, len(names))]))
part("aliases", "are the characters of the aliases.", struct.pack("<%dI" % len(aliases), *(ord(s) for _, s in aliases)))
units, seqs = [], []
for _, s in sequences:
    units.append(len(seqs))
    seqs += [ord(c) for c in s]
part("sequences", "says where each named sequence begins.", u16(units + [len(seqs)]))
part("sequencePool", "holds the sequences.", struct.pack("<%dI" % len(seqs), *seqs))
consts += [("characterNames", len(names)), ("aliasNames", len(aliases)), ("sequenceNames", len(sequences))]

BUCKETS = 4096


def hash_name(name):
    h = 2166136261
    for c in name.encode():
        h = (h ^ c) * 16777619 & 0xFFFFFFFF
    return (h ^ h >> 16) % BUCKETS


buckets = [[] for _ in range(BUCKETS)]
for n, name in enumerate([n for _, n in names] + [n for n, _ in aliases + sequences]):
    buckets[hash_name(name)].append(n)
starts, flat = [], []
for b in buckets:
    starts.append(len(flat))
    flat += b
part("bucketStarts", "says where each bucket of the hash table of names begins.", u16(starts + [len(flat)]))
part("bucketNames", "are the numbers of the names in the buckets.", u16(flat))
consts.append(("buckets", BUCKETS))

with open("tables.bin", "wb") as f:
    for _, _, data in parts:
        f.write(data)

with open("layout.go", "w") as f:
    w = f.write
    w("// Code generated by tables.py from Unicode %s; DO NOT EDIT.\n\npackage ucd\n\n" % ucd.unidata_version)
    w("// Version and OldVersion are the versions of the data.\nconst (\n\tVersion = %s\n\tOldVersion = %s\n)\n\n" %
      tuple('"%s"' % d.unidata_version for d in (ucd, old)))
    w("// Where the parts begin in tables.bin.\nconst (\n")
    at = 0
    for name, doc, data in parts:
        section = "at" + name[0].upper() + name[1:]
        w("\t// %s: %s %s\n\t%s = %d\n" % (section, name, doc, section, at))
        at += len(data)
    w(")\n\n// Sizes.\nconst (\n\ttablesSize = %d\n" % at)
    for name, value in consts + [("composeCount", len(pairs)), ("correctionCount", len(corrections)),
                                 ("ideographRanges", len(ranges)), ("nameRunCount", len(runs))]:
        w("\t%s = %s\n" % (name, value))
    w(")\n\n")
    for name, doc, values in [("categories", "are the general categories.", categories.names),
                              ("bidis", "are the bidirectional classes.", bidis.names),
                              ("widths", "are the East Asian widths.", widths.names),
                              ("tags", "are the tags of decompositions.", tags.names)]:
        w("// %s %s\nvar %s = [...]string{%s}\n\n" % (name, doc, name, ", ".join('"%s"' % v for v in values)))

for name, _, data in parts:
    print("%-20s %8d" % (name, len(data)))
print("%-20s %8d" % ("total", at))
