import Assessment
import Inquiry
import Records
import Testing

@testable import CommandLineTool

struct HarmTextTests {
  private func range(_ low: Int?, _ high: Int?, isOpen: Bool = false) -> HarmRange<String> {
    HarmRange(
      minimum: low.map { RangeEnd(value: $0, claims: ["a"], rule: .lowestReported) },
      maximum: high.map {
        RangeEnd(value: $0, claims: ["b"], rule: .highestReported, isOpen: isOpen)
      })
  }

  @Test func `a range says what is known and nothing more`() {
    #expect(HarmText.range(range(105, 141)) == "105–141")
    #expect(HarmText.range(range(14, 14)) == "14")
    #expect(HarmText.range(range(0, 0)) == "0")
    #expect(HarmText.range(range(40, nil)) == "40+")
    #expect(HarmText.range(range(40, 40, isOpen: true)) == "40+")
    #expect(HarmText.range(range(12, 200, isOpen: true)) == "12–200+")
    #expect(HarmText.range(range(nil, 16)) == "up to 16")
    #expect(HarmText.range(range(nil, nil)) == "?")
  }

  @Test func `a placement tells a share only where it is between`() {
    func text(_ certainty: Placement.Certainty, _ share: Double?) -> String {
      HarmText.inside(
        Placement(certainty: certainty, share: share, decidedBy: [], reason: ""))
    }
    #expect(HarmText.inside(nil) == "")
    #expect(text(.certain, 1) == "certain")
    #expect(text(.possible, 0.43) == "43%")
    #expect(text(.possible, nil) == "possible")
    #expect(text(.possible, 0.004) == "<1%")
    // Not certain is never told as all of it.
    #expect(text(.possible, 0.9999) == "99%")
    #expect(text(.possible, 0) == "0%")
    #expect(text(.excluded, 0) == "excluded")
    #expect(text(.unplaced, nil) == "unplaced")
  }

  @Test(arguments: [
    (0, "0 m"), (49.6, "50 m"), (999.4, "999 m"), (1_000, "1.0 km"), (1_449, "1.4 km"),
    (19_940, "19.9 km"), (20_000, "20 km"), (123_456, "123 km"),
  ])
  func `a distance is in metres, then in kilometres`(meters: Double, text: String) {
    #expect(HarmText.distance(meters) == text)
  }

  @Test(arguments: [
    (0, "N"), (22, "N"), (23, "NE"), (90, "E"), (180, "S"), (269, "W"), (337, "NW"),
    (338, "N"), (359.9, "N"),
  ])
  func `a bearing is one of eight winds`(bearing: Double, wind: String) {
    #expect(HarmText.wind(bearing) == wind)
  }

  @Test func `a figure keeps its bound, unit, words and scope`() throws {
    func text(
      _ low: Int?, _ high: Int?, _ bound: Bound, scope: QuantityScope = .event,
      phrase: String? = nil, isCumulative: Bool = false
    ) throws -> String {
      HarmText.quantity(
        try #require(
          Quantity(
            minimum: low, maximum: high, unit: .bodies, status: .recovered, bound: bound,
            scope: scope, phrase: phrase, isCumulative: isCumulative)))
    }
    #expect(try text(61, 61, .exactly) == "61 bodies recovered")
    #expect(try text(240, 240, .about) == "about 240 bodies recovered")
    #expect(try text(40, nil, .atLeast) == "at least 40 bodies recovered")
    #expect(try text(nil, 16, .upTo) == "up to 16 bodies recovered")
    #expect(try text(108, 141, .between) == "108–141 bodies recovered")
    #expect(
      try text(24, nil, .atLeast, phrase: "dozens") == "at least 24 bodies recovered (“dozens”)")
    #expect(
      try text(nil, nil, .unquantified, scope: .areaPeriod, isCumulative: true)
        == "unquantified bodies recovered, running total, scope area-period")
  }

  @Test func `no grade is said, not left blank`() {
    #expect(HarmText.grade(nil) == "not graded")
    #expect(HarmText.grade(.contested) == "contested")
  }

  @Test(arguments: [
    (CountingUnit.buildings, "1 building destroyed"), (.bodies, "1 body destroyed"),
    (.families, "1 family destroyed"), (.casualties, "1 casualty destroyed"),
    (.children, "1 child destroyed"),
    (.women, "1 woman destroyed"), (.men, "1 man destroyed"),
  ])
  func `one of a unit is not several`(unit: CountingUnit, words: String) throws {
    let one = Quantity(
      minimum: 1, maximum: 1, unit: unit, status: .destroyed, bound: .exactly)
    #expect(HarmText.quantity(try #require(one)) == words)
  }
}
