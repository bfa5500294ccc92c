import Records
import Testing

@testable import Inquiry

struct ClaimThreadTests {
  private func claim(_ text: String, _ edges: (ClaimEdgeKind, String)...) throws -> Claim {
    Claim(
      id: try #require(ClaimID(text)), claimant: try #require(SourceID("s")),
      kinds: [.reportsDeaths],
      edges: try edges.map {
        ClaimEdge(kind: $0.0, target: try #require(ClaimID($0.1)))
      })
  }

  /// The claims as they are printed: each once, an answer after and below what it answers.
  private func outline(_ claims: [Claim]) -> [String] {
    let thread = ClaimThread(claims)
    func lines(_ id: ClaimID, _ depth: Int) -> [String] {
      [String(repeating: ">", count: depth) + id.text]
        + thread.answers(to: id).flatMap { lines($0, depth + 1) }
    }
    return claims.filter { !thread.isNested($0.id) }.flatMap { lines($0.id, 0) }
  }

  @Test func `a denial stands under what it denies, a dispute too`() throws {
    let claims = [
      try claim("A"), try claim("B", (.denies, "A")), try claim("C", (.disputes, "B")),
      try claim("D", (.supports, "A")), try claim("E", (.denies, "A")),
    ]
    #expect(outline(claims) == ["A", ">B", ">>C", ">E", "D"])
  }

  @Test func `a denial before what it denies still stands under it`() throws {
    #expect(outline([try claim("B", (.denies, "A")), try claim("A")]) == ["A", ">B"])
  }

  @Test func `a denial of something that is not here stands for itself`() throws {
    #expect(outline([try claim("B", (.denies, "Z"))]) == ["B"])
  }

  @Test func `the first target that is here decides`() throws {
    let claims = [
      try claim("A"), try claim("B"),
      try claim("C", (.supports, "A"), (.denies, "Z"), (.denies, "B"), (.denies, "A")),
    ]
    #expect(outline(claims) == ["A", "B", ">C"])
  }

  @Test func `a claim that denies itself is printed once`() throws {
    #expect(outline([try claim("A", (.denies, "A"))]) == ["A"])
  }

  @Test func `denials in a circle end and lose nobody`() throws {
    let pair = [try claim("A", (.denies, "B")), try claim("B", (.denies, "A"))]
    #expect(outline(pair) == ["B", ">A"])
    let circle = [
      try claim("A", (.denies, "B")), try claim("B", (.denies, "C")),
      try claim("C", (.denies, "A")),
    ]
    #expect(outline(circle).map { $0.filter { $0 != ">" } }.sorted() == ["A", "B", "C"])
  }

  @Test(arguments: [true, false])
  func `ten thousand denials in a row lose nobody and stay on the page`(isReversed: Bool) throws {
    let claims = try (0..<10_000).map { number in
      number == 0 ? try claim("C0") : try claim("C\(number)", (.denies, "C\(number - 1)"))
    }
    let lines = outline(isReversed ? claims.reversed() : claims)
    #expect(Set(lines.map { $0.filter { $0 != ">" } }).count == 10_000)
    #expect(lines.count == 10_000)
    #expect(lines.map { $0.prefix { $0 == ">" }.count }.max() == ClaimThread.depthLimit)
  }
}
