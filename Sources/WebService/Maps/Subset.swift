import Records
import SimpleFeatures

/// A part of the axes of space and time, in CRS84 and days.
///
/// What lies partly beyond an axis is cut to it; what lies beside it altogether is not there.
///
/// - Note: Source – OGC API Maps Part 1, `/req/spatial-subsetting/subset-definition`,
///   `/rec/spatial-subsetting/subset-crs-axis-names`, `/req/datetime/subset-definition`.
struct Subset: Hashable, Sendable {
  /// Degrees between two ends.
  struct Span: Hashable, Sendable {
    let low: Double
    let high: Double
  }

  /// From west to east; the first is the greater where it crosses the antimeridian.
  private(set) var longitudes: Span?
  /// From south to north.
  private(set) var latitudes: Span?
  /// Days; `nil` where time is not asked for.
  private(set) var time: DayInterval?
  /// Whether the last day of all is asked for.
  private(set) var isLatest = false

  /// Whether any axis of space is asked for.
  var isSpatial: Bool { longitudes != nil || latitudes != nil }

  /// The box, where both axes are asked for; else the other one's ends are those of what there is.
  func envelope(within all: Envelope) -> Envelope {
    Envelope(
      west: longitudes?.low ?? all.west, south: latitudes?.low ?? all.south,
      east: longitudes?.high ?? all.east, north: latitudes?.high ?? all.north)
  }

  /// Whether both axes of space are asked for, or none.
  var isComplete: Bool { (longitudes == nil) == (latitudes == nil) }

  /// Whether a name is that of the axis of time.
  static func isTime(_ axis: String) -> Bool { axis.lowercased() == "time" }

  /// Reads what is asked of each axis.
  init(_ expression: SubsetExpression, in system: ReferenceSystem) throws(RequestFault) {
    for part in expression.parts {
      if Self.isTime(part.axis) {
        guard time == nil, !isLatest else { throw Self.fault(part.place, "each axis once") }
        try setTime(part)
      } else if let axis = MapAxis(part.axis, of: system) {
        try set(axis, part)
      } else {
        throw Self.fault(
          part.place,
          "one of its axes, \(MapAxis.names(of: system)) or time, not \(PlainText.excerpt(part.axis))"
        )
      }
    }
  }

  // MARK: Space

  private mutating func set(_ axis: MapAxis, _ part: SubsetExpression.Part) throws(RequestFault) {
    guard case .number(let low) = part.low, case .number(let high) = part.high else {
      throw Self.fault(part, "numbers, such as \(axis.example)")
    }
    guard (axis.isEasting ? longitudes == nil : latitudes == nil) else {
      throw Self.fault(part.place, "each axis once")
    }
    let range = axis.range
    let wraps = low > high
    guard !wraps || axis.isEasting else {
      throw Self.fault(
        part, "the lesser number first, for only the other axis goes round the Earth")
    }
    guard
      wraps
        ? low <= range.upperBound || high >= range.lowerBound
        : low <= range.upperBound && high >= range.lowerBound
    else {
      throw .outsideAxis(
        axis: part.axis, range: "\(axis.text(range.lowerBound)) to \(axis.text(range.upperBound))")
    }
    let ends = [low, high].map { axis.degrees(min(max($0, range.lowerBound), range.upperBound)) }
    let span = Span(low: ends[0], high: ends[1])
    if axis.isEasting { longitudes = span } else { latitudes = span }
  }

  // MARK: Time

  private mutating func setTime(_ part: SubsetExpression.Part) throws(RequestFault) {
    let wanted =
      "times in double quotes, such as time(\"2017-03-01\":\"2017-03-31\"), time(\"2017-03\") or "
      + "time(*:\"2017-03-31\")"
    func period(_ bound: SubsetExpression.Bound) throws(RequestFault) -> TimePeriod? {
      switch bound {
      case .open: return nil
      case .text(let text): if let period = TimePeriod(text) { return period }
      case .number(let year): if let period = TimePeriod(year: year) { return period }
      }
      throw Self.fault(part, wanted)
    }
    let (low, high) = (try period(part.low), try period(part.high))
    if part.isSingle, low == nil {
      isLatest = true
      return
    }
    guard let days = DayInterval(start: low?.first, end: high?.last) else {
      throw Self.fault(part, "the earlier time first")
    }
    time = days
  }

  private static func fault(_ part: SubsetExpression.Part, _ wanted: String) -> RequestFault {
    fault(part.valuePlace, wanted)
  }

  private static func fault(_ place: Int, _ wanted: String) -> RequestFault {
    .parameter(
      .badPart(parameter: SubsetParameter.declaration.name, place: place, wanted: wanted))
  }
}
