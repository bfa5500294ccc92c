import Cartography
import Inquiry
import MapRendering
import Records
import SimpleFeatures

extension MapQuestion {
  /// The map that a request asks for.
  ///
  /// - Throws: ``RequestFault`` for what cannot be drawn.
  init(_ request: EndpointRequest) throws(RequestFault) {
    self.init()
    form = Form(request.mediaType)
    style.language = MapLanguage(rawValue: request.query[Self.languageName] ?? "") ?? .english
    if let name = request.captures["place"] {
      guard name.utf8.count <= 200, PlainText.safe(name) == name else {
        throw .noSuchItem(kind: "place", id: name)
      }
      place = name
    }
    do {
      incidents = try IncidentQuery(request)
    } catch { throw .parameter(error) }
    incidents.properties = try request.propertyQuestion(
      of: IncidentProperty.self, functions: IncidentFunction.table)
    guard place == nil || incidents.area == nil else {
      throw .parameter(
        .conflicting(
          "the place in the path",
          [BoundingBoxParameter.declaration.name, PlaceParameter.declaration.name]
            .first { request.query[$0] != nil } ?? ""))
    }
    choice = request.query.without(Self.drawingNames).canonicalText
    do {
      capabilities = try Self.capabilities(request)
      // Collections have maps for programs, which lay them over others.
      hasFrame =
        try request.value(of: FrameParameter.self) ?? (request.endpoint.offers.first != .png)
      window = try Self.window(request, form)
    } catch { throw .parameter(error) }
    try resize(request)
    do {
      try setExact(request)
    } catch { throw .parameter(error) }
    // Printable ASCII has no Arabic: better English words than question marks.
    if form == .text, capabilities.glyphs == .ascii { style.language = .english }
  }

  private static let languageName = LanguageParameter.declaration.name

  private static func capabilities(
    _ request: EndpointRequest
  ) throws(ParameterFault) -> RenderCapabilities {
    let glyphs = try request.value(of: GlyphsParameter.self) ?? .braille
    // Terminals are dark as a rule, pages and paper are not.
    let theme =
      try request.value(of: ThemeParameter.self)
      ?? (Form(request.mediaType).isImage ? .light : .dark)
    let choice = try request.value(of: ColorParameter.self) ?? .auto
    let isTerminal = request.agent.map(TerminalAgent.products.contains) ?? false
    let depth: ColourDepth =
      switch choice {
      case .auto where request.mediaType == .ansi: .palette256
      // A text that was asked for by its name is for files and other programs.
      case .auto: isTerminal && request.formatName == nil ? .palette256 : .none
      case .always, .palette256: .palette256
      case .never, .none: .none
      case .ansi16: .ansi16
      case .trueColour: .trueColour
      }
    if request.mediaType == .plainText, let name = request.formatName, depth != .none {
      throw .conflicting(
        "\(FormatChoice.parameterName)=\(name)", "color=\(choice.code)")
    }
    return RenderCapabilities(
      glyphs: glyphs, colourDepth: request.mediaType == .html ? .none : depth, theme: theme)
  }

  private static func window(
    _ request: EndpointRequest, _ form: Form
  ) throws(ParameterFault) -> MapDrawer.Window {
    let center = try request.center()
    let level = try request.value(of: ZoomParameter.self)
    if center == nil, level == nil { return .subject }
    guard request.query[BoundingBoxParameter.declaration.name] == nil else {
      throw .conflicting(
        BoundingBoxParameter.declaration.name,
        center == nil ? ZoomParameter.declaration.name : CenterParameter.declaration.name)
    }
    return .around(
      center,
      zoom: MapZoom(
        level ?? defaultZoom,
        pixelsPerColumn: form.isImage ? cell.columns : MapZoom.dotsPerColumn))
  }

  /// How near a map is of which only the middle is given: some quarters of a city.
  static let defaultZoom = 12.0

  /// Of a box without a frame, an image is made in the system and of the size asked for.
  ///
  /// Collections are kept in CRS84, and so are their maps; of the whole they are in Pseudo-Mercator.
  private mutating func setExact(_ request: EndpointRequest) throws(ParameterFault) {
    let asked = try request.value(of: SystemParameter.self)
    let box = try request.box()
    guard form == .png, !hasFrame, let box, box.width > 0, box.height > 0 else {
      guard asked == nil || asked == .webMercator else {
        throw .conflicting(
          "crs=\(asked?.uri ?? "")", "a map that is no PNG of a bbox with frame=no")
      }
      return
    }
    system = asked ?? (request.endpoint.offers.first == .png ? .crs84 : .webMercator)
    let pixels = try request.pixels()
    // As the ground is shaped, whatever degrees are.
    let corners = ReferenceSystem.webMercator.corners(of: box)
    let shape = (corners[3] - corners[1]) / (box.width * EarthSphere.metersPerDegree)
    let width = pixels.width ?? pixels.height.map { Double($0) / shape }.map(Self.bounded) ?? 1_024
    let height = pixels.height ?? Self.bounded(Double(width) * shape)
    let image = ExactImage(
      envelope: box, width: width, height: height,
      rows: system == .webMercator ? .mercator : .degrees)
    guard let view = try? image.view() else { return }
    exact = image
    window = .view(view)
  }

  private static func bounded(_ pixels: Double) -> Int {
    Int(min(max(pixels.rounded(), 1), Double(ExactImage.mostPixels)))
  }

  // MARK: Size

  /// Columns and rows of a text.
  static let textWidths = 20...400
  static let textHeights = 5...200
  /// Pixels of an image; one with words around it has room for them.
  static let mostImageWidth = 4_096
  static let mostImageHeight = 3_200
  /// Lines under a text need so many rows above them.
  static let leastRowsWithHints = 10

  private mutating func resize(_ request: EndpointRequest) throws(RequestFault) {
    let width = try request.size(
      MapShortWidthParameter.self, MapWidthParameter.self,
      in: form.isImage ? (hasFrame ? 160 : 1)...Self.mostImageWidth : Self.textWidths)
    let height = try request.size(
      MapShortHeightParameter.self, MapHeightParameter.self,
      in: form.isImage ? (hasFrame ? 80 : 1)...Self.mostImageHeight : Self.textHeights)
    guard !form.isImage else {
      size = CellSize(
        columns: max((width ?? 1_024) / Self.cell.columns, 1),
        rows: max((height ?? 768) / Self.cell.rows, 1))
      return
    }
    size = CellSize(columns: width ?? size.columns, rows: height ?? size.rows)
    do {
      guard form == .text, try request.value(of: HintsParameter.self) ?? true else { return }
    } catch { throw .parameter(error) }
    let hints = MapHints(request, place: place)
    // The height that is asked for is that of the whole answer.
    let rows = height == nil ? size.rows : size.rows - hints.mostRows(columns: size.columns)
    guard rows >= Self.leastRowsWithHints else { return }
    self.hints = hints
    size = CellSize(columns: size.columns, rows: rows)
  }
}

extension EndpointRequest {
  /// The pixels asked for.
  fileprivate func pixels() throws(ParameterFault) -> (width: Int?, height: Int?) {
    let widths = (try value(of: MapShortWidthParameter.self), try value(of: MapWidthParameter.self))
    let heights = (
      try value(of: MapShortHeightParameter.self), try value(of: MapHeightParameter.self)
    )
    return (widths.0 ?? widths.1, heights.0 ?? heights.1)
  }

  /// The value of a parameter with a short and a long name, of which one may be given.
  fileprivate func size<Short: RequestParameter, Long: RequestParameter>(
    _ short: Short.Type, _ long: Long.Type, in range: ClosedRange<Int>
  ) throws(RequestFault) -> Int? where Short.Value == Int, Long.Value == Int {
    let (first, second): (Int?, Int?)
    do {
      (first, second) = (try value(of: short), try value(of: long))
    } catch { throw .parameter(error) }
    let name = (first == nil ? long.declaration : short.declaration).name
    guard first == nil || second == nil else {
      throw .parameter(.conflicting(short.declaration.name, long.declaration.name))
    }
    guard let size = first ?? second else { return nil }
    guard size <= range.upperBound else {
      throw .tooLarge(parameter: name, maximum: range.upperBound)
    }
    guard size >= range.lowerBound else {
      throw .parameter(
        .badValue(
          parameter: name, value: "\(size)",
          wanted: "a whole number from \(range.lowerBound) to \(range.upperBound)"))
    }
    return size
  }
}
