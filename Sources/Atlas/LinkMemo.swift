public import Records
import Synchronization

/// How incidents stand to others, read from the ledger the first time a table of totals needs it.
///
/// Few incidents have links, so only those are kept.
final class LinkMemo: Sendable {
  private let known = Mutex<[IncidentID: [IncidentLink]]?>(nil)

  /// The links, read once; two who ask at the same time may both read.
  func table(
    _ read: () throws -> [IncidentID: [IncidentLink]]
  ) rethrows -> [IncidentID: [IncidentLink]] {
    if let table = known.withLock({ $0 }) { return table }
    let table = try read()
    known.withLock { $0 = table }
    return table
  }
}

extension Atlas {
  /// How incidents stand to others.
  ///
  /// - Parameter read: Reads the links of every incident that has some; called at most once for
  ///   each state of the data, or nearly so.
  /// - Returns: The links by the incident that holds them.
  /// - Throws: What `read` throws.
  public func incidentLinks(
    _ read: () throws -> [IncidentID: [IncidentLink]]
  ) rethrows -> [IncidentID: [IncidentLink]] {
    try linkMemo.table(read)
  }
}
