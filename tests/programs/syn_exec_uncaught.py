# Errors at run time of compile, exec and imported modules, uncaught from a SyntaxError in exec.
try:
    exec("a b")
except SyntaxError as e:
    print(e.filename, e.lineno, e.text)
def run(src):
    exec(compile(src, "virtual.py", "exec"))
run("x = 1\ny = (x +\nz = 3\n")
