import Records

/// Where a claimant stands in the fighting, by its own kind and that of the bodies behind it.
struct SourceStanding: Hashable, Sendable {
  /// Whether it is, or speaks for, armed forces or an armed group.
  var isPartyToFighting = false
  /// Whether it may speak for a belligerent; an unknown source is taken at its claim's word.
  var mayBeBelligerent = true
  /// Whether a judgement of its latest date gives it D or E on the Admiralty scale.
  var isUnreliable = false

  /// Looks a claimant up.
  ///
  /// - Parameters:
  ///   - claimant: Who claims.
  ///   - sources: The sources that are known.
  init(of claimant: SourceID, in sources: [SourceID: Source]) {
    guard let source = sources[claimant] else { return }
    let latest = source.judgements.map(\.date).max()
    isUnreliable = source.judgements.contains {
      $0.date == latest && ($0.reliability == .notUsually || $0.reliability == .unreliable)
    }
    let bodies = sources.affiliations(of: claimant)
    let kinds = bodies.compactMap { sources[$0]?.kind }
    isPartyToFighting = kinds.contains { $0 == .military || $0 == .armedGroup }
    mayBeBelligerent = kinds.contains(where: \.maySpeakForBelligerent)
  }
}

extension [SourceID: Source] {
  /// A source, the body it speaks for, the body behind that, and so on; each once.
  ///
  /// - Parameter start: The source.
  /// - Returns: At least the source itself, at most 16; a circle ends where it closes.
  func affiliations(of start: SourceID) -> [SourceID] {
    var chain = [start]
    while chain.count < 16, let last = chain.last, let next = self[last]?.affiliation,
      !chain.contains(next)
    {
      chain.append(next)
    }
    return chain
  }
}

extension SourceKind {
  /// Whether a source of this kind can speak for a belligerent about itself.
  fileprivate var maySpeakForBelligerent: Bool {
    switch self {
    case .military, .armedGroup, .government, .police, .official, .unnamedOfficial: true
    default: false
    }
  }
}
