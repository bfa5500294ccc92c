import JSONText
public import SimpleFeatures

/// A feature of a layer in any format: a row whose cells are text, with a geometry beside them.
public struct ForeignFeature: Sendable {
  /// Its number in the layer, counted from 1.
  public var number: Int
  /// The names of its fields.
  public var names: [String]
  /// The values as text, one for each name; `nil` where unknown.
  public var values: [String?]
  /// Where it is; `nil` when nowhere.
  public var geometry: Geometry?

  /// Makes a feature.
  ///
  /// - Parameters:
  ///   - number: Its number in the layer, counted from 1.
  ///   - names: The names of its fields, each once.
  ///   - values: The values as text, one for each name.
  ///   - geometry: Where it is.
  public init(number: Int, names: [String], values: [String?], geometry: Geometry?) {
    self.number = number
    self.names = names
    self.values = values
    self.geometry = geometry
  }

  /// The cells as those of a table's row; `nil` when a text holds a zero byte.
  var row: CSVRow? {
    var bytes: [UInt8] = []
    var cells: [Range<Int>] = []
    cells.reserveCapacity(values.count)
    for value in values {
      let start = bytes.count
      bytes.append(contentsOf: (value ?? "").utf8)
      cells.append(start..<bytes.count)
    }
    guard !bytes.contains(0) else { return nil }
    return CSVRow(line: number, bytes: bytes, cells: cells)
  }
}

extension ForeignFeature {
  /// Reads a GeoJSON feature; altitudes are dropped.
  ///
  /// The feature's own `id` stands for a property of that name where there is none.
  init(_ object: JSONObject, number: Int) throws(SimpleFeaturesError) {
    var names: [String] = []
    var values: [String?] = []
    for member in object["properties"]?.object?.members ?? [] {
      names.append(member.name)
      values.append(member.value.cellText)
    }
    if let id = object["id"]?.cellText, !names.contains("id") {
      names.append("id")
      values.append(id)
    }
    var geometry: Geometry?
    if let value = object["geometry"], !value.isNull {
      geometry = try Geometry(geoJSON: value, altitude: .dropped)
    }
    self.init(number: number, names: names, values: values, geometry: geometry)
  }

  /// Takes a FlatGeobuf feature.
  init(_ feature: FlatGeobufFeature, names: [String], number: Int) {
    self.init(
      number: number, names: names,
      values: names.indices.map { feature.properties[$0].flatMap(\.cellText) },
      geometry: feature.geometry)
  }
}

extension JSONValue {
  /// The value as a cell: lists of plain values separated by `|`, other lists and objects as JSON.
  fileprivate var cellText: String? {
    switch self {
    case .null: return nil
    case .boolean(let truth): return truth ? "true" : "false"
    case .number(let number):
      if number.integer == nil, let double = number.double { return double.cellText }
      return number.text
    case .string(let text): return text
    case .array(let elements):
      let texts = elements.compactMap { element -> String? in
        switch element {
        case .array, .object, .null: nil
        default: element.cellText
        }
      }
      if texts.count == elements.count { return texts.joined(separator: "|") }
      return jsonText
    case .object: return jsonText
    }
  }

  private var jsonText: String {
    var writer = JSONWriter()
    writer.value(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension FlatGeobufValue {
  fileprivate var cellText: String? {
    switch self {
    case .integer(let value): return String(value)
    case .natural(let value): return String(value)
    case .number(let value): return value.isFinite ? value.cellText : nil
    case .truth(let value): return value ? "true" : "false"
    case .text(let text), .dateTime(let text): return text
    case .json(let text):
      guard let value = try? JSONValue(parsing: text) else { return text }
      return value.cellText
    case .binary(let bytes):
      return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}

extension Double {
  /// The shortest digits; a whole number without a point.
  var cellText: String {
    Int(exactly: self).map { String($0) } ?? String(self)
  }
}
