# faulthandler: tracebacks on demand, after a time and on a signal.
import faulthandler, sys, threading, time, tempfile, re, os, signal

out = tempfile.TemporaryFile('w+')

def show_out():
    out.seek(0)
    text = re.sub('0x[0-9a-f]+', '0x...', out.read())
    print(re.sub(r'File ".*[/\\](\w+\.py)"', r'File "\1"', text))
    out.seek(0); out.truncate()

def show(f, *a, **k):
    try:
        print(f.__name__, a, k, '->', f(*a, **k))
    except Exception as e:
        print(f.__name__, a, k, '->', type(e).__name__, e)

def f(): g()
def g(): faulthandler.dump_traceback(out)
class A:
    def m(self): g()

f(); show_out()
faulthandler.dump_traceback(out, all_threads=False); show_out()
A().m(); show_out()
eval('g()'); show_out()
list(map(lambda x: g(), [1])); show_out()
faulthandler.dump_traceback_later(0.05, file=out); time.sleep(0.2); show_out()
faulthandler.dump_traceback_later(0.05, file=out); faulthandler.cancel_dump_traceback_later(); time.sleep(0.1); show_out()
def deep(n): return g() if n == 0 else deep(n - 1)
deep(150); show_out()
e = threading.Event(); t = threading.Thread(target=lambda: e.wait()); t.start(); time.sleep(0.05); g(); e.set(); t.join(); show_out()
show(faulthandler.is_enabled); show(faulthandler.enable); show(faulthandler.is_enabled); show(faulthandler.disable); show(faulthandler.disable)
show(faulthandler.enable, 'x'); show(faulthandler.enable, -1); show(faulthandler.dump_traceback_later, 0); show(faulthandler.dump_traceback_later, -1); show(faulthandler.dump_traceback_later, 'x')
show(faulthandler.register, 0); show(faulthandler.register, 11); show(faulthandler.register, signal.SIGUSR1, file=99); show(faulthandler.unregister, 10); show(faulthandler.unregister, 10); show(faulthandler.unregister, 99)
faulthandler.register(signal.SIGUSR2, out)
os.kill(os.getpid(), signal.SIGUSR2); time.sleep(0.1)
print(faulthandler.unregister(signal.SIGUSR2))
show_out()
