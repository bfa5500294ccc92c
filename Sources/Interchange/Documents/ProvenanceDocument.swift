public import Inquiry
import JSONText
import Records

/// Where an incident's figures come from, as PROV-JSON: claims, who makes them, who handed them on,
/// and which goes back to which.
///
/// | PROV | here |
/// |---|---|
/// | entity `incident:` | the summary of an incident, derived from every claim in play |
/// | entity `claim:` | a claim, attributed to its claimant |
/// | entity `relay:` | one outlet's publication of a claim, derived from the hop before |
/// | agent `source:` | a claimant or an outlet, acting for the body it belongs to |
/// | activity `entry:` | the ledger's entry that the state of the data ends with |
///
/// - Note: Source – W3C Member Submission PROV-JSON, 24 April 2013; PROV-DM, terms of §5.
public struct ProvenanceDocument {
  private let dossier: IncidentDossier
  private let address: String
  private var relations = 0

  /// Makes the document of one incident.
  ///
  /// - Parameters:
  ///   - dossier: The incident with its claims and sources.
  ///   - address: The service's address, without a trailing slash.
  public init(of dossier: IncidentDossier, at address: String) {
    self.dossier = dossier
    self.address = address
  }

  /// The document.
  ///
  /// - Returns: UTF-8; the same for the same dossier and address.
  public mutating func bytes() -> [UInt8] {
    var writer = JSONWriter(reserving: 16_384)
    writer.beginObject()
    prefixes(&writer)
    writer.key("entity")
    writer.beginObject()
    entities(&writer)
    writer.endObject()
    writer.key("agent")
    writer.beginObject()
    for source in sources { agent(source, &writer) }
    writer.endObject()
    writer.key("activity")
    writer.beginObject()
    activity(&writer)
    writer.endObject()
    attributions(&writer)
    derivations(&writer)
    delegations(&writer)
    writer.key("wasGeneratedBy")
    writer.beginObject()
    relation(
      [("prov:entity", incident), ("prov:activity", entry)], &writer)
    writer.endObject()
    writer.endObject()
    return writer.takeBytes()
  }

  private var incident: String { "incident:\(dossier.incident.id)" }
  private var entry: String { "entry:\(dossier.dataVersion.sequence)" }
  private var sources: [Source] { dossier.sources.values.sorted { $0.id < $1.id } }

  private func relay(_ claim: Claim, _ hop: Int) -> String { "relay:\(claim.id).\(hop + 1)" }

  private func prefixes(_ writer: inout JSONWriter) {
    writer.key("prefix")
    writer.object { writer in
      for (name, path) in [
        ("incident", "/collections/incidents/items/"), ("claim", "/collections/claims/items/"),
        ("source", "/collections/sources/items/"), ("relay", "/collections/claims/items/"),
        ("entry", "/versions#"), ("sijil", "/#"),
      ] { writer.member(name, address + path) }
    }
  }

  private func entities(_ writer: inout JSONWriter) {
    writer.member(
      incident,
      object: { writer in
        writer.member("prov:label", dossier.incident.title)
        writer.member("prov:type", "sijil:incident")
        writer.known("sijil:as_of", dossier.asOf?.description)
      })
    for item in dossier.claims {
      let claim = item.claim
      writer.member(
        "claim:\(claim.id)",
        object: { writer in
          writer.member("prov:label", claim.statement)
          writer.member("prov:type", "sijil:claim")
          writer.member("sijil:certainty", item.certainty.code)
          writer.member("sijil:hand", claim.hand.code)
          writer.known("sijil:uttered", claim.uttered?.description)
          writer.known("sijil:published", claim.published?.description)
        })
      for (hop, publication) in claim.relays.enumerated() {
        writer.member(
          relay(claim, hop),
          object: { writer in
            writer.member("prov:type", "sijil:publication")
            writer.known("prov:location", publication.url)
            writer.known("sijil:archived_at", publication.archiveURL)
            writer.known("sijil:content_hash", publication.contentHash)
            writer.known("sijil:published", publication.published?.description)
          })
      }
    }
  }

  private func agent(_ source: Source, _ writer: inout JSONWriter) {
    writer.member(
      "source:\(source.id)",
      object: { writer in
        writer.member("prov:label", source.name)
        writer.member("prov:type", "prov:Agent")
        writer.member("sijil:kind", source.kind.code)
      })
  }

  private func activity(_ writer: inout JSONWriter) {
    writer.member(
      entry,
      object: { writer in
        writer.member("prov:type", "sijil:ledger-entry")
        writer.known("prov:endTime", dossier.dataVersion.recordedAt?.description)
        writer.member("sijil:hash", dossier.dataVersion.hash)
      })
  }

  private mutating func attributions(_ writer: inout JSONWriter) {
    writer.key("wasAttributedTo")
    writer.beginObject()
    for claim in dossier.claims.map(\.claim) {
      relation(
        [("prov:entity", "claim:\(claim.id)"), ("prov:agent", "source:\(claim.claimant)")],
        &writer)
      for (hop, publication) in claim.relays.enumerated() {
        relation(
          [
            ("prov:entity", relay(claim, hop)), ("prov:agent", "source:\(publication.outlet)"),
          ], &writer)
      }
    }
    writer.endObject()
  }

  private mutating func derivations(_ writer: inout JSONWriter) {
    let known = Set(dossier.claims.map(\.claim.id))
    writer.key("wasDerivedFrom")
    writer.beginObject()
    for claim in dossier.claims.map(\.claim) {
      derivation(incident, from: "claim:\(claim.id)", nil, &writer)
      for hop in claim.relays.indices {
        let before = hop == 0 ? "claim:\(claim.id)" : relay(claim, hop - 1)
        derivation(relay(claim, hop), from: before, nil, &writer)
      }
      for edge in claim.edges where known.contains(edge.target) {
        guard let type = edge.kind.derivation else { continue }
        derivation("claim:\(claim.id)", from: "claim:\(edge.target)", type, &writer)
      }
    }
    writer.endObject()
  }

  private mutating func derivation(
    _ made: String, from used: String, _ type: String?, _ writer: inout JSONWriter
  ) {
    relation(
      [("prov:generatedEntity", made), ("prov:usedEntity", used)]
        + (type.map { [("prov:type", $0)] } ?? []), &writer)
  }

  private mutating func delegations(_ writer: inout JSONWriter) {
    writer.key("actedOnBehalfOf")
    writer.beginObject()
    for source in sources {
      guard let body = source.affiliation else { continue }
      relation(
        [("prov:delegate", "source:\(source.id)"), ("prov:responsible", "source:\(body)")],
        &writer)
    }
    writer.endObject()
  }

  /// A relation under a name of its own, which PROV-JSON asks for.
  private mutating func relation(_ members: [(String, String)], _ writer: inout JSONWriter) {
    relations += 1
    writer.member(
      "_:r\(relations)",
      object: { writer in
        for (name, value) in members { writer.member(name, value) }
      })
  }
}

extension JSONWriter {
  /// Writes a member where there is a value: PROV-JSON knows no null.
  fileprivate mutating func known(_ name: String, _ value: String?) {
    if let value { member(name, value) }
  }
}

extension ClaimEdgeKind {
  /// How a claim that holds the edge goes back to its target; `nil` when it does not.
  fileprivate var derivation: String? {
    switch self {
    case .supersedes, .corrects: "prov:Revision"
    case .copies, .translates, .mutates: "prov:Quotation"
    default: nil
    }
  }
}
