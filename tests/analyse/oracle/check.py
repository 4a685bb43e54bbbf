#!/usr/bin/env python3
"""Clusters, chances, ranks and brokers of real markets against python3-igraph and networkx.

check.py DUMP SUITOR SAMPLES [TABLE-OF-RUMOURS [POSTS [SEED]]]

DUMP prints what libsuitor finds; SUITOR makes a store of SAMPLES, POSTS and SEED. Everything is
worked out here once more from the edges of the market alone: the projection by a loop over
pairs, modularity by igraph and networkx, the best clusters by igraph's Leiden from 20 seeds,
the configuration model by plain iteration over all clubs and players, the tails by summing
over all players, the false discovery rates by their definition.

Exit status 77, which skips the test, where igraph, networkx or numpy are not to be had.
"""
import itertools
import json
import math
import os
import random
import subprocess
import sys
import tempfile

try:
    import igraph
    import networkx
    import numpy
except ImportError:
    if sys.executable != "/usr/bin/python3" and os.path.exists("/usr/bin/python3"):
        os.execv("/usr/bin/python3", ["/usr/bin/python3", "-B", *sys.argv])
    print("python3-igraph, python3-networkx and python3-numpy are not all there")
    sys.exit(77)

MODULARITY_SHORT = 0.001  # that Leiden's best of 20 seeds may be better by
EXACT = 1e-9

failures = []


def check(ok, text):
    if not ok:
        failures.append(text)
        print("FAILED:", text)


def near(a, b, tolerance):
    return abs(a - b) <= tolerance * max(1, abs(a), abs(b))


def projection(edges):
    suitors = {}
    for player, club, weight in edges:
        suitors.setdefault(player, []).append((club, weight))
    rivalry, meetings = {}, {}
    for of_player in suitors.values():
        for (c, w), (d, v) in itertools.combinations(sorted(of_player), 2):
            rivalry[c, d] = rivalry.get((c, d), 0) + w * v / (len(of_player) - 1)
            meetings[c, d] = meetings.get((c, d), 0) + 1
    return rivalry, meetings


def check_pairs(name, found, rivalry, meetings):
    check(len(found["pairs"]) == len(rivalry), f"{name}: {len(rivalry)} pairs meet")
    for c, d, weight, n in found["pairs"]:
        check(near(weight, rivalry.get((c, d), -1), 1e-12), f"{name}: rivalry of {c}, {d}")
        check(n == meetings.get((c, d)), f"{name}: meetings of {c}, {d}")


def check_clusters(name, found, rivalry, n_players):
    clubs = sorted({c for pair in rivalry for c in pair})
    number = {c: i for i, c in enumerate(clubs)}
    graph = igraph.Graph(len(clubs), [(number[c], number[d]) for c, d in rivalry])
    weights = list(rivalry.values())
    alone = itertools.count(len(clubs) + 10**6)
    membership = [m if m >= 0 else next(alone) for m in (found["membership"][c - n_players] for c in clubs)]
    dense = {m: i for i, m in enumerate(dict.fromkeys(membership))}
    membership = [dense[m] for m in membership]
    resolution = found["resolution"]

    def quality(of, at):
        return igraph.GraphBase.modularity(graph, of, weights=weights, resolution=at)  # Graph's knows no resolution

    check(near(quality(membership, 1), found["modularity"], EXACT), f"{name}: modularity by igraph")
    check(near(quality(membership, resolution), found["quality"], EXACT), f"{name}: quality by igraph")
    other = networkx.Graph()
    other.add_weighted_edges_from((number[c], number[d], w) for (c, d), w in rivalry.items())
    parts = [{i for i, m in enumerate(membership) if m == k} for k in range(len(dense))]
    by_networkx = networkx.community.modularity(other, parts, resolution=resolution)
    check(near(by_networkx, found["quality"], EXACT), f"{name}: quality by networkx")
    for part in parts:
        check(networkx.is_connected(other.subgraph(part)), f"{name}: a cluster falls apart")
    best = -1
    for seed in range(20):
        random.seed(seed)
        igraph.set_random_number_generator(random)
        oracle = graph.community_leiden("modularity", weights=weights, resolution_parameter=resolution, n_iterations=10)
        best = max(best, quality(oracle.membership, resolution))
    print(f"{name}: {len(clubs)} clubs, {len(rivalry)} pairs, resolution {resolution}: quality "
          f"{found['quality']:.6f}, igraph's best of 20 {best:.6f}; {found['milliseconds']:.0f} ms with resamples")
    check(found["quality"] >= best - MODULARITY_SHORT, f"{name}: igraph's Leiden finds {best}")


def solve(club_degrees, player_degrees):
    """The links' chances by plain iteration over every club and player."""
    k, m = numpy.array(club_degrees, float), numpy.array(player_degrees, float)
    x, y = k / math.sqrt(k.sum()), m / math.sqrt(m.sum())
    for _ in range(20000):
        x = k / (y[None, :] / (1 + x[:, None] * y[None, :])).sum(1)
        y = m / (x[:, None] / (1 + x[:, None] * y[None, :])).sum(0)
        links = x[:, None] * y[None, :] / (1 + x[:, None] * y[None, :])
        if abs(links.sum(1) - k).max() < 1e-10:
            break
    return links


def tail(chances, heads):
    """Chance of `heads` or more, coin by coin; by the complement, as it is not asked to be small."""
    below = numpy.zeros(heads)
    if heads:
        below[0] = 1
    for p in chances:
        if p > 0:
            shifted = numpy.concatenate(([0], below[:-1]))
            below = below * (1 - p) + shifted * p
    return 1 - below.sum()


def check_odds(name, dump, meetings):
    clubs = sorted({c for _, c, _ in dump["edges"]})
    players = sorted({p for p, _, _ in dump["edges"]})
    place = {c: i for i, c in enumerate(clubs)} | {p: i for i, p in enumerate(players)}
    degree = {}
    for player, club, _ in dump["edges"]:
        degree[player] = degree.get(player, 0) + 1
        degree[club] = degree.get(club, 0) + 1
    links = solve([degree[c] for c in clubs], [degree[p] for p in players])
    odds = {(c, d): rest for c, d, *rest in dump["odds"]}
    some = sorted(odds)
    random.Random(1).shuffle(some)
    for c, d in some[:80]:
        n, expected, z, p, _ = odds[c, d]
        both = links[place[c]] * links[place[d]]
        check(n == meetings[c, d], f"{name}: meetings of {c}, {d}")
        check(near(expected, both.sum(), 1e-7), f"{name}: expected of {c}, {d}: {expected}, {both.sum()}")
        deviation = math.sqrt((both * (1 - both)).sum())
        check(near(z, (n - both.sum()) / deviation, 1e-6), f"{name}: z of {c}, {d}")
        by_hand = tail(both, n)
        check(abs(p - by_hand) <= 1e-6 * by_hand + 1e-12, f"{name}: p of {c}, {d}: {p}, {by_hand}")
    check_rates(name, odds, len(clubs) * (len(clubs) - 1) // 2)


def check_rates(name, odds, n_tests):
    ranked = sorted(o[3] for o in odds.values())
    for o in odds.values():
        least = min(p * n_tests / (i + 1) for i, p in enumerate(ranked) if p >= o[3]) if len(ranked) < 3000 else None
        if least is not None:
            check(near(o[4], min(1, least), 1e-9), f"{name}: rate of p {o[3]}")
    passed = sum(o[4] <= 0.05 for o in odds.values())
    threshold = max((i + 1 for i, p in enumerate(ranked) if p <= 0.05 * (i + 1) / n_tests), default=0)
    check(passed == threshold, f"{name}: {threshold} discoveries at 5 %, not {passed}")
    print(f"{name}: {passed} of {len(odds)} pairs meet more often than by chance")


def check_ranks(name, dump):
    """PageRank by networkx, from anywhere and from a club."""
    graph = networkx.Graph()
    graph.add_weighted_edges_from(dump["edges"])
    by_networkx = networkx.pagerank(graph, alpha=0.85, tol=1e-12, max_iter=1000)
    check(len(dump["ranks"]) == len(by_networkx), f"{name}: who has a rank")
    for entity, rank, _ in dump["ranks"]:
        check(abs(rank - by_networkx[entity]) < 1e-8, f"{name}: rank of {entity}")
    for club, prospects in dump["prospects"]:
        from_club = networkx.pagerank(graph, alpha=0.85, personalization={club: 1}, tol=1e-12, max_iter=1000)
        for player, rank in prospects:
            check(abs(rank - from_club[player]) < 1e-8, f"{name}: rank of {player} from {club}")
            check(not graph.has_edge(club, player), f"{name}: {club} wants {player}")


def check_brokers(name, dump, rivalry):
    """Betweenness by igraph and networkx; participation by its definition."""
    clubs = sorted({c for pair in rivalry for c in pair})
    number = {c: i for i, c in enumerate(clubs)}
    graph = igraph.Graph(len(clubs), [(number[c], number[d]) for c, d in rivalry])
    lengths = [1 / w for w in rivalry.values()]
    ways = (len(clubs) - 1) * (len(clubs) - 2) / 2
    by_igraph = [b / ways for b in graph.betweenness(directed=False, weights=lengths)]
    by_name = dict(zip(clubs, by_igraph))  # networkx takes minutes for the larger ones
    other = networkx.Graph()
    other.add_weighted_edges_from((c, d, 1 / w) for (c, d), w in rivalry.items())
    by_networkx = networkx.betweenness_centrality(other, weight="weight") if len(clubs) < 100 else by_name
    member = dump["clusters"][0]["membership"]
    for club, between, participation in dump["brokers"]:
        check(near(between, by_name[club], 1e-9), f"{name}: betweenness of {club} by igraph")
        check(near(between, by_networkx[club], 1e-9), f"{name}: betweenness of {club} by networkx")
        parts, own = {}, 0
        for (c, d), weight in rivalry.items():
            if club in (c, d):
                rival = d if c == club else c
                cluster = member[rival - dump["n_players"]]
                key = cluster if cluster >= 0 else ("alone", rival)
                parts[key] = parts.get(key, 0) + weight
                own += weight
        check(near(participation, 1 - sum((p / own) ** 2 for p in parts.values()), 1e-9), f"{name}: participation of {club}")
    print(f"{name}: {len(dump['brokers'])} brokers")


def check_market(name, command):
    dump = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    rivalry, meetings = projection(dump["edges"])
    print(f"{name}: {len(dump['edges'])} edges")
    for found in dump["clusters"]:
        check_pairs(name, found, rivalry, meetings)
        check_clusters(name, found, rivalry, dump["n_players"])
    check_ranks(name, dump)
    check_brokers(name, dump, rivalry)
    if name != "seed":  # there degrees are at their bounds, which iteration only creeps up to
        check_odds(name, dump, meetings)
    return dump


def check_seed(names, suitor, store):
    """The article that the project began with: everybody who wants Bastoni is one cluster."""
    check(names == ["Liverpool vs Arsenal for Alessandro Bastoni"], f"seed: clusters {names}")
    command = [suitor, "--db", store, "--json", "rivals", "Chelsea", "Liverpool"]
    rivals = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["rivals"]
    check(len(rivals[0]["players"]) == 2, "seed: Chelsea and Liverpool meet over two players")


def main():
    dump, suitor, samples, *rest = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        for name, path in zip(("samples", "posts", "seed"), [samples, *rest[1:]]):
            if not os.path.exists(path):
                continue
            store = os.path.join(folder, name + ".db")
            subprocess.run([suitor, "--db", store, "ingest", path], capture_output=True, check=True)
            found = check_market(name, [dump, "store", store])
            if name == "seed":
                check_seed(found["clusters"][0]["names"], suitor, store)
        for kind in ("rumours", "aged") if rest and os.path.exists(rest[0]) else ():
            check_market(kind, [dump, kind, rest[0]])
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
