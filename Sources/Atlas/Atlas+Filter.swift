import Assessment
import Inquiry
import Records
import SimpleFeatures

/// A question made ready to be put to one incident after another.
struct IncidentFilter {
  let query: IncidentQuery
  let area: AreaTest?
  private let words: [String]
  private let party: String?
  private let first: Int32
  private let last: Int32

  init(_ query: IncidentQuery, areas: PlaceAreas) throws {
    self.query = query
    area = try query.area.map { try AreaTest($0, areas: areas) }
    words = (query.text ?? "").lowercased().split(separator: " ").map(String.init)
    party = query.attributedTo?.lowercased()
    first = query.time?.start?.daysSinceEpoch ?? .min
    last = query.time?.end?.daysSinceEpoch ?? ClaimColumns.noDay
  }

  /// Whether the incident passes everything but place, time and report: the cheap questions first.
  func passesAttributes(_ incident: Int, of atlas: Atlas) -> Bool {
    let columns = atlas.incidents
    if !query.kinds.isEmpty, !query.kinds.contains(columns.kinds[incident]) { return false }
    if !words.isEmpty {
      let text = atlas.searchText(of: incident)
      guard words.allSatisfy(text.contains) else { return false }
    }
    if let party,
      !atlas.parties(of: incident, asOf: query.asOf).contains(where: {
        $0.lowercased().contains(party)
      })
    {
      return false
    }
    guard query.minimumHarm != nil || !query.grades.isEmpty else { return true }
    let assessment = atlas.assessment(of: incident, asOf: query.asOf)
    if let least = query.minimumHarm {
      let greatest = [assessment.killed, assessment.injured]
        .compactMap { $0.maximum?.value ?? $0.minimum?.value }.max()
      guard let greatest, greatest >= least else { return false }
    }
    return query.grades.isEmpty
      || assessment.grade.map { query.grades.contains($0.grade) } ?? false
  }

  /// Whether the incident may have happened in the span asked about; `nil` when it has no time.
  func meetsTime(_ incident: Int, of columns: IncidentColumns) -> Bool? {
    guard query.time != nil else { return true }
    guard columns.hasTime[incident] else { return nil }
    return columns.starts[incident] <= last && first <= columns.ends[incident]
  }
}

extension Atlas {
  /// The words by which an incident is found, lower case.
  func searchText(of incident: Int) -> String {
    var text = "\(incidents.ids[incident]) \(incidents.titles[incident])"
    for candidate in incidents.candidateOffsets[incident] {
      if let place = incidents.candidates[candidate].place {
        text += " \(areas.places[Int(place)].title)"
      }
    }
    return text.lowercased()
  }

  /// Whom the claims about an incident hold responsible, in the order first named.
  func parties(of incident: Int, asOf: CivilDate?) -> [String] {
    var seen: Set<Int32> = []
    var names: [String] = []
    for row in incidents.claimOffsets[incident] {
      let claim = Int(incidents.claims[row])
      guard claims.isPublic(claim, asOf: asOf) else { continue }
      for party in claims.attributions[claims.attributionOffsets[claim]]
      where seen.insert(party).inserted {
        names.append(parties[Int(party)])
      }
    }
    return names
  }
}
