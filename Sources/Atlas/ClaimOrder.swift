import Records
import Synchronization

/// The claims in the order of their identifiers, worked out on the first question for claims: most
/// runs of the command line never ask one.
final class ClaimOrder: Sendable {
  private let known = Mutex<[Int32]?>(nil)

  /// Ordinals of claims by rising identifier.
  func ordinals(of claims: ClaimColumns) -> [Int32] {
    known.withLock { known in
      if let known { return known }
      let ids = claims.ids
      // A ledger mostly answers in this order already, and a sorted run costs one pass.
      var order = claims.recorded
      order.sort { ids[Int($0)] < ids[Int($1)] }
      known = order
      return order
    }
  }

  /// Where one claim stands among the others.
  func ordinal(of id: ClaimID, in claims: ClaimColumns) -> Int? {
    let order = ordinals(of: claims)
    let ids = claims.ids
    let place = order.partitioningIndex { ids[Int($0)] >= id }
    guard place < order.count, ids[Int(order[place])] == id else { return nil }
    return Int(order[place])
  }
}
