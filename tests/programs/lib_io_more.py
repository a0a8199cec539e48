# io: StringIO, BytesIO, buffered and text layers
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import io
s = io.StringIO("one\ntwo\r\nthree"); print(repr(s.read(4)), repr(s.readline()), s.tell(), s.readlines(), s.seek(0), list(s), s.getvalue()); s.seek(0, 2); s.write("!"); s.seek(2); s.truncate(); print(s.getvalue(), s.readable(), s.writable(), s.seekable(), s.closed); s.close()
attempt(lambda: s.read()); attempt(lambda: io.StringIO(5)); attempt(lambda: io.StringIO().write(b"a")); attempt(lambda: io.StringIO("abc").seek(1, 1)); attempt(lambda: io.StringIO("abc").seek(-1)); attempt(lambda: io.StringIO("abc").fileno())
print(repr(io.StringIO("a\r\nb\rc", newline=None).read()), io.StringIO("a\nb", newline="").readlines(), io.StringIO("a\r\nb", newline="\r\n").readlines(), io.StringIO(newline="\r\n").write("a\nb"))
b = io.BytesIO(b"hello world"); print(b.read(5), b.tell(), b.seek(-5, 2), b.read(), b.getvalue(), b.read1(), b.readinto(bytearray(3))); b.seek(0); b.write(b"HE"); print(b.getvalue(), bytes(b.getbuffer()[:3])); ba = bytearray(4); b.seek(6); print(b.readinto(ba), ba, b.readline(), b.truncate(3), b.getvalue())
attempt(lambda: io.BytesIO("a")); attempt(lambda: io.BytesIO().write("a")); attempt(lambda: io.BytesIO(b"a").seek(-1)); attempt(lambda: io.BytesIO(b"a").read("x"))
r = io.BufferedReader(io.BytesIO(b"0123456789" * 3), buffer_size=8); print(r.peek(3)[:3], r.read(4), r.read1(2), r.readline(), r.tell()); w = io.BytesIO(); bw = io.BufferedWriter(w, 4); bw.write(b"abcdefgh"); bw.write(b"x"); bw.flush(); print(w.getvalue(), bw.tell())
t = io.TextIOWrapper(io.BytesIO("é\nüx\r\nz".encode()), encoding="utf-8"); print(t.readline(), t.read(1), t.encoding, t.errors, t.line_buffering, t.read(), t.newlines); raw = io.BytesIO(); t = io.TextIOWrapper(raw, encoding="latin-1", newline="\r\n", write_through=True); t.write("é\nx"); print(raw.getvalue()); t.reconfigure(encoding="utf-8"); t.write("é"); t.flush(); print(raw.getvalue(), t.detach() is raw)
attempt(lambda: io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="utf-8").read()); attempt(lambda: io.TextIOWrapper(io.BytesIO(), encoding="ascii").write("é")); attempt(lambda: io.TextIOWrapper(io.BytesIO(), encoding="nope")); attempt(lambda: io.TextIOWrapper(io.BytesIO(b"\xff\xfea"), encoding="utf-8", errors="replace").read())
class Raw(io.RawIOBase):
    def __init__(self): self.data = [b"ab", b"c", b""]
    def readable(self): return True
    def readinto(self, b): d = self.data.pop(0); b[:len(d)] = d; return len(d)
print(io.BufferedReader(Raw()).read(), Raw().readall(), isinstance(io.StringIO(), io.TextIOBase), isinstance(io.BytesIO(), io.BufferedIOBase), io.SEEK_END, io.DEFAULT_BUFFER_SIZE)
class Up(io.StringIO):
    def write(self, x): return super().write(x.upper())
u = Up(); print("hi", 5, file=u, end="!"); print(u.getvalue())
with io.StringIO("x") as f: print(f.read())
print(f.closed)
