import Inquiry
import MapRendering
import Records
import SimpleFeatures

/// A map of places by their names – districts, bridges, landmarks – and of no incident.
///
/// Each place that has a position is named on the map, or counted among the names without room, but
/// for a river's line; one that is known by name only is counted beside it. A place counts as in view where its point, or
/// the middle of its shape, is.
struct PlaceMap {
  /// What to render.
  let scene: MapScene
  /// What the map is about, for the view.
  let envelope: Envelope

  /// Draws an answer up as a map.
  ///
  /// - Parameters:
  ///   - page: The answer, with every matching place in it.
  ///   - query: The question.
  ///   - base: What lies under the names.
  ///   - style: The map's language and the parts around it.
  init(_ page: PlacePage, to query: PlaceQuery, on base: BaseMap, style: IncidentMap.Style) {
    envelope = PlaceMap.envelope(of: page, to: query, on: base)
    let language = style.language
    let kinds = Set(page.features.map(\.place.kind)).sorted {
      PlaceMap.rank($0) < PlaceMap.rank($1)
    }
    let unplaced = page.features.filter { PlaceMap.position(of: $0) == nil }
    scene = MapScene(
      caption: PlaceMap.caption(page, on: base, style: style),
      areas: base.areas, lines: base.lines, bridges: base.bridges,
      places: PlaceMap.names(page.features, on: base),
      symbolClasses: kinds.map { PlaceMap.symbolClass(of: $0, language) },
      symbols: page.features.enumerated().compactMap { order, feature in
        PlaceMap.symbol(of: feature, order: order, language)
      },
      margin: PlaceMap.margin(unplaced, language),
      reference: base.center.map {
        MapReference(name: MapVocabulary.words(in: language).center, position: $0)
      }, symbolsHaveSigns: false)
  }

  /// What a map of an answer is about: the box asked for, the city, or what there is.
  static func envelope(
    of page: PlacePage, to query: PlaceQuery, on base: BaseMap
  ) -> Envelope {
    query.envelope ?? base.cityEnvelope?.padded(by: 0.04)
      ?? Envelope(enclosing: page.features.compactMap(position))?.padded(by: 0.05) ?? .world
  }

  /// Where a place is counted; `nil` for one that is known by name only.
  private static func position(of feature: PlaceFeature) -> Position? {
    if let geometry = feature.place.location?.geometry {
      return geometry.position ?? geometry.envelope?.center
    }
    guard let area = feature.area, area.basis != .parent else { return nil }
    return area.geometry.envelope?.center
  }

  private static func isPoint(_ place: Place) -> Bool { place.location?.geometry.position != nil }

  /// The names that the base has, and one for every other place.
  private static func names(_ features: [PlaceFeature], on base: BaseMap) -> [MapPlace] {
    let wanted = Set(features.map(\.place.id.text))
    let known = (base.places + base.landmarks).filter { wanted.contains($0.id) }
    let named = Set(known.map(\.id))
    return known + features.filter { !named.contains($0.place.id.text) }.compactMap(name)
  }

  /// A name after those that the base has; what contains a city or is half of it comes last.
  ///
  /// A river's line has none: its name stands on its water.
  private static func name(of feature: PlaceFeature) -> MapPlace? {
    let place = feature.place
    guard let position = position(of: feature), place.kind != .river else { return nil }
    let isPoint = isPoint(place)
    return MapPlace(
      id: place.id.text, rank: isPoint ? 7 : 8, role: isPoint ? .point : .area,
      position: position, name: place.title, shortName: BaseMap.shortName(of: place),
      names: BaseMap.names(of: place))
  }

  // MARK: Counts

  private static func rank(_ kind: PlaceKind) -> Int {
    PlaceKind.allCases.firstIndex(of: kind) ?? 0
  }

  /// A kind to count by; it has no sign, for places are shown by their names.
  private static func symbolClass(
    of kind: PlaceKind, _ language: MapLanguage
  ) -> MapSymbolClass {
    MapSymbolClass(
      id: rank(kind), rank: rank(kind), ascii: UInt8(ascii: "*"), unicode: "·", colour: .neutral,
      word: kind.words(in: language))
  }

  private static func symbol(
    of feature: PlaceFeature, order: Int, _ language: MapLanguage
  ) -> MapSymbol? {
    position(of: feature).map { position in
      MapSymbol(
        id: feature.place.id.text, order: order, position: position,
        classID: rank(feature.place.kind),
        radiusMeters: feature.place.location?.precisionMeters ?? 0,
        summary: summary(of: feature, language))
    }
  }

  private static func summary(of feature: PlaceFeature, _ language: MapLanguage) -> String {
    let place = feature.place
    let vocabulary = MapVocabulary.words(in: language)
    let name = language == .arabic ? place.name(in: .arabic) ?? place.title : place.title
    var parts = [name, place.kind.words(in: language)]
    if position(of: feature) != nil, !isPoint(place) { parts.append(vocabulary.places.byItsMiddle) }
    return parts.joined(separator: vocabulary.listSeparator)
  }

  private static func margin(
    _ unplaced: [PlaceFeature], _ language: MapLanguage
  ) -> [MapMarginGroup] {
    guard !unplaced.isEmpty else { return [] }
    var counts: [Int: Int] = [:]
    for feature in unplaced { counts[rank(feature.place.kind), default: 0] += 1 }
    return [
      MapMarginGroup(
        id: "", name: nil, counts: counts,
        summaries: unplaced.map { summary(of: $0, language) })
    ]
  }

  // MARK: Words

  private static func caption(
    _ page: PlacePage, on base: BaseMap, style: IncidentMap.Style
  ) -> MapCaption {
    let vocabulary = MapVocabulary.words(in: style.language)
    let words = vocabulary.places
    var caption = MapCaption(
      title: MapVocabulary.fill(words.title, ["area": vocabulary.city]),
      asOf: page.dataVersion.recordedAt.map {
        MapVocabulary.fill(vocabulary.asRecorded, ["date": "\($0.date)"])
      },
      noun: words.noun, total: page.numberMatched, notes: base.notes,
      features: vocabulary.features(on: base).filter { $0.key != .radius && $0.key != .hatch },
      attribution: vocabulary.attribution(words.attribution, on: base))
    caption.language = style.language
    caption.arabicPlacement = style.arabicPlacement
    caption.furniture = style.furniture
    caption.words = vocabulary.words
    caption.words.unplaced = words.nameOnly
    caption.words.gravestFirst = words.byKind
    caption.dataVersion = page.dataVersion.hash.isEmpty ? nil : page.dataVersion.hash
    return caption
  }
}
