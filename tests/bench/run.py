#!/usr/bin/env python3
"""run.py SUITOR FOLDER REGISTER [--record PAGE]: how fast articles are read.

FOLDER holds what articles.py made, REGISTER is a table of clubs for `--clubs`. Prints a
table in Markdown; with --record it also takes the place of the one in PAGE. Each figure
is the best of up to five runs, as what disturbs a run only ever makes it slower.
"""
import argparse
import csv
import datetime
import os
import pathlib
import platform
import re
import resource
import shutil
import subprocess
import tempfile
import time

RUNS, LONG = 5, 8.0  # no more runs once so many seconds went by
INGESTED = 5_000_000  # bytes: storing is much slower than reading
COUNTED = 1_000_000  # bytes under valgrind, which is fifty times slower
# -c counts lines and so looks no further than the first name of each; the others find all
SEARCHERS = ("rg -c", "rg --count-matches", "grep -c", "grep -o")
BEGIN, END = "<!-- measured by ./dev bench -->", "<!-- until here -->"
ENVIRONMENT = {**os.environ, "LC_ALL": "C"}  # in which grep is fastest


def processor_seconds():
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def once(command):
    """Seconds by the clock, and of all processors."""
    begin, spent = time.perf_counter(), processor_seconds()
    run = subprocess.run(command, shell=True, env=ENVIRONMENT, stderr=subprocess.DEVNULL, check=False)
    if run.returncode not in (0, 1):  # 1: searchers found nothing
        raise SystemExit(f"run.py: failed: {command}")
    return time.perf_counter() - begin, processor_seconds() - spent


def best(command):
    begin, runs = time.perf_counter(), []
    while len(runs) < RUNS and (not runs or time.perf_counter() - begin < LONG):
        runs.append(once(command))
    return tuple(map(min, zip(*runs)))


def peak_memory(command):
    """Kibibytes; by time(1), as what this program itself takes would count for its children."""
    run = subprocess.run(f"/usr/bin/time -f %M {command} >/dev/null", shell=True, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True, check=False)
    return int(run.stderr.split()[-1])


def instructions(command, **environment):
    """Counted by callgrind, so that they do not depend on what else the machine does."""
    run = subprocess.run(
        f"valgrind --tool=callgrind --callgrind-out-file=/dev/null {command}",
        shell=True, env={**ENVIRONMENT, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    found = re.search(r"Collected : (\d+)", run.stderr)
    if not found:
        raise SystemExit(f"run.py: no count of instructions: {run.stderr[-400:]}")
    return int(found[1])


def cut(source, target, n_bytes):
    """The whole lines of the first `n_bytes` of a file."""
    with open(source, "rb") as read, open(target, "wb") as write:
        piece = read.read(n_bytes)
        write.write(piece[: piece.rfind(b"\n") + 1])


def names_with_register(names, register, target):
    """All names that `suitor extract --clubs` is given, one a line; how many there are."""
    with open(register, encoding="utf-8", newline="") as read:
        more = {row["name"] for row in csv.DictReader(read) if not re.fullmatch(r"Q\d+", row["name"])}
    more |= set(names.read_text(encoding="utf-8").splitlines())
    target.write_text("".join(name + "\n" for name in sorted(more) if name), encoding="utf-8")
    return sum(1 for name in more if name)


class Bench:
    def __init__(self, arguments, work):
        self.suitor, self.work = arguments.suitor.resolve(), work
        self.articles = arguments.folder / "articles.jsonl"
        self.names = arguments.folder / "names.txt"
        self.register = arguments.register
        self.empty = work / "empty.jsonl"
        self.empty.write_text("\n")
        ENVIRONMENT["SUITOR_CACHE"] = str(work / "cache")
        self.megabytes = self.articles.stat().st_size / 1e6

    def part(self, n_bytes):
        path = self.work / f"{n_bytes}.jsonl"
        cut(self.articles, path, n_bytes)
        return path

    def extract(self, path, threads=1, options=""):
        return f"{self.suitor} extract --threads {threads} {options} {path}"

    def speed(self, what, command, threads=1):
        """A row of the table of speeds; `command` takes a path to its command line."""
        start, whole = best(command(self.empty)), best(command(self.articles))
        which = 0 if threads > 1 else 1  # other programs take from the clock only
        past = whole[which] - start[which]
        # too near to each other: what is left would be noise
        return what, start[1], *whole, self.megabytes / past if past > 0.2 * start[which] else None

    def speeds(self):
        longer = self.work / "names.txt"
        n_names = len(self.names.read_text(encoding="utf-8").splitlines())
        n_longer = names_with_register(self.names, self.register, longer)
        yield self.speed("bare read: `cat FILE \\| wc -c`", lambda path: f"cat {path} | wc -c >/dev/null")
        for names, count, options in ((self.names, n_names, ""), (longer, n_longer, f"--clubs {self.register}")):
            extract = "suitor extract --clubs REGISTER" if options else "suitor extract"
            for threads in (1, 2):
                yield self.speed(
                    f"`{extract}`, {threads} thread{'s' * (threads > 1)}",
                    lambda path, t=threads, o=options: self.extract(path, t, o) + " >/dev/null",
                    threads,
                )
            for tool in SEARCHERS:
                # grep stops at the first match when it writes to the null device
                yield self.speed(
                    f"`{tool} -F -f NAMES`, {count:,} names",
                    lambda path, t=tool, n=names: f"{t} -F -f {n} {path} | cat >/dev/null",
                )

    def speed_table(self):
        rows = list(self.speeds())
        ours = rows[1][4] or self.megabytes
        yield f"| {self.megabytes:.0f} MB of articles | start-up, s | in all, s | by the clock, s | MB/s past start-up | times `suitor extract` |"
        yield "|---|---|---|---|---|---|"
        for what, start, clock, whole, rate in rows:
            past = f"{rate:.1f} | {rate / ours:.2f}" if rate else "– | –"
            yield f"| {what} | {start:.3f} | {whole:.2f} | {clock:.2f} | {past} |"

    def counts(self):
        part = self.part(COUNTED)
        for what, options in (("built-in names", ""), ("with the register", f"--clubs {self.register}")):
            first = instructions(self.extract(self.empty, 1, options), SUITOR_CACHE="")
            start = instructions(self.extract(self.empty, 1, options))
            spent = instructions(self.extract(part, 1, options)) - start
            yield f"| instructions a byte, {what} | {spent / part.stat().st_size:.1f} |"
            yield f"| instructions to start, {what}, without and with cache, millions | {first / 1e6:.0f} and {start / 1e6:.0f} |"

    def memory(self):
        quarter = self.part(int(self.megabytes * 1e6 / 4))
        for threads in (1, 2):
            small, large = (peak_memory(self.extract(path, threads)) for path in (quarter, self.articles))
            yield (
                f"| peak memory, {threads} thread{'s' * (threads > 1)}, {self.megabytes / 4:.0f} MB and {self.megabytes:.0f} MB of input "
                f"| {small / 1024:.1f} MiB and {large / 1024:.1f} MiB |"
            )

    def store(self):
        part, store = self.part(INGESTED), self.work / "market.db"
        commands = (
            (f"`ingest` of {INGESTED / 1e6:.0f} MB into a new store", f"{self.suitor} --db {store} ingest {part}"),
            ("`ingest` of the same again", f"{self.suitor} --db {store} ingest {part}"),
            ("`rivals` of that market", f"{self.suitor} --db {store} rivals"),
            ("`export --top 12` as SVG", f"{self.suitor} --db {store} export -o {self.work}/market.svg"),
        )
        for options in ("", f"--clubs {self.register}"):
            spent = best("SUITOR_CACHE= " + self.extract(self.empty, 1, options) + " >/dev/null")
            yield f"| start-up {'with the register' if options else 'with built-in names'}, without cache | {spent[1]:.3f} s |"
        for what, command in commands:
            yield f"| {what} | {once(command + ' >/dev/null')[0]:.2f} s |"

    def tables(self):
        yield f"Measured on {datetime.date.today()}: {machine()}; {version('rg')}, {version('grep')}."
        yield ""
        yield from self.speed_table()
        yield ""
        yield "| | |"
        yield "|---|---|"
        yield from self.counts()
        yield from self.memory()
        yield from self.store()


def version(tool):
    first = subprocess.run([tool, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]
    return f"{tool} {re.search(r'[0-9][0-9.]*', first)[0].rstrip('.')}"


def machine():
    """In general words."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    with open("/proc/cpuinfo", encoding="utf-8") as read:
        megahertz = re.search(r"cpu MHz\s*: ([0-9.]+)", read.read())
    clock = f" of about {float(megahertz[1]) / 1000:.1f} GHz" if megahertz else ""
    return f"{os.cpu_count()} cores{clock} ({platform.machine()}), {memory:.0f} GiB of memory, {platform.system()}"


def record(page, lines, begin_mark=BEGIN, end_mark=END):
    text = page.read_text(encoding="utf-8")
    begin, end = text.index(begin_mark) + len(begin_mark), text.index(end_mark)
    page.write_text(text[:begin] + "\n" + "\n".join(lines) + "\n" + text[end:], encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("suitor", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("register", type=pathlib.Path)
    parser.add_argument("--record", type=pathlib.Path)
    arguments = parser.parse_args()
    work, lines = pathlib.Path(tempfile.mkdtemp(dir=arguments.folder)), []
    try:
        for line in Bench(arguments, work).tables():
            print(line, flush=True)
            lines.append(line)
    finally:
        shutil.rmtree(work)
    if arguments.record:
        record(arguments.record, lines)


if __name__ == "__main__":
    main()
