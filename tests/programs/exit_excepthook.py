# sys.excepthook replaced; one that fails itself; sys.unraisablehook; threads' excepthook.
import sys, threading
def thread_body(): raise ValueError("in thread")
def thread_hook(args): print("thread hook", args.exc_type.__name__, args.exc_value, args.thread.name)
threading.excepthook = thread_hook
t = threading.Thread(target=thread_body, name="T1"); t.start(); t.join()
threading.excepthook = threading.__excepthook__
def hook(t, v, tb):
    print("hook", t.__name__, v, tb.tb_lineno)
    raise RuntimeError("hook failed")
sys.excepthook = hook
def f(): {}["key"]
f()
