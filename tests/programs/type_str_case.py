# str: case, classes of characters, alignment, for ASCII and beyond
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
for s in ("hello World", "ÀÉ ß", "ﬁ ﬀ", "ΑΣ Σ", "ǅ ǆ", "İ ı", "they're bill's", "x1y2", "", "日本", "ŉ"):
    print(repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), s.islower(), s.isupper(), s.istitle())
for c in ("a", "1", "²", "½", "٣", "Ⅷ", "_", " ", "\t", "\x00", "\u3000", "日", "\ud800", "é", "\U0001f600", "", "a1", "1a", "\x7f", "ª"):
    print(ascii(c), c.isalpha(), c.isdigit(), c.isdecimal(), c.isnumeric(), c.isalnum(), c.isspace(), c.isidentifier(), c.isprintable(), c.isascii())
t("'a'.center(5)", "'a'.center(4)", "'ab'.center(5, '*')", "'a'.center(5, '')", "'a'.center(5, 'xy')", "'a'.ljust(3)", "'a'.rjust(3, '日')", "'abc'.ljust(2)", "'a'.zfill(3)", "'-5'.zfill(4)", "'+a'.zfill(5)", "''.zfill(2)", "'a'.center('b')", "'a'.ljust()", "'a\\tb'.expandtabs()", "'a\\tb'.expandtabs(0)", "'\\ta\\n\\tb'.expandtabs(4)", "'abc\\td'.expandtabs(tabsize=3)", "'a'.expandtabs('x')", "'a'.zfill(1.5)", "'a'.rjust(-3)")
t("'abc'.encode()", "'é'.encode('ascii')", "'é'.encode('latin-1')", "'é€'.encode('latin-1', 'replace')", "'é'.encode('ascii', 'xmlcharrefreplace')", "'é'.encode('ascii', 'backslashreplace')", "'é'.encode('ascii', 'ignore')", "'a'.encode('no-such')", "'a'.encode(errors='no-such')", "'é'.encode('ascii', 'no-such')", "'\\ud800'.encode()", "'\\ud800'.encode('utf-8', 'surrogatepass')", "'a'.encode('utf-16-le')", "'a'.encode('utf-16')", "'\\U0001f600'.encode('utf-16-be')", "'a'.encode(1)", "'日'.encode('utf-8')", "'a'.encode('UTF8')")
t("ord('a')", "ord('')", "ord('ab')", "ord(1)", "ord(b'a')", "ord(b'ab')", "chr(97)", "chr(-1)", "chr(0x110000)", "chr('a')", "chr(1.5)", "ascii('é\\n')", "repr('\\'')", "repr('\"')", "repr('\\'\"')", "repr('\\x7f\\x80\\u200b\\ud800')", "str(b'a')", "str(b'a', 'ascii')", "str(b'\\xff', 'ascii')", "str(1, 'ascii')", "str('a', 'ascii')", "str()", "str(object=5)", "str(1, 2)", "str(b'a', errors='strict')")
