public import SimpleFeatures

/// Decides relations between geometries: given from outside, for exact topology is another's skill.
///
/// What envelopes or single positions decide is never asked.
public struct SpatialRelations: Sendable {
  /// Decides a relation between two geometries.
  public typealias Decision =
    @Sendable (SpatialOperator, _ first: Geometry, _ second: Geometry) throws(FilterError) -> Bool

  /// Decides a relation between a geometry of a row and one that stays the same.
  public typealias PreparedDecision =
    @Sendable (_ first: Geometry) throws(FilterError) -> Bool

  /// Decides a relation between any two geometries.
  public let decide: Decision
  /// Makes ready a relation to a literal that is asked of many rows; `nil` where that gains nothing.
  public let prepare: @Sendable (SpatialOperator, _ second: Geometry) -> PreparedDecision?

  /// Makes relations.
  ///
  /// - Parameters:
  ///   - decide: Decides a relation between any two geometries; a failure is thrown as
  ///     ``FilterFault/undecided(_:reason:)``.
  ///   - prepare: Makes ready a relation to a literal.
  public init(
    decide: @escaping Decision,
    prepare: @escaping @Sendable (SpatialOperator, _ second: Geometry) -> PreparedDecision? = {
      _, _ in nil
    }
  ) {
    self.decide = decide
    self.prepare = prepare
  }

  /// No topology: what envelopes do not decide is refused.
  public static let envelopesOnly = SpatialRelations { relation, _, _ throws(FilterError) in
    throw FilterError(.undecided(relation, reason: "this filter has no exact topology"))
  }
}

/// One spatial predicate; a literal stands second.
struct SpatialTest: Sendable {
  let relation: SpatialOperator
  let first: Operand
  let second: Operand
  let relations: SpatialRelations
  /// The second operand when it is a literal.
  let fixed: FixedGeometry?

  init(
    _ relation: SpatialOperator, _ first: Operand, _ second: Operand, _ relations: SpatialRelations
  ) {
    let isTurned = first.constant != nil && second.constant == nil
    self.relation = isTurned ? relation.mirrored : relation
    self.first = isTurned ? second : first
    self.second = isTurned ? first : second
    self.relations = relations
    fixed = self.second.fixedGeometry.map { literal in
      var literal = literal
      literal.decide = relations.prepare(isTurned ? relation.mirrored : relation, literal.geometry)
      return literal
    }
  }

  /// Decides for two geometries; short cuts come first.
  func holds(_ geometry: Geometry, _ other: FixedGeometry) throws(FilterError) -> Bool {
    if let decided = shortCut(geometry, other) { return decided }
    if let decide = other.decide { return try decide(geometry) }
    return try relations.decide(relation, geometry, other.geometry)
  }

  private func shortCut(_ geometry: Geometry, _ other: FixedGeometry) -> Bool? {
    if let position = geometry.position {
      if let second = other.geometry.position { return holds(position, second) }
      if other.isBox, relation == .intersects || relation == .disjoint {
        return other.envelope?.covers(position) == (relation == .intersects)
      }
    }
    guard let box = geometry.envelope, let otherBox = other.envelope else {
      // An empty geometry meets nothing, and is equal to another empty one.
      switch relation {
      case .disjoint: return true
      case .equals: return geometry.isEmpty && other.geometry.isEmpty
      default: return false
      }
    }
    guard box.intersects(otherBox) else { return relation == .disjoint }
    // A box over the antimeridian is no measure of what lies on both sides of it.
    guard !otherBox.crossesAntimeridian else { return nil }
    switch relation {
    case .within where !otherBox.covers(box): return false
    case .contains where !box.covers(otherBox): return false
    case .equals where box != otherBox: return false
    default: return nil
    }
  }

  private func holds(_ first: Position, _ second: Position) -> Bool {
    switch relation {
    case .contains, .equals, .intersects, .within: first == second
    case .disjoint: first != second
    case .crosses, .overlaps, .touches: false
    }
  }
}

/// A geometry with what is asked of it again and again.
struct FixedGeometry: Sendable {
  let geometry: Geometry
  let envelope: Envelope?
  /// Whether the geometry is a box along meridians and parallels.
  let isBox: Bool
  var decide: SpatialRelations.PreparedDecision?

  init(_ geometry: Geometry) {
    self.geometry = geometry
    envelope = geometry.envelope
    isBox = false
  }

  init(_ envelope: Envelope) {
    geometry = Geometry(envelope)
    self.envelope = envelope
    isBox = true
  }
}

extension Geometry {
  /// A box as a geometry: a polygon, two where it crosses the antimeridian, and a line or a point
  /// where it has no width or height.
  init(_ box: Envelope) {
    guard !box.crossesAntimeridian else {
      let sides = [
        Envelope(west: box.west, south: box.south, east: 180, north: box.north),
        Envelope(west: -180, south: box.south, east: box.east, north: box.north),
      ].map { Geometry($0) }
      let polygons = sides.flatMap(\.polygons)
      self = polygons.count == 2 ? .multiPolygon(polygons) : .geometryCollection(sides)
      return
    }
    let corners = [
      Position(longitude: box.west, latitude: box.south),
      Position(longitude: box.east, latitude: box.south),
      Position(longitude: box.east, latitude: box.north),
      Position(longitude: box.west, latitude: box.north),
    ]
    switch (box.width > 0, box.height > 0) {
    case (true, true):
      self = .polygon(Polygon(exteriorRing: LinearRing(corners + [corners[0]])))
    case (false, false): self = .point(corners[0])
    default: self = .lineString(LineString([corners[0], corners[2]]))
    }
  }
}
