/// Where the strokes of a line go from a cell, and how they look: the mask of a cell under
/// ``LineDrawing/joints``.
///
/// Masks of lines that meet are joined by OR: all directions stay, the strongest look wins.
public struct LineJoint: OptionSet, Sendable, Hashable {
  /// The mask.
  public let rawValue: UInt8

  /// Makes a joint of a mask.
  ///
  /// - Parameter rawValue: The mask.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// To the cell above.
  public static let north = LineJoint(rawValue: 1)
  /// To the cell on the right.
  public static let east = LineJoint(rawValue: 2)
  /// To the cell below.
  public static let south = LineJoint(rawValue: 4)
  /// To the cell on the left.
  public static let west = LineJoint(rawValue: 8)
  /// Unbroken; without a look, strokes are dotted.
  public static let solid = LineJoint(rawValue: 16)
  /// Bold.
  public static let heavy = LineJoint(rawValue: 32)
  /// Broken.
  public static let dashed = LineJoint(rawValue: 64)
  /// No line but hatching.
  public static let hatch = LineJoint(rawValue: 128)

  /// The look of a line.
  ///
  /// - Parameters:
  ///   - dash: How it is broken.
  ///   - ink: What it is: the outline of what was asked for is bold.
  /// - Returns: No directions.
  static func look(_ dash: DashPattern, _ ink: Ink) -> LineJoint {
    if ink == .focus { return .heavy }
    switch dash {
    case .solid: return .solid
    case .dashed: return .dashed
    case .dotted: return []
    }
  }
}

/// Follows the dots of a path and says which cells it joins.
struct LineJoiner {
  private let dots: DotGrid
  private var last: (column: Int, row: Int)?

  init(_ dots: DotGrid) { self.dots = dots }

  /// Takes the next dot of the path; one that does not touch the last begins a new stroke.
  ///
  /// - Parameters:
  ///   - x: Of the dot, negative left of the picture.
  ///   - y: Of the dot.
  ///   - join: Gets a cell and the direction in which the line leaves it.
  @inline(__always)
  mutating func move(_ x: Int, _ y: Int, join: (Int, Int, LineJoint) -> Void) {
    let column = dots.across == 2 ? x >> 1 : x
    let row = y >= 0 ? y / dots.down : -((dots.down - 1 - y) / dots.down)
    guard let before = last else {
      last = (column, row)
      return
    }
    if before == (column, row) { return }
    last = (column, row)
    guard abs(column - before.column) <= 1, abs(row - before.row) <= 1 else { return }
    // Around a corner by the upper row, from whichever end the path comes: a border that two areas
    // share is then one line.
    let upper = min(before.row, row)
    let lower = before.row > row ? before.column : column
    if column != before.column {
      let left = min(column, before.column)
      join(left, upper, .east)
      join(left + 1, upper, .west)
    }
    if row != before.row {
      join(lower, upper, .south)
      join(lower, upper + 1, .north)
    }
  }
}
