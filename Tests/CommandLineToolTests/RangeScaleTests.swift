import Assessment
import Records
import Testing

@testable import CommandLineTool

struct RangeScaleTests {
  private func range(_ low: Int?, _ high: Int?, isOpen: Bool = false) throws -> HarmRange<ClaimID> {
    let claim: ClaimID = try Cases.id("C1")
    return HarmRange(
      minimum: low.map { RangeEnd(value: $0, claims: [claim], rule: .lowestReported) },
      maximum: high.map {
        RangeEnd(value: $0, claims: [claim], rule: .highestReported, isOpen: isOpen)
      })
  }

  @Test func `a bar runs from the least to the greatest number`() throws {
    let ranges = [try range(20, 100), try range(50, 50), try range(nil, 40), try range(nil, nil)]
    let scale = RangeScale(ranges, cells: 21, signs: .ascii)
    #expect(scale.top == 100)
    #expect(
      ranges.map { scale.bar($0) } == [
        "    |---------------|", "          *          ", "|-------|            ", "?",
      ])
    #expect(scale.axis == ["|---------+---------|", "0        50       100"])
  }

  @Test func `an open range says so, and there is room for it`() throws {
    let open = try range(40, 40, isOpen: true)
    let scale = RangeScale([open], cells: 21, signs: .ascii)
    #expect(scale.top == 50)
    #expect(scale.bar(open) == "                *>   ")
  }

  @Test(arguments: [0, 1, 7, 9_999, 1_000_000, Int.max])
  func `numbers of any size fit the scale`(number: Int) throws {
    for isOpen in [true, false] {
      let range = try range(number, number, isOpen: isOpen)
      let scale = RangeScale([range], cells: 30, signs: .unicode)
      #expect(scale.top >= number && scale.bar(range).count == 30)
      #expect(scale.axis.allSatisfy { $0.count <= 60 })
    }
  }
}
