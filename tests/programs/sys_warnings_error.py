#: flags -W error
# Warnings turned into errors.
import warnings
try:
    warnings.warn("now an error")
except UserWarning as e:
    print("caught", e)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("silent")
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.warn("seen", DeprecationWarning); warnings.warn_explicit("explicit", UserWarning, "f.py", 7)
print([(str(x.message), x.category.__name__, x.lineno) for x in w])
try:
    compile("1 is 1", "f", "eval")
except SyntaxError as e:
    print(type(e).__name__, e)
warnings.warn("ends the program", RuntimeWarning)
