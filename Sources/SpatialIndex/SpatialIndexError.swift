/// Why an index cannot be built or read back.
public enum SpatialIndexError: Error, Hashable, Sendable {
  /// A box is not finite, lies outside the world, or has its south above its north.
  case invalidEnvelope(ordinal: Int)
  /// The four columns differ in length.
  case unequalColumns(counts: [Int])
  /// More items than 32-bit ordinals can name.
  case tooManyItems(count: Int)
  /// A node must hold 2…256 entries.
  case invalidNodeSize(Int)
  /// The bytes do not begin as a serialised index does.
  case notAnIndex
  /// The bytes were written by another version of the format.
  case unsupportedVersion(UInt8)
  /// The bytes carry a flag that this version does not know.
  case unknownFlags(UInt32)
  /// The bytes are shorter or longer than their header says.
  case wrongLength(expected: Int, actual: Int)
  /// An ordinal in the bytes is out of range or appears twice.
  case invalidOrdinal(slot: Int)
}

extension SpatialIndexError: CustomStringConvertible {
  /// One line: what, where, what to do.
  public var description: String {
    switch self {
    case .invalidEnvelope(let ordinal):
      "box \(ordinal) is not a box of the world: give finite degrees, ±180 and ±90, south ≤ north"
    case .unequalColumns(let counts):
      "columns of \(counts.map(String.init).joined(separator: ", ")) values: give four of one length"
    case .tooManyItems(let count):
      "\(count) items are more than one index can hold: split them below \(Int32.max)"
    case .invalidNodeSize(let size):
      "node size \(size): give 2…\(PackedRTree.largestNodeSize)"
    case .notAnIndex:
      "the bytes are not a serialised index: build it anew"
    case .unsupportedVersion(let version):
      "index format version \(version) is not \(PackedRTree.formatVersion): build it anew"
    case .unknownFlags(let flags):
      "index flags \(flags) are unknown: build it anew"
    case .wrongLength(let expected, let actual):
      "index of \(actual) bytes where its header says \(expected): build it anew"
    case .invalidOrdinal(let slot):
      "index slot \(slot) holds no valid ordinal: build it anew"
    }
  }
}
