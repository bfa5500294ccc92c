/// Printable ASCII only, for every terminal, log and mail.
public struct ASCIITier: RenderTier {
  /// Makes the tier.
  public init() {}

  /// Dots are sampled as for braille, and each mask becomes the character that looks like it.
  public var dots: DotGrid { .twoByFour }
  /// `~` for water, `.` and `'` at its edges.
  public var waterGlyphs: [Unicode.Scalar] { Self.waterTable }
  /// Strokes by direction.
  public var lineGlyphs: [Unicode.Scalar] { Self.lineTable }
  /// Water keeps its sign, whatever the colours.
  public var cellFill: CellFill { .signs }
  /// Single dots, which become `.`, `'` and `:`.
  public var approximateDash: DashPattern { .dotted }
  /// A dot low on the left, which reads as a dot.
  public var hatchMask: UInt8 { DotGrid.bit(x: 0, y: 1) | DotGrid.bit(x: 0, y: 2) }
  /// A caret.
  public var northArrow: String { "N ^" }
  /// Hyphens and plus signs.
  public var rule: (stroke: Unicode.Scalar, tick: Unicode.Scalar) { ("-", "+") }
  /// A bar with ends.
  public var scaleBar: (left: Unicode.Scalar, stroke: Unicode.Scalar, right: Unicode.Scalar) {
    ("|", "-", "|")
  }
  /// Three dots.
  public var ellipsis: TerminalText { .asciiEllipsis }

  /// The class's ASCII shape.
  ///
  /// - Parameter symbolClass: A class of the scene.
  /// - Returns: A printable character; `*` where the class names none.
  public func shape(of symbolClass: MapSymbolClass) -> Unicode.Scalar {
    symbolClass.ascii > 0x20 && symbolClass.ascii < 0x7F
      ? Unicode.Scalar(symbolClass.ascii) : "*"
  }

  /// Ticks, round brackets, braces.
  ///
  /// - Parameter weight: The size.
  /// - Returns: The characters on either side.
  public func flanks(
    of weight: MapSymbolWeight
  ) -> (left: Unicode.Scalar, right: Unicode.Scalar)? {
    switch weight {
    case .light: nil
    case .medium: ("-", "-")
    case .heavy: ("(", ")")
    case .extreme: ("{", "}")
    }
  }

  /// The text without marks, in plain signs.
  ///
  /// - Parameter text: Filtered text.
  /// - Returns: Printable ASCII.
  public func text(_ text: TerminalText) -> TerminalText { text.asciiFolded }

  private static let waterTable: [Unicode.Scalar] = (0...255).map { mask in
    let shape = DotShape(mask: UInt8(mask))
    if shape.count == 0 { return " " }
    if shape.count >= 4 { return "~" }
    return shape.left.union(shape.right).isSuperset(of: [0]) && shape.meanRow < 1.5 ? "'" : "."
  }

  private static let lineTable: [Unicode.Scalar] = (0...255).map { mask in
    let shape = DotShape(mask: UInt8(mask))
    if shape.count == 0 { return " " }
    if shape.count >= 7 { return "+" }
    guard let left = shape.mean(of: shape.left), let right = shape.mean(of: shape.right) else {
      if shape.count == 1 { return shape.meanRow < 1 ? "'" : "." }
      return shape.count == 2 && !shape.isJoined ? ":" : "|"
    }
    if abs(left - right) >= 1 { return left > right ? "/" : "\\" }
    if shape.count >= 5 { return "|" }
    return shape.meanRow > 2.4 ? "_" : shape.meanRow < 0.6 ? "\"" : "-"
  }
}

/// The parts of a two-by-four mask, for choosing a character that looks like it.
private struct DotShape {
  let count: Int
  /// Rows with a dot in the left and the right half.
  let left: Set<Int>
  let right: Set<Int>

  init(mask: UInt8) {
    count = mask.nonzeroBitCount
    left = Set((0..<4).filter { mask & DotGrid.bit(x: 0, y: $0) != 0 })
    right = Set((0..<4).filter { mask & DotGrid.bit(x: 1, y: $0) != 0 })
  }

  /// Whether no gap lies between the dots.
  var isJoined: Bool {
    let rows = left.union(right)
    return (rows.max() ?? 0) - (rows.min() ?? 0) < rows.count
  }

  /// Middle of all dots, 0 (top) to 3.
  var meanRow: Double {
    count == 0 ? 0 : Double(left.reduce(0, +) + right.reduce(0, +)) / Double(count)
  }

  func mean(of rows: Set<Int>) -> Double? {
    rows.isEmpty ? nil : Double(rows.reduce(0, +)) / Double(rows.count)
  }
}
