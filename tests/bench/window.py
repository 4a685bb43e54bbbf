#!/usr/bin/env python3
"""window.py BENCH_WINDOW FOLDER [--record PAGE]: how fast windows are run, beside a plain Python
loop over the same chain.

FOLDER may hold tables of rumours and transfers; without them a graph of the same size and shape is
made up. A graph is a dict: players as (seller, position), n_clubs, moves as (player, club, interest,
chance). Prints a table in Markdown; with --record it also takes the place of the one in PAGE.
"""
import argparse
import csv
import math
import pathlib
import random
import subprocess
import tempfile
import time

import run

POSITIONS = ("", "GK", "CB", "LB", "RB", "FB", "DF", "DM", "CM", "AM", "MF", "LW", "RW", "W", "ST", "FW")
NAMED = {
    "Goalkeeper": "GK", "Centre-Back": "CB", "Left-Back": "LB", "Right-Back": "RB", "Defensive Midfield": "DM",
    "Central Midfield": "CM", "Attacking Midfield": "AM", "Left Midfield": "LW", "Right Midfield": "RW",
    "Left Winger": "LW", "Right Winger": "RW", "Centre-Forward": "ST", "Second Striker": "ST",
}
# how many of the squads play where
DRAWN = {"GK": 8, "CB": 18, "LB": 8, "RB": 8, "DM": 9, "CM": 12, "AM": 8, "LW": 8, "RW": 8, "ST": 13}
NO_CLUBS = {"Without Club", "Retired", "Unknown", "Career break", "Ban", ""}
DAYS, CHANCE, NOBODY = 60, 0.25, 2**32 - 1
PYTHON_WINDOWS = 2
BEGIN, END = "<!-- windows measured by ./dev bench -->", "<!-- windows until here -->"


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def from_tables(rumours, transfers):
    drawn = random.Random(1)
    where = {row["player"]: NAMED.get(row["position"]) for row in rows_of(transfers)}
    clubs, players, seen, sides = {}, {}, {}, []
    for row in rows_of(rumours):
        name, seller, club = row["player"], row["current_club"], row["interested_club"]
        if club in NO_CLUBS or club == seller:
            continue
        if name not in players:
            position = where.get(name) or drawn.choices(list(DRAWN), list(DRAWN.values()))[0]
            players[name] = len(players)
            sides.append((NOBODY if seller in NO_CLUBS else clubs.setdefault(seller, len(clubs)), POSITIONS.index(position)))
        pair = (players[name], clubs.setdefault(club, len(clubs)))
        seen[pair] = drawn.uniform(0.02, 0.5)
    moves = [(p, c, w, CHANCE) for (p, c), w in sorted(seen.items()) if sides[p][0] != c]
    return {"players": sides, "n_clubs": len(clubs), "moves": moves}


def made_up(n_players=4886, n_clubs=1078, n_moves=7800):
    """Clubs are wanted by, and want, numbers of players as skewed as in the tables."""
    drawn = random.Random(2)
    busy = [1 / (rank + 8) for rank in range(n_clubs)]
    names = list(DRAWN)
    players = [(drawn.choices(range(n_clubs), busy)[0], POSITIONS.index(drawn.choices(names, list(DRAWN.values()))[0])) for _ in range(n_players)]
    pairs = {}
    while len(pairs) < n_moves:
        p, c = int(n_players * drawn.random() ** 1.5), drawn.choices(range(n_clubs), busy)[0]
        if players[p][0] != c:
            pairs[p, c] = drawn.uniform(0.02, 0.5)
    return {"players": players, "n_clubs": n_clubs, "moves": [(p, c, w, CHANCE) for (p, c), w in sorted(pairs.items())]}


def graph(folder):
    rumours, transfers = (pathlib.Path(folder) / name for name in ("rumours-2021-2025.csv", "transfers-2024-25.csv"))
    return from_tables(rumours, transfers) if rumours.exists() and transfers.exists() else made_up()


def write(made, path):
    with open(path, "w", encoding="ascii") as out:
        print(len(made["players"]), made["n_clubs"], len(made["moves"]), DAYS, file=out)
        for line in made["players"] + made["moves"]:
            print(*line, file=out)


def direct(made, effects, windows, seed=1):
    """Gillespie's direct method with plain lists; effects[move] as (moves' group, factor), groups by move.
    Returns how many moves happened."""
    group_of, changes = effects
    drawn = random.Random(seed)
    rates = [-math.log(1 - chance) / DAYS for _, _, _, chance in made["moves"]]
    his, members, happened = {}, {}, 0
    for i, (player, *_) in enumerate(made["moves"]):
        his.setdefault(player, []).append(i)
        members.setdefault(group_of[i], []).append(i)
    for _ in range(windows):
        rate, now = list(rates), 0.0
        while (total := sum(rate)) > 0:
            now += drawn.expovariate(total)
            if now > DAYS:
                break
            at = drawn.random() * total
            for i, r in enumerate(rate):
                at -= r
                if at < 0:
                    break
            happened += 1
            for other in his[made["moves"][i][0]]:
                rate[other] = 0.0
            for group, factor in changes[i]:
                for other in members[group]:
                    rate[other] *= factor
    return happened


def read_effects(path, n_moves):
    """What bench_window wrote: of each move its group, and what it does to groups."""
    group_of, changes = [0] * n_moves, [()] * n_moves
    with open(path, encoding="ascii") as lines:
        for line in lines:
            pair, group, *rest = line.split()
            group_of[int(pair)] = int(group)
            changes[int(pair)] = tuple(zip(map(int, rest[::2]), map(float, rest[1::2])))
    return group_of, changes


def measure(bench, folder):
    made = graph(folder)
    with tempfile.TemporaryDirectory() as work:
        path, effects = (pathlib.Path(work) / name for name in ("graph", "effects"))
        write(made, path)
        out = subprocess.run([bench, path, effects], check=True, capture_output=True, text=True).stdout
        got = {name: float(value) for name, value in (line.split() for line in out.splitlines())}
        read = read_effects(effects, len(made["moves"]))
    begin = time.process_time()
    happened = direct(made, read, PYTHON_WINDOWS)
    got["python"] = happened / (time.process_time() - begin)
    return got


def table(got):
    rate = got["million_moves_a_second"]
    yield f"| {got['moves']:,.0f} candidate moves of {got['players']:,.0f} players, {got['groups']:,.0f} groups, 60 days, {got['moves_a_window']:,.0f} moves a window | |"
    yield "|---|---|"
    yield f"| a window, with compensators, one thread | {got['window_us']:.0f} µs, {rate:.2f} million moves a second |"
    yield f"| two threads, times one | {got['two_threads']:.2f} |"
    yield f"| the same chain as a plain Python loop (direct method) | {got['python']:,.0f} moves a second: suitor makes {rate * 1e6 / got['python']:,.0f} times as many |"
    yield f"| a what-if, replayed on a recorded window | {got['what_if_us']:.1f} µs, {got['what_if_changes']:.0f} moves change |"
    for name, what in (("direct", "directly touched moves"), ("neighbours", "their neighbours"), ("rest", "all others")):
        yield f"| variance of the difference, independent 0/1 outcomes over ours, {what} | {got['gain_' + name]:,.0f} |"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--record", type=pathlib.Path)
    arguments = parser.parse_args()
    lines = list(table(measure(arguments.bench.resolve(), arguments.folder)))
    print("\n".join(lines))
    if arguments.record:
        run.record(arguments.record, lines, BEGIN, END)


if __name__ == "__main__":
    main()
