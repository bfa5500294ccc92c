import Assessment
import Records
import Synchronization

/// Small numbers for names that many claims share, given to several threads at once.
///
/// Which number a name gets depends on who comes first, and nothing else may depend on that: they
/// are only ever compared, and parties are listed by their names.
final class NameOrdinals: Sendable {
  private struct State {
    var parties: [String] = []
    var partyOrdinals: [String: Int32] = [:]
    var claimants: [SourceID: UInt32] = [:]
    var blamed = PartySlots()
    var bodies = OriginSlots()
  }

  let sources: [SourceID: Source]
  private let state = Mutex(State())

  init(sources: [SourceID: Source]) { self.sources = sources }

  /// The parties met so far, by their ordinals.
  var parties: [String] { state.withLock { $0.parties } }

  /// The ordinal of a party that claims hold responsible.
  func party(_ name: String) -> Int32 {
    state.withLock { state in
      if let known = state.partyOrdinals[name] { return known }
      let ordinal = Int32(clamping: state.parties.count)
      state.parties.append(name)
      state.partyOrdinals[name] = ordinal
      return ordinal
    }
  }

  /// The slot of a party whose blame a grade counts.
  func blamed(_ name: String) -> Int { state.withLock { $0.blamed.slot(of: name) } }

  /// The number of a body behind claims.
  func body(_ id: SourceID) -> UInt32 { state.withLock { $0.bodies.number(of: id) } }

  /// The number of a claimant.
  func claimant(_ id: SourceID) -> UInt32 {
    state.withLock { state in
      if let known = state.claimants[id] { return known }
      let number = UInt32(clamping: state.claimants.count)
      state.claimants[id] = number
      return number
    }
  }
}

/// The claimants that one piece of an atlas has met, so that it asks the shared numbers only once.
struct ClaimantMemo: Sendable {
  fileprivate struct Entry {
    let claimant: Claimant
    let number: UInt32
    /// The number of the claimant's body, 0 for none.
    let body: UInt32
  }

  private var entries: [SourceID: Entry] = [:]
  private var last: (id: SourceID, entry: Entry)?

  /// What a computed grade needs of a claim, and whose word it is.
  mutating func standing(
    of claim: borrowing Claim, _ names: NameOrdinals
  ) -> (signals: ClaimSignals, origin: OriginTally.Item) {
    let entry = entry(of: claim.claimant, names)
    let signals = ClaimSignals(claim, by: entry.claimant) { names.blamed($0) }
    var body = entry.body
    if body != 0, entry.claimant.isAnonymous,
      entry.claimant.body(of: claim, in: names.sources) == nil
    {
      body = 0
    }
    return (signals, OriginTally.Item(claimant: entry.number, body: body))
  }

  private mutating func entry(of id: SourceID, _ names: NameOrdinals) -> Entry {
    if let last, last.id == id { return last.entry }
    let entry = entries[id] ?? Entry(id, names)
    entries[id] = entry
    last = (id, entry)
    return entry
  }
}

extension ClaimantMemo.Entry {
  init(_ id: SourceID, _ names: NameOrdinals) {
    claimant = Claimant(id, in: names.sources)
    number = names.claimant(id)
    body = claimant.body.map { names.body($0) } ?? 0
  }
}
