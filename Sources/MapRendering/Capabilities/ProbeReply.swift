/// What a terminal answered to ``TerminalProbe``, read from the bytes that it sent.
///
/// Bytes that are no such answer (keys that were pressed meanwhile) are passed over, and anything
/// cut off or malformed counts as not answered.
public struct ProbeReply: Sendable, Hashable {
  /// What the terminal says it is (XTVERSION).
  public private(set) var terminal: TerminalVersion?
  /// Whether it knows synchronised output, mode 2026 (DECRPM 1 or 2).
  public private(set) var synchronizesOutput = false
  /// Whether it draws images of the kitty protocol.
  public private(set) var drawsKittyImages = false
  /// Whether it draws sixel images (DA1, attribute 4).
  public private(set) var drawsSixel = false
  /// Pixels of a cell (report 6 of XTWINOPS).
  public private(set) var cellPixels: CellSize?
  /// The background's relative luminance, 0…1 (OSC 11).
  public private(set) var backgroundLuminance: Double?
  /// Whether the last question has been answered (DA1), so that nothing more will come.
  public private(set) var isComplete = false

  /// Reads what came so far.
  ///
  /// - Parameter bytes: Everything received since the question.
  /// - Complexity: O(*n*) in the bytes.
  public init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let start = rest.firstIndex(of: 0x1B) {
      rest = rest[(start + 1)...]
      guard let kind = rest.first else { return }
      switch kind {
      case UInt8(ascii: "["): takeControl(&rest)
      case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "_"): takeString(&rest)
      default: break
      }
    }
  }

  /// A control sequence: parameters and intermediates, then a final byte.
  private mutating func takeControl(_ rest: inout ArraySlice<UInt8>) {
    let body = rest.dropFirst().prefix { (0x20...0x3F).contains($0) }
    guard body.endIndex < rest.endIndex else { return }
    let final = rest[body.endIndex]
    rest = rest[(body.endIndex + 1)...]
    let isPrivate = body.first == UInt8(ascii: "?")
    let parameters = body.drop { $0 == UInt8(ascii: "?") }
      .prefix { $0 == UInt8(ascii: ";") || (0x30...0x39).contains($0) }
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0.prefix(9), as: UTF8.self)) ?? 0 }
    switch (final, isPrivate) {
    case (UInt8(ascii: "c"), true):
      drawsSixel = numbers.dropFirst().contains(4)
      isComplete = true
    case (UInt8(ascii: "y"), true) where body.last == UInt8(ascii: "$"):
      if numbers.count == 2, numbers[0] == 2026 {
        synchronizesOutput = [1, 2].contains(numbers[1])
      }
    case (UInt8(ascii: "t"), false):
      guard numbers.count == 3, numbers[0] == 6 else { return }
      guard (1...512).contains(numbers[1]), (1...512).contains(numbers[2]) else { return }
      cellPixels = CellSize(columns: numbers[2], rows: numbers[1])
    default: break
    }
  }

  /// A string with its introducer, up to ST or BEL.
  private mutating func takeString(_ rest: inout ArraySlice<UInt8>) {
    let kind = rest[rest.startIndex]
    let body = rest.dropFirst().prefix { $0 != 0x1B && $0 != 0x07 }
    guard body.endIndex < rest.endIndex else {
      rest = rest[rest.endIndex...]
      return
    }
    let isTerminated =
      rest[body.endIndex] == 0x07
      || rest.dropFirst(body.endIndex + 1 - rest.startIndex).first == UInt8(ascii: "\\")
    rest = rest[body.endIndex...]
    guard isTerminated else { return }
    let text = String(decoding: body, as: UTF8.self)
    switch kind {
    case UInt8(ascii: "P") where text.hasPrefix(">|"):
      terminal = TerminalVersion(String(text.dropFirst(2)))
    case UInt8(ascii: "_") where text.hasPrefix("Gi=\(TerminalProbe.imageID)"):
      drawsKittyImages = text.hasSuffix(";OK")
    case UInt8(ascii: "]") where text.hasPrefix("11;rgb:"):
      backgroundLuminance = Self.luminance(text.dropFirst(7))
    default: break
    }
  }

  /// The luminance of `rrrr/gggg/bbbb`, one to four hexadecimal digits each.
  ///
  /// - Note: Source – XParseColor(3); weights of ITU-R BT.709 on the encoded values, which is near
  ///   enough to tell dark from light.
  private static func luminance(_ text: Substring) -> Double? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    var luminance = 0.0
    for (part, weight) in zip(parts, [0.2126, 0.7152, 0.0722]) {
      guard (1...4).contains(part.count), let value = UInt32(part, radix: 16) else { return nil }
      luminance += Double(value) / Double(1 << (4 * UInt32(part.count)) - 1) * weight
    }
    return luminance
  }
}
