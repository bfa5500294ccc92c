import Atlas
public import Inquiry
import Ledger
import QueryLanguage
import Records

extension Register {
  /// One page of claims.
  ///
  /// - Parameter query: The question.
  /// - Returns: The page in the order of identifiers, or in the one asked for.
  /// - Throws: `InquiryError` for a place that is unknown; `FilterError`; `LedgerError`.
  /// - Complexity: A question of properties reads every claim that passes the rest of it; any other
  ///   reads the claims of the page.
  public func claims(_ query: ClaimQuery) async throws -> ClaimPage {
    let atlas = try atlas(asRecorded: query.asRecorded)
    var reader = ClaimReader(
      snapshot: try ledger.snapshot(sequence: atlas.version.sequence))
    guard query.properties.isOpen, query.properties.order.isEmpty else {
      return try asked(query, atlas, &reader)
    }
    let answer = try atlas.claims(query)
    return ClaimPage(
      features: try answer.claims.compactMap { try reader.feature($0.id, $0.point) },
      numberMatched: answer.numberMatched, next: answer.next, dataVersion: atlas.version)
  }

  private func asked(
    _ query: ClaimQuery, _ atlas: Atlas, _ reader: inout ClaimReader
  ) throws -> ClaimPage {
    let filter = try FeatureFilter<ClaimProperty>(query.properties, relations: .exact)
    var open = query
    open.properties = PropertyQuestion()
    open.limit = .max
    open.offset = 0
    open.after = nil
    var matching: [ClaimFeature] = []
    for (id, point) in try atlas.claims(open).claims {
      try Task.checkCancellation()
      guard let feature = try reader.feature(id, point) else { continue }
      if try filter.matches({ feature.filterValue(of: $0) }) { matching.append(feature) }
    }
    matching = matching.sorted(by: query.properties.order) { $0.filterValue(of: $1) }
    let begin = matching.begin(
      after: query.after, isSorted: !query.properties.order.isEmpty, \.claim.id)
    let rest = matching[begin...].dropFirst(max(0, query.offset))
    let shown = Array(rest.prefix(max(0, query.limit)))
    return ClaimPage(
      features: shown, numberMatched: matching.count,
      next: shown.count < rest.count ? shown.last?.claim.id : nil, dataVersion: atlas.version)
  }
}

/// Reads claims with their claimants, each source once.
private struct ClaimReader {
  let snapshot: LedgerSnapshot
  private var sources: [SourceID: Source] = [:]

  init(snapshot: LedgerSnapshot) { self.snapshot = snapshot }

  mutating func feature(_ id: ClaimID, _ point: RepresentativePoint?) throws -> ClaimFeature? {
    guard let claim = try snapshot.claim(id) else { return nil }
    if sources[claim.claimant] == nil {
      sources[claim.claimant] = try snapshot.source(claim.claimant)
    }
    return ClaimFeature(claim: claim, claimant: sources[claim.claimant], point: point)
  }
}
