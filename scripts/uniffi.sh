#!/usr/bin/env bash
# uniffi.sh kotlin|swift|examples-kotlin|examples-swift|native|jar|publish: builds the library of
# bindings-uniffi, writes the language's sources from it, and tests, packs or publishes them, or runs
# the manual's programs alone. What it writes goes to target/uniffi/ and target/manual/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

task=${1:?kotlin, swift, examples-kotlin, examples-swift, native, jar or publish}
staged=$PWD/target/uniffi
locked=${CI:+--locked}
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml)

say() { printf '%s: %s\n' "$task" "$*"; }
fail() {
  printf '%s: %s\n' "$task" "$*" >&2
  exit 1
}

# The library's file, and its folder as JNA names it.
case $(uname -s) in
  Linux) library=libinterserver_uniffi.so os=linux ;;
  Darwin) library=libinterserver_uniffi.dylib os=darwin ;;
  *) library=interserver_uniffi.dll os=win32 ;;
esac
case $(uname -m) in
  x86_64 | amd64) platform=$os-x86-64 ;;
  arm64 | aarch64) platform=$os-aarch64 ;;
  *) fail "nothing is known of a JVM on $(uname -m)" ;;
esac

# write_sources LANGUAGE: from the debug library; a release library may have lost the metadata.
write_sources() {
  scripts/programs.sh lib interserver-uniffi-bindgen interserver interserver-manual
  rm -rf "${staged:?}/$1"
  target/debug/interserver-uniffi-bindgen "$1" "target/debug/$library" "$staged/$1"
}

# stage_library FILE FOLDER: puts a library where JNA looks for it.
stage_library() {
  mkdir -p "$2/$platform"
  cp "$1" "$2/$platform/$library"
}

release_library() {
  # shellcheck disable=SC2086
  cargo build --release $locked -p interserver-uniffi
  stage_library "target/release/$library" dist/native
}

maven() {
  command -v mvn >/dev/null || fail 'Maven is missing: install it with a JDK 17 (Debian: maven, openjdk-17-jdk-headless), or set SKIP_KOTLIN=1'
  (cd bindings-uniffi/kotlin && mvn --batch-mode --no-transfer-progress -Drevision="$version" "$@")
}

# with_sandbox COMMAND...: runs it with INTERSERVER_SANDBOX, the address of a fresh sandbox.
with_sandbox() {
  local scratch pid status=0
  scratch=$(mktemp -d)
  mkfifo "$scratch/out"
  target/debug/interserver sandbox --port 0 >"$scratch/out" &
  pid=$!
  # shellcheck disable=SC2064 # these are the values to clean up
  trap "kill $pid 2>/dev/null; rm -rf '$scratch'" EXIT
  exec 3<"$scratch/out"
  read -r -t 30 INTERSERVER_SANDBOX <&3 || fail 'the sandbox did not say its address'
  # What it says later is of no interest here, but must find a reader.
  cat <&3 >/dev/null &
  exec 3<&-
  export INTERSERVER_SANDBOX
  "$@" || status=$?
  return "$status"
}

case $task in
  kotlin | examples-kotlin)
    if [[ ${SKIP_KOTLIN:-} == 1 ]]; then
      say 'skipped: SKIP_KOTLIN=1'
      exit
    fi
    write_sources kotlin
    rm -rf "${staged:?}/native"
    stage_library "target/debug/$library" "$staged/native"
    for language in kotlin java; do
      target/debug/interserver-manual sources "$language" "target/manual/$language"
    done
    if [[ $task == kotlin ]]; then
      with_sandbox maven -Pmanual test
    else
      maven -Pmanual test-compile
    fi
    # Against what the programs printed before; UPDATE_MANUAL=1 keeps it anew. So below, for Swift.
    built=bindings-uniffi/kotlin/target
    for language in kotlin java; do
      target/debug/interserver-manual run "$language" "batch:target/manual/$language" \
        "${JAVA_HOME:+$JAVA_HOME/bin/}java" \
        -cp "$built/classes:$built/test-classes:$(<target/manual/class-path.txt)" \
        manual/jvm/Runner.java "target/manual/$language/programs.txt"
    done
    ;;
  swift | examples-swift)
    if [[ ${SKIP_SWIFT:-} == 1 ]]; then
      say 'skipped: SKIP_SWIFT=1'
      exit
    fi
    write_sources swift
    package=bindings-uniffi/swift
    mkdir -p "$package/Sources/InterServer/Generated"
    cp "$staged/swift/InterServer/InterServer.swift" "$package/Sources/InterServer/Generated/"
    cp "$staged/swift/InterServerFFI/InterServerFFI.h" "$package/Sources/InterServerFFI/"
    log=$staged/swift.log
    at=(--package-path "$PWD/$package" --scratch-path "$staged/swift-build")
    # Warnings of our own code are errors; the option is of the package, not of what it depends on.
    # The tests are XCTest's; the other runner would close by saying that it ran none.
    if [[ $task == swift ]]; then
      with_sandbox scripts/swift.sh swift test --disable-swift-testing "${at[@]}" \
        -Xlinker "-L$PWD/target/debug" -Xlinker -rpath -Xlinker "$PWD/target/debug" \
        2>&1 | tee "$log"
    else
      scripts/swift.sh swift build --target InterServer "${at[@]}" 2>&1 | tee "$log"
    fi
    if grep -E '(warning|error):' "$log"; then
      fail 'the lines above are warnings, and there must be none'
    fi
    manual=target/manual/swift
    target/debug/interserver-manual sources swift "$manual"
    scripts/swift.sh manual/swift/build.sh "$manual" "$staged/swift-build/debug"
    # Where Swift is, and once: to go there for each program would take longer than the program.
    # An error that nobody catches says enough without a page of addresses.
    SWIFT_BACKTRACE=enable=no scripts/swift.sh target/debug/interserver-manual \
      run swift name "$manual/programs" "$manual/programs.txt"
    ;;
  native) release_library ;;
  jar | publish)
    release_library
    write_sources kotlin
    goal=package
    [[ $task == jar ]] || goal=deploy
    maven -Dnative.libraries="$PWD/dist/native" -DskipTests ${MAVEN_GPG_PASSPHRASE:+-Prelease} clean "$goal"
    cp "bindings-uniffi/kotlin/target/interserver-$version.jar" dist/
    say "dist/interserver-$version.jar runs on $(cd dist/native && echo *)"
    ;;
  *) fail "$task is none of kotlin, swift, examples-kotlin, examples-swift, native, jar, publish" ;;
esac
