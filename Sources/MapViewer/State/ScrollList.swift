/// Where a reader is in lines that may be more than fit: the first one shown and the one chosen.
public struct ScrollList: Hashable, Sendable {
  /// The first line shown.
  public private(set) var top = 0
  /// The line chosen.
  public private(set) var chosen = 0

  /// Begins at the top, or with a line chosen.
  ///
  /// - Parameter chosen: The line.
  public init(chosen: Int = 0) { self.chosen = max(0, chosen) }

  /// Moves the choice and keeps it in sight.
  ///
  /// - Parameters:
  ///   - lines: How far; negative goes up.
  ///   - count: Lines in all.
  ///   - height: Lines that fit.
  public mutating func move(by lines: Int, of count: Int, height: Int) {
    let (sum, isOver) = chosen.addingReportingOverflow(lines)
    chosen = min(max(isOver ? (lines > 0 ? .max : 0) : sum, 0), max(0, count - 1))
    keepInSight(of: count, height: height)
  }

  /// Chooses a line and keeps it in sight.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - count: Lines in all.
  ///   - height: Lines that fit.
  public mutating func choose(_ line: Int, of count: Int, height: Int) {
    chosen = min(max(line, 0), max(0, count - 1))
    keepInSight(of: count, height: height)
  }

  /// Scrolls without choosing, as a text is read.
  ///
  /// - Parameters:
  ///   - lines: How far; negative goes up.
  ///   - count: Lines in all.
  ///   - height: Lines that fit.
  public mutating func scroll(by lines: Int, of count: Int, height: Int) {
    let (sum, isOver) = top.addingReportingOverflow(lines)
    top = min(max(isOver ? (lines > 0 ? .max : 0) : sum, 0), max(0, count - height))
    chosen = top
  }

  private mutating func keepInSight(of count: Int, height: Int) {
    let height = max(1, height)
    if chosen < top { top = chosen }
    if chosen >= top + height { top = chosen - height + 1 }
    top = min(top, max(0, count - height))
  }
}
