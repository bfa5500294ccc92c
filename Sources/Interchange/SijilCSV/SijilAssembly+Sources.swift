import Records

extension SijilAssembly {
  /// Adds a row of sources.csv; answers whether the ledger holds the source already.
  mutating func addSource(_ row: inout TableRow) -> Bool {
    let id: SourceID? = row.requiredIdentifier(.id)
    let name = row.requiredText(.name)
    let kind: SourceKind? = row.requiredCode(.kind)
    let affiliation: SourceID? = row.identifier(.affiliation)
    if affiliation != nil, affiliation == id {
      row.refuse(.affiliation, "a source cannot belong to itself")
    }
    refer(to: affiliation.map { .source($0) }, .sources, row, .affiliation)
    var source: Source?
    if row.isSound, let id, let name, let kind {
      source = Source(
        id: id, name: name, kind: kind, affiliation: affiliation,
        language: row.text(.language), note: row.text(.note))
    }
    return Self.declare(id, source, in: &sources, isKnown: known.source, &row)
  }

  /// Adds a row of reliability.csv.
  mutating func addReliability(_ row: inout TableRow) -> Bool {
    let id: SourceID? = row.requiredIdentifier(.sourceID)
    let reliability: SourceReliability? = row.requiredCode(.reliability)
    let assessor = row.requiredText(.assessor)
    let text = row.requiredText(.date)
    let date = text.flatMap { CivilDate($0) }
    if let text, date == nil { row.refuse(.date, "\"\(text)\" is no day such as 2017-03-17") }
    let owner = Self.owner(
      id, in: sources, isKnown: known.source, named: "source", .sourceID, &row)
    if row.isSound, case .draft(let ordinal) = owner, let reliability, let assessor, let date {
      sources.records[ordinal].judgements.append(
        ReliabilityJudgement(reliability: reliability, assessor: assessor, date: date))
    }
    return owner.isDuplicate
  }
}

extension SijilAssembly.Owner {
  /// Whether the ledger holds the owner, and so the row, already.
  var isDuplicate: Bool {
    if case .duplicate = self { true } else { false }
  }
}
