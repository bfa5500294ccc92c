/// The name and version that a terminal gives itself.
public struct TerminalVersion: Sendable, Hashable {
  /// In lower case, such as `kitty`.
  public let name: String
  /// Numbers of the version, the greatest first; empty where there is none.
  public let numbers: [Int]

  /// Reads a name and version such as `kitty(0.40.1)`, `foot(1.20.2)`, `VTE(7802)`, `tmux 3.5a` or
  /// `ghostty 1.2.0`.
  ///
  /// - Parameter text: Untrusted; it is compared and never printed.
  public init(_ text: String) {
    let bytes = Array(text.utf8.prefix(64))
    let isLetter = { (byte: UInt8) in (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D }
    let name = bytes.prefix(while: isLetter)
    self.name = String(decoding: name, as: UTF8.self).lowercased()
    let rest = bytes.dropFirst(name.count).drop { !(0x30...0x39).contains($0) }
    let version = rest.prefix { (0x30...0x39).contains($0) || $0 == 0x2E }
    numbers = version.split(separator: 0x2E).map { digits in
      Int(String(decoding: digits.prefix(9), as: UTF8.self)) ?? 0
    }
  }

  /// Whether the version is the given one or a later one.
  func isAtLeast(_ least: [Int]) -> Bool { !numbers.lexicographicallyPrecedes(least) }

  /// Whether the terminal draws octants itself, so that no font needs to have them.
  ///
  /// - Note: Source – release notes of ghostty 1.2, foot 1.20, kitty 0.40 and VTE 0.78, which counts
  ///   as 7800.
  var drawsOctants: Bool {
    switch name {
    case "ghostty": isAtLeast([1, 2])
    case "foot": isAtLeast([1, 20])
    case "kitty": isAtLeast([0, 40])
    case "vte": isAtLeast([7800])
    default: false
    }
  }
}
