/// A span of days, both ends included; either end may be open.
public struct DayInterval: Hashable, Sendable {
  /// The first day, or `nil` when the span has no known beginning.
  public let start: CivilDate?
  /// The last day, or `nil` when the span has no known end.
  public let end: CivilDate?

  /// A span, or `nil` when the end comes before the start.
  ///
  /// - Parameters:
  ///   - start: First day or `nil` for open.
  ///   - end: Last day or `nil` for open.
  public init?(start: CivilDate?, end: CivilDate?) {
    if let start, let end, end < start { return nil }
    self.start = start
    self.end = end
  }

  /// One day.
  ///
  /// - Parameter day: Both ends.
  public init(_ day: CivilDate) {
    start = day
    end = day
  }

  /// Whether the two spans share a day.
  ///
  /// - Parameter other: Another span.
  /// - Returns: Open ends reach as far as any day.
  public func intersects(_ other: DayInterval) -> Bool {
    (start ?? .earliest) <= (other.end ?? .latest) && (other.start ?? .earliest) <= (end ?? .latest)
  }

  /// Whether every day of the other span lies in this one.
  ///
  /// - Parameter other: Another span.
  /// - Returns: Open ends reach as far as any day.
  public func covers(_ other: DayInterval) -> Bool {
    (start ?? .earliest) <= (other.start ?? .earliest) && (other.end ?? .latest) <= (end ?? .latest)
  }
}

extension DayInterval: CustomStringConvertible {
  /// The span in ISO 8601 form, `..` for an open end, one day alone when both ends are equal.
  public var description: String {
    if let start, start == end { return start.description }
    return "\(start?.description ?? "..")/\(end?.description ?? "..")"
  }
}
