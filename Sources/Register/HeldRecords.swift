import Interchange
import Ledger
import Records
import Synchronization

/// What a snapshot of the ledger holds, asked by identifier while a file is read.
///
/// The reader's questions cannot fail, so a fault of the store is kept and told by ``check()``: it
/// must not pass for a record that is not there.
final class HeldRecords: Sendable {
  private let snapshot: LedgerSnapshot
  private let fault = Mutex<(any Error)?>(nil)

  init(_ snapshot: LedgerSnapshot) { self.snapshot = snapshot }

  /// The questions for a reader.
  var known: KnownRecords {
    guard snapshot.counts.total > 0 else { return .none }
    return KnownRecords(
      source: { id in self.ask { try $0.holds(id) } },
      place: { id in self.ask { try $0.holds(id) } },
      incident: { id in self.ask { try $0.holds(id) } },
      claim: { id in self.ask { try $0.holds(id) } })
  }

  /// Throws the first fault met, if any.
  func check() throws {
    if let fault = fault.withLock({ $0 }) { throw fault }
  }

  private func ask(_ question: (LedgerSnapshot) throws -> Bool) -> Bool {
    do {
      return try question(snapshot)
    } catch {
      fault.withLock { if $0 == nil { $0 = error } }
      return false
    }
  }
}
