/// How a character looks, by the codes of a ``Palette``.
struct CellStyle: Equatable {
  /// An ``Ink/code``.
  var ink: UInt8 = 0
  /// A code of ``Palette/Background``.
  var background: UInt8 = Palette.Background.none

  /// The terminal's own.
  static let standard = CellStyle()

  init(ink: UInt8 = 0, background: UInt8 = Palette.Background.none) {
    self.ink = ink & SGRTable.inkMask
    self.background = background & SGRTable.backgroundMask
  }

  /// The look of a cell's character.
  init(of cell: CellGrid.Cell) { self.init(ink: cell.foreground, background: cell.background) }
}

/// The change from one style to another in one sequence: by what differs, or from a reset, whichever
/// is shorter.
///
/// - Note: Source – ECMA-48 §8.3.117 (SGR); without parameters it is a reset.
struct SGRChange {
  /// Entries of ``SGRTable/bytes`` that are set.
  private var ink: Int?
  private var background: Int?
  /// `1` or `22`.
  private var isBold: Bool?
  /// Whether all is reset first.
  private var resets = false
  /// Bytes of the whole sequence; 0 where there is nothing to change.
  let length: Int

  /// Finds the shorter sequence.
  ///
  /// - Parameters:
  ///   - before: The style in force.
  ///   - after: The style wanted.
  ///   - table: The parameters of the palette.
  init(from before: CellStyle, to after: CellStyle, in table: SGRTable) {
    let step = Self(before, after, resets: false, table)
    guard step.length > 3 else {
      self = step
      return
    }
    let anew = Self(.standard, after, resets: true, table)
    self = anew.length < step.length ? anew : step
  }

  private init(_ before: CellStyle, _ after: CellStyle, resets: Bool, _ table: SGRTable) {
    self.resets = resets
    let (old, new) = (table.flags[Int(before.ink)], table.flags[Int(after.ink)])
    var (count, bytes) = (0, 0)
    if old & 1 != new & 1 {
      isBold = new & 1 != 0
      (count, bytes) = (1, isBold == true ? 1 : 2)
    }
    func parameter(_ old: Int, _ new: Int) -> Int? {
      guard table.identities[old] != table.identities[new] else { return nil }
      count += 1
      bytes += Int(table.bytes[new * SGRTable.stride])
      return new
    }
    ink = parameter(Int(before.ink), Int(after.ink))
    background = parameter(
      Ink.codeCount + Int(before.background), Ink.codeCount + Int(after.background))
    // A reset that something follows needs its 0: not every terminal reads an empty parameter.
    if resets, count > 0 { (count, bytes) = (count + 1, bytes + 1) }
    length = count > 0 || resets ? 3 + bytes + max(count - 1, 0) : 0
  }

  /// Writes the sequence.
  func append(to bytes: inout [UInt8], from table: SGRTable) {
    guard length > 0 else { return }
    bytes += [0x1B, 0x5B]
    let start = bytes.count
    func separate() { if bytes.count > start { bytes.append(0x3B) } }
    if resets, length > 3 { bytes.append(0x30) }
    if let isBold {
      separate()
      bytes += isBold ? [0x31] : [0x32, 0x32]
    }
    for entry in [ink, background] {
      guard let entry else { continue }
      separate()
      let base = entry * SGRTable.stride
      bytes += table.bytes[(base + 1)...(base + Int(table.bytes[base]))]
    }
    bytes.append(0x6D)
  }
}
