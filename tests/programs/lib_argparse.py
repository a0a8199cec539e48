# argparse: positionals, options, types, groups, sub-commands, help, errors
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import argparse, sys, io
def run(p, *argv):
    out, err = io.StringIO(), io.StringIO(); so, se = sys.stdout, sys.stderr; sys.stdout, sys.stderr = out, err
    try: r = p.parse_args(argv)
    except SystemExit as e: r = f"exit {e.code}"
    finally: sys.stdout, sys.stderr = so, se
    print(argv, "->", r, out.getvalue(), err.getvalue())
p = argparse.ArgumentParser(prog="tool", description="A tool that does things with files and numbers.", epilog="The end.")
p.add_argument("file", help="the file"); p.add_argument("rest", nargs="*", type=int, help="numbers"); p.add_argument("-v", "--verbose", action="count", default=0, help="more output"); p.add_argument("-n", "--number", type=int, metavar="N", default=5, help="a number (default: %(default)s)"); p.add_argument("--mode", choices=["fast", "slow"], default="fast"); p.add_argument("--flag", action="store_true"); p.add_argument("--no", dest="yes", action="store_false"); p.add_argument("--add", action="append"); p.add_argument("--pair", nargs=2, type=float); p.add_argument("--opt", nargs="?", const="c", default="d"); p.add_argument("--version", action="version", version="%(prog)s 1.2"); p.add_argument("--const", action="store_const", const=42); p.add_argument("--feature", action=argparse.BooleanOptionalAction)
for a in (["f"], ["f", "1", "2", "-vv", "-n", "7"], ["f", "--mode", "slow", "--flag", "--no", "--add", "a", "--add=b"], ["f", "--pair", "1", "2.5", "--opt"], ["f", "--opt", "x", "--const", "--no-feature"], ["-n7", "f", "--", "5"], ["--num", "3", "f"], ["f", "x"], ["f", "-n", "a"], ["f", "--bogus"], ["f", "--pair", "1"], ["--version"], ["-h"], ["f", "--flag=1"], ["f", "-n"], ["f", "--no-"]): run(p, *a)
s = argparse.ArgumentParser(prog="git"); sub = s.add_subparsers(dest="command", required=True, title="commands"); a = sub.add_parser("add", help="add files", aliases=["a"]); a.add_argument("paths", nargs="+"); c = sub.add_parser("commit"); c.add_argument("-m", required=True); c.set_defaults(func="do_commit")
for v in (["add", "x", "y"], ["a", "z"], ["commit", "-m", "msg"], ["commit"], [], ["add"], ["add", "-h"]): run(s, *v)
g = argparse.ArgumentParser(prog="g", add_help=False, formatter_class=argparse.ArgumentDefaultsHelpFormatter); m = g.add_mutually_exclusive_group(required=True); m.add_argument("--a", action="store_true"); m.add_argument("--b", type=int, default=3, help="the b"); gr = g.add_argument_group("extra", "more of it"); gr.add_argument("--c", help=argparse.SUPPRESS); gr.add_argument("--d", help="the d", default="dd")
for v in (["--a"], ["--b", "4", "--d", "e"], ["--a", "--b", "1"], []): run(g, *v)
print(g.format_help()); print(p.format_usage()); print(p.parse_known_args(["f", "--zzz"])); ns = argparse.Namespace(x=1, y="z"); print(ns, ns == argparse.Namespace(y="z", x=1), "x" in ns, vars(ns))
for f in (lambda: p.add_argument("--flag"), lambda: p.add_argument("-x", "y"), lambda: p.add_argument("--t", type="notcallable"), lambda: p.add_argument("--q", nargs=0), lambda: p.add_argument("--w", action="nope"), lambda: p.add_argument("z", required=True)): attempt(f)
def even(t):
    if int(t) % 2: raise argparse.ArgumentTypeError(f"{t} is odd")
    return int(t)
e = argparse.ArgumentParser(prog="e", exit_on_error=False, prefix_chars="+-", fromfile_prefix_chars=None); e.add_argument("+e", type=even)
run(e, "+e", "4"); attempt(lambda: e.parse_args(["+e", "3"])); attempt(lambda: e.parse_args(["+e", "x"]))
