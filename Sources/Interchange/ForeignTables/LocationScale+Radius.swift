import Records

extension LocationScale {
  /// A generous radius for a point that comes with a scale and no metres.
  ///
  /// Wide enough that the point of a town or a region never joins the district that happens to lie
  /// under it. The metres are this project's reading, not the data set's.
  var customaryRadiusMeters: Double {
    switch self {
    case .country: 400_000
    case .governorate: 150_000
    case .district: 75_000
    case .subdistrict: 25_000
    case .city: 10_000
    case .town, .cityPart: 5_000
    case .village, .neighbourhood, .landmark: 1_500
    case .street: 500
    case .within100Metres, .exact: 100
    case .within1Metre: 1
    }
  }

  /// Accepts a code of ours, or a plain word for one.
  init?(precisionWord word: String) {
    switch word {
    case "exact": self = .exact
    case "neighbourhood", "neighborhood": self = .neighbourhood
    case "landmark": self = .landmark
    case "governorate", "province", "region": self = .governorate
    default: self.init(rawValue: word)
    }
  }
}
