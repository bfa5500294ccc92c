import Inquiry

/// The entity tag of an answer: the state of the data and the question, never the bytes of data.
///
/// Weak, for an answer carries the time at which it was made; strong where everything that decides
/// its bytes is known, and then another one for the same bytes in gzip.
///
/// - Note: Source – RFC 9110 §8.8.3; the hash is FNV-1a (Fowler, Noll, Vo), 64 bits.
struct EntityTag: Hashable, Sendable {
  let text: String

  private init(text: String) { self.text = text }

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

  /// The strong tag of an answer that does not depend on the data.
  ///
  /// - Parameter input: What decides its bytes.
  init(input: String) { text = "\"\(Self.hash("\(Self.shape)\n\(input)".utf8))\"" }

  /// The strong tag of an answer of which everything that decides its bytes is known.
  ///
  /// - Parameters:
  ///   - version: The state of the data.
  ///   - input: Everything else that decides its bytes.
  init(version: DataVersion, input: String) {
    text = "\"\(version.sequence)-\(Self.hash("\(Self.shape)\n\(version.hash)\n\(input)".utf8))\""
  }

  /// The tag of the same answer in gzip: of a strong one another, for the bytes differ.
  ///
  /// - Note: Source – RFC 9110 §8.8.3.3.
  var compressed: EntityTag {
    isStrong ? EntityTag(text: text.dropLast() + "-gzip\"") : self
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }

  /// The form of the tag that an `If-None-Match` field names, by weak comparison.
  func named(in field: String?) -> EntityTag? {
    guard let field else { return nil }
    let names = field.split(separator: ",").map { Self.opaque($0.trimmingSpaces) }
    return [self, compressed].first { names.contains(Self.opaque($0.text[...])) }
  }

  /// Whether the same tag means the same bytes.
  var isStrong: Bool { !text.hasPrefix("W/") }

  /// Whether an `If-Range` field is the tag itself, by strong comparison.
  func isExactly(_ field: String) -> Bool {
    isStrong && field[...].trimmingSpaces == text
  }

  /// The form of the tag that an `If-None-Match` field covers, of a resource that exists.
  func matched(by field: String?) -> EntityTag? {
    field?[...].trimmingSpaces == "*" ? self : named(in: field)
  }

  private static func opaque(_ tag: Substring) -> Substring {
    tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
  }
}
