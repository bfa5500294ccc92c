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
  fileprivate var isIdentifierStart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  fileprivate var isIdentifierPart: Bool {
    switch self {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"),
      UInt8(ascii: "+"):
      true
    default: isIdentifierStart
    }
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
