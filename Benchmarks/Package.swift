// swift-tools-version: 6.2
import Foundation
import PackageDescription

// Apart from the house, so that the product never resolves what only a benchmark needs. A suite
// is one file in Sources/bench/Suites and one line in Sources/bench/Bench.swift; the libraries it
// measures are named here. `SIJIL_ONLY=Register,Cartography` keeps the packages of
// the server away; `SIJIL_ONLY=Interchange` builds the suites that need no store.

let house = URL(fileURLWithPath: Context.packageDirectory).deletingLastPathComponent()
  .lastPathComponent.lowercased()

/// Only the encoders: seconds to build, for nothing of the stores and maps is needed.
let isEncodeOnly = Context.environment["SIJIL_ONLY"] == "Interchange"

let measured =
  isEncodeOnly
  ? ["Assessment", "Inquiry", "Interchange", "Records", "SimpleFeatures", "SpatialIndex"]
  : [
    "Assessment", "Atlas", "Cartography", "Inquiry", "Interchange", "Ledger", "MapRendering",
    "Records", "Register", "SimpleFeatures", "SpatialIndex", "Topology",
  ]

let package = Package(
  name: "sijil-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(path: "..")],
  targets: [
    .executableTarget(
      name: "bench",
      dependencies: measured.map { .product(name: $0, package: house) },
      exclude: isEncodeOnly
        ? ["IncidentStore.swift"]
          + ["Atlas", "Frame", "Import", "Map", "Serve"].map { "Suites/\($0)Suite.swift" } : [],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ] + (isEncodeOnly ? [.define("ENCODE_ONLY")] : []))
  ],
  swiftLanguageModes: [.v6]
)
