extension EndpointRequest {
  /// The text map on a page, as a terminal shows it without colours.
  func mapPage(_ text: [UInt8]) async throws -> Answer {
    try await page(.phrase(.textMap)) { page in
      FilterForm(endpoint.parameters, query: query, path: path).write(to: &page)
      page.element(.pre, [.set(.dir, "ltr"), .set(.tabIndex, "0")]) {
        $0.text(String(decoding: text, as: UTF8.self))
      }
      page.element(.p) { page in
        page.link(page.scope.address("/collections/incidents/items")) { $0.words(.incidents) }
        page.text(" · ")
        page.code("curl \(url(self.path))")
      }
    }
  }
}
