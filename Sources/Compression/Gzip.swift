import CZlib

/// Whole values in gzip.
///
/// - Note: Source – RFC 1952; the work is zlib's.
public enum Gzip {
  /// Compresses bytes.
  ///
  /// - Parameters:
  ///   - bytes: Any.
  ///   - level: 1 for fast … 9 for small.
  /// - Returns: One gzip member, the same for the same bytes and level.
  /// - Throws: ``CompressionError``.
  public static func compress(_ bytes: [UInt8], level: Int = 9) throws(CompressionError) -> [UInt8]
  {
    var compressor = try GzipCompressor(level: level)
    var output: [UInt8] = []
    try compressor.compress(bytes, into: &output)
    try compressor.finish(into: &output)
    return output
  }

  /// Reads what was compressed in gzip or zlib form.
  ///
  /// - Parameters:
  ///   - bytes: One member and nothing after it.
  ///   - limit: The most bytes that may come out: a small file can hold a huge one.
  /// - Returns: What was compressed.
  /// - Throws: ``CompressionError`` for bytes that are damaged, end early or hold too much.
  public static func decompress(
    _ bytes: [UInt8], limit: Int
  ) throws(CompressionError) -> [UInt8] {
    guard bytes.count <= Int(UInt32.max) else { throw .tooLarge(limit: limit) }
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    defer { unsafe stream.deallocate() }
    guard unsafe sijil_begin_inflation(stream) == Z_OK else { throw .outOfMemory }
    defer { unsafe inflateEnd(stream) }
    let outcome = unsafe inflate(stream, bytes, limit: limit)
    return try outcome.get()
  }

  private static func inflate(
    _ stream: UnsafeMutablePointer<z_stream>, _ bytes: [UInt8], limit: Int
  ) -> Result<[UInt8], CompressionError> {
    var output: [UInt8] = []
    return unsafe bytes.withUnsafeBufferPointer { input in
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      unsafe stream.pointee.avail_in = UInt32(clamping: input.count)
      return unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16_384) { space in
        while true {
          unsafe stream.pointee.next_out = space.baseAddress
          unsafe stream.pointee.avail_out = UInt32(space.count)
          let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
          let made = unsafe space.count - Int(stream.pointee.avail_out)
          guard made <= limit - output.count else { return .failure(.tooLarge(limit: limit)) }
          unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: space[..<made]))
          switch status {
          case Z_STREAM_END:
            let left = unsafe Int(stream.pointee.avail_in)
            return left == 0 ? .success(output) : .failure(.damaged)
          case Z_OK where made > 0: continue
          case Z_OK, Z_BUF_ERROR: return .failure(.endsEarly)
          default: return .failure(.damaged)
          }
        }
      }
    }
  }
}
