"""Every file of a build folder's compile_commands.json, seen by clang with its warnings as errors.

clang.py BUILD - the flags are those of the build, of another compiler; nothing is compiled. Prints
what clang says and fails where it says something.
"""

import json
import os
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

# of gcc alone
UNKNOWN = {"-fsanitize-coverage=trace-pc"}


def look(entry):
    words = shlex.split(entry["command"])
    at = words.index("-o")
    words = [word for word in words[1:at] + words[at + 2 :] if word not in UNKNOWN and word != "-c"]
    seen = subprocess.run(
        ["clang", "-fsyntax-only", "-Werror", *words],
        cwd=entry["directory"],
        stderr=subprocess.PIPE,
        text=True,
    )
    return seen.returncode, seen.stderr


def main(build):
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        entries = json.load(file)
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        seen = list(threads.map(look, entries))
    wrong = sorted({said for status, said in seen if status != 0})
    print(*wrong, sep="", end="")
    print(f"{len(entries)} files seen by clang, {len(wrong)} with warnings")
    return 1 if wrong or not entries else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
