import Inquiry
import JSONText
import Records
import SimpleFeatures

/// Makes the header and the features of incidents in FlatGeobuf.
///
/// The geometry is the support: polygons, a point where it has no extent, none where no place is
/// usable. A property that is unknown is left out, which the format reads as null; lists are JSON.
struct IncidentFlatGeobuf {
  private let asOf: CivilDate?
  private var builder = FlatBufferBuilder()
  private var json = JSONWriter(reserving: 256)
  private var properties: [UInt8] = []

  init(_ page: IncidentPage) { asOf = page.query.asOf }

  /// The header of a file that can say no more yet; the envelope and the counts come later.
  static func header(_ page: IncidentPage, numberReturned: Int) -> FlatGeobufHeader {
    var header = FlatGeobufHeader(name: "incidents", columns: columns)
    var json = JSONWriter()
    json.beginObject()
    json.members(of: page, numberReturned: numberReturned)
    json.endObject()
    header.metadata = String(decoding: json.bytes, as: UTF8.self)
    return header
  }

  private static let columns = IncidentProperty.allCases.map { property in
    var column = FlatGeobufColumn(name: property.name, type: property.type.columnType)
    column.summary = property.summary
    column.isNullable = property.isNullable
    column.isUnique = property == .id
    column.isPrimaryKey = property == .id
    return column
  }

  /// Encodes one incident.
  ///
  /// - Returns: Its bytes with the size prefix, good until the next call, and its box.
  mutating func encode(_ feature: IncidentFeature) -> (bytes: [UInt8], box: FlatGeobufBox) {
    properties.removeAll(keepingCapacity: true)
    for (ordinal, property) in IncidentProperty.all.enumerated() {
      append(feature.value(of: property, asOf: asOf), column: UInt16(truncatingIfNeeded: ordinal))
    }
    let geometry = feature.support.flatMap { $0.isEmpty ? nil : $0 }
    builder.begin()
    let layout =
      geometry == nil ? FlatGeobufSchema.featureWithoutGeometry : FlatGeobufSchema.feature
    let table = builder.table(layout, linkedAt: FlatBufferBuilder.rootSlot)
    if let geometry {
      builder.geometry(
        geometry, linkedAt: table + layout[FlatGeobufSchema.Feature.geometry])
    }
    builder.vector(
      count: properties.count, elementSize: 1,
      linkedAt: table + layout[FlatGeobufSchema.Feature.properties])
    builder.append(contentsOf: properties)
    builder.finish()
    return (builder.bytes, FlatGeobufBox(of: geometry))
  }

  private mutating func append(_ value: IncidentValue, column: UInt16) {
    if value.isAbsent { return }
    append(column)
    switch value {
    case .text(let text), .code(let text): append(text: text ?? "")
    case .day(let day): append(text: day?.description ?? "")
    case .assessment(let id): append(text: id.assessmentPath(asOf: asOf))
    case .integer(let integer): append(Int64(integer ?? 0))
    case .number(let number, let decimals):
      append((number ?? 0).rounded(toDecimals: decimals).bitPattern)
    case .truth(let truth): append(truth == true ? 1 : 0 as UInt8)
    case .texts, .claims, .districts:
      json.removeAll()
      json.value(value, asOf: asOf)
      append(UInt32(truncatingIfNeeded: json.bytes.count))
      properties.append(contentsOf: json.bytes)
    }
  }

  private mutating func append(text: String) {
    append(UInt32(truncatingIfNeeded: text.utf8.count))
    properties.append(contentsOf: text.utf8)
  }

  private mutating func append<Word: FixedWidthInteger>(_ word: Word) {
    withUnsafeBytes(of: word.littleEndian) { properties.append(contentsOf: $0) }
  }
}

extension PropertyType {
  fileprivate var columnType: FlatGeobufColumn.ValueType {
    switch self {
    case .text, .day: .text
    case .integer: .int64
    case .number: .double
    case .truth: .truth
    case .list: .json
    }
  }
}

extension Double {
  /// The number that the text formats write: so many digits after the point at most.
  func rounded(toDecimals decimals: Int) -> Double {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let rounded = (self * scale).rounded() / scale
    return rounded.isFinite ? rounded : self
  }
}
