# zlib: checksums, what decompresses to what, streams that stop and go on, and errors. Compressed bytes themselves differ.
import zlib, gzip, io, zipfile, tarfile, random, binascii

def show(f, *a, **k):
    try:
        print(getattr(f, '__name__', f), *[x if not isinstance(x, bytes) or len(x) < 40 else len(x) for x in a], k, '->', repr(f(*a, **k))[:100])
    except Exception as e:
        print(getattr(f, '__name__', f), *[x if not isinstance(x, bytes) or len(x) < 40 else len(x) for x in a], k, '->', type(e).__name__, e)

show(zlib.crc32, b'abc'); show(zlib.crc32, b'abc', 5); show(zlib.adler32, b'abc'); show(zlib.adler32, b'x' * 100000); show(zlib.adler32, b'abc', 2**32 - 1); show(zlib.adler32, 'x')
random.seed(1)
datas = [b'', b'a', b'abc' * 1000, bytes(random.randrange(256) for _ in range(70000)), b' '.join(str(i * i).encode() for i in range(20000))]
for d in datas:
    for level in -1, 0, 1, 6, 9:
        for wbits in 15, -15, 31, 9:
            c = zlib.compress(d, level, wbits)
            if zlib.decompress(c, wbits) != d: print('wrong', len(d), level, wbits)
    c = zlib.compress(d); o = zlib.decompressobj(); out = b''.join(o.decompress(c[i:i + 1]) for i in range(len(c))) + o.flush()
    print(out == d, o.eof, o.unused_data, o.unconsumed_tail)
    o = zlib.decompressobj(); out = o.decompress(c + b'tail', 100)
    while o.unconsumed_tail and not o.eof: out += o.decompress(o.unconsumed_tail, 100)
    print(out + o.flush() == d, o.eof, o.unused_data)
    o = zlib._ZlibDecompressor(); out = o.decompress(c + b'zz', 50)
    while not o.eof: out += o.decompress(b'', 50)
    print(out == d, o.eof, o.unused_data, o.needs_input)
for b in (b'', b'x', b'\x78\x9c', b'\x78\x9d\x00', b'\x79\x9c\x03\x00', b'\x78\x9c\x07\x00\x00', b'\x78\x9c\x01\x01\x00\x00\x00', b'\x78\x9c\x03\x00\x00\x00\x00\x02', b'\x78\x9c\x03\x00\x00\x00\x00\x01', b'\x88\x1c\x03\x00', b'\x78\xbb\x00\x00\x00\x01'):
    show(zlib.decompress, b); show(zlib.decompressobj().decompress, b)
show(zlib.decompress, b'\x03\x00', -15); show(zlib.decompress, b'\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x03\x00' + b'\0' * 8, 31); show(zlib.decompress, b'\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x03\x00' + b'\0' * 8, 47); show(zlib.decompress, b'\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x03\x00' + b'\1' * 8, 31)
show(lambda: zlib.decompress(zlib.compress(b"x")[:-1])); show(zlib.decompress, 'x'); show(zlib.compress, 'x'); show(zlib.compress, b'x', 10); show(zlib.compress); show(zlib.decompressobj, 99); show(zlib.compressobj, 10); show(zlib.compressobj, wbits=3); show(zlib.decompressobj().decompress, b'', -1); show(zlib.decompressobj().flush, 0); show(zlib.decompress, b'', bufsize=-1)
o = zlib.compressobj(); a = o.compress(b'hello ') + o.flush(zlib.Z_SYNC_FLUSH); d = zlib.decompressobj(); print(d.decompress(a), d.eof); b = o.compress(b'world') + o.flush(); e = d.copy(); print(d.decompress(b), d.eof, e.decompress(b), e.eof); show(o.flush); show(d.decompress, b'more'); print(d.unused_data)
zd = b'common words of the text'; o = zlib.compressobj(zdict=zd); c = o.compress(b'the common text of words') + o.flush(); d = zlib.decompressobj(zdict=zd); print(d.decompress(c)); show(lambda: zlib.decompress(c)); show(lambda: zlib.decompressobj(zdict=b"other").decompress(c))
o = zlib.compressobj(wbits=-15, zdict=zd); c = o.compress(b'the common text of words') + o.flush(); print(zlib.decompressobj(-15, zd).decompress(c))
b = io.BytesIO()
with gzip.open(b, 'wt') as f: f.write('line\n' * 1000)
b.seek(0); print(len(gzip.open(b).readlines()), gzip.decompress(gzip.compress(b'data') + gzip.compress(b'more')))
b = io.BytesIO()
with zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('a/b.txt', 'text' * 500)
with zipfile.ZipFile(b) as z: print(z.testzip(), z.namelist(), len(z.read('a/b.txt')))
b = io.BytesIO()
with tarfile.open(fileobj=b, mode='w:gz') as t:
    i = tarfile.TarInfo('x'); i.size = 3; t.addfile(i, io.BytesIO(b'abc'))
b.seek(0); print(tarfile.open(fileobj=b).extractfile('x').read())
