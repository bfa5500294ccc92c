import Records
import SimpleFeatures

/// Maps a row of a table or a layer of incidents to an incident with one claim.
///
/// The claimant is the data set itself, a source named after the file unless the mapping names one:
/// a row's figures are what the table says, whoever it had them from. Where a column names a
/// claimant, the claim is theirs and the data set relays it. Columns without a place in the records
/// stay on the claim as foreign fields. A point needs a radius, or a scale that stands for one; an
/// area is read as the disc round it.
struct IncidentsMapping: RowMapping {
  static let requiredColumns: [IncidentsColumn] = [.id]

  let fields: IncidentFields
  private let known: KnownRecords
  private let source: Source
  private var pending: [Source] = []
  private var told: Set<SourceID> = []
  private var seen = SeenIdentifiers()
  private var texts = TextCache()

  /// Makes a mapping.
  ///
  /// - Parameters:
  ///   - known: What the ledger holds already.
  ///   - file: The file's name.
  ///   - fields: Which columns say what.
  init(known: KnownRecords, file: String, fields: IncidentFields) {
    self.known = known
    self.fields = fields
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    source = Source(
      id: fields.sourceID ?? SourceID("file-" + String(stem.slug.prefix(100)))
        ?? SourceID(literal: "file"),
      name: fields.sourceName ?? fields.sourceID?.text ?? stem, kind: .dataset,
      note: "Made by the import of \(file).")
    need(source)
  }

  func columns(named names: [String]) -> ForeignColumns<IncidentsColumn> {
    fields.columns(among: names)
  }

  mutating func map(
    _ row: inout ForeignRow<IncidentsColumn>, into sink: inout some RecordSink
  ) throws -> ImportReport.Outcome {
    let text = row.requiredText(.id)
    let id = text.flatMap { IncidentID($0) }
    let claimID = text.flatMap { ClaimID($0 + "-c") }
    if let text, id == nil || claimID == nil { row.refuse(.id, "\"\(text)\" is no identifier") }
    if let id, !seen.insert(id.text) { row.refuse(.id, "\(id) was read already") }
    let stated = StatedIncident(&row, fields)
    guard row.isSound, let id, let claimID, let stated else { return .refused }
    if known.incident(id) { return .duplicate }
    let foreignID = ForeignID(source: source.id, id: id.text)
    let claimant = claimant(of: row)
    for source in pending { try sink.add(source) }
    pending.removeAll()
    try sink.add(
      Incident(
        id: id, title: stated.title ?? stated.place ?? id.text, time: stated.time,
        timePrecision: stated.timePrecision, kind: stated.kind,
        locations: stated.point.map { point in
          [
            LocationCandidate(
              assertedBy: claimID, scale: point.scale, extent: point.extent,
              statedPrecision: stated.statedPrecision, placeAsStated: stated.place)
          ]
        } ?? [], foreignID: foreignID))
    try sink.add(
      Claim(
        id: claimID, claimant: claimant, relays: relays(of: stated, by: claimant),
        kinds: stated.claimKinds, hand: claimant == source.id ? .institution : .unattributed,
        quantities: stated.quantities, placeAsStated: stated.place, eventTime: stated.time,
        published: stated.published,
        incidents: [IncidentMembership(incident: id, certainty: .certain)],
        attributedTo: stated.attributedTo, grade: stated.grade, foreignID: foreignID,
        foreignFields: row.otherFields(&texts)))
    return .stored
  }

  private func relays(of stated: StatedIncident, by claimant: SourceID) -> [RelayHop] {
    guard claimant != source.id || stated.url != nil else { return [] }
    return [RelayHop(outlet: source.id, published: stated.published, url: stated.url)]
  }

  /// The source that a row names as its claimant, or the data set.
  private mutating func claimant(of row: ForeignRow<IncidentsColumn>) -> SourceID {
    guard let name = row.text(.claimant),
      let id = SourceID("by-\(String(name.slug.prefix(80)))-\(name.fingerprint)")
    else { return source.id }
    need(
      Source(
        id: id, name: name, kind: .unattributed,
        note: "Named as claimant in \(row.file), which does not say of what kind."))
    return id
  }

  private mutating func need(_ source: Source) {
    guard told.insert(source.id).inserted, !known.source(source.id) else { return }
    pending.append(source)
  }
}

extension String {
  /// Letters and digits of ASCII in small letters, anything else as a hyphen.
  fileprivate var slug: String {
    String(lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }

  /// Eight hexadecimal digits that tell texts apart whose slugs are the same.
  ///
  /// - Note: Source – FNV-1a, 64 bits, folded to 32.
  fileprivate var fingerprint: String {
    let hash = utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let digits = String((hash >> 32) ^ (hash & 0xFFFF_FFFF), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
