import Assessment
public import Inquiry
public import JSONText
public import Records
public import SimpleFeatures

// What every JSON format of incidents shares.
extension JSONWriter {
  /// Writes the members of an incident, by default all of them.
  mutating func members(
    of feature: IncidentFeature, _ selection: [IncidentProperty] = IncidentProperty.all,
    asOf: CivilDate?
  ) {
    let isWhole = selection == IncidentProperty.all
    append(room: 2_048) { cursor in
      if isWhole { return cursor.allMembers(of: feature, asOf: asOf) }
      for property in selection {
        cursor.member(property, of: feature, asOf: asOf)
      }
    }
  }

  /// Writes the value of a property.
  mutating func value(_ value: IncidentValue, asOf: CivilDate?) {
    switch value {
    case .text(let text): string(text)
    case .code(let code): string(plain: code)
    case .day(let day): self.day(day)
    case .assessment(let id):
      string(
        plain: "/incidents/", id.text, asOf == nil ? "/assessment" : "/assessment?as-of=",
        asOf?.description ?? "")
    case .integer(let integer): self.integer(integer)
    case .number(let number, let decimals): self.number(number, decimals: decimals)
    case .truth(let truth): boolean(truth)
    case .texts(let texts): strings(texts)
    case .claims(let claims): identifiers(claims)
    case .districts(let districts): self.districts(districts)
    }
  }

  /// Writes what an answer says of itself: how many, by which match, as of when, from which data.
  mutating func members(of page: IncidentPage, numberReturned: Int) {
    key("numberMatched")
    integer(page.numberMatched)
    key("numberReturned")
    integer(numberReturned)
    key("match")
    string(page.query.match.code)
    key("method")
    string(page.query.method.code)
    key("as_of")
    string(page.query.asOf?.description)
    key("as_recorded")
    string(page.query.asRecorded?.description)
    key("counts")
    matchCounts(page.counts)
    key("data_version")
    dataVersion(page.dataVersion)
  }
}

extension IncidentFeature {
  /// The geometry to export; `nil` where there is no usable place.
  func geometry(_ choice: IncidentGeometry) -> Geometry? {
    switch choice {
    case .point: point.map { .point($0.position) }
    case .support: support
    }
  }
}

extension JSONWriter {
  /// Writes an incident as a GeoJSON feature.
  ///
  /// - Parameters:
  ///   - feature: The incident.
  ///   - selection: The properties that it carries.
  ///   - geometry: Which geometry it carries; `null` where there is no usable place.
  ///   - system: What coordinates are in.
  ///   - asOf: The day asked about.
  /// - Note: Source – RFC 7946 §3.2; coordinates have at most 7 decimals (§11.2 speaks of 6).
  public mutating func feature(
    _ feature: IncidentFeature, _ selection: [IncidentProperty] = IncidentProperty.all,
    geometry: IncidentGeometry = .point, in system: ReferenceSystem = .crs84, asOf: CivilDate?
  ) {
    if system == .crs84, selection == IncidentProperty.all {
      if keptFeature(feature, geometry: geometry, asOf: asOf) { return }
      if geometry == .point {
        return append(room: 2_304) { $0.pointFeature(feature, asOf: asOf) }
      }
    }
    beginObject()
    featureHead(feature, geometry: geometry, in: system)
    members(of: feature, selection, asOf: asOf)
    endObject()
    endObject()
  }

  /// Writes a feature up to its properties.
  mutating func featureHead(
    _ feature: IncidentFeature, geometry: IncidentGeometry, in system: ReferenceSystem
  ) {
    key(separated: #","type":"Feature","id":"#)
    string(plain: feature.id.text)
    key(separated: #","geometry":"#)
    self.geometry(feature.geometry(geometry), decimals: system.decimals, in: system)
    key(separated: #","properties":"#)
    beginObject()
  }
}
