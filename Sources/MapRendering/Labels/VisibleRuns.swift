/// The longest run of cells that each district has in a picture: where its name can stand when its
/// own anchor lies outside.
struct VisibleRuns {
  /// The fewest cells that a name is put on.
  static let leastColumns = 6

  private struct Run {
    var column = 0
    var row = 0
    var width = 0
  }

  /// By owner.
  private var runs: [Run]

  /// Reads the owners of all cells.
  ///
  /// - Parameters:
  ///   - ground: The picture.
  ///   - areaCount: How many areas there are.
  /// - Complexity: O(*c*) in the cells.
  init(_ ground: LabelGround, areaCount: Int) {
    runs = Array(repeating: Run(), count: min(areaCount, Int(UInt16.max)) + 1)
    let owners = ground.owners.span
    for row in 0..<ground.rows {
      let base = row * ground.columns
      var start = 0
      while start < ground.columns {
        // Inside the row, and so inside the picture.
        let owner = owners[unchecked: base + start]
        var end = start + 1
        while end < ground.columns, owners[unchecked: base + end] == owner { end += 1 }
        if owner != 0, end - start > runs[Int(owner)].width {
          runs[Int(owner)] = Run(column: start, row: row, width: end - start)
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
    let owner = Int(UInt16(clamping: district + 1))
    guard owner < runs.count, runs[owner].width >= Self.leastColumns else { return nil }
    let run = runs[owner]
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
