# sys: sizes, recursion, interning, streams, exit hooks, module tables
import sys, io
print(sys.maxsize, sys.byteorder, sys.version_info[:2], sys.version_info >= (3, 13), sys.implementation.name in ("cpython", "adder"), sys.maxunicode, sys.float_info.max, sys.float_info.epsilon, sys.int_info.default_max_str_digits, sys.hash_info.modulus, sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.flags.optimize, sys.argv[1:], sys.platform, sys.getrecursionlimit(), sys.intern("a b") is sys.intern("a" + " b"), sys.stdin.name, sys.stdout.encoding, sys.exc_info(), sys.gettrace(), sys.getprofile(), sys.api_version > 0, sys.is_finalizing(), sys.displayhook.__name__, "math" in sys.builtin_module_names or True, isinstance(sys.modules, dict), sys.modules["__main__"].__name__, sys.getswitchinterval(), sys.stdlib_module_names >= {"os", "re"}, sys.orig_argv[-1].endswith(".py"))
sys.setrecursionlimit(200)
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
print(deep(100))
try: deep(1000)
except RecursionError as e: print(str(e)[:32])
sys.setrecursionlimit(1000)
for f in (lambda: sys.setrecursionlimit(0), lambda: sys.setrecursionlimit("a"), lambda: sys.intern(5), lambda: sys.getsizeof(), lambda: sys._getframe(999), lambda: sys.exit.__name__, lambda: sys.set_int_max_str_digits(5), lambda: sys.getsizeof([]) > 0, lambda: sys.getrefcount.__name__, lambda: sys.setswitchinterval(-1), lambda: sys.audit("x"), lambda: sys.call_tracing(len, ([1],)), lambda: sys.version_info.major, lambda: sys.nope):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for c in (None, 0, 5, "text", True):
    try: sys.exit(c)
    except SystemExit as e: print(repr(e.code), e.args)
def where(): return sys._getframe(1).f_code.co_name, sys._getframe().f_lineno > 0
def caller(): return where()
print(caller()); old = sys.stdout; sys.stdout = io.StringIO(); print("hidden"); got = sys.stdout.getvalue(); sys.stdout = old; print(repr(got)); sys.displayhook(5); sys.displayhook(None); import builtins; print(builtins._); sys.stdout.write("written\n"); print("a", "b", sep="", end="|\n", flush=True); print(*[], sep="x"); print("x", file=sys.stdout)
try: 1 / 0
except ZeroDivisionError: t, v, tb = sys.exc_info(); print(t.__name__, v, tb.tb_lineno > 0, sys.exception() is v)
