#!/bin/sh
# Configures and builds a preset: tools/build.sh PRESET [TARGET...]
set -eu
cd "$(dirname "$0")/.."
preset="$1"
shift
log="build/$preset-configure.log"
mkdir -p build
if ! cmake --preset "$preset" >"$log" 2>&1; then
  cat "$log" >&2
  exit 1
fi
if [ "$#" -gt 0 ]; then
  cmake --build --preset "$preset" --target "$@"
else
  cmake --build --preset "$preset"
fi
