import Inquiry
import Synchronization

/// The districts of incidents as all claims have them, kept from the first time they are asked for.
final class DistrictMemo: Sendable {
  private let known = Mutex<[Int32: [DistrictMembership]]>([:])

  /// How many incidents are kept: some 25 MB of them.
  ///
  /// A register with more forgets all and begins anew, for what is asked next is mostly what was
  /// asked last.
  static let limit = 1 << 17

  /// The districts of one incident.
  func memberships(
    of incident: Int, _ join: () throws -> [DistrictMembership]
  ) rethrows -> [DistrictMembership] {
    let key = Int32(clamping: incident)
    if let found = known.withLock({ $0[key] }) { return found }
    let joined = try join()
    known.withLock { known in
      if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
      known[key] = joined
    }
    return joined
  }
}
