"""Brain machine: an interpreter of the language of eight commands, with matched brackets and folded runs."""
from harness import main

HELLO = """++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."""


def squares(count):
    """A program that prints count * count in unary, as that many bytes of value 1."""
    return "+" * count + "[->" + "+" * count + "[->>+.-<<]<]"


def translate(source):
    code, opens = [], []
    for c in source:
        if c in "+-":
            step = 1 if c == "+" else -1
            if code and code[-1][0] == "+":
                code[-1] = ("+", code[-1][1] + step)
            else:
                code.append(("+", step))
        elif c in "<>":
            step = 1 if c == ">" else -1
            if code and code[-1][0] == ">":
                code[-1] = (">", code[-1][1] + step)
            else:
                code.append((">", step))
        elif c == "[":
            opens.append(len(code))
            code.append(("[", 0))
        elif c == "]":
            start = opens.pop()
            code[start] = ("[", len(code))
            code.append(("]", start))
        elif c == ".":
            code.append((".", 0))
    return code


def execute(code):
    tape, at, pc, out = bytearray(300), 0, 0, bytearray()
    end = len(code)
    while pc < end:
        op, operand = code[pc]
        if op == "+":
            tape[at] = tape[at] + operand & 255
        elif op == ">":
            at += operand
        elif op == "[":
            if not tape[at]:
                pc = operand
        elif op == "]":
            if tape[at]:
                pc = operand
        else:
            out.append(tape[at])
        pc += 1
    return bytes(out), tape[at]


def run(n):
    hello = code = translate(HELLO)
    texts = set()
    for _ in range(n):
        texts.add(execute(hello)[0])
    code = translate(squares(40))
    printed = 0
    for _ in range(n // 4):
        out, _ = execute(code)
        printed += len(out)
    return texts, printed


def check(n, result):
    texts, printed = result
    return texts == {b"Hello World!\n"} and printed == n // 4 * 1600


if __name__ == "__main__":
    main(run, check, 400)
