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
    let (oldGlyphs, glyphs) = (before.glyphs.span, after.glyphs.span)
    let (oldInks, inks) = (before.inks.span, after.inks.span)
    let (oldLines, lines) = (before.lines.span, after.lines.span)
    let (oldTints, tints) = (before.tints.span, after.tints.span)
    let (oldLower, lower) = (before.lowerTints.span, after.lowerTints.span)
    for cell in written.joined() {
      let hasOtherHalf = !lower.isEmpty && lower[cell] != oldLower[cell]
      guard
        hasOtherHalf || glyphs[cell] != oldGlyphs[cell] || inks[cell] != oldInks[cell]
          || lines[cell] != oldLines[cell] || tints[cell] != oldTints[cell]
      else { continue }
      changes.append(
        Change(
          cell: cell, glyph: glyphs[cell], ink: inks[cell], lines: lines[cell],
          tint: tints[cell], lowerTint: lower.isEmpty ? 0 : lower[cell]))
    }
    marks = after.marks
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
