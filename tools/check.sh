#!/bin/sh
# Builds the program with all its tests and runs them; ctest's summary is the last that is printed. With CI=true the build
# treats warnings as errors, and formatting and static checks come first.
set -eu
cd "$(dirname "$0")/.."

preset=release
if [ "${CI:-}" = "true" ]; then
  preset=ci
  tools/install-deps.sh --lint
  tools/build.sh "$preset"
  tools/lint.sh "$preset"
else
  tools/install-deps.sh
  tools/build.sh "$preset"
fi
ctest --preset "$preset"
