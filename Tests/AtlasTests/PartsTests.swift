import Records
import TestSupport
import Testing

@testable import Atlas

/// The small parts that pages and lookups are made of.
struct PartsTests {
  @Test func `the smallest ordinals equal a sort, however they are offered`() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<100 {
      let all = Array(0..<Int32(generator.integer(in: 0...900))).shuffled(using: &generator)
      let begin = generator.integer(in: 0...900)
      let limit = generator.pick([0, 1, 2, 100, 1_000, Int.max])
      var smallest = SmallestOrdinals(from: begin, limit: limit)
      let (rising, single) = (all.filter { $0 % 3 == 0 }.sorted(), all.filter { $0 % 3 != 0 })
      for ordinal in single { smallest.offer(ordinal) }
      smallest.offer(rising: rising)
      let rest = all.sorted().filter { Int($0) >= begin }
      let page = smallest.page()
      #expect(page.ordinals == Array(rest.prefix(limit)))
      #expect(page.isLast == (rest.count <= limit))
      #expect(smallest.count == all.count)
    }
  }

  @Test func `a whole run is taken without walking it`() {
    var smallest = SmallestOrdinals(from: 10, limit: 5)
    smallest.offer(allBelow: 12)
    #expect(smallest.page().ordinals == [10, 11] && smallest.count == 12)
    var none = SmallestOrdinals(from: 30, limit: 5)
    none.offer(allBelow: 12)
    let page = none.page()
    #expect(page.ordinals.isEmpty && page.isLast)
  }

  @Test func `the table finds every identifier and no other`() throws {
    for count in 0...200 {
      let ids: [IncidentID] = try (0..<count).map { try id("I-\($0)") }
      let table = IdentifierTable(ids)
      for (ordinal, id) in ids.enumerated() { #expect(table.ordinal(of: id, in: ids) == ordinal) }
      #expect(table.ordinal(of: try id("I-\(count)"), in: ids) == nil)
    }
  }
}
