import Records

/// A figure that a method counts, as the numbers it adds to a range.
struct Contribution {
  let claim: ClaimID
  /// The claim's place in the testimony.
  let entry: Int
  let low: Int?
  let high: Int?
  /// Whether the figure sets no ceiling.
  let isOpen: Bool
  let isApproximate: Bool
  /// Whether the claim ends an inquiry.
  var isFinding = false

  /// The literal numbers of a figure; "at least 40" is a report of 40 that sets no ceiling.
  init(_ quantity: Quantity, of reading: ClaimReading) {
    claim = reading.claim
    entry = reading.entry
    low = quantity.minimum
    high = quantity.maximum ?? quantity.minimum
    isOpen = quantity.maximum == nil
    isApproximate = quantity.bound == .about
  }

  /// One number for both ends.
  init(number: Int, of reading: ClaimReading, isApproximate: Bool) {
    claim = reading.claim
    entry = reading.entry
    low = number
    high = number
    isOpen = false
    self.isApproximate = isApproximate
  }

  /// The same with the combatants that the claim counts beside the civilians.
  func adding(_ combatants: Contribution) -> Contribution {
    var sum = Contribution(
      claim: claim, entry: entry, low: low.map { $0.saturatingSum(combatants.low ?? 0) },
      high: high.map { $0.saturatingSum(combatants.high ?? 0) },
      isOpen: isOpen || combatants.isOpen, isApproximate: isApproximate)
    sum.isFinding = isFinding
    return sum
  }

  private init(
    claim: ClaimID, entry: Int, low: Int?, high: Int?, isOpen: Bool, isApproximate: Bool
  ) {
    self.claim = claim
    self.entry = entry
    self.low = low
    self.high = high
    self.isOpen = isOpen
    self.isApproximate = isApproximate
  }
}

/// The numbers that the claims of one origin span: an echo inside them adds nothing.
struct OriginSpan {
  private var low: Int?
  private var high: Int?
  private var isOpen = false

  /// Whether a figure changes neither end.
  func covers(_ figure: Contribution) -> Bool {
    if let least = figure.low {
      guard let low, low <= least else { return false }
    }
    guard let most = figure.high else { return true }
    guard let high else { return false }
    return most < high || most == high && (isOpen || !figure.isOpen)
  }

  mutating func take(_ figure: Contribution) {
    if let least = figure.low { low = min(low ?? least, least) }
    guard let most = figure.high else { return }
    if most > high ?? -1 { isOpen = false }
    if most >= high ?? -1 {
      high = most
      isOpen = isOpen || figure.isOpen
    }
  }
}

extension Int {
  /// The sum, held at the largest number.
  func saturatingSum(_ other: Int) -> Int {
    let (sum, isOver) = addingReportingOverflow(other)
    return isOver ? (other < 0 ? .min : .max) : sum
  }
}
