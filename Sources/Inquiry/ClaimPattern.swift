public import Records

/// Which claims a what-if keeps: patterns over claim identifiers, such as `S*,L01`.
///
/// `*` stands for any run of characters and `?` for one; patterns are separated by commas and a
/// claim is kept when one of them fits all of its identifier.
public struct ClaimPattern: Hashable, Sendable {
  /// The patterns as given, without spaces.
  public let text: String
  private let globs: [[UInt8]]

  /// The longest text that is read.
  public static let maximumBytes = 400
  /// What to write, for messages.
  public static let wanted = "identifiers of claims, * and ? allowed, such as S*,L01"

  /// Reads a list of patterns; `nil` when it is empty, too long or holds anything but patterns.
  ///
  /// - Parameter text: Patterns of the characters of identifiers, `*` and `?`, between commas.
  public init?(_ text: String) {
    let bytes = text.utf8.filter { $0 != UInt8(ascii: " ") }
    guard !bytes.isEmpty, bytes.count <= Self.maximumBytes else { return nil }
    let globs = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard globs.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isPatternPart) }) else { return nil }
    self.globs = globs.map(Array.init)
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  /// Whether one of the patterns fits an identifier.
  ///
  /// - Parameter id: The claim.
  /// - Returns: Whether the claim is kept.
  /// - Complexity: O(*n* *m*), bytes of the patterns and of the identifier.
  public func matches(_ id: ClaimID) -> Bool {
    let name = Array(id.text.utf8)
    return globs.contains { Self.fits($0, name) }
  }

  /// Tries a pattern from the left; on a mismatch the last `*` takes one byte more.
  private static func fits(_ glob: [UInt8], _ name: [UInt8]) -> Bool {
    var (at, position) = (0, 0)
    var star: (glob: Int, name: Int)?
    while position < name.count {
      if at < glob.count, glob[at] == UInt8(ascii: "*") {
        star = (at, position)
        at += 1
      } else if at < glob.count, glob[at] == UInt8(ascii: "?") || glob[at] == name[position] {
        at += 1
        position += 1
      } else if let last = star {
        at = last.glob + 1
        position = last.name + 1
        star = (last.glob, position)
      } else {
        return false
      }
    }
    return glob[at...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}

extension UInt8 {
  /// Letters, digits, the signs of identifiers, and the two that stand for others.
  fileprivate var isPatternPart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "*"), UInt8(ascii: "?"),
      UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"),
      UInt8(ascii: "+"):
      true
    default: false
    }
  }
}
