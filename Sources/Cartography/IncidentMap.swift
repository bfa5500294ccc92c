import Assessment
public import Inquiry
public import MapRendering
import Records
public import SimpleFeatures

/// A map of an answer: the scene, and the box that it is about.
///
/// Incidents placed to better than 2 km are drawn as symbols with their radius; what is known only
/// to an area, or to no place, is counted in the margin by that area, never drawn as a point.
public struct IncidentMap: Sendable {
  /// The farthest that an incident may be from its symbol, metres.
  public static let drawableRadiusMeters = 2_000.0
  /// With so few incidents in all, the areas of those without a point are hatched.
  public static let mostHatched = 3

  /// Whether an answer has so few incidents.
  static func isHatched(_ page: IncidentPage) -> Bool { page.features.count <= mostHatched }

  /// What to render.
  public let scene: MapScene
  /// What the map is about, for the view.
  public let envelope: Envelope

  /// What a map is about.
  public struct Subject: Sendable {
    /// The area's name; `nil` for the whole city.
    public var name: String?
    /// The area's name in Arabic.
    public var arabicName: String?
    /// The area, outlined on the map; `nil` for the whole city.
    public var area: PlaceArea?
    /// The box to show; `nil` takes the area's, or the city's.
    public var envelope: Envelope?
    /// What to run next, for people.
    public var hints: [String] = []

    /// The whole city.
    public init() {}
  }

  /// How a map is to speak and what is to stand around it.
  public struct Style: Sendable, Hashable {
    /// The language of words and names.
    public var language = MapLanguage.english
    /// How Arabic names come onto the map.
    public var arabicPlacement = ArabicPlacement.key
    /// The parts around the map.
    public var furniture = MapFurniture.all

    /// English, with everything around the map.
    public init() {}
  }

  /// Draws an answer up as a map.
  ///
  /// - Parameters:
  ///   - page: The answer, with every matching feature in it.
  ///   - base: What lies under the incidents.
  ///   - subject: What the map is about.
  ///   - style: Its language and the parts around it.
  ///   - ground: The base as another map of the same subject has it; `nil` to project it.
  ///   - hatchesAll: Whether the areas of all incidents without a point are hatched; `nil` where
  ///     there are few incidents.
  public init(
    _ page: IncidentPage, on base: BaseMap, subject: Subject = Subject(), style: Style = Style(),
    ground: MapGround? = nil, hatchesAll: Bool? = nil
  ) {
    let drawn = page.features.filter(IncidentMap.isDrawable)
    let vocabulary = MapVocabulary.words(in: style.language)
    envelope = IncidentMap.envelope(of: page, on: base, subject: subject)
    scene = MapScene(
      caption: IncidentMap.caption(page, on: base, subject: subject, style: style, drawn: drawn),
      on: ground ?? IncidentMap.ground(base, under: subject),
      symbolClasses: GradeSymbols.classes(named: vocabulary.grades),
      symbols: drawn.compactMap { IncidentMap.symbol(of: $0, vocabulary) },
      margin: IncidentMap.margin(
        page, on: base, subject: subject, style: style,
        hatchesAll: hatchesAll ?? IncidentMap.isHatched(page)),
      reference: IncidentMap.reference(subject, envelope: envelope, base, style))
  }

  /// Draws the same answer up on another base.
  ///
  /// - Parameters:
  ///   - scene: The answer on one base.
  ///   - page: The answer.
  ///   - base: The other one.
  ///   - subject: What the map is about.
  ///   - style: Its language and the parts around it.
  ///   - ground: The base as another map of the same subject has it; `nil` to project it.
  init(
    moving scene: MapScene, of page: IncidentPage, onto base: BaseMap, subject: Subject,
    style: Style, ground: MapGround?
  ) {
    envelope = IncidentMap.envelope(of: page, on: base, subject: subject)
    self.scene = scene.moved(
      onto: ground ?? IncidentMap.ground(base, under: subject),
      caption: IncidentMap.caption(
        page, on: base, subject: subject, style: style,
        drawn: page.features.filter(IncidentMap.isDrawable)))
  }

  private static func ground(_ base: BaseMap, under subject: Subject) -> MapGround {
    var areas = base.areas
    if let area = subject.area {
      areas.append(
        MapArea(
          id: "focus", role: .focus, polygons: area.geometry.polygons,
          isApproximate: area.isApproximate))
    }
    return MapGround(
      areas: areas, lines: base.lines, bridges: base.bridges,
      places: base.places + (subject.area == nil ? [] : base.landmarks))
  }

  /// What a map of an answer is about.
  ///
  /// - Parameters:
  ///   - page: The answer.
  ///   - base: What lies under the incidents.
  ///   - subject: What the map is about.
  /// - Returns: The box for the view.
  public static func envelope(
    of page: IncidentPage, on base: BaseMap, subject: Subject
  ) -> Envelope {
    subject.envelope
      ?? subject.area?.geometry.envelope.map { $0.padded(by: 0.12) }
      ?? base.cityEnvelope?.padded(by: 0.04)
      ?? envelope(of: page.features.filter(isDrawable)) ?? .world
  }

  /// Whether an incident is placed well enough to be drawn as a symbol.
  ///
  /// - Parameter feature: An incident of an answer.
  /// - Returns: `false` without a point, and where the point only stands for a larger area.
  public static func isDrawable(_ feature: IncidentFeature) -> Bool {
    guard let point = feature.point, point.radiusMeters <= drawableRadiusMeters else {
      return false
    }
    switch point.scale {
    case .country, .governorate, .district, .subdistrict, .city, .cityPart: return false
    default: return true
    }
  }

  private static func symbol(
    of feature: IncidentFeature, _ vocabulary: MapVocabulary
  ) -> MapSymbol? {
    feature.point.map { point in
      let killed = feature.assessment.killed
      return MapSymbol(
        id: feature.id.text,
        order: -(killed.maximum?.value ?? killed.minimum?.value ?? 0), position: point.position,
        classID: GradeSymbols.id(of: feature.assessment.shownGrade),
        weight: GradeSymbols.weight(ofKilled: killed), radiusMeters: point.radiusMeters,
        summary: summary(of: feature, vocabulary))
    }
  }

  private static func envelope(of features: [IncidentFeature]) -> Envelope? {
    Envelope(enclosing: features.compactMap(\.point?.position))?.padded(by: 0.05)
  }

  /// The middle of what the map is about, or of the city.
  private static func reference(
    _ subject: Subject, envelope: Envelope, _ base: BaseMap, _ style: Style
  ) -> MapReference? {
    let center = base.center
    guard let name = subject.name, subject.area != nil else {
      return center.map {
        MapReference(name: MapVocabulary.words(in: style.language).center, position: $0)
      }
    }
    return MapReference(
      name: style.language == .arabic ? subject.arabicName ?? name : name,
      position: envelope.center)
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
