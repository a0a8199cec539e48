# Prints, as one JSON list, the doc strings of what this CPython has in C: the built-in and extension modules, their
# functions and types, and the types' attributes.
import importlib
import json
import os
import sys
import sysconfig

docs = set()
seen = set()


def add(value):
    text = getattr(value, "__doc__", None)
    if isinstance(text, str):
        docs.add(text)


def walk(value):
    if id(value) in seen:
        return
    seen.add(id(value))
    add(value)
    if isinstance(value, type):
        for member in list(vars(value).values()):
            walk(member)


names = set(sys.builtin_module_names)
for file in os.listdir(sysconfig.get_path("platstdlib") + "/lib-dynload"):
    names.add(file.partition(".")[0])
for name in sorted(names):
    if name.startswith("_test") or name.startswith("_xx") or name.startswith("xx"):
        continue
    try:
        module = importlib.import_module(name)
    except ImportError:
        continue
    walk(module)
    for member in list(vars(module).values()):
        walk(member)
work = [object]
while work:
    cls = work.pop()
    if not cls.__flags__ & (1 << 9):  # a class made in C has no flag HEAPTYPE, or is found in its module above
        walk(cls)
    work += type.__subclasses__(cls)
json.dump(sorted(docs), sys.stdout)
