import Records

extension Endpoint {
  /// Maps: of everything, of what a place holds, of a collection.
  static let maps =
    [
      Endpoint.map("map", "/map", default: .plainText),
      Endpoint.map("map.place", "/map/{place}", default: .plainText),
    ]
    + FeatureCollectionName.allCases.filter(\.hasMap).map {
      Endpoint.map("\($0.code).map", "\($0.path)/map", of: $0, default: .png)
    }

  /// Whether it is the map of a collection.
  func draws(_ collection: FeatureCollectionName) -> Bool { name == "\(collection.code).map" }

  /// What a map can be sent as.
  ///
  /// The page goes before images: browsers that like a page and an image as much mean the page.
  private static let mapTypes: [MediaType] = [.html, .plainText, .ansi, .png, .svg, .json]

  /// `GET` of a map.
  ///
  /// - Parameters:
  ///   - name: A stable name.
  ///   - path: Where it is.
  ///   - collection: What is drawn; everything that happened where there is none.
  ///   - first: What a program gets that neither says what it takes nor is known.
  /// - Returns: The endpoint.
  private static func map(
    _ name: String, _ path: String, of collection: FeatureCollectionName? = nil,
    default first: MediaType
  ) -> Endpoint {
    Endpoint(
      name: name, path: PathTemplate(path),
      summary: "The map, as text for a terminal or as an image.",
      parameters: MapQuestion.drawing
        + (collection == .places ? MapQuestion.choosingPlaces : MapQuestion.choosingIncidents),
      offers: [first] + mapTypes.filter { $0 != first }, takesEnding: true, heedsAgent: true,
      input: { request in
        request.mediaType == .html ? nil : try MapQuestion(request).input
      }
    ) { request in
      var question = try MapQuestion(request)
      if question.needsExtent {
        let extent = try await request.answering.extent(of: question.collection)
        try question.lay(request, within: extent.known)
      }
      let map = try await request.answering.map(question, input: question.input)
      if request.mediaType == .html { return try await request.mapPage(map) }
      return Answer(
        mediaType: request.mediaType, headers: map.headers, body: .bytes(map.bytes))
    }
  }
}
