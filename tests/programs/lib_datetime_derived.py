#: env TZ=CET-1CEST,M3.5.0,M10.5.0/3
#: flags -W ignore
# datetime: classes derived from its types, and which results are made by calling them
from datetime import *
class S(date):
    def __new__(cls,*a,**k):
        print("new",cls.__name__,a,k); return date.__new__(cls,*a,**k)
class SD(datetime):
    def __new__(cls,*a,**k):
        print("new",cls.__name__,a,k); return datetime.__new__(cls,*a,**k)
class ST(time):
    def __new__(cls,*a,**k):
        print("new",cls.__name__,a,k); return time.__new__(cls,*a,**k)
class SDelta(timedelta):
    def __new__(cls,*a,**k):
        print("new",cls.__name__,a,k); return timedelta.__new__(cls,*a,**k)
def ev(e):
    try: r=eval(e); print(e,"=>", repr(r), type(r).__name__)
    except Exception as x: print(e, type(x).__name__, x)
s=S(2024,1,1); d=SD(2024,1,1,fold=1,tzinfo=UTC); t=ST(1,2,fold=1); a=SDelta(5)
for x in ("s+timedelta(1)","s-timedelta(1)","timedelta(1)+s","s-s","s.replace(day=2)","S.fromordinal(5)","S.fromisoformat('2024-01-02')","S.fromisocalendar(2024,1,1)","S.fromtimestamp(0)",
 "d+timedelta(1)","d-timedelta(1)","d-d","d.replace(day=2)","d.replace(day=2,fold=0)","SD.fromordinal(5)","SD.fromisoformat('2024-01-02T01:02Z')","SD.fromisocalendar(2024,1,1)","SD.fromtimestamp(0)","SD.fromtimestamp(0,UTC)","SD.fromtimestamp(0,tz=timezone(timedelta(1/24)))","SD.combine(date(1,1,1),time(1,fold=1))","SD.combine(s,t)","SD.strptime('2024','%Y')","d.astimezone(timezone(timedelta(1/24)))","d.astimezone()","d.date()","d.time()","d.timetz()","d.utctimetuple()",
 "t.replace(hour=3)","t.replace(fold=0)","ST.fromisoformat('01:02')","hash(d) == hash(d.replace(fold=0))","a+a","-a","abs(a)","+a","a*2","a/2","a//2","a%timedelta(3)","divmod(a,timedelta(3))","a*1.5","SDelta(1,2.5)", "s.isocalendar()","repr(s)","repr(d)","repr(t)","repr(a)","str(d)","d.isoformat()", "SD.utcfromtimestamp(0)", "date.fromtimestamp.__call__(0)", "datetime.__reduce_ex__(d,4)", "s.__reduce__()","SD(b'\\x07\\xe8\\x81\\x05\\1\\2\\3\\0\\0\\1')"):
    ev(x)

class Later(datetime):
    def isoformat(self, *args): return "iso" + repr(args)
    def strftime(self, format): return "strf " + format
    def utcoffset(self): return timedelta(hours=99)
x = Later(2024, 1, 1, tzinfo=UTC)
print(str(x), format(x), format(x, "%Y"), x == datetime(2024, 1, 1, tzinfo=UTC), hash(x) == hash(datetime(2024, 1, 1, tzinfo=UTC)))
class Day(date):
    def isoformat(self): return "day"
    def timetuple(self): return (2000, 1, 1, 0, 0, 0, 0, 1, -1)
print(str(Day(2024, 1, 1)), Day(2024, 1, 1).strftime("%Y"), Day(2024, 1, 1) == date(2024, 1, 1), Day(2024, 1, 1) < datetime(2024, 1, 1).date())
class Other(datetime):
    def __new__(cls, *args, **kwargs): return "other"
for f in (lambda: datetime.__new__(Other, 2024, 1, 1) + timedelta(1), lambda: datetime.__new__(Other, 2024, 1, 1).replace(day=2), lambda: Other.fromordinal(1)):
    print(f())
class Slots(date):
    __slots__ = "extra",
    def __init__(self, *args, extra=None): self.extra = extra
    def __new__(cls, *args, extra=None): return date.__new__(cls, *args)
print(Slots(2024, 1, 1, extra=5).extra, Slots(2024, 1, 1).year)
