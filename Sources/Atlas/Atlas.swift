public import Gazetteer
public import Inquiry
public import Records
public import SimpleFeatures
import SpatialIndex
import Synchronization
import Topology

/// The immutable snapshot that answers every question: columns, a spatial index and the names.
///
/// Built once from the ledger and then shared by any number of readers; nothing in it changes.
/// Incidents stand in the stable order of answers, so an ordinal is also a place in that order.
/// What had been published by a day is worked out per question from the claims' own clocks. A class
/// only so that handing it on costs one count instead of one for each column.
public final class Atlas: Sendable {
  /// The state of the data that the atlas was built from.
  public let version: DataVersion
  let incidents: IncidentColumns
  private let table: IdentifierTable<IncidentID>
  let claims: ClaimColumns
  let claimOrder = ClaimOrder()
  let claimPoints = ClaimPoints()
  let districtMemo = DistrictMemo()
  let boxCensus = BoxCensusMemo()
  let featureMemo = FeatureMemo()
  /// The same without districts, which maps do not show.
  let mapFeatureMemo = FeatureMemo()
  let findingMemo = FindingMemo()
  let areas: PlaceAreas
  private let names = Mutex<Gazetteer?>(nil)
  let parties: [String]
  /// Boxes around the supports; an item is a place in ``indexed``.
  let supports: PackedRTree
  /// The incidents that have a support, by their items in ``supports``: ascending.
  let indexed: [Int32]
  /// The other incidents, ascending.
  let unplaced: [Int32]
  /// The first day on which a claim that places each incident was public,
  /// ``ClaimColumns/noDay`` for none.
  let placedFrom: [Int32]
  let timeBlocks: TimeBlocks
  /// Boxes around the districts' areas; an item is a place in `areas.districts`.
  let districts: PackedRTree

  init(
    incidents: IncidentColumns, table: IdentifierTable<IncidentID>, claims: ClaimColumns,
    areas: PlaceAreas, parties: [String], version: DataVersion
  ) throws {
    self.incidents = incidents
    self.table = table
    self.claims = claims
    self.areas = areas
    self.parties = parties
    self.version = version
    let survey = SupportSurvey(of: incidents, claims: claims, areas: areas)
    supports = try PackedRTree(envelopes: survey.boxes)
    indexed = survey.placed
    unplaced = survey.unplaced
    placedFrom = survey.placedFrom
    timeBlocks = TimeBlocks(incidents)
    districts = try PackedRTree(
      envelopes: areas.districts.map { areas.shapes[$0]?.envelope ?? .world })
  }

  /// The names of every place.
  ///
  /// Made when a name is first looked up: a map or a dossier asks for none.
  public var gazetteer: Gazetteer {
    names.withLock { names in
      if let made = names { return made }
      let made = Gazetteer(areas.placesWithComputedAreas)
      names = made
      return made
    }
  }

  /// How many incidents the atlas holds.
  public var incidentCount: Int { incidents.count }

  /// How many claims the atlas holds.
  public var claimCount: Int { claims.count }

  /// Every place, in the order of the ledger.
  public var places: [Place] { areas.places }

  /// The area that questions about a place use.
  ///
  /// - Parameter id: The place.
  /// - Returns: `nil` when the place is unknown or its whereabouts are.
  public func area(of id: PlaceID) -> PlaceArea? {
    areas.ordinals[id].flatMap { areas.areas[$0] }
  }

  /// The middle of the city that computed shapes belong to: of equal names, a nearer one is meant
  /// sooner.
  public var cityCenter: Position? {
    PlaceAreas.city.flatMap { area(of: $0) }?.geometry.envelope?.center
  }

  /// A place by its identifier.
  ///
  /// - Parameter id: The place.
  /// - Returns: `nil` when unknown.
  public func place(_ id: PlaceID) -> Place? { areas.ordinals[id].map { areas.places[$0] } }

  /// Where an incident stands in the stable order.
  ///
  /// - Parameter id: The incident.
  /// - Returns: `nil` when unknown.
  /// - Complexity: O(1) on average.
  func ordinal(of id: IncidentID) -> Int? { table.ordinal(of: id, in: incidents.ids) }

  /// The area of one candidate, if it has one.
  func shape(of candidate: Int) -> AreaShape? {
    incidents.candidates.shape(of: candidate, areas: areas)
  }

  /// The candidates of an incident that have an area and were public on a day.
  func placedCandidates(of incident: Int, asOf: CivilDate?) -> [Int] {
    incidents.candidateOffsets[incident].filter { candidate in
      isKnown(candidate, asOf: asOf) && incidents.candidates.isPlaced(candidate, areas: areas)
    }
  }

  /// Whether the claim that asserts a candidate was public on a day.
  func isKnown(_ candidate: Int, asOf: CivilDate?) -> Bool {
    guard asOf != nil else { return true }
    return incidents.candidates.asserter(of: candidate)
      .map { claims.isPublic($0, asOf: asOf) } ?? false
  }

  /// Whether an incident had a usable place on a day; `isPlaced` says whether it ever has.
  func isPlaced(_ incident: Int, asOf: CivilDate?, isPlaced: Bool) -> Bool {
    guard let asOf else { return isPlaced }
    return placedFrom[incident] <= asOf.daysSinceEpoch
  }

  /// Whether any claim about an incident was public on a day.
  func isReported(_ incident: Int, asOf: CivilDate?) -> Bool {
    guard let asOf else { return true }
    return incidents.reportedFrom[incident] <= asOf.daysSinceEpoch
  }
}
