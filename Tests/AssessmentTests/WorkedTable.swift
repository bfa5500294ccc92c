import Assessment
import Records

/// The worked table of the 17 March 2017 strike as text, computed from data/.
///
/// An end is written with the claims that give it; `+` leaves it open above, `–` is unknown.
struct WorkedTable {
  let claims: MosulClaims

  var text: String {
    let dates: [(title: String, day: String?, isFirstArticle: Bool)] = [
      ("2017-03-25, first article only", "2017-03-25", true), ("2017-03-26", "2017-03-26", false),
      ("2017-04-05", "2017-04-05", false), ("2017-05-25", "2017-05-25", false),
      ("everything, undated claims too", nil, false),
    ]
    let parts = dates.map { title, day, isFirst in
      part(title, day.flatMap { CivilDate($0) }, isFirst)
    }
    return "CI550, killed in the strike of 17 March 2017\n\n" + parts.joined(separator: "\n")
      + "\nCI551, everything\n" + line("airwars", wider[.airwars][.killed])
  }

  private var wider: MethodTable { MethodTable(of: claims.testimony(of: "CI551")) }

  private func part(_ title: String, _ day: CivilDate?, _ isFirst: Bool) -> String {
    let testimony = claims.testimony(of: "CI550") { !isFirst || $0.hasPrefix("S") }
    let table = MethodTable(of: testimony, asOf: day)
    var text = "As of \(title): \(table.claimCount) claims, "
    text += "\(table.origins.leastIndependentCount)–\(table.origins.independentCount) "
    text += "independent origins\n"
    text += line("airwars", table[.airwars][.killed])
    if let conceded = table[.airwars].conceded[.killed] { text += line("  conceded", conceded) }
    let ibc = table[.ibc]
    text += line("ibc" + (ibc.isProvisional ? ", provisional" : ""), ibc[.killed])
    text += line("ucdp", table[.ucdp][.killed])
    text += line("  all sides", table[.ucdp][.allKilled])
    text += line("acled", table[.acled][.killed], isOneNumber: true)
    if let numbers = table[.acled].otherReading[.killed] {
      text += line("  numbers alone", numbers, isOneNumber: true)
    }
    text += sets("constraint", table.constraint[.killed])
    text += sets("  killed or buried", table.constraint[.killedOrBuried], limit: 1)
    for series in table.series where !series.falls.isEmpty { text += alarm(series) }
    return text
  }

  private func line(_ name: String, _ range: ExplainedRange, isOneNumber: Bool = false) -> String {
    let ends = isOneNumber ? [range.minimum] : [range.minimum, range.best, range.maximum]
    let shown = isOneNumber || range.best != nil ? ends : [range.minimum, range.maximum]
    return name.padded
      + shown.map { end in
        guard let end else { return "–" }
        return "\(end.value)\(end.isOpen ? "+" : "") [\(list(end.claims))]"
      }.joined(separator: " … ") + "\n"
  }

  private func sets(_ name: String, _ sets: ConsistentSets?, limit: Int = 10) -> String {
    guard let sets else { return name.padded + "–\n" }
    return sets.sets.prefix(limit).enumerated().map { index, set in
      let ends = [set.minimum, set.maximum].map { $0.map(String.init) ?? "" }
      var text = index == 0 ? name.padded : "".padded
      text += ends[0] == ends[1] ? "N = \(ends[0])" : "N = \(ends[0])…\(ends[1])"
      if let least = set.minimumWithCombatants { text += " (\(least) with combatants)" }
      text += ", \(set.independentCount) origins {\(list(set.claims))}"
      if !set.contradicts.isEmpty { text += " against {\(list(set.contradicts))}" }
      return text + "\n"
    }.joined()
  }

  private func alarm(_ series: CumulativeSeries) -> String {
    let steps = series.steps.map { "\($0.minimum) [\(list($0.claims))]" }
    let falls = series.falls.map { "\($0.before.minimum) → \($0.after.minimum)" }
    return "scope-suspect".padded + steps.joined(separator: " → ")
      + "; falls \(falls.joined(separator: ", "))\n"
  }

  private func list(_ claims: [ClaimID]) -> String {
    claims.map(\.text).joined(separator: " ")
  }
}

extension String {
  fileprivate var padded: String {
    "  " + self + String(repeating: " ", count: Swift.max(1, 20 - count))
  }
}
