"""Event queue: a discrete simulation of customers, tills and a warehouse, driven by a heap."""
from heapq import heappop, heappush

from harness import main


class Simulation:
    def __init__(self):
        self.now = 0
        self.events = []
        self.sequence = 0

    def after(self, delay, action, *arguments):
        self.sequence += 1
        heappush(self.events, (self.now + delay, self.sequence, action, arguments))

    def run(self):
        while self.events:
            self.now, _, action, arguments = heappop(self.events)
            action(*arguments)


class Customer:
    __slots__ = ("number", "items", "arrived", "served")

    def __init__(self, number, items, arrived):
        self.number, self.items, self.arrived, self.served = number, items, arrived, None


class Till:
    def __init__(self, shop, speed):
        self.shop = shop
        self.speed = speed
        self.queue = []
        self.current = None
        self.busy = 0

    def join(self, customer):
        if self.current is None:
            self.serve(customer)
        else:
            self.queue.append(customer)

    def serve(self, customer):
        self.current = customer
        duration = customer.items * self.speed
        self.busy += duration
        self.shop.simulation.after(duration, self.finish)

    def finish(self):
        self.shop.leave(self.current)
        self.current = None
        if self.queue:
            self.serve(self.queue.pop(0))


class Shop:
    def __init__(self, customers):
        self.simulation = Simulation()
        self.tills = [Till(self, speed) for speed in (2, 3, 3, 5)]
        self.stock = 200
        self.refills = 0
        self.ordered = False
        self.done = []
        self.left = customers
        self.state = 9
        self.simulation.after(0, self.arrive)

    def random(self, limit):
        self.state = self.state * 48271 % 2147483647
        return self.state % limit

    def arrive(self):
        number = self.left
        self.left -= 1
        if self.left:
            self.simulation.after(1 + self.random(13), self.arrive)
        customer = Customer(number, 1 + self.random(9), self.simulation.now)
        min(self.tills, key=lambda till: len(till.queue) + (till.current is not None)).join(customer)

    def leave(self, customer):
        customer.served = self.simulation.now
        self.stock -= customer.items
        self.done.append(customer)
        if self.stock < 100 and not self.ordered:
            self.ordered = True
            self.simulation.after(50, self.refill, 150)

    def refill(self, amount):
        self.ordered = False
        self.refills += 1
        self.stock += amount


def run(n):
    shop = Shop(n)
    shop.simulation.run()
    return ([(c.number, c.items, c.arrived, c.served) for c in shop.done], shop.stock, shop.refills,
            [(till.speed, till.busy) for till in shop.tills], shop.simulation.now)


def check(n, result):
    done, stock, refills, tills, end = result
    sold = sum(items for _, items, _, _ in done)
    times = [served for _, _, _, served in done]
    return (sorted(c[0] for c in done) == list(range(1, n + 1)) and times == sorted(times) and stock == 200 - sold + 150 * refills
            and sum(busy // speed for speed, busy in tills) == sold and all(s >= a + 2 * i for _, i, a, s in done)
            and all(0 <= busy <= end for _, busy in tills) and end >= times[-1])


if __name__ == "__main__":
    main(run, check, 50000)
