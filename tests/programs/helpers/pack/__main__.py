print("pack main", __name__, __package__)
