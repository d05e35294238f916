#!/usr/bin/env bash
# Builds, describes and tests the Python package. Commands: wheel, stubs, test,
# examples, bench.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

package=bindings-python
tools=.venv-python
fresh=.venv-wheel
maturin_version=1.16.0
# Only wheels for other machines are compiled with it.
zig_version=0.16.0
# Windows has another name for a virtual environment's programs.
if [[ ${OS:-} == Windows_NT ]]; then tools_bin=$tools/Scripts; else tools_bin=$tools/bin; fi
# 4 MB, as PyPI and its users count.
most_bytes=4000000

say() { printf 'python: %s\n' "$*"; }

ensure_maturin() {
  if [[ $("$tools_bin/maturin" --version 2>/dev/null) != "maturin $maturin_version" ]]; then
    say "installing maturin $maturin_version"
    python3 -m venv --clear "$tools"
    "$tools_bin/python" -m pip install --quiet --disable-pip-version-check "maturin==$maturin_version"
  fi
}

# build_wheel FOLDER [ARGUMENT...]: one wheel in FOLDER and nothing else.
build_wheel() {
  local folder=$1
  shift
  ensure_maturin
  mkdir -p "$folder"
  rm -f "$folder"/interserver-*.whl
  if [[ " $* " == *' --zig '* ]]; then
    "$tools_bin/python" -m pip install --quiet --disable-pip-version-check "ziglang==$zig_version"
  fi
  "$tools_bin/maturin" build --release --strip --manifest-path "$package/Cargo.toml" \
    ${CI:+--locked} --out "$folder" "$@"
}

# What is generated, into FOLDER. The library is a debug build with its types in it, unstripped.
generate() {
  local folder=$1
  ensure_maturin
  rm -rf target/stubs
  "$tools_bin/maturin" generate-stubs --manifest-path "$package/Cargo.toml" ${CI:+--locked} \
    --features stubs --out target/stubs
  python3 "$package/tools/stubs.py" target/stubs/interserver/_native.pyi \
    "$(newest_library)" "$folder"
}

newest_library() {
  find target/debug -maxdepth 2 -name 'lib_native.so' -o -maxdepth 2 -name 'lib_native.dylib' |
    xargs ls -t | head -n 1
}

check_drift() {
  local new=target/generated name
  rm -rf "$new"
  mkdir -p "$new"
  generate "$new"
  for name in _native.pyi _errors.py; do
    if ! diff -u "$package/python/interserver/$name" "$new/$name" >"$new/diff"; then
      head -n 40 "$new/diff"
      say "$name is not what the tables say: run \`make stubs\` and commit it"
      exit 1
    fi
  done
}

install_fresh() {
  local wheel
  wheel=$(ls target/wheels/interserver-*.whl)
  local size
  size=$(wc -c <"$wheel")
  say "${wheel##*/} has $size bytes"
  ((size <= most_bytes)) || { say "more than $most_bytes"; exit 1; }
  python3 -m venv --clear "$fresh"
  # First alone, and without an index: it needs nothing else.
  "$fresh/bin/python" -m pip install --quiet --disable-pip-version-check --no-index "$wheel"
  "$fresh/bin/python" -c 'import interserver.testing as t; assert t.Sandbox().client().vps.list()'
  "$fresh/bin/python" -m pip install --quiet --disable-pip-version-check \
    --requirement "$package/requirements-dev.txt"
}

check_types() {
  local bin=$PWD/$fresh/bin sources=(tests ../examples/python)
  say 'ruff, mypy, pyright and stubtest'
  "$bin/ruff" format --check "$package" examples/python tests/bench
  "$bin/ruff" check "$package" examples/python tests/bench
  (
    cd "$package"
    "$bin/mypy" --strict "${sources[@]}"
    "$bin/pyright" --pythonpath "$bin/python" "${sources[@]}"
    # What pyo3 gives every class and no stub writes down.
    "$bin/python" -m mypy.stubtest --allowlist stubtest-allowlist.txt interserver
  )
}

run_tests() {
  scripts/programs.sh interserver
  (cd "$package" && "../$fresh/bin/python" -m pytest -W error)
}

# The manual's programs in Python, against what they printed before (UPDATE_MANUAL=1 keeps it anew).
run_manual() {
  local language
  scripts/programs.sh interserver-manual
  for language in python python-async; do
    target/debug/interserver-manual \
      run "$language" "file:target/manual/$language:py" "$fresh/bin/python"
  done
}

bench() {
  build_wheel target/wheels
  install_fresh
  "$fresh/bin/python" -m pip install --quiet --disable-pip-version-check \
    --requirement tests/bench/requirements.txt
  scripts/programs.sh interserver
  "$fresh/bin/python" tests/bench/compare.py target/debug/interserver
}

case ${1:-} in
  wheel) build_wheel dist "${@:2}" ;;
  stubs) generate "$package/python/interserver" ;;
  test)
    check_drift
    build_wheel target/wheels
    install_fresh
    check_types
    run_tests
    run_manual
    ;;
  examples)
    build_wheel target/wheels
    install_fresh
    run_manual
    ;;
  bench) bench ;;
  *)
    echo "usage: $0 wheel|stubs|test|examples|bench" >&2
    exit 2
    ;;
esac
