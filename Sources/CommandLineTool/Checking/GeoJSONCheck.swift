import Interchange
import JSONText
import SimpleFeatures

/// Checks any stream of GeoJSON, feature by feature.
///
/// - Note: Source – RFC 7946; RFC 8142 for text sequences.
struct GeoJSONCheck {
  private let report: CheckReport
  private let geometries = GeometryCheck(wantsWinding: true)
  private var splitter = FeatureSplitter()
  private var envelope: [UInt8] = []
  /// Hashes of the identifiers met.
  private var ids: Set<Int> = []

  /// So many identifiers are compared, to bound the memory.
  static let idLimit = 1_000_000

  init(_ report: CheckReport) { self.report = report }

  /// Reads the stream to its end, or to where it cannot be read on.
  mutating func run(_ input: InputBytes) throws {
    do {
      while let piece = try input.next() {
        splitter.feed(piece)
        try drain()
      }
      splitter.finish()
      try drain()
    } catch let error as FeatureStreamError {
      try report.add(CheckProblem(error))
      report.notes.append("what follows was not checked")
    }
    if ids.count >= Self.idLimit {
      report.notes.append("only the first \(Self.idLimit) identifiers were compared")
    }
  }

  private mutating func drain() throws {
    while let piece = try splitter.next() {
      switch piece {
      case .opening(let bytes): envelope = bytes
      case .closing(let bytes): try checkCollection(envelope + bytes)
      case .feature(let record): try check(record)
      }
    }
  }

  /// The members round the features, which the splitter has read already.
  private func checkCollection(_ bytes: [UInt8]) throws {
    guard let object = (try? JSONValue(parsing: bytes))?.object else { return }
    try checkMembers(object, of: nil)
    for name in ["geometry", "properties", "coordinates", "geometries"]
    where object[name] != nil {
      try report.add(
        CheckProblem(
          code: .geoJSONMember, member: name, reason: "a FeatureCollection must not have it"))
    }
  }

  private mutating func check(_ record: FeatureRecord) throws {
    report.checked += 1
    func add(_ code: CheckCode, _ member: String?, _ reason: String) throws {
      try report.add(
        CheckProblem(
          code: code, feature: record.index, offset: record.offset, member: member, reason: reason))
    }
    let value: JSONValue
    do { value = try record.value() } catch { return try report.add(CheckProblem(error)) }
    let object = value.object ?? JSONObject([])
    let type = object["type"]?.string
    guard type == "Feature" else {
      // A geometry on its own is GeoJSON too; outside a collection it may stand for a feature.
      if splitter.framing != .collection, type.flatMap(GeometryType.init(geoJSONName:)) != nil {
        return try checkGeometry(value, in: record, member: "")
      }
      let found = type.map { "the type \($0.debugDescription)" } ?? "no type"
      return try add(.geoJSONType, "type", "found \(found), wanted Feature")
    }
    try checkMembers(object, of: record)
    try checkIdentifier(object["id"], in: record)
    for name in ["geometry", "properties"] where object[name] == nil {
      try add(.geoJSONMember, name, "a Feature must have it; null says that there is none")
    }
    if let properties = object["properties"], !properties.isNull, properties.object == nil {
      try add(.geoJSONMember, "properties", "must be an object or null")
    }
    for name in ["features", "coordinates", "geometries"] where object[name] != nil {
      try add(.geoJSONMember, name, "a Feature must not have it")
    }
    if let geometry = object["geometry"], !geometry.isNull {
      try checkGeometry(geometry, in: record, member: "geometry")
    }
  }

  /// `crs` and `bbox` of a collection or a feature.
  private func checkMembers(_ object: JSONObject, of record: FeatureRecord?) throws {
    func add(_ code: CheckCode, _ member: String, _ reason: String) throws {
      try report.add(
        CheckProblem(
          code: code, feature: record?.index, offset: record?.offset, member: member,
          reason: reason))
    }
    if object["crs"] != nil {
      try add(.geoJSONReferenceSystem, "crs", "GeoJSON is always CRS84: leave the member out")
    }
    guard let box = object["bbox"] else { return }
    let numbers = box.array?.compactMap(\.double) ?? []
    guard numbers.count == box.array?.count, numbers.count == 4 || numbers.count == 6 else {
      return try add(.geoJSONBox, "bbox", "wanted four or six numbers")
    }
    let half = numbers.count / 2
    guard (-90...90).contains(numbers[1]), (-90...90).contains(numbers[half + 1]),
      numbers[1] <= numbers[half + 1], (-180...180).contains(numbers[0]),
      (-180...180).contains(numbers[half])
    else { return try add(.geoJSONBox, "bbox", "wanted west, south, east, north in degrees") }
  }

  private mutating func checkIdentifier(_ id: JSONValue?, in record: FeatureRecord) throws {
    guard let id else { return }
    func add(_ code: CheckCode, _ reason: String) throws {
      try report.add(
        CheckProblem(
          code: code, feature: record.index, offset: record.offset, member: "id", reason: reason))
    }
    guard id.string != nil || id.double != nil else {
      return try add(.geoJSONIDType, "must be a string or a number")
    }
    guard ids.count < Self.idLimit else { return }
    if !ids.insert(id.hashValue).inserted {
      var writer = JSONWriter()
      writer.value(id)
      let text = String(decoding: writer.bytes.prefix(80), as: UTF8.self)
      try add(.geoJSONIDRepeated, "an earlier feature has the id \(text) too")
    }
  }

  private func checkGeometry(_ value: JSONValue, in record: FeatureRecord, member: String) throws {
    func add(_ code: CheckCode, _ member: String, _ reason: String) throws {
      try report.add(
        CheckProblem(
          code: code, feature: record.index, offset: record.offset, member: member, reason: reason))
    }
    let geometry: Geometry
    do {
      geometry = try Geometry(geoJSON: value, altitude: .dropped)
    } catch .refused(let fault, let location) {
      let path = "\(location)" == "its root" ? "" : "\(location)"
      let place = [member, path].filter { !$0.isEmpty }.joined(separator: ".")
      return try add(CheckCode(fault), place, "\(fault)")
    } catch {
      return try add(.geometryForm, member, "\(error)")
    }
    for problem in geometries.problems(of: geometry) {
      try add(problem.code, member, problem.reason)
    }
  }
}

extension CheckProblem {
  /// What stops a stream, or one of its features, from being read.
  init(_ error: FeatureStreamError) {
    switch error {
    case .json(let fault, let feature):
      self.init(code: CheckCode(fault), feature: feature, offset: fault.offset, reason: "\(fault)")
    case .notAFeature(let found, let feature, let offset):
      self.init(
        code: .geoJSONType, feature: feature, offset: offset,
        reason: "found \(found.debugDescription), wanted Feature")
    case .notACollection(let found):
      self.init(code: .geoJSONType, member: "type", reason: "found \(found.debugDescription)")
    case .unexpectedEnd(let offset), .unexpectedByte(_, let offset), .tooLong(_, let offset):
      self.init(code: .geoJSONStream, offset: offset, reason: "\(error)")
    }
  }
}

extension CheckCode {
  /// The code of a fault of JSON.
  init(_ fault: JSONTextError) {
    switch fault {
    case .duplicateName: self = .jsonDuplicateName
    case .notUTF8: self = .jsonNotUTF8
    default: self = .jsonSyntax
    }
  }
}
