/// Turns styled cells into bytes: attributes only where they change, none left at a row's end, no
/// blanks at a row's end.
///
/// The storage is kept from one use to the next.
struct CellEncoder: Sendable {
  /// The most bytes of one cell: a sequence with weight, character and background in 24 bits, and
  /// a scalar. A row's end and a cursor's address take less.
  private static let mostBytesPerCell = 64

  private var storage: [UInt8] = []
  private var count = 0
  private var palette = Palette.of(depth: .none, theme: .dark)
  private var ink: UInt8 = 0
  private var background: UInt8 = 0
  private var pendingBlanks = 0

  /// What has been encoded.
  var bytes: ArraySlice<UInt8> { storage[..<count] }

  /// Reads what has been encoded where it is.
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try storage.withUnsafeBufferPointer { storage throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: storage[..<count]))
    }
  }

  /// Begins anew.
  ///
  /// - Parameters:
  ///   - palette: The colours.
  ///   - cells: How many cells are likely to come.
  mutating func start(_ palette: Palette, cells: Int) {
    self.palette = palette
    (count, ink, background, pendingBlanks) = (0, 0, 0, 0)
    // Most cells take few bytes: more storage comes when it is needed.
    if storage.count < cells * 4 + Self.mostBytesPerCell { grow(to: cells * 4) }
  }

  /// Adds a blank cell.
  @inline(__always)
  mutating func blank(background wanted: UInt8) {
    if wanted == Palette.Background.none {
      pendingBlanks += 1
      return
    }
    flushBlanks()
    reserve()
    if wanted != background { change(to: ink, wanted) }
    append(0x20)
  }

  /// Adds a character.
  @inline(__always)
  mutating func put(_ scalar: UInt32, ink wanted: UInt8, background wantedBackground: UInt8) {
    flushBlanks()
    reserve()
    if wanted != ink || wantedBackground != background { change(to: wanted, wantedBackground) }
    encode(scalar)
  }

  /// Adds a mark to the character before.
  mutating func put(mark: UInt32) {
    reserve()
    encode(mark)
  }

  /// Ends a row.
  mutating func endRow() {
    finish()
    append(0x0A)
  }

  /// Forgets blanks that nothing follows and turns attributes off.
  mutating func finish() {
    pendingBlanks = 0
    reserve()
    if palette.isStyled[Int(ink)] || background != Palette.Background.none { reset() }
    ink = 0
    background = Palette.Background.none
  }

  /// Addresses a cell, counted from 0 (CUP).
  mutating func moveCursor(column: Int, row: Int) {
    append(contentsOf: Array("\u{1B}[\(row + 1);\(column + 1)H".utf8))
  }

  /// Erases the cursor's row from the cursor on (EL).
  mutating func eraseRow() { append(contentsOf: [0x1B, 0x5B, 0x4B]) }

  /// Erases all from the cursor on (ED).
  mutating func eraseBelow() { append(contentsOf: [0x1B, 0x5B, 0x4A]) }

  /// Prints the blanks that were held back.
  @inline(__always)
  mutating func flushBlanks() {
    if pendingBlanks > 0 { printBlanks() }
  }

  private mutating func printBlanks() {
    reserve(pendingBlanks)
    if background != Palette.Background.none { change(to: ink, Palette.Background.none) }
    for _ in 0..<pendingBlanks { append(0x20) }
    pendingBlanks = 0
  }

  /// Turns all attributes off.
  private mutating func reset() { append(contentsOf: [0x1B, 0x5B, 0x30, 0x6D]) }

  /// Brings the attributes from what they are to what is wanted, in one sequence.
  private mutating func change(to wanted: UInt8, _ wantedBackground: UInt8) {
    defer { (ink, background) = (wanted, wantedBackground) }
    let (old, new) = (Int(ink), Int(wanted))
    if !palette.isStyled[new], wantedBackground == Palette.Background.none {
      if palette.isStyled[old] || background != Palette.Background.none { reset() }
      return
    }
    let start = count
    if palette.bolds[new] != palette.bolds[old] {
      parameter(palette.bolds[new] ? [0x31] : [0x32, 0x32], after: start)
    }
    if wanted != ink, palette.foregrounds[new] != palette.foregrounds[old] {
      let parameters = palette.foregrounds[new]
      parameter(parameters.isEmpty ? [0x33, 0x39] : parameters, after: start)
    }
    if wantedBackground != background {
      let parameters = palette.backgrounds[Int(wantedBackground)]
      parameter(parameters.isEmpty ? [0x34, 0x39] : parameters, after: start)
    }
    if count > start { append(0x6D) }
  }

  private mutating func parameter(_ digits: [UInt8], after start: Int) {
    if count == start {
      append(0x1B)
      append(0x5B)
    } else {
      append(0x3B)
    }
    for digit in digits { append(digit) }
  }

  @inline(__always)
  private mutating func reserve(_ extra: Int = 0) {
    if count + extra + Self.mostBytesPerCell > storage.count { grow(to: count + extra) }
  }

  private mutating func grow(to least: Int) {
    let more = max(least, storage.count) + Self.mostBytesPerCell - storage.count
    storage.append(contentsOf: repeatElement(0, count: more))
  }

  private mutating func append(contentsOf bytes: [UInt8]) {
    reserve(bytes.count)
    for byte in bytes { append(byte) }
  }

  /// Appends a byte for which there is room.
  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    storage[count] = byte
    count &+= 1
  }

  /// Appends a scalar as UTF-8.
  @inline(__always)
  private mutating func encode(_ scalar: UInt32) {
    if scalar < 0x80 {
      append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else {
      append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }
}
