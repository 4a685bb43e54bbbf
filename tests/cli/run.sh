#!/usr/bin/env bash
# run.sh SUITOR CASE… - golden tests of the program. A case is a folder:
#   cmd      shell lines, run in an empty folder with `suitor` on the path
#   files/   copied into that folder first (optional)
#   stdout, stderr, status   what must come out; empty, empty and 0 where missing
# $ARTICLES is a folder of articles that holds a small market.
# With SUITOR_UPDATE=1 what came out is written down as what must: read the diff.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
suitor=$(realpath "$1")
[ -x "$suitor" ] || { echo "no program at $suitor"; exit 1; }
shift
export ARTICLES=$here/articles SUITOR_DATA=${SUITOR_DATA:-$here/../../data} LC_ALL=C.UTF-8
export SUITOR_CACHE= # none but where a case asks for it
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$suitor" "$work/bin/suitor"
export PATH=$work/bin:$PATH

# compare CASE KIND DEFAULT - the file that came out with the one expected
compare() {
    local expected=$1/$2 got=$work/$2
    [ -e "$expected" ] || expected=$work/default
    printf '%s' "$3" >"$work/default"
    if [ "${SUITOR_UPDATE:-}" = 1 ]; then
        if cmp -s "$got" "$work/default"; then rm -f "$1/$2"; else cp "$got" "$1/$2"; fi
    elif ! diff -u --label "expected $2" --label "got $2" "$expected" "$got"; then
        echo "case $(basename "$1") differs in $2"
        return 1
    fi
}

run_case() {
    local case=$1 status=0 wrong=0
    rm -rf "$work/here"
    mkdir "$work/here"
    [ ! -d "$case/files" ] || cp -R "$case/files/." "$work/here"
    (cd "$work/here" && bash "$case/cmd") >"$work/stdout" 2>"$work/stderr" </dev/null || status=$?
    sed -i "s|$ARTICLES|ARTICLES|g" "$work/stdout" "$work/stderr"
    echo "$status" >"$work/status"
    compare "$case" stdout "" || wrong=1
    compare "$case" stderr "" || wrong=1
    compare "$case" status $'0\n' || wrong=1
    return $wrong
}

failed=0
for case in "$@"; do
    run_case "$(realpath "$case")" || failed=1
done
exit $failed
