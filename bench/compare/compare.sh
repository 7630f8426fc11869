#!/bin/sh
# The parse stage and @mozilla/readability with linkedom over the same pages, in turn, and how many times as many pages
# a second of processor time the first one reads.
#
#   bench/compare/compare.sh FOLDER [ROUNDS]
#
# FOLDER holds pages as *.html or *.html.gz. Needs the benchmarks built (cmake --preset bench && cmake --build --preset
# bench), npm, and on the first run the network, for npm to fetch the two packages. Each round runs both; more rounds even
# out what else the machine is doing.
set -eu
if [ "$#" -lt 1 ]; then
  echo "usage: $0 FOLDER [ROUNDS]" >&2
  exit 2
fi
pages=$(cd "$1" && pwd)
rounds=${2:-1}
cd "$(dirname "$0")"
bench=../../build/bench/bench/parse_bench
if [ ! -x "$bench" ]; then
  echo "$0: $bench is missing: cmake --preset bench && cmake --build --preset bench" >&2
  exit 1
fi
[ -d node_modules ] || npm install --no-audit --no-fund >&2

round=0
while [ "$round" -lt "$rounds" ]; do
  round=$((round + 1))
  ours=$(TALLYWIRE_BENCH_PAGES="$pages" "$bench" --benchmark_filter='^WholeStage$' --benchmark_format=csv 2>/dev/null |
    awk -F, '/^"WholeStage"/ { print $7 }')  # items_per_second
  theirs=$(node readability.js "$pages" | sed 's/.*, \([0-9.]*\) pages.*/\1/')
  awk -v round="$round" -v ours="$ours" -v theirs="$theirs" 'BEGIN {
    printf "round %d: parse stage %.1f pages/s, readability %.1f pages/s of processor time: %.1f times as many\n",
           round, ours, theirs, ours / theirs
  }'
done
