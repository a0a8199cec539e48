# A file with a syntax error: nothing runs, the error is shown with carets.
print("never")
def f(a, b):
    return a +* b
