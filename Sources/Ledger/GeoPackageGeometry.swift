import SimpleFeatures

/// The blob by which a GeoPackage keeps a geometry: a header, then well-known binary.
///
/// - Note: Source – OGC 12-128r17, GeoPackage 1.3.1, clause 2.1.3.
enum GeoPackageGeometry {
  /// EPSG 4326 with longitude first, as the format's clause 2.1.2 asks.
  static let referenceSystem: Int32 = 4326

  /// Writes a geometry; anything but a point carries its envelope.
  static func encode(_ geometry: Geometry) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64 + 16 * geometry.positionCount)
    append(geometry, to: &bytes)
    return bytes
  }

  /// Writes a geometry behind other bytes.
  static func append(_ geometry: Geometry, to bytes: inout [UInt8]) {
    let isEmpty = geometry.isEmpty
    let envelope = geometry.isPoint ? nil : geometry.envelope.map(LayerExtent.plain)
    append(magic, to: &bytes)
    bytes.append(0)
    bytes.append(littleEndian | (envelope == nil ? 0 : 1 << 1) | (isEmpty ? 1 << 4 : 0))
    append(UInt32(bitPattern: referenceSystem), to: &bytes)
    if let envelope {
      for edge in [envelope.west, envelope.east, envelope.south, envelope.north] {
        append(edge.bitPattern, to: &bytes)
      }
    }
    geometry.appendWKB(to: &bytes)
  }

  /// Reads a geometry; only our own reference system and plain geometries are taken.
  static func decode(_ bytes: [UInt8]) throws(GeoPackageGeometryError) -> Geometry {
    guard bytes.count >= 8, bytes[0] == UInt8(ascii: "G"), bytes[1] == UInt8(ascii: "P") else {
      throw .notGeoPackage
    }
    guard bytes[2] == 0 else { throw .unknownVersion(bytes[2]) }
    let flags = bytes[3]
    guard flags & 0b1110_0000 == 0 else { throw .unknownFlags(flags) }
    let system = integer(bytes[4..<8], littleEndian: flags & littleEndian != 0)
    guard system == UInt32(bitPattern: referenceSystem) else {
      throw .otherReferenceSystem(Int(Int32(bitPattern: system)))
    }
    guard let length = [0: 0, 1: 32, 2: 48, 3: 48, 4: 64][Int(flags >> 1 & 7)] else {
      throw .unknownFlags(flags)
    }
    guard bytes.count >= 8 + length else { throw .cut }
    do {
      return try Geometry(wkb: Array(bytes[(8 + length)...]))
    } catch {
      throw .badGeometry(error)
    }
  }

  private static let littleEndian: UInt8 = 1

  /// `GP` in ASCII, as little-endian bytes.
  private static let magic: UInt16 = 0x5047

  private static func append<Word: FixedWidthInteger>(_ word: Word, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private static func integer(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> UInt32 {
    var value: UInt32 = 0
    if littleEndian {
      for byte in bytes.reversed() { value = value << 8 | UInt32(byte) }
    } else {
      for byte in bytes { value = value << 8 | UInt32(byte) }
    }
    return value
  }
}

/// Why a blob is not a geometry that we keep.
enum GeoPackageGeometryError: Error, Hashable {
  case notGeoPackage
  case unknownVersion(UInt8)
  case unknownFlags(UInt8)
  case otherReferenceSystem(Int)
  case cut
  case badGeometry(SimpleFeaturesError)
}
