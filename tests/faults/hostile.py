#!/usr/bin/env python3
"""hostile.py SUITOR: articles, tables and file names that would like to be more than text.

Whatever they hold, no command hands a terminal a character that acts (controls, escapes, marks
of writing direction), and in no format that is written do they become markup or formulas. A new
command is a line in COMMANDS, a new format one in FORMATS.
"""
import csv
import html.parser
import io
import json
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

import program
import terminals

# C0 but tab and newline, C1, DEL; ALM, LRM, RLM, LINE and PARAGRAPH SEPARATOR, embeddings, overrides, isolates
ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff]")
EVIL = "\x1b[31m\x07\x9b2J\x1b]0;owned\x07\u202eevil\u2066\u061c\x7f\x08"
MARKUP = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>]]>&amp;--><b>"
FORMULA = "=cmd|' /C calc'!A0"
PLAYER, CLUB = "Bastoni", "Liverpool"
# names that a table may bring in
NAMES = [f"Ola {EVIL}Nordmann", f"Per {MARKUP}", f"{FORMULA}", "'; DROP TABLE article; --", "@SUM(1+1)*cmd", "-2+3",
         "+41 (79)", "\tTab Name", "\\N \\E label=\"x\"];evil [", "%s%n%x", "Lars \u202eliveD"]

COMMANDS = [
    ["stats"], ["rivals"], ["rivals", PLAYER], ["rivals", CLUB], ["rivals", CLUB, "Chelsea"],
    ["explain", PLAYER, CLUB], ["clusters"], ["timeline", PLAYER], ["similar", PLAYER], ["central"], ["brokers"],
    ["chains"], ["keystones"], ["need", CLUB, "centre-back"], ["names", "O"], ["names", "P"], ["names", "L"],
    ["simulate", f"{PLAYER} -> {CLUB}"], ["correct", "list"], ["article", "evil-1"], ["article", "evil-2"],
]


def ingest_evil(place):
    base = (f"{EVIL}. Liverpool want to sign Inter Milan defender Alessandro Bastoni, according to the{MARKUP} BBC. {EVIL}\n\n"
            f"Chelsea have made an offer for {EVIL} Bastoni, {MARKUP}, reports {EVIL}. Arsenal want Bastoni {EVIL} too.")
    evil = [
        {"id": "evil-1", "date": "2026-02-01", "title": EVIL + MARKUP, "outlet": EVIL + "BBC" + MARKUP,
         "url": "https://example.org/" + EVIL + MARKUP, "text": base},
        {"id": "evil-2" + EVIL, "date": "2026-02-02", "title": FORMULA, "outlet": FORMULA,
         "url": "javascript:alert(3)", "text": f"Chelsea want to sign {EVIL} Murillo {MARKUP} of Nottingham Forest. {EVIL}"},
    ]
    place.write("evil.jsonl", "".join(json.dumps(a) + "\n" for a in evil) + "{\"id\": \"" + MARKUP + "\x1b[31m\"\n")
    place.write("nul.jsonl", json.dumps({"text": "Arsenal want \x00 Murillo."}) + "\n")
    place.write("nul.txt", b"Arsenal want \x00 Murillo.\n")
    place.write("raw.txt", b"date 2026-02-03\nTitle \x1b[31m\xff\xfe\n\nArsenal want to sign Marc Guehi \x9b\xc2\x9b2J "
                           b"of Crystal Palace \xed\xa0\x80 \xf4\x90\x80\x80.\n")
    place.write("page.html", f"<html><head><title>{MARKUP}&#27;[31m&#x9b;&#x202e;</title></head><body><article><p>Arsenal "
                             "want to sign Crystal Palace defender Marc Guehi&#27;[31m&#8238;.</p></article></body></html>")
    name = f"b{EVIL}\u202e.txt".replace("/", "")
    place.write(name, "date 2026-02-04\n\nJuventus want to sign Manchester City midfielder Bernardo Silva.\n")
    place.write(os.fsdecode(b"bad\xff\x1b[31m.jsonl"), "no json\n")
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(["player", "club", "owner", "date", "source", "url"])
    for i, who in enumerate(NAMES):
        rows.writerow([who, "Chelsea", "Inter Milan", f"2026-02-1{i % 10}", MARKUP, MARKUP])
        rows.writerow(["Ben Okafor", who, "Inter Milan", f"2026-02-1{i % 10}", FORMULA, FORMULA])
    place.write("table.csv", table.getvalue())
    return place.run("ingest", "."), place.run("import", "rumours", "table.csv")


def correct_evil(place):
    """What the user writes himself may come from elsewhere, too."""
    yield place.run("correct", "rename", "Murillo", "Murillo " + MARKUP)
    yield place.run("correct", "reject", PLAYER, "Arsenal", "--all", "--because", EVIL + MARKUP)
    yield place.run("correct", "position", "Ben Okafor", "centre-back", "--because", EVIL + FORMULA)
    yield place.run("correct", "rename", "Ben Okafor", EVIL)


def told(place):
    """Messages that repeat what they were given."""
    for arguments in [["rivals", EVIL], [EVIL], ["--" + EVIL], ["rivals", "--at", EVIL], ["--db", EVIL, "stats"],
                      ["ingest", EVIL], ["export", "--format", EVIL], ["export", "-o", EVIL + "/x.svg"], ["article", EVIL],
                      ["explain", EVIL, EVIL], ["simulate", EVIL], ["correct", "undo", EVIL], ["correct", EVIL],
                      ["import", EVIL, "x"], ["import", "rumours", "table.csv", "--map", EVIL], ["--data", EVIL, "ingest", "."],
                      ["import", "rumours", "--stage", EVIL, "table.csv"], ["eval", EVIL], ["lexicon", "check", EVIL]]:
        yield arguments, place.run(*arguments)


def acting(data):
    """What of the bytes would act in a terminal, as a readable text."""
    text = data.decode("utf-8", "surrogateescape")
    found = ACTS.search(text) or re.search("[\udc80-\udcff]", text)
    return repr(text[max(0, found.start() - 40):found.end() + 10]) if found else None


class Tags(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, sorted(name for name, _ in attrs)))


def check_svg(data):
    for element in ElementTree.fromstring(data).iter():
        assert element.tag.rsplit("}")[-1] in {"svg", "g", "title", "desc", "polygon", "path", "text", "tspan", "ellipse",
                                               "polyline", "rect", "line", "circle", "a", "style", "defs", "image",
                                               "linearGradient", "radialGradient", "stop", "clipPath", "use"}, element.tag
        for name, value in element.items():
            assert not name.lower().startswith("on") and "javascript:" not in value, (name, value)


def check_xml(data):
    tags = {element.tag.rsplit("}")[-1].lower() for element in ElementTree.fromstring(data).iter()}
    assert not tags & {"script", "img", "b"}, tags


def check_csv(data):
    rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
    assert len({len(row) for row in rows}) == 1, "rows of several lengths"
    for row in rows[1:]:
        for cell in row:
            number = re.fullmatch(r"-?[0-9.]+(e-?[0-9]+)?", cell)
            assert number or not re.match(r"[=+\-@\t\r]", cell), f"a formula: {cell!r}"


def check_json(data):
    json.loads(data)


def check_html(data):
    text = data.decode()
    page = Tags()
    page.feed(text)
    assert not any(tag in ("img", "b") or any(a.startswith("on") for a in attrs) for tag, attrs in page.seen)
    assert "<script>alert(1)" not in text and "Content-Security-Policy" in text


def check_dot(data):
    """Outside of quoted strings and HTML-like labels there is none of what articles said."""
    text = re.sub(r'"(\\.|[^"\\])*"', '""', data.decode(), flags=re.S)
    assert not re.search(r"<\s*(script|img)", data.decode(), re.I), "markup"
    assert "evil" not in text and "alert" not in re.sub(r"<<.*?>>", "", text, flags=re.S), "outside of strings"


FORMATS = {"dot": check_dot, "svg": check_svg, "graphml": check_xml, "gexf": check_xml, "json": check_json,
           "csv": check_csv, "html": check_html}
MORE_CSV = [["--table", "nodes"], ["--table", "claims"]]
MORE_SVG = [["--chain", CLUB], ["--theme", "dark"], ["--focus", "Ben Okafor"]]


def look(what, done, wrong, may_fail=False):
    if done.returncode not in ((0, 1, 2) if may_fail else (0,)):
        wrong.append(f"{what}: exit status {done.returncode}, {done.stderr[-300:]!r}")
    for data in (done.stdout.replace(b"\r\n", b"\n"), done.stderr):
        if acting(data):
            wrong.append(f"{what}: {acting(data)}")


def look_at_formats(place, wrong):
    asked = [(name, []) for name in FORMATS]
    asked += [("csv", more) for more in MORE_CSV] + [("svg", more) for more in MORE_SVG]
    for name, more in asked:
        done = place.run("export", "--format", name, *more)
        if b"the page was not there" in done.stderr:
            continue
        what = " ".join(["export", name, *more])
        look(what, done, wrong, may_fail=bool(more))
        try:
            if done.returncode == 0:
                FORMATS[name](done.stdout)
        except (AssertionError, ValueError, ElementTree.ParseError) as error:
            wrong.append(f"{what}: {error}")


def main():
    wrong = []
    with program.Place(sys.argv[1]) as place:
        look("extract", place.run("extract", "."), wrong, may_fail=True)
        for done in ingest_evil(place):
            look(done.args[1], done, wrong, may_fail=True)
        look("extract", place.run("extract", "."), wrong, may_fail=True)
        look("extract --with-text", place.run("extract", "--with-text", "."), wrong, may_fail=True)
        for done in correct_evil(place):
            look(done.args[1:3], done, wrong, may_fail=True)
        for command in COMMANDS:
            for more in [], ["--json"]:
                look(" ".join(command + more), place.run(*command, *more), wrong, may_fail=command[0] == "article")
            seen = terminals.on_terminal(place, command)
            if acting(seen):
                wrong.append(f"{command} on a terminal: {acting(seen)}")
        for arguments, done in told(place):
            look(f"message of {arguments!r}", done, wrong, may_fail=True)
        look_at_formats(place, wrong)
        wrong += program.problems(place.path / "market.db") and ["the store is damaged"]
    print("\n".join(wrong) or "nothing that acts, and no markup")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
