# The module _csv: dialects, the reader and the writer.
import csv, _csv, io, copy, pickle

def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print(getattr(f, '__name__', f), *a, *k.items(), '->', r if isinstance(r, (str, list, int, tuple, type(None))) else type(r).__name__)
        return r
    except Exception as e:
        print(getattr(f, '__name__', f), *a, *k.items(), '->', type(e).__name__, e)

D = _csv.Dialect
def dia(*a, **k):
    d = D(*a, **k)
    return (d.delimiter, d.doublequote, d.escapechar, d.lineterminator, d.quotechar, d.quoting, d.skipinitialspace, d.strict)
show(dia)
for name in 'delimiter', 'escapechar', 'lineterminator', 'quotechar', 'quoting', 'doublequote', 'skipinitialspace', 'strict':
    for v in None, '', ';', 'ab', 1, 0, 5, 6, -1, 2.5, '\n', '\r', ' ', b';', '\u20ac', [], True, '"', ',', 10**30:
        show(dia, **{name: v})
show(dia, 'excel'); show(dia, 'excel-tab'); show(dia, 'unix'); show(dia, 'none'); show(dia, 1); show(dia, csv.excel); show(dia, None)
show(dia, foo=1); show(dia, 'excel', delimiter=';'); show(dia, quotechar=None, quoting=3); show(dia, quotechar=''); show(dia, delimiter=' ', skipinitialspace=True)
show(dia, delimiter=',', quotechar=','); show(dia, delimiter=',', escapechar=','); show(dia, escapechar='"', quotechar='"'); show(dia, lineterminator='"'); show(dia, lineterminator=',x'); show(dia, escapechar=' ', skipinitialspace=1); show(dia, quotechar=' ', skipinitialspace=1)
class C: delimiter = '|'; quotechar = "'"; quoting = 7
show(dia, C)
C.quoting = 1
show(dia, C); d = D(C); print(D(d) is d, D(d, strict=True) is d, repr(d)[:21])
for f in (lambda: setattr(d, 'delimiter', 'x'), lambda: setattr(d, 'strict', 1), lambda: delattr(d, 'quotechar'), lambda: delattr(d, 'doublequote'), lambda: copy.copy(d), lambda: pickle.dumps(d), lambda: d.foo, lambda: setattr(d, 'foo', 1)):
    show(f)
print(sorted(csv.list_dialects())); show(csv.get_dialect, 'nope'); show(csv.get_dialect); show(csv.unregister_dialect, 'nope'); show(csv.register_dialect, 'x'); show(csv.register_dialect, 1); show(csv.register_dialect, 'y', C, delimiter='/')
show(csv.register_dialect, 'z', foo=1); show(csv.register_dialect); show(csv.get_dialect, 'y'); show(dia, 'y'); show(csv.unregister_dialect, 'y'); show(csv.unregister_dialect, []); show(csv.get_dialect, []); show(csv.register_dialect, 'q', 'excel', 1)
show(csv.unregister_dialect, 'x')
show(csv.field_size_limit); show(csv.field_size_limit, 10); show(csv.field_size_limit, 'x'); show(csv.field_size_limit, 1.5); show(csv.field_size_limit, -5); show(csv.field_size_limit, 10**30); show(csv.field_size_limit, 131072)

def read(lines, **k):
    r = csv.reader(lines, **k)
    out = []
    try:
        for row in r: out.append(row)
    except Exception as e:
        out.append((type(e).__name__, str(e)))
    print(lines if isinstance(lines, list) else '', k, '->', out, r.line_num)
texts = [[], [''], ['a,b'], ['a,b\n'], ['a,b\r\n'], ['a,b\r'], ['a,"b"'], ['a,"b""c"'], ['"a\n', 'b",c\n'], ['"a'], ['"a\n'], ['a"b,c'], ['"a"b,c'], ['"a" ,b'], [' "a", b'], ['a,,'], [','], [',\n', ''], ['a\nb'], ['a\rb'],
         ['"a\nb"'], ['1,2.5,"3",x'], ['1,"",,2'], ['""'], ['a\\,b,c\\\n', 'd'], ['a\\'], ['"a\\"b",c'], ['"a\\\n', 'b"'], ['a;b'], ["'a,b',c"], ['\0,a'], ['a,b', 1], [b'a'], ['é,€,😀'], ['a\u2028b,c'], ['"a","b'], ['"a",b"', 'c'], ['\n', '\n'], ['x', '\n', 'y'], ['nan,inf,1e3'], ['a,"b"x"c"'], ["a b  c"], ['\\']]
for t in texts:
    read(t)
    for k in {'strict': True}, {'quoting': csv.QUOTE_NONNUMERIC}, {'quoting': csv.QUOTE_NONE}, {'quoting': csv.QUOTE_NONE, 'escapechar': '\\'}, {'escapechar': '\\'}, {'doublequote': False}, {'skipinitialspace': True}, {'quotechar': "'"}, {'quoting': csv.QUOTE_STRINGS}, {'quoting': csv.QUOTE_NOTNULL}, {'delimiter': ' ', 'strict': True}, {'quotechar': None, 'quoting': 3}, {'delimiter': '\u20ac', 'escapechar': '\\', 'doublequote': False}:
        read(t, **k)
csv.field_size_limit(5); read(['abcdef']); read(['abcde,f']); read(['"abcdef"']); csv.field_size_limit(131072)
show(csv.reader, 1); show(csv.reader); show(csv.reader, [], 'nope'); show(csv.reader, [], foo=1); show(csv.reader, [], 'excel', 1); show(csv.reader, [], delimiter='ab')
r = csv.reader(['a,b', 'c']); print(next(r), r.line_num, r.dialect.delimiter, iter(r) is r, type(r))
for f in (lambda: setattr(r, 'line_num', 1), lambda: setattr(r, 'dialect', 1), lambda: type(r)()): show(f)

def write(rows, **k):
    s = io.StringIO()
    w = csv.writer(s, **k)
    out = []
    for row in rows:
        try: out.append(w.writerow(row))
        except Exception as e: out.append((type(e).__name__, str(e)))
    print(rows, k, '->', repr(s.getvalue()), out)
class Str:
    def __str__(self): return 's,t'
class BadStr:
    def __str__(self): return 1
    def __repr__(self): return 'BadStr'
rows = [['a', 'b'], ['a,b', 'c"d', 'e\nf', 'g\rh'], [1, 2.5, None, True], [''], [None], [], ['', ''], [None, None], ['', None], 'ab', (1, 'x'), [' a', 'b '], ['\\', "'", ';'], ['é', '€', '😀'], [1e100, -0.0, 10**25, 1j], [b'x'], [[1, 2]], ['\0'], ['a\u2028'], ['"'], ['""'], range(3), {'k': 1}, 5, None, iter('xy')]
for k in ({}, {'quoting': 1}, {'quoting': 2}, {'quoting': 3}, {'quoting': 3, 'escapechar': '\\'}, {'quoting': 4}, {'quoting': 5}, {'escapechar': '\\'}, {'doublequote': False}, {'doublequote': False, 'escapechar': '\\'}, {'delimiter': ';', 'quotechar': "'"}, {'lineterminator': '\n'}, {'lineterminator': ''}, {'lineterminator': 'END'}, {'delimiter': ' ', 'skipinitialspace': False}, {'quotechar': None, 'quoting': 3, 'escapechar': '!'}, {'delimiter': '\t', 'dialect': 'unix'}, {'skipinitialspace': True}):
    write([r if not hasattr(r, '__next__') else list('xy') for r in rows], **k)
s = io.StringIO(); w = csv.writer(s)
for f in (lambda: w.writerows([[1], 'ab', 3]), lambda: w.writerows(1), lambda: w.writerow([Str()]), lambda: w.writerow([BadStr()]), lambda: csv.writer(1), lambda: csv.writer(), lambda: w.writerow(), lambda: w.writerow(1, 2), lambda: w.writerows([]), lambda: csv.writer(s, 'nope'), lambda: w.writerow(x for x in 'ab'), lambda: w.writerow(1 / 0 for x in 'ab')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(repr(s.getvalue()), w.dialect.quoting, type(w))
class F:
    def write(self, x): return x.upper()
print(repr(csv.writer(F()).writerow(['q', 'r'])))
class G: write = 1
show(lambda: csv.writer(G()))
rows = list(csv.DictReader(io.StringIO('a,b\n1,2\n3\n4,5,6\n\n'), restkey='rest', restval='-')); print(rows)
s = io.StringIO(); w = csv.DictWriter(s, ['a', 'b'], extrasaction='raise'); w.writeheader(); w.writerow({'a': 1, 'b': 'x,y'}); print(repr(s.getvalue()))
try: w.writerow({'c': 1})
except ValueError as e: print(e)
print(csv.Sniffer().sniff('a;b;c\n1;2;3\n').delimiter, csv.Sniffer().has_header('name,age\nbob,12\nann,13\n'))
class Mine(csv.Dialect): delimiter = ';;'
show(Mine)
class Mine(csv.Dialect): delimiter = ';'
show(Mine)
class Mine(csv.excel): quoting = csv.QUOTE_ALL; lineterminator = '\n'
s = io.StringIO(); csv.writer(s, Mine()).writerow([1, 'a']); print(repr(s.getvalue()))
print(_csv.Error.__mro__, _csv.__version__)
