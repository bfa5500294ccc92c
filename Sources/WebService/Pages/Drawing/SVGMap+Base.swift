import SimpleFeatures

// What lies under the marks, and what tells how large it is and where north is.
extension SVGMap {
  func base(_ page: inout PageWriter) {
    let order: [MapShape.Role] = [.district, .water, .outline]
    for role in order {
      for shape in shapes where shape.role == role { write(shape, &page) }
    }
    for shape in shapes where shape.role == .district { name(shape, &page) }
  }

  func write(_ shape: MapShape, _ page: inout PageWriter, style given: String? = nil) {
    let rings = shape.geometry.polygons.flatMap(\.rings).map(\.positions)
    let path = (rings.isEmpty ? Self.lines(of: shape.geometry) : rings)
      .map { line($0, isClosed: !rings.isEmpty) }.joined()
    guard !path.isEmpty else { return }
    let style = given ?? Self.style(of: shape.role, isLine: rings.isEmpty)
    // A dashed river would look like a border, so its legend says what it is.
    let dashes = shape.isApproximate && style != "stream" ? " approximate" : ""
    page.element(.path, [.class(style + dashes), .set(.d, path)]) { page in
      page.element(.title) { page in
        page.text(shape.name)
        if shape.isApproximate {
          page.comma()
          page.words(.approximateShape)
        }
      }
    }
  }

  private static func style(of role: MapShape.Role, isLine: Bool) -> String {
    switch role {
    case .district: "land"
    case .water: isLine ? "stream" : "water"
    case .outline: "outline"
    }
  }

  /// A place that is only a point.
  func pin(_ position: Position, _ page: inout PageWriter) {
    let (x, y) = projection.point(position)
    page.element(
      .circle,
      [.class("pin"), .set(.cx, "\(svg: x)"), .set(.cy, "\(svg: y)"), .set(.r, "5")])
  }

  private static func lines(of geometry: Geometry) -> [[Position]] {
    switch geometry {
    case .lineString(let line): [line.positions]
    case .multiLineString(let lines): lines.map(\.positions)
    default: []
    }
  }

  /// A path with corners that lie at least half a unit apart.
  private func line(_ positions: [Position], isClosed: Bool) -> String {
    var path = ""
    var last: (x: Double, y: Double)?
    for (index, position) in positions.enumerated() {
      let point = projection.point(position)
      if let before = last, index < positions.count - 1,
        abs(before.x - point.x) + abs(before.y - point.y) < 0.5
      {
        continue
      }
      path += "\(last == nil ? "M" : "L")\(svg: point.x) \(svg: point.y)"
      last = point
    }
    return path.isEmpty ? "" : path + (isClosed ? "z" : "")
  }

  /// The name in the middle of what is seen of a district, where there is room for it.
  private func name(_ shape: MapShape, _ page: inout PageWriter) {
    let (west, south) = projection.point(
      Position(longitude: shape.envelope.west, latitude: shape.envelope.south))
    let (east, north) = projection.point(
      Position(longitude: shape.envelope.east, latitude: shape.envelope.north))
    let (x, y) = ((west + east) / 2, (south + north) / 2)
    let name = page.language == .arabic ? shape.arabicName ?? shape.name : shape.name
    guard Double(name.count) * 6 < east - west, south - north > 16, x > 0, y > 0,
      x < projection.width, y < projection.height
    else { return }
    page.element(
      .text,
      [
        .class("quiet"), .set(.x, "\(svg: x)"), .set(.y, "\(svg: y)"),
        .set(.textAnchor, "middle"),
      ]
    ) { $0.text(name) }
  }

  // MARK: Grid

  /// Lines of round degrees, where no shape is known.
  func graticule(_ page: inout PageWriter) {
    let view = projection.envelope
    let step = Self.degreeStep(max(view.height, 0.001))
    let first = (view.south / step).rounded(.up)
    for index in 0..<12 {
      let latitude = (first + Double(index)) * step
      guard latitude <= view.north else { break }
      let y = projection.point(Position(longitude: view.center.longitude, latitude: latitude)).y
      rule("M0 \(svg: y)H\(svg: projection.width)", latitude, x: 4, y: y - 3, &page)
    }
    let start = (view.west / step).rounded(.up)
    for index in 0..<24 {
      let longitude = (start + Double(index)) * step
      guard longitude - view.west <= view.width else { break }
      let x = projection.point(Position(longitude: longitude, latitude: view.center.latitude)).x
      rule("M\(svg: x) 0V\(svg: projection.height)", longitude, x: x + 3, y: 12, &page)
    }
  }

  private func rule(
    _ path: String, _ degrees: Double, x: Double, y: Double, _ page: inout PageWriter
  ) {
    page.element(.path, [.class("grid"), .set(.d, path)])
    page.element(
      .text, [.class("quiet"), .set(.x, "\(svg: x)"), .set(.y, "\(svg: y)")]
    ) { $0.text(PageWriter.degrees(degrees) + "°") }
  }

  /// The largest of 1, 2 and 5 times a power of ten of which at least three fit.
  private static func degreeStep(_ height: Double) -> Double {
    var unit = 10.0
    for _ in 0..<6 {
      for factor in [5.0, 2, 1] where unit * factor * 3 <= height { return unit * factor }
      unit /= 10
    }
    return unit
  }

  // MARK: Scale and north

  func furniture(_ page: inout PageWriter) {
    let meters = Self.scaleMeters(projection.width / 4 / projection.unitsPerMeter)
    let length = meters * projection.unitsPerMeter
    let y = projection.height - 14
    page.element(
      .path,
      [.class("rule"), .set(.d, "M14 \(svg: y - 5)v5h\(svg: length)v-5")])
    page.element(.text, [.set(.x, "\(svg: 20 + length)"), .set(.y, "\(svg: y)")]) { page in
      let isLong = meters >= 1_000
      page.text("\(Int(isLong ? meters / 1_000 : meters)) ")
      page.words(isLong ? .kilometres : .metres)
    }
    let x = projection.width - 22
    page.element(
      .path, [.class("rule"), .set(.d, "M\(svg: x) 40V14m-5 8l5 -8l5 8")])
    page.element(
      .text, [.set(.x, "\(svg: x)"), .set(.y, "54"), .set(.textAnchor, "middle")]
    ) { $0.text($0.language == .arabic ? "ش" : "N") }
  }

  /// The longest of 1, 2 and 5 times a power of ten that fits.
  private static func scaleMeters(_ most: Double) -> Double {
    var unit = 1_000_000.0
    while unit > 1 {
      for factor in [5.0, 2, 1] where unit * factor <= most { return unit * factor }
      unit /= 10
    }
    return 1
  }
}
