import SimpleFeatures
import Testing

@testable import MapRendering

@Suite struct ExactImageTests {
  /// A scene of one area, black on white as far as the palette goes: a box of water.
  private func scene(_ box: Envelope) -> MapScene {
    let corners = [
      (box.west, box.south), (box.east, box.south), (box.east, box.north), (box.west, box.north),
      (box.west, box.south),
    ].map { Position(longitude: $0.0, latitude: $0.1) }
    let ring = LinearRing(corners)
    return MapScene(
      caption: MapCaption(title: "t"),
      areas: [MapArea(id: "w", role: .water, polygons: [Polygon(exteriorRing: ring)])])
  }

  private func pixels(_ scene: MapScene, _ image: ExactImage) throws -> PixelCanvas {
    let view = try image.view()
    let list = DisplayList(scene.bare, view: view, lettering: .strokeFont)
    let source = DisplayRaster(list, theme: .light, scale: PixelScale(factor: 1)).canvas
    return image.sampled(source, of: view)
  }

  @Test(arguments: [ExactImage.Rows.mercator, .degrees])
  func `what lies in the box lies where its coordinates say`(rows: ExactImage.Rows) throws {
    // High in the north a degree of latitude is twice one of longitude, and grows within the box.
    let box = Envelope(west: 20, south: 50, east: 40, north: 70)
    let water = Envelope(west: 25, south: 55, east: 30, north: 65)
    let image = ExactImage(envelope: box, width: 400, height: 300, rows: rows)
    let canvas = try pixels(scene(water), image)
    let colour = ImagePalette(theme: .light).rgb(.water)
    func y(_ latitude: Double) -> Double {
      switch rows {
      case .degrees: return (box.north - latitude) / (box.north - box.south) * 300
      case .mercator:
        let (top, bottom) = (
          Double(WorldPosition.y(latitude: box.north)), Double(WorldPosition.y(latitude: box.south))
        )
        return (Double(WorldPosition.y(latitude: latitude)) - top) / (bottom - top) * 300
      }
    }
    let columns = 100.0..<200
    let lines = y(65)..<y(55)
    for row in 0..<300 {
      for column in stride(from: 0, to: 400, by: 3) {
        let (x, line) = (Double(column) + 0.5, Double(row) + 0.5)
        let distance = min(
          abs(x - columns.lowerBound), abs(x - columns.upperBound), abs(line - lines.lowerBound),
          abs(line - lines.upperBound))
        // An edge takes up to a pixel and a half of mixing.
        guard distance > 2 else { continue }
        let isWet = columns.contains(x) && lines.contains(line)
        #expect((canvas[x: column, y: row] == colour) == isWet, "\(column), \(row)")
      }
    }
  }

  @Test(arguments: [(1, 1), (2, 500), (500, 2), (7, 3), (4_096, 1)])
  func `any size comes out`(width: Int, height: Int) throws {
    let image = ExactImage(
      envelope: Envelope(west: 43, south: 36, east: 43.2, north: 36.5), width: width,
      height: height, rows: .degrees)
    let canvas = try pixels(
      scene(Envelope(west: 43.1, south: 36.1, east: 43.2, north: 36.2)), image)
    #expect(canvas.width == width && canvas.height == height)
    #expect(try !MapRenderer.png(scene(.world), image: image).isEmpty)
  }

  @Test func `a box across the antimeridian is one piece`() throws {
    let image = ExactImage(
      envelope: Envelope(west: 170, south: -10, east: -170, north: 10), width: 200, height: 200,
      rows: .mercator)
    let canvas = try pixels(
      scene(Envelope(west: 175, south: -5, east: 179, north: 5)), image)
    let colour = ImagePalette(theme: .light).rgb(.water)
    #expect(canvas[x: 70, y: 100] == colour)
    #expect(canvas[x: 30, y: 100] != colour && canvas[x: 110, y: 100] != colour)
  }

  @Test func `a box that is none is refused`() {
    let image = ExactImage(
      envelope: Envelope(west: 0, south: 10, east: 10, north: -10), width: 10, height: 10,
      rows: .mercator)
    #expect(throws: MapRenderingError.self) { try image.view() }
  }
}
