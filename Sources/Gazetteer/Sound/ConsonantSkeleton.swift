/// The consonants of a name in coarse classes, packed four bits each: what every spelling of a
/// name in either script has in common.
///
/// At most 16 consonants are kept; longer names differ, if at all, in ``Resemblance``.
package struct ConsonantSkeleton: Hashable, Sendable {
  /// The classes, the first in the lowest bits; 0 ends.
  package private(set) var packed: UInt64 = 0
  /// How many consonants there are, 0…16.
  package private(set) var count = 0

  package static let longest = 16

  init() {}

  /// The skeleton of packed classes, as ``packed`` gave them.
  package init(packed: UInt64) {
    self.packed = packed
    count = (UInt64.bitWidth - packed.leadingZeroBitCount + 3) / 4
  }

  /// The skeleton of one word's phones; a final `h` is left out, as it may be a ta marbuta.
  init(_ phones: ArraySlice<Phone>) { append(phones) }

  /// Appends the consonants of one more word.
  mutating func append(_ phones: ArraySlice<Phone>) {
    for index in phones.indices {
      let phone = phones[index]
      guard let kind = phone.skeletonClass, count < ConsonantSkeleton.longest else { continue }
      if phone == .h, index == phones.endIndex - 1 { continue }
      packed |= UInt64(kind) << UInt64(4 * count)
      count += 1
    }
  }

  /// Which classes occur: one bit each.
  var classes: UInt16 {
    var bits: UInt16 = 0
    var rest = packed
    while rest != 0 {
      bits |= 1 << UInt16(rest & 0xF)
      rest >>= 4
    }
    return bits
  }

  /// How many slips a name of this length may have: none below three consonants, one below six,
  /// else two.
  package static func allowedSlips(_ first: Int, _ second: Int) -> Int {
    switch max(first, second) {
    case ..<3: 0
    case ..<6: 1
    default: 2
    }
  }

  /// Counts insertions, deletions, substitutions and swaps of neighbours, up to a limit.
  ///
  /// - Parameters:
  ///   - other: Another skeleton.
  ///   - limit: The greatest count of interest, 0…2.
  /// - Returns: The count, or `nil` above the limit.
  /// - Complexity: O(3^limit) steps after the common ends are taken off; a few in practice.
  /// - Note: Source – optimal string alignment; Damerau, CACM 7(3), 1964, doi:10.1145/363958.363994.
  package func slips(to other: ConsonantSkeleton, limit: Int) -> Int? {
    ConsonantSkeleton.slips(packed, other.packed, limit)
  }

  private static func slips(_ first: UInt64, _ second: UInt64, _ limit: Int) -> Int? {
    var one = first
    var two = second
    while one & 0xF == two & 0xF {
      if one == two { return 0 }
      one >>= 4
      two >>= 4
    }
    guard limit > 0 else { return nil }
    let swapped = (one & 0xF) << 4 | (one >> 4 & 0xF)
    let isSwap = two & 0xFF == swapped && one & 0xF0 != 0
    var best: Int?
    func take(_ count: Int?) {
      if let count, count + 1 < best ?? .max { best = count + 1 }
    }
    if isSwap { take(slips(one >> 8, two >> 8, limit - 1)) }
    if one != 0, two != 0 { take(slips(one >> 4, two >> 4, limit - 1)) }
    if one != 0 { take(slips(one >> 4, two, limit - 1)) }
    if two != 0 { take(slips(one, two >> 4, limit - 1)) }
    return best
  }
}
