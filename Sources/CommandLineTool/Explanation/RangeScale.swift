import Assessment
import Records

/// Ranges as bars over one scale from nought to the greatest number of all.
///
/// Whole cells and whole numbers only, so that the same ranges give the same characters everywhere.
struct RangeScale {
  /// The characters of a bar.
  struct Signs: Hashable {
    let least: Character
    let greatest: Character
    let between: Character
    let single: Character
    let open: Character
    let tick: Character

    static let ascii = Signs(
      least: "|", greatest: "|", between: "-", single: "*", open: ">", tick: "+")
    static let unicode = Signs(
      least: "├", greatest: "┤", between: "─", single: "◆", open: "→", tick: "┴")
  }

  /// The number at the right edge: one, two or five with noughts.
  let top: Int
  /// Cells across.
  let cells: Int
  private let signs: Signs

  /// Makes a scale for some ranges.
  init(_ ranges: [HarmRange<ClaimID>], cells: Int, signs: Signs) {
    let greatest = ranges.compactMap { range -> Int? in
      guard let most = range.maximum?.value ?? range.minimum?.value else { return nil }
      guard range.maximum?.isOpen ?? true else { return most }
      // The sign of an open range stands to the right of its number.
      let (wider, isOver) = most.addingReportingOverflow(max(1, most / 12))
      return isOver ? most : wider
    }
    top = Self.roundedUp(max(1, greatest.max() ?? 1))
    self.cells = max(4, cells)
    self.signs = signs
  }

  /// The bar of a range; a `?` where nothing is known.
  func bar(_ range: HarmRange<ClaimID>) -> String {
    var bar = Array(repeating: Character(" "), count: cells)
    guard let low = range.minimum?.value ?? range.maximum.map({ _ in 0 }) else { return "?" }
    let from = cell(low)
    let to = cell(range.maximum?.value ?? low)
    let isOpen = range.maximum?.isOpen ?? true
    for index in from...max(from, to) { bar[index] = signs.between }
    bar[from] = from == to ? signs.single : signs.least
    if to > from { bar[to] = signs.greatest }
    if isOpen, to + 1 < cells { bar[to + 1] = signs.open }
    return String(bar)
  }

  /// The axis with its numbers: nought, the middle and the greatest.
  var axis: [String] {
    var line = Array(repeating: signs.between, count: cells)
    line[0] = signs.least
    line[cells - 1] = signs.greatest
    guard cells >= 20 else { return [String(line), "0 to \(top)"] }
    let middle = cell(top / 2)
    line[middle] = signs.tick
    var numbers = "0".padded(to: max(1, middle - "\(top / 2)".count / 2)) + "\(top / 2)"
    numbers = numbers.padded(to: cells - "\(top)".count) + "\(top)"
    return [String(line), numbers]
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
