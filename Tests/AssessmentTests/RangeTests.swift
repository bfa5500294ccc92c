import Assessment
import Records
import TestSupport
import Testing

/// What figures make of a range.
struct RangeTests {
  @Test func `a range runs from the lowest to the highest figure and names who gave them`() throws {
    let killed = try assess([
      Said(id: "A", minimum: 40, maximum: 40), Said(id: "B", minimum: 61, maximum: 61),
      Said(id: "C", minimum: 230, maximum: 520),
    ]).killed
    #expect(killed.values == [40, 520])
    #expect(killed.minimum?.names == ["A"] && killed.minimum?.rule == .lowestReported)
    #expect(killed.maximum?.names == ["C"] && killed.maximum?.rule == .highestReported)
    #expect(killed.maximum?.isOpen == false)
  }

  @Test func `up to sets no minimum, and at least leaves the maximum open`() throws {
    let upTo = try assess([Said(id: "A", maximum: 29)]).killed
    #expect(upTo.values == [nil, 29])
    let atLeast = try assess([Said(id: "B", minimum: 40)]).killed
    #expect(atLeast.values == [40, 40] && atLeast.maximum?.isOpen == true)
    let both = try assess([Said(id: "A", maximum: 29), Said(id: "B", minimum: 40)]).killed
    #expect(both.values == [40, 40] && both.maximum?.names == ["B"])
    let closed = try assess([
      Said(id: "B", minimum: 40), Said(id: "C", minimum: 90, maximum: 100),
    ]).killed
    #expect(closed.values == [40, 100] && closed.maximum?.isOpen == false)
  }

  @Test func `claims that give one number stand beside each other`() throws {
    let killed = try assess([
      Said(id: "A", minimum: 40, maximum: 40), Said(id: "B", minimum: 40),
      Said(id: "C", minimum: 40, maximum: 40),
    ]).killed
    #expect(killed.minimum?.names == ["A", "B", "C"])
    #expect(killed.maximum?.names == ["A", "B", "C"])
    // "at least 40" is among them, so 40 is no ceiling.
    #expect(killed.maximum?.isOpen == true)
  }

  @Test func `no figure is unknown, and nought is a figure`() throws {
    let none = try assess([Said(id: "A")])
    #expect(none.killed.isUnknown && none.injured.isUnknown && none.claimCount == 1)
    #expect(try assess([]).killed.isUnknown)
    let nought = try assess([Said(id: "A", minimum: 0, maximum: 0)]).killed
    #expect(nought.values == [0, 0] && !nought.isUnknown)
  }

  @Test(arguments: [CountingUnit.families, .households, .houses, .buildings, .casualties, .strikes])
  func `things that are no people never become people`(unit: CountingUnit) throws {
    #expect(try assess([Said(id: "A", minimum: 100, maximum: 100, unit: unit)]).killed.isUnknown)
  }

  @Test func `combatants stay apart from civilians`() throws {
    let killed = try assess([
      Said(id: "A", minimum: 105, maximum: 141),
      Said(id: "B", minimum: 2, maximum: 2, unit: .combatants),
    ]).killed
    #expect(killed.values == [105, 141])
  }

  @Test func `bodies recovered count as killed and never as injured`() throws {
    let assessment = try assess([
      Said(id: "A", minimum: 40, unit: .bodies, status: .recovered),
      Said(id: "B", minimum: 7, maximum: 7, unit: .bodies, status: .injured),
    ])
    #expect(assessment.killed.values == [40, 40] && assessment.injured.isUnknown)
  }

  @Test(arguments: QuantityScope.allCases.filter { $0 != .event })
  func `a figure of another scope never enters`(scope: QuantityScope) throws {
    #expect(
      try assess([Said(id: "A", minimum: 700, maximum: 700, scope: scope)]).killed.isUnknown)
  }

  @Test(arguments: [CasualtyStatus.killedOrInjured, .killedOrBuried, .buried, .missing])
  func `what binds a sum of states binds neither alone`(status: CasualtyStatus) throws {
    let assessment = try assess([Said(id: "A", minimum: 101, status: status)])
    #expect(assessment.killed.isUnknown && assessment.injured.isUnknown)
  }

  @Test func `the injured are a range of their own`() throws {
    let assessment = try assess([
      Said(id: "A", minimum: 25, maximum: 25, status: .injured),
      Said(id: "B", minimum: 3, maximum: 4),
    ])
    #expect(assessment.injured.values == [25, 25] && assessment.killed.values == [3, 4])
  }

  @Test(arguments: [Polarity.denied, .unknown])
  func `a denial or a doubt gives no figure`(polarity: Polarity) throws {
    let assessment = try assess([
      Said(id: "A", minimum: 40, maximum: 40),
      Said(id: "B", minimum: 0, maximum: 0, kinds: [.denies], polarity: polarity),
    ])
    #expect(assessment.killed.values == [40, 40] && assessment.claimCount == 2)
  }

  @Test func `a claim that may mean another event gives no figure`() throws {
    let killed = try assess([
      Said(id: "A", minimum: 40, maximum: 40),
      Said(id: "B", minimum: 230, maximum: 520, certainty: .possible),
    ]).killed
    #expect(killed.values == [40, 40])
  }

  @Test func `the order of claims changes no number and no set of claims`() throws {
    var generator = SeededGenerator(seed: 1_703)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for _ in 0..<200 {
      let said = generator.list(0...9) { generator -> Said in
        let least = generator.integer(in: 0...4)
        return Said(
          id: "C\(generator.integer(in: 0...10_000_000))",
          day: generator.isOnce(in: 4) ? nil : "2017-03-2\(generator.integer(in: 0...3))",
          minimum: generator.isOnce(in: 3) ? nil : least,
          maximum: generator.isOnce(in: 3) ? nil : least + generator.integer(in: 0...3),
          kinds: generator.isOnce(in: 4) ? [.assesses] : [.reportsDeaths],
          grade: generator.isOnce(in: 3) ? generator.pick(Grade.allCases) : nil)
      }
      let first = try assess(said, asOf: "2017-03-22")
      let second = try assess(said.shuffled(using: &generator), asOf: "2017-03-22")
      #expect(first.killed.values == second.killed.values)
      #expect(first.claimCount == second.claimCount)
      #expect(first.grade?.grade == second.grade?.grade)
      for (a, b) in [
        (first.killed.minimum, second.killed.minimum),
        (first.killed.maximum, second.killed.maximum),
      ] {
        #expect(Set(a?.names ?? []) == Set(b?.names ?? []) && a?.isOpen == b?.isOpen)
        #expect(a?.claims.isEmpty != true)
      }
      if let low = first.killed.minimum, let high = first.killed.maximum {
        #expect(low.value <= high.value)
      }
    }
  }
}
