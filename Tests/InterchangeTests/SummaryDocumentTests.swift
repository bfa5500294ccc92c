import Assessment
import Inquiry
import Interchange
import JSONText
import Records
import Testing

/// A table of totals as JSON and CSV.
struct SummaryDocumentTests {
  private func entry(
    _ incident: String, _ group: SummaryGroup, _ numbers: ClosedRange<Int>?, isCertain: Bool = true,
    links: [(IncidentLinkKind, String)] = []
  ) throws -> SummaryEntry {
    let claim = try #require(ClaimID("by-\(incident)"))
    let range = HarmRange(
      minimum: numbers.map {
        RangeEnd(value: $0.lowerBound, claims: [claim], rule: .lowestReported)
      },
      maximum: numbers.map {
        RangeEnd(value: $0.upperBound, claims: [claim], rule: .highestReported, isOpen: true)
      })
    return SummaryEntry(
      incident: try #require(IncidentID(incident)), group: group, isCertainMatch: true,
      isCertainInGroup: isCertain, killed: range, injured: HarmRange(minimum: nil, maximum: nil),
      links: try links.map { IncidentLink(kind: $0.0, target: try #require(IncidentID($0.1))) })
  }

  private func summary() throws -> IncidentSummary {
    let party = SummaryGroup.party("=Side, \"A\"")
    return IncidentSummary(
      [
        try entry("I1", party, 105...141), try entry("I3", .rest(.unattributed), nil),
        try entry("I2", party, 125...370, isCertain: false, links: [(.conflatedWith, "I1")]),
      ], counts: MatchCounts(), query: SummaryQuery(by: .attribution),
      dataVersion: DataVersion(sequence: 3, hash: "ab", recordedAt: nil))
  }

  @Test func `JSON gives both hypotheses, the overlap and what stands behind each number`() throws {
    let document = try #require(
      try JSONValue(
        parsing: SummaryDocument.bytes(of: summary()) {
          $0.key("x"); $0.null()
        }
      ).object)
    #expect(document["by"]?.string == "attribution")
    #expect(document["method"]?.string == "airwars")
    #expect(document["numberMatched"]?.integer == 3)
    #expect(document["doubtful_in_row"]?.integer == 1)
    #expect(document["x"]?.isNull == true)
    let rows = try #require(document["rows"]?.array)
    #expect(rows.map { $0.object?["rest"]?.boolean } == [false, true])
    let all = rows[0].object?["certain_and_possible"]?.object
    #expect(all?["incidents"]?.array?.compactMap(\.string) == ["I1", "I2"])
    let killed = try #require(all?["killed"]?.object)
    #expect(killed["ambiguous"]?.boolean == true)
    let split = try #require(killed["split"]?.object)
    let merged = try #require(killed["merged"]?.object)
    #expect(split["min"]?.integer == 230 && split["max"]?.integer == 511)
    #expect(merged["min"]?.integer == 105 && merged["max"]?.integer == 370)
    #expect(merged["max_open"]?.boolean == true)
    #expect(merged["max_claims"]?.array?.compactMap(\.string) == ["by-I2"])
    #expect(merged["events_of_several"]?.array?.count == 1)
    #expect(killed["overlaps"]?.array?.first?.object?["kind"]?.string == "conflated-with")
    let certain = rows[0].object?["certain"]?.object
    #expect(certain?["incident_count"]?.integer == 1)
    let rest = rows[1].object?["certain"]?.object?["killed"]?.object
    #expect(rest?["split"]?.object?["min"]?.isNull == true)
    #expect(rest?["without_figure"]?.array?.compactMap(\.string) == ["I3"])
    #expect(document["total"]?.object?["row"]?.isNull == true)
  }

  @Test func `CSV has a line for each row and match, unknown is empty, formulas are harmless`()
    throws
  {
    let lines = String(decoding: SummaryTable.bytes(of: try summary()), as: UTF8.self)
      .split(separator: "\n")
    #expect(lines.count == 7)
    #expect(lines[0].hasPrefix("by,method,row,label,rest,match,incidents,killed_merged_min"))
    #expect(lines[1].hasPrefix("attribution,airwars,\"'=Side, \"\"A\"\"\""))
    #expect(
      lines[2].hasSuffix(
        "certain-and-possible,2,105,370,230,511,true,0,,,,,,2,I2 conflated-with I1,I1|I2,"
          + "by-I1,by-I2,by-I1|by-I2,by-I1|by-I2,,,,"))
    #expect(
      lines[3]
        == "attribution,airwars,nobody-named,nobody named,true,certain,1,,,,,,1,,,,,,1,,I3,,,,,,,,")
    #expect(lines[6].hasPrefix("attribution,airwars,total,total,false,certain-and-possible,3,"))
  }
}
