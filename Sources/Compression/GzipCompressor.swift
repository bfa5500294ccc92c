import CZlib

/// Compresses bytes piece by piece into one gzip member.
///
/// The header names no file and no time, so equal bytes at an equal level give equal output.
///
/// - Note: Source – RFC 1952; the work is zlib's.
@safe public struct GzipCompressor: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>

  /// What stands around the compressed bytes.
  enum Form {
    case gzip
    case zlib
  }

  /// Begins a stream.
  ///
  /// - Parameter level: 1 for fast … 9 for small.
  /// - Throws: ``CompressionError/outOfMemory``.
  public init(level: Int = 1) throws(CompressionError) { try self.init(level: level, form: .gzip) }

  /// Begins a stream of either form.
  init(level: Int, form: Form) throws(CompressionError) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe Self.begin(stream, Int32(clamping: level), form) == Z_OK else {
      unsafe stream.deallocate()
      throw .outOfMemory
    }
  }

  private static func begin(
    _ stream: UnsafeMutablePointer<z_stream>, _ level: Int32, _ form: Form
  ) -> Int32 {
    switch form {
    case .gzip: unsafe sijil_begin_gzip(stream, level)
    case .zlib: unsafe sijil_begin_zlib(stream, level)
    }
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Takes more bytes.
  ///
  /// - Parameters:
  ///   - bytes: What is compressed; kept inside until there is enough of it.
  ///   - output: Where finished bytes are appended, often none.
  /// - Throws: ``CompressionError``.
  public mutating func compress(
    _ bytes: [UInt8], into output: inout [UInt8]
  ) throws(CompressionError) {
    try run(bytes, Z_NO_FLUSH, &output)
  }

  /// Ends the stream; nothing may follow.
  ///
  /// - Parameter output: Where the last bytes are appended.
  /// - Throws: ``CompressionError``.
  public mutating func finish(into output: inout [UInt8]) throws(CompressionError) {
    try run([], Z_FINISH, &output)
  }

  private mutating func run(
    _ bytes: [UInt8], _ flush: Int32, _ output: inout [UInt8]
  ) throws(CompressionError) {
    // zlib counts in 32 bits.
    var rest = bytes[...]
    repeat {
      let piece = rest.prefix(1 << 30)
      rest = rest.dropFirst(piece.count)
      guard unsafe Self.deflate(stream, piece, flush, &output) else { throw .failed }
    } while !rest.isEmpty
  }

  private static func deflate(
    _ stream: UnsafeMutablePointer<z_stream>, _ bytes: ArraySlice<UInt8>, _ flush: Int32,
    _ output: inout [UInt8]
  ) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { input in
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      unsafe stream.pointee.avail_in = UInt32(input.count)
      return unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16_384) { space in
        var status = Z_OK
        repeat {
          unsafe stream.pointee.next_out = space.baseAddress
          unsafe stream.pointee.avail_out = UInt32(space.count)
          status = unsafe CZlib.deflate(stream, flush)
          guard status != Z_STREAM_ERROR else { return false }
          let made = unsafe space.count - Int(stream.pointee.avail_out)
          unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: space[..<made]))
        } while unsafe stream.pointee.avail_out == 0
        return flush != Z_FINISH || status == Z_STREAM_END
      }
    }
  }
}
