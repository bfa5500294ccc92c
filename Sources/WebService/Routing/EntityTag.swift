import Inquiry

/// The entity tag of an answer: the state of the data and the question, never the bytes.
///
/// Weak, for an answer carries the time at which it was made.
///
/// - Note: Source – RFC 9110 §8.8.3; the hash is FNV-1a (Fowler, Noll, Vo), 64 bits.
struct EntityTag: Hashable, Sendable {
  let text: String

  /// The tag for one question.
  ///
  /// - Parameters:
  ///   - version: The state of the data; `nil` for documents that do not depend on it.
  ///   - key: Everything else that decides the answer.
  init(version: DataVersion?, key: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(version?.hash ?? "")\n\(key)".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    text = "W/\"\(version?.sequence ?? 0)-\(String(hash, radix: 16))\""
  }

  /// Whether an `If-None-Match` field names the tag, by weak comparison.
  func matches(_ field: String?) -> Bool {
    guard let field else { return false }
    return field.split(separator: ",").contains { item in
      let tag = item.trimmingSpaces
      return tag == "*" || Self.opaque(tag) == Self.opaque(text[...])
    }
  }

  private static func opaque(_ tag: Substring) -> Substring {
    tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
  }
}
