# try, except, else and finally on every way out.
log = []
def way(how):
    try:
        log.append("try")
        if how == "return": return "from try"
        if how == "raise": raise ValueError("v")
        if how == "key": {}["k"]
        if how == "exit": raise SystemExit(3)
    except ValueError as e:
        log.append(f"except {e}")
        return "from except"
    except (KeyError, IndexError) as e:
        log.append(f"lookup {e!r}")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return "after"
for how in ("", "return", "raise", "key", "exit"):
    log.clear()
    try:
        r = way(how)
    except BaseException as e:
        r = repr(e)
    print(how, r, log)
def override():
    try:
        return 1
    finally:
        return 2
print(override())
def swallow():
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            continue
    return "swallowed"
print(swallow())
def loop_break():
    out = []
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            out.append(i)
        finally:
            out.append(f"f{i}")
    else:
        out.append("else")
    return out
print(loop_break())
def nested():
    out = []
    try:
        try:
            try:
                raise KeyError(1)
            finally:
                out.append("inner finally")
        except KeyError:
            out.append("caught")
            raise TypeError("new")
        finally:
            out.append("middle finally")
    except TypeError as e:
        out.append((str(e), repr(e.__context__)))
    return out
print(nested())
def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2
print(value_kept())
def reraise():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise
    except ArithmeticError as e:
        return type(e).__name__
print(reraise())
def gen():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        log.append("GeneratorExit")
        raise
    finally:
        log.append("gen finally")
log.clear()
g = gen()
print(next(g))
g.close()
print(log)
def finally_raises():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")
try:
    finally_raises()
except KeyError as e:
    print(repr(e), repr(e.__context__), e.__cause__)
def deep_return():
    for i in range(3):
        try:
            for j in range(3):
                try:
                    if j == 1: return i, j
                finally:
                    log.append("j")
        finally:
            log.append("i")
log.clear()
print(deep_return(), log)
def while_true():
    n = 0
    while True:
        try:
            n += 1
            if n < 3: continue
            if n == 5: return n
        except Exception:
            pass
        else:
            log.append(n)
        finally:
            n += 1
log.clear()
print(while_true(), log)
import sys
def exc_info_state():
    out = [sys.exc_info()[0]]
    try:
        raise ValueError
    except ValueError:
        out.append(sys.exc_info()[0].__name__)
        try:
            raise KeyError
        except KeyError:
            out.append(sys.exc_info()[0].__name__)
        out.append(sys.exc_info()[0].__name__)
    out.append(sys.exc_info())
    return out
print(exc_info_state())
def dynamic(kinds, exc):
    try:
        raise exc
    except kinds as e:
        return "caught " + type(e).__name__
print(dynamic((ValueError, KeyError), KeyError()), dynamic(Exception, OSError()), dynamic(LookupError, IndexError()))
for kinds in (5, (ValueError, "x"), int):
    try:
        dynamic(kinds, ValueError("shown"))
    except TypeError as e:
        print(e, "|", repr(e.__context__))
def except_order():
    try: raise IndexError
    except KeyError: return "key"
    except LookupError: return "lookup"
    except Exception: return "exception"
    except: return "bare"
print(except_order())
def bare():
    try: raise SystemExit
    except: return sys.exception()
print(repr(bare()))
try:
    raise
except RuntimeError as e:
    print(e)
