# Graphs: topological order, shortest paths, spanning tree, components, cycles
from collections import deque, defaultdict
import heapq
from graphlib import TopologicalSorter, CycleError
g = {"a": {"b": 7, "c": 9, "f": 14}, "b": {"a": 7, "c": 10, "d": 15}, "c": {"a": 9, "b": 10, "d": 11, "f": 2}, "d": {"b": 15, "c": 11, "e": 6}, "e": {"d": 6, "f": 9}, "f": {"a": 14, "c": 2, "e": 9}}
def dijkstra(s):
    dist, prev, q = {s: 0}, {}, [(0, s)]
    while q:
        d, u = heapq.heappop(q)
        if d > dist[u]: continue
        for v, w in g[u].items():
            if d + w < dist.get(v, float("inf")): dist[v] = d + w; prev[v] = u; heapq.heappush(q, (d + w, v))
    return dist, prev
dist, prev = dijkstra("a"); path = ["e"]
while path[-1] in prev: path.append(prev[path[-1]])
print(dist, path[::-1])
def kruskal():
    parent = {v: v for v in g}
    def find(x):
        while parent[x] != x: parent[x] = parent[parent[x]]; x = parent[x]
        return x
    out = []
    for w, u, v in sorted({(w, *sorted((u, v))) for u in g for v, w in g[u].items()}):
        if find(u) != find(v): parent[find(u)] = find(v); out.append((u, v, w))
    return out
print(kruskal(), sum(w for *_, w in kruskal()))
def floyd():
    d = {(u, v): 0 if u == v else g[u].get(v, 10 ** 9) for u in g for v in g}
    for k in g:
        for i in g:
            for j in g: d[i, j] = min(d[i, j], d[i, k] + d[k, j])
    return d
print([[floyd()[u, v] for v in g] for u in g])
def bfs(s):
    seen, q = {s: None}, deque([s])
    while q:
        u = q.popleft()
        for v in g[u]:
            if v not in seen: seen[v] = u; q.append(v)
    return seen
print(bfs("a"))
deps = {"app": {"lib", "ui"}, "ui": {"core"}, "lib": {"core", "util"}, "util": set(), "core": set()}
print([sorted(x) for x in [["core", "util"]]], (lambda o: [o.index(a) > o.index(b) for a in deps for b in deps[a]])(list(TopologicalSorter(deps).static_order())))
t = TopologicalSorter(deps); t.prepare(); waves = []
while t.is_active(): r = sorted(t.get_ready()); waves.append(r); t.done(*r)
print(waves)
try: list(TopologicalSorter({1: [2], 2: [1]}).static_order())
except CycleError as e: print(e.args[0], sorted(set(e.args[1])))
def dfs_cycle(d):
    state = {}
    def visit(n, trail):
        if state.get(n) == 1: return trail[trail.index(n):]
        if n in state: return None
        state[n] = 1
        for m in sorted(d.get(n, ())):
            if c := visit(m, trail + [n]): return c
        state[n] = 2
    return next((c for n in sorted(d) if (c := visit(n, []))), None)
print(dfs_cycle(deps), dfs_cycle({"x": "y", "y": "z", "z": "y"}))
