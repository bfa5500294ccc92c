public import SimpleFeatures

/// One place where an incident may have happened, as one claim asserts it.
///
/// An area, never a bare point: a point comes with the radius it is good for. The union of an
/// incident's candidate areas is its support.
public struct LocationCandidate: Hashable, Sendable {
  /// The area that the claim allows.
  public enum Extent: Hashable, Sendable {
    /// Everywhere within a radius of a point.
    case disc(center: Position, radiusMeters: Double)
    /// The area of a place of the gazetteer: a district, a half of the city.
    case place(PlaceID)
  }

  /// The claim that asserts it.
  public var assertedBy: ClaimID
  /// How large the named thing is.
  public var scale: LocationScale
  /// The area, or `nil` when the words name no place that is known.
  public var extent: Extent?
  /// The precision in the claimant's own words.
  public var statedPrecision: String?
  /// The place as stated.
  public var placeAsStated: String?

  /// Makes a candidate.
  ///
  /// - Parameters:
  ///   - assertedBy: The claim that asserts it.
  ///   - scale: How large the named thing is.
  ///   - extent: The area, if known.
  ///   - statedPrecision: The precision in the claimant's own words.
  ///   - placeAsStated: The place as stated.
  public init(
    assertedBy: ClaimID, scale: LocationScale, extent: Extent?, statedPrecision: String? = nil,
    placeAsStated: String? = nil
  ) {
    self.assertedBy = assertedBy
    self.scale = scale
    self.extent = extent
    self.statedPrecision = statedPrecision
    self.placeAsStated = placeAsStated
  }
}
