import Foundation
import JSONText
import SimpleFeatures
import TestSupport
import Testing

@testable import Tiles

/// Vector tiles against GDAL's driver, each program reading what the other wrote.
@Suite(.enabled(if: Tool.ogr2ogr != nil, "GDAL's tools are not installed"))
struct GDALTests {
  private struct Read: Equatable {
    var properties: [String: String]
    var numbers: [Int]
  }

  /// Numbers of a text of well-known geometry, in tile units, rings closed.
  private func numbers(_ text: String, in address: TileAddress) -> [Int] {
    let box = address.mercatorMeters
    let unit = (box.east - box.west) / 4_096
    let found = text.split { !"0123456789.-e".contains($0) }.compactMap { Double($0) }
    return found.enumerated().map { index, number in
      let units = index.isMultiple(of: 2) ? (number - box.west) / unit : (box.north - number) / unit
      return Int(units.rounded())
    }
  }

  private func numbers(_ geometry: TileGeometry) -> [Int] {
    let points: [TilePoint] =
      switch geometry {
      case .points(let points): points
      case .lines(let lines): lines.flatMap { $0 }
      case .polygons(let polygons):
        polygons.flatMap { [$0.exteriorRing] + $0.interiorRings }.flatMap { $0 + $0.prefix(1) }
      case .unknown: []
      }
    return points.flatMap { [Int($0.x), Int($0.y)] }
  }

  /// A layer as GDAL reads it.
  private func readByGDAL(_ file: URL, layer: String, at address: TileAddress) throws -> [Read] {
    let text = try #require(Tool.ogr2ogr).run(
      [
        "-f", "CSV", "/vsistdout/", file.path, layer, "-oo", "CLIP=NO", "-lco", "GEOMETRY=AS_WKT",
        "-lco", "SEPARATOR=TAB", "-lco", "STRING_QUOTING=IF_NEEDED",
      ], keepsWarnings: false)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    let names = (lines.popFirst() ?? "").split(separator: "\t", omittingEmptySubsequences: false)
    return lines.filter { !$0.isEmpty }.map { line in
      var read = Read(properties: [:], numbers: [])
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      for (name, cell) in zip(names, cells) where !cell.isEmpty {
        let text = cell.filter { $0 != "\"" }
        if name == "WKT" {
          read.numbers = numbers(text, in: address)
        } else {
          read.properties[String(name)] = text
        }
      }
      return read
    }
  }

  @Test func `GDAL reads what is written here`() throws {
    var generator = SeededGenerator(seed: 362)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    var compared = 0
    for _ in 0..<12 {
      var layer = VectorTile.Layer(name: "shapes")
      for number in 0..<40 {
        let geometry = generator.tileGeometry()
        if case .unknown = geometry { continue }
        layer.features.append(
          VectorTile.Feature(
            id: UInt64(number),
            properties: [
              .init("word", .string(generator.pick(["Tigris", "دجلة", "a b"]))),
              .init("whole", .int(Int64(generator.integer(in: -9...9)))),
              .init("count", .uint(UInt64(number))), .init("zigzag", .sint(-Int64(number))),
              .init("half", .double(Double(number) / 2)),
            ], geometry: geometry))
      }
      let side = 1 << 10 - 1
      let address = try #require(
        TileAddress(
          zoom: 10, x: generator.integer(in: 0...side), y: generator.integer(in: 0...side)))
      try TemporaryFolder.lend { folder in
        let file = folder.appending(path: "\(address).mvt")
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(try VectorTile(layers: [layer]).encoded()).write(to: file)
        let read = try readByGDAL(file, layer: "shapes", at: address)
        #expect(read.count == layer.features.count)
        for (theirs, ours) in zip(read, layer.features) {
          #expect(theirs.numbers == numbers(ours.geometry))
          #expect(theirs.properties["mvt_id"] == ours.id.map(String.init))
          for name in ["whole", "count", "zigzag", "word"] {
            #expect(theirs.properties[name] == plain(ours[name]), "\(name)")
          }
          #expect(theirs.properties["half"].flatMap { Double($0) } == Double(plain(ours["half"])))
          compared += 1
        }
      }
    }
    #expect(compared > 200)
  }

  private func plain(_ value: VectorTile.Value?) -> String {
    switch value {
    case .string(let text): text
    case .int(let number), .sint(let number): "\(number)"
    case .uint(let number): "\(number)"
    case .double(let number): "\(number)"
    case .float(let number): "\(number)"
    case .bool(let truth): truth ? "1" : "0"
    case nil: ""
    }
  }

  @Test func `what GDAL writes is read here`() throws {
    let features = (0..<60).map { index in
      let (x, y) = (43.0 + Double(index % 10) * 0.02, 36.3 + Double(index / 10) * 0.02)
      let corners = "[\(x),\(y)],[\(x + 0.015),\(y)],[\(x + 0.01),\(y + 0.015)],[\(x),\(y)]"
      return """
        {"type":"Feature","properties":{"n":\(index),"name":"q\(index)"},"geometry":\
        {"type":"Polygon","coordinates":[[\(corners)]]}}
        """
    }
    let collection =
      #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}"
    try TemporaryFolder.lend { folder in
      let source = folder.appending(path: "in.geojson")
      try Data(collection.utf8).write(to: source)
      let output = folder.appending(path: "out")
      _ = try #require(Tool.ogr2ogr).run([
        "-f", "MVT", output.path, source.path, "-nln", "q", "-dsco", "MINZOOM=11", "-dsco",
        "MAXZOOM=11", "-dsco", "COMPRESS=NO",
      ])
      let names = try #require(FileManager.default.enumerator(atPath: output.path))
      var (tiles, seen) = (0, Set<VectorTile.Value>())
      while let name = names.nextObject() as? String {
        guard name.hasSuffix(".pbf"), let address = TileAddress(name.dropLast(4)) else { continue }
        let file = output.appending(path: name)
        let tile = try VectorTile(decoding: Array(try Data(contentsOf: file)))
        let layer = try #require(tile.layers.first)
        #expect(layer.name == "q" && layer.extent == 4_096 && tile.layers.count == 1)
        let read = try readByGDAL(file, layer: "q", at: address)
        #expect(read.map(\.numbers) == layer.features.map { numbers($0.geometry) })
        for (theirs, ours) in zip(read, layer.features) {
          #expect(theirs.properties["name"] == plain(ours["name"]))
          seen.insert(try #require(ours["name"]))
        }
        tiles += 1
      }
      #expect(tiles > 1 && seen.count == 60)
    }
  }
}
