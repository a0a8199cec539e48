# An inventory with dataclasses, sorting, grouping and a report
from dataclasses import dataclass, field, asdict, replace
from collections import defaultdict
from itertools import groupby
@dataclass(order=True)
class Item:
    sort: tuple = field(init=False, repr=False)
    name: str
    price: float
    quantity: int = 0
    tags: set[str] = field(default_factory=set, compare=False)
    def __post_init__(self):
        if self.price < 0: raise ValueError(f"negative price: {self.price}")
        self.sort = (-self.price, self.name)
    @property
    def total(self): return self.price * self.quantity
items = [Item("apple", 0.5, 100, {"fruit"}), Item("pear", 0.75, 40, {"fruit", "green"}), Item("saw", 12.5, 3, {"tool"}), Item("nail", 0.01, 5000, {"tool", "small"}), Item("melon", 3, 7, {"fruit"})]
print(f"{'name':<8}{'price':>8}{'qty':>7}{'total':>10}")
for i in sorted(items): print(f"{i.name:<8}{i.price:>8.2f}{i.quantity:>7,}{i.total:>10.2f}")
print(f"{'sum':<8}{'':>15}{sum(i.total for i in items):>10.2f}")
tags = defaultdict(list)
for i in items:
    for t in sorted(i.tags): tags[t].append(i.name)
print(dict(sorted(tags.items())), {k: [i.name for i in g] for k, g in groupby(sorted(items, key=lambda i: i.price < 1), key=lambda i: "cheap" if i.price < 1 else "dear")})
print(items[0], replace(items[0], price=0.6), items[0] == replace(items[0]), asdict(items[2])["tags"], max(items, key=lambda i: i.total).name)
try: Item("bad", -1)
except ValueError as e: print(e)
try: Item()
except TypeError as e: print(e)
