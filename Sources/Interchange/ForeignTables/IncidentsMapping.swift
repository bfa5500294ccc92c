import Records
import SimpleFeatures

/// The columns of the `incidents-csv` schema; the first four must be there, any others may be.
enum IncidentsColumn: Int, ForeignColumn {
  case id
  case date
  case longitude
  case latitude
  case title
  case kind
  case radiusMeters
  case locationPrecision
  case district
  case killedMinimum
  case killedMaximum
  case injuredMinimum
  case injuredMaximum
  case casualtiesMinimum
  case casualtiesMaximum
  case grading

  /// The name in the file's first line.
  var name: String {
    switch self {
    case .id: "id"
    case .date: "date"
    case .longitude: "lon"
    case .latitude: "lat"
    case .title: "title"
    case .kind: "kind"
    case .radiusMeters: "radius_m"
    case .locationPrecision: "location_precision"
    case .district: "district"
    case .killedMinimum: "killed_min"
    case .killedMaximum: "killed_max"
    case .injuredMinimum: "injured_min"
    case .injuredMaximum: "injured_max"
    case .casualtiesMinimum: "casualties_min"
    case .casualtiesMaximum: "casualties_max"
    case .grading: "grading"
    }
  }
}

/// Maps a row of a plain table of incidents to an incident with one claim by the table.
///
/// The claimant is the data set itself, a source named after the file: a row's figures are what the
/// table says, whoever it had them from. Columns without a place in the records, such as `source`,
/// stay on the claim as foreign fields. A point needs `radius_m`, or a `location_precision` that
/// stands for one.
struct IncidentsMapping: RowMapping {
  static let requiredColumns: [IncidentsColumn] = [.id, .date, .longitude, .latitude]

  private let known: KnownRecords
  private let source: Source
  private var isSourcePending: Bool
  private var seen: Set<IncidentID> = []
  private var texts = TextCache()
  private let otherColumns: [Int]

  /// Makes a mapping.
  ///
  /// - Parameters:
  ///   - known: What the ledger holds already.
  ///   - file: The file's name.
  ///   - columns: All columns of the file.
  init(known: KnownRecords, file: String, columns: [String]) {
    self.known = known
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    let slug = stem.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    source = Source(
      id: SourceID("file-" + String(slug.prefix(100))) ?? SourceID(literal: "file"),
      name: stem, kind: .dataset, note: "Made by the import of \(file).")
    isSourcePending = !known.source(source.id)
    let taken = ForeignColumns<IncidentsColumn>(columns)
    let ours = Set(IncidentsColumn.allCases.compactMap { taken[$0] })
    otherColumns = columns.indices.filter { !ours.contains($0) }
  }

  mutating func takeReferencedRecords() -> RecordBatch {
    guard isSourcePending else { return RecordBatch() }
    isSourcePending = false
    return RecordBatch(sources: [source])
  }

  mutating func map(
    _ row: inout ForeignRow<IncidentsColumn>, into batch: inout RecordBatch
  ) -> ImportReport.Outcome {
    let text = row.requiredText(.id)
    let id = text.flatMap { IncidentID($0) }
    let claimID = text.flatMap { ClaimID($0 + "-c") }
    if let text, id == nil || claimID == nil { row.refuse(.id, "\"\(text)\" is no identifier") }
    if let id, !seen.insert(id).inserted { row.refuse(.id, "\(id) was read already") }
    let time = time(of: &row)
    let kind = kind(of: &row)
    let grade = grade(of: &row)
    let quantities = quantities(of: &row)
    let place = row.text(.district)
    let point = point(of: &row)
    guard row.isSound, let id, let claimID, let time, let kind, let point else {
      return .refused
    }
    if known.incident(id) { return .duplicate }
    let foreignID = ForeignID(source: source.id, id: id.text)
    batch.incidents.append(
      Incident(
        id: id, title: row.text(.title) ?? place ?? id.text, time: time,
        timePrecision: time.precision, kind: kind,
        locations: [
          LocationCandidate(
            assertedBy: claimID, scale: point.scale, extent: point.extent,
            statedPrecision: row.text(.locationPrecision), placeAsStated: place)
        ], foreignID: foreignID))
    batch.claims.append(
      Claim(
        id: claimID, claimant: source.id,
        kinds: Self.claimKinds(quantities, isGraded: grade != nil), hand: .institution,
        quantities: quantities, placeAsStated: place, eventTime: time,
        incidents: [IncidentMembership(incident: id, certainty: .certain)], grade: grade,
        foreignID: foreignID, foreignFields: otherFields(of: row)))
    return .stored
  }

  private mutating func otherFields(of row: ForeignRow<IncidentsColumn>) -> [ForeignField] {
    var fields: [ForeignField] = []
    for ordinal in otherColumns where !row.row[ordinal].isEmpty {
      let text = texts.text(row.row[ordinal], inColumn: ordinal)
      fields.append(ForeignField(name: row.columns.names[ordinal], value: text))
    }
    return fields
  }

  private static func claimKinds(_ quantities: [Quantity], isGraded: Bool) -> [ClaimKind] {
    var kinds: [ClaimKind] = []
    for quantity in quantities {
      switch quantity.status {
      case .killed: kinds.append(.reportsDeaths)
      case .injured: kinds.append(.reportsInjuries)
      default: kinds.append(.reportsCasualties)
      }
    }
    if isGraded { kinds.append(.assesses) }
    return kinds.isEmpty ? [.reportsCasualties] : kinds
  }
}

// The cells of a row.
extension IncidentsMapping {
  private func time(of row: inout ForeignRow<IncidentsColumn>) -> StatedTime? {
    let cell = row.cell(.date)
    if let day = CivilDate(bytes: cell) { return StatedTime(day) }
    guard let text = row.requiredText(.date) else { return nil }
    let time = StatedTime(text)
    if time == nil { row.refuse(.date, "\"\(text)\" is no time such as 2017-03-17 or 2017-03") }
    return time
  }

  private func kind(of row: inout ForeignRow<IncidentsColumn>) -> IncidentKind? {
    guard let text = row.text(.kind) else { return .unknown }
    let kind = IncidentKind(code: text)
    if kind == nil {
      row.refuse(
        .kind,
        "unknown \(IncidentKind.name) \"\(text)\"; allowed: "
          + IncidentKind.codes.joined(separator: ", "))
    }
    return kind
  }

  private func grade(of row: inout ForeignRow<IncidentsColumn>) -> Grade? {
    guard let text = row.text(.grading) else { return nil }
    let grade = Grade(code: text.lowercased())
    if grade == nil {
      row.refuse(
        .grading,
        "unknown \(Grade.name) \"\(text)\"; allowed: \(Grade.codes.joined(separator: ", "))")
    }
    return grade
  }

  private func quantities(of row: inout ForeignRow<IncidentsColumn>) -> [Quantity] {
    [
      range(of: &row, .killedMinimum, .killedMaximum, .persons, .killed),
      range(of: &row, .injuredMinimum, .injuredMaximum, .persons, .injured),
      range(of: &row, .casualtiesMinimum, .casualtiesMaximum, .casualties, .killedOrInjured),
    ].compactMap { $0 }
  }

  private func range(
    of row: inout ForeignRow<IncidentsColumn>, _ least: IncidentsColumn, _ most: IncidentsColumn,
    _ unit: CountingUnit, _ status: CasualtyStatus
  ) -> Quantity? {
    let minimum = row.wholeNumber(least)
    let maximum = row.wholeNumber(most)
    if let minimum, let maximum, maximum < minimum {
      row.refuse(most, "the range is reversed: \(minimum) to \(maximum)")
    }
    let bound: Bound
    switch (minimum, maximum) {
    case (nil, nil): return nil
    case (_?, nil): bound = .atLeast
    case (nil, _?): bound = .upTo
    case (let minimum?, let maximum?): bound = minimum == maximum ? .exactly : .between
    }
    return Quantity(minimum: minimum, maximum: maximum, unit: unit, status: status, bound: bound)
  }

  /// The disc in which the incident happened.
  private func point(
    of row: inout ForeignRow<IncidentsColumn>
  ) -> (scale: LocationScale, extent: LocationCandidate.Extent)? {
    let position = row.requiredPosition(longitude: .longitude, latitude: .latitude)
    let radius = row.number(.radiusMeters)
    if let radius, radius <= 0 { row.refuse(.radiusMeters, "must be more than 0 metres") }
    let word = row.text(.locationPrecision)
    let scale = word.flatMap { LocationScale(precisionWord: $0) }
    if let word, scale == nil {
      row.refuse(
        .locationPrecision,
        "unknown \(LocationScale.name) \"\(word)\"; allowed: exact, neighbourhood, landmark,"
          + " region, \(LocationScale.codes.joined(separator: ", "))")
    } else if scale == nil, row.cell(.radiusMeters).isEmpty {
      row.refuse(.radiusMeters, "a point needs radius_m or location_precision")
    }
    guard let position, let metres = radius ?? scale?.customaryRadiusMeters else { return nil }
    return (scale ?? .exact, .disc(center: position, radiusMeters: metres))
  }
}

extension StatedTime {
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
