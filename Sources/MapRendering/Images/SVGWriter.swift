/// Writes a display list as a document of its own: SVG 1.1, no script, nothing from elsewhere.
///
/// Lengths are whole hundredths of a pixel, so that equal lists give equal bytes. Text stays text in
/// logical order: the reader's fonts shape it, search and screen readers find it.
///
/// - Note: Source – W3C SVG 1.1 (second edition), 2011; WAI-ARIA Graphics Module 1.0 for roles.
struct SVGWriter {
  private let list: DisplayList
  private let palette: ImagePalette
  private let language: String
  private let window: Window?
  private var output = ""

  /// A part of the list, in its units, that is stretched to a size of its own.
  struct Window {
    let x: Int
    let y: Int
    let width: Int
    let height: Int
    let pixelWidth: Int
    let pixelHeight: Int
  }

  /// Prepares writing.
  ///
  /// - Parameters:
  ///   - list: What is drawn.
  ///   - theme: Its colours.
  ///   - language: BCP 47 tag of the words; anything else than letters, digits and hyphens is left
  ///     out.
  ///   - window: What of it is shown; `nil` for all, as large as it is.
  init(_ list: DisplayList, theme: ColourTheme, language: String, window: Window? = nil) {
    self.list = list
    self.window = window
    palette = ImagePalette(theme: theme)
    self.language = String(
      String.UnicodeScalarView(
        language.unicodeScalars.filter { $0.isASCII && ($0 == "-" || $0.properties.isAlphabetic) })
    )
  }

  /// The document.
  ///
  /// - Complexity: O(*n*) in the points and letters.
  mutating func document() -> [UInt8] {
    let (width, height) = (Self.length(list.width), Self.length(list.height))
    output = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    output += "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\""
    if let window {
      let box = [window.x, window.y, window.width, window.height].map(Self.length)
      output += " width=\"\(window.pixelWidth)\" height=\"\(window.pixelHeight)\""
      output += " viewBox=\"\(box.joined(separator: " "))\" preserveAspectRatio=\"none\""
    } else {
      output += " width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\""
    }
    output += " role=\"img\""
    output += " xml:lang=\"\(language)\" aria-labelledby=\"map-title map-desc\""
    output += " font-family=\"'Noto Sans', 'Helvetica Neue', Arial, 'Noto Sans Arabic',"
    output += " 'DejaVu Sans', sans-serif\">\n"
    let words = list.words.map { Self.escaped($0.string) }
    output += "<title id=\"map-title\">\(words.first ?? "")</title>\n"
    output += "<desc id=\"map-desc\">\(words.dropFirst().joined(separator: ". "))</desc>\n"
    definitions()
    output += "<rect width=\"\(width)\" height=\"\(height)\" fill=\"\(colour(.paper))\"/>\n"
    output += "<g clip-path=\"url(#map-picture)\">\n"
    for shape in list.base { write(shape) }
    halos()
    for shape in list.signs { write(shape) }
    output += "</g>\n"
    for shape in list.furniture { write(shape) }
    output += "</svg>\n"
    return Array(output.utf8)
  }

  /// The picture's edge, and the hatching.
  private mutating func definitions() {
    let (from, to) = (list.pictureOrigin, list.pictureEnd)
    output += "<defs><clipPath id=\"map-picture\"><rect x=\"\(Self.length(from.x))\""
    output += " y=\"\(Self.length(from.y))\" width=\"\(Self.length(to.x - from.x))\""
    output += " height=\"\(Self.length(to.y - from.y))\"/></clipPath>"
    let period = Self.length(HatchPattern.period)
    output += "<pattern id=\"map-hatch\" width=\"\(period)\" height=\"\(period)\""
    output += " patternUnits=\"userSpaceOnUse\"><path d=\"\(HatchPattern.path)\""
    output += " stroke=\"\(colour(.hatch))\" stroke-width=\"\(Self.length(HatchPattern.width))\"/>"
    output += "</pattern></defs>\n"
  }

  private mutating func write(_ shape: DisplayShape) {
    switch shape {
    case .fill(let fill): write(fill)
    case .stroke(let stroke): write(stroke)
    case .symbol(let symbol): write(symbol)
    case .text(let text): write(text)
    }
  }

  private mutating func write(_ fill: DisplayFill) {
    let paint = fill.pattern == .hatch ? "url(#map-hatch)" : colour(fill.paint)
    output += "<path d=\""
    for ring in fill.rings { path(ring, isClosed: true) }
    output += "\" fill=\"\(paint)\" fill-rule=\"evenodd\"/>\n"
  }

  private mutating func write(_ stroke: DisplayStroke) {
    output += "<path d=\""
    for points in stroke.paths { path(points, isClosed: false) }
    output += "\" fill=\"none\" stroke=\"\(colour(stroke.paint))\""
    output += " stroke-width=\"\(Self.length(stroke.width))\" stroke-linejoin=\"round\""
    if stroke.dash.isEmpty {
      output += " stroke-linecap=\"round\""
    } else {
      let lengths = stroke.dash.map { Self.length($0) }.joined(separator: " ")
      output += " stroke-dasharray=\"\(lengths)\""
    }
    output += "/>\n"
  }

  private mutating func write(_ symbol: DisplaySymbol) {
    output += "<g>"
    if !symbol.words.isEmpty { output += "<title>\(Self.escaped(symbol.words))</title>" }
    let paint = Paint.symbol(symbol.colour)
    guard let number = symbol.number else {
      arcs(symbol, paint)
      outlines(symbol.shape, symbol.center, SymbolShape.radius(of: symbol.weight), paint)
      output += "</g>\n"
      return
    }
    let badge = CountBadge(number)
    let half = CountBadge.halfHeight
    output += "<rect x=\"\(Self.length(symbol.center.x - badge.width / 2))\""
    output += " y=\"\(Self.length(symbol.center.y - half))\" width=\"\(Self.length(badge.width))\""
    output += " height=\"\(Self.length(2 * half))\" rx=\"\(Self.length(half))\""
    output += " fill=\"\(colour(.paper))\" stroke=\"\(colour(paint))\" stroke-width=\"1.5\"/>"
    let shape = DisplayPoint(symbol.center.x + badge.shapeOffset, symbol.center.y)
    outlines(symbol.shape, shape, CountBadge.shapeRadius, paint)
    write(
      DisplayText(
        text: number, role: .emphasis,
        origin: DisplayPoint(
          symbol.center.x + badge.numberOffset,
          symbol.center.y + SignDrawing.drop(.emphasis))))
    output += "</g>\n"
  }

  /// The arcs that show a size.
  private mutating func arcs(_ symbol: DisplaySymbol, _ paint: Paint) {
    let radii = SymbolShape.arcs(of: symbol.weight)
    guard !radii.isEmpty else { return }
    output += "<path d=\""
    for radius in radii {
      let r = Self.length(radius)
      for isRight in [true, false] {
        let flank = Circle.flank(symbol.center, radius: radius, isRight: isRight)
        guard let from = flank.first, let to = flank.last else { continue }
        output += "M\(Self.length(from.x)) \(Self.length(from.y))A\(r) \(r) 0 0 1"
        output += " \(Self.length(to.x)) \(Self.length(to.y))"
      }
    }
    output += "\" fill=\"none\" stroke=\"\(colour(paint))\""
    output += " stroke-width=\"\(Self.length(SymbolShape.arcWidth))\" stroke-linecap=\"round\"/>"
  }

  /// A shape with a thin edge of paper, so that it stands free.
  private mutating func outlines(
    _ shape: SymbolShape, _ center: DisplayPoint, _ radius: Int, _ paint: Paint
  ) {
    let outlines = shape.outlines(radius: radius)
    if let outer = outlines.first {
      output += "<path d=\""
      self.outline(outer, center)
      output += "\" fill=\"\(colour(.paper))\" stroke=\"\(colour(.paper))\" stroke-width=\"3\"/>"
    }
    output += "<path d=\""
    for outline in outlines { self.outline(outline, center) }
    output += "\" fill=\"\(colour(paint))\" fill-rule=\"evenodd\"/>"
  }

  private mutating func outline(_ outline: SymbolShape.Outline, _ center: DisplayPoint) {
    switch outline {
    case .circle(let radius):
      let (r, d) = (Self.length(radius), Self.length(2 * radius))
      output += "M\(Self.length(center.x - radius)) \(Self.length(center.y))"
      output += "a\(r) \(r) 0 1 0 \(d) 0a\(r) \(r) 0 1 0 -\(d) 0z"
    case .polygon(let corners):
      path(corners.map { DisplayPoint(center.x + $0.x, center.y + $0.y) }, isClosed: true)
    }
  }

  private mutating func write(_ text: DisplayText, fill: String? = nil) {
    output += "<text x=\"\(Self.length(text.origin.x))\" y=\"\(Self.length(text.origin.y))\""
    output += " font-size=\"\(Self.decimal(TextMetrics.tenths(of: text.role) * 10))\""
    output += " fill=\"\(fill ?? colour(ImagePalette.paint(of: text.role)))\""
    if TextMetrics.isBold(text.role) { output += " font-weight=\"bold\"" }
    // Where text runs right to left it starts on the right: the anchor's other end is meant.
    let isTurned = text.text.isRightToLeft
    if isTurned { output += " direction=\"rtl\"" }
    switch text.anchor {
    case .middle: output += " text-anchor=\"middle\""
    case .start where isTurned, .end where !isTurned: output += " text-anchor=\"end\""
    case .start, .end: break
    }
    output += ">\(Self.escaped(text.text.string))</text>\n"
  }

  /// Edges of paper under all names: painting a letter's edge before its inside is not in SVG 1.1.
  private mutating func halos() {
    let paper = colour(.paper)
    output += "<g aria-hidden=\"true\" stroke=\"\(paper)\" stroke-width=\"3\""
    output += " stroke-linejoin=\"round\">\n"
    for case .text(let text) in list.signs where text.role != .waterLabel {
      write(text, fill: paper)
    }
    output += "</g>\n"
  }

  private mutating func path(_ points: [DisplayPoint], isClosed: Bool) {
    guard let first = points.first else { return }
    output += "M\(Self.length(first.x)) \(Self.length(first.y))"
    // Steps from rounded point to rounded point are short to write and do not drift.
    var (x, y) = (Self.hundredths(first.x), Self.hundredths(first.y))
    for point in points.dropFirst() {
      let (nextX, nextY) = (Self.hundredths(point.x), Self.hundredths(point.y))
      output += "l\(Self.decimal(nextX - x)) \(Self.decimal(nextY - y))"
      (x, y) = (nextX, nextY)
    }
    if isClosed { output += "z" }
  }

  private func colour(_ paint: Paint) -> String {
    let digits = String(palette.rgb(paint), radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// Hundredths of a pixel, to the nearest tenth: finer is not seen.
  private static func hundredths(_ units: Int) -> Int {
    let scaled = units * 10
    let half = DisplayUnit.pixel / 2
    return (scaled + (scaled < 0 ? -half : half)) / DisplayUnit.pixel * 10
  }

  static func length(_ units: Int) -> String { decimal(hundredths(units)) }

  /// Hundredths as a decimal, without zeros at its end.
  static func decimal(_ hundredths: Int) -> String {
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0
      ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest / 10)\(rest % 10)"
  }

  /// Text for content and attributes.
  ///
  /// Filtered text has no control characters: the five signs of XML are what is left to escape.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
