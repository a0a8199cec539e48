# sys.exit with text: it goes to stderr, the code is 1.
import sys
print("out")
sys.exit("gone: é")
