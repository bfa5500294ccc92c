import Inquiry
import Synchronization

/// What features say whatever area is asked about, as all claims have it, kept from the first time
/// an incident is part of an answer.
///
/// Maps and pages ask for the same incidents again and again. An atlas never changes, so nothing
/// here grows old.
final class FeatureMemo: Sendable {
  private struct State {
    /// Places in `kept`, by incident; 0 for none.
    var places: [UInt32] = []
    var kept: [IncidentFeature] = []

    func known(_ incident: Int) -> IncidentFeature? {
      let place = Int(places[incident])
      return place > 0 ? kept[place - 1] : nil
    }

    /// The features of the first of some incidents, as far as all are known.
    func known(of incidents: some Collection<Int32>) -> [IncidentFeature] {
      var features: [IncidentFeature] = []
      features.reserveCapacity(incidents.count)
      for incident in incidents {
        guard let feature = known(Int(incident)) else { break }
        features.append(feature)
      }
      return features
    }
  }

  private let state = Mutex(State())

  /// How many incidents are kept: some 60 MB of them.
  ///
  /// With more the memo forgets all and begins anew.
  static let limit = 1 << 16

  /// The features of a page's incidents.
  ///
  /// - Parameters:
  ///   - incidents: Their ordinals.
  ///   - count: How many incidents there are.
  ///   - make: Makes one that is not known, without placement and distance; outside the lock.
  ///   - place: Adds to each what the question itself says of it.
  /// - Returns: One for each of the incidents.
  /// - Throws: What `make` and `place` throw.
  func features(
    of incidents: some Collection<Int32>, among count: Int,
    _ make: (Int) throws -> IncidentFeature,
    placing place: (Int, inout IncidentFeature) throws -> Void
  ) rethrows -> [IncidentFeature] {
    var features = state.withLock { state in
      state.places.count == count ? state.known(of: incidents) : []
    }
    // Those that are not known are made outside the lock; from the first of them on nothing is.
    var made: [(incident: Int, feature: IncidentFeature)] = []
    for incident in incidents.dropFirst(features.count) {
      let incident = Int(incident)
      let kept = state.withLock { $0.places.count == count ? $0.known(incident) : nil }
      let feature = try kept ?? make(incident)
      if kept == nil { made.append((incident, feature)) }
      features.append(feature)
    }
    for (index, incident) in zip(features.indices, incidents) {
      try place(Int(incident), &features[index])
    }
    if !made.isEmpty { state.withLock { Self.keep(made, in: &$0, among: count) } }
    return features
  }

  private static func keep(
    _ made: [(incident: Int, feature: IncidentFeature)], in state: inout State, among count: Int
  ) {
    // An answer larger than the memo would only turn out what others ask for.
    guard made.count <= limit / 2 else { return }
    if state.places.isEmpty || state.kept.count + made.count > limit {
      state.places = [UInt32](repeating: 0, count: count)
      state.kept.removeAll(keepingCapacity: true)
    }
    for (incident, feature) in made where state.places[incident] == 0 {
      state.kept.append(feature)
      state.places[incident] = UInt32(truncatingIfNeeded: state.kept.count)
    }
  }
}
