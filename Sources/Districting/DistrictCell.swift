public import Records
public import SimpleFeatures

/// The area that stands for one district: computed from its point, or drawn by someone.
public struct DistrictCell: Hashable, Sendable, Identifiable {
  /// Where a cell's shape comes from.
  public enum Origin: Hashable, Sendable {
    /// The part of a bank's land that is nearer to the district's point than to any other's.
    case computed(reachMeters: Double)
    /// An outline that was given, as it was given.
    case given(isApproximate: Bool)
  }

  /// The district.
  public let id: PlaceID
  /// The bank of its land: left or right.
  public let bank: Bank
  /// One polygon when computed; an outline as it was given.
  public let geometry: Geometry
  /// Where the shape comes from.
  public let origin: Origin
  /// How far off the district's point or outline may be, metres; computed edges are no better.
  public let seedPrecisionMeters: Double

  /// Whether the shape is no surveyed boundary: always so when computed.
  public var isApproximate: Bool {
    switch origin {
    case .computed: true
    case .given(let isApproximate): isApproximate
    }
  }

  /// How the shape was made, in one sentence.
  public var method: String {
    switch origin {
    case .computed(let reach):
      "computed, not surveyed: land of the \(bank == .left ? "left" : "right") bank nearer to "
        + "this district's point than to any other's, within the city's outline and "
        + "\(Int(reach.rounded())) m of the point"
    case .given(let isApproximate): isApproximate ? "an approximate outline" : "an outline as given"
    }
  }
}
