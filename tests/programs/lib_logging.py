# logging: levels, handlers, formatters, filters, hierarchy
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import logging, io, sys
s = io.StringIO(); h = logging.StreamHandler(s); h.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(message)s")); log = logging.getLogger("app"); log.addHandler(h); log.setLevel(logging.DEBUG); log.propagate = False
log.debug("d %s", 1); log.info("i %(k)s", {"k": 2}); log.warning("w"); log.error("e %d %d", 1, 2); log.critical("c"); log.log(25, "custom"); logging.addLevelName(25, "NOTICE"); log.log(25, "named")
child = logging.getLogger("app.db.conn"); child.info("child"); child.setLevel("ERROR"); child.warning("hidden"); child.error("shown")
try: 1 / 0
except ZeroDivisionError: log.exception("failed")
print("\n".join(l for l in s.getvalue().splitlines() if not l.startswith("  File")))
print(log.level, child.getEffectiveLevel(), child.parent.name, log.isEnabledFor(10), logging.getLevelName(30), logging.getLevelName("INFO"), logging.getLevelName(99), log, child, logging.root, log.handlers == [h], log.hasHandlers(), logging.getLogger("app") is log, log.getChild("x").name)
s2 = io.StringIO(); h2 = logging.StreamHandler(s2); h2.setLevel(logging.WARNING); h2.addFilter(lambda r: "skip" not in r.getMessage()); h2.setFormatter(logging.Formatter("{levelname}:{message}:{funcName}:{extra}", style="{", defaults={"extra": "-"})); log.addHandler(h2)
def fn(): log.warning("from fn"); log.warning("skip me"); log.info("low"); log.error("x", extra={"extra": "E"})
fn(); print(s2.getvalue(), end=""); log.removeHandler(h2)
class L(logging.Handler):
    def __init__(self): super().__init__(); self.records = []
    def emit(self, r): self.records.append((r.levelno, r.getMessage(), r.args, r.name))
m = L(); log.addHandler(m); log.info("a %s %s", "b", 1); logging.LoggerAdapter(log, {"x": 1}).info("adapted"); print(m.records)
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(asctime)s %(message)s", datefmt="DATE", force=True); logging.info("root info"); logging.debug("no"); logging.getLogger("z.y").warning("propagates"); logging.disable(logging.ERROR); logging.error("disabled"); logging.disable(logging.NOTSET)
attempt(lambda: log.setLevel("NOPE")); attempt(lambda: log.setLevel(1.5)); attempt(lambda: logging.Formatter("{x", style="{")); attempt(lambda: logging.Formatter(style="?")); attempt(lambda: logging.getLogger(5)); attempt(lambda: logging.basicConfig(bogus=1)); attempt(lambda: log.log("INFO", "x"))
r = logging.LogRecord("n", 20, "/p/file.py", 7, "m %s", ("a",), None, "f"); print(r, r.filename, r.module, r.getMessage(), logging.Formatter("%(filename)s:%(lineno)d %(module)s %(funcName)s").format(r)); print(logging.BufferingFormatter().format([r, r])); from logging.handlers import MemoryHandler; mh = MemoryHandler(2, target=m); mh.emit(r); mh.emit(r); print(len(m.records))
