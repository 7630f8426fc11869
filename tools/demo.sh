#!/bin/sh
# From a bare Debian 12 to an answer: installs what is missing, builds the program, starts the bundled sample news site on
# a free loopback port, ingests it into a temporary folder, and shows what was found. Leaves nothing behind but the build.
set -eu
cd "$(dirname "$0")/.."

tools/install-deps.sh
# CI builds one preset only, in which warnings are errors.
preset=release
if [ "${CI:-}" = "true" ]; then preset=ci; fi
tools/build.sh "$preset" tallywire sample_site

folder=$(mktemp -d)
site_process=""
clean_up() {
  if [ -n "$site_process" ]; then
    kill "$site_process" 2>/dev/null || true
    wait "$site_process" 2>/dev/null || true
  fi
  rm -rf "$folder"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

mkfifo "$folder/address"
"build/$preset"/sample_site samples/site >"$folder/address" &
site_process=$!
read -r site <"$folder/address"
echo "The sample site is served at $site"

# Nobody's patience or private network is at stake on loopback; the defaults are polite and strict.
cat >"$folder/config.toml" <<CONFIG
[fetch]
host_delay = "0s"
allow_private_addresses = true
CONFIG

tallywire() {
  "build/$preset"/tallywire --data "$folder/data" --config "$folder/config.toml" "$@"
}

echo
echo "== tallywire ingest"
tallywire feeds add "$site/feeds/commodities.xml" "$site/feeds/economy.atom" "$site/feeds/archive.rdf"
# One link of the archive feed is dead on purpose, so that this run ends with 1: a part failed, and the rest was done.
status=0
tallywire ingest || status=$?
if [ "$status" -ne 1 ]; then
  echo "ingest ended with $status, which was not to be expected" >&2
  exit 1
fi

echo
echo "== tallywire query --measure quota"
tallywire query --measure quota

echo
echo "== tallywire show (the article on China's rare earths quota)"
tallywire --color always show "$site/commodities/rare-earths-quota-2024.html"

echo
echo "== tallywire ingest, once more"
tallywire ingest
