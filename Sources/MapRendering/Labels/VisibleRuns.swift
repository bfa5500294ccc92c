/// The longest run of cells that each district has in a picture: where its name can stand when its
/// own anchor lies outside.
struct VisibleRuns {
  /// The fewest cells that a name is put on.
  static let leastColumns = 6

  private var runs: [UInt16: (column: Int, row: Int, width: Int)] = [:]

  /// Reads the owners of all cells.
  ///
  /// - Complexity: O(*c*) in the cells.
  init(_ planes: CellPlanes) {
    for row in 0..<planes.rows {
      var start = 0
      while start < planes.columns {
        let owner = planes.owners[row * planes.columns + start]
        var end = start + 1
        while end < planes.columns, planes.owners[row * planes.columns + end] == owner { end += 1 }
        if owner != 0, end - start > runs[owner]?.width ?? 0 {
          runs[owner] = (start, row, end - start)
        }
        start = end
      }
    }
  }

  /// The middle of a district's longest run.
  ///
  /// - Parameter district: Index of the area in the scene.
  /// - Returns: `nil` where the run is too short for a name.
  func widest(of district: Int) -> (column: Int, row: Int)? {
    guard let run = runs[UInt16(clamping: district + 1)], run.width >= Self.leastColumns else {
      return nil
    }
    return (run.column + (run.width - 1) / 2, run.row)
  }
}

extension Viewport {
  /// Whether a box reaches into the picture.
  func shows(_ box: WorldBox) -> Bool { meets(box, shift: worldShift(for: box)) }

  /// Whether a box has six by one cells, so that a name is due to it.
  func hasRoomForName(_ box: WorldBox) -> Bool {
    (box.maxX - box.minX) << 8 >= fixedUnitsPerColumn * 6
      && (box.maxY - box.minY) << 8 >= fixedUnitsPerRow
  }
}
