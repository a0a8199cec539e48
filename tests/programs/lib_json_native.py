# The native scanner and encoder of json: corner cases and messages.
import json, _json, math, sys
from json import decoder, scanner, encoder

def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print(a, *k, '->', repr(r))
    except Exception as e:
        print(a, *k, '->', type(e).__name__, e, getattr(e, 'pos', ''), getattr(e, 'lineno', ''), getattr(e, 'colno', ''))
        return e

print(scanner.c_make_scanner, encoder.c_make_encoder, decoder.scanstring)
for text in ('', ' ', 'x', '[', '[1', '[1,', '[1,]', '[1 2]', '[,]', '{', '{"', '{"a', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}',
             '{"a" 1}', '{a:1}', '{1:1}', '{"a":1 "b":2}', '{"a":}', '{,}', '[}', '{]', ']', 'nul', 'null', 'true', 'fals', 'false', 'NaN', 'Nan',
             'Infinity', '-Infinity', '-Inf', '-', '-1', '01', '0', '-0', '1.', '1.5', '.5', '1e', '1e5', '1E+5', '1e-', '1.5e-3', '1.e5', '-0.0',
             '12345678901234567', '123456789012345678', '-123456789012345678901234567890', '1e400', '-1e400', '1'*30 + '.5', '"', '"a', '"a\\', '"a\\"',
             '"\\x"', '"\\u"', '"\\u12"', '"\\u123"', '"\\u1234', '"\\u1234"', '"\\u12g4"', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\ud83dx"', '"\\ud83d\\u0041"',
             '"\\ud83d\\u00"', '"\\ud83d\\uzzzz"', '"\\ude00\\ud83d"', '"\\b\\f\\n\\r\\t\\"\\\\\\/"', '"\n"', '"a\tb"', '"\x00"', '"\x7f"', '"é"', '"\u20ac\\n"', '"\U0001f600\\u0041"',
             '["\u20ac", {"k\u20ac": [1, 2.5, null]}]', '{"\U0001f600": 1}', '{"a":1,"a":2}', '  [ 1 , 2 ]  x', '\ufeff[]', '[1]\n\n,', '{"a":\n{"b":\n[1,\n2,,]}}',
             '[NaN, Infinity, -Infinity]', '{"\\u0061": 1, "a": 2}', '[[[[]]]]', '[{}]', '{"a": [}', '"abc" "d"', '1 2', '\t\r\n1', '\f1', '[1,\f2]', '١'):
    show(json.loads, text)
show(json.loads, '"a\nb"', strict=False)
show(json.loads, b'["a", "\xc3\xa9"]'); show(json.loads, b'\xff'); show(json.loads, '[1]'.encode('utf-16')); show(json.loads, 1); show(json.loads, None)
show(json.loads, '[1.5, 2, NaN, -3]', parse_float=str, parse_int=lambda s: 'i' + s, parse_constant=lambda s: 'c' + s)
show(json.loads, '{"b":1,"a":{"c":2}}', object_pairs_hook=lambda p: p)
show(json.loads, '{"b":1,"a":{"c":2}}', object_hook=lambda p: sorted(p.items()))
show(json.loads, '{}', object_pairs_hook=list); show(json.loads, '{}', object_hook=len)
show(json.loads, '1' * 5000)
show(json.loads, '{"a": 1}', object_hook=lambda d: 1 / 0)
for depth in 100000,:
    for text in '[' * depth, '{"a":' * depth:
        try: json.loads(text)
        except RecursionError as e: print(e)
d = json.loads('[{"key": 1}, {"key": 2}]')
print(*d[0].keys() , list(d[0])[0] is list(d[1])[0])
show(_json.scanstring, 'abc"d', 0); show(_json.scanstring, 'abc"d', 1, True); show(_json.scanstring, 'abc', 4); show(_json.scanstring, 'abc', -1)
show(_json.scanstring, b'abc', 0); show(_json.scanstring, 'abc', 'x'); show(_json.scanstring, 'a\nb"', 0, False); 
s = json.JSONDecoder().scan_once
show(s, '[1]', 0); show(s, '[1]', 1); show(s, '[1]', 3); show(s, '[1]', -1); show(s, b'[]', 0); show(s, string='1', idx=0); show(s, '1'); show(s, '1', 'x')
show(json.JSONDecoder().raw_decode, ' [1]'); show(json.JSONDecoder().raw_decode, '[1] x', 0)
show(scanner.c_make_scanner, 1); show(scanner.c_make_scanner)
print(type(s), s.strict, s.object_hook, s.parse_int)

class S(str): pass
class I(int):
    def __repr__(self): return 'I!'
class F(float):
    def __repr__(self): return 'F!'
class L(list): pass
class D(dict): pass
class T(tuple): pass
class M(dict):
    def items(self): return [('x', 1), ('y', [2])]
class Bad(dict):
    def items(self): return [1]
import enum, collections
class E(enum.IntEnum):
    A = 7
NT = collections.namedtuple('NT', 'a b')
objs = [None, True, False, 0, -1, 10**30, 1.0, 1e100, -0.0, 1.5e-7, math.inf, -math.inf, math.nan, '', 'abc', 'é€😀\ud800', '\x00\x1f\x7f"\\/\b\f\n\r\t',
        [], [1], (), (1, 'a'), {}, {'a': 1}, {1: 2, None: 3, True: 4, 2.5: 5, math.inf: 6, 10**20: 7, False: 0}, [[], [[]], {}], S('s'), I(5), F(2.5), L([1]), L(), D(a=1), D(), T((1,)),
        M(a=1), M(), Bad(a=1), {I(3): I(4), F(1.5): F(3)}, E.A, {E.A: E.A}, NT(1, 2), {(1, 2): 3}, {b'a': 1}, object, {1, 2}, b'x', 1j, {'a': object}, [1, [2, {3}]], {'b': 1, 'a': 2}, {'b': 1, 2: 3}]
for o in objs:
    for k in ({}, {'ensure_ascii': False}, {'allow_nan': False}, {'skipkeys': True}, {'sort_keys': True}, {'separators': (',', ':')}, {'default': repr}, {'indent': 1}, {'check_circular': False}):
        try:
            r = json.dumps(o, **k)
        except Exception as e:
            r = (type(e).__name__, str(e), getattr(e, '__notes__', None))
        print(ascii(o), k, ascii(r))
for make in (lambda: [], lambda: {}):
    a = make(); b = [a]
    if isinstance(a, list): a.append(b)
    else: a['x'] = b
    for c in True, False:
        try: json.dumps(a, check_circular=c)
        except (ValueError, RecursionError) as e: print(type(e).__name__, e)
class Loop: pass
x = Loop()
try: json.dumps(x, default=lambda o: o)
except ValueError as e: print(e)
try: json.dumps([x], default=lambda o: 1 / 0)
except ZeroDivisionError as e: print(e)
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex): return [o.real, o.imag]
        return super().default(o)
print(json.dumps({'z': 1 + 2j}, cls=Enc), list(Enc().iterencode([1, 2j])))
try: json.dumps([{1}], cls=Enc)
except TypeError as e: print(e)
for f in _json.encode_basestring, _json.encode_basestring_ascii:
    for a in 'abc', 'é', '€', '😀', '\ud83d', '\u2028', 1, b'x', S('q'): show(f, a)
ce = encoder.c_make_encoder
def make(*a):
    try: return ce(*a)
    except Exception as e: print(type(e).__name__, e)
make(1, 2, 3, 4, 5, 6, 7, 8, 9); make(None, 2, 3, 4, 5, 6, 7, 8, 9); make(None, 2, 3, 4, ':', 6, 7, 8, 9); make(None, 2); make({}, None, 3, 4, ':', ',', [], 0)
e = make({}, None, lambda s: '<' + s + '>', None, ': ', ', ', False, False, True)
print(e(['a', {'k': 'v', 1: 2}], 0), e.key_separator, e.sort_keys, e.indent, e.markers)
e = make(None, None, lambda s: 1, None, ': ', ', ', False, False, True)
show(e, 'a', 0); show(e, 1); show(e, 1, 'x'); show(e, 1, 0, 2)
print(json.dumps('x' * 1000) == '"' + 'x' * 1000 + '"')
data = {'list': list(range(50)), 'nested': {'a': [1.5, 'x', None, True] * 5}, 'uni': 'žluťoučký kůň'}
print(json.loads(json.dumps(data)) == data, json.loads(json.dumps(data, indent=2)) == data)

for ind in None, '  ', 'ab', '', '\u20ac', 2, [], b'x':
    for level in (0, 2, -1) if isinstance(ind, str) else (0,):
        e = encoder.c_make_encoder(None, repr, _json.encode_basestring, ind, ': ', ', ', False, False, True)
        show(e, [1, {'a': [], 'b': {}, 'c': [2, (3,)], 'd': {'e': 1}}], level)
        show(e, [], level); show(e, {}, level)
