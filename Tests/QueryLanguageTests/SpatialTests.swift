import QueryLanguage
import SimpleFeatures
import Testing

@Suite("Spatial relations") struct SpatialTests {
  static let rows =
    [Geometry.multiPoint([])] + LatticeTopology.envelopes.map(LatticeTopology.geometry)

  private func ready(_ tree: FilterExpression, _ relations: SpatialRelations) throws -> Filter {
    try Filter(
      checking: ParsedFilter(tree), against: Queryables([Queryable("geom", .geometry)]),
      relations: relations)
  }

  @Test(arguments: SpatialOperator.allCases)
  func `short cuts never contradict exact topology`(relation: SpatialOperator) throws {
    for box in LatticeTopology.envelopes {
      let literal = LatticeTopology.geometry(box)
      let right = try ready(
        .spatial(relation, .property("geom"), .geometry(literal)), LatticeTopology.relations)
      let asBox = try ready(
        .spatial(relation, .property("geom"), .envelope(box)), LatticeTopology.relations)
      let left = try ready(
        .spatial(relation, .geometry(literal), .property("geom")), LatticeTopology.relations)
      for row in Self.rows {
        let expected = LatticeTopology.holds(relation, row, literal)
        #expect(try right.truth { _ in .geometry(row) } == expected, "\(row.wkt) \(literal.wkt)")
        #expect(try asBox.truth { _ in .geometry(row) } == expected, "\(row.wkt) \(box)")
        let turned = LatticeTopology.holds(relation, literal, row)
        #expect(try left.truth { _ in .geometry(row) } == turned, "\(literal.wkt) \(row.wkt)")
      }
    }
  }

  @Test func `an empty literal meets nothing and is equal to nothing but empty`() throws {
    for relation in SpatialOperator.allCases {
      let filter = try ready(
        .spatial(relation, .property("geom"), .geometry(.multiPoint([]))), .envelopesOnly)
      for row in Self.rows {
        let expected = relation == .disjoint || relation == .equals && row.isEmpty
        #expect(try filter.truth { _ in .geometry(row) } == expected)
      }
    }
  }

  @Test func `two properties and two literals`() throws {
    let filter = try Filter(
      checking: try ParsedFilter("S_WITHIN(a, b) AND S_INTERSECTS(POINT(1 2), BBOX(0,0,3,3))"),
      against: Queryables([Queryable("a", .geometry), Queryable("b", .geometry)]),
      relations: LatticeTopology.relations)
    let inner = LatticeTopology.geometry(Envelope(west: 1, south: 1, east: 2, north: 2))
    let outer = LatticeTopology.geometry(Envelope(west: 0, south: 0, east: 3, north: 3))
    #expect(try filter.truth { .geometry($0 == 0 ? inner : outer) } == true)
    #expect(try filter.truth { .geometry($0 == 0 ? outer : inner) } == false)
    #expect(try filter.truth { $0 == 0 ? .geometry(inner) : .null } == nil)
  }

  @Test func `a box over the antimeridian holds points on both sides`() throws {
    let row: (Double) -> Row = { ["geom": .geometry(point($0, 0))] }
    for (longitude, expected) in [
      (179.0, true), (-179, true), (180, true), (0, false), (169, false),
    ] {
      #expect(try answer("S_INTERSECTS(geom, BBOX(170,-10,-170,10))", row(longitude)) == expected)
    }
    let filter = try Filter(
      checking: try ParsedFilter("S_WITHIN(geom, BBOX(170,-10,-170,10))"),
      against: sampleQueryables,
      relations: SpatialRelations { _, _, second throws(FilterError) in second.polygons.count == 2 }
    )
    let across = try Geometry(wkt: "MULTIPOINT((175 0),(-175 0))")
    #expect(try filter.truth { _ in .geometry(across) } == true)
  }

  @Test func `a literal is made ready once, and a failure is told`() throws {
    let relations = SpatialRelations(
      decide: { relation, _, _ throws(FilterError) in
        throw FilterError(.undecided(relation, reason: "no plan"))
      },
      prepare: { relation, literal in
        guard relation == .intersects else { return nil }
        let count = literal.positionCount
        return { geometry throws(FilterError) in geometry.positionCount == count }
      })
    let area = "POLYGON((0 0,2 0,1 2,0 0))"
    let row: Row = ["geom": .geometry(try Geometry(wkt: "POLYGON((1 0,3 0,2 2,1 0))"))]
    #expect(try answer("S_INTERSECTS(\(area), geom)", row, relations: relations) == true)
    #expect(throws: FilterError(.undecided(.touches, reason: "no plan"))) {
      try answer("S_TOUCHES(geom, \(area))", row, relations: relations)
    }
    // A literal on the left is asked the other way round.
    #expect(throws: FilterError(.undecided(.contains, reason: "no plan"))) {
      try answer(
        "S_WITHIN(POINT(1.5 0.5), geom)", row, relations: relations)
    }
    #expect(throws: FilterError.self) { try answer("S_CROSSES(geom, \(area))", row) }
  }
}
