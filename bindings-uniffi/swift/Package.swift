// swift-tools-version:6.0
// The package `InterServer`. On Apple platforms the library comes as an XCFramework that
// `scripts/xcframework.sh` makes; elsewhere the linker is told where it is (`-L`).
import PackageDescription

#if os(macOS)
let library: Target = .binaryTarget(name: "InterServerFFI", path: "InterServerFFI.xcframework")
#else
let library: Target = .systemLibrary(name: "InterServerFFI", path: "Sources/InterServerFFI")
#endif

let package = Package(
    name: "InterServer",
    platforms: [.iOS(.v15), .macOS(.v12)],
    products: [.library(name: "InterServer", targets: ["InterServer"])],
    targets: [
        library,
        .target(
            name: "InterServer",
            dependencies: ["InterServerFFI"],
            linkerSettings: [.linkedLibrary("interserver_uniffi", .when(platforms: [.linux]))]),
        .testTarget(name: "InterServerTests", dependencies: ["InterServer"]),
    ],
    swiftLanguageModes: [.v6]
)
