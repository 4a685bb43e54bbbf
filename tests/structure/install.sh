#!/usr/bin/env bash
# install.sh BUILD CONSUMER.C - install into a passing folder and use it from
# there: the program, its data, the manual page, and the library by pkg-config.
set -euo pipefail

build=$1 consumer=$2
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT

cmake --install "$build" --prefix "$prefix" >/dev/null
export PKG_CONFIG_PATH
PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name suitor.pc)")
unset SUITOR_DATA

printf 'date 2026-03-02\n\nChelsea are monitoring Murillo.\n' >"$prefix/article.txt"
[ "$(pkg-config --modversion suitor)" = "$("$prefix/bin/suitor" --version | cut -d' ' -f2)" ]
for file in share/suitor/data/model.json share/suitor/viz/style.json share/man/man1/suitor.1; do
    [ -s "$prefix/$file" ] || { echo "not installed: $file"; exit 1; }
done

# shellcheck disable=SC2046 # flags are words
cc -std=c11 -Wall -Wextra -Werror "$consumer" -o "$prefix/shared" $(pkg-config --cflags --libs suitor)
library=$(pkg-config --variable=libdir suitor)
data=$prefix/share/suitor/data
shown=$(SUITOR_DATA=$data LD_LIBRARY_PATH=$library "$prefix/shared" "$prefix/article.txt")
[ "$shown" = "Chelsea are monitoring Murillo." ] || { echo "consumer printed: $shown"; exit 1; }

SUITOR_DATA=$data "$prefix/bin/suitor" extract "$prefix/article.txt" | grep -q '"Murillo"'
