print("pack init", __name__, __package__, __path__ is not None)
from . import one
from .one import thing as renamed
version = "1.0"
__all__ = ["one", "two"]
