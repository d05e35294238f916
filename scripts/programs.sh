#!/usr/bin/env bash
# programs.sh NAME...: builds programs of this workspace into target/debug; `lib` builds its libraries.
#
# Cargo settles on the features of what is selected. With the whole workspace selected each time,
# what programs share is compiled once, and not again for each script. An example brings the features
# that tests switch on, so that it is not compiled again after `cargo test` either.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

targets=()
for name in "$@"; do
  if [[ $name == lib ]]; then targets+=(--lib); else targets+=(--bin "$name"); fi
done
exec cargo build --quiet ${CI:+--locked} --workspace --example serve "${targets[@]}"
