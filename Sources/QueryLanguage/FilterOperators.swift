/// A comparison of two scalars.
///
/// - Note: Source – OGC 21-065r2 §6.3.4.
public enum ComparisonOperator: String, CaseIterable, Hashable, Sendable {
  /// Equal.
  case equal = "="
  /// Not equal.
  case notEqual = "<>"
  /// Less than, or earlier.
  case less = "<"
  /// Less than or equal.
  case lessOrEqual = "<="
  /// Greater than, or later.
  case greater = ">"
  /// Greater than or equal.
  case greaterOrEqual = ">="

  /// Whether the operator holds for operands in an order.
  ///
  /// - Parameter order: Negative when the first is less, 0 when equal, positive when greater.
  /// - Returns: The truth of the comparison.
  func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }

  /// The operator that says the same with its operands exchanged.
  var mirrored: ComparisonOperator {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}

/// An operation on two numbers.
///
/// - Note: Source – OGC 21-065r2 §7.11.
public enum ArithmeticOperator: String, CaseIterable, Hashable, Sendable {
  /// Sum.
  case plus = "+"
  /// Difference.
  case minus = "-"
  /// Product.
  case times = "*"
  /// Quotient; `7 / 2` is 3.5.
  case divide = "/"
  /// Remainder of ``wholeDivide``, with the sign of the first operand.
  case modulo = "%"
  /// Quotient without its fraction.
  case wholeDivide = "div"
  /// Power.
  case power = "^"

  /// How tightly the operator binds: 1 sums, 2 products, 3 powers.
  var precedence: Int {
    switch self {
    case .plus, .minus: 1
    case .times, .divide, .modulo, .wholeDivide: 2
    case .power: 3
    }
  }
}

/// A relation between two geometries; the raw value is the name in JSON.
///
/// - Note: Source – OGC 21-065r2 §7.6, table of spatial comparison functions.
public enum SpatialOperator: String, CaseIterable, Hashable, Sendable {
  /// The first contains the second.
  case contains = "s_contains"
  /// The interiors meet in something of lower dimension.
  case crosses = "s_crosses"
  /// No position in common.
  case disjoint = "s_disjoint"
  /// The same positions.
  case equals = "s_equals"
  /// A position in common.
  case intersects = "s_intersects"
  /// Part of the interiors in common.
  case overlaps = "s_overlaps"
  /// Boundaries meet, interiors do not.
  case touches = "s_touches"
  /// The first lies in the second.
  case within = "s_within"

  /// The relation that says the same with its operands exchanged.
  var mirrored: SpatialOperator {
    switch self {
    case .contains: .within
    case .within: .contains
    case .crosses, .disjoint, .equals, .intersects, .overlaps, .touches: self
    }
  }
}

/// A relation between two times; the raw value is the name in JSON.
///
/// - Note: Source – OGC 21-065r2 §7.7, tables of temporal comparison functions.
public enum TemporalOperator: String, CaseIterable, Hashable, Sendable {
  /// The first begins after the second has ended.
  case after = "t_after"
  /// The first has ended before the second begins.
  case before = "t_before"
  /// The second lies inside the first, touching neither end.
  case contains = "t_contains"
  /// No moment in common.
  case disjoint = "t_disjoint"
  /// The first lies inside the second, touching neither end.
  case during = "t_during"
  /// Both ends coincide.
  case equals = "t_equals"
  /// The second ends with the first and begins later.
  case finishedBy = "t_finishedBy"
  /// The first ends with the second and begins later.
  case finishes = "t_finishes"
  /// A moment in common.
  case intersects = "t_intersects"
  /// The first ends where the second begins.
  case meets = "t_meets"
  /// The second ends where the first begins.
  case metBy = "t_metBy"
  /// The second begins first and ends inside the first.
  case overlappedBy = "t_overlappedBy"
  /// The first begins first and ends inside the second.
  case overlaps = "t_overlaps"
  /// The second begins with the first and ends earlier.
  case startedBy = "t_startedBy"
  /// The first begins with the second and ends earlier.
  case starts = "t_starts"

  /// Whether instants may stand on either side; the other ten take intervals only.
  public var takesInstants: Bool {
    switch self {
    case .after, .before, .disjoint, .equals, .intersects: true
    default: false
    }
  }

  /// The relation that says the same with its operands exchanged.
  var mirrored: TemporalOperator {
    switch self {
    case .after: .before
    case .before: .after
    case .contains: .during
    case .during: .contains
    case .finishedBy: .finishes
    case .finishes: .finishedBy
    case .meets: .metBy
    case .metBy: .meets
    case .overlappedBy: .overlaps
    case .overlaps: .overlappedBy
    case .startedBy: .starts
    case .starts: .startedBy
    case .disjoint, .equals, .intersects: self
    }
  }
}

/// A relation between two arrays; the raw value is the name in JSON.
///
/// - Note: Source – OGC 21-065r2 §7.8.
public enum ArrayOperator: String, CaseIterable, Hashable, Sendable {
  /// Every element of the first is in the second.
  case containedBy = "a_containedBy"
  /// Every element of the second is in the first.
  case contains = "a_contains"
  /// The same elements, whatever their order and number.
  case equals = "a_equals"
  /// An element in common.
  case overlaps = "a_overlaps"
}

/// What two spellings of a string may differ in.
public enum TextFolding: String, CaseIterable, Hashable, Sendable {
  /// Letter case: `CASEI`.
  case letterCase = "casei"
  /// Accents and what is written like them: `ACCENTI`.
  case accents = "accenti"
}
