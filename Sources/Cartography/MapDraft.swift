public import Inquiry
public import MapRendering
public import SimpleFeatures

/// An answer with all that maps of it are made of: one question, any number of views.
public struct MapDraft: Sendable {
  /// The ground that a view needs: views on the same ground share a scene.
  public struct Ground: Hashable, Sendable {
    let window: TileWindow?
    let reach: MapReach

    /// Whether two views need the same tiles.
    ///
    /// - Parameters:
    ///   - left: One ground.
    ///   - right: Another.
    /// - Returns: Whether the scene of one serves the other.
    public static func == (left: Ground, right: Ground) -> Bool { left.window == right.window }

    /// Hashes the tiles.
    ///
    /// - Parameter hasher: Takes them in.
    public func hash(into hasher: inout Hasher) { hasher.combine(window) }
  }

  /// The answer, with every matching feature in it.
  public let page: IncidentPage
  /// What the map is about, for the view.
  public let envelope: Envelope
  private let subject: IncidentMap.Subject
  private let style: IncidentMap.Style
  private let places: BaseMap
  private let bases: BaseMapCache

  init(
    page: IncidentPage, subject: IncidentMap.Subject, style: IncidentMap.Style, places: BaseMap,
    bases: BaseMapCache
  ) {
    self.page = page
    self.subject = subject
    self.style = style
    self.places = places
    self.bases = bases
    envelope = IncidentMap.envelope(of: page, on: places, subject: subject)
  }

  /// The ground that a view needs.
  ///
  /// - Parameter view: The view.
  /// - Returns: The tiles that it meets, or none where there are none to draw from.
  public func ground(for view: MapView) -> Ground {
    let reach = view.reach(readsFromKey: style.readsFromKey)
    return Ground(window: bases.window(reach), reach: reach)
  }

  /// The map of the answer on some ground.
  ///
  /// - Parameters:
  ///   - ground: That of the view.
  ///   - whole: A draft about the same area in the same state of the data, of which this one has a
  ///     part, with its scene on the same ground: the ground is shared, and nothing is hatched
  ///     because a filter has left little.
  ///   - other: The scene of this draft on other ground, made as the same part: what is on it is
  ///     shared.
  /// - Returns: The scene, and the box that it is about.
  /// - Throws: ``TileBaseError`` for tiles that were named and are damaged.
  /// - Complexity: O(*n* log *n*) in the features and shapes; the ground is kept.
  public func map(
    on ground: Ground, partOf whole: (draft: MapDraft, scene: MapScene)? = nil,
    moving other: MapScene? = nil
  ) throws(TileBaseError) -> IncidentMap {
    let base = try bases.ground(places, at: page.dataVersion, reach: ground.reach)
    if let other {
      return IncidentMap(
        moving: other, of: page, onto: base, subject: subject, style: style,
        ground: whole?.scene.ground)
    }
    return IncidentMap(
      page, on: base, subject: subject, style: style, ground: whole?.scene.ground,
      hatchesAll: IncidentMap.isHatched(whole?.draft.page ?? page))
  }
}
