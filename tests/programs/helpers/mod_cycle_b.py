import mod_cycle_a
y = 2
try:
    print(mod_cycle_a.x)
except AttributeError as e:
    print(str(e).partition(" (")[0])
