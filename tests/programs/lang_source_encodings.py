# Source text in other encodings (PEP 263): with codecs of the library, from bytes and from files
import os, sys, tempfile
def t(f):
    try: print("ok", ascii(f()))
    except Exception as e: print(type(e).__name__, str(e).replace(tempfile.gettempdir(), "TMP"))
def run(enc, byte=b"\xe9"): ns = {}; exec(compile(b"# coding: " + enc.encode() + b"\nx = 'a" + byte + b"'\n", "f", "exec"), ns); return ns["x"]
for enc in ("utf-8", "latin-1", "latin9", "iso8859-15", "cp1252", "koi8-r", "mac-roman", "cp437", "ascii", "nonsense", "utf_8_sig"): print(enc, end=" "); t(lambda: run(enc))
print(run("cp1252", b"\x80") == "a\u20ac", run("koi8-r", b"\xc0") == "a\u044e"); t(lambda: run("cp1252", b"\x81"))
with tempfile.TemporaryDirectory() as d:
    sys.path.insert(0, d)
    for i, (enc, b) in enumerate((("latin9", b"\xa4"), ("cp1251", b"\xcf"), ("no-such", b""))):
        with open(os.path.join(d, f"encmod{i}.py"), "wb") as f: f.write(f"# -*- coding: {enc} -*-\n".encode() + b"s = '" + b + b"'\n")
        t(lambda: __import__(f"encmod{i}").s)
for src in ("'1' is 1", "1 is '1'", "x is 1", "() is x", "x is not 1.5", "None is 1"):
    import warnings
    with warnings.catch_warnings(record=True) as w: warnings.simplefilter("always"); compile(src, "f", "eval"); print([str(x.message) for x in w])
import __future__
t(lambda: eval(compile("1 <> 2", "f", "eval", __future__.CO_FUTURE_BARRY_AS_BDFL)))
type A = int
print(A | str, type(A | str).__name__)
class SP(property): __slots__ = ("x",)
def doc(self): "doc"
t(lambda: SP(doc="d").__doc__); t(lambda: SP(doc))
