/// How alike two runs of phones are, by the cheapest way to turn one into the other.
///
/// Costs are hundredths of a consonant, so that the sums are exact and the same on every machine.
/// Writers differ most in vowels and in letters that Latin lacks: those cost little. Across
/// scripts a vowel that Arabic leaves out costs almost nothing.
///
/// - Note: Source – weighted optimal string alignment; Wagner and Fischer, JACM 21(1), 1974,
///   doi:10.1145/321796.321811. The costs are ours, from the variants in `data/places.csv`.
struct Resemblance {
  /// Three rows of the comparison, kept so that a search allocates them once.
  private var cells: [Int32] = []

  /// The likeness of two runs.
  ///
  /// - Parameters:
  ///   - first: Phones of one name.
  ///   - second: Phones of another.
  ///   - acrossScripts: Whether one of them is Arabic and the other is not.
  ///   - least: The least likeness of interest: below it the comparison ends early.
  /// - Returns: `least`…1, 1 for equal runs, or `nil` below `least`.
  /// - Complexity: O(*n* · *m*) in the lengths.
  mutating func likeness(
    _ first: ArraySlice<Phone>, _ second: ArraySlice<Phone>, acrossScripts: Bool, least: Double
  ) -> Double? {
    if first.isEmpty || second.isEmpty { return nil }
    if first == second { return 1 }
    let weight = max(Resemblance.weight(first), Resemblance.weight(second))
    let limit = Int32(((1 - least) * Double(weight)).rounded(.up))
    let cost = distance(first, second, acrossScripts: acrossScripts, limit: limit)
    let likeness = 1 - Double(cost) / Double(weight)
    return likeness >= least ? likeness : nil
  }

  private static func weight(_ phones: ArraySlice<Phone>) -> Int32 {
    var sum: Int32 = 0
    for phone in phones { sum += phone == .open ? 10 : phone.isVowel ? 30 : 100 }
    return sum
  }

  /// The least cost, or any cost above the limit once every way costs more.
  private mutating func distance(
    _ first: ArraySlice<Phone>, _ second: ArraySlice<Phone>, acrossScripts: Bool, limit: Int32
  ) -> Int32 {
    let width = second.count + 1
    if cells.count < 3 * width { cells = [Int32](repeating: 0, count: 3 * width) }
    cells[width] = 0
    var (before, above, current) = (0, width, 2 * width)
    for (column, phone) in second.enumerated() {
      cells[above + column + 1] =
        cells[above + column]
        + Resemblance.omission(of: phone, isLast: column == width - 2, acrossScripts)
    }
    var leastAbove: Int32 = 0
    for (row, phone) in first.enumerated() {
      let dropOne = Resemblance.omission(of: phone, isLast: row == first.count - 1, acrossScripts)
      cells[current] = cells[above] + dropOne
      var least = cells[current]
      for (column, other) in second.enumerated() {
        let dropTwo = Resemblance.omission(of: other, isLast: column == width - 2, acrossScripts)
        var best = cells[above + column] + Resemblance.substitution(phone, other)
        best = min(best, cells[above + column + 1] + dropOne, cells[current + column] + dropTwo)
        if row > 0, column > 0, phone != other, phone == second[second.startIndex + column - 1],
          first[first.startIndex + row - 1] == other
        {
          best = min(best, cells[before + column - 1] + Cost.swap)
        }
        cells[current + column + 1] = best
        least = min(least, best)
      }
      if least > limit, leastAbove > limit { return least }
      leastAbove = least
      (before, above, current) = (above, current, before)
    }
    return cells[above + width - 1]
  }

  private static func omission(of phone: Phone, isLast: Bool, _ acrossScripts: Bool) -> Int32 {
    switch phone {
    case .a: acrossScripts && !isLast ? 8 : 22
    case .i, .u: acrossScripts && !isLast ? 12 : 28
    case .open: 10
    case .h: isLast ? 10 : 45
    default: 100
    }
  }

  private enum Cost {
    static let swap: Int32 = 80
  }

  private static func substitution(_ first: Phone, _ second: Phone) -> Int32 {
    Int32(substitutions[Int(first.rawValue) * Phone.allCases.count + Int(second.rawValue)])
  }

  /// The cost of every pair of phones; a pair not named here costs a whole consonant.
  private static let substitutions: [UInt8] = {
    let count = Phone.allCases.count
    var table = [UInt8](repeating: 100, count: count * count)
    func set(_ first: Phone, _ second: Phone, _ cost: UInt8) {
      table[Int(first.rawValue) * count + Int(second.rawValue)] = cost
      table[Int(second.rawValue) * count + Int(first.rawValue)] = cost
    }
    for phone in Phone.allCases { set(phone, phone, 0) }
    for (first, second, cost) in likePairs { set(first, second, cost) }
    return table
  }()

  private static let likePairs: [(Phone, Phone, UInt8)] = [
    (.a, .i, 25), (.a, .u, 30), (.i, .u, 35), (.open, .a, 5), (.open, .i, 5), (.open, .u, 5),
    (.u, .v, 10), (.f, .v, 20), (.b, .v, 40), (.b, .p, 10), (.p, .f, 50), (.t, .th, 10),
    (.th, .s, 40), (.th, .dh, 40), (.t, .d, 60), (.d, .dh, 10), (.dh, .z, 15), (.d, .z, 45),
    (.z, .s, 45), (.s, .sh, 45), (.ch, .sh, 45), (.ch, .j, 25), (.ch, .k, 40), (.g, .j, 20),
    (.g, .gh, 10), (.g, .k, 20), (.g, .q, 20), (.gh, .k, 35), (.gh, .q, 30), (.gh, .kh, 30),
    (.k, .q, 10), (.k, .kh, 25), (.q, .kh, 35), (.kh, .h, 30), (.k, .j, 60), (.q, .j, 60),
    (.j, .z, 50), (.j, .sh, 60), (.m, .n, 60), (.r, .l, 70), (.b, .f, 70),
  ]
}
