import Inquiry
import Records

/// The collections of the register.
enum FeatureCollectionName: String, Vocabulary {
  case incidents
  case incidentPoints = "incident-points"
  case claims
  case places
  case sources

  static let name = "collection"

  var title: String {
    switch self {
    case .incidents: "Incidents"
    case .incidentPoints: "Incidents as points"
    case .claims: "Claims"
    case .places: "Places"
    case .sources: "Sources"
    }
  }

  /// One item in words.
  var itemName: String {
    switch self {
    case .incidents, .incidentPoints: "incident"
    case .claims: "claim"
    case .places: "place"
    case .sources: "source"
    }
  }

  var summary: String {
    switch self {
    case .incidents:
      "Incidents of civilian harm, each with the range of its figures and the claims behind them, "
        + "as the area in which it may have happened."
    case .incidentPoints:
      "The same incidents as one point each, which stands for an area: radius_m says how far the "
        + "truth may be from it."
    case .sources:
      "Whoever makes claims or hands them on, with judgements of their reliability; none has a "
        + "geometry."
    case .places:
      "Places of the gazetteer in every known spelling; a place without a geometry is known by "
        + "name only."
    case .claims:
      "Who said what about which incident, with figures, relay chain and clocks, placed where the "
        + "claim places its event."
    }
  }

  /// Which geometry its incidents carry.
  var incidentGeometry: IncidentGeometry { self == .incidentPoints ? .point : .support }

  /// Whether its features have geometries at all.
  var hasGeometry: Bool { self != .sources }

  /// Whether there is a map of it.
  ///
  /// Sources lie nowhere. A claim has a point where its words name a place that is known: drawn as
  /// signs, the claims about one incident would look like as many incidents.
  var hasMap: Bool { self == .incidents || self == .incidentPoints || self == .places }

  /// The formats of its items besides GeoJSON.
  var itemFormats: [MediaType] {
    switch self {
    case .incidents, .incidentPoints: Array(IncidentForm.offers.dropFirst())
    case .claims, .places, .sources: []
    }
  }

  /// The path of its document.
  var path: String { "/collections/\(code)" }
}
