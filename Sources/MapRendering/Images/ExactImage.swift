import Compression
public import SimpleFeatures

/// A box of the world as an image of an exact size, without a word around it: what programs lay
/// over other maps.
///
/// The map is drawn in Pseudo-Mercator with square pixels, as any other, and its pixels are then
/// sampled where the image's own lie: a box of degrees, or one of another shape than the image, is
/// stretched as whoever asked for it expects.
public struct ExactImage: Hashable, Sendable {
  /// How rows lie between the box's southern and northern edge.
  public enum Rows: Hashable, Sendable {
    /// Evenly in Pseudo-Mercator.
    case mercator
    /// Evenly in degrees of latitude.
    case degrees
  }

  /// The box; it may cross the antimeridian.
  public let envelope: Envelope
  /// Pixels across.
  public let width: Int
  /// Pixels down.
  public let height: Int
  /// How rows lie.
  public let rows: Rows

  /// The largest side of an image, pixels.
  public static let mostPixels = 4_096

  /// Describes an image.
  ///
  /// - Parameters:
  ///   - envelope: CRS84, with some ground in it; may cross the antimeridian.
  ///   - width: Pixels across, cut to 1…``mostPixels``.
  ///   - height: Pixels down, cut to 1…``mostPixels``.
  ///   - rows: How rows lie.
  public init(envelope: Envelope, width: Int, height: Int, rows: Rows) {
    self.envelope = envelope
    self.width = min(max(width, 1), Self.mostPixels)
    self.height = min(max(height, 1), Self.mostPixels)
    self.rows = rows
  }

  /// The view that the image is sampled from: fine enough for both of its sides.
  ///
  /// - Throws: ``MapRenderingError/invalidEnvelope(_:)`` for a box that is not in the world.
  public func view() throws(MapRenderingError) -> MapView {
    let box = try MapView(envelope: envelope, width: 1, height: 1)
    let (across, down) = (Double(box.spanX), Double(box.spanY))
    let pixelsPerUnit = max(Double(width) / across, Double(height) / down)
    func cells(_ units: Double, _ pixels: Int, most: Int) -> Int {
      let wanted = (units * pixelsPerUnit / Double(pixels)).rounded(.up)
      return min(Int(min(wanted, 100_000)) + 1, most)
    }
    let columns = cells(across, DisplayUnit.pixelsPerColumn, most: MapView.maximumSize.columns)
    let rows = cells(down, DisplayUnit.pixelsPerColumn * 2, most: MapView.maximumSize.rows)
    return try MapView(envelope: envelope, width: columns, height: rows)
      .anchored(pictureRows: rows)
  }
}

extension MapRenderer {
  /// Draws a box of a scene as PNG.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - image: The box, its size and how rows lie.
  ///   - theme: The colours.
  /// - Returns: A whole file of exactly that size; the same for the same input.
  /// - Throws: ``MapRenderingError`` for a box that is not in the world, `CompressionError` where
  ///   memory is short.
  /// - Complexity: O(*p*) in the pixels beside what the view costs.
  public static func png(
    _ scene: MapScene, image: ExactImage, theme: ColourTheme = .light
  ) throws -> [UInt8] {
    let view = try image.view()
    let list = DisplayList(scene.bare, view: view, lettering: .strokeFont)
    let source = DisplayRaster(list, theme: theme, scale: PixelScale(factor: 1)).canvas
    return try PNGEncoder.encode(image.sampled(source, of: view).reduced(to: 256))
  }
}

extension ExactImage {
  /// The image's pixels out of those of a view without a frame, each mixed from the four around it.
  func sampled(_ source: PixelCanvas, of view: MapView) -> PixelCanvas {
    var canvas = PixelCanvas(width: width, height: height, colour: 0)
    guard let anchor = view.anchor, source.width > 0, source.height > 0 else { return canvas }
    let pixels = Double(DisplayUnit.pixelsPerColumn)
    let west = westOffset(of: anchor)
    let xs = (0..<width).map { column in
      let x = west + (Double(column) + 0.5) / Double(width) * worldWidth
      return x / Double(anchor.unitsPerColumn) * pixels - 0.5
    }
    for row in 0..<height {
      let y = (worldY(row) - Double(anchor.originY)) / Double(anchor.unitsPerColumn) * pixels - 0.5
      for column in 0..<width { canvas[x: column, y: row] = source.mixed(x: xs[column], y: y) }
    }
    return canvas
  }

  /// World units from the left edge of a picture to the box's, round the Earth if need be.
  func westOffset(of anchor: CellAnchor) -> Double {
    let west = Double(WorldPosition.x(longitude: envelope.west)) - Double(anchor.originX)
    return west - (west / WorldPosition.worldSize).rounded(.down) * WorldPosition.worldSize
  }

  /// World units across the box.
  var worldWidth: Double { envelope.width / 360 * WorldPosition.worldSize }

  /// World units of the middle of a row.
  private func worldY(_ row: Int) -> Double {
    let share = (Double(row) + 0.5) / Double(height)
    switch rows {
    case .degrees:
      return Double(
        WorldPosition.y(latitude: envelope.north - share * (envelope.north - envelope.south)))
    case .mercator:
      let (top, bottom) = (
        Double(WorldPosition.y(latitude: envelope.north)),
        Double(WorldPosition.y(latitude: envelope.south))
      )
      return top + share * (bottom - top)
    }
  }
}

extension PixelCanvas {
  /// The colour between pixels; beyond the edge that of the edge.
  fileprivate func mixed(x: Double, y: Double) -> UInt32 {
    let (left, top) = (x.rounded(.down), y.rounded(.down))
    let (shareX, shareY) = (UInt32((x - left) * 16), UInt32((y - top) * 16))
    func pixel(_ column: Double, _ row: Double) -> UInt32 {
      self[
        x: Int(min(max(column, 0), Double(width - 1))),
        y: Int(min(max(row, 0), Double(height - 1)))]
    }
    func mix(_ one: UInt32, _ other: UInt32, _ share: UInt32) -> UInt32 {
      guard one != other, share > 0 else { return one }
      let redBlue = (one & 0xFF00FF) * (16 - share) + (other & 0xFF00FF) * share + 0x80008
      let green = (one & 0x00FF00) * (16 - share) + (other & 0x00FF00) * share + 0x00800
      return (redBlue >> 4 & 0xFF00FF) | (green >> 4 & 0x00FF00)
    }
    return mix(
      mix(pixel(left, top), pixel(left + 1, top), shareX),
      mix(pixel(left, top + 1), pixel(left + 1, top + 1), shareX), shareY)
  }
}
