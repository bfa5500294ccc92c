/// Bytes of an archive, of which any range can be asked for.
public protocol RangeReader: Sendable {
  /// How many bytes there are.
  var byteCount: UInt64 { get }

  /// Some of the bytes.
  ///
  /// - Parameter range: Within 0…``byteCount``.
  /// - Returns: As many bytes as the range has.
  /// - Throws: ``TilesError`` when they cannot be read.
  func bytes(in range: Range<UInt64>) throws(TilesError) -> [UInt8]
}

/// An archive that is in memory.
public struct MemoryReader: RangeReader {
  private let content: [UInt8]

  /// Takes the bytes of an archive.
  ///
  /// - Parameter content: All of them.
  public init(_ content: [UInt8]) { self.content = content }

  /// How many bytes there are.
  public var byteCount: UInt64 { UInt64(content.count) }

  /// Some of the bytes.
  ///
  /// - Parameter range: Of them.
  /// - Returns: As many bytes as the range has.
  /// - Throws: ``ArchiveFault/endsEarly`` for a range beyond the end.
  public func bytes(in range: Range<UInt64>) throws(TilesError) -> [UInt8] {
    guard range.upperBound <= byteCount else {
      throw .archive(.endsEarly, offset: range.lowerBound)
    }
    return Array(content[Int(range.lowerBound)..<Int(range.upperBound)])
  }
}
