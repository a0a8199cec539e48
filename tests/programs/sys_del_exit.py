# Objects alive at exit: __del__ of globals may run; files are flushed; atexit order. Only what is certain is printed.
import atexit, os, sys, tempfile
path = os.path.join(tempfile.gettempdir(), "flushed.txt")
f = open(path, "w")
f.write("text that only a flush makes visible\n" * 3)
g = open(path + "2", "w"); g.write("dropped without close"); del g
import gc; gc.collect()
print(open(path + "2").read())
def check():
    f.flush()
    print("atexit sees", len(open(path).read().splitlines()), "lines")
atexit.register(check)
atexit.register(print, "first registered last", 1, sep="-")
atexit.unregister(len)
h = atexit.register(lambda: print("lambda")); print(h() is None)
class D:
    def __del__(self):
        print("del", self.name, flush=True)
d = D(); d.name = "explicit"; del d; gc.collect()
with open(path, "r") as r: print(r.closed, r.name == path, r.mode)
print(r.closed)
try: r.read()
except ValueError as e: print(e)
import weakref
o = D(); o.name = "finalize"; weakref.finalize(o, print, "weakref.finalize at collection"); del o; gc.collect()
sys.stdout.write("no newline at the end of stdout"); sys.stderr.write("stderr text")
