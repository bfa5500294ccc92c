/// The order of bytes inside a number.
public enum ByteOrder: UInt8, CaseIterable, Hashable, Sendable {
  /// Most significant byte first.
  case bigEndian = 0
  /// Least significant byte first.
  case littleEndian = 1
}

extension Geometry {
  /// Writes well-known binary.
  ///
  /// - Parameter order: The order of every number; little-endian unless told otherwise.
  /// - Returns: ISO WKB, two ordinates a position.
  /// - Complexity: O(*n*), *n* positions.
  /// - Note: Source – ISO 19125-1 §8.
  public func wkb(order: ByteOrder = .littleEndian) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16 + 16 * positionCount)
    appendWKB(to: &bytes, order: order)
    return bytes
  }

  /// Appends well-known binary to bytes, so that a header can stand before it.
  ///
  /// - Parameters:
  ///   - bytes: Where to write.
  ///   - order: The order of every number.
  public func appendWKB(to bytes: inout [UInt8], order: ByteOrder = .littleEndian) {
    var writer = WKBWriter(bytes: [], order: order)
    swap(&writer.bytes, &bytes)
    writer.write(self)
    swap(&writer.bytes, &bytes)
  }
}

/// Writes geometries into a buffer in one byte order.
struct WKBWriter {
  var bytes: [UInt8]
  let order: ByteOrder

  mutating func write(_ geometry: Geometry) {
    writeHeader(geometry.type)
    switch geometry {
    case .point(let position): write(position)
    case .lineString(let line): write(line.positions)
    case .polygon(let polygon): writeRings(of: polygon)
    case .multiPoint(let positions):
      writeCount(positions.count)
      for position in positions {
        writeHeader(.point)
        write(position)
      }
    case .multiLineString(let lines):
      writeCount(lines.count)
      for line in lines {
        writeHeader(.lineString)
        write(line.positions)
      }
    case .multiPolygon(let polygons):
      writeCount(polygons.count)
      for polygon in polygons {
        writeHeader(.polygon)
        writeRings(of: polygon)
      }
    case .geometryCollection(let parts):
      writeCount(parts.count)
      for part in parts { write(part) }
    }
  }

  private mutating func writeHeader(_ type: GeometryType) {
    bytes.append(order.rawValue)
    append(type.rawValue)
  }

  private mutating func writeRings(of polygon: Polygon) {
    guard !polygon.isEmpty else { return writeCount(0) }
    writeCount(1 + polygon.interiorRings.count)
    write(polygon.exteriorRing.positions)
    for ring in polygon.interiorRings { write(ring.positions) }
  }

  private mutating func write(_ positions: [Position]) {
    writeCount(positions.count)
    for position in positions { write(position) }
  }

  private mutating func write(_ position: Position) {
    append(position.longitude.bitPattern)
    append(position.latitude.bitPattern)
  }

  private mutating func writeCount(_ count: Int) { append(UInt32(clamping: count)) }

  private mutating func append<Word: FixedWidthInteger>(_ word: Word) {
    withUnsafeBytes(of: order == .bigEndian ? word.bigEndian : word.littleEndian) {
      bytes.append(contentsOf: $0)
    }
  }
}
