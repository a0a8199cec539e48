# Small class programs: linked list, stack, queue, matrix, bank account, tree, polymorphic shapes.
class Node:
    def __init__(self, value, nxt=None):
        self.value = value
        self.next = nxt
class LinkedList:
    def __init__(self, items=()):
        self.head = None
        self.size = 0
        for item in items:
            self.push(item)
    def push(self, value):
        self.head = Node(value, self.head)
        self.size += 1
    def pop(self):
        if self.head is None:
            raise IndexError("pop from empty list")
        value = self.head.value
        self.head = self.head.next
        self.size -= 1
        return value
    def reverse(self):
        prev = None
        cur = self.head
        while cur is not None:
            cur.next, prev, cur = prev, cur, cur.next
        self.head = prev
    def __iter__(self):
        cur = self.head
        while cur:
            yield cur.value
            cur = cur.next
    def __len__(self):
        return self.size
ll = LinkedList([1, 2, 3])
print(list(ll), len(ll))
ll.reverse()
print(list(ll), ll.pop(), list(ll), len(ll))
try:
    LinkedList().pop()
except IndexError as e:
    print("IndexError", e)
class Matrix:
    def __init__(self, rows):
        self.rows = rows
    def __mul__(self, other):
        if isinstance(other, Matrix):
            return Matrix([[sum(a * b for a, b in zip(row, col)) for col in zip(*other.rows)] for row in self.rows])
        return Matrix([[x * other for x in row] for row in self.rows])
    def __pow__(self, n):
        result = Matrix([[int(i == j) for j in range(len(self.rows))] for i in range(len(self.rows))])
        base = self
        while n:
            if n & 1:
                result = result * base
            base = base * base
            n >>= 1
        return result
    def __str__(self):
        return "\n".join(" ".join(str(x) for x in row) for row in self.rows)
m = Matrix([[1, 1], [1, 0]])
print(m ** 10)
print((m ** 90).rows[0][1])
print(m * 3)
class Shape:
    def area(self):
        raise NotImplementedError
    def describe(self):
        return f"{type(self).__name__} with area {self.area():.2f}"
class Circle(Shape):
    def __init__(self, r):
        self.r = r
    def area(self):
        return 3.14159 * self.r ** 2
class Rect(Shape):
    def __init__(self, w, h):
        self.w, self.h = w, h
    def area(self):
        return self.w * self.h
class Square(Rect):
    def __init__(self, s):
        super().__init__(s, s)
for shape in (Circle(1), Rect(2, 3), Square(4)):
    print(shape.describe())
try:
    Shape().describe()
except NotImplementedError as e:
    print("not implemented", repr(e))
class Account:
    interest = 0.02
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []
    def deposit(self, amount):
        self.balance += amount
        self.history.append(("deposit", amount))
        return self
    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"insufficient funds: {self.balance} < {amount}")
        self.balance -= amount
        self.history.append(("withdraw", amount))
        return self
acc = Account("bob").deposit(100).withdraw(30)
print(acc.owner, acc.balance, acc.history)
try:
    acc.withdraw(1000)
except ValueError as e:
    print(e)
acc.interest = 0.05
print(acc.interest, Account.interest)
class Tree:
    def __init__(self, key):
        self.key, self.left, self.right = key, None, None
    def insert(self, key):
        if key < self.key:
            if self.left: self.left.insert(key)
            else: self.left = Tree(key)
        elif key > self.key:
            if self.right: self.right.insert(key)
            else: self.right = Tree(key)
    def walk(self):
        if self.left: yield from self.left.walk()
        yield self.key
        if self.right: yield from self.right.walk()
    def depth(self):
        return 1 + max(self.left.depth() if self.left else 0, self.right.depth() if self.right else 0)
root = Tree(500)
x = 7
for _ in range(200):
    x = x * 1103515245 + 12345 & 0x7FFFFFFF
    root.insert(x % 1000)
keys = list(root.walk())
print(len(keys), keys[:10], keys == sorted(keys), root.depth())
