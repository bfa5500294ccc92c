import Foundation
import Gazetteer
import Records
import SimpleFeatures
import TestSupport

/// Places read from a table by a plain splitter of our own, so that the gazetteer's tests stand on
/// no reader of the product.
enum PlaceTable {
  /// The project's own places.
  static let ours: [Place] = places(at: Repository.data.appending(path: "places.csv")) { row in
    place(
      id: row["id"], kind: row["kind"], names: [row["name_en"], row["name_ar"]],
      variants: row["variants"], bank: row["bank"], parent: row["parent"],
      longitude: row["longitude"], latitude: row["latitude"], hasArea: row["origin"] != "unknown")
  }

  /// The districts of the shared material, or none where it is absent.
  static let sharedDistricts: [Place] = shared("mosul-districts.csv") { row in
    place(
      id: row["id"], kind: "district", names: [row["name_en"], row["name_ar"]],
      variants: row["variants"], bank: row["bank"], parent: row["parent_id"],
      longitude: row["lon"], latitude: row["lat"])
  }

  /// The 21,675 places of Iraq, or none where the shared material is absent.
  static let iraq: [Place] = shared("iraq-places-whosonfirst.csv") { row in
    place(
      id: row["wof_id"], kind: row["placetype"], names: [row["name"], row["name_ar"]],
      variants: row["variants"], bank: nil, parent: nil, longitude: row["lon"],
      latitude: row["lat"])
  }

  private static let middleOfMosul = [(43.1, 36.3), (43.2, 36.3), (43.2, 36.4), (43.1, 36.3)]
    .map { Position(longitude: $0.0, latitude: $0.1) }

  private static func shared(
    _ name: String, _ make: ([String: String]) -> Place?
  ) -> [Place] {
    Repository.sharedData(name).map { places(at: $0, make) } ?? []
  }

  private static func places(at file: URL, _ make: ([String: String]) -> Place?) -> [Place] {
    guard let bytes = try? Data(contentsOf: file) else { return [] }
    var rows = rows(of: [UInt8](bytes))[...]
    let header = rows.popFirst() ?? []
    return rows.compactMap { row in
      make(Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first }))
    }
  }

  private static func place(
    id: String?, kind: String?, names: [String?], variants: String?, bank: String?,
    parent: String?, longitude: String?, latitude: String?, hasArea: Bool = false
  ) -> Place? {
    guard let id = PlaceID(id ?? "") else { return nil }
    let primary = names.compactMap { $0 }.filter { !$0.isEmpty }.map { PlaceName($0) }
    let others = (variants ?? "").split(separator: "|").map {
      PlaceName(String($0), kind: .variant)
    }
    var location: PlaceLocation?
    if let longitude = Double(longitude ?? ""), let latitude = Double(latitude ?? "") {
      location = PlaceLocation(
        geometry: .point(Position(longitude: longitude, latitude: latitude)),
        origin: .publishedPoint, precisionMeters: 400, isApproximate: false, source: "table")
    } else if hasArea {
      location = PlaceLocation(
        geometry: .polygon(Polygon(exteriorRing: LinearRing(middleOfMosul))), origin: .approximate,
        precisionMeters: 400, isApproximate: true, source: "stands for the area's own shape")
    }
    return Place(
      id: id, kind: PlaceKind(code: kind ?? "") ?? .other, names: primary + others,
      parent: PlaceID(parent ?? ""), bank: Bank(code: bank ?? "") ?? .unknown,
      location: location)
  }

  /// Splits RFC 4180 text into rows of cells.
  private static func rows(of bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    func endCell() {
      row.append(String(decoding: cell, as: UTF8.self))
      cell.removeAll()
    }
    for byte in bytes where byte != UInt8(ascii: "\r") {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ","), !isQuoted {
        endCell()
      } else if byte == UInt8(ascii: "\n"), !isQuoted {
        endCell()
        rows.append(row)
        row = []
      } else {
        cell.append(byte)
      }
    }
    return rows
  }
}
