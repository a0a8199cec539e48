# textwrap: wrap, fill, shorten, dedent, indent and their options
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import textwrap
text = "The quick brown fox jumps over the lazy dog. It's a well-known   sentence -- with dashes, a verylongwordthatdoesnotfit and\ttabs."
for w in (10, 20, 40, 200): print(textwrap.wrap(text, w))
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 40), textwrap.shorten(text, 30, placeholder="..."), textwrap.shorten("", 5), textwrap.shorten("hello world", 11))
print(repr(textwrap.dedent("  a\n    b\n\n  c\n \t\n")), repr(textwrap.dedent("a\n  b")), repr(textwrap.dedent("\ta\n\t b")), repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n\nb", "-", lambda l: True)))
for o in (dict(break_long_words=False), dict(break_on_hyphens=False), dict(drop_whitespace=False), dict(replace_whitespace=False), dict(expand_tabs=False), dict(tabsize=4), dict(fix_sentence_endings=True), dict(max_lines=2), dict(max_lines=1, placeholder=" >>")): print(o, textwrap.TextWrapper(width=25, **o).wrap(text))
attempt(lambda: textwrap.wrap("a", 0)); attempt(lambda: textwrap.shorten("hello world", 3, placeholder="....")); attempt(lambda: textwrap.wrap("a b c", 1)); attempt(lambda: textwrap.wrap("", 5)); attempt(lambda: textwrap.dedent(5))
