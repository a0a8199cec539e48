# datetime: pickling and copying, also what Python 2 wrote
import copy, pickle
from datetime import *
class Zone(tzinfo):
    def __init__(self, hours=0): self.hours = hours
    def utcoffset(self, dt): return timedelta(hours=self.hours)
class Made(tzinfo):
    def __init__(self, name): self.name = name
    def __getinitargs__(self): return (self.name,)
class Sub(datetime): pass
values = [date(2024, 2, 29), time(1, 2, 3, 4), time(1, fold=1), time(5, tzinfo=UTC), datetime(2024, 2, 29, 1, 2, 3, 4), datetime(1, 1, 1, fold=1),
    datetime(9999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), "EST")), timedelta(-5, 3, 7), timezone.utc, timezone(timedelta(minutes=90)),
    date(2024, 1, 1).isocalendar(), Sub(2024, 1, 1, 5, fold=1)]
for v in values:
    for p in range(pickle.HIGHEST_PROTOCOL + 1):
        data = pickle.dumps(v, p)
        w = pickle.loads(data)
        print(p, len(data), repr(w), type(w).__name__, v == w, getattr(w, "fold", None))
    for w in (copy.copy(v), copy.deepcopy(v), copy.replace(v) if hasattr(v, "__replace__") else v):
        print(repr(w), w == v, type(w) is type(v))
print(pickle.loads(pickle.dumps(timezone.utc)) is timezone.utc, copy.deepcopy(timezone.utc) is timezone.utc)
z = pickle.loads(pickle.dumps(Zone(3))); print(type(z).__name__, z.hours, z.utcoffset(None), Zone(3).__reduce__()[1:])
m = Made("x"); m.more = 5; m = pickle.loads(pickle.dumps(m)); print(m.name, m.more, m.__reduce__()[1:])
for text in (b"cdatetime\ndate\n(S'\\x07\\xe8\\x02\\x1d'\ntR.", b"cdatetime\ndatetime\n(S'\\x07\\xe8\\x02\\x1d\\x01\\x02\\x03\\x00\\x00\\x04'\ntR.", b"cdatetime\ntime\n(S'\\x01\\x02\\x03\\x00\\x00\\x04'\ntR."):
    print(repr(pickle.loads(text, encoding="latin1")), repr(pickle.loads(text, encoding="bytes")))
