import Assessment
import Records
import Testing

/// What the rules make of the register's own claims.
struct MosulGradeTests {
  private let claims: MosulClaims

  init() throws { claims = try MosulClaims() }

  private func firstArticle(_ text: String) throws -> Testimony {
    claims.testimony(of: "CI550") { $0.hasPrefix("S") }.published(by: try day(text))
  }

  private func record(_ text: String?) throws -> Testimony {
    claims.testimony(of: "CI550").published(by: try text.map(day))
  }

  @Test func `the first article alone gives fair on 25 March 2017, with the strike declared`()
    throws
  {
    let testimony = try firstArticle("2017-03-25")
    let found = ExplainedGrade(testimony)
    #expect(found.decision == .graded(.sourcesAndKnownAction) && found.grade == .fair)
    #expect(
      found.reasons.map { $0.claims.map(\.text) } == [
        ["S13", "S14"], ["S16"], ["S20"], ["S34"], ["S01", "S06"],
      ])
    #expect(try found.decisiveDay == day("2017-03-25"))
    // Of the claims that surely speak of this strike, one source is sure to be independent.
    #expect(found.decisionIfCertainOnly == .graded(.singleSource))
    let status = StrikeStatusFinding(testimony)
    #expect(status?.status == .declared && status?.claims.map(\.text) == ["S01", "S06"])
    #expect(status?.deniedBy.isEmpty == true)
  }

  @Test func `before the first publication it is not yet reported`() throws {
    #expect(ExplainedGrade(try firstArticle("2017-03-22")).decision == .notYetReported)
    let record = try record("2017-03-22")
    #expect(ExplainedGrade(record).decision == .notYetReported)
    #expect(StrikeStatusFinding(record) == nil)
    #expect(BelligerentPosition.positions(in: record).isEmpty)
  }

  @Test func `rival blame makes the full record contested on 25 March, surely on the 26th`() throws
  {
    for text in ["2017-03-23", "2017-03-24"] {
      let early = ExplainedGrade(try record(text))
      #expect(early.decision == .graded(.noActionKnown) && early.grade == .weak)
    }
    let first = ExplainedGrade(try record("2017-03-25"))
    #expect(first.decision == .graded(.rivalAttributions))
    #expect(first.reasons.map(\.party) == ["ISIL", "US-led Coalition"])
    #expect(
      first.reasons.map { $0.claims.map(\.text) } == [
        ["L04"], ["L06", "S01", "S04", "S06", "S08"],
      ])
    #expect(try first.decisiveDay == day("2017-03-25"))
    #expect(first.decisiveClaims.map(\.text) == ["L06", "S01", "S04", "S06", "S08"])
    // L04 only may speak of this strike.
    #expect(first.decisionIfCertainOnly == .graded(.sourcesAndKnownAction))
    let second = ExplainedGrade(try record("2017-03-26"))
    #expect(second.grade == .contested)
    #expect(second.decisionIfCertainOnly == .graded(.rivalAttributions))
    #expect(second.reasons.first?.claims.map(\.text) == ["L04", "L11"])
    let status = StrikeStatusFinding(try record("2017-03-26"))
    #expect(status?.status == .declared && status?.deniedBy.map(\.text) == ["L11"])
  }

  @Test func `a probable role accepts nothing; the inquiry of 25 May confirms`() throws {
    #expect(ExplainedGrade(try record("2017-05-24")).grade == .contested)
    let found = ExplainedGrade(try record("2017-05-25"))
    #expect(found.decision == .graded(.harmAccepted) && found.grade == .confirmed)
    #expect(found.reasons.map(\.role) == [.acceptsHarm])
    #expect(found.decisiveClaims.map(\.text) == ["L22"])
    #expect(found.decisionIfCertainOnly == found.decision && found.recorder == nil)
    let today = ExplainedGrade(try record(nil))
    #expect(today.grade == .confirmed && today.recorder?.grade == .confirmed)
    #expect(today.difference == nil && today.recorder?.claims.map(\.text) == ["L25"])
  }

  @Test func `the Coalition's inquiry is open until May, then it finds harm`() throws {
    let open = BelligerentPosition.positions(in: try record("2017-03-28"))
    #expect(open.map(\.belligerent) == ["US-led Coalition"] && open.map(\.verdict) == [.open])
    #expect(open.first?.claims.map(\.text) == ["S05", "S18"])
    let closed = BelligerentPosition.positions(in: try record(nil))
    #expect(closed.map(\.verdict) == [.credible])
    #expect(closed.first?.claims.map(\.text) == ["L22"])
    #expect(try closed.first?.since == day("2017-05-25"))
    #expect(closed.first?.statements.map(\.claim.text) == ["S05", "S18", "L22"])
    let other = BelligerentPosition.positions(in: claims.testimony(of: "CI350"))
    #expect(other.map(\.belligerent) == ["US-led Coalition"])
    #expect(other.map(\.verdict) == [.nonCredible])
  }

  @Test func `seven of the recorder's grades differ from ours, each with its reason`() throws {
    var differing: [String: String] = [:]
    var graded = 0
    for incident in claims.incidents {
      let found = ExplainedGrade(claims.testimony(of: incident))
      #expect(!found.reasons.isEmpty && found.reasons.allSatisfy { !$0.claims.isEmpty })
      if found.recorder != nil { graded += 1 }
      if let difference = found.difference {
        differing[incident] =
          "\(difference.recorder.grade.code) here \(difference.computed.code)"
      }
    }
    #expect(claims.incidents.count == 76 && graded == 18)
    #expect(
      differing == [
        "CI391": "fair here weak", "CI393": "fair here weak", "CI736": "fair here weak",
        "CI432": "contested here weak", "CI787": "contested here weak",
        "CI551": "contested here fair", "CI732": "weak here contested",
      ])
  }
}
