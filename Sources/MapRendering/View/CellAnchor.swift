/// Where the cells of a picture lie in the world, in whole units, so that moving by cells and back
/// ends where it began.
struct CellAnchor: Sendable, Hashable {
  /// World units of the upper left corner; x may leave the world, y too.
  var originX: Int64
  var originY: Int64
  /// World units of a cell.
  let unitsPerColumn: Int64
  let unitsPerRow: Int64
  /// Rows of the picture when it was anchored: what its middle is reckoned from.
  var pictureRows: Int

  /// The finest cell: some 4 cm of ground, where dots still differ.
  static let leastUnitsPerColumn: Int64 = 8

  /// Sizes cells and puts a position of the world into the middle of a picture.
  ///
  /// - Parameters:
  ///   - fixedUnitsPerColumn: World units of a column, times 2⁸; rounded up to whole units.
  ///   - view: The frame and its shape of cells.
  ///   - pictureRows: Rows of the picture.
  init(fixedUnitsPerColumn: Int64, view: MapView, pictureRows: Int) {
    let columns = Int64(max(view.width, 1))
    let rows = Int64(max(pictureRows, 1))
    let world: Int64 = 1 << 32
    // The farthest view has the whole world in it.
    let most = max(world / columns, world * view.aspectThousandths / (rows * 1000)) + 1
    unitsPerColumn = min(max((fixedUnitsPerColumn + 255) >> 8, Self.leastUnitsPerColumn), most)
    unitsPerRow = unitsPerColumn * 1000 / view.aspectThousandths
    self.pictureRows = Int(rows)
    originX = view.centerX - unitsPerColumn * columns / 2
    originY = view.centerY - unitsPerRow * rows / 2
  }
}
