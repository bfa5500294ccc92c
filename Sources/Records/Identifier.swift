/// The identifier of one kind of record: text that is unique within that kind and safe in a URL.
///
/// The record's type is part of the identifier's type, so a claim's identifier cannot be handed
/// to a question about incidents.
///
/// - Note: Allowed are 1…128 bytes of ASCII letters, digits and `-_.:+`, starting with a letter or
///   a digit, so that an identifier needs no escaping in a path, a CSV cell or a terminal.
public struct Identifier<Record>: Hashable, Sendable {
  /// The identifier as written.
  public let text: String

  /// Accepts an identifier, or `nil` when the text breaks the rules above.
  ///
  /// - Parameter text: 1…128 allowed bytes.
  public init?(_ text: some StringProtocol) {
    self.init(String(text))
  }

  /// Accepts an identifier, or `nil` when the text breaks the rules above.
  ///
  /// - Parameter text: 1…128 allowed bytes.
  public init?(_ text: String) {
    // Without a generic text in between, a check costs nanoseconds: imports make millions.
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count <= 128, first.isIdentifierStart,
      bytes.allSatisfy({ $0.isIdentifierPart })
    else { return nil }
    self.text = text
  }

  /// Accepts an identifier where it lies, or `nil` when the bytes break the rules above.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first, bytes.count <= 128, first.isIdentifierStart else { return nil }
    for byte in bytes where !byte.isIdentifierPart { return nil }
    text = String(decoding: bytes, as: UTF8.self)
  }
}

extension Identifier: Comparable {
  /// Orders identifiers by their bytes, the same on every machine and in every locale.
  ///
  /// - Parameters:
  ///   - left: One identifier.
  ///   - right: Another.
  /// - Returns: Whether the first comes before.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Identifier: CustomStringConvertible {
  /// The identifier as written.
  public var description: String { text }
}

extension UInt8 {
  /// An ASCII letter or digit.
  fileprivate var isIdentifierStart: Bool { isIn(0x03FF_0000_0000_0000, 0x07FF_FFFE_07FF_FFFE) }

  /// The same or one of `+-.:_`.
  fileprivate var isIdentifierPart: Bool { isIn(0x07FF_6800_0000_0000, 0x07FF_FFFE_87FF_FFFE) }

  /// Whether the bit of the byte is set in a table of the first 128.
  private func isIn(_ low: UInt64, _ high: UInt64) -> Bool {
    (self < 64 ? low : self < 128 ? high : 0) >> UInt64(self & 63) & 1 != 0
  }
}

/// The identifier of an incident.
public typealias IncidentID = Identifier<Incident>
/// The identifier of a claim.
public typealias ClaimID = Identifier<Claim>
/// The identifier of a place.
public typealias PlaceID = Identifier<Place>
/// The identifier of a source.
public typealias SourceID = Identifier<Source>
