/// Pixels of a display list's units.
struct PixelScale {
  /// Pixels of a column, times 256.
  private let column: Int
  /// Pixels of a row, times 256, and units of a row.
  private let row: (pixels: Int, units: Int)

  /// Cells of so many pixels.
  init(cell: CellSize, aspectThousandths: Int64) {
    column = min(max(cell.columns, 1), 256)
    row = (
      min(max(cell.rows, 1), 512) * 1000,
      DisplayUnit.column * 1000 * 1000 / Int(max(aspectThousandths, 1))
    )
  }

  /// Square units, so many pixels a pixel at scale 1.
  init(factor: Int) {
    column = DisplayUnit.pixelsPerColumn * factor
    row = (column, DisplayUnit.column)
  }

  /// A point in 1/256 pixels.
  func pixels(_ point: DisplayPoint) -> DisplayPoint {
    DisplayPoint(
      point.x * column * 256 / DisplayUnit.column, point.y * row.pixels * 256 / row.units)
  }

  /// A length in 1/256 pixels, by the columns.
  func length(_ units: Int) -> Int { units * column * 256 / DisplayUnit.column }
}
