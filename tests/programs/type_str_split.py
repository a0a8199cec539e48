# str: split, rsplit, splitlines, partition, join and their edges
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
t("''.split()", "''.split(',')", "' a  b '.split()", "' a  b '.split(' ')", "'a,b,c'.split(',', 1)", "'a,b,c'.rsplit(',', 1)", "'a,b,c'.split(',', 0)", "'a b c'.split(None, 1)", "' a b c '.rsplit(None, 1)", "'a'.split('')", "'a'.split(1)", "'a'.split(sep='a')", "'aXXbXXc'.split('XX')", "'a\\u2003b\\x1cc'.split()", "'abc'.split('abc')", "'a,b'.split(',', maxsplit=-1)", "'a'.split(None, 'x')", "'aaa'.rsplit('aa')")
t("'a\\nb\\r\\nc\\rd'.splitlines()", "'a\\nb\\n'.splitlines(True)", "''.splitlines()", "'\\n'.splitlines()", "'a\\x0bb\\x0cc\\x1cd\\x85e\\u2028f'.splitlines()", "'a\\r\\n\\r\\nb'.splitlines(keepends=True)", "'a'.splitlines(1, 2)")
t("'a=b=c'.partition('=')", "'a=b=c'.rpartition('=')", "'abc'.partition('=')", "'abc'.rpartition('=')", "'abc'.partition('')", "'abc'.partition(1)", "'=a'.partition('=')", "'a='.rpartition('=')")
t("','.join([])", "','.join(['a'])", "','.join('abc')", "','.join(['a', 1])", "','.join(5)", "','.join({'x': 1, 'y': 2})", "''.join(str(i) for i in range(5))", "','.join(['a', b'b'])", "'é'.join(['日', '\\U0001f600'])", "','.join(x for x in 5)")
class S(str): pass
t("type(S('a b').split()[0]).__name__", "type(','.join([S('a')])).__name__", "S('a-b').partition('-')", "S('-').join('ab')")
t("'a.b.c'.replace('.', '')", "'aaa'.replace('a', 'b', 2)", "'abc'.replace('', '-')", "''.replace('', 'x')", "'abc'.replace('', '-', 2)", "'a'.replace('a')", "'a'.replace(1, 'b')", "'aaa'.replace('aa', 'b')", "'abc'.replace('b', '日')", "'x'.replace('x', 'y', count=1)", "'a'.replace('a', 'b', -1)", "'日本日'.replace('日', 'a')")
text = "the quick brown fox\njumps over\tthe lazy dog\n"
print([line.split() for line in text.splitlines()], text.split("the"), text.rsplit(maxsplit=2), text.expandtabs(4).split("\n"))
