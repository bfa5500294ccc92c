import Districting
import Records
import SimpleFeatures
import TestSupport
import Testing
import Topology

@Suite(.enabled(if: MosulFacts.isPresent, "the shared data sets are not beside the checkout"))
struct MosulDistrictsTests {
  @Test func `Mosul has 82 cells, and the other 21 points have a reason`() throws {
    let facts = try MosulFacts()
    let map = try DistrictMap(seeds: facts.seeds, halves: facts.halves)
    #expect(facts.seeds.count == 103)
    #expect(map.cells.count == 82)
    #expect(Set(map.cells.map(\.id)) == Set(facts.reference.keys))
    #expect(map.withoutCell.count == 21)
    #expect(map.withoutCell.count { $0.reason == .outsideOutline } == 8)
    for cell in map.cells {
      #expect(try cell.geometry.validity() == .valid, "\(cell.id)")
      #expect(
        try !cell.geometry.intersection(facts.river.water).polygons.contains {
          $0.areaSquareMeters > 0.01
        })
    }
  }

  @Test func `the same program elsewhere drew nearly the same cells`() throws {
    let facts = try MosulFacts()
    let map = try DistrictMap(seeds: facts.seedsWithOldCity, halves: facts.halves)
    for cell in map.cells {
      let other = try #require(facts.reference[cell.id])
      let seed = try #require(facts.seeds.first { $0.id == cell.id })
      let position = try #require(seed.position)
      #expect(cell.geometry.covers(position) && other.covers(position), "\(cell.id)")
      let apart = try cell.geometry.symmetricDifference(other).areaSquareMeters
      // The other program measured nearness in another plane: hundredths of a cell at its rim.
      #expect(apart / other.areaSquareMeters < 0.01, "\(cell.id)")
    }
  }

  @Test func `cells come out the same on every run and in any order of seeds`() throws {
    let facts = try MosulFacts()
    let first = try DistrictMap(seeds: facts.seeds, halves: facts.halves)
    let again = try DistrictMap(seeds: facts.seeds, halves: facts.halves)
    #expect(first.cells == again.cells)
    let turned = try DistrictMap(seeds: facts.seeds.reversed(), halves: facts.halves)
    #expect(turned.cells == first.cells.reversed())
  }

  @Test func `every seed is inside its own cell and near its own candidates`() throws {
    let facts = try MosulFacts()
    let map = try DistrictMap(seeds: facts.seeds, halves: facts.halves)
    for cell in map.cells {
      let seed = try #require(facts.seeds.first { $0.id == cell.id })
      let candidates = map.candidates(
        for: try #require(seed.position), precisionMeters: seed.precisionMeters)
      #expect(candidates.first?.id == cell.id)
      #expect(candidates.first?.isInside == true)
    }
  }
}
