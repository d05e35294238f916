#!/usr/bin/env bash
# SOAP clients that nobody here wrote judge the sandbox: PHP's SoapClient and
# zeep each make every call of the API against a fresh one. Before that they say
# whether they still read the recordings as tests/vectors/ has it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

interserver=target/debug/interserver
scratch=$(mktemp -d)
sandbox_pid=

stop_sandbox() {
  [[ -n $sandbox_pid ]] || return 0
  kill "$sandbox_pid" 2>/dev/null || true
  wait "$sandbox_pid" 2>/dev/null || true
  sandbox_pid=
}

finish() {
  stop_sandbox
  rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Sets `endpoint` and `sandbox_pid`. The first line of the sandbox's output is
# its address; the rest goes to a log, so that its pipe never fills.
start_sandbox() {
  rm -f "$scratch/out" "$scratch/log"
  mkfifo "$scratch/out"
  "$interserver" sandbox --port 0 >"$scratch/out" 2>>"$scratch/log" &
  sandbox_pid=$!
  exec 3<"$scratch/out"
  endpoint=
  read -r -t 30 endpoint <&3 || true
  cat <&3 >>"$scratch/log" &
  exec 3<&-
  if [[ $endpoint != http://*/api.php ]]; then
    printf 'judges: the sandbox did not say its address first, but: %s\n' "${endpoint:-(nothing)}" >&2
    cat "$scratch/log" >&2
    exit 1
  fi
}

# judge NAME COMMAND...: runs COMMAND with the address of a fresh sandbox.
judge() {
  local name=$1 status=0
  shift
  start_sandbox
  printf 'judges: %s calls %s\n' "$name" "$endpoint"
  "$@" "$endpoint" || status=$?
  stop_sandbox
  if ((status)); then
    printf 'judges: %s objects (exit status %d); the sandbox said:\n' "$name" "$status" >&2
    cat "$scratch/log" >&2
    exit 1
  fi
}

php tests/tools/expected.php --check
.venv-judges/bin/python tests/tools/c14n.py --check

scripts/programs.sh interserver

judge "PHP's SoapClient" php tests/judges/php/calls.php
judge zeep .venv-judges/bin/python tests/judges/zeep/calls.py

echo 'judges: no objections'
