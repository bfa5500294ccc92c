import Records
import SimpleFeatures

extension SijilAssembly {
  /// Adds a row of places.csv; answers whether the ledger holds the place already.
  mutating func addPlace(_ row: inout TableRow) -> Bool {
    let id: PlaceID? = row.requiredIdentifier(.id)
    let kind: PlaceKind? = row.requiredCode(.kind)
    let bank: Bank? = row.isEmpty(.bank) ? .unknown : row.code(.bank)
    let parent: PlaceID? = row.identifier(.parent)
    refer(to: parent.map { .place($0) }, .places, row, .parent)
    let names = names(of: &row)
    let location = pointLocation(of: &row)
    var place: Place?
    if row.isSound, let id, let kind, let bank {
      place = Place(
        id: id, kind: kind, names: names, parent: parent, bank: bank, location: location,
        note: row.text(.note))
    }
    if let id, let parent { parents[id] = (parent, row.line) }
    if let id, location != nil { locatedPlaces.insert(id) }
    return Self.declare(id, place, in: &places, isKnown: known.place, &row)
  }

  private func names(of row: inout TableRow) -> [PlaceName] {
    var names: [PlaceName] = []
    if let name = row.text(.nameEnglish) { names.append(PlaceName(name, language: "en")) }
    if let name = row.text(.nameArabic) { names.append(PlaceName(name, language: "ar")) }
    names += row.list(.variants).map { PlaceName($0, kind: .variant) }
    if names.isEmpty { row.refuse(.nameEnglish, "a place needs at least one name") }
    return names
  }

  /// The point of a place: never without a precision and the word where it came from.
  ///
  /// Without a point, origin and source may repeat what areas.geojson says of the place.
  private func pointLocation(of row: inout TableRow) -> PlaceLocation? {
    let position = row.position()
    let precision = row.length(.precisionMeters)
    let origin: GeometryOrigin? = row.code(.origin)
    guard !row.isEmpty(.longitude) || !row.isEmpty(.latitude) else {
      if !row.isEmpty(.precisionMeters) {
        row.refuse(.precisionMeters, "is given, but the row has no point")
      }
      return nil
    }
    if row.isEmpty(.precisionMeters) {
      row.refuse(.precisionMeters, "a point needs a precision in metres")
    }
    if row.isEmpty(.origin) { row.refuse(.origin, "a point needs its origin") }
    let source = row.requiredText(.coordinateSource)
    guard let position, let precision, let origin, let source else { return nil }
    return PlaceLocation(
      geometry: .point(position), origin: origin, precisionMeters: precision,
      isApproximate: origin == .approximate || origin == .computed, source: source)
  }

  /// The rows whose chain of parents leads back to itself.
  func loopsOfParents() -> [(line: Int, reason: String)] {
    var found: [(line: Int, reason: String)] = []
    var sound: Set<PlaceID> = []
    for start in parents.keys.sorted() {
      var path: [PlaceID] = []
      var onPath: Set<PlaceID> = []
      var current = start
      while !sound.contains(current), onPath.insert(current).inserted {
        path.append(current)
        guard let next = parents[current]?.parent else { break }
        current = next
      }
      if path.last.flatMap({ parents[$0]?.parent }) == current, onPath.contains(current),
        let line = parents[current]?.line
      {
        found.append((line, "place \(current) lies, through its parents, inside itself"))
      }
      sound.formUnion(path)
    }
    return found.sorted { $0.line < $1.line }
  }
}
