import Inquiry
import JSONText
import Records
import SimpleFeatures

extension EndpointRequest {
  /// A page of places as a form and a table.
  func placeItemsPage(_ found: Inquiry.PlacePage, links: [Link]) async throws -> Answer {
    let table = ItemsTable(
      collection: .places, items: found.features, matched: found.numberMatched,
      next: found.next?.text, dataVersion: found.dataVersion,
      titles: [.name, .names, .kind, .bank, .parent, .precision]
    ) { feature, page in page.item(feature) }
    return try await table.page(for: self, links: links)
  }

  /// One place as a page, with the way to the incidents in it.
  func placePage(_ feature: PlaceFeature, dataVersion: DataVersion) async throws -> Answer {
    let place = feature.place
    let shapes = try await answering.mapBase().shapes
    let box = feature.area?.geometry.envelope ?? place.location?.geometry.envelope
    let map = box.flatMap { SVGMap([], on: shapes, showing: $0.expanded(byMeters: 800)) }
    return try await page(
      .data(place.title(in: language)),
      under: [.collections, .collection(.places), .items(.places)],
      links: [.collection(.places, self)], dataVersion: dataVersion
    ) { page in
      if place.location == nil { page.notice(.nameOnly) }
      page.facts { page in
        page.facts(of: place)
        page.location(of: feature)
        if let note = place.note { page.fact(.note) { $0.data(note) } }
      }
      page.section(.names) { $0.names(place.names) }
      if let map {
        page.section(.map) { page in
          page.element(.figure) { page in map.write(focus: feature, to: &page) }
        }
      }
      if feature.area != nil {
        page.element(.p, [.class("next")]) { page in
          page.link(
            page.scope.address(
              "/collections/incidents/items", carrying: .recorded, [("in", place.id.text)])
          ) { $0.words(.incidentsHere) }
        }
      }
      page.everything { $0.placeFeature(feature) }
    }
  }
}

extension Place {
  /// The name in a language's script where one is known, else the title.
  func title(in language: PageLanguage) -> String {
    language == .arabic ? name(in: .arabic) ?? title : title
  }
}

extension SVGMap {
  /// Draws a place on its surroundings: its area's outline, or its point.
  fileprivate func write(focus feature: PlaceFeature, to page: inout PageWriter) {
    let outline = MapShape(
      role: .outline, name: feature.place.title, geometry: feature.area?.geometry,
      isApproximate: feature.area?.isApproximate ?? true)
    write(to: &page, focus: outline, point: feature.place.location?.geometry.position)
  }
}

extension PageWriter {
  fileprivate mutating func item(_ feature: PlaceFeature) {
    let place = feature.place
    row { page in
      page.head { page in
        page.link(page.scope.item(.places, place.id.text)) {
          $0.data(place.title(in: $0.language))
        }
        page.everything(.allProperties) { $0.placeFeature(feature) }
      }
      page.cell { page in
        page.list(place.names.map(\.text)) { page, name in page.data(name) }
      }
      page.cell { $0.word(place.kind) }
      page.cell { $0.word(place.bank) }
      page.cell { page in
        if let parent = place.parent { page.place(parent) } else { page.missing(.none) }
      }
      page.cell { page in
        guard let location = place.location else { return page.missing(.nameOnly) }
        page.distance(location.precisionMeters)
        if location.isApproximate { page.tag(.approximate) }
      }
    }
  }

  fileprivate mutating func facts(of place: Place) {
    fact(.identifier) { $0.code(place.id.text) }
    fact(.kind) { $0.word(place.kind) }
    fact(.bank) { $0.word(place.bank) }
    fact(.parent) { page in
      if let parent = place.parent { page.place(parent) } else { page.missing(.none) }
    }
  }

  fileprivate mutating func location(of feature: PlaceFeature) {
    guard let location = feature.place.location else {
      fact(.position) { $0.missing(.nameOnly) }
      return
    }
    fact(.position) { page in
      if let position = location.geometry.position {
        page.position(longitude: position.longitude, latitude: position.latitude)
      } else if let box = location.geometry.envelope {
        page.envelope(box)
      } else {
        page.missing()
      }
      if location.isApproximate { page.tag(.approximate) }
    }
    fact(.precision) { $0.distance(location.precisionMeters) }
    fact(.origin) { page in
      page.word(location.origin)
      page.comma()
      page.data(location.source)
    }
    fact(.area) { page in
      guard let area = feature.area else { return page.missing(.none) }
      page.english(area.basis.words)
      if area.isApproximate { page.tag(.approximateShape) }
    }
  }

  fileprivate mutating func names(_ names: [PlaceName]) {
    table([.name, .language, .script, .kind]) { page in
      for name in names {
        page.row { page in
          page.head { $0.data(name.text) }
          page.cell { $0.data(name.language, or: .unknown) }
          page.cell { $0.code(name.script.code) }
          page.cell { $0.word(name.kind) }
        }
      }
    }
  }
}
