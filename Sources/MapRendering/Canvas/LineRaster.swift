/// How a line is broken into strokes.
public enum DashPattern: Sendable, Hashable {
  /// Unbroken.
  case solid
  /// Four dots on, two off.
  case dashed
  /// One dot on, two off.
  case dotted

  /// Whether the dot at a place along the line's longer axis is drawn.
  ///
  /// The place is absolute, so an edge that two areas share is broken in the same places from both
  /// sides.
  @inline(__always)
  func draws(_ place: Int) -> Bool {
    switch self {
    case .solid: true
    case .dashed: place % 6 < 4
    case .dotted: place % 3 == 0
    }
  }
}

/// Draws paths into a dot plane with fixed-point steps.
struct LineRaster {
  let viewport: Viewport
  let drawing: LineDrawing
  /// The share of a row that a dot is high, times 2¹⁶, rounded up: exact for all rows there are.
  private let fixedRowsPerDot: Int
  private let dotColumns: Int
  private let dotRows: Int

  init(_ viewport: Viewport, drawing: LineDrawing = .dots) {
    self.viewport = viewport
    self.drawing = drawing
    fixedRowsPerDot = (1 << 16) / viewport.dots.down + 1
    (dotColumns, dotRows) = (viewport.dotColumns, viewport.dotRows)
  }

  /// The cell and bit of a dot, or `nil` outside the picture.
  @inline(__always)
  func locate(_ x: Int, _ y: Int) -> (cell: Int, bit: UInt8)? {
    // A negative number is a large one without its sign.
    guard UInt(bitPattern: x) < UInt(bitPattern: dotColumns),
      UInt(bitPattern: y) < UInt(bitPattern: dotRows)
    else { return nil }
    let dots = viewport.dots
    let row = (y &* fixedRowsPerDot) >> 16
    let isFine = dots.across == 2
    return (
      row &* viewport.columns &+ (isFine ? x >> 1 : x),
      DotGrid.bit(x: isFine ? x & 1 : 0, y: y &- row &* dots.down)
    )
  }

  /// Visits the cells of a path with what of it is in them, as the tier draws lines: by dots with
  /// gaps, or by strokes from cell to cell, which carry their look instead.
  ///
  /// - Parameters:
  ///   - path: In world units.
  ///   - dash: How it is broken.
  ///   - ink: What it is.
  ///   - visit: Gets a cell of the picture and bits of its mask.
  @inline(__always)
  func stroke(
    _ path: WorldPath, dash: DashPattern, ink: Ink, visit: (Int, UInt8) -> Void
  ) {
    guard drawing == .joints else {
      trace(path, dash: dash) { x, y in
        if let (cell, bit) = locate(x, y) { visit(cell, bit) }
      }
      return
    }
    let look = LineJoint.look(dash, ink)
    var joiner = LineJoiner(viewport.dots)
    trace(path) { x, y in
      joiner.move(x, y) { column, row, direction in
        guard column >= 0, column < viewport.columns, row >= 0, row < viewport.rows else { return }
        visit(row * viewport.columns + column, direction.union(look).rawValue)
      }
    }
  }

  /// Visits the dots of a path; one after another of one place only once.
  ///
  /// - Parameters:
  ///   - path: In world units.
  ///   - dash: Which dots are left out.
  ///   - visit: Gets dot coordinates, possibly just outside the picture.
  @inline(__always)
  func trace(_ path: WorldPath, dash: DashPattern = .solid, visit: (Int, Int) -> Void) {
    let shift = viewport.worldShift(for: path.box)
    guard viewport.meets(path.box, shift: shift) else { return }
    if viewport.isNear(path.box, shift: shift) {
      traceNear(path, shift, dash, visit)
    } else {
      traceFar(path, shift, dash, visit)
    }
  }

  /// Visits the dots of a path that is nowhere far from the picture: each vertex becomes a dot once.
  @inline(__always)
  private func traceNear(
    _ path: WorldPath, _ shift: Int64, _ dash: DashPattern, _ visit: (Int, Int) -> Void
  ) {
    let (xs, ys) = (path.xs.span, path.ys.span)
    let (originX, originY) = (viewport.originX &- shift, viewport.originY)
    // What lies more than two dots beyond an edge has no dot in the picture.
    let (right, bottom) = (viewport.dotColumns << 8 + 512, viewport.dotRows << 8 + 512)
    var x0 = viewport.dotX(xs[0] &- originX)
    var y0 = viewport.dotY(ys[0] &- originY)
    var last = (x: Int.min, y: Int.min)
    for index in 1..<xs.count {
      let x1 = viewport.dotX(xs[unchecked: index] &- originX)
      let y1 = viewport.dotY(ys[unchecked: index] &- originY)
      let isBeside =
        max(x0, x1) < -512 || min(x0, x1) > right || max(y0, y1) < -512 || min(y0, y1) > bottom
      if !isBeside { plot(x0, y0, x1, y1, dash, &last, visit) }
      (x0, y0) = (x1, y1)
    }
  }

  /// Visits the dots of a path of which parts are far from the picture.
  private func traceFar(
    _ path: WorldPath, _ shift: Int64, _ dash: DashPattern, _ visit: (Int, Int) -> Void
  ) {
    var x0 = path.xs[0] + shift - viewport.originX
    var y0 = path.ys[0] - viewport.originY
    var last = (x: Int.min, y: Int.min)
    for index in 1..<path.xs.count {
      let x1 = path.xs[index] + shift - viewport.originX
      let y1 = path.ys[index] - viewport.originY
      segment(x0, y0, x1, y1, dash, &last, visit)
      (x0, y0) = (x1, y1)
    }
  }

  /// Draws one segment, halving it until each piece is near the picture or away from it.
  private func segment(
    _ x0: Int64, _ y0: Int64, _ x1: Int64, _ y1: Int64, _ dash: DashPattern,
    _ last: inout (x: Int, y: Int), _ visit: (Int, Int) -> Void
  ) {
    let (spanX, spanY) = (viewport.spanX, viewport.spanY)
    let margin = 2
    if max(x0, x1) < -spanX / 64 - 1 || min(x0, x1) > spanX + spanX / 64 { return }
    if max(y0, y1) < -spanY / 64 - 1 || min(y0, y1) > spanY + spanY / 64 { return }
    let near =
      min(x0, x1) >= -spanX && max(x0, x1) <= Int64(margin) * spanX && min(y0, y1) >= -spanY
      && max(y0, y1) <= Int64(margin) * spanY
    if near || (abs(x1 - x0) < 2 && abs(y1 - y0) < 2) {
      guard near else { return }
      plot(
        viewport.dotX(x0), viewport.dotY(y0), viewport.dotX(x1), viewport.dotY(y1), dash, &last,
        visit)
      return
    }
    let middleX = (x0 + x1) >> 1
    let middleY = (y0 + y1) >> 1
    segment(x0, y0, middleX, middleY, dash, &last, visit)
    segment(middleX, middleY, x1, y1, dash, &last, visit)
  }

  /// Steps along the longer axis, from 1/256 dots.
  ///
  /// The dot visited last is not visited again: short segments begin where the one before ended.
  @inline(__always)
  private func plot(
    _ x0: Int, _ y0: Int, _ x1: Int, _ y1: Int, _ dash: DashPattern,
    _ last: inout (x: Int, y: Int), _ visit: (Int, Int) -> Void
  ) {
    let deltaX = x1 &- x0
    let deltaY = y1 &- y0
    let steps = max(abs(deltaX), abs(deltaY)) >> 8 &+ 1
    let alongX = abs(deltaX) >= abs(deltaY)
    var (x, y) = (x0 << 8, y0 << 8)
    var (stepX, stepY) = (deltaX << 8, deltaY << 8)
    if steps > 1 {
      // Three pictures of 2000 dots, in 1/65536 dots, have room in 32 bits, which divide faster.
      let divisor = Int32(truncatingIfNeeded: steps)
      stepX = Int(Int32(truncatingIfNeeded: stepX) / divisor)
      stepY = Int(Int32(truncatingIfNeeded: stepY) / divisor)
    }
    for _ in 0...steps {
      let (dotX, dotY) = (x >> 16, y >> 16)
      if dotX != last.x || dotY != last.y, dash.draws(alongX ? dotX : dotY) {
        last = (dotX, dotY)
        visit(dotX, dotY)
      }
      x &+= stepX
      y &+= stepY
    }
  }
}
