#!/usr/bin/env python3
"""killed.py SUITOR ROUNDS [SEED]: suitor ingest, killed at random moments.

Each round fills a store of its own and is killed one to three times on the way. After each
kill the file is sound and holds whole articles only; at the end it is, row by row, the store
of a run that nobody killed.
"""
import collections
import json
import random
import signal
import sys
import time

import program

LINES, FILES, LISTED = 400, 20, 80
STORE = "market.db"
INPUTS = ["lines.jsonl", "files", "list.json"]


def lay_out(place):
    """Lines, a folder and a list, so that each way of reading is interrupted."""
    place.write("lines.jsonl", program.lines(0, LINES))
    for i in range(LINES, LINES + FILES):
        a = program.article(i)
        place.write(f"files/{a['id']}.txt", f"date {a['date']}\n{a['title']}\n\n{a['text']}\n")
    listed = [program.article(i) for i in range(LINES + FILES, LINES + FILES + LISTED)]
    place.write("list.json", json.dumps(listed))


def remove_store(place):
    for path in place.path.glob(STORE + "*"):
        path.unlink()


def unbroken(place):
    """The store of a whole run, and how long that took."""
    begin = time.monotonic()
    done = place.run("ingest", *INPUTS)
    took = time.monotonic() - begin
    assert done.returncode == 0, done.stderr
    return program.dump(place.path / STORE), took


def look_at(place):
    """In which state the kill left the store; what is wrong with it ends the test."""
    store = place.path / STORE
    if not store.exists():
        return "no file yet"
    done = place.run("stats", "--json")
    assert done.returncode in (0, 1), done.stderr
    if done.returncode == 1:
        assert b"the store is empty; ingest articles first" in done.stderr or b"older" in done.stderr, done.stderr
        return "no tables yet"
    wrong = program.problems(store)
    assert not wrong, wrong[:5]
    count = program.ask(store, "SELECT count(*) FROM article")[0]
    whole = LINES + FILES + LISTED
    return "empty" if count == 0 else "a part" if count < whole else "all articles"


def kill_once(place, dice, longest):
    running = place.start("ingest", *INPUTS)
    time.sleep(dice.uniform(0, longest))
    running.send_signal(signal.SIGKILL)
    return "not hit" if running.wait() != -signal.SIGKILL else look_at(place)


def main():
    suitor, rounds = sys.argv[1], int(sys.argv[2])
    dice = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 7)
    seen = collections.Counter()
    with program.Place(suitor) as place:
        lay_out(place)
        expected, took = unbroken(place)
        for number in range(rounds):
            hit = False
            while not hit:  # a run that came to its end does not count
                remove_store(place)
                found = [kill_once(place, dice, took) for _ in range(dice.randint(1, 3))]
                seen.update(found)
                hit = any(what != "not hit" for what in found)
            done = place.run("ingest", *INPUTS)
            assert done.returncode == 0, done.stderr
            assert program.dump(place.path / STORE) == expected, f"round {number} ends otherwise"
    kills = sum(seen.values()) - seen["not hit"]
    print(f"{rounds} runs killed {kills} times, each ended as an unbroken one; found after the kill: "
          + ", ".join(f"{what} {n}" for what, n in sorted(seen.items())))


if __name__ == "__main__":
    main()
