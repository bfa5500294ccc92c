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

  /// The same with the bodies that those sources belong to: who speaks for an army is of the army.
  func withAffiliations(
    _ sources: [SourceID: Source], in snapshot: LedgerSnapshot
  ) throws -> [SourceID: Source] {
    var found = sources
    var open = sources.values.compactMap(\.affiliation)
    while let id = open.popLast() {
      guard found[id] == nil, let source = try snapshot.source(id) else { continue }
      found[id] = source
      if let next = source.affiliation { open.append(next) }
    }
    return found
  }
}
