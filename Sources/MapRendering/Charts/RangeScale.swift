/// A range to draw: an end that is `nil` is unknown, not nought.
public struct ChartRange: Sendable, Hashable {
  /// The least number.
  public var least: Int?
  /// The greatest number.
  public var greatest: Int?
  /// Whether nothing sets a ceiling.
  public var isOpen: Bool

  /// Makes a range.
  ///
  /// - Parameters:
  ///   - least: The least number, `nil` where none is known.
  ///   - greatest: The greatest number, `nil` where none is known.
  ///   - isOpen: Whether nothing sets a ceiling; always so where only the least is known.
  public init(_ least: Int?, _ greatest: Int?, isOpen: Bool = false) {
    self.least = least
    self.greatest = greatest
    self.isOpen = isOpen || (greatest == nil && least != nil)
  }
}

/// Ranges as bars over one scale from nought to the greatest number of all.
///
/// Whole cells and whole numbers only, so that the same ranges give the same characters everywhere.
public struct RangeScale: Sendable {
  /// The number at the right edge: one, two or five with noughts.
  public let top: Int
  /// Cells across.
  public let cells: Int
  private let signs: ChartSigns

  /// Makes a scale for some ranges.
  ///
  /// - Parameters:
  ///   - ranges: What must fit.
  ///   - cells: Columns, at least 4.
  ///   - signs: The characters.
  public init(_ ranges: [ChartRange], cells: Int, signs: ChartSigns) {
    let greatest = ranges.compactMap { range -> Int? in
      guard let most = range.greatest ?? range.least, range.isOpen else {
        return range.greatest ?? range.least
      }
      // The sign of an open range stands to the right of its number.
      let (wider, isOver) = most.addingReportingOverflow(max(1, most / 12))
      return isOver ? most : wider
    }
    top = Self.roundedUp(max(1, greatest.max() ?? 1))
    self.cells = max(4, cells)
    self.signs = signs
  }

  /// The bar of a range.
  ///
  /// - Parameter range: At most as great as the scale.
  /// - Returns: ``cells`` columns; one with a `?` where nothing is known.
  public func bar(_ range: ChartRange) -> TerminalText {
    guard let low = range.least ?? range.greatest.map({ _ in 0 }) else {
      return TerminalText(signs: ["?"])
    }
    var bar = Array(repeating: Unicode.Scalar(" "), count: cells)
    let from = cell(low)
    let to = cell(range.greatest ?? low)
    for index in from...max(from, to) { bar[index] = signs.between }
    bar[from] = from == to ? signs.single : signs.least
    if to > from { bar[to] = signs.greatest }
    if range.isOpen, to + 1 < cells { bar[to + 1] = signs.open }
    return TerminalText(signs: bar)
  }

  /// The axis with its numbers: nought, the middle and the greatest, in two lines.
  public var axis: [TerminalText] {
    var line = Array(repeating: signs.between, count: cells)
    line[0] = signs.least
    line[cells - 1] = signs.greatest
    guard cells >= 20 else {
      return [TerminalText(signs: line), TerminalText("0 to \(top)")]
    }
    let middle = cell(top / 2)
    line[middle] = signs.tick
    var numbers = TerminalText("0").padded(to: max(1, middle - "\(top / 2)".count / 2)).string
    numbers = TerminalText(numbers + "\(top / 2)").padded(to: cells - "\(top)".count).string
    return [TerminalText(signs: line), TerminalText(numbers + "\(top)")]
  }

  private func cell(_ value: Int) -> Int {
    // A register may hold numbers of any size; a product must not overflow.
    guard value < top else { return cells - 1 }
    return Int(Double(max(0, value)) / Double(top) * Double(cells - 1))
  }

  private static func roundedUp(_ value: Int) -> Int {
    var unit = 1
    while true {
      for factor in [1, 2, 3, 4, 5, 6, 8] where unit * factor >= value { return unit * factor }
      let (next, isOver) = unit.multipliedReportingOverflow(by: 10)
      if isOver || next > Int.max / 10 { return value }
      unit = next
    }
  }
}
