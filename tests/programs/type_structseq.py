# Structseqs: what their constructors and copy.replace() check, attributes of their classes, unnamed fields in repr().
import copy
import os
import pickle
import sys
import time
import typing

t = time.gmtime(0)
C = type(t)
for args, kw in ((('123456789',), {}), (('123456789',), {'dict': None}), (('123456789',), {'dict': {}}), (('12345678',), {}),
                 ((range(12),), {}), ((range(9), {'tm_zone': 'x'}), {}), ((range(9), {'tm_zone': 'x', 'nope': 1}), {}),
                 ((range(10), {'tm_zone': 'x'}), {}), ((range(9), {'tm_year': 1}), {}), ((5,), {}), ((), {}), ((range(9), [1]), {})):
    try:
        r = C(*args, **kw)
        print(tuple(r), r.tm_zone, r.tm_gmtoff)
    except TypeError as e:
        print(e)
for kw in {'tm_year': 1}, {'tm_zone': 'z'}, {'a': 1}, {'a': 1, 'b': 2, 'tm_year': 3}:
    try:
        r = copy.replace(t, **kw)
        print(r.tm_year, r.tm_zone)
    except TypeError as e:
        print(e)
s = os.stat_result(range(10))
print(s)
try:
    copy.replace(s, st_mode=1)
except TypeError as e:
    print(e)
C.extra = 5
print(t.extra)
del C.extra
try:
    type(sys.flags).extra = 1
except TypeError as e:
    print(e)

# Types of native modules show that CPython makes them at run time, which old pickle protocols go by.
HEAP = 1 << 9
print([bool(c.__flags__ & HEAP) for c in (int, C, typing.Generic, os.stat_result, type(sys.flags), typing.TypeVar, type(lambda: 0))])


class Box[T]:
    def __init__(self):
        self.x = 1

    def __eq__(self, other):
        return self.__dict__ == other.__dict__


for proto in range(pickle.HIGHEST_PROTOCOL + 1):
    print(pickle.loads(pickle.dumps(Box(), proto)) == Box())
