#: flags -OO
# -OO: doc strings vanish too.
"module doc"
def f():
    "doc"
class C:
    "doc"
    x = 1
print(__doc__, f.__doc__, C.__doc__, compile("assert 0", "f", "exec", optimize=0).co_name)
ns = {}
exec(compile("def g():\n    \"kept\"\n", "f", "exec", optimize=0), ns)
print(ns["g"].__doc__)
