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
  /// An edge from its lower to its upper end.
  struct Edge: Sendable {
    var start: Position
    var end: Position
  }

  /// One polygon: its box, its edges by band, and where each band's edges begin.
  struct Area: Sendable {
    var box: Envelope
    var bandsPerDegree: Double
    var starts: [Int32]
    var edges: [Edge]
  }

  private let areas: [Area]
  /// Points and paths, which few regions hold, are asked plainly.
  private let others: [Geometry]

  /// Files the edges of a geometry.
  ///
  /// - Parameter geometry: Any type; only polygons are filed.
  public init(_ geometry: Geometry) {
    areas = geometry.polygons.compactMap(Area.init)
    others = geometry.pointsAndLines
  }

  /// Whether the geometry holds the position; boundaries count.
  ///
  /// - Parameter position: Degrees.
  /// - Returns: `true` inside and on any boundary.
  public func covers(_ position: Position) -> Bool {
    for area in areas where area.covers(position) { return true }
    return !others.isEmpty && others.contains { $0.covers(position) }
  }
}

extension PointInAreaLocator.Area {
  init?(_ polygon: Polygon) {
    guard let box = polygon.envelope else { return nil }
    var all: [PointInAreaLocator.Edge] = []
    all.reserveCapacity(polygon.positionCount)
    for ring in polygon.rings {
      for (start, end) in zip(ring.positions, ring.positions.dropFirst()) {
        all.append(.init(start: start, end: end))
      }
    }
    self.box = box
    // Tall edges would fill every band: halve the bands until the filed edges stay few.
    var bands = max(1, all.count / 2)
    var counts: [Int32] = []
    while true {
      bandsPerDegree = box.height > 0 ? Double(bands) / box.height : 0
      if !bandsPerDegree.isFinite { bandsPerDegree = 0 }
      starts = []
      edges = []
      counts = [Int32](repeating: 0, count: bands + 1)
      for edge in all { for band in self.bands(of: edge, bands) { counts[band + 1] += 1 } }
      if bands == 1 || counts.reduce(0, { $0 + Int($1) }) <= 4 * all.count { break }
      bands = max(1, bands / 2)
    }
    for band in 0..<bands { counts[band + 1] += counts[band] }
    starts = counts
    guard let none = all.first else { return nil }
    edges = Array(repeating: none, count: Int(counts[bands]))
    var next = counts
    for edge in all {
      for band in self.bands(of: edge, bands) {
        edges[Int(next[band])] = edge
        next[band] += 1
      }
    }
  }

  private func bands(of edge: PointInAreaLocator.Edge, _ count: Int) -> ClosedRange<Int> {
    let low = min(edge.start.latitude, edge.end.latitude)
    let high = max(edge.start.latitude, edge.end.latitude)
    return band(of: low, count)...band(of: high, count)
  }

  /// The band of a latitude: rising with it, so an edge's bands hold all its latitudes' bands.
  @inline(__always)
  private func band(of latitude: Double, _ count: Int) -> Int {
    let scaled = (latitude - box.south) * bandsPerDegree
    // Compared as doubles first: a value that is no number has no integer.
    guard scaled > 0 else { return 0 }
    return scaled < Double(count) ? Int(scaled) : count - 1
  }

  func covers(_ position: Position) -> Bool {
    guard box.covers(position) else { return false }
    let band = band(of: position.latitude, starts.count - 1)
    var isInside = false
    for index in Int(starts[band])..<Int(starts[band + 1]) {
      let edge = edges[index]
      switch RingPlace.crossing(of: position, from: edge.start, to: edge.end) {
      case .none: break
      case .crossed: isInside.toggle()
      case .boundary: return true
      }
    }
    return isInside
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
