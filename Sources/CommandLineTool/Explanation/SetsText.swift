import Assessment
import Records

/// The sets of claims that can all be true together, and what each leaves.
struct SetsText {
  private let view: ConstraintView
  private static let shown = 6

  init(_ view: ConstraintView) { self.view = view }

  func lines(width: Int) -> [String] {
    let all = Measure.allCases.compactMap { view[$0] }.filter { !$0.sets.isEmpty }
    guard !all.isEmpty else { return [] }
    return ["TRUE TOGETHER  the largest sets of claims without a contradiction"]
      + all.flatMap { lines(of: $0, width: width) }
  }

  private func lines(of sets: ConsistentSets, width: Int) -> [String] {
    var lines = sets.sets.prefix(Self.shown).enumerated().flatMap { index, set in
      Paragraph(
        words(set),
        label: "  \((index == 0 ? sets.measure.code : "").padded(to: 18)) "
          + "\(HarmText.bounds(set.minimum, set.maximum).padded(to: 12)) "
      ).lines(width: width)
    }
    let more = sets.sets.count - Self.shown + sets.search.omittedSetCount
    if more > 0 { lines.append("  \("".padded(to: 18)) and \(more) smaller sets") }
    if !sets.search.isComplete {
      lines.append(
        "  \("".padded(to: 18)) the search stopped at its budget: there may be other sets")
    }
    return lines
  }

  private func words(_ set: ConsistentSet) -> String {
    var parts = ["\(Plural.claims(set.claims.count)), \(Plural.of("origin", set.independentCount))"]
    if !set.floor.isEmpty { parts.append("floor \(ClaimLine.list(set.floor))") }
    if !set.ceiling.isEmpty { parts.append("ceiling \(ClaimLine.list(set.ceiling))") }
    if !set.contradicts.isEmpty { parts.append("against \(ClaimLine.list(set.contradicts))") }
    if let less = set.minimumWithCombatants {
      parts.append("\(less) if the combatants are among the bodies")
    }
    return parts.joined(separator: "; ")
  }
}
