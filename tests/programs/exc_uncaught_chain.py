# A chain: explicit cause, implicit context, notes, and a custom class from a nested scope.
class Failure(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code
    def __str__(self):
        return f"[{self.code}]\n  {self.args[1]}"
def load(mapping):
    return mapping["missing"]
def convert():
    try:
        load({})
    except KeyError as e:
        raise ValueError("conversion failed") from e
def cleanup():
    try:
        convert()
    except ValueError:
        undefined_function()
def top():
    try:
        cleanup()
    except NameError as e:
        f = Failure(7, "two\nlines")
        f.add_note("a note")
        f.add_note("another\nnote of two lines")
        raise f from e
top()
