# Prints, as one JSON list, the doc strings of this CPython: of what it has in C (the built-in and extension modules, their
# functions and types, the types that no module shows, and the types' attributes) and of the Python files of its library.
import ast
import importlib
import json
import pathlib
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


library = pathlib.Path(sysconfig.get_path("platstdlib"))
names = set(sys.builtin_module_names)
for file in (library / "lib-dynload").iterdir():
    names.add(file.name.partition(".")[0])
for name in sorted(names):
    if name.startswith(("_test", "_xx", "xx")):
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
    if "__firstlineno__" not in vars(cls):  # a class statement sets it
        walk(cls)
    work += type.__subclasses__(cls)

documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
for path in library.rglob("*.py"):
    if {"test", "idlelib", "pydoc_data", "site-packages", "lib2to3"} & set(path.relative_to(library).parts):
        continue
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, documented) and (text := ast.get_docstring(node)):
            docs.add(text)
json.dump(sorted(docs), sys.stdout)
