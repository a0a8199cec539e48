# difflib: matching, ratios, diffs
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import difflib as d
a = "one\ntwo\nthree\nfour\nfive\n".splitlines(True); b = "one\ntwo!\nthree\nextra\nfive\nsix\n".splitlines(True)
print("".join(d.unified_diff(a, b, "old", "new")), "".join(d.context_diff(a, b, "old", "new", n=1)), "".join(d.ndiff(a, b)), "".join(d.restore(d.ndiff(a, b), 1)), sep="---\n")
s = d.SequenceMatcher(None, "qabxcd", "abycdf"); print(s.get_opcodes(), s.get_matching_blocks(), s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.find_longest_match(0, 6, 0, 6), list(s.get_grouped_opcodes(1)))
print(d.SequenceMatcher(lambda x: x == " ", "a green door", "a very dark green  door").ratio(), d.SequenceMatcher(None, [1, 2, 3], [1, 3]).ratio(), d.SequenceMatcher(None, "", "").ratio(), d.SequenceMatcher(None, "abcd" * 60, "bcde" * 60).ratio())
print(d.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), d.get_close_matches("x", ["abc"]), d.get_close_matches("wheel", "while if else whale well".split(), n=2, cutoff=0.5), d.IS_CHARACTER_JUNK(" "), d.IS_LINE_JUNK("  #\n"))
print(list(d.unified_diff([], [])), list(d.unified_diff(["a"], ["a"])), list(d.unified_diff(["a"], ["b"], lineterm="")), list(d.Differ().compare(["abcd ef\n"], ["abxd ef\n"])), list(d.diff_bytes(d.unified_diff, [b"a"], [b"b"], b"x", b"y", lineterm=b"")))
attempt(lambda: d.get_close_matches("a", [], n=0)); attempt(lambda: d.get_close_matches("a", [], cutoff=2)); attempt(lambda: list(d.restore([], 3))); attempt(lambda: list(d.unified_diff(["a"], [1]))); print(d.HtmlDiff().make_table(["a\n"], ["b\n"]).count("<tr>"))
