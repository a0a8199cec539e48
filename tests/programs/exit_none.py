# SystemExit without a code, raised inside except: exit code 0 and no traceback.
try:
    1 / 0
except ZeroDivisionError:
    print("handling")
    raise SystemExit
