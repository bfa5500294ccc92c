/// The parameters of a palette in one run of bytes, so that changing a style copies a few of them.
struct SGRTable: Sendable {
  /// Bytes an entry: how many parameters' bytes follow, then those.
  static let stride = 24
  /// Codes are taken modulo these powers of two, so that none is outside the tables.
  static let inkMask = UInt8(Ink.codeCount - 1)
  /// The same for backgrounds.
  static let backgroundMask: UInt8 = 15
  /// Entries by ink, then by background; a default is an entry, too: `39`, `49`.
  let bytes: [UInt8]
  /// By ink: whether it is bold (bit 0), whether it sets anything (bit 1).
  let flags: [UInt8]
  /// By ink, then by background: equal numbers for equal parameters.
  let identities: [UInt8]

  /// Lays out the parameters of a palette.
  ///
  /// - Parameters:
  ///   - foregrounds: By ink code; empty for the default.
  ///   - backgrounds: By background code; empty for the default.
  ///   - bolds: By ink code.
  init(foregrounds: [[UInt8]], backgrounds: [[UInt8]], bolds: [Bool]) {
    let more = Int(Self.backgroundMask) + 1 - backgrounds.count
    let backgrounds = backgrounds + repeatElement([], count: max(more, 0))
    var bytes: [UInt8] = []
    for (entries, fallback) in [(foregrounds, "39"), (backgrounds, "49")] {
      for entry in entries {
        let parameters = (entry.isEmpty ? Array(fallback.utf8) : entry).prefix(Self.stride - 1)
        bytes.append(UInt8(parameters.count))
        bytes += parameters
        bytes += repeatElement(0, count: Self.stride - 1 - parameters.count)
      }
    }
    self.bytes = bytes
    flags = zip(foregrounds, bolds).map { ($1 ? 1 : 0) | (!$0.isEmpty || $1 ? 2 : 0) }
    identities = [foregrounds, backgrounds].flatMap { entries in
      entries.map { entry in UInt8(entries.firstIndex(of: entry) ?? 0) }
    }
  }
}
