# bytes and bytearray: construction, methods, mutation, errors.
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
t("bytes()", "bytes(3)", "bytes([1, 2, 255])", "bytes('é', 'utf-8')", "bytes(b'x')", "bytes(range(3))", "bytes('a')", "bytes([256])", "bytes([-1])", "bytes(-1)", "bytes(1.5)", "bytes(['a'])", "bytes(5, 'x')", "bytes(None)", "bytes(bytearray(b'q'))", "bytes(10**15)", "bytes(10**30)", "b'abc'[0]", "b'abc'[-1]", "b'abc'[1:]", "b'abc'[::-1]", "b'abc'[5]", "b'abc'['a']", "b'a' + b'b'", "b'a' + 'b'", "b'a' + bytearray(b'b')", "b'ab' * 2", "97 in b'abc'", "b'bc' in b'abc'", "'a' in b'abc'", "300 in b'abc'", "b'a' < b'b'", "b'a' == 'a'", "b'a' == bytearray(b'a')", "list(b'abc')", "len(b'\\x00\\xff')", "hash(b'')", "hash(b'abc') == hash('abc')")
t("b'abc'.decode()", "b'\\xc3\\xa9'.decode('utf-8')", "b'\\xff'.decode()", "b'\\xff'.decode('latin-1')", "b'\\xff'.decode('ascii')", "b'\\xc3'.decode('utf-8', 'replace')", "b'\\xe2\\x82x'.decode('utf-8', 'backslashreplace')", "b'\\xff\\x80'.decode('utf-8', 'surrogateescape')", "b'a\\x00'.decode('utf-16-le')", "b'a'.decode('utf-16-le')", "b'\\xff\\xfea\\x00'.decode('utf-16')", "b'abc'.hex()", "b'abcdef'.hex('-', 2)", "b'abc'.hex(':')", "bytes.fromhex('61 62')", "bytes.fromhex('6')", "bytes.fromhex('zz')", "b'\\xed\\xa0\\x80'.decode()", "b'\\xf0\\x9d\\x84\\x9e'.decode()", "b'x'.decode('nope')")
t("b'abc'.capitalize()", "b'a b'.split()", "b'a,b'.split(b',')", "b'a,b'.split(',')", "b','.join([b'a', bytearray(b'b')])", "b','.join(['a'])", "b'abc'.find(b'c')", "b'abc'.find(99)", "b'abc'.index(b'z')", "b'abc'.replace(b'b', b'xx')", "b'abc'.startswith((b'x', b'a'))", "b'abc'.startswith('a')", "b' x '.strip()", "b'xax'.strip(b'x')", "b'Ab'.swapcase()", "b'ab'.upper()", "b'ab cd'.title()", "b'a-b'.partition(b'-')", "b'abab'.count(b'ab')", "b'abab'.count(97)", "b'5'.zfill(3)", "b'a'.center(5, b'*')", "b'a'.ljust(3)", "b'abc'.translate(bytes(range(256)), b'b')", "b'abc'.translate(None, b'a')", "bytes.maketrans(b'ab', b'xy')[95:100]", "b'abc'.translate(b'x')", "b'a\\nb'.splitlines()", "b'a\\tb'.expandtabs(4)", "b'12'.isdigit()", "b'ab'.isalpha()", "b'a1'.isalnum()", "b' '.isspace()", "b'Ab'.istitle()", "b'\\x80'.isascii()", "b'prefix'.removeprefix(b'pre')", "b'a'.rjust(3, b'xy')", "b'%d %s %b %a %x %c' % (5, b'x', b'y', 'é', 255, 65)", "b'%s' % 'x'", "b'%5.1f|%-4d|' % (2.55, 3)", "b'%c' % 256", "b'%(a)s' % {b'a': b'v'}", "b'abc'.rfind(b'')", "b'a'.join([])", "b'abc'.endswith(b'bc')", "b'a b c'.rsplit(None, 1)")
def steps():
    b = bytearray(b"abc")
    b.append(100); print(b)
    b.extend([101, 102]); print(b)
    b.extend(b"gh"); b += b"i"; print(b)
    b[0] = 65; print(b)
    b[1:3] = b"XYZ"; print(b)
    b[::2] = b"-" * len(b[::2]); print(b)
    del b[0]; del b[1:3]; print(b)
    b.insert(1, 33); print(b, b.pop(), b.pop(0), b)
    b.remove(33); b.reverse(); print(b)
    b *= 2; print(b, b.copy() is b, b.copy() == b)
    b.clear(); print(b, len(b))
    c = bytearray(5)
    c[:] = range(5); print(c, c.upper(), c.find(3), c.hex(), c.decode())
    return c
steps()
ba = bytearray(b"abc")
t("ba.append(256)", "ba.append('a')", "ba.pop(9)", "bytearray().pop()", "ba.remove(1)", "ba.__setitem__(0, 300)", "ba.__setitem__(9, 1)", "ba.__setitem__(slice(0, 1), 'x')", "ba.__setitem__(slice(None, None, 2), b'x')", "ba.extend('a')", "ba.extend([1, 'a'])", "hash(ba)", "bytearray('a')", "bytearray(-1)", "bytearray('é', 'utf-16-le')", "ba + b'd'", "ba + 'x'", "type(ba + b'x').__name__", "type(b'x' + ba).__name__", "ba == b'abc'", "ba.insert(0, -1)", "ba.__delitem__(7)", "bytes(ba)", "ba[1]", "ba[::-1]", "b'b' in ba", "ba < b'abd'", "ba.isalpha()", "bytearray.fromhex('00 ff')", "ba.__alloc__() > 0", "ba % ()", "bytearray(b'%d') % 5", "ba.translate(None, delete=b'b')", "ba.startswith(b'a')", "ba.join([b'1', b'2'])", "iter(ba).__length_hint__()", "bytearray(b'x' * 3).count(b'x')")
class B(bytes):
    def __repr__(self): return "B" + bytes.__repr__(self)
class HasB:
    def __bytes__(self): return b"hb"
class HasBBad:
    def __bytes__(self): return "x"
t("B(b'a')", "B(b'a') + b'b'", "bytes(HasB())", "bytes(HasBBad())", "bytes(B(b'x'))", "B(HasB())", "type(bytes(B(b'x'))).__name__", "repr(B(b'\\''))", "str(b'x')", "b'' or 'empty'", "bytes(memoryview(b'mv'))", "memoryview(b'abc')[1]", "memoryview(b'abc')[1:].tobytes()", "memoryview(ba).readonly", "memoryview(b'ab').tolist()")
data = bytes(i * 37 % 256 for i in range(64))
print(data)
x = 0
for byte in data * 20:
    x = (x * 31 + byte) & 0xFFFFFFFF
print(x)
