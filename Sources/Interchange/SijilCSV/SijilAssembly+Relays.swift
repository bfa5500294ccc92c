import Records

extension SijilAssembly {
  /// Adds a row of relays.csv: the hops of a claim count 1, 2, 3 … in the order of the chain.
  mutating func addRelay(_ row: inout TableRow) -> Bool {
    let id: ClaimID? = row.requiredIdentifier(.claimID)
    let owner = Self.owner(id, in: claims, isKnown: known.claim, named: "claim", .claimID, &row)
    checkHop(of: id, &row)
    let outlet: SourceID? = row.requiredIdentifier(.outlet)
    refer(to: outlet.map { .source($0) }, .relays, row, .outlet)
    let published = row.time(.published)
    let hash = row.text(.contentHash)
    if let hash, hash.utf8.count != 64 || !hash.allSatisfy(\.isHexDigit) {
      row.refuse(.contentHash, "is no SHA-256 in 64 hexadecimal digits")
    }
    if row.isSound, case .draft(let ordinal) = owner, let outlet {
      claims.records[ordinal].relays.append(
        RelayHop(
          outlet: outlet, published: published, url: row.text(.url),
          archiveURL: row.text(.archiveURL), contentHash: hash, note: row.text(.note)))
    }
    return owner.isDuplicate
  }

  private mutating func checkHop(of claim: ClaimID?, _ row: inout TableRow) {
    if row.isEmpty(.hop) { row.refuse(.hop, "must not be empty") }
    guard let hop = row.wholeNumber(.hop), let claim else { return }
    let last = lastHops[claim] ?? 0
    if hop != last + 1 {
      row.refuse(.hop, "hop \(hop) follows hop \(last) of claim \(claim); wanted \(last + 1)")
    }
    // One gap is one fault: the hops after it are counted from here.
    lastHops[claim] = hop
  }
}
