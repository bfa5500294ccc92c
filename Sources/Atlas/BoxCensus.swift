import Inquiry
import SimpleFeatures
import SpatialIndex
import Synchronization

/// The supports filed for questions about boxes: how many match is told without asking each.
///
/// Incidents whose only candidate is a disc stand in trees by size of disc; those whose only
/// candidate is a place of the gazetteer stand under the place, which is asked once for all; the few
/// others are asked one by one.
struct BoxCensus: Sendable {
  private(set) var discs: [DiscTree] = []
  /// Incidents by the place that alone they name, each list ascending.
  private(set) var named: [(place: Int32, incidents: [Int32])] = []
  /// Several candidates, or a disc that meets the antimeridian.
  private(set) var others: [Int32] = []

  init(of atlas: Atlas) throws {
    let incidents = atlas.incidents
    let columns = incidents.candidates
    var bySize: [Int: [DiscTree.Item]] = [:]
    var byPlace: [Int32: [Int32]] = [:]
    for incident in atlas.indexed {
      let rows = incidents.candidateOffsets[Int(incident)]
      guard rows.count == 1 else {
        others.append(incident)
        continue
      }
      let disc = columns.discs[rows.lowerBound]
      if disc.radiusMeters < 0 {
        byPlace[columns.places[rows.lowerBound], default: []].append(incident)
      } else if disc.box.meetsAntimeridian {
        others.append(incident)
      } else {
        // Discs of up to twice the size side by side: a disc of no size stands apart.
        let size = disc.radiusMeters > 0 ? Int(disc.radiusMeters.exponent) : .min
        bySize[size, default: []].append(
          DiscTree.Item(
            center: disc.center, radiusMeters: disc.radiusMeters, incident: incident))
      }
    }
    discs = try bySize.keys.sorted().compactMap { size in
      try bySize[size].map { items in
        try DiscTree(items) { incident in
          columns.discs[incidents.candidateOffsets[Int(incident)].lowerBound].box
        }
      }
    }
    named = byPlace.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

/// The census, made when a second box is asked about: one question alone is answered sooner without.
final class BoxCensusMemo: Sendable {
  private struct State {
    var isAsked = false
    var census: BoxCensus?
  }

  private let state = Mutex(State())

  /// The census, or `nil` on the first question.
  func census(of atlas: Atlas) throws -> BoxCensus? {
    try state.withLock { state in
      guard state.isAsked else {
        state.isAsked = true
        return nil
      }
      if let census = state.census { return census }
      let made = try BoxCensus(of: atlas)
      state.census = made
      return made
    }
  }
}
