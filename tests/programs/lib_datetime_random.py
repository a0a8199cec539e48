#: env TZ=CET-1CEST,M3.5.0,M10.5.0/3
# datetime: random operations, a checksum of the results of each kind
import random, re, zlib
from _datetime import *
R = random.Random(2024)
n = 60
sums = {}
def ev(label, f):
    try: r = repr(f())
    except Exception as e: r = type(e).__name__ + ": " + str(e)
    text = re.sub("0x[0-9a-f]+", "0x", f"{label} {r}")
    sums[label[0]] = zlib.crc32(ascii(text).encode(), sums.get(label[0], 0))
class Z(tzinfo):
    def utcoffset(self, d):
        if d is None: return None
        return timedelta(hours=1 + (d.month in (4,5,6,7,8,9)) - d.fold)
    def dst(self, d): return timedelta(hours=int(d.month in (4,5,6,7,8,9)))
    def tzname(self, d): return "Z%d%%" % (d.month if d else 0)
class N(tzinfo):
    def utcoffset(self, d): return None
    def dst(self, d): return None
    def tzname(self, d): return None
zones = [None, None, UTC, Z(), N()]
def rz():
    if R.random() < .3: return timezone(timedelta(seconds=R.randrange(-86399, 86400), microseconds=R.choice([0,0,0,R.randrange(10**6)])))
    return R.choice(zones)
def rint():
    return R.choice([0,1,-1,R.randrange(-100,100),R.randrange(-10**6,10**6),R.randrange(-10**12,10**12),R.randrange(-10**19,10**19), R.randrange(-10**24,10**24)])
def rfloat():
    return R.choice([R.random(), R.uniform(-1e3,1e3), R.uniform(-1e9,1e9), R.randrange(-1000,1000)/2, R.randrange(-10**7,10**7)/1e6, R.uniform(-1,1)*10**R.randrange(-12,20), 0.5, 1.5, 2.5e-6, 5e-7])
def rdelta():
    while True:
        try:
            k = R.random()
            if k < .4: return timedelta(R.randrange(-1000,1000), R.randrange(86400), R.randrange(10**6))
            if k < .6: return timedelta(R.randrange(-999999999,10**9), R.randrange(86400), R.randrange(10**6))
            if k < .8: return timedelta(microseconds=R.randrange(-1000,1000))
            return timedelta(R.randrange(-4000000,4000000))
        except OverflowError: pass
def rdate():
    return date.fromordinal(R.choice([R.randrange(1,3652060), R.randrange(700000,760000), R.randrange(1,2000), 3652059-R.randrange(2000)]))
def rtime():
    return time(R.randrange(24), R.choice([0,R.randrange(60)]), R.choice([0,R.randrange(60)]), R.choice([0,0,R.randrange(10**6), R.randrange(1000)*1000]), rz(), fold=R.randrange(2))
def rdt():
    d = rdate()
    return datetime.combine(d, rtime())
fmts = "aAbBcdHIjmMpSUwWxXyYzZfGuVFTDeRhCnt%s"
def rfmt():
    s = ''
    for _ in range(R.randrange(1,5)):
        s += R.choice(['%' + R.choice(fmts), '%:z', '%%', 'x', ' ', '%-' + R.choice('dHmjyeIMS'), '\u00e9'])
    if R.random() < .1: s += '%'
    return s.replace('%s','%d')
def riso():
    k = R.random()
    d = R.choice(['%04d-%02d-%02d','%04d%02d%02d','%04d-W%02d-%d','%04dW%02d%d','%04d-W%02d','%04dW%02d','%04d%02d-%02d','%04d-%02d%02d','%04d-W%02d%d','%04dW%02d-%d'])
    y = R.choice([2024,2020,1,9999,R.randrange(0,10000)])
    if 'W' in d:
        v = (y, R.randrange(0,55), R.randrange(0,9))[:d.count('%')]
    else: v = (y, R.randrange(0,14), R.randrange(0,33))
    s = d % v
    t = R.choice(['%02d','%02d:%02d','%02d:%02d:%02d','%02d%02d','%02d%02d%02d','%02d:%02d%02d','%02d%02d:%02d','%d:%02d'])
    t = t % tuple(R.choice([R.randrange(24),R.randrange(62)]) for _ in range(t.count('%')))
    if R.random() < .4: t += R.choice('.,.:') + ''.join(R.choice('0123456789') for _ in range(R.randrange(0,9)))
    if R.random() < .4:
        z = R.choice(['Z','+','-','+','-'])
        if z != 'Z':
            zz = R.choice(['%02d','%02d:%02d','%02d:%02d:%02d','%02d%02d','%02d%02d%02d','%02d:%02d%02d'])
            z += zz % tuple(R.choice([R.randrange(24),R.randrange(62)]) for _ in range(zz.count('%')))
            if R.random() < .2: z += '.' + ''.join(R.choice('0123456789') for _ in range(R.randrange(0,9)))
        t += z
    if R.random() < .2: s2 = s
    else: s2 = s + R.choice('TT t-+Z0159:.W\u00e9\u4e2d\ud800\0') + t
    def mut(x):
        if R.random() < .15 and x:
            i = R.randrange(len(x)); x = x[:i] + R.choice(['', R.choice('0123456789-:.,+ZTW \u0661\u00e9x\0')]) + x[i+R.randrange(2):]
        return x
    return mut(s2), mut(R.choice(['','','T']) + t), mut(s)
for i in range(n):
    d, e, dt, du, t, u, dd = rdelta(), rdelta(), rdt(), rdt(), rtime(), rtime(), rdate()
    k, f = rint(), rfloat()
    k2 = k or 3
    args = {R.choice(['days','seconds','microseconds','milliseconds','minutes','hours','weeks']): R.choice([rint, rfloat])() for _ in range(R.randrange(1,4))}
    ev(('td', sorted(args.items())), lambda: timedelta(**args))
    for name, g in (('add', lambda: d+e), ('sub', lambda: d-e), ('neg', lambda: -d), ('abs', lambda: abs(d)), ('mul', lambda: d*k), ('rmul', lambda: k*d),
        ('mulf', lambda: d*f), ('div', lambda: d/k), ('divf', lambda: d/f), ('fdiv', lambda: d//k), ('ddiv', lambda: d/e), ('dfdiv', lambda: d//e), ('mod', lambda: d%e),
        ('divmod', lambda: divmod(d,e)), ('cmp', lambda: (d<e, d==e, d>=e)), ('hash', lambda: hash(d)), ('str', lambda: str(d)), ('ts', lambda: d.total_seconds())):
        ev((name, d, e, k, f), g)
    ev(('date', dd), lambda: (dd.isocalendar(), dd.toordinal(), dd.weekday(), dd.isoweekday(), dd.timetuple(), dd.ctime(), str(dd), hash(dd)))
    ev(('iso', dd), lambda: date.fromisocalendar(*dd.isocalendar()) == dd)
    ev(('dadd', dd, d), lambda: dd+d); ev(('dsub', dd, d), lambda: dd-d); ev(('dsubd',), lambda: dd-dt.date())
    ev(('dt', dt), lambda: (str(dt), hash(dt), dt.utcoffset(), dt.dst(), dt.tzname(), dt.date(), dt.time(), dt.timetz(), dt.ctime()))
    ev(('dtt', dt), lambda: dt.timetuple()); ev(('dtu', dt), lambda: dt.utctimetuple())
    ev(('dtts', dt), lambda: dt.timestamp())
    ev(('dtas', dt), lambda: dt.astimezone()); z = rz()
    ev(('dtaz', dt, z), lambda: dt.astimezone(z))
    for name, g in (('add', lambda: dt+d), ('radd', lambda: d+dt), ('sub', lambda: dt-d), ('dsub', lambda: dt-du), ('lt', lambda: dt<du), ('eq', lambda: dt==du), ('eqs', lambda: dt==dt.replace(tzinfo=du.tzinfo)),
      ('eq2', lambda: dt==dt.astimezone(UTC)), ('tlt', lambda: t<u), ('teq', lambda: t==u), ('teqs', lambda: t==t.replace(tzinfo=u.tzinfo, fold=0)), ('lts', lambda: t < t.replace(tzinfo=u.tzinfo))):
        ev((name, dt, du, d, t, u), g)
    sp = R.choice(['auto','hours','minutes','seconds','milliseconds','microseconds'])
    ev(('isof', dt, sp), lambda: dt.isoformat('\u4e2d', sp)); ev(('isot', t, sp), lambda: t.isoformat(sp))
    ev(('t', t), lambda: (str(t), t.utcoffset(), t.dst(), t.tzname(), hash(t)))
    m = rfmt()
    ev(('strf', dt, m), lambda: dt.strftime(m)); ev(('strfd', dd, m), lambda: dd.strftime(m)); ev(('strft', t, m), lambda: t.strftime(m))
    ev(('fmt', dt, m), lambda: format(dt, m))
    for _ in range(5):
        a, b, c = riso()
        ev(('isodt', a), lambda: datetime.fromisoformat(a)); ev(('isot', b), lambda: time.fromisoformat(b)); ev(('isod', c), lambda: date.fromisoformat(c))
    x = R.choice([R.uniform(-1e10,1e10), R.uniform(-7e10,3e11), R.randrange(-10**10,10**10), R.randrange(0,2*10**9)+R.randrange(10**7)/1e7, rint(), rfloat(), R.randrange(0,2**31)+.5+1e-6*R.randrange(10)])
    ev(('fts', x), lambda: datetime.fromtimestamp(x)); ev(('ftz', x, z), lambda: datetime.fromtimestamp(x, z)); ev(('fd', x), lambda: date.fromtimestamp(x))
    for p in (2,4):
        ev(('red',), lambda: (dt.__reduce_ex__(p)[1], t.__reduce_ex__(p)[1], dd.__reduce_ex__(p)))
    ev(('repl',), lambda: dt.replace(**{R.choice(['year','month','day','hour','minute','second','microsecond','fold']): R.choice([0,1,2,29,30,31,59,60,100,2023])}))
for kind, total in sums.items(): print(kind, total)
