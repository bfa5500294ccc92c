/// Turns styled cells into bytes: attributes only where they change, none left at a row's end, no
/// blanks at a row's end.
///
/// The storage is kept from one use to the next.
struct CellEncoder: Sendable {
  /// More than the bytes of one cell: a sequence with weight and two colours of 24 bits, a scalar.
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
    reserve(cells * 4)
  }

  /// Adds rows of cells without marks, each with its end.
  ///
  /// - Parameters:
  ///   - cells: Row after row.
  ///   - columns: Cells in a row, at least 1.
  mutating func put(rows cells: UnsafeBufferPointer<CellGrid.Cell>, columns: Int) {
    var start = 0
    while start < cells.count {
      // As many rows at a time as there is surely room for.
      let most = columns * Self.mostBytesPerCell
      reserve(most)
      withPen { pen in
        repeat {
          pen.put(UnsafeBufferPointer(rebasing: cells[start..<min(start + columns, cells.count)]))
          pen.endRow()
          start += columns
        } while start < cells.count && pen.room >= most
      }
    }
  }

  /// Adds cells of one row.
  ///
  /// - Parameters:
  ///   - cells: From left to right.
  ///   - marks: Gives what follows the character of a cell, by its place among these.
  mutating func put(
    _ cells: UnsafeBufferPointer<CellGrid.Cell>, marks: (Int) -> [Unicode.Scalar]
  ) {
    var most = pendingBlanks + cells.count * Self.mostBytesPerCell
    for index in cells.indices { most += marks(index).count * 4 }
    reserve(most)
    withPen { pen in
      for (index, cell) in cells.enumerated() {
        pen.put(cell)
        for mark in marks(index) { pen.encode(mark.value) }
      }
    }
  }

  /// Writes into the storage, which has room, where it is.
  @inline(__always)
  private mutating func withPen(_ body: (inout Pen) -> Void) {
    let table = palette.table
    storage.withUnsafeMutableBufferPointer { storage in
      table.bytes.withUnsafeBufferPointer { parameters in
        table.flags.withUnsafeBufferPointer { flags in
          table.identities.withUnsafeBufferPointer { identities in
            var pen = Pen(
              storage: storage, parameters: parameters, flags: flags, identities: identities,
              count: count, ink: ink, background: background, pendingBlanks: pendingBlanks)
            body(&pen)
            (count, ink, background) = (pen.count, pen.ink, pen.background)
            pendingBlanks = pen.pendingBlanks
          }
        }
      }
    }
  }

  /// Ends a row.
  mutating func endRow() {
    finish()
    append(contentsOf: [0x0A])
  }

  /// Forgets blanks that nothing follows and turns attributes off.
  mutating func finish() {
    pendingBlanks = 0
    if palette.table.flags[Int(ink)] & 2 != 0 || background != Palette.Background.none {
      append(contentsOf: [0x1B, 0x5B, 0x30, 0x6D])
    }
    (ink, background) = (0, Palette.Background.none)
  }

  /// Adds bytes as they are.
  mutating func append(contentsOf bytes: some Collection<UInt8>) {
    reserve(bytes.count)
    for byte in bytes {
      storage[count] = byte
      count += 1
    }
  }

  private mutating func reserve(_ more: Int) {
    let missing = count + more + Self.mostBytesPerCell - storage.count
    if missing > 0 {
      storage.append(contentsOf: repeatElement(0, count: max(missing, storage.count)))
    }
  }
}

/// Writes cells where there is room for them.
private struct Pen {
  let storage: UnsafeMutableBufferPointer<UInt8>
  let parameters: UnsafeBufferPointer<UInt8>
  let flags: UnsafeBufferPointer<UInt8>
  let identities: UnsafeBufferPointer<UInt8>
  var count: Int
  var ink: UInt8
  var background: UInt8
  var pendingBlanks: Int

  /// Bytes that there is room for.
  var room: Int { storage.count - count - pendingBlanks }

  /// Writes cells of one row; blanks like the one before at once.
  mutating func put(_ cells: UnsafeBufferPointer<CellGrid.Cell>) {
    var index = 0
    while index < cells.count {
      let cell = cells[index]
      put(cell)
      index += 1
      guard cell.scalar == CellGrid.Cell.blank else { continue }
      let start = index
      while index < cells.count, cells[index].scalar == CellGrid.Cell.blank,
        cells[index].background == cell.background
      { index += 1 }
      if cell.background & SGRTable.backgroundMask == Palette.Background.none {
        pendingBlanks += index - start
      } else {
        for _ in start..<index { append(0x20) }
      }
    }
  }

  /// Ends a row: blanks that nothing follows are forgotten, attributes turned off.
  mutating func endRow() {
    pendingBlanks = 0
    if flags[Int(ink)] & 2 != 0 || background != Palette.Background.none {
      for byte: UInt8 in [0x1B, 0x5B, 0x30, 0x6D] { append(byte) }
    }
    (ink, background) = (0, Palette.Background.none)
    append(0x0A)
  }

  @inline(__always)
  mutating func put(_ cell: CellGrid.Cell) {
    if cell.scalar == CellGrid.Cell.continuation { return }
    let wanted = cell.foreground & SGRTable.inkMask
    let wantedBackground = cell.background & SGRTable.backgroundMask
    if cell.scalar == CellGrid.Cell.blank {
      guard wantedBackground != Palette.Background.none else {
        pendingBlanks &+= 1
        return
      }
      if pendingBlanks > 0 { printBlanks() }
      if wantedBackground != background { change(to: ink, wantedBackground) }
      append(0x20)
      return
    }
    if pendingBlanks > 0 { printBlanks() }
    if wanted != ink || wantedBackground != background { change(to: wanted, wantedBackground) }
    encode(cell.scalar)
  }

  private mutating func printBlanks() {
    if background != Palette.Background.none { change(to: ink, Palette.Background.none) }
    for _ in 0..<pendingBlanks { append(0x20) }
    pendingBlanks = 0
  }

  /// Brings the attributes from what they are to what is wanted, in one sequence.
  private mutating func change(to wanted: UInt8, _ wantedBackground: UInt8) {
    let (before, after) = (flags[Int(ink)], flags[Int(wanted)])
    defer { (ink, background) = (wanted, wantedBackground) }
    append(0x1B)
    append(0x5B)
    let start = count
    if after & 2 == 0, wantedBackground == Palette.Background.none {
      if before & 2 != 0 || background != Palette.Background.none {
        append(0x30)
        append(0x6D)
      } else {
        count = start - 2
      }
      return
    }
    if after & 1 != before & 1 {
      if after & 1 != 0 {
        append(0x31)
      } else {
        append(0x32)
        append(0x32)
      }
    }
    if identities[Int(wanted)] != identities[Int(ink)] { parameter(Int(wanted), after: start) }
    let (old, new) = (Ink.codeCount + Int(background), Ink.codeCount + Int(wantedBackground))
    if identities[new] != identities[old] { parameter(new, after: start) }
    if count > start { append(0x6D) } else { count = start - 2 }
  }

  private mutating func parameter(_ entry: Int, after start: Int) {
    if count > start { append(0x3B) }
    let base = entry * SGRTable.stride
    for offset in 1...Int(parameters[base]) { append(parameters[base + offset]) }
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    storage[count] = byte
    count &+= 1
  }

  /// Appends a scalar as UTF-8.
  @inline(__always)
  mutating func encode(_ scalar: UInt32) {
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
