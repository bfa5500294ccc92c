/// The part of a body that a request asks for.
///
/// - Note: Source – RFC 9110 §14.1.2 and §14.2; of several parts the whole is sent, as it allows.
enum ByteRange: Hashable, Sendable {
  /// From a byte to the last one of the part; an end beyond the body is its end.
  case from(UInt64, to: UInt64?)
  /// So many bytes at the end.
  case last(UInt64)

  /// Reads a `Range` field; `nil` for one that is to be passed over.
  init?(_ field: String?) {
    guard let field, field.utf8.count <= 80, field.lowercased().hasPrefix("bytes=") else {
      return nil
    }
    let ends = field.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
      .map(\.trimmingSpaces)
    guard ends.count == 2, ends.allSatisfy(Self.isNumber), let first = ends.first,
      let last = ends.last
    else { return nil }
    switch (UInt64(first), UInt64(last)) {
    case (let start?, let end?):
      guard start <= end else { return nil }
      self = .from(start, to: end)
    case (let start?, nil) where last.isEmpty: self = .from(start, to: nil)
    case (nil, let count?) where first.isEmpty: self = .last(count)
    default: return nil
    }
  }

  private static func isNumber(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The bytes of a body of some length; `nil` when it has none of them.
  func bytes(of length: UInt64) -> Range<UInt64>? {
    switch self {
    case .from(let start, let end):
      guard start < length else { return nil }
      return start..<(min(end ?? .max, length - 1) + 1)
    case .last(let count):
      guard count > 0, length > 0 else { return nil }
      return (length - min(count, length))..<length
    }
  }
}
