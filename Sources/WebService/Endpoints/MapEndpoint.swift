extension Endpoint {
  /// `GET /map` and `GET /map/{place}`: the map as text; none without something that draws it.
  static func maps(drawnBy renderer: MapRenderer?) -> [Endpoint] {
    guard let renderer else { return [] }
    return ["/map", "/map/{place}"].map { path in
      Endpoint(
        name: path == "/map" ? "map" : "map.place", path: PathTemplate(path),
        summary: "The map as text, for a terminal.", parameters: mapParameters,
        offers: [.plainText, .html]
      ) { request in
        var map = try MapRequest(request)
        if request.mediaType == .html { map.isColored = false }
        let bytes = try await request.answering.draw { [map] in try await renderer(map) }
        if request.mediaType == .html { return try await request.mapPage(bytes) }
        return Answer(mediaType: .plainText, body: .bytes(bytes))
      }
    }
  }

  private static let mapParameters = [
    MapShortWidthParameter.declaration, MapWidthParameter.declaration,
    MapShortHeightParameter.declaration, MapHeightParameter.declaration,
    GlyphsParameter.declaration, ColorParameter.declaration, AsOfParameter.declaration,
    AsRecordedParameter.declaration, BoundingBoxParameter.declaration,
    BoxSystemParameter.declaration,
  ]
}

extension MapRequest {
  /// The map that a request asks for.
  init(_ request: EndpointRequest) throws {
    self.init()
    if let name = request.captures["place"] {
      guard name.utf8.count <= 200, PlainText.safe(name) == name else {
        throw RequestFault.noSuchItem(kind: "place", id: name)
      }
      place = name
    }
    width =
      try request.either(MapShortWidthParameter.self, MapWidthParameter.self) ?? width
    height =
      try request.either(MapShortHeightParameter.self, MapHeightParameter.self) ?? height
    glyphs = try request.value(of: GlyphsParameter.self) ?? .auto
    asOf = try request.value(of: AsOfParameter.self)
    asRecorded = try request.value(of: AsRecordedParameter.self)
    envelope = try request.box()
    guard place == nil || envelope == nil else {
      throw ParameterFault.conflicting("the place in the path", "bbox")
    }
    switch try request.value(of: ColorParameter.self) ?? .auto {
    case .always: isColored = true
    case .never: isColored = false
    case .auto: isColored = request.agent.map(TerminalAgent.products.contains) ?? false
    }
  }
}

extension EndpointRequest {
  /// The value of a parameter with a short and a long name, of which one may be given.
  fileprivate func either<Short: RequestParameter, Long: RequestParameter>(
    _ short: Short.Type, _ long: Long.Type
  ) throws(ParameterFault) -> Short.Value? where Short.Value == Long.Value {
    let first = try value(of: short)
    let second = try value(of: long)
    guard first == nil || second == nil else {
      throw .conflicting(Short.declaration.name, Long.declaration.name)
    }
    return first ?? second
  }
}
