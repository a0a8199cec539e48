"""Lisp: a reader, an evaluator with closures and proper tail calls, and programs that run on it."""
from harness import main

PROGRAM = """
(define (range a b) (if (< a b) (cons a (range (+ a 1) b)) (list)))
(define (map f xs) (if (null? xs) xs (cons (f (car xs)) (map f (cdr xs)))))
(define (fold f z xs) (if (null? xs) z (fold f (f z (car xs)) (cdr xs))))
(define (filter f xs) (if (null? xs) xs (if (f (car xs)) (cons (car xs) (filter f (cdr xs))) (filter f (cdr xs)))))
(define (compose f g) (lambda (x) (f (g x))))
(define (count n total) (if (= n 0) total (count (- n 1) (+ total n))))
(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))
(define (sort xs) (if (null? xs) xs
  (let ((p (car xs)) (rest (cdr xs)))
    (append (sort (filter (lambda (x) (< x p)) rest)) (list p) (sort (filter (lambda (x) (< p (+ x 1))) rest))))))
(define counter (let ((n 0)) (lambda () (begin (set! n (+ n 1)) n))))
"""


class Environment(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        scope = self
        while scope is not None:
            if name in scope:
                return scope
            scope = scope.outer
        raise NameError(name)


class Closure:
    def __init__(self, parameters, body, scope):
        self.parameters, self.body, self.scope = parameters, body, scope


class Symbol(str):
    pass


def read(text):
    stack = [[]]
    for token in text.replace("(", " ( ").replace(")", " ) ").split():
        if token == "(":
            stack.append([])
        elif token == ")":
            done = stack.pop()
            stack[-1].append(done)
        else:
            try:
                stack[-1].append(int(token))
            except ValueError:
                stack[-1].append(Symbol(token))
    return stack[0]


def evaluate(x, scope):
    while True:
        if isinstance(x, Symbol):
            return scope.find(x)[x]
        if not isinstance(x, list):
            return x
        head = x[0]
        if head == "if":
            x = x[2] if evaluate(x[1], scope) else x[3]
        elif head == "define":
            name, *parameters = x[1] if isinstance(x[1], list) else [x[1]]
            scope[name] = Closure(parameters, x[2], scope) if isinstance(x[1], list) else evaluate(x[2], scope)
            return None
        elif head == "lambda":
            return Closure(x[1], x[2], scope)
        elif head == "let":
            scope = Environment([pair[0] for pair in x[1]], [evaluate(pair[1], scope) for pair in x[1]], scope)
            x = x[2]
        elif head == "set!":
            scope.find(x[1])[x[1]] = evaluate(x[2], scope)
            return None
        elif head == "begin":
            for item in x[1:-1]:
                evaluate(item, scope)
            x = x[-1]
        else:
            function, *arguments = [evaluate(item, scope) for item in x]
            if not isinstance(function, Closure):
                return function(*arguments)
            x, scope = function.body, Environment(function.parameters, arguments, function.scope)


def built_ins():
    scope = Environment()
    scope.update({
        "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "<": lambda a, b: a < b, "=": lambda a, b: a == b,
        "cons": lambda a, b: [a] + b, "car": lambda a: a[0], "cdr": lambda a: a[1:], "null?": lambda a: not a,
        "list": lambda *a: list(a), "append": lambda *a: [y for x in a for y in x], "mod": lambda a, b: a % b,
    })
    return scope


def run(n):
    scope = built_ins()
    for form in read(PROGRAM):
        evaluate(form, scope)
    out = []
    for i in range(n):
        source = """(count %d 0) (fib 9) (fold + 0 (map (compose (lambda (x) (* x x)) (lambda (x) (+ x %d))) (range 0 20)))
            (sort (map (lambda (x) (mod (* x 37) 101)) (range 1 15))) (counter)""" % (100 + i, i)
        out.append([evaluate(form, scope) for form in read(source)])
    return out


def check(n, result):
    for i, (count, fib, squares, ordered, calls) in enumerate(result):
        m = 100 + i
        if count != m * (m + 1) // 2 or fib != 34 or squares != sum((x + i) ** 2 for x in range(20)):
            return False
        if ordered != sorted(x * 37 % 101 for x in range(1, 15)) or calls != i + 1:
            return False
    return len(result) == n


if __name__ == "__main__":
    main(run, check, 45)
