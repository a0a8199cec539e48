# sys.exit with a number, through finally blocks and atexit handlers.
import atexit, sys
atexit.register(print, "atexit 1")
@atexit.register
def second(): print("atexit 2")
def f():
    try: sys.exit(3)
    finally: print("finally")
try: sys.exit("message")
except SystemExit as e: print("caught", repr(e), e.code)
for a in ((), (None,), (0,), (True,), ([1],), (1, 2)):
    try: raise SystemExit(*a)
    except SystemExit as e: print(e.code)
f()
