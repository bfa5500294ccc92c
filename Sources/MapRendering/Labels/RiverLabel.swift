/// The name of a river, letter-spaced along the widest stretch of water in the picture.
///
/// Where the water is too narrow for it the name is not drawn, and not counted as hidden: the
/// legend names the water.
enum RiverLabel {
  /// Finds a place for a river's name.
  ///
  /// - Parameters:
  ///   - name: In the characters of the tier.
  ///   - water: Cells of water.
  ///   - course: Cells that the river runs through: other water has another name.
  ///   - taken: Cells of signs, bridges and names.
  /// - Returns: The spaced name on the longest free run of water, nearest to the middle row;
  ///   `nil` where none is long enough.
  /// - Complexity: O(*r*) in the runs of water.
  static func place(
    _ name: TerminalText, on water: OccupancyBitmap, course: OccupancyBitmap,
    taken: OccupancyBitmap
  ) -> (text: TerminalText, column: Int, row: Int)? {
    guard name.columns >= 2, name.columns == name.string.unicodeScalars.count else { return nil }
    var free = water
    free.subtract(taken)
    var best: (length: Int, away: Int, column: Int, row: Int)?
    for row in 0..<free.rows {
      let away = abs(2 * row - free.rows)
      free.forEachRun(row: row) { run in
        let isLonger =
          run.count > best?.length ?? 0
          || (run.count == best?.length && away < best?.away ?? 0)
        if isLonger, !course.isFree(row: row, run) {
          best = (run.count, away, run.lowerBound, row)
        }
      }
    }
    guard let best else { return nil }
    // Two blanks between letters where there is room, else one or none; joined letters stay joined.
    for gap in name.isRightToLeft ? [0] : [2, 1, 0] {
      let text = spaced(name, by: gap)
      guard text.columns + 2 <= best.length else { continue }
      return (text, best.column + (best.length - text.columns) / 2, best.row)
    }
    return nil
  }

  /// The cells that a river runs through: the middle of each water area that the name belongs to,
  /// and every course of a river.
  ///
  /// - Parameters:
  ///   - area: Index of the area that the name belongs to.
  ///   - scene: What there is.
  ///   - viewport: The picture.
  /// - Returns: Its cells.
  static func course(
    area: Int?, in scene: MapScene, viewport: Viewport
  ) -> OccupancyBitmap {
    var course = OccupancyBitmap(columns: viewport.columns, rows: viewport.rows)
    if let area {
      var fill = AreaFill.cells(viewport)
      fill.fill(scene.areas[area]) { row, span in course.set(row: row, span) }
    }
    let dots = viewport.dots
    let raster = LineRaster(viewport)
    let lines = scene.lines.span
    for index in lines.indices where lines[index].role == .river {
      for path in lines[index].paths {
        raster.trace(path) { x, y in
          guard y >= 0, y < viewport.dotRows else { return }
          course.set(row: y / dots.down, x / dots.across..<x / dots.across + 1)
        }
      }
    }
    return course
  }

  private static func spaced(_ name: TerminalText, by gap: Int) -> TerminalText {
    let blanks = String(repeating: " ", count: gap)
    return .measured(name.string.unicodeScalars.map { String($0) }.joined(separator: blanks))
  }
}
