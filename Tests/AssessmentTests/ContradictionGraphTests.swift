import Assessment
import Records
import TestSupport
import Testing

/// Who contradicts whom: stated edges, figures, circles.
struct ContradictionGraphTests {
  private func graph(_ entries: [Testimony.Entry]) -> ContradictionGraph {
    ContradictionGraph(Testimony(entries))
  }

  @Test func `S21 denies S19 certainly and S20 possibly`() throws {
    let graph = ContradictionGraph(try MosulClaims().testimony(of: "CI550"))
    let denier = try claimID("S21")
    #expect(graph.edges(from: denier, certainty: .certain).map(\.to.text) == ["S19"])
    #expect(graph.edges(from: denier, certainty: .possible).map(\.to.text) == ["S20"])
    #expect(graph.edges(from: denier).allSatisfy { $0.kind == .denies && $0.isStated })
    #expect(graph.edges(to: try claimID("S19")).map(\.from.text) == ["S21"])
  }

  @Test func `L20 disputes L19, by its words and by its figures`() throws {
    let graph = ContradictionGraph(try MosulClaims().testimony(of: "CI550"))
    let edges = graph.edges(from: try claimID("L20")).filter { $0.to.text == "L19" }
    #expect(edges.count == 1 && edges.first?.isStated == true)
    #expect(edges.first?.figures?.rule == .killedTotalsApart)
    #expect(edges.first?.figures?.least == 278 && edges.first?.figures?.greatest == 130)
    let stated = graph.edges(from: try claimID("L11")).filter { $0.kind == .denies }
    #expect(stated.map(\.to.text) == ["S01", "S06"])
    // A count of bodies recovered that falls: 160 on 26 March, 141 on 30 March.
    let fall = graph.edges(from: try claimID("L17")).first { $0.to.text == "L12" && !$0.isStated }
    #expect(fall?.figures?.rule == .recoveredCountFalls && fall?.certainty == .possible)
    #expect(fall?.figures?.least == 160 && fall?.figures?.greatest == 141)
    #expect(graph.denialCycles.isEmpty && graph.selfDenials.isEmpty)
    #expect(graph.unlistedConflictCount == 0)
    // What was replaced asserts no figure any more.
    #expect(graph.edges.allSatisfy { $0.isStated || $0.from.text != "L01" && $0.to.text != "L01" })
  }

  @Test func `an edge to a claim that is not in play leads out of the graph`() throws {
    let whole = try MosulClaims().testimony(of: "CI550") { $0.hasPrefix("S") }
    let graph = ContradictionGraph(whole)
    #expect(graph.edgesOut.map { "\($0.from) \($0.to)" } == ["S13 L01"])
    #expect(graph.edges.allSatisfy { $0.to.text.hasPrefix("S") })
  }

  @Test func `totals without a number in common dispute each other, the later one the earlier`()
    throws
  {
    let edges = try graph([
      claim("A", [figure(100, 130)], on: "2017-03-20"),
      claim("B", [figure(230, nil)], on: "2017-03-21", certainty: .possible),
      claim("C", [figure(120, 240)], on: "2017-03-22"),
    ]).edges
    #expect(edges.map { "\($0.from) \($0.to)" } == ["B A"])
    #expect(edges.first?.certainty == .possible && edges.first?.isStated == false)
    #expect(edges.first?.figures?.higher.text == "B" && edges.first?.figures?.lower.text == "A")
  }

  @Test func `what sets no ceiling disputes nothing above it`() throws {
    for other in try [
      figure(40, nil), figure(112, 112, .bodies, .recovered, scope: .part),
      figure(61, 61, .bodies, .recovered), figure(700, 700, scope: .areaPeriod),
      figure(100, 100, .families), figure(2, 2, .combatants), figure(9, 9, .persons, .injured),
    ] {
      #expect(
        try graph([claim("A", [figure(278, 300)]), claim("B", [other])]).edges.isEmpty, "\(other)")
    }
    // A part is a floor of the whole.
    let part = try figure(112, 112, .bodies, .recovered, scope: .part)
    #expect(try graph([claim("A", [figure(50, 60)]), claim("B", [part])]).edges.count == 1)
  }

  @Test func `bodies recovered may grow and cannot fall`() throws {
    func pair(_ first: Int, _ second: Int, sameDay: Bool = false) throws -> [ContradictionEdge] {
      let later = sameDay ? "2017-03-26" : "2017-03-30"
      return try graph([
        claim("A", [figure(first, first, .bodies, .recovered)], on: "2017-03-26"),
        claim("B", [figure(second, second, .bodies, .recovered)], on: later),
      ]).edges
    }
    #expect(try pair(160, 278).isEmpty)
    #expect(try pair(160, 141).map(\.figures?.rule) == [.recoveredCountFalls])
    #expect(try pair(61, 160, sameDay: true).map(\.figures?.rule) == [.recoveredCountFalls])
    #expect(try pair(61, 61, sameDay: true).isEmpty)
  }

  @Test func `a claim and its successor do not conflict, unless that is only possible`() throws {
    let first = try claim("A", [figure(50, 50)])
    let sure = try claim("B", [figure(60, 60)], on: "2017-03-21", edges: [(.supersedes, "A")])
    #expect(graph([first, sure]).edges.map(\.kind) == [.supersedes])
    let maybe = try claim("B", [figure(60, 60)], on: "2017-03-21", maybe: [(.supersedes, "A")])
    let edges = graph([first, maybe]).edges
    #expect(edges.map(\.kind) == [.disputes, .supersedes])
    #expect(edges.map(\.certainty) == [.possible, .possible])
  }

  @Test func `denials in a circle and of oneself are kept and named`() throws {
    let graph = try graph([
      claim("A", kinds: [.denies], edges: [(.denies, "B")]),
      claim("B", kinds: [.denies], edges: [(.disputes, "C")]),
      claim("C", kinds: [.denies], edges: [(.denies, "A"), (.denies, "C")]),
      claim("D", kinds: [.denies], edges: [(.denies, "A")]),
    ])
    #expect(graph.denialCycles.map { $0.map(\.text) } == [["A", "B", "C"]])
    #expect(graph.selfDenials.map(\.text) == ["C"])
    #expect(graph.oppositions.count == 5 && graph.nodes.count == 4)
  }

  @Test func `of two edges that say the same the surer one stays`() throws {
    let graph = try graph([
      claim("A"),
      claim("B", edges: [(.denies, "A")], maybe: [(.denies, "A"), (.denies, "A")]),
    ])
    #expect(graph.edges.map(\.certainty) == [.certain])
  }

  @Test func `ten thousand totals that all conflict are counted and not all listed`() throws {
    let totals = try (0..<10_000).map { (count: Int) in
      try claim("C\(count)", [figure(count, count)])
    }
    let graph = graph(totals)
    #expect(graph.edges.count == ContradictionGraph.conflictLimit)
    #expect(graph.unlistedConflictCount == 10_000 * 9_999 / 2 - ContradictionGraph.conflictLimit)
    let circle = try (0..<10_000).map { (count: Int) in
      try claim("C\(count)", edges: [(.denies, "C\((count + 1) % 10_000)")])
    }
    let chain = self.graph(circle)
    #expect(chain.denialCycles.map(\.count) == [10_000])
  }

  @Test func `the first article as a Graphviz graph`() throws {
    let testimony = try MosulClaims().testimony(of: "CI550") { $0.hasPrefix("S") }
    let text = ContradictionGraph(testimony).graphviz(name: "CI550")
    expectGolden(Array(text.utf8), "first-article.dot")
  }

  @Test func `quotes, escapes and controls cannot leave a label`() throws {
    let name = "a \"quoted\" \\N name\nand\u{7}\u{202E} more"
    let id = try #require(SourceID("s"))
    let graph = ContradictionGraph(
      Testimony(
        [try claim("A", by: "s")], sources: [id: Source(id: id, name: name, kind: .witness)]))
    let text = graph.graphviz(name: "g\"")
    #expect(text.hasPrefix("digraph \"g\\\"\" {\n"))
    #expect(text.contains("label=\"A\\na \\\"quoted\\\" \\\\N name\\nand more\\n2017-03-20\""))
  }
}
