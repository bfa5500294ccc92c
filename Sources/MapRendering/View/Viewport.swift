/// The integer mapping from world units to the cells and dots of a picture.
struct Viewport: Hashable {
  let columns: Int
  let rows: Int
  let dots: DotGrid
  /// World units of the upper left corner; may lie outside the world.
  let originX: Int64
  let originY: Int64
  /// World units from edge to edge.
  let spanX: Int64
  let spanY: Int64
  /// World units per column and per row, times 2⁸.
  let fixedUnitsPerColumn: Int64
  let fixedUnitsPerRow: Int64
  /// Columns and rows per world unit, times 2⁴⁰.
  let fixedColumnsPerUnit: Int64
  let fixedRowsPerUnit: Int64
  /// 1/256 dots per world unit, times 2³⁶.
  private let fixedDotsPerUnitX: Int64
  private let fixedDotsPerUnitY: Int64

  /// Fits a view into a picture, the middle in the middle.
  ///
  /// - Parameters:
  ///   - view: What must be seen.
  ///   - columns: Columns of the picture, at least 1.
  ///   - rows: Rows of the picture, at least 1.
  ///   - dots: Dots per cell.
  init(_ view: MapView, columns: Int, rows: Int, dots: DotGrid) {
    self.columns = columns
    self.rows = rows
    self.dots = dots
    let wide = Int64(columns)
    let high = Int64(rows)
    let perColumn: Int64
    let perRow: Int64
    if let anchor = view.anchor {
      perColumn = anchor.unitsPerColumn << 8
      perRow = anchor.unitsPerRow << 8
    } else {
      (perColumn, perRow) = Self.fitted(view, wide: wide, high: high)
    }
    fixedUnitsPerColumn = perColumn
    fixedUnitsPerRow = perRow
    fixedColumnsPerUnit = (1 << 48) / perColumn
    fixedRowsPerUnit = (1 << 48) / perRow
    fixedDotsPerUnitX = (1 << 52) * Int64(dots.across) / perColumn
    fixedDotsPerUnitY = (1 << 52) * Int64(dots.down) / perRow
    spanX = (perColumn * wide) >> 8
    spanY = (perRow * high) >> 8
    originX = view.anchor?.originX ?? view.centerX - spanX / 2
    originY = view.anchor?.originY ?? view.centerY - spanY / 2
  }

  /// World units per column and row, times 2⁸, at which all of a view's box is seen.
  static func fitted(
    _ view: MapView, wide: Int64, high: Int64
  ) -> (perColumn: Int64, perRow: Int64) {
    // One unit more than the span, so that both edges of the box fall inside the picture.
    let byWidth = ((view.spanX + 1) << 8) / wide + 1
    let byHeight = ((view.spanY + 1) << 8) * view.aspectThousandths / (1000 * high) + 1
    let perColumn = max(byWidth, byHeight, 1024)
    return (perColumn, perColumn * 1000 / view.aspectThousandths)
  }

  /// Whether both have the same cells on the same ground, however finely they are sampled.
  func hasSameCells(as other: Viewport) -> Bool {
    columns == other.columns && rows == other.rows && originX == other.originX
      && originY == other.originY && fixedUnitsPerColumn == other.fixedUnitsPerColumn
      && fixedUnitsPerRow == other.fixedUnitsPerRow
  }

  /// Dots of the whole picture.
  var dotColumns: Int { columns * dots.across }
  /// Dots of the whole picture.
  var dotRows: Int { rows * dots.down }

  /// Horizontal place in 1/256 dots; the offset from the origin is at most three spans.
  @inline(__always)
  func dotX(_ offset: Int64) -> Int { Int((offset &* fixedDotsPerUnitX) >> 36) }

  /// Vertical place in 1/256 dots; the offset from the origin is at most three spans.
  @inline(__always)
  func dotY(_ offset: Int64) -> Int { Int((offset &* fixedDotsPerUnitY) >> 36) }

  /// The column of an unrolled world x, clamped to one beyond either edge.
  func column(_ x: Int64) -> Int {
    let offset = min(max(x - originX, -spanX), 2 * spanX)
    return min(max(Int((offset * fixedColumnsPerUnit) >> 40), -1), columns)
  }

  /// The row of a world y, clamped to one beyond either edge.
  func row(_ y: Int64) -> Int {
    let offset = min(max(y - originY, -spanY), 2 * spanY)
    return min(max(Int((offset * fixedRowsPerUnit) >> 40), -1), rows)
  }

  /// The cell of a position, or `nil` outside the picture.
  func cell(_ position: WorldPosition) -> (column: Int, row: Int)? {
    // Unsigned wrap-around is the antimeridian: an offset below the span is inside.
    let offset = position.x &- UInt32(truncatingIfNeeded: originX)
    guard Int64(offset) < spanX else { return nil }
    let column = Int((Int64(offset) * fixedColumnsPerUnit) >> 40)
    let row = row(Int64(position.y))
    guard column < columns, row >= 0, row < rows, Int64(position.y) >= originY else { return nil }
    return (column, row)
  }

  /// The shift, in whole worlds, that brings an unrolled box nearest to the picture.
  func worldShift(for box: WorldBox) -> Int64 {
    let distance = (originX + spanX / 2) - (box.minX + box.maxX) / 2
    let half: Int64 = 1 << 31
    return distance >= 0 ? ((distance + half) >> 32) << 32 : -(((half - distance) >> 32) << 32)
  }

  /// Whether a box, shifted by whole worlds, leaves the picture by no more than its size on any side.
  func isNear(_ box: WorldBox, shift: Int64) -> Bool {
    box.minX + shift - originX >= -spanX && box.maxX + shift - originX <= 2 * spanX
      && box.minY - originY >= -spanY && box.maxY - originY <= 2 * spanY
  }

  /// Whether a box, shifted by whole worlds, reaches into the picture.
  func meets(_ box: WorldBox, shift: Int64) -> Bool {
    box.maxX + shift >= originX && box.minX + shift <= originX + spanX && box.maxY >= originY
      && box.minY <= originY + spanY
  }
}
