# A spreadsheet: formulas, dependencies, cycles
import re
class Names(dict):
    def __init__(self, sheet): self.sheet = sheet; super().__init__(sum=lambda ks: sum(sheet[k] for k in ks), max=lambda ks: max(sheet[k] for k in ks))
    def __missing__(self, k): return self.sheet[k]
class Sheet:
    def __init__(self): self.cells, self.busy = {}, []
    def __setitem__(self, k, v): self.cells[k] = v
    def __getitem__(self, k):
        if k in self.busy: raise RecursionError(" -> ".join(self.busy + [k]))
        v = self.cells.get(k, 0)
        if not isinstance(v, str) or not v.startswith("="): return v
        self.busy.append(k)
        try:
            src = re.sub(r"([A-Z]\d):([A-Z]\d)", lambda m: repr([f"{c}{r}" for c in map(chr, range(ord(m[1][0]), ord(m[2][0]) + 1)) for r in range(int(m[1][1:]), int(m[2][1:]) + 1)]), v[1:])
            return eval(src, {"__builtins__": {}}, Names(self))
        finally: self.busy.pop()
s = Sheet(); s["A1"] = 5; s["A2"] = "=A1*2"; s["A3"] = "=A1+A2"; s["B1"] = "=sum(A1:A3)"; s["B2"] = "=max(A1:B1) - 1"; s["B3"] = "text"; s["C1"] = "=C2"; s["C2"] = "=C3+1"; s["C3"] = "=C1"; s["D1"] = "=1/A9"; s["D2"] = "=B3+1"; s["D3"] = "=)"
for k in sorted(s.cells):
    try: print(k, s.cells[k], s[k])
    except Exception as e: print(k, type(e).__name__, e)
s["A1"] = 7; print(s["B1"], s["B2"], s.busy)
