# try statements of a module, where no name has a register: what follows each is reached once and only so.
try:
    nope
except NameError as error:
    pass
try:
    pass
except Exception as error:
    print("never")
print("one")
try:
    match 5:
        case 1: pass
        case _: pass
except Exception as error:
    print("never")
else:
    print("two")
try:
    pass
except ValueError:
    print("never")
finally:
    print("three")
for i in range(3):
    try:
        if i == 1: raise KeyError(i)
    except KeyError as e:
        pass
    try:
        pass
    except KeyError as e:
        print("never")
    try:
        if i: continue
    finally:
        print("finally", i)
    print("after", i)
try:
    try:
        raise ValueError(1)
    except ValueError as e:
        pass
    try: pass
    except ValueError as e: print("never")
    1 / 0
except ZeroDivisionError as e:
    print("outer", e)
class C:
    try:
        missing
    except NameError as e:
        pass
    try:
        pass
    except NameError as e:
        print("never")
    x = 1
print(C.x, "e" in vars(C))
with open(__file__) as f:
    pass
try: pass
except: print("never")
print("end")
