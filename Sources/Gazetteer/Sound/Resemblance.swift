/// How alike two runs of phones are, by the cheapest way to turn one into the other.
///
/// Costs are hundredths of a consonant, so that the sums are exact and the same on every machine.
/// Writers differ most in vowels and in letters that Latin lacks: those cost little. Across
/// scripts a vowel that Arabic leaves out costs almost nothing.
///
/// - Note: Source – weighted optimal string alignment; Wagner and Fischer, JACM 21(1), 1974,
///   doi:10.1145/321796.321811. The costs are ours, from the variants in `data/places.csv`.
enum Resemblance {
  /// The likeness of two runs.
  ///
  /// - Parameters:
  ///   - first: Phones of one name.
  ///   - second: Phones of another.
  ///   - acrossScripts: Whether one of them is Arabic and the other is not.
  /// - Returns: 0…1; 1 for equal runs.
  /// - Complexity: O(*n* · *m*) in the lengths.
  static func likeness(
    _ first: ArraySlice<Phone>, _ second: ArraySlice<Phone>, acrossScripts: Bool
  ) -> Double {
    if first == second { return first.isEmpty ? 0 : 1 }
    let weight = max(weight(first), weight(second))
    guard weight > 0 else { return 0 }
    let cost = distance(first, second, acrossScripts: acrossScripts)
    return max(0, 1 - Double(cost) / Double(weight))
  }

  private static func weight(_ phones: ArraySlice<Phone>) -> Int {
    phones.reduce(0) { $0 + ($1 == .open ? 10 : $1.isVowel ? 30 : 100) }
  }

  private static func distance(
    _ first: ArraySlice<Phone>, _ second: ArraySlice<Phone>, acrossScripts: Bool
  ) -> Int {
    let one = Array(first)
    let two = Array(second)
    var before: [Int] = []
    var above = [Int](repeating: 0, count: two.count + 1)
    for (index, phone) in two.enumerated() {
      above[index + 1] =
        above[index] + omission(of: phone, isLast: index == two.count - 1, acrossScripts)
    }
    for (row, phone) in one.enumerated() {
      let dropOne = omission(of: phone, isLast: row == one.count - 1, acrossScripts)
      var current = [above[0] + dropOne]
      current.reserveCapacity(two.count + 1)
      for (column, other) in two.enumerated() {
        let dropTwo = omission(of: other, isLast: column == two.count - 1, acrossScripts)
        var best = above[column] + substitution(phone, other)
        best = min(best, above[column + 1] + dropOne, current[column] + dropTwo)
        if row > 0, column > 0, phone == two[column - 1], one[row - 1] == other, phone != other {
          best = min(best, before[column - 1] + Cost.swap)
        }
        current.append(best)
      }
      before = above
      above = current
    }
    return above[two.count]
  }

  private static func omission(of phone: Phone, isLast: Bool, _ acrossScripts: Bool) -> Int {
    switch phone {
    case .a: acrossScripts && !isLast ? 8 : 22
    case .i, .u: acrossScripts && !isLast ? 12 : 28
    case .open: 10
    case .h: isLast ? 10 : 45
    default: 100
    }
  }

  private enum Cost {
    static let swap = 80
  }

  private static func substitution(_ first: Phone, _ second: Phone) -> Int {
    Int(substitutions[Int(first.rawValue) * Phone.allCases.count + Int(second.rawValue)])
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
