from .sub.deep import deepest
name = __name__
