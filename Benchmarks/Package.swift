// swift-tools-version: 6.2
import Foundation
import PackageDescription

// Apart from the house, so that the product never resolves what only a benchmark needs. A suite
// is one file in Sources/bench/Suites and one line in Sources/bench/Bench.swift; the libraries it
// measures are named here. `SIJIL_ONLY=Register,Cartography` keeps the packages of
// the server away, and with them the suite `http`; `SIJIL_ONLY=Interchange` builds the suites that
// need no store.

let house = URL(fileURLWithPath: Context.packageDirectory).deletingLastPathComponent()
  .lastPathComponent.lowercased()

/// Only the encoders: seconds to build, for nothing of the stores and maps is needed.
let isEncodeOnly = Context.environment["SIJIL_ONLY"] == "Interchange"

/// The server and all that it brings: minutes to build.
let hasServer =
  Context.environment["SIJIL_ONLY"].map { $0.split(separator: ",").contains("WebService") } ?? true

let measured =
  isEncodeOnly
  ? ["Assessment", "Inquiry", "Interchange", "Records", "SimpleFeatures", "SpatialIndex"]
  : [
    "Assessment", "Atlas", "Cartography", "Inquiry", "Interchange", "Ledger", "MapRendering",
    "QueryLanguage", "Records", "Register", "SimpleFeatures", "SpatialIndex", "Topology",
  ] + (hasServer ? ["WebService"] : [])

let package = Package(
  name: "sijil-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(path: "..")],
  targets: [
    // Counts how often memory is asked for, in the whole process.
    .target(name: "CAllocations"),
    .executableTarget(
      name: "bench",
      dependencies: measured.map { .product(name: $0, package: house) } + ["CAllocations"],
      exclude: isEncodeOnly
        ? ["BundledStore.swift", "FrameCity.swift", "HTTPRush.swift", "IncidentStore.swift"]
          + ["Atlas", "Export", "Filter", "Frame", "HTTP", "Import", "Map", "MapHTTP", "Serve"]
          .map { "Suites/\($0)Suite.swift" }
        : hasServer
          ? [] : ["HTTPRush.swift", "Suites/HTTPSuite.swift", "Suites/MapHTTPSuite.swift"],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ]
        // The server's modules bring `timespec` from one that cannot be imported by name.
        + (hasServer ? [] : [.enableUpcomingFeature("MemberImportVisibility")])
        + (isEncodeOnly ? [.define("ENCODE_ONLY")] : [])
        + (hasServer ? [.define("SERVE_HTTP")] : [])),
  ],
  swiftLanguageModes: [.v6]
)
