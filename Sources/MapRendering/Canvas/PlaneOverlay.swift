/// What names, the legend in its corner and degrees change on a picture, to be changed again on the
/// next frame where they are the same.
struct PlaneOverlay {
  private struct Change {
    let cell: Int
    let glyph: UInt32
    let ink: UInt8
    let lines: UInt8
    let tint: UInt8
    let lowerTint: UInt8
  }

  private var changes: [Change] = []
  private var marks: [Int: [Unicode.Scalar]] = [:]

  /// Finds what differs between two states of a picture of one size.
  init(from before: CellPlanes, to after: CellPlanes) {
    let count = after.glyphs.count
    var cell = 0
    // Most cells stay as they are: eight of them are compared at a time.
    while cell < count {
      let end = min(cell + 8, count)
      if end - cell < 8 || Self.differs(before, after, at: cell) {
        for cell in cell..<end { add(cell, before, after) }
      }
      cell = end
    }
    marks = after.marks
  }

  /// Whether any of eight cells differs.
  @inline(__always)
  private static func differs(_ before: CellPlanes, _ after: CellPlanes, at cell: Int) -> Bool {
    let (old, new) = (before.glyphs.span.bytes, after.glyphs.span.bytes)
    var difference: UInt64 = 0
    for part in 0..<4 {
      difference |= Self.difference(old, new, at: cell * 4 + part * 8)
    }
    difference |= Self.difference(before.inks.span.bytes, after.inks.span.bytes, at: cell)
    difference |= Self.difference(before.lines.span.bytes, after.lines.span.bytes, at: cell)
    difference |= Self.difference(before.tints.span.bytes, after.tints.span.bytes, at: cell)
    if !after.lowerTints.isEmpty {
      difference |= Self.difference(
        before.lowerTints.span.bytes, after.lowerTints.span.bytes, at: cell)
    }
    return difference != 0
  }

  @inline(__always)
  private static func difference(_ old: RawSpan, _ new: RawSpan, at offset: Int) -> UInt64 {
    old.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      ^ new.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  private mutating func add(_ cell: Int, _ before: CellPlanes, _ after: CellPlanes) {
    let hasHalves = !after.lowerTints.isEmpty
    let change = Change(
      cell: cell, glyph: after.glyphs[cell], ink: after.inks[cell], lines: after.lines[cell],
      tint: after.tints[cell], lowerTint: hasHalves ? after.lowerTints[cell] : 0)
    if change.glyph != before.glyphs[cell] || change.ink != before.inks[cell]
      || change.lines != before.lines[cell] || change.tint != before.tints[cell]
      || (hasHalves && change.lowerTint != before.lowerTints[cell])
    {
      changes.append(change)
    }
  }

  /// Changes another state of the picture likewise.
  func apply(to planes: inout CellPlanes) {
    planes.withBuffers { buffers in
      for change in changes {
        buffers.glyphs[change.cell] = change.glyph
        buffers.inks[change.cell] = change.ink
        buffers.lines[change.cell] = change.lines
        buffers.tints[change.cell] = change.tint
        if !buffers.lowerTints.isEmpty { buffers.lowerTints[change.cell] = change.lowerTint }
      }
    }
    planes.marks = marks
  }
}
