/// Fills areas on a grid of samples by scan lines and the even–odd rule, so that holes and split
/// areas need no care.
///
/// - Note: Source – Foley, van Dam, Feiner, Hughes, Computer Graphics, 2nd ed. 1990, §3.6.
struct AreaFill {
  private let viewport: Viewport
  private let columns: Int
  private let rows: Int
  /// World units per sample row, times 2⁸.
  private let fixedStepY: Int64
  /// World units of all sample rows, times 2⁸.
  private let fixedHeight: Int64
  /// One by the step, times 2⁶⁴, rounded down.
  private let inverseStepY: UInt64
  /// Samples per column.
  private let finenessX: Int
  private var crossings: [Int64] = []

  /// Prepares filling with one sample in the middle of each cell.
  static func cells(_ viewport: Viewport) -> AreaFill {
    AreaFill(viewport, across: 1, down: 1)
  }

  /// Prepares filling with one sample in the middle of each half of a cell, upper half first.
  static func halves(_ viewport: Viewport) -> AreaFill {
    AreaFill(viewport, across: 1, down: 2)
  }

  /// Prepares filling with one sample in the middle of each dot.
  static func dots(_ viewport: Viewport) -> AreaFill {
    AreaFill(viewport, across: viewport.dots.across, down: viewport.dots.down)
  }

  private init(_ viewport: Viewport, across: Int, down: Int) {
    self.viewport = viewport
    columns = viewport.columns * across
    rows = viewport.rows * down
    fixedStepY = max(1, viewport.fixedUnitsPerRow / Int64(down))
    fixedHeight = fixedStepY * Int64(rows)
    inverseStepY = .max / UInt64(fixedStepY)
    crossings.reserveCapacity(128)
    finenessX = across
  }

  /// Visits the spans of an area.
  ///
  /// - Parameters:
  ///   - area: The rings.
  ///   - visit: Gets the sample row and its half-open range of sample columns, inside the picture.
  /// - Complexity: O(*e* + *c* log *c*), *e* edges, *c* crossings of edges with sample rows.
  mutating func fill(_ area: SceneArea, visit: (Int, Range<Int>) -> Void) {
    let shift = viewport.worldShift(for: area.box)
    guard viewport.meets(area.box, shift: shift) else { return }
    crossings.removeAll(keepingCapacity: true)
    let rings = area.rings.span
    for index in rings.indices { collect(rings[index], shift: shift - viewport.originX) }
    crossings.sort()
    var index = 0
    while index + 1 < crossings.count {
      let row = crossings[index] >> 32
      guard crossings[index + 1] >> 32 == row else {
        index += 1
        continue
      }
      let low = Int(crossings[index] & 0xFFFF_FFFF) - 1
      let high = Int(crossings[index + 1] & 0xFFFF_FFFF) - 1
      if low < high { visit(Int(row), max(low, 0)..<min(high, columns)) }
      index += 2
    }
  }

  private mutating func collect(_ ring: WorldPath, shift: Int64) {
    let (xs, ys) = (ring.xs.span, ring.ys.span)
    let last = xs.count - 1
    // A ring that was not closed is closed here.
    var (x0, y0) = (xs[last] + shift, ys[last] - viewport.originY)
    var row0 = row(y0)
    for index in xs.indices {
      let (x1, y1) = (xs[unchecked: index] + shift, ys[unchecked: index] - viewport.originY)
      let row1 = row(y1)
      // Most edges lie between two rows.
      if row0 < row1 {
        cross(row0..<row1, x0, y0, x1, y1)
      } else if row1 < row0 {
        cross(row1..<row0, x1, y1, x0, y0)
      }
      (x0, y0, row0) = (x1, y1, row1)
    }
  }

  /// The first sample row whose middle is at or below an offset, clamped to the picture's edges.
  @inline(__always)
  private func row(_ offset: Int64) -> Int64 {
    let fixed = (offset << 8) - fixedStepY / 2 + fixedStepY - 1
    if fixed < fixedStepY { return 0 }
    if fixed >= fixedHeight { return Int64(rows) }
    // Division by the step as a product, at most one too small.
    let (value, step) = (UInt64(fixed), UInt64(fixedStepY))
    let quotient = value.multipliedFullWidth(by: inverseStepY).high
    return Int64(value - quotient * step >= step ? quotient + 1 : quotient)
  }

  /// Notes where a rising edge crosses the middles of sample rows: the lower end belongs to it.
  private mutating func cross(
    _ crossed: Range<Int64>, _ x0: Int64, _ y0: Int64, _ x1: Int64, _ y1: Int64
  ) {
    let slope = ((x1 - x0) << 16) / (y1 - y0)
    let half = fixedStepY / 2
    for row in crossed {
      let y = (row * fixedStepY + half) >> 8
      let x = x0 + (slope * (min(max(y, y0), y1) - y0)) >> 16
      crossings.append(row << 32 | Int64(column(x) + 1))
    }
  }

  /// The first sample column at or right of an offset, clamped to the picture's edges.
  private func column(_ offset: Int64) -> Int {
    let bounded = min(max(offset, -viewport.spanX / 8), viewport.spanX + viewport.spanX / 8)
    let fixed = (bounded * viewport.fixedColumnsPerUnit) >> 24
    let sample = Int((fixed * Int64(finenessX) + (1 << 15)) >> 16)
    return min(max(sample, 0), columns)
  }
}
