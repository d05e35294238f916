#!/usr/bin/env bash
# Fuzzes each target of fuzz/ for FUZZ_SECONDS, starting from the kept corpus in
# fuzz/corpus/TARGET. What a run discovers goes to .cache/fuzz/TARGET, so that
# the kept corpus stays small and reviewed; FUZZ_KEEP=1 merges into it whatever
# reaches new code.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=${FUZZ_SECONDS:-600}

if ! cargo +nightly --version >/dev/null 2>&1; then
  echo 'fuzz: installing the nightly toolchain'
  rustup toolchain install nightly --profile minimal --no-self-update
fi
if ! cargo +nightly fuzz --version >/dev/null 2>&1; then
  echo 'fuzz: installing cargo-fuzz'
  cargo install --locked --quiet cargo-fuzz
fi

targets=$(cargo +nightly fuzz list)
[[ -n $targets ]] || {
  echo 'fuzz: there are no targets in fuzz/' >&2
  exit 1
}

for target in $targets; do
  kept=fuzz/corpus/$target
  found=.cache/fuzz/$target
  mkdir -p "$kept" "$found"
  printf 'fuzz: %s for %s s\n' "$target" "$seconds"
  # libFuzzer writes into the first folder and only reads the others.
  cargo +nightly fuzz run "$target" "$found" "$kept" -- -max_total_time="$seconds" -print_final_stats=1
  if [[ ${FUZZ_KEEP:-} == 1 ]]; then
    cargo +nightly fuzz run "$target" "$kept" "$found" -- -merge=1
  fi
done

echo 'fuzz: nothing found'
