import Cartography
import Inquiry
import MapRendering
import Records
import SimpleFeatures

extension MapQuestion {
  /// Draws the map.
  func drawn(by drawer: MapDrawer, source: any IncidentSource) async throws -> DrawnMap {
    var question = self
    var named: PlaceID?
    if let place, case .incidents(var query) = subject {
      let id = try await source.place(named: place, asRecorded: query.asRecorded)
      query.area = .place(id)
      question.subject = .incidents(query)
      named = id
    }
    do {
      guard form.isImage else { return try await question.drawnText(in: named, by: drawer) }
      if surroundings != .none, let map = try await question.framed(by: drawer) { return map }
      guard surroundings != .asked else {
        throw ParameterFault.conflicting(
          "\(FrameParameter.declaration.name)=yes",
          "an image of \(pixels.columns) x \(pixels.rows) pixels, which has no room for it")
      }
      return try await question.bare(by: drawer)
    } catch MapRenderingError.invalidSpan(let meters) {
      throw ParameterFault.badValue(
        parameter: ScaleDenominatorParameter.declaration.name,
        value: "a map \((meters * 100).rounded() / 100) m across",
        wanted: "a scale at which the map shows 40 m at least and the Earth once at most")
    }
  }

  private func plan(_ size: CellSize, by drawer: MapDrawer) async throws -> MapPlan {
    let frame = MapDrawer.Frame(width: size.columns, height: size.rows, window: window)
    switch subject {
    case .incidents(let query): return try await drawer.plan(query, frame: frame, style: style)
    case .places(let query): return try await drawer.plan(query, frame: frame, style: style)
    }
  }

  private func map(
    _ bytes: [UInt8], of plan: MapPlan, showing envelope: Envelope
  ) -> DrawnMap {
    DrawnMap(
      bytes: bytes, envelope: envelope, system: system, time: plan.time,
      numberMatched: plan.numberMatched)
  }

  // MARK: Texts

  private func drawnText(in place: PlaceID?, by drawer: MapDrawer) async throws -> DrawnMap {
    let plan = try await plan(size, by: drawer)
    guard form == .text else {
      let bytes = MapRenderer.json(plan.scene, view: plan.view, capabilities: capabilities)
      let view = MapRenderer.grid(
        plan.scene, view: plan.view, capabilities: RenderCapabilities(glyphs: capabilities.glyphs)
      ).map.view
      return map(bytes + [0x0A], of: plan, showing: view.envelope)
    }
    let drawn = drawer.render(plan, capabilities: capabilities)
    var bytes = drawn.bytes
    for line in hints?.lines(under: drawn.view, in: place) ?? [] {
      bytes += line.utf8
      bytes.append(0x0A)
    }
    return map(bytes, of: plan, showing: drawn.view.envelope)
  }

  // MARK: Images

  /// An image with words around its picture, which has the rows that they leave.
  ///
  /// - Returns: `nil` where they leave less than half of the rows.
  private func framed(by drawer: MapDrawer) async throws -> DrawnMap? {
    guard pixels.columns > FramedImage.sideMargins + Self.cell.columns else { return nil }
    var rows = size.rows
    while rows >= max(MapView.minimumSize.rows, size.rows / 2) {
      let plan = try await plan(CellSize(columns: size.columns, rows: rows), by: drawer)
      let image = FramedImage(
        plan.scene, view: plan.view, theme: capabilities.theme, language: style.language.rawValue,
        isPicture: form == .png)
      let excess = image.height - pixels.rows
      if excess <= 0, image.width <= pixels.columns {
        let padded = image.padded(width: pixels.columns, height: pixels.rows)
        return map(
          form == .png ? try padded.png() : padded.svg(), of: plan,
          showing: image.picture.envelope)
      }
      rows -= max((excess + Self.cell.rows - 1) / Self.cell.rows, 1)
    }
    return nil
  }

  /// An image of nothing but the ground.
  private func bare(by drawer: MapDrawer) async throws -> DrawnMap {
    // Whole cells, and more where a part of one is needed.
    let cells = CellSize(
      columns: (pixels.columns + Self.cell.columns - 1) / Self.cell.columns,
      rows: (pixels.rows + Self.cell.rows - 1) / Self.cell.rows)
    let plan = try await plan(cells, by: drawer)
    let view = plan.view.anchored(pictureRows: plan.view.height)
    let isWhole =
      pixels.columns == cells.columns * Self.cell.columns
      && pixels.rows == cells.rows * Self.cell.rows
    let image =
      exact
      ?? (isWhole
        ? nil : ExactImage(middleOf: view, width: pixels.columns, height: pixels.rows))
    let (theme, language) = (capabilities.theme, style.language.rawValue)
    let bytes: [UInt8]
    switch (form == .png, image) {
    case (true, let image?): bytes = try MapRenderer.png(plan.scene, image: image, theme: theme)
    case (false, let image?):
      bytes = try MapRenderer.svg(plan.scene, image: image, theme: theme, language: language)
    case (true, nil):
      bytes = try MapRenderer.png(plan.scene, view: view, theme: theme, hasFurniture: false)
    case (false, nil):
      bytes = MapRenderer.svg(
        plan.scene, view: view, theme: theme, language: language, hasFurniture: false)
    }
    return map(bytes, of: plan, showing: image?.envelope ?? view.envelope)
  }
}
