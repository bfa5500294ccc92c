import Records
import SimpleFeatures

/// Maps an event of UCDP GED to an incident with one claim by UCDP.
///
/// The incident is `ucdp-<id>`, its claim `ucdp-<id>-c`. Every cell of the row but the identifier
/// stays on the claim as a foreign field, so the row can be had back. The day on which UCDP
/// published the event is not in the file and stays unknown.
///
/// - Note: Source – UCDP GED Codebook; Sundberg and Melander, 2013,
///   doi:10.1177/0022343313484347.
struct UCDPMapping: RowMapping {
  static let requiredColumns = UCDPColumn.allCases

  private var events: DatasetEvents
  private var seen: [Int: Int] = [:]
  private var texts = TextCache()

  /// Makes a mapping.
  ///
  /// - Parameter known: What the ledger holds already.
  init(known: KnownRecords) {
    events = DatasetEvents(
      of: Source(
        id: SourceID(literal: "ucdp"),
        name: "Uppsala Conflict Data Program, Georeferenced Event Dataset", kind: .dataset,
        language: "en", note: "CC BY 4.0, https://ucdp.uu.se"),
      known: known)
  }

  mutating func map(
    _ row: inout ForeignRow<UCDPColumn>, into sink: inout some RecordSink
  ) throws -> ImportReport.Outcome {
    let number = row.requiredWholeNumber(.id)
    if let number, let line = seen.updateValue(row.row.line, forKey: number) {
      row.refuse(.id, "event \(number) was read already on line \(line)")
    }
    let event = UCDPEvent(&row)
    guard row.isSound, let id = number.map({ String($0) }), let event,
      let ids = events.identifiers(of: id)
    else { return .refused }
    return try events.add(
      event, id: id, as: ids, keeping: row.fields(except: .id, &texts), to: &sink)
  }
}

/// The typed part of a row.
private struct UCDPEvent: DatasetEvent {
  let kind: IncidentKind
  let sideA: String
  let sideB: String
  let place: String
  let position: Position
  let wherePrecision: Int
  let timePrecision: DatePrecision
  let eventTime: StatedTime?
  let isClear: Bool
  let figures: UCDPFigures

  init?(_ row: inout ForeignRow<UCDPColumn>) {
    let kind = row.requiredCode(.typeOfViolence, in: 1...3)
    let sideA = row.requiredText(.sideA)
    let sideB = row.requiredText(.sideB)
    let place = row.requiredText(.whereCoordinates)
    let position = row.requiredPosition(longitude: .longitude, latitude: .latitude)
    let wherePrecision = row.requiredCode(.wherePrecision, in: 1...7)
    let datePrecision = row.requiredCode(.datePrecision, in: 1...5)
    let clarity = row.requiredCode(.eventClarity, in: 1...2)
    let time = Self.time(&row)
    let figures = UCDPFigures(&row)
    guard let kind, let sideA, let sideB, let place, let position, let wherePrecision,
      let datePrecision, let timePrecision = DatePrecision(ucdpCode: datePrecision), let clarity,
      let time, let figures
    else { return nil }
    self.kind = kind == 1 ? .stateBased : kind == 2 ? .nonState : .oneSided
    self.sideA = sideA
    self.sideB = sideB
    self.place = place
    self.position = position
    self.wherePrecision = wherePrecision
    self.timePrecision = timePrecision
    eventTime = time
    self.figures = figures
    isClear = clarity == 1
  }

  private static func time(_ row: inout ForeignRow<UCDPColumn>) -> StatedTime? {
    guard let start = row.requiredDay(.dateStart), let end = row.requiredDay(.dateEnd) else {
      return nil
    }
    guard start <= end else {
      row.refuse(.dateEnd, "the event ends on \(end), before it starts on \(start)")
      return nil
    }
    return start == end
      ? StatedTime(start) : .interval(start: ExtendedDate(start), end: ExtendedDate(end))
  }

  var title: String { "\(sideA) – \(sideB), \(place)" }

  var statement: String {
    let deaths =
      figures.low == figures.high && figures.isOrdered
      ? "\(figures.best)" : "\(figures.best) (low \(figures.low), high \(figures.high))"
    return kind == .oneSided
      ? "Deaths in violence by \(sideA) against civilians: \(deaths)."
      : "Deaths in fighting between \(sideA) and \(sideB): \(deaths)."
  }

  var note: String? {
    var notes: [String] = []
    if !isClear { notes.append("Event clarity 2: put together from reports of several events.") }
    if !figures.isOrdered {
      notes.append(
        "UCDP gives low \(figures.low), best \(figures.best), high \(figures.high), which is out"
          + " of order; the range here runs from the least to the greatest.")
    }
    return notes.isEmpty ? nil : notes.joined(separator: " ")
  }

  var quantities: [Quantity] { figures.quantities }

  var placeAsStated: String? { place }

  var attributedTo: [String] { kind == .oneSided ? [sideA] : [] }

  func location(assertedBy claim: ClaimID) -> LocationCandidate {
    let precision = UCDPPlacePrecision(code: wherePrecision, place: place)
    return LocationCandidate(
      assertedBy: claim, scale: precision.scale,
      extent: .disc(center: position, radiusMeters: precision.radiusMeters),
      statedPrecision: "where_prec \(wherePrecision)", placeAsStated: place)
  }
}

extension UCDPFigures {
  init?(_ row: inout ForeignRow<UCDPColumn>) {
    let low = row.requiredWholeNumber(.low)
    let best = row.requiredWholeNumber(.best)
    let high = row.requiredWholeNumber(.high)
    let sideA = row.requiredWholeNumber(.deathsA)
    let sideB = row.requiredWholeNumber(.deathsB)
    let civilians = row.requiredWholeNumber(.deathsCivilians)
    let unknown = row.requiredWholeNumber(.deathsUnknown)
    guard let low, let best, let high, let sideA, let sideB, let civilians, let unknown else {
      return nil
    }
    self.init(
      low: low, best: best, high: high, sideA: sideA, sideB: sideB, civilians: civilians,
      unknown: unknown)
  }
}
