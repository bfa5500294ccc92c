/// Counts as a line of small bars, one column each.
///
/// Bars of several lines compare where they share ``top``: small multiples.
///
/// - Note: Source – E. Tufte, Beautiful Evidence, 2006 (sparklines); The Visual Display of
///   Quantitative Information, 2nd ed. 2001, p. 170 (small multiples).
public struct Sparkline: Sendable {
  /// The count that fills a column.
  public let top: Int
  private let signs: ChartSigns

  /// Makes a scale.
  ///
  /// - Parameters:
  ///   - top: The greatest count of all lines, at least 1.
  ///   - signs: The characters.
  public init(top: Int, signs: ChartSigns) {
    self.top = max(1, top)
    self.signs = signs
  }

  /// Draws counts.
  ///
  /// - Parameter counts: At least 0; what is greater than ``top`` is drawn as tall as that.
  /// - Returns: As many columns; nought is blank, and one is never lower than the lowest bar.
  public func line(_ counts: [Int]) -> TerminalText {
    TerminalText(
      signs: counts.map { count in
        guard count > 0 else { return " " }
        // The least bar is for whatever is above nought, so the steps round up.
        let share = Double(min(count, top)) / Double(top) * Double(signs.steps.count)
        return signs.steps[min(max(Int(share.rounded(.up)) - 1, 0), signs.steps.count - 1)]
      })
  }

  /// A bar of whole cells that lies on its side.
  ///
  /// - Parameters:
  ///   - count: At least 0.
  ///   - cells: Columns for ``top``, at least 1.
  /// - Returns: Nothing for nought, at least one cell for one.
  public func bar(_ count: Int, cells: Int) -> TerminalText {
    guard count > 0 else { return .empty }
    let share = Double(min(count, top)) / Double(top) * Double(max(1, cells))
    let length = min(max(Int(share.rounded()), 1), max(1, cells))
    return TerminalText(signs: Array(repeating: signs.full, count: length))
  }
}
