extension Endpoint {
  /// `GET /style.css`: how pages look; a part of the pages, not of the API.
  static let stylesheet = Endpoint(
    name: "style", path: PathTemplate("/style.css"), summary: "How pages look.",
    offers: [.css], freshness: .kept
  ) { _ in
    Answer(mediaType: .css, body: .bytes(Array(Stylesheet.text.utf8)))
  }
}
