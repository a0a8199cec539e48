# binascii and base64: values, corner cases and messages.
import binascii, base64, array, quopri

def show(f, *a, **k):
    try:
        print(f.__name__, *a, *k.items(), '->', repr(f(*a, **k)))
    except Exception as e:
        print(f.__name__, *a, *k.items(), '->', type(e).__name__, e)

B = binascii
for d in b'', b'a', b'ab', b'abc', b'abcd', bytes(range(256)), bytearray(b'xyz'), array.array('H', [258, 772]):
    show(B.b2a_base64, d); show(B.b2a_base64, d, newline=False)
    show(B.hexlify, d); show(B.crc32, d); show(B.crc32, d, 12345); show(B.crc_hqx, d, 0); show(B.crc_hqx, d, 0xFFFF)
    show(B.b2a_qp, d)
    if len(d) < 46: show(B.b2a_uu, d); show(B.b2a_uu, d, backtick=True)
show(B.b2a_uu, b'x' * 45); show(B.b2a_uu, b'x' * 46); show(B.b2a_uu, b'\0' * 4, backtick=True)
for f in B.b2a_base64, B.hexlify, B.b2a_uu, B.b2a_qp, B.crc32, B.a2b_base64, B.a2b_hex, B.unhexlify, B.a2b_uu, B.a2b_qp:
    show(f, 'é'); show(f, 'ab'); show(f, 1); show(f, None); show(f); show(f, b'', 1, 2, 3, 4, 5)
show(B.crc_hqx, b''); show(B.crc_hqx, b'', 'x'); show(B.crc_hqx, b'ab', -1); show(B.crc_hqx, b'ab', 2**40); show(B.crc32, b'ab', -1); show(B.crc32, b'ab', 2**40); show(B.crc32, b'a', 1.5)
show(B.crc32, b'a', 2**70); show(B.crc_hqx, b'a', 2**70)
for sep in ':', b':', '', '::', 'é', b'\xff', 1, None, '\u20ac':
    for n in 1, 2, 3, -2, 0, 100:
        show(B.hexlify, b'abcdefg', sep, n)
show(B.hexlify, b'abc', sep='-', bytes_per_sep=2); show(B.hexlify, b'', ':'); show(B.hexlify, b'abc', '-', 'x'); show(B.b2a_hex, data=b'q')
for h in b'', '', b'61', '6162', 'aBcD', b'6', 'x1', '6g', ' 61', '61 62', b'61\n':
    show(B.unhexlify, h)
for s in (b'', b'YQ==', b'YWI=', b'YWJj', b'YQ', b'YQ=', b'Y', b'YWJjZ', b'YQ==YQ==', b'YQ==\n', b'Y Q = =', b'Y\nQ=\n=', b'====', b'=', b'==', b'YQ=a', b'YQ=a=', b'YWJj=', b'YWJj==', b'Y=Q=', b'-_-_',
          b'++//', b'!YQ==', b'YQ==!', b'YQ!==', b'YWI=abcd', b'YW I=', b'A', b'AA', b'AAA', b'AAAA', b'AAAAA', b'AAAAA=', b'=AAAA', b'\n', b'YQ===', b'YW=J', 'YQ==', 'YQ'):
    show(B.a2b_base64, s); show(B.a2b_base64, s, strict_mode=True)
for s in b'', b'#86)C\n', b'#86)C', b'#86)C   \n', b'#86)Cxx', b'$86)C9\n', b' \n', b'`\n', b'!\xff', b'"8', b'#86)C\r\n', b'\x7f', b'#86)\x01', b'M' + b'8' * 60 + b'\n', b'M\n':
    show(B.a2b_uu, s)
for s in (b'', b'a=20b', b'a=\nb', b'a=\r\nb', b'a=', b'a==', b'=3D', b'=3', b'=zz', b'a_b', b'=4a=4A', b'a =\n', b'=\r', b'a=  \nb', 'abc', b'x=41\n'):
    show(B.a2b_qp, s); show(B.a2b_qp, s, header=True)
for s in (b'a=b', b'a b \n', b'a\tb\t', b'.', b'.\n', b'a\n.\n', b'\xff\n', b'x' * 80, b'=' * 40, b'a ' * 50, b'abc \r\ndef\t\r\n', b'\r', b'\n', b'\r\n', b'a\rb', b'_x_', b' ', b'\t', b'x\0y', b'e' * 75 + b'=', b'e' * 76 + b'\n', b'e' * 77, b' ' * 77, b'a' * 74 + b' \n'):
    for k in {}, {'quotetabs': True}, {'istext': False}, {'header': True}:
        show(B.b2a_qp, s, **k)
print(B.Error.__mro__, B.Incomplete.__mro__, B.Error.__module__)
for enc, dec in ((base64.b64encode, base64.b64decode), (base64.urlsafe_b64encode, base64.urlsafe_b64decode), (base64.b32encode, base64.b32decode), (base64.b32hexencode, base64.b32hexdecode), (base64.b16encode, base64.b16decode),
                 (base64.a85encode, base64.a85decode), (base64.b85encode, base64.b85decode), (base64.z85encode, base64.z85decode), (base64.encodebytes, base64.decodebytes)):
    for d in b'', b'a', b'hello world', bytes(range(200, 256)):
        e = enc(d)
        print(enc.__name__, e, dec(e) == d)
show(base64.b64decode, 'a', validate=True); show(base64.b64decode, b'YQ==@', validate=True); show(base64.b64encode, 'x'); show(base64.b64decode, 'YWJj-_', b'-_'); show(base64.b32decode, b'abc'); show(base64.b16decode, b'ag')
print(quopri.encodestring(b'a=b \xff\n'), quopri.decodestring(b'a=3Db=20=FF\n'))
print(bytes.fromhex(B.hexlify(b'round').decode()))
