"""Ray tracer: spheres and a plane with shadows and mirrors, vectors as objects, polymorphic shapes."""
from math import sqrt

from harness import main


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z

    def __add__(self, o):
        return Vector(self.x + o.x, self.y + o.y, self.z + o.z)

    def __sub__(self, o):
        return Vector(self.x - o.x, self.y - o.y, self.z - o.z)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k, self.z * k)

    def dot(self, o):
        return self.x * o.x + self.y * o.y + self.z * o.z

    def unit(self):
        return self * (1.0 / sqrt(self.dot(self)))


class Shape:
    def __init__(self, shade, mirror):
        self.shade, self.mirror = shade, mirror

    def brightness(self, point):
        return self.shade


class Sphere(Shape):
    def __init__(self, centre, radius, shade, mirror):
        super().__init__(shade, mirror)
        self.centre, self.radius = centre, radius

    def distance(self, origin, direction):
        to = self.centre - origin
        along = to.dot(direction)
        square = self.radius * self.radius - to.dot(to) + along * along
        if square < 0.0:
            return None
        root = sqrt(square)
        for t in (along - root, along + root):
            if t > 1e-6:
                return t
        return None

    def normal(self, point):
        return (point - self.centre) * (1.0 / self.radius)


class Floor(Shape):
    def distance(self, origin, direction):
        if direction.y >= -1e-9:
            return None
        t = -origin.y / direction.y
        return t if t > 1e-6 else None

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)

    def brightness(self, point):
        return self.shade if (int(point.x // 1) + int(point.z // 1)) % 2 else self.shade * 0.5


class Scene:
    def __init__(self, shapes, light):
        self.shapes, self.light = shapes, light
        self.rays = 0

    def nearest(self, origin, direction):
        self.rays += 1
        best, found = None, None
        for shape in self.shapes:
            t = shape.distance(origin, direction)
            if t is not None and (best is None or t < best):
                best, found = t, shape
        return best, found

    def trace(self, origin, direction, depth):
        t, shape = self.nearest(origin, direction)
        if shape is None:
            return 0.2 + 0.3 * max(direction.y, 0.0)
        point = origin + direction * t
        normal = shape.normal(point)
        to_light = self.light - point
        far = sqrt(to_light.dot(to_light))
        to_light = to_light * (1.0 / far)
        light = 0.1
        blocked, _ = self.nearest(point + normal * 1e-5, to_light)
        if blocked is None or blocked > far:
            light += 0.9 * max(normal.dot(to_light), 0.0)
        colour = shape.brightness(point) * light
        if shape.mirror > 0.0 and depth:
            mirrored = direction - normal * (2.0 * normal.dot(direction))
            colour = colour * (1.0 - shape.mirror) + shape.mirror * self.trace(point + normal * 1e-5, mirrored, depth - 1)
        return colour


def run(n):
    scene = Scene([Floor(0.8, 0.1)] + [Sphere(Vector(side * 1.6, 1.0, 5.0), 1.0, 0.9, 0.3) for side in (-1.0, 1.0)]
                  + [Sphere(Vector(0.0, 0.5, 3.5), 0.5, 0.6, 0.0)], Vector(0.0, 8.0, 0.0))
    eye = Vector(0.0, 1.0, -1.0)
    rows = []
    for j in range(n):
        row = []
        for i in range(n):
            direction = Vector((i + 0.5) / n - 0.5, 0.5 - (j + 0.5) / n, 1.0).unit()
            row.append(int(255 * min(scene.trace(eye, direction, 3), 1.0)))
        rows.append(bytes(row))
    return rows, scene.rays


def check(n, result):
    rows, rays = result
    # The scene mirrors in the middle, the board of the floor aside; above the spheres there is only sky, the same in a row.
    sky = all(abs(rows[j][i] - rows[j][n - 1 - i]) <= 1 for j in range(n // 4) for i in range(n))
    return len(rows) == n and all(len(row) == n for row in rows) and sky and n * n <= rays <= 8 * n * n and (n < 8 or max(map(max, rows)) > 100 > min(map(min, rows)))


if __name__ == "__main__":
    main(run, check, 90)
