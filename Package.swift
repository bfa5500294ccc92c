// swift-tools-version: 6.2
import Foundation
import PackageDescription

// The house, floor by floor: a target imports only from lower floors (docs/architecture.md), and
// this table is what `scripts/check-layering` holds the sources against. `SIJIL_ONLY=Gazetteer
// swift test` builds one target, what it stands on and its tests, without the rest of the house.

/// One outside package: where it comes from and the least version that Sijil is built against.
struct Outside {
  let product: String
  let package: String
  let url: String
  let version: Version
}

let argumentParser = Outside(
  product: "ArgumentParser", package: "swift-argument-parser",
  url: "https://github.com/apple/swift-argument-parser", version: "1.8.2")
let hummingbird = Outside(
  product: "Hummingbird", package: "hummingbird",
  url: "https://github.com/hummingbird-project/hummingbird", version: "2.28.1")
let hummingbirdTesting = Outside(
  product: "HummingbirdTesting", package: "hummingbird",
  url: "https://github.com/hummingbird-project/hummingbird", version: "2.28.1")
let hummingbirdCore = Outside(
  product: "HummingbirdCore", package: "hummingbird",
  url: "https://github.com/hummingbird-project/hummingbird", version: "2.28.1")
let unixSignals = Outside(
  product: "UnixSignals", package: "swift-service-lifecycle",
  url: "https://github.com/swift-server/swift-service-lifecycle", version: "2.13.0")
let grdb = Outside(
  product: "GRDB", package: "GRDB.swift",
  url: "https://github.com/groue/GRDB.swift", version: "7.10.0")
let grdbSQLite = Outside(
  product: "GRDBSQLite", package: "GRDB.swift",
  url: "https://github.com/groue/GRDB.swift", version: "7.10.0")
let crypto = Outside(
  product: "Crypto", package: "swift-crypto",
  url: "https://github.com/apple/swift-crypto", version: "4.5.2")
let logging = Outside(
  product: "Logging", package: "swift-log",
  url: "https://github.com/apple/swift-log", version: "1.16.2")
let httpTypes = Outside(
  product: "HTTPTypes", package: "swift-http-types",
  url: "https://github.com/apple/swift-http-types", version: "1.4.0")
let nioCore = Outside(
  product: "NIOCore", package: "swift-nio",
  url: "https://github.com/apple/swift-nio", version: "2.100.0")
let nioEmbedded = Outside(
  product: "NIOEmbedded", package: "swift-nio",
  url: "https://github.com/apple/swift-nio", version: "2.100.0")
let nioHTTPTypes = Outside(
  product: "NIOHTTPTypes", package: "swift-nio-extras",
  url: "https://github.com/apple/swift-nio-extras", version: "1.29.0")
let serviceLifecycle = Outside(
  product: "ServiceLifecycle", package: "swift-service-lifecycle",
  url: "https://github.com/swift-server/swift-service-lifecycle", version: "2.13.0")

/// A library of the system: its name to pkg-config and the package that brings its headers.
struct System {
  let library: String
  let debian: String
}

/// A target of the house.
struct Room {
  /// A `data` room is C that holds a file of the checkout, with nothing of its own to compile.
  enum Kind { case library, executable, system, data, support, tests }

  let name: String
  var kind: Kind = .library
  var system: System?
  var inside: [String] = []
  var outside: [Outside] = []
  var strictMemorySafety = false
  var resources: [Resource] = []
}

let rooms: [Room] = [
  // Floor 0
  Room(name: "JSONText"),
  Room(name: "SimpleFeatures", inside: ["JSONText"]),
  Room(name: "Records", inside: ["JSONText", "SimpleFeatures"]),
  Room(name: "CZlib", kind: .system, system: System(library: "zlib", debian: "zlib1g-dev")),
  Room(name: "Compression", inside: ["CZlib"], strictMemorySafety: true),
  Room(name: "CTiles", kind: .data),
  // Floor 1
  Room(name: "CGEOS", kind: .system, system: System(library: "geos", debian: "libgeos-dev")),
  Room(name: "Topology", inside: ["CGEOS", "SimpleFeatures"], strictMemorySafety: true),
  Room(name: "SpatialIndex", inside: ["SimpleFeatures"]),
  Room(name: "Gazetteer", inside: ["Records", "SimpleFeatures"]),
  Room(name: "Assessment", inside: ["Records"]),
  Room(name: "QueryLanguage", inside: ["JSONText", "Records", "SimpleFeatures"]),
  Room(name: "Tiles", inside: ["Compression", "JSONText", "SimpleFeatures"]),
  // Floor 2
  Room(
    name: "Inquiry",
    inside: ["Assessment", "Gazetteer", "QueryLanguage", "Records", "SimpleFeatures"]),
  Room(name: "Districting", inside: ["Records", "SimpleFeatures", "Topology"]),
  // Floor 3
  Room(
    name: "Atlas",
    inside: [
      "Assessment", "Districting", "Gazetteer", "Inquiry", "QueryLanguage", "Records",
      "SimpleFeatures", "SpatialIndex", "Topology",
    ]),
  Room(
    name: "CSQLite", kind: .system,
    system: System(library: "sqlite3", debian: "libsqlite3-dev")),
  Room(
    name: "Ledger", inside: ["CSQLite", "JSONText", "Records", "SimpleFeatures", "SpatialIndex"],
    outside: [crypto, grdb, grdbSQLite]),
  Room(
    name: "Interchange",
    inside: ["Assessment", "Inquiry", "JSONText", "Records", "SimpleFeatures", "SpatialIndex"]),
  Room(name: "MapRendering", inside: ["Compression", "JSONText", "SimpleFeatures"]),
  // Floor 4
  Room(
    name: "Register",
    inside: [
      "Assessment", "Atlas", "Gazetteer", "Inquiry", "Interchange", "Ledger", "QueryLanguage",
      "Records", "SimpleFeatures",
    ]),
  Room(
    name: "Cartography",
    inside: [
      "Assessment", "CTiles", "Compression", "Inquiry", "JSONText", "MapRendering", "Records",
      "SimpleFeatures", "Tiles",
    ]),
  // Floor 5
  Room(
    name: "WebService",
    inside: [
      "Assessment", "Cartography", "Compression", "Gazetteer", "Inquiry", "Interchange",
      "JSONText", "MapRendering", "QueryLanguage", "Records", "SimpleFeatures", "Tiles",
    ],
    outside: [
      httpTypes, hummingbird, hummingbirdCore, logging, nioCore, nioHTTPTypes, serviceLifecycle,
      unixSignals,
    ]),
  Room(
    name: "MapViewer",
    inside: [
      "Assessment", "Cartography", "Gazetteer", "Inquiry", "MapRendering", "QueryLanguage",
      "Records", "SimpleFeatures",
    ]),
  // Floor 6
  Room(
    name: "CommandLineTool",
    inside: [
      "Assessment", "Atlas", "Cartography", "Compression", "Gazetteer", "Inquiry", "Interchange",
      "JSONText", "Ledger", "MapRendering", "MapViewer", "QueryLanguage", "Records", "Register",
      "SimpleFeatures", "Tiles", "Topology", "WebService",
    ], outside: [argumentParser, logging]),
  // Floor 7
  Room(name: "sijil", kind: .executable, inside: ["CommandLineTool"]),
  // Tests
  Room(name: "TestSupport", kind: .support),
  Room(name: "CompressionTests", kind: .tests, inside: ["Compression", "TestSupport"]),
  Room(name: "JSONTextTests", kind: .tests, inside: ["JSONText", "TestSupport"]),
  Room(
    name: "SimpleFeaturesTests", kind: .tests,
    inside: ["JSONText", "SimpleFeatures", "TestSupport"]),
  Room(
    name: "RecordsTests", kind: .tests,
    inside: ["JSONText", "Records", "SimpleFeatures", "TestSupport"]),
  Room(
    name: "TopologyTests", kind: .tests,
    inside: ["SimpleFeatures", "TestSupport", "Topology"]),
  Room(
    name: "SpatialIndexTests", kind: .tests,
    inside: ["SimpleFeatures", "SpatialIndex", "TestSupport"]),
  Room(
    name: "GazetteerTests", kind: .tests,
    inside: ["Gazetteer", "Records", "SimpleFeatures", "TestSupport"]),
  Room(
    name: "AssessmentTests", kind: .tests, inside: ["Assessment", "Records", "TestSupport"]),
  Room(
    name: "QueryLanguageTests", kind: .tests,
    inside: ["JSONText", "QueryLanguage", "Records", "SimpleFeatures", "TestSupport"]),
  Room(
    name: "TilesTests", kind: .tests,
    inside: ["Compression", "JSONText", "SimpleFeatures", "TestSupport", "Tiles", "Topology"]),
  Room(
    name: "InquiryTests", kind: .tests,
    inside: ["Inquiry", "QueryLanguage", "Records", "SimpleFeatures", "TestSupport"]),
  Room(
    name: "DistrictingTests", kind: .tests,
    inside: ["Districting", "Records", "SimpleFeatures", "TestSupport", "Topology"]),
  Room(
    name: "AtlasTests", kind: .tests,
    inside: [
      "Assessment", "Atlas", "Districting", "Gazetteer", "Inquiry", "Interchange",
      "QueryLanguage", "Records", "SimpleFeatures", "TestSupport", "Topology",
    ]),
  Room(
    name: "LedgerTests", kind: .tests,
    inside: ["JSONText", "Ledger", "Records", "SimpleFeatures", "TestSupport"],
    outside: [grdb]),
  Room(
    name: "InterchangeTests", kind: .tests,
    inside: [
      "Assessment", "Inquiry", "Interchange", "JSONText", "Records", "SimpleFeatures",
      "TestSupport",
    ]),
  Room(
    name: "MapRenderingTests", kind: .tests,
    inside: ["Compression", "JSONText", "MapRendering", "SimpleFeatures", "TestSupport"]),
  Room(
    name: "RegisterTests", kind: .tests,
    inside: [
      "Assessment", "Atlas", "Gazetteer", "Inquiry", "Interchange", "Ledger", "MapRendering",
      "Records", "Register", "SimpleFeatures", "TestSupport",
    ]),
  Room(
    name: "CartographyTests", kind: .tests,
    inside: [
      "Assessment", "Atlas", "Cartography", "Compression", "Gazetteer", "Inquiry", "Interchange",
      "JSONText", "Ledger", "MapRendering", "QueryLanguage", "Records", "Register",
      "SimpleFeatures", "TestSupport", "Tiles",
    ]),
  Room(
    name: "WebServiceTests", kind: .tests,
    inside: [
      "Assessment", "Cartography", "Compression", "Gazetteer", "Inquiry", "Interchange", "JSONText",
      "Ledger", "MapRendering", "QueryLanguage", "Records", "Register", "SimpleFeatures",
      "TestSupport", "Tiles", "WebService",
    ],
    outside: [
      httpTypes, hummingbird, hummingbirdTesting, logging, nioCore, nioEmbedded, nioHTTPTypes,
      serviceLifecycle,
    ]),
  Room(
    name: "MapViewerTests", kind: .tests,
    inside: [
      "Assessment", "Cartography", "Gazetteer", "Inquiry", "Interchange", "Ledger",
      "MapRendering", "MapViewer", "QueryLanguage", "Records", "Register", "SimpleFeatures",
      "TestSupport",
    ]),
  Room(
    name: "CommandLineToolTests", kind: .tests,
    inside: [
      "Assessment", "CommandLineTool", "Inquiry", "JSONText", "MapRendering", "Records",
      "Register", "SimpleFeatures", "TestSupport", "Tiles",
    ],
    outside: [argumentParser]),
  Room(
    name: "EndToEndTests", kind: .tests, inside: ["JSONText", "TestSupport", "sijil"]),
]

let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path

/// The folder that holds a room's sources.
func folder(of room: Room) -> String {
  room.kind == .tests || room.kind == .support ? "Tests/\(room.name)" : "Sources/\(room.name)"
}

let built = rooms.filter { FileManager.default.fileExists(atPath: "\(root)/\(folder(of: $0))") }

/// The rooms asked for by `SIJIL_ONLY` with all they stand on, or the whole house.
func chosenRooms() -> [Room] {
  guard let only = Context.environment["SIJIL_ONLY"], !only.isEmpty else { return built }
  var names = Set<String>()
  var open = only.split(separator: ",").map(String.init)
  open += open.map { "\($0)Tests" }
  while let name = open.popLast() {
    guard let room = built.first(where: { $0.name == name }), names.insert(name).inserted else {
      continue
    }
    open += room.inside
  }
  return built.filter { names.contains($0.name) }
}

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

func target(for room: Room, among names: Set<String>) -> Target {
  let dependencies =
    room.inside.filter(names.contains).map { Target.Dependency.byName(name: $0) }
    + room.outside.map { .product(name: $0.product, package: $0.package) }
  let swiftSettings = settings + (room.strictMemorySafety ? [.strictMemorySafety()] : [])
  switch room.kind {
  case .system:
    return .systemLibrary(
      name: room.name, path: folder(of: room), pkgConfig: room.system?.library,
      providers: room.system.map { [.apt([$0.debian])] })
  case .data:
    return .target(name: room.name, path: folder(of: room))
  case .executable:
    return .executableTarget(
      name: room.name, dependencies: dependencies, path: folder(of: room),
      swiftSettings: swiftSettings)
  case .library, .support:
    return .target(
      name: room.name, dependencies: dependencies, path: folder(of: room),
      resources: room.resources, swiftSettings: swiftSettings)
  case .tests:
    return .testTarget(
      name: room.name, dependencies: dependencies, path: folder(of: room),
      exclude: ["Goldens", "Images/Goldens", "Pages/Goldens"].filter {
        FileManager.default.fileExists(atPath: "\(root)/\(folder(of: room))/\($0)")
      },
      swiftSettings: swiftSettings)
  }
}

let chosen = chosenRooms()
let chosenNames = Set(chosen.map(\.name))
var packages: [String: Outside] = [:]
for outside in chosen.flatMap(\.outside) { packages[outside.package] = outside }

let package = Package(
  name: "sijil",
  platforms: [.macOS(.v15)],
  products: chosen.filter { $0.kind == .library }
    .map { .library(name: $0.name, targets: [$0.name]) },
  dependencies: packages.values.sorted { $0.package < $1.package }
    .map { .package(url: $0.url, from: $0.version) },
  targets: chosen.map { target(for: $0, among: chosenNames) },
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
