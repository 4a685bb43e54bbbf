#!/usr/bin/env python3
"""Compare the figures of `suitor eval` with those of an external scorer.

  same_as_scorer.py SUITOR SCORER GOLD…

Each GOLD is compared as a whole, and each of its files and folders by itself. $SUITOR_SCORER
names another SCORER. Exit status 77 where there is no scorer: nothing to compare with.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

SKIPPED = 77


def figures_of_scorer(suitor, scorer, gold):
    with tempfile.NamedTemporaryFile() as lines:
        subprocess.run([suitor, "extract", gold], stdout=lines, check=True)
        run = [sys.executable, "-B", scorer, "--json", "--pred", lines.name, gold]
        return json.loads(subprocess.run(run, capture_output=True, check=True).stdout)


def differences(own, other):
    for name, score in own["scores"].items():
        theirs = other[name.replace("all_claims", "all claims")]
        for key in ("precision", "recall", "f1", "gold"):
            if score[key] != theirs[key]:
                yield f"{name} {key}: {score[key]}, scorer {theirs[key]}"
    if own["stage_accuracy"] != other["stage accuracy"]:
        yield f"stage accuracy: {own['stage_accuracy']}, scorer {other['stage accuracy']}"
    if own["articles"] != other["articles"]["gold"]:
        yield f"articles: {own['articles']}, scorer {other['articles']['gold']}"


def compare(suitor, scorer, gold):
    run = subprocess.run([suitor, "--json", "eval", gold], capture_output=True, check=True)
    wrong = list(differences(json.loads(run.stdout), figures_of_scorer(suitor, scorer, gold)))
    for line in wrong:
        print(f"{gold}: {line}")
    return not wrong


def holds_gold(path):
    return path.suffix == ".json" if path.is_file() else any(path.rglob("*.json"))


def main():
    suitor, scorer, *golds = sys.argv[1:]
    scorer = os.environ.get("SUITOR_SCORER", scorer)
    if not pathlib.Path(scorer).is_file():
        print(f"no scorer at {scorer}")
        return SKIPPED
    parts = []
    for gold in map(pathlib.Path, golds):
        if gold.is_dir():
            parts += [gold, *(part for part in sorted(gold.iterdir()) if holds_gold(part))]
    return 0 if all([compare(suitor, scorer, str(part)) for part in parts]) else 1


if __name__ == "__main__":
    sys.exit(main())
