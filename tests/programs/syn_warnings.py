# Invalid escape and comparison warnings go to stderr and the program runs.
x = 5
print("\d", x is 5, "a" is x)
assert (x, "always true")
print(1 if x else 0, [1, 2] [0, 1] if 0 else "end", b"\q", 0x1for y in [1]) if 0 else print("end")
