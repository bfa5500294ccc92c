internal import CGEOS
internal import SimpleFeatures

// Values into the library. Coordinates cross in bulk: a position is two contiguous doubles.
extension GEOSContext {
  /// Makes the library's copy of a normalised group.
  func make(_ geometry: Geometry) throws(TopologyError) -> NativeGeometry {
    switch geometry {
    case .point(let position): return try make(position)
    case .lineString(let line): return try make(line)
    case .polygon(let polygon): return try make(polygon)
    case .multiPoint(let positions):
      return try collect(positions, GEOS_MULTIPOINT) { position throws(TopologyError) in
        try self.make(position)
      }
    case .multiLineString(let lines):
      return try collect(lines, GEOS_MULTILINESTRING) { line throws(TopologyError) in
        try self.make(line)
      }
    case .multiPolygon(let polygons):
      return try collect(polygons, GEOS_MULTIPOLYGON) { polygon throws(TopologyError) in
        try self.make(polygon)
      }
    case .geometryCollection(let parts):
      return try collect(parts, GEOS_GEOMETRYCOLLECTION) { part throws(TopologyError) in
        try self.make(part)
      }
    }
  }

  private func make(_ position: Position) throws(TopologyError) -> NativeGeometry {
    try unsafe own(
      GEOSGeom_createPointFromXY_r(handle, position.longitude, position.latitude), .build)
  }

  private func make(_ line: LineString) throws(TopologyError) -> NativeGeometry {
    // The constructor owns the sequence from the call on, even when it fails.
    try unsafe own(
      GEOSGeom_createLineString_r(handle, try sequence(line.positions)), .build)
  }

  private func make(_ polygon: Polygon) throws(TopologyError) -> NativeGeometry {
    let shell = try makeRing(polygon.exteriorRing)
    guard !polygon.interiorRings.isEmpty else {
      return try unsafe own(
        GEOSGeom_createPolygon_r(handle, shell.release(), nil, 0), .build)
    }
    var holes = PointerList(context: self)
    for ring in polygon.interiorRings { unsafe holes.append(try makeRing(ring).release()) }
    // The polygon owns shell and holes from the call on.
    let released = unsafe shell.release()
    return try unsafe own(
      holes.handOver { pointers, count in
        unsafe GEOSGeom_createPolygon_r(self.handle, released, pointers, count)
      }, .build)
  }

  private func makeRing(_ ring: LinearRing) throws(TopologyError) -> NativeGeometry {
    try unsafe own(
      GEOSGeom_createLinearRing_r(handle, try sequence(ring.positions)), .build)
  }

  private func sequence(_ positions: [Position]) throws(TopologyError) -> OpaquePointer {
    let made = unsafe positions.withUnsafeBytes { bytes in
      unsafe GEOSCoordSeq_copyFromBuffer_r(
        handle, bytes.assumingMemoryBound(to: Double.self).baseAddress,
        UInt32(clamping: positions.count), 0, 0)
    }
    guard let made = unsafe made else { throw failure(.build) }
    return unsafe made
  }

  private func collect<Part>(
    _ parts: [Part], _ type: GEOSGeomTypes,
    _ makePart: (Part) throws(TopologyError) -> NativeGeometry
  ) throws(TopologyError) -> NativeGeometry {
    var pointers = PointerList(context: self)
    for part in parts { unsafe pointers.append(try makePart(part).release()) }
    // The collection owns its parts from the call on.
    return try unsafe own(
      pointers.handOver { pointers, count in
        unsafe GEOSGeom_createCollection_r(
          self.handle, Int32(type.rawValue), pointers, count)
      }, .build)
  }
}

/// Parts on their way into a whole; destroyed here when the whole is never made.
@safe
private struct PointerList: ~Copyable {
  let context: GEOSContext
  private var pointers: [OpaquePointer?] = unsafe []

  init(context: GEOSContext) { self.context = context }

  mutating func append(_ pointer: OpaquePointer) { unsafe pointers.append(pointer) }

  mutating func handOver(
    _ take: (UnsafeMutablePointer<OpaquePointer?>?, UInt32) -> OpaquePointer?
  ) -> OpaquePointer? {
    var taken: [OpaquePointer?] = unsafe []
    unsafe swap(&taken, &pointers)
    let count = unsafe UInt32(clamping: taken.count)
    return unsafe taken.withUnsafeMutableBufferPointer { unsafe take($0.baseAddress, count) }
  }

  deinit {
    unsafe pointers.forEach { unsafe GEOSGeom_destroy_r(context.handle, $0) }
  }
}

// Values out of the library. Parts are borrowed from their whole and never destroyed here.
extension GEOSContext {
  /// Copies a geometry out; empty parts are dropped.
  func value(of geometry: borrowing NativeGeometry) throws(TopologyError) -> Geometry {
    try unsafe value(ofBorrowed: geometry.pointer)
  }

  private func value(ofBorrowed pointer: OpaquePointer) throws(TopologyError) -> Geometry {
    let type = unsafe GEOSGeomTypeId_r(handle, pointer)
    switch GEOSGeomTypes(rawValue: UInt32(bitPattern: type)) {
    case GEOS_POINT:
      guard let position = try unsafe positions(of: pointer).first else { return .multiPoint([]) }
      return .point(position)
    case GEOS_LINESTRING, GEOS_LINEARRING:
      return .lineString(LineString(try unsafe positions(of: pointer)))
    case GEOS_POLYGON: return .polygon(try unsafe polygon(of: pointer))
    case GEOS_MULTIPOINT: return .multiPoint(try unsafe parts(of: pointer).compactMap(\.position))
    case GEOS_MULTILINESTRING:
      return .multiLineString(
        try unsafe parts(of: pointer).compactMap {
          if case .lineString(let line) = $0 { line } else { nil }
        })
    case GEOS_MULTIPOLYGON:
      return .multiPolygon(
        try unsafe parts(of: pointer).compactMap {
          if case .polygon(let polygon) = $0 { polygon } else { nil }
        })
    case GEOS_GEOMETRYCOLLECTION: return .geometryCollection(try unsafe parts(of: pointer))
    default: throw failure(.read)
    }
  }

  private func parts(of pointer: OpaquePointer) throws(TopologyError) -> [Geometry] {
    // Sentinel: −1.
    let count = unsafe GEOSGetNumGeometries_r(handle, pointer)
    guard count >= 0 else { throw failure(.read) }
    var parts: [Geometry] = []
    for index in 0..<count {
      guard let part = unsafe GEOSGetGeometryN_r(handle, pointer, index) else {
        throw failure(.read)
      }
      let value = try unsafe value(ofBorrowed: part)
      if !value.isEmpty { parts.append(value) }
    }
    return parts
  }

  private func polygon(of pointer: OpaquePointer) throws(TopologyError) -> Polygon {
    guard let shell = unsafe GEOSGetExteriorRing_r(handle, pointer) else { throw failure(.read) }
    let exterior = LinearRing(try unsafe positions(of: shell))
    // Sentinel: −1.
    let count = unsafe GEOSGetNumInteriorRings_r(handle, pointer)
    guard count >= 0 else { throw failure(.read) }
    var holes: [LinearRing] = []
    for index in 0..<count {
      guard let ring = unsafe GEOSGetInteriorRingN_r(handle, pointer, index) else {
        throw failure(.read)
      }
      holes.append(LinearRing(try unsafe positions(of: ring)))
    }
    return Polygon(exteriorRing: exterior, interiorRings: holes)
  }

  private func positions(of pointer: OpaquePointer) throws(TopologyError) -> [Position] {
    var count: UInt32 = 0
    guard let sequence = unsafe GEOSGeom_getCoordSeq_r(handle, pointer),
      unsafe GEOSCoordSeq_getSize_r(handle, sequence, &count) == 1
    else { throw failure(.read) }
    guard count > 0 else { return [] }
    var positions = [Position](
      repeating: Position(longitude: 0, latitude: 0), count: Int(count))
    let copied = unsafe positions.withUnsafeMutableBytes { bytes in
      unsafe GEOSCoordSeq_copyToBuffer_r(
        handle, sequence, bytes.assumingMemoryBound(to: Double.self).baseAddress, 0, 0)
    }
    guard copied == 1 else { throw failure(.read) }
    return positions
  }
}
