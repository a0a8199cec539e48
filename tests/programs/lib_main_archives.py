# Directories and zip files with a __main__ on the command line, and how the path of a program is shown.
import os
import subprocess
import sys
import tempfile
import zipfile

PROGRAM = '''import sys, helper
print(__name__, __file__, repr(__package__), __spec__ and __spec__.name, sys.argv, helper.x, sys.path[0], type(__loader__).__name__)
try:
    1 / 0
except ZeroDivisionError as e:
    print(e.__traceback__.tb_frame.f_code.co_filename)
'''


def run(*args, cwd=None):
    r = subprocess.run([sys.executable, *args], capture_output=True, text=True, cwd=cwd or where)
    out = (r.stdout + r.stderr).replace(where, 'WHERE').replace(sys.executable, 'PYTHON')
    print([a.replace(where, 'WHERE') for a in args], r.returncode, out.rstrip())


with tempfile.TemporaryDirectory() as where:
    where = os.path.realpath(where)

    def path(name):
        return os.path.join(where, name)

    os.mkdir(path('dir'))
    os.mkdir(path('none'))
    for name, text in ('__main__.py', PROGRAM), ('helper.py', 'x = 5\n'), ('plain.py', PROGRAM):
        with open(path('dir/' + name), 'w') as f:
            f.write(text)
    for name, how in ('a.zip', zipfile.ZIP_STORED), ('b.pyz', zipfile.ZIP_DEFLATED):
        with zipfile.ZipFile(path(name), 'w', how) as z:
            z.write(path('dir/__main__.py'), '__main__.py')
            z.write(path('dir/helper.py'), 'helper.py')
    with zipfile.ZipFile(path('none.zip'), 'w') as z:
        z.write(path('dir/helper.py'), 'helper.py')
    with open(path('b.pyz'), 'rb') as f:
        data = f.read()
    with open(path('line.pyz'), 'wb') as f:
        f.write(b'#!/usr/bin/env python3\n' + data)
    for args in (['dir', 'x'], ['a.zip', 'x'], ['b.pyz'], ['line.pyz'], ['none.zip'], ['none'], ['./dir/'], ['dir/../a.zip'], ['-I', 'dir'],
                 ['-I', 'a.zip'], ['./dir/plain.py'], ['dir/../dir/plain.py'], [path('dir/plain.py')], ['./missing.py'],
                 ['-c', 'import sys; sys.path.insert(0, "a.zip"); import helper; print(helper.__file__, type(helper.__loader__).__name__)'],
                 ['-c', 'import sys; print(sys.path_hooks[0].__name__, "zipimport" in sys.modules)']):
        run(*args)
    run('.', cwd=path('dir'))
    run('plain.py', cwd=path('dir'))
