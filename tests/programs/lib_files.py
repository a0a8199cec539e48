# Files: open, modes, pathlib, os, tempfile, shutil, glob
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import os, tempfile, pathlib, shutil, glob, fnmatch, stat
d = tempfile.mkdtemp(prefix="adder_"); P = pathlib.Path
os.chdir(d)
with open("a.txt", "w") as f: print(f.write("one\ntwo\n"), f.name, f.mode, f.tell(), f.closed, f.encoding)
with open("a.txt", "a+") as f: f.write("three"); f.seek(0); print(f.readlines(), f.read())
with open("a.txt", "r+") as f: f.write("ONE"); f.seek(0); print(repr(f.read()))
with open("b.bin", "wb") as f: f.write(bytes(range(5))); f.seek(2); f.write(b"\xff")
with open("b.bin", "rb") as f: print(f.read(2), f.peek()[:1], f.read(), f.seek(-1, 2), f.read())
with open("x.txt", "x") as f: pass
attempt(lambda: open("x.txt", "x")); attempt(lambda: open("none")); attempt(lambda: open(".")); attempt(lambda: f.read()); attempt(lambda: open("a.txt").write("x")); attempt(lambda: open("a.txt", "w").read()); attempt(lambda: open("a.txt", "rb").write(b"")); attempt(lambda: os.mkdir("a.txt")); attempt(lambda: os.rmdir("zz")); attempt(lambda: os.remove("zz")); attempt(lambda: os.listdir("zz")); attempt(lambda: os.rename("zz", "y"))
p = P("dir/sub"); p.mkdir(parents=True); (p / "f.py").write_text("print(1)\n"); (p / "g.txt").write_bytes(b"x\r\ny"); print((p / "f.py").read_text(), (p / "g.txt").read_text(newline=""), (p / "g.txt").read_bytes(), sorted(x.name for x in p.iterdir()), p.exists(), p.is_dir(), (p / "f.py").is_file(), (p / "f.py").stat().st_size, [str(x) for x in sorted(P(".").rglob("*.py"))], sorted(map(str, P(".").glob("dir/*/*"))))
q = P("/usr/lib/../x.tar.gz"); print(q.name, q.stem, q.suffix, q.suffixes, q.parent, q.parts, q.root, q.anchor, q.is_absolute(), q.with_name("n"), q.with_suffix(".zip"), q.with_stem("s"), q / "y", q.relative_to("/usr"), q.match("*.gz"), q.as_posix(), P("a//b/./c"), P("a") / "/b", P("a", "b"), P(), P("a") < P("b"), repr(q), P("a/b").parents[1], list(P("a/b/c").parents), q.is_relative_to("/usr"), P("a").joinpath("b", "c"), hash(P("a")) == hash(P("a")))
attempt(lambda: P("a").relative_to("b")); attempt(lambda: P("a").with_name("")); attempt(lambda: P("a").with_suffix("x")); attempt(lambda: P("a") / 5); attempt(lambda: P("dir").mkdir()); attempt(lambda: P("zz").read_text()); P("dir").mkdir(exist_ok=True); attempt(lambda: P("zz").unlink()); P("zz").unlink(missing_ok=True); attempt(lambda: P("dir").rmdir())
print(sorted(os.listdir()), sorted(glob.glob("*.txt")), sorted(glob.glob("**/*.py", recursive=True)), [(r, sorted(x), sorted(y)) for r, x, y in os.walk("dir")], sorted(e.name for e in os.scandir("dir/sub") if e.is_file()), os.path.getsize("b.bin"), stat.filemode(os.stat("dir").st_mode)[0], os.access("a.txt", os.R_OK))
shutil.copy("a.txt", "c.txt"); shutil.copytree("dir", "copy"); shutil.move("c.txt", "dir/c.txt"); os.replace("x.txt", "y.txt"); print(sorted(os.listdir("dir")), sorted(os.listdir("copy/sub")), os.path.exists("x.txt")); shutil.rmtree("copy"); print(os.path.exists("copy"))
j = os.path; print(j.join("a", "b", "/c", "d"), j.split("/a/b"), j.splitext("a.b.c"), j.basename("/x/y/"), j.dirname("/x/y"), j.normpath("a/../b//c/."), j.isabs("/a"), j.commonpath(["/a/b", "/a/c"]), j.commonprefix(["abc", "abd"]), j.relpath("/a/b", "/a/c"), j.splitext(".bashrc"), j.expanduser("x"), os.sep, os.linesep, os.curdir, os.fspath(P("q")))
print(fnmatch.fnmatch("a.py", "*.py"), fnmatch.filter(["a1", "b2", "a3"], "a[0-9]"), fnmatch.translate("*.t?t"), fnmatch.fnmatchcase("A", "a"))
with tempfile.TemporaryDirectory() as t: n = P(t, "f"); n.touch(); print(n.exists())
print(n.exists())
with tempfile.NamedTemporaryFile("w+", suffix=".txt") as t: t.write("x"); t.flush(); print(open(t.name).read(), t.name.endswith(".txt"))
with tempfile.TemporaryFile() as t: t.write(b"ab"); t.seek(0); print(t.read())
os.environ["ADDER_TEST"] = "v"; print(os.environ["ADDER_TEST"], os.getenv("NOPE", "d"), os.environ.get("NOPE"), "ADDER_TEST" in os.environ); del os.environ["ADDER_TEST"]; attempt(lambda: os.environ["ADDER_TEST"]); attempt(lambda: os.environ.__setitem__("a", 1)); os.symlink("a.txt", "ln"); print(os.readlink("ln"), P("ln").is_symlink(), os.path.islink("ln"), os.path.samefile("ln", "a.txt")); os.utime("a.txt", (1, 2)); print(os.stat("a.txt").st_mtime)
os.chdir("/"); shutil.rmtree(d); print(os.path.exists(d))
