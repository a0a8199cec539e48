"""N-body: planets under gravity, a leapfrog step, energy and momentum conserved."""
from math import sqrt

from harness import main


class Body:
    def __init__(self, mass, position, velocity):
        self.mass = mass
        self.x, self.y, self.z = position
        self.vx, self.vy, self.vz = velocity


def system():
    bodies = [Body(1.0, (0.0, 0.0, 0.0), (0.0, 0.0, 0.0))]
    for i in range(1, 5):
        radius = 1.0 + 0.7 * i
        speed = sqrt(1.0 / radius)
        bodies.append(Body(0.0005 * i, (radius, 0.0, 0.02 * i), (0.0, speed, 0.0)))
    momentum = sum(b.mass * b.vy for b in bodies)
    bodies[0].vy = -momentum / bodies[0].mass
    return bodies


def energy(bodies):
    total = 0.0
    for i, a in enumerate(bodies):
        total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        for b in bodies[i + 1:]:
            dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
            total -= a.mass * b.mass / sqrt(dx * dx + dy * dy + dz * dz)
    return total


def advance(bodies, pairs, dt):
    for a, b in pairs:
        dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
        square = dx * dx + dy * dy + dz * dz
        pull = dt / (square * sqrt(square))
        ma, mb = a.mass * pull, b.mass * pull
        a.vx -= dx * mb
        a.vy -= dy * mb
        a.vz -= dz * mb
        b.vx += dx * ma
        b.vy += dy * ma
        b.vz += dz * ma
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def run(n):
    bodies = system()
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1:]]
    before = energy(bodies)
    for _ in range(n):
        advance(bodies, pairs, 0.001)
    return before, energy(bodies), sum(b.mass * b.vy for b in bodies), bodies[1].x


def check(n, result):
    before, after, momentum, x = result
    return abs(before - after) < 1e-6 and before < 0 and abs(momentum) < 1e-9 and abs(x) < 3


if __name__ == "__main__":
    main(run, check, 40000)
