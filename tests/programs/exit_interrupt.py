# KeyboardInterrupt that nobody catches.
print("start", flush=True)
def f():
    raise KeyboardInterrupt
f()
