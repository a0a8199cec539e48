"""Records expr_*.txt: expressions, each followed by a line with its result, for TestRecorded.

Run by hand in this folder with the reference Python:  python3.13 -W ignore expr.py [number of expressions a file]
"""
import random
import sys

random.seed(11)
LIMIT = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
INTS = [0, 1, -1, 2, -2, 3, 7, -7, 10, 255, -256, 2**31, -2**31, 2**48 - 1, 2**48, -2**48, -2**48 - 1, 2**53 + 1, 2**62,
        2**63 - 1, 2**63, -2**63, -2**63 - 1, 2**64 - 1, 2**64, 1099511628211, 2**100 + 12345, 2**126, 2**127 - 1, 2**127,
        -2**127, -2**127 - 1, 2**128, 2**200 + 7, -3**150, 10**40, 2**1023, 2**61 - 1, -(2**61 - 1)]
FLOATS = ["0.0", "-0.0", "1.0", "-1.0", "0.5", "1.5", "2.5", "-2.5", "3.7", "1e16", "1e15", "123456789012345680.0", "1e22", "1e23",
          "1e-5", "0.0001", "1e308", "5e-324", "2.2250738585072014e-308", "float('inf')", "float('-inf')", "float('nan')",
          "9007199254740993.0", "0.1", "1/3", "1234.5", "12345.678", "1e100", "-1e-7", "2.675", "1e5", "0.30000000000000004"]
STRS = ["", "a", "abc", "Hello World", "  pad\t", "a,b,,c", "\xe9\xe8", "stra\xdfe", "\u0130stanbul", "\u039f\u0394\u03a5\u03a3\u03a3\u0395\u03a5\u03a3", "\u01c5x", "a\U0001f600b",
        "\ud800x", "1234", "\u0663\u0664", "\xb2", "\u2167", "aaaa", "a\nb\r\nc\x0bd\u2028e", "x\ty", "it's", 'say "x"', "\x00\x7f\xad\u200b", "\ufb01ne", "\u1e9e", "ab" * 20,
        "don't stop", "_id9", "9id", "\u4e2d\u6587", "\xa0", "title Case Here", "UPPER", "tab\tbed\n\ttab"]


def record(name, exprs):
    exprs = list(dict.fromkeys(exprs))
    # What the repository keeps is a sample; the tables were checked whole when they were made.
    if len(exprs) > LIMIT:
        keep = set(random.sample(range(len(exprs)), LIMIT))
        exprs = [e for i, e in enumerate(exprs) if i in keep]
    seen = set()
    with open("expr_%s.txt" % name, "w") as f:
        for e in exprs:
            e = ascii(e)[1:-1].replace("\\'", "'").replace("\\\\", "\\") if not e.isascii() else e
            if e in seen or "\n" in e:
                continue
            seen.add(e)
            try:
                r = ascii(eval(e, {}))
            except SyntaxError:
                raise
            except Exception as x:
                r = "!%s %s" % (type(x).__name__, ascii(str(x)))
            if "** (" in e and "j" in r and "(0.5)" not in e:
                # Powers of the C library are not always correctly rounded, and here the error is multiplied.
                continue
            if len(r) > 2000 or " at 0x" in r or "hash(memoryview" in e and r[0] != "!" and "==" not in e:
                continue
            f.write("%s\n= %s\n" % (e, r))


def lit(x):
    return ascii(x)


def ints():
    for a in INTS:
        for b in random.sample(INTS, 12) + [0, 3, -2]:
            for op in "+ - * // % & | ^ < == >=".split():
                yield "(%d) %s (%d)" % (a, op, b)
            yield "divmod(%d, %d)" % (a, b)
            if abs(a) < 2**1000 and b:
                yield "(%d) / (%d)" % (a, b)
        for s in (0, 1, 5, 33, 48, 63, 64, 65, 100, 127, 128, 200):
            yield "(%d) << %d" % (a, s)
            yield "(%d) >> %d" % (a, s)
        for e in (0, 1, 2, 3, 5, 10):
            yield "(%d) ** %d" % (a, e)
        for m in (1, 7, -7, 2**61 - 1, 2**70):
            yield "pow(%d, 65537, %d)" % (a, m)
            yield "pow(%d, -3, %d)" % (a, m)
        for u in "-x +x ~x abs(x) hash(x) float(x) str(x) bin(x) hex(x) oct(x) x.bit_length() x.bit_count() bool(x) int(x) x.as_integer_ratio() round(x,-1) round(x,-2) round(x,-20) x.conjugate() x.is_integer()".split():
            yield u.replace("x", "(%d)" % a)
        for n, order, signed in ((1, "big", False), (8, "little", True), (9, "big", True), (16, "little", False), (20, "big", True), (0, "big", False)):
            yield "(%d).to_bytes(%d, %r, signed=%r)" % (a, n, order, signed)
        for x in FLOATS[:26]:
            for op in "< <= == > !=".split():
                yield "(%d) %s (%s)" % (a, op, x)
                yield "(%s) %s (%d)" % (x, op, a)
    for x in (15, 25, 35, -15, -25, 150, 250, -150, 5, 50, 12345):
        for n in (-1, -2, -3, 0, 1, -10):
            yield "round(%d, %d)" % (x, n)
    for b in ("b''", "b'\\xff'", "b'\\x00\\x80'", "b'\\x80' + bytes(15)", "bytes(range(20))", "b'\\xff'*9"):
        for order in ("big", "little"):
            for s in (True, False):
                yield "int.from_bytes(%s, %r, signed=%r)" % (b, order, s)
    for s in ("'12'", "' 12\\n'", "'-12'", "'+ 12'", "'1_000'", "'_1'", "'1_'", "'1__0'", "'0x1f'", "''", "'-'", "'\u0663\u0664'", "b'12'", "b'x'", "bytearray(b'5')", "'9'*30", "'12.5'", "'0'*50", "12.9", "-12.9", "1e30", "None", "[]", "'\\x00'", "'1\\x002'", "1j", "memoryview(b'3')"):
        yield "int(%s)" % s
    for s, b in (("'0x1f'", 16), ("'0x1f'", 0), ("'1f'", 16), ("'0b101'", 0), ("'0o17'", 0), ("'017'", 0), ("'0'", 0), ("'00'", 0), ("'z'", 36), ("'z'", 35), ("'12'", 2), ("'0x_1f'", 0), ("'0_7'", 0), ("b'11'", 2), ("'1'", 1), ("'1'", 37), ("1", 10), ("'0b12'", 2), ("'-0xff'", 16), ("'f'*40", 16)):
        yield "int(%s, %d)" % (s, b)
    yield from ["1//0", "1%0", "divmod(1,0)", "1/0", "0**-1", "2**-1", "2**-2000", "(-2)**-3", "1<<-1", "1>>-1", "1<<(1<<70)", "0<<(1<<70)", "1>>(1<<70)", "-1>>(1<<70)", "pow(2,3,0)", "pow(2,-1,4)",
                "10**400/1", "float(10**400)", "10**400/10**399", "(2**2000)/(2**1999+1)", "int('9'*5000)", "str(10**5000)", "True+True", "True&False", "True|1", "True^True", "~True", "-True", "int(True)", "repr(True)", "bool([])", "bool(3)", "True*3", "True/2", "bool.__add__(True, 2)", "int.__add__(1, 'a')", "(1).__eq__('a')", "1 < 'a'", "1 + 'a'", "int('1', base='a')", "int(base=3)", "int(x=3)", "(1).to_bytes(1,3)", "(256).to_bytes(1)", "(-1).to_bytes(1)", "(1).real", "(5).imag", "(5).numerator", "(5).denominator", "int.from_bytes('a','big')", "int.from_bytes([1,2,3],'big')", "int.from_bytes([256])", "(5).__round__()", "(5).__round__('a')", "round(5)", "hash(-1)", "hash(2**61-1)", "hash(2**61-2)", "hash(-2**61)", "hash(2**300)", "pow(3, 4)", "pow(2.0, 3, 5)", "pow(0, 0)", "pow(0, 0, 1)", "3 .__pow__(2)", "3 .__rpow__(2)", "(3).__pow__(2, 5)", "int.__doc__[:10]", "(7).__index__()", "(7).__int__()", "(7).__float__()", "(7).__trunc__()", "(7).__ceil__()", "(7).__divmod__(2)", "(7).__rdivmod__(2)"]
    for _ in range(300):
        a = random.getrandbits(random.choice((30, 60, 64, 100, 127, 130, 300))) * random.choice((1, -1))
        b = random.getrandbits(random.choice((10, 50, 63, 64, 90, 128, 260))) * random.choice((1, -1))
        for op in "+ - * // % & | ^".split():
            yield "(%d) %s (%d)" % (a, op, b)
        yield "(%d) / (%d)" % (a, b)
        yield "hash(%d)" % a
        yield "float(%d)" % a
        yield "(%d * 1099511628211) & 0xFFFFFFFFFFFFFFFF" % a


def floats():
    xs = FLOATS + [repr(random.uniform(-1000, 1000)) for _ in range(20)] + [repr(random.uniform(-1, 1) * 10.0**random.randint(-300, 300)) for _ in range(30)]
    for x in xs:
        for u in "repr(x) -x abs(x) hash(x) int(x) round(x) x.hex() x.is_integer() x.as_integer_ratio() bool(x) str(x) float.fromhex(x.hex()) float(repr(x)) x.__floor__() x.__ceil__() x.__trunc__() x.real x.imag".split():
            if "hash" in u and "nan" in x:
                continue
            yield u.replace("x", "(%s)" % x, 9).replace("e(%s)p" % x, "exp").replace("he(%s)" % x, "hex").replace("fromhe(%s)" % x, "fromhex")
        for y in random.sample(FLOATS, 8) + ["3", "-2", "0.5"]:
            for op in "+ - * / // % ** < == >=".split():
                yield "(%s) %s (%s)" % (x, op, y)
            yield "divmod(%s, %s)" % (x, y)
        for n in (0, 1, 2, 3, -1, -2, 15, 20, -300, 400):
            yield "round(%s, %d)" % (x, n)
    for s in "1.5|  1.5\\n|1_0.5|1__0|_1|1e5|1E-5|inf|-Infinity|nan|+nan|-nan|infin|0x1p3|.5|5.|.|e5|1e|1e400|-1e400|1e-400|\u0663.5|1 2||+|--1|1e+5_0|1_.5|1e_5|1.5\\x00".split("|"):
        yield "float('%s')" % s
        yield "complex('%s')" % s
    for s in "0x1p3|0x1.8p1|0x.8p0|1.8|inf|-nan|0x1p-1074|0x1p-1075|0x1.8p-1074|0x1p1023|0x1p1024|0x1.fffffffffffff8p1023|0x1.fffffffffffff7p1023|0x|x|0x1.0p|0x1p+|  0x1p0 |0x1p0x|0x123456789abcdef01|0xap99999999999999999999|0x0p99999999999999999|-0x0.0p0|0x1..p0".split("|"):
        yield "float.fromhex('%s')" % s
    yield from ["float()", "float([])", "float(b'1.5')", "float('x'*5)", "float(None)", "float(1j)", "(2.5).__round__(None)", "(2.5).__round__(1.5)", "0.0**-1", "(-8.0)**(1/3)", "10.0**400", "(-2.0)**3", "2.0**0.5", "2**0.5", "10**-2", "1.0 + 10**400", "1e308*10", "float.__getformat__('double')", "(1.5).__eq__('a')", "1.5 < 'a'", "1.5 + 'a'", "pow(2.0,3.0)", "1e16+1", "float(2**1024-1)", "3.0.__rpow__(2)", "(0.5).__divmod__(0.25)", "float.fromhex(3)", "float(x=1)", "float('1', 2)"]
    cs = ["0j", "1j", "-1j", "1+2j", "1.5-2.5j", "complex(0.0,-0.0)", "complex(-0.0, 1)", "complex('inf')", "complex('nan+infj')", "1e300+1e300j", "-3-4j", "complex(-0.0,-0.0)"]
    for a in cs:
        for u in "repr(x) -x +x abs(x) hash(x) bool(x) x.real x.imag x.conjugate() str(x) x.__getnewargs__()".split():
            if "hash" in u and "nan" in a:
                continue
            yield u.replace("x", "(%s)" % a)
        for b in cs[:7] + ["2", "0.5", "0", "-1"]:
            for op in "+ - * / == !=".split():
                yield "(%s) %s (%s)" % (a, op, b)
            yield "(%s) %s (%s)" % (b, "-", a)
        for n in (0, 1, 2, 3, -1, -2, 5):
            yield "(%s) ** %d" % (a, n)
    for s in "1+2j|1-2j|j|-j|+j|1j|(1+2j)| ( 1+2j ) |1 + 2j|1e5+2e-3j|1e+5j|nan+infj|(1|1)|1+j2|1+2|1_0+2_0j|((1j))|infj|1+-2j|J".split("|"):
        yield "complex('%s')" % s
    yield from ["complex()", "complex(1,2)", "complex(1j,2j)", "complex('1',2)", "complex(1,'2')", "complex([])", "complex(1,[])", "complex(real=1)", "complex(imag=2)", "complex(real=1,imag=2j)", "1j < 2j", "1j // 2", "1j % 2", "1j/0", "0j**-1", "0j**1j", "pow(1j,2,3)", "int(1j)", "float(1j)", "complex(b'1')", "complex(None)", "complex(1.5, -0.0)", "complex(1, 2, 3)", "complex(-0.0, -0.0)", "1j == 1", "(1+0j) == 1", "2**53+1 == complex(2**53+1)", "complex(2**53) == 2**53"]


def formats():
    specs = ["", "d", "5", "<5", ">5", "^6", "=6", "*^7", "05", "+", " ", "-", "+d", " d", "x", "#x", "X", "#X", "b", "#b", "o", "#o", "08b", "#010x", "_", ",", "_x", "_b", ",d", "010,", "09,", "08,", "c", "n", "e", ".2f", "f", "g", "%", ".0%", "G", "E", ".3e", "0=8", "*=8", "+08d", "#012_b", "1000000000000000000000", ".5", "z", ",n", ",_", "_,", "y", "ab", "5.", "'", "\u20ac<5", "^", "#", "#c", "+c", "s", "0<5", "<05", "=+8", " =8,", "020_x", "020,", "\u0665", "z.1f", "{<5"]
    for v in (0, 1, -1, 42, -42, 1234567, -1234567, 2**70, -2**100, 65, True, 10**18):
        for s in specs:
            yield "format(%r, %s)" % (v, lit(s))
    fspecs = specs + [".0f", ".1f", ".10f", "10.3f", "<10.3f", "^+12.2e", "012.3f", "+.2f", " .2f", "#.0f", "#g", ".3g", ".3", ".10", ".0", ".17g", "g", "#.3g", "#.0e", ".0e", "z.0f", "z.2f", ",.2f", "_.2f", "015,.2f", "%", ".1%", "n", ".3n", "z", "+z.1f", "F", "G", ".0g", "08.3", "e", "020,", "020_", "0=+20,.3f", ".30f", ".50g", "x<20,.3e", "r", "10r", "#", "#.3", "#n", "#%", ".400g"]
    for v in ("0.0", "-0.0", "1.0", "-1.5", "3.14159", "1234567.891", "1e16", "1e15", "1e22", "1e-5", "0.0001", "float('inf')", "float('-inf')", "float('nan')", "-0.001", "0.5", "2.5", "99999.5", "1e100", "100.0", "123456.0", "0.045"):
        for s in fspecs:
            yield "format(%s, %s)" % (v, lit(s))
    for v in ("0j", "1j", "1+2j", "-1.5-2.5j", "1234567+1e20j", "complex('nan+infj')", "complex(-0.0,-0.0)"):
        for s in ("", ".2f", "20", "<20", "^20.1f", "+.1e", "05", "=9", "%", "g", ".3", ",", ",.2f", "*>20", "#", "z.0f", "d", "n", "F", "_", " .1f", "#.3g"):
            yield "format(%s, %s)" % (v, lit(s))
    for v in STRS[:8]:
        for s in ("", "s", "5", "<5", ">5", "^6", "*^7", "05", "=5", "+", " ", "#", ",", "_", ".2", "10.2s", ".0", "d", "z", "zs", "\u20ac^9", "ab", "0<5", "5.3"):
            yield "format(%s, %s)" % (lit(v), lit(s))
    yield from ["format([], 'x')", "format([])", "format(None, '5')", "format(1, 2)", "(1).__format__(2)", "format('a', 'd')", "format(object, 'x')"]
    fs = ["{}", "{0}", "{} {}", "{1} {0}", "{a}", "{a!r}", "{0!s:>5}", "{0:{1}}", "{:{}}", "{:{}.{}}", "{0.real}", "{0[0]}", "{0[a]}", "{a[k]}", "{{}}", "{{{}}}", "{", "}", "{}}", "{{}", "{!x}", "{!}", "{!r", "{!rx}", "{:", "{0", "{a.b.c}", "{0.}", "{0[}", "{0[]}", "{0[0]x}", "{0}{}", "{}{0}", "{a}{}", "{:{:{}}}", "{[1]}", "{.real}", "{0!a}", "{:>{w}}", "{0:{0:}}", "a{{b}}c", "{0.real.imag}", "{99999999999999999999}", "{0[99999999999999999999]}", "{a:*^{0}}", "{ }", "{0 }", "{-1}", "{0[-1]}", "{\u0661}", "{:%}", "{}\u20ac{}", "{0!r:^10}", "{a{b}}", "{:}", "{!s:}", "{!s:5}", "{0[a]b}", "{0[a}]}"]
    for f in fs:
        for args in ("5, 7, a=3, w=6", "'x', '\xe9', a={'k': 1}", "[1, 2], {'a': 5}", "", "3.5, 8, 2"):
            yield "%s.format(%s)" % (lit(f), args)
        yield "%s.format_map({'a': 1, 'w': 4})" % lit(f)
    ps = ["%s", "%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%#x", "%X", "%#o", "%o", "%i", "%u", "%.3d", "%8.3d", "%e", "%.2f", "%10.3f", "%-10.2f|", "%+.1f", "%g", "%#g", "%G", "%c", "%r", "%a", "%5s|", "%-5s|", "%.2s", "%5.1s", "%%", "%5%", "%s %s", "%*d", "%-*d|", "%.*f", "%(a)s", "%(a)5d", "%", "%z", "%ld", "%hd", "%0-5d|", "%(a", "%()s", "%.f", "%.0f", "%#.0f", "%F", "%E", "%020.5e", "%-#10x|", "%+05d", "% 05d", "%b", "%99999999999999999999d", "%.99999999999d", "%s%%", "%\u20ac", "%(a)s %(b)s", "%*.*f", "%l", "%5c|", "%-5c|", "%+s", "%05s", "%(a)s%s"]
    for p in ps:
        for a in ("5", "-5", "3.7", "'ab'", "(1, 2)", "(5, 3.14159)", "{'a': 1}", "()", "('x',)", "None", "65", "'\xe9'", "2**70", "[1]", "(6, 2, 3.14159)", "(5,)", "float('nan')", "float('-inf')", "True", "-0.0", "1j", "'\u20ac'"):
            yield "%s %% %s" % (lit(p), a)
    for p in ps:
        p = "b" + lit(p)
        if "\\u" in p:
            continue
        for a in ("5", "-5", "3.7", "'ab'", "b'ab'", "(1, b'2')", "{b'a': 1}", "b'x'", "bytearray(b'yz')", "255", "256", "None", "(5, 3.5)", "memoryview(b'mv')"):
            yield "%s %% %s" % (p, a)


def strings():
    for s in STRS:
        x = lit(s)
        for m in "lower upper title casefold capitalize swapcase isalnum isalpha isdecimal isdigit isnumeric isspace islower isupper istitle isidentifier isprintable isascii strip lstrip rstrip split rsplit splitlines expandtabs".split():
            yield "%s.%s()" % (x, m)
        for e in ("len(X)", "X[0]", "X[-1]", "X[1:3]", "X[::-1]", "X[::2]", "X[3:1:-1]", "X[-100:100]", "X*3", "X+'z'", "X+'\u20ac'", "list(X)", "X.splitlines(True)", "X.expandtabs(3)", "X.expandtabs(0)", "X.center(12)", "X.center(11,'*')", "X.ljust(9,'\u20ac')", "X.rjust(9)", "X.zfill(8)", "repr(X)", "ascii(X)", "X.partition('b')", "X.rpartition('b')", "X.split('b')", "X.rsplit('a',1)", "X.split(None,1)", "X.rsplit(None,1)", "X.replace('a','XX')", "X.replace('','-')", "X.replace('a','',1)", "X.replace('\u20ac','')", "X.find('a')", "X.rfind('a')", "X.count('a')", "X.count('')", "X.index('c')", "X.rindex('c')", "X.startswith('a')", "X.endswith(('c','d'))", "X.startswith('',1,0)", "X.removeprefix('a')", "X.removesuffix('c')", "X.strip('ab')", "X.lstrip('ab')", "X.rstrip('cd')", "X.join(['1','2','3'])", "'-'.join(X)", "X.translate({97: 'ZZ', 98: None, 99: 100})", "X.encode('utf-8','surrogatepass')", "X.encode()", "X.encode('ascii','replace')", "X.encode('latin-1','backslashreplace')", "X.encode('ascii','xmlcharrefreplace')", "X.encode('ascii')", "X.encode('latin-1')", "X.encode('utf-16')", "X.encode('utf-32')", "X.encode('ascii','ignore')", "X == 'abc'", "X < 'b'", "X >= 'Hello'", "'a' in X", "'' in X", "X.__getnewargs__()", "X.find('a',1)", "X.find('a',-2)", "X.find('',5)", "X.find('', 99)", "X.count('a',1,3)", "X.replace('aa','b')", "X.__contains__('b')", "X.split(',')", "X.rsplit(',',2)", "X.split('ab')"):
            yield x.join(e.replace("XX", "\1").split("X")).replace("\1", "XX")
    for a in STRS:
        for b in random.sample(STRS, 6):
            for op in "< <= == != > >= in +".split():
                yield "%s %s %s" % (lit(a), op, lit(b))
            yield "%s.find(%s)" % (lit(a + b + a), lit(b))
            yield "%s.rfind(%s)" % (lit(a + b + a), lit(a))
            yield "%s.replace(%s, '<>')" % (lit(a + b + a), lit(b))
            yield "%s.split(%s)" % (lit(a + b + a), lit(b))
    yield from ["'a'+1", "'a'[1.5]", "'a'[5]", "'a'[2**80]", "'a'.join([1])", "'a'.join(3)", "'ab'.replace(1,2)", "'ab'.replace('a',2)", "1 in 'a'", "'a'*1.5", "'a'*-1", "'a'*True", "3*'ab'", "''.center(3,'ab')", "''.center(3,1)", "'a'.find(1)", "'a'.find('a','b')", "'a'.startswith(1)", "'a'.startswith((1,))", "'a'.startswith('a',None,None)", "'a'.index('b')", "'a'.rindex('b')", "'a'.split('')", "'a'.rsplit('')", "'a'.split(1)", "'a'.split('a','b')", "'a'.split(sep='a',maxsplit=1)", "'a'.split(x=1)", "'a'.partition('')", "'a'.partition(1)", "'a'.strip(1)", "'a'.lstrip(1)", "'a'.count(1)", "'a'.encode(1)", "'a'.encode('utf8','x\\0')", "str(b'a','x')", "str(1,'utf8')", "str('a','utf8')", "str(b'a','utf8')", "str(b'\\xff','utf8','replace')", "str(b'\\xff',errors='ignore')", "str(object=5)", "str()", "str(1,2,3,4)", "'a'.zfill('1')", "'a'.splitlines(1,2)", "'a'.removeprefix(3)", "'a'.translate(3)", "'abc'.translate([1,2])", "'abc'.translate({97:2**30})", "'abc'.translate({97:1.5})", "str.maketrans('ab','c')", "str.maketrans('ab','cd','e')", "str.maketrans({'a':1,98:None})", "str.maketrans(3)", "str.maketrans({'ab':1})", "str.maketrans({1.5:1})", "str.maketrans(1,2)", "str.maketrans('a',2)", "str.maketrans(1,'a')", "str.maketrans('a','b',3)", "'a'.upper(1)", "'a'.expandtabs('x')", "'a'.expandtabs(2**40)", "'a'.expandtabs(tabsize=2)", "str.lower(5)", "str.upper()", "'%s' % ()", "'a'.__add__(1)", "'a'.__eq__(1)", "'a'.__lt__(1)", "'a' < 1", "'abc'.__getitem__(slice(0,2))", "'abc'.__len__()", "'abc'.__mul__(2)", "'abc'.__rmul__(2)", "hash('') == 0", "iter('ab').__length_hint__()", "'x'.__format__('5')", "'a b'.title()", "\"it's\".title()", "'\u01c6abc'.title()", "'\u01c6abc'.capitalize()", "'\ufb01'.upper()", "'\u0149'.upper()", "'\u1f80'.upper()", "'\u1f80'.title()", "'\u03a3'.lower()", "'A\u03a3'.lower()", "'A\u03a3B'.lower()", "'A.\u03a3'.lower()", "'A\u0345\u03a3'.lower()", "'\u10d0'.upper()", "'\u13a0'.casefold()", "'\uab70'.casefold()", "'\U0001f600'*3", "'x'.join(('a','\u20ac'))", "''.join([])", "''.join(['a'])", "'\u20ac'.join('ab')", "'abcabc'.rsplit('c',1)", "' a  b '.split(' ')", "'a'.isidentifier()", "''.isprintable()", "''.isascii()", "''.isalpha()", "' '.join(iter('abc'))", "'a'.encode(encoding='ascii',errors='strict')", "'\xe9'.encode('ascii','surrogateescape')", "'\udc80'.encode('utf-8','surrogateescape')", "'\udc80\xe9'.encode('ascii','surrogateescape')", "'\ud800'.encode('utf-16-le','surrogatepass')" if 0 else "''"]


def bytestrings():
    B = [b"", b"a", b"abc", b"Hello World", b"  pad\t", b"a,b,,c", b"\xff\xfe", b"\x00\x7f\x80", b"1234", b"it's", b'say "x"', b"a\nb\r\nc\x0bd", b"x\ty", b"UPPER", b"Title Case", b"aaaa", b"-12"]
    for kind in ("", "bytearray"):
        for s in B:
            x = repr(s) if not kind else "bytearray(%r)" % s
            for m in "lower upper title capitalize swapcase isalnum isalpha isdigit isspace islower isupper istitle isascii strip lstrip rstrip split rsplit splitlines expandtabs hex decode".split():
                yield "%s.%s()" % (x, m)
            for e in ("len(X)", "X[0]", "X[-1]", "X[1:3]", "X[::-1]", "X[::2]", "X*3", "X+b'z'", "list(X)", "X.splitlines(True)", "X.center(12)", "X.center(11,b'*')", "X.ljust(9,b'.')", "X.rjust(9)", "X.zfill(8)", "repr(X)", "str(X)", "X.partition(b'b')", "X.rpartition(b'b')", "X.split(b'b')", "X.rsplit(b'a',1)", "X.split(None,1)", "X.rsplit(None,1)", "X.replace(b'a',b'XX')", "X.replace(b'',b'-')", "X.replace(b'a',b'',1)", "X.find(b'a')", "X.rfind(b'a')", "X.find(97)", "X.count(b'a')", "X.count(97)", "X.count(b'')", "X.index(b'c')", "X.rindex(99)", "X.startswith(b'a')", "X.endswith((b'c',b'd'))", "X.removeprefix(b'a')", "X.removesuffix(b'c')", "X.strip(b'ab')", "X.rstrip(b'cd')", "X.join([b'1',b'2',bytearray(b'3')])", "X.translate(None,b'a')", "X.translate(bytes(range(255,-1,-1)))", "X.decode('latin-1')", "X.decode('ascii','replace')", "X.decode('utf-8','backslashreplace')", "X.decode('utf-8','surrogateescape')", "X.decode('ascii')", "X.decode('utf-16','replace')", "X == b'abc'", "X < b'b'", "b'a' in X", "97 in X", "X.hex(':')", "X.hex('-',2)", "X.hex('-',-2)", "bytes(X)", "bytearray(X)", "memoryview(X).tolist()", "X == bytearray(b'abc')", "X.isascii()", "X.expandtabs(3)", "X.__reduce_ex__(2)" if kind else "X.__getnewargs__()", "X.find(b'',1,0)"):
                yield e.replace("X", x) if "XX" not in e else e.replace("XX", "\1").replace("X", x).replace("\1", "XX")
    yield from ["bytes(-1)", "bytes([256])", "bytes('a')", "bytes('a','utf8',1)", "bytes('\xe9','latin-1')", "bytes(1.5)", "bytes([1.5])", "bytes(5)", "bytes()", "bytes(range(5))", "bytes([1,'a'])", "bytes(None)", "b'a'+1", "b'a'[1.5]", "b'a'[3]", "300 in b'a'", "'a' in b'a'", "b'a'.join(['a'])", "b'a'.join(3)", "b'a'.find('a')", "b'a'.find(300)", "b'a'.replace('a',b'')", "b'a'.startswith('a')", "b'a'.startswith(('a',))", "b'a'.split('a')", "b'a'.split(b'')", "b'a'.strip('a')", "b'a'.center(3,'x')", "b'a'.center(3,b'xx')", "b'a'.center(3,bytearray(b'x'))", "b'a'.translate(b'')", "b'a'.translate(3)", "bytes.maketrans(b'a',b'')", "bytes.maketrans(b'ab',b'cd')[95:101]", "bytes.fromhex('a')", "bytes.fromhex('zz')", "bytes.fromhex(b'')", "bytes.fromhex(' 0A b9\\n')", "bytes.fromhex('0 a')", "bytearray.fromhex('0a')", "b'a'.hex('')", "b'a'.hex('\xff')", "b'a'.hex(1)", "b'abcde'.hex(b':',3)", "b'abc'.hex(sep=':')", "b'abc'.hex(bytes_per_sep=2)", "bytearray(b'a').append(300)", "bytearray(b'a').append('a')", "bytearray().pop()", "bytearray(b'a').pop(4)", "bytearray(b'ab').pop(0)", "bytearray(b'a').remove(3)", "bytearray(b'a').extend('a')", "bytearray(b'a').extend(1)", "bytearray(b'a').insert('a',1)", "bytearray(b'a').__setitem__(0,300)", "bytearray(b'a').__setitem__(9,3)", "bytearray(b'a').__setitem__(slice(0,1),3)", "bytearray(b'a').__setitem__('a',3)", "bytearray(b'abcd').__setitem__(slice(0,4,2),b'xxx')", "bytearray(b'a').__delitem__(5)", "b'a'.index(b'z')", "b'a'.expandtabs('a')", "b'a'.removeprefix('a')", "b'a'.count('a')", "bytes(b'a',encoding='a')", "bytes(encoding='a')", "bytes(1,errors='a')", "bytearray('a')", "bytearray(1.5)", "bytearray(-1)", "bytearray([300])", "b'a'.zfill('a')", "b'a'.decode(1)", "b'a' == 'a'", "b'a' < 'a'", "hash(bytearray())", "bytes(10**20)", "bytes(2**62)", "b'a'*10**19",
                "[x := bytearray(b'abcdef'), x.__setitem__(slice(1,3),b'XYZW'), x]", "[x := bytearray(b'abcdef'), x.__delitem__(slice(None,None,2)), x]", "[x := bytearray(b'abcdef'), x.__delitem__(slice(4,0,-2)), x]", "[x := bytearray(b'abcdef'), x.__setitem__(slice(None,None,2),b'123'), x]", "[x := bytearray(b'abc'), x.extend([1,2]), x.append(3), x.insert(0,65), x.insert(-1,66), x.reverse(), x.pop(), x]", "[x := bytearray(b'abc'), x.__iadd__(b'd'), x.__imul__(2), x.clear(), x]", "[x := bytearray(b'abc'), m := memoryview(x), x.append(1)]"]
    M = ["memoryview(b'abcdef')", "memoryview(b'abcdef')[1:5]", "memoryview(b'abcdef')[::2]", "memoryview(b'abcdef')[::-1]", "memoryview(b'abcdefgh').cast('H')", "memoryview(b'abcdefgh').cast('q')", "memoryview(b'abcdefgh').cast('f')", "memoryview(b'abcdefgh').cast('B',[2,4])", "memoryview(b'abcdefgh').cast('H',(2,2))", "memoryview(bytearray(b'abc'))", "memoryview(b'')", "memoryview(b'a').cast('B',[])" if 0 else "memoryview(b'a')", "memoryview(b'abcd').cast('c')", "memoryview(b'\\x00\\x01').cast('?')", "memoryview(b'abcd').cast('e')", "memoryview(b'abcd').cast('@I')", "memoryview(b'ab').toreadonly()"]
    for m in M:
        for e in "M.tolist() M.tobytes() bytes(M) len(M) M.nbytes M.itemsize M.format M.ndim M.shape M.strides M.suboffsets M.readonly M.c_contiguous M.f_contiguous M.contiguous M.obj M[0] M[-1] M[99] M[1:3].tolist() M[0,0] M[1,1] M[2,0] M[...] list(M) M.hex() M.hex(':') hash(M) M==b'abcdef' M!=b'abc' M.cast('B').tolist() M.tobytes('F') M.tobytes('A') M.tobytes(None) M['a'] M[1.5] M[0:1,0:1] M.__setitem__(0,1)".split():
            yield e.replace("M", m)
    yield from ["memoryview(1)", "memoryview('a')", "memoryview(b'a').__setitem__(0,1)", "memoryview(bytearray(b'a')).__setitem__(0,300)", "memoryview(bytearray(b'a')).__setitem__(0,'a')", "memoryview(b'ab').cast('h').cast('i')", "memoryview(b'ab').cast('x')", "memoryview(b'abc').cast('H')", "memoryview(b'abcd').cast('B',[2,3])", "memoryview(b'abcd').cast('B',[0])", "memoryview(b'abcd').cast('B',['a'])", "memoryview(b'abcd').cast('B',3)", "memoryview(b'abcd').cast(1)", "memoryview(b'abcd')[::2].cast('H')", "memoryview(b'ab') == memoryview(b'ab').cast('c')", "memoryview(b'a\\0b\\0').cast('H') == memoryview(b'ab')", "memoryview(b'ab').tobytes('X')", "memoryview(b'ab').tobytes(3)", "memoryview(object=b'a').tolist()", "memoryview()",
                "[b := bytearray(b'abcdef'), m := memoryview(b), m.__setitem__(slice(0,2),b'XY'), b]", "[b := bytearray(b'abcdef'), m := memoryview(b), m.__setitem__(slice(0,2),b'XYZ'), b]", "[b := bytearray(b'abcdef'), m := memoryview(b), m[::2].__setitem__(1,90), b]", "[b := bytearray(8), m := memoryview(b).cast('d'), m.__setitem__(0,1.5), b][0]", "[b := bytearray(8), m := memoryview(b).cast('h'), m.__setitem__(0,-2), m.tolist()][-1]", "[b := bytearray(8), m := memoryview(b).cast('h'), m.__setitem__(0,40000)]", "[b := bytearray(8), m := memoryview(b).cast('f'), m.__setitem__(0,'a')]", "[b := bytearray(b'abc'), m := memoryview(b), m.release(), b.append(1), b][-1]", "[m := memoryview(b'abc'), m.release(), m.tolist()]", "[b := bytearray(b'abcdef'), m := memoryview(b), m.__setitem__(slice(1,4),m[0:3]), b][-1]", "[m := memoryview(bytearray(2)), m.__delitem__(0)]", "hash(memoryview(b'abc')) == hash(b'abc')"]


def codecs_():
    data = [b"", b"abc", b"\xc3\xa9", b"\xc3", b"\xff", b"a\xffb", b"\xe2\x82\xac", b"\xe2\x82", b"\xe2\x28\xa1", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\xf0\x9f\x98", b"\xf0\x80\x80\x80", b"\xf4\x90\x80\x80", b"\xc0\x80", b"\x80\x80", b"a\xc3\xa9\xff\xfe", b"\xff\xfea\x00", b"\xfe\xff\x00a", b"\xff\xfe\x00\xd8", b"\xff\xfe\x00\xd8a\x00", b"\xff\xfe\x00\xdc", b"\xff\xfea", b"\x00\xd8\x00\xdc", b"\xff\xfe\x00\x00a\x00\x00\x00", b"\x00\x00\xfe\xff\x00\x00\x00a", b"a\x00\x00\x00\x00\xd8\x00\x00", b"\xff\xff\xff\xff", b"\x00\xd8\x00"]
    for d in data:
        for enc in ("utf-8", "ascii", "latin-1", "utf-16", "utf-32"):
            for err in ("strict", "replace", "ignore", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace"):
                yield "%r.decode(%r, %r)" % (d, enc, err)
    for s in ("", "abc", "\xe9", "a\xe9\u20acb", "\U0001f600", "\ud800", "a\udc80b", "\ud800\udc00", "\udcff\u20ac", "\u20ac\ud800\ud801x"):
        for enc in ("utf-8", "ascii", "latin-1", "utf-16", "utf-32", "UTF8", "ISO-8859-1", "us-ascii"):
            for err in ("strict", "replace", "ignore", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace"):
                yield "%s.encode(%r, %r)" % (lit(s), enc, err)


record("int", ints())
record("float", floats())
record("format", formats())
record("str", strings())
record("bytes", bytestrings())
record("codec", codecs_())
