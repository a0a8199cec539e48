# __release_buffer__ (PEP 688): of built-in types, of classes with a buffer of their own, and of classes derived from
# bytearray; the argument of the last is a view of which no other can be made.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

ba = bytearray(b"abc")
mv = ba.__buffer__(0)
attempt(lambda: bytearray().__release_buffer__(mv))
attempt(lambda: ba.__release_buffer__(5))
attempt(lambda: ba.__release_buffer__(mv))
attempt(mv.tobytes)
attempt(lambda: ba.__release_buffer__(mv))
attempt(ba.clear)
m = memoryview(bytearray(b"abc"))
inner = m.__buffer__(0)
attempt(lambda: m.__release_buffer__(inner))
attempt(lambda: m.__release_buffer__(m))

class Held:
    def __init__(self):
        self.held = 0
    def __buffer__(self, flags):
        self.held += 1
        self.view = memoryview(b"hello")
        return self.view
    def __release_buffer__(self, view):
        self.held -= 1
        print("released", view is self.view)

h = Held()
with memoryview(h) as v:
    print(h.held, v.tobytes())
print(h.held)
print(bytes(h), b"-".join([h]), bytearray(b"x") + h)

class Sub(bytearray):
    def __release_buffer__(self, view):
        print("released", bytes.fromhex(view.hex()), view.obj)
        for f in (lambda: memoryview(view), lambda: view.cast("b"), lambda: view[:1], lambda: view.__buffer__(0), view.toreadonly):
            attempt(f)
        self.kept = view
        super().__release_buffer__(view)

s = Sub(b"hello")
with memoryview(s) as v:
    attempt(s.clear)
s.clear()
attempt(s.kept.tobytes)

class Through(bytearray):
    def __buffer__(self, flags):
        return super().__buffer__(flags)
    def __release_buffer__(self, view):
        print("through")
        super().__release_buffer__(view)

s = Through(b"hello")
with memoryview(s) as v:
    print(v.tobytes())
s.clear()
print(s)

class Releaser:
    def __release_buffer__(self, view):
        print("never")

class First(bytearray, Releaser):
    def __buffer__(self, flags):
        return super().__buffer__(flags)

s = First(b"hello")
with memoryview(s) as v:
    print(v.tobytes())
s.clear()
print(s)
