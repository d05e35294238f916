#!/usr/bin/env bash
# The manual's programs that need no package of their own: Rust, the shell, and the languages that
# call the shell. They are run, and compared with what they printed before (UPDATE_MANUAL=1 keeps
# that anew). The other languages' scripts run theirs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

manual() { target/debug/interserver-manual "$@"; }

# The generator first: the Rust programs are compiled from what it writes.
scripts/programs.sh interserver-manual
manual
scripts/programs.sh interserver-manual-rust interserver

PATH=$PWD/target/debug:$PATH

manual run rust name target/debug/interserver-manual-rust
manual run shell "file:target/manual/shell:sh" bash -euo pipefail
for guest in php:php perl:pl ruby:rb; do
  language=${guest%:*}
  if [[ -e target/manual/examples/$language.json ]]; then
    manual run "$language" "file:target/manual/$language:${guest#*:}" "$language"
  fi
done
