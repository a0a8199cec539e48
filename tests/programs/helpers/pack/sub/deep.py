from ..one import thing
deepest = "deep " + thing
