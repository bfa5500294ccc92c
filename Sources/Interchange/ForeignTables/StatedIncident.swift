import JSONText
import Records
import SimpleFeatures

/// The typed part of a row about an incident.
struct StatedIncident {
  /// A disc, and how large the thing is that it stands for.
  typealias Point = (scale: LocationScale, extent: LocationCandidate.Extent)

  let title: String?
  let place: String?
  let time: StatedTime?
  let timePrecision: DatePrecision
  let kind: IncidentKind
  let quantities: [Quantity]
  let point: Point?
  let statedPrecision: String?
  let grade: Grade?
  let attributedTo: [String]
  let published: StatedTime?
  let url: String?

  /// Reads a row and notes what is wrong with it; `nil` when anything is.
  init?(_ row: inout ForeignRow<IncidentsColumn>, _ fields: borrowing IncidentFields) {
    let isGuarded = fields.isGuarded
    let time = Self.time(of: &row, isRequired: fields.needsTimeAndPlace)
    let kind = Self.code(of: &row, .kind, IncidentKind.self)
    let precision = Self.code(of: &row, .timePrecision, DatePrecision.self)
    grade = Self.grade(of: &row)
    quantities = Self.quantities(of: &row, fields.unit)
    published = Self.stated(.published, of: &row)
    point = Self.point(of: &row, isRequired: fields.needsTimeAndPlace)
    guard row.isSound else { return nil }
    func text(_ column: IncidentsColumn) -> String? {
      row.text(column).map { isGuarded ? FormulaGuard.removed(from: $0) : $0 }
    }
    self.time = time
    self.kind = kind ?? .unknown
    timePrecision = precision ?? time?.precision ?? .year
    title = text(.title)
    place = text(.place)
    url = row.text(.url)
    statedPrecision = row.text(.locationPrecision)
    attributedTo = text(.attributedTo).map(Self.list) ?? []
  }

  /// The items of a list: JSON as a layer holds it, or separated by `|` or `;`.
  private static func list(_ text: String) -> [String] {
    if text.hasPrefix("["), let elements = try? JSONValue(parsing: text).array {
      return elements.compactMap(\.string)
    }
    return text.split { $0 == "|" || $0 == ";" }
      .map { String($0.trimmingSpaces) }.filter { !$0.isEmpty }
  }

  /// What a claim with these parts does.
  var claimKinds: [ClaimKind] {
    var kinds: [ClaimKind] = []
    for quantity in quantities {
      let kind: ClaimKind =
        switch quantity.status {
        case .killed: .reportsDeaths
        case .injured: .reportsInjuries
        default: .reportsCasualties
        }
      if !kinds.contains(kind) { kinds.append(kind) }
    }
    if grade != nil { kinds.append(.assesses) }
    return kinds.isEmpty ? [.reportsCasualties] : kinds
  }

  private static func code<Code: Vocabulary>(
    of row: inout ForeignRow<IncidentsColumn>, _ column: IncidentsColumn, _: Code.Type
  ) -> Code? {
    guard let text = row.text(column) else { return nil }
    let code = Code(code: text)
    if code == nil {
      row.refuse(
        column, "unknown \(Code.name) \"\(text)\"; allowed: \(Code.codes.joined(separator: ", "))")
    }
    return code
  }

  /// The recorder's grade: one that rules computed is nobody's finding.
  private static func grade(of row: inout ForeignRow<IncidentsColumn>) -> Grade? {
    guard let text = row.text(.grading), row.text(.gradedBy) ?? "recorder" == "recorder" else {
      return nil
    }
    let grade = Grade(code: text.lowercased())
    if grade == nil {
      row.refuse(
        .grading,
        "unknown \(Grade.name) \"\(text)\"; allowed: \(Grade.codes.joined(separator: ", "))")
    }
    return grade
  }
}

// Times.
extension StatedIncident {
  private static func time(
    of row: inout ForeignRow<IncidentsColumn>, isRequired: Bool
  ) -> StatedTime? {
    let cell = row.cell(.date)
    if let day = CivilDate(bytes: cell) { return StatedTime(day) }
    if !cell.isEmpty { return stated(.date, of: &row) }
    if row.columns[.start] != nil || row.columns[.end] != nil { return span(of: &row) }
    if isRequired { row.refuse(.date, "must not be empty") }
    return nil
  }

  /// From the first to the last day; a column that is there but empty leaves its end open.
  private static func span(of row: inout ForeignRow<IncidentsColumn>) -> StatedTime? {
    let start = stated(.start, of: &row)
    let end = stated(.end, of: &row)
    guard row.isSound else { return nil }
    if start == nil, end == nil { return nil }
    if let start, row.columns[.end] == nil || start.interval == end?.interval { return start }
    let first = start?.interval.start
    let last = end?.interval.end
    if let first, let last, last < first {
      row.refuse(.end, "the incident ends on \(last), before it starts on \(first)")
      return nil
    }
    return .interval(start: first.map(ExtendedDate.init), end: last.map(ExtendedDate.init))
  }

  private static func stated(
    _ column: IncidentsColumn, of row: inout ForeignRow<IncidentsColumn>
  ) -> StatedTime? {
    guard let text = row.text(column) else { return nil }
    let time = StatedTime(text) ?? StatedTime(midnightAfter: text)
    if time == nil { row.refuse(column, "\"\(text)\" is no time such as 2017-03-17 or 2017-03") }
    return time
  }
}

// Figures.
extension StatedIncident {
  private static func quantities(
    of row: inout ForeignRow<IncidentsColumn>, _ unit: CountingUnit
  ) -> [Quantity] {
    var quantities: [Quantity] = []
    add(
      .killedMinimum, .killedMaximum, .killedMaximumIsOpen, of: &row, unit, .killed,
      to: &quantities)
    add(
      .injuredMinimum, .injuredMaximum, .injuredMaximumIsOpen, of: &row, unit, .injured,
      to: &quantities)
    add(
      .casualtiesMinimum, .casualtiesMaximum, nil, of: &row, .casualties, .killedOrInjured,
      to: &quantities)
    return quantities
  }

  /// Adds the range, and where its upper end is open the figure that leaves it so.
  private static func add(
    _ least: IncidentsColumn, _ most: IncidentsColumn, _ open: IncidentsColumn?,
    of row: inout ForeignRow<IncidentsColumn>, _ unit: CountingUnit, _ status: CasualtyStatus,
    to quantities: inout [Quantity]
  ) {
    let minimum = row.wholeNumber(least)
    let maximum = row.wholeNumber(most)
    if let minimum, let maximum, maximum < minimum {
      row.refuse(most, "the range is reversed: \(minimum) to \(maximum)")
    }
    let isOpen = open.flatMap { row.text($0) }.map { $0 == "true" || $0 == "1" } ?? false
    func add(_ minimum: Int?, _ maximum: Int?, _ bound: Bound) {
      guard
        let quantity = Quantity(
          minimum: minimum, maximum: maximum, unit: unit, status: status, bound: bound)
      else { return }
      quantities.append(quantity)
    }
    switch (minimum, maximum) {
    case (nil, nil): break
    case (let minimum?, nil): add(minimum, nil, .atLeast)
    case (nil, let maximum?): isOpen ? add(maximum, nil, .atLeast) : add(nil, maximum, .upTo)
    case (let minimum?, let maximum?) where minimum == maximum:
      isOpen ? add(minimum, nil, .atLeast) : add(minimum, maximum, .exactly)
    case (let minimum?, let maximum?):
      add(minimum, maximum, .between)
      if isOpen { add(maximum, nil, .atLeast) }
    }
  }
}

// Places.
extension StatedIncident {
  /// The disc in which the incident happened.
  private static func point(
    of row: inout ForeignRow<IncidentsColumn>, isRequired: Bool
  ) -> Point? {
    let radius = row.number(.radiusMeters)
    if let fault = radius.flatMap(LengthRule.fault) { row.refuse(.radiusMeters, fault) }
    let word = row.text(.locationPrecision)
    let scale = word.flatMap {
      LocationScale(precisionWord: $0) ?? LocationScale(precisionWord: IncidentFields.folded($0))
    }
    if let word, scale == nil {
      row.refuse(
        .locationPrecision,
        "unknown \(LocationScale.name) \"\(word)\"; allowed: exact, neighbourhood, landmark,"
          + " region, \(LocationScale.codes.joined(separator: ", "))")
    }
    let isStated = !row.cell(.longitude).isEmpty || !row.cell(.latitude).isEmpty
    let center: Position
    var extent = 0.0
    if isStated || isRequired {
      guard let position = row.requiredPosition(longitude: .longitude, latitude: .latitude) else {
        return nil
      }
      center = position
    } else {
      guard let disc = row.geometry?.enclosingDisc else { return nil }
      center = disc.center
      extent = disc.radiusMeters
    }
    let stated = radius ?? (extent == 0 ? scale?.customaryRadiusMeters : nil)
    if stated == nil, extent == 0, row.isSound {
      row.refuse(.radiusMeters, "a point needs radius_m or location_precision")
    }
    // An area that its own radius describes keeps that: corners are rounded. A larger one counts.
    let metres = stated.map { extent <= $0 * 1.01 ? $0 : extent } ?? extent
    guard row.isSound else { return nil }
    return (scale ?? .exact, .disc(center: center, radiusMeters: metres))
  }
}

extension Geometry {
  /// The middle of the box round the geometry and the way to its farthest position; `nil` when
  /// empty.
  fileprivate var enclosingDisc: (center: Position, radiusMeters: Double)? {
    if case .point(let position) = self { return (position, 0) }
    guard let center = envelope?.center else { return nil }
    var radius = 0.0
    forEachPosition { radius = max(radius, center.distanceMeters(to: $0)) }
    return (center, radius)
  }
}

extension StatedTime {
  /// A day written as GIS formats do, which have no date without a time: midnight after it.
  fileprivate init?(midnightAfter text: String) {
    let rest = text.dropFirst(10)
    let isMidnight =
      rest.dropFirst().hasPrefix("00:00:00") && (rest.first == "T" || rest.first == " ")
    let day = text.prefix(10).map { $0 == "/" ? "-" : $0 }
    guard rest.isEmpty || isMidnight, let date = CivilDate(String(day)) else { return nil }
    self.init(date)
  }

  /// How finely a time is written; a span counts as days, a month or a year by its length.
  var precision: DatePrecision {
    switch self {
    case .date(let date): date.precision
    case .instant: .day
    case .interval:
      switch (interval.start, interval.end) {
      case (let start?, let end?):
        switch end.daysSinceEpoch - start.daysSinceEpoch {
        case 0: .day
        case 1..<6: .days
        case 6..<8: .week
        case 8..<32: .month
        default: .year
        }
      default: .year
      }
    }
  }
}

extension StringProtocol {
  fileprivate var trimmingSpaces: SubSequence {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return text
  }
}
