import Assessment
import Records

/// Mentions and independent origins, and what changed while claims were handed on.
struct OriginsText {
  private let table: MethodTable
  private let claims: ClaimLine
  private static let shownChanges = 12

  init(_ table: MethodTable, claims: ClaimLine) {
    self.table = table
    self.claims = claims
  }

  func lines(width: Int) -> [String] {
    let origins = table.origins
    guard origins.mentionCount > 0 else { return [] }
    var lines = Paragraph(
      "\(Plural.of("mention", origins.mentionCount)), "
        + "\(Plural.of("independent origin", origins.independentCount))"
        + (origins.leastIndependentCount < origins.independentCount
          ? "; \(origins.leastIndependentCount) if every possible common origin is one" : ""),
      label: "ORIGINS  "
    ).lines(width: width)
    for group in origins.groups where group.members.count > 1 {
      lines += Paragraph(
        "\(group.representative) (\(claims.claimant(of: group.representative))) is repeated by "
          + ClaimLine.list(group.members.dropFirst()), label: "  "
      ).lines(width: width)
    }
    for reason in Dependence.allCases {
      let none = origins.groups.filter { $0.dependence == reason }.map(\.representative)
      guard !none.isEmpty else { continue }
      lines += Paragraph("\(ClaimLine.list(none)): \(Self.words(reason))", label: "  ")
        .lines(width: width)
    }
    return lines + changes(width: width)
  }

  private static func words(_ reason: Dependence) -> String {
    switch reason {
    case .unattributed: "nobody is named as the origin"
    case .anonymousThroughAnonymous: "unnamed through unnamed, so no origin of their own"
    case .sameClaimant: "another statement of a claimant who is counted already"
    }
  }

  private func changes(width: Int) -> [String] {
    let mutations = table.mutations
    guard !mutations.isEmpty else { return [] }
    var lines = ["", "CHANGED ON THE WAY  \(mutations.count)"]
    for mutation in mutations.prefix(Self.shownChanges) {
      let perhaps = mutation.certainty == .possible ? " (possibly)" : ""
      let from = mutation.source.map { " from \($0)\(perhaps)" } ?? ""
      lines += Paragraph(words(mutation.change), label: "  \(mutation.claim)\(from): ")
        .lines(width: width)
    }
    let more = mutations.count - Self.shownChanges
    if more > 0 { lines.append("  and \(more) more: --format json lists them") }
    return lines
  }

  private func words(_ change: Mutation.Change) -> String {
    switch change {
    case .number(let before, let after):
      "number: \(HarmText.quantity(before)) became \(HarmText.quantity(after))"
    case .status(let before, let after): "state: \(before.code) became \(after.code)"
    case .claimant(let before, let after):
      "claimant: \(claims.name(of: before)) became \(claims.name(of: after))"
    case .place(let before, let after):
      "place: “\(before ?? "none")” became \(after.map { "“\($0)”" } ?? "none")"
    case .droppedHop(let hop): "drops the hop \(claims.name(of: hop))"
    case .remark(let hop, let note): "\(claims.name(of: hop)): \(note)"
    }
  }
}
