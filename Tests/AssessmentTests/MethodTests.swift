import Assessment
import Records
import TestSupport
import Testing

/// What each method counts, figure by figure.
struct MethodTests {
  private func table(_ entries: [Testimony.Entry], asOf: String? = nil) -> MethodTable {
    MethodTable(of: Testimony(entries), asOf: asOf.flatMap { CivilDate($0) })
  }

  @Test func `a counting word is a bound, and both of its readings are shown`() throws {
    let dozens = try figure(24, nil, bound: .atLeast, phrase: "dozens")
    let reading = BoundReading(dozens)
    #expect(reading.minimum == 24 && reading.maximum == nil && reading.acled == 12)
    #expect(reading.word == .dozens)
    let table = table([try claim("A", [dozens]), try claim("B", [try figure(40, 40)])])
    #expect(table[.airwars][.killed].values == [40, 40])
    #expect(table[.airwars].otherReading[.killed]?.values == [24, 40])
    #expect(table[.acled][.killed].values == [12, 12])
    #expect(table[.acled].otherReading[.killed]?.values == [40, 40])
    #expect(table.constraint[.killed]?.sets.first?.claims.map(\.text) == ["A", "B"])
  }

  private static let words: [(CountingWord, Int, Int?)] = [
    (.tens, 20, 10), (.dozens, 24, 12), (.scores, 40, nil), (.hundreds, 200, 100),
    (.thousands, 2_000, nil),
  ]

  @Test(arguments: words)
  func `each word has its literal number, and ACLED's where one is published`(
    word: CountingWord, literal: Int, acled: Int?
  ) throws {
    #expect(word.literalMinimum == literal && word.acledNumber == acled)
    let said = try figure(literal, nil, phrase: word.rawValue + " of bodies")
    #expect(CountingWord(in: said) == word)
    #expect(CountingWord(in: try figure(300, nil, phrase: "nearly 300")) == nil)
  }

  @Test func `bounds keep their words`() throws {
    let upTo = BoundReading(try figure(nil, 29, bound: .upTo))
    #expect(upTo.minimum == nil && upTo.maximum == 29 && upTo.acled == nil)
    let about = BoundReading(try figure(50, 50, bound: .about))
    #expect(about.isApproximate && about.minimum == 50 && about.maximum == 50)
    let end = table([try claim("A", [try figure(50, 50, bound: .about)])])[.airwars][.killed]
    #expect(end.minimum?.isApproximate == true && end.values == [50, 50])
  }

  @Test func `killed or buried bounds the sum and neither part`() throws {
    let table = table([
      try claim("A", [try figure(101, nil, .civilians, .killedOrBuried)]),
      try claim("B", [try figure(40, nil, .bodies, .recovered)]),
    ])
    #expect(table[.airwars][.killed].values == [40, 40])
    #expect(table[.airwars][.killedOrBuried].values == [101, 101])
    #expect(table[.airwars][.buried].isUnknown)
    #expect(table.constraint[.killed]?.sets.map(\.minimum) == [40])
    #expect(table.constraint[.killedOrBuried]?.sets.map(\.minimum) == [101])
  }

  @Test func `a ceiling on a sum caps each part`() throws {
    let table = table([
      try claim("A", [try figure(nil, 10, .persons, .killedOrInjured)]),
      try claim("B", [try figure(3, nil)]),
    ])
    let set = try #require(table.constraint[.killed]?.sets.first)
    #expect(set.minimum == 3 && set.maximum == 10 && set.ceiling.map(\.text) == ["A"])
  }

  @Test(arguments: [CountingUnit.families, .households, .houses, .buildings])
  func `what holds people is never converted to people`(unit: CountingUnit) throws {
    let table = table([try claim("A", [try figure(100, 100, unit)])])
    for method in Method.allCases { #expect(table[method][.killed].isUnknown) }
    #expect(table.readings.map(\.leftOut?.reason) == [.unit])
  }

  @Test func `combatants stand apart, and only UCDP and ACLED add them`() throws {
    let table = table([
      try claim("A", [try figure(105, 105, .civilians), try figure(2, 2, .combatants)]),
      try claim("B", [try figure(110, 110, .bodies)]),
    ])
    #expect(table[.ucdp][.killed].values == [105, 110])
    #expect(table[.ucdp][.combatantsKilled].values == [2, 2])
    // Bodies may hold the combatants already, so nothing is added to them.
    #expect(table[.ucdp][.allKilled].values == [107, 110])
    #expect(table[.acled][.allKilled].values == [107, 107])
    #expect(table[.airwars][.allKilled].isUnknown)
  }

  @Test func `UCDP leaves out who only alleges, and its best needs an inquiry or one number`()
    throws
  {
    let alleged = try claim("A", [try figure(5, 5)], modality: .alleged)
    let reported = try claim("B", [try figure(9, 9)])
    #expect(table([alleged, reported])[.ucdp][.killed].best?.rule == .soleFigure)
    #expect(table([alleged, reported])[.airwars][.killed].values == [5, 9])
    let two = [reported, try claim("C", [try figure(12, 12)])]
    #expect(table(two)[.ucdp][.killed].best == nil)
    let inquiry = try claim("D", [try figure(10, 14)], on: "2017-05-25", kinds: [.closesInquiry])
    let best = table(two + [inquiry])[.ucdp][.killed].best
    #expect(best?.value == 10 && best?.rule == .inquiryFinding && best?.names == ["D"])
  }

  @Test func `IBC takes exact totals and is provisional below two independent origins`() throws {
    let first = try claim("A", [try figure(5, 5)])
    let about = try claim("B", [try figure(90, 90, bound: .about)])
    #expect(table([first])[.ibc].isProvisional)
    let both = table([first, about])[.ibc]
    #expect(!both.isProvisional && both[.killed].values == [5, 5] && both.independentCount == 2)
    let copy = try claim("C", [try figure(5, 5)], edges: [(.copies, "A")])
    #expect(table([first, copy])[.ibc].isProvisional)
  }

  @Test func `a restated figure stands behind its origin, a changed one beside it`() throws {
    let origin = try claim("A", [try figure(105, 141)], kinds: [.concedesFigure])
    let restated = try claim("B", [try figure(105, nil)], edges: [(.sameOriginAs, "A")])
    let changed = try claim("C", [try figure(150, 150)], edges: [(.copies, "A")])
    let minimum = table([origin, restated])[.airwars][.killed].minimum
    #expect(minimum?.names == ["A"] && minimum?.echoes.map(\.text) == ["B"])
    #expect(table([origin, restated, changed])[.airwars][.killed].values == [105, 150])
    #expect(table([origin, restated])[.airwars].conceded[.killed]?.values == [105, 141])
    // Without its origin the echo is all that is known.
    #expect(table([restated])[.airwars][.killed].values == [105, 105])
  }

  @Test func `every end says what it becomes without each claim behind it`() throws {
    let killed = table([
      try claim("A", [try figure(40, 40)]), try claim("B", [try figure(61, 61)]),
      try claim("C", [try figure(160, 160)], edges: [(.supersedes, "D")]),
      try claim("D", [try figure(30, 170)]),
    ])[.airwars][.killed]
    #expect(killed.values == [40, 160])
    #expect(killed.minimum?.ifRemoved.map(\.value) == [61])
    // Without its successor the earlier figure counts again.
    #expect(killed.maximum?.ifRemoved.map(\.value) == [170])
    #expect(killed.maximum?.ifRemoved.first?.claims.map(\.text) == ["D"])
  }
}
