import Records

/// How far from ACLED's point an event may have happened.
///
/// ACLED gives a code, not metres, and its 1 hides the difference between a house and a city. The
/// radii are ours and generous, as with UCDP.
///
/// | `geo_precision` | ACLED's meaning | scale | radius |
/// |---|---|---|---|
/// | 1 | the town or the exact place | `city` | 10 km |
/// | 2 | near a town, part of a region | `subdistrict` | 25 km |
/// | 3 | a larger region, its capital as point | `province_governorate` | 150 km |
///
/// - Note: Source – ACLED Codebook, `geo_precision`; the metres are this project's reading.
enum ACLEDPlacePrecision {
  /// The scale of a code, 1…3.
  static func scale(code: Int) -> LocationScale {
    switch code {
    case 1: .city
    case 2: .subdistrict
    default: .governorate
    }
  }
}

/// When an event happened, by ACLED's date and how precise that is.
///
/// | `time_precision` | ACLED's meaning | read as |
/// |---|---|---|
/// | 1 | the day | the day |
/// | 2 | within a week | six days before to six days after |
/// | 3 | within a month | the month of the date |
///
/// - Note: Source – ACLED Codebook, `time_precision`; the spans are this project's reading.
enum ACLEDTimePrecision {
  /// The time and its precision of a code, 1…3.
  static func time(_ day: CivilDate, code: Int) -> (time: StatedTime?, precision: DatePrecision) {
    switch code {
    case 1: return (StatedTime(day), .day)
    case 2:
      let first = CivilDate(daysSinceEpoch: Int(day.daysSinceEpoch) - 6)
      let last = CivilDate(daysSinceEpoch: Int(day.daysSinceEpoch) + 6)
      return (
        .interval(start: first.map(ExtendedDate.init), end: last.map(ExtendedDate.init)), .week
      )
    default: return (StatedTime(String(day.description.prefix(7))), .month)
    }
  }
}

/// The figure of an event as quantities of a claim.
///
/// `fatalities` counts all sides together, and 0 says that none were reported, not that none died:
/// it gives no figure. Where the event is not one that targets civilians, those among the dead are
/// none to all of them, so that fighters never pass for civilians.
struct ACLEDFigures {
  let fatalities: Int
  let targetsCivilians: Bool

  var quantities: [Quantity] {
    guard fatalities > 0 else { return [] }
    let whole = Quantity(
      minimum: fatalities, maximum: fatalities, unit: .persons, status: .killed, bound: .about,
      phrase: "all sides")
    guard !targetsCivilians else { return [whole].compactMap { $0 } }
    let civilians = Quantity(
      minimum: 0, maximum: fatalities, unit: .civilians, status: .killed, bound: .between,
      phrase: "status unknown")
    return [whole, civilians].compactMap { $0 }
  }
}

extension IncidentKind {
  /// The kind of an event by ACLED's types.
  ///
  /// - Note: Source – ACLED Codebook, event and sub-event types.
  init(acledType type: String, subType: String) {
    switch subType {
    case "Air/drone strike": self = .airstrike
    case "Shelling/artillery/missile attack": self = .artillery
    case "Remote explosive/landmine/IED", "Suicide bomb", "Grenade": self = .explosion
    default:
      switch type {
      case "Battles": self = .battle
      case "Explosions/Remote violence": self = .explosion
      case "Violence against civilians": self = .oneSided
      default: self = .unknown
      }
    }
  }
}
