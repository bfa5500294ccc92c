import Assessment
import Records
import Testing

/// The rules that give a grade, each over claims as small as they come.
struct GradeTests {
  private func grade(
    _ entries: [Testimony.Entry], sources kinds: [String: SourceKind] = [:],
    bodies: [String: String] = [:]
  ) throws -> ExplainedGrade {
    let sources = try sources(kinds, bodies: bodies)
    let testimony = Testimony(entries, sources: sources)
    let explained = ExplainedGrade(testimony)
    if explained.decision != .notYetReported { #expect(!explained.reasons.isEmpty) }
    return explained
  }

  @Test func `no claim is not yet reported, and no verdict is made up`() throws {
    let none = try grade([])
    #expect(none.decision == .notYetReported && none.grade == nil && none.reasons.isEmpty)
    #expect(none.decision.code == "not-yet-reported" && none.decisiveDay == nil)
  }

  @Test func `claims that report no harm of the event leave it ungraded, and say why`() throws {
    let denial = try claim("D", kinds: [.denies], polarity: .denied)
    #expect(try grade([denial]).decision == .ungraded(.onlyDenials))
    let total = try claim("A", [figure(700, 700, scope: .areaPeriod)], kinds: [.contextCount])
    #expect(try grade([total]).decision == .ungraded(.onlyAreaTotals))
    let totalAsReport = try claim("A", [figure(700, 700, scope: .areaPeriod)])
    #expect(try grade([totalAsReport]).decision == .ungraded(.onlyAreaTotals))
    let both = try grade([denial, total])
    #expect(both.decision == .ungraded(.noHarmReported) && both.decision.code == "ungraded")
    #expect(both.reasons.map(\.role) == [.reportsNoHarm])
    #expect(both.reasons.first?.claims.map(\.text) == ["A", "D"])
    let nought = try claim("N", [figure(0, 0)])
    #expect(try grade([nought]).decision == .ungraded(.noHarmReported))
    let soldiers = try claim("S", [figure(90, 90, .combatants)])
    #expect(try grade([soldiers]).decision == .ungraded(.noHarmReported))
  }

  @Test func `words without a number are a report`() throws {
    let words = try claim("W", [figure(nil, nil, bound: .unquantified)])
    #expect(try grade([words]).decision == .graded(.singleSource))
    #expect(try grade([try claim("K", kinds: [.reportsBuried])]).grade == .weak)
  }

  @Test func `two origins need an action of a belligerent to be fair`() throws {
    let reports = try [claim("A", [figure(40, nil)]), claim("B", [figure(50, nil)])]
    let bare = try grade(reports)
    #expect(bare.decision == .graded(.noActionKnown) && bare.grade == .weak)
    let admitted = try claim("C", on: "2017-03-25", kinds: [.acknowledgesStrike])
    let fair = try grade(reports + [admitted])
    #expect(fair.decision == .graded(.sourcesAndKnownAction) && fair.grade == .fair)
    #expect(fair.reasons.map(\.role) == [.reportsHarm, .reportsHarm, .acknowledgesStrike])
    #expect(try fair.decisiveDay == day("2017-03-25"))
    #expect(fair.decisiveClaims.map(\.text) == ["C"])
    let blamed = try blaming("D", ["the air force"])
    #expect(try grade(reports + [blamed]).decision == .graded(.sourcesAndLikelyAction))
    // A party to the fighting that accuses another makes no action likely.
    #expect(
      try grade(reports + [blamed], sources: ["by-D": .military]).decision
        == .graded(.noActionKnown))
  }

  @Test func `what may have one origin is one source`() throws {
    let admitted = try claim("Z", kinds: [.acknowledgesStrike])
    let first = try claim("A", [figure(40, nil)])
    for (entries, kinds, bodies) in try [
      ([first, claim("B", [figure(40, nil)], edges: [(.copies, "A")])], [:], [:]),
      ([first, claim("B", [figure(40, nil)], maybe: [(.sameOriginAs, "A")])], [:], [:]),
      ([first, claim("B", [figure(50, nil)], by: "by-A")], [:], [:]),
      (
        [first, claim("B", [figure(50, nil)])], ["by-A": .official, "by-B": .unnamedOfficial],
        ["by-A": "civil-defence", "by-B": "civil-defence"]
      ),
      ([first, claim("B", [figure(50, nil)])], ["by-B": .unattributed], [:]),
      ([first, claim("B", [figure(50, nil)], hand: .hearsay)], [:], [:]),
      ([first, claim("B", [figure(50, nil)], modality: .unconfirmed)], [:], [:]),
      ([first, claim("B", [figure(50, nil)])], ["by-B": .armedGroup], [:]),
      (
        [first, claim("B", [figure(50, nil)], through: ["someone"])],
        ["by-B": .witnesses, "someone": .unattributed], [:]
      ),
      ([first, claim("B", [figure(50, nil)], kinds: [.assesses, .reportsDeaths])], [:], [:]),
    ] as [([Testimony.Entry], [String: SourceKind], [String: String])] {
      let found = try grade(entries + [admitted], sources: kinds, bodies: bodies)
      #expect(found.decision == .graded(.singleSource), "\(entries.map(\.id)) \(kinds)")
    }
  }

  @Test func `a report that a later count replaced still came from a source`() throws {
    let found = try grade([
      try claim("A", [figure(40, nil)]),
      try claim("B", [figure(138, nil)], on: "2017-03-21", edges: [(.supersedes, "A")]),
      try claim("C", kinds: [.acknowledgesStrike]),
    ])
    #expect(found.decision == .graded(.sourcesAndKnownAction))
    let withdrawn = try grade([
      try claim("A", [figure(40, nil)]),
      try claim("B", on: "2017-03-21", kinds: [.retracts], edges: [(.corrects, "A")]),
      try claim("C", kinds: [.acknowledgesStrike]),
    ])
    #expect(withdrawn.decision == .ungraded(.noHarmReported))
  }

  @Test func `two parties blamed are contested, by one claim or by two`() throws {
    let harm = try claim("A", [figure(40, nil)])
    let two = try grade([harm, blaming("B", ["X"]), blaming("C", ["Y"], on: "2017-03-26")])
    #expect(two.decision == .graded(.rivalAttributions) && two.grade == .contested)
    #expect(two.reasons.map(\.party) == ["X", "Y"])
    #expect(try two.decisiveDay == day("2017-03-26") && two.decisiveClaims.map(\.text) == ["C"])
    #expect(try grade([harm, blaming("B", ["X", "Y"])]).grade == .contested)
    #expect(try grade([harm, blaming("B", ["X"]), blaming("C", ["X"])]).grade == .weak)
  }

  @Test func `an unknown shooter, a total of an area and a habit blame nobody for this event`()
    throws
  {
    let harm = try [claim("A", [figure(40, nil)]), blaming("B", ["X"])]
    for other in try [
      blaming("C", ["unknown"]), blaming("C", ["Unknown"]),
      blaming("C", ["Y"], kinds: [.contextCount, .attributes]),
      blaming("C", ["Y"], kinds: [.statesTactic, .attributes]),
      blaming("C", ["Y"], polarity: .denied), blaming("C", ["Y"], hand: .unattributed),
      blaming("C", ["Y"], hand: .hearsay),
    ] {
      #expect(try grade(harm + [other]).grade == .weak)
      #expect(other.claim.partiesBlamed.isEmpty)
    }
  }

  @Test func `an acceptance wins over rivals; probably, nought and a bystander accept nothing`()
    throws
  {
    let rivals = try [
      claim("A", [figure(40, nil)]), blaming("B", ["X"]), blaming("C", ["Y"]),
    ]
    func added(_ entry: Testimony.Entry, _ kinds: [String: SourceKind] = [:]) throws -> GradeRule? {
      guard case .graded(let rule) = try grade(rivals + [entry], sources: kinds).decision else {
        return nil
      }
      return rule
    }
    #expect(try added(claim("L", kinds: [.acceptsHarm])) == .harmAccepted)
    #expect(try added(claim("L", [figure(10, 10)], kinds: [.concedesFigure])) == .figureConceded)
    var verdict = try claim("L", kinds: [.assesses]).claim
    verdict.verdict = .credible
    #expect(try added(.init(claim: verdict, certainty: .certain)) == .foundCredible)
    verdict.verdict = .nonCredible
    let contested = GradeRule.rivalAttributions
    #expect(try added(.init(claim: verdict, certainty: .certain)) == contested)
    #expect(try added(claim("L", kinds: [.acceptsHarm], modality: .provisional)) == contested)
    #expect(try added(claim("L", kinds: [.acceptsHarm], certainty: .possible)) == contested)
    #expect(try added(claim("L", [figure(0, 0)], kinds: [.concedesFigure])) == contested)
    #expect(try added(claim("L", kinds: [.acceptsHarm]), ["by-L": .newspaper]) == contested)
    #expect(try added(claim("L", kinds: [.acceptsHarm]), ["by-L": .military]) == .harmAccepted)
  }

  @Test func `an assessor discounts until a belligerent accepts on a later day`() throws {
    func assessment(_ day: String?) throws -> Testimony.Entry {
      var said = try claim("R", on: day, kinds: [.assesses]).claim
      said.grade = .discounted
      return Testimony.Entry(claim: said, certainty: .certain)
    }
    let reports = try [claim("A", [figure(40, nil)]), claim("B", [figure(50, nil)])]
    #expect(try grade(reports + [assessment("2017-06-01")]).grade == .discounted)
    let earlier = try claim("L", on: "2017-05-25", kinds: [.acceptsHarm])
    #expect(try grade(reports + [assessment("2017-06-01"), earlier]).grade == .discounted)
    #expect(try grade(reports + [assessment("2017-05-01"), earlier]).grade == .confirmed)
    #expect(try grade(reports + [assessment(nil), earlier]).grade == .discounted)
  }

  @Test func `an assessment of fighters alone discounts where nobody credible reports others`()
    throws
  {
    let finding = try claim("R", [figure(4, 4, .combatants)], kinds: [.assesses])
    #expect(try grade([finding]).decision == .graded(.onlyFightersFound))
    #expect(try grade([finding, claim("A", [figure(2, 2)])]).grade == .weak)
    let rumour = try claim("A", [figure(2, 2)], hand: .unattributed)
    #expect(try grade([finding, rumour]).grade == .discounted)
    let report = try claim("R", [figure(4, 4, .combatants)])
    #expect(try grade([report]).decision == .ungraded(.noHarmReported))
  }

  @Test func `a recorder's grade stays beside, and a difference is shown`() throws {
    var said = try claim("R", [figure(5, 5)], kinds: [.assesses, .reportsDeaths]).claim
    said.grade = .fair
    let found = try grade([.init(claim: said, certainty: .certain)])
    #expect(found.grade == .weak && found.recorder?.grade == .fair)
    #expect(found.difference?.computed == .graded(.singleSource))
    #expect(found.difference?.recorder.claims.map(\.text) == ["R"])
    said.grade = .weak
    #expect(try grade([.init(claim: said, certainty: .certain)]).difference == nil)
  }
}

/// A claim that blames some parties.
func blaming(
  _ id: String, _ parties: [String], on day: String? = "2017-03-20",
  kinds: [ClaimKind] = [.attributes], polarity: Polarity = .affirmed, hand: Hand = .institution
) throws -> Testimony.Entry {
  var said = try claim(id, on: day, kinds: kinds, polarity: polarity, hand: hand).claim
  said.attributedTo = parties
  return Testimony.Entry(claim: said, certainty: .certain)
}

func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }
