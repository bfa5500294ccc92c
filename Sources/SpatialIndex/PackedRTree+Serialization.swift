/// The serialised form, little-endian:
///
/// | bytes | what |
/// |---|---|
/// | 7 | `SijilRT` |
/// | 1 | format version, 1 |
/// | 4 | node size |
/// | 4 | flags: bit 0, the items are points |
/// | 8 | count *n* |
/// | 8*n* each | wests, souths and, unless points, easts, norths (binary64 degrees) |
/// | 4*n* | ordinals |
///
/// Nodes are not stored: they follow from the items in a fraction of the time that reading them
/// would take, and what is not stored cannot contradict.
extension PackedRTree {
  /// The version of the serialised form.
  public static let formatVersion: UInt8 = 1

  private static let magic: [UInt8] = [0x53, 0x69, 0x6A, 0x69, 0x6C, 0x52, 0x54]
  private static let headerSize = 24
  private static let pointsFlag: UInt32 = 1

  /// The index as bytes, the same for the same items on every machine.
  ///
  /// - Returns: A header of 24 bytes, then 20 bytes a point or 36 a box.
  /// - Complexity: O(*n*).
  public func serialized() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.headerSize + items.values.count * 8 + count * 4)
    bytes += Self.magic
    bytes.append(Self.formatVersion)
    bytes.append(littleEndian: UInt32(truncatingIfNeeded: nodeSize))
    bytes.append(littleEndian: items.arePoints ? Self.pointsFlag : 0)
    bytes.append(littleEndian: UInt64(count))
    for value in items.values { bytes.append(littleEndian: value.bitPattern) }
    for ordinal in ordinals { bytes.append(littleEndian: UInt32(bitPattern: ordinal)) }
    return bytes
  }

  /// Reads an index back, trusting nothing: every length, box and ordinal is checked.
  ///
  /// - Parameter bytes: What ``serialized()`` gave.
  /// - Throws: ``SpatialIndexError`` naming what is wrong with the bytes.
  /// - Complexity: O(*n*).
  public init(serialized bytes: [UInt8]) throws(SpatialIndexError) {
    self = try bytes.withUnsafeBufferPointer { buffer throws(SpatialIndexError) in
      try PackedRTree(reading: UnsafeRawBufferPointer(buffer))
    }
  }

  private init(reading bytes: UnsafeRawBufferPointer) throws(SpatialIndexError) {
    guard bytes.count >= Self.headerSize, bytes.prefix(Self.magic.count).elementsEqual(Self.magic)
    else { throw .notAnIndex }
    guard bytes[Self.magic.count] == Self.formatVersion else {
      throw .unsupportedVersion(bytes[Self.magic.count])
    }
    let nodeSize = Int(bytes.littleEndian(at: 8, as: UInt32.self))
    guard nodeSize >= 2, nodeSize <= Self.largestNodeSize else { throw .invalidNodeSize(nodeSize) }
    let flags = bytes.littleEndian(at: 12, as: UInt32.self)
    guard flags & ~Self.pointsFlag == 0 else { throw .unknownFlags(flags) }
    let stored = bytes.littleEndian(at: 16, as: UInt64.self)
    guard stored <= UInt64(Int32.max) else { throw .tooManyItems(count: Int(clamping: stored)) }
    let count = Int(stored)
    let arePoints = flags == Self.pointsFlag
    let ordinalsStart = Self.headerSize + count * (arePoints ? 16 : 32)
    let expected = ordinalsStart + count * 4
    guard bytes.count == expected else {
      throw .wrongLength(expected: expected, actual: bytes.count)
    }
    let items = BoxColumns(count: count, arePoints: arePoints) { index in
      Double(
        bitPattern: bytes.littleEndian(at: Self.headerSize + index * 8, as: UInt64.self))
    }
    let survey = try items.withPointers { columns throws(SpatialIndexError) in
      try BoxSurvey(
        BoxInput(
          west: columns.west, south: columns.south, east: columns.east, north: columns.north,
          stride: 1, count: count))
    }
    self.init(
      items: items, ordinals: try Self.ordinals(count: count, in: bytes, from: ordinalsStart),
      survey: survey, nodeSize: nodeSize)
  }

  /// Reads the ordinals, each of which must appear once.
  private static func ordinals(
    count: Int, in bytes: UnsafeRawBufferPointer, from start: Int
  ) throws(SpatialIndexError) -> [Int32] {
    var isTaken = [Bool](repeating: false, count: count)
    var ordinals: [Int32] = []
    ordinals.reserveCapacity(count)
    for slot in 0..<count {
      let ordinal = Int(bytes.littleEndian(at: start + slot * 4, as: UInt32.self))
      guard ordinal < count, !isTaken[ordinal] else { throw .invalidOrdinal(slot: slot) }
      isTaken[ordinal] = true
      ordinals.append(Int32(truncatingIfNeeded: ordinal))
    }
    return ordinals
  }
}

extension BoxColumns {
  /// Fills columns value by value, column after column.
  ///
  /// - Parameters:
  ///   - count: Boxes.
  ///   - arePoints: Two columns rather than four.
  ///   - value: The value at a place among all.
  fileprivate init(count: Int, arePoints: Bool, value: (Int) -> Double) {
    self.init(count: count, arePoints: arePoints) { columns in
      for slot in 0..<count {
        columns.west[slot] = value(slot)
        columns.south[slot] = value(count + slot)
        if arePoints { continue }
        columns.east[slot] = value(2 * count + slot)
        columns.north[slot] = value(3 * count + slot)
      }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// An integer at an offset that need not be aligned; the buffer's own bounds hold in debug builds
  /// and the caller's check of the length in all.
  fileprivate func littleEndian<Value: FixedWidthInteger & BitwiseCopyable>(
    at offset: Int, as type: Value.Type
  ) -> Value {
    Value(littleEndian: loadUnaligned(fromByteOffset: offset, as: type))
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
