#!/usr/bin/env python3
"""test_articles.py SUITOR DATA: the made-up articles are the same in every run, whole,
half of them news of transfers, and suitor reads them without complaint."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
MEGABYTES = 0.6


def make(data, folder):
    subprocess.run([sys.executable, "-B", HERE / "articles.py", data, folder, str(MEGABYTES)], check=True)
    return {path.name: path.read_bytes() for path in sorted(pathlib.Path(folder).iterdir())}


def check_lines(lines):
    n_bytes = {"of transfers": 0, "all": 0}
    for line in lines:
        article = json.loads(line)
        assert set(article) <= {"id", "date", "author", "title", "text"}, article
        for key in ("text", "title"):
            left = re.search(r"[][{}|]", article.get(key, ""))
            assert not left, f"not filled in: {article[key]}"
        n_bytes["all"] += len(line)
        if re.match("transfer|gossip", article["id"]):
            n_bytes["of transfers"] += len(line)
    share = n_bytes["of transfers"] / n_bytes["all"]  # posts of transfers come on top
    assert 0.35 < share < 0.55, share


def check_extraction(suitor, path):
    run = subprocess.run([suitor, "extract", path], capture_output=True, text=True, check=True)
    assert not run.stderr, run.stderr
    news = [json.loads(line) for line in run.stdout.splitlines()]
    news = [article for article in news if article["id"].startswith("transfer")]
    told = sum(1 for article in news if article["claims"])
    assert told > 0.9 * len(news) > 50, (told, len(news))


def main():
    suitor, data = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as again:
        made = make(data, folder)
        assert made == make(data, again), "another run gives something else"
        assert set(made) == {"articles.jsonl", "names.txt", "register.csv"}, list(made)
        assert len(made["articles.jsonl"]) >= MEGABYTES * 1e6
        check_lines(made["articles.jsonl"].decode().splitlines())
        assert made["register.csv"].count(b"\n") == 45001
        check_extraction(suitor, pathlib.Path(folder) / "articles.jsonl")


if __name__ == "__main__":
    main()
