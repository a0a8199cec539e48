# str: every method, with edge cases and errors.
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
t("'hello world'.capitalize()", "'ÉA'.capitalize()", "'Straße'.casefold()", "'ab'.center(7, '*')", "'ab'.center(6)", "'ab'.center(7)", "'abc'.center(2)", "'x'.center(5, 'ab')", "'banana'.count('an')", "'banana'.count('')", "'banana'.count('a', 2, 5)", "'banana'.count('a', -3)", "''.count('')", "'aaa'.count('aa')", "'é'.encode()", "'é'.encode('latin-1')", "'é'.encode('ascii')", "'é'.encode('ascii', 'replace')", "'é'.encode('ascii', 'xmlcharrefreplace')", "'é'.encode('ascii', 'backslashreplace')", "'é'.encode('ascii', 'ignore')", "'é'.encode('nope')", "'\\ud800'.encode()", "'\\ud800'.encode('utf-8', 'surrogatepass')", "'a€'.encode('utf-16-le')", "'a𝄞'.encode('utf-32-be')")
t("'abc'.endswith('c')", "'abc'.endswith(('x', 'bc'))", "'abc'.endswith('b', 0, 2)", "'abc'.endswith('')", "'abc'.endswith(1)", "'abc'.startswith(('a', 1))", "'abc'.startswith(('x', 1))", "'abc'.startswith('b', 1)", "'abc'.startswith('', 4)", "'a\\tb'.expandtabs()", "'a\\tbc\\td'.expandtabs(4)", "'\\t'.expandtabs(0)", "'a\\n\\tb'.expandtabs(3)", "'hello'.find('l')", "'hello'.find('z')", "'hello'.find('l', 3)", "'hello'.find('', 5)", "'hello'.find('', 6)", "'hello'.rfind('l')", "'hello'.rfind('')", "'hello'.index('lo')", "'hello'.index('z')", "'hello'.rindex('l', 0, 3)", "'hello'.rindex('z')", "'hello'.find(1)", "'hello'.find()", "'hello'.find('l', None, None)", "'hello'.find('l', 'a')")
t("'abc1'.isalnum()", "'abc'.isalpha()", "''.isalpha()", "'é'.isascii()", "''.isascii()", "'12'.isdecimal()", "'²'.isdecimal()", "'²'.isdigit()", "'½'.isnumeric()", "'½'.isdigit()", "'a_1'.isidentifier()", "'1a'.isidentifier()", "'class'.isidentifier()", "'é'.isidentifier()", "'abc'.islower()", "'aB'.islower()", "'1'.islower()", "'ab\\n'.isprintable()", "''.isprintable()", "' \\t\\u2003'.isspace()", "''.isspace()", "'Hello World'.istitle()", "'Hello world'.istitle()", "'ABC1'.isupper()", "'1'.isupper()")
t("','.join(['a', 'b'])", "''.join([])", "'-'.join('abc')", "','.join(['a', 1])", "','.join(5)", "','.join([b'a'])", "', '.join({'k': 1})", "'ab'.join(x for x in ['1', '2', '3'])", "'x'.ljust(3) + '|'", "'x'.ljust(3, '.')", "'x'.rjust(3, '.')", "'ABC'.lower()", "'İ'.lower()", "'ΑΣ'.lower()", "'  x '.lstrip()", "'xxyx'.lstrip('x')", "'  x '.rstrip() + '|'", "'xyzzy'.strip('xy')", "'a'.strip('a')", "'abc'.strip('')", "'abc'.strip(None)", "'abc'.strip(1)", "'\\u2003x\\u2003'.strip()", "'a-b-c'.partition('-')", "'abc'.partition('-')", "'a-b-c'.rpartition('-')", "'abc'.rpartition('-')", "'abc'.partition('')", "'abc'.partition(1)", "'TestHook'.removeprefix('Test')", "'TestHook'.removesuffix('Hook')", "'abc'.removeprefix('x')", "'abc'.removesuffix('')")
t("'banana'.replace('a', 'o')", "'banana'.replace('a', 'o', 2)", "'banana'.replace('', '-')", "'banana'.replace('', '-', 3)", "'banana'.replace('an', '')", "''.replace('', 'x')", "'aaa'.replace('a', 'bb', count=2)", "'a'.replace('a', 1)", "'a'.replace('a')", "'é'.replace('é', 'e')", "'abc'.replace('b', '𝄞')", "'a b  c'.split()", "'a b  c'.split(' ')", "' a b '.split(None, 1)", "'a,b,c'.split(',', 1)", "'a,b,c'.split(',', maxsplit=0)", "'a,b,c'.rsplit(',', 1)", "' a b c '.rsplit(None, 1)", "''.split()", "''.split(',')", "'a'.split('')", "'a'.split(1)", "'a--b--c'.split('--')", "'abc'.rsplit('abc')", "'a\\u2003b\\x1cc'.split()", "'a\\nb\\r\\nc\\rd\\x0be\\u2028f'.splitlines()", "'a\\nb\\n'.splitlines(True)", "''.splitlines()", "'\\n'.splitlines()", "'a\\n\\nb'.splitlines(keepends=False)")
t("'Hello'.swapcase()", "'ß'.swapcase()", "'hello wORLD it\\'s'.title()", "'ǆ'.title()", "'ß'.upper()", "'ŉ'.upper()", "'ﬁ'.upper()", "'42'.zfill(5)", "'-42'.zfill(5)", "'+'.zfill(3)", "'abc'.zfill(2)", "''.zfill(2)", "'abc'.translate({97: 'x', 98: None, 99: 100})", "'abc'.translate(str.maketrans('ab', 'xy', 'c'))", "str.maketrans({'a': 1, 98: 'z'})", "str.maketrans('ab', 'x')", "str.maketrans('ab')", "str.maketrans({'ab': 1})", "'abc'.translate({97: 'long', 98: ''})", "'abc'.translate([1])", "'a'.translate({97: -1})", "'a'.translate({97: 1.5})", "'abc'.translate('xyz' * 40)")
t("'abc'[0]", "'abc'[-1]", "'abc'[3]", "'abc'[1:]", "'abcdef'[::2]", "'abcdef'[::-1]", "'abcdef'[4:1:-1]", "'abc'[5:]", "'abc'['a']", "'abc'[1.0]", "'abc'[True]", "'abc'[::0]", "'abc'[None:None]", "'é𝄞x'[1]", "'é𝄞x'[::-1]", "'abc'[2**100]", "'abc'[:2**100]", "'abc' + 'd'", "'abc' + 1", "'abc' + b'd'", "1 + 'abc'", "'ab' * 3", "3 * 'ab'", "'ab' * 0", "'ab' * -1", "'ab' * 'c'", "'ab' * 1.5", "'a' * (1 << 70)", "'b' in 'abc'", "'bd' in 'abc'", "'' in ''", "1 in 'abc'", "'a' < 'b'", "'a' < 'B'", "'abc' < 'abcd'", "'é' > 'z'", "'𝄞' > '\\uffff'", "'a' < 1", "'a' == b'a'", "len('é𝄞')", "max('hello')", "sorted('hello')", "list(reversed('abc'))", "'a' 'b'", "hash('')", "'abc'.__contains__('b')", "'abc'.__getitem__(1)", "'x'.__mul__(2)", "'%s'.__mod__(5)", "'x'.__rmod__('%s')", "'abc'.__len__()")
t("str()", "str(5)", "str(None)", "str([1, 'a'])", "str(b'abc')", "str(b'abc', 'utf-8')", "str(b'\\xff', 'utf-8')", "str(b'\\xff', 'utf-8', 'replace')", "str(b'\\xff', errors='ignore')", "str('a', 'utf-8')", "str(5, 'utf-8')", "str(object=3)", "str(b'a', 'nope')", "str(1, 2, 3, 4)", "repr('a\\'b')", "ascii('aé\\u20ac𝄞')", "'a'.foo", "str.upper('abc')", "str.upper(5)", "str.upper()", "'abc'.upper(1)", "'abc'.__class__", "str.__text_signature__", "'abc'.join()", "'abc'.center()", "'abc'.center('x')", "'abc'.center(5, '')", "'a'.zfill('x')", "'a'.encode(5)", "chr(233)", "ord('é')", "chr(0x1d11e)", "''.join(map(chr, range(65, 75)))", "'abc'.isalpha(1)", "'A'.casefold() == 'a'", "'abc' is 'abc'.__str__()", "'a'.__format__('>3')", "'abc'.__iter__().__next__()", "next(iter(''))")
class S(str):
    def __repr__(self): return "S(" + str.__repr__(self) + ")"
    def upper(self): return S(str.upper(self))
class St:
    def __str__(self): return "st"
class StBad:
    def __str__(self): return 5
    def __repr__(self): return None
class Sub:
    def __str__(self): return S("sub")
t("S('a')", "S('a') + 'b'", "S('a').upper()", "S('ab')[0]", "str(S('x'))", "type(str(S('x'))).__name__", "str(St())", "str(StBad())", "repr(StBad())", "str(Sub())", "type(str(Sub())).__name__", "{S('k'): 1}['k']", "S('a') == 'a'", "''.join([S('a'), 'b'])", "S('%s') % 1", "S(b'x', 'ascii')", "S().x", "f'{S(\"q\")!s:>3}'", "','.join([S('only')])")
s = ""
for i in range(300):
    s += chr(65 + i % 26)
print(len(s), s[::37], s.count("A"), s.find("XYZ"))
u = ""
for c in ("a", "é", "€", "𝄞", "b"):
    u += c
    print(len(u), u, ascii(u), u[::-1])
