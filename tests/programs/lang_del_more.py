# Deletion of names, attributes, items and slices
class A: x = 1
a = A(); a.y = 2; del a.y; print(hasattr(a, "y"))
for s in ("del a.x", "del a.y", "del q", "l = [1,2,3]; del l[0], l[-1]; print(l)", "l = [1]; del l[5]", "d = {1: 2}; del d[1]; print(d); del d[1]", "x = y = 1; del (x, y); x", "del [a], 5", "del f()", "t = (1,); del t[0]", "s = 'a'; del s[0]", "l = list(range(9)); del l[1:8:3]; print(l)", "del A.x; print(A.__dict__.get('x'))", "import os; del os.path; os.path", "del None", "del ()", "del a.b.c", "for i in range(2): pass\ndel i\ni", "def f():\n del zz\n zz = 1\nf()"):
    try: exec(s)
    except Exception as e: print(repr(s), type(e).__name__, e)
