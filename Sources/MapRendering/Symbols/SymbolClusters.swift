/// What one sign shows: a shape alone, or the shape of the gravest with a count to its right.
public struct SymbolCluster: Sendable, Hashable {
  /// Leftmost column of the picture that the sign covers, flanks apart.
  public let column: Int
  /// Row of the picture.
  public let row: Int
  /// Columns that the sign covers, flanks apart.
  public let width: Int
  /// The sum of the counts of its symbols.
  public let count: Int
  /// The ``MapSymbolClass/id`` of the worst class in it, which gives shape and colour.
  public let classID: Int
  /// The id of the first symbol of that class.
  public let leadID: String
}

/// Bins symbols by cell and merges what cannot be told apart, so that counts always add up.
struct SymbolClusters {
  /// A cluster while it is put together.
  struct Item: Hashable {
    var count: Int
    /// Index of the leading symbol in ``SymbolColumns``.
    var lead: Int
    /// The cell that the sign is centred on: that of its fullest bin.
    var column: Int
    var fullest: Int
    var low: Int
    var high: Int
    let row: Int
  }

  /// The clusters in row order, left to right.
  private(set) var items: [Item] = []
  /// The sum of the counts of all symbols in the picture.
  private(set) var inView = 0
  /// The same by class, worst first.
  private(set) var byClass: [Int] = []
  /// The least and the largest radius among them, metres; `nil` where no symbol has one.
  private(set) var radii: ClosedRange<Int>?

  /// What is known of the symbols of one cell.
  private struct Bin {
    var count = 0
    /// The class of the leading symbol, then its index: the least one leads.
    var lead = UInt64.max
  }

  private var bins: [Bin] = []

  /// No symbols.
  init() {}

  /// Bins the symbols of a scene.
  init(_ symbols: SymbolColumns, viewport: Viewport) { bin(symbols, viewport: viewport) }

  /// Bins the symbols of a scene, in the storage of the scene before it.
  ///
  /// - Parameters:
  ///   - symbols: In order.
  ///   - viewport: The picture.
  /// - Complexity: O(*n* + *c*), *n* symbols, *c* cells.
  mutating func bin(_ symbols: SymbolColumns, viewport: Viewport) {
    items.removeAll(keepingCapacity: true)
    byClass.fill(with: 0, count: symbols.palette.count)
    bins.fill(with: Bin(), count: viewport.columns * viewport.rows)
    (inView, radii) = Self.count(symbols, viewport: viewport, &bins, &byClass)
    guard symbols.hasSigns else { return }
    Self.sweep(bins, symbols: symbols, viewport: viewport, into: &items)
  }

  /// Counts the symbols of each cell and finds the one that leads it.
  private static func count(
    _ symbols: SymbolColumns, viewport: Viewport, _ bins: inout [Bin], _ byClass: inout [Int]
  ) -> (inView: Int, radii: ClosedRange<Int>?) {
    let originX = UInt32(truncatingIfNeeded: viewport.originX)
    // Spans, so that the loop asks no array whether it is shared.
    let (xs, ys) = (symbols.xs.span, symbols.ys.span)
    let (classes, sizes) = (symbols.classes.span, symbols.counts.span)
    var cells = bins.mutableSpan
    var classCounts = byClass.mutableSpan
    let radii = symbols.radii.span
    var total = 0
    var (least, most) = (Int32.max, Int32(0))
    for index in xs.indices {
      // As `Viewport.cell`, without the clamping that a single position can afford.
      let x = Int64(xs[unchecked: index] &- originX)
      let y = Int64(ys[unchecked: index]) &- viewport.originY
      guard x < viewport.spanX, y >= 0, y < viewport.spanY else { continue }
      let column = Int((x &* viewport.fixedColumnsPerUnit) >> 40)
      let row = Int((y &* viewport.fixedRowsPerUnit) >> 40)
      guard column < viewport.columns, row < viewport.rows else { continue }
      // Inside the picture, as was just asked, and so inside the spans.
      let cell = row &* viewport.columns &+ column
      let count = Int(sizes[unchecked: index])
      let symbolClass = classes[unchecked: index]
      // A minimum instead of a branch, which random symbols would make hard to foresee.
      let lead = UInt64(symbolClass) << 32 | UInt64(truncatingIfNeeded: index)
      cells[unchecked: cell].count &+= count
      cells[unchecked: cell].lead = min(cells[unchecked: cell].lead, lead)
      classCounts[Int(symbolClass)] &+= count
      total &+= count
      let radius = radii[unchecked: index]
      if radius > 0 {
        least = min(least, radius)
        most = max(most, radius)
      }
    }
    return (total, most > 0 ? Int(least)...Int(most) : nil)
  }

  /// Goes along each row and merges each cluster that the count of the one before would cover.
  private static func sweep(
    _ bins: [Bin], symbols: SymbolColumns, viewport: Viewport, into items: inout [Item]
  ) {
    let bins = bins.span
    let columns = viewport.columns
    for row in 0..<viewport.rows {
      let start = items.count
      let base = row * columns
      // The last one is kept apart while others may still merge with it.
      var last: Item?
      for column in 0..<columns where bins[unchecked: base + column].count > 0 {
        let bin = bins[unchecked: base + column]
        var item = Item(
          count: bin.count, lead: Int(bin.lead & 0xFFFF_FFFF), column: column,
          fullest: bin.count, low: column, high: column + 1, row: row)
        item.settle(columns: columns)
        while let before = last, before.high > item.low {
          item.absorb(before, symbols: symbols, columns: columns)
          last = items.count > start ? items.removeLast() : nil
        }
        if let last { items.append(last) }
        last = item
      }
      if let last { items.append(last) }
    }
  }
}

extension SymbolClusters.Item {
  /// Whether the count is written in brackets.
  var isBracketed: Bool { count > 9 }

  /// Finds the columns that the sign covers, inside the picture: the shape stands on the fullest
  /// bin, the count to the right of it.
  @inline(__always)
  fileprivate mutating func settle(columns: Int) {
    let width = isBracketed ? SymbolClusters.digits(count) + 3 : count > 1 ? 2 : 1
    low = max(min(column, columns - width), 0)
    high = min(low + width, columns)
  }

  /// Takes in a cluster of the same row; the fullest bin keeps the place.
  fileprivate mutating func absorb(_ other: Self, symbols: SymbolColumns, columns: Int) {
    count += other.count
    let ours = (symbols.classes[lead], lead)
    let theirs = (symbols.classes[other.lead], other.lead)
    if theirs < ours { lead = other.lead }
    if other.fullest >= fullest { (column, fullest) = (other.column, other.fullest) }
    settle(columns: columns)
  }
}

extension SymbolClusters {
  /// The decimal digits of a positive number.
  static func digits(_ number: Int) -> Int {
    var digits = 1
    var rest = number / 10
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    return digits
  }
}

extension Array {
  /// Makes the array so many equal elements, in the storage that it has where that is enough.
  mutating func fill(with element: Element, count: Int) {
    guard self.count == count else {
      self = Array(repeating: element, count: count)
      return
    }
    withUnsafeMutableBufferPointer { $0.update(repeating: element) }
  }
}
