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
      offers: [first] + mapTypes.filter { $0 != first }, takesEnding: true, heedsAgent: true
    ) { request in
      let question = try MapQuestion(request)
      let input = question.input
      return AnswerPlan(input: request.mediaType == .html ? nil : input) {
        try await request.answer(question, input: input)
      }
    }
  }
}

extension EndpointRequest {
  /// The map that is asked for.
  fileprivate func answer(_ question: MapQuestion, input: String) async throws -> Answer {
    var question = question
    var input = input
    if question.needsExtent {
      let extent = try await answering.extent(of: question.collection)
      try question.lay(self, within: extent.known)
      input = question.input
    }
    let map = try await answering.map(question, input: input)
    if mediaType == .html { return try await mapPage(map) }
    return Answer(mediaType: mediaType, headers: map.headers, body: .bytes(map.bytes))
  }
}
