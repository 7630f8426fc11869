#!/bin/sh
# Installs the Debian packages that building and testing need, where any is missing. Does nothing, and needs no root,
# where all are there.
#   tools/install-deps.sh          what the build and the tests need
#   tools/install-deps.sh --lint   also clang, clang-format, clang-tidy and git
set -eu

packages="cmake ninja-build g++ pkg-config ca-certificates
  libcurl4-openssl-dev libgumbo-dev libre2-dev libsqlite3-dev libicu-dev libxml2-dev zlib1g-dev libbrotli-dev libzstd-dev
  libssl-dev libpsl-dev libcld2-dev libcpp-httplib-dev nlohmann-json3-dev libcli11-dev libtomlplusplus-dev libspdlog-dev
  libfmt-dev libexpected-dev libgtest-dev libgmock-dev libbenchmark-dev"
if [ "${1:-}" = "--lint" ]; then
  packages="$packages clang clang-format clang-tidy git"
fi

missing=""
for package in $packages; do
  if ! dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed'; then
    missing="$missing $package"
  fi
done
if [ -z "$missing" ]; then
  exit 0
fi

if ! command -v apt-get >/dev/null 2>&1; then
  echo "This script knows Debian's apt only. Install the equivalents of:$missing" >&2
  exit 1
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "Missing packages:$missing" >&2
    echo "Install them as root: apt-get install$missing" >&2
    exit 1
  fi
  as_root="sudo"
fi

echo "Installing with apt-get:$missing"
# shellcheck disable=SC2086  # words are meant to be split
$as_root apt-get update -q
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
