# try and except in their plain forms.
def divide(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        return "by zero"
print(divide(6, 3), divide(1, 0))
for value in ("5", "x", None):
    try:
        print(int(value))
    except ValueError as e:
        print("ValueError:", e)
    except TypeError as e:
        print("TypeError")
class Problem(Exception):
    pass
def check(n):
    if n > 2:
        raise Problem("too big", n)
    return n
for i in range(4):
    try:
        print("ok", check(i))
    except Problem as e:
        print("problem", e.args)
    else:
        print("no problem")
    finally:
        print("checked", i)
try:
    [1, 2][5]
except IndexError as e:
    print(e)
try:
    {"a": 1}["b"]
except KeyError as e:
    print(e)
try:
    None.attribute
except AttributeError as e:
    print(e)
try:
    unknown
except NameError as e:
    print(e)
def nested():
    try:
        try:
            raise ValueError("inner")
        except KeyError:
            print("wrong")
    except ValueError as e:
        print("outer caught", e)
nested()
try:
    raise ValueError
except Exception as e:
    print(repr(e), isinstance(e, ValueError), type(e).__mro__[1].__name__)
def reraise():
    try:
        raise KeyError("again")
    except KeyError:
        raise
try:
    reraise()
except KeyError as e:
    print("reraised", e)
assert True
try:
    assert 1 > 2, "one is not more than two"
except AssertionError as e:
    print(e)
