extension VectorTile {
  /// Reads a tile.
  ///
  /// Every rule that the specification states with "must" is held; what it leaves open is passed
  /// over: unknown fields, features of an unknown geometry type (kept by their commands), rings
  /// without area (kept). Rings of version 1 may run either way, as that version allows.
  ///
  /// - Parameter bytes: The message, not compressed.
  /// - Throws: ``TilesError/vectorTile(_:offset:)`` with the rule and the byte.
  /// - Complexity: O(*n*), *n* bytes; memory too, whatever lengths the bytes claim.
  public init(decoding bytes: [UInt8]) throws(TilesError) {
    try self.init(decoding: bytes) { _ in true }
  }

  /// Reads some layers of a tile; of the others only the frame, which names them.
  ///
  /// - Parameters:
  ///   - bytes: The message, not compressed.
  ///   - isWanted: Whether a layer of that name is read.
  /// - Throws: ``TilesError/vectorTile(_:offset:)`` with the rule and the byte.
  /// - Complexity: As ``init(decoding:)``.
  public init(
    decoding bytes: [UInt8], layers isWanted: (String) -> Bool
  ) throws(TilesError) {
    var reader = ProtobufReader(bytes, in: 0..<bytes.count)
    var names: Set<String> = []
    layers = []
    while let field = try reader.field() {
      guard field.number == LayerField.tileLayer else {
        try reader.skip(field)
        continue
      }
      try field.expect(.lengthDelimited)
      let range = try reader.content()
      if let name = try LayerParts.name(in: bytes, range), !isWanted(name) { continue }
      let layer = try LayerParts(bytes, in: range).layer(bytes)
      guard names.insert(layer.name).inserted else {
        throw .vectorTile(.duplicateLayerName(layer.name), offset: range.lowerBound)
      }
      layers.append(layer)
    }
  }
}

/// The numbers of the fields.
enum LayerField {
  static let tileLayer: UInt32 = 3
  static let name: UInt32 = 1
  static let feature: UInt32 = 2
  static let key: UInt32 = 3
  static let value: UInt32 = 4
  static let extent: UInt32 = 5
  static let version: UInt32 = 15
}

/// The numbers of a feature's fields.
enum FeatureField {
  static let id: UInt32 = 1
  static let tags: UInt32 = 2
  static let type: UInt32 = 3
  static let geometry: UInt32 = 4
}

/// A layer taken apart: its features are read when all keys and values are known.
private struct LayerParts {
  var name: String?
  var version: UInt32?
  var extent: UInt32 = 4096
  var keys: [String] = []
  var values: [VectorTile.Value] = []
  var features: [Range<Int>] = []
  let range: Range<Int>

  init(_ bytes: [UInt8], in range: Range<Int>) throws(TilesError) {
    self.range = range
    var reader = ProtobufReader(bytes, in: range)
    while let field = try reader.field() {
      switch field.number {
      case LayerField.name:
        try field.expect(.lengthDelimited)
        name = try reader.string()
      case LayerField.feature:
        try field.expect(.lengthDelimited)
        features.append(try reader.content())
      case LayerField.key:
        try field.expect(.lengthDelimited)
        keys.append(try reader.string())
      case LayerField.value:
        try field.expect(.lengthDelimited)
        values.append(try VectorTile.Value(decoding: bytes, in: try reader.content()))
      case LayerField.extent:
        try field.expect(.varint)
        extent = try reader.uint32()
      case LayerField.version:
        try field.expect(.varint)
        version = try reader.uint32()
      default: try reader.skip(field)
      }
    }
  }

  /// The name, which writers put first, without reading what follows it.
  static func name(in bytes: [UInt8], _ range: Range<Int>) throws(TilesError) -> String? {
    var reader = ProtobufReader(bytes, in: range)
    while let field = try reader.field() {
      if field.number == LayerField.name, field.wireType == .lengthDelimited {
        return try reader.string()
      }
      try reader.skip(field)
    }
    return nil
  }

  func layer(_ bytes: [UInt8]) throws(TilesError) -> VectorTile.Layer {
    guard let version else { throw .vectorTile(.missingVersion, offset: range.lowerBound) }
    guard (1...2).contains(version) else {
      throw .vectorTile(.unsupportedVersion(version), offset: range.lowerBound)
    }
    guard let name else { throw .vectorTile(.missingName, offset: range.lowerBound) }
    guard extent > 0 else { throw .vectorTile(.zeroExtent, offset: range.lowerBound) }
    var layer = VectorTile.Layer(name: name, version: version, extent: extent)
    layer.features.reserveCapacity(features.count)
    for feature in features {
      let parts = try FeatureParts(bytes, in: feature)
      layer.features.append(
        VectorTile.Feature(
          id: parts.id, properties: try properties(parts.tags, of: bytes),
          geometry: try parts.geometry(of: bytes, holdsWinding: version > 1)))
    }
    return layer
  }

  private func properties(
    _ tags: PackedIntegers, of bytes: [UInt8]
  ) throws(TilesError) -> [VectorTile.Property] {
    guard tags.values.count.isMultiple(of: 2) else {
      throw .vectorTile(
        .oddTagCount(tags.values.count), offset: tags.offset(of: tags.values.count, in: bytes))
    }
    var properties: [VectorTile.Property] = []
    properties.reserveCapacity(tags.values.count / 2)
    // Features have a handful of keys; a set is for those that claim thousands.
    var seen: Set<UInt32> = []
    let isShort = tags.values.count <= 64
    for index in stride(from: 0, to: tags.values.count, by: 2) {
      let (key, value) = (tags.values[index], tags.values[index + 1])
      guard key < keys.count else {
        throw .vectorTile(
          .tagOutOfRange(key, count: keys.count), offset: tags.offset(of: index, in: bytes))
      }
      guard value < values.count else {
        throw .vectorTile(
          .tagOutOfRange(value, count: values.count), offset: tags.offset(of: index + 1, in: bytes))
      }
      let isNew =
        isShort
        ? !stride(from: 0, to: index, by: 2).contains { tags.values[$0] == key }
        : seen.insert(key).inserted
      guard isNew else {
        throw .vectorTile(
          .duplicateKey(keys[Int(key)]), offset: tags.offset(of: index, in: bytes))
      }
      properties.append(VectorTile.Property(keys[Int(key)], values[Int(value)]))
    }
    return properties
  }
}

/// A feature taken apart.
private struct FeatureParts {
  var id: UInt64?
  var type: UInt64 = 0
  var tags = PackedIntegers()
  var commands: PackedIntegers?
  let range: Range<Int>

  init(_ bytes: [UInt8], in range: Range<Int>) throws(TilesError) {
    self.range = range
    var reader = ProtobufReader(bytes, in: range)
    while let field = try reader.field() {
      switch field.number {
      case FeatureField.id:
        try field.expect(.varint)
        id = try reader.varint()
      case FeatureField.type:
        try field.expect(.varint)
        type = try reader.varint()
        guard type <= 3 else { throw .vectorTile(.unknownGeometryType(type), offset: field.offset) }
      case FeatureField.tags: try tags.append(field, &reader)
      case FeatureField.geometry:
        var integers = commands ?? PackedIntegers()
        try integers.append(field, &reader)
        commands = integers
      default: try reader.skip(field)
      }
    }
  }

  func geometry(of bytes: [UInt8], holdsWinding: Bool) throws(TilesError) -> TileGeometry {
    guard let commands else { throw .vectorTile(.missingGeometry, offset: range.lowerBound) }
    var decoder = GeometryDecoder(commands.values, holdsWinding: holdsWinding)
    do {
      return try decoder.geometry(ofType: type)
    } catch {
      throw .vectorTile(error, offset: commands.offset(of: decoder.commandIndex, in: bytes))
    }
  }
}

/// Repeated numbers, packed in one field or not, in one piece or several, as readers must take them.
struct PackedIntegers {
  private(set) var values: [UInt32] = []
  private var pieces: [Range<Int>] = []

  mutating func append(
    _ field: ProtobufReader.Field, _ reader: inout ProtobufReader
  ) throws(TilesError) {
    guard field.wireType != .varint else {
      let start = reader.offset
      values.append(try reader.uint32())
      pieces.append(start..<reader.offset)
      return
    }
    try field.expect(.lengthDelimited)
    let range = try reader.content()
    pieces.append(range)
    // A number has a byte at least.
    values.reserveCapacity(values.count + range.count)
    var inner = ProtobufReader(reader.bytes, in: range)
    while !inner.isAtEnd { values.append(try inner.uint32()) }
  }

  /// Where a number begins; behind the last one for an index beyond it.
  func offset(of index: Int, in bytes: [UInt8]) -> Int {
    var left = index
    for piece in pieces {
      var offset = piece.lowerBound
      while offset < piece.upperBound {
        if left == 0 { return offset }
        while offset < piece.upperBound, bytes[offset] >= 0x80 { offset += 1 }
        offset += 1
        left -= 1
      }
    }
    return pieces.last?.upperBound ?? 0
  }
}
