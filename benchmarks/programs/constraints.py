"""Constraints: a spreadsheet of cells whose formulas recompute in order when their inputs change."""
from harness import main


class Cycle(Exception):
    pass


class Cell:
    def __init__(self, name):
        self.name = name
        self.value = 0
        self.rule = None
        self.users = []
        self.changed = False

    def __repr__(self):
        return "<%s %r>" % (self.name, self.value)


class Rule:
    def __init__(self, output, inputs):
        self.output, self.inputs = output, inputs

    def compute(self):
        raise NotImplementedError


class Sum(Rule):
    def compute(self):
        total = 0
        for cell in self.inputs:
            total += cell.value
        return total


class Scale(Rule):
    def __init__(self, output, inputs, factor, offset):
        super().__init__(output, inputs)
        self.factor, self.offset = factor, offset

    def compute(self):
        return self.inputs[0].value * self.factor + self.offset


class Largest(Rule):
    def compute(self):
        return max([cell.value for cell in self.inputs])


class Sheet:
    def __init__(self):
        self.cells = {}
        self.order = None
        self.computed = 0

    def cell(self, name):
        if name not in self.cells:
            self.cells[name] = Cell(name)
        return self.cells[name]

    def define(self, kind, name, inputs, *arguments):
        output = self.cell(name)
        if output.rule is not None:
            for cell in output.rule.inputs:
                cell.users.remove(output)
        output.rule = kind(output, [self.cell(i) for i in inputs], *arguments)
        for cell in output.rule.inputs:
            cell.users.append(output)
        self.order = None

    def plan(self):
        """Cells in an order in which each comes after its inputs."""
        state, order = {}, []

        def visit(cell):
            mark = state.get(cell.name)
            if mark == "open":
                raise Cycle(cell.name)
            if mark is None:
                state[cell.name] = "open"
                for user in cell.users:
                    visit(user)
                state[cell.name] = "done"
                order.append(cell)

        for cell in self.cells.values():
            visit(cell)
        order.reverse()
        self.order = order

    def update(self, changes):
        if self.order is None:
            self.plan()
        for name, value in changes.items():
            cell = self.cells[name]
            cell.changed = cell.value != value
            cell.value = value
        for cell in self.order:
            if cell.rule is not None and any(i.changed for i in cell.rule.inputs):
                value = cell.rule.compute()
                self.computed += 1
                cell.changed = value != cell.value
                cell.value = value
        for cell in self.order:
            cell.changed = False


def build(width):
    sheet = Sheet()
    for i in range(width):
        sheet.define(Scale, "b%d" % i, ["a%d" % i], 3, i)
        sheet.define(Sum, "c%d" % i, ["b%d" % i, "b%d" % (i // 2), "a%d" % (width - 1 - i)])
    sheet.define(Sum, "total", ["c%d" % i for i in range(width)])
    sheet.define(Largest, "top", ["c%d" % i for i in range(width)])
    sheet.define(Scale, "last", ["top"], -1, 0)
    return sheet


def run(n):
    width = 40
    sheet = build(width)
    sheet.update({"a%d" % i: i + 1 for i in range(width)})
    history = []
    for step in range(n):
        sheet.update({"a%d" % (step * 7 % width): step % 100, "a%d" % (step * 3 % width): step % 13})
        history.append((sheet.cells["total"].value, sheet.cells["last"].value))
    cycles = 0
    try:
        sheet.define(Sum, "a0", ["last"])
        sheet.update({})
    except Cycle:
        cycles += 1
    return history, sheet.computed, cycles


def check(n, result):
    history, computed, cycles = result
    width = 40
    a = [i + 1 for i in range(width)]
    for step in range(n):
        a[step * 7 % width] = step % 100
        a[step * 3 % width] = step % 13
        if step % 16 == 0 or step == n - 1:
            b = [3 * v + i for i, v in enumerate(a)]
            c = [b[i] + b[i // 2] + a[width - 1 - i] for i in range(width)]
            if history[step] != (sum(c), -max(c)):
                return False
    return len(history) == n and cycles == 1 and computed < (2 * width + 3) * (n + 1)


if __name__ == "__main__":
    main(run, check, 6000)
