import CTiles
public import Tiles

/// The archive that is part of the program: tiles/mosul.pmtiles as it was at the build.
///
/// Its bytes lie in read-only pages of the program and are looked at where they are; only the piece
/// asked for is copied.
public struct BuiltInTiles: RangeReader {
  /// Looks at it.
  public init() {}

  /// How many bytes there are.
  public var byteCount: UInt64 { UInt64(sijil_tiles_count()) }

  /// Some of the bytes.
  ///
  /// - Parameter range: Of them.
  /// - Returns: As many bytes as the range has.
  /// - Throws: `ArchiveFault.endsEarly` for a range beyond the end.
  public func bytes(in range: Range<UInt64>) throws(TilesError) -> [UInt8] {
    guard range.upperBound <= byteCount else {
      throw .archive(.endsEarly, offset: range.lowerBound)
    }
    let all = UnsafeBufferPointer(start: sijil_tiles_bytes(), count: sijil_tiles_count())
    return Array(all[Int(range.lowerBound)..<Int(range.upperBound)])
  }
}
