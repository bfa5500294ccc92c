/// Whole values in zlib form, as PNG has them.
///
/// - Note: Source – RFC 1950; the work is zlib's.
public enum Zlib {
  /// Compresses bytes.
  ///
  /// - Parameters:
  ///   - bytes: Any.
  ///   - level: 1 for fast … 9 for small.
  /// - Returns: One stream, the same for the same bytes and level; ``Gzip/decompress(_:limit:)``
  ///   reads it.
  /// - Throws: ``CompressionError``.
  public static func compress(_ bytes: [UInt8], level: Int = 9) throws(CompressionError) -> [UInt8]
  {
    var compressor = try GzipCompressor(level: level, form: .zlib)
    var output: [UInt8] = []
    try compressor.compress(bytes, into: &output)
    try compressor.finish(into: &output)
    return output
  }
}
