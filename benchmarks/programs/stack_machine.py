"""Stack machine: a compiler of a small language to bytecode and the loop that executes it."""
from harness import main

PUSH, LOAD, STORE, ADD, SUB, MUL, MOD, LESS, EQUAL, JUMP, JUMP_FALSE, CALL, RETURN, PRINT = range(14)
BINARY = {"+": ADD, "-": SUB, "*": MUL, "%": MOD, "<": LESS, "=": EQUAL}


class Compiler:
    """Compiles nested tuples: ("set", name, value), ("while", test, body...), ("if", test, then, else), ("call", ...)."""

    def __init__(self):
        self.functions = {}

    def function(self, name, parameters, body):
        code, names = [], list(parameters)
        for statement in body:
            self.compile(statement, code, names)
        code += [(PUSH, 0), (RETURN, None)]
        self.functions[name] = (code, len(parameters), names)

    def slot(self, name, names):
        if name not in names:
            names.append(name)
        return names.index(name)

    def compile(self, node, code, names):
        if isinstance(node, int):
            code.append((PUSH, node))
        elif isinstance(node, str):
            code.append((LOAD, self.slot(node, names)))
        elif node[0] in BINARY:
            self.compile(node[1], code, names)
            self.compile(node[2], code, names)
            code.append((BINARY[node[0]], None))
        elif node[0] == "set":
            self.compile(node[2], code, names)
            code.append((STORE, self.slot(node[1], names)))
        elif node[0] == "while":
            start = len(code)
            self.compile(node[1], code, names)
            test = len(code)
            code.append(None)
            for statement in node[2:]:
                self.compile(statement, code, names)
            code.append((JUMP, start))
            code[test] = (JUMP_FALSE, len(code))
        elif node[0] == "if":
            self.compile(node[1], code, names)
            test = len(code)
            code.append(None)
            self.compile(node[2], code, names)
            end = len(code)
            code.append(None)
            code[test] = (JUMP_FALSE, len(code))
            self.compile(node[3], code, names)
            code[end] = (JUMP, len(code))
        elif node[0] == "call":
            for argument in node[2:]:
                self.compile(argument, code, names)
            code.append((CALL, node[1]))
        else:
            self.compile(node[1], code, names)
            code.append((RETURN if node[0] == "return" else PRINT, None))


def execute(functions, out):
    code, _, names = functions["main"]
    frame, pc, stack, calls, steps = [0] * len(names), 0, [], [], 0
    while True:
        op, operand = code[pc]
        pc += 1
        steps += 1
        if op == LOAD:
            stack.append(frame[operand])
        elif op == PUSH:
            stack.append(operand)
        elif op == STORE:
            frame[operand] = stack.pop()
        elif op == JUMP:
            pc = operand
        elif op == JUMP_FALSE:
            if not stack.pop():
                pc = operand
        elif op == CALL:
            calls.append((code, pc, frame))
            code, count, names = functions[operand]
            frame = stack[len(stack) - count:] + [0] * (len(names) - count)
            del stack[len(stack) - count:]
            pc = 0
        elif op == RETURN:
            if not calls:
                return steps
            code, pc, frame = calls.pop()
        elif op == PRINT:
            out.append(stack.pop())
        else:
            right = stack.pop()
            left = stack.pop()
            if op == ADD:
                stack.append(left + right)
            elif op == SUB:
                stack.append(left - right)
            elif op == MUL:
                stack.append(left * right)
            elif op == MOD:
                stack.append(left % right)
            elif op == LESS:
                stack.append(left < right)
            else:
                stack.append(left == right)


def run(n):
    compiler = Compiler()
    compiler.function("gcd", ["a", "b"], [
        ("while", ("<", 0, "b"), ("set", "t", ("%", "a", "b")), ("set", "a", "b"), ("set", "b", "t")), ("return", "a")])
    compiler.function("fib", ["n"], [
        ("if", ("<", "n", 2), ("return", "n"), ("return", ("+", ("call", "fib", ("-", "n", 1)), ("call", "fib", ("-", "n", 2)))))])
    compiler.function("main", [], [
        ("while", ("<", "i", n), ("set", "i", ("+", "i", 1)),
         ("set", "total", ("+", "total", ("call", "gcd", ("*", "i", 12), ("+", "i", 90)))),
         ("if", ("=", ("%", "i", 100), 0), ("print", ("call", "fib", 10)), ("set", "odd", ("+", "odd", 1)))),
        ("print", "total"), ("print", "odd")])
    out = []
    return out, execute(compiler.functions, out)


def check(n, result):
    out, steps = result
    total = 0
    for i in range(1, n + 1):
        a, b = i * 12, i + 90
        while b:
            a, b = b, a % b
        total += a
    return out == [55] * (n // 100) + [total, n - n // 100] and steps > 20 * n


if __name__ == "__main__":
    main(run, check, 10000)
