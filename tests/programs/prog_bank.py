# A bank with accounts, a ledger and custom errors
class BankError(Exception): pass
class Insufficient(BankError):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}"); self.need, self.have = need, have
class Account:
    _next = 1
    def __init__(self, owner, balance=0):
        self.owner, self.balance, self.number = owner, balance, Account._next
        Account._next += 1
        self.ledger = [("open", balance)]
    def deposit(self, n):
        if n <= 0: raise ValueError(f"bad amount: {n!r}")
        self.balance += n; self.ledger.append(("in", n))
    def withdraw(self, n):
        if n > self.balance: raise Insufficient(n, self.balance)
        self.balance -= n; self.ledger.append(("out", n))
    def __repr__(self): return f"{type(self).__name__}({self.owner!r}, {self.balance})"
class Savings(Account):
    rate = 0.03
    def year(self): self.deposit(round(self.balance * self.rate, 2))
accounts = {a.owner: a for a in (Account("ann", 100), Savings("bob", 1000), Account("cy"))}
for who, what, n in [("ann", "withdraw", 30), ("cy", "withdraw", 1), ("bob", "deposit", -5), ("dan", "deposit", 1), ("ann", "steal", 1), ("cy", "deposit", 12.5)]:
    try: getattr(accounts[who], what)(n); print(who, what, n, accounts[who].balance)
    except Insufficient as e: print("refused:", e, e.need - e.have)
    except (ValueError, KeyError, AttributeError) as e: print(type(e).__name__, e)
for _ in range(3): accounts["bob"].year()
print(accounts, accounts["bob"].ledger, sum(a.balance for a in accounts.values()), max(accounts.values(), key=lambda a: a.balance), sorted(accounts, key=lambda k: -accounts[k].balance))
