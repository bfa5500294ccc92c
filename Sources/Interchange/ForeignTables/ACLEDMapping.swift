import Records
import SimpleFeatures

/// Maps an event of ACLED to an incident with one claim by ACLED.
///
/// The incident is `acled-<event_id_cnty>`, its claim the same with `-c`. Every cell but the
/// identifier stays on the claim as a foreign field, so the row can be had back.
///
/// - Note: Source – ACLED Codebook; Raleigh et al., Introducing ACLED, 2010,
///   doi:10.1177/0022343310378914.
struct ACLEDMapping: RowMapping {
  static let requiredColumns: [ACLEDColumn] = [
    .id, .date, .timePrecision, .eventType, .subEventType, .actor1, .latitude, .longitude,
    .geoPrecision, .fatalities,
  ]

  private var events: DatasetEvents
  private var seen: [String: Int] = [:]
  private var texts = TextCache()

  /// Makes a mapping.
  ///
  /// - Parameter known: What the ledger holds already.
  init(known: KnownRecords) {
    events = DatasetEvents(
      of: Source(
        id: SourceID(literal: "acled"), name: "Armed Conflict Location and Event Data",
        kind: .dataset, language: "en", note: "https://acleddata.com, under its own terms of use"),
      known: known)
  }

  mutating func map(
    _ row: inout ForeignRow<ACLEDColumn>, into sink: inout some RecordSink
  ) throws -> ImportReport.Outcome {
    let text = row.requiredText(.id)
    if let text, let line = seen.updateValue(row.row.line, forKey: text) {
      row.refuse(.id, "event \(text) was read already on line \(line)")
    }
    let ids = text.flatMap(events.identifiers)
    if let text, ids == nil { row.refuse(.id, "\"\(text)\" is no identifier") }
    let event = ACLEDEvent(&row)
    guard row.isSound, let text, let ids, let event else { return .refused }
    return try events.add(
      event, id: text, as: ids, keeping: row.fields(except: .id, &texts), to: &sink)
  }
}

/// The typed part of a row.
private struct ACLEDEvent: DatasetEvent {
  let kind: IncidentKind
  let actor: String
  let other: String?
  let type: String
  let targetsCivilians: Bool
  let placeAsStated: String?
  let position: Position
  let geoPrecision: Int
  let eventTime: StatedTime?
  let timePrecision: DatePrecision
  let figures: ACLEDFigures

  init?(_ row: inout ForeignRow<ACLEDColumn>) {
    let day = Self.day(&row)
    let timeCode = row.requiredCode(.timePrecision, in: 1...3)
    let type = row.requiredText(.eventType)
    let subType = row.requiredText(.subEventType)
    let actor = row.requiredText(.actor1)
    let position = row.requiredPosition(longitude: .longitude, latitude: .latitude)
    let geoCode = row.requiredCode(.geoPrecision, in: 1...3)
    let fatalities = row.requiredWholeNumber(.fatalities)
    guard let day, let timeCode, let type, let subType, let actor, let position, let geoCode,
      let fatalities
    else { return nil }
    (eventTime, timePrecision) = ACLEDTimePrecision.time(day, code: timeCode)
    kind = IncidentKind(acledType: type, subType: subType)
    self.actor = actor
    other = row.text(.actor2)
    self.type = subType
    targetsCivilians =
      row.text(.civilianTargeting) == "Civilian targeting" || type == "Violence against civilians"
    placeAsStated = row.text(.location)
    self.position = position
    geoPrecision = geoCode
    figures = ACLEDFigures(fatalities: fatalities, targetsCivilians: targetsCivilians)
  }

  /// A day as the export writes it now, or as it did before: `17 March 2017`.
  private static func day(_ row: inout ForeignRow<ACLEDColumn>) -> CivilDate? {
    guard let text = row.requiredText(.date) else { return nil }
    let words = text.split(separator: " ")
    if words.count == 3, let day = Int(wholeNumber: Array(words[0].utf8)[...]),
      let month = months.firstIndex(of: words[1].lowercased()),
      let year = Int(wholeNumber: Array(words[2].utf8)[...]),
      let date = CivilDate(year: year, month: month + 1, day: day)
    {
      return date
    }
    return row.requiredDay(.date)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  var title: String {
    [other.map { "\(actor) – \($0)" } ?? actor, placeAsStated].compactMap { $0 }.joined(
      separator: ", ")
  }

  var statement: String {
    figures.fatalities > 0
      ? "\(type): deaths of all sides together, \(figures.fatalities)."
      : "\(type): no deaths reported."
  }

  var quantities: [Quantity] { figures.quantities }

  var attributedTo: [String] { targetsCivilians ? [actor] : [] }

  var note: String? { nil }

  func location(assertedBy claim: ClaimID) -> LocationCandidate {
    let scale = ACLEDPlacePrecision.scale(code: geoPrecision)
    return LocationCandidate(
      assertedBy: claim, scale: scale,
      extent: .disc(center: position, radiusMeters: scale.customaryRadiusMeters),
      statedPrecision: "geo_precision \(geoPrecision)", placeAsStated: placeAsStated)
  }
}
