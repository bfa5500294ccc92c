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
  ///   - plane: One byte a cell, in row order.
  ///   - columns: Cells in a row.
  init(nonzero plane: [UInt8], columns: Int) {
    self.init(columns: columns, rows: columns > 0 ? plane.count / columns : 0)
    plane.withUnsafeBytes { plane in
      for row in 0..<rows {
        for word in 0..<wordsPerRow {
          let cell = row * columns + word * 64
          words[row * wordsPerRow + word] = Self.bits(
            nonzero: UnsafeRawBufferPointer(
              rebasing: plane[cell..<cell + min(64, columns - word * 64)]))
        }
      }
    }
  }

  /// A bit for each byte that is not zero, eight at a time.
  private static func bits(nonzero cells: UnsafeRawBufferPointer) -> UInt64 {
    var bits: UInt64 = 0
    var cell = 0
    while cell + 8 <= cells.count {
      let eight = UInt64(littleEndian: cells.loadUnaligned(fromByteOffset: cell, as: UInt64.self))
      // The highest bit of each byte that is not zero, then those side by side.
      let highest =
        ((eight & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F | eight) & 0x8080_8080_8080_8080
      bits |= (((highest >> 7) &* 0x0102_0408_1020_4080) >> 56) << UInt64(cell)
      cell += 8
    }
    while cell < cells.count {
      if cells[cell] != 0 { bits |= 1 << UInt64(cell) }
      cell += 1
    }
    return bits
  }

  /// Takes over what another bitmap holds; storage is kept where the size is the same.
  mutating func assign(_ other: OccupancyBitmap) {
    guard columns == other.columns, words.count == other.words.count else {
      self = other
      return
    }
    for index in words.indices { words[index] = other.words[index] }
  }

  /// The number of set cells.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

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

// Whole bitmaps at once.
extension OccupancyBitmap {
  /// The same cells with a free column on either side, which the columns are counted from.
  func framed() -> OccupancyBitmap {
    var framed = OccupancyBitmap(columns: columns + 2, rows: rows)
    for row in 0..<rows {
      for word in 0..<wordsPerRow {
        let bits = words[row * wordsPerRow + word]
        let target = row * framed.wordsPerRow + word
        framed.words[target] |= bits << 1
        if word + 1 < framed.wordsPerRow { framed.words[target + 1] |= bits >> 63 }
      }
    }
    return framed
  }

  /// The cells that are not set; what lies right of a row counts as not set, too.
  func inverted() -> OccupancyBitmap {
    var inverted = self
    for index in words.indices { inverted.words[index] = ~words[index] }
    return inverted
  }

  /// Keeps the cells whose right neighbour is set, too.
  mutating func intersectWithNext() {
    for row in 0..<rows {
      for word in 0..<wordsPerRow {
        let index = row * wordsPerRow + word
        let next = word + 1 < wordsPerRow ? words[index + 1] : .max
        words[index] &= words[index] >> 1 | next << 63
      }
    }
  }

  /// Adds the cells of another bitmap of the same size.
  mutating func formUnion(_ other: OccupancyBitmap) {
    guard columns == other.columns, rows == other.rows else { return }
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// Takes the cells of another bitmap of the same size away.
  mutating func subtract(_ other: OccupancyBitmap) {
    guard columns == other.columns, rows == other.rows else { return }
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// Visits the runs of set cells of a row, from left to right.
  func forEachRun(row: Int, _ body: (Range<Int>) -> Void) {
    var column = 0
    while let start = next(row: row, from: column, isSet: true) {
      let end = next(row: row, from: start, isSet: false) ?? columns
      body(start..<end)
      column = end
    }
  }

  /// The first cell of a row, at or right of one, that is set or is not.
  private func next(row: Int, from column: Int, isSet: Bool) -> Int? {
    var column = column
    while column < columns {
      let word = words[row * wordsPerRow + column >> 6]
      let bits = (isSet ? word : ~word) >> UInt64(column & 63)
      if bits != 0 {
        let found = column + bits.trailingZeroBitCount
        return found < columns ? found : nil
      }
      column = (column >> 6 + 1) << 6
    }
    return nil
  }
}
