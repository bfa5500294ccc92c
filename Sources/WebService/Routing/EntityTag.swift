import Inquiry

/// The entity tag of an answer: the state of the data and the question, never the bytes of data.
///
/// Weak, for an answer carries the time at which it was made.
///
/// - Note: Source – RFC 9110 §8.8.3; the hash is FNV-1a (Fowler, Noll, Vo), 64 bits.
struct EntityTag: Hashable, Sendable {
  let text: String

  /// Raised whenever a document changes its shape, so that copies of the old one go.
  private static let shape = 2

  /// The tag for one question to the data.
  ///
  /// - Parameters:
  ///   - version: The state of the data.
  ///   - question: Everything else that decides the answer.
  init(version: DataVersion, question: String) {
    let hash = Self.hash("\(Self.shape)\n\(version.hash)\n\(question)".utf8)
    text = "W/\"\(version.sequence)-\(hash)\""
  }

  /// The tag of a small document that does not depend on the data.
  ///
  /// - Parameter document: Its bytes.
  init(document: [UInt8]) { text = "W/\"\(Self.hash(document))\"" }

  private static func hash(_ bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }

  /// Whether an `If-None-Match` field names the tag itself, by weak comparison.
  func isNamed(in field: String?) -> Bool {
    (field ?? "").split(separator: ",").contains { item in
      Self.opaque(item.trimmingSpaces) == Self.opaque(text[...])
    }
  }

  /// Whether an `If-None-Match` field covers the tag of a resource that exists.
  func matches(_ field: String?) -> Bool {
    field?[...].trimmingSpaces == "*" || isNamed(in: field)
  }

  private static func opaque(_ tag: Substring) -> Substring {
    tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
  }
}
