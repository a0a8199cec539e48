"""Graphs: breadth-first search, Dijkstra with a heap, A* on a grid and Tarjan's components."""
from heapq import heappop, heappush

from harness import main


def maze(size):
    walls = set()
    state = 3
    for y in range(size):
        for x in range(size):
            state = (state * 1103515245 + 12345) & 0x7FFFFFFF
            if state >> 16 & 3 == 0 and (x, y) not in ((0, 0), (size - 1, size - 1)):
                walls.add((x, y))
    return walls


def neighbours(x, y, size, walls):
    for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        to = (x + dx, y + dy)
        if 0 <= to[0] < size and 0 <= to[1] < size and to not in walls:
            yield to


def breadth_first(size, walls):
    distances = {(0, 0): 0}
    queue = [(0, 0)]
    for at in queue:
        for to in neighbours(at[0], at[1], size, walls):
            if to not in distances:
                distances[to] = distances[at] + 1
                queue.append(to)
    return distances


def a_star(size, walls):
    goal = (size - 1, size - 1)
    best = {(0, 0): 0}
    heap = [(2 * size - 2, 0, (0, 0))]
    expanded = 0
    while heap:
        _, length, at = heappop(heap)
        if at == goal:
            return length, expanded
        if length > best[at]:
            continue
        expanded += 1
        for to in neighbours(at[0], at[1], size, walls):
            if length + 1 < best.get(to, 1 << 30):
                best[to] = length + 1
                heappush(heap, (length + 1 + goal[0] - to[0] + goal[1] - to[1], length + 1, to))
    return None, expanded


def network(n):
    edges = [[] for _ in range(n)]
    state = 5
    for i in range(4 * n):
        state = state * 48271 % 2147483647
        edges[state % n].append((state // 4096 % n, 1 + state % 97))
    return edges


def dijkstra(edges, start):
    distances = [None] * len(edges)
    heap = [(0, start)]
    while heap:
        distance, at = heappop(heap)
        if distances[at] is not None:
            continue
        distances[at] = distance
        for to, length in edges[at]:
            if distances[to] is None:
                heappush(heap, (distance + length, to))
    return distances


def components(edges):
    """Strongly connected components, each node's number; iterative, since the depth may be that of the graph."""
    n = len(edges)
    index, low, number = [0] * n, [0] * n, [-1] * n
    stack, count, found = [], 0, 0
    for root in range(n):
        if index[root]:
            continue
        work = [(root, 0)]
        while work:
            at, turn = work.pop()
            if turn == 0:
                count += 1
                index[at] = low[at] = count
                stack.append(at)
            descended = False
            for k in range(turn, len(edges[at])):
                to = edges[at][k][0]
                if not index[to]:
                    work.append((at, k + 1))
                    work.append((to, 0))
                    descended = True
                    break
                if number[to] < 0:
                    low[at] = min(low[at], index[to])
            if descended:
                continue
            if low[at] == index[at]:
                while True:
                    member = stack.pop()
                    number[member] = found
                    if member == at:
                        break
                found += 1
            if work:
                parent = work[-1][0]
                low[parent] = min(low[parent], low[at])
    return number


def run(n):
    size = max(2, int(n ** 0.5))
    walls = maze(size)
    edges = network(n)
    return breadth_first(size, walls), a_star(size, walls), dijkstra(edges, 0), components(edges)


def check(n, result):
    grid, (length, expanded), distances, number = result
    size = max(2, int(n ** 0.5))
    walls = maze(size)
    if grid.get((size - 1, size - 1)) != length or expanded > len(grid):
        return False
    for (x, y), steps in grid.items():
        around = [grid[to] for to in neighbours(x, y, size, walls)]
        if steps != (0 if (x, y) == (0, 0) else 1 + min(around)):
            return False
    edges = network(n)
    for at in range(n):
        if distances[at] is not None:
            for to, cost in edges[at]:
                if distances[to] is None or distances[to] > distances[at] + cost:
                    return False
    # Tarjan numbers the components against the direction of the edges between them.
    return distances[0] == 0 and all(number[at] >= number[to] for at in range(n) for to, _ in edges[at]) and min(number) == 0


if __name__ == "__main__":
    main(run, check, 18000)
