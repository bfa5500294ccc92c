public import Assessment
public import Inquiry
public import JSONText
import Records

extension JSONWriter {
  /// Writes who contradicts, replaces or echoes whom among the claims about one incident.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - incidentCase: Whose claims they are.
  ///   - links: Writes the value of `links`.
  public mutating func contradictions(
    _ graph: ContradictionGraph, of incidentCase: IncidentCase,
    links: (inout JSONWriter) -> Void = JSONWriter.noLinks
  ) {
    caseDocument(incidentCase, links: links) {
      $0.member("claims", array: graph.nodes) { writer, node in
        writer.object { writer in
          writer.member("id", node.id.text)
          writer.member("claimant", node.claimant.text)
          writer.member("claimant_name", node.claimantName)
          writer.member("public_day", day: node.publicDay)
          writer.member("certainty", node.certainty.code)
          writer.member("standing", node.isStanding)
        }
      }
      $0.member("edges", array: graph.edges) { $0.edge($1) }
      $0.member("edges_out", array: graph.edgesOut) { $0.edge($1) }
      $0.member("denial_cycles", array: graph.denialCycles) { $0.identifiers($1) }
      $0.member("self_denials", ids: graph.selfDenials)
      $0.member("unlisted_conflicts", graph.unlistedConflictCount)
    }
  }

  private mutating func edge(_ edge: ContradictionEdge) {
    object { writer in
      writer.member("from", edge.from.text)
      writer.member("to", edge.to.text)
      writer.member("kind", edge.kind.rawValue)
      writer.member("certainty", edge.certainty.code)
      writer.member("stated", edge.isStated)
      writer.key("figures")
      if let figures = edge.figures {
        writer.object { writer in
          writer.member("rule", figures.rule.rawValue)
          writer.member("higher", figures.higher.text)
          writer.member("least", figures.least)
          writer.member("lower", figures.lower.text)
          writer.member("greatest", figures.greatest)
        }
      } else {
        writer.null()
      }
      writer.member("note", edge.note)
    }
  }
}
