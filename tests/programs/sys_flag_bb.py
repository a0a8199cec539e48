#: flags -bb
# Warnings where bytes meet str or int.
import warnings, sys
def show(m, c, f, l, *a): print('  ', c.__name__, m)
warnings.showwarning = show
class B(bytes): pass
class S(str): pass
for src in ("str(b'a')", "str(bytearray(b'a'))", "f'{b\"a\"}'", "'%s' % b'a'", "'{}'.format(b'a')", "b'a' == 'a'", "'a' == b'a'", "b'a' != 'a'", "b'a' == 1", "1 == b'a'", "b'a' == 1.0", "b'a' == True", "bytearray(b'a') == 'a'", "'a' == bytearray(b'a')", "bytearray(b'a') == 1",
   "b'a' in ['a', b'a']", "'a' in {b'a': 1}", "{b'a', 'a'} and 1", "B(b'a') == 'a'", "S('a') == b'a'", "b'a' == None", "print(b'a')", "str(B(b'x'))", "repr(b'a')", "memoryview(b'a') == 'a'", "[b'a'].index('a') if 0 else 0", "['a'] == [b'a']", "str(b'a', 'utf-8')", "format(b'a')", "b'a'.__str__()", "'a'.__eq__(b'a')", "b'a'.__eq__('a')", "{'a': 1} == {b'a': 1}", "b'%s' % b'a'", "b'a' < 'a'", "bytearray(b'a') < 'a'", "' '.join([str(b'')])", "1 in (b'a',)", "bytearray(b'a') != 'a'"):
    print(src)
    try: print('  ', eval(src))
    except Exception as e: print('  ', type(e).__name__, e)
print(sys.warnoptions, sys.flags.bytes_warning)
