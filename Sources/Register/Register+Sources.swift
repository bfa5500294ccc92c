import Ledger
import Records

extension Register {
  /// The sources that claims name as claimants or relays, and the bodies that those speak for.
  func sources(of claims: [Claim], in snapshot: LedgerSnapshot) throws -> [SourceID: Source] {
    var found: [SourceID: Source] = [:]
    var open = claims.flatMap { [$0.claimant] + $0.relays.map(\.outlet) }
    while let id = open.popLast() {
      guard found[id] == nil, let source = try snapshot.source(id) else { continue }
      found[id] = source
      if let body = source.affiliation { open.append(body) }
    }
    return found
  }
}
