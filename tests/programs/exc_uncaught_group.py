# An uncaught exception group with nesting, notes, causes and more members than are shown.
def fail(kind, text):
    raise kind(text)
def collect(*calls):
    errors = []
    for kind, text in calls:
        try:
            fail(kind, text)
        except Exception as e:
            errors.append(e)
    return errors
def build():
    inner = ExceptionGroup("inner group", collect((KeyError, "k"), (OSError, "os")))
    inner.add_note("note on the inner group")
    outer = collect((ValueError, "v1"), (TypeError, "t1"))
    try:
        try:
            1 / 0
        except ZeroDivisionError as z:
            raise RuntimeError("with context") from z
    except RuntimeError as r:
        outer.append(r)
    many = ExceptionGroup("many", [ValueError(i) for i in range(20)])
    return ExceptionGroup("outer group", outer + [inner, many])
raise build()
