import Inquiry
import Records
import SimpleFeatures

/// Where each incident may have happened, candidate by candidate in flat columns.
struct CandidateColumns: Sendable {
  /// The discs; a negative radius where there is none.
  private(set) var discs: [Disc] = []
  /// The place named, as an ordinal; -1 for none.
  private(set) var places: [Int32] = []
  private(set) var scales: [LocationScale] = []
  /// The claim that asserts each, as an ordinal; -1 where the atlas does not hold it.
  var asserters: [Int32] = []
  /// The identifiers of asserting claims that the atlas does not hold.
  var unknownAsserters: [Int: ClaimID] = [:]

  /// A disc and the box around it, side by side, for every question begins with the box and a
  /// question in a large register waits for memory more than for arithmetic.
  struct Disc: Sendable {
    let center: Position
    let radiusMeters: Double
    let box: Envelope
  }

  var count: Int { discs.count }

  /// Adds a candidate; whoever asserts it is filled in when all claims are known.
  mutating func append(_ location: LocationCandidate, areas: PlaceAreas) {
    var center = Position(longitude: 0, latitude: 0)
    var radius = -1.0
    var place: Int32 = -1
    switch location.extent {
    case .disc(let middle, let meters):
      // A centre outside the world or a radius that is no number is no place.
      if middle.isValid, meters >= 0, meters.isFinite { (center, radius) = (middle, meters) }
    case .place(let id): place = areas.ordinals[id].map { Int32(clamping: $0) } ?? -1
    case nil: break
    }
    discs.append(
      Disc(
        center: center, radiusMeters: radius, box: Envelope(center).expanded(byMeters: radius)))
    places.append(place)
    scales.append(location.scale)
    asserters.append(-1)
  }

  /// Adds the candidates of other columns, whose asserters are not known yet.
  mutating func append(_ other: CandidateColumns) {
    discs += other.discs
    places += other.places
    scales += other.scales
    asserters += other.asserters
  }

  mutating func reserveCapacity(_ candidates: Int) {
    discs.reserveCapacity(candidates)
    places.reserveCapacity(candidates)
    scales.reserveCapacity(candidates)
    asserters.reserveCapacity(candidates)
  }

  /// The same candidates in another order.
  func reordered(_ order: [Int32]) -> CandidateColumns {
    var columns = CandidateColumns()
    columns.discs = order.map { discs[Int($0)] }
    columns.places = order.map { places[Int($0)] }
    columns.scales = order.map { scales[Int($0)] }
    columns.asserters = order.map { asserters[Int($0)] }
    return columns
  }

  /// The place that a candidate names, unless it is a disc of its own.
  func place(of candidate: Int) -> Int32? { places[candidate] >= 0 ? places[candidate] : nil }

  /// The claim that asserts a candidate, where the atlas holds it.
  func asserter(of candidate: Int) -> Int? {
    asserters[candidate] >= 0 ? Int(asserters[candidate]) : nil
  }

  /// The area of a candidate, if it has one.
  func shape(of candidate: Int, areas: PlaceAreas) -> AreaShape? {
    let disc = discs[candidate]
    if disc.radiusMeters >= 0 {
      return .disc(center: disc.center, radiusMeters: disc.radiusMeters)
    }
    return places[candidate] >= 0 ? areas.shapes[Int(places[candidate])] : nil
  }

  /// Whether a candidate has an area.
  func isPlaced(_ candidate: Int, areas: PlaceAreas) -> Bool {
    discs[candidate].radiusMeters >= 0
      || (places[candidate] >= 0 && areas.shapes[Int(places[candidate])] != nil)
  }
}
