import Assessment
import Inquiry
import MapRendering
import Records

/// The methods side by side, then every number with its claims and its rule.
struct MethodsText {
  private let table: MethodTable

  init(_ table: MethodTable) { self.table = table }

  func lines(width: Int) -> [String] {
    guard !measures.isEmpty else {
      return ["RANGE  no claim in play gives a number under any method: unknown, not nought"]
        + readings(width: width)
    }
    let title = Paragraph(
      "five methods on the same claims; ? is unknown, never nought; (n) is the best",
      label: "RANGE  "
    ).lines(width: width)
    return title + comparison(width: width) + provisional + [""]
      + Method.allCases.flatMap { numbers(of: $0, width: width) } + readings(width: width)
  }

  /// The measures that any method knows something of.
  private var measures: [Measure] {
    Measure.allCases.filter { measure in
      table.results.contains { !$0[measure].isUnknown }
    }
  }

  /// The table, in as many parts as the width takes.
  private func comparison(width: Int) -> [String] {
    var lines: [String] = []
    var rest = measures[...]
    while !rest.isEmpty {
      var count = rest.count
      var part = table(of: rest.prefix(count))
      while count > 1, part.contains(where: { TerminalText($0).columns > width }) {
        count -= 1
        part = table(of: rest.prefix(count))
      }
      lines += (lines.isEmpty ? [] : [""]) + part
      rest = rest.dropFirst(count)
    }
    return lines
  }

  private func table(of measures: some Collection<Measure>) -> [String] {
    var text = TextTable(
      [.init(title: "METHOD")] + measures.map { .init(title: Self.title(of: $0)) })
    for result in table.results {
      text.add([result.method.code] + measures.map { Self.words(result[$0]) })
    }
    return text.lines(width: nil).map { "  \($0)" }
  }

  private var provisional: [String] {
    table[.ibc].isProvisional ? ["  ibc: provisional, fewer than two independent origins"] : []
  }

  private static func title(of measure: Measure) -> String {
    switch measure {
    case .killed, .injured, .buried, .missing: measure.code.uppercased()
    case .killedOrBuried: "KILLED/BURIED"
    case .killedOrInjured: "KILLED/INJURED"
    case .combatantsKilled: "COMBATANTS"
    case .combatantsInjured: "COMB. INJURED"
    case .allKilled: "ALL SIDES"
    }
  }

  /// `61–278`, `61–278 (105)`, `12`, `240+`.
  static func words(_ range: ExplainedRange) -> String {
    if range.isUnknown { return "?" }
    let text = HarmText.range(range.compact)
    guard let best = range.best else { return text }
    return range.minimum?.value == best.value && range.maximum?.value == best.value
      ? text : "\(text) (\(best.value))"
  }

  /// One paragraph for each measure of a method: its numbers with claims and rules.
  private func numbers(of method: Method, width: Int) -> [String] {
    let result = table[method]
    var lines: [String] = []
    for measure in measures {
      for (range, prefix) in [
        (result[measure], ""),
        (method == .airwars ? result.conceded[measure] ?? .unknown : .unknown, "conceded "),
      ] where !range.isUnknown {
        let name = lines.isEmpty ? method.code : ""
        lines += Paragraph(
          words(for: range),
          label: "  \(name.padded(to: 10))  \((prefix + measure.code).padded(to: 17))  "
        ).lines(width: width)
      }
    }
    return lines
  }

  /// The numbers of a range, those that the same claims give once.
  private func words(for range: ExplainedRange) -> String {
    var groups: [(points: [RangePoint], ends: [ExplainedEnd])] = []
    for point in RangePoint.allCases {
      guard let end = range[point] else { continue }
      let same = groups.firstIndex {
        $0.ends[0].value == end.value && $0.ends[0].claims == end.claims
      }
      if let same {
        groups[same].points.append(point)
        groups[same].ends.append(end)
      } else {
        groups.append(([point], [end]))
      }
    }
    return groups.map { group in
      let points = group.points.map(\.code).joined(separator: ", ")
      return groups.count == 1 && group.points.count > 1
        ? words(for: group.ends) : "\(points) \(words(for: group.ends))"
    }.joined(separator: "; ")
  }

  private func words(for ends: [ExplainedEnd]) -> String {
    let end = ends[0]
    let rules = ends.map(\.rule.rawValue).reduce(into: [String]()) { rules, rule in
      if !rules.contains(rule) { rules.append(rule) }
    }
    let echoes = end.echoes.isEmpty ? "" : ", repeated by \(ClaimLine.list(end.echoes))"
    var without = ""
    if end.ifRemoved.count == 1, let removal = end.ifRemoved.first {
      without = ", without it \(HarmText.number(removal.value, isOpen: removal.isOpen))"
    }
    return "\(HarmText.number(end.value, isOpen: ends.contains(where: \.isOpen))) by "
      + "\(ClaimLine.list(end.claims))\(echoes) [\(rules.joined(separator: ", "))]\(without)"
  }

  /// The other reading of words, where it says something else.
  private func readings(width: Int) -> [String] {
    let rows = Method.allCases.flatMap { method -> [String] in
      let result = table[method]
      return Measure.allCases.compactMap { measure in
        guard let other = result.otherReading[measure], !other.isUnknown,
          other.compact.values != result[measure].compact.values
        else { return nil }
        let reading = method == .acled ? "by numbers alone" : "words read literally"
        let claims = RangePoint.allCases.compactMap { other[$0]?.claims }.flatMap(\.self)
        return "  \(method.code.padded(to: 10))  \(measure.code), \(reading): "
          + "\(Self.words(other)) by \(ClaimLine.list(Set(claims).sorted()))"
      }
    }
    guard !rows.isEmpty else { return [] }
    return ["", "WORDS  the other reading of dozens, scores and the like"]
      + rows.flatMap { Paragraph($0, label: "").lines(width: width).map { "  \($0)" } }
  }
}

extension HarmRange {
  /// The numbers alone, for comparing.
  fileprivate var values: [Int?] { [minimum?.value, maximum?.value] }
}

extension String {
  /// Filled with spaces to a number of ASCII characters.
  func padded(to count: Int) -> String {
    self + String(repeating: " ", count: max(0, count - self.count))
  }
}
