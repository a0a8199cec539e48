# Keyword typo and missing colon.
class Foo
    pass
