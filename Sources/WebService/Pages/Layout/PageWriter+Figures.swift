import Assessment
import Inquiry
import Records

// Numbers of harm, each with the claims that give it; what nobody knows is unknown, never nought.
extension PageWriter {
  /// Claims as links, in their order.
  mutating func claims(_ claims: [ClaimID]) {
    list(claims) { page, claim in page.claim(claim) }
  }

  mutating func claim(_ id: ClaimID) {
    element(.a, [.address(scope.claim(id)), .class("id")]) { $0.notation(id.text) }
  }

  mutating func incident(_ id: IncidentID) {
    element(.a, [.address(scope.item(.incidents, id.text)), .class("id")]) {
      $0.notation(id.text)
    }
  }

  mutating func place(_ id: PlaceID, _ name: String? = nil) {
    link(scope.item(.places, id.text)) { $0.data($0.scope.arabicNames[id] ?? name ?? id.text) }
  }

  mutating func by(_ claims: [ClaimID]) {
    guard !claims.isEmpty else { return }
    element(.span, [.class("by")]) { page in
      page.text(" ")
      page.words(.byClaims)
      page.text(" ")
      page.claims(claims)
    }
  }

  /// A range with the claims of both ends: `105–141`, `40+`, or that it is unknown.
  mutating func range(_ range: HarmRange<ClaimID>) {
    guard !range.isUnknown else { return missing() }
    element(.strong, [.class("n")]) { $0.bounds(of: range) }
    let low = range.minimum?.claims ?? []
    let high = range.maximum?.claims ?? []
    by(low + high.filter { !low.contains($0) })
  }

  /// The numbers of a range alone.
  private mutating func bounds(of range: HarmRange<ClaimID>) {
    bounds(
      range.minimum?.value, range.maximum?.value,
      isOpen: range.maximum?.isOpen == true || range.maximum == nil)
  }

  /// Two bounds of which either may be missing.
  mutating func bounds(_ low: Int?, _ high: Int?, isOpen: Bool = false) {
    switch (low, high) {
    case (nil, nil): missing()
    case (let low?, nil): notation("\(low)+")
    case (nil, let high?):
      words(.upTo)
      text(" ")
      notation("\(high)")
    case (let low?, let high?):
      let open = isOpen ? "+" : ""
      notation(low == high ? "\(low)\(open)" : "\(low)–\(high)\(open)")
    }
  }

  /// A range as a method explains it, its best number in parentheses.
  mutating func range(_ range: ExplainedRange) {
    guard !range.isUnknown else { return missing() }
    let compact = range.compact
    element(.strong, [.class("n")]) { page in
      page.bounds(of: compact)
      if let best = range.best,
        range.minimum?.value != best.value
          || range.maximum?.value != best.value
      {
        page.text(" ")
        page.notation("(\(best.value))")
      }
    }
    by(RangePoint.allCases.flatMap { range[$0]?.claims ?? [] }.withoutRepeats)
  }

  /// A figure in its own unit and words.
  mutating func quantity(_ quantity: Quantity) {
    switch (quantity.minimum, quantity.maximum) {
    case (nil, nil): words(.quantityUnquantified)
    case (let low?, nil):
      words(.atLeast)
      text(" ")
      number(low)
    case (nil, let high?):
      words(.upTo)
      text(" ")
      number(high)
    case (let low?, let high?):
      if quantity.bound == .about {
        words(.about)
        text(" ")
      }
      notation(low == high ? "\(low)" : "\(low)–\(high)")
    }
    text(" ")
    word(quantity.unit)
    if language == .arabic { comma() } else { text(" ") }
    word(quantity.status)
    if let phrase = quantity.phrase {
      text(" ")
      quoted(phrase)
    }
    if quantity.isCumulative { tag(.runningTotal) }
    if let asAt = quantity.asAt { tag(.asAt) { $0.notation(asAt.description) } }
    if quantity.scope != .event { tag(.scope) { $0.word(quantity.scope) } }
  }

  /// A short remark beside a fact.
  mutating func tag(_ phrase: Phrase, _ content: ((inout PageWriter) -> Void)? = nil) {
    text(" ")
    element(.span, [.class("tag")]) { page in
      page.words(phrase)
      guard let content else { return }
      page.text(" ")
      content(&page)
    }
  }

  /// A distance: `50 m`, `1.4 km`.
  mutating func distance(_ meters: Double) {
    let whole = Int(min(meters, 1e9).rounded())
    if whole < 1_000 {
      notation("\(whole)")
      text(" ")
      words(.metres)
    } else {
      let tenths = (whole + 50) / 100
      notation(whole < 20_000 ? "\(tenths / 10).\(tenths % 10)" : "\(tenths / 10)")
      text(" ")
      words(.kilometres)
    }
  }

  /// A grade by shape, letter and word, or that there is none.
  mutating func grade(_ grade: Grade?) {
    let mark = GradeMark(grade)
    element(.span, [.class("grade \(mark.className)")]) { page in
      page.element(.span, [.class("letter"), .set(.ariaHidden, "true")]) { $0.text(mark.letter) }
      page.text(" ")
      page.text(page.language.word(grade: grade))
    }
  }

  /// The claims behind the grade that an incident is shown with, and who gave it.
  mutating func grade(of assessment: IncidentAssessment<ClaimID>) {
    grade(assessment.shownGrade)
    if let finding = assessment.grade {
      by(finding.claims)
    } else if assessment.computed.grade != nil {
      element(.small) { page in
        page.text(" ")
        page.words(.byRules)
      }
    }
  }

  /// Longitude and latitude to five places, about a metre.
  mutating func position(longitude: Double, latitude: Double) {
    notation("\(Self.degrees(latitude))° N \(Self.degrees(longitude))° E")
  }

  static func degrees(_ value: Double) -> String {
    let scaled = Int((min(abs(value), 1_000) * 100_000).rounded())
    let fraction = String(scaled % 100_000)
    return (value < 0 ? "-" : "") + "\(scaled / 100_000)."
      + String(repeating: "0", count: 5 - fraction.count) + fraction
  }
}

extension Array where Element: Hashable {
  /// The first of each, in order.
  var withoutRepeats: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
