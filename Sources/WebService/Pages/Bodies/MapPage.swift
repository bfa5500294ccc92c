import Records

extension EndpointRequest {
  /// A map on a page: the image that the service draws of the same question, and under it the same
  /// facts as text, for whoever cannot see images or wants to take them away.
  ///
  /// - Parameter map: As a terminal shows it without colours.
  /// - Returns: The answer.
  /// - Throws: For parameters of time that cannot be read.
  func mapPage(_ map: DrawnMap) async throws -> Answer {
    try await page(.phrase(.map), headers: map.headers) { page in
      FilterForm(endpoint.parameters, query: query, path: path).write(to: &page)
      page.element(.figure) { page in
        page.element(.picture) { page in
          page.element(
            .source,
            [
              .set(.media, "(prefers-color-scheme: dark)"), .sources(mapImage(.dark, &page)),
            ])
          page.element(
            .img,
            [
              .source(mapImage(.light, &page)),
              .set(.alt, Phrase.mapImage.text(in: page.language)),
            ])
        }
      }
      page.element(.section) { page in
        page.element(.h2) { $0.words(.textMap) }
        page.element(.pre, [.set(.dir, "ltr"), .set(.tabIndex, "0")]) {
          $0.text(String(decoding: map.bytes, as: UTF8.self))
        }
        page.element(.p) { page in
          let isOfPlaces = endpoint.draws(.places)
          let collection: FeatureCollectionName = isOfPlaces ? .places : .incidents
          page.link(page.scope.address(collection.path + "/items")) {
            $0.words(isOfPlaces ? .places : .incidents)
          }
          page.text(" · ")
          page.code("curl \(url(self.path))")
        }
      }
    }
  }

  private enum Ground: String {
    case light, dark
  }

  /// The address of the image of this question.
  private func mapImage(_ ground: Ground, _ page: inout PageWriter) -> PageAddress {
    // What only a text has would be refused, or do nothing.
    var asked = query.without([
      MapShortWidthParameter.declaration.name, MapWidthParameter.declaration.name,
      MapShortHeightParameter.declaration.name, MapHeightParameter.declaration.name,
      GlyphsParameter.declaration.name, ColorParameter.declaration.name,
      HintsParameter.declaration.name, FormatChoice.parameterName,
    ])
    asked = asked.setting(FormatChoice.parameterName, to: "svg")
      .setting(FrameParameter.declaration.name, to: "yes")
      .setting(LanguageParameter.declaration.name, to: language.code)
    if query[ThemeParameter.declaration.name] == nil {
      asked = asked.setting(ThemeParameter.declaration.name, to: ground.rawValue)
    }
    return PageAddress(path: path, query: asked.text, under: page.scope.prefix)
  }
}
