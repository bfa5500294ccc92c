/// What characters that are pictures themselves look like: mosaics of dots and strokes of boxes.
///
/// Fonts draw them with gaps or not at all, so a picture of cells draws them from their masks.
enum CellMosaic: Hashable {
  /// Solid dots, numbered row by row.
  case blocks(mask: Int, grid: DotGrid)
  /// Round dots with gaps, by the bits of braille patterns.
  case braille(mask: UInt8)
  /// Strokes from the middle to the sides.
  case box(LineJoint)
  /// A rising stroke.
  case rising

  /// The picture of a character, `nil` for letters and symbols.
  init?(_ scalar: UInt32) {
    if (0x2800...0x28FF).contains(scalar) {
      self = .braille(mask: UInt8(truncatingIfNeeded: scalar))
    } else if let found = Self.table[scalar] {
      self = found
    } else {
      return nil
    }
  }

  private static let table: [UInt32: CellMosaic] = {
    var table: [UInt32: CellMosaic] = [:]
    let tiers: [any RenderTier] = [OctantTier(), SextantTier()]
    for tier in tiers {
      for mask in UInt8.min...UInt8.max where mask & tier.dots.fullMask == mask && mask != 0 {
        table[tier.waterGlyphs[Int(mask)].value] = .blocks(
          mask: tier.dots.rowMajor(mask), grid: tier.dots)
      }
    }
    for (scalar, joint) in boxes { table[scalar.value] = .box(joint) }
    table[Unicode.Scalar("╱").value] = .rising
    return table
  }()

  private static let boxes: [(Unicode.Scalar, LineJoint)] = [
    ("─", [.east, .west]), ("│", [.north, .south]), ("┌", [.east, .south]),
    ("┐", [.south, .west]), ("└", [.north, .east]), ("┘", [.north, .west]),
    ("├", [.north, .east, .south]), ("┤", [.north, .south, .west]),
    ("┬", [.east, .south, .west]), ("┴", [.north, .east, .west]),
    ("┼", [.north, .east, .south, .west]), ("╴", [.west]), ("╵", [.north]), ("╶", [.east]),
    ("╷", [.south]), ("╌", [.east, .west, .dashed]), ("╎", [.north, .south, .dashed]),
    ("┈", [.east, .west, .dashed]), ("┊", [.north, .south, .dashed]),
    ("━", [.east, .west, .heavy]), ("┃", [.north, .south, .heavy]),
    ("┏", [.east, .south, .heavy]), ("┓", [.south, .west, .heavy]),
    ("┗", [.north, .east, .heavy]), ("┛", [.north, .west, .heavy]),
    ("┣", [.north, .east, .south, .heavy]), ("┫", [.north, .south, .west, .heavy]),
    ("┳", [.east, .south, .west, .heavy]), ("┻", [.north, .east, .west, .heavy]),
    ("╋", [.north, .east, .south, .west, .heavy]), ("╸", [.west, .heavy]),
    ("╹", [.north, .heavy]), ("╺", [.east, .heavy]), ("╻", [.south, .heavy]),
  ]
}
