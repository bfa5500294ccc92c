import SimpleFeatures

/// A filter made ready: names are slots, literals are folded, patterns are cut.
///
/// - Note: Source – OGC 21-065r2 §6.3 and table of the three-valued logic: what is asked of a
///   missing value is unknown, here `nil`.
indirect enum Predicate: Sendable {
  case constant(Bool)
  case all([Predicate])
  case any([Predicate])
  case not(Predicate)
  /// A boolean property or function.
  case truth(Operand)
  case comparison(ComparisonOperator, Operand, Operand)
  case like(Operand, LikePattern)
  case between(Operand, low: Operand, high: Operand)
  case inList(Operand, [Operand])
  /// `IN` over strings that are the same for every row.
  case inStrings(Operand, Set<String>)
  case isNull(Operand)
  case spatial(SpatialTest)
  case temporal(TemporalOperator, Operand, Operand)
  case arrays(ArrayOperator, Operand, Operand)

  /// Answers for a row: `nil` is unknown.
  func truth(_ row: RowReading, _ calling: RowCalling) throws(FilterError) -> Bool? {
    switch self {
    case .constant(let truth): return truth
    case .all(let parts): return try Self.decide(parts, against: false, row, calling)
    case .any(let parts): return try Self.decide(parts, against: true, row, calling)
    case .not(let part): return try part.truth(row, calling).map { !$0 }
    case .truth(let operand): return try operand.value(row, calling).boolean
    case .comparison(let comparison, let first, let second):
      return try first.value(row, calling).order(relativeTo: second.value(row, calling))
        .map(comparison.holds)
    case .like(let operand, let pattern):
      return try operand.value(row, calling).string.map(pattern.matches)
    case .isNull(let operand): return try operand.value(row, calling) == .null
    case .between, .inList, .inStrings: return try truthOfRange(row, calling)
    case .spatial, .temporal, .arrays: return try truthOfRelation(row, calling)
    }
  }

  /// `AND` ends at the first false, `OR` at the first true; an unknown part waits for the others.
  private static func decide(
    _ parts: [Predicate], against end: Bool, _ row: RowReading, _ calling: RowCalling
  ) throws(FilterError) -> Bool? {
    var isUnknown = false
    for part in parts {
      switch try part.truth(row, calling) {
      case end?: return end
      case nil: isUnknown = true
      default: break
      }
    }
    return isUnknown ? nil : !end
  }

  private func truthOfRange(_ row: RowReading, _ calling: RowCalling) throws(FilterError) -> Bool? {
    switch self {
    case .between(let operand, let low, let high):
      let value = try operand.value(row, calling)
      let above = try value.order(relativeTo: low.value(row, calling)).map { $0 >= 0 }
      let below = try value.order(relativeTo: high.value(row, calling)).map { $0 <= 0 }
      if above == false || below == false { return false }
      return above == nil || below == nil ? nil : true
    case .inList(let operand, let items):
      let value = try operand.value(row, calling)
      if value == .null { return nil }
      var isUnknown = false
      for item in items {
        switch try value.order(relativeTo: item.value(row, calling)) {
        case 0?: return true
        case nil: isUnknown = true
        default: break
        }
      }
      return isUnknown ? nil : false
    case .inStrings(let operand, let texts):
      return try operand.value(row, calling).string.map(texts.contains)
    default: return nil
    }
  }

  private func truthOfRelation(
    _ row: RowReading, _ calling: RowCalling
  ) throws(FilterError) -> Bool? {
    switch self {
    case .spatial(let test):
      guard case .geometry(let first) = try test.first.value(row, calling) else { return nil }
      if let fixed = test.fixed { return try test.holds(first, fixed) }
      guard case .geometry(let second) = try test.second.value(row, calling) else { return nil }
      return try test.holds(first, FixedGeometry(second))
    case .temporal(let relation, let first, let second):
      guard let left = try first.value(row, calling).time,
        let right = try second.value(row, calling).time
      else { return nil }
      return left.satisfies(relation, right)
    case .arrays(let relation, let first, let second):
      guard let left = try first.value(row, calling).elements,
        let right = try second.value(row, calling).elements
      else { return nil }
      return relation.holds(left, right)
    default: return nil
    }
  }
}
