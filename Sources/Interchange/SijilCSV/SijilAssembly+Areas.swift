import JSONText
import Records
import SimpleFeatures

/// A feature of areas.geojson on its way to a place's geometry.
private struct AreaFeature {
  let file: String
  /// The feature's number, counted from 1.
  let number: Int
  let feature: JSONObject
  let properties: JSONObject
  var issues: [ImportIssue] = []

  init(file: String, number: Int, _ value: JSONValue) {
    self.file = file
    self.number = number
    feature = value.object ?? JSONObject([])
    properties = feature["properties"]?.object ?? JSONObject([])
    if feature["type"]?.string != "Feature" { refuse("type", "must be \"Feature\"") }
  }

  mutating func refuse(_ member: String?, _ reason: String) {
    issues.append(ImportIssue(file: file, row: number, column: member, reason: reason))
  }

  mutating func requiredText(_ name: String) -> String? {
    guard let text = properties[name]?.string, !text.isEmpty else {
      refuse(name, "must be text, not empty")
      return nil
    }
    return text
  }
}

extension SijilAssembly {
  /// Adds the features of areas.geojson; faults of the whole text count as feature 1.
  mutating func addAreas(_ bytes: [UInt8], file: String) {
    open(.areas, file: file)
    let document: JSONValue
    do { document = try JSONValue(parsing: bytes) } catch {
      count(
        .areas, line: 1,
        issues: [ImportIssue(file: file, row: 1, reason: error.description)],
        isDuplicate: false)
      return
    }
    guard document.object?["type"]?.string == "FeatureCollection",
      let features = document.object?["features"]?.array
    else {
      let issue = ImportIssue(file: file, row: 1, reason: "is no FeatureCollection with features")
      count(.areas, line: 1, issues: [issue], isDuplicate: false)
      return
    }
    for (index, value) in features.enumerated() {
      var feature = AreaFeature(file: file, number: index + 1, value)
      let isDuplicate = addArea(&feature)
      count(.areas, line: feature.number, issues: feature.issues, isDuplicate: isDuplicate)
    }
  }

  /// Gives a feature's geometry to its place; answers whether the ledger holds the place already.
  private mutating func addArea(_ feature: inout AreaFeature) -> Bool {
    let location = areaLocation(of: &feature)
    guard let text = feature.requiredText("place_id") else { return false }
    guard let id = PlaceID(text), let slot = places.slot(of: id) else {
      feature.refuse("place_id", "there is no place \(text) in places.csv")
      return false
    }
    if !locatedPlaces.insert(id).inserted {
      feature.refuse("place_id", "place \(text) has a point or an area already; keep one")
    }
    switch slot {
    case .duplicate: return true
    case .refused: return false
    case .draft(let ordinal):
      if feature.issues.isEmpty { places.records[ordinal].location = location }
      return false
    }
  }

  private func areaLocation(of feature: inout AreaFeature) -> PlaceLocation? {
    let source = feature.requiredText("source")
    let code = feature.requiredText("origin")
    let origin = code.flatMap { GeometryOrigin(code: $0) }
    if let code, origin == nil {
      feature.refuse(
        "origin",
        "unknown \(GeometryOrigin.name) \"\(code)\"; allowed: "
          + GeometryOrigin.codes.joined(separator: ", "))
    }
    let isApproximate = feature.properties["approximate"]?.boolean
    if isApproximate == nil { feature.refuse("approximate", "must be true or false") }
    let precision = feature.properties["precision_m"]?.double
    if precision.map({ $0 > 0 }) != true {
      feature.refuse("precision_m", "must be a number of metres, more than 0")
    }
    let geometry = geometry(of: &feature)
    guard let source, let origin, let isApproximate, let precision, let geometry else { return nil }
    return PlaceLocation(
      geometry: geometry, origin: origin, precisionMeters: precision,
      isApproximate: isApproximate, source: source)
  }

  private func geometry(of feature: inout AreaFeature) -> Geometry? {
    guard let value = feature.feature["geometry"], !value.isNull else {
      feature.refuse("geometry", "is missing; leave out a place without one")
      return nil
    }
    do {
      let geometry = try Geometry(geoJSON: value)
      if geometry.isEmpty {
        feature.refuse("geometry", "is empty; leave out a place without one")
      }
      return geometry
    } catch {
      feature.refuse("geometry", error.description)
      return nil
    }
  }
}
