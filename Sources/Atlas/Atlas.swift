import Assessment
public import Gazetteer
public import Inquiry
public import Records
import SimpleFeatures
import SpatialIndex
import Topology

/// The immutable snapshot that answers every question: columns, a spatial index and the names.
///
/// Built once from the ledger and then shared by any number of readers; nothing in it changes.
/// Incidents stand in the stable order of answers, so an ordinal is also a place in that order.
/// What had been published by a day is worked out per question from the claims' own clocks.
public struct Atlas: Sendable {
  /// The state of the data that the atlas was built from.
  public let version: DataVersion
  /// The names of every place.
  public let gazetteer: Gazetteer
  let incidents: IncidentColumns
  let claims: ClaimColumns
  let areas: PlaceAreas
  let parties: [String]
  /// Boxes around the supports; an item is a place in ``indexed``.
  let supports: PackedRTree
  /// The incidents that have a support, by their items in ``supports``.
  let indexed: [Int32]
  /// Boxes around the districts' areas; an item is a place in `areas.districts`.
  let districts: PackedRTree

  init(
    incidents: IncidentColumns, claims: ClaimColumns, areas: PlaceAreas, parties: [String],
    version: DataVersion
  ) throws {
    self.incidents = incidents
    self.claims = claims
    self.areas = areas
    self.parties = parties
    self.version = version
    gazetteer = Gazetteer(areas.places)
    var boxes: [Envelope] = []
    var indexed: [Int32] = []
    for incident in 0..<incidents.count {
      let shapes = incidents.candidateOffsets[incident].compactMap { candidate in
        incidents.candidates[candidate].disc
          ?? incidents.candidates[candidate].place.flatMap { areas.shapes[Int($0)] }
      }
      guard let first = shapes.first else { continue }
      boxes.append(shapes.dropFirst().reduce(first.envelope) { $0.union($1.envelope) })
      indexed.append(Int32(clamping: incident))
    }
    supports = try PackedRTree(envelopes: boxes)
    self.indexed = indexed
    districts = try PackedRTree(
      envelopes: areas.districts.map { areas.shapes[$0]?.envelope ?? .world })
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

  /// A place by its identifier.
  ///
  /// - Parameter id: The place.
  /// - Returns: `nil` when unknown.
  public func place(_ id: PlaceID) -> Place? { areas.ordinals[id].map { areas.places[$0] } }

  /// Where an incident stands in the stable order.
  ///
  /// - Parameter id: The incident.
  /// - Returns: `nil` when unknown.
  /// - Complexity: O(*n*), *n* incidents.
  func ordinal(of id: IncidentID) -> Int? { incidents.ids.firstIndex(of: id) }

  /// The area of one candidate, if it has one.
  func shape(of candidate: Int) -> AreaShape? {
    let candidate = incidents.candidates[candidate]
    return candidate.disc ?? candidate.place.flatMap { areas.shapes[Int($0)] }
  }

  /// The candidates of an incident that have an area and were public on a day.
  func placedCandidates(of incident: Int, asOf: CivilDate?) -> [Int] {
    incidents.candidateOffsets[incident].filter { candidate in
      guard shape(of: candidate) != nil else { return false }
      guard let asOf else { return true }
      return incidents.candidates[candidate].assertedBy
        .map { claims.isPublic(Int($0), asOf: asOf) } ?? false
    }
  }

  /// What the claims about an incident come to.
  func assessment(
    of incident: Int, asOf: CivilDate?, heedsAssessors: Bool = true
  ) -> IncidentAssessment<Int32> {
    let rows = incidents.claimOffsets[incident]
    return IncidentAssessment(
      of: rows.lazy.map { row in
        claims.evidence(
          of: Int(incidents.claims[row]), isCertain: incidents.claimIsCertain[row])
      }, asOf: asOf, heedsAssessors: heedsAssessors)
  }

  /// Whether any claim about an incident was public on a day.
  func isReported(_ incident: Int, asOf: CivilDate?) -> Bool {
    guard asOf != nil else { return true }
    return incidents.claimOffsets[incident].contains { row in
      claims.isPublic(Int(incidents.claims[row]), asOf: asOf)
    }
  }
}
