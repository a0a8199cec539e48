# Objects that are alive at the end are finalised, after the functions of atexit and what only they held.
import atexit, gc
class Z:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
atexit.register(lambda z=Z(0): print("at exit", z.n)); gc.collect()
parent = Z(1); parent.me = parent
