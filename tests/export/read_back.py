"""Export a market in every format of data, read each back with a program of others, and hold them
against each other and against what `suitor rivals` says.

read_back.py SUITOR ARTICLES GEXF_SCHEMA
"""

import csv
import io
import json
import math
import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

try:
    import igraph
    import networkx
except ImportError:
    system = "/usr/bin/python3"  # for which Debian's packages are, whatever comes first in PATH
    if Path(system).exists() and not os.path.samefile(sys.executable, system):
        os.execv(system, [system, "-B", *sys.argv])
    print("python3-networkx and python3-igraph are needed", file=sys.stderr)
    sys.exit(77)

# Names that break formats which do not take care.
HOSTILE = [
    'Ann "Quote" O\'Neil',
    "Amp & Sand <b>",
    "=HYPERLINK(1)",
    "+Plus",
    "@At, Comma",
    "محمد صلاح",
    "Emoji 🦁 Club",
    "Back\\slash | pipe",
    "Bell \x07 rings",
]
NUMBERS = {"weight", "age", "cluster", "heat", "origins", "articles"}


class Failure(Exception):
    pass


def check(held, what):
    if not held:
        raise Failure(what)


def run(*command):
    done = subprocess.run(command, capture_output=True)
    check(done.returncode == 0, f"{command}: {done.stderr.decode()}")
    return done.stdout


def make_store(suitor, articles, store):
    table = store.with_suffix(".rumours.csv")
    with open(table, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(["player", "owner", "club", "date"])
        for i, name in enumerate(HOSTILE):
            for other in HOSTILE[i + 1 :: 3]:
                writer.writerow([f"{name} P", f"{name} Own", f"{other} C", "2026-05-20"])
    run(suitor, "--db", store, "ingest", articles)
    run(suitor, "--db", store, "import", "rumours", table)


def clean(text):
    return "".join("\ufffd" if ord(c) < 32 and c not in "\t\n\r" else c for c in text)


def typed(row):
    """A row of CSV with its numbers as numbers, its quoted formulas as they were, without blanks."""
    out = {}
    for key, value in row.items():
        if value == "":
            continue
        if value[0] == "'" and value[1:2] in "=+-@\t\r":
            value = value[1:]
        out[key] = float(value) if key in NUMBERS else value
    return out


def known(attributes, *without):
    """Attributes that say something, numbers as floats."""
    out = {}
    for key, value in attributes.items():
        if key in without or value is None or value == "" or value != value:
            continue
        out[key] = float(value) if key in NUMBERS else value
    return out


def alike(a, b):
    """The same attributes, numbers to what all formats have of them."""
    if a.keys() != b.keys():
        return False
    return all(math.isclose(v, b[k], rel_tol=1e-5, abs_tol=1e-6) if isinstance(v, float) else v == b[k] for k, v in a.items())


def graph(nodes, edges):
    """Nodes by id, edges by ends and kind; the ends of an either-or have no order."""
    nodes = {node.pop("id"): node for node in nodes}
    out = {}
    for edge in edges:
        key = tuple(sorted((edge.pop("source"), edge.pop("target")))) + (edge["kind"], edge.get("club", ""))
        check(key not in out, f"the edge {key} stands twice")
        out[key] = edge
    return nodes, out


def from_json(bytes_):
    read = json.loads(bytes_)
    networkx.node_link_graph(read)
    return graph([known(n) for n in read["nodes"]], [known(e) for e in read["links"]])


def from_csv(nodes, edges):
    tables = [list(csv.DictReader(io.StringIO(t.decode(), newline=""))) for t in (nodes, edges)]
    return graph(*[[typed(row) for row in table] for table in tables])


def from_networkx(path):
    read = networkx.read_graphml(path, force_multigraph=True)
    names = {v: f"{a['kind']}:{a['name']}" for v, a in read.nodes(data=True)}
    return graph(
        [dict(known(a, "label"), id=names[v]) for v, a in read.nodes(data=True)],
        [dict(known(a), source=names[u], target=names[v]) for u, v, a in read.edges(data=True)],
    )


def from_igraph(path):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        read = igraph.Graph.Read_GraphML(str(path))
    names = [f"{v['kind']}:{v['name']}" for v in read.vs]
    return graph(
        [dict(known(v.attributes(), "label", "id"), id=names[v.index]) for v in read.vs],
        [dict(known(e.attributes(), "id"), source=names[e.source], target=names[e.target]) for e in read.es],
    )


def from_gexf(path):
    read = networkx.read_gexf(path)
    nodes = []
    for v, a in read.nodes(data=True):
        check(not a.get("start") or a["start"] <= "2026-12-31", f"{v} begins on {a.get('start')}")
        nodes.append(dict(known(a, "start", "label"), id=v, name=a["label"]))
    past, edges = 0, []
    for u, v, a in read.edges(data=True):
        if not a.get("live"):
            past += 1
            check(a["spells"], f"{u} {v} is over but was never there")
            continue
        for begins, ends in a.get("spells", []):
            check(begins <= ends, f"{u} {v}: a spell ends before it begins")
        if a["kind"] == "interest" and a.get("spells"):
            check(a["spells"][-1][1] == read.graph.get("end", a["spells"][-1][1]), f"{u} {v} is live no longer")
        edges.append(dict(known(a, "live", "spells", "id", "start", "end"), source=u, target=v))
    return graph(nodes, edges), past


def differ(one, other, what):
    for part, a, b in (("node", one[0], other[0]), ("edge", one[1], other[1])):
        check(a.keys() == b.keys(), f"{what}: {part}s differ: {sorted(a.keys() ^ b.keys())[:5]}")
        for key in a:
            check(alike(a[key], b[key]), f"{what}: {part} {key}: {a[key]} and {b[key]}")


def check_races(suitor, store, edges):
    for race in json.loads(run(suitor, "--db", store, "--json", "rivals"))["races"]:
        player = f"player:{clean(race['player'])}"
        told = {f"club:{clean(s['club'])}": s["weight"] for s in race["suitors"]}
        found = {k[0] if k[1] == player else k[1]: e["weight"] for k, e in edges.items() if k[2] == "interest" and player in k}
        check(alike(found, told), f"the race for {player}: {found} and {told}")


def check_claims(suitor, store, edges):
    table = run(suitor, "--db", store, "export", "--format", "csv", "--table", "claims").decode()
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    pairs = {("player:" + clean(r["player"].lstrip("'")), "club:" + clean(r["club"].lstrip("'"))) for r in rows}
    interests = {k[:2][::-1] for k in edges if k[2] == "interest"}
    check(pairs == interests, f"claims of {sorted(pairs ^ interests)[:5]}")
    check(all(0 <= float(r["strength"]) <= 1 for r in rows), "a strength is no share")
    check(all(r["quote"] for r in rows), "a claim has no quote")
    check(not any(v[:1] in "=+-@" for r in rows for v in r.values() if v), "a cell is a formula")


def main(suitor, articles, schema):
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "market.db"
        make_store(suitor, articles, store)
        files = {f: Path(folder) / f"market.{f}" for f in ("graphml", "gexf", "json")}
        for form, path in files.items():
            run(suitor, "--db", store, "export", "--format", form, "-o", path)
            check(run(suitor, "--db", store, "export", "--format", form) == path.read_bytes(), f"{form} twice")
        run("xmllint", "--noout", files["graphml"])
        run("xmllint", "--noout", "--relaxng", schema, files["gexf"])
        told = from_json(files["json"].read_bytes())
        told = ({clean(k): {a: clean(v) if isinstance(v, str) else v for a, v in n.items()} for k, n in told[0].items()}, told[1])
        tables = [run(suitor, "--db", store, "export", "--format", "csv", "--table", t) for t in ("nodes", "edges")]
        differ(told, from_csv(*tables), "JSON and CSV")
        differ(told, from_networkx(files["graphml"]), "JSON and GraphML by networkx")
        differ(told, from_igraph(files["graphml"]), "JSON and GraphML by igraph")
        dynamic, past = from_gexf(files["gexf"])
        extra = dynamic[0].keys() - told[0].keys()
        check(all(k.startswith("club:") for k in extra), f"GEXF has other players: {extra}")
        differ(told, ({k: v for k, v in dynamic[0].items() if k not in extra}, dynamic[1]), "JSON and GEXF")
        check(past > 0, "no interest of the samples is over")
        check_races(suitor, store, told[1])
        check_claims(suitor, store, told[1])
        focus = from_json(run(suitor, "--db", store, "export", "--format", "json", "--focus", "Bastoni"))
        check(len({k for k in focus[0] if k.startswith("player:")}) == 1, "a race has one player")
        print(f"{len(told[0])} nodes and {len(told[1])} edges, {past} interests that are over")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Failure as failure:
        sys.exit(f"read_back: {failure}")
