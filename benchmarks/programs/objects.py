"""Objects: attributes, methods, inheritance, polymorphism and properties in a small simulation of a bank."""
from harness import main


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.moves = 0

    def deposit(self, amount):
        self.balance += amount
        self.moves += 1

    def withdraw(self, amount):
        if amount > self.limit():
            return False
        self.balance -= amount
        self.moves += 1
        return True

    def limit(self):
        return self.balance


class Credit(Account):
    def __init__(self, number, balance, credit):
        super().__init__(number, balance)
        self.credit = credit

    def limit(self):
        return self.balance + self.credit

    @property
    def in_debt(self):
        return self.balance < 0


class Frozen(Account):
    def withdraw(self, amount):
        return False


class Bank:
    def __init__(self, size):
        self.accounts = []
        for i in range(size):
            if i % 5 == 0:
                account = Credit(i, 1000, 500)
            elif i % 11 == 0:
                account = Frozen(i, 1000)
            else:
                account = Account(i, 1000)
            self.accounts.append(account)
        self.refused = 0

    def transfer(self, source, target, amount):
        if source.withdraw(amount):
            target.deposit(amount)
        else:
            self.refused += 1


def run(n):
    bank = Bank(100)
    accounts = bank.accounts
    state = 12345
    for _ in range(n):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        bank.transfer(accounts[state % 100], accounts[state // 128 % 100], state // 16384 % 300)
    debts = 0
    for account in accounts:
        if isinstance(account, Credit) and account.in_debt:
            debts += 1
    return bank, debts


def check(n, result):
    bank, debts = result
    total = sum(a.balance for a in bank.accounts)
    moves = sum(a.moves for a in bank.accounts)
    return [a.number for a in bank.accounts] == list(range(100)) and total == 100000 and moves + 2 * bank.refused == 2 * n and 0 <= debts <= 20


if __name__ == "__main__":
    main(run, check, 250000)
