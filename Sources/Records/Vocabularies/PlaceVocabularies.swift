/// What kind of place a record of the gazetteer describes.
public enum PlaceKind: String, Vocabulary {
  /// City.
  case city
  /// A half of a city or another large informal area.
  case area
  /// A named quarter (hayy).
  case district
  /// A historic quarter inside the old city.
  case mahalla
  /// Village.
  case village
  /// Town.
  case town
  /// Governorate.
  case governorate
  /// Subdistrict.
  case subdistrict
  /// Country.
  case country
  /// River.
  case river
  /// Bridge.
  case bridge
  /// Mosque.
  case mosque
  /// Hospital.
  case hospital
  /// School.
  case school
  /// University.
  case university
  /// Airport.
  case airport
  /// Station.
  case station
  /// Museum.
  case museum
  /// Shrine.
  case shrine
  /// Castle.
  case castle
  /// Archaeological site.
  case archaeologicalSite = "archaeological-site"
  /// Military base.
  case militaryBase = "military-base"
  /// Dam.
  case dam
  /// Street.
  case street
  /// Locality.
  case locality
  /// Neighbourhood.
  case neighbourhood
  /// Campus.
  case campus
  /// Other.
  case other

  /// The list's name in messages.
  public static let name = "place kind"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}

/// Which bank of the Tigris a place lies on, looking downstream.
public enum Bank: String, Vocabulary {
  /// East Mosul.
  case left
  /// West Mosul.
  case right
  /// A thing that spans the river.
  case both
  /// Unknown.
  case unknown

  /// The list's name in messages.
  public static let name = "bank"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}

/// How a place's geometry was obtained.
public enum GeometryOrigin: String, Vocabulary {
  /// Surveyed.
  case surveyed
  /// Published point.
  case publishedPoint = "published-point"
  /// Approximate.
  case approximate
  /// Made by our own rule from other places, such as a district's cell.
  case computed
  /// Unknown.
  case unknown

  /// The list's name in messages.
  public static let name = "geometry origin"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}

/// What role a name plays for its place.
public enum PlaceNameKind: String, Vocabulary {
  /// Primary.
  case primary
  /// Variant.
  case variant

  /// The list's name in messages.
  public static let name = "place name kind"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}

/// The script of a name.
///
/// - Note: Source – ISO 15924.
public enum Script: String, Vocabulary {
  /// Latn.
  case latin = "Latn"
  /// Arab.
  case arabic = "Arab"
  /// Zyyy.
  case other = "Zyyy"

  /// The list's name in messages.
  public static let name = "script"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}

/// How large the thing is that a location names, from a governorate down to an exact point.
///
/// - Note: Source – Airwars' ladder without its `via…` part: who asserts a location is a fact of
///   its own (``LocationCandidate/assertedBy``).
public enum LocationScale: String, Vocabulary {
  /// Country.
  case country
  /// Province governorate.
  case governorate = "province_governorate"
  /// District.
  case district
  /// Subdistrict.
  case subdistrict
  /// City.
  case city
  /// A half of a city, such as "west Mosul".
  case cityPart = "city_part"
  /// Town.
  case town
  /// Village.
  case village
  /// Neighbourhood area.
  case neighbourhood = "neighbourhood_area"
  /// Street.
  case street
  /// Nearby landmark.
  case landmark = "nearby_landmark"
  /// Within 100m.
  case within100Metres = "within_100m"
  /// Within 1m.
  case within1Metre = "within_1m"
  /// Exact location.
  case exact = "exact_location"

  /// The list's name in messages.
  public static let name = "location scale"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}
