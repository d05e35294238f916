#!/usr/bin/env bash
# Installs what `make test` needs and this machine lacks; says one line for each.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf 'setup: %s\n' "$*"; }
fail() {
  printf 'setup: %s\n' "$*" >&2
  exit 1
}

# ---- Rust

command -v cargo >/dev/null || fail "cargo is missing: install Rust with rustup, then run this again"

# rust_part NAME PROBE ADD...: where PROBE fails, rustup adds NAME. A
# distribution's Rust has no rustup, and needs none when its own packages
# brought the part.
rust_part() {
  local name=$1 probe=$2
  shift 2
  if "$probe"; then return; fi
  command -v rustup >/dev/null || fail "$name is missing, and there is no rustup to add it with"
  say "adding $name"
  rustup --quiet "$@" || fail "rustup could not add $name"
}

has_rustfmt() { cargo fmt --version >/dev/null 2>&1; }
has_clippy() { cargo clippy --version >/dev/null 2>&1; }
has_wasm() { [[ -d $(rustc --print target-libdir --target wasm32-unknown-unknown) ]]; }

rust_part rustfmt has_rustfmt component add rustfmt
rust_part clippy has_clippy component add clippy
rust_part 'the wasm32-unknown-unknown target' has_wasm target add wasm32-unknown-unknown
for target in aarch64-linux-android aarch64-apple-ios; do
  has_target() { [[ -d $(rustc --print target-libdir --target "$target") ]]; }
  rust_part "the $target target" has_target target add "$target"
done

# ---- System packages

has_php_extension() { [[ $(php -r "echo extension_loaded('$1');" 2>/dev/null) == 1 ]]; }

packages=()
command -v php >/dev/null || packages+=(php-cli)
has_php_extension soap || packages+=(php-soap)
has_php_extension dom || packages+=(php-xml)
# The manual's programs are run in these as well.
command -v perl >/dev/null || packages+=(perl)
command -v ruby >/dev/null || packages+=(ruby)
python3 -c 'import ensurepip, venv' 2>/dev/null || packages+=(python3-venv)
if [[ ${SKIP_KOTLIN:-} != 1 ]]; then
  command -v javac >/dev/null || packages+=(openjdk-17-jdk-headless)
  command -v mvn >/dev/null || packages+=(maven)
fi
if [[ ${SKIP_SWIFT:-} != 1 && ! -e .cache/swift-trixie/.ready ]] && ! command -v swift >/dev/null; then
  command -v debootstrap >/dev/null || packages+=(debootstrap)
fi

if ((${#packages[@]})); then
  command -v apt-get >/dev/null || fail "missing: ${packages[*]}; there is no apt-get here, so install them yourself"
  as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || fail "missing: ${packages[*]}; installing them needs root or sudo"
    as_root=(sudo)
  fi
  say "installing ${packages[*]}"
  # ${a[@]+...}: an empty array is an unset variable to older bash.
  ${as_root[@]+"${as_root[@]}"} apt-get update -qq
  ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi

# ---- Python packages of the zeep judge

venv=.venv-judges
wanted=tests/judges/requirements.txt
# Written last, so a copy that equals the list means a complete environment.
have=$venv/requirements.txt

if ! cmp -s "$wanted" "$have" || ! "$venv/bin/python" -c '' 2>/dev/null; then
  say "making $venv with $(grep -E '^(zeep|lxml)==' "$wanted" | paste -sd ' ')"
  python3 -m venv --clear "$venv"
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$wanted"
  cp "$wanted" "$have"
fi

say "ready"
