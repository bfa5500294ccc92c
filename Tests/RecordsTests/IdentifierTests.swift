import Records
import Testing

/// What an identifier may be written with.
struct IdentifierTests {
  @Test(arguments: [
    "a", "Z", "0", "CI550", "AW-p12345", "mosul-al-jadida", "ucdp:ged:1", "a.b_c+d", "9-",
    String(repeating: "x", count: 128),
  ])
  func `accepts`(text: String) {
    #expect(PlaceID(text)?.text == text)
    #expect(PlaceID(text)?.description == text)
  }

  @Test(arguments: [
    "", "-a", ".a", "_a", ":a", "+a", " a", "a ", "a b", "a/b", "a?b", "a#b", "a%20b", "a\nb",
    "a\u{0}", "é", "حي", "a\u{0301}", "a\u{202E}", "a,b", "a|b", "a\"b", "<a>",
    String(repeating: "x", count: 129),
  ])
  func `refuses`(text: String) { #expect(IncidentID(text) == nil) }

  @Test func `accepts of all ASCII only letters, digits and five signs`() {
    let accepted = (UInt8(0)..<128).filter { byte in
      ClaimID("a" + String(UnicodeScalar(byte))) != nil
    }
    let starts = (UInt8(0)..<128).filter { SourceID(String(UnicodeScalar($0))) != nil }
    #expect(accepted.count == 26 + 26 + 10 + 5)
    #expect(starts.count == 26 + 26 + 10)
    #expect(Set(starts).isSubset(of: Set(accepted)))
  }

  @Test func `sorts by bytes`() {
    let ids = ["b", "B", "a-1", "a1", "a.1", "A", "10", "9"].compactMap { PlaceID($0) }
    #expect(ids.sorted().map(\.text) == ["10", "9", "A", "B", "a-1", "a.1", "a1", "b"])
  }
}

/// Identifiers as numbers, for programs that take no text.
struct IdentifierNumberTests {
  @Test func `a number is that of its text, exact in JavaScript, and of no other`() throws {
    let one = try #require(IncidentID("CI550"))
    // FNV-1a of "CI550", 64 bits, its upper 11 bits folded into the lower 53: by hand in Python.
    #expect(one.number == 183_447_455_762_793)
    var seen: Set<Int> = []
    for index in 0..<100_000 {
      let number = try #require(IncidentID("I-\(index)")).number
      #expect(number >= 0 && number < 1 << 53)
      seen.insert(number)
    }
    #expect(seen.count == 100_000)
  }
}
