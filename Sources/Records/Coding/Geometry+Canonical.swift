import JSONText
import SimpleFeatures

// A GeoJSON geometry with every number and ring as given. The writer for GeoJSON files rounds and
// winds rings, which is right on the wire and wrong here: a record must read back the same.
extension JSONWriter {
  mutating func canonicalPosition(_ position: Position) throws(RecordCodingError) {
    guard position.isValid else {
      throw .unwritable("position \(position.longitude), \(position.latitude)")
    }
    beginArray()
    number(position.longitude)
    number(position.latitude)
    endArray()
  }

  mutating func canonicalGeometry(
    _ geometry: Geometry, depth: Int = 0
  ) throws(RecordCodingError) {
    guard depth <= maximumGeometryDepth else { throw .unwritable("geometry nested too deep") }
    beginObject()
    switch geometry {
    case .point(let position):
      beginCoordinates("Point")
      try canonicalPosition(position)
    case .lineString(let line):
      beginCoordinates("LineString")
      try positions(line.positions)
    case .polygon(let polygon):
      beginCoordinates("Polygon")
      try rings(polygon)
    case .multiPoint(let positions):
      beginCoordinates("MultiPoint")
      try self.positions(positions)
    case .multiLineString(let lines):
      beginCoordinates("MultiLineString")
      beginArray()
      for line in lines { try positions(line.positions) }
      endArray()
    case .multiPolygon(let polygons):
      beginCoordinates("MultiPolygon")
      beginArray()
      for polygon in polygons { try rings(polygon) }
      endArray()
    case .geometryCollection(let parts):
      member("type", "GeometryCollection")
      key("geometries")
      beginArray()
      for part in parts { try canonicalGeometry(part, depth: depth + 1) }
      endArray()
    }
    endObject()
  }

  private mutating func beginCoordinates(_ type: String) {
    member("type", type)
    key("coordinates")
  }

  private mutating func positions(_ positions: [Position]) throws(RecordCodingError) {
    beginArray()
    for position in positions { try canonicalPosition(position) }
    endArray()
  }

  private mutating func rings(_ polygon: Polygon) throws(RecordCodingError) {
    beginArray()
    try positions(polygon.exteriorRing.positions)
    for ring in polygon.interiorRings { try positions(ring.positions) }
    endArray()
  }
}

private let maximumGeometryDepth = 32

extension CanonicalReader {
  mutating func position() throws(RecordCodingError) -> Position {
    let start = offset
    try beginArray()
    let position = Position(longitude: try number(), latitude: try number())
    guard endsArray() else { throw .expected("\"]\"", offset: offset) }
    guard position.isValid else { throw .invalid("position", offset: start) }
    return position
  }

  mutating func geometry(depth: Int = 0) throws(RecordCodingError) -> Geometry {
    guard depth <= maximumGeometryDepth else {
      throw .tooDeep(limit: maximumGeometryDepth, offset: offset)
    }
    try beginObject()
    try require("type")
    let start = offset
    let type = try text()
    let geometry: Geometry
    if type == "GeometryCollection" {
      try require("geometries")
      geometry = .geometryCollection(
        try list { reader throws(RecordCodingError) in try reader.geometry(depth: depth + 1) })
    } else {
      try require("coordinates")
      geometry = try coordinates(of: type, at: start)
    }
    try endObject()
    return geometry
  }

  private mutating func coordinates(
    of type: String, at start: Int
  ) throws(RecordCodingError) -> Geometry {
    switch type {
    case "Point": .point(try position())
    case "LineString": .lineString(LineString(try positions()))
    case "Polygon": .polygon(try polygon())
    case "MultiPoint": .multiPoint(try positions())
    case "MultiLineString":
      .multiLineString(
        try list { reader throws(RecordCodingError) in LineString(try reader.positions()) })
    case "MultiPolygon":
      .multiPolygon(try list { reader throws(RecordCodingError) in try reader.polygon() })
    default: throw .unknownCode(type, list: "geometry type", offset: start)
    }
  }

  private mutating func positions() throws(RecordCodingError) -> [Position] {
    try list { reader throws(RecordCodingError) in try reader.position() }
  }

  private mutating func polygon() throws(RecordCodingError) -> Polygon {
    let start = offset
    let rings = try list { reader throws(RecordCodingError) in LinearRing(try reader.positions()) }
    guard let exterior = rings.first else { throw .invalid("polygon", offset: start) }
    return Polygon(exteriorRing: exterior, interiorRings: Array(rings.dropFirst()))
  }
}
