#!/usr/bin/env bash
# The manual. `build` makes the site in docs/dist, `test` tests that site, `serve` shows it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export ASTRO_TELEMETRY_DISABLED=1
version=$(make --silent --no-print-directory version)
tarball=dist/interserver-client-$version.tgz

say() { printf 'docs: %s\n' "$*"; }

# What the site is made with, as the lock file has it. A copy of the lock, written last, means complete.
tools() {
  local have=docs/node_modules/.lock
  if cmp -s docs/package-lock.json $have; then return; fi
  say "installing the tools of docs"
  (cd docs && npm ci --no-audit --no-fund --loglevel=error)
  cp docs/package-lock.json $have
}

# Astro needs a newer Node than the project does, so npm brings one for Linux; elsewhere the
# machine's own has to do.
find_node() {
  if [[ -x docs/node_modules/.bin/node ]]; then
    node=$PWD/docs/node_modules/.bin/node
  elif node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 22 || (a == 22 && b >= 18) ? 0 : 1)'; then
    node=$(command -v node)
  else
    say "the site needs Node 22.18 or later here" >&2
    exit 1
  fi
}

# The client and its sandbox, which run in the page. Packed anew only if a source is newer.
client() {
  local newer=
  if [[ -f $tarball ]]; then
    newer=$(find Cargo.lock core sandbox bindings-wasm -type f -newer "$tarball" \
      -not -path '*/node_modules/*' -not -path '*/generated/*' -not -path '*/pkg/*' -not -path '*/tests/*' -print -quit)
  fi
  if [[ ! -f $tarball || -n $newer ]]; then scripts/npm.sh pack; fi
  rm -rf docs/public/client
  mkdir -p docs/public/client
  tar -xzf "$tarball" -C docs/public/client --strip-components=1 package/index.js package/sandbox.js
}

build() {
  tools
  find_node
  scripts/programs.sh interserver-manual
  target/debug/interserver-manual
  client
  (cd docs && "$node" node_modules/astro/bin/astro.mjs build)
}

run_tests() {
  tools
  find_node
  scripts/chromium.sh
  [[ -f docs/dist/index.html ]] || { say "there is no site: run scripts/docs.sh build" >&2; exit 1; }
  (cd docs && npx --no-install biome ci .)
  (cd docs && "$node" --test --test-concurrency=2 --test-reporter=spec 'tests/*.test.mjs')
}

serve() {
  tools
  find_node
  (cd docs && "$node" node_modules/astro/bin/astro.mjs preview "$@")
}

case ${1:-} in
  build) build ;;
  test) run_tests ;;
  serve) shift && serve "$@" ;;
  *) say "usage: scripts/docs.sh build|test|serve" >&2; exit 2 ;;
esac
