#: flags -O
# -O: asserts and __debug__ vanish.
assert False, "never"
print(__debug__, __import__("sys").flags.optimize)
if __debug__:
    print("never")
else:
    print("optimised")
def f():
    "doc stays"
    assert 1 / 0
    return f.__doc__
print(f())
try:
    exec("__debug__ = 1")
except SyntaxError as e:
    print(e.msg)
