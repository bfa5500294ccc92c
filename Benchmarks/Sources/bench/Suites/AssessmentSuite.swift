import Assessment
import Records

extension Suite {
  /// The default method over columns of evidence, five claims an incident, on one thread and
  /// without explanation; then all methods explained for one dossier of 70 claims, and for one of
  /// 10,000.
  static let assessment = Suite(name: "assessment") { size in
    let columns = EvidenceColumns(incidents: size)
    let (plain, known) = Timing.measure(repetitions: 3) { columns.assessAll() }
    var line: [String: JSON] = [
      "peer": .text("sijil"), "claims": .number(Double(columns.days.count)),
      "default_cpu_s": .rounded(median(plain.cpu), digits: 3),
      "incidents_per_cpu_s": .rounded(Double(size) / median(plain.cpu), digits: 0),
      "known_ranges": .number(Double(known)),
    ]
    for claims in [70, 10_000] where size >= claims {
      let testimony = try testimony(of: claims)
      let (explained, count) = Timing.measure(repetitions: 3) {
        MethodTable(of: testimony).origins.independentCount
          + ExplainedGrade(testimony).reasons.count
      }
      line["explained_\(claims)_cpu_ms"] = .rounded(median(explained.cpu) * 1_000, digits: 2)
      line["explained_\(claims)_sink"] = .number(Double(count))
    }
    return [line]
  }

  /// Claims by different sources about one event, no two figures alike for long.
  private static func testimony(of count: Int) throws -> Testimony {
    var random = FixedGenerator(state: 550)
    let incident = try identifier("E", as: Incident.self)
    let entries = try (0..<count).map { number in
      let least = Int.random(in: 1...400, using: &random)
      let day = CivilDate(daysSinceEpoch: 17_240 + Int.random(in: 0..<90, using: &random))
      let quantity = Quantity(
        minimum: least, maximum: Bool.random(using: &random) ? nil : least + 40, unit: .civilians,
        status: .killed, bound: .between)
      return Testimony.Entry(
        claim: Claim(
          id: try identifier("C\(number)", as: Claim.self),
          claimant: try identifier("s\(number % 97)", as: Source.self), kinds: [.reportsDeaths],
          hand: .institution, quantities: quantity.map { [$0] } ?? [],
          published: day.map { StatedTime($0) },
          incidents: [IncidentMembership(incident: incident, certainty: .certain)]),
        certainty: .certain)
    }
    return Testimony(entries)
  }

  private static func identifier<Record>(
    _ text: String, as type: Record.Type
  ) throws -> Identifier<Record> {
    guard let identifier = Identifier<Record>(text) else {
      throw PeerFiles.Missing(description: "\(text) is no identifier")
    }
    return identifier
  }
}

/// What an atlas keeps of claims, five an incident, in flat columns.
private struct EvidenceColumns {
  let incidents: Int
  var days: [CivilDate?] = []
  var figures: [Figure] = []

  private static let claimsPerIncident = 5

  init(incidents: Int) {
    self.incidents = incidents
    var random = FixedGenerator(state: 17)
    days.reserveCapacity(incidents * Self.claimsPerIncident)
    figures.reserveCapacity(incidents * Self.claimsPerIncident)
    for _ in 0..<incidents * Self.claimsPerIncident {
      let least = Int.random(in: 0...60, using: &random)
      guard
        let quantity = Quantity(
          minimum: least, maximum: least + Int.random(in: 0...20, using: &random),
          unit: .civilians, status: .killed, bound: .between)
      else { continue }
      days.append(CivilDate(daysSinceEpoch: 17_000 + Int.random(in: 0..<900, using: &random)))
      figures.append(Figure(quantity, isAllSides: false))
    }
  }

  /// How many incidents have a range; every one is assessed.
  func assessAll() -> Int {
    var known = 0
    for incident in 0..<incidents {
      let first = incident * Self.claimsPerIncident
      let evidence = (first..<first + Self.claimsPerIncident).map { claim in
        Evidence(
          claim: Int32(truncatingIfNeeded: claim), publicDay: days[claim], isAssessment: false,
          grade: nil, figures: figures[claim...claim], isCertain: true,
          signals: [.reportsHarm, .isCredible], origin: UInt32(truncatingIfNeeded: claim % 7))
      }
      if !IncidentAssessment(of: evidence).killed.isUnknown { known += 1 }
    }
    return known
  }
}
