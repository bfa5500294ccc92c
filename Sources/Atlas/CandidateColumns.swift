import Inquiry
import Records
import SimpleFeatures

/// Where each incident may have happened, candidate by candidate in flat columns.
struct CandidateColumns: Sendable {
  /// The middle and the radius of a disc; a negative radius where there is none.
  private(set) var centers: [Position] = []
  private(set) var radii: [Double] = []
  /// The box around each disc: worked out once, for every question begins with it.
  private(set) var boxes: [Envelope] = []
  /// The place named, as an ordinal; -1 for none.
  private(set) var places: [Int32] = []
  private(set) var scales: [LocationScale] = []
  /// The claim that asserts each, as an ordinal; -1 where the atlas does not hold it.
  var asserters: [Int32] = []
  /// The identifiers of asserting claims that the atlas does not hold.
  var unknownAsserters: [Int: ClaimID] = [:]

  var count: Int { radii.count }

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
    centers.append(center)
    radii.append(radius)
    boxes.append(Envelope(center).expanded(byMeters: radius))
    places.append(place)
    scales.append(location.scale)
    asserters.append(-1)
  }

  /// Adds a candidate of other columns as it is.
  mutating func append(_ candidate: Int, of other: CandidateColumns) {
    if let id = other.unknownAsserters[candidate] { unknownAsserters[count] = id }
    centers.append(other.centers[candidate])
    radii.append(other.radii[candidate])
    boxes.append(other.boxes[candidate])
    places.append(other.places[candidate])
    scales.append(other.scales[candidate])
    asserters.append(other.asserters[candidate])
  }

  mutating func reserveCapacity(_ candidates: Int) {
    centers.reserveCapacity(candidates)
    radii.reserveCapacity(candidates)
    boxes.reserveCapacity(candidates)
    places.reserveCapacity(candidates)
    scales.reserveCapacity(candidates)
    asserters.reserveCapacity(candidates)
  }

  /// The place that a candidate names, unless it is a disc of its own.
  func place(of candidate: Int) -> Int32? { places[candidate] >= 0 ? places[candidate] : nil }

  /// The claim that asserts a candidate, where the atlas holds it.
  func asserter(of candidate: Int) -> Int? {
    asserters[candidate] >= 0 ? Int(asserters[candidate]) : nil
  }

  /// The area of a candidate, if it has one.
  func shape(of candidate: Int, areas: PlaceAreas) -> AreaShape? {
    if radii[candidate] >= 0 {
      return .disc(center: centers[candidate], radiusMeters: radii[candidate])
    }
    return places[candidate] >= 0 ? areas.shapes[Int(places[candidate])] : nil
  }

  /// Whether a candidate has an area.
  func isPlaced(_ candidate: Int, areas: PlaceAreas) -> Bool {
    radii[candidate] >= 0
      || (places[candidate] >= 0 && areas.shapes[Int(places[candidate])] != nil)
  }
}
