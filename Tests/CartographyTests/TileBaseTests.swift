import Compression
import Foundation
import JSONText
import SimpleFeatures
import TestSupport
import Testing
import Tiles

@testable import Cartography

/// Which tiles are found, and what is refused.
struct TileBaseTests {
  private var committed: [UInt8] {
    get throws {
      Array(try Data(contentsOf: Repository.root.appending(path: "tiles/mosul.pmtiles")))
    }
  }

  @Test func `the built-in bytes are those of the file in tiles`() throws {
    let reader = BuiltInTiles()
    #expect(try reader.bytes(in: 0..<reader.byteCount) == committed)
    #expect(throws: TilesError.archive(.endsEarly, offset: 1)) {
      try reader.bytes(in: 1..<reader.byteCount + 1)
    }
  }

  @Test func `nothing named and nothing found leaves the built-in tiles`() async throws {
    try await withFolder { folder in
      for missing in [folder, "\(folder)/tiles"] {
        let base = try TileBase.lookup(folder: missing)
        #expect(base.origin == .builtIn && base.path == nil && base.name == "built in")
        #expect(base.schema == .sijil && base.zooms == 0...14 && base.notes.isEmpty)
        #expect(base.attribution.contains("Who's On First"))
      }
    }
  }

  @Test func `an option comes before the environment, and both before the folder`() async throws {
    try await withFolder { folder in
      let extract = TileExtract.openMapTiles
      for name in ["option", "environment", "tiles/found"] {
        try write(try extract.archive(), to: "\(folder)/\(name).pmtiles")
      }
      let (option, environment) = ("\(folder)/option.pmtiles", "\(folder)/environment.pmtiles")
      let found = "\(folder)/tiles"
      #expect(
        try TileBase.lookup(option: option, environment: environment, folder: found).path == option)
      let second = try TileBase.lookup(environment: environment, folder: found)
      #expect(second.path == environment && second.origin == .named)
      let third = try TileBase.lookup(environment: "", folder: found)
      #expect(third.path == "\(found)/found.pmtiles" && third.origin == .found)
    }
  }

  @Test func `a user's archive comes before ours, by name, and archives before a tree`()
    async throws
  {
    try await withFolder { folder in
      let extract = TileExtract.protomaps(version: 4)
      for (address, bytes) in try extract.tiles() {
        try write(bytes, to: "\(folder)/\(address).mvt")
      }
      try write(extract.metadata, to: "\(folder)/metadata.json")
      #expect(try TileBase.lookup(folder: folder).path == folder)
      try write(try committed, to: "\(folder)/mosul.pmtiles")
      #expect(try TileBase.lookup(folder: folder).schema == .sijil)
      for name in ["ninawa", "iraq"] {
        try write(try extract.archive(), to: "\(folder)/\(name).pmtiles")
      }
      let base = try TileBase.lookup(folder: folder)
      #expect(base.path == "\(folder)/iraq.pmtiles" && base.schema == .protomaps)
      #expect(base.attribution == "© Someone & Sons")
    }
  }

  @Test func `a tree without metadata is known by the layers of a tile`() async throws {
    try await withFolder { folder in
      for (address, bytes) in try TileExtract.openMapTiles.tiles() {
        try write(try Gzip.compress(bytes), to: "\(folder)/\(address).pbf")
      }
      let base = try TileBase(folder: folder, origin: .named)
      #expect(base.schema == .openMapTiles && base.zooms == 9...14 && base.bounds == nil)
      #expect(base.attribution.isEmpty)
    }
  }

  @Test func `named tiles that are not there are an error`() async throws {
    try await withFolder { folder in
      let missing = "\(folder)/none.pmtiles"
      for lookup in [
        { try TileBase.lookup(option: missing, folder: folder) },
        { try TileBase.lookup(environment: missing, folder: folder) },
      ] {
        let error = #expect(throws: TileBaseError.self) { try lookup() }
        #expect(error?.description == "cannot read \(missing): No such file or directory")
      }
      let error = #expect(throws: TileBaseError.self) { try TileBase.lookup(option: folder) }
      #expect(error == .noTiles(path: folder))
    }
  }

  /// Archives that break a rule, with the byte that the message must name.
  static let hostile: [(name: String, change: @Sendable ([UInt8]) -> [UInt8], says: String)] = [
    ("empty", { _ in [] }, "byte 0: the bytes end early"),
    ("text", { _ in Array("no tiles at all".utf8) }, "byte "),
    ("cut", { Array($0.prefix(200)) }, "byte "),
    ("short", { Array($0.dropLast()) }, "the tiles section leads beyond the file"),
    ("version", { $0.replacing(byte: 7, with: 4) }, "version 4 is not 3"),
    ("brotli", { $0.replacing(byte: 97, with: 3) }, "byte 97: compression 3 is not read here"),
    ("pictures", { $0.replacing(byte: 99, with: 2) }, "the tiles are no vector tiles"),
    ("root", { $0.replacing(byte: 130, with: $0[130] ^ 0x55) }, "byte 127"),
  ]

  @Test(arguments: hostile.indices)
  func `a broken archive is refused with file and byte when named, else noted`(
    index: Int
  ) async throws {
    let case_ = Self.hostile[index]
    try await withFolder { folder in
      let path = "\(folder)/\(case_.name).pmtiles"
      try write(case_.change(try TileExtract.openMapTiles.archive()), to: path)
      let error = #expect(throws: TileBaseError.self) { try TileBase.lookup(option: path) }
      let text = try #require(error).description
      #expect(text.hasPrefix("\(path): ") && text.contains(case_.says), "\(text)")
      #expect(!text.contains("\n"))
      let base = try TileBase.lookup(folder: folder)
      #expect(base.origin == .builtIn && base.notes == ["tiles not used: \(text)"])
    }
  }

  @Test func `tiles of an unknown schema are refused with their layers`() async throws {
    try await withFolder { folder in
      let path = "\(folder)/other.pmtiles"
      var extract = TileExtract.openMapTiles
      extract.layers = ["roofs", "trees"]
      try write(try extract.archive(), to: path)
      let error = #expect(throws: TileBaseError.self) { try TileBase.lookup(option: path) }
      #expect(error == .unknownSchema(path: path, layers: ["roofs", "trees"]))
    }
  }

  @Test func `metadata that is no JSON is refused`() async throws {
    try await withFolder { folder in
      try write(Array("{".utf8), to: "\(folder)/metadata.json")
      try write([], to: "\(folder)/3/1/1.mvt")
      let error = #expect(throws: TileBaseError.self) { try TileBase.lookup(option: folder) }
      #expect(error?.description.hasPrefix("\(folder)/metadata.json: archive, byte 0") == true)
    }
  }

  @Test func `tiles are handed out packed, and equal whatever they come from`() async throws {
    let extract = TileExtract.openMapTiles
    let tiles = try extract.tiles()
    try await withFolder { folder in
      for (address, bytes) in tiles { try write(bytes, to: "\(folder)/\(address).mvt") }
      let bases = [
        try TileBase(archive: MemoryReader(try extract.archive()), path: "a", origin: .named),
        try TileBase(folder: folder, origin: .named),
      ]
      for base in bases {
        for (address, bytes) in tiles {
          let packed = try #require(try base.storedTile(address))
          #expect(try Gzip.decompress(packed, limit: 1 << 20) == bytes)
        }
        let none = try #require(TileAddress(zoom: 14, x: 0, y: 0))
        #expect(try base.storedTile(none) == nil)
      }
    }
  }

  @Test func `TileJSON tells where tiles are and what is in them`() throws {
    let document = try TileBase.builtIn().tileJSON(template: "http://h/tiles/{z}/{x}/{y}.mvt")
    let object = try #require(try JSONValue(parsing: document).object)
    #expect(object["tilejson"]?.string == "3.0.0" && object["scheme"]?.string == "xyz")
    #expect(object["tiles"]?.array?.map(\.string) == ["http://h/tiles/{z}/{x}/{y}.mvt"])
    #expect(object["minzoom"]?.integer == 0 && object["maxzoom"]?.integer == 14)
    #expect(
      object["bounds"]?.array?.compactMap(\.double) == [42.8233, 36.240062, 43.29526, 36.6303])
    #expect(object["vector_layers"]?.array?.count == BasemapLayer.allCases.count)
    #expect(object["attribution"]?.string?.isEmpty == false)
    let extract = try TileBase(
      archive: MemoryReader(try TileExtract.openMapTiles.archive()), path: "a", origin: .named)
    let other = try JSONValue(parsing: extract.tileJSON(template: "x")).object
    #expect(other?["attribution"]?.string == TileExtract.openMapTiles.attribution)
    #expect(other?["name"] == nil && other?["minzoom"]?.integer == 9)
  }

  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("<b>a</b> &amp; b", "a & b"),
    ("<a href=\"x>y\">© A</a>", "y\">© A"), ("a\n\t b", "a b"), ("1 < 2", "1"),
    ("&amp;lt;", "&lt;"), ("&copy; A &lt;b&gt;", "© A <b>"),
  ])
  func `an attribution is shown without markup`(written: String, shown: String) {
    #expect(TileAttribution.plain(written) == shown)
  }

  @Test func `an attribution is a line, not a page`() {
    #expect(TileAttribution.plain(String(repeating: "a", count: 500)).count == 400)
  }
}

extension [UInt8] {
  fileprivate func replacing(byte index: Int, with value: UInt8) -> [UInt8] {
    var copy = self
    copy[index] = value
    return copy
  }
}
