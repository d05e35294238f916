#!/usr/bin/env bash
# Checks that all Rust of the core and of bindings-uniffi compiles for Android and iOS.
#
# Neither SDK is needed: one dependency, ring, compiles C, and stand-ins that write empty files are
# enough where nothing is linked. What this cannot show is that it links and runs there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT

cat >"$tools/stand-in" <<'STAND_IN'
#!/bin/sh
# Writes an empty object, or an empty archive where `ar` would have been called.
while [ $# -gt 0 ]; do
  case $1 in
    -o) : >"$2" ;;
    *.a) printf '!<arch>\n' >"$1" ;;
  esac
  shift
done
STAND_IN
printf '#!/bin/sh\necho /\n' >"$tools/xcrun"
chmod +x "$tools/stand-in" "$tools/xcrun"

export PATH="$tools:$PATH"
for target in aarch64-linux-android aarch64-apple-ios; do
  printf 'mobile: %s\n' "$target"
  name=${target//-/_}
  export "CC_$name=$tools/stand-in" "AR_$name=$tools/stand-in"
  # shellcheck disable=SC2086 # empty or one word
  cargo check ${CI:+--locked} --lib -p interserver -p interserver-uniffi --target "$target"
done
