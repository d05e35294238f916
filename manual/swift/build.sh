#!/usr/bin/env bash
# build.sh FOLDER BUILD: compiles each program in FOLDER/sources as the `main` that it is, and links
# them all into FOLDER/programs, with the package that `swift build` has put into BUILD.
#
# Each program becomes a module of its own, and its entry point is named after it; so what runs is
# what the manual shows, to the letter.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

folder=$1 build=$2
export build
objects=$folder/objects
rm -rf "$objects"
mkdir -p "$objects"

compile() {
  local name
  name=$(basename "$1" .swift)
  swiftc -swift-version 6 -c "$1" -o "$2/$name.o" -module-name "$name" \
    -Xfrontend -entry-point-function-name -Xfrontend "${name}_main" \
    -I "$build/Modules" -I bindings-uniffi/swift/Sources/InterServerFFI 2>"$2/$name.log" || {
    cat "$2/$name.log" >&2
    return 1
  }
}
export -f compile
# shellcheck disable=SC2016 # the inner shell expands it
find "$folder/sources" -name '*.swift' -print0 | sort -z |
  xargs -0 -P "$(nproc)" -I{} bash -c 'compile "$1" "$2"' compile {} "$objects"
# Swift has no word by which a program could say that it means to call what is deprecated.
if grep -h 'warning:' "$objects"/*.log | grep -v ' is deprecated: '; then
  echo 'the lines above are warnings, and there must be none' >&2
  exit 1
fi

# Each `main` is looked up by its name.
swiftc -swift-version 6 manual/swift/Dispatch.swift "$objects"/*.o "$build"/InterServer.build/*.swift.o \
  -o "$folder/programs" -Xlinker -export-dynamic \
  -L target/debug -linterserver_uniffi -Xlinker -rpath -Xlinker "$PWD/target/debug"
