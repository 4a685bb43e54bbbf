#!/usr/bin/env python3
"""articles.py DATA FOLDER MEGABYTES: articles to measure reading by, as JSON lines.

Writes into FOLDER:
  articles.jsonl   at least so many megabytes, the same in every run for the same DATA
  names.txt        all names of DATA/gazetteer, one a line, for searchers of fixed strings
  register.csv     45,000 clubs that do not exist, for want of a real register

Half of the bytes are news of transfers, in several house styles, the rest matches,
injuries, line-ups, managers and what is not football. Sentences come from sentences/: of
[a|b] one is taken, {slots} are filled from the article's cast of clubs and people. Names
are those of the gazetteer and made-up ones in equal parts.
"""
import json
import pathlib
import random
import re
import sys

HERE = pathlib.Path(__file__).parent
SEED = 20260701
N_MADE_UP = 5000
N_REGISTER = 45000

POSITIONS = ["goalkeeper", "centre-back", "left-back", "right-back", "full-back", "defensive midfielder", "midfielder",
             "playmaker", "winger", "forward", "striker"]  # fmt: skip
NATIONS = ["England", "Brazilian", "Danish", "Dutch", "France", "German", "Ivorian", "Japanese", "Moroccan", "Norwegian",
           "Polish", "Portugal", "Senegalese", "Serbian", "Spanish", "Swedish", "Turkish", "Uruguayan"]  # fmt: skip
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
CITIES = "Lisbon Milan Paris Madrid London Hamburg Porto Turin Leeds Vienna Prague Oslo Athens Seville Bruges".split()
LANGUAGES = ["Spanish", "Italian", "German", "French", "Portuguese"]
SYLLABLES = [  # beginnings, middles, ends: of no language, with the letters of many
    ("Bor Dra Kov Mil Rad Sto Vuk Žar".split(), ["a", "e", "o", "", "ni", "sla"], "vić nović čar jević lak dar".split()),
    ("Al Bar Cas Fer Gal Ma Oli Qui Sar".split(), ["de", "ti", "ran", "", "lo", "me"], "lho nez ção veira gado ñez".split()),
    ("And Berg Eks Hal Lind Nor Sol Øst".split(), ["er", "", "a", "ing", "e"], "sen ström dal gaard qvist lund".split()),
    ("Beau Char Du Gué La Mer Ro Vi".split(), ["ma", "", "ri", "ne", "be"], "çon dieu lier rand tin ville".split()),
    ("Ade Bou Dia Ka Mba Na Ou Tra".split(), ["la", "ma", "", "ku", "ré"], "wale dou tou koné mba oré".split()),
    ("Ak Çal Gün Kara Öz Te Yıl".split(), ["de", "", "can", "ba"], "oğlu kaya taş maz han demir".split()),
]


def table(path):
    """Rows of a table of data/gazetteer as dictionaries."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"))) for line in lines[1:]]


def parts(row, *columns):
    return [name for column in columns for name in row.get(column, "").split("|") if name]


class Names:
    """What can fill the slots."""

    def __init__(self, gazetteer, rng):
        clubs = [row for path in sorted((gazetteer / "clubs").glob("*.tsv")) for row in table(path)]
        players = [row for path in sorted((gazetteer / "players").glob("*.tsv")) for row in table(path)]
        people = {what: table(gazetteer / f"{what}.tsv") for what in ("staff", "journalists", "outlets")}
        first = [row["name"] for row in table(gazetteer / "first-names.tsv")]
        self.clubs = [Club(row) for row in clubs]
        # most news is of few clubs: those of the first divisions that have a nickname
        self.known = [c for c, row in zip(self.clubs, clubs) if row["league"].endswith("1") and row["nicknames"]]
        self.players = [row["name"] for row in players if " " in row["name"]]
        self.made_up = [made_up_person(first, rng) for _ in range(N_MADE_UP)]
        self.managers = [row["name"] for row in people["staff"] if row["role"] in ("manager", "coach")]
        self.reporters = [row["name"] for row in people["journalists"]]
        self.handles = ["@" + tag for row in people["journalists"] for tag in parts(row, "tags")]
        self.outlets = [row["name"] for row in people["outlets"]]
        self.grounds = [ground for row in clubs for ground in parts(row, "stadiums")]
        rows = clubs + players + people["staff"] + people["journalists"] + people["outlets"]
        self.all = sorted({n for row in rows for n in parts(row, "name", "aliases", "nicknames", "stadiums")})


class Club:
    def __init__(self, row):
        self.name = row["name"]
        # as often as papers use them: mostly the name itself
        self.spellings = [self.name] * 6 + parts(row, "aliases")[:3]
        self.spellings += ["the " + nickname for nickname in parts(row, "nicknames")[:1]]
        self.tags = ["#" + tag for tag in parts(row, "tags")] or ["#" + re.sub(r"\W", "", self.name)]


def pick(rng, items):
    return items[int(rng.random() * len(items))]


def made_up_surname(rng):
    begin, middle, end = pick(rng, SYLLABLES)
    return pick(rng, begin) + pick(rng, middle) + pick(rng, end)


def made_up_person(first, rng):
    particle = pick(rng, ["van ", "de ", "dos ", "El "]) if rng.random() < 0.06 else ""
    double = "-" + made_up_surname(rng) if rng.random() < 0.05 else ""
    return f"{pick(rng, first)} {particle}{made_up_surname(rng)}{double}"


class Cast:
    """Who an article is about; its methods fill the slots."""

    def __init__(self, names, rng):
        self.names, self.rng = names, rng
        self.clubs = [pick(rng, names.known if rng.random() < 0.7 else names.clubs) for _ in range(4)]
        self.players = [pick(rng, names.players if rng.random() < 0.5 else names.made_up) for _ in range(3)]
        self.managers = [pick(rng, names.managers) for _ in range(2)]
        self.named = set()

    def fill(self, slot):
        kind, number = slot.rstrip("1234"), slot[-1]
        index = int(number) - 1 if number in "1234" else 0
        return getattr(self, "slot_" + kind)(index)

    def slot_C(self, i):
        return pick(self.rng, self.clubs[i].spellings)

    def slot_F(self, i):
        self.named.add(i)
        return self.players[i]

    def slot_S(self, i):
        return self.players[i].split(" ", 1)[1]

    def slot_P(self, i):
        return self.slot_S(i) if i in self.named and self.rng.random() < 0.85 else self.slot_F(i)

    def slot_X(self, _):
        return pick(self.rng, self.names.made_up).split(" ", 1)[1]

    def slot_M(self, i):
        return self.managers[i % 2]

    def slot_tag(self, i):
        return pick(self.rng, self.clubs[i].tags)

    def slot_age(self, i):
        return str(17 + (len(self.players[i]) * 7 + i) % 19)

    def slot_pos(self, i):
        return POSITIONS[(len(self.players[i]) * 5 + i) % len(POSITIONS)]

    def slot_nat(self, i):
        return NATIONS[(len(self.players[i]) * 3 + i) % len(NATIONS)]

    def slot_sum(self, _):
        millions = int(2 + self.rng.random() ** 2 * 110)
        return pick(self.rng, ["£{}m", "€{}m", "€{} million", "{}m euros", "£{} million", "${}m", "€{}.5m"]).format(millions)

    def slot_score(self, _):
        return f"{int(self.rng.random() * 5)}-{int(self.rng.random() * 4)}"

    def slot_n(self, _):
        return str(int(2 + self.rng.random() * 88))

    def slot_year(self, _):
        return str(int(2027 + self.rng.random() * 5))

    def slot_past(self, _):
        return str(int(2014 + self.rng.random() * 10))

    def slot_day(self, _):
        return pick(self.rng, DAYS)

    def slot_city(self, _):
        return pick(self.rng, CITIES)

    def slot_lang(self, _):
        return pick(self.rng, LANGUAGES)

    def slot_R(self, _):
        return pick(self.rng, self.names.reporters)

    def slot_H(self, _):
        return pick(self.rng, self.names.handles)

    def slot_O(self, _):
        return pick(self.rng, self.names.outlets)

    def slot_stadium(self, _):
        return pick(self.rng, self.names.grounds)

    def slot_link(self, _):
        return "https://example.org/" + format(int(self.rng.random() * 36**6), "x")


def compiled(text):
    """A sentence as a list: strings, ("slot",) and lists of alternatives, themselves compiled."""
    out = []
    for piece in re.split(r"(\[[^\]]*\]|\{\w+\})", text.replace("\\n", "\n")):
        if piece.startswith("["):
            out.append([compiled(choice) for choice in piece[1:-1].split("|")])
        elif piece.startswith("{"):
            out.append((piece[1:-1],))
        elif piece:
            out.append(piece)
    return out


def told(sentence, cast):
    out = []
    for piece in sentence:
        if isinstance(piece, str):
            out.append(piece)
        elif isinstance(piece, tuple):
            out.append(cast.fill(piece[0]))
        else:
            out.append(told(pick(cast.rng, piece), cast))
    return "".join(out)


def sentences():
    """Kind → compiled sentences; titles by the kind that their first column names."""
    out = {"title": {}}
    for path in sorted((HERE / "sentences").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line or line[0] == "#":
                continue
            if path.stem == "title":
                kind, title = line.split("\t")
                out["title"].setdefault(kind, []).append(compiled(title))
            else:
                out.setdefault(path.stem, []).append(compiled(line))
    return out


# kind, how often, sentences at least and at most, beside which other kinds; by bytes about
# half of what this gives is news of transfers
KINDS = [
    ("transfer", 0.17, 8, 32, ["quote", "transfer", "transfer", "match"]),
    ("gossip", 0.04, 8, 30, []),
    ("post", 0.50, 1, 3, []),
    ("match", 0.09, 10, 36, ["quote", "injury"]),
    ("injury", 0.05, 3, 10, ["match"]),
    ("lineup", 0.03, 3, 6, []),
    ("manager", 0.04, 8, 24, ["quote", "match"]),
    ("offtopic", 0.08, 6, 40, []),
]


def capital(text):
    return text[0].upper() + text[1:]


def article(number, stock, names, rng):
    share = rng.random()
    for kind, part, least, most, beside in KINDS:
        share -= part
        if share < 0:
            break
    cast = Cast(names, rng)
    lines = []
    for _ in range(int(least + rng.random() ** 2 * (most - least + 1))):
        of = pick(rng, beside) if beside and rng.random() < 0.3 else kind
        lines.append(capital(told(pick(rng, stock[of]), cast)))
        lines.append("\n\n" if of != "lineup" and rng.random() < 0.4 or kind == "gossip" else " ")
    out = {"id": f"{kind}-{number}", "date": f"2026-{1 + number % 12:02}-{1 + number % 28:02}"}
    out["author"] = pick(rng, names.outlets if kind != "post" else names.reporters)
    if kind != "post":
        out["title"] = capital(told(pick(rng, stock["title"][kind]), cast))
    out["text"] = "".join(lines).strip()
    return out


def write_articles(path, n_bytes, names, rng):
    stock, written, number = sentences(), 0, 0
    with open(path, "wb") as out:
        while written < n_bytes:
            line = json.dumps(article(number, stock, names, rng), ensure_ascii=False) + "\n"
            written += out.write(line.encode())
            number += 1


def write_register(path, rng):
    with open(path, "w", encoding="utf-8") as out:
        out.write("key,name,country\n")
        for number in range(N_REGISTER):
            form = pick(rng, ["FC {}", "{} FC", "{} F.C.", "SV {}", "{} United", "Sporting {}", "{} Town", "{}"])
            name = made_up_surname(rng) + pick(rng, ["", "-", " "]) + made_up_surname(rng).lower()
            out.write(f"{number},{form.format(name)},{pick(rng, ['Spain', 'Germany', 'Turkey', ''])}\n")


def main():
    data, folder, megabytes = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), float(sys.argv[3])
    rng = random.Random(SEED)
    names = Names(data / "gazetteer", rng)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "names.txt").write_text("".join(name + "\n" for name in names.all), encoding="utf-8")
    write_register(folder / "register.csv", random.Random(SEED))
    write_articles(folder / "articles.jsonl", megabytes * 1e6, names, rng)


if __name__ == "__main__":
    main()
