"""Writes hashes.txt: for each property, the SHA-256 of what a Python answers for every code point, one line each.

Run by hand:  python3.13 hashes.py > hashes.txt
"""
import _sre
import ctypes
import hashlib
import struct
import unicodedata

FORMS = "NFC", "NFD", "NFKC", "NFKD"


def points(s):
    return " ".join("%X" % ord(c) for c in s)


def flag(f):
    return lambda c: "%d" % f(c)


properties = {"tolower": lambda c: "%X" % _sre.unicode_tolower(ord(c))}
for name in "isalpha isdecimal isdigit isnumeric islower isupper isprintable isspace isalnum istitle isidentifier".split():
    properties[name] = flag(getattr(str, name))
properties["isidentifierpart"] = flag(lambda c: ("a" + c).isidentifier())
for name in "lower upper title casefold".split():
    properties[name] = lambda c, f=getattr(str, name): points(f(c))
for prefix, db in ("", unicodedata), ("old ", unicodedata.ucd_3_2_0):
    for name in "category bidirectional east_asian_width decomposition".split():
        properties[prefix + name] = getattr(db, name)
    for name in "combining mirrored".split():
        properties[prefix + name] = lambda c, f=getattr(db, name): str(f(c))
    for name in "decimal digit".split():
        properties[prefix + name] = lambda c, f=getattr(db, name): str(f(c, -1))
    properties[prefix + "numeric"] = lambda c, f=db.numeric: "" if (n := f(c, None)) is None else struct.pack(">d", n).hex()
    properties[prefix + "name"] = lambda c, f=db.name: f(c, "")
    for form in FORMS:
        properties[prefix + form] = lambda c, f=db.normalize, form=form: points(f(form, c))
        # After a starter and before a mark, so that composition and order show.
        properties[prefix + form + " context"] = lambda c, f=db.normalize, form=form: points(f(form, "a\u0327" + c + "\u0323\u0301"))
        properties[prefix + "is " + form] = lambda c, f=db.is_normalized, form=form: "%d" % f(form, c)

# Aliases and named sequences, which the interpreter keeps at private characters.
ctypes.pythonapi.PyCapsule_GetPointer.restype = ctypes.POINTER(ctypes.c_void_p)
ctypes.pythonapi.PyCapsule_GetPointer.argtypes = [ctypes.py_object, ctypes.c_char_p]
get_name = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_uint32, ctypes.c_char_p, ctypes.c_int, ctypes.c_int)(
    ctypes.pythonapi.PyCapsule_GetPointer(unicodedata._ucnhash_CAPI, b"unicodedata._ucnhash_CAPI")[0])
buffer = ctypes.create_string_buffer(256)


def alias(c):
    if not 0xF0000 <= ord(c) < 0xF1000 or not get_name(ord(c), buffer, len(buffer), 1):
        return ""
    name = buffer.value.decode()
    return name + " " + points(unicodedata.lookup(name))


properties["aliases"] = alias

for name, f in properties.items():
    h = hashlib.sha256()
    for i in range(0x110000):
        if name != "aliases" or f(chr(i)):
            h.update(f(chr(i)).encode() + b"\n")
    print(name.replace(" ", "_"), h.hexdigest())
