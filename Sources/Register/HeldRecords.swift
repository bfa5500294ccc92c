import Interchange
import Ledger
import Records
import Synchronization

/// What a snapshot of the ledger holds, asked by identifier while a file is read.
///
/// Most rows of a file are new, and asking the store for each would take as long as reading it; so
/// the hashes of the identifiers held are kept, and the store is asked only where one of them
/// agrees. The reader's questions cannot fail, so a fault of the store is kept and told by
/// ``check()``: it must not pass for a record that is not there. Where the store may be locked
/// meanwhile and holds little, all identifiers are read ahead and it is not asked any more.
final class HeldRecords: Sendable {
  private struct State {
    var fault: (any Error)?
    var hashes: [RecordKind: Set<Int>] = [:]
  }

  /// The most records whose identifiers are read ahead, to bound the memory.
  static let readAheadLimit = 200_000

  /// Beyond so many records of a kind, 32 MB of hashes, the store is asked each time.
  private static let hashedLimit = 2_000_000

  private let snapshot: LedgerSnapshot
  private let state = Mutex(State())
  /// All identifiers, where they were read ahead.
  private let identifiers: [RecordKind: Set<String>]?

  /// Whether the store is not asked any more.
  var isReadAhead: Bool { identifiers != nil }

  /// Looks at a snapshot, of which all identifiers are read now when that is asked for and they
  /// are few.
  init(_ snapshot: LedgerSnapshot, readingAhead: Bool = false) throws {
    self.snapshot = snapshot
    identifiers =
      readingAhead && snapshot.counts.total <= Self.readAheadLimit
      ? Dictionary(
        uniqueKeysWithValues: try RecordKind.allCases.map {
          ($0, try snapshot.identifiers(of: $0))
        }) : nil
  }

  /// The questions for a reader.
  var known: KnownRecords {
    guard snapshot.counts.total > 0 else { return .none }
    return KnownRecords(
      source: { id in self.ask(.source, id.text) { try $0.holds(id) } },
      place: { id in self.ask(.place, id.text) { try $0.holds(id) } },
      incident: { id in self.ask(.incident, id.text) { try $0.holds(id) } },
      claim: { id in self.ask(.claim, id.text) { try $0.holds(id) } })
  }

  /// Throws the first fault met, if any.
  func check() throws {
    if let fault = state.withLock({ $0.fault }) { throw fault }
  }

  private func ask(
    _ kind: RecordKind, _ id: String, _ question: (LedgerSnapshot) throws -> Bool
  ) -> Bool {
    if let identifiers { return identifiers[kind]?.contains(id) ?? false }
    do {
      return try mayHold(kind, id) && question(snapshot)
    } catch {
      state.withLock { if $0.fault == nil { $0.fault = error } }
      return false
    }
  }

  private func mayHold(_ kind: RecordKind, _ id: String) throws -> Bool {
    guard snapshot.counts[kind] <= Self.hashedLimit else { return true }
    let hash = id.hashValue
    if let known = state.withLock({ $0.hashes[kind]?.contains(hash) }) { return known }
    var hashes = Set<Int>(minimumCapacity: snapshot.counts[kind])
    try snapshot.forEachIdentifier(of: kind) { hashes.insert($0.hashValue) }
    state.withLock { $0.hashes[kind] = hashes }
    return hashes.contains(hash)
  }
}
