# warnings: default filters, once per place, stacklevel, categories, formats to stderr.
import warnings, sys
def f(level=1): warnings.warn("from f", UserWarning, stacklevel=level)
for i in range(3): f()
f(2)
f(2)
warnings.warn("deprecated in main", DeprecationWarning)
class My(UserWarning): pass
warnings.warn(My("instance"))
warnings.warn("text", My)
warnings.simplefilter("always")
for i in range(2): f()
warnings.filterwarnings("error", "danger.*")
try: warnings.warn("dangerous")
except UserWarning as e: print("raised", e)
warnings.filterwarnings("ignore", category=My); warnings.warn(My("ignored"))
for bad in ((5,), ("x", int), ("x", 5), ()):
    try: warnings.warn(*bad)
    except Exception as e: print(type(e).__name__, e)
    sys.stderr.flush()
warnings.showwarning = lambda m, c, fn, ln, file=None, line=None: print("shown", m, c.__name__, ln)
warnings.warn("custom")
print(warnings.formatwarning("m", UserWarning, "file.py", 3, "the line"), end="")
@warnings.deprecated("use g instead")
def old(): return 1
print(old(), old.__deprecated__)
@warnings.deprecated("gone", category=None)
def older(): return 2
print(older())
warnings.resetwarnings(); print(warnings.filters)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("once")
    for i in range(3): warnings.warn("o")
print(len(log), log[0].filename.rpartition("/")[2], log[0].category)
