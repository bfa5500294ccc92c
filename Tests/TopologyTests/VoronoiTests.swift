import SimpleFeatures
import TestSupport
import Testing
import Topology

@Suite struct VoronoiTests {
  @Test func `every place is in the cell of its nearest seed`() throws {
    var random = SeededGenerator(seed: 121)
    for count in [2, 3, 5, 40, 100] {
      let area = Geometry.polygon(star(&random, vertices: 60, radius: 0.1))
      let seeds = (0..<count).map { _ in nearby(&random) }
      let cells = try voronoiCells(of: seeds, clippedTo: area)
      #expect(cells.count == count)
      let sum = cells.reduce(0) { $0 + $1.areaSquareMeters }
      #expect(abs(sum - area.areaSquareMeters) < 1, "seed \(random.seed)")
      for _ in 0..<200 {
        let place = nearby(&random)
        guard area.covers(place) else { continue }
        let order = seeds.indices.sorted {
          seeds[$0].distanceMeters(to: place) < seeds[$1].distanceMeters(to: place)
        }
        let lead =
          seeds[order[1]].distanceMeters(to: place) - seeds[order[0]].distanceMeters(to: place)
        // The plane's error at 20 km is under a metre: nearer calls are left out.
        guard lead > 1 else { continue }
        #expect(cells[order[0]].covers(place), "\(place), \(count) seeds, seed \(random.seed)")
      }
    }
  }

  @Test func `equal seeds share, one seed takes all, seeds in a row are divided`() throws {
    let area = try shape("POLYGON((43 36,44 36,44 37,43 37,43 36))")
    let middle = Position(longitude: 43.5, latitude: 36.5)
    #expect(try voronoiCells(of: [middle], clippedTo: area) == [area])
    #expect(try voronoiCells(of: [middle, middle], clippedTo: area) == [area, area])
    #expect(try voronoiCells(of: [], clippedTo: area).isEmpty)
    let row = [0.2, 0.8, 0.5].map { Position(longitude: 43 + $0, latitude: 36.5) }
    let cells = try voronoiCells(of: row, clippedTo: area)
    for (seed, cell) in zip(row, cells) { #expect(cell.covers(seed)) }
    let sum = cells.reduce(0) { $0 + $1.areaSquareMeters }
    // Cells are cut along edges that bend by metres over 100 km; their sum loses nothing.
    #expect(abs(sum - area.areaSquareMeters) < area.areaSquareMeters * 1e-9)
  }

  @Test func `a seed far outside may get no part of the area`() throws {
    let area = try shape("POLYGON((43 36,43.1 36,43.1 36.1,43 36.1,43 36))")
    let seeds = [
      Position(longitude: 43.05, latitude: 36.05), Position(longitude: 45, latitude: 36.05),
    ]
    let cells = try voronoiCells(of: seeds, clippedTo: area)
    #expect(try cells[0].equals(area))
    #expect(cells[1].isEmpty)
    #expect(throws: TopologyError.outsideLocalPlane(.voronoi)) {
      try voronoiCells(of: seeds + [Position(longitude: 100, latitude: 0)], clippedTo: area)
    }
  }
}
