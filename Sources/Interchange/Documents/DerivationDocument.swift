public import Assessment
public import Inquiry
public import JSONText
import Records

extension JSONWriter {
  /// Writes how one number about an incident came about.
  ///
  /// - Parameters:
  ///   - derivation: The tree; its root holds the number.
  ///   - incidentCase: Whose claims it rests on.
  public mutating func derivation(_ derivation: Derivation, of incidentCase: IncidentCase) {
    document(of: incidentCase) { writer in
      if case .number(let value, let isOpen, let measure, let point, let method, _) =
        derivation.fact
      {
        writer.member("subject", "\(measure.code).\(point.code)")
        writer.member("method", method.code)
        writer.member("value", value)
        writer.member("open", isOpen)
      }
      writer.key("derivation")
      writer.node(derivation)
      writer.cited(derivation.everyClaim, in: incidentCase)
    }
  }

  /// Writes how the grade of an incident came about.
  ///
  /// - Parameters:
  ///   - grade: The grade with its reasons.
  ///   - incidentCase: Whose claims it rests on.
  public mutating func gradeDerivation(_ grade: ExplainedGrade, of incidentCase: IncidentCase) {
    document(of: incidentCase) { writer in
      writer.member("subject", "grade")
      writer.member("value", grade.decision.code)
      writer.key("derivation")
      writer.explainedGrade(grade)
      let claims = grade.reasons.flatMap(\.claims) + (grade.recorder?.claims ?? [])
      writer.cited(Set(claims), in: incidentCase)
    }
  }

  private mutating func document(
    of incidentCase: IncidentCase, _ members: (inout JSONWriter) -> Void
  ) {
    beginObject()
    member("id", incidentCase.incident.id.text)
    member("title", incidentCase.incident.title)
    caseMembers(incidentCase)
    members(&self)
    key("data_version")
    dataVersion(incidentCase.dossier.dataVersion)
    endObject()
  }

  private mutating func node(_ node: Derivation) {
    object { writer in
      writer.fact(node.fact)
      writer.member("claims", ids: node.claims)
      writer.member("children", array: node.children) { $0.node($1) }
    }
  }

  private mutating func fact(_ fact: DerivationFact) {
    switch fact {
    case .number(let value, let isOpen, _, _, _, _): number("number", value, isOpen)
    case .without(let value, let isOpen): number("without", value, isOpen)
    case .otherReading(let value, let isOpen): number("other-reading", value, isOpen)
    case .rule(let rule): coded("rule", rule.rawValue)
    case .because(let reason): coded("because", reason.rawValue)
    case .leftOut(let reason, let quantity):
      coded("left-out", reason.rawValue)
      key("quantity")
      if let quantity { self.quantity(quantity) } else { null() }
    case .counted(let quantity):
      member("fact", "counted")
      key("quantity")
      self.quantity(quantity)
    case .countedFigures(let count): counted("counted-figures", count)
    case .leftOutClaims(let reason, let count):
      coded("left-out-claims", reason.rawValue)
      member("count", count)
    case .echoes: member("fact", "echoes")
    case .untried(let count): counted("untried", count)
    case .consistentSet(let minimum, let maximum, let origins):
      member("fact", "consistent-set")
      member("min", minimum)
      member("max", maximum)
      member("independent_origins", origins)
    case .searchStopped(let work): counted("search-stopped", work)
    }
  }

  private mutating func number(_ fact: String, _ value: Int?, _ isOpen: Bool) {
    member("fact", fact)
    member("value", value)
    member("open", isOpen)
  }

  private mutating func coded(_ fact: String, _ code: String) {
    member("fact", fact)
    member("code", code)
  }

  private mutating func counted(_ fact: String, _ count: Int) {
    member("fact", fact)
    member("count", count)
  }

  /// The claims that a derivation names, so that it can be quoted by itself.
  private mutating func cited(_ claims: Set<ClaimID>, in incidentCase: IncidentCase) {
    let sources = incidentCase.testimony.sources
    let cited = incidentCase.testimony.entries.filter { claims.contains($0.id) }
    member("cited", array: cited) { writer, entry in
      writer.object { writer in
        writer.member("id", entry.id.text)
        writer.member("claimant", entry.claim.claimant.text)
        writer.member("claimant_name", sources[entry.claim.claimant]?.name)
        writer.member("public_day", day: entry.claim.publicDay)
        writer.member("statement", entry.claim.statement)
        writer.member("certainty", entry.certainty.code)
      }
    }
  }
}

extension Derivation {
  /// The claims of the tree.
  fileprivate var everyClaim: Set<ClaimID> {
    children.reduce(into: Set(claims)) { $0.formUnion($1.everyClaim) }
  }
}
