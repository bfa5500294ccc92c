/// Draws the signs of clusters into the picture and notes which cells they take.
struct SymbolSigns {
  /// The cells of all signs and bridges.
  private(set) var fixed: OccupancyBitmap
  /// Sizes that were drawn.
  private(set) var weights = CaseSet<MapSymbolWeight>()
  /// Whether a sign stands for more than one symbol.
  private(set) var hasCounts = false

  /// No signs.
  init() { fixed = OccupancyBitmap(columns: 0, rows: 0) }

  /// Draws all clusters.
  ///
  /// - Parameters:
  ///   - clusters: In row order.
  ///   - symbols: The symbols of the scene.
  ///   - inks: The characters and colours of their classes.
  ///   - base: The cells of bridges.
  ///   - planes: The picture, bridges drawn.
  mutating func draw(
    _ clusters: SymbolClusters, symbols: SymbolColumns, inks: SignInks, base: OccupancyBitmap,
    into planes: inout CellPlanes
  ) {
    fixed.assign(base)
    weights = CaseSet()
    hasCounts = false
    for item in clusters.items { fixed.set(row: item.row, item.low..<item.high) }
    let columns = planes.columns
    planes.withBuffers { cells in
      for item in clusters.items {
        let symbolClass = Int(symbols.classes[item.lead])
        let pen = SignPen(cells: cells, columns: columns, ink: inks.codes[symbolClass])
        pen.put(inks.shapes[symbolClass], column: item.low, row: item.row)
        if item.count == 1 {
          let weight = symbols.weights[item.lead]
          weights.insert(weight)
          if let flanks = inks.flanks[Int(weight.rawValue)] { flank(item, flanks, pen) }
        } else {
          hasCounts = true
          Self.writeCount(item, pen)
        }
      }
    }
  }

  /// Writes a count behind its shape, in brackets where it has more than one digit.
  private static func writeCount(_ item: SymbolClusters.Item, _ pen: SignPen) {
    var column = item.high - 1
    if item.isBracketed {
      pen.put("[", column: item.low + 1, row: item.row)
      pen.put("]", column: column, row: item.row)
      column -= 1
    }
    var rest = item.count
    while rest > 0 {
      pen.put(Unicode.Scalar(UInt8(0x30 + rest % 10)), column: column, row: item.row)
      rest /= 10
      column -= 1
    }
  }

  /// Draws the flanks that show a size, where both sides are free.
  private mutating func flank(
    _ item: SymbolClusters.Item, _ flanks: (left: Unicode.Scalar, right: Unicode.Scalar),
    _ pen: SignPen
  ) {
    let left = item.low - 1..<item.low
    let right = item.high..<item.high + 1
    guard left.lowerBound >= 0, right.upperBound <= pen.columns,
      fixed.isFree(row: item.row, left), fixed.isFree(row: item.row, right)
    else { return }
    pen.put(flanks.left, column: left.lowerBound, row: item.row)
    pen.put(flanks.right, column: right.lowerBound, row: item.row)
    fixed.set(row: item.row, left)
    fixed.set(row: item.row, right)
  }
}

/// Writes the characters of one sign.
private struct SignPen {
  let cells: CellPlanes.Buffers
  let columns: Int
  let ink: UInt8

  /// Puts a character into a cell of a row of the picture; left and right of it nothing happens.
  @inline(__always)
  func put(_ scalar: Unicode.Scalar, column: Int, row: Int) {
    guard column >= 0, column < columns else { return }
    let cell = row * columns + column
    cells.glyphs[cell] = scalar.value
    cells.inks[cell] = ink
  }
}
