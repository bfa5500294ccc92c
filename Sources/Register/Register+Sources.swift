import Ledger
import Records

extension Register {
  /// The sources that claims name as claimants or relays.
  func sources(of claims: [Claim], in snapshot: LedgerSnapshot) throws -> [SourceID: Source] {
    var found: [SourceID: Source] = [:]
    for claim in claims {
      for id in [claim.claimant] + claim.relays.map(\.outlet) where found[id] == nil {
        found[id] = try snapshot.source(id)
      }
    }
    return found
  }
}
