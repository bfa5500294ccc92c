// swift-tools-version: 6.2
import Foundation
import PackageDescription

// Apart from the house, so that the product never resolves what only a benchmark needs. A suite
// is one file in Sources/bench/Suites and one line in Sources/bench/Bench.swift; the libraries it
// measures are named here. `SIJIL_ONLY=Register,Cartography` keeps the packages of
// the server away.

let house = URL(fileURLWithPath: Context.packageDirectory).deletingLastPathComponent()
  .lastPathComponent.lowercased()

let measured = [
  "Assessment", "Atlas", "Cartography", "Inquiry", "Interchange", "Ledger", "MapRendering",
  "Records",
  "Register", "SimpleFeatures", "SpatialIndex", "Topology",
]

let package = Package(
  name: "sijil-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(path: "..")],
  targets: [
    .executableTarget(
      name: "bench",
      dependencies: measured.map { .product(name: $0, package: house) },
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),

      ])
  ],
  swiftLanguageModes: [.v6]
)
