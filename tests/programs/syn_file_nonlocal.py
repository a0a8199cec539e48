# An error of the symbol table: found after parsing.
def f():
    x = 1
    def g():
        nonlocal y
    return g
