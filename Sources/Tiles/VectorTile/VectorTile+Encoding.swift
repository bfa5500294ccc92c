extension VectorTile {
  /// Writes the tile.
  ///
  /// Equal tiles give equal bytes: fields in the order of their numbers, keys and values in the
  /// order of their first use, each once.
  ///
  /// - Returns: The message, not compressed.
  /// - Throws: ``TilesError/unwritable(_:layer:feature:)`` for what no reader may accept.
  /// - Complexity: O(*n*), *n* points and properties.
  public func encoded() throws(TilesError) -> [UInt8] {
    var writer = ProtobufWriter()
    var names: Set<String> = []
    for layer in layers {
      guard names.insert(layer.name).inserted else {
        throw .unwritable(.duplicateLayerName(layer.name), layer: layer.name, feature: nil)
      }
      writer.content(try layer.encoded(), field: LayerField.tileLayer)
    }
    return writer.bytes
  }
}

extension VectorTile.Layer {
  fileprivate func encoded() throws(TilesError) -> [UInt8] {
    guard (1...2).contains(version) else {
      throw .unwritable(.unsupportedVersion(version), layer: name, feature: nil)
    }
    guard extent > 0 else { throw .unwritable(.zeroExtent, layer: name, feature: nil) }
    var writer = ProtobufWriter()
    writer.content(name.utf8, field: LayerField.name)
    var keys = DistinctTexts()
    var values = DistinctTexts()
    for (index, feature) in features.enumerated() {
      do {
        let bytes = try feature.encoded(&keys, &values, holdsWinding: version > 1)
        writer.content(bytes, field: LayerField.feature)
      } catch {
        throw .unwritable(error, layer: name, feature: index)
      }
    }
    for key in keys.all { writer.content(key, field: LayerField.key) }
    for value in values.all { writer.content(value, field: LayerField.value) }
    writer.varint(UInt64(extent), field: LayerField.extent)
    writer.varint(UInt64(version), field: LayerField.version)
    return writer.bytes
  }
}

/// Texts or values by their bytes, each once, in the order of first use.
///
/// Bytes tell 0 from −0 and find a NaN again.
private struct DistinctTexts {
  private(set) var all: [[UInt8]] = []
  private var indices: [[UInt8]: UInt32] = [:]

  mutating func index(of bytes: [UInt8]) -> UInt32 {
    if let index = indices[bytes] { return index }
    let index = UInt32(clamping: all.count)
    indices[bytes] = index
    all.append(bytes)
    return index
  }
}

extension VectorTile.Feature {
  fileprivate func encoded(
    _ keys: inout DistinctTexts, _ values: inout DistinctTexts, holdsWinding: Bool
  ) throws(VectorTileFault) -> [UInt8] {
    var writer = ProtobufWriter()
    if let id { writer.varint(id, field: FeatureField.id) }
    var tags: [UInt32] = []
    var seen: Set<String> = []
    for property in properties {
      guard seen.insert(property.key).inserted else { throw .duplicateKey(property.key) }
      tags.append(keys.index(of: Array(property.key.utf8)))
      tags.append(values.index(of: property.value.encoded))
    }
    if !tags.isEmpty { writer.packed(tags, field: FeatureField.tags) }
    writer.varint(geometry.typeNumber, field: FeatureField.type)
    let integers = try geometry.commandIntegers()
    // What is written must be read again: the reader's own rules are the check.
    var decoder = GeometryDecoder(integers, holdsWinding: holdsWinding)
    let read = try decoder.geometry(ofType: geometry.typeNumber)
    guard read == geometry || !holdsWinding else { throw .wrongWinding }
    writer.packed(integers, field: FeatureField.geometry)
    return writer.bytes
  }
}

extension TileGeometry {
  /// The number of the type: 0 unknown, 1 points, 2 lines, 3 polygons.
  var typeNumber: UInt64 {
    switch self {
    case .unknown: 0
    case .points: 1
    case .lines: 2
    case .polygons: 3
    }
  }

  /// The commands that draw the geometry.
  func commandIntegers() throws(VectorTileFault) -> [UInt32] {
    var commands = CommandWriter()
    switch self {
    case .points(let points): try commands.draw(.moveTo, points[...])
    case .lines(let lines):
      for line in lines { try commands.path(line) }
    case .polygons(let polygons):
      for polygon in polygons {
        for ring in [polygon.exteriorRing] + polygon.interiorRings {
          try commands.path(ring)
          try commands.draw(.closePath, [])
        }
      }
    case .unknown(let integers): return integers
    }
    return commands.integers
  }
}

/// Writes commands relative to where the last one ended.
private struct CommandWriter {
  private(set) var integers: [UInt32] = []
  private var x: Int64 = 0
  private var y: Int64 = 0

  mutating func path(_ points: [TilePoint]) throws(VectorTileFault) {
    try draw(.moveTo, points.prefix(1))
    try draw(.lineTo, points.dropFirst())
  }

  mutating func draw(
    _ command: TileCommand, _ points: ArraySlice<TilePoint>
  ) throws(VectorTileFault) {
    let count = command == .closePath ? 1 : points.count
    guard count < 1 << 29 else { throw .numberTooLarge(UInt64(count)) }
    integers.append(UInt32(count) << 3 | command.rawValue)
    for point in points {
      integers.append(try parameter(Int64(point.x) - x))
      integers.append(try parameter(Int64(point.y) - y))
      (x, y) = (Int64(point.x), Int64(point.y))
    }
  }

  private func parameter(_ delta: Int64) throws(VectorTileFault) -> UInt32 {
    guard delta.magnitude <= UInt64(Int32.max) else { throw .pointOutOfRange }
    return UInt32(truncatingIfNeeded: ProtobufWriter.zigzag(delta))
  }
}
