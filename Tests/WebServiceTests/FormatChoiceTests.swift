import Testing

@testable import WebService

/// Which of the offered formats a client gets.
@Suite struct FormatChoiceTests {
  private let offers: [MediaType] = [.geoJSON, .html, .csv]

  private func choice(_ accept: String?, named name: String? = nil) throws -> MediaType {
    try FormatChoice.mediaType(of: offers, named: name, accepted: AcceptedTypes(accept))
  }

  @Test(arguments: [
    (nil, MediaType.geoJSON), ("*/*", .geoJSON), ("application/json", .geoJSON),
    ("application/geo+json, application/json", .geoJSON),
    ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", .html),
    ("text/csv", .csv), ("text/plain, application/json", .geoJSON), ("text/*;q=0.4", .html),
    ("text/html;q=0.2, text/csv;q=0.3", .csv), ("*/*, application/json;q=0", .geoJSON),
    ("application/geo+json;q=0, application/json;q=0, */*;q=0.1", .html),
  ])
  func `the client's weights decide, then the order of the offers`(
    accept: String?, type: MediaType
  ) throws {
    #expect(try choice(accept) == type)
  }

  @Test func `a name comes before what the client says it takes`() throws {
    #expect(try choice("text/html", named: "json") == .geoJSON)
    #expect(try choice("text/html", named: "geojson") == .geoJSON)
    #expect(try choice("image/png", named: "csv") == .csv)
    #expect(
      throws: RequestFault.parameter(
        .badValue(parameter: "f", value: "kml", wanted: "geojson, json, html, csv"))
    ) { try choice("*/*", named: "kml") }
  }

  @Test func `a client that takes none of them is told what there is`() throws {
    let fault = RequestFault.notAcceptable(offered: offers.map(\.rawValue))
    for accept in ["image/png", "*/*;q=0", "text/plain"] {
      #expect(throws: fault) { try choice(accept) }
    }
  }
}
