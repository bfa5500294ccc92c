import Records

extension SijilAssembly {
  /// Adds a row of quantities.csv.
  mutating func addQuantity(_ row: inout TableRow) -> Bool {
    let id: ClaimID? = row.requiredIdentifier(.claimID)
    let owner = Self.owner(id, in: claims, isKnown: known.claim, named: "claim", .claimID, &row)
    let minimum = row.wholeNumber(.minimum)
    let maximum = row.wholeNumber(.maximum)
    let unit: CountingUnit? = row.requiredCode(.unit)
    let status: CasualtyStatus? = row.requiredCode(.status)
    let bound: Bound? = row.requiredCode(.bound)
    let scope: QuantityScope? = row.requiredCode(.scope)
    let isCumulative = row.requiredTruth(.cumulative)
    let asAt = row.time(.asAt)
    if let minimum, let maximum, maximum < minimum {
      row.refuse(.maximum, "the range is reversed: \(minimum) to \(maximum)")
    } else if let bound {
      checkEnds(minimum, maximum, bound, &row)
    }
    if row.isSound, case .draft(let ordinal) = owner, let unit, let status, let bound, let scope,
      let isCumulative,
      let quantity = Quantity(
        minimum: minimum, maximum: maximum, unit: unit, status: status, bound: bound,
        scope: scope, phrase: row.text(.phrase), isCumulative: isCumulative, asAt: asAt)
    {
      claims.records[ordinal].quantities.append(quantity)
    }
    return owner.isDuplicate
  }

  /// Holds the ends of a figure against the words that bound it.
  private func checkEnds(
    _ minimum: Int?, _ maximum: Int?, _ bound: Bound, _ row: inout TableRow
  ) {
    let wanted: String? =
      switch bound {
      case .exactly, .about:
        minimum != nil && minimum == maximum ? nil : "minimum and maximum, both equal"
      case .atLeast: minimum != nil && maximum == nil ? nil : "a minimum and no maximum"
      case .moreThan:
        minimum.map { $0 > 0 } == true && maximum == nil
          ? nil : "a minimum (n + 1 for more than n) and no maximum"
      case .upTo: minimum == nil && maximum != nil ? nil : "a maximum and no minimum"
      case .between: minimum != nil && maximum != nil ? nil : "minimum and maximum"
      case .unquantified: minimum == nil && maximum == nil ? nil : "neither minimum nor maximum"
      }
    if let wanted { row.refuse(.bound, "\"\(bound.code)\" needs \(wanted)") }
  }
}
