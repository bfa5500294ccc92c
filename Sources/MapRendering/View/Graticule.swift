/// A meridian or parallel with a round number of degrees.
struct GraticuleTick: Hashable, Sendable {
  /// World x of a meridian, y of a parallel.
  let world: Int64
  /// Such as `43.10E`.
  let label: String
}

/// The round meridians and parallels around a view, worked out once with it.
struct Graticule {
  let meridians: [GraticuleTick]
  let parallels: [GraticuleTick]

  /// Chooses an interval of 1, 2 or 5 × 10ⁿ degrees that gives three to six lines along the longer
  /// side, and finds the lines out to twice the span, since a frame may show more than was asked.
  ///
  /// - Parameters:
  ///   - centerLongitude: Degrees.
  ///   - centerLatitude: Degrees.
  ///   - spanX: World units.
  ///   - spanY: World units.
  init(centerLongitude: Double, centerLatitude: Double, spanX: Int64, spanY: Int64) {
    let degrees = Double(max(spanX, spanY)) / WorldPosition.worldSize * 360
    let interval = Self.interval(forMicrodegrees: Int(degrees * 1_000_000))
    let decimals = Self.decimals(of: interval)
    let reach = Int(degrees * 2_000_000)
    let longitude = Int(centerLongitude * 1_000_000)
    meridians = Self.multiples(of: interval, around: longitude, reach: reach).map { micro in
      let turned = (micro + 540_000_000) % 360_000_000
      let normal = (turned < 0 ? turned + 360_000_000 : turned) - 180_000_000
      return GraticuleTick(
        world: Int64(
          ((Double(micro) / 1_000_000 + 180) / 360 * WorldPosition.worldSize).rounded(.down)),
        label: Self.label(normal, decimals: decimals, positive: "E", negative: "W"))
    }
    let latitude = Int(centerLatitude * 1_000_000)
    parallels = Self.multiples(of: interval, around: latitude, reach: reach)
      .filter { abs($0) <= 85_000_000 }.reversed().map { micro in
        GraticuleTick(
          world: Int64(WorldPosition.y(latitude: Double(micro) / 1_000_000)),
          label: Self.label(micro, decimals: decimals, positive: "N", negative: "S"))
      }
  }

  private static func interval(forMicrodegrees span: Int) -> Int {
    var power = 1
    while power < 100_000_000 {
      for factor in [1, 2, 5] where factor * power * 6 >= span { return factor * power }
      power *= 10
    }
    return 100_000_000
  }

  private static func decimals(of interval: Int) -> Int {
    var digits = 6
    var rest = interval
    while digits > 0, rest % 10 == 0 {
      rest /= 10
      digits -= 1
    }
    return digits
  }

  private static func multiples(of interval: Int, around center: Int, reach: Int) -> [Int] {
    let first = (center - reach) / interval
    let last = (center + reach) / interval
    return (first...max(first, last)).map { $0 * interval }
  }

  private static func label(
    _ micro: Int, decimals: Int, positive: String, negative: String
  ) -> String {
    let size = abs(micro)
    var text = String(size / 1_000_000)
    if decimals > 0 {
      let fraction = String(size % 1_000_000 + 1_000_000).dropFirst()
      text += "." + fraction.prefix(decimals)
    }
    return micro == 0 ? text : text + (micro > 0 ? positive : negative)
  }
}
