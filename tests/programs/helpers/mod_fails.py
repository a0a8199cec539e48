print("before error")
raise ValueError("import fails")
