import Assessment
public import Inquiry
public import MapRendering
import Records
public import SimpleFeatures

/// A map of an answer: the scene, and the box that it is about.
///
/// Incidents placed to better than 2 km are drawn as symbols; the others are counted in a note,
/// never drawn as points they are not.
public struct IncidentMap: Sendable {
  /// The farthest that an incident may be from its symbol, metres.
  public static let drawableRadiusMeters = 2_000.0

  /// What to render.
  public let scene: MapScene
  /// What the map is about, for the view.
  public let envelope: Envelope

  /// What a map is about.
  public struct Subject: Sendable {
    /// The area's name; `nil` for the whole city.
    public var name: String?
    /// The area, outlined on the map; `nil` for the whole city.
    public var area: PlaceArea?
    /// The box to show; `nil` takes the area's, or the city's.
    public var envelope: Envelope?
    /// What to run next, for people.
    public var hints: [String] = []

    /// The whole city.
    public init() {}
  }

  /// Draws an answer up as a map.
  ///
  /// - Parameters:
  ///   - page: The answer, with every matching feature in it.
  ///   - base: What lies under the incidents.
  ///   - subject: What the map is about.
  public init(_ page: IncidentPage, on base: BaseMap, subject: Subject = Subject()) {
    let drawn = page.features.filter(IncidentMap.isDrawable)
    envelope =
      subject.envelope
      ?? subject.area?.geometry.envelope.map { $0.padded(by: 0.12) }
      ?? base.cityEnvelope?.padded(by: 0.04)
      ?? IncidentMap.envelope(of: drawn) ?? .world
    var areas = base.areas
    if let area = subject.area {
      areas.append(
        MapArea(
          id: "focus", role: .focus, polygons: area.geometry.polygons,
          isApproximate: area.isApproximate))
    }
    scene = MapScene(
      caption: IncidentMap.caption(page, subject: subject, drawn: drawn.count), areas: areas,
      lines: base.lines, bridges: base.bridges,
      places: base.places + (subject.area == nil ? [] : base.landmarks),
      symbolClasses: GradeSymbols.classes,
      symbols: drawn.compactMap(IncidentMap.symbol))
  }

  private static func isDrawable(_ feature: IncidentFeature) -> Bool {
    feature.point.map { $0.radiusMeters <= drawableRadiusMeters } ?? false
  }

  private static func symbol(of feature: IncidentFeature) -> MapSymbol? {
    feature.point.map { point in
      MapSymbol(
        id: feature.id.text, position: point.position,
        classID: GradeSymbols.id(of: feature.assessment.shownGrade),
        weight: GradeSymbols.weight(ofKilled: feature.assessment.killed))
    }
  }

  private static func envelope(of features: [IncidentFeature]) -> Envelope? {
    Envelope(enclosing: features.compactMap(\.point?.position))?.padded(by: 0.05)
  }
}

extension IncidentMap {
  private static func caption(
    _ page: IncidentPage, subject: Subject, drawn: Int
  ) -> MapCaption {
    let larger = page.features.filter { $0.point != nil && !isDrawable($0) }.count
    let unplaced = page.features.count - drawn - larger
    var notes: [String] = []
    if larger > 0 { notes.append("\(larger) known only to an area larger than 2 km: not drawn") }
    let without =
      unplaced
      + (page.query.includesUnplaced ? 0 : page.query.area == nil ? 0 : page.counts.unplaced)
    if without > 0 { notes.append("\(without) without a usable place: not drawn") }
    let computed = page.features.count { feature in
      isDrawable(feature) && feature.assessment.grade == nil && feature.assessment.shownGrade != nil
    }
    if computed > 0 { notes.append("\(computed) graded by Sijil's rules, by no recorder") }
    if page.counts.notYetReported > 0 {
      notes.append("\(page.counts.notYetReported) not yet reported by then")
    }
    if page.query.area != nil {
      notes.append(
        "\(page.counts.certain) certainly inside, \(page.counts.possible) possibly (match "
          + "\(page.query.match.code))")
    }
    return MapCaption(
      title: "\(subject.name ?? "Mosul") - civilian harm incidents",
      asOf: page.query.asOf.map { "as of \($0)" }
        ?? page.dataVersion.recordedAt.map {
          "as recorded \($0.date)"
        }, noun: "incidents", total: page.numberMatched, notes: notes,
      features: [
        .water: "Tigris", .bridge: "bridge", .boundary: "outline",
        .approximateBoundary: "approximate outline",
      ], weights: GradeSymbols.weightWords,
      attribution:
        "districts: approximate, computed cells; data: Airwars, UN, press (data/README.md)",
      hints: subject.hints)
  }
}

extension Envelope {
  /// The box made larger by a share of its size on every side.
  func padded(by share: Double) -> Envelope {
    guard !crossesAntimeridian else { return self }
    return Envelope(
      west: max(-180, west - width * share), south: max(-90, south - height * share),
      east: min(180, east + width * share), north: min(90, north + height * share))
  }
}
