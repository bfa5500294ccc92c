import JSONText
import SimpleFeatures
import TestSupport
import Testing

/// Coordinates in other systems than the one that is kept.
struct ReferenceSystemTests {
  @Test func `each is known by the names that clients send`() {
    for system in ReferenceSystem.allCases {
      #expect(ReferenceSystem(uri: system.uri) == system)
      #expect(ReferenceSystem(uri: "https" + system.uri.dropFirst(4)) == system)
    }
    #expect(ReferenceSystem(uri: "urn:ogc:def:crs:EPSG::4326") == .epsg4326)
    #expect(ReferenceSystem(uri: "[EPSG:3857]") == .webMercator)
    for uri in ["", "EPSG:32638", "http://www.opengis.net/def/crs/EPSG/0/4327", "CRS84 "] {
      #expect(ReferenceSystem(uri: uri) == nil, "\(uri)")
    }
  }

  @Test func `axes go in the order of the authority`() {
    let mosul = Position(longitude: 43.13, latitude: 36.34)
    #expect(ReferenceSystem.crs84.coordinates(of: mosul) == (43.13, 36.34))
    #expect(ReferenceSystem.epsg4326.coordinates(of: mosul) == (36.34, 43.13))
  }

  /// Figures of PROJ: `echo "43.13 36.34" | gdaltransform -s_srs OGC:CRS84 -t_srs EPSG:3857`.
  @Test(arguments: [
    (43.13, 36.34, 4_801_209.64, 4_347_506.27), (0.0, 0.0, 0.0, 0.0),
    (-180.0, -85.051_128_779_806_59, -20_037_508.34, -20_037_508.34),
    (180.0, 60.0, 20_037_508.34, 8_399_737.89),
  ])
  func `Pseudo-Mercator is that of PROJ`(
    longitude: Double, latitude: Double, easting: Double, northing: Double
  ) throws {
    let position = Position(longitude: longitude, latitude: latitude)
    let (first, second) = ReferenceSystem.webMercator.coordinates(of: position)
    #expect(abs(first - easting) < 0.01 && abs(second - northing) < 0.01)
    let back = try #require(
      ReferenceSystem.webMercator.position(first: first, second: second))
    #expect(abs(back.longitude - longitude) < 1e-9 && abs(back.latitude - latitude) < 1e-9)
  }

  @Test func `the poles are drawn where the square ends, and nothing leaves the world`() {
    let pole = Position(longitude: 10, latitude: 90)
    let (_, northing) = ReferenceSystem.webMercator.coordinates(of: pole)
    #expect(abs(northing - 20_037_508.342_789_2) < 0.001)
    #expect(ReferenceSystem.webMercator.position(first: 20_037_600, second: 0) == nil)
    #expect(ReferenceSystem.webMercator.position(first: .nan, second: 0) == nil)
    #expect(ReferenceSystem.epsg4326.position(first: 91, second: 0) == nil)
    #expect(ReferenceSystem.crs84.position(first: 43, second: 36)?.latitude == 36)
  }

  @Test func `a round trip stays where it was`() throws {
    var generator = SeededGenerator(seed: 3857)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for _ in 0..<1_000 {
      let position = Position(
        longitude: Double.random(in: -180...180, using: &generator),
        latitude: Double.random(in: -85...85, using: &generator))
      for system in ReferenceSystem.allCases {
        let (first, second) = system.coordinates(of: position)
        let back = try #require(system.position(first: first, second: second))
        #expect(abs(back.longitude - position.longitude) < 1e-9)
        #expect(abs(back.latitude - position.latitude) < 1e-9)
      }
    }
  }

  @Test func `a geometry is written in the system asked for`() {
    let line = Geometry.multiPoint([
      Position(longitude: 43, latitude: 36), Position(longitude: 44, latitude: 37),
    ])
    var writer = JSONWriter()
    writer.geometry(line, in: .epsg4326)
    let text = String(decoding: writer.bytes, as: UTF8.self)
    #expect(text == #"{"type":"MultiPoint","coordinates":[[36,43],[37,44]]}"#)
  }
}
