import Assessment
import Records
import Testing

/// Whether the strike is admitted, apart from the harm.
struct StrikeStatusTests {
  private func status(_ entries: [Testimony.Entry]) -> StrikeStatusFinding? {
    StrikeStatusFinding(Testimony(entries))
  }

  @Test func `one source, two sources, rivals, a denial and a declaration`() throws {
    let one = try claim("A", [figure(4, 4)])
    let two = try claim("B", [figure(5, 5)])
    #expect(status([one])?.status == .singleSource)
    #expect(status([one, two])?.status == .likely)
    #expect(status([one, two])?.claims.map(\.text) == ["A", "B"])
    let rivals = try status([one, two, blaming("C", ["X"]), blaming("D", ["Y"])])
    #expect(rivals?.status == .contested && rivals?.claims.map(\.text) == ["C", "D"])
    let denial = try claim("E", kinds: [.denies], polarity: .denied, edges: [(.denies, "A")])
    let denied = status([one, two, denial])
    #expect(denied?.status == .contested && denied?.deniedBy.map(\.text) == ["E"])
    let admission = try claim("F", kinds: [.acknowledgesStrike])
    let declared = status([one, denial, admission])
    #expect(declared?.status == .declared && declared?.claims.map(\.text) == ["F"])
    #expect(declared?.deniedBy.map(\.text) == ["E"])
  }

  @Test func `what speaks of no strike gives no status`() throws {
    #expect(status([]) == nil)
    #expect(try status([claim("A", kinds: [.statesPolicy])]) == nil)
    #expect(try status([claim("A", kinds: [.denies], polarity: .denied)]) == nil)
    // A denial that may mean another claim, and one of itself, contest nothing.
    let one = try claim("A", [figure(4, 4)])
    let maybe = try claim("B", kinds: [.denies], polarity: .denied, maybe: [(.denies, "A")])
    #expect(status([one, maybe])?.status == .singleSource)
    let own = try claim("C", [figure(4, 4)], edges: [(.denies, "C")])
    #expect(status([own])?.status == .singleSource)
  }

  @Test func `a belligerent is named as it is blamed, and its last word stands`() throws {
    let known = try sources(["force": .military, "major": .official], bodies: ["major": "force"])
    let open = try claim("A", by: "force", on: "2017-03-20", kinds: [.opensInquiry])
    var verdict = try claim("B", by: "major", on: "2017-03-21", kinds: [.assesses]).claim
    verdict.verdict = .nonCredible
    let later = Testimony.Entry(claim: verdict, certainty: .certain)
    let found = BelligerentPosition.positions(in: Testimony([open, later], sources: known))
    #expect(found.map(\.belligerent) == ["force"] && found.map(\.verdict) == [.nonCredible])
    #expect(found.first?.statements.count == 2)
    let other = try claim("C", by: "court", kinds: [.opensInquiry])
    let court = Testimony([other], sources: try sources(["court": .unitedNations]))
    #expect(BelligerentPosition.positions(in: court).isEmpty)
  }
}
