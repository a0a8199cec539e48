# -v: importlib tells of each import on standard error, before the standard streams exist too.
import subprocess
import sys

p = subprocess.run([sys.executable, "-v", "-c", "import stat; print(type(sys.stderr).__name__ if 'sys' in globals() else 1)"],
                   capture_output=True, text=True)
print(p.returncode, p.stdout, end="")
for name in ("_io", "marshal", "codecs", "encodings", "os", "site"):
    print(name, f"import '{name}' # " in p.stderr)
p = subprocess.run([sys.executable, "-vv", "-c", "pass"], capture_output=True, text=True)
print(p.returncode, "# trying " in p.stderr)
