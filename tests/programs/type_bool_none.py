# bool, None, NotImplemented, Ellipsis, object
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
t("True + True", "True & False, True | False, True ^ True", "True & 1", "~True", "not None", "bool()", "bool('')", "bool(x=1)", "bool(1, 2)", "True == 1, True is 1 == 1", "isinstance(True, int)", "True.real, True.bit_length()", "str(True), repr(False)", "int(True)", "{True: 'a', 1: 'b', 1.0: 'c'}", "[10, 20][True]", "True < 2", "sum([True, True, False])", "-True", "True / 2", "True << 3", "bool.__bases__", "True.to_bytes()")
t("None == 0", "None is None", "None < 1", "None + 1", "None()", "None[0]", "None.x", "len(None)", "iter(None)", "bool(None)", "str(None)", "type(None)()", "type(None)(1)", "hash(None) == hash(None)", "NotImplemented", "type(NotImplemented)", "...", "type(...)", "Ellipsis is ...", "type(...)()", "None.__class__", "f'{None}'", "f'{None:5}'", "-None", "None and 1, None or 1")
t("object()== object()", "object(1)", "object.__init__(5, 1)", "object().x", "setattr(object(), 'x', 1)", "object.__text_signature__", "object.__bases__", "object.__mro__", "isinstance(object, object), isinstance(type, object)", "type(object), type(type)", "object.__subclasshook__()", "object().__eq__(1)", "object().__ne__(1)", "object().__lt__(1)", "object < object", "object() + 1", "len(object())", "object()[0]", "object()()", "hash(object()) == hash(object)", "bool(object())", "object().__format__('x')", "object.__format__(1, '')", "object.__repr__(1)[:9]", "object.__str__('a')", "object.__new__(int)", "object.__new__()", "object.__new__(5)", "object.__reduce__(1)", "object().__sizeof__() > 0", "sorted(set(dir(object())) - set(dir(object)))", "class_of(1)")
class E: pass
class N:
    def __init__(self, x): pass
class W:
    def __new__(cls, *a): return object.__new__(cls)
class B:
    def __bool__(self): return 5
class L:
    def __len__(self): return -1
class M:
    def __len__(self): return 1.5
class K:
    def __len__(self): return 0
t("E(1)", "E(x=1)", "N()", "N(1, 2)", "type(W(1, 2)).__name__", "bool(B())", "bool(L())", "len(L())", "len(M())", "bool(K())", "not K()", "E.__init__(E(), 1)", "object.__init__(W(), 1)", "E().x", "E().__dict__", "vars(E())", "vars(1)", "del_x(E())", "E() < E()", "E() + 1", "1 + E()", "E()[1]", "len(E())", "iter(E())", "next(E())", "E()()", "'a' in E()", "-E()", "abs(E())", "int(E())", "float(E())", "round(E())", "hash(E()) != 0", "with_(E())", "E() @ E()", "E() ** 2", "divmod(E(), 1)", "reversed(E())", "index(E())", "[1][E()]", "range(E())", "'a' * E()", "chr(E())")
