#!/usr/bin/env python3
"""files.py SUITOR: stores and inputs that are not what they should be, and what is said then.

Of each fault: the exit status, what the message must say, and that nothing is lost by it: what
was in the store is in it still, and the same command later does what it could not do now.
"""
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time

import program

NOBODY = 65534
STORE = "market.db"


class Wrong(Exception):
    pass


def must(condition, *what):
    if not condition:
        raise Wrong(" ".join(map(str, what)))


def says(done, status, *parts):
    """The exit status, one message that names its parts, and no crash."""
    text = done.stderr.decode()
    must(done.returncode == status, "exit status", done.returncode, "for", status, text[-400:], done.stdout[-300:])
    for part in parts:
        must(part in text, f"'{part}' is not said:", text[-600:])


def full_store(place, count=20):
    """A store with `count` articles; their number is what must stay."""
    place.write("first.jsonl", program.lines(0, count))
    says(place.run("ingest", "first.jsonl"), 0)
    return program.ask(place.path / STORE, "SELECT count(*) FROM article")[0]


def articles(place):
    store = place.path / STORE
    wrong = program.problems(store)
    must(not wrong, wrong[:3])
    return program.ask(store, "SELECT count(*) FROM article")[0]


def wrong_store(place):
    """No store, in many ways: neither ingest nor a question touches the file."""
    place.write("first.jsonl", program.lines(0, 3))
    full_store(place)
    whole = (place.path / STORE).read_bytes()
    foreign = place.path / "foreign.db"
    db = sqlite3.connect(foreign)
    db.executescript("CREATE TABLE bookmarks (url); INSERT INTO bookmarks VALUES ('x')")
    db.close()
    newer = place.write("newer.db", whole)
    db = sqlite3.connect(newer)
    db.execute("PRAGMA user_version = 99")
    db.commit()
    db.close()
    (place.path / "folder.db").mkdir()
    for name, content, part in [
            ("text.db", b"Liverpool want Bastoni.\n" * 50, "not a suitor store"),
            ("short.db", b"SQLite format 3\0", "not a suitor store"),
            ("noise.db", bytes(range(256)) * 40, "not a suitor store"),
            ("foreign.db", None, "a database of another program; it was left as it is"),
            ("newer.db", None, "made by a newer suitor (schema 99"),
            ("folder.db", None, "cannot be opened")]:
        path = place.write(name, content) if content else place.path / name
        before = path.read_bytes() if path.is_file() else None
        for command in ["ingest", "first.jsonl"], ["stats"], ["rivals"], ["correct", "list"], ["export"]:
            says(place.run("--db", name, *command), 1, name, part)
        must(before is None or path.read_bytes() == before, name, "was changed")
    says(place.run("--db", "none/market.db", "ingest", "first.jsonl"), 1, "No such file or directory")
    says(place.run("--db", "none.db", "rivals"), 1, "there is no store yet; ingest articles first")


def truncated_store(place):
    """Cut at many places: never a crash, never a wrong answer without a word, the file as it was."""
    full_store(place, 60)
    whole = (place.path / STORE).read_bytes()
    for eighth in range(1, 8):
        cut = len(whole) * eighth // 8 - 100
        path = place.write("cut.db", whole[:cut])
        for command in ["rivals"], ["stats"], ["ingest", "first.jsonl"]:
            says(place.run("--db", "cut.db", *command), 1, "cut.db", "go back to a copy, or ingest into a new file")
        must(path.read_bytes()[:4096] == whole[:4096], "its head was changed")


def locked_store(place):
    """Another program writes: questions are answered, a writer waits and then says so."""
    count = full_store(place)
    place.write("more.jsonl", program.lines(100, 5))
    db = sqlite3.connect(place.path / STORE, isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    says(place.run("rivals"), 0)
    says(place.run("ingest", "more.jsonl"), 1, "another program is writing to it; try again when that has finished")
    says(place.run("correct", "reject", "Bastoni", "Liverpool", "--all"), 1, "another program is writing to it")
    db.execute("ROLLBACK")
    db.close()
    must(articles(place) == count, "articles were lost")
    says(place.run("ingest", "more.jsonl"), 0)
    must(articles(place) == count + 5, "not all came in later")


def as_nobody(place, *arguments):
    """As a user whom permissions bind, since root passes them all."""
    return place.run(*arguments, user=NOBODY, group=NOBODY) if os.geteuid() == 0 else place.run(*arguments)


def read_only_store(place):
    count = full_store(place)
    place.path.chmod(0o555)
    (place.path / STORE).chmod(0o444)
    says(as_nobody(place, "rivals"), 0)
    says(as_nobody(place, "--db", STORE, "ingest", "--again", "first.jsonl"), 1, "market.db", "check the permissions")
    says(as_nobody(place, "--db", "new.db", "ingest", "first.jsonl"), 1, "new.db", "ermission")
    says(as_nobody(place, "export", "-o", "x.svg"), 1, "x.svg", "ermission")
    place.path.chmod(0o755)
    must(articles(place) == count, "articles were lost")


def unreadable_inputs(place):
    """What cannot be read is named and passed over, and the rest goes in."""
    place.path.chmod(0o777)
    place.write("in/a.jsonl", program.lines(0, 3))
    place.write("in/locked.jsonl", program.lines(3, 3)).chmod(0)
    place.write("in/shut/b.jsonl", program.lines(6, 3))
    (place.path / "in/shut").chmod(0)
    (place.path / "in/folder.jsonl").mkdir()
    place.write("in/folder.jsonl/c.jsonl", program.lines(9, 3))
    os.mkfifo(place.path / "in/pipe.jsonl")
    (place.path / "in/gone.jsonl").symlink_to("nowhere")
    (place.path / "in/loop").symlink_to(".")
    done = as_nobody(place, "ingest", "in", "missing.jsonl")
    says(done, 1, "in/locked.jsonl", "in/shut", "missing.jsonl", "ermission denied")
    must(articles(place) == 6, "articles:", articles(place))
    (place.path / "in/locked.jsonl").chmod(0o644)
    (place.path / "in/shut").chmod(0o755)
    as_nobody(place, "ingest", "in")
    must(articles(place) == 12, "articles afterwards:", articles(place))


def vanishing_inputs(place):
    """Files deleted, cut short and made longer while a run reads them; a later run finishes."""
    for i in range(300):
        place.write(f"in/{i:03}.jsonl", program.lines(3 * i, 3))
    running = subprocess.Popen([place.suitor, "ingest", "in"], cwd=place.path, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE)
    for i in range(299, 0, -2):
        path = place.path / f"in/{i:03}.jsonl"
        if i % 3 == 0:
            path.unlink()
        elif i % 3 == 1:
            os.truncate(path, 100)
        else:
            with path.open("ab") as file:
                file.write(program.lines(3000 + i, 1).encode())
    said = running.communicate(timeout=200)[1].decode()
    must(running.returncode in (0, 1), "exit status", running.returncode, said[-300:])
    articles(place)
    place.run("ingest", "in")
    must(articles(place) >= 150 * 3, "the files nobody touched are not in")
    names = set(program.ask(place.path / STORE, "SELECT name FROM article"))
    grown = [f"note-{3000 + i}" for i in range(299, 0, -2) if i % 3 == 2]
    must(set(grown) <= names, "what was added is not in:", sorted(set(grown) - names)[:5])


def two_writers(place):
    """Several at once into one new store: the articles of all, each once."""
    for i in range(3):
        place.write(f"{i}.jsonl", program.lines(60 * i, 90))  # 30 of each are another's, too
    running = [place.start("ingest", f"{i}.jsonl") for i in range(3)]
    must([r.wait(timeout=200) for r in running] == [0, 0, 0], "exit status", [r.returncode for r in running])
    must(articles(place) == 210, "articles:", articles(place))


def limited(kind, amount):
    def set_limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(kind, (amount, amount))
    return set_limit


def full_disk(place):
    """No room for files larger than so much: a little more each time, until all is in."""
    place.write("all.jsonl", program.lines(0, 200))
    failures = 0
    for kibibytes in [0, 4, 16, 32, 64, 128, 256, 400, 600, 1000, 100000]:
        done = place.run("ingest", "all.jsonl", preexec_fn=limited(resource.RLIMIT_FSIZE, kibibytes << 10))
        must(done.returncode in (0, 1), "exit status", done.returncode, done.stderr[-300:])
        if done.returncode == 1:
            failures += 1
            says(done, 1, STORE, ";")
        if (place.path / STORE).stat().st_size > 0 and place.run("stats").returncode == 0:
            articles(place)
    must(done.returncode == 0 and articles(place) == 200, "not all in at last:", done.stderr[-300:])
    must(failures > 3, "it never was full")
    for form in ("svg", "csv", "graphml"):
        says(place.run("export", "--format", form, "-o", "/dev/full"), 1, "No space left on device")


def small_disk(place):
    """A file system of 300 KiB that is full at some moment."""
    disk = place.path / "disk"
    disk.mkdir()
    mounted = os.geteuid() == 0 and subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(disk)],
                                                   capture_output=True, check=False).returncode == 0
    if not mounted:
        return "left out: nothing can be mounted here"
    try:
        place.write("all.jsonl", program.lines(0, 300))
        done = place.run("--db", "disk/market.db", "ingest", "all.jsonl")
        says(done, 1, "disk/market.db", "full; free some space and ingest again")
        must(not program.problems(disk / STORE), "not sound")
        subprocess.run(["mount", "-o", "remount,size=20m", str(disk)], check=True)
        says(place.run("--db", "disk/market.db", "ingest", "all.jsonl"), 0)
        must(program.ask(disk / STORE, "SELECT count(*) FROM article") == [300], "not all in later")
    finally:
        subprocess.run(["umount", str(disk)], check=False)
    return None


def little_memory(place):
    """An address space that grows from run to run: no crash, and nothing by halves."""
    if "address" in subprocess.run(["ldd", place.suitor], capture_output=True, text=True, check=False).stdout or \
            b"__asan_init" in open(place.suitor, "rb").read():
        return "left out: the sanitizers want more"
    place.write("all.jsonl", program.lines(0, 100))
    failures = 0
    for mebibytes in [*range(40, 200, 8), 400, 4000]:
        for command in ["ingest", "--again", "--threads", "2", "all.jsonl"], ["rivals"], ["export"]:
            done = place.run(*command, preexec_fn=limited(resource.RLIMIT_AS, mebibytes << 20))
            if done.returncode == 127:  # the loader itself
                continue
            must(done.returncode in (0, 1), command, mebibytes, "MiB: exit status", done.returncode, done.stderr[-300:])
            must(done.returncode == 0 or done.stderr, command, mebibytes, "MiB: fails without a word")
            failures += done.returncode
        if (place.path / STORE).exists() and place.run("stats").returncode == 0:
            articles(place)
    must(done.returncode == 0 and articles(place) == 100, "not all in at last")
    return f"{failures} runs went without memory"


def stopped(place):
    """Ctrl-C and SIGTERM at some moment: what was read is kept, and the same command finishes."""
    place.write("all.jsonl", program.lines(0, 400))
    for number in (signal.SIGINT, signal.SIGTERM):
        for path in place.path.glob(STORE + "*"):
            path.unlink()
        running = place.start("ingest", "all.jsonl")
        time.sleep(0.15)
        running.send_signal(number)
        must(running.wait(timeout=100) in (0, 1, -number), "exit status", running.returncode)
        says(place.run("ingest", "all.jsonl"), 0)
        must(articles(place) == 400, "articles:", articles(place))


FAULTS = [wrong_store, truncated_store, locked_store, read_only_store, unreadable_inputs, vanishing_inputs, two_writers,
          full_disk, small_disk, little_memory, stopped]


def try_fault(suitor, fault):
    with program.Place(suitor) as place:
        place.path.chmod(0o777)
        try:
            return True, fault(place) or "holds"
        except Wrong as wrong:
            return False, f"WRONG: {wrong}"


def main():
    chosen = [f for f in FAULTS if f.__name__ in sys.argv[2:]] or FAULTS
    good = True
    for fault in chosen:
        fine, told = try_fault(sys.argv[1], fault)
        good = good and fine
        print(f"{fault.__name__.replace('_', ' ')}: {told}", flush=True)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
