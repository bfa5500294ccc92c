import Records

extension EndpointRequest {
  /// What is served, as a page.
  func landingPage(_ links: [Link]) async throws -> Answer {
    let configuration = answering.configuration
    // The way to the data stands even where the data cannot be read.
    var counts: [FeatureCollectionName: Int] = [:]
    for collection in FeatureCollectionName.allCases {
      guard let extent = try? await answering.extent(of: collection) else { break }
      counts[collection] = extent.count
    }
    return try await page(.data(configuration.title), links: links) { page in
      page.element(.p) { page in
        // The operator's own words are in one language only.
        if page.language == .english {
          page.data(configuration.summary)
        } else {
          page.words(.aboutRegister)
        }
      }
      page.section(.startHere) { page in
        page.element(.ul, [.class("cards")]) { page in
          for collection in FeatureCollectionName.allCases {
            page.card("/collections/\(collection.code)/items", collection.phrase) { page in
              if let count = counts[collection] {
                page.element(.strong) { $0.number(count) }
                page.text(" · ")
              }
              page.words(collection.about)
            }
          }
          page.card("/summary", .table) { $0.words(.aboutTable) }
        }
      }
      page.section(.forPrograms) { page in
        page.element(.ul, [.class("cards")]) { page in
          page.card("/api", .apiDescription) { $0.words(.apiNote) }
          page.card("/collections", .collections) { $0.words(.aboutCollections) }
          page.card("/conformance", .conformance) { $0.words(.conformanceNote) }
          page.card("/versions", .versions) { $0.words(.aboutVersions) }
          page.card("/health", .health) { $0.words(.aboutHealth) }
          page.card("/map", .textMap) { $0.code("curl \(url("/map"))") }
        }
      }
    }
  }

  /// The conformance classes as a page.
  func conformancePage(_ links: [Link], classes: [String]) async throws -> Answer {
    try await page(.phrase(.conformance), links: links) { page in
      page.paragraph(.conformanceNote)
      page.element(.ul) { page in
        for name in classes { page.element(.li) { $0.outsideLink(name, text: name) } }
      }
    }
  }
}

extension FeatureCollectionName {
  /// The collection's name on pages.
  var phrase: Phrase {
    switch self {
    case .incidents: .incidents
    case .incidentPoints: .incidentPoints
    case .sources: .sources
    case .places: .places
    case .claims: .claims
    }
  }

  /// What the collection holds, in a line.
  var about: Phrase {
    switch self {
    case .incidents: .aboutIncidents
    case .incidentPoints: .aboutIncidentPoints
    case .sources: .aboutSources
    case .places: .aboutPlaces
    case .claims: .aboutClaims
    }
  }
}

extension PageWriter {
  /// A way on, with what is there.
  fileprivate mutating func card(
    _ path: String, _ phrase: Phrase, _ about: (inout PageWriter) -> Void
  ) {
    element(.li) { page in
      page.link(page.scope.address(path)) { $0.words(phrase) }
      page.element(.p, [], about)
    }
  }

  /// An address from data: a link where it is one of the web, else its text.
  mutating func outsideLink(_ url: String, text: String) {
    guard let link = HTMLAttribute.outside(url) else { return data(url) }
    element(.a, link) { $0.data(text) }
  }
}
