"""Doc of mod_a."""
print("importing mod_a as", __name__)
value = 1
_private = 2
__all__ = ["value", "func"]
def func(): return "func of mod_a"
def hidden(): return "hidden"
