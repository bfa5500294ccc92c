import Records

/// How far from UCDP's point an event may have happened, and how large the place is that it names.
///
/// UCDP says how precise a point is by a code, not in metres, and codes 3 to 6 are the middle of an
/// administrative area. The radii are ours and generous, so that such a point never joins the
/// district that happens to lie under it.
///
/// | `where_prec` | UCDP's meaning | scale | radius |
/// |---|---|---|---|
/// | 1 | the named place itself, told by the last word of `where_coordinates`: | | |
/// | | … town | `town` | 5 km |
/// | | … city | `city` | 10 km |
/// | | … village | `village` | 1.5 km |
/// | | … suburb, neighborhood, quarter | `neighbourhood_area` | 1.5 km |
/// | | anything else | `nearby_landmark` | 1.5 km |
/// | 2 | within about 25 km of a named place | `subdistrict` | 25 km |
/// | 3 | second-order area (ADM2) | `district` | 75 km |
/// | 4 | first-order area (ADM1) | `province_governorate` | 150 km |
/// | 5 | a line, a border, a vague region | `province_governorate` | 150 km |
/// | 6 | the country | `country` | 400 km |
/// | 7 | water or airspace | `country` | 400 km |
///
/// - Note: Source – UCDP GED Codebook, `where_prec`; the metres are this project's reading.
struct UCDPPlacePrecision: Hashable {
  let scale: LocationScale
  let radiusMeters: Double

  /// The reading of a code.
  ///
  /// - Parameters:
  ///   - code: `where_prec`, 1…7.
  ///   - place: `where_coordinates`.
  init(code: Int, place: String) {
    scale =
      switch code {
      case 1: Self.named(place)
      case 2: .subdistrict
      case 3: .district
      case 4, 5: .governorate
      default: .country
      }
    radiusMeters = scale.customaryRadiusMeters
  }

  private static func named(_ place: String) -> LocationScale {
    if place.hasSuffix(" town") { return .town }
    if place.hasSuffix(" city") { return .city }
    if place.hasSuffix(" village") { return .village }
    let quarters = [" suburb", " neighborhood", " neighbourhood", " quarter"]
    return quarters.contains(where: place.hasSuffix) ? .neighbourhood : .landmark
  }
}

/// The figures of an event as quantities of a claim.
///
/// `low` to `high` is the figure for the whole event, all sides together, and `best` a second one
/// where it says more; they are civilians where `best` holds nobody else, else persons. Where the
/// dead are told apart, the civilians of the event are at least those so called and at most with
/// those of unknown status, and so are the fighters. Each side and those of unknown status are
/// parts that add up to `best`. A zero is kept as a figure only where it tells something: no
/// civilian among deaths whose status is all known, or a floor below those of unknown status.
struct UCDPFigures {
  let low: Int
  let best: Int
  let high: Int
  let sideA: Int
  let sideB: Int
  let civilians: Int
  let unknown: Int

  /// Whether `low`, `best` and `high` stand in that order; in some rows of the release they do not.
  var isOrdered: Bool { low <= best && best <= high }

  /// The quantities, the whole first.
  var quantities: [Quantity] {
    let least = min(low, best, high)
    let most = max(low, best, high)
    let whole: CountingUnit = holdsCiviliansAlone ? .civilians : .persons
    var quantities: [Quantity?] = [
      Quantity(
        minimum: least, maximum: most, unit: whole, status: .killed,
        bound: least == most ? .exactly : .between)
    ]
    if least != most { quantities.append(about(best, whole, .event, "best estimate")) }
    if !holdsCiviliansAlone, isToldApart {
      quantities.append(orUnknown(civilians, .civilians, "civilians"))
      if fighters > 0 { quantities.append(orUnknown(fighters, .combatants, "both sides")) }
    }
    if sideA > 0 { quantities.append(about(sideA, .combatants, .part, "side A")) }
    if sideB > 0 { quantities.append(about(sideB, .combatants, .part, "side B")) }
    if unknown > 0 { quantities.append(about(unknown, .persons, .part, "status unknown")) }
    return quantities.compactMap { $0 }
  }

  private var fighters: Int { sum(sideA, sideB) }

  private var holdsCiviliansAlone: Bool { civilians > 0 && fighters == 0 && unknown == 0 }

  /// Whether the status of any is known, or there is nobody whose status could be unknown.
  private var isToldApart: Bool { civilians > 0 || fighters > 0 || unknown == 0 }

  /// Those of a status in the whole event, and with those of unknown status at most.
  private func orUnknown(_ count: Int, _ unit: CountingUnit, _ phrase: String) -> Quantity? {
    Quantity(
      minimum: count, maximum: sum(count, unknown), unit: unit, status: .killed,
      bound: unknown > 0 ? .between : count == 0 ? .exactly : .about, phrase: phrase)
  }

  private func sum(_ one: Int, _ other: Int) -> Int {
    let (sum, isOver) = one.addingReportingOverflow(other)
    return isOver ? .max : sum
  }

  private func about(
    _ count: Int, _ unit: CountingUnit, _ scope: QuantityScope, _ phrase: String
  ) -> Quantity? {
    Quantity(
      minimum: count, maximum: count, unit: unit, status: .killed, bound: .about, scope: scope,
      phrase: phrase)
  }
}
