public import Gazetteer
public import Ledger
public import Records

/// The place of a claim in its own words, what is recorded of it, and what it may mean.
public struct StatedPlace: Sendable {
  /// The claim as the ledger held it.
  public let claim: Claim
  /// Who says it.
  public let claimant: Source?
  /// The words that were looked up: the claim's, else those of a location that it asserts.
  public let words: String?
  /// The places that the words may mean, best first.
  public let candidates: [GazetteerCandidate]
  /// The locations of incidents that the claim asserts.
  public let locations: [AssertedLocation]
}

/// A location candidate of an incident that a claim asserts.
public struct AssertedLocation: Hashable, Sendable {
  /// The incident.
  public let incident: IncidentID
  /// The candidate.
  public let location: LocationCandidate

  /// Whether the claim's words name a place there that nobody has given yet.
  public var wantsPlace: Bool { location.extent == nil && location.placeAsStated != nil }
}

/// A choice of the places that a claim's words mean, by somebody, for a reason.
public struct PlaceChoice: Hashable, Sendable {
  /// The claim.
  public var claim: ClaimID
  /// The places, all of them meant; at least one.
  public var places: [PlaceID]
  /// Who chooses.
  public var author: String
  /// Why.
  public var reason: String
  /// When.
  public var recordedAt: Instant

  /// Makes a choice.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - places: The places, all of them meant; at least one.
  ///   - author: Who chooses.
  ///   - reason: Why.
  ///   - recordedAt: When.
  public init(
    claim: ClaimID, places: [PlaceID], author: String, reason: String, recordedAt: Instant
  ) {
    self.claim = claim
    self.places = places
    self.author = author
    self.reason = reason
    self.recordedAt = recordedAt
  }
}

/// What a choice of places did.
public struct PlaceChoiceOutcome: Sendable {
  /// The entry that records it; `nil` when the ledger held all of it already.
  public let entry: LedgerEntry?
  /// What was recorded of the claim before.
  public let before: [PlaceCandidate]
  /// Locations of incidents that now have the place.
  public let placed: [AssertedLocation]
  /// Locations without a place that the choice says nothing about, for their words are others.
  public let left: [AssertedLocation]
}

/// Why a choice of places was refused.
public enum PlaceChoiceError: Error, Hashable, Sendable {
  /// There is no such claim.
  case unknownClaim(ClaimID)
  /// There is no such place.
  case unknownPlace(PlaceID)
  /// No place was chosen.
  case noPlace
  /// No reason was given.
  case noReason
}

extension PlaceChoiceError: CustomStringConvertible {
  /// One line: what, and what to do.
  public var description: String {
    switch self {
    case .unknownClaim(let id): "no claim \(id): 'sijil show INCIDENT' lists the claims"
    case .unknownPlace(let id): "no place \(id): look it up with 'sijil places NAME'"
    case .noPlace: "no place was chosen: name one with --place"
    case .noReason: "a choice is recorded with its reason: give one with --reason"
    }
  }
}
