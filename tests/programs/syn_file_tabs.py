# Tabs and spaces mixed.
def f():
        if 1:
	return 2
