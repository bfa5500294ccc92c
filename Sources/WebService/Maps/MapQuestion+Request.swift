import Cartography
import Inquiry
import MapRendering
import Records
import SimpleFeatures

extension MapQuestion {
  /// The map that a request asks for.
  ///
  /// Where ``needsExtent`` is true, ground and size are still to be laid (``lay(_:within:)``).
  ///
  /// - Throws: ``RequestFault`` for what cannot be drawn.
  init(_ request: EndpointRequest) throws(RequestFault) {
    let request = request.withoutIdleSystems
    self.init()
    form = Form(request.mediaType)
    style.language = MapLanguage(rawValue: request.query[Self.languageName] ?? "") ?? .english
    if let name = request.captures["place"] {
      guard name.utf8.count <= 200, PlainText.safe(name) == name else {
        throw .noSuchItem(kind: "place", id: name)
      }
      place = name
    }
    subset = try request.subset()
    try request.checkParts(subset, hasPlace: place != nil)
    subject = try Self.subject(request)
    choice = request.query.without(Self.drawingNames).canonicalText
    do {
      capabilities = try Self.capabilities(request)
      surroundings = try request.surroundings(ofBox: try request.box() != nil || isSubsetInSpace)
    } catch { throw .parameter(error) }
    // Printable ASCII has no Arabic: better English words than question marks.
    if form == .text, capabilities.glyphs == .ascii { style.language = .english }
    if needsExtent {
      unlaid = request.path + "?" + request.query.canonicalText
    } else {
      try lay(request, within: nil)
    }
  }

  private static let languageName = LanguageParameter.declaration.name

  private var isSubsetInSpace: Bool { subset?.isSpatial ?? false }

  /// Whether what is asked for depends on how far the data reaches.
  var needsExtent: Bool {
    subset.map { !$0.isComplete || $0.time != nil || $0.isLatest } ?? false
  }

  /// What is drawn, but for a subset.
  private static func subject(_ request: EndpointRequest) throws(RequestFault) -> Subject {
    do {
      if request.endpoint.draws(.places) {
        var query = PlaceQuery()
        query.envelope = try request.box()
        query.asRecorded = try request.value(of: AsRecordedParameter.self)
        // Places have no time, so every one of them matches any that is asked for.
        _ = try request.value(of: DatetimeParameter.self)
        query.properties = try request.propertyQuestion(of: PlaceProperty.self)
        return .places(query)
      }
      var query = try IncidentQuery(request)
      query.properties = try request.propertyQuestion(
        of: IncidentProperty.self, functions: IncidentFunction.table)
      return .incidents(query)
    } catch let fault as RequestFault {
      throw fault
    } catch let fault as ParameterFault {
      throw .parameter(fault)
    } catch {
      throw .badEncoding
    }
  }

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
}

extension EndpointRequest {
  /// The same without the systems of numbers that are not given.
  ///
  /// - Note: Source – OGC API Maps Part 1, `/req/spatial-subsetting/bbox-crs` F, `/center-crs` F and
  ///   `/subset-crs` F.
  var withoutIdleSystems: EndpointRequest {
    var request = self
    for (numbers, system) in [
      (BoundingBoxParameter.declaration, BoxSystemParameter.declaration),
      (CenterParameter.declaration, CenterSystemParameter.declaration),
      (SubsetParameter.declaration, SubsetSystemParameter.declaration),
    ] where query[numbers.name] == nil { request.query = request.query.removing(system.name) }
    return request
  }

  /// Refuses what says twice, in different ways, which part of space and time is meant.
  ///
  /// - Note: Source – OGC API Maps Part 1, `/req/spatial-subsetting/bbox-definition` B,
  ///   `/center-definition` B, `/subset-definition` H; `/req/scaling/width-definition` F.
  fileprivate func checkParts(_ subset: Subset?, hasPlace: Bool) throws(RequestFault) {
    func given(_ declaration: ParameterDeclaration) -> String? {
      query[declaration.name] == nil ? nil : declaration.name
    }
    func refuse(_ first: String?, _ second: String?) throws(RequestFault) {
      if let first, let second { throw .parameter(.conflicting(first, second)) }
    }
    let box = given(BoundingBoxParameter.declaration)
    let part = subset?.isSpatial == true ? SubsetParameter.declaration.name : nil
    let place = given(PlaceParameter.declaration)
    try refuse(box, part)
    let ground = box ?? part
    if hasPlace { try refuse("the place in the path", ground ?? place) }
    try refuse(ground, place)
    try refuse(ground, given(CenterParameter.declaration) ?? given(ZoomParameter.declaration))
    let scale = given(ScaleDenominatorParameter.declaration)
    try refuse(scale, given(ZoomParameter.declaration))
    if scale != nil, let ground {
      let size = [
        MapWidthParameter.declaration, MapShortWidthParameter.declaration,
        MapHeightParameter.declaration, MapShortHeightParameter.declaration,
      ].compactMap(given).first
      try refuse(size, "the scale-denominator of a \(ground)")
    }
    if subset?.time != nil || subset?.isLatest == true {
      try refuse(
        given(DatetimeParameter.declaration), "\(SubsetParameter.declaration.name)=time(...)")
    }
  }

  /// What stands around the picture.
  ///
  /// An image of a box is laid over others by whoever asks for it, as a collection's is.
  fileprivate func surroundings(
    ofBox hasBox: Bool
  ) throws(ParameterFault) -> MapQuestion.Surroundings {
    switch try value(of: FrameParameter.self) {
    case true?: .asked
    case false?: .none
    case nil: hasBox || endpoint.offers.first == .png ? .none : .whereTheyFit
    }
  }
}
