# String and bytes literals of every form.
print('single', "double", '''triple 'single' "x"''', """triple
double""")
print('esc: \\ \' \" \a\b\f\v'.encode(), 'tab\tnew\nline')
print('\x41\101\u0042\U00000043\N{LATIN SMALL LETTER E WITH ACUTE}', repr('\0'), repr('\08'), '\1234')
print('con' 'cat' "enated")
print(r'raw \n \x41', R"RAW \\", b'bytes \x00\xff', rb'raw \x', Rb'\d', bR"\n", u'unicode')
print('line \
continued', 'a\
b')
print(len('\N{SNOWMAN}'), '\ud800'.__len__(), repr('\ud800\udc00'), ascii('é☃𝄞'))
print(repr("it's"), repr('say "hi"'), repr('both \' and "'), repr('\n\t\r\x07\x7f\xa0\xad\u2028\ue000\U0010ffff'))
print(repr(b"it's"), repr(b'"'), repr(b'\'"'), repr(bytes(range(32))), repr(bytes(range(120, 140))))
print('é' == '\u00e9', 'e\u0301' == 'é', 'ß'.upper(), '𝄞'[0], len('𝄞'))
naïve = 1
ñ = 2
print(naïve + ñ)
ﬁ = 'ligature identifier'
print(fi)
print(0xFF, 0o17, 0b11, 0XFF, 0O17, 0B11, 1_000, 0x_f_f, 1e5, 1E5, 1.e3, .5e-2, 1_0e1_0, 0_0, 00, 3j, .5J, 1e2j)
print(0.1, 1e22, 1e23, 123456789012345678901234567890, 1.7976931348623157e308, 1e309, 5e-324, 2e-324)
for src in ("'abc", "'''abc", "'\\x4'", "'\\u123'", "'\\N{nothing}'", "'\\N'", "'\\U00110000'", "b'\\x4'", "b'é'", "'a' b'b'", "0777", "0b12", "0xg", "1__0", "1_", "0o8", "1e", "1.5.5", "0_", "0b", "1a", "1if 1else 2", "0xfor 1", "5 .real", "5.real", "'\\d'", "b'\\d'", "'\\400'", "f'\\d'", "1_000_", "0x", "0b1_", "12abc", "1.e", "'\\x'", "u'' u'x'", "ur''", "r'\\'", "bu'x'"):
    import warnings
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try:
            r = repr(eval(compile(src, "<lit>", "eval")))
        except SyntaxError as e:
            r = f"{type(e).__name__}: {e.msg} {e.lineno} {e.offset} {e.end_offset}"
    print(src, "->", r, [f"{x.category.__name__}: {x.message}" for x in w])
x = ('one '
     'two '
     f'{1 + 2} '
     'four')
print(x)
print("""\
no first newline
  indented
""", end="")
print('a' 'b'.upper(), ('a' 'b').upper())
print("tab\there", 'null\0char'.replace('\0', '<0>'), '\x1b[0m'.encode())
print('%s' '%s' % (1, 2), 'a' + 'b' 'c' * 2)
def doc():
    'doc string' ' continued'
print(doc.__doc__)
def nodoc():
    f'not a doc'
print(nodoc.__doc__)
def bdoc():
    b'not a doc'
print(bdoc.__doc__)
