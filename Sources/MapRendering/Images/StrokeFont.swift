/// The one font of raster pictures, drawn for this map: letters are lines on a grid of 8 × 16, so
/// that they can be drawn at any size and weight.
///
/// It has ASCII, the letters and marks of Latin transliteration, and the signs that captions use.
/// Scripts that join or stack their letters are not in it; who draws must say what is missing.
struct StrokeFont: Sendable {
  /// Row of the base line.
  static let baseline = 12

  /// A letter.
  struct Glyph: Sendable, Hashable {
    /// Lines through grid points, in 1/256 grid pixels; a line of one point is a dot.
    var strokes: [[DisplayPoint]]
    /// The columns from the leftmost to the rightmost line, in 1/256 grid pixels.
    var low: Int
    var high: Int
  }

  /// The font.
  static let shared = StrokeFont()

  private let glyphs: [Unicode.Scalar: Glyph]

  private init() {
    var glyphs: [Unicode.Scalar: Glyph] = [:]
    for entry in Self.letters.split(separator: "\n") {
      let parts = entry.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let scalar = parts[0].unicodeScalars.first else { continue }
      glyphs[scalar] = Glyph(Self.strokes(parts[1]))
    }
    for entry in Self.composites.split(separator: "\n") {
      for word in entry.split(separator: " ") {
        let scalars = Array(word.unicodeScalars)
        guard scalars.count == 3, let base = glyphs[scalars[1]], let mark = glyphs[scalars[2]]
        else { continue }
        glyphs[scalars[0]] = base.marked(with: mark)
      }
    }
    self.glyphs = glyphs
  }

  /// The letter of a scalar; `nil` where the font has none.
  func glyph(_ scalar: Unicode.Scalar) -> Glyph? { glyphs[scalar] }

  /// Whether the font has every letter of a text.
  func covers(_ text: TerminalText) -> Bool {
    text.isASCII || text.string.unicodeScalars.allSatisfy { $0 == " " || glyphs[$0] != nil }
  }

  /// What stands for a letter that the font has not.
  static let missing = Glyph([[(1, 4), (6, 4), (6, 12), (1, 12), (1, 4)]].map { $0.map(grid) })

  private static func grid(_ point: (Int, Int)) -> DisplayPoint {
    DisplayPoint(point.0 * 256, point.1 * 256)
  }

  /// Reads strokes: two signs a point, column then row; see the tables.
  private static func strokes(_ text: Substring) -> [[DisplayPoint]] {
    text.split(separator: " ").map { word in
      var outline = GlyphOutline()
      var column: Int?
      for byte in word.utf8 {
        switch byte {
        case UInt8(ascii: "'"): outline.isControl = true
        case UInt8(ascii: "z"): outline.close()
        default:
          if let x = column {
            outline.add(DisplayPoint(x, row(byte)))
            column = nil
          } else {
            column = Self.column(byte)
          }
        }
      }
      return outline.flattened()
    }
  }

  /// `0`…`7` are columns, `a`…`g` the middles between them.
  private static func column(_ byte: UInt8) -> Int {
    byte < 0x40 ? Int(byte & 15) * 256 : (Int(byte) - 0x61) * 256 + 128
  }

  /// Hexadecimal.
  private static func row(_ byte: UInt8) -> Int {
    (byte < 0x40 ? Int(byte & 15) : Int(byte) - 0x61 + 10) * 256
  }
}

extension StrokeFont.Glyph {
  init(_ strokes: [[DisplayPoint]]) {
    let xs = strokes.joined().map(\.x)
    self.init(strokes: strokes, low: xs.min() ?? 0, high: xs.max() ?? 0)
  }

  /// The letter with a mark, whose own drawing is centred on column 3, above or below it.
  fileprivate func marked(with mark: Self) -> Self {
    let shift = (low + high) / 2 - 3 * 256
    // Marks are drawn for small letters; over tall ones they move up.
    let top = strokes.joined().map(\.y).min() ?? 0
    let isOver = (mark.strokes.joined().map(\.y).max() ?? 0) < 6 * 256
    let rise = isOver ? min(top - 6 * 256, 0) : 0
    var glyph = self
    glyph.strokes += mark.strokes.map { stroke in
      stroke.map { DisplayPoint($0.x + shift, max($0.y + rise, 0)) }
    }
    return glyph
  }
}

/// A stroke while it is read: points on the line, and between them the control points of
/// quadratic curves; between two control points the middle is on the line.
private struct GlyphOutline {
  var isControl = false
  private var points: [(point: DisplayPoint, isControl: Bool)] = []

  mutating func add(_ point: DisplayPoint) {
    if isControl, let last = points.last, last.isControl {
      points.append((Self.middle(last.point, point), false))
    }
    points.append((point, isControl))
    isControl = false
  }

  mutating func close() {
    guard let first = points.first else { return }
    add(first.point)
  }

  private static func middle(_ a: DisplayPoint, _ b: DisplayPoint) -> DisplayPoint {
    DisplayPoint((a.x + b.x) / 2, (a.y + b.y) / 2)
  }

  /// The line with curves as eight steps.
  func flattened() -> [DisplayPoint] {
    var line: [DisplayPoint] = []
    for (index, entry) in points.enumerated() {
      guard entry.isControl, let from = line.last, index + 1 < points.count else {
        line.append(entry.point)
        continue
      }
      let (control, to) = (entry.point, points[index + 1].point)
      for step in 1..<8 {
        let (a, b, c) = ((8 - step) * (8 - step), 2 * step * (8 - step), step * step)
        line.append(
          DisplayPoint(
            (a * from.x + b * control.x + c * to.x) / 64,
            (a * from.y + b * control.y + c * to.y) / 64))
      }
    }
    return line
  }
}
