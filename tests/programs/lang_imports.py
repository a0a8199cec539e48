# Imports: modules, packages, relative, cycles, failures, caching, importlib, __getattr__ of modules.
import sys, os
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "helpers"))
def attempt(f):
    try: print("ok", f())
    except BaseException as e: print(type(e).__name__ + ":", str(e).partition(" (/")[0].partition(" (helpers")[0], getattr(e, "name", None))
import mod_a
import mod_a as alias
print(alias is mod_a, mod_a.__doc__, mod_a.__name__, os.path.basename(mod_a.__file__), mod_a.value, sys.modules["mod_a"] is mod_a, type(mod_a).__name__, mod_a.__spec__.name, type(mod_a.__loader__).__name__)
from mod_a import func, hidden as h, _private
print(func(), h(), _private)
ns = {}; exec("from mod_a import *", ns); print(sorted(k for k in ns if not k.startswith("__")))
import pack
print(pack.version, pack.renamed, pack.one.thing, pack.two.name, pack.two.deepest, pack.__package__, hasattr(pack, "sub"))
import pack.sub.deep as d
print(d.deepest, d.__package__, d.__name__)
from pack import two, sub
print(two.name, sub.__name__)
import pack.one
print(pack.one is sys.modules["pack.one"])
import mod_cycle_a
print(mod_cycle_a.get())
for src in ("import no_such", "import pack.no_such", "from pack import no_such", "from mod_a import nope", "import mod_a.sub", "from . import x", "from .. import y", "import mod_fails", "import mod_syntax", "from pack.sub import toofar", "import pack.one.deeper", "from no_such.deep import x", "import ''", "__import__('')", "__import__(5)", "__import__('a', level=-1)", "from mod_getattr import dynamic", "from mod_getattr import other"):
    attempt(lambda: exec(src, {"__name__": "__main__"}))
print("mod_fails" in sys.modules, "no_such" in sys.modules)
import mod_getattr
print(mod_getattr.dynamic, dir(mod_getattr)); attempt(lambda: mod_getattr.zz); attempt(lambda: mod_a.zz)
sys.modules["blocked"] = None; attempt(lambda: __import__("blocked"))
sys.modules["fake"] = "any object"; import fake; print(fake)
del sys.modules["mod_a"]; import mod_a as again; print(again is alias, again.value)
import importlib, importlib.util
print(importlib.import_module("pack.two") is two, importlib.import_module(".two", "pack") is two, importlib.reload(again) is again, importlib.util.find_spec("no_such"), importlib.util.find_spec("pack.one").name, importlib.util.resolve_name(".x", "pack"), importlib.util.find_spec("math").name)
import types
m = types.ModuleType("dyn", "doc"); m.x = 1; print(m, m.__doc__, m.x, vars(m)["x"]); exec("y = x + 1", m.__dict__); print(m.y); m.__class__ = type("Mod", (types.ModuleType,), {"prop": property(lambda s: s.x * 10)}); print(m.prop)
class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name.startswith("virtual_"): return importlib.util.spec_from_loader(name, Loader())
class Loader:
    def create_module(self, spec): return None
    def exec_module(self, mod): mod.made = "by " + type(self).__name__; mod.n = mod.__name__
sys.meta_path.insert(0, Finder)
import virtual_one
print(virtual_one.made, virtual_one.n, repr(virtual_one)[:21])
def local_import():
    import math as m2
    from os import path as p2
    return m2.floor(2.5), p2.basename("a/b")
print(local_import(), "m2" in globals())
attempt(lambda: exec("def f():\n from math import *")); attempt(lambda: exec("from __future__ import nothing_like_that"))
class C:
    import math
    from os.path import join
print(C.math.pi > 3, C.join("a", "b"))
import os.path as osp, collections.abc as cabc
print(osp.__name__ in ("posixpath", "os.path"), cabc.__name__, __import__("os.path").__name__, __import__("os.path", fromlist=["x"]).__name__)
old = __builtins__.__import__
__builtins__.__import__ = lambda name, *a: (print("hooked", name), old(name, *a))[1]
import math, mod_a
__builtins__.__import__ = old
import runpy
print(sorted(k for k in runpy.run_module("mod_a") if not k.startswith("_"))); runpy.run_module("pack", run_name="__main__")
print(math.__spec__.origin in ("built-in",) or math.__spec__.origin.endswith(".so"), sys.__spec__.loader.__name__, len(sys.path) > 1, [type(f).__name__ for f in sys.meta_path[1:]])
