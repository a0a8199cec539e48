# An uncaught exception: output so far, then the traceback through several functions.
def innermost(values):
    total = 0
    for v in values:
        total += 10 / v
    return total
def middle(n):
    data = [n, n - 1, n - 2]
    return innermost(data)
class Runner:
    def run(self):
        return middle(2)
print("before")
Runner().run()
print("never")
