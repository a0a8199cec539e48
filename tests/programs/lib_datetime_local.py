#: env TZ=EST5EDT,M3.2.0,M11.1.0
# datetime: local time, with hours that are skipped and hours that come twice
import os, time as clock
from datetime import *
def show(x):
    print(repr(x), x.timestamp(), repr(x.astimezone()), x.astimezone(UTC), x.astimezone().utcoffset())
for day in (date(2024, 3, 10), date(2024, 11, 3), date(2024, 7, 1), date(1999, 1, 1)):
    for hour in (0, 1, 2, 3, 12):
        for fold in (0, 1):
            show(datetime(day.year, day.month, day.day, hour, 30, 15, 250000, fold=fold))
for s in (1710054000, 1710053999, 1730610000, 1730613599.5, 1730613600, 1730617200, 0, 86400.25, 1e9, 2**31):
    x = datetime.fromtimestamp(s)
    print(s, repr(x), x.timestamp() == s, datetime.fromtimestamp(s, UTC), date.fromtimestamp(s), repr(x.astimezone().tzinfo))
os.environ["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"; clock.tzset()
for x in (datetime(2024, 3, 31, 2, 30), datetime(2024, 10, 27, 2, 30), datetime(2024, 10, 27, 2, 30, fold=1)): show(x)
now = datetime.now(); aware = datetime.now(UTC)
print(abs(aware.astimezone().replace(tzinfo=None) - now) < timedelta(seconds=20), now.tzinfo, aware.tzinfo, date.today() - now.date() < timedelta(2))
class Eastern(tzinfo):
    """Summer time from the second Sunday of March to the first of November."""
    def utcoffset(self, dt): return timedelta(hours=-5) + self.dst(dt)
    def tzname(self, dt): return "EDT" if self.dst(dt) else "EST"
    def dst(self, dt):
        if dt is None: return timedelta(0)
        start, end = datetime(dt.year, 3, 8, 2), datetime(dt.year, 11, 1, 2)
        start += timedelta(days=6 - start.weekday()); end += timedelta(days=6 - end.weekday())
        n = dt.replace(tzinfo=None, fold=0)
        if start + timedelta(hours=1) <= n < end - timedelta(hours=1): return timedelta(hours=1)
        if end - timedelta(hours=1) <= n < end: return timedelta(hours=not dt.fold)
        if start <= n < start + timedelta(hours=1): return timedelta(hours=dt.fold)
        return timedelta(0)
E = Eastern()
for u in (datetime(2024, 3, 10, 6, 59), datetime(2024, 3, 10, 7), datetime(2024, 11, 3, 5, 30), datetime(2024, 11, 3, 6, 30), datetime(2024, 7, 4)):
    x = u.replace(tzinfo=UTC).astimezone(E)
    print(x, x.tzname(), x.dst(), x.timetuple().tm_isdst, x.utctimetuple()[:5], x == u.replace(tzinfo=UTC), hash(x) == hash(x.replace(fold=1)), x.strftime("%z %:z %Z"))
a, b = datetime(2024, 11, 3, 1, 30, tzinfo=E), datetime(2024, 11, 3, 1, 30, tzinfo=E, fold=1)
print(a == b, b - a, b.astimezone(UTC) - a.astimezone(UTC), a == a.astimezone(UTC), a < b.astimezone(UTC), {a: 1}.get(b))
