#!/usr/bin/env bash
# Builds the Swift package with its XCFramework into dist/. Needs a Mac with Xcode.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fail() {
  printf 'xcframework: %s\n' "$*" >&2
  exit 1
}
command -v xcodebuild >/dev/null || fail 'this needs a Mac with Xcode'

version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml)
staged=$PWD/target/uniffi
package=dist/InterServer
targets=(aarch64-apple-ios aarch64-apple-ios-sim x86_64-apple-ios aarch64-apple-darwin x86_64-apple-darwin)
library() { echo "target/$1/release/libinterserver_uniffi.a"; }

rustup target add "${targets[@]}"
export IPHONEOS_DEPLOYMENT_TARGET=15.0 MACOSX_DEPLOYMENT_TARGET=12.0
for target in "${targets[@]}"; do
  cargo build --release ${CI:+--locked} -p interserver-uniffi --target "$target"
done
cargo build ${CI:+--locked} -p interserver-uniffi -p interserver-uniffi-bindgen
rm -rf "$staged/swift" "$staged/apple" "$package"
target/debug/interserver-uniffi-bindgen swift target/debug/libinterserver_uniffi.dylib "$staged/swift"

# One file for each platform: a simulator and a Mac have two processors each.
mkdir -p "$staged/apple/simulator" "$staged/apple/mac" "$package"
lipo -create "$(library aarch64-apple-ios-sim)" "$(library x86_64-apple-ios)" \
  -output "$staged/apple/simulator/libinterserver_uniffi.a"
lipo -create "$(library aarch64-apple-darwin)" "$(library x86_64-apple-darwin)" \
  -output "$staged/apple/mac/libinterserver_uniffi.a"

# The module map lies beside the header and nothing else.
headers=$staged/apple/headers/InterServerFFI
mkdir -p "$headers"
cp "$staged/swift/InterServerFFI/InterServerFFI.h" \
  bindings-uniffi/swift/Sources/InterServerFFI/module.modulemap "$headers/"

cp -R bindings-uniffi/swift/{Package.swift,README.md,Sources,Tests} "$package/"
rm -rf "$package/Sources/InterServerFFI"
mkdir -p "$package/Sources/InterServer/Generated"
cp "$staged/swift/InterServer/InterServer.swift" "$package/Sources/InterServer/Generated/"
xcodebuild -create-xcframework \
  -library "$(library aarch64-apple-ios)" -headers "$staged/apple/headers" \
  -library "$staged/apple/simulator/libinterserver_uniffi.a" -headers "$staged/apple/headers" \
  -library "$staged/apple/mac/libinterserver_uniffi.a" -headers "$staged/apple/headers" \
  -output "$package/InterServerFFI.xcframework"
(cd dist && zip -qry "InterServer-$version.zip" InterServer)
swift build --package-path "$package"
