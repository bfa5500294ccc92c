import Foundation
import JSONText
import TestSupport
import Testing
import Tiles

@testable import CommandLineTool

/// Archives as folders and back, and tiles as JSON.
struct TileFolderTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "tiles-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private var basemap: String { Repository.root.appending(path: "tiles/mosul.pmtiles").path }

  private func refusal(_ folder: String) -> String {
    do {
      _ = try TileFolder(path: folder).packed()
      return "none"
    } catch {
      return "\(error)"
    }
  }

  @Test func `the basemap unpacked and packed again is the same archive`() throws {
    try withFolder { folder in
      let archive = try PMTilesArchive(FileReader(path: basemap))
      let count = try TileFolder(path: folder).unpack(archive)
      #expect(UInt64(count) == archive.header.addressedTiles)
      let again = try TileFolder(path: folder).packed()
      #expect(again.count == count)
      #expect(Data(again.bytes) == (try Data(contentsOf: URL(fileURLWithPath: basemap))))
      #expect(throws: CommandError.self) { try TileFolder(path: folder).unpack(archive) }
    }
  }

  @Test func `a folder with what is no tile is refused by name, so that none is lost`() throws {
    try withFolder { folder in
      #expect(refusal(folder).contains("metadata.json"))
      try NewFile.write(Array("{".utf8), to: "\(folder)/metadata.json")
      #expect(refusal(folder).contains("no tiles"))
      try NewFile.write([], to: "\(folder)/0/0/0.mvt")
      #expect(refusal(folder).contains("metadata.json: JSON ends early"))
      try NewFile.write(Array("{}".utf8), to: "\(folder)/metadata.json")
      #expect(refusal(folder) == "none")
      for name in ["1/2/0.mvt", "1/01/0.mvt", "notes.txt", "0/0/0.pbf", "1/0/0.mvt.bak"] {
        try NewFile.write([], to: "\(folder)/\(name)")
        #expect(refusal(folder) != "none", "\(name)")
        try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      }
      try NewFile.write([0x1A, 9], to: "\(folder)/1/0/0.mvt")
      #expect(refusal(folder).contains("1/0/0.mvt"))
      #expect(refusal(folder).contains("byte 1"))
    }
  }

  @Test func `a tile as JSON keeps every value`() throws {
    let tile = VectorTile(layers: [
      VectorTile.Layer(
        name: "a\"b",
        features: [
          VectorTile.Feature(
            id: .max,
            properties: [
              .init("n", .uint(.max)), .init("m", .int(.min)), .init("t", .bool(false)),
              .init("s", .string("\u{1}")), .init("x", .double(.nan)),
            ],
            geometry: .points([TilePoint(x: -1, y: 5)]))
        ])
    ])
    let address = try #require(TileAddress("3/1/2"))
    let expected =
      #"{"tile":"3/1/2","layers":[{"name":"a\"b","version":2,"extent":4096,"features":[{"#
      + #""id":18446744073709551615,"type":"point","geometry":[[-1,5]],"properties":{"#
      + #""n":18446744073709551615,"m":-9223372036854775808,"t":false,"s":"\u0001","x":null}}]}]}"#
    let line = VectorTileDocument.line(tile, at: address)
    #expect(String(decoding: line, as: UTF8.self) == expected + "\n")
  }
}
