#!/usr/bin/env python3
"""intake.py SUITOR FOLDER [--large] [--record PAGE]: how fast articles and claims come into a store.

FOLDER holds what articles.py made. Beside each figure stands what `sqlite3 .import` takes for the
same bytes, a line a row: the least that bringing them into a database costs. With --large, stores
of 10,000 to 1,000,000 articles with five claims each are made of lines of claims from a fixed seed,
shaped as those of market.py, and asked questions. Prints tables in Markdown; with --record they
also take the place of those in PAGE.
"""
import argparse
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

import market
import run

MEGABYTES = 20  # of articles: storing takes longer than reading
FILES = 10_000
SIZES = (10_000, 100_000, 1_000_000)
A_TEXT = 5  # claims an article
PLAYERS, CLUBS, OUTLETS, WORDS = 100_000, 5_000, 400, 20_000
BEGIN, END = "<!-- intake measured by ./dev bench -->", "<!-- intake until here -->"
LARGE_BEGIN, LARGE_END = "<!-- large stores measured by ./dev bench record -->", "<!-- large stores until here -->"


def rows_of(path):
    """Bring the lines of a file into a table of SQLite's own tool."""
    script = path.with_suffix(".sql")
    script.write_text(f'CREATE TABLE line (text TEXT);\n.mode ascii\n.separator "\\037" "\\n"\n.import {path} line\n', encoding="utf-8")
    store = path.with_suffix(".plain.db")
    return f"rm -f {store}; sqlite3 {store} < {script}"


def fresh(store):
    return f"rm -f {store} {store}-wal {store}-shm; "


def clock(command):
    return run.best(command)[0]


class Intake:
    def __init__(self, suitor, folder, work):
        self.suitor, self.work, self.store = suitor, work, work / "market.db"
        self.articles = work / "articles.jsonl"
        run.cut(folder / "articles.jsonl", self.articles, MEGABYTES * 1_000_000)
        self.size = self.articles.stat().st_size / 1e6

    def row(self, what, command, size, yardstick=None):
        """A row, and the seconds of all processors that are in it."""
        seconds, spent = run.best(command)
        return f"| {what} | {seconds:.2f} | {spent:.2f} | {size / seconds:.1f} | {spent / (yardstick or spent):.1f} |", spent

    def speeds(self):
        claims, db = self.work / "claims.jsonl", f"{self.suitor} --db {self.store}"
        subprocess.run(f"{self.suitor} extract --with-text {self.articles} > {claims}", shell=True, check=True)
        size = claims.stat().st_size / 1e6
        yield f"| {self.size:.0f} MB of articles, {size:.0f} MB of their claims | by the clock, s | of processors, s | MB/s | times the processor of `sqlite3 .import` of the same bytes |"
        yield "|---|---|---|---|---|"
        line, plain = self.row("`sqlite3 .import` of the articles", rows_of(self.articles), self.size)
        yield line
        line, plain_claims = self.row("`sqlite3 .import` of the claims", rows_of(claims), size)
        yield line
        for threads in (1, 2):
            what = f"{threads} thread{'s' * (threads > 1)}"
            yield self.row(f"`suitor ingest`, {what}", fresh(self.store) + f"{db} ingest --threads {threads} {self.articles} >/dev/null", self.size, plain)[0]
        for threads in (1, 2):
            what = f"{threads} thread{'s' * (threads > 1)}"
            yield self.row(f"`suitor import claims`, {what}", fresh(self.store) + f"{db} import claims --threads {threads} {claims} >/dev/null", size, plain_claims)[0]
        yield self.row("`suitor extract --with-text`, 2 threads", f"{self.suitor} extract --with-text --threads 2 {self.articles} >/dev/null", self.size, plain)[0]

    def again(self):
        db, files = f"{self.suitor} --db {self.store}", self.work / "files"
        files.mkdir()
        lines = self.articles.read_bytes().splitlines()[:FILES]
        for number, line in enumerate(lines):
            (files / f"{number:05}.txt").write_text(json.loads(line)["text"], encoding="utf-8")
        yield "| | |"
        yield "|---|---|"
        subprocess.run(fresh(self.store) + f"{db} ingest {self.articles} {files} >/dev/null", shell=True, check=True)
        for what, path in ((f"`ingest` again of {self.size:.0f} MB of JSON lines", self.articles), (f"`ingest` again of {len(lines):,} files", files)):
            yield f"| {what}, all unchanged | {clock(f'{db} ingest {path} >/dev/null'):.3f} s |"
        with open(self.articles, "ab") as out:
            out.write(b'{"text": "Chelsea are monitoring Murillo."}\n')
        yield f"| the same lines with one more behind | {run.once(f'{db} ingest {self.articles} >/dev/null')[0]:.3f} s |"
        quarter = self.work / "quarter.jsonl"
        run.cut(self.articles, quarter, int(self.size * 1e6 / 4))
        small, large = (self.peak(f"ingest --threads 2 {path}") for path in (quarter, self.articles))
        yield f"| peak memory of `ingest`, 2 threads, {self.size / 4:.0f} MB and {self.size:.0f} MB of input | {small / 1024:.0f} MiB and {large / 1024:.0f} MiB |"

    def peak(self, command):
        subprocess.run(fresh(self.store), shell=True, check=True)
        return run.peak_memory(f"{self.suitor} --db {self.store} {command}")


def line_of(number, drawn, words):
    """An article of five sentences, each with a claim, as `extract --with-text` prints one."""
    text, clubs, players, claims = "", {}, {}, []
    outlet, day = f"Outlet {market.word(drawn.randrange(OUTLETS))}", drawn.randrange(365)
    for _ in range(A_TEXT):
        p, c = market.skewed(drawn, PLAYERS), market.skewed(drawn, CLUBS)
        player, club = f"{market.word(p % 997)} {market.word(p + 10_000)}", f"{market.word(c + 3_000)} Town"
        if (player, club) in ((claim["player"], claim["club"]) for claim in claims):
            continue
        quote = f"{club} want {player}"
        begin, sentence = len(text), f"{quote} {' '.join(drawn.choices(words, k=12))}."
        text += sentence + " "
        clubs[club], players[player] = {"name": club, "aliases": []}, {"name": player, "club": None, "position": None, "age": None, "aliases": []}
        stage = ("linked", "watching", "keen", "talks")[drawn.randrange(4)]
        evidence = {"stage": stage, "hedge": "firm", "origin": outlet, "confidence": 0.9, "start": begin, "end": begin + len(quote),
                    "sentence_start": begin, "sentence_end": begin + len(sentence)}  # fmt: skip
        claims.append({"player": player, "club": club, "relation": "interest", "stage": stage, "evidence": [evidence]})
    return json.dumps({"id": f"a{number}", "date": f"2026-{1 + day // 31:02}-{1 + day % 28:02}", "outlet": outlet, "path": "-",
                       "text": text, "clubs": list(clubs.values()), "players": list(players.values()), "claims": claims})  # fmt: skip


def write_claims(n, out):
    drawn = random.Random(7)
    words = [market.word(i + 400).lower() for i in range(WORDS)]
    for number in range(n):
        out.write(line_of(number, drawn, words) + "\n")


def name_of(player):
    return f"'{market.word(player % 997)} {market.word(player + 10_000)}'"


def questions():
    club = f"'{market.word(3_000 + market.BUSY)} Town'"
    yield "stats", "stats"
    yield f"`rivals` of player {market.BUSY} by claims", f"rivals {name_of(market.BUSY)}"
    yield f"`rivals` of club {market.BUSY} by claims", f"rivals {club}"
    yield "`explain` of these two", f"explain {name_of(0)} '{market.word(3_000)} Town'"
    yield "`clusters`", "clusters --resamples 0"


def timed(command):
    """What one run of a command takes: seconds by the clock and mebibytes at its peak."""
    done = subprocess.run(["/usr/bin/time", "-f", "%e %M", "sh", "-c", f"exec {command} >/dev/null"], stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"intake.py: failed: {command}: {done.stderr}")
    seconds, peak = done.stderr.split()[-2:]
    return float(seconds), int(peak) / 1024


def import_lines(suitor, store, n):
    """Make lines of claims and import them at the same time; as timed()."""
    with subprocess.Popen([sys.executable, "-B", __file__, "--lines", str(n)], stdout=subprocess.PIPE) as lines:
        done = subprocess.run(["/usr/bin/time", "-f", "%e %M", suitor, "--db", store, "import", "claims", "-"], stdin=lines.stdout,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)  # fmt: skip
    if done.returncode:
        raise SystemExit(f"intake.py: import failed: {done.stderr}")
    seconds, peak = done.stderr.split()[-2:]
    return float(seconds), int(peak) / 1024


def large(suitor, work, sizes):
    columns = {}
    for n in sizes:
        store = work / f"{n}.db"
        got = columns.setdefault(n, [])
        seconds, peak = import_lines(suitor, store, n)
        got.append(("`import claims -`, while they are made", f"{seconds:,.0f} s, {n / seconds:,.0f} articles/s, {peak:,.0f} MiB"))
        got.append(("the store", f"{store.stat().st_size / 1e6:,.0f} MB"))
        for what, command in questions():
            seconds, peak = timed(f"{suitor} --db {store} {command}")
            got.append((what, f"{seconds:,.2f} s, {peak:,.0f} MiB"))
        store.unlink()
    yield "| articles, with five claims each | " + " | ".join(f"{n:,}" for n in sizes) + " |"
    yield "|---" * (len(sizes) + 1) + "|"
    for row in zip(*columns.values()):
        yield f"| {row[0][0]} | " + " | ".join(value for _, value in row) + " |"


def tell(lines, page, begin, end):
    told = []
    for line in lines:
        print(line, flush=True)
        told.append(line)
    print(flush=True)
    if page:
        run.record(page, told, begin, end)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("suitor", type=pathlib.Path, nargs="?")
    parser.add_argument("folder", type=pathlib.Path, nargs="?")
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--only-large", type=int, nargs="+", metavar="ARTICLES", help="make stores of so many, and nothing else")
    parser.add_argument("--record", type=pathlib.Path)
    parser.add_argument("--lines", type=int, help="print so many lines of claims, and nothing else")
    arguments = parser.parse_args()
    if arguments.lines is not None:
        write_claims(arguments.lines, sys.stdout)
        return
    work = pathlib.Path(tempfile.mkdtemp(dir=arguments.folder))
    try:
        if not arguments.only_large:
            intake = Intake(arguments.suitor.resolve(), arguments.folder, work)
            tell([*intake.speeds(), "", *intake.again()], arguments.record, BEGIN, END)
        if arguments.large or arguments.only_large:
            tell(large(arguments.suitor.resolve(), work, arguments.only_large or SIZES), arguments.record, LARGE_BEGIN, LARGE_END)
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
