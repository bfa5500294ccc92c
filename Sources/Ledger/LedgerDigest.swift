import Crypto

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A SHA-256 digest: 32 bytes as a value.
///
/// - Note: Source – FIPS 180-4.
public struct LedgerDigest: Hashable, Sendable {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The digest that stands before the first entry: all bits zero.
  public static let zero = LedgerDigest(words: (0, 0, 0, 0))

  private init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  /// The digest of bytes.
  ///
  /// - Parameter bytes: Any number of them.
  public init(hashing bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { LedgerDigest(hashing: $0) }
  }

  /// The digest of a file, read in pieces of a quarter of a megabyte.
  ///
  /// - Parameter path: The file.
  /// - Throws: ``LedgerError/storage(code:message:)`` when it cannot be read.
  public init(hashingFileAt path: String) throws(LedgerError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .storage(code: Int(errno), message: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var hasher = SHA256()
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count == 0 { break }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw .storage(code: Int(errno), message: String(cString: strerror(errno)))
      }
      piece.withUnsafeBytes {
        hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
    }
    self.init(hasher.finalize())
  }

  init(hashing bytes: UnsafeRawBufferPointer) {
    self.init(SHA256.hash(data: bytes))
  }

  init(_ digest: SHA256.Digest) {
    words = digest.withUnsafeBytes { bytes in
      (
        bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
      )
    }
  }

  /// A digest from its bytes, or `nil` when there are not 32.
  ///
  /// - Parameter bytes: 32 bytes.
  public init?(bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count == 32 else { return nil }
    words = bytes.withUnsafeBytes { bytes in
      (
        bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
      )
    }
  }

  /// The 32 bytes.
  public var bytes: [UInt8] { withBytes { Array($0) } }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withUnsafeBytes(of: words, body)
  }

  /// Whether two digests are the same.
  ///
  /// - Parameters:
  ///   - left: One digest.
  ///   - right: Another.
  /// - Returns: Whether all bytes agree.
  public static func == (left: LedgerDigest, right: LedgerDigest) -> Bool {
    left.words == right.words
  }

  /// Feeds the digest to a hasher.
  ///
  /// - Parameter hasher: The hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

extension LedgerDigest: CustomStringConvertible {
  /// 64 hexadecimal digits.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return withBytes { bytes in
      String(unsafeUninitializedCapacity: 64) { text in
        for (index, byte) in bytes.enumerated() {
          text[2 * index] = digits[Int(byte >> 4)]
          text[2 * index + 1] = digits[Int(byte & 15)]
        }
        return 64
      }
    }
  }
}
