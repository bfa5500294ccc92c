/// Sorts ordinals by 32-bit keys in time linear in their number.
///
/// Least significant digit first: stable, so equal keys keep ascending ordinals.
///
/// - Note: Source – H. H. Seward, 1954; D. E. Knuth, The Art of Computer Programming 3, §5.2.5.
enum RadixSort {
  private static let digitBits: UInt64 = 8
  private static let buckets = 1 << 8
  private static let passes = 4

  /// The ordinals `0..<count` in ascending order of their keys.
  ///
  /// Key and ordinal travel as one word: the key above, the ordinal below.
  ///
  /// - Parameters:
  ///   - count: How many; at most `Int32.max`.
  ///   - key: The key of one ordinal.
  /// - Returns: Every ordinal once.
  @inline(__always)
  static func ordinals(count: Int, key: (Int) -> UInt32) -> [Int32] {
    guard count > 0 else { return [] }
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: 2 * count)
    defer { words.deallocate() }
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: passes * buckets) { counts in
      counts.initialize(repeating: 0)
      for ordinal in 0..<count {
        let word = UInt64(key(ordinal)) << 32 | UInt64(truncatingIfNeeded: ordinal)
        words[ordinal] = word
        for pass in 0..<passes { counts[pass &* buckets &+ digit(of: word, pass)] &+= 1 }
      }
      let sorted = sort(words, spare: words + count, count: count, counts: counts)
      return [Int32](unsafeUninitializedCapacity: count) { ordinals, initialized in
        for slot in 0..<count { ordinals[slot] = Int32(truncatingIfNeeded: sorted[slot]) }
        initialized = count
      }
    }
  }

  @inline(__always)
  private static func digit(of word: UInt64, _ pass: Int) -> Int {
    Int(truncatingIfNeeded: word >> (32 &+ digitBits &* UInt64(truncatingIfNeeded: pass)) & 0xFF)
  }

  /// Scatters the words once per digit; a digit that all words share needs no pass.
  private static func sort(
    _ words: UnsafeMutablePointer<UInt64>, spare: UnsafeMutablePointer<UInt64>, count: Int,
    counts: UnsafeMutableBufferPointer<UInt32>
  ) -> UnsafeMutablePointer<UInt64> {
    var (source, target) = (words, spare)
    for pass in 0..<passes {
      let places = UnsafeMutableBufferPointer(
        rebasing: counts[pass * buckets..<(pass + 1) * buckets])
      if places[digit(of: source[0], pass)] == count { continue }
      var next: UInt32 = 0
      for bucket in 0..<buckets {
        let size = places[bucket]
        places[bucket] = next
        next &+= size
      }
      for slot in 0..<count {
        let word = source[slot]
        let bucket = digit(of: word, pass)
        target[Int(places[bucket])] = word
        places[bucket] &+= 1
      }
      swap(&source, &target)
    }
    return source
  }
}
