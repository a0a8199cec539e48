# time, calendar: what does not depend on the clock
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import time, calendar
g = time.gmtime(1700000000); print(g, tuple(g), g.tm_year, time.strftime("%Y-%m-%d %H:%M:%S %a %j", g), time.asctime(g), calendar.timegm(g), time.strptime("2024-02-29 10:11", "%Y-%m-%d %H:%M"), time.mktime(time.localtime(1e9)), time.gmtime(0), time.struct_time(range(9)), g[0:3], g == tuple(g), time.timezone, time.tzname, time.daylight)
a, b = time.monotonic(), time.monotonic(); c = time.perf_counter_ns(); print(b >= a, isinstance(time.time(), float), isinstance(c, int), time.time_ns() > 10 ** 18, time.process_time() >= 0); t = time.perf_counter(); time.sleep(0.01); print(time.perf_counter() - t >= 0.01)
print(calendar.month(2024, 2), calendar.isleap(2000), calendar.isleap(1900), calendar.leapdays(2000, 2025), calendar.monthrange(2023, 2), calendar.weekday(2024, 1, 1), calendar.day_name[0], list(calendar.month_abbr), calendar.monthcalendar(2024, 9)[0], calendar.TextCalendar(6).formatmonth(2023, 10), list(calendar.Calendar().itermonthdays2(2024, 2))[:3], calendar.Month.MAY, calendar.FRIDAY, calendar.HTMLCalendar().formatmonth(2024, 2).count("<td"))
for f in (lambda: time.sleep(-1), lambda: time.sleep("a"), lambda: time.strptime("x", "%Y"), lambda: time.strptime("2024", "%Q"), lambda: time.gmtime("a"), lambda: time.strftime("%Y", (1,)), lambda: time.struct_time([1]), lambda: time.struct_time(5), lambda: time.mktime((1,)), lambda: calendar.monthrange(2024, 13), lambda: calendar.month(2024, 0), lambda: time.asctime(5), lambda: time.gmtime(1e30), lambda: calendar.weekday(2023, 2, 29), lambda: time.strftime(5), lambda: g.tm_zzz, lambda: setattr(g, "tm_year", 1)): attempt(f)
