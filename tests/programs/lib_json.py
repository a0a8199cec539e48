# json: dumps with its options, loads, hooks, errors
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import json
v = {"s": "a\"\\\n\t\u00e9\u65e5\U0001f600\x00\x7f", "n": [0, -1, 2 ** 70, 1.5, 1e100, 1e-7, -0.0, 1e16], "b": [True, False, None], "e": [{}, [], ""], "t": (1, 2), 1: "int", 1.5: "f", None: "n", True: "t"}
print(json.dumps(v)); print(json.dumps(v, ensure_ascii=False)); print(json.dumps(v, indent=2)); print(json.dumps({"b": 1, "a": [1, {"c": 2}]}, sort_keys=True, separators=(",", ":")), json.dumps([1, 2], indent="--"), json.dumps([], indent=1), json.dumps({}, indent=0), json.dumps([[]], indent=0))
print(json.dumps(float("nan")), json.dumps(float("inf")), json.dumps({(1, 2): 3, "k": 1}, skipkeys=True), json.dumps({1, 2}, default=sorted), json.dumps("</script>"), json.dumps(1), json.dumps(None))
for s in ('{"a": [1, 2.5, -3e2, true, false, null, "x\\u00e9\\n"]}', '"\\ud83d\\ude00"', '"\\ud83d"', "[]", "{}", " 1 ", "-0", "1E400", "NaN", "-Infinity", "[1,\n2]", '{"a":1,"a":2}', '"\\/"', b'{"k": "\xc3\xa9"}', "123456789012345678901234567890", '[[[[1]]]]'): attempt(lambda: repr(json.loads(s)))
for s in ("", "{", "[1,]", "{'a': 1}", '{"a" 1}', '{"a": }', "[1 2]", "nul", "01", "1.", "+1", '"abc', '"\n"', '"\\x"', '"\\u12"', "[1] x", '{"a": 1,}', "{1: 2}", "tru", "-", ".5", '{"a": 1 "b": 2}', "[", "]", "\ufeff1", '["a', '{"a', "\x00"): attempt(lambda: json.loads(s))
print(json.loads('{"a": 1.1, "b": 2}', parse_float=str, parse_int=lambda x: x + "!"), json.loads('[NaN]', parse_constant=lambda c: c.lower()), json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list))
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex): return [o.real, o.imag]
        return super().default(o)
print(json.dumps({"z": 1 + 2j}, cls=E), E().encode([1j]), list(json.JSONEncoder().iterencode([1, {"a": 2}])), json.JSONDecoder().raw_decode('[1] tail'), json.JSONDecoder(strict=False).decode('"a\nb"'))
l = []; l.append(l); import io
for f in (lambda: json.dumps(l), lambda: json.dumps({1}), lambda: json.dumps({(1,): 2}), lambda: json.dumps(object), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps(b"a"), lambda: json.loads(5), lambda: json.loads(None), lambda: json.dumps(1j, cls=E), lambda: json.dumps([{"a": {2}}]), lambda: json.loads(b"\xff")): attempt(f)
f = io.StringIO(); json.dump({"x": [1]}, f); f.seek(0); print(f.getvalue(), json.load(f))
try: json.loads('{"a":\n  x}')
except json.JSONDecodeError as e: print(e.msg, e.pos, e.lineno, e.colno, e.doc, isinstance(e, ValueError))
class I(int): pass
class S(str): pass
class D(dict): pass
import enum
class C(enum.IntEnum): A = 3
print(json.dumps([I(5), S("s"), D(a=1), C.A, {C.A: 1, S("q"): 2}]), json.loads(json.dumps(v)) == {str(k) if k not in (None, True) else {None: "null", True: "true"}[k]: (list(x) if isinstance(x, tuple) else x) for k, x in v.items()})
