#!/usr/bin/env bash
# Builds the Android library (AAR) into dist/: the native library for each ABI by cargo-ndk, and the
# Kotlin around it by Gradle. Needs ANDROID_HOME, an NDK, cargo-ndk and Gradle.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fail() {
  printf 'aar: %s\n' "$*" >&2
  exit 1
}
[[ -n ${ANDROID_HOME:-} ]] || fail 'ANDROID_HOME is not set: install the Android SDK and its NDK'
cargo ndk --version >/dev/null 2>&1 || fail 'cargo-ndk is missing: cargo install --locked cargo-ndk'
command -v gradle >/dev/null || fail 'Gradle is missing'

version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml)
module=bindings-uniffi/android
rustup target add aarch64-linux-android armv7-linux-androideabi x86_64-linux-android
cargo build ${CI:+--locked} -p interserver-uniffi -p interserver-uniffi-bindgen
rm -rf "$module/build" "$module/src/main/jniLibs"
target/debug/interserver-uniffi-bindgen kotlin \
  "$(ls target/debug/libinterserver_uniffi.so target/debug/libinterserver_uniffi.dylib 2>/dev/null | head -n 1)" \
  "$module/build/generated/interserver"
cargo ndk --platform 26 -t arm64-v8a -t armeabi-v7a -t x86_64 -o "$module/src/main/jniLibs" \
  build --release ${CI:+--locked} -p interserver-uniffi
gradle --project-dir "$module" -Pversion="$version" assembleRelease
mkdir -p dist
cp "$module"/build/outputs/aar/*-release.aar "dist/interserver-android-$version.aar"
