#!/usr/bin/env python3
"""Checks of the source tree itself: check.py ROOT WHAT [ARGUMENT…]

  includes              each folder of src/ includes only what rules.py allows it
  sizes                 lines of files and functions, columns, unfinished marks
  headers               each public header compiles alone, as C11 and as C++
  symbols LIBRARY       libsuitor.so gives out only suitor_ names
"""
import os
import pathlib
import re
import subprocess
import sys
import unicodedata

import rules

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def sources(root, *folders):
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".c", ".h"):
                yield path


def stage_of(root, path):
    """The stage that a file of src/ belongs to, None for one that stands beside them."""
    parts = path.relative_to(root / "src").parts
    return parts[0] if len(parts) > 1 else None


def check_inner(root, path, name, rule, stage):
    if ".." in pathlib.PurePosixPath(name).parts:
        return "climbs out of its folder"
    if name.startswith("suitor/"):
        header = name[len("suitor/"):].removesuffix(".h")
        return None if header in rule["public"] else "is a public header this stage knows nothing of"
    homes = [path.parent] + [root / "src" / s for s in [stage, *sorted(rule["inner"])]]
    return None if any((home / name).is_file() for home in homes) else "is of no stage it may see"


def check_outer(name, rule):
    if name == "suitor.h":
        return None if rule.get("whole") else "is for users of the library"
    if name in rules.SYSTEM or any(name.startswith(lib) for lib in rule["libs"]):
        return None
    return "is neither of the system nor of a library this stage may use"


def check_includes(root):
    for path in sources(root, "src"):
        stage = stage_of(root, path)
        for kind, name in INCLUDE.findall(path.read_text()):
            if stage is None:
                wrong = None if name.startswith("suitor/") else "is not public: this file sees those only"
            elif stage not in rules.STAGES:
                wrong = "stands in a folder that rules.py does not know"
            elif kind == '"':
                wrong = check_inner(root, path, name, rules.STAGES[stage], stage)
            else:
                wrong = check_outer(name, rules.STAGES[stage])
            if wrong:
                yield f"{path.relative_to(root)}: {name} {wrong}"


def functions(lines):
    """(first line, length) of each function: bodies are braces at the line's start."""
    begin = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            begin = number
        elif line == "}" and begin:
            yield begin, number - begin + 1
            begin = None


def columns(line):
    return sum(0 if unicodedata.combining(c) else 1 for c in line)


def check_size(root, path):
    name = path.relative_to(root)
    lines = path.read_text().splitlines()
    limit = rules.MAX_H_LINES if path.suffix == ".h" else rules.MAX_C_LINES
    if path.parts[-2] == "suitor":
        limit = rules.MAX_C_LINES  # a public header is mostly its documentation
    if len(lines) > limit:
        yield f"{name}: {len(lines)} lines, {limit} at most"
    for begin, length in functions(lines):
        if length > rules.MAX_FUNCTION_LINES:
            yield f"{name}:{begin}: function of {length} lines, {rules.MAX_FUNCTION_LINES} at most"
    for number, line in enumerate(lines, 1):
        if columns(line) > rules.MAX_COLUMNS:
            yield f"{name}:{number}: {columns(line)} columns, {rules.MAX_COLUMNS} at most"
        if UNFINISHED.search(line):
            yield f"{name}:{number}: unfinished: {line.strip()}"


def check_sizes(root):
    for path in sources(root, "include", "src", "tests"):
        yield from check_size(root, path)


def check_headers(root):
    flags = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only", f"-I{root / 'include'}"]
    languages = (
        [os.environ.get("CC", "cc"), "-x", "c", "-std=c11"],
        [os.environ.get("CXX", "c++"), "-x", "c++", "-std=c++17"],
    )
    for header in sorted((root / "include").rglob("*.h")):
        text = f'#include "{header.relative_to(root / "include")}"\n'
        for language in languages:
            run = subprocess.run([*language, *flags, "-"], input=text, capture_output=True, text=True)
            if run.returncode:
                yield f"{header.relative_to(root)} does not compile alone ({language[0]}):\n{run.stderr}"


def check_symbols(_root, library):
    listing = subprocess.run(["nm", "-D", "--defined-only", library], capture_output=True, text=True, check=True)
    names = [line.split()[-1] for line in listing.stdout.splitlines()]
    if not any(name.startswith("suitor_") for name in names):
        yield f"{library}: gives out no suitor_ name at all"
    for name in names:
        if not name.startswith("suitor_"):
            yield f"{library}: gives out {name}"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    check = globals()[f"check_{sys.argv[2]}"]
    problems = list(check(root, *sys.argv[3:]))
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
