# Warnings of calls and subscripts of what is constant once operators on constants have been computed.
import warnings

for source in ["(-2)[0]", "(1 + 2)(3)", "(-1)()", '("a" + "b")[1.5]', "[1, 2][-1.5]", "(1, 2)[0][1]", '(~5)["a"]', "(not 1)[0]", '"abc"["x"]',
               "{1}[0]", "(1, 2)[0](3)", "[1][(1, 2)]", "(lambda: 0)[1]", "(lambda: 0)()", "(1.5 * 2)[0]", 'b"a"[None]', "(x for x in y)()",
               "None[0]", "...[1]", "True()", 'f"{f}"()', "{1: 2}()", '(1, 2)[1:]["a"]', "[1][1, 2]", '"a"[...]', "(-x)[0]", "(1 / 0)[0]"]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        compile(source, "s", "eval")
    print(source, [str(w.message) for w in caught])
