public import JSONText

extension JSONWriter {
  /// Writes a geometry object, or `null`.
  ///
  /// Outer rings are turned counter-clockwise and holes clockwise, as RFC 7946 §3.1.6 asks.
  ///
  /// - Parameters:
  ///   - geometry: The geometry; `nil` is written as `null`.
  ///   - decimals: Digits after the point, 0…15; 7 keep about a centimetre, `nil` keeps all.
  ///   - system: What the coordinates are in; another one than CRS84 is for who asked for it.
  /// - Complexity: O(*n*), *n* positions.
  /// - Note: Source – RFC 7946 §3.1, §4.
  public mutating func geometry(
    _ geometry: Geometry?, decimals: Int? = 7, in system: ReferenceSystem = .crs84
  ) {
    guard let geometry else { return null() }
    beginObject()
    key(separated: #","type":"#)
    string(plain: geometry.type.geoJSONName)
    if case .geometryCollection(let parts) = geometry {
      key(separated: #","geometries":"#)
      beginArray()
      for part in parts { self.geometry(part, decimals: decimals, in: system) }
      endArray()
    } else {
      key(separated: #","coordinates":"#)
      coordinates(of: geometry, Form(decimals: decimals, system: system))
    }
    endObject()
  }

  /// How coordinates are written.
  private struct Form {
    let decimals: Int?
    let system: ReferenceSystem
  }

  private mutating func coordinates(of geometry: Geometry, _ form: Form) {
    switch geometry {
    case .point(let position): self.position(position, form)
    case .lineString(let line): positions(line.positions, form)
    case .multiPoint(let positions): self.positions(positions, form)
    case .polygon(let polygon): rings(of: polygon, form)
    case .multiLineString(let lines):
      beginArray()
      for line in lines { positions(line.positions, form) }
      endArray()
    case .multiPolygon(let polygons):
      beginArray()
      for polygon in polygons { rings(of: polygon, form) }
      endArray()
    case .geometryCollection: null()
    }
  }

  /// Writes a position as an array of longitude and latitude.
  ///
  /// - Parameters:
  ///   - position: Degrees.
  ///   - decimals: Digits after the point, 0…15; `nil` keeps all.
  public mutating func position(_ position: Position, decimals: Int? = 7) {
    pair(position.longitude, position.latitude, decimals)
  }

  private mutating func pair(_ first: Double, _ second: Double, _ decimals: Int?) {
    beginArray()
    if let decimals {
      number(first, decimals: decimals)
      number(second, decimals: decimals)
    } else {
      number(first)
      number(second)
    }
    endArray()
  }

  /// Writes a box in the order of the wire's `bbox`.
  ///
  /// - Parameters:
  ///   - envelope: The box; `nil` is written as `null`.
  ///   - decimals: Digits after the point, 0…15.
  /// - Note: Source – RFC 7946 §5.
  public mutating func envelope(_ envelope: Envelope?, decimals: Int = 7) {
    guard let envelope else { return null() }
    beginArray()
    number(envelope.west, decimals: decimals)
    number(envelope.south, decimals: decimals)
    number(envelope.east, decimals: decimals)
    number(envelope.north, decimals: decimals)
    endArray()
  }

  private mutating func position(_ position: Position, _ form: Form) {
    let (first, second) = form.system.coordinates(of: position)
    pair(first, second, form.decimals)
  }

  private mutating func rings(of polygon: Polygon, _ form: Form) {
    beginArray()
    if !polygon.isEmpty {
      positions(polygon.exteriorRing.wound(.counterClockwise).positions, form)
      for ring in polygon.interiorRings { positions(ring.wound(.clockwise).positions, form) }
    }
    endArray()
  }

  private mutating func positions(_ positions: [Position], _ form: Form) {
    beginArray()
    for position in positions { self.position(position, form) }
    endArray()
  }
}

extension Geometry {
  /// The geometry as the bytes of a GeoJSON object.
  ///
  /// - Parameter decimals: Digits after the point, 0…15.
  /// - Returns: UTF-8 without white space.
  public func geoJSON(decimals: Int = 7) -> [UInt8] {
    var writer = JSONWriter(reserving: 64 + 24 * positionCount)
    writer.geometry(self, decimals: decimals)
    return writer.bytes
  }
}
