import Inquiry
import Records
import Testing

struct ClaimPatternTests {
  @Test(arguments: [
    ("S*", "S13", true), ("S*", "L13", false), ("S*", "s13", false), ("*", "K-CI350", true),
    ("S?3", "S13", true), ("S?3", "S113", false), ("L01", "L01", true), ("L0", "L01", false),
    ("S*,L01", "L01", true), ("S*,L01", "L02", false), ("*1*3", "S113", true),
    ("*1*3", "S131", false), ("K-*:a", "K-b:c:a", true), (" S* , L01 ", "L01", true),
  ])
  func `a pattern fits whole identifiers`(pattern: String, id: String, fits: Bool) throws {
    let claim = try #require(ClaimID(id))
    #expect(try #require(ClaimPattern(pattern)).matches(claim) == fits)
  }

  @Test(arguments: ["", " ", ",", "S*,", ",S*", "S*,,L01", "S(1)", "S\u{1B}[0m", "ص*", "S\n"])
  func `anything but patterns is refused`(text: String) {
    #expect(ClaimPattern(text) == nil)
  }

  @Test func `a text is read up to its limit`() {
    let long = String(repeating: "S", count: ClaimPattern.maximumBytes)
    #expect(ClaimPattern(long) != nil)
    #expect(ClaimPattern(long + "S") == nil)
  }

  @Test func `many stars cost no more than pattern times identifier`() throws {
    let stars = String(repeating: "*a", count: 190)
    let claim = try #require(ClaimID(String(repeating: "a", count: 127) + "b"))
    #expect(try #require(ClaimPattern(stars)).matches(claim) == false)
  }
}
