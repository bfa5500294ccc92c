import Foundation
import MapRendering
import SimpleFeatures
import TestSupport

/// A scene from the shared data, for looking at real output; absent where the data is.
enum MosulScene {
  /// Whether the shared data is beside the checkout.
  static let isPresent = Repository.sharedData("mosul-districts.csv") != nil

  /// The built-up outline's box.
  static let city = Envelope(west: 43.02, south: 36.28, east: 43.25, north: 36.42)
  /// The box of the Old City with the bridges.
  static let oldCity = Envelope(west: 43.112, south: 36.328, east: 43.165, north: 36.36)

  /// Loads the whole scene.
  static func load() throws -> MapScene {
    let incidents = try rows("incidents-mosul.csv")
    return MapScene(
      caption: caption(incidents.count), areas: try areas(), lines: try lines(),
      bridges: try bridges(), places: try places(), symbolClasses: classes,
      symbols: symbols(incidents))
  }

  static let classes: [MapSymbolClass] = [
    MapSymbolClass(
      id: 0, rank: 0, ascii: UInt8(ascii: "@"), unicode: "◉", colour: .vermillion,
      word: "confirmed"),
    MapSymbolClass(
      id: 1, rank: 1, ascii: UInt8(ascii: "#"), unicode: "◼", colour: .orange, word: "fair"),
    MapSymbolClass(
      id: 2, rank: 2, ascii: UInt8(ascii: "o"), unicode: "▴", colour: .yellow, word: "weak"),
    MapSymbolClass(
      id: 3, rank: 3, ascii: UInt8(ascii: "%"), unicode: "❖", colour: .reddishPurple,
      word: "contested"),
    MapSymbolClass(
      id: 4, rank: 4, ascii: UInt8(ascii: "x"), unicode: "✕", colour: .skyBlue,
      word: "discounted"),
    MapSymbolClass(
      id: 5, rank: 5, ascii: UInt8(ascii: "*"), unicode: "✱", colour: .neutral,
      word: "not graded"),
  ]

  private static func caption(_ total: Int) -> MapCaption {
    MapCaption(
      title: "Mosul · civilian harm incidents", asOf: "as of 2026-11-22", noun: "incidents",
      total: total,
      notes: ["the others are known only to a larger area, a name, or no place"],
      features: [
        .water: "Tigris", .bridge: "bridge", .approximateBoundary: "approximate boundary",
      ],
      weights: [
        .light: "to 9 killed, or no figure", .medium: "10-49", .heavy: "50-99", .extreme: "100+",
      ],
      attribution: "data: Airwars, UN, press; district cells computed, not boundaries",
      hints: ["closer: sijil map \"Old City\"", "GeoJSON: sijil export --in \"Old City\""])
  }

  private static func areas() throws -> [MapArea] {
    var areas: [MapArea] = []
    for feature in try features("mosul-districts-voronoi-approx.geojson") {
      areas.append(
        MapArea(
          id: feature.id, role: .district, polygons: feature.polygons, tint: 1,
          isApproximate: true))
    }
    for feature in try features("mosul-outline.geojson") {
      areas.append(
        MapArea(
          id: feature.id, role: .settlement, polygons: feature.polygons, isApproximate: true))
    }
    for feature in try features("mosul-approx-areas.geojson") {
      areas.append(
        MapArea(
          id: feature.id, role: .enclosure, polygons: feature.polygons, isApproximate: true))
    }
    for feature in try features("tigris.geojson") where feature.id == "tigris-banks-approx" {
      areas.append(MapArea(id: feature.id, role: .water, polygons: feature.polygons))
    }
    return areas
  }

  private static func lines() throws -> [MapLine] {
    try features("tigris.geojson").filter { $0.id == "tigris-centreline-approx" }
      .map { MapLine(id: $0.id, role: .river, paths: $0.paths, isApproximate: true) }
  }

  private static func bridges() throws -> [MapBridge] {
    try rows("mosul-landmarks.csv").filter { $0["kind"] == "bridge" }.compactMap { row in
      position(row).map { MapBridge(id: row["id"] ?? "", position: $0) }
    }
  }

  private static func places() throws -> [MapPlace] {
    var places: [MapPlace] = []
    for row in try rows("mosul-districts.csv") {
      guard let position = position(row), let id = row["id"], let name = row["name_en"] else {
        continue
      }
      let bare = name.hasPrefix("al-") ? String(name.dropFirst(3)) : name
      places.append(
        MapPlace(
          id: id,
          rank: ["old-city", "mosul-al-jadida"].contains(id)
            ? 1 : row["parent_id"]?.isEmpty == false ? 3 : 2,
          position: position,
          name: bare,
          shortName: id == "old-city" ? "Old City" : nil,
          areaID: id == "old-city" ? "old-city-approx" : id))
    }
    for (index, row) in try rows("mosul-landmarks.csv").filter({ $0["kind"] == "bridge" })
      .enumerated()
    {
      guard let position = position(row), let id = row["id"], let name = row["name_en"] else {
        continue
      }
      places.append(
        MapPlace(
          id: id, rank: 0, order: index, role: .point, position: position, name: name,
          code: "B\(index + 1)"))
    }
    return places
  }

  private static func symbols(_ incidents: [[String: String]]) -> [MapSymbol] {
    let grades = ["Confirmed", "Fair", "Weak", "Contested", "Discounted"]
    return incidents.compactMap { row in
      guard let position = position(row), let precision = Double(row["precision_m"] ?? ""),
        precision <= 2000
      else { return nil }
      let killed = Int(row["killed_max"] ?? "") ?? 0
      let weight: MapSymbolWeight =
        killed >= 100 ? .extreme : killed >= 50 ? .heavy : killed >= 10 ? .medium : .light
      return MapSymbol(
        id: row["id"] ?? "", position: position,
        classID: grades.firstIndex(of: row["airwars_grading"] ?? "") ?? 5, weight: weight)
    }
  }

  private static func position(_ row: [String: String]) -> Position? {
    guard let latitude = Double(row["lat"] ?? ""), let longitude = Double(row["lon"] ?? "") else {
      return nil
    }
    return Position(longitude: longitude, latitude: latitude)
  }
}

extension MosulScene {
  /// Districts whose anchor is in a picture of the city and whose cell spans six by one cells.
  static func eligibleDistricts(_ map: RenderedMap) throws -> [String] {
    // The picture is wider than the box, or higher; both give the size of a cell in degrees.
    let longitudes = city.width / Double(map.pictureSize.columns)
    let latitudes = city.height / Double(map.pictureSize.rows)
    let column = max(longitudes, latitudes * 0.5 * 1.2416)
    let row = column / 0.5 / 1.2416
    let anchors = Dictionary(
      try rows("mosul-districts.csv").compactMap { row in
        position(row).map { (row["id"] ?? "", $0) }
      }, uniquingKeysWith: { first, _ in first })
    return try features("mosul-districts-voronoi-approx.geojson").filter { feature in
      guard let anchor = anchors[feature.id],
        let positions = feature.polygons.first?.exteriorRing.positions,
        let west = positions.map(\.longitude).min(), let east = positions.map(\.longitude).max(),
        let south = positions.map(\.latitude).min(), let north = positions.map(\.latitude).max()
      else { return false }
      return east - west >= column * 6 && north - south >= row && city.covers(anchor)
    }.map(\.id)
  }

  struct SharedFeature {
    let id: String
    let polygons: [Polygon]
    let paths: [LineString]
  }

  /// The features of a GeoJSON file, read with Foundation: these are test inputs.
  static func features(_ name: String) throws -> [SharedFeature] {
    guard let file = Repository.sharedData(name),
      let root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any],
      let features = root["features"] as? [[String: Any]]
    else { return [] }
    return features.map { feature in
      let properties = feature["properties"] as? [String: Any] ?? [:]
      let geometry = feature["geometry"] as? [String: Any] ?? [:]
      let id = (properties["district_id"] ?? properties["id"]) as? String ?? ""
      var polygons: [Polygon] = []
      var paths: [LineString] = []
      switch geometry["type"] as? String {
      case "Polygon":
        polygons = [polygon(geometry["coordinates"] as? [[[Double]]] ?? [])]
      case "MultiPolygon":
        polygons = (geometry["coordinates"] as? [[[[Double]]]] ?? []).map(polygon)
      case "LineString":
        paths = [LineString(positions(geometry["coordinates"] as? [[Double]] ?? []))]
      default: break
      }
      return SharedFeature(id: id, polygons: polygons, paths: paths)
    }
  }

  private static func polygon(_ rings: [[[Double]]]) -> Polygon {
    let rings = rings.map { LinearRing(positions($0)) }
    return Polygon(
      exteriorRing: rings.first ?? LinearRing([]), interiorRings: Array(rings.dropFirst()))
  }

  private static func positions(_ pairs: [[Double]]) -> [Position] {
    pairs.compactMap { pair in
      pair.count >= 2 ? Position(longitude: pair[0], latitude: pair[1]) : nil
    }
  }

  /// The rows of a CSV file by column name.
  static func rows(_ name: String) throws -> [[String: String]] {
    guard let file = Repository.sharedData(name) else { return [] }
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    for scalar in try String(contentsOf: file, encoding: .utf8).unicodeScalars
    where scalar != "\r" {
      if scalar == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, scalar == "," || scalar == "\n" {
        record.append(field)
        field = ""
        if scalar == "\n" {
          records.append(record)
          record = []
        }
      } else {
        field.unicodeScalars.append(scalar)
      }
    }
    guard let header = records.first else { return [] }
    return records.dropFirst().filter { $0.count == header.count }.map {
      Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first })
    }
  }
}
