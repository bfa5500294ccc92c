import Cartography
import Inquiry
import MapRendering
import Records
import SimpleFeatures

// Which ground a map shows, and on how many cells or pixels.
//
// - Note: Source – OGC API Maps Part 1 §6.5, the table of combinations of parameters for scaling
//   and subsetting.
extension MapQuestion {
  /// How near a map is of which only the middle is given: some quarters of a city.
  static let defaultZoom = 12.0
  /// Columns and rows of a text.
  static let textWidths = 20...400
  static let textHeights = 5...200
  /// Pixels of an image; one with words around it has room for them.
  static let mostImageWidth = 4_096
  static let mostImageHeight = 3_200
  /// The least pixels of an image with words around it.
  private static let leastFrame = CellSize(columns: 160, rows: 80)
  /// Lines under a text need so many rows above them.
  static let leastRowsWithHints = 10
  /// Rows and pixels for the words around a picture of a given scale.
  private static let rowsOfWords = 10
  private static let pixelsOfWords = 256

  /// Settles ground and size.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - extent: How far the data reaches; `nil` where that is not known, or not asked for yet.
  /// - Throws: ``RequestFault`` for a part that is not there and a size that cannot be.
  mutating func lay(
    _ request: EndpointRequest, within extent: CollectionExtent.Known?
  ) throws(RequestFault) {
    let request = request.withoutIdleSystems
    window = .subject
    let asked = try request.size(of: form, isFramed: surroundings == .asked)
    let (box, metersPerPixel, center, level): (Envelope?, Double?, Position?, Double?)
    do {
      box = try request.box() ?? cut(within: extent)
      metersPerPixel = try request.metersPerPixel()
      center = try request.center()
      level = try request.value(of: ZoomParameter.self)
    } catch { throw .parameter(error) }
    try choose(time: try time(within: extent))
    if subset?.isSpatial == true { choose(box: box) }
    if let box, let metersPerPixel {
      try show(box, metersPerPixel: metersPerPixel)
    } else if let metersPerPixel {
      window = .scaled(center, metersPerColumn: metersPerPixel * Double(Self.cell.columns))
    } else if center != nil || level != nil {
      window = .around(
        center,
        zoom: MapZoom(
          level ?? Self.defaultZoom,
          pixelsPerColumn: form.isImage ? Self.cell.columns : MapZoom.dotsPerColumn))
    }
    if form.isImage {
      try setImage(request, box: box, asked: asked, isScaled: metersPerPixel != nil)
    } else {
      try setText(request, box: box, asked: asked, isScaled: metersPerPixel != nil)
    }
  }

  // MARK: The part

  /// The box of a subset.
  private func cut(within extent: CollectionExtent.Known?) -> Envelope? {
    guard let subset, subset.isSpatial else { return nil }
    return subset.envelope(within: extent?.envelope ?? .world)
  }

  /// The days of a subset.
  private func time(within extent: CollectionExtent.Known?) throws(RequestFault) -> DayInterval? {
    guard let subset else { return nil }
    if subset.isLatest { return extent?.interval?.end.map { DayInterval($0) } }
    if let time = subset.time, let all = extent?.interval, !all.intersects(time) {
      let ends = [all.start, all.end].map { $0.map { "\($0)" } ?? ".." }
      throw .outsideAxis(axis: "time", range: ends.joined(separator: " to "))
    }
    return subset.time
  }

  private mutating func choose(time: DayInterval?) throws(RequestFault) {
    guard let time, case .incidents(var query) = subject else { return }
    query.time = time
    subject = .incidents(query)
  }

  private mutating func choose(box: Envelope?) {
    guard let box else { return }
    switch subject {
    case .incidents(var query):
      query.area = .envelope(box)
      query.includesUnplaced = query.match == .possible
      subject = .incidents(query)
    case .places(var query):
      query.envelope = box
      subject = .places(query)
    }
  }

  // MARK: Scale

  /// Shows a box at a scale: its size follows.
  private mutating func show(_ box: Envelope, metersPerPixel: Double) throws(RequestFault) {
    let shape = Shape(of: box)
    let across = (shape.metersAcross / metersPerPixel).rounded()
    let down = (shape.metersAcross * shape.heightOfWidth / metersPerPixel).rounded()
    let width = Int(min(max(across, 1), 1e9))
    let height = Int(min(max(down, 1), 1e9))
    window = .scaled(
      shape.center, metersPerColumn: metersPerPixel * Double(Self.cell.columns))
    guard form.isImage else {
      let columns = max((width + Self.cell.columns - 1) / Self.cell.columns, 1)
      let rows = (height + Self.cell.rows - 1) / Self.cell.rows + Self.rowsOfWords
      guard columns <= Self.textWidths.upperBound, rows <= Self.textHeights.upperBound else {
        throw .tooManyPixels(
          width: columns, height: rows,
          most: "\(Self.textWidths.upperBound) x \(Self.textHeights.upperBound) characters")
      }
      size = CellSize(columns: max(columns, Self.textWidths.lowerBound), rows: rows)
      return
    }
    pixels = CellSize(columns: width, rows: height)
    if surroundings != .none {
      pixels = CellSize(
        columns: max(width + FramedImage.sideMargins, Self.leastFrame.columns),
        rows: height + Self.pixelsOfWords)
    }
  }

  /// How a box lies on the ground.
  struct Shape {
    /// Metres along its middle.
    let metersAcross: Double
    /// Its height for its width, drawn in Pseudo-Mercator.
    let heightOfWidth: Double
    /// What is in its middle, drawn so.
    let center: Position

    init(of box: Envelope) {
      let corners = ReferenceSystem.webMercator.corners(of: box)
      let middle = (corners[1] + corners[3]) / 2
      let latitude =
        ReferenceSystem.webMercator.position(first: 0, second: middle)?.latitude
        ?? box.center.latitude
      metersAcross = box.width / 360 * MapView.metersAcross(at: latitude).upperBound
      let equator =
        box.width
        * ReferenceSystem.webMercator.coordinates(
          of: Position(longitude: 1, latitude: 0)
        ).first
      heightOfWidth = equator > 0 ? (corners[3] - corners[1]) / equator : 1
      center = Position(longitude: box.center.longitude, latitude: latitude)
    }
  }

  // MARK: Images

  private mutating func setImage(
    _ request: EndpointRequest, box: Envelope?, asked: AskedSize, isScaled: Bool
  ) throws(RequestFault) {
    let isBox = (box.map { $0.width > 0 && $0.height > 0 } ?? false) && surroundings == .none
    if !(isScaled && box != nil) {
      let shape = isBox ? box.map { Shape(of: $0).heightOfWidth } ?? 0.75 : 0.75
      pixels = try asked.pixels(shape: shape)
    }
    guard pixels.columns <= Self.mostImageWidth, pixels.rows <= Self.mostImageHeight else {
      throw .tooManyPixels(
        width: pixels.columns, height: pixels.rows,
        most: "\(Self.mostImageWidth) x \(Self.mostImageHeight) pixels")
    }
    let margins = surroundings == .none ? 0 : FramedImage.sideMargins
    size = CellSize(
      columns: max((pixels.columns - margins) / Self.cell.columns, 1),
      rows: max(pixels.rows / Self.cell.rows, 1))
    let isChoice = form == .png && isBox
    let askedSystem = try request.mapSystem(isChoice: isChoice)
    // Collections are kept in CRS84, and so are their maps; of the whole they are in
    // Pseudo-Mercator, and so are drawings of lines.
    let ofCollection: ReferenceSystem =
      isChoice && request.endpoint.offers.first == .png ? .crs84 : .webMercator
    system = askedSystem ?? ofCollection
    exact = nil
    if isBox, let box { setExact(box) }
  }

  /// Of a box without a frame, an image is made in the system and of the size asked for.
  private mutating func setExact(_ box: Envelope) {
    let image = ExactImage(
      envelope: box, width: pixels.columns, height: pixels.rows,
      rows: system == .webMercator ? .mercator : .degrees)
    guard let view = try? image.view() else { return }
    exact = image
    window = .view(view)
  }

  // MARK: Texts

  private mutating func setText(
    _ request: EndpointRequest, box: Envelope?, asked: AskedSize, isScaled: Bool
  ) throws(RequestFault) {
    _ = try request.mapSystem(isChoice: false)
    if !(isScaled && box != nil) {
      size = CellSize(columns: asked.width ?? 80, rows: asked.height ?? 24)
    }
    hints = nil
    do {
      guard form == .text, try request.value(of: HintsParameter.self) ?? true else { return }
    } catch { throw .parameter(error) }
    let hints = MapHints(request, of: self, box: subset?.isSpatial == true ? box : nil)
    // The height that is asked for is that of the whole answer.
    let rows =
      asked.height == nil ? size.rows : size.rows - hints.mostRows(columns: size.columns)
    guard rows >= Self.leastRowsWithHints else { return }
    self.hints = hints
    size = CellSize(columns: size.columns, rows: rows)
  }
}

extension EndpointRequest {
  /// The system that a map is asked for in; where there is no choice, only Pseudo-Mercator may be.
  fileprivate func mapSystem(isChoice: Bool) throws(RequestFault) -> ReferenceSystem? {
    let asked: ReferenceSystem?
    do {
      asked = try value(of: SystemParameter.self)
    } catch { throw .parameter(error) }
    guard let asked, asked != .webMercator, !isChoice else { return asked }
    throw .parameter(
      .conflicting("crs=\(asked.uri)", "a map that is no PNG of a bbox with frame=no"))
  }
}
