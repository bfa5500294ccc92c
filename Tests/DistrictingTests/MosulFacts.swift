import Districting
import Foundation
import Records
import SimpleFeatures
import TestSupport

/// The shared facts of Mosul, read for these tests alone.
struct MosulFacts {
  /// Whether the shared data sets are there.
  static var isPresent: Bool {
    [
      "mosul-districts.csv", "tigris.geojson", "mosul-outline.geojson",
      "mosul-approx-areas.geojson",
      "mosul-districts-voronoi-approx.geojson",
    ].allSatisfy { Repository.sharedData($0) != nil }
  }

  struct Missing: Error { let what: String }

  let seeds: [DistrictSeed]
  let halves: CityHalves
  let river: RiverCourse
  /// The hand-drawn outline of the Old City.
  let oldCity: Geometry
  /// The cells that another program made from the same facts.
  let reference: [PlaceID: Geometry]

  init() throws {
    seeds = try Self.table("mosul-districts.csv").compactMap { row in
      guard let id = row["id"].flatMap({ PlaceID($0) }),
        let latitude = row["lat"].flatMap({ Double(strictDecimal: $0) }),
        let longitude = row["lon"].flatMap({ Double(strictDecimal: $0) }),
        let precision = row["precision_m"].flatMap({ Double(strictDecimal: $0) })
      else { return nil }
      return DistrictSeed(
        id: id, site: .point(Position(longitude: longitude, latitude: latitude)),
        bank: row["bank"] == "left" ? .left : row["bank"] == "right" ? .right : .unknown,
        precisionMeters: precision, parent: row["parent_id"].flatMap { PlaceID($0) })
    }
    let outline = try Self.features("mosul-outline.geojson", key: "id")
    let tigris = try Self.features("tigris.geojson", key: "id")
    guard let city = outline["mosul-outline"], let water = tigris["tigris-banks-approx"],
      case .lineString(let line)? = tigris["tigris-centreline-approx"]
    else { throw Missing(what: "outline or river") }
    river = RiverCourse(centreline: line, water: water)
    halves = try CityHalves(outline: city, river: river)
    guard
      let oldCity = try Self.features("mosul-approx-areas.geojson", key: "id")["old-city-approx"]
    else { throw Missing(what: "outline of the Old City") }
    self.oldCity = oldCity
    var cells: [PlaceID: Geometry] = [:]
    for (name, shape) in try Self.features(
      "mosul-districts-voronoi-approx.geojson", key: "district_id")
    {
      if let id = PlaceID(name) { cells[id] = shape }
    }
    reference = cells
  }

  /// The seeds with the Old City known by its outline rather than its point.
  var seedsWithOldCity: [DistrictSeed] {
    seeds.map { seed in
      guard seed.id.text == "old-city" else { return seed }
      var outlined = seed
      outlined.site = .outline(oldCity, isApproximate: true)
      return outlined
    }
  }

  private static func bytes(_ name: String) throws -> Data {
    guard let file = Repository.sharedData(name) else { throw Missing(what: name) }
    return try Data(contentsOf: file)
  }

  private static func features(_ name: String, key: String) throws -> [String: Geometry] {
    let document = try JSONSerialization.jsonObject(with: bytes(name)) as? [String: Any]
    var shapes: [String: Geometry] = [:]
    for feature in document?["features"] as? [[String: Any]] ?? [] {
      guard let properties = feature["properties"] as? [String: Any],
        let id = properties[key] as? String, let geometry = feature["geometry"]
      else { throw Missing(what: "\(key) in \(name)") }
      let json = try JSONSerialization.data(withJSONObject: geometry)
      shapes[id] = try Geometry(geoJSONBytes: [UInt8](json))
    }
    return shapes
  }

  /// Rows of a comma-separated file with quoted cells, by column name.
  private static func table(_ name: String) throws -> [[String: String]] {
    let text = String(decoding: try bytes(name), as: UTF8.self)
    let rows = text.split(separator: "\n").map { cells(of: $0) }
    guard let header = rows.first else { throw Missing(what: "header of \(name)") }
    return rows.dropFirst().map {
      Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first })
    }
  }

  private static func cells(of line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line where character != "\r" {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
