#!/usr/bin/env bash
# The npm package. `pack` builds the tarball into dist/; `test` tests that tarball,
# `examples` runs the manual's programs with it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

package=bindings-wasm
version=$(make --silent --no-print-directory version)
tarball=$PWD/dist/interserver-client-$version.tgz
locked=()
if [[ -n ${CI:-} ]]; then locked=(--locked); fi

say() { printf 'npm: %s\n' "$*"; }

# What the tools need, as the lock file has it. A copy of the lock, written last, means complete.
tools() {
  local have=$package/node_modules/.lock
  if cmp -s $package/package-lock.json $have; then return; fi
  say "installing the tools of $package"
  (cd $package && npm ci --no-audit --no-fund --loglevel=error)
  cp $package/package-lock.json $have
}

pack() {
  tools
  scripts/programs.sh xtask
  target/debug/xtask npm
  node $package/tools/pack.mjs
}

# As a program would have it: unpacked from the tarball, not linked to the sources.
unpack() {
  rm -rf $package/tests/node_modules
  mkdir -p $package/tests/node_modules/interserver-client
  tar -xzf "$tarball" -C $package/tests/node_modules/interserver-client --strip-components=1
}

# The manual's programs, against what they printed before (UPDATE_MANUAL=1 keeps it anew).
run_manual() {
  scripts/programs.sh interserver-manual
  target/debug/interserver-manual \
    run typescript "file:$package/tests/node_modules/.manual:mjs" node
}

run_tests() {
  scripts/chromium.sh
  unpack
  # The types of the manual's programs are checked, too.
  scripts/programs.sh interserver-manual
  target/debug/interserver-manual
  cargo clippy ${locked[@]+"${locked[@]}"} -p interserver-wasm -p interserver-sandbox-wasm \
    --target wasm32-unknown-unknown -- -D warnings
  (cd $package && npx --no-install biome ci .)
  (cd $package && INTERSERVER_TARBALL=$tarball node --test --test-reporter=spec tests/)
  run_manual
}

case ${1:-} in
  pack) pack ;;
  test) pack; run_tests ;;
  examples) pack; unpack; run_manual ;;
  *) say "usage: scripts/npm.sh pack|test|examples" >&2; exit 2 ;;
esac
