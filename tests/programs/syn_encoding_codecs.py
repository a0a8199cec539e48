# Encodings of sources that the codecs of the library decode, and what compile() says of those it cannot.
for enc, data in [("cp1252", b"x = 'h\xe9\x80'"), ("koi8-r", b"x = '\xe9\x80'"), ("cp437", b"x = '\x80\x81'"),
                  ("mac-roman", b"x = '\x80'"),
                  ("iso-8859-15", b"x = '\xa4'"), ("utf-7", b"x = '+AGE-'"), ("utf-8-sig", b"x = 1"),
                  ("cp1252", b"x = '\x81'"), ("ascii", b"x = '\xe9'"), ("nonsense", b"x = 1")]:
    src = b"# -*- coding: " + enc.encode() + b" -*-\n" + data + b"\n"
    try:
        d = {}
        exec(compile(src, "f.py", "exec"), d)
        print(enc, ascii(d["x"]))
    except SyntaxError as e:
        print(enc, type(e).__name__, e.msg, e.lineno, e.offset)
