public import Atlas
import Foundation
import Gazetteer
import Inquiry
public import Ledger
public import Records
import Synchronization

/// The live register: a ledger and the atlas of its head.
///
/// A write appends to the ledger and then publishes a new atlas; readers keep the atlas they hold,
/// so no reader waits for a writer. Atlases of past states are made on request and a few are kept.
public final class Register: Sendable {
  /// Whether the register may write.
  public typealias Access = Ledger.Access

  /// The store beneath.
  public let ledger: Ledger
  private let state: Mutex<State>

  private struct State {
    var current: Atlas
    var past: [(sequence: Int, atlas: Atlas)] = []
  }

  /// How many atlases of past states are kept.
  static let keptPastStates = 8

  init(ledger: Ledger) throws {
    self.ledger = ledger
    state = Mutex(State(current: try Register.makeAtlas(of: ledger.snapshot(), in: ledger)))
  }

  /// Opens an existing store.
  ///
  /// - Parameters:
  ///   - path: The store's file.
  ///   - access: Reading beside a writer, or the one writer itself.
  /// - Returns: The register with the atlas of its head.
  /// - Throws: `LedgerError` when the file cannot be used; what building the atlas throws.
  public static func open(at path: String, access: Access) throws -> Register {
    try Register(ledger: Ledger.open(at: path, access: access))
  }

  /// The atlas of the head.
  public var atlas: Atlas { state.withLock { $0.current } }

  /// The atlas of the head, or of what the ledger held at a moment.
  ///
  /// - Parameter moment: `nil` for now.
  /// - Returns: The snapshot that answers.
  /// - Throws: `InquiryError.beforeFirstRecord` for a moment before the first entry.
  public func atlas(asRecorded moment: Instant?) throws -> Atlas {
    guard let moment else { return atlas }
    let snapshot = try ledger.snapshot(asRecorded: moment)
    guard snapshot.sequence > 0 else { throw InquiryError.beforeFirstRecord(moment) }
    let known = state.withLock { state in
      state.current.version.sequence == snapshot.sequence
        ? state.current : state.past.first { $0.sequence == snapshot.sequence }?.atlas
    }
    if let known { return known }
    let atlas = try Register.makeAtlas(of: snapshot, in: ledger)
    state.withLock { state in
      state.past.append((snapshot.sequence, atlas))
      if state.past.count > Self.keptPastStates { state.past.removeFirst() }
    }
    return atlas
  }

  /// Makes the atlas of the head anew, after a write.
  func publish() throws {
    let atlas = try Register.makeAtlas(of: ledger.snapshot(), in: ledger)
    state.withLock { $0.current = atlas }
  }

  /// Makes the atlas of one state of the ledger.
  private static func makeAtlas(of snapshot: LedgerSnapshot, in ledger: Ledger) throws -> Atlas {
    var places: [Place] = []
    try snapshot.forEachPlace { place, _ in places.append(place) }
    var sources: [Source] = []
    try snapshot.forEachSource { source, _ in sources.append(source) }
    let maker = try AtlasBuilder(places: places, sources: sources)
    var builder = maker
    builder.reserveCapacity(
      incidents: snapshot.counts.incidents, claims: snapshot.counts.claims)
    try snapshot.forEachPieceOfIncidents(
      from: AtlasPiece(), adding: { maker.add($1, to: &$0) }, taking: { builder.add($0) })
    try snapshot.forEachPieceOfClaims(
      from: AtlasPiece(), adding: { maker.add($1, to: &$0) },
      taking: { piece in
        // Here the others read on meanwhile.
        builder.arrangeIncidents()
        builder.add(piece)
      })
    let entry = try ledger.entries().last { $0.sequence == snapshot.sequence }
    return try builder.build(
      version: DataVersion(
        sequence: snapshot.sequence, hash: entry?.hash.description ?? "",
        recordedAt: entry?.recordedAt))
  }
}
