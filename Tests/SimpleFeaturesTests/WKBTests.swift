import SimpleFeatures
import TestSupport
import Testing

@Suite struct WKBTests {
  /// POINT(1 2), little-endian, by hand.
  static let point: [UInt8] =
    [1, 1, 0, 0, 0] + [0, 0, 0, 0, 0, 0, 0xF0, 0x3F] + [0, 0, 0, 0, 0, 0, 0, 0x40]

  private func fault(_ bytes: [UInt8], limits: GeometryLimits = .standard) -> SimpleFeaturesError? {
    refusal { () throws(SimpleFeaturesError) in try Geometry(wkb: bytes, limits: limits) }
  }

  @Test func `a point has the bytes of the standard`() throws {
    let geometry = Geometry.point(Position(longitude: 1, latitude: 2))
    #expect(geometry.wkb() == Self.point)
    #expect(try Geometry(wkb: Self.point) == geometry)
    #expect(
      geometry.wkb(order: .bigEndian)
        == [0, 0, 0, 0, 1, 0x3F, 0xF0, 0, 0, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test func `every geometry comes back, in both byte orders and out of a slice`() throws {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<500 {
      let geometry = random.geometry()
      for order in ByteOrder.allCases {
        let bytes = geometry.wkb(order: order)
        #expect(try Geometry(wkb: bytes) == geometry, "seed \(random.seed)")
        let padded = [9, 9, 9] + bytes + [9]
        #expect(try Geometry(wkb: padded[3..<(3 + bytes.count)]) == geometry)
      }
    }
  }

  @Test func `byte orders may differ between a whole and its parts`() throws {
    let parts: [UInt8] = [0, 0, 0, 0, 4, 0, 0, 0, 2] + Self.point
    let second = Geometry.point(Position(longitude: 3, latitude: 4)).wkb(order: .bigEndian)
    #expect(
      try Geometry(wkb: parts + second)
        == .multiPoint([
          Position(longitude: 1, latitude: 2), Position(longitude: 3, latitude: 4),
        ]))
  }

  @Test func `a cut at any byte is refused at or before the cut`() throws {
    var random = SeededGenerator(seed: 22)
    for _ in 0..<60 {
      let bytes = random.geometry().wkb()
      for count in 0..<bytes.count {
        let error = try #require(fault(Array(bytes.prefix(count))))
        guard case .refused(.unexpectedEnd, at: .byte(let offset)) = error else {
          Issue.record("\(error), seed \(random.seed)")
          return
        }
        #expect(offset <= count)
      }
    }
  }

  @Test func `damaged bytes are read or refused, never fatal`() {
    var random = SeededGenerator(seed: 23)
    for _ in 0..<2_000 {
      var bytes = random.geometry().wkb()
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      if let geometry = try? Geometry(wkb: bytes) {
        geometry.forEachPosition { #expect($0.isValid) }
      }
    }
  }

  @Test func `what the model does not hold is refused with its place`() {
    let point = Self.point
    #expect(fault([2] + point.dropFirst()) == .refused(.unknownByteOrder(2), at: .byte(0)))
    #expect(fault(point + [0]) == .refused(.trailing, at: .byte(21)))
    #expect(fault([1, 0xE9, 3, 0, 0]) == .refused(.notTwoDimensional, at: .byte(1)))
    #expect(fault([1, 1, 0, 0, 0x80]) == .refused(.notTwoDimensional, at: .byte(1)))
    #expect(fault([1, 8, 0, 0, 0]) == .refused(.unknownType("WKB code 8"), at: .byte(1)))
    #expect(fault([1, 0, 0, 0, 0]) == .refused(.unknownType("WKB code 0"), at: .byte(1)))
    let located: [UInt8] = [1, 1, 0, 0, 0x20, 0xE6, 0x10, 0, 0] + point.dropFirst(5)
    #expect(fault(located) == nil)
    let webMercator: [UInt8] = [1, 1, 0, 0, 0x20, 0x11, 0x0F, 0, 0] + point.dropFirst(5)
    #expect(
      fault(webMercator) == .refused(.unsupportedReferenceSystem("SRID 3857"), at: .byte(1)))
    let infinite = point.dropLast(2) + [0xF0, 0x7F]
    #expect(
      fault(Array(infinite))
        == .refused(.outsideWorld(longitude: 1, latitude: .infinity), at: .byte(5)))
    let collection: [UInt8] = [1, 4, 0, 0, 0, 1, 0, 0, 0]
    #expect(
      fault(collection + Geometry.lineString(LineString([])).wkb())
        == .refused(.wrongPart(.lineString, inside: .multiPoint), at: .byte(14)))
  }

  @Test func `an empty point is an empty multi-point`() throws {
    let nan = Double.nan.bitPattern
    let ordinate = withUnsafeBytes(of: nan.littleEndian) { Array($0) }
    let empty: [UInt8] = [1, 1, 0, 0, 0] + ordinate + ordinate
    #expect(try Geometry(wkb: empty) == .multiPoint([]))
    let whole: [UInt8] = [1, 4, 0, 0, 0, 2, 0, 0, 0] + Self.point + empty
    #expect(try Geometry(wkb: whole) == .multiPoint([Position(longitude: 1, latitude: 2)]))
  }

  @Test func `a count larger than the bytes left reserves nothing`() {
    #expect(
      fault([1, 2, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF]) == .refused(.unexpectedEnd, at: .byte(9)))
    #expect(
      fault([1, 7, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF]) == .refused(.unexpectedEnd, at: .byte(9)))
  }

  @Test func `rings must be closed and long enough, lines have two positions`() {
    let a = Position(longitude: 0, latitude: 0)
    let b = Position(longitude: 1, latitude: 0)
    let c = Position(longitude: 1, latitude: 1)
    func polygon(_ ring: [Position]) -> [UInt8] {
      Geometry.polygon(Polygon(exteriorRing: LinearRing(ring))).wkb()
    }
    #expect(fault(polygon([a, b, c, a])) == nil)
    #expect(fault(polygon([a, b, c, b])) == .refused(.ringNotClosed, at: .byte(9)))
    #expect(fault(polygon([a, b, a])) == .refused(.ringTooShort(count: 3), at: .byte(9)))
    #expect(
      fault(Geometry.lineString(LineString([a])).wkb()) == .refused(.lineTooShort, at: .byte(5)))
  }

  @Test func `limits hold at the limit and refuse one more`() {
    func nested(_ depth: Int) -> [UInt8] {
      var geometry = Geometry.multiPoint([])
      for _ in 0..<depth { geometry = .geometryCollection([geometry]) }
      return geometry.wkb()
    }
    #expect(fault(nested(32)) == nil)
    #expect(fault(nested(33)) == .refused(.tooDeep(limit: 32), at: .byte(293)))
    let deepBytes = Array(repeating: [1, 7, 0, 0, 0, 1, 0, 0, 0] as [UInt8], count: 200_000)
    #expect(fault(deepBytes.flatMap { $0 }) == .refused(.tooDeep(limit: 32), at: .byte(293)))
    let limits = GeometryLimits(positions: 3, parts: 2)
    let positions = (0..<4).map { Position(longitude: Double($0), latitude: 0) }
    #expect(
      fault(Geometry.lineString(LineString(Array(positions.prefix(3)))).wkb(), limits: limits)
        == nil)
    #expect(
      fault(Geometry.lineString(LineString(positions)).wkb(), limits: limits)
        == .refused(.tooManyPositions(limit: 3), at: .byte(9)))
    #expect(
      fault(Geometry.multiPoint(Array(positions.prefix(3))).wkb(), limits: limits)
        == .refused(.tooManyParts(limit: 2), at: .byte(9)))
  }
}
