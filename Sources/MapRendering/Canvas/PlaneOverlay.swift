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
  ///
  /// - Parameters:
  ///   - before: Without what stands on the signs.
  ///   - after: With it.
  ///   - written: All runs of cells that were written on, inside the picture.
  init(from before: CellPlanes, to after: CellPlanes, written: [Range<Int>]) {
    changes.reserveCapacity(written.reduce(0) { $0 + $1.count })
    for run in written { for cell in run { add(cell, before, after) } }
    marks = after.marks
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
