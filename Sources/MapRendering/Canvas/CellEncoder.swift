/// Turns styled cells into bytes: attributes only where they change, none left at a row's end, no
/// blanks at a row's end.
struct CellEncoder {
  private(set) var bytes: [UInt8] = []
  private let palette: Palette
  private var ink: UInt8 = 0
  private var background: UInt8 = 0
  private var pendingBlanks = 0

  init(palette: Palette, capacity: Int) {
    self.palette = palette
    bytes.reserveCapacity(capacity)
  }

  /// Adds a blank cell.
  @inline(__always)
  mutating func blank(background wanted: UInt8) {
    if wanted == Palette.Background.none {
      pendingBlanks += 1
    } else {
      flushBlanks()
      style(ink: ink, background: wanted)
      bytes.append(0x20)
    }
  }

  /// Adds a character.
  @inline(__always)
  mutating func put(_ scalar: UInt32, ink wanted: UInt8, background: UInt8) {
    flushBlanks()
    style(ink: wanted, background: background)
    append(scalar)
  }

  /// Ends a row.
  mutating func endRow() {
    finish()
    bytes.append(0x0A)
  }

  /// Forgets blanks that nothing follows and turns attributes off.
  mutating func finish() {
    pendingBlanks = 0
    if isStyled(ink) || background != Palette.Background.none {
      reset()
    }
    ink = 0
    background = Palette.Background.none
  }

  /// Addresses a cell, counted from 0 (CUP).
  mutating func moveCursor(column: Int, row: Int) {
    bytes.append(contentsOf: "\u{1B}[\(row + 1);\(column + 1)H".utf8)
  }

  /// Erases the cursor's row from the cursor on (EL).
  mutating func eraseRow() { bytes.append(contentsOf: [0x1B, 0x5B, 0x4B]) }

  /// Erases all from the cursor on (ED).
  mutating func eraseBelow() { bytes.append(contentsOf: [0x1B, 0x5B, 0x4A]) }

  /// Turns all attributes off.
  private mutating func reset() {
    for byte: UInt8 in [0x1B, 0x5B, 0x30, 0x6D] { bytes.append(byte) }
  }

  private func isStyled(_ ink: UInt8) -> Bool {
    !palette.foregrounds[Int(ink)].isEmpty || palette.bolds[Int(ink)]
  }

  /// Prints the blanks that were held back.
  mutating func flushBlanks() {
    guard pendingBlanks > 0 else { return }
    style(ink: ink, background: Palette.Background.none)
    bytes.append(contentsOf: repeatElement(0x20, count: pendingBlanks))
    pendingBlanks = 0
  }

  /// Brings the attributes from what they are to what is wanted, in one sequence.
  @inline(__always)
  private mutating func style(ink wanted: UInt8, background wantedBackground: UInt8) {
    if wanted == ink, wantedBackground == background { return }
    change(to: wanted, wantedBackground)
  }

  private mutating func change(to wanted: UInt8, _ wantedBackground: UInt8) {
    defer { (ink, background) = (wanted, wantedBackground) }
    if !isStyled(wanted), wantedBackground == Palette.Background.none {
      if isStyled(ink) || background != Palette.Background.none { reset() }
      return
    }
    let start = bytes.count
    if palette.bolds[Int(wanted)] != palette.bolds[Int(ink)] {
      parameter(palette.bolds[Int(wanted)] ? [0x31] : [0x32, 0x32], after: start)
    }
    if palette.foregrounds[Int(wanted)] != palette.foregrounds[Int(ink)] {
      let parameters = palette.foregrounds[Int(wanted)]
      parameter(parameters.isEmpty ? [0x33, 0x39] : parameters, after: start)
    }
    if palette.backgrounds[Int(wantedBackground)] != palette.backgrounds[Int(background)] {
      let parameters = palette.backgrounds[Int(wantedBackground)]
      parameter(parameters.isEmpty ? [0x34, 0x39] : parameters, after: start)
    }
    if bytes.count > start { bytes.append(0x6D) }
  }

  private mutating func parameter(_ digits: [UInt8], after start: Int) {
    if bytes.count == start {
      bytes.append(0x1B)
      bytes.append(0x5B)
    } else {
      bytes.append(0x3B)
    }
    bytes.append(contentsOf: digits)
  }

  /// Appends a scalar as UTF-8.
  @inline(__always)
  mutating func append(_ scalar: UInt32) {
    if scalar < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else {
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }
}
