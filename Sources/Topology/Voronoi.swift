internal import CGEOS
public import SimpleFeatures

/// Divides an area among seeds: each gets the part that is nearer to it than to any other.
///
/// Nearness is measured on the ground: the diagram is drawn in a plane in metres around the middle
/// of seeds and area (azimuthal equidistant), and the cells are laid back before they are cut.
///
/// - Parameters:
///   - seeds: Degrees; equal seeds share one cell.
///   - area: What is divided.
/// - Returns: One cell a seed, in the order of the seeds; an empty collection where no part of the
///   area is nearest. Cells do not overlap and together cover the area.
/// - Throws: ``TopologyError/outsideLocalPlane(_:)`` for more than 1,000 km; other
///   ``TopologyError``.
/// - Complexity: O(*n*² + *n* · *m*), *n* seeds, *m* positions of the area; the square is of box
///   tests only.
/// - Note: Source – S. Fortune, A sweepline algorithm for Voronoi diagrams, 1987,
///   doi:10.1007/BF01840357; `GEOSVoronoiDiagram_r`.
public func voronoiCells(
  of seeds: [Position], clippedTo area: Geometry
) throws(TopologyError) -> [Geometry] {
  guard !seeds.isEmpty else { return [] }
  guard try Normalised(area, for: .voronoi) != nil, let areaBox = area.envelope,
    let seedBox = Envelope(enclosing: seeds)
  else { return seeds.map { _ in .geometryCollection([]) } }
  if let outside = seeds.first(where: { !$0.isValid }) {
    throw .positionOutsideWorld(.voronoi, outside)
  }
  try Normalised.checkWork(seeds.count, area.positionCount, .voronoi)
  let plane = try LocalPlane(around: areaBox.union(seedBox), for: .voronoi)
  let distinct = Array(Set(seeds)).sorted {
    ($0.longitude, $0.latitude) < ($1.longitude, $1.latitude)
  }
  guard distinct.count > 1 else { return seeds.map { _ in area } }
  let flatCells = try diagram(
    of: distinct.map(plane.project), around: area.mapPositions(plane.project)
  ).map { (box: $0.envelope ?? .world, shape: $0) }
  // Most cells of a dense city lie wholly inside it, which is cheaper to see than to cut.
  let region = try PreparedRegion(area)
  var cells: [Position: Geometry] = [:]
  for seed in distinct {
    // The library's order is its own: a cell belongs to the one seed inside it.
    let place = plane.project(seed)
    guard let flat = flatCells.first(where: { $0.box.covers(place) && $0.shape.covers(place) })
    else { throw .library(.voronoi, message: "no cell for a seed") }
    let cell = try plane.unproject(flat.shape, for: .voronoi)
    cells[seed] = try region.covers(cell) ? cell : cell.intersection(area)
  }
  return seeds.map { cells[$0] ?? .geometryCollection([]) }
}

/// The cells in the plane, wide enough for the area.
private func diagram(of places: [Position], around area: Geometry) throws(TopologyError)
  -> [Geometry]
{
  let context = try GEOSContext(for: .voronoi)
  let sites = try context.make(.multiPoint(places))
  var corners = places
  area.forEachPosition { corners.append($0) }
  let hull = Geometry.multiPoint(corners).envelope ?? Envelope(west: 0, south: 0, east: 0, north: 0)
  let frame = try context.make(hull.grown(by: max(hull.width, hull.height, 1)))
  let cells = try unsafe context.own(
    GEOSVoronoiDiagram_r(context.handle, sites.pointer, frame.pointer, 0, 0), .voronoi)
  guard case .geometryCollection(let parts) = try context.value(of: cells) else {
    throw .library(.voronoi, message: "not a collection of cells")
  }
  return parts
}

extension Envelope {
  /// A rectangle around the box in the plane.
  fileprivate func grown(by margin: Double) -> Geometry {
    let corners = [
      (west - margin, south - margin), (east + margin, south - margin),
      (east + margin, north + margin), (west - margin, north + margin),
      (west - margin, south - margin),
    ]
    return .polygon(
      Polygon(
        exteriorRing: LinearRing(
          corners.map { Position(longitude: $0.0, latitude: $0.1) })))
  }
}
