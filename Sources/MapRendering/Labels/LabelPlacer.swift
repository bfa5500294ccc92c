/// Places names where they cover nothing: greedy by rank with a cost for each anchor, then a
/// repair that moves one placed name to make room for one that found none.
///
/// - Note: Source – Christensen, Marks, Shieber, ACM TOG 14(3) 1995 (the problem and its greedy
///   baseline); the bitmap makes the test of a candidate exact and cheap.
struct LabelPlacer {
  /// A text that may stand for a place.
  typealias Form = (text: TerminalText, form: LabelForm)

  /// A place that may get a label, with its cell.
  struct Contender {
    let place: Int
    let column: Int
    let row: Int
    /// Whether the area is so small here that its name must stay close to it.
    let isCramped: Bool
    let isPoint: Bool
    /// Candidate texts: full, short, and a code or number.
    let forms: [Form]

    /// What is tried first: the code of a point, which leaves room for the names around it.
    var firstForms: [Form] {
      guard isPoint, let code = forms.last, code.form == .key else { return forms }
      return [code]
    }
  }

  /// A label with the contender that it belongs to.
  struct Placement {
    let contender: Int
    let label: PlacedLabel
  }

  let places: [ScenePlace]
  let owners: [UInt16]
  let columns: Int
  let rows: Int
  /// Symbols and bridges: never covered.
  let fixed: OccupancyBitmap
  /// Names placed so far.
  var taken: OccupancyBitmap
  let water: OccupancyBitmap
  let lines: OccupancyBitmap
  var anchors: OccupancyBitmap
  var contenders: [Contender] = []
  var placements: [Placement] = []

  /// Prepares placing.
  ///
  /// - Parameters:
  ///   - scene: Places in placing order, and their areas.
  ///   - planes: The drawn base map with its bridges.
  ///   - fixed: The cells of symbols and bridges.
  ///   - viewport: The picture.
  ///   - tier: The characters that names are written in.
  init(
    _ scene: MapScene, over planes: CellPlanes, fixed: OccupancyBitmap, viewport: Viewport,
    tier: any RenderTier
  ) {
    places = scene.places
    owners = planes.owners
    columns = planes.columns
    rows = planes.rows
    self.fixed = fixed
    let empty = OccupancyBitmap(columns: planes.columns, rows: planes.rows)
    taken = empty
    anchors = empty
    var water = empty
    var lines = empty
    for row in 0..<rows {
      for column in 0..<columns {
        let cell = planes.index(column: column, row: row)
        if planes.water[cell] != 0 { water.set(row: row, column..<column + 1) }
        if planes.lines[cell] != 0 { lines.set(row: row, column..<column + 1) }
      }
    }
    self.water = water
    self.lines = lines
    for (index, place) in places.enumerated() {
      guard let cell = viewport.cell(place.position) else { continue }
      anchors.set(row: cell.row, cell.column..<cell.column + 1)
      contenders.append(
        Contender(
          place: index, column: cell.column, row: cell.row,
          isCramped: place.area.map { Self.isCramped(scene.areas[$0], viewport) } ?? false,
          isPoint: place.role == .point, forms: Self.forms(place, tier)))
    }
  }

  /// The texts that may stand on the canvas: right-to-left names would reorder the whole row in a
  /// terminal with implicit bidi, so they go to the key.
  private static func forms(
    _ place: ScenePlace, _ tier: any RenderTier
  ) -> [Form] {
    var forms: [Form] = []
    if !place.name.isRightToLeft { forms.append((tier.text(place.name), .name)) }
    if let short = place.shortName, !short.isEmpty, !short.isRightToLeft,
      short.columns < place.name.columns || forms.isEmpty
    {
      forms.append((tier.text(short), .shortName))
    }
    if let code = place.code, !code.isEmpty, code.columns <= 6, !code.isRightToLeft {
      forms.append((tier.text(code), .key))
    }
    return forms
  }

  /// Whether an area has fewer than six by one cells.
  private static func isCramped(_ area: SceneArea, _ viewport: Viewport) -> Bool {
    (area.box.maxX - area.box.minX) << 8 < viewport.fixedUnitsPerColumn * 6
      || (area.box.maxY - area.box.minY) << 8 < viewport.fixedUnitsPerRow
  }

  /// The cheapest free position over all forms of a name.
  func best(_ index: Int, forms: [Form]) -> PlacedLabel? {
    var found: PlacedLabel?
    var least = Int.max
    for (text, form) in forms {
      // A shorter form must be clearly better placed to beat the full name.
      let penalty = form == .name ? 0 : form == .shortName ? 6 : 14
      for anchor in candidates(index, width: text.columns) {
        if penalty + anchor.cost >= least { break }
        guard isFree(anchor, width: text.columns, besides: taken) else { continue }
        guard let cost = cost(of: anchor, width: text.columns, contender: index) else { continue }
        if penalty + cost < least {
          least = penalty + cost
          found = label(index, text, form, anchor)
        }
      }
    }
    return found
  }

  func label(
    _ index: Int, _ text: TerminalText, _ form: LabelForm, _ anchor: LabelAnchor
  ) -> PlacedLabel {
    PlacedLabel(
      placeID: places[contenders[index].place].id, text: text, form: form, column: anchor.column,
      row: anchor.row)
  }

  func candidates(_ index: Int, width: Int) -> [LabelAnchor] {
    let contender = contenders[index]
    guard contender.isPoint else {
      let anchors = LabelAnchor.area(
        width: width, column: contender.column, row: contender.row)
      return contender.isCramped ? Array(anchors.prefix { $0.cost <= 3 }) : anchors
    }
    var low = contender.column
    var high = contender.column + 1
    while low > 0, !fixed.isFree(row: contender.row, low - 1..<low) { low -= 1 }
    while high < columns, !fixed.isFree(row: contender.row, high..<high + 1) { high += 1 }
    return LabelAnchor.point(width: width, sign: low..<high, row: contender.row)
  }

  /// Whether a label would lie inside the picture, a blank column away from signs and names.
  func isFree(
    _ anchor: LabelAnchor, width: Int, besides taken: OccupancyBitmap
  ) -> Bool {
    guard anchor.column >= 0, anchor.column + width <= columns, anchor.row >= 0, anchor.row < rows
    else { return false }
    let run = anchor.column - 1..<anchor.column + width + 1
    return fixed.isFree(row: anchor.row, run) && taken.isFree(row: anchor.row, run)
  }

  /// The cost of covering what lies under a label; `nil` where it would hide the river.
  func cost(of anchor: LabelAnchor, width: Int, contender index: Int) -> Int? {
    let contender = contenders[index]
    let run = anchor.column..<anchor.column + width
    let wet = water.count(row: anchor.row, run)
    if wet * 3 > width { return nil }
    var others = anchors.count(row: anchor.row, run)
    if anchor.row == contender.row, run.contains(contender.column) { others -= 1 }
    let touching = water.count(row: anchor.row, run.lowerBound - 1..<run.upperBound + 1) - wet
    var cost =
      anchor.cost + wet * 4 + touching * 2 + lines.count(row: anchor.row, run) / 2 + others * 3
    if let area = places[contender.place].area {
      let owner = owners[anchor.row * columns + anchor.column + width / 2]
      if Int(owner) != area + 1 {
        // Two rows off and over another area, a name would belong to the wrong one.
        if abs(anchor.row - contender.row) > 1 { return nil }
        cost += 3
      }
    }
    return cost
  }

  mutating func commit(_ label: PlacedLabel, of index: Int) {
    taken.set(row: label.row, label.columns)
    placements.append(Placement(contender: index, label: label))
  }
}
