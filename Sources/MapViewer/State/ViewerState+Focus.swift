import Inquiry
import MapRendering
import Records
import SimpleFeatures

// Which incident.

extension ViewerState {
  /// The incidents whose symbols are in the picture, in the order of the answer.
  ///
  /// - Complexity: O(*n*) in the incidents.
  var placesInView: [Int] {
    guard layers != .withoutIncidents else { return [] }
    return incidents.items.indices.filter { index in
      incidents.items[index].position.flatMap { cell(of: $0) } != nil
    }
  }

  /// The cell of the picture, as it was last drawn, that a position falls into.
  func cell(of position: Position) -> (column: Int, row: Int)? {
    guard let cell = view?.cell(of: position), cell.row < pictureSize.rows else { return nil }
    return cell
  }

  mutating func moveFocus(by step: Int) {
    let places = placesInView
    guard !places.isEmpty else { return say("No incident is in view as a point") }
    let current = focus.flatMap { incidents.place(of: $0) }
    let order: Int
    switch (current, step > 0) {
    case (nil, true): order = 0
    case (nil, false): order = places.count - 1
    case (let place?, true): order = places.firstIndex { $0 > place } ?? 0
    case (let place?, false): order = places.lastIndex { $0 < place } ?? places.count - 1
    }
    setFocus(incidents.items[places[order]].feature, "\(order + 1) of \(places.count) in view")
  }

  /// Puts an incident into focus and tells it.
  mutating func setFocus(_ feature: IncidentFeature, _ rank: String? = nil) {
    focus = feature.id
    say((rank.map { "\($0): " } ?? "") + IncidentSentence(feature).text)
  }

  /// The incidents in and around a cell of the picture, the nearest ones first.
  func incidents(nearColumn column: Int, row: Int) -> [Int] {
    let near = incidents.items.indices.compactMap { index -> (index: Int, distance: Int)? in
      guard let cell = incidents.items[index].position.flatMap({ cell(of: $0) }) else {
        return nil
      }
      // A row is as high as two columns are wide.
      let distance = max(abs(cell.column - column), 2 * abs(cell.row - row))
      return distance <= 2 ? (index, distance) : nil
    }
    return near.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.map(\.index)
  }

  // MARK: Dossiers and lists

  mutating func openDossier() -> [ViewerEffect] {
    if focus == nil { moveFocus(by: 1) }
    guard let focus else { return [] }
    panes.append(.dossier(ViewerPane.Dossier(id: focus)))
    adoptSize()
    wantsFocusInSight = true
    return [.open(focus, columns: layout.paneColumns)]
  }

  mutating func openList() {
    let chosen = focus.flatMap { incidents.place(of: $0) } ?? 0
    panes.append(.list(ScrollList()))
    adoptSize()
    var place = ScrollList()
    place.choose(chosen, of: incidents.items.count, height: layout.paneRows)
    panes[panes.count - 1] = .list(place)
    say("\(PlainWords.count(incidents.items.count, "incident")), by day".capitalizedFirst)
  }

  /// Puts the incident of a line into focus, and onto the map where it has a point.
  mutating func focusOn(_ index: Int) {
    guard incidents.items.indices.contains(index) else { return }
    let item = incidents.items[index]
    setFocus(item.feature)
    wantsFocusInSight = true
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
