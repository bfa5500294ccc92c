import SimpleFeatures
import TestSupport
import Testing

@Suite struct ContentsTests {
  @Test func `counts, visits and emptiness agree`() {
    var random = SeededGenerator(seed: 81)
    for _ in 0..<500 {
      let geometry = random.geometry()
      var visited = 0
      geometry.forEachPosition { _ in visited += 1 }
      #expect(visited == geometry.positionCount, "seed \(random.seed)")
      #expect(geometry.isEmpty == (visited == 0))
      #expect((geometry.envelope == nil) == geometry.isEmpty)
      #expect((geometry.dimension == nil) == geometry.isEmpty)
      #expect(geometry.isPoint == (geometry.type == .point))
    }
  }

  @Test func `types have their codes and names`() {
    #expect(GeometryType.allCases.map(\.rawValue) == Array(1...7))
    for type in GeometryType.allCases {
      #expect(GeometryType(geoJSONName: type.geoJSONName) == type)
    }
    #expect(GeometryType.multiLineString.wktName == "MULTILINESTRING")
    #expect(GeometryType(geoJSONName: "multipoint") == nil)
  }

  @Test func `areas come out of collections in order`() {
    let first = Polygon(exteriorRing: square(0, 0, 1))
    let second = Polygon(exteriorRing: square(2, 0, 1))
    let mixed = Geometry.geometryCollection([
      .polygon(first), .point(Position(longitude: 9, latitude: 9)),
      .geometryCollection([.multiPolygon([second, Polygon(exteriorRing: LinearRing([]))])]),
    ])
    #expect(mixed.polygons == [first, second])
    #expect(mixed.dimension == 2)
  }

  @Test func `a jump over half the world is seen`() throws {
    #expect(try Geometry(wkt: "LINESTRING(179 0,-179 1)").jumpsOverHalfTheWorld)
    #expect(try !Geometry(wkt: "LINESTRING(-90 0,90 1)").jumpsOverHalfTheWorld)
    #expect(try !Geometry(wkt: "MULTIPOINT((179 0),(-179 1))").jumpsOverHalfTheWorld)
    #expect(
      try Geometry(wkt: "GEOMETRYCOLLECTION(POLYGON((170 0,-170 0,-170 9,170 0)))")
        .jumpsOverHalfTheWorld)
  }
}
