"""What the tests of faults share: the program run in a folder, articles, and stores compared."""
import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile


class Place:
    """A folder for one test, gone afterwards, with the program in it."""

    def __init__(self, suitor):
        self.suitor = os.path.realpath(suitor)
        self._folder = tempfile.TemporaryDirectory(prefix="suitor-faults-")
        self.path = pathlib.Path(self._folder.name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["chmod", "-R", "u+rwx", str(self.path)], check=False)
        self._folder.cleanup()

    def run(self, *arguments, **more):
        """The finished process, with what it wrote as bytes."""
        return subprocess.run([self.suitor, *map(str, arguments)], cwd=self.path, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=300, check=False, **more)

    def start(self, *arguments):
        return subprocess.Popen([self.suitor, *map(str, arguments)], cwd=self.path, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def write(self, name, content):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


CLUBS = ["Liverpool", "Chelsea", "Arsenal", "Barcelona", "Juventus", "Real Madrid", "Tottenham"]
PLAYERS = ["Inter Milan defender Alessandro Bastoni", "Nottingham Forest defender Murillo",
           "Crystal Palace defender Marc Guehi", "Manchester City midfielder Bernardo Silva"]
STAGES = ["want to sign", "are monitoring", "have made an offer for", "are in talks to sign"]


def article(i):
    """The i-th made-up article; no two are alike."""
    club, player = CLUBS[i % len(CLUBS)], PLAYERS[i // 3 % len(PLAYERS)]
    text = (f"{club} {STAGES[i // 7 % len(STAGES)]} {player}, according to the BBC. "
            f"It is note number {i} of the summer.")
    return {"id": f"note-{i}", "date": f"2026-0{1 + i % 6}-{1 + i % 28:02}", "title": f"Note {i}", "text": text}


def lines(first, count):
    return "".join(json.dumps(article(i)) + "\n" for i in range(first, first + count))


def dump(store):
    """The whole store as sorted text, without what tells when and from where a file was read."""
    db = sqlite3.connect(store)
    try:
        return [line for line in db.iterdump() if not line.startswith('INSERT INTO "input"')]
    finally:
        db.close()


def ask(store, sql):
    """The first column of all rows."""
    db = sqlite3.connect(store)
    try:
        return [row[0] for row in db.execute(sql)]
    finally:
        db.close()


# each article() has a text and a claim
HALVES = """SELECT id FROM article
    WHERE id NOT IN (SELECT article FROM article_text)
    OR id NOT IN (SELECT article FROM article_player JOIN claim ON claim.player = article_player.id
                  JOIN evidence ON evidence.claim = claim.id)"""


def problems(store):
    """What is wrong with a store; an empty list where nothing is."""
    wrong = [line for line in ask(store, "PRAGMA integrity_check") if line != "ok"]
    wrong += [f"foreign key of {table}" for table in ask(store, "PRAGMA foreign_key_check")]
    wrong += [f"article {number} by halves" for number in ask(store, HALVES)]
    return wrong
