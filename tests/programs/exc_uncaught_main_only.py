# The shortest: one line at module level, with a caret under part of it.
x = {"a": [1, 2, {"b": None}]}
y = x["a"][2]["b"]["c"] + 5
