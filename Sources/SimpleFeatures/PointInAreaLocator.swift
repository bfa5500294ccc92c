/// Answers many times, and exactly, whether an area holds a position.
///
/// The edges of every ring are filed by bands of latitude, so that a question looks only at the few
/// edges of one band. The answer equals ``Geometry/covers(_:)``: boundaries count, and no rounding
/// error moves a position over an edge. A value: shared between tasks without a lock.
///
/// - Complexity: O(*n*) to build, *n* edges (a tall edge is filed in every band it crosses, at most
///   4 *n* in all); O(*e*) a question, *e* edges of one band, about 4 for a smooth outline.
/// - Note: Source – the slab idea of F. P. Preparata, M. I. Shamos, Computational Geometry, 1985,
///   §2.2.2, with uniform slabs.
public struct PointInAreaLocator: Sendable {
  /// An edge from its start to its end.
  private struct Edge {
    var start: Position
    var end: Position
  }

  /// One polygon: its box, and which bands are its own.
  private struct Area {
    var box: Envelope
    var bandsPerDegree: Double
    var firstBand: Int
    var bandCount: Int

    /// The band of a latitude: rising with it, so an edge's bands hold all its latitudes' bands.
    @inline(__always)
    func band(of latitude: Double) -> Int {
      let scaled = (latitude - box.south) * bandsPerDegree
      // Compared as doubles first: a value that is no number has no integer.
      guard scaled > 0 else { return firstBand }
      return firstBand + (scaled < Double(bandCount) ? Int(scaled) : bandCount - 1)
    }

    func bands(of edge: Edge) -> ClosedRange<Int> {
      let low = min(edge.start.latitude, edge.end.latitude)
      let high = max(edge.start.latitude, edge.end.latitude)
      return band(of: low)...max(band(of: low), band(of: high))
    }

    /// Sets the height of the bands, and counts the edges of each.
    mutating func divide(_ all: [Edge]) -> [Int] {
      let perDegree = Double(bandCount) / box.height
      bandsPerDegree = perDegree.isFinite ? perDegree : 0
      var counts = [Int](repeating: 0, count: bandCount)
      for edge in all { for band in bands(of: edge) { counts[band - firstBand] += 1 } }
      return counts
    }
  }

  // Flat arrays of plain values: a question touches no reference count but the arrays' own.
  private var areas: [Area] = []
  /// Where each band's edges begin; one more at the end.
  private var starts: [Int] = [0]
  private var edges: [Edge] = []
  /// Points and paths, which few regions hold, are asked plainly.
  private let others: [Geometry]

  /// Files the edges of a geometry.
  ///
  /// - Parameter geometry: Any type; only polygons are filed.
  public init(_ geometry: Geometry) {
    others = geometry.pointsAndLines
    for polygon in geometry.polygons { file(polygon) }
  }

  /// Whether the geometry holds the position; boundaries count.
  ///
  /// - Parameter position: Degrees.
  /// - Returns: `true` inside and on any boundary.
  public func covers(_ position: Position) -> Bool {
    let areas = areas.span
    let starts = starts.span
    let edges = edges.span
    for index in areas.indices {
      let area = areas[index]
      guard area.box.covers(position) else { continue }
      let band = area.band(of: position.latitude)
      var place = RingPlace.outside
      for index in starts[band]..<starts[band + 1] {
        let edge = edges[index]
        let crossing = RingPlace.crossing(of: position, from: edge.start, to: edge.end)
        if crossing == .boundary { return true }
        if crossing == .crossed { place = place == .inside ? .outside : .inside }
      }
      if place == .inside { return true }
    }
    return !others.isEmpty && others.contains { $0.covers(position) }
  }

  /// Appends one polygon's bands and edges.
  private mutating func file(_ polygon: Polygon) {
    guard let box = polygon.envelope else { return }
    let all = polygon.rings.flatMap { ring in
      zip(ring.positions, ring.positions.dropFirst()).map { Edge(start: $0, end: $1) }
    }
    guard let none = all.first else { return }
    var area = Area(
      box: box, bandsPerDegree: 0, firstBand: starts.count - 1, bandCount: max(1, all.count / 2))
    var counts = area.divide(all)
    // Tall edges would fill every band: halve the bands until the filed edges stay few.
    while area.bandCount > 1, counts.reduce(0, +) > 4 * all.count {
      area.bandCount /= 2
      counts = area.divide(all)
    }
    areas.append(area)
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    edges += repeatElement(none, count: counts.reduce(0, +))
    var next = Array(starts[area.firstBand...])
    for edge in all {
      for band in area.bands(of: edge) {
        edges[next[band - area.firstBand]] = edge
        next[band - area.firstBand] += 1
      }
    }
  }
}

extension Geometry {
  /// The parts that are no areas.
  fileprivate var pointsAndLines: [Geometry] {
    switch self {
    case .polygon, .multiPolygon: []
    case .geometryCollection(let parts): parts.flatMap(\.pointsAndLines)
    case .point, .multiPoint, .lineString, .multiLineString: isEmpty ? [] : [self]
    }
  }
}
