# Codes wrap at 256; an atexit handler that fails is reported and changes nothing.
import atexit
class Bad:
    def __repr__(self): return "<bad handler>"
    def __call__(self):
        print("in handler")
        raise ValueError("in atexit")
atexit.register(Bad())
class Late(SystemExit): pass
raise Late(257 + 4)
