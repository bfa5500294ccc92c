import Atlas
import ArgumentParser
import Foundation
import Gazetteer
import Inquiry
import JSONText
import Records
import SimpleFeatures

/// The area part of a question: at most one of the flags that name one.
struct AreaOptions {
  private let options: QueryOptions

  init(_ options: QueryOptions) { self.options = options }

  /// The area asked about and the nearest asked for, by the names of one state of the register.
  func areas(on atlas: Atlas) throws -> (area: QueryArea?, nearest: NearestQuery?) {
    let named = [options.place, options.bbox, options.polygon, options.within].compactMap { $0 }
    guard named.count <= 1 else {
      throw ValidationError("use one of --in, --bbox, --polygon and --within")
    }
    if options.near == nil, options.within != nil || options.nearest != nil {
      throw ValidationError("--within and --nearest need --near")
    }
    return (try area(on: atlas), try nearest(on: atlas))
  }

  private func area(on atlas: Atlas) throws -> QueryArea? {
    if let place = options.place {
      return .place(try PlaceName(place).place(on: atlas))
    }
    if let bbox = options.bbox { return .envelope(try Parse.envelope(bbox)) }
    if let path = options.polygon { return .geometry(try polygon(at: path)) }
    if let within = options.within, let near = options.near {
      return .disc(
        center: try PlaceName(near).position(on: atlas),
        radiusMeters: try Parse.meters(within))
    }
    return nil
  }

  private func nearest(on atlas: Atlas) throws -> NearestQuery? {
    guard let near = options.near, options.within == nil else { return nil }
    let count = options.nearest ?? 10
    guard count > 0 else { throw ValidationError("--nearest must be at least 1") }
    return NearestQuery(position: try PlaceName(near).position(on: atlas), count: count)
  }

  private func polygon(at path: String) throws -> Geometry {
    let bytes: [UInt8]
    do {
      bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw CommandError.unreadable(path: path, reason: "no such file, or not readable")
    }
    do {
      let isJSON = bytes.first { !$0.isWhiteSpace } == UInt8(ascii: "{")
      return isJSON
        ? try AreaDocument(geoJSON: bytes).geometry
        : try Geometry(wkt: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw CommandError.unreadable(path: path, reason: String(describing: error))
    }
  }
}

extension UInt8 {
  fileprivate var isWhiteSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
}

/// A place as a user writes it: a position, an id or a name in any spelling.
struct PlaceName {
  let text: String

  init(_ text: String) { self.text = text }

  /// The one place meant.
  func place(on atlas: Atlas) throws -> PlaceID {
    if let id = PlaceID(text), atlas.place(id) != nil { return id }
    switch atlas.gazetteer.resolve(text, near: atlas.cityCenter) {
    case .one(let candidate):
      return candidate.id
    case .ambiguous(let candidates):
      throw CommandError.ambiguousPlace(
        name: text, candidates: candidates.map { "\($0.name.text) (\($0.id))" })
    case .knownNameUnknownPlace:
      throw CommandError.unlocatedPlace(name: text)
    case .unknown(let nearest):
      throw CommandError.unknownPlace(name: text, suggestions: nearest.map { $0.name.text })
    }
  }

  /// A position, or the middle of the place meant.
  func position(on atlas: Atlas) throws -> Position {
    if let position = try? Parse.position(text) { return position }
    let id = try place(on: atlas)
    if let point = atlas.place(id)?.location?.geometry.position { return point }
    guard let center = atlas.area(of: id)?.geometry.envelope?.center else {
      throw CommandError.unlocatedPlace(name: text)
    }
    return center
  }
}
