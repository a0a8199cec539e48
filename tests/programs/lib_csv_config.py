# csv by its module, configparser
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import csv, io, configparser
rows = list(csv.reader(io.StringIO('a,b,"c,d"\n1,"x ""q""",\n\n"multi\nline",2,3\r\n'))); print(rows)
o = io.StringIO(); w = csv.writer(o); w.writerow([1, "a,b", 'q"t', None, 2.5, "x\ny", ""]); w.writerows([["a"], []]); print(repr(o.getvalue()))
o = io.StringIO(); d = csv.DictWriter(o, ["x", "y"], extrasaction="ignore", lineterminator="\n"); d.writeheader(); d.writerow({"x": 1, "z": 3}); print(o.getvalue(), list(csv.DictReader(io.StringIO("h1,h2\n1,2,3\n4\n"))), list(csv.DictReader(io.StringIO("1;2"), ["a", "b"], delimiter=";")))
for q in (csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE): o = io.StringIO(); csv.writer(o, quoting=q, escapechar="\\", lineterminator="").writerow([1, "a", "b,c", 1.5]); print(o.getvalue())
print(list(csv.reader(["a|b c|'d|e'"], delimiter="|", quotechar="'")), list(csv.reader(["1,2.5"], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(["a, b"], skipinitialspace=True)), csv.list_dialects(), csv.Sniffer().sniff("a;b\n1;2\n").delimiter)
for f in (lambda: csv.writer(5), lambda: csv.reader(5), lambda: csv.writer(io.StringIO()).writerow(5), lambda: csv.reader([], delimiter="ab"), lambda: csv.DictWriter(io.StringIO(), ["a"]).writerow({"b": 1}), lambda: list(csv.reader([b"a"])), lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"]), lambda: csv.get_dialect("no"), lambda: list(csv.reader(['"a'], strict=True))): attempt(f)
c = configparser.ConfigParser(); c.read_string("[DEFAULT]\nbase = /x\n[a]\npath = %(base)s/y\nn: 5\nflag = yes\nmulti = 1\n  2\n; comment\nempty =\n[b c]\nf = 2.5 # not\n")
print(c.sections(), c["a"]["path"], c.getint("a", "n"), c["a"].getboolean("flag"), c["b c"]["f"], repr(c["a"]["multi"]), repr(c["a"]["empty"]), dict(c["a"]), c.has_option("a", "N"), "z" in c, c.get("a", "zz", fallback="fb"), c.items("b c"), c.options("a"))
c["new"] = {"k": "v"}; c.set("new", "j", "1"); c.remove_section("b c"); o = io.StringIO(); c.write(o); print(o.getvalue())
for f in (lambda: c["no"], lambda: c["a"]["no"], lambda: c.get("no", "x"), lambda: c.add_section("a"), lambda: c.set("a", "n", 5), lambda: c.getint("a", "path"), lambda: c.getboolean("a", "path"), lambda: configparser.ConfigParser().read_string("x = 1"), lambda: configparser.ConfigParser().read_string("[a]\nx = 1\nx = 2"), lambda: configparser.ConfigParser().read_string("[a]\n[a]"), lambda: configparser.ConfigParser().read_string("[a]\nnovalue"), lambda: configparser.ConfigParser(allow_no_value=True).read_string("[a]\nnovalue"), lambda: c.read("/no/file")): attempt(f)
