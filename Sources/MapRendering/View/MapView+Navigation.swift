public import SimpleFeatures

// Moving about: columns and rows are those of the picture, 0, 0 at its upper left cell.
//
// A view made of a box or a middle is fitted into the cells that the words leave, which only
// drawing settles: ``RenderedMap/view`` is the view that was drawn, and what a viewer goes on from.
// Moved from where it was not drawn yet, a view takes all its cells for the picture.

extension MapView {
  /// The same view with its cells settled, for a picture of some rows.
  ///
  /// - Parameter pictureRows: Rows of the picture.
  /// - Returns: This view if it is settled, whatever its rows.
  public func anchored(pictureRows: Int) -> MapView {
    if anchor != nil { return self }
    let rows = min(max(pictureRows, 1), Self.maximumSize.rows)
    let fit = Viewport.fitted(self, wide: Int64(max(width, 1)), high: Int64(rows))
    return settled(
      CellAnchor(fixedUnitsPerColumn: fit.perColumn, view: self, pictureRows: rows))
  }

  /// The view moved by whole cells; it stops where its middle would leave the world to the north
  /// or south, and goes round it to the east and west.
  ///
  /// - Parameters:
  ///   - columns: To the east, negative to the west.
  ///   - rows: To the south, negative to the north.
  /// - Returns: A view from which the opposite move leads back exactly.
  public func panned(columns: Int, rows: Int) -> MapView {
    var anchor = anchorOrAll
    let limit = 1 << 20
    anchor.originX += Int64(min(max(columns, -limit), limit)) * anchor.unitsPerColumn
    let half = anchor.unitsPerRow * Int64(anchor.pictureRows) / 2
    let perRow = anchor.unitsPerRow
    // Whole rows at the end of the world, too, so that cells stay where they are.
    let up = (anchor.originY + half) / perRow
    let down = ((1 << 32) - anchor.originY - half) / perRow
    anchor.originY += min(max(Int64(min(max(rows, -limit), limit)), -up), max(down, -up)) * perRow
    return settled(anchor)
  }

  /// The view nearer or farther, with what is in the middle of a cell staying there.
  ///
  /// - Parameters:
  ///   - factor: Above 1 nearer, below 1 farther; anything but a positive number leaves the view.
  ///   - column: The column that stays.
  ///   - row: The row that stays.
  /// - Returns: A view between the whole world and some metres.
  public func zoomed(by factor: Double, aboutColumn column: Int, row: Int) -> MapView {
    guard factor > 0, factor.isFinite else { return self }
    let before = anchorOrAll
    let wanted = (Double(before.unitsPerColumn << 8) / factor).rounded()
    var after = CellAnchor(
      fixedUnitsPerColumn: Int64(min(wanted, 0x1p44)), view: self,
      pictureRows: before.pictureRows)
    let column = Int64(min(max(column, 0), max(width - 1, 0)))
    let row = Int64(min(max(row, 0), before.pictureRows - 1))
    after.originX =
      before.originX + ((2 * column + 1) * (before.unitsPerColumn - after.unitsPerColumn)) >> 1
    after.originY =
      before.originY + ((2 * row + 1) * (before.unitsPerRow - after.unitsPerRow)) >> 1
    return settled(after).panned(columns: 0, rows: 0)
  }

  /// The view at the same scale with another middle.
  ///
  /// - Parameter position: CRS84.
  /// - Returns: This view for a position that is not in the world.
  public func centered(on position: Position) -> MapView {
    guard let target = WorldPosition(position) else { return self }
    var anchor = anchorOrAll
    anchor.originX = Int64(target.x) - anchor.unitsPerColumn * Int64(width) / 2
    anchor.originY = Int64(target.y) - anchor.unitsPerRow * Int64(anchor.pictureRows) / 2
    return settled(anchor)
  }

  /// The view at the same scale and with the same middle on another number of cells.
  ///
  /// - Parameters:
  ///   - width: Columns of the whole output.
  ///   - height: Rows of the whole output.
  /// - Returns: A view whose picture has as many rows more or less as the output.
  public func resized(width: Int, height: Int) -> MapView {
    let before = anchorOrAll
    let resized = MapView(
      centerX: centerX, centerY: centerY, spanX: spanX, spanY: spanY, width: width,
      height: height, cellAspect: Double(aspectThousandths) / 1000)
    let rows = max(before.pictureRows + resized.height - self.height, 1)
    var after = CellAnchor(
      fixedUnitsPerColumn: before.unitsPerColumn << 8, view: resized, pictureRows: rows)
    after.originX =
      before.originX + before.unitsPerColumn * Int64(self.width) / 2
      - after.unitsPerColumn * Int64(resized.width) / 2
    after.originY =
      before.originY + before.unitsPerRow * Int64(before.pictureRows) / 2
      - after.unitsPerRow * Int64(rows) / 2
    return resized.settled(after)
  }

  private var anchorOrAll: CellAnchor {
    anchor
      ?? CellAnchor(
        fixedUnitsPerColumn: Viewport.fitted(
          self, wide: Int64(max(width, 1)), high: Int64(max(height, 1))
        ).perColumn, view: self, pictureRows: max(height, 1))
  }

  /// A view of the same frame on settled cells.
  private func settled(_ anchor: CellAnchor) -> MapView {
    var anchor = anchor
    let columns = Int64(max(width, 1))
    let rows = Int64(anchor.pictureRows)
    let spanX = anchor.unitsPerColumn * columns
    let spanY = anchor.unitsPerRow * rows
    let world: Int64 = 1 << 32
    // One of the copies of the world side by side, so that going round it leads back.
    let middle = anchor.originX + spanX / 2
    anchor.originX -= (middle >> 32) * world
    return MapView(
      centerX: anchor.originX + spanX / 2,
      centerY: min(max(anchor.originY + spanY / 2, 0), world - 1), spanX: spanX, spanY: spanY,
      width: width, height: height, cellAspect: Double(aspectThousandths) / 1000, anchor: anchor)
  }
}

extension MapView {
  /// What is in the middle of the picture.
  public var center: Position {
    Position(
      longitude: WorldPosition.longitude(x: Double(centerX)),
      latitude: WorldPosition.latitude(y: Double(centerY)))
  }

  /// Ground distance from the left to the right edge along the middle row, metres.
  public var metersAcross: Double {
    let units = anchorOrAll.unitsPerColumn * Int64(width)
    return Double(units) * Double(fixedMetersPerUnit) / WorldPosition.worldSize
  }

  /// How much ground a view can be across at a latitude, metres: from where nothing is left to be
  /// told apart to once round the world.
  ///
  /// - Parameter latitude: Degrees, of the middle.
  /// - Returns: What ``init(center:metersAcross:width:height:cellAspect:)`` shows as it is asked for.
  public static func metersAcross(at latitude: Double) -> ClosedRange<Double> {
    let perUnit =
      Double(WorldPosition.fixedMetersPerUnit(latitude: latitude)) / WorldPosition.worldSize
    return Double(leastSpanX) * perUnit...WorldPosition.worldSize * perUnit
  }

  /// The box of the picture's cells; the world's edges where it reaches beyond them.
  public var envelope: Envelope {
    let anchor = anchorOrAll
    let east = anchor.originX + anchor.unitsPerColumn * Int64(max(width, 1))
    let south = anchor.originY + anchor.unitsPerRow * Int64(anchor.pictureRows)
    let isWhole = east - anchor.originX >= 1 << 32
    let last = Double(Int64(1) << 32)
    return Envelope(
      west: isWhole ? -180 : WorldPosition.longitude(x: Double(anchor.originX)),
      south: WorldPosition.latitude(y: min(Double(south), last)),
      east: isWhole ? 180 : WorldPosition.longitude(x: Double(east)),
      north: WorldPosition.latitude(y: max(Double(anchor.originY), 0)))
  }

  /// The position in the middle of a cell, which ``cell(of:)`` leads back to.
  ///
  /// - Parameters:
  ///   - column: A column of the picture, or beside it.
  ///   - row: A row of the picture, or beside it.
  /// - Returns: `nil` north or south of the world.
  public func position(column: Int, row: Int) -> Position? {
    let anchor = anchorOrAll
    let limit = 1 << 20
    let x =
      Double(anchor.originX) + (Double(min(max(column, -limit), limit)) + 0.5)
      * Double(anchor.unitsPerColumn)
    let y =
      Double(anchor.originY) + (Double(min(max(row, -limit), limit)) + 0.5)
      * Double(anchor.unitsPerRow)
    guard y >= 0, y < WorldPosition.worldSize else { return nil }
    return Position(
      longitude: WorldPosition.longitude(x: x), latitude: WorldPosition.latitude(y: y))
  }

  /// The cell of the picture that a position falls into.
  ///
  /// - Parameter position: CRS84.
  /// - Returns: `nil` outside the picture.
  public func cell(of position: Position) -> (column: Int, row: Int)? {
    guard let target = WorldPosition(position) else { return nil }
    let anchor = anchorOrAll
    // Unsigned wrap-around is the antimeridian.
    let x = Int64(target.x &- UInt32(truncatingIfNeeded: anchor.originX))
    let y = Int64(target.y) - anchor.originY
    let (column, row) = (x / anchor.unitsPerColumn, y / anchor.unitsPerRow)
    guard column < width, y >= 0, row < anchor.pictureRows else { return nil }
    return (Int(column), Int(row))
  }
}
