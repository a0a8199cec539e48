# Trace events: the implicit return has no line of its own
import sys
def tr(func,*a):
    out=[]
    def trace(frame, event, arg):
        if frame.f_code is func.__code__: out.append((event, frame.f_lineno-func.__code__.co_firstlineno))
        return trace
    old=sys.gettrace(); sys.settrace(trace)
    try: func(*a)
    finally: sys.settrace(old)
    print(func.__name__, out)
def f(x):
    if x:
        a = 1
    else:
        a = 2
tr(f,1); tr(f,0)
def g(x):
    match x:
        case 1:
            a = 1
        case 2:
            pass
tr(g,1); tr(g,2); tr(g,3)
def h(x):
    for i in range(x):
        if i:
            pass
        else:
            pass
tr(h,0); tr(h,1); tr(h,2)
def k(x):
    try:
        a = 1
        if x: raise ValueError
    except ValueError:
        b = 1
    else:
        c = 2
tr(k,0); tr(k,1)
def l(x):
    if x:
        with open('/dev/null'):
            a = 1
    else:
        while x < 3:
            x += 1
tr(l,0); tr(l,1)
def m(size):
    match size:
        case "small" | "tiny":
            while 0:
                return "never"
        case other:
            if not True:
                return other
tr(m,"tiny"); tr(m,"big")
