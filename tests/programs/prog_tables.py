# textual output: print, sys.stdout, format of tables, ljust and f-strings with widths
rows = [("id", "name", "price", "when"), (1, "apple", 1.5, None), (22, "pear ü", 10, True), (333, "日本", 1234567.891, ()), (-4, "", float("nan"), [1, "a"])]
widths = [max(len(str(r[i])) for r in rows) for i in range(4)]
for r in rows: print(" | ".join(str(v).rjust(w) if isinstance(v, (int, float)) else str(v).ljust(w) for v, w in zip(r, widths)))
for r in rows[1:]: print(f"{r[0]:>5}|{r[1]:^8}|{r[2]:12,.2f}|{r[3]!s:<10}|{r[0]:+05d}|{r[0]:b}|{r[2]:e}|{r[2]:g}")
w, p = 12, 3; print(f"{3.14159:{w}.{p}f}|{'x':{'*'}^{w}}|{10 ** 10:{w},}|{0.000123:.{p}g}|{255:#{w}x}|{True:{w}}|{None!r:{w}}|{[1]!s:>{w}}")
print("%-10s|%5.1f|%05d|%x|%%|%r" % ("ab", 2.25, 42, 255, "q"), "{:>6}{:<6}{:^6}".format("a", "b", "c"), "{0:.3}{1:}".format("abcdef", 5), "=" * 20, "-".join("abc"), sep="\n")
print("\t".join(map(str, range(5))), "tab\tstop".expandtabs(8), "a\\b", r"raw\n", "q'q\"q", 'multi' 'part', "nul\0".encode(), ascii("é"), repr("\t\x1b"), sep="|")
print([0.1, 1e20, 1e-5, 100.0, 2 / 3, 1e16, 123456789.123], (1,), {"k": (None, ...)}, {1.0: 2}, {True}, [[]], b"\x00a", range(3), slice(1), print, sep="\n")
print(1, 2.0, "x", None, [1], end="\n\n"); print(); print("", ""); print("a\nb"); print(*"abc"); print(*range(3), sep=", ", end=".\n"); print("no newline", end=""); print(); print("é 日本 \U0001f600"); print(f"{'nested'!r:>{10 + 5}}", f"{{literal}}", f"{1}{2}", f"{'a' if 0 else 'b'}")
import sys; n = sys.stdout.write("abc\n"); print(n, file=sys.stdout); sys.stdout.writelines(["x", "y", "\n"]); print("to stderr", file=sys.stderr); sys.stderr.write("err\n")
for total in (0, 999, 1000, 10 ** 6, 1536, 2 ** 40):
    v, u = float(total), 0
    while v >= 1024 and u < 4: v /= 1024; u += 1
    print(f"{total:>14,} = {v:.1f} {'BKMGT'[u]}")
bars = {"a": 3, "bb": 7, "ccc": 0}; print("\n".join(f"{k:<4}{'#' * v:<8}{v / sum(bars.values()):6.1%}" for k, v in bars.items())); print("┌" + "─" * 5 + "┐\n│" + "box".center(5) + "│\n└" + "─" * 5 + "┘")
