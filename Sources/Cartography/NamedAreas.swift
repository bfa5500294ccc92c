import Inquiry
import MapRendering
import Records
import SimpleFeatures

/// The places that an incident may be known to and no nearer: what the margin of a map calls them.
struct NamedAreas: Sendable {
  /// One area with its names.
  struct Region: Sendable {
    let id: String
    let kind: PlaceKind
    let name: String
    let arabicName: String?
    let geometry: Geometry
    let squareDegrees: Double

    /// The name in a language; the Latin one where it has no other.
    func name(in language: MapLanguage) -> String {
      language == .arabic ? arabicName ?? name : name
    }
  }

  /// The regions, smaller ones first.
  private let regions: [Region]

  /// Keeps the places with an area of their own.
  ///
  /// - Parameter features: Every place with the area that questions use.
  init(_ features: [PlaceFeature]) {
    regions = features.compactMap { feature in
      guard let area = feature.area, area.basis != .parent, area.basis != .disc,
        let box = area.geometry.envelope
      else { return nil }
      return Region(
        id: feature.place.id.text, kind: feature.place.kind, name: feature.place.title,
        arabicName: feature.place.name(in: .arabic), geometry: area.geometry,
        squareDegrees: box.width * box.height)
    }.sorted { ($0.squareDegrees, $0.id) < ($1.squareDegrees, $1.id) }
  }

  /// The area that is all that is known of an incident's place.
  ///
  /// - Parameters:
  ///   - point: The point that stands for it.
  ///   - support: The union of its candidate areas.
  /// - Returns: The region that the support is; else, for a disc, the smallest one of the scale
  ///   named that covers its middle; `nil` where there is no such place.
  func region(of point: RepresentativePoint, support: Geometry?) -> Region? {
    if let support, let same = regions.first(where: { $0.geometry == support }) { return same }
    let kinds: Set<PlaceKind>
    switch point.scale {
    case .cityPart: kinds = [.area]
    case .city, .town, .village: kinds = [.city, .town, .village]
    case .country, .governorate, .district, .subdistrict:
      kinds = [.country, .governorate, .subdistrict]
    case .neighbourhood, .street, .landmark, .within100Metres, .within1Metre, .exact:
      kinds = [.district, .mahalla, .area]
    }
    return regions.first { kinds.contains($0.kind) && $0.geometry.covers(point.position) }
  }
}
