public import Records
public import SimpleFeatures

/// A district whose place is known: as a point, or as an outline that someone drew.
public struct DistrictSeed: Hashable, Sendable, Identifiable {
  /// How the place of a district is known.
  public enum Site: Hashable, Sendable {
    /// As a point: its cell is computed.
    case point(Position)
    /// As an outline, which takes the place of a computed cell.
    case outline(Geometry, isApproximate: Bool)
  }

  /// The district.
  public var id: PlaceID
  /// Its point or outline.
  public var site: Site
  /// The bank that the district is said to be on.
  public var bank: Bank
  /// How far off point or outline may be, metres.
  public var precisionMeters: Double
  /// The district that contains this one.
  public var parent: PlaceID?

  /// Makes a seed.
  ///
  /// - Parameters:
  ///   - id: The district.
  ///   - site: Its point or outline.
  ///   - bank: The bank it is said to be on; where unknown, the side of the river decides.
  ///   - precisionMeters: How far off point or outline may be.
  ///   - parent: The district that contains this one.
  public init(
    id: PlaceID, site: Site, bank: Bank = .unknown, precisionMeters: Double,
    parent: PlaceID? = nil
  ) {
    self.id = id
    self.site = site
    self.bank = bank
    self.precisionMeters = precisionMeters
    self.parent = parent
  }

  /// Takes a place whose location is known.
  ///
  /// - Parameter place: A place; `nil` comes back when it has no location, or a line.
  public init?(_ place: Place) {
    guard let location = place.location else { return nil }
    let site: Site
    if let position = location.geometry.position {
      site = .point(position)
    } else if location.geometry.dimension == 2 {
      site = .outline(location.geometry, isApproximate: location.isApproximate)
    } else {
      return nil
    }
    self.init(
      id: place.id, site: site, bank: place.bank, precisionMeters: location.precisionMeters,
      parent: place.parent)
  }

  /// The point, where the place is known as one.
  public var position: Position? {
    if case .point(let position) = site { position } else { nil }
  }

  /// The outline, where the place is known as one.
  var outline: Geometry? {
    if case .outline(let geometry, _) = site { geometry } else { nil }
  }
}

/// Why a seed has no cell of its own.
public enum NoCellReason: Hashable, Sendable {
  /// It lies outside the city's outline, like a village.
  case outsideOutline
  /// It is a part of another seed's district and lies in that one's cell.
  case partOf(PlaceID)
  /// No land of its bank lies nearer to it than to another seed and within reach.
  case noLand
}
