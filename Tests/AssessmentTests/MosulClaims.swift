import Assessment
import Foundation
import Records
import TestSupport

/// The claims of data/, read for these tests alone: what assessment needs of them.
struct MosulClaims {
  private let claims: [Claim]
  private let sources: [SourceID: Source]
  /// How incidents stand to each other.
  let links: [IncidentID: [IncidentLink]]

  struct BadCell: Error { let text: String }

  init() throws {
    var claims = try Self.rows("claims.csv").map { try Self.claim($0) }
    var places: [String: Int] = [:]
    for (index, claim) in claims.enumerated() { places[claim.id.text] = index }
    func each(_ file: String, _ add: (inout Claim, Row) throws -> Void) throws {
      for row in try Self.rows(file) {
        guard let place = places[row["claim_id"] ?? ""] else { throw BadCell(text: file) }
        try add(&claims[place], row)
      }
    }
    try each("quantities.csv") { claim, row in claim.quantities.append(try Self.quantity(row)) }
    try each("claim-incidents.csv") { claim, row in
      claim.incidents.append(
        IncidentMembership(
          incident: try row.identifier("incident_id"), certainty: try row.code("certainty")))
    }
    try each("claim-edges.csv") { claim, row in
      claim.edges.append(
        ClaimEdge(
          kind: try row.code("kind"), target: try row.identifier("target"),
          certainty: try row.code("certainty"), note: row["note"]))
    }
    try each("relays.csv") { claim, row in
      claim.relays.append(
        RelayHop(
          outlet: try row.identifier("outlet"), published: try row.time("published"),
          note: row["note"]))
    }
    self.claims = claims
    sources = Dictionary(
      try Self.rows("sources.csv").map { try Self.source($0) }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    var links: [IncidentID: [IncidentLink]] = [:]
    for row in try Self.rows("incident-links.csv") {
      links[try row.identifier("incident_id"), default: []].append(
        IncidentLink(
          kind: try row.code("kind"), target: try row.identifier("target"), reason: row["reason"]))
    }
    self.links = links
  }

  /// The claims about an incident, or only some, such as those of the first article.
  func testimony(
    of incident: String, where isIncluded: (String) -> Bool = { _ in true }
  ) -> Testimony {
    Testimony(
      claims.filter { isIncluded($0.id.text) }.flatMap { claim in
        claim.incidents.filter { $0.incident.text == incident }.map {
          Testimony.Entry(claim: claim, certainty: $0.certainty)
        }
      }, sources: sources)
  }

  /// Every incident that a claim speaks of.
  var incidents: [String] { Set(claims.flatMap { $0.incidents.map(\.incident.text) }).sorted() }

  private static func claim(_ row: Row) throws -> Claim {
    Claim(
      id: try row.identifier("id"), claimant: try row.identifier("claimant"),
      kinds: try row.list("kinds").map { try Row.code($0) }, polarity: try row.code("polarity"),
      modality: try row.code("modality"), hand: try row.code("hand"),
      placeAsStated: row["place_as_stated"], eventTime: try row.time("event_time"),
      uttered: try row.time("uttered"), published: try row.time("published"),
      attributedTo: row.list("attributed_to"), grade: try row["grade"].map { try Row.code($0) },
      verdict: try row["verdict"].map { try Row.code($0) })
  }

  private static func quantity(_ row: Row) throws -> Quantity {
    let quantity = Quantity(
      minimum: row["minimum"].flatMap { Int($0) }, maximum: row["maximum"].flatMap { Int($0) },
      unit: try row.code("unit"), status: try row.code("status"), bound: try row.code("bound"),
      scope: try row.code("scope"), phrase: row["phrase"],
      isCumulative: row["cumulative"] == "true",
      asAt: try row.time("as_at"))
    guard let quantity else { throw BadCell(text: row["claim_id"] ?? "") }
    return quantity
  }

  private static func source(_ row: Row) throws -> Source {
    Source(
      id: try row.identifier("id"), name: row["name"] ?? "", kind: try row.code("kind"),
      affiliation: try row["affiliation"].map { try Row.identifier($0) })
  }

  private static func rows(_ name: String) throws -> [Row] {
    let text = try String(contentsOf: Repository.data.appending(path: name), encoding: .utf8)
    let rows = text.split(separator: "\n").map(cells)
    return rows.dropFirst().map { cells in
      Row(cells: Dictionary(zip(rows[0], cells), uniquingKeysWith: { first, _ in first }))
    }
  }

  private static func cells(of line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}

/// A row by column; an empty cell is absent.
struct Row {
  let cells: [String: String]

  subscript(column: String) -> String? { cells[column].flatMap { $0.isEmpty ? nil : $0 } }

  func list(_ column: String) -> [String] {
    self[column]?.split(separator: "|").map(String.init) ?? []
  }

  func identifier<Record>(_ column: String) throws -> Identifier<Record> {
    try Row.identifier(self[column] ?? "")
  }

  static func identifier<Record>(_ text: String) throws -> Identifier<Record> {
    guard let id = Identifier<Record>(text) else { throw MosulClaims.BadCell(text: text) }
    return id
  }

  func code<Code: Vocabulary>(_ column: String) throws -> Code { try Row.code(self[column] ?? "") }

  static func code<Code: Vocabulary>(_ text: String) throws -> Code {
    guard let code = Code(code: text) else { throw MosulClaims.BadCell(text: text) }
    return code
  }

  func time(_ column: String) throws -> StatedTime? {
    guard let text = self[column] else { return nil }
    guard let time = StatedTime(text) else { throw MosulClaims.BadCell(text: text) }
    return time
  }
}
