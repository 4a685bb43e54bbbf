#!/usr/bin/env python3
"""market.py SUITOR BENCH_MARKET FOLDER [--record PAGE]: a store of a million claims as a market.

Makes a store in FOLDER, of a fixed seed, shaped as real ones are: few players and clubs have most
of the claims, many outlets, dates over a year; and another of 5,000 clubs and 100,000 players who
all are wanted still. Prints a table in Markdown; with --record it also takes the place of the one
in PAGE. Where python3-networkx or python3-igraph is missing, their lines are left out.
"""
import argparse
import collections
import pathlib
import random
import sqlite3
import subprocess
import time

import run

CLAIMS, PLAYERS, CLUBS, OUTLETS = 1_000_000, 100_000, 5_000, 400
FRESH_CLAIMS = 180_000
A_TEXT = 4  # claims an article
BUSY = 100  # by their number of claims, so many players and clubs are busier
LAST_DAY = 20_600
BEGIN, END = "<!-- market measured by ./dev bench -->", "<!-- market until here -->"
INTEREST, PLAYS_FOR, LINKED, OWNED = 1, 0, 2, 0


def word(number):
    """A name of its own for each number, such as people have."""
    letters = ""
    while True:
        number, rest = divmod(number, 20)
        letters += "bcdfghjklmnprstvwxyz"[rest] + "aeiou"[rest % 5]
        if not number:
            return letters.capitalize()


def skewed(drawn, n):
    """Below n; the first ones much more often."""
    return min(int(n * drawn.random() ** 3), n - 1)


def write_names(db):
    names = [f"{word(i % 997)} {word(i + 10_000)}" for i in range(PLAYERS)] + [f"{word(i + 3_000)} Town" for i in range(CLUBS)]
    kinds = [0] * PLAYERS + [1] * CLUBS
    db.executemany(
        "INSERT INTO entity (id, kind, folded, last_word) VALUES (?, ?, ?, ?)",
        ((i + 1, kind, name.lower(), name.lower().split()[-1]) for i, (kind, name) in enumerate(zip(kinds, names))),
    )
    db.executemany("INSERT INTO spelling (id, entity, text) VALUES (?, ?, ?)", ((i + 1, i + 1, name) for i, name in enumerate(names)))
    db.executemany("INSERT INTO source (id, name) VALUES (?, ?)", ((i + 1, f"Outlet {word(i)}") for i in range(OUTLETS)))


def write_claims(db, fresh):
    drawn = random.Random(3)
    articles, players, claims, evidence = [], [], [], []
    for i in range(FRESH_CLAIMS if fresh else CLAIMS):
        if i % A_TEXT == 0:
            day = LAST_DAY - (0 if fresh else int(365 * drawn.random()))
            outlet = drawn.randrange(OUTLETS)
            articles.append((len(articles) + 1, drawn.randbytes(16), f"a{len(articles)}", f"Outlet {word(outlet)}", day))
        player = i if fresh and i < PLAYERS else skewed(drawn, PLAYERS)
        owned = drawn.random() < 0.2
        club = player % CLUBS if owned else skewed(drawn, CLUBS)
        players.append((i + 1, len(articles), player + 1))
        claims.append((i + 1, i + 1, PLAYERS + club + 1, PLAYS_FOR if owned else INTEREST, OWNED if owned else LINKED + drawn.randrange(4)))
        evidence.append((i + 1, i + 1, outlet + 1, claims[-1][4], drawn.randrange(4), 0.9))
    db.executemany("INSERT INTO article (id, digest, name, outlet, url, title, path, day) VALUES (?, ?, ?, ?, '', '', '-', ?)", articles)
    db.executemany("INSERT INTO article_text (article, text) VALUES (?, 'One club wants another player.')", ((a[0],) for a in articles))
    db.executemany("INSERT INTO article_player (id, article, spelling) VALUES (?, ?, ?)", players)
    db.executemany("INSERT INTO claim (id, player, club, relation, stage) VALUES (?, ?, ?, ?, ?)", claims)
    db.executemany(
        "INSERT INTO evidence (id, claim, source, stage, hedge, confidence, quote_begin, quote_end, sentence_begin, sentence_end)"
        " VALUES (?, ?, ?, ?, ?, ?, 0, 30, 0, 30)",
        evidence,
    )


def made(suitor, path, fresh):
    """The store at `path`, made if it is not there."""
    if path.exists():
        return path
    empty = path.with_suffix(".txt")
    empty.write_text("Nothing is said of anybody.\n")
    subprocess.run([suitor, "--db", path, "ingest", empty], check=True, capture_output=True)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA synchronous = OFF")
        for name in ("article", "article_text", "uncompared"):
            db.execute(f"DELETE FROM {name}")
        write_names(db)
        write_claims(db, fresh)
    db.close()
    return path


def claims_of(store, player):
    with sqlite3.connect(store) as db:
        return db.execute("SELECT count(*) FROM claim c JOIN article_player p ON p.id = c.player WHERE p.spelling = ?", (player + 1,)).fetchone()[0]


def figures(bench, *arguments):
    out = subprocess.run([bench, *arguments], check=True, capture_output=True, text=True).stdout
    return {name: float(value) for name, value in (line.split() for line in out.splitlines())}


def project(edges):
    """Newman's weights of pairs of clubs."""
    wanted, pairs = collections.defaultdict(list), collections.defaultdict(float)
    for player, club, weight in edges:
        wanted[player].append((club, weight))
    for suitors in wanted.values():
        for i, (club, weight) in enumerate(suitors):
            for rival, other in suitors[:i]:
                pairs[rival, club] += weight * other / (len(suitors) - 1)
    return pairs


def others(edges):
    """Name and seconds of what others take for projection and communities."""
    begin = time.process_time()
    pairs = project(edges)
    projected = time.process_time() - begin
    try:
        import networkx
    except ImportError:
        networkx = None
    if networkx:
        begin = time.process_time()
        graph = networkx.Graph()
        graph.add_weighted_edges_from((a, b, weight) for (a, b), weight in pairs.items())
        networkx.community.louvain_communities(graph, seed=1)
        yield f"Python and networkx {networkx.__version__}, Louvain, one search", projected + time.process_time() - begin
    try:
        import igraph
    except ImportError:
        return
    begin = time.process_time()
    graph = igraph.Graph.TupleList(((a, b, weight) for (a, b), weight in pairs.items()), weights=True)
    graph.community_leiden(objective_function="modularity", weights="weight", n_iterations=-1)
    yield f"Python and python3-igraph {igraph.__version__}, Leiden, one search", projected + time.process_time() - begin


def clusters(suitor, bench, store, folder):
    edges_path = folder / "edges"
    got = figures(bench, store, edges_path)
    edges = [(int(p), int(c), float(w)) for p, c, w in (line.split() for line in edges_path.read_text().splitlines())]
    whole = run.best(f"{suitor} --db {store} clusters --resamples 0 >/dev/null")[1]
    ours = max(whole - got["ledger_s"] - got["market_s"], 0.001)
    yield f"| clusters of {CLUBS:,} clubs over {PLAYERS:,} players, {got['edges']:,.0f} edges: projection, the best of all searches, names, without loading | {ours:.2f} s |"
    for what, seconds in others(edges):
        yield f"| the same by {what} | {seconds:.2f} s, {seconds / ours:.1f} times as long |"


def table(suitor, bench, folder):
    store, fresh = made(suitor, folder / "million.db", False), made(suitor, folder / "fresh.db", True)
    got = figures(bench, store)
    load = got["ledger_s"] + got["market_s"]
    yield f"| {CLAIMS:,} claims of {PLAYERS:,} players and {CLUBS:,} clubs in a store | |"
    yield "|---|---|"
    yield f"| stepping through the rows with SQLite alone | {got['step_s']:.2f} s |"
    yield f"| the rows as a ledger, and that as a market | {got['ledger_s']:.2f} s and {got['market_s']:.2f} s: {load / got['step_s']:.2f} times stepping |"
    for player in (BUSY, 10 * BUSY, 100 * BUSY):
        name, told = f"'{word(player % 997)} {word(player + 10_000)}'", claims_of(store, player)
        spent = run.best(f"{suitor} --db {store} rivals {name} >/dev/null")[1]
        yield f"| `rivals` of a player with {told:,} claims, whole program | {spent * 1000:.0f} ms |"
    for what in ("rivals", "timeline"):
        spent = run.once(f"{suitor} --db {store} {what} '{word(3_000 + BUSY)} Town' >/dev/null")[1]
        yield f"| `{what}` of club {BUSY} by claims, whole program | {spent:.2f} s |"
    yield from clusters(suitor, bench, fresh, folder)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("suitor", type=pathlib.Path)
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--record", type=pathlib.Path)
    arguments = parser.parse_args()
    lines = []
    for line in table(arguments.suitor.resolve(), arguments.bench.resolve(), arguments.folder):
        print(line, flush=True)
        lines.append(line)
    if arguments.record:
        run.record(arguments.record, lines, BEGIN, END)


if __name__ == "__main__":
    main()
