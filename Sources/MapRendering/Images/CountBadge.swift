/// The pill that a count stands in, with the shape of the gravest class beside the number.
package struct CountBadge: Sendable, Hashable {
  /// Half the height.
  package static let halfHeight = DisplayUnit.pixel * 15 / 2
  /// Radius of the shape in it.
  package static let shapeRadius = DisplayUnit.pixel * 7 / 2

  package let number: TerminalText
  /// Units from edge to edge.
  package let width: Int
  /// From the middle of the pill to that of the shape.
  package let shapeOffset: Int
  /// From the middle of the pill to the start of the number.
  package let numberOffset: Int

  /// A pill around a text.
  package init(_ number: TerminalText) {
    self.number = number
    let digits = TextMetrics.width(of: number, role: .emphasis)
    let pixel = DisplayUnit.pixel
    // Of one digit it is hardly wider than the two cells that it stands for.
    width = digits + 2 * Self.shapeRadius + 6 * pixel
    shapeOffset = -width / 2 + 5 * pixel / 2 + Self.shapeRadius
    numberOffset = width / 2 - 5 * pixel / 2 - digits
  }
}
