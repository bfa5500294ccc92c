/// Box-drawing lines and half blocks: continuous on every terminal with the DOS characters, and
/// whole pixels of colour.
///
/// Box drawing is of ambiguous width, so this tier is for terminals that draw it one column wide.
public struct BoxTier: RenderTier {
  /// Makes the tier.
  public init() {}

  /// The halves of a cell: squares where it is half as wide as high.
  public var dots: DotGrid { .oneByTwo }
  /// Strokes from cell to cell.
  public var lineDrawing: LineDrawing { .joints }
  /// Water above, tint below: two exact colours in a cell.
  public var cellFill: CellFill { .halves }
  /// Half blocks and whole ones.
  public var waterGlyphs: [Unicode.Scalar] { Self.waterTable }
  /// Strokes by the directions in which they leave the cell.
  public var lineGlyphs: [Unicode.Scalar] { Self.lineTable }
  /// A rising stroke.
  public var hatchMask: UInt8 { LineJoint.hatch.rawValue }
  /// A horizontal stroke.
  public var strokeMask: UInt8 { LineJoint([.east, .west, .solid]).rawValue }
  /// A stroke, and one with a branch up into the picture.
  public var rule: (stroke: Unicode.Scalar, tick: Unicode.Scalar) { ("─", "┴") }
  /// A bar with ends.
  public var scaleBar: (left: Unicode.Scalar, stroke: Unicode.Scalar, right: Unicode.Scalar) {
    ("├", "─", "┤")
  }

  /// Thin strokes, thick strokes, half blocks.
  ///
  /// - Parameter weight: The size.
  /// - Returns: The characters on either side.
  public func flanks(
    of weight: MapSymbolWeight
  ) -> (left: Unicode.Scalar, right: Unicode.Scalar)? {
    switch weight {
    case .light: nil
    case .medium: ("╶", "╴")
    case .heavy: ("╺", "╸")
    case .extreme: ("▐", "▌")
    }
  }

  private static let waterTable: [Unicode.Scalar] = (UInt8.min...UInt8.max).map { mask in
    switch mask & 3 {
    case 0: " "
    case 1: "▀"
    case 2: "▄"
    default: "█"
    }
  }

  /// By the four directions: north 1, east 2, south 4, west 8.
  private static let light: [Unicode.Scalar] = [
    " ", "│", "─", "└", "│", "│", "┌", "├", "─", "┘", "─", "┴", "┐", "┤", "┬", "┼",
  ]
  private static let heavy: [Unicode.Scalar] = [
    " ", "┃", "━", "┗", "┃", "┃", "┏", "┣", "━", "┛", "━", "┻", "┓", "┫", "┳", "╋",
  ]

  private static let lineTable: [Unicode.Scalar] = (UInt8.min...UInt8.max).map { mask in
    let joint = LineJoint(rawValue: mask)
    let directions = Int(mask & 15)
    if directions == 0 { return joint.contains(.hatch) ? "╱" : " " }
    if joint.contains(.heavy) { return heavy[directions] }
    if joint.contains(.solid) { return light[directions] }
    switch light[directions] {
    case "─": return joint.contains(.dashed) ? "╌" : "┈"
    case "│": return joint.contains(.dashed) ? "╎" : "┊"
    case let corner: return corner
    }
  }
}
