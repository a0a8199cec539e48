#: args one --two three
# sys: argv, version, flags, hooks, limits, streams.
import sys
print(sys.argv, sys.version_info[:2], sys.version_info.releaselevel, sys.byteorder, sys.maxsize, sys.maxunicode, sys.platform, sys.float_info.max, sys.float_info.dig, sys.int_info.bits_per_digit, sys.hash_info.width, sys.hash_info.modulus, sys.hexversion >> 16)
print(sys.flags.optimize, sys.flags.hash_randomization, sys.getrecursionlimit(), sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.stdout.encoding, sys.stderr.errors, sys.stdin.fileno(), sys.dont_write_bytecode, sys.copyright[:27], sys.api_version)
print(sys.intern("ab") is sys.intern("a" + "b"), sys.getsizeof(0) > 0, sys.is_finalizing(), sys.exc_info(), sys.getswitchinterval(), sys.get_int_max_str_digits(), sys.displayhook is sys.__displayhook__, sys.implementation.version[:2], "math" in sys.builtin_module_names or "math" in sys.stdlib_module_names, sys.modules["sys"] is sys, sys.modules["__main__"].sys is sys)
sys.displayhook([1, "a"]); sys.displayhook(None); print(_)
for f in (lambda: sys.setrecursionlimit(0), lambda: sys.setrecursionlimit("a"), lambda: sys.intern(5), lambda: sys.set_int_max_str_digits(5), lambda: sys.setswitchinterval(0), lambda: sys.getsizeof(), lambda: sys.exit, lambda: sys.call_tracing(len, ([1],)), lambda: sys.audit("x"), lambda: sys.getrefcount(5) > 0, lambda: sys.zzz):
    try: print(f() if f() is not sys.exit else "exit")
    except Exception as e: print(type(e).__name__, e)
import io
old = sys.stdout; sys.stdout = io.StringIO(); print("captured"); t = sys.stdout.getvalue(); sys.stdout = old; print(repr(t))
print("to stderr", file=sys.stderr); print(sys.stdin.read() == "")
sys.stdout = None; print("nowhere"); sys.stdout = old
print("é€𝄞", ascii(sys.stdout.newlines)); sys.stdout.write("x\n"); sys.stdout.flush(); print(sys.stdout.isatty(), sys.stdout.writable(), sys.stdout.line_buffering)
sys.stdout.reconfigure(errors="replace"); print("\ud800")
