import SimpleFeatures

// Source – FlatGeobuf 3, `feature.fbs`, table Geometry: all positions of a geometry in one vector,
// ends counted in positions where there are several runs of them; several polygons, and mixtures,
// are geometries of their own.
extension FlatBufferBuilder {
  /// Appends a geometry and links it; the type is written each time, for the header leaves it open.
  mutating func geometry(_ geometry: Geometry, linkedAt slot: Int) {
    switch geometry {
    case .point(let position): run([position], .point, linkedAt: slot)
    case .multiPoint(let positions): run(positions, .multiPoint, linkedAt: slot)
    case .lineString(let line): run(line.positions, .lineString, linkedAt: slot)
    case .multiLineString(let lines):
      runs(lines.map(\.positions), .multiLineString, linkedAt: slot)
    case .polygon(let polygon): self.polygon(polygon, linkedAt: slot)
    case .multiPolygon(let polygons):
      let first = parts(polygons.count, .multiPolygon, linkedAt: slot)
      for (ordinal, polygon) in polygons.enumerated() {
        self.polygon(polygon, linkedAt: first + 4 * ordinal)
      }
    case .geometryCollection(let members):
      let first = parts(members.count, .geometryCollection, linkedAt: slot)
      for (ordinal, member) in members.enumerated() {
        self.geometry(member, linkedAt: first + 4 * ordinal)
      }
    }
  }

  private mutating func polygon(_ polygon: Polygon, linkedAt slot: Int) {
    if polygon.interiorRings.isEmpty {
      run(polygon.exteriorRing.positions, .polygon, linkedAt: slot)
    } else {
      let rings = [polygon.exteriorRing] + polygon.interiorRings
      runs(rings.map(\.positions), .polygon, linkedAt: slot)
    }
  }

  private mutating func run(_ positions: [Position], _ type: GeometryType, linkedAt slot: Int) {
    let layout = FlatGeobufSchema.simple
    let table = self.table(layout, linkedAt: slot)
    store(UInt8(type.rawValue), at: table + layout[FlatGeobufSchema.Geometry.type])
    vector(
      count: 2 * positions.count, elementSize: 8,
      linkedAt: table + layout[FlatGeobufSchema.Geometry.xy])
    append(positions)
  }

  private mutating func runs(_ runs: [[Position]], _ type: GeometryType, linkedAt slot: Int) {
    let layout = FlatGeobufSchema.ended
    let table = self.table(layout, linkedAt: slot)
    store(UInt8(type.rawValue), at: table + layout[FlatGeobufSchema.Geometry.type])
    vector(
      count: runs.count, elementSize: 4,
      linkedAt: table + layout[FlatGeobufSchema.Geometry.ends])
    var end = 0
    for run in runs {
      end += run.count
      append(UInt32(truncatingIfNeeded: end))
    }
    vector(
      count: 2 * end, elementSize: 8, linkedAt: table + layout[FlatGeobufSchema.Geometry.xy])
    for run in runs { append(run) }
  }

  private mutating func parts(_ count: Int, _ type: GeometryType, linkedAt slot: Int) -> Int {
    let layout = FlatGeobufSchema.composed
    let table = self.table(layout, linkedAt: slot)
    store(UInt8(type.rawValue), at: table + layout[FlatGeobufSchema.Geometry.type])
    return offsets(count: count, linkedAt: table + layout[FlatGeobufSchema.Geometry.parts])
  }

  private mutating func append(_ positions: [Position]) {
    for position in positions {
      append(position.longitude.bitPattern)
      append(position.latitude.bitPattern)
    }
  }
}
