import Records
import SimpleFeatures

extension FilterExpression {
  /// The literal of a number: an integer where nothing is lost by that, or `nil` where the digits
  /// are no finite number.
  init?(digits: String) {
    if let integer = Int(digits), Double(strictDecimal: digits) != nil {
      self = .integer(integer)
      return
    }
    guard let value = Double(strictDecimal: digits) else { return nil }
    self.init(value)
  }

  /// The literal of a finite double.
  init(_ value: Double) {
    if value == value.rounded(), value.magnitude <= 0x1p53 {
      self = .integer(Int(value))
    } else {
      self = .number(value)
    }
  }

  /// The fault of an interval whose ends are literals, if there is one.
  var intervalFault: FilterFault? {
    switch self {
    case .interval(.date(let start)?, .date(let end)?): end < start ? .reversedInterval : nil
    case .interval(.timestamp(let start)?, .timestamp(let end)?):
      end < start ? .reversedInterval : nil
    case .interval(.date?, .timestamp?), .interval(.timestamp?, .date?): .mixedInterval
    default: nil
    }
  }
}

/// An end of an interval as a string writes it.
enum IntervalEnd {
  case open
  case date(CivilDate)
  case timestamp(Instant)

  init?(_ text: String) {
    if text == ".." {
      self = .open
    } else if let date = CivilDate(text) {
      self = .date(date)
    } else if let instant = Instant(text) {
      self = .timestamp(instant)
    } else {
      return nil
    }
  }

  var literal: FilterExpression? {
    switch self {
    case .open: nil
    case .date(let date): .date(date)
    case .timestamp(let instant): .timestamp(instant)
    }
  }
}

/// The reference system in which the geometries of a filter are written.
struct CoordinateFrame: Sendable {
  /// Turns two ordinates as written into a position of CRS84; `nil` where they are one already.
  let toCRS84: (@Sendable (Position) -> Position)?

  /// The box of four or six numbers; heights are passed over, for the data has none.
  ///
  /// West beyond east means the antimeridian (RFC 7946 §5.2); south above north is a slip.
  func envelope(
    ofBox numbers: [Double], at location: FilterLocation
  ) throws(FilterError) -> Envelope {
    guard numbers.count == 4 || numbers.count == 6 else {
      throw FilterError(
        .wrongArgumentCount("BBOX", found: numbers.count, wanted: 4), at: location)
    }
    let upper = numbers.count / 2
    let corners = [0, upper].map { first in
      let corner = Position(longitude: numbers[first], latitude: numbers[first + 1])
      return toCRS84?(corner) ?? corner
    }
    for corner in corners where !corner.isValid {
      throw FilterError(
        .geometry(.outsideWorld(longitude: corner.longitude, latitude: corner.latitude)),
        at: location)
    }
    guard corners[0].latitude <= corners[1].latitude else {
      throw FilterError(.reversedBox, at: location)
    }
    return Envelope(
      west: corners[0].longitude, south: corners[0].latitude, east: corners[1].longitude,
      north: corners[1].latitude)
  }
}
