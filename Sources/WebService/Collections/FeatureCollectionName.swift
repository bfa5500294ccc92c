import Records

/// The collections of the register.
enum FeatureCollectionName: String, Vocabulary {
  case incidents
  case places
  case claims

  static let name = "collection"

  var title: String {
    switch self {
    case .incidents: "Incidents"
    case .places: "Places"
    case .claims: "Claims"
    }
  }

  /// One item in words.
  var itemName: String {
    switch self {
    case .incidents: "incident"
    case .places: "place"
    case .claims: "claim"
    }
  }

  var summary: String {
    switch self {
    case .incidents:
      "Incidents of civilian harm, each with the range of its figures and the claims behind them. "
        + "The point stands for an area: radius_m says how far the truth may be from it."
    case .places:
      "Places of the gazetteer in every known spelling; a place without a geometry is known by "
        + "name only."
    case .claims:
      "Who said what about which incident, with figures, relay chain and clocks, placed where the "
        + "claim places its event."
    }
  }
}
