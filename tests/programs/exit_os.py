# os._exit: no handlers, no flushing by the interpreter.
import atexit, os, sys
atexit.register(print, "never")
print("flushed", flush=True)
try:
    os._exit(9)
finally:
    print("never")
