#!/usr/bin/env bash
# draw.sh SUITOR [FOLDER] - run every command of docs/pictures.md that draws into pictures/, over
# the sample articles, and put what they draw into FOLDER (default: here). Fails where one does, or
# draws what is not shown, or something is shown that no command draws.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
suitor=$(realpath "$1")
into=$(realpath "${2:-$here}")
text=$here/../pictures.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/pictures" "$work/bin"
ln -s "$suitor" "$work/bin/suitor"
export PATH=$work/bin:$PATH SUITOR_DATA=${SUITOR_DATA:-$here/../../data} SUITOR_CACHE=
cd "$work"
suitor ingest "$here/../../data/articles" >/dev/null
grep -E '^suitor .*-o pictures/' "$text" >commands
while IFS= read -r command; do
    eval "$command" </dev/null || { echo "fails: $command"; exit 1; }
done <commands
grep -o '(pictures/[a-z-]*\.svg)' "$text" | tr -d '()' | sort -u >shown
(cd "$work" && printf '%s\n' pictures/*) | sort >drawn
diff -u shown drawn || { echo "docs/pictures.md shows other pictures than its commands draw"; exit 1; }
cp pictures/* "$into"
