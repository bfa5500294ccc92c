import Assessment
import Foundation
import Records
import TestSupport
import Testing

/// The claims of `data/`, read without the importer so that these tests stay on their floor.
struct RegisterData {
  let claims: [Claim]
  let sources: [SourceID: Source]

  /// Read once for all tests.
  static let shared = Result { try RegisterData() }

  private init() throws {
    let relays = try rows("relays.csv").grouped("claim_id")
    let quantities = try rows("quantities.csv").grouped("claim_id")
    let edges = try rows("claim-edges.csv").grouped("claim_id")
    let memberships = try rows("claim-incidents.csv").grouped("claim_id")
    claims = try rows("claims.csv").map { row in
      let id = try row.text("id")
      return Claim(
        id: try claimID(id), claimant: try sourceID(row.text("claimant")),
        relays: try (relays[id] ?? []).map {
          RelayHop(outlet: try sourceID($0.text("outlet")), published: try $0.time("published"))
        },
        kinds: try row.list("kinds").map { try #require(ClaimKind(code: $0)) },
        polarity: try row.code("polarity"),
        modality: try row.code("modality"),
        hand: try row.code("hand"), statement: row["statement"] ?? "",
        quantities: try (quantities[id] ?? []).map { try $0.quantity() },
        uttered: try row.time("uttered"), published: try row.time("published"),
        incidents: try (memberships[id] ?? []).map {
          IncidentMembership(
            incident: try incidentID($0.text("incident_id")),
            certainty: try $0.code("certainty"))
        },
        edges: try (edges[id] ?? []).map {
          ClaimEdge(
            kind: try $0.code("kind"),
            target: try claimID($0.text("target")),
            certainty: try $0.code("certainty"), note: $0["note"])
        },
        attributedTo: row.list("attributed_to"), grade: row["grade"].flatMap(Grade.init(code:)),
        verdict: row["verdict"].flatMap(BelligerentVerdict.init(code:)))
    }
    sources = Dictionary(
      try rows("sources.csv").map { row in
        let id = try sourceID(row.text("id"))
        return (
          id,
          Source(
            id: id, name: try row.text("name"),
            kind: try row.code("kind"),
            affiliation: try row["affiliation"].map(sourceID))
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The incidents that claims speak of, by identifier.
  static func incidents() throws -> [IncidentID] {
    Set(try shared.get().claims.flatMap(\.incidents).map(\.incident)).sorted()
  }

  /// The claims about one incident.
  static func testimony(_ incident: String) throws -> Testimony {
    let data = try shared.get()
    let entries = data.claims.compactMap { claim in
      claim.incidents.first { $0.incident.text == incident }
        .map { Testimony.Entry(claim: claim, certainty: $0.certainty) }
    }
    return Testimony(entries, sources: data.sources)
  }

  /// The claims of the first article about the strike of 17 March 2017.
  static func firstArticle() throws -> Testimony {
    try testimony("CI550").selecting { $0.id.text.hasPrefix("S") }
  }
}

func sourceID(_ text: String) throws -> SourceID { try #require(SourceID(text)) }

func incidentID(_ text: String) throws -> IncidentID { try #require(IncidentID(text)) }

func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

/// A row by column name, without its empty cells.
private typealias Row = [String: String]

extension Row {
  fileprivate func text(_ column: String) throws -> String { try #require(self[column]) }

  fileprivate func code<Code: Vocabulary>(_ column: String) throws -> Code {
    let text = try text(column)
    return try #require(Code(code: text))
  }

  fileprivate func list(_ column: String) -> [String] {
    self[column].map { $0.split(separator: "|").map(String.init) } ?? []
  }

  fileprivate func time(_ column: String) throws -> StatedTime? {
    try self[column].map { try #require(StatedTime($0)) }
  }

  fileprivate func quantity() throws -> Quantity {
    let quantity = Quantity(
      minimum: self["minimum"].flatMap { Int($0) }, maximum: self["maximum"].flatMap { Int($0) },
      unit: try code("unit"), status: try code("status"), bound: try code("bound"),
      scope: try code("scope"), phrase: self["phrase"],
      isCumulative: self["cumulative"] == "true", asAt: try time("as_at"))
    return try #require(quantity)
  }
}

extension [Row] {
  fileprivate func grouped(_ column: String) throws -> [String: [Row]] {
    Dictionary(grouping: self) { $0[column] ?? "" }
  }
}

/// The rows of one table of `data/`.
private func rows(_ file: String) throws -> [Row] {
  let text = try String(contentsOf: Repository.data.appending(path: file), encoding: .utf8)
  var lines = cells(text)
  let header = lines.removeFirst()
  return lines.map { line in
    Dictionary(zip(header, line).filter { !$1.isEmpty }, uniquingKeysWith: { first, _ in first })
  }
}

/// The cells of a table with quotes, doubled inside.
private func cells(_ text: String) -> [[String]] {
  var lines: [[String]] = []
  var line: [String] = []
  var cell = ""
  var isQuoted = false
  for character in text {
    switch character {
    case "\"":
      if !isQuoted && !cell.isEmpty { cell.append(character) }
      isQuoted.toggle()
    case "," where !isQuoted:
      line.append(cell)
      cell = ""
    case "\n" where !isQuoted:
      lines.append(line + [cell])
      line = []
      cell = ""
    default: cell.append(character)
    }
  }
  return lines
}
