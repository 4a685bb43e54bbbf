#!/usr/bin/env python3
"""terminal.py SUITOR ARTICLES: what the program does only on a terminal.

Runs it on a pseudo-terminal of a given width and looks at what arrives there:
colour and its absence, tables that fit, names that cannot steer the terminal.
"""
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import tempfile
import termios
import unicodedata

SEQUENCE = re.compile("\033\\[[0-9;]*[A-Za-z]")


def drain(fd):
    seen = b""
    while select.select([fd], [], [], 60)[0]:
        try:
            more = os.read(fd, 65536)
        except OSError:  # the other side is closed
            break
        if not more:
            break
        seen += more
    return seen.decode().replace("\r\n", "\n")


def on_terminal(columns, argv, **environment):
    """Everything that `argv` writes to a terminal `columns` wide."""
    pid, fd = pty.fork()
    if pid == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        os.environ.update({"TERM": "xterm", **environment})
        os.execv(argv[0], argv)
    text = drain(fd)
    os.close(fd)
    os.waitpid(pid, 0)
    return text


def width(line):
    wide = ("W", "F")
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in wide else 1 for c in line)


def check(what, good, seen):
    if not good:
        print(f"{what}:\n{seen!r}")
        sys.exit(1)


def main():
    suitor, articles = sys.argv[1:3]
    os.environ.pop("NO_COLOR", None)
    with tempfile.TemporaryDirectory() as folder:
        db = os.path.join(folder, "t.db")
        check("ingest fails", subprocess.run([suitor, "--db", db, "ingest", articles], stdout=subprocess.DEVNULL).returncode == 0, db)

        race = on_terminal(80, [suitor, "--db", db, "rivals", "Bastoni"])
        check("no colour on a terminal", "\033[1m" in race, race)
        plain = on_terminal(80, [suitor, "--db", db, "rivals", "Bastoni"], NO_COLOR="1")
        check("colour in spite of NO_COLOR", "\033" not in plain, plain)
        check("colour changes the text", SEQUENCE.sub("", race) == plain, race)
        dumb = on_terminal(80, [suitor, "--db", db, "rivals", "Bastoni"], TERM="dumb")
        check("colour on a dumb terminal", "\033" not in dumb, dumb)

        tables = [["rivals"], ["rivals", "Liverpool"]]
        texts = [["rivals", "Bastoni"], ["explain", "Bastoni", "Liverpool"]]
        for columns in (60, 80, 120):
            for command in tables if columns < 80 else tables + texts:
                text = SEQUENCE.sub("", on_terminal(columns, [suitor, "--db", db, *command]))
                wide = [line for line in text.splitlines() if width(line) > columns]
                check(f"wider than {columns}", not wide, wide)

        png = on_terminal(80, [suitor, "--db", db, "export", "--format", "png"])
        check("PNG on a terminal", "-o FILE" in png and "PNG\r" not in png, png)


main()
