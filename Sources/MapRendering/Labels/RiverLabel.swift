/// The name of a river, letter-spaced along the widest stretch of water in the picture.
///
/// Where the water is too narrow for it the name is not drawn, and not counted as hidden: the
/// legend names the water.
enum RiverLabel {
  /// Finds a place for a river's name.
  ///
  /// - Parameters:
  ///   - name: In the characters of the tier.
  ///   - planes: The drawn base map.
  ///   - course: Cells that the river runs through: other water has another name.
  ///   - taken: Cells of signs, bridges and names.
  /// - Returns: The spaced name on the longest free run of water, nearest to the middle row;
  ///   `nil` where none is long enough.
  /// - Complexity: O(*c*) in the cells.
  static func place(
    _ name: TerminalText, over planes: CellPlanes, course: OccupancyBitmap,
    taken: OccupancyBitmap
  ) -> (text: TerminalText, column: Int, row: Int)? {
    guard name.columns >= 2, name.columns == name.string.unicodeScalars.count else { return nil }
    var best: (length: Int, away: Int, column: Int, row: Int)?
    for row in 0..<planes.rows {
      var start = 0
      for column in 0...planes.columns {
        let isWet =
          column < planes.columns && planes.water[row * planes.columns + column] != 0
          && taken.isFree(row: row, column..<column + 1)
        if isWet { continue }
        let length = column - start
        let away = abs(2 * row - planes.rows)
        let isLonger =
          length > best?.length ?? 0 || (length == best?.length && away < best?.away ?? 0)
        if isLonger, !course.isFree(row: row, start..<column) {
          best = (length, away, start, row)
        }
        start = column + 1
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
  static func course(of place: ScenePlace, in scene: MapScene, viewport: Viewport)
    -> OccupancyBitmap
  {
    var course = OccupancyBitmap(columns: viewport.columns, rows: viewport.rows)
    if let area = place.area {
      var fill = AreaFill.cells(viewport)
      fill.fill(scene.areas[area]) { row, span in course.set(row: row, span) }
    }
    let dots = viewport.dots
    let raster = LineRaster(viewport)
    for line in scene.lines where line.role == .river {
      for path in line.paths {
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
