# coding: latin-1
# A file in another encoding (PEP 263).
s = "café"
print(ascii(s), len(s), s == "caf\xe9")
