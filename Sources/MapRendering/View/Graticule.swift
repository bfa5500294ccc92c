/// A meridian or parallel with a round number of degrees, minutes or seconds.
struct GraticuleTick: Sendable {
  /// World x of a meridian, y of a parallel.
  let world: Int64
  /// Seconds of arc, east or north.
  fileprivate let seconds: Int
  /// Seconds of arc to the next one.
  fileprivate let interval: Int
  /// What follows a number above 0, and one below.
  fileprivate let signs: (positive: String, negative: String)

  /// Such as `43°05'E`; the degree sign is a `d` in ASCII.
  var label: TerminalText {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let size = abs(seconds)
    var text = "\(size / 3600)°"
    if interval % 3600 != 0 { text += two(size / 60 % 60) + "'" }
    if interval % 60 != 0 { text += two(size % 60) + "\"" }
    if seconds != 0 { text += seconds > 0 ? signs.positive : signs.negative }
    return TerminalText(safe: text, columns: text.unicodeScalars.count, isASCII: false)
  }
}

/// The round meridians and parallels around a view.
struct Graticule {
  /// No line.
  static let none = Graticule(meridians: [], parallels: [])

  let meridians: [GraticuleTick]
  let parallels: [GraticuleTick]

  private init(meridians: [GraticuleTick], parallels: [GraticuleTick]) {
    self.meridians = meridians
    self.parallels = parallels
  }

  /// Chooses an interval that gives three to six lines along the longer side of a view, and finds
  /// the lines that may cross a picture of it; of one that shows more than was asked, out to twice
  /// the span.
  ///
  /// - Parameters:
  ///   - view: What was asked for.
  ///   - viewport: The picture.
  init(of view: MapView, in viewport: Viewport) {
    let degrees = Double(max(view.spanX, view.spanY)) / WorldPosition.worldSize * 360
    let span = Int(degrees * 3600)
    let interval = Self.intervals.first { $0 * 6 >= span } ?? 60 * 3600
    let reach = Int(degrees * 7200) + 1
    func longitude(_ x: Int64) -> Double { Double(x) / WorldPosition.worldSize * 360 - 180 }
    func latitude(_ y: Int64) -> Double { WorldPosition.latitude(y: Double(y)) }
    meridians = Self.multiples(
      of: interval, around: longitude(view.centerX), reach: reach,
      from: longitude(viewport.originX), to: longitude(viewport.originX + viewport.spanX)
    ).map { seconds in
      let turned = (seconds + 540 * 3600) % (360 * 3600)
      let normal = (turned < 0 ? turned + 360 * 3600 : turned) - 180 * 3600
      return GraticuleTick(
        world: Int64(
          ((Double(seconds) / 3600 + 180) / 360 * WorldPosition.worldSize).rounded(.down)),
        seconds: normal, interval: interval, signs: ("E", "W"))
    }
    parallels = Self.multiples(
      of: interval, around: latitude(view.centerY), reach: reach,
      from: latitude(viewport.originY + viewport.spanY), to: latitude(viewport.originY)
    ).filter { abs($0) <= 85 * 3600 }.reversed().map { seconds in
      GraticuleTick(
        world: Int64(WorldPosition.y(latitude: Double(seconds) / 3600)),
        seconds: seconds, interval: interval, signs: ("N", "S"))
    }
  }

  /// Round seconds, minutes and degrees, in seconds of arc.
  private static let intervals: [Int] = [1, 60, 3600].flatMap { unit in
    [1, 2, 5, 10, 15, 20, 30].map { $0 * unit }
  }

  /// The multiples of an interval that lie near a middle and, give or take one, between two ends.
  ///
  /// - Parameters:
  ///   - interval: Seconds of arc.
  ///   - center: The middle, degrees.
  ///   - reach: Seconds of arc on either side of it.
  ///   - low: The lesser end, degrees.
  ///   - high: The greater end, degrees.
  /// - Returns: Seconds of arc, ascending.
  private static func multiples(
    of interval: Int, around center: Double, reach: Int, from low: Double, to high: Double
  ) -> [Int] {
    let center = Int((center * 3600).rounded())
    let first = max((center - reach) / interval, Int(low * 3600) / interval - 1)
    let last = min((center + reach) / interval, Int(high * 3600) / interval + 1)
    return first <= last ? (first...last).map { $0 * interval } : []
  }
}
