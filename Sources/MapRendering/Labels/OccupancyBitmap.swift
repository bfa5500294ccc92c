/// One bit per cell, in rows of 64-bit words, so that a run of cells is tested by a few ANDs.
struct OccupancyBitmap: Hashable {
  let columns: Int
  let rows: Int
  private let wordsPerRow: Int
  private var words: [UInt64]

  /// Makes a bitmap without a set cell.
  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    wordsPerRow = (columns + 63) / 64
    words = Array(repeating: 0, count: wordsPerRow * rows)
  }

  /// Makes a bitmap of the cells of a plane that are not zero.
  ///
  /// - Parameters:
  ///   - plane: One element a cell, in row order.
  ///   - columns: Cells in a row.
  init<Element: FixedWidthInteger>(nonzero plane: [Element], columns: Int) {
    self.init(columns: columns, rows: columns > 0 ? plane.count / columns : 0)
    let plane = plane.span
    var cell = 0
    for row in 0..<rows {
      for word in 0..<wordsPerRow {
        var bits: UInt64 = 0
        for bit in 0..<min(64, columns - word * 64) {
          if plane[cell] != 0 { bits |= 1 << UInt64(bit) }
          cell += 1
        }
        words[row * wordsPerRow + word] = bits
      }
    }
  }

  /// Takes over what another bitmap holds; storage is kept where the size is the same.
  mutating func assign(_ other: OccupancyBitmap) {
    guard columns == other.columns, words.count == other.words.count else {
      self = other
      return
    }
    for index in words.indices { words[index] = other.words[index] }
  }

  /// The number of set cells in a run, clipped to the picture.
  func count(row: Int, _ run: Range<Int>) -> Int {
    var total = 0
    forEachWord(row: row, run) { word, mask in total += (words[word] & mask).nonzeroBitCount }
    return total
  }

  /// Whether no cell of a run is set; cells outside the picture are free.
  func isFree(row: Int, _ run: Range<Int>) -> Bool {
    let low = max(run.lowerBound, 0)
    let high = min(run.upperBound, columns)
    guard row >= 0, row < rows, low < high else { return true }
    let base = row * wordsPerRow
    var word = low >> 6
    let last = (high - 1) >> 6
    // The bits from `low` on in the first word, up to `high` in the last one.
    var mask = UInt64.max << UInt64(low & 63)
    while word < last {
      if words[base + word] & mask != 0 { return false }
      mask = .max
      word += 1
    }
    mask &= UInt64.max >> UInt64(63 - (high - 1) & 63)
    return words[base + word] & mask == 0
  }

  /// Sets or clears a run, clipped to the picture.
  mutating func set(row: Int, _ run: Range<Int>, to occupied: Bool = true) {
    let low = max(run.lowerBound, 0)
    let high = min(run.upperBound, columns)
    guard row >= 0, row < rows, low < high else { return }
    for word in low >> 6...(high - 1) >> 6 {
      let mask = Self.mask(word: word, low: low, high: high)
      if occupied {
        words[row * wordsPerRow + word] |= mask
      } else {
        words[row * wordsPerRow + word] &= ~mask
      }
    }
  }

  @inline(__always)
  private func forEachWord(row: Int, _ run: Range<Int>, _ body: (Int, UInt64) -> Void) {
    let low = max(run.lowerBound, 0)
    let high = min(run.upperBound, columns)
    guard row >= 0, row < rows, low < high else { return }
    for word in low >> 6...(high - 1) >> 6 {
      body(row * wordsPerRow + word, Self.mask(word: word, low: low, high: high))
    }
  }

  /// The bits of a word that belong to a run of columns.
  @inline(__always)
  private static func mask(word: Int, low: Int, high: Int) -> UInt64 {
    let from = max(low - word * 64, 0)
    let to = min(high - word * 64, 64)
    let upper: UInt64 = to == 64 ? .max : (1 << UInt64(to)) - 1
    return upper & ~((1 << UInt64(from)) - 1)
  }
}
