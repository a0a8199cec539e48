import mod_cycle_b
x = 1
def get(): return mod_cycle_b.y
