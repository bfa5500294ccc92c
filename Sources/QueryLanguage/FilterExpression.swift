public import Records
public import SimpleFeatures

/// A filter as a tree, the same whether it was written as text or as JSON.
///
/// Names are not looked up yet and types are not checked: ``Filter/init(checking:against:functions:relations:)``
/// does both.
///
/// - Note: Source – OGC 21-065r2 annex B (text), annex C (JSON).
public indirect enum FilterExpression: Hashable, Sendable {
  /// `TRUE` or `FALSE`.
  case boolean(Bool)
  /// A whole number.
  case integer(Int)
  /// A number with a fraction, or one too large for an integer.
  case number(Double)
  /// A string with its escapes resolved.
  case string(String)
  /// A day.
  case date(CivilDate)
  /// A moment.
  case timestamp(Instant)
  /// A span with both ends included; an absent end is open.
  case interval(start: FilterExpression?, end: FilterExpression?)
  /// A geometry in CRS84.
  case geometry(Geometry)
  /// A box in CRS84; one with west > east crosses the antimeridian.
  case envelope(Envelope)
  /// A list of values.
  case array([FilterExpression])
  /// The value of a property.
  case property(String)
  /// A function that is not of the standard.
  case function(String, [FilterExpression])
  /// `CASEI` or `ACCENTI`.
  case folded(TextFolding, FilterExpression)
  /// Two numbers and an operation.
  case arithmetic(ArithmeticOperator, FilterExpression, FilterExpression)
  /// All of two or more hold.
  case and([FilterExpression])
  /// One of two or more holds.
  case or([FilterExpression])
  /// The opposite.
  case not(FilterExpression)
  /// Two scalars compared.
  case comparison(ComparisonOperator, FilterExpression, FilterExpression)
  /// A string that follows a pattern: `%` any run, `_` any character, `\` before a plain one.
  case like(FilterExpression, pattern: FilterExpression)
  /// A scalar between two, both included.
  case between(FilterExpression, low: FilterExpression, high: FilterExpression)
  /// A scalar equal to one of some.
  case inList(FilterExpression, [FilterExpression])
  /// No value.
  case isNull(FilterExpression)
  /// Two geometries and a relation.
  case spatial(SpatialOperator, FilterExpression, FilterExpression)
  /// Two times and a relation.
  case temporal(TemporalOperator, FilterExpression, FilterExpression)
  /// Two arrays and a relation.
  case arrays(ArrayOperator, FilterExpression, FilterExpression)
}

extension FilterExpression {
  /// The expressions that this one is made of, in the order written.
  public var children: [FilterExpression] {
    switch self {
    case .boolean, .integer, .number, .string, .date, .timestamp, .geometry, .envelope, .property:
      []
    case .interval(let start, let end): [start, end].compactMap { $0 }
    case .array(let items), .function(_, let items), .and(let items), .or(let items): items
    case .folded(_, let operand), .not(let operand), .isNull(let operand): [operand]
    case .arithmetic(_, let first, let second), .comparison(_, let first, let second),
      .like(let first, let second), .spatial(_, let first, let second),
      .temporal(_, let first, let second), .arrays(_, let first, let second):
      [first, second]
    case .between(let value, let low, let high): [value, low, high]
    case .inList(let value, let items): [value] + items
    }
  }

  /// The number of expressions in the tree, this one counted.
  package var count: Int { children.reduce(1) { $0 + $1.count } }
}
