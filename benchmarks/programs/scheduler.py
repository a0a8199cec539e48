"""Scheduler: tasks with priorities, mailboxes, devices and locks in the kernel of a small operating system."""
from harness import main

READY, WAITING, DONE = "ready", "waiting", "done"


class Message:
    __slots__ = ("kind", "value", "sender")

    def __init__(self, kind, value, sender):
        self.kind, self.value, self.sender = kind, value, sender


class Task:
    def __init__(self, kernel, name, priority):
        self.kernel, self.name, self.priority = kernel, name, priority
        self.state = READY
        self.inbox = []
        self.turns = 0

    def run(self):
        self.turns += 1
        if self.inbox:
            self.handle(self.inbox.pop(0))
        else:
            self.idle()

    def handle(self, message):
        raise NotImplementedError

    def idle(self):
        self.state = WAITING

    def send(self, name, kind, value):
        self.kernel.deliver(name, Message(kind, value, self.name))


class Producer(Task):
    def __init__(self, kernel, name, priority, target, count):
        super().__init__(kernel, name, priority)
        self.target, self.left, self.credit = target, count, 4

    def handle(self, message):
        self.credit += 1
        self.idle()

    def idle(self):
        if not self.left:
            self.state = DONE if self.credit == 4 else WAITING
        elif self.credit:
            self.credit -= 1
            self.left -= 1
            self.send(self.target, "work", self.left)
        else:
            self.state = WAITING


class Worker(Task):
    """Halves even values and sends odd ones on, as three times the value and one more, to the other worker."""

    def __init__(self, kernel, name, priority, other):
        super().__init__(kernel, name, priority)
        self.other, self.handled = other, 0

    def handle(self, message):
        self.handled += 1
        value = message.value
        if value <= 1:
            self.send("device", "write", value)
            self.send("producer", "credit", None)
        elif value % 2:
            self.send(self.other, "work", 3 * value + 1)
        else:
            self.send(self.name, "work", value // 2)


class Device(Task):
    """Accepts a byte and is busy for some ticks of the clock."""

    def __init__(self, kernel, name, priority):
        super().__init__(kernel, name, priority)
        self.written, self.busy = [], 0

    def handle(self, message):
        if message.kind == "tick":
            if self.busy:
                self.busy -= 1
        elif self.busy:
            self.inbox.append(message)
            self.state = WAITING
        else:
            self.written.append(message.value)
            self.busy = 2


class Kernel:
    def __init__(self):
        self.tasks, self.by_priority = {}, []
        self.ticks = self.switches = 0

    def add(self, task):
        self.tasks[task.name] = task
        self.by_priority = sorted(self.tasks.values(), key=lambda t: -t.priority)

    def deliver(self, name, message):
        task = self.tasks[name]
        task.inbox.append(message)
        if task.state is WAITING:
            task.state = READY

    def choose(self):
        for task in self.by_priority:
            if task.state is READY:
                return task
        return None

    def run(self):
        last = None
        while True:
            task = self.choose()
            if task is None:
                device = self.tasks["device"]
                if not device.busy and not device.inbox:
                    return
                self.ticks += 1
                device.inbox.insert(0, Message("tick", 0, "clock"))
                device.state = READY
                continue
            if task is not last:
                self.switches += 1
                last = task
            task.run()


def run(n):
    kernel = Kernel()
    kernel.add(Device(kernel, "device", 5))
    kernel.add(Worker(kernel, "first", 3, "second"))
    kernel.add(Worker(kernel, "second", 2, "first"))
    kernel.add(Producer(kernel, "producer", 1, "first", n))
    kernel.run()
    tasks = kernel.tasks
    return (tasks["device"].written, tasks["first"].handled + tasks["second"].handled, tasks["producer"].state,
            kernel.switches, kernel.ticks, sum(task.turns for task in tasks.values()))


def check(n, result):
    written, handled, state, switches, ticks, turns = result
    expected = 0
    for value in range(n):
        expected += 1
        while value > 1:
            value = 3 * value + 1 if value % 2 else value // 2
            expected += 1
    return sorted(written) == [0] + [1] * (n - 1) and handled == expected and state == DONE and turns > switches > 0 and ticks >= 2


if __name__ == "__main__":
    main(run, check, 2400)
