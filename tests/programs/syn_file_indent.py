# Wrong indentation in a file.
def f():
    x = 1
      y = 2
