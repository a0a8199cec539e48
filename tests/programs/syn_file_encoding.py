# Bytes that are not UTF-8 without a declaration.
x = "ÿ"
