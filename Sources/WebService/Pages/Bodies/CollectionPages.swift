import Records
import SimpleFeatures

extension Page.Crumb {
  static let collections = Self(text: .phrase(.collections), path: "/collections")

  static func collection(_ name: FeatureCollectionName) -> Self {
    Self(text: .phrase(name.phrase), path: "/collections/\(name.code)")
  }

  static func items(_ name: FeatureCollectionName) -> Self {
    Self(text: .phrase(.items), path: "/collections/\(name.code)/items")
  }

  static func incident(_ id: IncidentID) -> Self {
    Self(
      text: .data(id.text),
      path: "/collections/incidents/items/\(PercentEncoding.encodeSegment(id.text))")
  }
}

extension EndpointRequest {
  /// Every collection with its extent, as a page.
  func collectionsPage(_ links: [Link], json: [UInt8]) async throws -> Answer {
    var collections: [(FeatureCollectionName, CollectionExtent)] = []
    for name in FeatureCollectionName.allCases {
      collections.append((name, try await answering.extent(of: name)))
    }
    return try await page(.phrase(.collections), links: links) { page in
      for (name, extent) in collections {
        page.section(name.phrase) { page in
          page.write(name, extent)
          page.element(.ul, [.class("views")]) { page in
            for (path, phrase) in [("", Phrase.collection), ("/items", .items)] {
              page.element(.li) { page in
                page.link(page.scope.address("/collections/\(name.code)\(path)")) {
                  $0.words(phrase)
                }
              }
            }
          }
        }
      }
      page.everything(json)
    }
  }

  /// One collection with a form for its items, as a page.
  func collectionPage(_ name: FeatureCollectionName, json: [UInt8]) async throws -> Answer {
    let extent = try await answering.extent(of: name)
    let items = "/collections/\(name.code)/items"
    let parameters =
      RouteTable().endpoints
      .first { $0.path.text == items }?.parameters ?? []
    let noQuestion = try QueryString(nil)
    return try await page(
      .phrase(name.phrase), under: [.collections], links: name.links(self)
    ) { page in
      page.write(name, extent)
      page.element(.p, [.class("next")]) { page in
        page.link(page.scope.address(items)) { $0.words(.items) }
      }
      page.section(.filter) { page in
        FilterForm(parameters, query: noQuestion, path: items).write(to: &page)
      }
      page.everything(json)
    }
  }
}

extension PageWriter {
  fileprivate mutating func write(_ name: FeatureCollectionName, _ extent: CollectionExtent) {
    element(.p) { page in
      if page.language == .english { page.english(name.summary) } else { page.words(name.about) }
    }
    facts { page in
      page.fact(.identifier) { $0.code(name.code) }
      page.fact(.howMany) { $0.number(extent.count) }
      page.fact(.inSpace) { page in
        if let box = extent.known?.envelope {
          page.envelope(box)
        } else {
          page.missing()
        }
      }
      page.fact(.inTime) { page in
        if let interval = extent.known?.interval {
          page.notation("\(interval)")
        } else {
          page.missing()
        }
      }
      page.fact(.referenceSystem) { page in
        page.outsideLink(
          "http://www.opengis.net/def/crs/OGC/1.3/CRS84", text: "OGC CRS84")
      }
    }
  }

  /// A box as its four sides.
  mutating func envelope(_ box: Envelope) {
    let sides = [
      (Phrase.west, box.west), (.south, box.south), (.east, box.east), (.north, box.north),
    ]
    list(sides) { page, side in
      page.words(side.0)
      page.text(" ")
      page.notation(Self.degrees(side.1) + "°")
    }
  }
}
