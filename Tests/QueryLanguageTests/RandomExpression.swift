import QueryLanguage
import Records
import SimpleFeatures
import TestSupport

/// Trees that both languages can write, of any shape and with awkward names and strings.
struct RandomExpression {
  var generator: SeededGenerator

  static let names = [
    "a", "b2", "layer:ids", "two words", "and", "Point", "date", "ilike", "ق", "q\"q",
  ]
  static let texts = [
    "", "x", "it's", "\\", "\\'", "a\\\\", "50\\%_", "بَيْت", "\u{7}\u{8}\t\n\u{B}\u{C}\r", "🏚",
    "e\u{301}",
  ]

  mutating func predicate(_ depth: Int) -> FilterExpression {
    guard depth > 0 else { return leaf() }
    switch generator.integer(in: 0...12) {
    case 0: return .and(predicates(depth))
    case 1: return .or(predicates(depth))
    case 2: return .not(predicate(depth - 1))
    case 3:
      return .comparison(generator.pick(ComparisonOperator.allCases), value(depth), value(depth))
    case 4: return .like(text(depth), pattern: .string(generator.pick(Self.texts)))
    case 5: return .between(number(depth), low: number(depth), high: number(depth))
    case 6:
      return .inList(value(depth), generator.list(1...3) { _ in .integer(1) } + [value(depth)])
    case 7: return .isNull(value(depth))
    case 8:
      return .spatial(generator.pick(SpatialOperator.allCases), geometry(), .property(name()))
    case 9: return .temporal(generator.pick(TemporalOperator.allCases), time(), time())
    case 10: return .arrays(generator.pick(ArrayOperator.allCases), array(depth), .property(name()))
    case 11: return .function("f", [value(depth), predicate(depth - 1)])
    default: return leaf()
    }
  }

  private mutating func predicates(_ depth: Int) -> [FilterExpression] {
    (0..<generator.integer(in: 2...4)).map { _ in predicate(depth - 1) }
  }

  private mutating func leaf() -> FilterExpression {
    generator.isOnce(in: 3)
      ? .boolean(generator.isOnce(in: 2))
      : .comparison(.equal, .property(name()), .string(generator.pick(Self.texts)))
  }

  private mutating func name() -> String { generator.pick(Self.names) }

  mutating func value(_ depth: Int) -> FilterExpression {
    switch generator.integer(in: 0...4) {
    case 0: text(depth)
    case 1: number(depth)
    case 2: time()
    case 3: .property(name())
    default: depth > 1 ? array(depth - 1) : .integer(0)
    }
  }

  private mutating func text(_ depth: Int) -> FilterExpression {
    guard depth > 0, generator.isOnce(in: 3) else {
      return generator.isOnce(in: 2) ? .string(generator.pick(Self.texts)) : .property(name())
    }
    return .folded(generator.pick(TextFolding.allCases), text(depth - 1))
  }

  mutating func number(_ depth: Int) -> FilterExpression {
    guard depth > 0, generator.isOnce(in: 2) else {
      switch generator.integer(in: 0...3) {
      case 0: return .integer(generator.pick([0, 1, -1, 7, .max, .min]))
      case 1:
        return .number(
          generator.pick([0.1, -2.5, 1e-7, 1e300, -1e17, 0.1 + 0.2, .leastNonzeroMagnitude]))
      default: return .property(name())
      }
    }
    return .arithmetic(
      generator.pick(ArithmeticOperator.allCases), number(depth - 1), number(depth - 1))
  }

  mutating func time() -> FilterExpression {
    let day = CivilDate.earliest.adding(days: generator.integer(in: 730_000...740_000))
    let moment = Instant(startOf: day)
    switch generator.integer(in: 0...5) {
    case 0: return .date(day)
    case 1: return .timestamp(moment)
    case 2: return .interval(start: .date(day), end: .date(day.adding(days: 3)))
    case 3: return .interval(start: nil, end: .timestamp(moment))
    case 4: return .interval(start: .property(name()), end: .function("f", [.integer(1)]))
    default: return .property(name())
    }
  }

  private mutating func geometry() -> FilterExpression {
    let x = Double(generator.integer(in: -1_700...1_700)) / 10
    let y = Double(generator.integer(in: -800...800)) / 10 + 0.1234567890123
    let corner = Position(longitude: x, latitude: y)
    let east = Position(longitude: x + 1, latitude: y)
    let north = Position(longitude: x + 0.5, latitude: y + 1)
    switch generator.integer(in: 0...4) {
    case 0: return .geometry(.point(corner))
    case 1: return .geometry(.lineString(LineString([corner, north])))
    case 2:
      return .geometry(.polygon(Polygon(exteriorRing: LinearRing([corner, east, north, corner]))))
    case 3: return .geometry(.geometryCollection([.point(corner), .multiPoint([north, east])]))
    default:
      return .envelope(
        Envelope(west: x, south: y, east: generator.isOnce(in: 2) ? x + 1 : x - 1, north: y + 1))
    }
  }

  private mutating func array(_ depth: Int) -> FilterExpression {
    let count = generator.integer(in: 0...3)
    return .array((0..<count).map { _ in value(depth - 1) })
  }
}
