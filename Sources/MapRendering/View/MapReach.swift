/// How much ground a view can show at most, and how finely.
///
/// How many rows the words under a map leave for the picture follows from what is on it; this holds
/// for whatever they leave, so it is known before anything is drawn.
public struct MapReach: Hashable, Sendable {
  /// The western edge, world units (``WorldPosition``); may lie outside the world.
  public let west: Int64
  /// The northern edge, world units; may lie outside the world.
  public let north: Int64
  /// The eastern edge, world units; may lie outside the world.
  public let east: Int64
  /// The southern edge, world units; may lie outside the world.
  public let south: Int64
  /// World units per dot of braille, the finest of the character tiers; at least 1.
  public let unitsPerDot: Int64
}

extension MapView {
  /// The most that a picture of this view can show.
  ///
  /// - Parameter readsFromKey: Whether each name takes a row of the key, as Arabic ones do, so that
  ///   fewer rows are left for the picture.
  /// - Returns: The ground, and the finest dot that it may be shown with.
  public func reach(readsFromKey: Bool = false) -> MapReach {
    let dots = DotGrid.twoByFour
    let columns = max(width, 1)
    let leastRows = FrameComposer.leastPictureRows(height, readsFromKey: readsFromKey)
    let widest = Viewport(self, columns: columns, rows: leastRows, dots: dots)
    let finest = Viewport(self, columns: columns, rows: max(height - 1, 1), dots: dots)
    let unitsPerDot = max(1, (finest.fixedUnitsPerColumn >> 8) / Int64(dots.across))
    if let anchor {
      // On settled cells the upper left corner stays, however many rows there are.
      let rows = Int64(max(height, anchor.pictureRows))
      return MapReach(
        west: anchor.originX, north: anchor.originY,
        east: anchor.originX + anchor.unitsPerColumn * Int64(columns),
        south: anchor.originY + anchor.unitsPerRow * rows, unitsPerDot: unitsPerDot)
    }
    let (middleX, middleY) = (widest.originX + widest.spanX / 2, widest.originY + widest.spanY / 2)
    let halfHeight = max(widest.spanY, (widest.fixedUnitsPerRow * Int64(max(height, 1))) >> 8) / 2
    return MapReach(
      west: middleX - widest.spanX / 2, north: middleY - halfHeight,
      east: middleX + widest.spanX / 2, south: middleY + halfHeight,
      unitsPerDot: unitsPerDot)
  }
}
