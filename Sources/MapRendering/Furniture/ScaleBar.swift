/// A bar on the map with the ground distance that it spans.
public struct ScaleBar: Sendable, Hashable {
  /// Ground distance, a round number: 1, 2 or 5 × 10ⁿ.
  public let meters: Int
  /// Columns of the bar, its ends included.
  public let columns: Int

  /// Chooses the shortest round distance that spans at least fifteen columns.
  ///
  /// Mercator stretches by 1/cos(latitude); the bar holds at the middle of the picture and is
  /// rounded to the nearest column. There is none where no round distance spans 2…`limit` columns.
  ///
  /// - Parameters:
  ///   - fixedMetersPerUnit: Metres per world unit, times 2³².
  ///   - fixedUnitsPerColumn: World units per column, times 2⁸.
  ///   - limit: The most columns.
  init?(fixedMetersPerUnit: Int64, fixedUnitsPerColumn: Int64, limit: Int) {
    // Columns × 2⁴⁰ / (metres × 2³² per unit × units × 2⁸ per column): 128 bits hold it.
    let perColumn = Int128(fixedMetersPerUnit) * Int128(fixedUnitsPerColumn)
    guard perColumn > 0 else { return nil }
    var fallback: (meters: Int, columns: Int)?
    var power = 1
    while power <= 10_000_000 {
      for factor in [1, 2, 5] {
        let meters = factor * power
        let columns = Int(((Int128(meters) << 41) / perColumn + 1) / 2)
        guard columns <= limit else { break }
        if columns >= 15 {
          self.meters = meters
          self.columns = columns
          return
        }
        if columns >= 2 { fallback = (meters, columns) }
      }
      power *= 10
    }
    guard let fallback else { return nil }
    (meters, columns) = fallback
  }

  /// The distance in words: `500 m`, `2 km`.
  public var label: String {
    meters >= 1000 ? "\(meters / 1000) km" : "\(meters) m"
  }
}
