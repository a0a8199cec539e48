# format(), str.format and % formatting.
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
t("format(5)", "format(5, '')", "format(5, '3')", "format(-5, '05')", "format(5, '+')", "format(5, ' ')", "format(5, '<4') + '|'", "format(5, '^5')", "format(5, '*^5')", "format(-5, '=5')")
t("format(255, 'x')", "format(255, 'X')", "format(255, '#x')", "format(255, '#010x')", "format(255, '#b')", "format(255, '#o')", "format(65, 'c')", "format(10**10, ',')", "format(10**10, '_')", "format(65535, '_x')", "format(1234, '010,')", "format(5, 'n')")
t("format(3.14159, '.2f')", "format(3.14159, '8.3')", "format(3.0, '')", "format(3.0, 'g')", "format(3.0, '#g')", "format(1e20, 'f')", "format(1234567.0, ',.1f')", "format(0.000012, 'g')", "format(0.5, '%')", "format(0.123456, '.1%')", "format(1e100, 'e')", "format(12345.678, 'E')", "format(float('inf'), '08')", "format(float('nan'), 'F')", "format(-0.0, 'z.1f')", "format(-0.04, 'z.1f')", "format(2.5, '.0f')", "format(3.5, '.0f')", "format(1e16, '')", "format(123456789.0, '.3')", "format(1.0, '.0e')", "format(7, 'f')", "format(7, '.1%')", "format(True, 'd')", "format(True)", "format(True, '5')")
t("format('abc', '5') + '|'", "format('abc', '>5')", "format('abc', '.2')", "format('abc', '^7.2s')", "format('abc', '05')", "format('abc', 's')", "format('é', '*>3')", "format('abc', 'd')", "format('abc', '+')", "format('abc', '=5')", "format(1+2j, '.1f')", "format(1+2j)", "format((1, 2), '')", "format((1, 2), '5')", "format(None, '')")
t("format(5, 'q')", "format(5, '.2')", "format(5, 's')", "format(5.0, 'd')", "format(5, '5' * 30)", "format(-1, 'c')", "format(5, ',c')", "format(5, ',x')", "format(5, '#c')", "format(5, '+c')", "format(1.5, 'x')", "format('x', '.')", "format(5, 5)", "format(1.0, '.99999999999999999999f')", "format(1, '_,')", "format(1, ',,')")
t("'{} {}'.format(1, 2)", "'{0} {1} {0}'.format('a', 'b')", "'{x} {y}'.format(x=1, y=2)", "'{0.real} {0.imag}'.format(1+2j)", "'{0[1]} {d[key]}'.format([1, 2], d={'key': 'v'})", "'{:>{}}'.format('a', 5)", "'{0:{fill}^{w}}'.format('x', fill='-', w=7)", "'{!r} {!s} {!a}'.format('é', 'é', 'é')", "'{{}} {{{}}}'.format(1)", "'{:d} {:x}'.format(10, 255)", "'{a[0].real}'.format(a=[3])", "'{a[b-c]}'.format(a={'b-c': 1})", "'{0[0][1]}'.format([[1, 2]])")
t("'{}'.format()", "'{1}'.format(0)", "'{x}'.format()", "'{} {0}'.format(1)", "'{0} {}'.format(1)", "'{'.format()", "'}'.format()", "'{!x}'.format(1)", "'{!}'.format(1)", "'{:{:{}}}'.format(1, 2, 3)", "'{0.x}'.format(1)", "'{0[a]}'.format([1])", "'{0[9]}'.format([1])", "'{a b}'.format(1)", "'{0[}'.format([1])", "'{0.}'.format(1)", "'{[]}'.format([1])", "'{0]}'.format(1)", "'{!rx}'.format(1)")
t("'%d %s %r' % (1, 'a', 'b')", "'%5d|%-5d|%05d|%+d|% d' % (1, 2, 3, 4, 5)", "'%x %X %#x %o %#o' % (255, 255, 255, 8, 8)", "'%f %.2f %8.3f %e %E %g %G' % ((3.14159,) * 7)", "'%c%c' % (65, 'B')", "'%%'  % ()", "'%(a)s %(b)d' % {'a': 1, 'b': 2}", "'%s' % (1,)", "'%s' % [1, 2]", "'%s' % {'a': 1}", "'%*d|%-*d|' % (5, 1, 5, 2)", "'%.*f' % (2, 3.14159)", "'%.3s|%5.1s|' % ('abcdef', 'xyz')", "'%a' % 'é'", "'%i %u' % (3.9, 4)", "'%s %s' % ('é', None)", "'%d' % True", "'%5s%%' % 3", "'%#.3g' % 1", "'%x' % -255", "'%010.3f' % -3.14159", "'%d' % 10**30", "'%.0f' % 0.5", "'%s' % 1.0", "'%r' % (('t',),)", "'%-10s|' % 'ab'")
t("'%d' % 'a'", "'%d %d' % 1", "'%d' % (1, 2)", "'%s' % ()", "'%q' % 1", "'%' % 1", "'%(a)s' % 1", "'%(a)s' % {}", "'%c' % 'ab'", "'%c' % -1", "'%x' % 1.5", "'%d' % None", "'abc' % 1", "'abc' % ()", "'abc' % {}", "'abc' % [1]", "'%f' % 'x'", "'%*d' % ('a', 1)", "'%(a' % {}", "'%c' % 1.5", "'%.2147483648d' % 1", "'%z' % 1", "'%s %s' % ('a',)", "'%d' % 1j")
class C:
    def __format__(self, s): return 5
class D:
    def __str__(self): return "D!"
    def __index__(self): return 7
    def __int__(self): return 8
    def __float__(self): return 9.5
t("format(C())", "'{}'.format(C())", "'%s %d %x %f' % (D(), D(), D(), D())", "format(D(), '')", "'{:>5}'.format(D())", "'{!s:>5}'.format(D())")
t("'{a}'.format_map({'a': 1})", "'{a}'.format_map({})", "format(10**25, ',d')", "format(2**200, 'x')", "format(1e308 * 10, '.2f')", "format(123.456, '010.1f')", "format(-123.456, '<12.1f') + '|'", "format(123456.789, '_.2f')", "format(0, '#x')", "format(0.0, 'e')", "format(1e-320, 'e')", "format(5, '\u00e9>3')", "format(0.1, '.20f')", "format(0.1, '.17g')", "format(1/3, '.60f')")
