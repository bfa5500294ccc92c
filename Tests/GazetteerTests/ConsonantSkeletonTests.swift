import Gazetteer
import TestSupport
import Testing

/// Slips between packed consonants against the textbook's table.
struct ConsonantSkeletonTests {
  @Test func `counts slips as the full table does`() {
    var random = SeededGenerator(seed: 20_170_317)
    for _ in 0..<40_000 {
      let one = classes(&random)
      let two = Bool.random(using: &random) ? classes(&random) : mutated(one, &random)
      let expected = distance(one, two)
      for limit in 0...2 {
        let slips = skeleton(one).slips(to: skeleton(two), limit: limit)
        guard slips != (expected <= limit ? expected : nil) else { continue }
        Issue.record("SIJIL_SEED=\(random.seed): \(one) \(two) within \(limit): \(slips ?? -1)")
      }
    }
  }

  @Test func `short names allow no slip and long ones two`() {
    #expect(ConsonantSkeleton.allowedSlips(2, 1) == 0)
    #expect(ConsonantSkeleton.allowedSlips(2, 3) == 1)
    #expect(ConsonantSkeleton.allowedSlips(5, 5) == 1)
    #expect(ConsonantSkeleton.allowedSlips(5, 6) == 2)
  }

  private func classes(_ random: inout SeededGenerator) -> [UInt64] {
    (0..<Int.random(in: 0...8, using: &random)).map { _ in .random(in: 1...5, using: &random) }
  }

  private func mutated(_ classes: [UInt64], _ random: inout SeededGenerator) -> [UInt64] {
    var copy = classes
    for _ in 0..<Int.random(in: 1...2, using: &random) where !copy.isEmpty {
      let place = Int.random(in: 0..<copy.count, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0: copy.remove(at: place)
      case 1: copy.insert(.random(in: 1...5, using: &random), at: place)
      case 2: copy[place] = .random(in: 1...5, using: &random)
      default: copy.swapAt(place, max(0, place - 1))
      }
    }
    return copy
  }

  private func skeleton(_ classes: [UInt64]) -> ConsonantSkeleton {
    ConsonantSkeleton(
      packed: classes.enumerated().reduce(0) { $0 | $1.element << UInt64(4 * $1.offset) })
  }

  /// Optimal string alignment with the full table.
  private func distance(_ one: [UInt64], _ two: [UInt64]) -> Int {
    var table = [[Int]](
      repeating: [Int](repeating: 0, count: two.count + 1), count: one.count + 1)
    for row in 0...one.count {
      for column in 0...two.count {
        if row == 0 || column == 0 {
          table[row][column] = row + column
          continue
        }
        var best = table[row - 1][column - 1] + (one[row - 1] == two[column - 1] ? 0 : 1)
        best = min(best, table[row - 1][column] + 1, table[row][column - 1] + 1)
        if row > 1, column > 1, one[row - 1] == two[column - 2], one[row - 2] == two[column - 1] {
          best = min(best, table[row - 2][column - 2] + 1)
        }
        table[row][column] = best
      }
    }
    return table[one.count][two.count]
  }
}
