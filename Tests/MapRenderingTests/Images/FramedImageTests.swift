import SimpleFeatures
import Testing

@testable import MapRendering

@Suite struct FramedImageTests {
  private func view(_ columns: Int, _ rows: Int) throws -> MapView {
    try MapView(envelope: SyntheticScene.envelope, width: columns, height: rows)
  }

  @Test func `its size is that of the documents written of it`() throws {
    let image = FramedImage(
      SyntheticScene.make(), view: try view(90, 30), theme: .light, isPicture: true)
    let png = try image.png()
    let sides = [16, 20].map { start in
      png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    #expect(sides == [image.width, image.height])
    #expect(image.width == 90 * 8 + FramedImage.sideMargins)
    let drawing = FramedImage(
      SyntheticScene.make(), view: try view(90, 30), theme: .light, isPicture: false)
    let head = String(decoding: drawing.svg().prefix(300), as: UTF8.self)
    #expect(head.contains("width=\"\(drawing.width)\" height=\"\(drawing.height)\""))
  }

  @Test func `padding adds ground and moves nothing`() throws {
    let image = FramedImage(
      SyntheticScene.make(), view: try view(70, 24), theme: .dark, isPicture: true)
    let padded = image.padded(width: image.width + 7, height: image.height + 15)
    #expect(padded.width == image.width + 7 && padded.height == image.height + 15)
    #expect(padded.picture == image.picture)
    #expect(image.padded(width: 1, height: 1).width == image.width)
    let body = { (image: FramedImage) in
      String(decoding: image.svg(), as: UTF8.self).split(separator: "\n").dropFirst(6)
    }
    #expect(body(padded) == body(image))
  }

  @Test func `the picture is the view's on the rows that it has`() throws {
    let view = try view(80, 28)
    let list = DisplayList(SyntheticScene.make(), view: view)
    let image = FramedImage(SyntheticScene.make(), view: view, theme: .light, isPicture: false)
    let rows = (list.pictureEnd.y - list.pictureOrigin.y) / (2 * DisplayUnit.column)
    #expect(image.picture == view.anchored(pictureRows: rows))
    let box = image.picture.envelope
    #expect(box.west <= 10 && box.east >= 10.1 && box.south <= 50 && box.north >= 50.05)
  }
}

@Suite struct ExactDrawingTests {
  @Test(arguments: [(400, 300), (1, 1), (777, 91), (4_096, 3_200)])
  func `a drawing shows exactly its box`(width: Int, height: Int) throws {
    let box = Envelope(west: 10.013, south: 50.007, east: 10.081, north: 50.041)
    let image = ExactImage(envelope: box, width: width, height: height, rows: .mercator)
    let text = String(
      decoding: try MapRenderer.svg(SyntheticScene.make(), image: image).prefix(400),
      as: UTF8.self)
    #expect(text.contains("width=\"\(width)\" height=\"\(height)\""))
    #expect(text.contains("preserveAspectRatio=\"none\""))
    let start = try #require(text.split(separator: "viewBox=\"").last)
    let numbers = start.prefix { $0 != "\"" }.split(separator: " ").compactMap { Double($0) }
    try #require(numbers.count == 4)
    // The window's edges are where a view of the same cells has those degrees.
    let anchor = try #require(try image.view().anchor)
    let perPixel = Double(anchor.unitsPerColumn) / 8
    func pixel(_ longitude: Double, _ latitude: Double) -> (Double, Double) {
      (
        (Double(WorldPosition.x(longitude: longitude)) - Double(anchor.originX)) / perPixel,
        (Double(WorldPosition.y(latitude: latitude)) - Double(anchor.originY)) / perPixel
      )
    }
    let (left, top) = pixel(box.west, box.north)
    let (right, low) = pixel(box.east, box.south)
    for (shown, wanted) in zip(numbers, [left, top, right - left, low - top]) {
      #expect(abs(shown - wanted) < 0.11, "\(numbers)")
    }
  }

  @Test func `the middle of a view has its scale`() throws {
    let view = try MapView(
      center: Position(longitude: 10.05, latitude: 50.02), metersAcross: 8_000, width: 101,
      height: 40
    ).anchored(pictureRows: 40)
    let image = try #require(ExactImage(middleOf: view, width: 801, height: 633))
    #expect(image.width == 801 && image.height == 633)
    #expect(abs(image.envelope.width / view.envelope.width - 801.0 / 808) < 1e-4)
    #expect(abs(image.envelope.center.longitude - view.center.longitude) < 1e-4)
    let box = image.envelope
    let down = Double(
      WorldPosition.y(latitude: box.south) - WorldPosition.y(latitude: box.north))
    let across = box.width / 360 * WorldPosition.worldSize
    #expect(abs(down / across - 633.0 / 801) < 1e-3)
    // Once round the Earth and more there is no box of that scale: all of it, stretched.
    let world = try MapView(envelope: .world, width: 40, height: 40).anchored(pictureRows: 40)
    let all = try #require(ExactImage(middleOf: world, width: 313, height: 639))
    #expect(all.envelope == world.envelope)
    #expect(
      ExactImage(middleOf: try MapView(envelope: .world, width: 9, height: 9), width: 9, height: 9)
        == nil)
  }
}
