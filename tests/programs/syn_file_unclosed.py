# An unclosed bracket in a file.
print("never")
values = [
    1,
    2,

def f():
    pass
