# datetime: dates, times, deltas, zones, formatting and parsing
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
from datetime import *
d = date(2024, 2, 29); t = time(13, 5, 9, 123); x = datetime(2024, 2, 29, 13, 5, 9, 123456); u = datetime(2023, 12, 31, 23, 59, 59, tzinfo=timezone.utc)
print(d, t, x, u, repr(d), repr(t), repr(x), repr(u), d.isoformat(), x.isoformat(" ", "minutes"), x.isoformat(timespec="milliseconds"), t.isoformat("auto"))
print(d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), date.fromordinal(738000), date.fromisocalendar(2024, 1, 1), d.timetuple(), d.replace(year=2020), d.ctime(), date.min, date.max, date.resolution, x.date(), x.time(), x.timetz(), datetime.combine(d, t), x.replace(hour=0, tzinfo=timezone.utc))
print(d.strftime("%Y-%m-%d %a %A %b %B %j %U %W %y %%"), x.strftime("%H:%M:%S.%f %I %p %c|%x|%X|%z|%Z|"), u.strftime("%z %Z"), f"{x:%d/%m/%y}", f"{d}", format(t, "%H.%M"), u.timestamp(), datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(1e9, timezone(timedelta(hours=2))))
for s in ("2024-02-29", "20240229", "2024-W09-4"): print(s, date.fromisoformat(s))
for s in ("2024-02-29T13:05", "2024-02-29 13:05:09.5", "2024-02-29T13:05:09+02:00", "2024-02-29T13Z", "20240229T130509"): print(s, repr(datetime.fromisoformat(s)))
print(datetime.strptime("29 Feb 2024 01:05 PM", "%d %b %Y %I:%M %p"), datetime.strptime("2024-060", "%Y-%j"), datetime.strptime("12:30:05 +0130", "%H:%M:%S %z"))
a = timedelta(days=1, hours=-2, minutes=5, seconds=7, milliseconds=8, microseconds=9, weeks=1); print(a, repr(a), a.days, a.seconds, a.microseconds, a.total_seconds(), -a, abs(-a), a * 2, a / 2, a // 3, a % timedelta(hours=5), divmod(a, timedelta(hours=7)), a / timedelta(hours=1), a * 1.5, timedelta(seconds=-1), timedelta.max, timedelta(0.5), bool(timedelta()), str(timedelta(days=-2, seconds=5)), a > timedelta(1), hash(timedelta(1)) == hash(timedelta(hours=24)), sum([timedelta(1)] * 3, timedelta()))
print(x - datetime(2024, 1, 1), x + timedelta(days=366), d - date(2000, 1, 1), d - timedelta(1), d + timedelta(hours=30), u - datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=-5))), x < datetime(2025, 1, 1), d == date(2024, 2, 29), sorted([date(2, 1, 1), date.min]), max(x, datetime.min), x == d)
tz = timezone(timedelta(hours=5, minutes=30), "IST"); print(tz, repr(tz), timezone.utc, timezone(timedelta(hours=-3)), u.astimezone(tz), u.astimezone(tz).utcoffset(), u.tzname(), u.dst(), x.tzinfo, time(1, 2, tzinfo=tz), u == u.astimezone(tz), timezone.utc == timezone(timedelta(0)), UTC is timezone.utc)
class Z(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=1)
    def dst(self, dt): return timedelta(0)
    def tzname(self, dt): return "ZZ"
print(datetime(2024, 1, 1, tzinfo=Z()).isoformat(), u.astimezone(Z()), datetime(2024, 1, 1, tzinfo=Z()).tzname())
for f in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date(2024, 13, 1), lambda: time(24), lambda: datetime(2024, 1, 1, 25), lambda: date("a"), lambda: date(), lambda: date(2024, 1), lambda: x - u, lambda: x < u, lambda: d < x, lambda: d + 1, lambda: x + x, lambda: timedelta("a"), lambda: timedelta(10 ** 10), lambda: timedelta(1) / 0, lambda: date.fromisoformat("2024-1-1"), lambda: datetime.fromisoformat("x"), lambda: datetime.strptime("a", "%Y"), lambda: datetime.strptime("2024 x", "%Y"), lambda: timezone(timedelta(days=2)), lambda: timezone(5), lambda: date.max + timedelta(1), lambda: d.replace(month=13), lambda: time(1, fold=2), lambda: datetime(2024, 1, 1, tzinfo=5), lambda: date.fromordinal(0), lambda: date.fromisocalendar(2024, 54, 1), lambda: x.isoformat(timespec="z"), lambda: hash(x) == hash(x.replace()), lambda: timedelta(1) < 5, lambda: d.x, lambda: setattr(d, "year", 1), lambda: time(5) < time(6)): attempt(f)
